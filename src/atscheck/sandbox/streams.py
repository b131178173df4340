"""The pipes of a process that answers another one."""

from __future__ import annotations

import os
import sys
from typing import BinaryIO


def private_streams() -> tuple[BinaryIO, BinaryIO]:
    """Standard input and output for ourselves alone: a library's print must not mix in."""
    requests, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDWR)
    os.dup2(nothing, 0)
    os.dup2(nothing, 1)
    sys.stdout = sys.stderr
    return requests, answers
