"""WR: punctuation."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from atscheck.checks import sources
from atscheck.checks.rule import Facts, Hit, Severity, rule
from atscheck.documents.model import Span
from atscheck.resume.dates import find_dates, find_ranges
from atscheck.resume.model import Education, Passage, Position, SectionKind

_WORK: frozenset[SectionKind] = frozenset(["experience", "projects", "research", "volunteering"])
_STATEMENTS = 4
"""Bullets from which one way of ending them can be told from chance."""

_LONG = 5
"""Words from which a bullet is a statement: names and labels end without a full stop."""

_ENDING = 20
"""Characters of a statement, more than the longest word below, that are looked at for its end."""

_ABBREVIATED = re.compile(
    r"\b(?:etc|inc|ltd|co|corp|llc|w\.l\.l|no|dept|govt|[a-z]\.[a-z])\.$", re.I
)
_CUT = re.compile(
    r"(?:\b(?:a|an|and|are|as|at|based|be|by|ensure|for|from|if|in|into|is|of|on|or|such|that|"
    r"the|their|to|up|upon|using|which|with)|[&,:;(/-])$",
    re.IGNORECASE,
)
"""How a line ends that goes on elsewhere: its own end is not known."""


def _run_on(facts: Facts) -> frozenset[int]:
    """The lines that begin a sentence without a bullet: one above them may go on there."""
    return frozenset(
        p.lines[0]
        for p in facts.resume.passages
        if p.kind == "sentence" or (p.kind != "bullet" and p.text.endswith("."))
    )


def _ends(facts: Facts) -> Iterator[Passage]:
    """The bullets of which it is plain whether a full stop ends them."""
    runs_on = _run_on(facts)
    heads = [p.span for p in facts.resume.positions]
    for bullet in facts.resume.bullets:
        passage = bullet.passage
        text = passage.text.rstrip()
        end = text[-_ENDING:]
        if (
            passage.kind == "bullet"
            and passage.section in _WORK
            and not passage.hidden
            and bullet.verb
            and len(text.split()) >= _LONG
            and (text[-1] in '.)%"' or text[-1].isalnum())
            and not _ABBREVIATED.search(end)
            and not _CUT.search(end)
            and text.count("(") == text.count(")")
            and (text[-1] == "." or passage.lines[1] + 1 not in runs_on)
            and not any(span.overlaps(passage.span()) for span in heads)
        ):
            yield passage


def _last(text: str) -> str:
    """The last words of a statement, with what ends it."""
    return " ".join(text.split()[-_LONG:])


@rule(
    "WR301",
    Severity.INFO,
    source=sources.FULL_STOPS,
    bad=(
        "EXPERIENCE\nAnalyst, Acme Ltd, 2019 - 2022\n- Wrote the reports for the board.\n"
        "- Built a pipeline for 12 sales teams.\n- Trained 5 colleagues in the use of SQL\n"
        "- Reviewed the code of the team.",
        "EXPERIENCE\nAnalyst, Acme Ltd, 2019 - 2022\n- Wrote the reports for the board\n"
        "- Built a pipeline for 12 sales teams\n- Trained 5 colleagues in the use of SQL\n"
        "- Reviewed the code of the team.",
        "EXPERIENCE\nNurse, Example Clinic, 2019 - 2022\n- Looked after 12 patients a shift.\n"
        "- Trained 8 new nurses in hygiene\n- Planned the shifts of 20 nurses.\n"
        "- Cut the time of handover by 20%",
        "PROJECTS\nSearch engine\n- Built an index of 2 million pages\n"
        "- Wrote the parser in Rust.\n- Tested the ranking with 40 users.\n"
        "- Measured answers in 80 ms (p99)",
    ),
    good=(
        "EXPERIENCE\nAnalyst, Acme Ltd, 2019 - 2022\n- Wrote the reports for the board\n"
        "- Built a pipeline for 12 sales teams\n- Trained 5 colleagues in the use of SQL\n"
        "- Reviewed the code of the team",
        "EXPERIENCE\nAnalyst, Acme Ltd, 2019 - 2022\n- Wrote the reports for the board.\n"
        "- Built a pipeline for 12 sales teams.\n- Trained 5 colleagues in the use of SQL.\n"
        "- Reviewed the code of the team.",
        "EXPERIENCE\nAnalyst, Acme Ltd, 2019 - 2022\n- Wrote the reports for the board\n"
        "- Built a pipeline for 12 sales teams\n- Trained 5 colleagues in SQL, Python etc.\n"
        "- Reviewed the code of Acme Inc.",
        "EXPERIENCE\nAnalyst, Acme Ltd, 2019 - 2022\n- Wrote the reports for the board.\n"
        "- Built a pipeline for 12 sales teams.\n- Trained 5 colleagues in the use of SQL.\n"
        "- Python, SQL\n- Finance team",
    ),
)
def inconsistent_punctuation(facts: Facts) -> Iterator[Hit]:
    """Some bullets end with a full stop, others do not.

    Either way is right; a mix looks unfinished to readers who care about details.
    """
    found = list(_ends(facts))
    stopped = [p for p in found if p.text.rstrip().endswith(".")]
    bare = [p for p in found if p not in stopped]
    if len(found) < _STATEMENTS or not stopped or not bare:
        return
    fewer, way = (stopped, "with") if len(stopped) <= len(bare) else (bare, "without")
    count = "1 ends" if len(fewer) == 1 else f"{len(fewer)} end"
    yield Hit(
        fewer[0].span(),
        f"of {len(found)} statements {count} {way} a full stop, the others "
        f'{"without" if way == "with" else "with"} one: "… {_last(fewer[0].text)}"',
        "end all of them alike: " + ("leave it out here" if way == "with" else "add it here"),
    )


_TO = re.compile(r"(?:to|till|until|upto|through|thru)\b", re.IGNORECASE)


def _links(facts: Facts) -> Iterator[tuple[str, Span]]:
    """What joins the two dates of each job and course, a dash or a word, with the dates' place."""
    entries: list[Position | Education] = [*facts.resume.positions, *facts.resume.education]
    for entry in entries:
        if entry.dates_span is None:
            continue
        text = facts.document.quote(entry.dates_span)
        for dates in find_ranges(text):
            written = text[dates.start : dates.end]
            singles = list(find_dates(written))
            if len(singles) < 2:
                continue
            between = written[singles[0][1] : singles[1][0]].strip()
            if between.startswith("-"):
                yield "-", entry.dates_span
            elif _TO.match(between):
                yield between.casefold(), entry.dates_span


