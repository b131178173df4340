"""What reading one untrusted file may cost.

Of 4,928 real and broken test files the slowest that could be read took 10.6 s of CPU and 123 MiB;
files made to do harm take all they can get. On a busy machine a healthy file may wait long for its
CPU time, so the limit on the clock is much wider (ClamAV's is the same).
"""

from __future__ import annotations

CPU_SECONDS = 20
"""CPU time, where the system can limit it."""

WALL_SECONDS = 120.0
"""Time on the clock."""

RECOGNITION_SECONDS = 1200.0
"""Time on the clock more where character recognition may read `MAX_RECOGNISED` pages of a file."""

MEMORY_BYTES = 1 << 30
"""Address space, where the system can limit it; the libraries alone take 80 MB of it."""

ANSWER_BYTES = 64 << 20
"""The longest answer that is taken; that of a resume of two pages has 0.1 MB."""

OPEN_FILES = 16
"""Files and pipes that may be open."""

START_SECONDS = 60.0
"""Time for the process that starts the readers to import what they need."""
