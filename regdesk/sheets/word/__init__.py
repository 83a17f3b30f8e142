"""Draws sheets as Word files (.docx, ISO/IEC 29500): styles and fields of Word, in the measures and colours of the PDF.

Importing it imports python-docx: whatever the program starts with imports it when a file is asked for.
"""
