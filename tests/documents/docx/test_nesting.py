"""However a Word file nests its text, each word that it shows is read once, and no other."""

from __future__ import annotations

import re
from itertools import count

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.make_docx import field, item, paragraph, run, table
from tests.support.read_docx import read

# In these, «run», «inline» and «block» are places for what can stand there.
_LOST = paragraph("lost")
_INLINE = [
    "«run»",
    "<w:ins>«run»</w:ins>",
    "<w:hyperlink r:id='x'>«inline»</w:hyperlink>",
    "<w:sdt><w:sdtPr/><w:sdtContent>«inline»</w:sdtContent></w:sdt>",
    "<w:smartTag>«inline»<w:smartTag>«run»</w:smartTag></w:smartTag>",
    field("QUOTE", "«inline»"),
    field(field("MERGEFIELD", run("lost")), "«inline»"),
    f"<w:del>{run('lost')}</w:del>«inline»",
    "<w:r><mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent>«block»</w:txbxContent>"
    f"</w:drawing></mc:Choice><mc:Fallback><w:pict>{_LOST}</w:pict></mc:Fallback>"
    "</mc:AlternateContent></w:r>",
]
_BLOCKS = [
    "<w:p>«inline»</w:p>",
    f"<w:p><w:pPr>{item(1)}</w:pPr>«inline»«inline»</w:p>",
    "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>«inline»</w:p>",
    "<w:sdt><w:sdtPr/><w:sdtContent>«block»«block»</w:sdtContent></w:sdt>",
    f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{_LOST}</w:sdtContent></w:sdt>",
    f"<mc:AlternateContent><mc:Choice>«block»</mc:Choice><mc:Fallback>{_LOST}</mc:Fallback>"
    "</mc:AlternateContent>",
    table(["«block»", "«block»"], ["«block»", paragraph()]),
    table(["«block»«block»"]),
    table(["«block»", "«block»", "«block»"]),
]
_PLACES = {"block": _BLOCKS, "inline": _INLINE}


@st.composite
def bodies(draw: st.DrawFn) -> tuple[str, int]:
    """The body of a file, and how many words it shows: w1, w2, …"""
    numbers = count(1)

    def fill(template: str, depth: int) -> str:
        def put(place: re.Match[str]) -> str:
            if place[1] == "run":
                return run(f"w{next(numbers)} ")
            forms = _PLACES[place[1]]
            return fill(draw(st.sampled_from(forms if depth else forms[:1])), max(0, depth - 1))

        return re.sub("«([a-z]+)»", put, template)

    body = fill("<w:p>«run»</w:p>«block»«block»", 4)
    return body, next(numbers) - 1


@settings(deadline=None)
@given(bodies())
def test_every_word_is_read_once(made: tuple[str, int]) -> None:
    body, words = made
    document = read(body)
    found = re.findall(r"\bw\d+\b", document.text)
    assert sorted(found) == sorted(f"w{n}" for n in range(1, words + 1))
    assert "lost" not in document.text
    assert {loss.kind for loss in document.losses} <= {
        "tables", "layout-table", "text-boxes", "placeholders", "tracked-changes"
    }  # fmt: skip


@settings(deadline=None)
@given(bodies())
def test_losses_and_links_have_places_in_the_text(made: tuple[str, int]) -> None:
    document = read(made[0], links={"x": "https://example.org"})
    assert all(loss.span is not None for loss in document.losses)
    linked = made[0].count("<w:hyperlink")
    assert len(document.links) <= linked
    assert all(link.line is not None for link in document.links)
