"""Dialogs: a few questions at a time, answered or left without a trace."""
