"""Reading the data files."""

from __future__ import annotations

import gc

import pytest

from atscheck.data import lasting


@pytest.mark.parametrize("running", [True, False])
def test_garbage_is_looked_for_afterwards_as_before(running: bool) -> None:
    was = gc.isenabled()
    (gc.enable if running else gc.disable)()
    try:
        with pytest.raises(ValueError, match="x"), lasting():
            assert not gc.isenabled()
            raise ValueError("x")
        assert gc.isenabled() == running
    finally:
        (gc.enable if was else gc.disable)()
