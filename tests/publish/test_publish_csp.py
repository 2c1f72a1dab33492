"""The Content Security Policy: strict, made from what pages hold, and judged by Google's csp_evaluator."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from safelight.campaign import Campaign
from safelight.publish.csp import Inline, InlineCode, inline_code, policy, source_hash
from safelight.publish.headers import cache_control, header_policy
from safelight.publish.servers import headers_file

CSP = Path(__file__).parent / "csp"
MEDIUM_MAYBE = 50
"""csp_evaluator's severities: 10 high, 20 syntax, 30 medium, 40 perhaps high, 50 perhaps medium, 60 for information."""
SELF = "'self' can be problematic if you host JSONP, AngularJS or user uploaded files."


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
    assert [f for f in found if int(str(f["severity"])) < MEDIUM_MAYBE] == []
    # The site hosts no JSONP, no AngularJS and no uploads: its only scripts are the theme's.
    assert [f["value"] for f in found if f["severity"] == MEDIUM_MAYBE] in ([], ["'self'"])


def test_csp_evaluator_is_awake() -> None:
    assert min(int(str(f["severity"])) for f in judge("script-src 'unsafe-inline' *")) == 10


def test_inline_code_is_allowed_by_its_hash_alone(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(
        "<style>p {}</style><script>go()</script><script type='application/ld+json'>{}</script>"
        "<script src=a.js></script>"
    )
    (tmp_path / "b.html").write_text("<script type=module>go()</script><p>a style = of its own, onward = ever</p>")
    found = inline_code(tmp_path)
    assert found == Inline((source_hash("go()"),), (source_hash("p {}"),))
    # From the standard's own example [CSP3, 2.3.1 uses sha256 of UTF-8]; computed with openssl.
    assert source_hash("alert('Hello, world.');") == "'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='"
    assert "unsafe" not in policy(found)


LOOSE = [
    ("<p style='color: red'>x</p>", "<p style>", "a style attribute"),
    ("<p>\n<button onclick='go()'>x</button>", "<button onclick>", "an event handler"),
    ("<a href=' JavaScript:go()'>x</a>", "<a href>", "a script in an address"),
    ("<iframe srcdoc='<p>'></iframe>", "<iframe srcdoc>", "a page in an attribute"),
    ("<svg><circle STYLE='fill: red'/></svg>", "<circle style>", "in a chart, in capitals"),
]


@pytest.mark.parametrize(("html", "named", "reason"), LOOSE, ids=[row[2] for row in LOOSE])
def test_what_would_loosen_the_policy_stops(tmp_path: Path, html: str, named: str, reason: str) -> None:
    (tmp_path / "en").mkdir()
    (tmp_path / "en/a.html").write_text(html)
    with pytest.raises(InlineCode) as raised:
        inline_code(tmp_path)
    line = 1 + html.count("\n")
    assert str(raised.value).startswith(f"en/a.html:{line}: {named}: "), reason


def test_headers_file_says_the_same(campaign: Campaign, built_site: Path) -> None:
    made = header_policy(campaign, built_site)
    lines = headers_file(made).splitlines()
    assert lines[0] == "/*"
    given = dict(line.strip().split(": ", 1) for line in lines[1:])
    assert given.items() >= dict(made.fixed()).items()
    assert given["Strict-Transport-Security"] == made.hsts != ""
    assert len(given) == len(lines) - 1, "no header twice"


CACHED = [
    ("en/index.html", "no-cache", "pages"),
    ("en/press/kit-en.zip", "no-cache", "kits, which may be withdrawn"),
    ("images/2044b0f60557339f.webp", "public, max-age=86400", "pictures for a day"),
    ("theme/css/site.css", "no-cache", "a name that stays"),
    ("theme/css/site.0123abcd.css.br", "public, max-age=31536000, immutable", "a name that follows the content"),
    ("en/theme/fonts/a.woff2", "no-cache", "anchored at the root"),
]


@pytest.mark.parametrize(("path", "value", "reason"), CACHED, ids=[row[2] for row in CACHED])
def test_cache_control(path: str, value: str, reason: str) -> None:
    assert cache_control(path) == value, reason
