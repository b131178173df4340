"""Which term is meant where the letters of several stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from atscheck.documents.model import Span
from atscheck.matching.model import Evidence
from atscheck.skills.model import Term


def meant(
    evidence: Mapping[str, Iterable[Evidence]], terms: Mapping[str, Term]
) -> Iterator[Evidence]:
    """What is claimed, one term at each place, in reading order; none within a longer one.

    What is told with words between hides nothing that stands within it.

    Of several that are written alike ("CI", "ACL") it is one that the text also names otherwise,
    else one of the field that most of its terms are of. What is only implied stands nowhere.

    Args:
        evidence: by the name of the term.
        terms: the terms by name.
    """
    places: dict[Span, list[Evidence]] = {}
    for name in sorted(evidence):
        for e in evidence[name]:
            if e.status == "found" and e.form != "implied":
                places.setdefault(e.span, []).append(e)
    sure = {alike[0].term for alike in places.values() if len(alike) == 1}
    fields = Counter(terms[name].field for name in sure)
    for alike in _outermost(places):
        yield max(alike, key=lambda e: (e.term in sure, fields[terms[e.term].field]))


def _outermost(places: Mapping[Span, Sequence[Evidence]]) -> Iterator[Sequence[Evidence]]:
    """What stands at the places that lie within no longer one, in reading order."""
    end = -1
    for span, alike in sorted(places.items(), key=lambda place: (place[0].start, -place[0].end)):
        told = all(e.told for e in alike)
        if span.end > end or told:
            yield alike
        end = end if told else max(end, span.end)
