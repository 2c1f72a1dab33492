"""Deployment to real places on this machine: a folder, sshd, an S3 server, a bare repository."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from places import KEY, SECRET, Place, tree
from safelight.campaign import Campaign
from safelight.errors import StampMismatch, WrongUse
from safelight.publish import Plan, deploy, purge_addresses, target, verify_stamp, write_stamp
from safelight.publish.plan import DeployFailed, TargetHoldsOthers, plan

NOTHING = Plan((), (), ())
THEME_KEPT = "public, max-age=31536000, immutable"
PICTURE_KEPT = "public, max-age=31536000, s-maxage=86400, immutable"


@pytest.mark.parametrize("kind", ["folder_place", "ssh_place", "s3_place", "git_place"])
def test_a_target_becomes_equal(kind: str, built_site: Path, request: pytest.FixtureRequest) -> None:
    place: Place = request.getfixturevalue(kind)
    ours = tree(built_site)
    first = place.deploy(built_site, dry_run=True)
    assert first == Plan(tuple(sorted(ours)), (), ())
    assert place.seen() == {}, "a dry run writes nothing"
    assert place.deploy(built_site) == first
    assert place.seen() == ours
    assert place.deploy(built_site) == NOTHING, "the second time there is nothing to do"

    # A story is withdrawn, a page changes, another comes, and somebody left a file on the server.
    (built_site / "en/stories/open.html").unlink()
    (built_site / "en/index.html").write_text("<p>changed</p>")
    (built_site / "ru/новая страница.html").write_text("<p>new</p>")
    write_stamp(built_site)
    place.put("left behind.txt", b"theirs")
    expected = Plan(
        ("ru/новая страница.html",), ("en/index.html", "stamp.json"), ("en/stories/open.html", "left behind.txt")
    )
    assert place.deploy(built_site, dry_run=True) == expected
    assert "en/stories/open.html" in place.seen()
    assert place.deploy(built_site) == expected
    assert place.seen() == tree(built_site)


@pytest.mark.parametrize("kind", ["folder_place", "ssh_place", "s3_place", "git_place"])
def test_what_others_left_is_not_emptied(kind: str, built_site: Path, request: pytest.FixtureRequest) -> None:
    place: Place = request.getfixturevalue(kind)
    place.put("thesis.txt", b"years of work")
    with pytest.raises(TargetHoldsOthers, match=r"thesis\.txt"):
        place.deploy(built_site)
    assert place.seen() == {"thesis.txt": b"years of work"}
    place.deploy(built_site, take_over=True)
    assert place.seen() == tree(built_site)


@pytest.mark.parametrize("kind", ["folder_place", "ssh_place", "s3_place", "git_place"])
def test_a_tampered_tree_goes_nowhere(kind: str, built_site: Path, request: pytest.FixtureRequest) -> None:
    place: Place = request.getfixturevalue(kind)
    (built_site / "en/extra.html").write_text("<p>slipped in after the gate</p>")
    with pytest.raises(StampMismatch, match=r"en/extra\.html"):
        place.deploy(built_site)
    assert place.seen() == {}


def test_objects_have_their_headers(s3_place: Place, built_site: Path) -> None:
    import obstore
    from obstore.store import S3Store

    s3_place.deploy(built_site)
    store = S3Store("bucket", prefix="site", client_options={"allow_http": True})
    for name, kind, coding, cached in [
        ("en/index.html", "text/html; charset=utf-8", None, "no-cache"),
        ("en/index.html.br", "text/html; charset=utf-8", "br", "no-cache"),
        ("theme/0123456789ab/css/site.css.gz", "text/css; charset=utf-8", "gzip", THEME_KEPT),
        ("images/2044b0f60557339f.webp", "image/webp", None, PICTURE_KEPT),
        ("en/feed.xml", "application/atom+xml", None, "no-cache"),
    ]:
        attributes = obstore.get(store, name).attributes
        assert attributes["Content-Type"] == kind, name
        assert attributes.get("Content-Encoding") == coding, name
        assert attributes["Cache-Control"] == cached, name


def test_keys_come_from_the_file_and_are_never_said(
    s3_place: Place, built_site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("AWS_ACCESS_KEY_ID")
    monkeypatch.delenv("AWS_SECRET_ACCESS_KEY")
    monkeypatch.setenv("AWS_SHARED_CREDENTIALS_FILE", str(tmp_path / "credentials"))
    with pytest.raises(DeployFailed, match="there are no keys"):
        s3_place.deploy(built_site)
    (tmp_path / "credentials").write_text(f"[default]\naws_access_key_id = {KEY}\naws_secret_access_key = {SECRET}\n")
    s3_place.deploy(built_site)
    assert s3_place.seen() == tree(built_site)
    monkeypatch.setenv("AWS_ENDPOINT_URL", "http://127.0.0.1:9")
    for text in ("s3://bucket/site", "s3://no-such-bucket/site"):
        with pytest.raises(DeployFailed) as raised:
            deploy(built_site, target(text, tmp_path), dry_run=True)
        assert KEY not in str(raised.value)
        assert SECRET not in str(raised.value)
        assert "AWS_ENDPOINT_URL" in str(raised.value)


def test_a_branch_keeps_no_history_and_names_nobody(git_place: Place, built_site: Path, tmp_path: Path) -> None:
    git_place.deploy(built_site)
    (built_site / "en/stories/open.html").unlink()
    write_stamp(built_site)
    git_place.deploy(built_site)
    log = subprocess.run(
        ["git", f"--git-dir={tmp_path}/bare.git", "log", "--format=%an %ae %cn %ce %cI %s", "pages"],
        capture_output=True, text=True, check=True,
    ).stdout.splitlines()  # fmt: skip
    nobody = "Safelight safelight@localhost"
    assert log == [f"{nobody} {nobody} 1970-01-01T00:00:00+00:00 Published"]


def test_a_key_that_may_do_nothing_else(ssh_place: Place, built_site: Path, tmp_path: Path) -> None:
    """The line for `authorized_keys` of docs/operators.md: the folder of the address is then within the allowed one."""
    key = (tmp_path / "ssh/user.pub").read_text()
    only = f"command=\"rrsync -wo '{tmp_path}/srv/www site'\",restrict {key}"
    (tmp_path / "ssh/authorized").write_text(only)
    place = Place(
        ssh_place.text.partition("/srv")[0].removesuffix(str(tmp_path)) + "/.", tmp_path, ssh_place.seen, print
    )
    place.deploy(built_site)
    assert ssh_place.seen() == tree(built_site)
    assert place.deploy(built_site) == NOTHING


def test_ssh_says_what_failed(ssh_place: Place, built_site: Path) -> None:
    gone = Place(ssh_place.text.replace("127.0.0.1:", "127.0.0.1:1"), ssh_place.root, ssh_place.seen, ssh_place.put)
    with pytest.raises((DeployFailed, WrongUse)):
        gone.deploy(built_site)
    with pytest.raises(DeployFailed, match="rsync failed"):
        Place(f"{ssh_place.text}/no/such/folder", ssh_place.root, ssh_place.seen, ssh_place.put).deploy(built_site)
    assert ssh_place.seen() == {}


REFUSED = [
    ("ftp://host/www", "not known", "another protocol"),
    ("ssh://user:canary@host/www", "password", "a password in the address"),
    ("s3://canary:canary@bucket/www", "password", "keys in the address"),
    ("s3://canary@bucket/www", "environment", "a key in the address"),
    ("ssh://-oProxyCommand=x/www", "cannot be read", "an option for ssh"),
    ("ssh://-l@host/www", "cannot be read", "another"),
    ("ssh://host", "names no folder", "no folder"),
    ("ssh://host/", "names no folder", "the whole machine"),
    ("ssh://host/srv/..", "dot alone", "a folder above"),
    ("ssh://host/srv/*", "wildcard", "a folder that a shell would guess"),
    ("ssh://host:port/www", "cannot be read", "a port that is no number"),
    ("git:", "names no branch", "no branch"),
    ("git:--upload-pack=x", "names no branch", "an option for git"),
    ("git:pages?remote=https://canary@host/x", "name of a remote", "an address for a remote"),
    ("user@host:/www", "not known", "scp's form"),
]


@pytest.mark.parametrize(("text", "said", "reason"), REFUSED, ids=[row[2] for row in REFUSED])
def test_targets_that_are_refused(tmp_path: Path, text: str, said: str, reason: str) -> None:
    with pytest.raises(WrongUse, match=said) as raised:
        target(text, tmp_path)
    assert "canary" not in str(raised.value), reason


def test_a_folder_around_the_site_is_refused(campaign: Campaign, built_site: Path, tmp_path: Path) -> None:
    for folder in (tmp_path, built_site, built_site / "en"):
        with pytest.raises(WrongUse, match="holds the site"):
            deploy(built_site, target(str(folder), tmp_path), dry_run=False, take_over=True)
    verify_stamp(built_site)


def test_order_and_addresses() -> None:
    made = plan(
        {"en/index.html": "1", "en/a.html.br": "1", "theme/a.css": "1", "stamp.json": "1", "same": "1"},
        {"same": "1", "stamp.json": "2", "zz.html": "1", "aa.zip": "1"},
    )
    assert made.lines() == (
        "change stamp.json", "add theme/a.css", "add en/a.html.br", "add en/index.html",
        "remove aa.zip", "remove zz.html",
    )  # fmt: skip
    urls = purge_addresses(made, "https://c.example", Path("/nothing"))
    assert "https://c.example/en/" in urls
    assert "https://c.example/en/index.html" in urls
    assert not [url for url in urls if url.endswith((".br", "same"))]


def test_the_purge_list_repeats_withdrawals(tmp_path: Path) -> None:
    (tmp_path / "purge.txt").write_text("https://c.example/en/stories/gone.html\n")
    assert purge_addresses(NOTHING, "https://c.example", tmp_path / "purge.txt") == (
        "https://c.example/en/stories/gone.html",
    )


@pytest.mark.parametrize("kind", ["folder_place", "ssh_place", "s3_place"])
def test_whoever_watches_is_told_how_far_it_is(kind: str, built_site: Path, request: pytest.FixtureRequest) -> None:
    place: Place = request.getfixturevalue(kind)
    told: list[tuple[int, int]] = []
    deploy(built_site, target(place.text, place.root), dry_run=False, watch=lambda done, of: told.append((done, of)))
    total = len(tree(built_site))
    assert told == sorted(told) and {of for _, of in told} == {total} and 0 <= told[-1][0] <= total
