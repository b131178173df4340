"""What a new version of a resume won and lost as Markdown, as for a comment on a pull request."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from atscheck.renderers import content, phrases, versions
from atscheck.renderers.safe import markdown_safe
from atscheck.renderers.versions import Block, Entry
from atscheck.report import Difference

Lines = Iterator[str]


def render(found: Difference) -> str:
    """Everything that differs, as lists."""
    return "\n".join(_difference(found)) + "\n"


def _difference(found: Difference) -> Lines:
    yield f"# {_text(versions.files(found))} against {_text(found.new.target.title)}"
    if found.unscored:
        yield from _heading("Not compared")
        yield from (f"- {_text(why)}" for _, why in versions.unscored(found))
    elif summary := versions.summary(found):
        yield from ("", summary)
        yield from _to_do(found)
    else:
        yield from _score(found)
        yield from _side("Won", "+", versions.won(found))
        yield from _side("Lost", "-", versions.lost(found))
        yield from _statements(found)
        yield from _pairs("What an ATS files", versions.filings(found))
        yield from _to_do(found)
    yield from ("", f"_{content.CLOSING}_")


def _score(found: Difference) -> Lines:
    counts = dict(versions.coverages(found))
    points = (
        (name, "; ".join(filter(None, (of, change, counts.get(name)))))
        for name, of, change in versions.parts(found)
    )
    yield from _pairs(f"Score {versions.overall(found)}", points)
    yield from _pairs("Sub-skills", versions.groups(found))


def _side(title: str, sign: str, blocks: Iterable[Block]) -> Lines:
    every = list(blocks)
    yield from _heading(title)
    for block in every:
        yield from (_entry(sign, block.label, entry) for entry in block.entries)
    if not every:
        yield "Nothing."


def _statements(found: Difference) -> Lines:
    text, blocks = versions.statements(found)
    if not blocks:
        return
    yield from _heading("Statements")
    yield from (f"{_text(text)}.", "")
    signs = {"added": "+", "removed": "-", "reworded": "~"}
    for block in blocks:
        yield from (_entry(signs[block.label], block.label, entry) for entry in block.entries)


def _entry(sign: str, label: str, entry: Entry) -> str:
    """One entry as one line of a list; the sign stands in it, whatever the list is marked with."""
    name = f"“{_text(entry.said)}”" if entry.said else f"**{_text(entry.name)}**"
    where = f" ({_text(entry.place)})" if entry.place else ""
    old, place = entry.was
    note = f", was “{old}” ({place})" if old else f": {entry.note}" if entry.note else ""
    return f"- {_text(sign)} {label}: {name}{where}{_text(note)}"


def _pairs(title: str, pairs: Iterable[tuple[str, str]]) -> Lines:
    every = list(pairs)
    if every:
        yield from _heading(title)
        yield from (f"- {_text(f'{name}: {value}')}" for name, value in every)


def _to_do(found: Difference) -> Lines:
    lacking = ((label, "; ".join(names)) for label, names in versions.to_do(found) if names)
    yield from _pairs("Still to do", lacking)


def _heading(text: str) -> Lines:
    yield from ("", f"## {_text(text)}", "")


def _text(text: str) -> str:
    """``text`` as literal text, without the glue that lines are laid out with."""
    return markdown_safe(text.replace(phrases.GLUE, " "))
