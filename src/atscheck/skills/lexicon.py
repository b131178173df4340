"""The lexicon: skills by canonical name, found by any name they go by."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from itertools import chain
from types import MappingProxyType
from typing import Any

from atscheck.compiled import SortedRows, load_rows, load_sorted
from atscheck.data import lasting, load_table, load_words, table_names
from atscheck.errors import PackError
from atscheck.skills.model import Term
from atscheck.skills.tables import Table, quoted

_KEYS = ("schema", "field", "language", "title", "sources", "licence", "terms")
_LISTS = ("aliases", "acronyms", "ambiguous", "near", "never_near", "implies")
_FLAGS = ("case", "context")


@lru_cache(maxsize=100_000)
def surface_key(surface: str) -> str:
    """``surface`` folded for look-up: lower case, American, no spaces, hyphens and full stops."""
    american = load_words("spelling")["british_to_american"]
    words = " ".join(american.get(word, word) for word in surface.casefold().split())
    return re.sub(r"(?<=\w)[\s.-]+(?=\w)|(?<=\w)\.$", "", words)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All terms, by canonical name and by every surface form (folded by `surface_key`)."""

    terms: Mapping[str, Term]
    surfaces: Mapping[str, tuple[str, ...]]

    def resolve(self, name: str, fields: Mapping[str, int] = MappingProxyType({})) -> Term:
        """The term called ``name``, under that name; a term of its own if the lexicon has none.

        A keyword "NLP" is met by "natural language processing" and the other way round, so a
        term found by one of its other names swaps that name with the canonical one. Of several
        terms that are called so ("SEM") it is the one of the field that ``fields`` (as of
        `fields_of`) has most of; where that tells nothing, any of them meets it.
        """
        owners = [self.terms[owner] for owner in self._owners(name)]
        if not owners:
            return Term(name)
        if surface_key(owners[0].name) == surface_key(name):
            return owners[0]
        most = max(fields.get(term.field, 0) for term in owners)
        likely = [term for term in owners if fields.get(term.field, 0) == most]
        first, *others = (_renamed(term, name) for term in likely)
        return replace(
            first,
            aliases=_joined(first.aliases, *(term.aliases for term in others)),
            acronyms=_joined(first.acronyms, *(term.acronyms for term in others)),
            ambiguous=_joined(first.ambiguous, *(term.ambiguous for term in others)),
            context=any(term.context for term in (first, *others)),
            near=_joined(first.near, *(term.near for term in others)),
            never_near=() if others else first.never_near,
        )

    def fields_of(self, names: Iterable[str]) -> Counter[str]:
        """How many of ``names`` are of each field, those left out that several terms have."""
        owners = (self._owners(name) for name in names)
        return Counter(self.terms[own[0]].field for own in owners if len(own) == 1)

    def _owners(self, name: str) -> tuple[str, ...]:
        return next((o for k in _keys(name) if (o := self.surfaces.get(k))), ())


def _renamed(term: Term, name: str) -> Term:
    """``term`` under one of its other names, or what a narrower name stands for.

    Photography shows no "wedding photography", which is a kind of it.
    """
    if (kind := _kind(term, name)) is not None:
        alike = tuple(s for s in term.aliases if s != name and s.casefold().startswith(kind + " "))
        return Term(name, alike, implies=(term.name,), field=term.field)
    key = surface_key(name)
    others = tuple(s for s in term.aliases if s.casefold() != name.casefold())
    shorts = tuple(s for s in term.acronyms if surface_key(s) != key)
    # "optimization", asked for by that plain word, is met by any; "Excel" is still a program.
    ambiguous = {surface_key(s): s for s in term.ambiguous}
    plain = ambiguous.get(key, "").islower()
    still = tuple(s for s in term.ambiguous if surface_key(s) != key)
    short = len(shorts) < len(term.acronyms)
    return replace(
        term,
        name=name,
        canonical=term.name,
        aliases=others if short else (term.name, *others),
        acronyms=(term.name, *shorts) if short else shorts,
        case=False,
        context=key in ambiguous and not plain,
        ambiguous=(*still, term.name) if term.context else still,
    )


def _kind(term: Term, name: str) -> str | None:
    """The first words of a name that is another one with words before it: "wedding" photography.

    None where these words leave the meaning as it is ("strong communication").
    """
    lowered = name.casefold()
    for other in (term.name, *term.aliases):
        kind = lowered.removesuffix(" " + other)
        if kind != lowered and other.islower() and kind not in _neutral():
            return kind
    return None


@cache
def _neutral() -> frozenset[str]:
    return frozenset(load_words("inflections")["neutral"])


def _joined(*texts: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(chain.from_iterable(texts)))


