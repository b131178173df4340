"""How cost grows with the length of hostile lines, as ratios: ``python -m benchmarks.growth``.

Each stage goes through lines that are made to keep a pattern or a loop busy, in two sizes, the
second with ``TIMES`` times as many parts as the first, interleaved as in `benchmarks.scan`; the
best of each counts. Where cost is linear the ratio is about ``TIMES``; where each part is held
against each other one it is the square of that.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from unittest.mock import patch

import atscheck
from atscheck.checks import RULES
from atscheck.checks.keywords.edits import edits
from atscheck.checks.rule import Facts
from atscheck.documents.assemble import from_text
from atscheck.documents.model import Span
from atscheck.jobs import read_job, unseen
from atscheck.jobs.alternatives import options_of
from atscheck.jobs.certificates import certificates_of
from atscheck.jobs.clauses import Clause, read_clauses
from atscheck.jobs.cues import tell_tiers
from atscheck.jobs.mentions import Mention
from atscheck.jobs.requirements import demands_of
from atscheck.jobs.years import years_of
from atscheck.matching.spans import Name
from atscheck.resume import parse
from atscheck.skills.model import Target
from atscheck.skills.proficiency import is_spoken
from benchmarks.scan import AS_OF, ROUNDS, best_times

TIMES = 4

Run = Callable[[], object]
Stage = Callable[[str, int], Run]
"""What readies a line of so many parts, and returns what is measured."""


def spoken(part: str, number: int) -> Run:
    """Whether each language in a line is one to speak."""
    text = part * number
    places = [found.span() for found in re.finditer("German", text)]
    return lambda: [is_spoken(text, start, end) for start, end in places]


def tiers(part: str, number: int) -> Run:
    """The pieces of a clause of a posting, with what each demands."""
    return lambda: list(tell_tiers(part * number, "must", firm=False))


def demands(part: str, number: int) -> Run:
    """What a line of a posting asks for besides keywords."""
    posting = from_text(f"Requirements\n- {part * number}")
    clauses = read_clauses(posting)
    named = _mentions("German", posting.text, clauses[0])
    return lambda: (demands_of(None, clauses, named, posting), years_of(clauses, named, posting))


def certificates(part: str, number: int) -> Run:
    """The certificates that a line of a posting asks for."""
    posting = from_text(f"Requirements\n- {part * number}")
    clauses = read_clauses(posting)
    named = _mentions("CSCS card", posting.text, clauses[0])
    return lambda: list(certificates_of(clauses, named, posting))


def alternatives(part: str, number: int) -> Run:
    """The groups of terms of which any will do; each pair has names of its own."""
    pairs = "".join(part.replace("#", str(n)) for n in range(number))
    posting = from_text(f"Requirements\n- {pairs}")
    clauses = read_clauses(posting)
    named = _mentions(r"Fo\w+", posting.text, clauses[0])
    return lambda: options_of(named, clauses, posting)


def _mentions(pattern: str, text: str, clause: Clause) -> list[Mention]:
    return [Mention(m[0], Span(*m.span()), clause) for m in re.finditer(pattern, text)]


def unseen_names(part: str, number: int) -> Run:
    """The names in a posting that the lexicon does not have, all but the first of them known."""
    clauses = read_clauses(from_text(part * number))
    width, longest = len(part), len(part.rstrip())
    names = [Name(width * at, width * at + longest, 0.9) for at in range(number)]
    known = [Span(width * at, width * at + 3) for at in range(1, number)]

    def run() -> object:
        with patch.object(unseen, "names_in", return_value=[names]):
            return list(unseen.find_unseen(clauses, known))

    return run


def posting(part: str, number: int) -> Run:
    """A whole posting of one line."""
    document = from_text(f"Requirements\n{part * number}")
    return lambda: read_job(document)


def advice(part: str, number: int) -> Run:
    """The edits that a comparison advises, and repetition, where a resume has many places."""
    text = f"Jane Example\n\nEXPERIENCE\nEngineer, Acme Ltd, 2019 - 2022\n{part * number}"
    report = atscheck.compare(
        text.encode(), job="Requirements\n- Kubernetes", path="cv.txt", as_of=AS_OF
    )
    facts = Facts(report.resume, report.target, report.matches, report.as_of)
    return lambda: (edits(facts), list(RULES["KW401"].run(facts)))


def rules(part: str, number: int) -> Run:
    """All rules, on a resume with such a line in its head and, between words, in its profile."""
    line = part * number
    resume = parse(from_text(f"Jane Example\n{line}\n\nSUMMARY\nBuilt {line} tools."))
    facts = Facts(resume, Target("pack", "none", "None", ()), (), AS_OF)
    return lambda: [list(rule.run(facts)) for rule in RULES.values()]


CASES: Mapping[str, tuple[Stage, int, Sequence[str]]] = {
    "languages to speak": (spoken, 4_000, ["German-"]),
    "tiers in a clause": (
        tiers,
        2_000,
        ["Python a plus, ", "(a plus) ", "no ", "( ", "not required but ", "a-", "a  -"],
    ),
    "demands": (
        demands,
        1_000,
        ["German and ", "teach German ", "junior to ", "BSc, MSc and ", "valid licence ",
         "B.Sc. in x ", "based in Berlin or ", "three (3) to ", "sponsor a visa ", "travel up to ",
         "x (", "C1/B2 "],
    ),
    "certificates": (certificates, 1_000, ["CSCS card, pest licence, "]),
    "alternatives": (alternatives, 1_000, ["Fo#a or Fo#b, "]),
    "names not in the lexicon": (unseen_names, 6_000, ["Frobnitz "]),
    "whole posting": (posting, 200, ["Java or ", "Java, Kotlin, ", "Java (", "one of Java, "]),
    "edits and repetition": (advice, 500, ["- Ran k8s clusters for the whole group.\n"]),
    "all rules": (
        rules,
        5_000,
        ["   ", "1 a ", "- - ", "no 1 ", ", ", "\t:", "---\n", "||", "a@", "!a", "on  "],
    ),
}  # fmt: skip
"""By name each stage, the parts of its shorter lines, and what they are made of."""


def growth(stage: Stage, number: int, part: str) -> tuple[float, float]:
    """The milliseconds for ``number`` parts, and how many times that ``TIMES`` as many take."""
    runs = {"short": stage(part, number), "long": stage(part, TIMES * number)}
    stage(part, 10)()
    best = best_times(runs)
    return 1000 * best["short"], best["long"] / best["short"]


def main(scale: float = 1) -> None:
    """Print the growth of each stage for each of its lines; ``scale`` makes all of them shorter."""
    print(f"{TIMES} times as many parts, best of {ROUNDS} interleaved rounds; linear: {TIMES}.0 x")
    for name, (stage, number, parts) in CASES.items():
        for part in parts:
            shorter = max(1, round(scale * number))
            ms, ratio = growth(stage, shorter, part)
            print(f"  {name:26}{part!r:44}{shorter:6,} {ms:8.1f} ms {ratio:6.1f} x")


if __name__ == "__main__":
    main()
