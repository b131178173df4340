"""The journal: what is whole counts, what is not is done again, wherever it was cut or changed."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from atscheck.batch.disk import write_text
from atscheck.batch.journal import SYNC_EVERY, Journal, Record, task_of
from atscheck.errors import OutputError

TASK = {"atscheck": "1", "pack": "p"}
RECORDS = [Record(f"{n}.json", f"{n:x}" * 8, bool(n % 2), {"n": n, "é": "\n"}) for n in range(5)]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A journal of `RECORDS`."""
    with Journal.begin(tmp_path / "journal.jsonl", TASK) as journal:
        for record in RECORDS:
            journal.add(record)
    return tmp_path / "journal.jsonl"


def held(path: Path) -> list[Record]:
    with Journal(path) as journal:
        found = [journal.get(record.name) for record in RECORDS]
    return [record for record in found if record is not None]


def mended(path: Path) -> bytes:
    """The journal after what it does not hold is added in the order of `RECORDS`."""
    kept = held(path)
    with Journal(path) as journal:
        for record in RECORDS[len(kept) :]:
            journal.add(record)
    return path.read_bytes()


def test_it_holds_what_it_was_given(path: Path) -> None:
    assert task_of(path) == TASK
    assert held(path) == RECORDS
    with Journal(path) as journal:
        assert journal.get("none.json") is None


def test_cut_at_any_byte_it_holds_the_whole_lines_and_goes_on(path: Path) -> None:
    whole = path.read_bytes()
    first = whole.index(b"\n") + 1
    for size in range(first, len(whole)):
        path.write_bytes(whole[:size])
        assert held(path) == RECORDS[: whole[:size].count(b"\n") - 1]
        assert mended(path) == whole


def test_what_follows_a_torn_line_is_cut_off(path: Path) -> None:
    whole = path.read_bytes()
    torn = bytearray(whole)
    torn[whole.index(b"\n") + 1] ^= 1
    path.write_bytes(torn)
    with Journal(path) as journal:
        journal.add(RECORDS[0])
    assert path.read_bytes() == b"".join(whole.splitlines(keepends=True)[:2])


def test_after_a_changed_bit_nothing_counts(path: Path) -> None:
    whole = path.read_bytes()
    chance = random.Random(8)
    for _ in range(200):
        place = chance.randrange(whole.index(b"\n") + 1, len(whole))
        changed = bytearray(whole)
        changed[place] ^= 1 << chance.randrange(8)
        path.write_bytes(changed)
        assert held(path) == RECORDS[: whole[:place].count(b"\n") - 1]
        assert mended(path) == whole


def test_a_changed_task_is_none(path: Path) -> None:
    whole = path.read_bytes()
    for place in range(whole.index(b"\n") + 1):
        changed = bytearray(whole)
        changed[place] ^= 1
        path.write_bytes(changed)
        assert task_of(path) is None


def test_a_later_record_of_a_name_replaces_the_earlier(path: Path) -> None:
    again = Record(RECORDS[1].name, "ff", False, {})
    with Journal(path) as journal:
        journal.add(again)
        assert journal[again.name] == again
    assert held(path)[1] == again


def test_a_link_is_refused_and_its_target_left_alone(path: Path) -> None:
    target = path.with_name("target")
    path.rename(target)
    path.symlink_to(target)
    before = target.read_bytes()
    with pytest.raises(OutputError):
        Journal(path)
    assert target.read_bytes() == before


def test_a_journal_that_is_changed_under_way_is_not_believed(path: Path) -> None:
    with Journal(path) as journal:
        path.write_bytes(bytes(len(path.read_bytes())))
        with pytest.raises(OutputError, match="changed under way"):
            journal[RECORDS[0].name]


def test_the_disk_is_made_to_keep_it(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    synced = []
    monkeypatch.setattr("os.fsync", synced.append)
    with Journal(path) as journal:
        for number in range(SYNC_EVERY):
            assert synced == []
            journal.add(Record(f"{number}", None, False, {}))
        assert len(synced) == 1
        journal.add(Record("last", None, False, {}))
    assert len(synced) == 2


def test_a_file_is_replaced_whole_or_not_at_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "a.txt"
    write_text(place, ["o", "ld"])

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OutputError, match=r"No space left.*; free some space"):
        write_text(place, "new")
    assert place.read_text() == "old"
    assert [p.name for p in tmp_path.iterdir()] == ["a.txt"]
