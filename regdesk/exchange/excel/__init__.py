"""Reading lists that a board keeps in Excel."""
