"""One executor for all work on files: processes of this machine, or workers of a Dask cluster, by the same code.

Work is given out in batches, because a process or a network costs far more than one small file. Results come back in
the order of the items, so what is built does not depend on who was faster.
"""

from __future__ import annotations

import multiprocessing
import os
import select
import signal
import sys
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import TypeVar

from safelight.errors import BuildInterrupted, WrongUse

Item = TypeVar("Item")
Result = TypeVar("Result")
Watch = Callable[[int, int], None]
"""Called with how many items are done, and how many there are."""


@dataclass(frozen=True)
class Workforce:
    """Who works on files: processes of this machine, and a Dask cluster for what needs no vault."""

    workers: int | None = None
    """How many processes; one for each core if None."""
    scheduler: str = ""
    """Address of a Dask scheduler, `tcp://host:port`; empty for none."""


@contextmanager
def open_executors(force: Workforce) -> Iterator[tuple[Executor, Executor]]:
    """The executor that may be told secrets of the vault, always on this machine, and the one for all other work.

    They are the same without a cluster: what a worker of a cluster is told crosses a network and may be written to its
    disk (docs/adr/0044). Raises `WrongUse` as `open_executor` does.
    """
    with open_executor(workers=force.workers) as here:
        if not force.scheduler:
            yield here, here
            return
        with open_executor(force.scheduler) as anywhere:
            yield here, anywhere


@contextmanager
def open_executor(scheduler: str = "", *, workers: int | None = None) -> Iterator[Executor]:
    """The executor that a build's work goes through.

    `scheduler` is empty for processes of this machine (`workers` of them, one for each core by default), or the address
    of a Dask scheduler, `tcp://host:port`, whose workers must see the campaign's folder under the same path. Opening
    costs nothing: processes start with the first batch. Raises `WrongUse` when the cluster cannot be reached.
    """
    if scheduler:
        yield from _on_cluster(scheduler)
        return
    # Not fork: progress bars and image codecs run threads, and a fork copies their locks as they stand, and the files
    # that are open here, the build's lock among them.
    context = multiprocessing.get_context("forkserver")
    with ProcessPoolExecutor(workers or os.cpu_count(), context, _end_with, (os.getpid(),)) as executor:
        yield executor


def _end_with(build: int) -> None:
    """A worker must not outlive a killed build (process id `build`): it would go on writing into the next one."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the build's to handle, once
    if sys.platform == "linux":  # the parent by fork is the fork server, whose end says nothing of the build's
        threading.Thread(target=_wait_for_end, args=(build,), daemon=True).start()


def _wait_for_end(build: int) -> None:
    with suppress(ProcessLookupError):
        select.select([os.pidfd_open(build)], [], [])
    os.kill(os.getppid(), signal.SIGTERM)
    os._exit(1)


def _on_cluster(scheduler: str) -> Iterator[Executor]:
    try:
        from distributed import Client
    except ImportError:
        raise WrongUse("--scheduler: needs Dask: install it with `pip install distributed`, or leave it out") from None
    try:
        client = Client(scheduler, timeout="5s", set_as_default=False)  # type: ignore[no-untyped-call] # Dask has no types
    except (OSError, TimeoutError, ValueError) as error:
        raise WrongUse(
            f"--scheduler: {scheduler} cannot be reached ({type(error).__name__}): start the scheduler and its workers"
        ) from None
    with client, client.get_executor(pure=False, retries=0) as executor:  # type: ignore[no-untyped-call] # the same
        yield executor


def run_in_batches(
    executor: Executor | None,
    function: Callable[[Item], Result],
    items: Sequence[Item],
    *,
    batch: int,
    watch: Watch | None = None,
) -> tuple[Result, ...]:
    """`function` of each item, in the items' order, worked on in batches of `batch` items.

    `function` and the items must be picklable. What fits one batch is worked on here, without a process, and so is all
    without an executor. The first
    exception of `function` ends the work and is raised; a worker that dies raises `BuildInterrupted`.
    """
    batches = [items[start : start + batch] for start in range(0, len(items), batch)]
    done = 0
    if watch:
        watch(0, len(items))
    if len(batches) <= 1 or executor is None:
        here: list[Result] = []
        for item in items:
            here.append(function(item))
            if watch:
                watch(len(here), len(items))
        return tuple(here)
    waiting: dict[Future[tuple[Result, ...]], int] = {
        executor.submit(run_batch, function, part): index for index, part in enumerate(batches)
    }
    results: list[tuple[Result, ...]] = [()] * len(batches)
    try:
        for future in as_completed(waiting):
            index = waiting[future]
            results[index] = future.result()
            done += len(batches[index])
            if watch:
                watch(done, len(items))
    except BrokenProcessPool:
        raise BuildInterrupted("a worker process died (out of memory?): close other programs and try again") from None
    finally:
        for future in waiting:
            future.cancel()
    return tuple(result for part in results for result in part)


def run_batch(function: Callable[[Item], Result], items: Iterable[Item]) -> tuple[Result, ...]:
    """`function` of each item: what one worker does with one batch."""
    return tuple(function(item) for item in items)
