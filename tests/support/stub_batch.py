"""``python -m tests.support.stub_batch LOG SECONDS ARGUMENTS``: atscheck with stub workers."""

from __future__ import annotations

import sys
from types import SimpleNamespace
from typing import Any

from atscheck.__main__ import main
from atscheck.batch import pool, run
from tests.support import stub_worker


def stub_target(*_: Any, **__: Any) -> Any:
    """In place of `load_target`."""
    return SimpleNamespace(title="Target")


if __name__ == "__main__":
    stub = [sys.executable, "-S", "-E", stub_worker.__file__, *sys.argv[1:3]]
    del sys.argv[1:3]
    pool._command = lambda: stub
    run.load_target = stub_target  # type: ignore[attr-defined]
    main()
