"""Do the letters mean the term? What their neighbours say (matching.md, "Ambiguous words")."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from functools import lru_cache
from typing import Literal

from atscheck.matching.english import is_english
from atscheck.matching.naming import is_glued, is_in_name, is_initial, is_unit_or_code
from atscheck.matching.place import Place, cues
from atscheck.matching.surfaces import Surface, is_agent, singular
from atscheck.matching.tagger import parts_of_speech
from atscheck.matching.tokens import Vocabulary, norms_of
from atscheck.resume.words import words
from atscheck.skills.model import Term

Verdict = Literal["found", "ambiguous", "rejected"]


def judge(term: Term, surface: Surface, place: Place) -> Verdict:
    """Whether the letters at ``place`` mean ``term``."""
    if _near(place, term.never_near) or _is_about_others(term, surface, place):
        return "rejected"
    if _is_other_acronym(surface, place):
        return "rejected"
    if _is_done_to_writer(place) or _is_everyday_noun(surface, place):
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
    return "ambiguous" if verdict == "found" and doubtful else verdict


def _judge_everyday_word(term: Term, surface: Surface, place: Place) -> Verdict:
    """As `judge`, of a surface that is also an everyday word."""
    cased = _is_cased(surface, place)
    if is_initial(place) or is_glued(place, term):
        return "rejected"
    if _near(place, term.near) or _is_of(place, term.near):
        return "found" if cased or not surface.case or surface.text.islower() else "rejected"
    if _is_measure(surface, place) or is_unit_or_code(place):
        return "rejected"
    if is_listed_skill(place):
        return "found"
    told = place.follows("introducing") or _known_nearby(place) or _is_moved_to(place)
    if not cased:
        name = surface.form == "exact" and place.text.islower() and not surface.text.isupper()
        named = place.named if place.follows("introducing") else place.known
        told = _nearby(place, named) or _is_moved_to(place)
        return "found" if name and told and not is_english(place.text) else "rejected"
    if _listed_near(place, term.near) or place.precedes("telling"):
        return "found"
    reading = _reading_of(surface, place)
    if reading == "word":
        return "rejected"
    if place.passage.text.isupper() and not told:
        return "rejected"  # in a line of capitals these tell no name from a word
    if place.first == 0:
        plural = surface.text.isupper() and place.text == surface.text + "s"
        named = reading == "name" or plural or place.norm(place.last + 1).isdigit()
        known = named and _known_nearby(place)
        return "found" if known or _is_leading_verb(place) else "ambiguous"
    passage = place.passage
    listed = passage.section == "skills" and passage.kind in ("list", "heading")
    return "found" if listed or told else "ambiguous"


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
    written = [place.passage.text[token.start : token.end] for token in place.tokens]
    likely = parts_of_speech(written, place.first)
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
    clear = is_listed_skill(place) or _known_nearby(place)
    return place.text.isupper() or (place.text.islower() and not clear)


def _is_acronym_in_list(surface: Surface, place: Place) -> bool:
    """Whether "ui, ux, js" stand as items of a list, where they can be no words."""
    if is_english(surface.text.casefold()) or not surface.text.isupper():
        return False
    return is_listed_skill(place)


def _near(place: Place, phrases: Sequence[str]) -> bool:
    """Whether one of ``phrases`` stands directly before or after the candidate ("95% CI")."""
    first = place.first - 1 if place.norm(place.first - 1) == "%" else place.first
    return _between(place, first, place.last, phrases)


def _is_of(place: Place, phrases: Sequence[str]) -> bool:
    """Whether it is done to one of ``phrases`` ("pruning of the models")."""
    if place.norm(place.last + 1) != "of":
        return False
    of = place.last + 1
    last = of + 1 if place.norm(of + 1) in ("a", "an", "the") else of
    return any(_stands_after(place, last, _norms_of(phrase)) for phrase in phrases)


def _listed_near(place: Place, phrases: Sequence[str]) -> bool:
    """Whether one of ``phrases`` is the item before or after it in a list ("Flutter and Dart")."""
    first = place.first - 1 if place.is_mark(place.first - 1) else place.first
    last = place.last + 1 if place.is_mark(place.last + 1) else place.last
    return _between(place, first, last, phrases)


def _between(place: Place, first: int, last: int, phrases: Sequence[str]) -> bool:
    """Whether one of ``phrases`` stands directly before ``first`` or directly after ``last``."""
    for phrase in phrases:
        words = _norms_of(phrase)
        before = tuple(place.norm(first - len(words) + i) for i in range(len(words)))
        if words == before or _stands_after(place, last, words):
            return True
    return False


def _stands_after(place: Place, last: int, words: tuple[str, ...]) -> bool:
    """Whether ``words`` stand directly after the token ``last``."""
    return words == tuple(place.norm(last + 1 + i) for i in range(len(words)))


def _is_measure(surface: Surface, place: Place) -> bool:
    """Whether an acronym is an amount's unit or name, and no skill ("95% CI", "HR 1.4-2.1")."""
    after = place.norm(place.last + 1)
    measured = after == "=" or re.fullmatch(r"\d+\.\d+", after) is not None
    return surface.form == "acronym" and (measured or place.norm(place.first - 1) == "%")


