"""Which packs a resume fits: by what few packs ask for, and by titles."""

from __future__ import annotations

from atscheck.documents.assemble import from_text
from atscheck.matching.fit import Fit, fits
from atscheck.resume import parse
from atscheck.skills.outlines import Outline

OFFICE = ("Excel", "customer service")
BAKER = Outline("baker", "Baker", "en", ("Pastry Chef",), ("food safety", *OFFICE), ("sourdough",))
CLERK = Outline("clerk", "Clerk", "en", (), ("data entry", *OFFICE), ("typing",))
CODER = Outline("coder", "Software Developer", "en", (), ("Python | Java", "Git"), ("Docker",))


def found(text: str, *packs: Outline) -> tuple[Fit, ...]:
    return fits(parse(from_text(f"Ana Example\nana@example.org\n\n{text}\n")), packs)


def test_the_pack_that_is_covered_most_comes_first() -> None:
    best, *_ = found("SKILLS\nPython, Git, Docker, Excel", BAKER, CLERK, CODER)
    assert best.pack is CODER
    assert best.must == ("Python | Java", "Git")
    assert best.good == ("Docker",)
    assert best.score == 1
    assert best.held == ""


def test_what_many_packs_ask_for_tells_little() -> None:
    best, second, _ = found(
        "SKILLS\nExcel, customer service, data entry, typing", BAKER, CLERK, CODER
    )
    assert (best.pack, second.pack) == (CLERK, BAKER)
    assert best.telling[:2] == ("data entry", "typing")


def test_a_title_of_the_role_counts() -> None:
    text = "EXPERIENCE\n{}, Example Ltd, 2020 - 2024\n- Used Excel for customer service."
    best, *_ = found(text.format("Senior Pastry Chef"), CLERK, BAKER)
    assert (best.pack, best.held) == (BAKER, "Senior Pastry Chef")
    best, *_ = found(text.format("Pastry Chef / Line Cook"), CLERK, BAKER)
    assert (best.pack, best.held) == (BAKER, "Pastry Chef / Line Cook")
    best, *_ = found(text.format("Manager"), CLERK, BAKER)
    assert best.held == ""


def test_packs_that_fit_alike_stand_by_name() -> None:
    nothing = found("SKILLS\nwelding", CODER, BAKER, CLERK)
    assert [fit.pack.name for fit in nothing] == ["baker", "clerk", "coder"]
    assert {fit.score for fit in nothing} == {0}


def test_what_is_denied_is_not_covered() -> None:
    best, *_ = found("SUMMARY\nNo experience with Docker, but with Git.", CODER)
    assert (best.must, best.good) == (("Git",), ())