@rule(
    "WR302",
    Severity.INFO,
    source=sources.RCHILLI_DATES,
    bad=(
        "EXPERIENCE\nAnalyst, Acme Ltd, Jan 2015 - Mar 2017\n- Built reports.\n"
        "Analyst, Beta Inc, Apr 2017 to Sep 2019\n- Built tools.",
        "EXPERIENCE\nClerk, Acme Ltd, 2012 to 2014\n- Wrote letters.\n"
        "Clerk, Beta Inc, 2014 - 2019\n- Filed letters.",
        "EXPERIENCE\nClerk, Acme Ltd, 03/2012 - 04/2014\n- Wrote letters.\n"
        "Clerk, Beta Inc, 05/2014 - 06/2016\n- Filed letters.\n"
        "Clerk, Gamma Inc, 07/2016 until 08/2019\n- Sent letters.",
        "EXPERIENCE\nClerk, Acme Ltd, March 2012 to April 2014\n- Wrote letters.\n\n"
        "EDUCATION\nBSc Statistics, Example University, Sep 2008 - Jul 2011",
    ),
    good=(
        "EXPERIENCE\nAnalyst, Acme Ltd, Jan 2015 - Mar 2017\n- Built reports.\n"
        "Analyst, Beta Inc, Apr 2017 - Sep 2019\n- Built tools.",
        "EXPERIENCE\nAnalyst, Acme Ltd, Jan 2015 to Mar 2017\n- Built reports.\n"
        "Analyst, Beta Inc, Apr 2017 to present\n- Built tools.",
        "EXPERIENCE\nAnalyst, Acme Ltd, Jan 2015 - Mar 2017\n"
        "- Raised sales from 2015 to 2017 by 12 %.\nAnalyst, Beta Inc, Apr 2017 - present",
        "EXPERIENCE\nAnalyst, Acme Ltd, Jan 2015 – Mar 2017\n- Built reports.\n"
        "Analyst, Beta Inc, Apr 2017 - till date\n- Built tools.",
    ),
)
def inconsistent_date_ranges(facts: Facts) -> Iterator[Hit]:
    """Dates of jobs and studies are joined now by a dash, now by a word.

    Both are read; one way throughout is easier to skim, and leaves a parser less to guess.
    """
    links = list(_links(facts))
    dashes = sum(link == "-" for link, _ in links)
    words = len(links) - dashes
    if dashes and words:
        word = Counter(link for link, _ in links if link != "-").most_common(1)[0][0]
        dashed = dashes < words
        yield Hit(
            next(span for link, span in links if (link == "-") == dashed),
            f'dates are joined by a dash ({dashes}) and by "{word}" ({words})',
            f"join all of them one way: {'by a word' if dashed else 'by a dash'}, as most are"
            if dashes != words
            else 'join all of them one way, for example by a dash ("Mar 2020 - Jun 2022")',
        )


