"""What one file of a batch may cost a worker, beside what reading it may (`sandbox.limits`)."""

from __future__ import annotations

from atscheck.sandbox.limits import CPU_SECONDS as CPU_SECONDS
from atscheck.sandbox.limits import RECOGNITION_SECONDS as RECOGNITION_SECONDS
from atscheck.sandbox.limits import START_SECONDS as START_SECONDS
from atscheck.sandbox.limits import WALL_SECONDS as WALL_SECONDS

MEMORY_BYTES = 2 << 30
"""Address space of a worker, where the system can limit it; spaCy alone takes 254 MB of it."""

REPORT_BYTES = 64 << 20
"""The longest answer that is read from a worker."""

RECYCLE_AFTER = 2000
"""Files after which a worker is replaced, because spaCy's vocabulary grows with every new word."""
