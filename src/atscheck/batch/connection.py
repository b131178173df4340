"""The cluster that a batch runs on: one that is there, or one that is started for it."""

from __future__ import annotations

import importlib.metadata
import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from typing import Any

from atscheck.batch import readers
from atscheck.errors import ClusterError, MissingError

CONNECT_SECONDS = 15
"""Time for a scheduler to answer."""


@dataclass(frozen=True, slots=True)
class Cluster:
    """Where a batch runs.

    Attributes:
        scheduler: the address of a cluster; None if one is to be started here for the run.
        workers: how many shards are worked on at once by one that is started here.
    """

    scheduler: str | None
    workers: int


def require_dask() -> None:
    """Find out early whether there is what it takes.

    Raises:
        MissingError: if not.
    """
    for name in ("distributed", "fsspec", "pyarrow"):  # not imported yet, which takes its time
        if find_spec(name) is None:
            raise MissingError(f"--engine dask needs {name}", "pip install 'atscheck[cluster]'")


@contextmanager
def connected(cluster: Cluster) -> Iterator[Any]:
    """A client of the cluster, as a context; a cluster that is started here ends with it.

    Raises:
        ClusterError: if the cluster cannot be reached, or its machines have other software.
    """
    from distributed import Client

    _silence()
    scheduler = cluster.scheduler
    if scheduler is None:
        with _started(cluster.workers) as here, Client(here) as client:
            try:
                yield client
            finally:
                readers.end()  # a shard that nobody wants any more is not waited for
        return
    try:
        client = Client(scheduler, timeout=CONNECT_SECONDS)
    except ValueError as error:
        hint = "write it as tcp://host:8786 or tls://host:8786"
        raise ClusterError(f"{scheduler}: no address of a scheduler", hint) from error
    except (OSError, TimeoutError) as error:
        raise ClusterError(f"{scheduler}: no scheduler answers", "check that it runs") from error
    except TypeError as error:  # what Dask raises for tls:// without certificates
        hint = "name the certificates in Dask's configuration (docs/cluster.md)"
        raise ClusterError(f"{scheduler}: it cannot be connected to safely", hint) from error
    with client:
        _same_software(client)
        yield client


def _started(workers: int) -> Any:
    """A cluster within this process, which nobody else can give work to or look at.

    Its threads have nothing to do but to wait for the processes of `readers`, so that processes of
    its own would be of no use, and take seconds to start.
    """
    import dask.config
    from distributed import LocalCluster

    roles = ("scheduler", "worker")
    quiet: dict[str, list[str]] = {f"distributed.{role}.http.routes": [] for role in roles}
    here = "127.0.0.1:0"
    with dask.config.set(quiet):
        return LocalCluster(
            n_workers=1, threads_per_worker=workers, processes=False, memory_limit=0,
            dashboard_address=here, worker_dashboard_address=here, silence_logs=logging.CRITICAL,
        )  # fmt: skip


def _silence() -> None:
    """Keep Dask's log out of the way: what goes wrong is told in one line."""
    for name in list(logging.root.manager.loggerDict):
        if name.startswith(("distributed", "tornado", "asyncio")):
            logging.getLogger(name).setLevel(logging.CRITICAL)


def _same_software(client: Any) -> None:
    """See that all workers have what this process has: results depend on it.

    Raises:
        ClusterError: naming the packages that differ.
    """
    import dask.config

    needed = [re.split(r"[^\w.-]", r)[0] for r in importlib.metadata.requires("atscheck") or ()
              if "extra ==" not in r]  # fmt: skip
    with dask.config.set({"distributed.comm.timeouts.connect": CONNECT_SECONDS}):
        found = client.get_versions(packages=["atscheck", "pyarrow", *needed])
    own = found["client"]["packages"]
    told = [("scheduler", found["scheduler"], {"dask", "distributed"})]
    told += [(address, versions, set(own)) for address, versions in found["workers"].items()]
    for place, versions, packages in told:
        theirs = versions["packages"]
        differing = [
            f"{name} {theirs.get(name) or 'missing'} (here {own[name]})"
            for name in sorted(packages)
            if own[name] is not None and theirs.get(name) != own[name]
        ]
        if differing:
            message = f"{place} has other software: {', '.join(differing[:3])}"
            raise ClusterError(message, "use the same image or environment for all")
