"""Measures what a person waits for, each beside what it cannot go below: `python -m bench [NAME …]`."""
