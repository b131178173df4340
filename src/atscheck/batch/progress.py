"""How far a batch is, on one line of a terminal. It alone may look at the clock for that."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TextIO

EVERY_SECONDS = 0.1
"""The line is written anew at most so often."""

WIDTH = 79


class Progress:
    """Files done of ``total``, and how many of them could not be read.

    The rate is that of this run, without what an earlier one did.

    Args:
        stream: None to show nothing.
        clock: seconds that only grow.
    """

    def __init__(
        self, total: int, stream: TextIO | None, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._total = total
        self._stream = stream
        self._clock = clock
        self._start = self._shown = clock()
        self._earlier = 0
        self.done = 0
        self.failed = 0

    def resume(self, done: int, failed: int) -> None:
        """Take in what earlier runs did, as far as it is known."""
        self.done = self._earlier = done
        self.failed = failed
        self._show()

    def add(self, *, failed: bool) -> None:
        """One more file is done."""
        self.done += 1
        self.failed += failed
        if self._stream is not None and self._clock() - self._shown >= EVERY_SECONDS:
            self._show()

    def clear(self) -> None:
        """Take the line away."""
        if self._stream is not None:
            self._stream.write(f"\r{'':{WIDTH}}\r")
            self._stream.flush()

    def line(self) -> str:
        """What is shown now."""
        seconds = self._shown - self._start
        rate = (self.done - self._earlier) / seconds if seconds > 0 else 0.0
        told = [f"checking {self.done}/{self._total}"]
        if rate:
            left = (self._total - self.done) / rate
            told += [f"{rate:.1f} files/s", f"{_duration(left)} left"]
        if self.failed:
            told.append(f"{self.failed} not read")
        return ", ".join(told)

    def _show(self) -> None:
        if self._stream is None:
            return
        self._shown = self._clock()
        self._stream.write(f"\r{self.line():{WIDTH}}")
        self._stream.flush()


def _duration(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
