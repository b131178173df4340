"""How a person is reached: names, addresses and links."""

from __future__ import annotations

from dataclasses import replace

import pytest

from atscheck.checks.rule import Sample
from atscheck.data import load_words
from atscheck.documents.assemble import from_text
from atscheck.documents.model import Link
from tests.checks.facts import facts_of, found

WORK = "\n\nEXPERIENCE\nAnalyst, Acme Ltd, 2019 - 2022\n- Built tools."


def linked(text: str, *links: tuple[str, int]) -> Sample:
    document = from_text(text, format="docx")
    return Sample(replace(document, links=tuple(Link(target, line) for target, line in links)))


@pytest.mark.parametrize(
    ("line", "given"),
    [
        ("12, Example Street, Leeds", True),
        ("No: 4/307, Example Nagar 3rd Main Road,", True),
        ("H.No. 43, Gali 2, Example Colony, Delhi", True),
        ("Musterweg 7b, 50667 Köln", True),
        ("Leeds LS1 1AA, UK", False),
        ("120 Ft. Road, Surat", False),
        ("Boston, MA 02110 | +1 555 010 0199", False),
        ("Data engineer with 12 years on the road", False),
    ],
)
def test_street_addresses(line: str, given: bool) -> None:
    assert bool(found("CT204", f"Jane Example\n{line}\njane@example.org")) is given


@pytest.mark.parametrize(
    ("email", "informal"),
    [
        ("rockstar_jane", True),
        ("jane.sexy.99", True),
        ("jane.dudeja", False),
        ("glover.jane", False),
        ("jane.example1990", False),
    ],
)
def test_informal_addresses_are_told_by_whole_parts(email: str, informal: bool) -> None:
    assert bool(found("CT202", f"Jane Example\n{email}@example.org")) is informal


def test_a_name_is_no_joke() -> None:
    assert found("CT202", "Princess Example\nprincess.example@example.org") == []


def test_two_addresses_under_one_link_are_both_written() -> None:
    both = "mailto:jane@example.org,%20example@example.net"
    sample = linked("Jane Example\njane@example.org, example@example.net", (both, 2))
    assert found("CT302", facts_of(sample)) == []
    assert found("CT301", facts_of(sample)) == []


def test_a_glued_label_is_no_part_of_an_address() -> None:
    sample = linked("Jane Example\ne-mail-jane@example.org", ("mailto:jane@example.org", 2))
    assert found("CT302", facts_of(sample)) == []


def test_a_link_is_named_once_by_the_rule_that_fits() -> None:
    target = "mailto:old@example.com"
    sample = linked("Jane Example\njane@example.org", (target, 2), (target, 2))
    facts = facts_of(sample)
    assert len(found("CT302", facts)) == 1
    assert found("CT301", facts) == []


def test_links_to_works_are_not_contact_details() -> None:
    text = f"Jane Example\njane@example.org{WORK}"
    assert found("CT301", facts_of(linked(text, ("https://example.com/paper", 5)))) == []


def test_misspelt_hosts_are_none_that_exist_in_the_list() -> None:
    misspelt: dict[str, list[str]] = load_words("addresses")["misspelt"]
    wrong = [host for hosts in misspelt.values() for host in hosts]
    assert len(wrong) == len(set(wrong))
    assert not set(wrong) & set(misspelt)


@pytest.mark.parametrize(
    ("line", "missing"),
    [("Leeds, UK", False), ("#1 example street lagos", False), ("+1 555 010 0199", True),
     ("Exampleton 600091", False), ("Pin code 480107", False)],
)  # fmt: skip
def test_where_an_address_may_stand_none_is_missing(line: str, missing: bool) -> None:
    assert bool(found("CT104", f"Jane Example\n{line}\njane@example.org{WORK}")) is missing
