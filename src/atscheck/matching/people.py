"""Who is meant by a role: the writer, or somebody whom the text mentions."""

from __future__ import annotations

from atscheck.matching.place import Place, cues
from atscheck.matching.surfaces import Surface, is_agent, singular
from atscheck.resume.words import words
from atscheck.skills.model import Term


def is_about_others(term: Term, surface: Surface, place: Place) -> bool:
    """Whether a form of the term names a person whom the text mentions, and claims nothing.

    A teacher is no claim to teach, unless in the title of a job; "project manager" is one to
    project management, but not in "reported to the project manager". Several of them are others
    wherever they stand: "worked with physical therapists".
    """
    norm, end = place.norm(place.last), place.tokens[place.last].end
    one = singular(norm)
    plain = surface.text.islower() and (one,) not in cues("things")
    person = plain and one in words("roles", "titles")
    if place.passage.section == "interests" and one in words("roles", "titles"):
        return True  # a wish: "Interests: HR Executive, HR Recruiter"
    told = place.passage.kind in ("bullet", "sentence")
    if one != norm and person and told and place.first > 0:
        return place.passage.text[end : end + 1] not in ("'", "’")
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
        return others and person and told
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


def is_done_to_writer(place: Place) -> bool:
    """Whether somebody else did it to the writer: "Was mentored by the head chef"."""
    if not place.inflected or not place.norm(place.last).endswith("ed"):
        return False
    opens = place.first == 0 or place.norm(place.first - 1) in ("was", "been", "being", "got")
    return opens and place.norm(place.last + 1) == "by"
