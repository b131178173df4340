"""Links to what a report names, for a terminal that shows them (OSC 8).

The sequence and what its URI may hold are those of Egmont Koblinger's specification, "Hyperlinks
in terminal emulators": characters 32 to 126, and the host's name in a file: URI.
"""

from __future__ import annotations

import re
from urllib.parse import quote, urljoin

from rich.style import Style
from rich.text import Text

from atscheck.renderers.view import View

_KEPT = ":/?#[]@!$&'()*+,;=%"
"""What may stand in a URI besides letters, digits and "-._~" (RFC 3986); all else is encoded."""


def to_web(text: str, url: str | None, view: View) -> Text:
    """``text``, linked to a web address where links are shown and it is one."""
    web = url is not None and re.match(r"https?://[^/]", url)
    return _linked(text, quote(url, safe=_KEPT, errors="replace") if url and web else "", view)


def to_file(text: str, path: str, view: View) -> Text:
    """``text``, linked to the file ``path`` where links are shown; "-" is none."""
    try:
        name = quote(path, errors="surrogateescape")
    except UnicodeEncodeError:
        return Text(text)
    if name.startswith("/"):
        name = f"/{name.lstrip('/')}"  # two would begin the name of another host
    uri = urljoin(f"{view.links}/", name) if path != "-" else ""
    return _linked(text, uri, view)


def _linked(text: str, uri: str, view: View) -> Text:
    return Text(text, Style(link=uri)) if view.links and uri else Text(text)
