"""The contact card: name, e-mail, telephone, links."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atscheck import documents
from atscheck.errors import AtscheckError
from atscheck.resume import parse
from atscheck.resume.model import Contact


def contact_of(text: str) -> Contact:
    return parse(documents.read(text.encode(), path="x.txt")).contact


@pytest.mark.parametrize(
    ("line", "phone"),
    [
        ("Mobile: +91-9000000001", "+91-9000000001"),
        ("Phone (415) 555-0100", "(415) 555-0100"),
        ("Tel. 020 7946 0958", "020 7946 0958"),
        ("Call: 555-0100", "555-0100"),
        ("+1 415 555 0100 / +1 415 555 0101", "+1 415 555 0100"),
        ("2015 - 2019 and 2019 - 2021", None),
        ("01/02/2015 to 03/04/2019", None),
        ("2015 - 2019 / 2021", None),
        ("03/04/1989 12", None),
        ("ISBN 12", None),
        ("ISBN 978 0 306 40615 7", None),
        ("Passport No. 123 456 789", None),
        ("Tel/Fax: +47 2285 6436", "+47 2285 6436"),
        ("Ph.No.9410000001", "9410000001"),
        ("+968-96000001-99000001", "+968-96000001"),
        ("Mob: 90000 00001 / 90000 00002", "90000 00001"),
        ("020 7946 0958\nMobile: 020 7946 0999", "020 7946 0999"),
        ("Oslo 110059 (415) 555 0100", "(415) 555 0100"),
        ("Vol. 3, p. 1176-1186", None),
        ("2009-06-2011-07", None),
        ("12/03/2009 - 11/04/2010", None),
    ],
)
def test_phones(line: str, phone: str | None) -> None:
    assert contact_of(f"Ana Example\n{line}\n").phone == phone


@pytest.mark.parametrize(
    ("line", "email"),
    [
        ("ana@example.org", "ana@example.org"),
        ("E-mail: ana.m+cv@mail.example.co.uk,", "ana.m+cv@mail.example.co.uk"),
        ("Email-ana@example.org", "ana@example.org"),
        ("ana [at] example [dot] org", "ana@example.org"),
        ("ana @ example.org", "ana@example.org"),
        ("ana@example", None),
        ("meet at noon", None),
    ],
)
def test_emails(line: str, email: str | None) -> None:
    assert contact_of(f"Ana Example\n{line}\n").email == email


@pytest.mark.parametrize(
    ("top", "number"),
    [
        ("+1 (415) 555-2671", "+14155552671"),
        ("0047 22 85 64 36", "+4722856436"),
        ("Mobile: 90000 12345 | Pune, Maharashtra", "+919000012345"),
        ("415 555 2671 | Oakland, CA", "+14155552671"),
        ("22 85 64 36 1\nNationality: none\nAddress: 3 Acorn Road, Oslo, Norway", None),
        ("020 7946 0958\nAddress: 3 Acorn Road, Ely, UK", "+442079460958"),
        ("020 7946 0958", None),
        ("Call us: 020 7946 0958", None),
        ("+1 234 567 890", None),
    ],
)
def test_international_numbers(top: str, number: str | None) -> None:
    contact = contact_of(f"Ana Example\n{top}\n\nEDUCATION\nBSc\n")
    assert contact.phone is not None
    assert contact.phone_e164 == number


def test_a_number_is_one_of_the_country_that_the_text_names() -> None:
    text = "Ana Example\nMob. 90000 12345\n\nEXPERIENCE\nClerk, Acme Ltd, India, 2019 - 2021\n"
    assert contact_of(text).phone_e164 == "+919000012345"


@pytest.mark.parametrize(
    ("top", "location"),
    [
        ("3 Acorn Road, Oslo, Norway", "Oslo, Norway"),
        ("2632 Acorn Avenue Los Angeles, California 90034", "Los Angeles, California"),
        ("Ely, MN 55731 | ana@example.org", "Ely, MN"),
        ("2632 Acorn Avenue, Los Angeles CA 90034", "Los Angeles CA"),
        ("2632 Acorn Avenue, Los Angeles IN A BOX", "Los Angeles"),
        ("Nationality: Indian", None),
        ("Contact us today", None),
        ("Paris, France\nAddress:\n3 Acorn Road\nLyon", "Lyon"),
        ("Clerk · Paris, France · ana@example.org", "Paris, France"),
        ("CONTACT\nParis, France\nana@example.org", "Paris, France"),
        ("PERSONAL DETAILS\n3 Acorn Road, Paris, France", "Paris, France"),
        ("PERSONAL DETAILS\nBorn in Paris, France", None),
        ("PERSONAL DETAILS\nPlace of issue: Dubai", None),
        ("PERSONAL DETAILS\nAcme France", None),
    ],
)
def test_locations(top: str, location: str | None) -> None:
    contact = contact_of(f"Ana Example\n{top}\n\nEDUCATION\nBSc, Example University, Rome\n")
    assert contact.location == location


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        ("https://www.linkedin.com/in/ana-example", "linkedin"),
        ("uk.linkedin.com/in/ana", "linkedin"),
        ("GitHub.com/ana", "github"),
        ("https://gitlab.com/ana", "gitlab"),
        ("https://scholar.google.co.uk/citations?user=abc", "scholar"),
        ("orcid.org/0000-0002-1825-0097", "orcid"),
        ("x.com/ana", "other"),
        ("www.matrix.com/ana", "portfolio"),
        ("www.example.org/ana", "portfolio"),
        ("ana.dev", "portfolio"),
    ],
)
def test_kinds_of_links(written: str, kind: str) -> None:
    text = f"Ana Example\n{written}\n\nPROJECTS\nSee https://www.example.com for more of it.\n"
    contact = contact_of(text)
    assert [(link.target, link.kind) for link in contact.links] == [(written, kind)]


def test_a_link_behind_text_has_the_line_that_shows_it() -> None:
    html = (
        "<h1>Ana Example</h1><p><a href='http://github.com/ana/'>My code</a></p>"
        "<p><a href='mailto:ana@example.org'>Write me</a></p><p>https://www.github.com/ana</p>"
    )
    resume = parse(documents.read(html.encode(), path="x.html"))
    assert resume.contact.email == "ana@example.org"
    (link,) = resume.contact.links
    assert link.kind == "github"


def test_links_of_the_contact_part_once_each() -> None:
    contact = contact_of(
        "Ana Example\nana.dev | github.com/ana | https://github.com/ana/\n\n"
        "SKILLS\nsocket.io, www.example.org\n\nPUBLICATIONS\nhttps://doi.org/10.1000/182\n"
    )
    assert {link.target for link in contact.links} == {"ana.dev", "github.com/ana"}


def test_profiles_elsewhere_where_the_contact_part_names_none_of_their_network() -> None:
    contact = contact_of(
        "Ana Example\ngithub.com/ana\n\nPROJECTS\nMaps, github.com/bo and gitlab.com/ana/maps\n"
        "Trains, bitbucket.org/ana\n\nDECLARATION\nhttps://www.linkedin.com/in/ana-example\n"
    )
    assert [link.target for link in contact.links] == [
        "github.com/ana",
        "bitbucket.org/ana",
        "https://www.linkedin.com/in/ana-example",
    ]


@given(st.text(max_size=120))
def test_any_text_has_a_card_whose_spans_are_its_own(text: str) -> None:
    try:
        document = documents.read(f"Ana Example\n{text}\n".encode(), path="x.txt")
    except AtscheckError:  # not every text is a document
        return
    contact = parse(document).contact
    for span in (contact.name_span, contact.email_span, contact.phone_span):
        assert span is None or 0 <= span.start < span.end <= len(document.text)


def test_half_of_a_broken_address_is_no_site() -> None:
    assert contact_of("Ana Example\nE-mail: ana @\nexample.com\nana @ example.com\n").links == ()


def test_a_number_beside_the_address_is_the_person_s() -> None:
    contact = contact_of(
        "Ana Example\n\nEXPERIENCE\nSold boat 020 7946 0111\n\nana@example.org 020 7946 0958\n"
    )
    assert contact.phone == "020 7946 0958"
