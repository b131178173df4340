"""Values of this package as JSON values and back, exactly: how a document leaves its reader.

The reader runs in a process of its own (`atscheck.sandbox`), and what it sends is as untrusted as
the file: nothing but the fields of the wanted type comes out of it, each of its own type. A value
is the list of its fields, so that a new field needs nothing here; many numbers in a row are packed.
"""

from __future__ import annotations

import base64
from array import array
from collections.abc import Callable, Iterable
from dataclasses import fields, is_dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

Value = TypeVar("Value")

_Decode = Callable[[Any], Any]

_PACKED = 4
"""Numbers in a row that are packed as 64-bit floats: a line of text has one for each character."""


def to_values(value: Any) -> Any:
    """A string, number, dataclass or tuple of such as JSON values, for `from_values`."""
    if value is None or isinstance(value, str | int | float):
        return value
    if isinstance(value, bytes):
        return base64.b64encode(value).decode()
    if isinstance(value, tuple | list):
        if len(value) >= _PACKED and set(map(type, value)) == {float}:
            return base64.b64encode(array("d", value).tobytes()).decode()
        return [to_values(item) for item in value]
    return [to_values(getattr(value, name)) for name in _names(value.__class__)]


def from_values(kind: type[Value], values: Any) -> Value:
    """The value of type ``kind`` that `to_values` gave.

    Raises:
        ValueError: if they are not the values of one.
    """
    decode: _Decode = _decoder(kind)  # type: ignore[arg-type]
    made: Value = decode(values)
    return made


@cache
def _names(kind: Any) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


@cache
def _decoder(kind: Any) -> _Decode:
    """What makes values of a type from JSON values."""
    if is_dataclass(kind):
        return _fields(kind)
    origin, arguments = get_origin(kind), get_args(kind)
    if origin is Literal:
        return _one_of(arguments)
    if origin in (Union, UnionType):
        (own,) = (argument for argument in arguments if argument is not NoneType)
        return _optional(_decoder(own))
    if origin is tuple:
        return _row(arguments)
    return _bytes if kind is bytes else _plain(kind)


def _plain(kind: type) -> _Decode:
    # A whole number stands for itself among floats, so that it is written as it was.
    allowed = (float, int) if kind is float else (kind,)

    def decode(value: Any) -> Any:
        if type(value) not in allowed:
            raise ValueError(f"no {kind.__name__}")
        return value

    return decode


def _bytes(value: Any) -> bytes:
    if not isinstance(value, str):
        raise ValueError("no bytes")
    return base64.b64decode(value, validate=True)


def _one_of(allowed: tuple[Any, ...]) -> _Decode:
    def decode(value: Any) -> Any:
        if value not in allowed:
            raise ValueError("none of the allowed values")
        return value

    return decode


def _optional(own: _Decode) -> _Decode:
    return lambda value: None if value is None else own(value)


def _row(kinds: tuple[Any, ...]) -> _Decode:
    """A tuple: of any length if its type ends in "...", else one of each type."""
    first = _decoder(kinds[0])
    if kinds[1:] != (...,):
        return _each([_decoder(kind) for kind in kinds], tuple)

    def decode(values: Any) -> tuple[Any, ...]:
        if isinstance(values, str) and kinds[0] is float:
            return tuple(array("d", _bytes(values)))
        return tuple(map(first, _listed(values)))

    return decode


def _fields(kind: Any) -> _Decode:
    hints = get_type_hints(kind)
    return _each([_decoder(hints[name]) for name in _names(kind)], lambda found: kind(*found))


def _each(decoders: list[_Decode], make: Callable[[Iterable[Any]], Any]) -> _Decode:
    def decode(values: Any) -> Any:
        pairs = zip(decoders, _listed(values), strict=True)
        return make([one(value) for one, value in pairs])

    return decode


def _listed(values: Any) -> list[Any]:
    if not isinstance(values, list):
        raise ValueError("no list")
    return values
