"""Pages that are no text, read by character recognition: a made recogniser, and Tesseract."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from importlib.util import find_spec

import PIL.Image
import pytest
from PIL.Image import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from atscheck import documents
from atscheck.documents import ocr, pdf
from atscheck.documents.model import Document
from atscheck.documents.ocr import DPI, Word
from atscheck.documents.pdf.pdfium import opened, page_of
from atscheck.documents.pdf.recognition import MAX_PIXELS
from atscheck.errors import InputError, MissingError
from tests.documents.pdf.reading import picture, shown, texts
from tests.support.make_pdf import HEIGHT, WIDTH, lines, make_pdf, objects_of_page, write_pdf

TESSERACT = find_spec("pytesseract") is not None and shutil.which("tesseract") is not None


class Recogniser:
    """Finds the same words in every picture, and keeps the pictures' sizes."""

    def __init__(self, *words: Word) -> None:
        self.words = words
        self.sizes: list[tuple[int, int]] = []

    def __call__(self, image: Image) -> Sequence[Word]:
        self.sizes.append(image.size)
        return self.words


def placed(text: str, x: float, baseline: float, line: int, size: float = 10) -> Word:
    """A word as it is found in a picture: its place in points, turned into pixels."""
    dots = DPI / 72
    width = 0.5 * size * len(text)
    top = baseline - (0.5 if text.islower() and not set(text) & set("bdfhiklt") else 0.72) * size
    bottom = baseline + (0.21 * size if set(text) & set("gjpqy@,") else 0)
    return Word(text, x * dots, top * dots, (x + width) * dots, bottom * dots, (line,))


def written(text: str, x: float, baseline: float, line: int, size: float = 10) -> list[Word]:
    """The words of a line, a quarter of an em apart."""
    words = []
    for word in text.split():
        words.append(placed(word, x, baseline, line, size))
        x += 0.5 * size * len(word) + 0.25 * size
    return words


def scan(canvas: Canvas) -> None:
    picture(canvas, 0, 0, WIDTH, HEIGHT)


def recognised(data: bytes, *words: Word) -> Document:
    return pdf.read_pdf(data, "scan.pdf", recognise=Recogniser(*words))


def test_words_from_right_to_left_are_read_as_they_are_found() -> None:
    words = ["\u05de\u05d4\u05e0\u05d3\u05e1", "\u05ea\u05d5\u05db\u05e0\u05d4"]
    found = [placed(word, 150 - 27.5 * i, 80, 1) for i, word in enumerate(words)]
    assert texts(recognised(make_pdf(scan), *found)) == [" ".join(words)]


def test_words_become_lines_with_places_and_sizes() -> None:
    words = [
        *written("Ana Example", 72, 80, 1, size=18),
        *written("engineer in our team", 72, 100, 2),
        *written("Engineer, Acme", 72, 130, 3),
        *written("2019 to 2021", 450, 130, 3),
    ]
    document = recognised(make_pdf(scan), *words)
    assert texts(document) == [
        "Ana Example",
        "engineer in our team",
        "Engineer, Acme\t2019 to 2021",
    ]
    name, plain, job = document.lines
    assert (name.size, plain.size, job.size) == pytest.approx((18, 10, 10), abs=0.2)
    assert name.box is not None
    assert name.box.x0 == pytest.approx(72, abs=0.5)
    assert name.box.top < 80 - 0.72 * 18 < 80 < name.box.bottom
    assert not any(line.hidden for line in document.lines)


def test_columns_of_a_picture_are_read_one_after_the_other() -> None:
    left = ["Skills", "Python", "Docker", "Linux", "Bash", "Make"]
    right = [f"Statement number {n} of what was done there" for n in range(6)]
    words = [w for n, text in enumerate(left) for w in written(text, 60, 100 + 20 * n, n)]
    words += [w for n, text in enumerate(right) for w in written(text, 250, 106 + 20 * n, 10 + n)]
    document = recognised(make_pdf(scan), *words)
    assert texts(document) == [*left, *right]
    assert document.columns == 2


