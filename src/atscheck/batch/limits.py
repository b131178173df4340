"""What one file of a batch may cost.

Of 4,928 real and broken test files the slowest that could be read took 10.6 s of CPU and 123 MiB;
files made to do harm take all they can get. On a busy machine a healthy file may wait long for its
CPU time, so the limit on the clock is much wider.
"""

from __future__ import annotations

CPU_SECONDS = 20
"""CPU time, where the system can limit it."""

WALL_SECONDS = 120.0
"""Time on the clock."""

MEMORY_BYTES = 2 << 30
"""Address space of a worker, where the system can limit it; spaCy alone takes 254 MB of it."""

REPORT_BYTES = 64 << 20
"""The longest answer that is read from a worker."""

START_SECONDS = 60.0
"""Time for a worker to import what it needs and to load its target."""

RECYCLE_AFTER = 2000
"""Files after which a worker is replaced, because spaCy's vocabulary grows with every new word."""
