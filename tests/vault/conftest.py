"""The small vault for every test of the room."""

from small_vault import small

__all__ = ["small"]
