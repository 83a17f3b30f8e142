"""The page of meetings: the list of them, and the chosen one with its agenda and its facts."""
