"""What becomes of files made to do harm: ``python -m benchmarks.hostile FOLDER``.

The folder holds files and a manifest.json that names the classes allowed for each, as in
``{"a.pdf": {"expected": "ok|error:CORRUPT|finding:NO_TEXT"}}``. All of them go through one batch of
the command line. Prints each file whose outcome is in none of its classes, and counts.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

OURS: dict[str, set[str]] = {
    "EMPTY": {"empty"},
    "TYPE_MISMATCH": {"unsupported"},
    "ENCRYPTED": {"encrypted"},
    "CORRUPT": {"corrupt"},
    "FORBIDDEN_XML": {"forbidden-xml"},
    # What grows too large is refused; of long documents the beginning is read, and PA104 says so.
    "LIMIT": {"expansion", "too-large", "PA104"},
    "MEMORY": {"memory"},
    "TIMEOUT": {"timeout"},
    # Nothing can be told of a file without text or pages, so that it is an error.
    "NO_TEXT": {"no-text"},
    "NO_PAGES": {"corrupt"},
    "PARTIAL": {"PA104"},
    "HIDDEN_TEXT": {"PA601", "PA602", "PA603"},
    "BIDI_CONTROL": {"PA204"},
    "HOMOGLYPH": {"PA205"},
    "UNMAPPED_GLYPHS": {"PA201"},
    "TEXTBOX_TEXT": {"PA305"},
    "HEADER_TEXT": {"PA306"},
    "TRACKED_CHANGES": {"PA106"},
    "MACRO": {"PA108"},
}
"""For each code of the manifest our error codes and rules; it has none where no rule of ours speaks
of such a thing (EXTERNAL_LINK, DUPLICATE_PART, and what stands in `REASONS`)."""

_BY_CONTENT = "what a file is, its content tells and never its name; it is read"
_ONE_PARSER = "one parser reads it, and PA116 says that the other does not"
_INVISIBLE = "such characters are dropped and counted as a loss, of which no rule speaks"

REASONS: dict[str, tuple[str, str]] = {
    "d05": ("ok", _BY_CONTENT),
    "d06": ("ok", _BY_CONTENT),
    "p08": ("ok", _BY_CONTENT),
    "p09": ("empty", "a file of nothing but NUL bytes has no type that could be the wrong one"),
    "p21": ("no-text", "its page is drawn by BT ET alone; the Length in a circle is not needed"),
    "p22": ("PA116", _ONE_PARSER),
    "p37": ("PA116", _ONE_PARSER),
    "p28": ("no-text", "its page draws a form within itself and no letter"),
    "p84": ("ok", "lines come from glyphs and not from boxes of text: it costs as much as it has"),
    "d54": ("ok", "no grid is made of a table: a cell over many columns costs what any cell does"),
    "d61": ("no-text", "its tables within tables hold one empty paragraph"),
    "p120": ("ok", _INVISIBLE),
    "p123": ("ok", _INVISIBLE),
    "p128": ("ok", _INVISIBLE),
    "p129": ("ok", _INVISIBLE),
    "d96": ("ok", "these control characters are read as those of Windows-1252 that are meant"),
}
"""By the first part of a file's name: the outcome in none of its classes that is right, and why."""


def allowed(expected: str) -> set[str]:
    """Our outcomes in the classes of a manifest's entry."""
    kinds = (each.rpartition(":")[2] for each in expected.split("|"))
    return {ours for kind in kinds for ours in OURS.get(kind, {kind} & {"ok"})}


def outcome(report: dict[str, Any]) -> set[str]:
    """The error code that a report holds, or "ok" and the rules that speak."""
    if "error" in report:
        return {report["error"]["code"]}
    return {"ok", *(finding["rule"] for finding in report["findings"])}


def outcomes(folder: Path, names: list[str]) -> dict[str, set[str]]:
    """The outcome of each file in one batch; nothing of one without a report."""
    with tempfile.TemporaryDirectory() as output:
        command = ["batch", *(str(folder / name) for name in names), "--output", output]
        done = subprocess.run(
            [sys.executable, "-m", "atscheck", *command, "--pack", "machine-learning-research"],
            stdout=subprocess.DEVNULL,
            check=False,
        )
        if done.returncode not in (0, 3):
            raise SystemExit(f"the batch ended with {done.returncode}")
        found: dict[str, set[str]] = {name: set() for name in names}
        for path in Path(output, "reports").glob("*.json"):
            report = json.loads(path.read_text("utf-8"))
            found[Path(report["file"]["path"]).name] = outcome(report)
    return found


def main(folder: Path) -> int:
    """Run, compare and print; 1 if a file's outcome is in none of its classes."""
    manifest = json.loads((folder / "manifest.json").read_text("utf-8"))
    reasoned, wrong, faults = 0, 0, 0
    for name, found in outcomes(folder, sorted(manifest)).items():
        expected = manifest[name]["expected"]
        right, reason = REASONS.get(name.partition("_")[0], ("", ""))
        faults += bool(found & {"internal", "crash"})
        if found & allowed(expected):
            continue
        if right in found:
            reasoned += 1
            print(f"{name}: {right} for {expected}: {reason}")
        else:
            wrong += 1
            print(f"{name}: NOT IN CLASS: {', '.join(sorted(found)) or 'nothing'} for {expected}")
    print(f"{len(manifest)} files: {len(manifest) - reasoned - wrong} in class,", end=" ")
    print(f"{reasoned} in another for a reason, {wrong} in none; {faults} internal or crash")
    return 1 if wrong or faults or not manifest else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
