"""What a rule is, as text: for `atscheck rules show`, and for docs/rules/ (`make docs`)."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator

from atscheck.checks import RULES
from atscheck.checks.rule import Example, Rule

_WIDTH = 80

FAMILIES = {
    "PA": "What parsers lose",
    "CT": "Contact details",
    "KW": "Keywords",
    "AC": "Achievements and statements",
    "WR": "Wording",
    "DA": "Dates",
    "PI": "Personal details that invite bias",
    "PK": "The pack's own red flags",
}
"""The families of rules by the letters that their codes begin with, in the order of the docs."""

_HEAD = """\
# Rules

Made from the rules themselves by `make docs`; `atscheck rules show CODE` prints one of them.

- **error**: a machine loses content of the resume.
- **warning**: it costs a match, or the reader's trust.
- **info**: worth knowing.

A rule makes a few findings of one resume at most and says how many more there are. The systems
differ, so a finding says what some of them would miss; none says what an employer will decide.
Rules are chosen with `--select` and `--ignore`, set with `--set`, and silenced in a resume kept as
text by `<!-- atscheck: ignore CODE -->` ([the command line](../cli.md#choosing-checks)).
"""


def rule_text(rule: Rule) -> str:
    """The rule with its reason, options, examples and source, as plain text."""
    parts = [f"{rule.code} {rule.name} ({rule.severity})"]
    parts += [textwrap.fill(text, _WIDTH) for text in (rule.summary, rule.why)]
    parts += [textwrap.fill(option, _WIDTH, subsequent_indent="  ") for option in _options(rule)]
    for title, examples in (("Flagged", rule.bad), ("Fine", rule.good)):
        parts += [f"{title}:\n{_indented(example)}" for example in examples]
    return "\n\n".join([*parts, f"Source: {rule.source}"])


def rule_markdown(rule: Rule) -> str:
    """The same as Markdown, below a heading."""
    lines = [f"## {rule.code} {rule.name}", "", f"**{rule.severity}** · {rule.summary}"]
    lines += ["", rule.why]
    for option in _options(rule):
        lines += ["", option]
    for title, examples in (("Flagged", rule.bad), ("Fine", rule.good)):
        for example in examples:
            lines += ["", f"{title}:", "", "```text", *_lines(example), "```"]
    return "\n".join([*lines, "", f"Source: <{rule.source}>", ""])


def rules_pages() -> dict[str, str]:
    """The pages of docs/rules/ by file name, as Markdown: every family, and a table of all."""
    families = {letters: sorted(_of(letters), key=lambda rule: rule.code) for letters in FAMILIES}
    pages = {f"{letters}.md": _page(letters, rules) for letters, rules in families.items()}
    parts = [_HEAD]
    for letters, rules in families.items():
        parts.append(f"## {letters}: [{FAMILIES[letters]}]({letters}.md)\n")
        parts.append("| code | name | severity | what it finds |\n|---|---|---|---|")
        parts += [f"| {r.code} | {r.name} | {r.severity} | {r.summary} |" for r in rules]
        parts.append("")
    return {"README.md": "\n".join(parts), **pages}


def _of(letters: str) -> Iterator[Rule]:
    return (rule for rule in RULES.values() if rule.code.startswith(letters))


def _page(letters: str, rules: Iterable[Rule]) -> str:
    sections = map(rule_markdown, rules)
    head = f"# {letters}: {FAMILIES[letters]}\n\n[All rules](README.md)\n"
    return "\n".join([head, *sections])


def _options(rule: Rule) -> Iterator[str]:
    for option in rule.options:
        yield f"Option {option.name} = {option.default}: {option.about}."


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
