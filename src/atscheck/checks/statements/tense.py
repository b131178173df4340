"""AC: the tense of statements against the dates of their job."""

from __future__ import annotations

from collections.abc import Iterator

from atscheck.checks import sources
from atscheck.checks.dates.gaps import now
from atscheck.checks.rule import Facts, Hit, Severity, rule
from atscheck.checks.statements.forms import present
from atscheck.checks.statements.jobs import by_job, named
from atscheck.resume.model import Position


def _job(dates: str, *lines: str) -> str:
    return "\n- ".join((f"EXPERIENCE\nAnalyst, Acme Ltd, {dates}", *lines))


@rule(
    "AC303",
    Severity.INFO,
    source=sources.STATEMENTS,
    bad=(
        _job("2019 - 2022", "Manage the data team of 5 people.", "Wrote 40 reports."),
        _job("Jan 2019 - Mar 2020", "Lead the team of 12 clerks.", "Develop tools for 3 schools."),
        _job("2015 - 2018", "Develops tools for 3 schools.", "Maintains the site of 12 towns."),
        _job("2021 - present", "Manage 12 clerks.")
        + "\nClerk, Beta Inc, 2015 - 2018\n- Prepare reports and plan the trips of 40 guests.",
    ),
    good=(
        _job("2019 - present", "Manage the data team of 5 people.", "Wrote 40 reports."),
        _job("2019 - 2022", "Managed the data team of 5 people.", "Set the prices of 40 tours."),
        _job("2015 - 2018", "Design and test benches for 3 schools.", "Lead pipes of 12 towns."),
        _job("2015 - 2018", "Managing 12 clerks.", "Support desk of 40 schools."),
    ),
    most=3,
)
def tense(facts: Facts) -> Iterator[Hit]:
    """Job that has ended is told in the present tense.

    The tense says whether the work goes on: past for past jobs, present for the current one. In a
    current job the past is right for what is finished, so that nothing is said of it.
    """
    for position, passages in facts.once(by_job):
        if not _has_ended(facts, position):
            continue
        forms = {}
        places = []
        for passage in passages:
            if passage.kind == "bullet" and (found := present(passage.text)):
                forms[found[0]] = found[1]
                places.append(passage.span())
        if forms:
            pairs = [f"{verb} → {form}" for verb, form in forms.items()]
            count = "a statement" if len(places) == 1 else f"{len(places)} statements"
            yield Hit(
                places[0],
                f"{named(position)} has ended, but {count} of it "
                f"{'is' if len(places) == 1 else 'are'} in the present tense",
                f"write what is over in the past tense: {', '.join(pairs[:_SHOWN])}; if you still "
                "do the work, correct the job's dates",
            )


_SHOWN = 5


def _has_ended(facts: Facts, position: Position) -> bool:
    end = position.end
    return end is not None and not position.current and end.last_month < now(facts)
