"""One shard of a batch: some of its files, whose outcomes are one part of the results.

It is all that a cluster runs. A part is put whole, and made twice it has the same bytes, so that it
does no harm if a shard is run again because a machine was lost.
"""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import Any, TypeVar

from atscheck import __version__
from atscheck.batch import blind_outcome
from atscheck.batch.aim import Aim
from atscheck.batch.overview import Overview
from atscheck.batch.parquet import Against, row, to_bytes
from atscheck.batch.places import Folder, is_remote, read
from atscheck.batch.readers import reader
from atscheck.documents import MAX_BYTES
from atscheck.errors import ClusterError, InputError
from atscheck.report import Failure

Found = TypeVar("Found")

OVERVIEW = "atscheck.overview"
"""Key of a part's counts in its metadata, so that a run is summed up without reading its rows."""

AHEAD = 2
"""Files that are fetched while one is checked."""

NAME_BYTES = 200
"""The longest name of a copy of a file; the usual file systems allow 255 bytes."""


@dataclass(frozen=True, slots=True)
class Shard:
    """A slice of a run's files, and where its outcomes go."""

    number: int
    files: tuple[str, ...]
    output: Folder

    @property
    def name(self) -> str:
        """The name of its part of the results."""
        return part_name(self.number)


def part_name(number: int) -> str:
    """The name of a shard's part of the results."""
    return f"part-{number:06d}.parquet"


def run_shard(shard: Shard, aim: Aim, version: str) -> int:
    """Check the files of a shard and put its part of the results; returns how many there are.

    It runs wherever the cluster wants; files are read by a worker process of its own, as in any
    batch, which a file may end without ending this one.

    Raises:
        ClusterError: if the software here is another ``version``, the files cannot be reached from
            here, or no worker process can be started.
        OutputError: if the results cannot be written from here.
    """
    if version != __version__:
        message = f"a worker has atscheck {__version__} and not {version}"
        raise ClusterError(message, "use the same image or environment for all")
    overview, outcomes = Overview(), []
    for data in _outcomes(shard.files, aim):
        overview.add(data)
        outcomes.append(row(data, Against(aim.title, aim.job.as_of)))
    outcomes.sort(key=lambda found: (found["path"], found["sha256"] or ""))
    counts = {OVERVIEW: json.dumps(overview.to_values(), sort_keys=True)}
    shard.output.put(shard.name, to_bytes(outcomes, counts))
    return len(outcomes)


def _outcomes(files: Sequence[str], aim: Aim) -> Iterator[dict[str, Any]]:
    """The outcome of each file as JSON values, in their order."""
    with TemporaryDirectory(prefix="atscheck-") as folder, reader(aim) as worker:
        calls = ((address, Path(folder, str(n))) for n, address in enumerate(files))
        for address, path in zip(files, _ahead(_here, calls), strict=True):
            if isinstance(path, Failure):
                yield (blind_outcome(path) if aim.job.blind else path).to_dict()
                continue
            data = worker.check(path).data
            if is_remote(address):
                path.unlink()
            if not aim.job.blind:
                data["file"]["path"] = address
            yield data


def _ahead(function: Callable[..., Found], calls: Iterable[tuple[Any, ...]]) -> Iterator[Found]:
    """What ``function`` returns for each call, the next `AHEAD` of them made meanwhile."""
    with ThreadPoolExecutor(AHEAD) as threads:
        waiting: deque[Future[Found]] = deque()
        for arguments in calls:
            waiting.append(threads.submit(function, *arguments))
            if len(waiting) > AHEAD:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


def _here(address: str, folder: Path) -> Path | Failure:
    """The file at ``address`` on this machine: itself, or a copy in ``folder`` with its own name.

    It is a failure where a store has no such file, or does not give it. One more byte than may be
    read is fetched, so that a file is too large here as anywhere.
    """
    if not is_remote(address):
        path = Path(address)
        if not path.parent.is_dir():
            message = f"{path.parent}: a worker does not see this folder"
            raise ClusterError(message, "use a folder that all workers share, or an object store")
        return path
    try:
        data = read(address, MAX_BYTES + 1)
    except InputError as error:
        return Failure(address, error.code, error.message, error.hint)
    name = PurePosixPath(address).name.encode()[-NAME_BYTES:].decode(errors="ignore")
    path = folder / (name if name.strip(".") else "resume")
    folder.mkdir()
    path.write_bytes(data)
    return path
