"""What all tests share: the repository's folder."""

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def repository() -> Path:
    return ROOT


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """Bytes are no name for a test: archives hold the second that they were made in, and workers must agree."""
    return argname if isinstance(val, bytes) else None
