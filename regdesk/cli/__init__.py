"""The command line: every command of the program, each in a module of its own."""

from regdesk.cli.program import main

__all__ = ["main"]
