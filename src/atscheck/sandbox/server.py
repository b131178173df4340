"""The process that has every reader at hand and starts a limited one for each file.

It never looks at a file's bytes: it forks, and the new process reads them, once it is held, and
answers through a pipe of its own. So no file can do anything to the next one. Where there is no
fork (Windows), it reads them itself.

The other side is `atscheck.sandbox.client`. Each request is a line of JSON, the task, its arguments
and how many bytes follow; each answer a line, how the reader ended (as `Popen.returncode` says it)
and how many bytes follow. The first line is ``"ready"``.
"""

from __future__ import annotations

import gc
import json
import os
import select
import signal
from typing import Any, BinaryIO, NoReturn

from atscheck.sandbox import linux
from atscheck.sandbox.confinement import confine, level, readable_folders, unlimit
from atscheck.sandbox.limits import ANSWER_BYTES
from atscheck.sandbox.preload import preload
from atscheck.sandbox.streams import private_streams
from atscheck.sandbox.tasks import answer

_CHUNK = 1 << 16


def main() -> None:
    """Answer requests until there are no more."""
    requests, answers = private_streams()
    unlimit()
    preload()
    ruleset = linux.make_ruleset(readable_folders()) if level() == "full" else None
    _send(answers, "ready")
    for line in requests:
        task, arguments, size = json.loads(line)
        data = requests.read(size)
        if level() == "none":
            code, found = 0, answer(task, data, arguments)
        else:
            # Character recognition starts a program, which a held process cannot.
            held = None if arguments.get("ocr") else ruleset
            code, found = _in_child(task, data, arguments, held, requests.fileno())
        _send(answers, [code, len(found)], found)


def _send(stream: BinaryIO, value: Any, data: bytes = b"") -> None:
    stream.write(json.dumps(value).encode() + b"\n" + data)
    stream.flush()


def _in_child(
    task: str, data: bytes, arguments: dict[str, Any], ruleset: int | None, parent: int
) -> tuple[int, bytes]:
    """How a process that does the task ends, and what it answers; the one over there may end us."""
    source, sink = os.pipe()
    child = os.fork()
    if not child:
        _work(task, data, arguments, ruleset, sink)
    os.close(sink)
    found = _received(source, parent)
    if len(found) > ANSWER_BYTES:
        os.kill(child, signal.SIGKILL)
    os.close(source)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), found


def _received(source: int, parent: int) -> bytes:
    """What comes through a pipe, up to a little more than `ANSWER_BYTES`."""
    found = bytearray()
    poll = select.poll()
    poll.register(source, select.POLLIN)
    poll.register(parent, 0)  # tells when the other side is gone
    while len(found) <= ANSWER_BYTES:
        ready = dict(poll.poll())
        if parent in ready:
            os.killpg(0, signal.SIGKILL)
        part = os.read(source, _CHUNK)
        if not part:
            break
        found += part
    return bytes(found)


def _work(
    task: str, data: bytes, arguments: dict[str, Any], ruleset: int | None, sink: int
) -> NoReturn:
    """Do the task, held, in this new process, and end it."""
    code = 1
    gc.disable()  # it ends before there is much garbage
    try:
        kept = sorted({sink, sink if ruleset is None else ruleset})
        for below, above in zip([2, *kept], [*kept, 1 << 16], strict=True):
            os.closerange(below + 1, above)
        confine(ruleset)
        found = memoryview(answer(task, data, arguments))
        while found:
            found = found[os.write(sink, found) :]
        code = 0
    except MemoryError:
        os.abort()
    finally:
        os._exit(code)
