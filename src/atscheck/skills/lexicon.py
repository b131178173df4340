"""The lexicon: skills by canonical name, found by any name they go by."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from types import MappingProxyType
from typing import Any

from rapidfuzz import process

from atscheck.data import load_table, table_names
from atscheck.errors import PackError
from atscheck.skills.model import Term

_LISTS = ("aliases", "acronyms", "ambiguous", "near", "never_near", "implies")
_FLAGS = ("case", "context")


def surface_key(surface: str) -> str:
    """``surface`` folded for look-up: lower case, without spaces, hyphens and full stops inside."""
    return re.sub(r"(?<=\w)[\s.-]+(?=\w)|(?<=\w)\.$", "", surface.strip().casefold())


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All terms, by canonical name and by every surface form (folded by `surface_key`)."""

    terms: Mapping[str, Term]
    surfaces: Mapping[str, tuple[str, ...]]

    def resolve(self, name: str) -> Term:
        """The term called ``name``, under that name; a term of its own if the lexicon has none.

        A keyword "NLP" is met by "natural language processing" and the other way round, so a
        term found by one of its other names swaps that name with the canonical one.
        """
        owners = self.surfaces.get(surface_key(name), ())
        if not owners:
            return Term(name)
        term = self.terms[owners[0]]
        if surface_key(term.name) == surface_key(name):
            return term
        key = surface_key(name)
        others = tuple(s for s in term.aliases if surface_key(s) != key)
        shorts = tuple(s for s in term.acronyms if surface_key(s) != key)
        # "optimization", asked for by that plain word, is met by any; "Excel" is still a program.
        ambiguous = {surface_key(s): s for s in term.ambiguous}
        plain = ambiguous.get(key, "").islower()
        still = tuple(s for s in term.ambiguous if surface_key(s) != key)
        return replace(
            term,
            name=name,
            canonical=term.name,
            aliases=others if len(shorts) < len(term.acronyms) else (term.name, *others),
            acronyms=(term.name, *shorts) if len(shorts) < len(term.acronyms) else shorts,
            case=False,
            context=key in ambiguous and not plain,
            never_near=() if plain else term.never_near,
            ambiguous=(*still, term.name) if term.context else still,
        )


@cache
def load_lexicon() -> Lexicon:
    """The lexicon of keywords/lexicon/, read once.

    Raises:
        PackError: naming file, key and remedy, if a file is not valid.
    """
    terms: dict[str, Term] = {}
    for name in table_names("lexicon"):
        for term in read_terms(load_table("lexicon", name), f"lexicon/{name}.toml"):
            if term.name in terms:
                raise PackError(
                    f"lexicon/{name}.toml", "the term is defined twice", "remove one", key=term.name
                )
            terms[term.name] = term
    return make_lexicon(terms.values())


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


def read_terms(table: dict[str, Any], name: str) -> list[Term]:
    """The terms of one lexicon file's ``table``; messages call it ``name``.

    Raises:
        PackError: naming file, key and remedy.
    """
    for key, kind in (
        ("field", str),
        ("title", str),
        ("sources", list),
        ("licence", str),
        ("terms", dict),
    ):
        if not isinstance(table.get(key), kind):
            raise PackError(name, f"needs a {kind.__name__}", f"add {key} = …", key=key)
    if table.get("schema") != 1:
        raise PackError(name, "only schema 1 is known", "write schema = 1", key="schema")
    return [_term(key, value, table["field"], name) for key, value in table["terms"].items()]


def _term(key: str, value: Any, field: str, file: str) -> Term:
    if not isinstance(value, dict):
        raise PackError(file, "is not a table", 'write "term" = { aliases = […] }', key=key)
    for name, part in value.items():
        if name not in (*_LISTS, *_FLAGS):
            nearest = process.extractOne(name, (*_LISTS, *_FLAGS))[0]
            raise PackError(file, f"unknown key {name!r}", f"did you mean {nearest!r}?", key=key)
        if name in _FLAGS and not isinstance(part, bool):
            raise PackError(file, f"{name} is not true or false", "write true or false", key=key)
        if name in _LISTS and not _strings(part):
            raise PackError(
                file, f"{name} is not a list of texts", f'write {name} = ["…"]', key=key
            )
    lists: dict[str, Any] = {name: tuple(value.get(name, ())) for name in _LISTS}
    known = {*lists["aliases"], *lists["acronyms"]}
    for surface in lists["ambiguous"]:
        if surface not in known:
            message = f"ambiguous names {surface!r}, which is no alias or acronym"
            raise PackError(file, message, "add it there, or take it out here", key=key)
    return Term(
        name=key,
        field=field,
        case=value.get("case", False),
        context=value.get("context", False),
        **lists,
    )


def _strings(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(v, str) and v.strip() for v in value)
