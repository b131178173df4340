"""The overview of a batch as a page: its figures, its links, and nothing active from outside."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atscheck.batch import page, run, worker
from atscheck.batch.names import page_name, report_name
from atscheck.batch.overview import BANDS, Overview
from atscheck.batch.page import Row, common_folder, overview_page, row_of
from atscheck.batch.pool import Job, Outcome
from atscheck.errors import InputError
from atscheck.report import Failure
from tests.renderers.test_formats import PAYLOADS
from tests.support.command import atscheck
from tests.support.make_report import make_document, make_hostile, make_report, make_unscored
from tests.test_cli import EXAMPLES, PACK

AS_OF = dt.date(2026, 1, 1)


class Page(HTMLParser):
    """A page as its elements, links, and the text of its cells row by row."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.rows: list[list[str]] = []
        self._cell = False
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag == "tr":
            self.rows.append([])
        elif tag in ("td", "th") and self.rows:
            self.rows[-1].append("")
            self._cell = True

    def handle_endtag(self, tag: str) -> None:
        self._cell = self._cell and tag not in ("td", "th")

    def handle_data(self, data: str) -> None:
        if self._cell:
            self.rows[-1][-1] += data

    @property
    def links(self) -> list[str]:
        return [a["href"] or "" for tag, a in self.elements if tag == "a" and a["href"][0] != "#"]  # type: ignore[index]

    @property
    def shape(self) -> list[tuple[str, list[str]]]:
        return [(tag, sorted(attributes)) for tag, attributes in self.elements]

    def row(self, first: str) -> list[str]:
        """The last row whose first cell is this."""
        (*_, found) = ([" ".join(c.split()) for c in row] for row in self.rows if row[0] == first)
        return found


def overview_of(*outcomes: dict[str, Any], title: str = "Target") -> str:
    overview = Overview()
    for data in outcomes:
        overview.add(data)
    rows = [row_of(data, f"reports/{number}.json") for number, data in enumerate(outcomes)]
    return overview_page(overview, rows, title, AS_OF)


def values(file: str = "cv.pdf", **others: Any) -> dict[str, Any]:
    data = json.loads(json.dumps(make_report().to_dict()))
    return {**data, "file": {**data["file"], "path": file}, **others}


def test_a_row_has_what_the_report_says() -> None:
    data = values()
    must = data["score"]["must"]
    row = Page(overview_of(data)).row("cv.pdf")
    assert row[1] == "read"
    assert row[2].endswith(f"{must['found']} of {must['total']}")
    assert row[5:] == ["3", "1", "1", "2", "3", "2", str(data["file"]["words"])]
    assert str(data["score"]["overall"]) not in row


def test_what_is_not_read_well_has_no_figures() -> None:
    unscored = {**make_unscored().to_dict()}
    unscored["file"] = {**unscored["file"], "path": "blurred.pdf"}
    failure = Failure("torn.pdf", "corrupt", "it is torn", "export it again").to_dict()
    shown = overview_of(values(), unscored, failure)
    found = Page(shown)
    blurred, torn = found.row("blurred.pdf"), found.row("torn.pdf")
    assert blurred[1].startswith("read without confidence the text cannot be read")
    assert set(blurred[2:10]) == {"–"}
    assert torn == ["torn.pdf", "not read corrupt", *["–"] * 10]
    assert ["torn.pdf", "corrupt", "it is torn; export it again"] in found.rows
    assert shown.count("data-must=") == 1


def test_findings_of_persons_dates_and_gaps_are_neither_shown_nor_counted() -> None:
    private = [
        {"rule": code, "name": f"name-{code}", "severity": "error"} for code in ("PI101", "DA301")
    ]
    shown = overview_of(values(), values("b.pdf", findings=private))
    assert "PI101" not in shown
    assert "DA301" not in shown
    assert Page(shown).row("b.pdf")[7:10] == ["0", "0", "0"]


def test_files_stand_in_the_order_given_and_nothing_ranks_or_judges() -> None:
    low = values("a.pdf")
    high = values("b.pdf")
    high["score"]["must"]["coverage"] = 1.0
    shown = overview_of(low, high)
    assert [row[0] for row in Page(shown).rows if row[0].endswith(".pdf")] == ["a.pdf", "b.pdf"]
    body = shown.partition("<body>")[2].partition("<script>")[0]
    assert not re.search(r"\b(reject|best|worst|top|score|fail)", body, re.IGNORECASE)
    assert not re.search(r'class="[^"]*\b(good|bad|doubt)\b', body)
    assert "no ranking of people" in body


