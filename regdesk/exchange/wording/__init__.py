"""What Swedish plans say in so many words: headings, labels, indicator cells, links. Texts in, facts out, no files."""
