"""What one file of a batch may cost a worker, beside what reading it may (`sandbox.limits`)."""

from __future__ import annotations

from atscheck.sandbox import limits as reading

CPU_SECONDS = reading.CPU_SECONDS
"""CPU time for checking one file, where the system can limit it; as for reading it."""

WALL_SECONDS = reading.WALL_SECONDS
"""Time on the clock for one file, reading it included."""

RECOGNITION_SECONDS = reading.RECOGNITION_SECONDS
"""Time on the clock more where character recognition is asked for."""

START_SECONDS = 60.0
"""Time for a worker to import what it needs and to load its target."""

MEMORY_BYTES = 2 << 30
"""Address space of a worker, where the system can limit it; spaCy alone takes 254 MB of it."""

REPORT_BYTES = 64 << 20
"""The longest answer that is read from a worker."""

RECYCLE_AFTER = 2000
"""Files after which a worker is replaced, because spaCy's vocabulary grows with every new word."""
