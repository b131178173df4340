"""A resume in the form of JSON Resume 1.0.0 (https://jsonresume.org/schema).

Only what the resume says, as it says it: a field that was not found is left out, dates have the
precision that is written, and text that a person cannot see is no part of it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from atscheck import __version__
from atscheck.documents.model import Line
from atscheck.report.values import Values
from atscheck.resume.dates import find_dates, find_ranges
from atscheck.resume.links import normalised
from atscheck.resume.model import (
    ContactLink,
    Education,
    Passage,
    Position,
    Resume,
    SectionKind,
    YearMonth,
)
from atscheck.resume.roles import is_title
from atscheck.resume.words import words

SCHEMA = "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json"

_ITEM = re.compile(r"(?:\([^()]{0,200}\)|[^,;|•\t(]|\()+")
"""One entry of a list: "AWS (EC2, S3)" in "AWS (EC2, S3), SQL"."""

_LABELLED = re.compile(
    r"(?P<label>[^:,.\t]{2,40})(?::\s|\t(?=[^\t]{0,500},[^\t]{0,500}$))\s*(?P<value>.+)"
)
"""A list under a name of its own: "Tools: Git, Make", or beside it in the last cell of a row."""

_LANGUAGE = re.compile(r"(?P<language>[^:(\t-]{2,40}?)\s*(?:[:(\t]|\s-\s)\s*(?P<fluency>[^()]+)\)?")
"""A language with what is said of it: "German (B2)", "German: fluent", "German - fluent"."""

_URL = re.compile(
    r"(?:https?://)?(?:[\w-]{1,63}\.){1,6}[a-z]{2,24}(?::\d{1,5})?"
    r"(?P<path>/[\w.~:/@!$&'()*+,;=%-]{0,300})?(?:[?#][\w.~:/?#@!$&'()*+,;=%-]{0,300})?",
    re.ASCII | re.IGNORECASE,
)
"""An address in the characters of RFC 3986, perhaps without its scheme, and its path."""


def jsonresume_to_dict(resume: Resume) -> Values:
    """``resume`` as JSON values that the JSON Resume schema describes."""
    items = {
        "basics": _basics(resume),
        "work": [_work(p, own) for p, own in _positions(resume)],
        "volunteer": [_activity("summary", *e) for e in _entries(resume, "volunteering")],
        "education": [_education(study) for study in resume.education],
        "awards": [_dated("title", "date", p.text) for p in _passages(resume, "awards")],
        "certificates": [_dated("name", "date", item.text) for item in resume.certifications],
        "publications": [
            _dated("name", "releaseDate", p.text) for p in _passages(resume, "publications")
        ],
        "skills": [s for p in _passages(resume, "skills") for s in _skills(p)],
        "languages": [_language(item.text) for item in resume.languages],
        "interests": [
            {"name": name} for p in _passages(resume, "interests") for name in _items(p.text)
        ],
        "references": [{"reference": p.text} for p in _passages(resume, "references")],
        "projects": [_activity("name", *e) for e in _entries(resume, "projects", "research")],
    }
    meta = {"version": "v1.0.0", "atscheck": __version__, "doubt": resume.document.doubt}
    return {"$schema": SCHEMA, **_filled(items), "meta": _filled(meta)}


def _filled(fields: Values) -> Values:
    """The fields that have a value; a wide gap in a text is a space."""
    return {
        key: value.replace("\t", " ") if isinstance(value, str) else value
        for key, value in fields.items()
        if value not in (None, "", [], {})
    }


def _basics(resume: Resume) -> Values:
    contact = resume.contact
    own = [link for link in contact.links if link.kind == "portfolio"]
    networks = [link for link in contact.links if link.kind != "portfolio"]
    return _filled(
        {
            "name": contact.name,
            "label": _label(resume),
            "email": contact.email,
            "phone": contact.phone,
            "url": next(filter(None, (_url(link.target) for link in own)), None),
            "summary": " ".join(p.text for p in _passages(resume, "summary", "objective")),
            "location": _location(contact.location or ""),
            "profiles": [_profile(link) for link in networks],
        }
    )


def _label(resume: Resume) -> str | None:
    """The role that a person gives themselves beside their name and address."""
    document, contact = resume.document, resume.contact
    known = [s for s in (contact.name_span, contact.email_span, contact.phone_span) if s]
    for line in _contact_lines(resume):
        text = document.line_text(line)
        if is_title(text) and not any(line.span.overlaps(span) for span in known):
            return text
    return None


def _contact_lines(resume: Resume) -> Iterator[Line]:
    for section in resume.sections:
        if section.kind == "contact" and section.span.end > section.span.start:
            yield from (n for n in resume.document.lines_of(section.span) if not n.hidden)


def _location(written: str) -> Values:
    """A place by its parts; one with numbers is an address, whose parts nothing tells apart."""
    if any(map(str.isdigit, written)):
        return {"address": written}
    city, _, region = (part.strip() for part in written.partition(","))
    if not region and city.casefold() not in words("places", "cities"):
        return _filled({"region": city})
    return _filled({"city": city, "region": region})


def _profile(link: ContactLink) -> Values:
    """A page of a network, which is named by its kind, else by its host."""
    network = normalised(link.target).split("/", 1)[0] if link.kind == "other" else link.kind
    found = _URL.fullmatch(link.target)
    path = (found["path"] or "").rstrip("/") if found else ""
    return _filled(
        {"network": network, "username": path.rpartition("/")[2], "url": _url(link.target)}
    )


def _url(written: str) -> str | None:
    """An address that a program can follow, with its scheme; None where it is none."""
    if _URL.fullmatch(written) is None:
        return None
    return written if "://" in written else f"https://{written}"


def _positions(resume: Resume) -> Iterator[tuple[Position, list[Passage]]]:
    """Each job with the statements between it and the next one, all in the experience section."""
    positions = sorted(resume.positions, key=lambda position: position.span.start)
    starts = [position.span.start for position in positions]
    below: dict[int, list[Passage]] = {}
    for bullet in resume.statements:
        if bullet.passage.section == "experience":
            owner = bisect_left(starts, bullet.passage.offsets[0]) - 1
            below.setdefault(owner, []).append(bullet.passage)
    return ((position, below.get(i, [])) for i, position in enumerate(positions))


def _work(position: Position, own: Sequence[Passage]) -> Values:
    return _filled(
        {
            "name": position.organisation,
            "position": position.title,
            "location": position.location,
            **_dates(position.start, position.end),
            "summary": " ".join(p.text for p in own if p.kind == "sentence"),
            "highlights": [p.text for p in own if p.kind != "sentence"],
        }
    )


def _education(study: Education) -> Values:
    """A study; a date that stands alone is when it ended."""
    start = None if study.start == study.end else study.start
    return _filled(
        {
            "institution": study.institution,
            "area": study.field,
            "studyType": study.degree,
            **_dates(start, study.end),
            "score": study.score,
        }
    )


def _dates(start: YearMonth | None, end: YearMonth | None) -> Values:
    return {"startDate": str(start) if start else None, "endDate": str(end) if end else None}


def _passages(resume: Resume, *kinds: SectionKind) -> list[Passage]:
    """What a person sees in sections of these kinds, without the headings."""
    return [
        p for p in resume.passages if p.section in kinds and p.kind != "heading" and not p.hidden
    ]


def _entries(resume: Resume, *kinds: SectionKind) -> Iterator[tuple[list[Passage], list[Passage]]]:
    """Each title, perhaps with its dates on a line of their own, and what stands below it.

    A passage with no title above it is an entry of its own.
    """
    head: list[Passage] = []
    below: list[Passage] = []
    for passage in _passages(resume, *kinds):
        titled = bool(head) and head[0].kind == "title"
        if titled and passage.kind != "title":
            below.append(passage)
        elif titled and not below and len(head) == 1 and _is_dated(head[0]) != _is_dated(passage):
            head.append(passage)
        else:
            if head:
                yield head, below
            head, below = [passage], []
    if head:
        yield head, below


def _is_dated(passage: Passage) -> bool:
    return next(find_ranges(passage.text), None) is not None


def _activity(field: str, head: Sequence[Passage], below: Sequence[Passage]) -> Values:
    """A project or the like: its title in ``field``, a passage without one in "description"."""
    text = "\t".join(passage.text for passage in head)
    titled = head[0].kind == "title"
    dates = next(find_ranges(text), None) if titled else None
    name = text[: dates.start].strip(" \t|,(-") if dates else ""
    return _filled(
        {
            field if titled or field == "summary" else "description": name or text,
            **(_dates(dates.first, dates.last) if dates else {}),
            "highlights": [p.text for p in below],
            "type": "research" if head[0].section == "research" else None,
        }
    )


def _dated(name: str, date: str, text: str) -> Values:
    """An award or the like, as written, with its date if it names just one."""
    dates = [found for _, _, found in find_dates(text)]
    return _filled({name: text, date: str(dates[0]) if len(dates) == 1 else None})


def _skills(passage: Passage) -> Iterator[Values]:
    """A labelled list as one skill with its keywords, any other list as a skill for each entry."""
    labelled = _LABELLED.fullmatch(passage.text)
    if passage.kind == "bullet":
        yield {"name": passage.text}
    elif labelled:
        yield {"name": labelled["label"].strip(), "keywords": _items(labelled["value"])}
    else:
        yield from ({"name": name} for name in _items(passage.text))


def _items(text: str) -> list[str]:
    """The entries of a list written on one line."""
    items = (found.group().strip(" .-").removeprefix("and ") for found in _ITEM.finditer(text))
    return [item for item in items if item]


def _language(text: str) -> Values:
    found = _LANGUAGE.fullmatch(text)
    return {k: v.strip() for k, v in found.groupdict().items()} if found else {"language": text}
