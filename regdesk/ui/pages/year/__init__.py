"""The page of the board's year, and that of the rules which give its dates."""
