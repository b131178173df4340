"""What a scan is against: packs and the lexicon of terms."""

from __future__ import annotations

from atscheck.skills.packs import load_pack, pack_names

__all__ = ["load_pack", "pack_names"]
