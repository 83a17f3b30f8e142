"""Regdesk: goals, verdicts and follow-up sheets for the secretaries of Swedish boards."""

__version__ = "0.1.0"
