"""Are the letters part of a name: a person's, a firm's, a town's, another word's?"""

from __future__ import annotations

import re
from functools import cache

from atscheck.data import load_words
from atscheck.matching.english import is_english
from atscheck.matching.place import Place, cues
from atscheck.matching.surfaces import Surface
from atscheck.resume.places import is_region_code, is_region_next
from atscheck.skills.model import Term

_DEGREES = ("°", "˚")
_FIELDS_OF_LABELS = ("certifications", "degrees", "languages")
"""Fields whose terms a name may follow: "Driving licence: KSA", "B.A. Elm School"."""
_LONGEST_NAME = 4
"""How many words of a firm's name may stand before or after the candidate."""
_OPENING = 15
"""How many tokens of a sentence are looked at for what a firm is."""
_AROUND = 15
_WINDOW = 80
"""How many tokens, and characters, around a candidate are looked at."""
_AUTHOR = re.compile(
    r"(?<!\w)(?P<surname>[A-Z][a-z'-]+),? (?:[A-Z]\.?[ -]?){1,3}(?=[,;&.]| and\b|$)"
)
"""A surname with its initials: "Doe J, Roe RC and Poe, S."."""


def is_in_name(term: Term, surface: Surface, place: Place) -> bool:
    """Whether the words are, or are part of, the name of a firm, a place or a person.

    "Sunrise Nursing Ltd", "a cashier at Shell", "Phoenix, Arizona", "Client: Acme Outsourcing";
    "Coach" among labels of fashion says nothing of coaching.
    """
    if _is_before_company_word(place) or _is_behind_at(place) or _is_town(surface, place):
        return True
    if (
        _is_given_name(surface, place)
        or _is_state(place)
        or _is_behind_initial(place)
        or _is_behind_label(place)
        or _is_firm_described(place)
    ):
        return True
    if term.field not in _FIELDS_OF_LABELS and (
        _is_before_venue(place) or _is_label_of_name(place)
    ):
        return True
    passage = place.passage
    named = place.inflected and place.first == place.last and place.text[:1].isupper()
    return named and passage.kind == "list" and passage.section in ("contact", "other")


def _is_before_company_word(place: Place) -> bool:
    """Whether a firm's name ends behind it: "Miller Painting LLC", "Jenkins & Sons"."""
    one, two = place.norm(place.last + 1), place.norm(place.last + 2)
    partner = place.written(place.last + 2, place.last + 2)[:1].isupper()
    partner = partner and place.norm(place.last + 3) != "-"
    if one in ("&", "and") and partner and (two,) in cues("company_partners"):
        return True
    capital = place.written(place.last + 1, place.last + 1)[:1].isupper()
    if (one,) in cues("company") and two != "-" and (capital or not is_english(one)):
        return not place.is_mark(place.first - 1)
    if not place.text[:1].isupper():
        return False
    for after in range(place.last + 1, place.last + 2 + _LONGEST_NAME):
        name = place.written(after, after)
        if (place.norm(after),) in cues("company"):
            return name[:1].isupper()
        if (place.norm(after),) in cues("between_names"):
            return False
        if not name[:1].isupper() and name not in ("&", "."):
            return False
    return False


def _is_before_venue(place: Place) -> bool:
    """Whether words in capitals stand within a house's name: "Elm Street Pharmacy"."""
    if not place.text.istitle() or place.passage.section == "skills":
        return False
    before = place.written(place.first - 1, place.first - 1)
    if not before.istitle() or place.first - 1 in place.named:
        return False
    around = place.tokens[max(0, place.first - _AROUND) : place.last + _AROUND]
    words = (place.passage.text[token.start : token.end] for token in around)
    if not any(word.islower() and len(word) > 2 for word in words):
        return False
    for after in range(place.last, place.last + 3):
        if (place.norm(after),) in cues("venues"):
            return "\t" not in place.written(place.first - 1, after)
        if not place.written(after + 1, after + 1).istitle():
            return False
    return False


def _is_given_name(surface: Surface, place: Place) -> bool:
    """Whether an acronym is written as a name before a surname: "Dr. Elisa Monteverdi"."""
    if not surface.text.isupper() or len(surface.text) < 4 or not place.text.istitle():
        return False
    behind = place.last + 1
    after = place.written(behind, behind)
    surname = after.isalpha() and after.istitle() and behind not in place.named
    return surname and place.text.isalpha() and not is_english(after.casefold())


def _is_behind_initial(place: Place) -> bool:
    """Whether it is a surname: "assistant to J. Carpenter"."""
    if not place.text.istitle() or place.norm(place.first - 1) != ".":
        return False
    start = place.tokens[place.first].start
    before = re.search(r"(\w+),? [A-Z]\. ?$", place.passage.text[max(0, start - _WINDOW) : start])
    return before is not None and (before[1].casefold(),) not in cues("lettered")


def _is_behind_at(place: Place) -> bool:
    """Whether it stands in capitals behind "at", which tells where one worked, not with what."""
    at = place.first - 1
    while at >= max(0, place.first - _LONGEST_NAME) and place.written(at, at)[:1].isupper():
        if place.norm(at) == "at":
            break
        at -= 1
    if place.norm(at) != "at" or not place.text[:1].isupper():
        return False
    return (place.norm(at - 1),) not in cues("able") and place.passage.kind != "list"


def _is_town(surface: Surface, place: Place) -> bool:
    """Whether a name has its state or country behind it: "Phoenix, Arizona"."""
    named = len(place.text.split()) == 1 and not surface.text.islower()
    if not named or not place.text[:1].isupper() or place.is_mark(place.first - 1):
        return False
    if place.passage.section == "skills" or place.norm(place.last + 1) != ",":
        return False
    return is_region_next(place.passage.text, place.tokens[place.last + 1].end)


