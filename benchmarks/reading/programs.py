"""Programs that make a PDF of a source text: Typst and Chromium, each with its dialect."""

# ruff: noqa: D102 - the methods of a dialect are described in `Dialect`

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Callable, Mapping, Sequence
from html import escape
from pathlib import Path

from benchmarks.reading.flowing import Dialect, Layout, Style


def _quoted(text: str) -> str:
    """``text`` as a string of Typst, within markup."""
    return '#"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


class Typst(Dialect):
    """The markup of Typst."""

    def text(self, text: str) -> str:
        return f"{_quoted(text)}\n\n"

    def name(self, text: str) -> str:
        return f"#text(size: 1.9em, weight: 700)[{_quoted(text)}]\n\n"

    def heading(self, text: str) -> str:
        return f"= {_quoted(text)}\n"

    def entry(self, left: str, right: str) -> str:
        return f"*{_quoted(left)}* #h(1fr) {_quoted(right)}\n\n"

    def bullets(self, texts: Sequence[str]) -> str:
        return "".join(f"- {_quoted(text)}\n" for text in texts) + "\n"

    def raised(self, number: str, letters: str, rest: str) -> str:
        return f"{number}#super[{letters}] {rest}\n\n"

    def hidden(self, text: str) -> str:
        return f"#text(fill: white)[{_quoted(text)}]\n\n"

    def beside(self, left: str, right: str, share: float) -> str:
        return (
            f"#grid(columns: ({share * 100:.0f}%, 1fr), column-gutter: 18pt,\n"
            f"[{left}], [{right}])\n\n"
        )

    def boxed(self, text: str, beside: str) -> str:
        box = f"#rect(width: 100%, inset: 8pt)[{text}]"
        return f"#grid(columns: (1fr, 30%), column-gutter: 18pt, [{beside}], [{box}])\n\n"

    def table(self, rows: Sequence[Sequence[str]], *, ruled: bool) -> str:
        cells = "".join(f"[{_quoted(cell)}], " for row in rows for cell in row)
        stroke = "0.5pt" if ruled else "none"
        return f"#table(columns: (1fr, 2fr, 1fr), stroke: {stroke}, {cells})\n\n"

    def pages(self, parts: Sequence[str], style: Style) -> str:
        heading = {
            "capitals": "upper(it.body)",
            "small capitals": "smallcaps(it.body)",
            "spaced": "text(tracking: 4pt, upper(it.body))",
        }[style.headings]
        running = ", ".join(
            f"{where}: [{_quoted(text)}]"
            for where, text in (("header", style.head), ("footer", style.foot))
            if text
        )
        font = "Libertinus Serif" if style.serif else "New Computer Modern"
        flag = str(style.justified).lower()
        return (
            f'#set page(paper: "a4", margin: {style.margin:.0f}pt, {running})\n'
            f'#set text(font: "{font}", size: {style.size}pt, lang: "en", hyphenate: {flag})\n'
            f"#set par(justify: {flag}, spacing: 0.7em)\n"
            f"#show heading: it => block(above: 1.3em, below: 0.7em, {heading})\n"
        ) + "#pagebreak()\n".join(parts)


