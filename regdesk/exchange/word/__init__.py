"""Reads a board's plan from Word: what stands in the file, and what of it is goals, indicators, assignments …"""
