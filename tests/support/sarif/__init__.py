"""The published schema of SARIF 2.1.0; SOURCE.md says where it is from."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

SARIF_SCHEMA: dict[str, Any] = json.loads(
    Path(__file__).with_name("schema.json").read_text("utf-8")
)
