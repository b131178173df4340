"""In place of a batch worker: answers at once, with what a file's bytes decide.

It imports nothing of atscheck, so that it starts in no time. ``python stub_worker.py LOG SECONDS``
takes so long for each file and appends its path to the file LOG ("" for none). With SECONDS below 0
it is killed by every third file, the first time.
"""

from __future__ import annotations

import hashlib
import json
import os
import signal
import sys
import time
import zlib
from pathlib import Path
from typing import Any


def report(path: str) -> dict[str, Any]:
    """The report of a file, as far as a batch needs one, or a failure."""
    try:
        data = Path(path).read_bytes()
    except OSError:
        error = {"code": "not-found", "message": "there is no such file", "hint": "check the path"}
        return {"file": {"path": path}, "error": error}
    if not data:
        error = {"code": "empty", "message": "=the file is empty", "hint": ""}
        return {"file": {"path": path}, "error": error}
    sha256 = hashlib.sha256(data).hexdigest()
    found = int(sha256[0], 16) % 4
    tier = {"found": found, "total": 4, "coverage": found / 4, "literal": 0.0}
    missing = [{"tier": "must", "term": f"t{n}", "status": "missing"} for n in range(4 - found)]
    finding = {"rule": "AC201", "name": "duty", "severity": "info", "message": "x"}
    return {
        "file": {"path": path, "format": "text", "sha256": sha256, "pages": None, "words": 9},
        "score": {"must": tier, "good": tier} if found else None,
        "not_scored": None if found else "its letters mean nothing",
        "keywords": missing,
        "achievements": {"bullets": 4, "quantified": found},
        "findings": [finding] * (found % 2),
    }


def main(log: str, seconds: str) -> None:
    """Answer as a worker does."""
    sys.stdin.readline()
    _answer("ready")
    for line in sys.stdin:
        path = json.loads(line)
        time.sleep(max(0.0, float(seconds)))
        first = log and path not in Path(log).read_text(encoding="utf-8").splitlines()
        if log:
            with open(log, "a", encoding="utf-8") as file:  # noqa: PTH123
                file.write(f"{path}\n")
        if float(seconds) < 0 and first and zlib.crc32(Path(path).name.encode()) % 3 == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        _answer([path, report(path)])


def _answer(value: Any) -> None:
    sys.stdout.write(json.dumps(value) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(*sys.argv[1:])
