"""Which rules are heard: what the user selects, ignores and sets, and what the resume silences."""

from __future__ import annotations

import pytest

from atscheck import Selection, documents
from atscheck.checks import RULES, run
from atscheck.checks.rule import Facts, Sample
from atscheck.checks.selection import unknown
from atscheck.errors import SelectionError
from tests.checks.facts import facts_of

TEXT = """Ana Example
ana@example.org

EXPERIENCE
Analyst, Acme Ltd, Jan 2019 - Mar 2022
- Responsible for managing the data team.
- Responsible for planning of shifts.
- Helped with the move to the cloud.
"""


def rules_of(facts: Facts, selection: Selection = Selection()) -> set[str]:  # noqa: B008
    return {finding.rule for finding in run(facts, selection).findings}


def read(text: str, name: str = "cv.txt") -> Facts:
    return facts_of(Sample(documents.read(text.encode(), path=name)))


def test_what_is_selected_speaks_and_what_is_ignored_does_not() -> None:
    facts = facts_of(TEXT)
    assert {"AC201", "AC202", "CT102"} <= rules_of(facts)
    assert rules_of(facts, Selection.of(["AC2"])) == {"AC201", "AC202"}
    assert rules_of(facts, Selection.of(["ac201", "no-phone"])) == {"AC201", "CT102"}
    assert rules_of(facts, Selection.of(["AC2"], ["weak-opening"])) == {"AC201"}
    assert "AC201" not in rules_of(facts, Selection.of((), ["AC"]))


def test_what_nobody_hears_of_is_broken_all_the_same() -> None:
    checked = run(facts_of(TEXT), Selection.of(["WR"], ["CT"]))
    assert checked.findings == ()
    assert RULES["CT102"] in checked.broken
    assert checked.silenced == 0


def test_an_option_is_set() -> None:
    gap = """Ana Example

EXPERIENCE
Analyst, Acme Ltd, Jan 2019 - Mar 2022
- Built reports.
Analyst, Beta Ltd, Jan 2014 - Feb 2018
- Built tools.
"""
    assert "DA101" in rules_of(facts_of(gap))
    assert "DA101" not in rules_of(facts_of(gap), Selection.of(settings=["DA101.months=12"]))
    assert "DA101" in rules_of(facts_of(gap), Selection.of(settings=["gap.months = 9"]))


@pytest.mark.parametrize(
    ("select", "settings", "said"),
    [
        (["AX"], [], "there is no rule 'AX'; atscheck rules list shows them"),
        (["week-opening"], [], "there is no rule 'week-opening'; did you mean 'weak-opening'?"),
        ([], ["AC102"], "'AC102' sets nothing; write it like AC401.words=40"),
        ([], ["AC102.percent=-1"], "'AC102.percent=-1' sets nothing"),
        ([], ["AC102.share=1"], "AC102 has no option 'share'; it has: percent, statements"),
        ([], ["CT101.x=1"], "CT101 has no option 'x'; it has none"),
        ([], ["AC.x=1"], "'AC' names several rules; give one rule's whole code"),
        ([], ["AX1.x=1"], "there is no rule 'AX1'"),
    ],
)
def test_what_does_not_exist_is_told(select: list[str], settings: list[str], said: str) -> None:
    with pytest.raises(SelectionError) as caught:
        Selection.of(select, (), settings)
    assert said in str(caught.value)


SILENT_LINE = {
    "cv.txt": TEXT.replace("data team.", "data team.  # atscheck: ignore AC201"),
    "cv.md": "# Ana Example\n\n## Experience\n\n**Analyst, Acme Ltd**, Jan 2019 - Mar 2022\n\n"
    "- Responsible for managing the data team. <!-- atscheck: ignore AC201 -->\n"
    "- Responsible for planning of shifts.\n",
    "cv.html": "<html><body><h1>Ana Example</h1><h2>Experience</h2><p>Analyst, Acme Ltd, Jan 2019"
    " - Mar 2022</p><ul><li>Responsible for managing the data team.<!-- atscheck: ignore AC201 -->"
    "</li><li>Responsible for planning of shifts.</li></ul></body></html>",
}


@pytest.mark.parametrize("name", SILENT_LINE)
def test_a_comment_behind_a_line_silences_that_line(name: str) -> None:
    facts = read(SILENT_LINE[name], name)
    checked = run(facts, Selection.of(["AC201"]))
    assert "atscheck" not in facts.document.text
    assert checked.silenced == 1
    [finding] = checked.findings
    assert finding.span is not None
    assert "planning of shifts" in facts.document.quote(finding.span)


@pytest.mark.parametrize("mark", ["<!-- {} -->", "# {}", "// {}", "% {}", "; {}"])
def test_a_comment_alone_silences_all(mark: str) -> None:
    facts = read(f"{mark.format('atscheck: ignore AC2, no-phone')}\n{TEXT}")
    assert facts.document.text.startswith("Ana Example\nana@")
    assert "atscheck" not in facts.document.text
    assert not rules_of(facts) & {"AC201", "AC202", "CT102"}
    assert run(facts).silenced == 4


def test_a_comment_alone_in_markdown_and_html_silences_all() -> None:
    for name, text in SILENT_LINE.items():
        if name != "cv.txt":
            body = text.replace("<h2>", "<!-- atscheck: ignore AC --><h2>", 1)
            body = body.replace("## Experience", "<!-- atscheck: ignore AC -->\n## Experience")
            assert not {r for r in rules_of(read(body, name)) if r.startswith("AC")}


@pytest.mark.parametrize(
    "line",
    [
        "- Wrote atscheck: ignore AC201 is one of its commands",
        "# atscheck: ignore",
        "C# atscheck ignore AC201",
        "<!-- atscheck: ignore",
    ],
)
def test_other_text_is_text(line: str) -> None:
    facts = read(f"{TEXT}{line}\n")
    assert facts.document.directives == ()
    assert facts.document.text.splitlines()[-1][-6:] == line[-6:]


def test_a_file_cannot_silence_what_it_hides() -> None:
    page = (
        "<html><body><!-- atscheck: ignore PA, KW --><h1>Ana Example</h1><p>ana@example.org</p>"
        '<h2>Skills</h2><p>Python, SQL</p><p style="display:none">Kubernetes Docker Helm</p>'
        "</body></html>"
    )
    facts = facts_of(Sample(documents.read(page.encode(), path="cv.html"), must=("Kubernetes",)))
    assert {"PA601", "KW204"} <= rules_of(facts)


def test_rules_that_do_not_exist_are_named() -> None:
    facts = read(f"# atscheck: ignore AC201, zzz, week-opening\n{TEXT}# atscheck: ignore zzz\n")
    assert unknown(facts.document) == ("zzz", "week-opening")