def test_what_bullets_and_at_signs_are_taken_for_is_mended() -> None:
    words = [
        *written("ana(@example.org", 72, 100, 1),
        *written("e Built it", 72, 120, 2),
        *written("¢ Ran it", 72, 140, 3),
        *written("e", 72, 160, 4),
    ]
    assert texts(recognised(make_pdf(scan), *words)) == [
        "ana@example.org", "• Built it", "• Ran it", "e"
    ]  # fmt: skip


def test_only_pages_that_are_no_text_are_recognised() -> None:
    data = make_pdf(
        lambda c: lines(c, 72, 72, ["Ana Example, engineer"]),
        scan,
        lambda c: (scan(c), lines(c, 500, 20, ["page 3"])),  # type: ignore[func-returns-value]
    )
    recogniser = Recogniser(*written("Engineer at Acme", 72, 100, 1))
    document = pdf.read_pdf(data, "x.pdf", recognise=recogniser)
    assert texts(document) == ["Ana Example, engineer", "Engineer at Acme", "Engineer at Acme"]
    assert document.ocr_pages == (2, 3)
    assert [page.images for page in document.pages] == [0, 1, 1]
    losses = [(loss.kind, loss.box and loss.box.page) for loss in document.losses]
    assert losses == [("ocr", 2), ("ocr", 3)]
    dots = DPI / 72
    assert recogniser.sizes == [pytest.approx((WIDTH * dots, HEIGHT * dots), abs=1)] * 2
    stored = [line.stored for line in document.lines]
    assert stored == sorted(set(stored))


def test_without_being_asked_for_nothing_is_recognised() -> None:
    data = make_pdf(lambda c: lines(c, 72, 72, ["Ana Example, engineer"]), scan)
    document = documents.read(data)
    assert document.ocr_pages == ()
    assert [loss.kind for loss in document.losses] == ["image-only-page"]


def test_letters_that_mean_nothing_are_recognised() -> None:
    objects = objects_of_page(shown("\x01\x02\x03\x04 \x05\x06\x07").encode(), meanings={32: " "})
    objects[5] = objects[5].replace(b"/Encoding /WinAnsiEncoding", b"")
    data = write_pdf(objects)
    assert documents.read(data).doubt
    document = recognised(data, *written("Ana Example", 72, 100, 1))
    assert texts(document) == ["Ana Example"]
    assert document.doubt == ""
    assert [loss.kind for loss in document.losses] == ["ocr"]


def test_where_nothing_is_recognised_a_picture_stays_one() -> None:
    with pytest.raises(InputError, match="none with words"):
        recognised(make_pdf(scan))
    document = recognised(make_pdf(scan, lambda c: lines(c, 72, 72, ["Ana"])))
    assert [loss.kind for loss in document.losses] == ["image-only-page"]


def test_recognition_is_advised_where_it_was_not_tried() -> None:
    with pytest.raises(InputError) as before:
        documents.read(make_pdf(scan))
    with pytest.raises(InputError) as after:
        recognised(make_pdf(scan))
    assert "--ocr" in str(before.value.hint)
    assert "--ocr" not in str(after.value.hint)


def test_only_so_many_pages_are_recognised(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "MAX_RECOGNISED", 2)
    document = recognised(make_pdf(scan, scan, scan), *written("Ana", 72, 100, 1))
    assert document.ocr_pages == (1, 2)
    assert [loss.kind for loss in document.losses] == ["ocr", "ocr", "image-only-page"]


