"""What is read of a posting that a test makes."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from atscheck import documents
from atscheck.documents.model import Document
from atscheck.jobs import read_job
from atscheck.skills.model import Target, Tier

DATA = Path(__file__).parents[1] / "data" / "postings"


def table(name: str) -> dict[str, Any]:
    """The made cases of a file in tests/data/postings."""
    return tomllib.loads((DATA / f"{name}.toml").read_text("utf-8"))


def document(text: str) -> Document:
    """The document of a posting in plain text."""
    return documents.read(text.encode(), path="job.txt")


def read(text: str) -> Target:
    """The target of a posting in plain text."""
    return read_job(document(text))


def tiers(target: Target) -> dict[str, Tier]:
    """The tier of each keyword."""
    return {keyword.name: keyword.tier for keyword in target.keywords}
