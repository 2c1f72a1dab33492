"""The campaign's options: frozen, typed, each with its default and its meaning.

`pelican.conf.py` builds one `Campaign`; everything else receives it as an argument.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path

from safelight.errors import WrongUse

K_DEFAULT = 20
"""Fewest people who share a story's profile, unless a campaign writes why; then fewer are warned about [us]."""
K_LEAST = 10
"""No written reason lets a campaign publish below this many [us] (docs/adr/0015)."""


@dataclass(frozen=True)
class Limits:
    """Limits of the rules that a story must meet (STORY-RULES.md). Tightening is free; loosening needs a reason."""

    consent_max_years: int = 3
    """Longest time from `granted_on` to `expires_on`, in years [SA]."""
    consent_warn_days: int = 60
    """How long before its end a consent is reported, in days."""
    left_programme_min_days: int = 365
    """Least time since the person left the programme, in days [SA]."""
    left_programme_warn_days: int = 730
    """Below this time since leaving the programme a warning is given, in days [GCWJ]."""
    risk_review_max_days: int = 365
    """Oldest risk review that counts, in days [ICRC]."""
    k_min: int = K_DEFAULT
    """Fewest people of the caseload who must share a story's profile; never below `K_LEAST`."""
    helpline_warn_days: int = 90
    """Age of a helpline's `verified_on` at which a warning is given, in days."""
    helpline_stop_days: int = 180
    """Age of a helpline's `verified_on` at which the build stops, in days."""
    image_max_pixels: int = 64_000_000
    """Largest source image, in pixels; more is taken for a decompression bomb."""
    image_max_bytes: int = 64_000_000
    """Largest source image file, in bytes."""


LARGER_IS_LOOSER = frozenset(
    {
        "consent_max_years",
        "risk_review_max_days",
        "helpline_warn_days",
        "helpline_stop_days",
        "image_max_pixels",
        "image_max_bytes",
    }
)
"""Limits that a larger number loosens; the others are loosened by a smaller one."""


