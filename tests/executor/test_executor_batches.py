"""Work in batches: the same results in the same order, on one process, several, or a Dask cluster."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Executor
from pathlib import Path

import pytest
from safelight.errors import BuildInterrupted, ImageRefused, WrongUse
from safelight.executor import open_executor, run_in_batches


def square(number: int) -> int:
    return number * number


def refuse_seven(number: int) -> int:
    if number == 7:
        raise ImageRefused("seven.png: is damaged: export it again")
    return number


def die(number: int) -> int:
    os._exit(number)


@pytest.fixture(scope="module")
def executor() -> Iterator[Executor]:
    with open_executor(workers=2) as opened:
        yield opened


@pytest.mark.parametrize(
    ("count", "batch", "why"),
    [
        (0, 3, "nothing"),
        (1, 3, "one item"),
        (3, 3, "one batch"),
        (10, 3, "a last batch that is not full"),
        (9, 1, "singly"),
    ],
)
def test_results_come_in_the_order_of_the_items(executor: Executor, count: int, batch: int, why: str) -> None:
    assert run_in_batches(executor, square, range(count), batch=batch) == tuple(n * n for n in range(count)), why


def test_the_watch_sees_every_item_once(executor: Executor) -> None:
    seen: list[tuple[int, int]] = []
    run_in_batches(executor, square, range(10), batch=4, watch=lambda done, total: seen.append((done, total)))
    assert seen[0] == (0, 10)
    assert seen[-1] == (10, 10)
    assert [done for done, _ in seen] == sorted(done for done, _ in seen)


@pytest.mark.parametrize("batch", [2, 20])
def test_a_refusal_arrives_as_it_was_raised(executor: Executor, batch: int) -> None:
    with pytest.raises(ImageRefused, match=r"seven\.png: is damaged"):
        run_in_batches(executor, refuse_seven, range(10), batch=batch)


def test_a_worker_that_dies_is_a_message() -> None:
    with open_executor(workers=1) as opened, pytest.raises(BuildInterrupted, match="try again"):
        run_in_batches(opened, die, [9, 9], batch=1)


KILLED = """
import os, sys, time
from safelight.executor import open_executor, run_in_batches

def write_pid(path):
    with open(path, "w") as out:
        out.write(str(os.getpid()))
    time.sleep(3600)

if __name__ == "__main__":
    with open_executor(workers=2) as opened:
        run_in_batches(opened, write_pid, sys.argv[1:], batch=1)
"""


def test_workers_end_with_a_killed_build(tmp_path: Path) -> None:
    (tmp_path / "killed.py").write_text(KILLED)
    pids = [tmp_path / "one", tmp_path / "two"]
    build = subprocess.Popen([sys.executable, tmp_path / "killed.py", *pids])
    assert eventually(lambda: all(pid.is_file() and pid.read_text() for pid in pids)), "the workers never began"
    build.send_signal(signal.SIGKILL)
    build.wait()
    assert eventually(lambda: not any(Path(f"/proc/{pid.read_text()}").exists() for pid in pids))


def eventually(true: Callable[[], bool]) -> bool:
    for _ in range(2400):
        if true():
            return True
        time.sleep(0.05)
    return False


def test_a_cluster_that_is_not_there_is_a_message() -> None:
    with pytest.raises(WrongUse, match="--scheduler"), open_executor("tcp://127.0.0.1:9"):
        pass
