"""Ctrl-C and SIGTERM as a wish to stop, granted where nothing is left half done."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager

STOPPING = (signal.SIGINT, signal.SIGTERM)


@contextmanager
def heard() -> Iterator[threading.Event]:
    """An event that the first such signal sets during the block; a second one interrupts it.

    A signal that the process was started to ignore (``nohup``, a job in the background) stays
    ignored. Outside the main thread, which alone may listen, there is nothing to hear.
    """
    stop = threading.Event()
    before = {number: signal.getsignal(number) for number in STOPPING}

    def listen(number: int, frame: object) -> None:
        if stop.is_set():
            raise KeyboardInterrupt
        stop.set()

    if threading.current_thread() is not threading.main_thread():
        before = {}
    before = {n: handler for n, handler in before.items() if handler is not signal.SIG_IGN}
    for number in before:
        signal.signal(number, listen)
    try:
        yield stop
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
