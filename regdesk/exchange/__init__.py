"""What comes in from and goes out to files of other programs: Word, Excel, CSV, Kolada, calendars."""