def _keys(name: str) -> Iterator[str]:
    """The keys to look ``name`` up by: its own, and for several words that of its other number."""
    key = surface_key(name)
    yield key
    if (len(name.split()) > 1 and name[-1:].islower()) or (name.islower() and len(name) > 4):
        yield key.removesuffix("s") if key.endswith("s") else key + "s"


class _Terms(Mapping[str, Term]):
    """The terms of a table, each made when it is first asked for."""

    def __init__(self, rows: Iterable[str]) -> None:
        self._rows = dict(row.split("\t", 1) for row in rows)
        self._made: dict[str, Term] = {}

    def __getitem__(self, name: str) -> Term:
        if name not in self._made:
            values: dict[str, Any] = json.loads(self._rows[name])
            values |= {key: tuple(values[key]) for key in _LISTS if key in values}
            self._made[name] = Term(name, **values)
        return self._made[name]

    def __contains__(self, name: object) -> bool:
        return name in self._rows

    def __iter__(self) -> Iterator[str]:
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)


class _Surfaces(Mapping[str, tuple[str, ...]]):
    """The owners of surfaces in a table."""

    def __init__(self, rows: SortedRows) -> None:
        self._rows = rows

    def __getitem__(self, key: str) -> tuple[str, ...]:
        for owners in self._rows.of(key):
            return tuple(owners.split("\t"))
        raise KeyError(key)

    def __iter__(self) -> Iterator[str]:
        return (row.split("\t", 1)[0] for row in self._rows)

    def __len__(self) -> int:
        return len(self._rows)


@cache
def load_lexicon() -> Lexicon:
    """The lexicon of keywords/lexicon/, read once.

    Raises:
        PackError: naming file, key and remedy, if a file is not valid.
    """
    with lasting():
        return Lexicon(
            _Terms(load_rows("terms", term_rows)), _Surfaces(load_sorted("surfaces", surface_rows))
        )


@cache
def read_lexicon() -> Lexicon:
    """The lexicon as the TOML files have it."""
    terms: dict[str, Term] = {}
    with lasting():
        for name in table_names("lexicon"):
            file = f"lexicon/{name}.toml"
            for term in read_terms(load_table("lexicon", name), file):
                if term.name in terms:
                    raise PackError(file, "the term is defined twice", "remove one", key=term.name)
                terms[term.name] = term
        return make_lexicon(terms.values())


def term_rows() -> Iterator[str]:
    """The rows of the table of terms: the name and, in JSON, what else is known of it."""
    for term in read_lexicon().terms.values():
        values = {key: getattr(term, key) for key in ("field", *_FLAGS, *_LISTS)}
        told = {key: value for key, value in values.items() if value}
        yield f"{term.name}\t{json.dumps(told, ensure_ascii=False, separators=(',', ':'))}"


def surface_rows() -> list[str]:
    """The sorted rows of the table of surfaces: the key and the terms that have it."""
    surfaces = read_lexicon().surfaces
    return sorted("\t".join((key, *owners)) for key, owners in surfaces.items())


def make_lexicon(terms: Iterable[Term]) -> Lexicon:
    """A lexicon of ``terms``; where two share a surface, the canonical one comes first."""
    by_name = {term.name: term for term in terms}
    surfaces: dict[str, list[str]] = {}
    for name in by_name:
        surfaces.setdefault(surface_key(name), []).append(name)
    for term in by_name.values():
        for surface in (*term.aliases, *term.acronyms):
            owners = surfaces.setdefault(surface_key(surface), [])
            if term.name not in owners:
                owners.append(term.name)
    frozen = {key: tuple(owners) for key, owners in surfaces.items()}
    return Lexicon(MappingProxyType(by_name), MappingProxyType(frozen))


def read_terms(values: dict[str, Any], name: str) -> list[Term]:
    """The terms of one lexicon file's table; messages call the file ``name``.

    Raises:
        PackError: naming file, key and remedy.
    """
    file = Table(name, "", values)
    file.only(_KEYS)
    if file.count("schema", most=1_000) != 1:
        file.fail("schema", "this atscheck reads schema 1 only", "write schema = 1")
    file.text("title")
    file.text("licence")
    file.language()
    file.texts("sources", required=True)
    terms, field = file.table("terms"), file.text("field")
    return [_term(terms, key, field) for key in terms.values]


def _term(terms: Table, key: str, field: str) -> Term:
    entry = terms.table(key, (*_LISTS, *_FLAGS), hint='write "name" = { aliases = ["…"] }')
    name = terms.as_text("", key)
    lists: dict[str, Any] = {part: entry.texts(part) for part in _LISTS}
    for surface in lists["ambiguous"]:
        if surface not in lists["aliases"] and surface not in lists["acronyms"]:
            message = f"{quoted(surface)} is no alias or acronym"
            entry.fail("ambiguous", message, "add it there, or take it out here")
    return Term(
        name=name, field=field, case=entry.flag("case"), context=entry.flag("context"), **lists
    )