def test_a_chart_says_in_words_what_it_shows() -> None:
    found = Page(overview_of(values(), values("b.pdf"), {**values(), "score": None}))
    labels = [a["aria-label"] or "" for tag, a in found.elements if a.get("role") == "img"]
    assert [label.partition(":")[0] for label in labels] == [
        "Must-have keywords", "Good-to-have keywords"
    ]  # fmt: skip
    for label in labels:
        counts = [int(n) for n in re.findall(r"in (\d+) resumes?", label)]
        assert len(counts) == len(BANDS)
        assert sum(counts) == 2


def test_a_target_of_must_haves_alone_has_no_column_of_others() -> None:
    data = values()
    data["score"]["good"] = {"found": 0, "total": 0, "coverage": 0.0, "literal": 0.0}
    shown = overview_of(data)
    assert "Good-to-have" not in shown
    assert Page(shown).row("cv.pdf")[2:4] != ["–", "–"]


@pytest.mark.parametrize("data", [values(), Failure("a.pdf", "empty", "it is empty").to_dict()])
def test_links_within_the_page_lead_somewhere(data: dict[str, Any]) -> None:
    elements = Page(overview_of(data)).elements
    places = {a["href"] or "" for tag, a in elements if tag == "a"}
    ids = [a["id"] for _, a in elements if "id" in a]
    assert len(ids) == len(set(ids))
    assert {place[1:] for place in places if place[0] == "#"} <= set(ids)


def test_a_batch_of_which_nothing_is_read() -> None:
    shown = overview_of(Failure("a.pdf", "empty", "it is empty").to_dict())
    assert "<svg" not in shown
    assert Page(shown).row("a.pdf")[1] == "not read empty"


def test_a_long_table_ends_with_a_word_on_what_has_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page, "ROWS", 2)
    shown = overview_of(*(values(f"{n}.pdf") for n in "abc"))
    assert "The table has the first 2 of 3 files by name" in shown
    assert ">b.pdf<" in shown
    assert ">c.pdf<" not in shown


@pytest.mark.parametrize("payload", PAYLOADS)
def test_nothing_active_comes_from_names_keywords_or_titles(payload: str) -> None:
    def make(text: str) -> str:
        hostile = make_hostile(text).to_dict()
        failure = Failure(f"elsewhere/{text}", text, text, text).to_dict()
        flag = [{"rule": "PK101", "name": text, "severity": "error"}]
        return overview_of({**hostile, "findings": flag}, failure, title=text)

    assert Page(make(payload)).shape == Page(make("harmless")).shape


@given(st.text(st.characters(codec=None), min_size=1))
def test_a_link_of_any_name_is_plain_and_stays_in_its_folder(name: str) -> None:
    link = f"reports/{report_name(Path(name), None, Counter())}"
    address = Row(name, link, "read").address
    assert re.fullmatch(r"reports/(?:[\w.~-]|%[0-9A-F]{2})+", address, re.ASCII)
    assert bytes.fromhex(
        "".join(m[1] or f"{ord(m[0]):02x}" for m in re.finditer(r"%(..)|.", address))
    ) == link.encode()  # fmt: skip


def test_percent_encoding() -> None:
    row = Row("cv.pdf", "a b/#1 50%?é'.html", "read")
    assert row.address == "a%20b/%231%2050%25%3F%C3%A9%27.html"


@pytest.mark.parametrize(
    ("files", "folder"),
    [
        (["in/a.pdf", "in/sub/b.pdf"], "in/"),
        (["/x/y/a.pdf", "/x/y/b.pdf"], "/x/y/"),
        (["/a.pdf", "/b/c.pdf"], "/"),
        (["a.pdf", "in/b.pdf"], ""),
        (["in/a.pdf"], "in/"),
        (["1", "2"], ""),
    ],
)
def test_the_folder_that_files_share_is_said_once(files: Sequence[str], folder: str) -> None:
    assert common_folder(files) == folder


NAMES = ("two words.txt", "#1 50%?.txt", "it's “odd” & <b>.txt", "Zoë 日本.txt", "line\nbreak.txt")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("page") / "in"
    place.mkdir()
    for name in NAMES:
        (place / name).write_text("Jane Example\nEXPERIENCE\n- Trained models.\nSKILLS\nPython\n")
    (place / "cv.pdf").write_bytes((EXAMPLES / "software-developer.pdf").read_bytes())
    (place / "empty#.pdf").write_bytes(b"")
    return place


def batch(folder: Path, out: Path, *options: str) -> dict[str, bytes]:
    """The files of a run of two workers in ``out``."""
    arguments = ("--pack", PACK, "-o", str(out), "--workers", "2", "--as-of", "2026-01-01")
    done = atscheck("batch", str(folder), *arguments, *options)
    assert done.returncode == 3, done.stderr
    files = (p for p in out.rglob("*") if p.is_file() and p.name != ".lock")
    return {p.relative_to(out).as_posix(): p.read_bytes() for p in files}


