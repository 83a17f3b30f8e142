"""What builds, checks and draws the project; no part of the program."""
