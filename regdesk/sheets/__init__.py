"""Sheets: what is handed out on paper, written once as blocks, drawn by renderers that know no register."""
