"""Example registers: data files that people can read and change, built in the steps that a secretary would have taken.

A file is TOML. Each table is a record under its plural, with the fields of the record; what stands below it belongs to
it. `key` is what other records call it, and a field whose name ends in `_id` is written without that ending.
"""
