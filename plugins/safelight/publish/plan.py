"""What a deployment will do: files to add, to change and to remove, in the order in which it is safe."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from safelight.errors import CampaignError
from safelight.publish.stamp import STAMP

PAGES = (".html", ".html.br", ".html.gz")


class TargetHoldsOthers(CampaignError):
    """The target holds files, and none of them is the stamp of an earlier deployment."""


class DeployFailed(CampaignError):
    """The target could not be reached or changed; what was planned is not, or only partly, public."""


@dataclass(frozen=True)
class Plan:
    """A deployment, as site paths: `send` in order, `remove` after all of it."""

    add: tuple[str, ...]
    change: tuple[str, ...]
    remove: tuple[str, ...]

    @property
    def send(self) -> tuple[str, ...]:
        """What is sent, in order: the stamp, which marks the target as ours; what pages need; pages last."""
        return tuple(sorted((*self.add, *self.change), key=lambda name: (name != STAMP, name.endswith(PAGES), name)))

    def lines(self) -> tuple[str, ...]:
        """One line a file, in the order of the deployment."""
        return tuple(
            [f"{'add' if name in set(self.add) else 'change'} {name}" for name in self.send]
            + [f"remove {name}" for name in self.remove]
        )

    def addresses(self, site_url: str) -> tuple[str, ...]:
        """Every absolute URL whose answer the deployment changes, folders in both spellings; for a CDN's purge."""
        urls = set()
        for name in (*self.add, *self.change, *self.remove):
            if not name.endswith((".br", ".gz")):
                urls.add(f"{site_url}/{name}")
                if name == "index.html" or name.endswith("/index.html"):
                    urls.add(f"{site_url}/{name.removesuffix('index.html')}")
        return tuple(sorted(urls))


def plan(ours: Mapping[str, str], theirs: Mapping[str, str], *, take_over: bool = False) -> Plan:
    """Compare by site path and digest (of any one kind); `theirs` may hold an empty digest for "unknown, send it".

    Raises `TargetHoldsOthers` for a target that was never deployed to and is not empty, unless `take_over`: a mistyped
    folder must not be emptied.
    """
    if theirs and STAMP not in theirs and not take_over:
        names = ", ".join(sorted(theirs)[:3])
        raise TargetHoldsOthers(
            f"the target holds files that Safelight did not deploy ({names}): check the target; if all of them may be"
            " removed, use --take-over"
        )
    return Plan(
        add=tuple(sorted(ours.keys() - theirs.keys())),
        change=tuple(sorted(name for name in ours.keys() & theirs.keys() if ours[name] != theirs[name])),
        remove=tuple(sorted(theirs.keys() - ours.keys())),
    )
