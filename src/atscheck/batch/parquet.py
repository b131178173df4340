"""A batch's outcomes as Parquet: one row for every file, for queries over many resumes.

A row holds what ``summary.csv`` holds, and the keywords and findings as lists. It ranks nobody, and
holds no text of a resume; what is found of the person and of dates is for the report alone.
"""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import islice
from pathlib import Path
from typing import IO, Any

from atscheck.batch.disk import replacing
from atscheck.batch.output import summary_row
from atscheck.batch.overview import public
from atscheck.errors import MissingError

VERSION = "atscheck.results/1"
"""Name and version of the columns, in the file's metadata: columns may be added to a version, and
never change their meaning."""

ROWS = 1000
"""Rows that are held in memory and written together (about 25 MB; a file has any number)."""

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Against:
    """What all rows of a run share: the target's title, and the day that "present" means."""

    target: str
    as_of: dt.date


def require_pyarrow() -> None:
    """Find out early whether Parquet files can be written.

    Raises:
        MissingError: if the library for it is not installed.
    """
    try:
        import pyarrow.parquet  # noqa: F401
    except ImportError as error:
        raise MissingError(
            "results as Parquet need pyarrow", "pip install 'atscheck[parquet]'"
        ) from error


@cache
def schema() -> Any:
    """The columns, as a pyarrow schema."""
    import pyarrow as pa

    text, count, share = pa.string(), pa.int32(), pa.float64()

    def structs(**fields: Any) -> Any:
        return pa.list_(pa.struct(list(fields.items())))

    keyword = {"term": text, "tier": text, "group": text, "status": text}
    columns = {
        "path": text, "sha256": text, "format": text, "pages": count, "words": count,
        "target": text, "as_of": pa.date32(), "atscheck": text,
        "must_found": count, "must_total": count, "must_coverage": share, "must_literal": share,
        "good_found": count, "good_total": count, "good_coverage": share,
        "statements": count, "quantified": count,
        "errors": count, "warnings": count, "infos": count,
        "not_scored": text, "error": text, "message": text, "hint": text,
        "keywords": structs(**keyword, in_context=pa.bool_(), literal=pa.bool_()),
        "other_keywords": structs(term=text, field=text, count=count, in_context=pa.bool_()),
        "findings": structs(rule=text, name=text, severity=text, page=count, line=count),
    }  # fmt: skip
    return pa.schema(list(columns.items()), metadata={"atscheck.schema": VERSION})


def row(data: dict[str, Any], against: Against) -> Row:
    """The row of one outcome, a report or a failure as JSON values.

    A resume that is not scored has no keywords here, as it has none in the overview: its text
    cannot be read with confidence, so what is missing in it says nothing.
    """
    error = data.get("error") or {}
    scored = data.get("score") is not None
    return {
        **summary_row(data, ""),
        # A name need not be text that can be written; what of it is none is shown as numbers.
        "path": data["file"]["path"].encode(errors="backslashreplace").decode(),
        "sha256": data["file"].get("sha256"),
        "target": against.target,
        "as_of": against.as_of,
        "atscheck": data["atscheck"],
        "message": error.get("message"),
        "hint": error.get("hint") or None,
        "keywords": _picked("keywords", data["keywords"]) if scored else None,
        "other_keywords": _picked("other_keywords", data["other_keywords"]) if scored else None,
        "findings": _picked("findings", public(data["findings"])) if not error else None,
    }


def _picked(column: str, values: Iterable[dict[str, Any]]) -> list[Row]:
    """What the column has of each value; the rest, most of a report, is not to be kept."""
    names = [field.name for field in schema().field(column).type.value_type]
    return [{name: value[name] for name in names} for value in values]


def write_results(path: Path, rows: Iterable[Row]) -> int:
    """Write ``rows``, `ROWS` at a time, to a file that is replaced whole; returns how many.

    Raises:
        OutputError: if it cannot be written.
    """
    with replacing(path) as file:
        return _write(file, rows)


def to_bytes(rows: Iterable[Row], metadata: dict[str, str]) -> bytes:
    """``rows`` as a Parquet file with ``metadata`` of its own in its footer."""
    file = io.BytesIO()
    _write(file, rows, metadata)
    return file.getvalue()


def _write(file: IO[bytes], rows: Iterable[Row], metadata: dict[str, str] | None = None) -> int:
    import pyarrow as pa
    from pyarrow import parquet

    columns = schema()
    if metadata:
        columns = columns.with_metadata({**columns.metadata, **metadata})
    count = 0
    with parquet.ParquetWriter(file, columns, compression="zstd") as writer:
        for group in _groups(iter(rows)):
            writer.write_table(pa.Table.from_pylist(group, columns))
            count += len(group)
    return count


def _groups(rows: Iterator[Row]) -> Iterator[list[Row]]:
    while group := list(islice(rows, ROWS)):
        yield group
