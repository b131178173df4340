"""What is done with untrusted bytes in a process of its own: each task takes them and JSON values.

The answers are JSON too: pickles would run what a broken reader sends.
"""

from __future__ import annotations

import json
import traceback
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from atscheck import documents
from atscheck.documents.values import from_values, to_values
from atscheck.errors import FormatError, InputError

_TRACE = 8_000
"""Characters of a traceback that are kept, the last ones."""


def answer(task: str, data: bytes, arguments: dict[str, Any]) -> bytes:
    """What a task makes of ``data``, or the error that it raises, as JSON for `result`."""
    try:
        done = {"done": TASKS[task](data, **arguments)}
    except (InputError, FormatError) as error:
        code = error.code if isinstance(error, InputError) else None
        trace = traceback.format_exc()[-_TRACE:]
        done = {"error": [code, error.message, error.hint, trace]}
    return json.dumps(done).encode()


def _read(data: bytes, path: str, ocr: bool) -> Any:
    return to_values(replace(documents.parse(data, path, ocr=ocr), data=b""))


def _draw(data: bytes, numbers: Sequence[int]) -> Any:
    from atscheck.documents.pictures import drawn

    return [[number, to_values(picture)] for number, picture in drawn(data, numbers).items()]


def _annotate(data: bytes, annotations: Sequence[Any]) -> Any:
    from atscheck.documents.pdf.annotations import Annotation, annotated

    return to_values(annotated(data, [from_values(Annotation, each) for each in annotations]))


TASKS: dict[str, Callable[..., Any]] = {"read": _read, "draw": _draw, "annotate": _annotate}
