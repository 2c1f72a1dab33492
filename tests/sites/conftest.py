"""Fixtures: the tiny site fresh, finished, and finished to be spoilt."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from tiny_site import Site, copy_tiny


@pytest.fixture
def site(repository: Path, tmp_path: Path) -> Site:
    return copy_tiny(repository, tmp_path / "tiny")


@pytest.fixture(scope="session")
def finished(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The tiny site, built once; tests that only read share it, others copy it."""
    made = copy_tiny(repository, tmp_path_factory.mktemp("finished") / "tiny")
    built = made.build()
    assert built.status == 0, built.said
    return made


@pytest.fixture
def built(finished: Site, tmp_path: Path) -> Site:
    """A copy of the finished site, with its output and caches, to spoil."""
    shutil.copytree(finished.root, tmp_path / "tiny")
    return Site(tmp_path / "tiny")
