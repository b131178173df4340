"""Links to what a report names, for a terminal that shows them (OSC 8).

The sequence and what its URI may hold are those of Egmont Koblinger's specification, "Hyperlinks
in terminal emulators": characters 32 to 126, and the host's name in a file: URI.
"""

from __future__ import annotations

import posixpath
import re

from rich.style import Style
from rich.text import Text

from atscheck.renderers.safe import uri_safe
from atscheck.renderers.view import View

_KEPT = ":/?#[]@!$&'()*+,;=%"
"""What acts in a web address (RFC 3986), as its author wrote it."""


def to_web(text: str, url: str | None, view: View) -> Text:
    """``text``, linked to a web address where links are shown and it is one."""
    if url is None or not re.match(r"https?://[^/]", url):
        return Text(text)
    return _linked(text, uri_safe(url.encode(errors="replace"), _KEPT), view)


def to_file(text: str, path: str, view: View) -> Text:
    """``text``, linked to the file ``path`` where links are shown; "-" is none."""
    try:
        name = uri_safe(path.encode(errors="surrogateescape"), "/")
    except UnicodeEncodeError:
        return Text(text)
    if path == "-":
        return Text(text)
    host, _, folder = view.links.removeprefix("file://").partition("/")
    # Of a name that begins with "/" nothing of the folder is left.
    whole = posixpath.normpath(posixpath.join(f"/{folder}", name)).lstrip("/")
    return _linked(text, f"file://{host}/{whole}", view)


def _linked(text: str, uri: str, view: View) -> Text:
    return Text(text, Style(link=uri)) if view.links else Text(text)
