"""Numbered, append-only steps that bring a file to the present schema."""
