"""Why a process that reads an untrusted file has ended, from how it has."""

from __future__ import annotations

import signal

from atscheck.errors import InputError, out_of_memory
from atscheck.sandbox.limits import CPU_SECONDS

_HINT = "export the document again"

_SIGNALS = {-number.value: number.name for number in signal.Signals}
"""Return codes of a process that a signal ended."""


def late(seconds: float) -> InputError:
    """It was ended because it took longer than ``seconds`` on the clock."""
    return InputError("timeout", f"reading it takes longer than {seconds:.0f} seconds", _HINT)


def flooded(most: int) -> InputError:
    """It was ended because it had more than ``most`` bytes to say."""
    return InputError("too-large", f"what is in it takes more than {most >> 20} MiB", _HINT)


def ended(code: int | None) -> InputError:
    """It ended by itself with an exit code, or (None) had to be ended as it said nonsense."""
    signal_name = None if code is None else _SIGNALS.get(code)
    if signal_name == "SIGXCPU":
        return InputError("timeout", f"reading it takes more than {CPU_SECONDS} seconds", _HINT)
    if signal_name in ("SIGKILL", "SIGABRT"):
        # The system's out-of-memory killer, or a library that gives up when an allocation fails.
        return out_of_memory()
    return InputError("crash", "reading it ended the reader", _HINT)