# At the end of a sentence: not in a name ("Yahoo! Mail") nor in code ("a != b").
_MARK = re.compile(r"(?<=[a-z0-9)’%])\s?!+(?=[\"'”’)]?(?:\s+[A-Z\"(]|\s*$))")
_NAMES = frozenset(["chegg", "e", "jeopardy", "joomla", "kahoot", "oklahoma", "yahoo", "yum"])
"""Names that end with the mark."""

_SENTENCE = 3
"""Words that a sentence has at least."""


def _shouts(passage: Passage) -> Iterator[tuple[Passage, int, int]]:
    """The passage with the place of each mark that ends a sentence of it."""
    text = passage.text
    begins = 0
    for mark in _MARK.finditer(text):
        words = text[begins : mark.start()].split()
        if len(words) >= _SENTENCE and not _is_in_name(words, text[mark.end() :]):
            yield passage, mark.start(), mark.end()
        begins = mark.end()


def _is_in_name(words: list[str], after: str) -> bool:
    """Whether the mark is part of a name: after one, or between words with capitals."""
    return words[-1].casefold() in _NAMES or bool(words[-1].istitle() and after.strip())


@rule(
    "WR303",
    Severity.INFO,
    source=sources.EXCLAMATION,
    bad=(
        "SUMMARY\nI love to work with people and with numbers!",
        "EXPERIENCE\nClerk, Acme Ltd, 2019 - 2022\n- Sold more cars than anybody else in 2021!",
        "SUMMARY\nCook with 9 years in hotels. Always ready to help! Fluent in French.",
        "INTERESTS\nI have run the marathon of Example City three times!!!",
        "EXPERIENCE\nClerk, Acme Ltd, 2019 - 2022\n- Best seller of the branch, 3 years running !",
        "EXPERIENCE\nClerk, Acme Ltd, 2019 - 2022\n- Cut costs by 20%! Led 4 people.",
    ),
    good=(
        "SUMMARY\nI work with people and with numbers.",
        "EXPERIENCE\nEditor, Yahoo!, 2019 - 2022\n- Wrote 40 guides for Yahoo! Mail, Yahoo!",
        "EXPERIENCE\nEngineer, Acme Ltd, 2019 - 2022\n- Found 12 slips of the kind a != b.",
        "SKILLS\nPython, SQL, Joomla!",
        "EXPERIENCE\nCook, Acme Ltd, 2019 - 2022\n- Led the kitchen of the Hey! Cafe in Leeds.",
        "PUBLICATIONS\n- Doe, J. (2019). Mind the gap! Roads 4, 12-19.",
    ),
)
def exclamation_marks(facts: Facts) -> Iterator[Hit]:
    """Sentences end with exclamation marks.

    Resumes are formal: many readers take the mark for a beginner's; a fact needs none.
    """
    shouts = [
        shout
        for passage in facts.resume.passages
        if passage.kind in ("bullet", "sentence") and not passage.hidden
        if passage.section not in ("publications", "references")
        for shout in _shouts(passage)
    ]
    if shouts:
        passage, start, end = shouts[0]
        count = "a sentence ends" if len(shouts) == 1 else f"{len(shouts)} sentences end"
        yield Hit(
            passage.span(start, end),
            f'{count} with an exclamation mark: "… {_last(passage.text[:end])}"',
            "end with a full stop; the fact speaks for itself",
        )
