"""Plain rows, texts and form state for screen and paper; here codes become words."""
