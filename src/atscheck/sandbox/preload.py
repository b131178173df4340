"""What the readers need to import, as they can open no files later.

All of it is imported before any untrusted byte is there, and shared by the processes that follow.
"""

from __future__ import annotations

import encodings
import gc
import pkgutil
from importlib import import_module

from atscheck import documents
from atscheck.data import load_words
from atscheck.documents.pictures import drawn

_LATE = (
    "atscheck.documents.pdf.annotations",
    # imported by the libraries when a file first needs them
    "cryptography.hazmat.backends.openssl.backend",
    "cryptography.hazmat.primitives.ciphers.algorithms",
    "cryptography.hazmat.primitives.ciphers.modes",
    "pdfminer._saslprep",
    "pypdfium2.raw",
    "PIL.WebPImagePlugin",
)

_ONLY_WINDOWS = {"mbcs", "oem", "cp65001"}


_PAGE = b"""%PDF-1.4
1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R
/Resources<</Font<</F 5 0 R>>>>>> endobj
4 0 obj <</Length 44>> stream
BT /F 9 Tf 9 50 Td (Jane Example, tools) Tj ET
endstream endobj
5 0 obj <</Type/Font/Subtype/TrueType/BaseFont/Example>> endobj
trailer <</Root 1 0 R>>
"""
"""A page in a font that it does not have, so that the fonts of this machine are listed."""


def preload() -> None:
    """Import every reader, what it imports when it is used, and every encoding; load its words."""
    for module in (*(place.partition(":")[0] for place in documents.READERS.values()), *_LATE):
        import_module(module)
    for found in pkgutil.iter_modules(encodings.__path__, "encodings."):
        if found.name.rpartition(".")[2] not in _ONLY_WINDOWS:
            import_module(found.name)
    load_words("headings")
    # What the libraries do once is done for all the processes that follow.
    documents.parse(_PAGE, "-")
    drawn(_PAGE, [1])
    # What is here stays; looking through it again would copy it for every process that follows.
    gc.collect()
    gc.freeze()
