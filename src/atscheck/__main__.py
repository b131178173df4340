"""Where atscheck begins: the command and ``python -m atscheck``."""

from __future__ import annotations

import gc
import signal
import sys


def main() -> None:
    """Run the command line. SIGTERM is as Ctrl-C, and either is no fault while it is loaded."""
    # Most of what is made from here on is modules, which are no garbage: 700 is too often to look.
    gc.set_threshold(50_000)
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        from atscheck.cli import main as run
    except KeyboardInterrupt:
        sys.stderr.write("interrupted\n")
        sys.exit(130)
    run()


if __name__ == "__main__":
    main()
