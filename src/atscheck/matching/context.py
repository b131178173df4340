"""Do the letters mean the term? What their neighbours say (matching.md, "Ambiguous words")."""

from __future__ import annotations

import re
from typing import Literal

from atscheck.data import load_words
from atscheck.matching.english import is_english
from atscheck.matching.naming import is_glued, is_in_name, is_initial, is_unit_or_code
from atscheck.matching.neighbours import (
    is_known_nearby,
    is_listed_near,
    is_listed_skill,
    is_near,
    is_of,
    is_one_nearby,
)
from atscheck.matching.people import is_about_others, is_done_to_writer
from atscheck.matching.place import Place, cues
from atscheck.matching.surfaces import Surface
from atscheck.matching.tagger import REACH, parts_of_speech
from atscheck.skills.model import Term

Verdict = Literal["found", "open", "ambiguous", "rejected"]
"""Open is what the words around leave so, ambiguous what stands in a name or of a referee."""


def judge(term: Term, surface: Surface, place: Place) -> Verdict:
    """Whether the letters at ``place`` mean ``term``."""
    if _is_something_else(term, surface, place):
        return "rejected"
    if term.field == "degrees" and _is_in_cell_of_education(place):
        return "found"
    verdict: Verdict = "found"
    if surface.context:
        verdict = _judge_everyday_word(term, surface, place)
    elif surface.case and not _is_cased(surface, place) and not _is_acronym_in_list(surface, place):
        return "rejected"
    # What stands of a referee is not about the person.
    doubtful = place.passage.section == "references" or is_in_name(term, surface, place)
    return "ambiguous" if verdict in ("found", "open") and doubtful else verdict


def _is_something_else(term: Term, surface: Surface, place: Place) -> bool:
    """Whether the words around any term, or its form, show that it is not claimed."""
    if is_near(place, term.never_near) or is_about_others(term, surface, place):
        return True
    if _is_other_acronym(surface, place) or is_done_to_writer(place):
        return True
    return _is_parted(surface, place) or _is_everyday_noun(surface, place)


def _judge_everyday_word(term: Term, surface: Surface, place: Place) -> Verdict:
    """As `judge`, of a surface that is also an everyday word."""
    cased = _is_cased(surface, place)
    if is_initial(place) or is_glued(place, term):
        return "rejected"
    if is_near(place, term.near) or is_of(place, term.near):
        return "found" if cased or not surface.case or surface.text.islower() else "rejected"
    if _is_measure(surface, place) or is_unit_or_code(place) or _is_plain_word(surface, place):
        return "rejected"
    if is_listed_near(place, term.never_near):
        return "rejected"
    if is_listed_skill(place) and not _is_titled_otherwise(surface, place, cased=cased):
        return "found"
    if is_listed_near(place, term.near) or (cased and place.precedes("telling")):
        return "found"
    return _judge_in_text(term, surface, place) if cased else _judge_in_lower_case(surface, place)


def _judge_in_lower_case(surface: Surface, place: Place) -> Verdict:
    """As `judge`, of a name whose casing the text does not have: "jobs in scala on Spark"."""
    name = surface.form == "exact" and place.text.islower() and not surface.text.isupper()
    named = place.named if place.follows("introducing") else place.known
    told = is_one_nearby(place, named) or _is_moved_to(place)
    return "found" if name and told and not is_english(place.text) else "rejected"


def _judge_in_text(term: Term, surface: Surface, place: Place) -> Verdict:
    """As `judge`, of a name in its own casing that no list and no neighbour tells.

    Beside any skill a capital makes it a name; a word in lower case needs one of its own field.
    """
    known = is_known_nearby(place, term.field if surface.text.islower() else None)
    able = place.norm(place.first - 1) == "at" and (place.norm(place.first - 2),) in cues("able")
    told = able or known or place.follows("introducing") or _is_moved_to(place)
    reading = _reading_of(surface, place)
    if (reading == "word" and not able) or (place.passage.text.isupper() and not told):
        return "rejected"  # in a line of capitals these tell no name from a word
    if place.first == 0:
        plural = surface.text.isupper() and place.text == surface.text + "s"
        named = reading == "name" or place.norm(place.last + 1).isdigit()
        named_too = place.last + 1 in place.known and not surface.short
        known = named_too or (plural and bool(place.known)) or (named and known)
        return "found" if known or _is_leading_verb(place) else "open"
    passage = place.passage
    listed = passage.section == "skills" and passage.kind in ("list", "heading")
    return "found" if listed or told else "open"


def _is_in_cell_of_education(place: Place) -> bool:
    """Whether capitals open a line or cell of education: "B.E. (Mechanical), 2014"."""
    if place.passage.section != "education" or not place.text.isupper():
        return False
    before = place.passage.text[: place.tokens[place.first].start]
    return place.first == 0 or before.endswith("\t") or place.norm(place.first - 1) in ("|", ":")


