"""Makes the pictures of the HTML report from the examples, with the Chromium of this machine.

``python -m docs.screenshots`` rewrites docs/images/*.png. What is shown is fixed, but how letters
look depends on the fonts and the browser of the machine, so that no test compares the pictures.
"""

from __future__ import annotations

import io
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from PIL import Image
from playwright.sync_api import Browser

from tests.support.chromium import chromium, program

ROOT = Path(__file__).parents[1]
IMAGES = ROOT / "docs/images"
COMMAND = (
    "scan examples/ml-researcher.pdf --pack machine-learning-research --as-of 2026-01-31"
    " --format html --output"
).split()
COLOURS = 255  # of a palette
MAX_BYTES = 250_000


@dataclass(frozen=True, slots=True)
class Shot:
    """A picture: the size of the screen in CSS pixels, the dots to each, and what is clicked."""

    name: str
    width: int
    height: int
    dots: float = 1
    scheme: Literal["light", "dark"] = "light"
    click: str = ""


SHOTS = (
    Shot("report", 1440, 900),
    Shot("report-dark", 1440, 900, scheme="dark", click="tr[data-status=used] a.place >> nth=0"),
    Shot("report-phone", 390, 844, dots=1.5),
    Shot("report-phone-pages", 390, 844, dots=1.5, click="nav a >> nth=0"),
)


def taken(browser: Browser, address: str) -> Iterator[tuple[str, bytes]]:
    """Each picture by its name, as a PNG file of few colours."""
    for shot in SHOTS:
        page = browser.new_page(
            viewport={"width": shot.width, "height": shot.height},
            device_scale_factor=shot.dots,
            color_scheme=shot.scheme,
            reduced_motion="reduce",
        )
        page.goto(address)
        if shot.click:
            page.locator(shot.click).click()
            page.mouse.move(0, 0)
        image = Image.open(io.BytesIO(page.screenshot(animations="disabled"))).convert("RGB")
        page.close()
        small = io.BytesIO()
        # Of Pillow's ways, this one keeps colours of small areas, and k-means those of large ones.
        image = image.quantize(COLOURS, Image.Quantize.MAXCOVERAGE, 2, dither=Image.Dither.NONE)
        image.save(small, "PNG", optimize=True)
        yield shot.name, small.getvalue()


def main() -> int:
    """Write the pictures; return 1 when there is no browser, or a picture is too large."""
    if program() is None:
        print("no Chromium on this machine; Debian has it as the package chromium")
        return 1
    IMAGES.mkdir(exist_ok=True)
    sizes = {}
    with tempfile.TemporaryDirectory() as folder, chromium() as browser:
        report = Path(folder) / "report.html"
        subprocess.run([sys.executable, "-m", "atscheck", *COMMAND, report], cwd=ROOT, check=True)
        for name, data in taken(browser, report.as_uri()):
            (IMAGES / f"{name}.png").write_bytes(data)
            sizes[name] = len(data)
    for name, size in sizes.items():
        print(f"docs/images/{name}.png: {size} bytes")
    return int(any(size > MAX_BYTES for size in sizes.values()))


if __name__ == "__main__":
    sys.exit(main())
