"""What the files of a batch are checked against, wherever they are."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from atscheck import __version__
from atscheck.batch.pool import Job


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
        """The job with its pack or posting as a file in ``folder``."""
        if self.data is None:
            return self.job
        path = folder / Path(self.job.job or self.job.pack or "").name
        path.write_bytes(self.data)
        return (
            replace(self.job, job=str(path)) if self.job.job else replace(self.job, pack=str(path))
        )

    def to_values(self) -> dict[str, Any]:
        """What must be the same for all shards of a run, as JSON values."""
        digest = hashlib.sha256(self.data).hexdigest() if self.data is not None else None
        return {"atscheck": __version__, "sha256": digest, **json.loads(self.job.to_line())}
