"""Forms: what a written word may be of the registered names, and which of several readings are the best."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from safelight.text.inflection import NOMINATIVE, Shape

UNSURE_KINDS = frozenset({"pet", "counterpart", "demonym", "unlisted"})


@dataclass(frozen=True, slots=True)
class Form:
    """What a written word may be: a part of a name of one of `owners`, in a shape, as the tables of `lang` read it.

    `sure` is False for a reading by skeleton only (another script or spelling than the registered one).
    """

    owners: frozenset[str]
    part: str
    shape: Shape
    lang: str = ""
    sure: bool = True
    particle: bool = False
    position: int = 0
    length: int = 1

    @property
    def owner(self) -> str:
        """The first owner's id."""
        return min(self.owners)


Forms = tuple[Form, ...]


def best(forms: Iterable[Form], lang: str = "") -> Forms:
    """Those of the best kind of reading: the text's own language before another's, the plain before the derived."""
    ranked: dict[int, dict[Form, None]] = {}
    for form in forms:
        rank = (
            (not form.sure) * 4
            + (form.shape.derived in UNSURE_KINDS and form.part != "place") * 2
            + bool(
                form.shape.derived
                or (form.shape.number == "plur" and form.part == "given")
                or (form.lang != lang and form.shape != NOMINATIVE)
            )
        )
        ranked.setdefault(rank, {})[form] = None
    return tuple(ranked[min(ranked)]) if ranked else ()
