"""The page around every HTML report: escaping, style, script, and what the page may do."""

from __future__ import annotations

import base64
import hashlib
import re
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from atscheck import __version__
from atscheck.renderers.phrases import GLUE
from atscheck.renderers.safe import term_safe

_POLICY = (
    "default-src 'none'; style-src '{style}'; script-src '{script}'; img-src data:; "
    "base-uri 'none'; form-action 'none'"
)
"""Nothing is loaded from anywhere, and only our own style and script run (reliability.md, 1.5)."""


def page(template: str, **values: Any) -> str:
    """The HTML page that ``template`` makes of ``values``, whole in one file."""
    style, script = _source("style.css"), _source("script.js")
    policy = _POLICY.format(style=_digest(style), script=_digest(script))
    made = _environment().get_template(template)
    return made.render(**values, policy=policy, style=style, script=script, version=__version__)


@cache
def _environment() -> Environment:
    """Templates whose every value is escaped, and shows each character that acts on text."""
    made = Environment(
        autoescape=True, undefined=StrictUndefined, finalize=_visible, trim_blocks=True,
        lstrip_blocks=True, loader=_loader(),
    )  # fmt: skip
    made.filters["tabbed"] = _tabbed
    made.tests["linkable"] = _is_linkable
    return made


@cache
def _loader() -> PackageLoader:
    return PackageLoader("atscheck.renderers.html")


def _source(name: str) -> Markup:
    """A file of ours that goes into the page as it is."""
    text, _, _ = _loader().get_source(_environment(), name)
    return Markup(text)  # noqa: S704 (our own file)


def _digest(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"


def _tabbed(text: str) -> str:
    """A line of a resume, the gaps in it as wide as a terminal shows them."""
    return text.replace("\t", "    ")


_ADDRESS = re.compile(r"https://[a-z0-9.-]{1,253}(?:/[\w.~/%+=&?#-]{0,1000})?", re.ASCII)
"""Addresses that may be links: of the web, and of no character that acts on anything."""


def _is_linkable(url: str) -> bool:
    return _ADDRESS.fullmatch(url) is not None


def _visible(value: object) -> object:
    """Data as text on one line, as for a terminal, with the spaces that hold words together."""
    if not isinstance(value, str) or isinstance(value, Markup):
        return value
    return "\N{NO-BREAK SPACE}".join(map(term_safe, value.split(GLUE)))
