"""Makes what the documents show of the program from the program itself.

``python docs/build.py`` rewrites docs/rules/, the picture docs/report.svg, and in README.md and
the pages of docs/ what stands below each ``$ command`` of a console block; ``--check`` only
compares, and exits with 1 when a file differs.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from rich.console import Console
from rich.terminal_theme import TerminalTheme
from rich.text import Text

from atscheck.checks.docs import rules_pages

ROOT = Path(__file__).parents[1]
PICTURED = (
    "atscheck --color always scan examples/ml-researcher.pdf --pack machine-learning-research"
    " --as-of 2026-01-31"
)
PICTURED_PARTS = 3  # title, score, must-have keywords
WIDTH = 80

_CONSOLE = re.compile(r"(?<=^```console\n)(.*?)(?=^```$)", re.DOTALL | re.MULTILINE)

# Ink on paper, with colours that keep 4.5:1 contrast on it (WCAG 2.1, 1.4.3).
THEME = TerminalTheme(
    (255, 255, 255),
    (36, 41, 47),
    [
        (36, 41, 47),
        (180, 35, 24),
        (26, 115, 51),
        (138, 90, 0),
        (9, 83, 184),
        (130, 45, 150),
        (12, 110, 122),
        (87, 96, 106),
    ],
)
SVG = """\
<svg viewBox="0 0 {width} {height}" xmlns="http://www.w3.org/2000/svg">
<title>A report of atscheck</title>
<style>
.{unique_id}-matrix {{ font-family: ui-monospace, Menlo, Consolas, "DejaVu Sans Mono", monospace;
 font-size: {char_height}px; line-height: {line_height}px; white-space: pre; }}
{styles}
</style>
<defs>{lines}</defs>
<rect width="100%" height="100%" rx="8" fill="#ffffff" stroke="#d0d7de"/>
<g transform="translate(9, 25)">
{backgrounds}
<g class="{unique_id}-matrix">
{matrix}
</g>
</g>
</svg>
"""
"""The picture, in fonts that the reader's machine has: none is loaded from elsewhere."""


def run(command: str) -> str:
    """What ``command`` prints in the top folder, both streams as they come, 80 columns wide."""
    environment = {k: v for k, v in os.environ.items() if k not in ("FORCE_COLOR", "NO_COLOR")}
    environment |= {
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "COLUMNS": str(WIDTH),
        "PYTHONUTF8": "1",
    }
    done = subprocess.run(
        ["bash", "-c", command],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    return done.stdout.decode()


def filled(page: str) -> str:
    """``page`` with the output of each command of its console blocks as it is now."""

    def block(found: re.Match[str]) -> str:
        commands = [line for line in found[1].splitlines() if line.startswith("$ ")]
        return "\n".join(f"{line}\n{run(line[2:])}" for line in commands)

    return _CONSOLE.sub(block, page)


def picture() -> str:
    """The first parts of a coloured report as an SVG."""
    parts = run(PICTURED).split("\n\n")[:PICTURED_PARTS]
    with Path(os.devnull).open("w") as nowhere:
        console = Console(record=True, width=WIDTH, file=nowhere, force_terminal=True)
        console.print(Text.from_ansi("\n\n".join(parts)))
        return console.export_svg(theme=THEME, code_format=SVG, unique_id="atscheck")


def built() -> Iterator[tuple[Path, str]]:
    """Each file with the text that it should have."""
    for name, page in rules_pages().items():
        yield ROOT / "docs/rules" / name, page
    yield ROOT / "docs/report.svg", picture()
    for path in (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))):
        yield path, filled(path.read_text("utf-8"))


def main() -> int:
    """Write the files, or with ``--check`` return 1 when one of them differs."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--check", action="store_true", help="compare only")
    check = parser.parse_args().check
    differing = []
    for path, text in built():
        if not path.is_file() or path.read_text("utf-8") != text:
            differing.append(path.relative_to(ROOT).as_posix())
            if not check:
                path.write_text(text, "utf-8")
    for name in differing:
        print(f"{name}: {'differs, run make docs' if check else 'written'}")
    return int(check and bool(differing))


if __name__ == "__main__":
    sys.exit(main())