@pytest.mark.parametrize(("crop", "turn"), [(b"[0 0 612 792]", 0), (b"[100 200 500 600]", 90)])
def test_places_hold_on_pages_that_are_cut_and_turned(crop: bytes, turn: int) -> None:
    objects = objects_of_page(b"")
    objects[3] = objects[3].replace(
        b"/Contents", b"/CropBox %b /Rotate %d /Contents" % (crop, turn)
    )
    with opened(write_pdf(objects)) as file:
        assert file is not None
        with page_of(file, 1) as view:
            assert view is not None
            left, top, right, bottom = view.seen
            width, height = view.image(DPI, MAX_PIXELS).size
            assert (view.width, view.height) == ((792, 612) if turn else (612, 792))
    assert (width / height) == pytest.approx((right - left) / (bottom - top), rel=0.01)
    assert (left, top) == ((200, 100) if turn else (0, 0))


def test_a_page_of_any_size_has_a_picture_of_bounded_size() -> None:
    objects = objects_of_page(b"")
    objects[2] = objects[2].replace(b"612 792", b"14400 14400")
    with opened(write_pdf(objects)) as file:
        assert file is not None
        with page_of(file, 1) as view:
            assert view is not None
            width, height = view.image(DPI, MAX_PIXELS).size
    assert width * height < 26_000_000


def test_what_is_not_installed_is_named_with_its_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr("shutil.which", lambda name: None)
        patch.setitem(__import__("sys").modules, "pytesseract", None)
        with pytest.raises(MissingError, match=r"pip install 'atscheck\[ocr\]'"):
            ocr.tesseract()
    if find_spec("pytesseract"):
        monkeypatch.setattr("shutil.which", lambda name: None)
        with pytest.raises(MissingError, match="apt install tesseract-ocr"):
            documents.read(b"Ana Example", ocr=True)
        monkeypatch.setattr("shutil.which", lambda name: name)
        monkeypatch.setattr("pytesseract.pytesseract.get_languages", lambda: ["deu", "osd"])
        with pytest.raises(MissingError, match="apt install tesseract-ocr-eng"):
            documents.read(b"Ana Example", ocr=True)


@pytest.mark.skipif(not TESSERACT, reason="Tesseract is not installed")
def test_tesseract_reads_a_picture_of_text() -> None:
    wanted = ["Ana Example", "Engineer at Acme, Berlin", "Built the billing service in Python"]

    def page(canvas: Canvas) -> None:
        for number, text in enumerate(wanted):
            lines(canvas, 72, 90 + 40 * number, [text], size=14)

    with opened(make_pdf(page)) as file:
        assert file is not None
        with page_of(file, 1) as view:
            assert view is not None
            image = view.image(DPI, MAX_PIXELS)
    data = make_pdf(lambda c: c.drawImage(ImageReader(image), 0, 0, WIDTH, HEIGHT))
    document = documents.read(data, ocr=True)
    assert texts(document) == wanted
    assert document.ocr_pages == (1,)
    assert document.lines[0].size == pytest.approx(14, abs=1.5)


def test_short_words_that_are_unsure_are_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("pytesseract")
    found = [("Ana", 95.0), ("|", 30.5), ("e-mail", 44), (" ", 95), ("", -1)]
    table: dict[str, list[object]] = {
        "text": [text for text, _ in found],
        "conf": [confidence for _, confidence in found],
    }
    for name in ("left", "top", "width", "height", "block_num", "par_num", "line_num"):
        table[name] = list(range(len(found)))
    monkeypatch.setattr("pytesseract.image_to_data", lambda *_, **__: table)
    monkeypatch.setattr("shutil.which", lambda name: name)
    monkeypatch.setattr("pytesseract.pytesseract.get_languages", lambda: ["eng"])
    words = ocr.tesseract()(PIL.Image.new("L", (8, 8)))
    assert words == [Word("Ana", 0, 0, 0, 0, (0, 0, 0)), Word("e-mail", 2, 2, 4, 4, (2, 2, 2))]


@pytest.mark.skipif(not TESSERACT, reason="Tesseract is not installed")
def test_a_recognition_that_fails_finds_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*arguments: object, **options: object) -> None:
        raise RuntimeError("Tesseract process timeout")

    monkeypatch.setattr("pytesseract.image_to_data", fail)
    with pytest.raises(InputError, match="none with words"):
        documents.read(make_pdf(scan), ocr=True)
