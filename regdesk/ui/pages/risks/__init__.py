"""The page of risks: the list, the map and the internal-control plan."""
