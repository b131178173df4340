"""The keyword data: where it lies, and reading one file of it."""

from __future__ import annotations

import gc
import hashlib
import json
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

from atscheck.errors import PackError

FOLDER = "compiled"
"""The folder of keywords/ with what is made of the data beforehand (`atscheck.compiled`)."""

PARSED = "toml"
"""The table of the data files themselves, as JSON: tomllib takes ten times as long to read them."""

MAX_BYTES = 1 << 20
"""The largest data file read, in bytes: tomllib is quadratic in dotted keys (2.4 s at 1.6 MB)."""


@cache
def data_root() -> Path:
    """keywords/: inside the package when installed, at the top of a source checkout otherwise."""
    for parent in (Path(__file__).parent, Path(__file__).parents[2]):
        if (parent / "keywords").is_dir():
            return parent / "keywords"
    raise PackError(
        "keywords", "the keyword data is missing from this installation", "reinstall atscheck"
    )


@contextmanager
def lasting() -> Iterator[None]:
    """What is made inside lasts as long as the program, and no garbage is looked for among it.

    Modules, the lexicon and its index are some hundred thousand objects; without this, much of the
    time that they take to make goes into looking for garbage.
    """
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if running:
            gc.enable()


def parse_toml(data: bytes, name: str) -> dict[str, Any]:
    """The table in ``data``; ``name`` is how messages call it.

    Raises:
        PackError: if it is too large, not UTF-8 or not TOML.
    """
    import tomllib

    if len(data) > MAX_BYTES:
        raise PackError(name, f"the file is larger than {MAX_BYTES >> 20} MiB", "split it")
    try:
        return tomllib.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise PackError(name, "the file is not UTF-8 text", "save it as UTF-8") from error
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        detail = str(error) if isinstance(error, tomllib.TOMLDecodeError) else "nested too deeply"
        raise PackError(name, f"not valid TOML: {detail}", "correct that line") from error


@cache
def load_table(folder: str, name: str) -> dict[str, Any]:
    """The shipped data file ``keywords/FOLDER/NAME.toml`` as a table."""
    data = _bytes_of(folder, name)
    made_of, _, parsed = _parsed().get(f"{folder}/{name}", "").partition("\t")
    if made_of == hashlib.sha256(data).hexdigest():
        table: dict[str, Any] = json.loads(parsed)
        return table
    return parse_toml(data, f"{folder}/{name}.toml")


def parsed_rows() -> Iterator[str]:
    """The rows of the table `PARSED`: a file's name, its SHA-256, and its values as JSON."""
    for folder in ("packs", "words"):
        for name in table_names(folder):
            data = _bytes_of(folder, name)
            values = json.dumps(parse_toml(data, name), ensure_ascii=False, allow_nan=False)
            yield f"{folder}/{name}\t{hashlib.sha256(data).hexdigest()}\t{values}"


@cache
def _parsed() -> dict[str, str]:
    path = data_root().joinpath(FOLDER, f"{PARSED}.txt")
    rows = path.read_text(encoding="utf-8").split("\n") if path.is_file() else ()
    return {name: row for name, _, row in (row.partition("\t") for row in rows)}


def _bytes_of(folder: str, name: str) -> bytes:
    return data_root().joinpath(folder, f"{name}.toml").read_bytes()


def load_words(name: str) -> dict[str, Any]:
    """The word list ``keywords/words/NAME.toml`` as a table."""
    return load_table("words", name)


@cache
def table_names(folder: str) -> tuple[str, ...]:
    """The names of the shipped data files in ``keywords/FOLDER``, sorted."""
    files = data_root().joinpath(folder).iterdir()
    return tuple(sorted(f.name[:-5] for f in files if f.name.endswith(".toml")))
