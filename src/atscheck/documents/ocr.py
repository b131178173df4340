"""Character recognition (OCR): the words in a picture, by the Tesseract program if it is there."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from atscheck.errors import MissingError

if TYPE_CHECKING:
    from PIL.Image import Image

SECONDS = 60
"""Time for one page; one full of text takes 3 to 6 seconds."""

LEAST_CONFIDENCE, LONG = 60.0, 6
"""Words shorter than `LONG` of which Tesseract is less sure, of 100, are left out. On pages of
25 real resumes, whose text is known, 111 of 4842 words were such, 16 of them right; of longer ones
as unsure 15 of 35 were right (many are names or addresses), of all others 95 in 100."""

DPI = 300
"""Dots per inch of the pictures: what Tesseract's documentation asks for ("ImproveQuality")."""


LANGUAGE = "eng"
"""Tesseract's name of the language that it looks for: English."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word in a picture, its place in pixels from the upper left.

    Attributes:
        line: which line of the picture it stands on; the words of one follow one another.
    """

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    line: tuple[int, ...]


Recognise = Callable[["Image"], Sequence[Word]]
"""What finds the words in a picture, line by line."""


def tesseract() -> Recognise:
    """Recognition by Tesseract.

    Raises:
        MissingError: if it is not installed, or without its data of `LANGUAGE`.
    """
    try:
        from pytesseract import pytesseract
    except ImportError as error:
        raise MissingError(
            "character recognition needs the package pytesseract",
            "pip install 'atscheck[ocr]'",
        ) from error
    if shutil.which(pytesseract.tesseract_cmd) is None:
        raise MissingError(
            "character recognition needs the program tesseract",
            "apt install tesseract-ocr, or brew install tesseract",
        )
    if LANGUAGE not in pytesseract.get_languages():
        raise MissingError(
            "character recognition needs the English data of tesseract",
            "apt install tesseract-ocr-eng, or set TESSDATA_PREFIX to the folder that holds it",
        )
    return _words


def _words(picture: Image) -> Sequence[Word]:
    """The words that Tesseract finds; none where it fails or takes too long."""
    from pytesseract import Output, image_to_data

    try:
        table = image_to_data(
            picture, LANGUAGE, config=f"--dpi {DPI}", output_type=Output.DICT, timeout=SECONDS
        )
    except RuntimeError:
        return ()
    columns = ("text", "conf", "left", "top", "width", "height", "block_num", "par_num", "line_num")
    rows = zip(*(table[column] for column in columns), strict=True)
    return [
        Word(text.strip(), left, top, left + width, top + height, tuple(line))
        for text, confidence, left, top, width, height, *line in rows
        if text.strip() and (float(confidence) >= LEAST_CONFIDENCE or len(text.strip()) >= LONG)
    ]
