"""What all tests share: the repository's folder, one build of the sample, the order of the work, a bare environment."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from bare_environment import make_bare
from hypothesis import HealthCheck, settings
from shared_builds import Shared, build_sample

ROOT = Path(__file__).resolve().parent.parent
LONGEST_FIRST = ("browser", "sites", "validation", "publish", "vault", "images")
"""Rooms whose tests take seconds each, the longest first."""


def pytest_configure(config: pytest.Config) -> None:
    make_bare(os.environ)
    sys.dont_write_bytecode = False
    os.umask(0o022)
    # No law is about time. What CI judges does not hang on chance: elsewhere, other examples are tried each time.
    settings.register_profile(
        "untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize="CI" in os.environ
    )
    settings.load_profile("untimed")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Give both halves of the list that two workers begin with their part of the long tests, at the beginning.

    What is short comes last, for whoever is free.
    """
    rooms: dict[str, list[pytest.Item]] = {}
    for item in items:
        rooms.setdefault(item.path.relative_to(ROOT / "tests").parts[0], []).append(item)
    if "PYTEST_XDIST_WORKER" not in os.environ or len(rooms) < 2:
        return
    files: dict[Path, list[pytest.Item]] = {}
    for room in LONGEST_FIRST:
        for item in rooms.pop(room, []):
            files.setdefault(item.path, []).append(item)
    short = [item for room in rooms.values() for item in room]
    halves: tuple[list[pytest.Item], list[pytest.Item]] = ([], [])
    for index, tests in enumerate(files.values()):
        halves[index % 2].extend(tests)
    room_for_short = max(0, len(items) // 2 - len(halves[0]))
    items[:] = [*halves[0], *short[:room_for_short], *halves[1], *short[room_for_short:]]


@pytest.fixture(scope="session")
def repository() -> Path:
    return ROOT


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Shared:
    """What this run's workers have in common."""
    base = tmp_path_factory.getbasetemp()
    return Shared(base.parent if "PYTEST_XDIST_WORKER" in os.environ else base)


@pytest.fixture(scope="session")
def sample(repository: Path, shared: Shared) -> Iterator[Path]:
    """The sample campaign, built in all its languages for `SAMPLE_ADDRESS`; its site is in `output/`."""
    yield from shared.folder("sample", lambda root: build_sample(repository, root))


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """Bytes are no name for a test: archives hold the second that they were made in, and workers must agree."""
    return argname if isinstance(val, bytes) else None
