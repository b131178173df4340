"""Which in-demand technologies of a pack's occupations the lexicon knows, by O*NET.

``python -m benchmarks.onet [FOLDER]``: the folder of the O*NET database as text files (Technology
Skills.txt and Occupation Data.txt; onetcenter.org/database.html). In demand is what employers'
postings for the occupation often name. A name is known if the matcher finds terms in it that leave
no word over but the maker's ("Autodesk") and words like "software".
"""

from __future__ import annotations

import csv
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

from atscheck.documents.assemble import from_text
from atscheck.matching import find_terms
from atscheck.resume import parse
from atscheck.skills import load_pack, pack_names

FOLDER = Path(__file__).parents[2] / "shared/data/onet"
LEAST = 0.8
"""The share that each occupation should reach."""

KIND = frozenset("software system systems program programs tool tools application the and".split())
"""Words that say what kind of thing a name is of."""

MAKER = 3
"""The first word of so many names is a maker's."""


def technologies(folder: Path) -> dict[str, list[str]]:
    """By occupation the technologies that are in demand."""
    found = defaultdict(list)
    with (folder / "Technology Skills.txt").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            if row["In Demand"] == "Y":
                found[row["O*NET-SOC Code"]].append(row["Example"])
    return found


def titles(folder: Path) -> dict[str, str]:
    """By occupation its title."""
    with (folder / "Occupation Data.txt").open(encoding="utf-8", newline="") as file:
        return {r["O*NET-SOC Code"]: r["Title"] for r in csv.DictReader(file, delimiter="\t")}


def makers(names: Iterable[str]) -> frozenset[str]:
    """Words that stand first in several names."""
    first = Counter(name.casefold().split()[0] for name in set(names))
    return frozenset(word for word, count in first.items() if count >= MAKER)


def known(name: str, left: frozenset[str]) -> bool:
    """Whether terms of the lexicon make up a name, but for the words of ``left``."""
    document = from_text(f"Ana Example\n\nSKILLS\n{name}\n")
    places = [e.span for each in find_terms(parse(document).passages).values() for e in each]
    start = document.text.index(name)
    words = re.finditer(r"[^\s/,()]+", name)
    over = {
        word[0].casefold()
        for word in words
        if not any(p.start <= start + word.start() < p.end for p in places)
    }
    return bool(places) and over <= left


def main(folder: Path) -> int:
    """Print the table, lowest first, with what is not known; 1 if an occupation is below."""
    if not folder.is_dir():
        print(f"{folder}: there is no such folder; name that of the O*NET database")
        return 2
    asked, called = technologies(folder), titles(folder)
    left = KIND | makers(name for names in asked.values() for name in names)
    rows = []
    for pack in map(load_pack, pack_names()):
        for code in pack.occupations:
            names = sorted(set(asked[code]))
            lacking = [name for name in names if not known(name, left)]
            share = 1 - len(lacking) / len(names) if names else 1.0
            rows.append((share, pack.name, code, called[code], len(names), lacking))
    for share, pack, code, title, count, lacking in sorted(rows):
        print(f"{100 * share:4.0f} % of {count:3}  {pack:28} {code} {title}")
        if lacking:
            print(f"              not known: {', '.join(lacking)}")
    print(
        f"{sum(row[0] >= LEAST for row in rows)} of {len(rows)} occupations at {LEAST:.0%} or more"
    )
    return 0 if all(row[0] >= LEAST for row in rows) else 1


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if sys.argv[1:] else FOLDER))
