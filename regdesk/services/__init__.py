"""Every change to a register and every question to it; the one way in."""