@pytest.fixture(scope="module")
def made(folder: Path) -> dict[str, bytes]:
    return batch(folder, folder.parent / "out", "--html")


def targets(files: dict[str, bytes]) -> set[str]:
    """The files that the overview links to."""
    links = Page(files["overview.html"].decode()).links
    return {re.sub(r"(?:%..)+", lambda m: bytes.fromhex(m[0].replace("%", "")).decode(), link)
            for link in links}  # fmt: skip


def test_every_row_leads_to_its_report(made: dict[str, bytes]) -> None:
    pages = {name for name in made if name.startswith("reports/") and name.endswith(".html")}
    assert len(pages) == len(NAMES) + 1
    assert targets(made) == pages | {"reports/empty_.pdf.json", "summary.csv"}
    assert b"data:image/webp" in made["reports/cv.pdf.html"]
    for name in pages:
        assert f"{name.removesuffix('.html')}.json" in made
        assert made[name].startswith(b"<!doctype html>")


def replay(files: dict[str, bytes], *, html: bool = True) -> list[Outcome]:
    """The outcomes of the run that made these files, in another order."""
    outcomes = []
    for name in sorted(files, reverse=True):
        if name.endswith(".json"):
            data = json.loads(files[name])
            shown = files.get(page_name(name), b"").decode() if html else ""
            outcomes.append(Outcome(Path(data["file"]["path"]), data, shown))
    return outcomes


def replayed(files: dict[str, bytes], *, html: bool = True) -> Callable[..., Iterator[Outcome]]:
    """In place of `pool.run`: the outcomes of the paths that it is given."""
    made = replay(files, html=html)
    return lambda paths, *_: (outcome for outcome in made if outcome.path in paths)


def test_without_html_rows_lead_to_json(
    folder: Path, made: dict[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(run, "run", replayed(made, html=False))
    files = batch(folder, tmp_path / "out")
    assert {name for name in files if name.endswith(".html")} == {"overview.html"}
    reports = {name for name in made if name.startswith("reports/") and name.endswith(".json")}
    assert targets(files) == reports | {"summary.csv"}


def test_reports_that_no_page_can_be_made_of_are_counted(
    folder: Path, made: dict[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(run, "run", replayed(made, html=False))
    done = atscheck("batch", str(folder), "--html", "--pack", PACK, "-o", str(tmp_path / "out"))
    assert done.stderr.endswith(f": {len(NAMES) + 1} reports\n")


def test_the_order_in_which_files_are_done_changes_no_byte(
    folder: Path, made: dict[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(run, "run", replayed(made))
    out = tmp_path / "out"
    (out / "reports").mkdir(parents=True)
    (out / "reports/gone.txt.html").write_text("of an earlier run")
    assert batch(folder, out, "--html", "--overwrite") == made


def test_a_run_that_is_interrupted_keeps_what_is_done_and_has_no_overview(
    folder: Path, made: dict[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*arguments: object) -> Iterator[Outcome]:
        yield replay(made)[-1]
        raise KeyboardInterrupt

    monkeypatch.setattr(run, "run", interrupted)
    out = tmp_path / "out"
    done = atscheck("batch", str(folder), "--html", "--pack", PACK, "-o", str(out))
    assert done.returncode == 130
    assert f"interrupted: 1 of {len(NAMES) + 2} files are done; " in done.stderr
    kept = [p.relative_to(out).as_posix() for p in out.rglob("*.*") if p.name != ".lock"]
    reports = ["reports/Zoë 日本.txt.html", "reports/Zoë 日本.txt.json"]
    assert sorted(kept) == ["journal.jsonl", *reports]


def test_a_worker_makes_the_page_it_can(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker, "_limit_cpu", lambda: None)  # that of this process
    report = make_report(replace(make_document(), data=b"no PDF file"))
    assert worker._page(report).startswith("<!doctype html>")

    def crashed(document: object) -> None:
        raise InputError("crash", "reading it ended the reader")

    monkeypatch.setattr("atscheck.renderers.html.pictures", crashed)
    assert worker._page(report).startswith("<!doctype html>")
    monkeypatch.setattr("atscheck.renderers.html.pictures", lambda document: 1 // 0)
    assert worker._page(report) == ""

    def greedy(document: object) -> None:
        raise MemoryError

    monkeypatch.setattr("atscheck.renderers.html.pictures", greedy)
    with pytest.raises(MemoryError):
        worker._page(report)


def test_a_job_reaches_its_workers_whole() -> None:
    job = Job("pack", None, AS_OF, html=True)
    assert Job.from_line(job.to_line()) == job