def _reading_of(surface: Surface, place: Place) -> Literal["name", "word", ""]:
    """How the line uses a tool's name that is a verb or adjective too; "" if that stays open.

    "Express interest in Python" names no tool. Below 0.9 the tagger itself is in doubt. Inside a
    line an adjective in capitals is a name ("developed Swift applications").
    """
    word = (surface.text.casefold(),)
    if not surface.text.istitle() or word not in cues("verbs") | cues("adjectives"):
        return ""
    start = max(0, place.first - REACH)
    around = place.tokens[start : place.first + REACH + 1]
    written = [place.passage.text[token.start : token.end] for token in around]
    likely = parts_of_speech(written, place.first - start)
    adjective = likely["ADJ"] if place.first == 0 else 0
    if likely["VERB"] + likely["ADV"] + adjective >= 0.9:
        return "word"
    return "name" if likely["PROPN"] >= 0.9 else ""


def _is_cased(surface: Surface, place: Place) -> bool:
    """Whether the text has the surface's casing (a name in lower case: any casing will do)."""
    written = re.sub(r"[\s.-]", "", place.text)
    wanted = re.sub(r"[\s.-]", "", surface.text)
    if wanted.islower():
        return True
    return written in (wanted, wanted + "s") or (written == wanted.upper() and len(wanted) > 3)


def _is_other_acronym(surface: Surface, place: Place) -> bool:
    """Whether an S makes it another acronym or word: "GPS" is none of "GP", "capas" no "CAPA"."""
    if not surface.text.isupper() or place.text.casefold() != surface.text.casefold() + "s":
        return False
    clear = is_listed_skill(place) or is_known_nearby(place)
    return place.text.isupper() or (place.text.islower() and not clear)


def _is_acronym_in_list(surface: Surface, place: Place) -> bool:
    """Whether "ui, ux, js" stand as items of a list, where they can be no words."""
    if is_english(surface.text.casefold()) or not surface.text.isupper():
        return False
    return is_listed_skill(place)


def _is_plain_word(surface: Surface, place: Place) -> bool:
    """Whether a sentence's "it", "us" or "or" has an acronym's letters and no capitals."""
    told = place.passage.kind in ("bullet", "sentence") and not place.text.isupper()
    return told and surface.text.isupper() and place.text.casefold() in load_words("stop")["words"]


def _is_measure(surface: Surface, place: Place) -> bool:
    """Whether an acronym is an amount's unit or name, and no skill ("95% CI", "HR 1.4-2.1")."""
    after = place.norm(place.last + 1)
    measured = after == "=" or re.fullmatch(r"\d+\.\d+", after) is not None
    return surface.short and (measured or place.norm(place.first - 1) == "%")


def _is_everyday_noun(surface: Surface, place: Place) -> bool:
    """Whether a tool's name is the noun: "kept the python and two iguanas", "as a docker at"."""
    name = surface.text[:1].isupper() and not surface.text.isupper() and " " not in surface.text
    if not name or not place.text.islower() or not is_english(place.text):
        return False
    article = place.norm(place.first - 1) in ("a", "an", "the") and not is_known_nearby(place)
    after = place.norm(place.last + 1)
    return article and (after == "" or (after,) in cues("behind_noun"))


def _is_parted(surface: Surface, place: Place) -> bool:
    """Whether a name of one word stands as everyday words: "a sales force of nine"."""
    parted = " " in place.text and " " not in surface.text and not surface.text.islower()
    words = place.text.split()
    return (
        parted
        and place.text[1:].islower()
        and all(map(is_english, words))
        and (place.passage.kind in ("bullet", "sentence"))
    )


def _is_titled_otherwise(surface: Surface, place: Place, *, cased: bool) -> bool:
    """Whether an acronym is written as a title or label: "Dr. Doe" (DR), "Basic: A+" (BASIC)."""
    titled = surface.text.isupper() and place.text.istitle() and not cased
    return titled and place.norm(place.last + 1) in (".", ":")


def _is_moved_to(place: Place) -> bool:
    """Whether the text tells a change to it: "Ported the parser to Rust"."""
    if place.norm(place.first - 1) not in ("to", "into"):
        return False
    return any((place.norm(i),) in cues("moving") for i in range(place.first - 9, place.first - 1))


def _is_leading_verb(place: Place) -> bool:
    """Whether a statement opens with a form of the word: "Coordinated a team of five"."""
    told = place.passage.kind in ("bullet", "sentence")
    return told and place.inflected and place.norm(place.first).endswith(("ed", "ing"))
