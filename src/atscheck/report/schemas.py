"""The published JSON Schemas (draft 2020-12): of what the commands print as JSON, and of packs."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any, Literal

SchemaName = Literal["report", "job", "text", "diff", "pack"]


def schema(name: SchemaName = "report") -> dict[str, Any]:
    """The JSON Schema of a report (or `Failure`), posting, resume's text, `Difference`, or pack."""
    text = files("atscheck").joinpath("schemas", f"{name}-1.json").read_text(encoding="utf-8")
    table: dict[str, Any] = json.loads(text)
    return table
