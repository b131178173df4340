"""What a rule is, as text: for `atscheck rules show`, and for docs/rules.md (`make docs`)."""

from __future__ import annotations

import sys
import textwrap
from collections.abc import Iterable, Iterator
from itertools import groupby

from atscheck.checks import RULES
from atscheck.checks.rule import Example, Rule

_WIDTH = 80

_HEAD = """\
# Rules

Made from the rules themselves by `make docs`; `atscheck rules show CODE` prints one of them.

- **error**: a machine loses content of the resume.
- **warning**: it costs a match, or the reader's trust.
- **info**: worth knowing.

A rule makes a few findings of one resume at most and says how many more there are. The systems
differ, so a finding says what some of them would miss; none says what an employer will decide.
"""


def rule_text(rule: Rule) -> str:
    """The rule with its reason, examples and source, as plain text."""
    parts = [f"{rule.code} {rule.name} ({rule.severity})"]
    parts += [textwrap.fill(text, _WIDTH) for text in (rule.summary, rule.why)]
    for title, examples in (("Flagged", rule.bad), ("Fine", rule.good)):
        parts += [f"{title}:\n{_indented(example)}" for example in examples]
    return "\n\n".join([*parts, f"Source: {rule.source}"])


def rules_page() -> str:
    """All rules, by family, as Markdown."""
    rules = sorted(RULES.values(), key=lambda r: r.code)
    parts = [_HEAD]
    for module, family in groupby(rules, key=lambda r: r.check.__module__):
        title = (sys.modules[module].__doc__ or "").splitlines()[0].rstrip(".")
        parts.append(f"## {title}\n")
        parts.extend(_section(rule) for rule in family)
    return "\n".join(parts)


def _section(rule: Rule) -> str:
    lines = [f"### {rule.code} {rule.name}", "", f"**{rule.severity}** · {rule.summary}"]
    lines += ["", rule.why]
    for title, examples in (("Flagged", rule.bad), ("Fine", rule.good)):
        for example in examples:
            lines += ["", f"{title}:", "", "```text", *_lines(example), "```"]
    return "\n".join([*lines, "", f"Source: <{rule.source}>", ""])


def _indented(example: Example) -> str:
    return "\n".join(f"    {line}" for line in _lines(example))


def _lines(example: Example) -> Iterator[str]:
    """The example's text, and in brackets what the text does not show."""
    if isinstance(example, str):
        yield from example.splitlines()
        return
    yield from example.document.text.splitlines()
    yield from _asked("must have", example.must)
    yield from _asked("good to have", example.good)
    if example.title:
        yield f"[the posting's title: {example.title}]"
    if example.note:
        yield f"[{example.note}]"


def _asked(tier: str, keywords: Iterable[str]) -> Iterator[str]:
    names = ", ".join(keywords)
    if names:
        yield f"[{tier}: {names}]"


if __name__ == "__main__":
    sys.stdout.write(rules_page())
