"""What a scan is against: packs and the lexicon of terms.

The functions are loaded on first use: `atscheck packs list` needs neither the lexicon nor a reader
of packs.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from atscheck.skills.packs import load_pack as load_pack
    from atscheck.skills.packs import pack_names as pack_names

__all__ = ["load_pack", "pack_names"]


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module("atscheck.skills.packs"), name)
