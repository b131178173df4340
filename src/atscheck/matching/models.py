"""The small spaCy models that the project trains and ships (training/)."""

from __future__ import annotations

from functools import cache
from importlib.resources import as_file, files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language


@cache
def load_model(name: str) -> Language:
    """The model in models/``name``, loaded once; our own tokens are its words."""
    import spacy

    with as_file(files("atscheck").joinpath("models", name)) as folder:
        return spacy.load(folder, exclude=["tokenizer", "vocab"])
