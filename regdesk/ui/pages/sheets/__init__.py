"""The page "Blad": what is to be on the paper, the paper as it will be, and the ways to get it out of the program."""
