"""Untrusted files are read elsewhere: with the same result, within limits, and out of reach."""

from __future__ import annotations

import datetime as dt
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from atscheck import batch, compare, diff, documents, sandbox, scan
from atscheck.documents.model import Document
from atscheck.documents.pdf.annotations import Annotation, annotated
from atscheck.documents.pictures import drawn
from atscheck.errors import FormatError, InputError
from atscheck.sandbox import client, limits
from tests.documents.test_contract import SAMPLES
from tests.sandbox import misbehaving
from tests.support.lossy import pairs

EXAMPLES = Path(__file__).parents[2] / "examples"
FILES = [
    *SAMPLES.values(),
    *(data for pair in pairs() for data in (pair.lossy, pair.twin)),
    *(path.read_bytes() for path in EXAMPLES.iterdir() if path.is_file()),
    *(data[: len(data) // 2] for data in SAMPLES.values()),
    b"",
    b"\xd0\xcf\x11\xe0" * 99,
    "Ana Exémple\nIngénieure".encode("utf-16"),
    "<meta charset=koi8-r><p>Анна".encode("koi8-r"),
]

posix = pytest.mark.skipif(sandbox.level() == "none", reason="needs a system with fork")
linux = pytest.mark.skipif(sandbox.level() != "full", reason="needs Landlock and seccomp")


def outcome(read: object, data: bytes) -> tuple[str, ...]:
    """All that reading gives, as text that equals nothing but itself."""
    try:
        return (repr(read(data, path="cv")),)  # type: ignore[operator]
    except InputError as error:
        return error.code, str(error)


def test_it_reads_what_is_read_without_it() -> None:
    for data in FILES:
        assert outcome(sandbox.read, data) == outcome(documents.read, data)


def test_bytes_stay_with_the_document() -> None:
    assert sandbox.read(SAMPLES["pdf"]).data == SAMPLES["pdf"]


def test_its_pages_are_drawn_and_marked_alike() -> None:
    document = documents.read(SAMPLES["pdf"])
    assert sandbox.pictures(document) == drawn(document.data, [1, 2])
    box = document.lines[0].box
    assert box
    marks = [Annotation("area", (box,), (1, 2, 3), "found", "Ana")]
    assert sandbox.annotated(document.data, marks) == annotated(document.data, marks)
    with pytest.raises(FormatError, match="cannot open"):
        sandbox.annotated(b"no PDF file", marks)


def test_an_error_brings_the_traceback_of_its_reader() -> None:
    with pytest.raises(InputError) as raised:
        sandbox.read(b"")
    assert "documents" in raised.value.__notes__[0]


LATE = """
import sys
from atscheck import documents
from atscheck.documents.pictures import drawn
from atscheck.errors import InputError
from atscheck.sandbox.preload import preload
from tests.sandbox.test_sandbox import FILES

preload()
sys.addaudithook(lambda event, given: late.append(given[0]) if event in EVENTS else None)
late, EVENTS = [], {"open", "import", "os.listdir", "os.scandir"}
for data in FILES:
    try:
        document = documents.parse(data, "cv")
    except InputError:
        continue
    if document.format == "pdf":
        drawn(data, [1])
print([name for name in late if name not in sys.builtin_module_names])
"""


def test_nothing_is_opened_or_imported_once_there_are_files() -> None:
    done = subprocess.run(
        [sys.executable, "-c", LATE], capture_output=True, text=True, check=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )  # fmt: skip
    assert done.stdout == "[]\n"


@pytest.fixture(scope="module")
def server() -> Iterator[client.Server]:
    """One whose readers misbehave."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(client, "python", lambda _: PYTHON("tests.sandbox.misbehaving"))
        patch.setattr(limits, "ANSWER_BYTES", misbehaving.ANSWER_BYTES)
        made = client.Server()
        made.start()
        yield made
        made.close()


PYTHON = client.python


@linux
@pytest.mark.parametrize("name", misbehaving.ATTEMPTS)
def test_a_reader_can_reach_nothing(server: client.Server, tmp_path: Path, name: str) -> None:
    place = tmp_path / "file"
    place.write_text("kept")
    assert server.ask("attempt", str(place).encode(), name=name) != "done"
    assert [(p.name, p.read_text()) for p in tmp_path.iterdir()] == [("file", "kept")]


@posix
@pytest.mark.parametrize(
    ("task", "code"),
    [
        ("allocate", "memory"), ("loop", "timeout"), ("flood", "too-large"), ("crash", "crash"),
        ("abort", "memory"), ("leave", "crash"), ("unheard of", "crash"),
    ],
)  # fmt: skip
def test_what_a_reader_does_costs_its_file_alone(
    server: client.Server, task: str, code: str
) -> None:
    with pytest.raises(InputError) as raised:
        server.ask(task, b"data")
    assert raised.value.code == code
    assert server.ask("read", b"Ana Example", path="cv", ocr=False)


@posix
@pytest.mark.parametrize(
    "answer",
    [
        b"{not json", b'{"done": ["cv', b"", b"[" * 100_000, b"[]", b"5", b'{"neither": 1}',
        b'{"error": ["empty"]}', b'{"error": ["odd", "", "", ""]}',
        b'{"error": [["empty"], "", "", ""]}', b'{"error": ["empty", 1, "", ""]}',
        b'{"error": 5}', b"\xff\xfe", b'{"done": 1}{"done": 2}',
    ],
)  # fmt: skip
def test_what_a_reader_says_is_not_believed(server: client.Server, answer: bytes) -> None:
    with pytest.raises(InputError) as raised:
        server.ask("say", answer)
    assert raised.value.code == "crash"
    assert server.ask("say", b'{"done": 7}') == 7


@pytest.mark.parametrize("task", ["sleep", "close", "deaf"])
def test_a_reader_that_waits_is_ended_by_the_clock(
    server: client.Server, monkeypatch: pytest.MonkeyPatch, task: str
) -> None:
    monkeypatch.setattr(limits, "WALL_SECONDS", 0.2)
    with pytest.raises(InputError) as raised:
        server.ask(task, b"")
    assert (raised.value.code, raised.value.message) == (
        "timeout", "reading it takes longer than 0 seconds",
    )  # fmt: skip
    monkeypatch.undo()
    assert server.ask("read", b"Ana Example", path="cv", ocr=False)


def test_an_answer_that_nobody_waits_for_is_not_the_next_ones(
    server: client.Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(client.json, "loads", interrupted)
        with pytest.raises(KeyboardInterrupt):
            server.ask("read", b"Ana Example", path="first", ocr=False)
    assert server.ask("read", b"Ben Example", path="second", ocr=False)[0] == "second"


@pytest.mark.parametrize("values", [None, 5, [], ["cv"], ["cv", "exe"], {"text": "Ana"}])
def test_values_that_are_no_document_are_refused(
    monkeypatch: pytest.MonkeyPatch, values: object
) -> None:
    monkeypatch.setattr(client.Server, "ask", lambda *_, **__: values)
    with pytest.raises(InputError) as raised:
        sandbox.read(b"Ana Example", path="cv")
    assert (raised.value.code, raised.value.path) == ("crash", "cv")


@pytest.mark.parametrize("code", ["raise SystemExit(7)", "print('hello')"])
def test_a_process_that_does_not_start_is_told(monkeypatch: pytest.MonkeyPatch, code: str) -> None:
    monkeypatch.setattr(client, "python", lambda _: [sys.executable, "-c", code])
    with pytest.raises(client.SandboxError, match="does not start"):
        client.Server().ask("read", b"Ana Example", path="cv", ocr=False)


@linux
@pytest.mark.slow
def test_nothing_is_left_when_the_asking_process_is_killed() -> None:
    code = (
        "from atscheck.sandbox import client\n"
        "boot = client.python('tests.sandbox.misbehaving')\n"
        "client.python = lambda _: boot\n"
        "server = client.Server()\n"
        "server.start()\n"
        "print(server._process.pid, flush=True)\n"
        "server.ask('sleep', b'')\n"
    )
    asking = subprocess.Popen(
        [sys.executable, "-c", code], stdout=subprocess.PIPE, text=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )  # fmt: skip
    assert asking.stdout
    group = int(asking.stdout.readline())
    while len(alive(group)) < 2:
        time.sleep(0.02)
    asking.kill()
    asking.communicate()
    until = time.monotonic() + 10
    while alive(group) and time.monotonic() < until:
        time.sleep(0.02)
    assert alive(group) == []


def alive(group: int) -> list[str]:
    """The processes of a group that still run."""
    states = []
    for place in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, _, own = place.read_text().rpartition(")")[2].split()[:3]
        except OSError:
            continue
        if int(own) == group and state != "Z":
            states.append(place.parent.name)
    return states


def test_a_document_of_another_process_is_a_document() -> None:
    assert isinstance(sandbox.read(b"Ana Example\nPython"), Document)


def test_the_library_reads_elsewhere_on_request(monkeypatch: pytest.MonkeyPatch) -> None:
    resume, job = EXAMPLES / "ml-researcher.pdf", EXAMPLES / "ml-research-scientist.txt"
    pack = "machine-learning-research"
    today = dt.date(2026, 1, 1)
    calls = [
        lambda isolated: scan(resume, pack=pack, as_of=today, isolated=isolated),
        lambda isolated: compare(resume, job=job, as_of=today, isolated=isolated),
        lambda isolated: diff(resume, resume, pack=pack, as_of=today, isolated=isolated).new,
        lambda isolated: next(batch([resume], job=job, as_of=today, isolated=isolated)),
    ]
    plain = [call(isolated=False).to_dict() for call in calls]
    monkeypatch.setattr(documents, "parse", None)  # what reads in this process
    assert [call(isolated=True).to_dict() for call in calls] == plain
