"""Fixtures: the tiny site fresh, finished, and finished to be spoilt."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from shared_builds import Shared
from tiny_site import Site, copy_tiny


@pytest.fixture
def site(repository: Path, tmp_path: Path) -> Site:
    return copy_tiny(repository, tmp_path / "tiny")


@pytest.fixture(scope="session")
def finished(repository: Path, shared: Shared) -> Iterator[Site]:
    """The tiny site, built once; tests that only read share it, others copy it."""

    def make(folder: Path) -> None:
        built = copy_tiny(repository, folder / "tiny").build()
        assert built.status == 0, built.said

    for folder in shared.folder("finished", make):
        yield Site(folder / "tiny")


@pytest.fixture
def built(finished: Site, tmp_path: Path) -> Site:
    """A copy of the finished site, with its output and caches, to spoil."""
    shutil.copytree(finished.root, tmp_path / "tiny")
    return Site(tmp_path / "tiny")
