"""A batch's output folder: a report per resume, summary.csv, errors.csv and the overview."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import Any

from atscheck.batch.disk import PARTS, write_text, writing
from atscheck.batch.journal import NAME, Journal, task_of
from atscheck.batch.overview import public
from atscheck.errors import OutputError
from atscheck.renderers.safe import csv_safe

COLUMNS = (
    "file", "format", "pages", "words", "must_found", "must_total", "must_coverage", "must_literal",
    "good_found", "good_total", "good_coverage", "statements", "quantified", "errors", "warnings",
    "infos", "not_scored", "error", "message", "report",
)  # fmt: skip

ERROR_COLUMNS = ("path", "code", "message", "hint")

SUMMARIES = ("summary.csv", "errors.csv", "overview.txt", "overview.html", "results.parquet")
"""What is written of all resumes together."""


def begin(folder: Path, task: dict[str, Any], *, overwrite: bool) -> Journal:
    """The journal of ``task`` in the output folder, which is held.

    It is that of a run which did not end, or a new one. With ``overwrite`` the results of another
    run are removed.

    Raises:
        OutputError: if the folder holds another run's results, or cannot be written.
    """
    with writing(folder):
        (folder / "reports").mkdir(parents=True, exist_ok=True)
    path = folder / NAME
    if path.exists() or path.is_symlink():
        if task_of(path) == task:
            return Journal(path)
        if not overwrite:
            raise OutputError(
                f"{folder}: holds an unfinished run with another target, options or version",
                "go on with that one, name another folder, or add --overwrite",
            )
    _clear(folder, overwrite=overwrite)
    return Journal.begin(path, task)


def _clear(folder: Path, *, overwrite: bool) -> None:
    with writing(folder):
        held = [folder / name for name in SUMMARIES if (folder / name).exists()]
        held += _reports(folder)
        if held and not overwrite:
            raise OutputError(
                f"{folder}: holds the results of an earlier run",
                "name another folder, or add --overwrite",
            )
        for path in held:
            path.unlink()


def sweep(folder: Path, kept: Collection[str]) -> None:
    """Remove what a run that was killed left half done: all reports but those called ``kept``.

    Raises:
        OutputError: if something cannot be removed.
    """
    with writing(folder):
        for place in (folder, folder / "reports"):
            for path in place.glob(PARTS):
                path.unlink()
        for path in _reports(folder):
            if path.name not in kept:
                path.unlink()


def _reports(folder: Path) -> Iterator[Path]:
    return (p for end in ("json", "html") for p in (folder / "reports").glob(f"*.{end}"))


def write_json(path: Path, data: dict[str, Any]) -> None:
    """Write one report whole or not at all.

    Raises:
        OutputError: if it cannot be written.
    """
    write_text(path, json.dumps(data, allow_nan=False, indent=1) + "\n")


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


def error_row(data: dict[str, Any]) -> dict[str, Any]:
    """One row of errors.csv: a file that could not be read, why, and what to do."""
    return {"path": data["file"]["path"], **data["error"]}


def write_table(path: Path, columns: Sequence[str], rows: Iterable[dict[str, Any]]) -> None:
    """Write rows as a CSV file that holds no formula and one line for each.

    Raises:
        OutputError: if it cannot be written.
    """
    head = ",".join(columns) + "\r\n"
    write_text(path, chain([head], (csv_line(row, columns) for row in rows)))


def csv_line(row: dict[str, Any], columns: Sequence[str]) -> str:
    """A row as a line of a CSV file."""
    line = io.StringIO(newline="")
    cells = {k: csv_safe(v) if isinstance(v, str) else v for k, v in row.items()}
    csv.DictWriter(line, columns, restval="").writerow(cells)
    return line.getvalue()
