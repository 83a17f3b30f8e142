"""The page of supervision: its plan, the turns of the year, the juridiska personer and the other boards."""
