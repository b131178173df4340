"""The benchmarks: their measures, and that what they measure does what it is to do."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from atscheck.matching import find_terms
from benchmarks import characters, growth, hostile, jobs, matching, onet, runs
from benchmarks.reading import canvases, lettering, placed, word, word_xml
from benchmarks.reading.__main__ import shortfall, summary
from benchmarks.reading.flowing import LAYOUTS as FLOWING
from benchmarks.reading.flowing import Dialect
from benchmarks.reading.measures import Agreement, agreement, words
from benchmarks.reading.programs import Html, Typst
from benchmarks.reading.readers import read_atscheck
from benchmarks.reading.sheet import Drawing


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("• Cut costs (by 35%).", ["cut", "costs", "by", "35"]),
        ("e\ufb03cient \ue0b0 ada@example.org", ["efficient", "ada@example.org"]),
        ("reproduci-\nbility", ["reproducibility"]),
        ("well-\nknown", ["wellknown"]),
        ("well-known", ["wellknown"]),
        ("2019 –\n2021", ["2019", "2021"]),
        ("Jan-\nFeb", ["jan", "feb"]),
        ("S K I", ["s", "k", "i"]),
    ],
)
def test_words_come_out_whole(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@pytest.mark.parametrize(
    ("read", "expected"),
    [
        ("a b c d", (1, 1, 1)),
        ("a b c", (0.75, 1, 1)),
        ("a b c d e", (1, 0.8, 1)),
        ("a b c d d", (1, 0.8, 1)),
        ("c d a b", (1, 1, 0.5)),
        ("x", (0, 0, 0)),
        ("", (0, 0, 0)),
    ],
)
def test_agreement_with_four_words(read: str, expected: tuple[float, float, float]) -> None:
    assert agreement(["a", "b", "c", "d"], read.split()).figures == expected


def test_repeated_words_count_as_often_as_they_stand() -> None:
    assert agreement("a a b".split(), "a b a".split()).figures == (1, 1, pytest.approx(2 / 3))


def test_summary_names_what_is_below_target_and_who_is_ahead() -> None:
    ours, theirs = Agreement(1, 0.99, 1), Agreement(0.5, 1, 0.5)
    below, ahead = summary({("pdf", "bands"): [{"atscheck": ours, "other": theirs}]})
    assert below.endswith(": pdf:bands")
    assert ahead.endswith(": pdf:bands (other)")


def read(data: bytes, name: str, folder: Path) -> list[str]:
    path = folder / name
    path.write_bytes(data)
    return words(read_atscheck(path))


@pytest.mark.parametrize("layout", [*placed.LAYOUTS, *lettering.LAYOUTS])
def test_layouts_of_reportlab(layout: Callable[[int], Drawing], tmp_path: Path) -> None:
    if layout is lettering.icons:
        pytest.importorskip("fontTools", reason="fontTools makes the icons")
    drawing = layout(1)
    found = read(canvases.write_reportlab(drawing), "cv.pdf", tmp_path)
    assert shortfall(agreement(words(drawing.expected), found)) <= 0


@pytest.mark.parametrize("layout", [*word.LAYOUTS, *word_xml.LAYOUTS])
def test_layouts_of_word(layout: Callable[[int], word.Written], tmp_path: Path) -> None:
    data, expected = layout(1)
    found = read(data, "cv.docx", tmp_path)
    assert shortfall(agreement(words(expected), found)) <= 0


@pytest.mark.parametrize("layout", FLOWING)
def test_a_layout_says_the_same_words_in_each_dialect(
    layout: Callable[[Dialect, int], str],
) -> None:
    expected = [word for word in words(layout(Dialect(), 1)) if word.isalpha()]
    for dialect in (Typst(), Html()):
        said = layout(dialect, 1).casefold()
        assert [word for word in expected if word not in said] == []


def test_more_terms_than_the_lexicon_has() -> None:
    size = len(matching.LEXICON.terms) + 1_000
    names = [term.name for term in matching.terms_of(size)]
    assert len(names) == len(set(names)) == size
    assert set(matching.LEXICON.terms) <= set(names)


def test_each_matcher_finds_a_term_and_the_shipped_lexicon_stays() -> None:
    text = matching.texts()[-1]
    terms = [matching.LEXICON.terms[name] for name in find_terms(text)]
    assert terms
    for _, make in matching.present():
        assert list(make(terms[:50])(text))  # type: ignore[call-overload]
    assert set(find_terms(text)) == {term.name for term in terms}


@pytest.mark.parametrize("name", growth.CASES)
def test_each_stage_is_measured_with_each_of_its_lines(
    name: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    stage, _, parts = growth.CASES[name]
    monkeypatch.setattr(growth, "CASES", {name: (stage, 5, parts)})
    growth.main()
    first, *rows = capsys.readouterr().out.splitlines()
    assert first.endswith("linear: 4.0 x")
    assert all(row.startswith(f"  {name} ") for row in rows)
    assert [repr(part) in row for row, part in zip(rows, parts, strict=True)] == [True] * len(parts)


@pytest.mark.parametrize(
    ("stage", "part", "found"),
    [
        (growth.spoken, "German-", 3),
        (growth.certificates, "CSCS card, pest licence, ", 6),
        (growth.alternatives, "Fo#a or Fo#b, ", 3),
        (growth.unseen_names, "Frobnitz ", 1),
    ],
)
def test_a_stage_finds_what_its_line_holds(stage: growth.Stage, part: str, found: int) -> None:
    assert len(stage(part, 3)()) == found  # type: ignore[arg-type]


def test_postings_without_data_are_skipped(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    jobs.main(tmp_path)
    assert (
        capsys.readouterr().out
        == f"Spans in postings: skipped, no SkillSpan at {tmp_path}/dev.json\n"
    )


def test_postings_are_scored_by_source(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = [
        {
            "idx": 1, "source": source, "tokens": ["Experience", "with", "Docker", "."],
            "tags_knowledge": ["O", "O", tag, "O"], "tags_skill": ["O"] * 4,
        }
        for source, tag in (("tech", "B"), ("house", "O"))
    ]  # fmt: skip
    (tmp_path / "dev.json").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    jobs.main(tmp_path)
    lines = capsys.readouterr().out.splitlines()
    [lexicon] = [line for line in lines if line.startswith("  knowledge, lexicon")]
    assert lexicon.split()[2:] == ["0.500", "1.000", "0.667", "1.000", "0.000"]
    [size] = [line for line in lines if line.startswith("Models: ")]
    assert float(size.split()[1]) <= 12


def test_characters_differ_in_one_thing_or_are_others() -> None:
    stock = [(1, "a", 0, 0, 5, 10, 10, None), (1, "\t", 5, 0, 9, 10, 10, None)]
    stock += [(1, "b", 9, 12, 14, 22, 10, None), (1, "c", 0, 0, 5, 10, 4, None)]
    ours = [(1, "a", 0, 0, 5, 10, 10, None), (1, " ", 5, 0, 9, 10, 10, None)]
    ours += [(1, "b", 9, 0, 14, 10, 10, None), (1, "c", 0, 0, 5, 10, 10, None)]
    told = characters.differences(Counter([*stock, stock[1]]), Counter(ours))
    assert told == {"text": 1, "height": 1, "size": 1, "character": 1}


@pytest.mark.parametrize("write", canvases.WRITERS.values())
def test_characters_of_made_files_are_those_of_pdfminer(
    write: Callable[[Drawing], bytes],
) -> None:
    pytest.importorskip("fpdf", reason="fpdf2 and reportlab make the files (extra bench)")
    data = write(next(iter(placed.LAYOUTS))(1))
    known = Counter(characters.characters_of_stock(characters.stock(data)))
    assert known == Counter(characters.characters_of_ours(characters.ours(data)))


def test_copies_for_a_batch_are_files_of_their_own(tmp_path: Path) -> None:
    """A batch reads files of one content once."""
    first, second = tmp_path / "a.pdf", tmp_path / "b.pdf"
    for path in (first, second):
        path.write_bytes(path.name.encode())
    runs.copies([first, second], 5, tmp_path / "in")
    found = [path.read_bytes() for path in sorted((tmp_path / "in").iterdir())]
    assert len(set(found)) == 5
    assert [data[:5] for data in found] == [b"a.pdf", b"b.pdf"] * 2 + [b"a.pdf"]


@pytest.mark.parametrize(
    ("expected", "found", "code", "told"),
    [
        ("error:CORRUPT|ok", {"ok", "KW101"}, 0, "1 in class, 0 in another"),
        ("error:LIMIT", {"ok", "PA104"}, 0, "1 in class, 0 in another"),
        ("finding:HIDDEN_TEXT", {"ok", "PA601"}, 0, "1 in class, 0 in another"),
        (
            "finding:HIDDEN_TEXT",
            {"ok", "PA104"},
            1,
            "a_b.pdf: NOT IN CLASS: PA104, ok for finding:",
        ),
        ("ok", {"no-text"}, 0, "a_b.pdf: no-text for ok: no letter"),
        ("ok", {"corrupt"}, 1, "0 in class, 0 in another for a reason, 1 in none"),
        ("ok", set(), 1, "a_b.pdf: NOT IN CLASS: nothing for ok"),
        ("error:NO_SUCH", {"ok"}, 1, "1 in none"),
        ("error:CORRUPT|ok", {"internal"}, 1, "1 internal or crash"),
    ],
)
def test_hostile_files_are_held_to_their_classes(
    expected: str, found: set[str], code: int, told: str,
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    (tmp_path / "manifest.json").write_text(json.dumps({"a_b.pdf": {"expected": expected}}))
    monkeypatch.setattr(hostile, "REASONS", {"a": ("no-text", "no letter")})
    monkeypatch.setattr(hostile, "outcomes", lambda folder, names: dict.fromkeys(names, found))
    assert hostile.main(tmp_path) == code
    assert told in capsys.readouterr().out


def test_technologies_are_known_by_terms_that_leave_no_word_over(tmp_path: Path) -> None:
    maker = frozenset({"microsoft", "software"})
    for name, is_known in (
        ("Microsoft Excel", True), ("Structured query language SQL", True),
        ("SAP software", True), ("Excel Frobnicator", False), ("Microsoft software", False),
    ):  # fmt: skip
        assert onet.known(name, maker) == is_known, name
    names = ["Acme One", "Acme Two", "Acme Three", "Other One"]
    assert onet.makers(names) == {"acme"}
    assert onet.main(tmp_path / "nowhere") == 2
