"""Where atscheck begins: the command and ``python -m atscheck``."""

from __future__ import annotations

import gc
import signal
import sys


def main() -> None:
    """Run the command line. SIGTERM is as Ctrl-C, and either is no fault at any time from here on.

    What comes while Python itself starts, before any line of ours, is Python's own to tell.
    """
    try:
        signal.signal(signal.SIGTERM, signal.default_int_handler)
        # Most of what is made from here on is modules, no garbage: to look every 700 is too often.
        gc.set_threshold(50_000)
        from atscheck.cli import main as run

        run()
    except KeyboardInterrupt:
        sys.stderr.write("interrupted\n")
        sys.exit(130)


if __name__ == "__main__":
    main()
