"""Makes the ids that are keys of every row: time-ordered UUIDs (RFC 9562, version 7) as text."""

from __future__ import annotations

import sys

if sys.version_info >= (3, 14):
    from uuid import uuid7
else:
    import secrets
    import threading
    import time
    import uuid

    _RANDOM_BITS = 74
    _lock = threading.Lock()
    _last = 0

    def uuid7() -> uuid.UUID:
        """RFC 9562 section 5.7, kept rising within the process by its method 2 (section 6.2)."""
        global _last
        now = (time.time_ns() // 1_000_000) << _RANDOM_BITS | secrets.randbits(_RANDOM_BITS)
        with _lock:
            # A clock that stands still or goes back must not break the order: count on from the last id.
            _last = now if now >> _RANDOM_BITS > _last >> _RANDOM_BITS else _last + 1 + secrets.randbits(32)
            return _lay_out(_last)

    def _lay_out(value: int) -> uuid.UUID:
        """48 bits of milliseconds, 4 of version, 12 random, 2 of variant, 62 random."""
        time_and_a, b = value >> 62, value & (1 << 62) - 1
        time_ms, a = time_and_a >> 12, time_and_a & 0xFFF
        return uuid.UUID(int=time_ms << 80 | 0x7 << 76 | a << 64 | 0b10 << 62 | b)


def new_id() -> str:
    """A new id, greater than every id this process has made before it."""
    return str(uuid7())
