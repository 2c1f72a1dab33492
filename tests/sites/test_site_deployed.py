"""The verbs of publishing on a finished site, as a person types them."""

from __future__ import annotations

import json

from tiny_site import Site


def test_deploy_verify_nginx(built: Site) -> None:
    listed = built.run("safelight.cli", "deploy", "../www", "--dry-run", "--json")
    assert listed.status == 0, listed.said
    plan = json.loads(listed.said[listed.said.index("{") :])
    assert set(plan["add"]) == set(built.tree()) >= {".htaccess", "_headers", "stamp.json"}
    assert plan["dry_run"] and not (built.root.parent / "www").exists()

    done = built.run("safelight.cli", "deploy", "../www", "--purge-list", "purge.txt")
    assert done.status == 0, done.said
    assert "https://tiny.example/en/\n" in (built.root / "purge.txt").read_text()
    assert built.run("safelight.cli", "verify", "../www").status == 0
    written = built.run("safelight.cli", "nginx", "--root", "/srv/tiny")
    assert written.status == 0, written.said
    text = (built.root / "build/nginx/safelight.conf").read_text()
    assert "root /srv/tiny;" in text
    assert "server_name tiny.example;" in text

    (built.root.parent / "www/en/index.html").write_text("defaced")
    seen = built.run("safelight.cli", "verify", "../www")
    assert (seen.status, "www/en/index.html: was changed after the gate" in seen.said) == (1, True)
    (built.output / "en/index.html").write_text("slipped in")
    for verb in (("deploy", "../www"), ("nginx",)):
        seen = built.run("safelight.cli", *verb)
        assert (seen.status, "output/en/index.html: was changed" in seen.said) == (1, True), verb


def test_a_consent_that_ended_since_stops_the_deployment(built: Site) -> None:
    seen = built.run("safelight.cli", "deploy", "../www", "--today", "2031-01-01")
    assert (seen.status, "build again, then deploy" in seen.said) == (2, True), seen.said
    assert not (built.root.parent / "www").exists()


def test_a_style_attribute_stops_the_build_at_its_line(built: Site) -> None:
    before = built.tree()
    built.replace("theme/templates/404.html", '<p class="lead">', '<p style="color: red">')
    seen = built.build()
    assert (seen.status, "404.html:" in seen.said, "<p style>" in seen.said) == (1, True, True), seen.said
    assert built.tree() == before
