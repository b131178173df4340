"""The published schema of JSON Resume; SOURCE.md says where it is from."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

JSON_RESUME_SCHEMA: dict[str, Any] = json.loads(
    Path(__file__).with_name("schema.json").read_text("utf-8")
)
