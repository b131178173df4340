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
        ("ISBN 12", None),
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


def test_links_once_each_and_sites_of_the_contact_part_alone() -> None:
    contact = contact_of(
        "Ana Example\nana.dev | github.com/ana | https://github.com/ana/\n\n"
        "SKILLS\nsocket.io, www.example.org\n"
    )
    assert {link.target for link in contact.links} == {
        "ana.dev",
        "github.com/ana",
        "www.example.org",
    }


@given(st.text(max_size=120))
def test_any_text_has_a_card_whose_spans_are_its_own(text: str) -> None:
    try:
        document = documents.read(f"Ana Example\n{text}\n".encode(), path="x.txt")
    except AtscheckError:  # not every text is a document
        return
    contact = parse(document).contact
    for span in (contact.name_span, contact.email_span, contact.phone_span):
        assert span is None or 0 <= span.start < span.end <= len(document.text)
