"""The Content Security Policy: strict, made from what pages hold, and judged by Google's csp_evaluator."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from fnmatch import fnmatchcase
from pathlib import Path

import pytest
from safelight.campaign import Campaign
from safelight.publish.csp import Inline, InlineCode, inline_code, policy, source_hash
from safelight.publish.headers import cache_control, header_policy
from safelight.publish.servers import headers_file

CSP = Path(__file__).parent / "csp"
MEDIUM_MAYBE = 50
"""csp_evaluator's severities: 10 high, 20 syntax, 30 medium, 40 perhaps high, 50 perhaps medium, 60 for information."""


def judge(csp: str) -> list[dict[str, object]]:
    node = shutil.which("node", path=str(Path(sys.executable).parent))
    assert node, "node: is missing: run `scripts/setup test`"
    done = subprocess.run([node, str(CSP / "judge.js")], input=csp, capture_output=True, text=True, check=True)
    found: list[dict[str, object]] = json.loads(done.stdout)
    return found


@pytest.mark.parametrize(
    "inline", [Inline(), Inline((source_hash("go()"),), (source_hash("p {}"),))], ids=["", "inline"]
)
def test_csp_evaluator_finds_nothing_of_medium_or_worse(inline: Inline) -> None:
    found = judge(policy(inline))
    assert [f for f in found if int(str(f["severity"])) <= MEDIUM_MAYBE] == []


def test_csp_evaluator_is_awake() -> None:
    assert min(int(str(f["severity"])) for f in judge("script-src 'unsafe-inline' *")) == 10


def test_inline_code_is_allowed_by_its_hash_alone(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(
        "<style>p {}</style><script>go()</script><script type='application/ld+json'>{}</script>"
        "<script src=a.js integrity='sha256-AAAA sha384-BBBB'></script>"
    )
    (tmp_path / "b.html").write_text("<script type=module>go()</script><p>a style = of its own, onward = ever</p>")
    found = inline_code(tmp_path)
    assert found == Inline(
        tuple(sorted(("'sha256-AAAA'", "'sha384-BBBB'", source_hash("go()")))), (source_hash("p {}"),)
    )
    # From the standard's own example [CSP3, 2.3.1 uses sha256 of UTF-8]; computed with openssl.
    assert source_hash("alert('Hello, world.');") == "'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='"
    assert "unsafe" not in policy(found)


LOOSE = [
    ("<p style='color: red'>x</p>", "<p style>", "a style attribute"),
    ("<p>\n<button onclick='go()'>x</button>", "<button onclick>", "an event handler"),
    ("<a href=' JavaScript:go()'>x</a>", "<a href>", "a script in an address"),
    ("<iframe srcdoc='<p>'></iframe>", "<iframe srcdoc>", "a page in an attribute"),
    ("<svg><circle STYLE='fill: red'/></svg>", "<circle style>", "in a chart, in capitals"),
    ("<script src='a.js'></script>", "<script src>", "a script file that could be any"),
]


@pytest.mark.parametrize(("html", "named", "reason"), LOOSE, ids=[row[2] for row in LOOSE])
def test_what_would_loosen_the_policy_stops(tmp_path: Path, html: str, named: str, reason: str) -> None:
    (tmp_path / "en").mkdir()
    (tmp_path / "en/a.html").write_text(html)
    with pytest.raises(InlineCode) as raised:
        inline_code(tmp_path)
    line = 1 + html.count("\n")
    assert str(raised.value).startswith(f"en/a.html:{line}: {named}: "), reason


def rules(text: str) -> list[tuple[str, dict[str, str]]]:
    """Each pattern of a `_headers` file and its headers."""
    found: list[tuple[str, dict[str, str]]] = []
    for line in text.splitlines():
        if line.startswith("/"):
            found.append((line, {}))
        else:
            name, _, value = line.strip().partition(": ")
            assert name not in found[-1][1], "no header twice under a pattern"
            found[-1][1][name] = value
    return found


def test_headers_file_says_the_same(campaign: Campaign, built_site: Path) -> None:
    made = header_policy(campaign, built_site)
    everywhere, *others = rules((built_site / "_headers").read_text())
    assert everywhere[0] == "/*"
    assert everywhere[1].items() >= dict(made.fixed()).items()
    assert everywhere[1]["Strict-Transport-Security"] == made.hsts != ""
    assert {tuple(headers) for _, headers in others} == {("Cache-Control",)}
    for path in (p.relative_to(built_site).as_posix() for p in built_site.rglob("*") if p.is_file()):
        # Hosts join the values of every pattern that matches: exactly one may set what differs.
        matching = [headers for pattern, headers in others if fnmatchcase(f"/{path}", pattern)]
        if path not in ("stamp.json", "_headers", ".htaccess"):
            assert [headers["Cache-Control"] for headers in matching] == [cache_control(path)], path


def test_a_folder_with_other_files_is_not_kept_for_ever(campaign: Campaign, built_site: Path) -> None:
    policy_of = header_policy(campaign, built_site)
    assert dict(rules(headers_file(policy_of, ["images/2044b0f60557339f.webp"])))["/images/*"] != {
        "Cache-Control": "no-cache"
    }
    mixed = headers_file(policy_of, ["images/2044b0f60557339f.webp", "images/portrait.webp"])
    assert dict(rules(mixed))["/images/*"] == {"Cache-Control": "no-cache"}


def test_pages_that_share_a_script_are_all_looked_at(tmp_path: Path) -> None:
    """The first page is parsed; a later one with the same script and more must be, too."""
    for name, more in (("a", ""), ("b", "<script>more()</script>"), ("c", "<p onclick='x()'>")):
        (tmp_path / f"{name}.html").write_text(f"<p>x</p><script>go()</script>{more}")
    with pytest.raises(InlineCode, match=r"^c\.html:1: <p onclick>"):
        inline_code(tmp_path)
    (tmp_path / "c.html").unlink()
    assert inline_code(tmp_path).scripts == tuple(sorted((source_hash("go()"), source_hash("more()"))))
    assert policy(Inline()).split("; ")[1] == "script-src 'none'"


CACHED = [
    ("en/index.html", "no-cache", "pages"),
    ("en/press/kit-en.zip", "no-cache", "kits, which may be withdrawn"),
    ("images/2044b0f60557339f.webp", "public, max-age=31536000, s-maxage=86400, immutable", "named by content"),
    ("images/portrait.webp", "no-cache", "a picture whose name stays"),
    ("theme/css/site.css", "no-cache", "a name that stays"),
    ("theme/0123abcd4567/css/site.css.br", "public, max-age=31536000, immutable", "a folder named by content"),
    ("en/theme/0123abcd4567/a.woff2", "no-cache", "anchored at the root"),
]


@pytest.mark.parametrize(("path", "value", "reason"), CACHED, ids=[row[2] for row in CACHED])
def test_cache_control(path: str, value: str, reason: str) -> None:
    assert cache_control(path) == value, reason
