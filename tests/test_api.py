"""The public names: lazy, and what they say whatever was imported before."""

from __future__ import annotations

import subprocess
import sys

import pytest

import atscheck


@pytest.mark.parametrize("name", [n for n in atscheck.__all__ if n != "__version__"])
def test_every_public_name_is_there(name: str) -> None:
    assert callable(getattr(atscheck, name))


def test_submodules_do_not_hide_the_functions_of_their_names() -> None:
    code = (
        "import atscheck, atscheck.scan, atscheck.batch.files\n"
        "from atscheck.scan import check\n"
        "assert callable(atscheck.scan) and callable(atscheck.batch), atscheck.scan\n"
        "from atscheck import batch, scan\n"
        "assert callable(scan) and callable(batch)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_importing_the_package_loads_nothing_of_it() -> None:
    code = (
        "import sys, atscheck\n"
        "sys.exit(', '.join(m for m in sys.modules if m.startswith('atscheck.')))\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.stderr.strip() == ""


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'scam'"):
        atscheck.scam  # noqa: B018


def test_from_a_file_to_what_an_ats_reads_in_it() -> None:
    document = atscheck.read(b"Jo Sample\njo@example.org\nSKILLS\nPython")
    resume = atscheck.parse(document)
    assert isinstance(document, atscheck.Document)
    assert isinstance(resume, atscheck.Resume)
    assert atscheck.reading_to_dict(resume)["resume"]["email"] == "jo@example.org"
    assert atscheck.jsonresume_to_dict(resume)["basics"]["name"] == "Jo Sample"
