"""The terms of which a posting wants any one ("PyTorch or JAX")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from atscheck.documents.model import Document
from atscheck.jobs.clauses import Clause
from atscheck.jobs.headings import MARK
from atscheck.jobs.mentions import Mention
from atscheck.skills.lexicon import load_lexicon

_NEAR = 80
"""The most characters between two terms of a list."""

_LISTED, _UNKNOWN = 8, 3
"""The most words of an item in a list that "one of the following:" opens, and of one in which
nothing is known."""

_NAME = r"[A-Z][\w.+#-]*(?:\s[A-Z][\w.+#-]*){0,2}"
_TAIL = (
    r"(?:\s*\d+(?:\.\d+)*\+?)?(?:\s+(?:certifications?|certified|development|experience|knowledge"
    r"|programming|qualifications?|qualified|skills?))?\)?"
)
_HEAD = (
    r"(?:(?:alternatively|else|even|failing that|otherwise|an?|either|in|of|some|the|with)\s+"
    r"|(?:experience|expertise|knowledge|proficiency|skills)\s+(?:in|of|with)\s+)*"
)
_OTHERS = rf"(?:\s*[,/]\s*{_NAME})*+"
"""Names between two terms that the lexicon does not have."""

_JOINTS = {
    joint: re.compile(pattern, re.IGNORECASE)
    for joint, pattern in (
        ("or", rf"(?-i:{_OTHERS}){_TAIL}\s*,?\s*(?:\.{{3}}|…)?\s*\(?"
               rf"(?:or|and/or|or/and|alternatively)\s+{_HEAD}"),
        ("and", rf"(?-i:{_OTHERS}){_TAIL}\s*,?\s*(?:and|&|plus|as well as)\s+{_HEAD}"),
        ("/", r"\s*/\s*"),
        (",", rf"(?-i:{_OTHERS})\s*[,|]\s*"),
    )
}  # fmt: skip
"""What may stand between two terms of a list, by what it means."""

_OR_SUCH = re.compile(
    r"\s*,?\s*or\s+(?:(?:an? |any |some )?(?:an)?"
    r"(?:other|similar|equivalent|comparable|related|relevant)\b|both\b)",
    re.IGNORECASE,
)
_ONE_OF = re.compile(
    r"\b(?:any|either|one)(?: or (?:more|both))? of\b[^.;]{0,50}$"
    r"|\b(?:an?|any|another|one)\s+(?:(?!(?:and|for|in|of|or|to|with)\b)[\w-]+\s+){1,4}\($"
    r"|\b(?:at least|minimum) (?:one|1)\b[^.;]{0,50}[:(]\s*$",
    re.IGNORECASE,
)
_SUCH_AS = re.compile(
    r"(?:\b(?:such as|e\.?g\.?|for example|for instance)|(?<!\bwould)(?<!\bwe)(?<!\byou)(?<!['’]d)"
    r"\s+like)[,:]?\s*\(?$",
    re.IGNORECASE,
)
_REACH = 80
"""The most characters before a list in which it is said that any of it will do."""

_FOLLOWING = re.compile(r"\b(?:any|either|one)(?: or more)? of\b[^.;]{0,60}:\s*$", re.IGNORECASE)


def options_of(
    mentions: Sequence[Mention], clauses: Sequence[Clause], document: Document
) -> tuple[tuple[str, ...], ...]:
    """The groups of terms of which any will do ("PyTorch or JAX", "Java/Kotlin"), none in two.

    Of examples too any will do, even of "tools such as A, B and C": what is asked for is such a
    tool, and who knows one shows it. "Including A, B and C" names parts, each of which is meant.
    A term that the posting also demands for itself is in no group, nor is the kind of another
    one ("SQL" beside "PostgreSQL").
    """
    found: list[list[Mention]] = [*_listed(mentions, clauses)]
    below = {mention for group in found for mention in group}
    for run in _runs([m for m in mentions if m not in below], document):
        found += [group for group in _alternatives(run) if group[1:]]
    found = [group for group in map(_without_kinds, found) if group[1:]]
    optional = {mention for group in found for mention in group}
    demanded = {
        m.name for m in mentions if m.clause.firm and m.clause.tier == "must" and m not in optional
    }
    groups: dict[int, list[str]] = {}
    group_of: dict[str, int] = {}
    for number, group in enumerate(sorted(found, key=lambda group: group[0].span.start)):
        names = [mention.name for mention in group if mention.name not in demanded]
        touching = sorted({group_of[name] for name in names if name in group_of})
        joined = [*(name for other in touching for name in groups.pop(other)), *names]
        groups[number] = list(dict.fromkeys(joined))
        group_of.update(dict.fromkeys(joined, number))
    return tuple(tuple(group) for group in groups.values() if group[1:])


def _without_kinds(group: list[Mention]) -> list[Mention]:
    """The group without those terms that are the kind of another one in it."""
    terms = load_lexicon().terms
    kinds: set[str] = set()
    ahead = [mention.name for mention in group]
    while ahead:
        implied = terms[name].implies if (name := ahead.pop()) in terms else ()
        ahead += [kind for kind in implied if kind not in kinds]
        kinds.update(implied)
    return [mention for mention in group if mention.name not in kinds]


def _listed(mentions: Sequence[Mention], clauses: Sequence[Clause]) -> Iterator[list[Mention]]:
    """The terms of each list of short items that "one or more of:" opens."""
    held: dict[Clause, list[Mention]] = {}
    for mention in mentions:
        held.setdefault(mention.clause, []).append(mention)
    for number, clause in enumerate(clauses):
        if not _FOLLOWING.search(clause.text):
            continue
        group: list[Mention] = []
        marked = None
        for item in clauses[number + 1 :]:
            mark = MARK.match(item.text) is not None
            marked = mark if marked is None else marked
            most = _LISTED if item in held else _UNKNOWN
            if (item.part, mark) != (clause.part, marked) or not _is_item(item.text, most):
                break
            group += held.get(item, ())
        if group[1:]:
            yield group


def _is_item(text: str, most: int) -> bool:
    """Whether it goes on with a list of names, of ``most`` words, and asks for no years."""
    return len(text.split()) <= most and re.search(r"\b(?:years?|yrs)\b", text, re.I) is None


@dataclass(frozen=True, slots=True)
class _Item:
    """A mention in a list.

    Attributes:
        joint: what joins it to the one before it: "", ",", "/", "or" or "and".
        open: whether the words around the list say that any will do ("one of", "or similar").
    """

    mention: Mention
    joint: str
    open: bool


def _runs(mentions: Sequence[Mention], document: Document) -> Iterator[list[_Item]]:
    """The terms that only what joins a list stands between."""
    run: list[_Item] = []
    last: Mention | None = None
    for mention in mentions:
        joint = "" if last is None else _joint(document, last, mention)
        if not joint:
            if run:
                yield run
            run = []
        run.append(_Item(mention, joint, _is_open(mention, first=not joint)))
        last = mention
    if run:
        yield run


def _is_open(mention: Mention, *, first: bool) -> bool:
    """Whether any will do of the list that a mention is in: by what opens it, or by its end."""
    clause = mention.clause
    if first:
        before = clause.text[: mention.span.start - clause.span.start][-_REACH:]
        return bool(_ONE_OF.search(before) or _SUCH_AS.search(before))
    return bool(_OR_SUCH.match(clause.text, mention.span.end - clause.span.start))


def _joint(document: Document, last: Mention, mention: Mention) -> str:
    if last.clause != mention.clause or not 0 < mention.span.start - last.span.end <= _NEAR:
        return ""
    between = document.text[last.span.end : mention.span.start].replace("\n", " ")
    return next((joint for joint, some in _JOINTS.items() if some.fullmatch(between)), "")


def _alternatives(run: Sequence[_Item]) -> Iterator[list[Mention]]:
    """The groups of alternatives in a list.

    "A, B or C" is one; "A or B, C or D" are two; of "A, B/C" only what the slash joins is.
    """
    if run[0].open:
        yield [item.mention for item in run]
        return
    for part in _divided(run, "and"):
        joints = [item.joint for item in part[1:]]
        late = "or" in joints and "," not in joints[joints.index("or") :]
        if late or part[-1].open:
            yield [item.mention for item in part]
        else:
            for some in _divided(part, ","):
                yield [item.mention for item in some]


def _divided(run: Sequence[_Item], joint: str) -> Iterator[list[_Item]]:
    """The parts of a run between the joints of a kind."""
    part: list[_Item] = []
    for item in run:
        if item.joint == joint and part:
            yield part
            part = []
        part.append(item)
    yield part