def _is_behind_label(place: Place) -> bool:
    """Whether the line gives the name of a firm: "Client : Acme Consulting Outsourcing"."""
    label, mark, _ = place.passage.text[:_WINDOW].partition(":")
    start = place.tokens[place.first].start
    if not mark or not place.text[:1].isupper() or not 0 < start - len(label) < _WINDOW:
        return False
    between = place.passage.text[len(label) : start]
    if re.search(r"\b[a-z]", between):
        return False
    return label.strip().casefold() in _labels_of_names() and not re.search(r"[,;\t]", between)


@cache
def _labels_of_names() -> frozenset[str]:
    own = {" ".join(phrase) for phrase in cues("labels_of_names")}
    return frozenset(load_words("roles")["organisation_labels"]) | own


def _is_label_of_name(place: Place) -> bool:
    """Whether it is the label of a name or number: "Payroll: Infogrid", "Skype ID: jane.doe1"."""
    if place.passage.section in ("skills", "languages"):
        return False
    if (place.norm(place.last + 1),) in cues("numbers") and place.norm(place.last + 2) == ":":
        return True
    if place.first > 0 or place.norm(place.last + 1) != ":":
        return False
    value = range(place.last + 2, len(place.tokens))
    words = [place.written(i, i) for i in value]
    names = [word for word in words if word.isalpha() and not is_english(word.casefold())]
    plain = not any(word[:1].islower() and word.isalpha() for word in words)
    return bool(names) and len(words) <= 4 and plain and not set(value) & set(place.named)


def _is_firm_described(place: Place) -> bool:
    """Whether the sentence is about a firm: "Acme is a leading maker of valves"."""
    own = 0 in place.named or place.norm(0) in ("i", "my")
    if own or place.passage.kind not in ("sentence", "bullet"):
        return False
    norms = [token.norm for token in place.tokens[: min(place.first, _OPENING)]]
    threes = zip(norms, norms[1:], norms[2:], strict=False)
    return any(three in cues("firm_described") for three in threes)


def is_unit_or_code(place: Place) -> bool:
    """Whether an acronym or letter is a unit, a state, an initial or a date's part.

    "3500 MT", "Cambridge, MA", "Doe J, Roe R", "House C-28", "Spring 2005".
    """
    before, after = place.norm(place.first - 1), place.norm(place.last + 1)
    if (place.norm(place.first),) in cues("times") and re.fullmatch(r"\d\d|(19|20)\d\d", after):
        return True
    if not place.text.isupper() or len(place.text) > 3:
        return False
    if before.isdigit() and not re.fullmatch(r"(19|20)\d\d", before):
        return True
    return _is_state(place) or _is_authors(place)


def _is_state(place: Place) -> bool:
    """Whether two letters are a state behind a town: "Cambridge, MA"."""
    town = place.first - 2
    if place.norm(town + 1) != "," or not is_region_code(place.text):
        return False
    word = place.written(town, town)
    return word.istitle() and town not in place.named and not is_english(word.casefold())


def _is_authors(place: Place) -> bool:
    """Whether the letters are initials in a list of authors: "Doe J, Roe R, Poe CS"."""
    start = place.tokens[place.first].start
    found = _AUTHOR.finditer(place.passage.text, max(0, start - _WINDOW), start + _WINDOW)
    pairs = [(m.span(), is_english(m["surname"].casefold())) for m in found]
    if place.passage.section != "publications" and all(english for _, english in pairs):
        return False  # "Python, ABD, Core, SQL"
    within = any(first < start < end for (first, end), _ in pairs)
    return within and (len(pairs) > 1 or place.passage.section == "publications")


def is_initial(place: Place) -> bool:
    """Whether a single letter is an initial ("R. Smith", "Smith (R.)"), "c/o" or a unit (20 °C)."""
    if len(place.text) != 1:
        return False
    text, token = place.passage.text, place.tokens[place.first]
    start, end = token.start, token.end
    before, after = text[:start].rstrip()[-1:], text[end : end + 3]
    if before in _DEGREES or (before == "(" and after.startswith(".)")):
        return True
    if before == "(" and after.startswith(")") and not text[:start].strip(" ("):
        return True
    if re.match(r"\. ?[A-Z]|/[oO]\b|-\d", after):
        return True
    return any(_is_lone_letter(place, step) for step in (-1, 1))


def _is_lone_letter(place: Place, step: int) -> bool:
    """Whether a slash or ampersand joins it to a letter that is no skill: "A/C", "I & C"."""
    at = place.first + 2 * step
    letter = place.written(at, at)
    joined = place.norm(place.first + step) in ("/", "&", ".")
    return joined and len(letter) == 1 and letter.isalpha() and at not in place.named


def is_glued(place: Place, term: Term) -> bool:
    """Whether a hyphen or ampersand makes it part of another word ("C-suite", "on-the-go")."""
    text = place.passage.text
    start, end = place.tokens[place.first].start, place.tokens[place.last].end
    if text[end : end + 1] == "&" and text[end + 1 : end + 2].isalnum():
        return place.last + 2 not in place.known
    if text[start - 1 : start] == "&" and text[start - 2 : start - 1].isalnum():
        return place.first - 2 not in place.known
    if text[end : end + 1] == "-" and text[end + 1 : end + 2].isalpha():
        after = place.norm(place.last + 1)
        return after not in term.near and (after,) not in cues("hyphenated")
    return start > 1 and text[start - 1] in "-'" and text[start - 2].isalnum()
