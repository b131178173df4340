"""What a terminal shows of a batch, and how a wish to stop is heard."""

from __future__ import annotations

import io
import os
import signal
import threading
import time

import pytest

from atscheck.batch.progress import WIDTH, Progress
from atscheck.batch.signals import heard


class Clock:
    """A clock that stands still until it is set."""

    seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


def test_it_tells_done_rate_remaining_time_and_failures() -> None:
    clock, stream = Clock(), io.StringIO()
    progress = Progress(8100, stream, clock)
    progress.resume(100, failed=1)
    assert stream.getvalue().rstrip() == "\rchecking 100/8100, 1 not read"
    for second in (1, 2):
        clock.seconds = second
        progress.add(failed=second == 2)
    told = stream.getvalue().split("\r")[-1]
    assert told.rstrip() == "checking 102/8100, 1.0 files/s, 2:13:18 left, 2 not read"
    assert len(told) == WIDTH
    progress.clear()
    assert stream.getvalue().endswith(f"\r{' ' * WIDTH}\r")


def test_it_does_not_write_for_every_file() -> None:
    clock, stream = Clock(), io.StringIO()
    progress = Progress(1000, stream, clock)
    for number in range(1000):
        clock.seconds = number / 1000
        progress.add(failed=False)
    assert 5 <= stream.getvalue().count("\r") <= 10


def test_without_a_terminal_it_counts_alone() -> None:
    progress = Progress(2, None, Clock())
    progress.add(failed=True)
    progress.clear()
    assert (progress.done, progress.failed) == (1, 1)


@pytest.mark.skipif(os.name != "posix", reason="signals of POSIX systems")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_first_signal_is_a_wish_and_a_second_an_order(number: signal.Signals) -> None:
    before = signal.getsignal(number)
    with pytest.raises(KeyboardInterrupt), heard() as stop:
        os.kill(os.getpid(), number)
        while not stop.is_set():  # another thread may be the one that gets it first
            time.sleep(0.001)
        os.kill(os.getpid(), number)
        time.sleep(5)
    assert signal.getsignal(number) is before


@pytest.mark.skipif(os.name != "posix", reason="signals of POSIX systems")
def test_an_ignored_signal_stays_ignored() -> None:
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        with heard() as stop:
            os.kill(os.getpid(), signal.SIGINT)
            assert not stop.is_set()
    finally:
        signal.signal(signal.SIGINT, before)


def test_another_thread_has_nothing_to_hear() -> None:
    states = []

    def listen() -> None:
        with heard() as stop:
            states.append(stop.is_set())

    thread = threading.Thread(target=listen)
    thread.start()
    thread.join()
    assert states == [False]