class Html(Dialect):
    """HTML with a style sheet for print."""

    def text(self, text: str) -> str:
        return f"<p>{escape(text)}</p>"

    def name(self, text: str) -> str:
        return f"<h1>{escape(text)}</h1>"

    def heading(self, text: str) -> str:
        return f"<h2>{escape(text)}</h2>"

    def entry(self, left: str, right: str) -> str:
        return f'<p class="entry"><b>{escape(left)}</b><span>{escape(right)}</span></p>'

    def bullets(self, texts: Sequence[str]) -> str:
        return "<ul>" + "".join(f"<li>{escape(text)}</li>" for text in texts) + "</ul>"

    def raised(self, number: str, letters: str, rest: str) -> str:
        return f"<p>{number}<sup>{letters}</sup> {escape(rest)}</p>"

    def hidden(self, text: str) -> str:
        return f'<p style="color: white">{escape(text)}</p>'

    def beside(self, left: str, right: str, share: float) -> str:
        columns = f"grid-template-columns: {share:.2f}fr {1 - share:.2f}fr"
        return f'<div class="grid" style="{columns}"><div>{left}</div><div>{right}</div></div>'

    def boxed(self, text: str, beside: str) -> str:
        box = f'<div class="box">{text}</div>'
        columns = "grid-template-columns: 7fr 3fr"
        return f'<div class="grid" style="{columns}"><div>{beside}</div>{box}</div>'

    def table(self, rows: Sequence[Sequence[str]], *, ruled: bool) -> str:
        lines = "".join(
            "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in rows
        )
        return f'<table class="{"ruled" if ruled else ""}">{lines}</table>'

    def pages(self, parts: Sequence[str], style: Style) -> str:
        heading = {
            "capitals": "text-transform: uppercase",
            "small capitals": "font-variant: small-caps",
            "spaced": "text-transform: uppercase; letter-spacing: 5px",
        }[style.headings]
        flow = "text-align: justify; hyphens: auto" if style.justified else ""
        running = "".join(
            f'<div class="{where}">{escape(text)}</div>'
            for where, text in (("head", style.head), ("foot", style.foot))
            if text
        )
        family = "serif" if style.serif else "sans-serif"
        sheet = f"""
            @page {{ size: A4; margin: {style.margin}pt }}
            body {{ font: {style.size}pt/1.3 {family}; margin: 0 }}
            h1 {{ font-size: 1.9em; margin: 0 }}
            h2 {{ font-size: 1.15em; margin: 0.8em 0 0.3em; {heading} }}
            p, ul {{ margin: 0.15em 0 }} ul {{ padding-left: 1.2em }} p, li {{ {flow} }}
            .entry {{ display: flex; justify-content: space-between }}
            .grid {{ display: grid; column-gap: 18pt }}
            .box {{ border: 1px solid; padding: 6pt; align-self: start }}
            table {{ border-collapse: collapse; width: 60% }} td {{ padding: 2pt 6pt }}
            td {{ vertical-align: top }} .ruled td {{ border: 1px solid }}
            section + section {{ break-before: page }} section {{ padding: 2em 0 }}
            .head, .foot {{ position: fixed; top: 0 }} .foot {{ top: auto; bottom: 0 }}"""
        body = "".join(f"<section>{part}</section>" for part in parts)
        return (
            f'<!DOCTYPE html><html lang="en"><meta charset="utf-8"><style>{sheet}</style>'
            f"{running}{body}</html>"
        )


def write_typst(layout: Layout, seed: int) -> bytes:
    """A PDF by Typst."""
    import typst

    return bytes(typst.compile(layout(Typst(), seed).encode()))


def browser() -> str | None:
    """The path of Chromium or Chrome, if one is installed."""
    return _first("chromium", "chromium-browser", "google-chrome", "chrome")


def office() -> str | None:
    """The path of LibreOffice, if it is installed."""
    return _first("soffice", "libreoffice")


def _first(*names: str) -> str | None:
    return next((path for name in names if (path := shutil.which(name))), None)


def write_browser(layout: Layout, seed: int) -> bytes:
    """A PDF that the browser prints."""
    with tempfile.TemporaryDirectory() as folder:
        page, pdf = Path(folder, "page.html"), Path(folder, "page.pdf")
        page.write_text(layout(Html(), seed), encoding="utf-8")
        _run(
            browser(), "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
            f"--user-data-dir={folder}/profile", f"--print-to-pdf={pdf}", page.as_uri(),
        )  # fmt: skip
        return pdf.read_bytes()


def write_office(docx: bytes) -> bytes:
    """A PDF that LibreOffice makes of a Word file."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "cv.docx")
        source.write_bytes(docx)
        profile = f"-env:UserInstallation={Path(folder, 'profile').as_uri()}"
        _run(office(), profile, "--headless", "--convert-to", "pdf", "--outdir", folder, source)
        return source.with_suffix(".pdf").read_bytes()


def _run(program: str | None, *arguments: str | Path) -> None:
    """Run a program; whether it did its work is told by the file that it writes."""
    if program is None:
        raise OSError("the program is not installed")
    subprocess.run([program, *arguments], capture_output=True, check=False, timeout=60)


WRITERS: Mapping[str, Callable[[Layout, int], bytes]] = {
    "typst": write_typst,
    "chromium": write_browser,
}
