"""A batch's output folder: a report per resume, summary.csv, overview.txt, overview.html."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from atscheck.batch.overview import public
from atscheck.errors import OutputError
from atscheck.renderers.safe import csv_safe

COLUMNS = (
    "file", "format", "pages", "words", "must_found", "must_total", "must_coverage", "must_literal",
    "good_found", "good_total", "good_coverage", "statements", "quantified", "errors", "warnings",
    "infos", "not_scored", "error", "message", "report",
)  # fmt: skip

SUMMARIES = ("summary.csv", "overview.txt", "overview.html", "results.parquet")
"""What is written of all resumes together."""

NAME_BYTES = 200
"""The longest stem of a report's name; the usual file systems allow 255 bytes in all."""


def prepare(folder: Path, *, overwrite: bool) -> None:
    """Make the output folder; with ``overwrite`` the results of an earlier run are removed.

    Raises:
        OutputError: if it holds an earlier run's results, or cannot be made.
    """
    try:
        (folder / "reports").mkdir(parents=True, exist_ok=True)
        held = [folder / name for name in SUMMARIES if (folder / name).exists()]
        held += (p for end in ("json", "html") for p in (folder / "reports").glob(f"*.{end}"))
        if held and not overwrite:
            raise OutputError(
                f"{folder}: holds the results of an earlier run",
                "name another folder, or add --overwrite",
            )
        for path in held:
            path.unlink()
    except OSError as error:
        raise OutputError(
            f"{folder}: {error.strerror}", "name a folder you may write to"
        ) from error


def report_name(path: Path, root: Path | None, taken: set[str]) -> str:
    """A file name for the report of ``path``, unlike any in ``taken`` whatever the letter case."""
    relative = path
    if root is not None and path.is_relative_to(root):
        relative = path.relative_to(root)
    stem = "__".join(p for p in relative.parts if p not in ("/", ".", ".."))
    stem = "".join(c if c.isalnum() or c in "._- ()" else "_" for c in stem)
    stem = stem.encode()[:NAME_BYTES].decode(errors="ignore").strip() or "resume"
    name, number = f"{stem}.json", 2
    while name.casefold() in taken:
        name, number = f"{stem}-{number}.json", number + 1
    taken.add(name.casefold())
    return name


def page_name(name: str) -> str:
    """The name of the HTML file beside the JSON file ``name``."""
    return f"{name.removesuffix('.json')}.html"


def write_json(path: Path, data: dict[str, Any]) -> None:
    """Write one report whole or not at all.

    Raises:
        OutputError: if it cannot be written.
    """
    write_text(path, json.dumps(data, allow_nan=False, indent=1) + "\n")


def write_text(path: Path, text: str) -> None:
    """Write ``text`` to ``path`` by replacing it, so that no half file is ever seen.

    Raises:
        OutputError: if it cannot be written.
    """
    part = path.with_name(f".{path.name}.part")
    try:
        with part.open("w", encoding="utf-8", newline="") as file:
            file.write(text)
        part.replace(path)
    except OSError as error:
        part.unlink(missing_ok=True)
        hint = "free some space or name another place"
        raise OutputError(f"{path}: {error.strerror}", hint) from error


def summary_row(data: dict[str, Any], name: str) -> dict[str, Any]:
    """One row of summary.csv: the outcome of one file, whose report is called ``name``.

    What is found of the person and of dates is for the report alone, as in the overview.
    """
    error = data.get("error")
    if error:
        message = f"{error['message']}; {error['hint']}" if error["hint"] else error["message"]
        row = {"file": data["file"]["path"], "error": error["code"], "message": message}
        return {**row, "report": name}
    score = data["score"] or {}
    must, good = score.get("must", {}), score.get("good", {})
    severities = Counter(f["severity"] for f in public(data["findings"]))
    return {
        "file": data["file"]["path"],
        "format": data["file"]["format"],
        "pages": data["file"]["pages"],
        "words": data["file"]["words"],
        **{f"must_{key}": must.get(key) for key in ("found", "total", "coverage", "literal")},
        **{f"good_{key}": good.get(key) for key in ("found", "total", "coverage")},
        "statements": data["achievements"]["bullets"],
        "quantified": data["achievements"]["quantified"],
        "errors": severities["error"],
        "warnings": severities["warning"],
        "infos": severities["info"],
        "not_scored": data["not_scored"],
        "report": name,
    }


def summary_line(row: dict[str, Any]) -> str:
    """A row as a line of summary.csv."""
    line = io.StringIO(newline="")
    cells = ({k: csv_safe(v) if isinstance(v, str) else v for k, v in row.items()},)
    csv.DictWriter(line, COLUMNS, restval="").writerows(cells)
    return line.getvalue()


def write_summary(path: Path, lines: Iterable[str]) -> None:
    """Write summary.csv from its lines.

    Raises:
        OutputError: if it cannot be written.
    """
    write_text(path, "".join([",".join(COLUMNS) + "\r\n", *lines]))