@lru_cache(maxsize=20_000)
def _norms_of(phrase: str) -> tuple[str, ...]:
    return norms_of(phrase, Vocabulary.of([phrase]))


def _is_about_others(term: Term, surface: Surface, place: Place) -> bool:
    """Whether a form of the term names a person whom the text mentions, and claims nothing.

    A teacher is no claim to teach, unless in the title of a job; "project manager" is one to
    project management, but not in "reported to the project manager". Several of them are others
    wherever they stand: "worked with physical therapists".
    """
    norm, end = place.norm(place.last), place.tokens[place.last].end
    one = singular(norm)
    person = one in words("roles", "titles") and (one,) not in cues("things")
    if one != norm and one in words("roles", "titles") and place.inflected:
        other = one != singular(surface.text.split()[-1].casefold())
        called = surface.form == "alias" or (surface.form == "exact" and term.canonical != "")
        if other or called or person:
            return place.passage.text[end : end + 1] not in ("'", "’")
    titled = place.passage.kind == "title" and place.passage.section != "interests"
    if titled or (not is_agent(norm) and not person):
        return False
    others = place.follows("others") and place.norm(place.first - 2) != "as"
    if not place.inflected:
        return others and person and place.passage.kind in ("bullet", "sentence")
    if place.first == place.last:
        return not is_agent(surface.text.casefold()) and not _is_writer(place)
    return others


def _is_writer(place: Place) -> bool:
    """Whether a role opens the text, and is the writer's: "Time-served plumber, Gas Safe"."""
    if place.first > 4 or singular(place.norm(place.last)) != place.norm(place.last):
        return False
    before = {(place.norm(i),) for i in range(place.first)}
    after = place.norm(place.last + 1)
    ends = after in ("", ",", ".", "(", ";") or (after,) in cues("behind_noun")
    told = place.passage.kind in ("bullet", "sentence")
    return told and ends and not before & cues("joining")


def _is_done_to_writer(place: Place) -> bool:
    """Whether somebody else did it to the writer: "Was mentored by the head chef"."""
    if not place.inflected or not place.norm(place.last).endswith("ed"):
        return False
    opens = place.first == 0 or place.norm(place.first - 1) in ("was", "been", "being", "got")
    return opens and place.norm(place.last + 1) == "by"


def _is_everyday_noun(surface: Surface, place: Place) -> bool:
    """Whether a tool's name is the noun: "kept the python and two iguanas", "as a docker at"."""
    name = surface.text[:1].isupper() and not surface.text.isupper() and " " not in surface.text
    if not name or not place.text.islower() or not is_english(place.text):
        return False
    article = place.norm(place.first - 1) in ("a", "an", "the")
    after = place.norm(place.last + 1)
    return article and (after == "" or (after,) in cues("behind_noun"))


def _is_moved_to(place: Place) -> bool:
    """Whether the text tells a change to it: "Ported the parser to Rust"."""
    if place.norm(place.first - 1) not in ("to", "into"):
        return False
    return any((place.norm(i),) in cues("moving") for i in range(place.first - 9, place.first - 1))


def _is_leading_verb(place: Place) -> bool:
    """Whether a statement opens with a form of the word: "Coordinated a team of five"."""
    told = place.passage.kind in ("bullet", "sentence")
    return told and place.inflected and place.norm(place.first).endswith(("ed", "ing"))


def is_listed_skill(place: Place) -> bool:
    """Whether the candidate is a whole item of a list that is one of skills."""
    in_skills = place.passage.section == "skills"
    return _is_list_item(place) and (in_skills or _known_sibling(place))


def _is_list_item(place: Place) -> bool:
    """Whether the candidate is a whole item of a list ("Python, R, C", "Excel and Word")."""
    before, after = place.norm(place.first - 1), place.norm(place.last + 1)
    opens = before == "" or place.is_mark(place.first - 1)
    opens = opens or place.follows("introducing") or place.follows("opening")
    closes = after in ("", ".") or place.is_mark(place.last + 1)
    versioned = after.replace(".", "").isdigit()
    alone = before == "" and after == "" and place.passage.kind != "list"
    return opens and (closes or versioned) and not alone


def _known_sibling(place: Place) -> bool:
    """Whether a neighbouring list item is an unambiguous term of the lexicon."""
    return any(_item_known(place, step) for step in (-1, 1))


def _item_known(place: Place, step: int) -> bool:
    index = place.first - 1 if step < 0 else place.last + 1
    edges = 0
    while 0 <= index < len(place.tokens) and abs(index - place.first) <= 8:
        if index in place.known:
            return edges > 0
        edges += place.is_mark(index)
        index += step
    return False


def _known_nearby(place: Place) -> bool:
    """Whether an unambiguous term of the lexicon stands within four tokens."""
    return _nearby(place, place.known)


def _nearby(place: Place, terms: Collection[int]) -> bool:
    """Whether one of the tokens ``terms`` stands within four of it."""
    around = range(place.first - 4, place.last + 5)
    return any(i in terms for i in around if not place.first <= i <= place.last)
