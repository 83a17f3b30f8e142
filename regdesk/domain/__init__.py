"""The field itself: goals, indicators, values, verdicts, meetings. Standard library only."""