@dataclass(frozen=True)
class Campaign:
    """One campaign: where it lives, which languages it speaks, and which limits it keeps."""

    root: Path
    """The campaign's folder; every other path is below it."""
    name: Mapping[str, str]
    """The campaign's name, one per language."""
    site_url: str
    """Absolute address of the published site, without a slash at the end."""
    languages: tuple[str, ...] = ("en",)
    """Languages of the site as BCP 47 tags, in the order of the language switch; the first is x-default."""
    drafts: tuple[str, ...] = ()
    """Those of the languages that are not ready: what they lack is shown in the first, and no public site has them."""
    hidden: tuple[str, ...] = ()
    """Languages that are switched off: their files stay where they are, and are left out."""
    licence: str = "CC BY 4.0"
    """Licence of texts and press images, as printed."""
    licence_url: str = "https://creativecommons.org/licenses/by/4.0/"
    """Where the licence stands."""
    publisher: str = ""
    """Who publishes and is credited; printed in footers and press kits."""
    contact_email: str = ""
    """Where readers and journalists write; registered reserved domain in the sample."""
    exit_url: str = "https://www.wikipedia.org/"
    """Where the quick-exit link leads: an ordinary page that nobody wonders about."""
    per_page: int = 12
    """Entries on one page of a list."""
    untranslated: Mapping[str, str] = field(default_factory=dict)
    """Document type (`guides`, `press`, `pages`) to what happens where a language lacks a page: `hide` (the default)
    or `show` the first language's text there, with a notice and unlisted. Never for stories."""
    demo: bool = False
    """A sample campaign: every page says that people and numbers are invented."""
    public: bool = False
    """A build for the public address: a vault that lies open is refused, and what is published is kept in the vault's
    record."""
    output_dir: Path | None = None
    """Where the published site goes, if not `output/` in the campaign's folder; on the same file system."""
    onion_url: str = ""
    """Address of the site's onion service (`http://….onion`), without a slash at the end; empty for none."""
    hsts_days: int = 365
    """How long browsers that came once must use HTTPS, in days; 0 promises nothing."""
    deploy_targets: Mapping[str, str] = field(default_factory=dict)
    """Name to target of `safelight deploy NAME`: a folder, `ssh://`, `s3://` or `git:`; never with a secret."""
    limits: Limits = field(default_factory=Limits)
    """The rules' limits."""
    loosened: Mapping[str, str] = field(default_factory=dict)
    """Limit name to the written reason why this campaign loosens it; the build prints each."""

    def __post_init__(self) -> None:
        """Refuse a campaign that cannot be built; raises `WrongUse` with every mistake at once."""
        wrong: list[str] = []
        if not self.languages:
            wrong.append("languages: is empty: name at least one, for instance ('en',)")
        if len(set(self.languages)) != len(self.languages):
            wrong.append("languages: names one twice: keep each once")
        wrong.extend(f"drafts: '{lang}' is not one of the languages: add it there" for lang in self._strange_drafts())
        if self.public and self.drafts:
            wrong.append(
                f"drafts: {', '.join(self.drafts)}: are not for the public: use `published_at`, or finish them"
            )
        wrong.extend(f"name: has no text for '{lang}': add one" for lang in self.languages if not self.name.get(lang))
        if not self.site_url.startswith(("https://", "http://")) or self.site_url.endswith("/"):
            wrong.append("site_url: must start with https:// and end without a slash")
        if not self.exit_url.startswith("https://"):
            wrong.append("exit_url: must start with https://")
        if self.onion_url and not (self.onion_url.startswith("http://") and self.onion_url.endswith(".onion")):
            wrong.append("onion_url: must start with http:// and end with .onion, without a slash")
        if self.hsts_days < 0:
            wrong.append("hsts_days: is below 0: write 0 to promise nothing")
        if self.per_page < 1:
            wrong.append("per_page: is less than one: write how many entries a page of a list holds")
        for kind, policy in self.untranslated.items():
            if kind not in ("guides", "press", "pages") or policy not in ("hide", "show"):
                wrong.append(f"untranslated: '{kind}: {policy}': use guides, press or pages with hide or show")
        if self.limits.k_min < K_LEAST:
            wrong.append(f"limits.k_min: is below {K_LEAST}, which no reason allows: write {K_LEAST} or more")
        for name in self.loosened_limits():
            if not self.loosened.get(name, "").strip():
                wrong.append(f"limits.{name}: is looser than the default: write the reason in loosened['{name}']")
        if wrong:
            raise WrongUse("\n".join(f"pelican.conf.py: CAMPAIGN: {problem}" for problem in wrong))

    def published_at(self, site_url: str) -> Campaign:
        """The campaign as the public sees it at its address: languages that are drafts stay at home."""
        ready = tuple(lang for lang in self.languages if lang not in self.drafts)
        return replace(
            self, site_url=site_url, public=True, languages=ready, drafts=(), hidden=(*self.hidden, *self.drafts)
        )  # fmt: skip

    def _strange_drafts(self) -> tuple[str, ...]:
        """Drafts that are no language of the campaign, or its first, which the others borrow from."""
        return tuple(lang for lang in self.drafts if lang not in self.languages[1:])

    def loosened_limits(self) -> tuple[str, ...]:
        """Names of the limits that are looser than their default."""
        default = Limits()
        loose = []
        for limit in fields(Limits):
            ours, theirs = getattr(self.limits, limit.name), getattr(default, limit.name)
            if ours > theirs if limit.name in LARGER_IS_LOOSER else ours < theirs:
                loose.append(limit.name)
        return tuple(loose)

    @property
    def default_language(self) -> str:
        """The language of x-default."""
        return self.languages[0]

    @property
    def content(self) -> Path:
        """What editors write."""
        return self.root / "content"

    @property
    def private(self) -> Path:
        """The vault."""
        return self.root / "private"

    @property
    def record(self) -> Path:
        """The record of what was published: in the vault for the public site, in `build/` for a sample or a trial."""
        return (self.private if self.public and not self.demo else self.build) / "published.json"

    @property
    def theme(self) -> Path:
        """Templates and style sheets."""
        return self.root / "theme"

    @property
    def translations(self) -> Path:
        """Catalogues of the theme's strings."""
        return self.root / "translations"

    @property
    def build(self) -> Path:
        """Everything on its way: `content/`, `site/`, `kits/`, `cache/`; safe to delete."""
        return self.root / "build"

    @property
    def staged(self) -> Path:
        """The safe content: the only thing that Pelican ever sees."""
        return self.build / "content"

    @property
    def site(self) -> Path:
        """The rendered site before the gate."""
        return self.build / "site"

    @property
    def output(self) -> Path:
        """The published site; changes only by rename."""
        return self.output_dir or self.root / "output"
