"""The pages of a register, in the order of the list at the window's left."""

from __future__ import annotations

from regdesk.ui.page import PageSpec

PAGES: tuple[PageSpec, ...] = ()
