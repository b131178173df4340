"""PK: the pack's own red flags."""

from __future__ import annotations

from collections.abc import Iterator

from atscheck.checks import sources
from atscheck.checks.rule import Facts, Hit, Sample, Severity, rule
from atscheck.documents.assemble import from_text
from atscheck.skills.model import RedFlag

_ACCURACY = RedFlag(
    "accuracy-only",
    "accuracy is the only measure named",
    "add the measure that fits the task (F1, AUROC), or what the model costs to run",
    "warning",
    pattern=("accuracy",),
    unless=("F1", "AUROC", "recall"),
)
_NOTE = RedFlag(
    "no-limits",
    "a state of the art is claimed without its limits",
    "say on which data it holds",
    "info",
    pattern=("state of the art",),
)
_BAD = from_text(
    "RESEARCH\n- Trained a state of the art image classifier that reaches 94% accuracy."
)
_GOOD = from_text(
    "RESEARCH\n- Trained an image classifier that reaches an F1 of 0.91 (n = 10,000)."
)


def _flags(facts: Facts, severity: str) -> Iterator[Hit]:
    for match in facts.flags:
        if match.flag.severity == severity:
            yield Hit(
                match.spans[0] if match.spans else None,
                f"{facts.target.title}, {match.flag.name}: {match.flag.message}",
                match.flag.advice,
            )


@rule(
    "PK101",
    Severity.WARNING,
    source=sources.RED_FLAGS,
    bad=lambda: (
        Sample(from_text("RESEARCH\n- Reached an accuracy of 97% on bills."), flags=(_ACCURACY,)),
        Sample(
            from_text("RESEARCH\n- Raised accuracy by 3 points over rules."), flags=(_ACCURACY,)
        ),
        Sample(from_text("RESEARCH\n- Built a parser; accuracy is 88%."), flags=(_ACCURACY,)),
        Sample(_BAD, "a pack that flags accuracy named alone", flags=(_ACCURACY,)),
    ),
    good=lambda: (
        Sample(
            from_text("RESEARCH\n- Reached 97% accuracy and an F1 of 0.95."), flags=(_ACCURACY,)
        ),
        Sample(
            from_text("RESEARCH\n- Raised recall and accuracy by 3 points."), flags=(_ACCURACY,)
        ),
        Sample(from_text("RESEARCH\n- Wrote an accurate report on 20 trials."), flags=(_ACCURACY,)),
        Sample(_GOOD, "the same pack", flags=(_ACCURACY,)),
    ),
)
def red_flag(facts: Facts) -> Iterator[Hit]:
    """Something that the keyword pack calls a red flag for its role.

    The pack's authors say that readers in the field doubt such claims; the pack names its sources
    (`atscheck packs show`).
    """
    yield from _flags(facts, "warning")


@rule(
    "PK201",
    Severity.INFO,
    source=sources.RED_FLAGS,
    bad=lambda: (
        Sample(from_text("RESEARCH\n- Beat the state of the art in parsing."), flags=(_NOTE,)),
        Sample(from_text("RESEARCH\n- Wrote state of the art models of speech."), flags=(_NOTE,)),
        Sample(from_text("RESEARCH\n- Set the state of the art on two tasks."), flags=(_NOTE,)),
        Sample(_BAD, "a pack that asks for the limits of such claims", flags=(_NOTE,)),
    ),
    good=lambda: (
        Sample(from_text("RESEARCH\n- Stated the art of the proof in 3 steps."), flags=(_NOTE,)),
        Sample(from_text("RESEARCH\n- Reached an F1 of 0.91 on two tasks."), flags=(_NOTE,)),
        Sample(from_text("RESEARCH\n- Worked for the state on art loans."), flags=(_NOTE,)),
        Sample(_GOOD, "the same pack", flags=(_NOTE,)),
    ),
)
def pack_note(facts: Facts) -> Iterator[Hit]:
    """Something that the keyword pack finds worth a second look.

    As a red flag, but a matter of judgement.
    """
    yield from _flags(facts, "info")
