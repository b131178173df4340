"""One shard of a batch: some of its files, whose outcomes are one part of the results.

It is all that a cluster runs. A part is put whole, and made twice it has the same bytes, so that it
does no harm if a shard is run again because a machine was lost.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import Any

from atscheck import __version__
from atscheck.batch import blind_outcome
from atscheck.batch.overview import Overview
from atscheck.batch.parquet import Against, row, to_bytes
from atscheck.batch.places import Folder, is_remote, read
from atscheck.batch.pool import Job, run
from atscheck.documents import MAX_BYTES
from atscheck.errors import ClusterError, InputError
from atscheck.report import Failure

OVERVIEW = "atscheck.overview"
"""Key of a part's counts in its metadata, so that a run is summed up without reading its rows."""

NAME_BYTES = 200
"""The longest name of a copy of a file; the usual file systems allow 255 bytes."""


@dataclass(frozen=True, slots=True)
class Aim:
    """What each file is checked against, to be sent where the user's own files are not seen.

    Attributes:
        job: what workers are told; a pack or posting that is a file goes with it in ``data``.
        title: what the target is called.
        data: the bytes of the pack or posting, None for a pack that comes with atscheck.
    """

    job: Job
    title: str
    data: bytes | None = None

    @classmethod
    def of(cls, job: Job, title: str) -> Aim:
        """The aim of a job whose files are on this machine."""
        path = Path(job.job or job.pack or "")
        return cls(job, title, path.read_bytes() if path.is_file() else None)

    def placed(self, folder: Path) -> Job:
        """The job with its pack or posting as a file below ``folder``."""
        if self.data is None:
            return self.job
        path = folder / "target" / Path(self.job.job or self.job.pack or "").name
        path.parent.mkdir()
        path.write_bytes(self.data)
        return (
            replace(self.job, job=str(path)) if self.job.job else replace(self.job, pack=str(path))
        )

    def to_values(self) -> dict[str, Any]:
        """What must be the same for all shards of a run, as JSON values."""
        digest = hashlib.sha256(self.data).hexdigest() if self.data is not None else None
        return {"atscheck": __version__, "sha256": digest, **json.loads(self.job.to_line())}


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
    if len(outcomes) != len(shard.files):
        message = f"{len(shard.files)} files went into a shard and {len(outcomes)} came out"
        raise ClusterError(message, "please report this")
    outcomes.sort(key=lambda found: (found["path"], found["sha256"] or ""))
    counts = {OVERVIEW: json.dumps(overview.to_values(), sort_keys=True)}
    shard.output.put(shard.name, to_bytes(outcomes, counts))
    return len(outcomes)


def _outcomes(files: Sequence[str], aim: Aim) -> Iterator[dict[str, Any]]:
    """The outcome of each file as JSON values, in any order."""
    with TemporaryDirectory(prefix="atscheck-") as folder:
        job = aim.placed(Path(folder))
        lost: list[Failure] = []
        called: dict[Path, str] = {}

        def fetched() -> Iterator[Path]:
            """Each file on this machine, one after another as the worker process takes them."""
            for number, address in enumerate(files):
                try:
                    path = _here(address, Path(folder, str(number)))
                except InputError as error:
                    lost.append(Failure(address, error.code, error.message, error.hint))
                    continue
                called[path] = address
                yield path

        with closing(run(fetched(), job, 1)) as found:
            for outcome in found:
                address = called.pop(outcome.path)
                if is_remote(address):
                    outcome.path.unlink()
                if not job.blind:
                    outcome.data["file"]["path"] = address
                yield outcome.data
        for failure in lost:
            yield (blind_outcome(failure) if job.blind else failure).to_dict()


def _here(address: str, folder: Path) -> Path:
    """The file at ``address`` on this machine: itself, or a copy in ``folder`` with its own name.

    One more byte than may be read is fetched, so that a file is too large here as anywhere.
    """
    if not is_remote(address):
        path = Path(address)
        if not path.parent.is_dir():
            message = f"{path.parent}: a worker does not see this folder"
            raise ClusterError(message, "use a folder that all workers share, or an object store")
        return path
    data = read(address, MAX_BYTES + 1)
    name = PurePosixPath(address).name.encode()[-NAME_BYTES:].decode(errors="ignore")
    path = folder / (name if name.strip(".") else "resume")
    folder.mkdir()
    path.write_bytes(data)
    return path
