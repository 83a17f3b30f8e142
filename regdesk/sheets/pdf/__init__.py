"""Blocks as one PDF for paper, screen reader and archive: PDF/A-2a and PDF/UA-1 in the same file.

reportlab lays out the pages and marks every piece of content with the structure element that it belongs to; pikepdf
then writes the structure tree, the metadata and the output intent.
"""
