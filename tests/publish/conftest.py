"""A small built site, as the stages before the gate leave it, its campaign, and real places to deploy it to."""

from __future__ import annotations

import getpass
import gzip
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import brotli
import pytest
from places import KEY, SECRET, Place, in_folder
from running import free_port, running
from safelight.campaign import Campaign
from safelight.publish import write_server_files, write_stamp

GONE = ("en/stories/taken-back.html", "ru/stories/взято назад.html", "images/00aa11bb22cc33dd.webp",
        *(f"ru/stories/{number}.html" for number in range(250)))  # fmt: skip
"""What was published once: more than one line of Apache's file holds."""
THEME = "theme/0123456789ab"
PAGE = """<!doctype html><html lang="{lang}"><head><meta charset="utf-8"><title>{title}</title>
<link rel="stylesheet" href="/theme/0123456789ab/css/site.css"></head><body><p>{title}</p>
<script>document.title += "!";</script></body></html>
"""


@pytest.fixture
def campaign(tmp_path: Path) -> Campaign:
    return Campaign(
        root=tmp_path,
        name={"en": "Tiny", "ru": "Малый"},
        site_url="https://tiny.example",
        languages=("en", "ru"),
        onion_url="http://tinytinytiny.onion",
    )


@pytest.fixture
def built_site(campaign: Campaign) -> Path:
    return make_site(campaign)


def make_site(campaign: Campaign) -> Path:
    site = campaign.output
    texts = {"index.html": "choose", "404.html": "not here", "410.html": "taken back", "robots.txt": "User-agent: *"}
    for lang in campaign.languages:
        texts |= {
            f"{lang}/{name}.html": f"{name} {lang}" for name in ("index", "404", "410", "stories/index", "stories/open")
        }
        texts[f"{lang}/feed.xml"] = "<feed/>"
    texts |= {f"{THEME}/css/site.css": "body {}\n", f"{THEME}/js/a.js": "// a\n", "data/who.csv": "a,b\n"}
    for name, text in texts.items():
        lang = name.partition("/")[0] if "/" in name else "en"
        whole = PAGE.format(lang=lang, title=text) if name.endswith(".html") else text
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text(whole, encoding="utf-8")
    (site / "images").mkdir()
    (site / "images/2044b0f60557339f.webp").write_bytes(b"RIFF")
    (site / "en/press").mkdir()
    (site / "en/press/kit-en.zip").write_bytes(b"PK")
    for name in ("en/index.html", f"{THEME}/css/site.css"):
        data = (site / name).read_bytes()
        (site / f"{name}.br").write_bytes(brotli.compress(data))
        (site / f"{name}.gz").write_bytes(gzip.compress(data, mtime=0))
    write_server_files(campaign, site, GONE)
    write_stamp(site)
    return site


@pytest.fixture
def folder_place(tmp_path: Path) -> Place:
    return in_folder("www", tmp_path, tmp_path / "www")


@pytest.fixture
def ssh_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Place]:
    ssh, port = tmp_path / "ssh", free_port()
    ssh.mkdir(mode=0o700)
    for name in ("host", "user"):
        subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "", "-f", str(ssh / name)], check=True)
    (ssh / "authorized").write_bytes((ssh / "user.pub").read_bytes())
    (ssh / "known").write_text(f"[127.0.0.1]:{port} {(ssh / 'host.pub').read_text()}")
    (ssh / "sshd.conf").write_text(
        f"ListenAddress 127.0.0.1\nPort {port}\nHostKey {ssh}/host\nAuthorizedKeysFile {ssh}/authorized\n"
        f"StrictModes no\nUsePAM no\nPidFile {ssh}/pid\nPasswordAuthentication no\nPermitRootLogin prohibit-password\n"
    )
    (ssh / "config").write_text(
        f"Host *\n IdentityFile {ssh}/user\n IdentitiesOnly yes\n UserKnownHostsFile {ssh}/known\n BatchMode yes\n"
    )
    if os.getuid() == 0:
        Path("/run/sshd").mkdir(exist_ok=True)  # sshd's own empty folder, which Debian's service would make
    monkeypatch.setenv("RSYNC_RSH", f"ssh -F {ssh}/config")
    with running(["/usr/sbin/sshd", "-D", "-e", "-f", str(ssh / "sshd.conf")], port, ssh / "log"):
        folder = tmp_path / "srv/www site"
        folder.parent.mkdir()
        folder.mkdir()
        yield in_folder(f"ssh://{getpass.getuser()}@127.0.0.1:{port}{folder}", tmp_path, folder)


@pytest.fixture
def s3_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Place]:
    import obstore
    from obstore.store import S3Store

    port = free_port()
    for name, value in {
        "AWS_ENDPOINT_URL": f"http://127.0.0.1:{port}", "AWS_REGION": "us-east-1",
        "AWS_ACCESS_KEY_ID": KEY, "AWS_SECRET_ACCESS_KEY": SECRET,
    }.items():  # fmt: skip
        monkeypatch.setenv(name, value)
    server = [sys.executable, "-W", "ignore", "-m", "moto.server", "-H", "127.0.0.1", "-p", str(port)]
    with running(server, port, tmp_path / "moto.log"):
        whole = S3Store("bucket", client_options={"allow_http": True})
        import http.client

        ask = http.client.HTTPConnection("127.0.0.1", port)
        ask.request("PUT", "/bucket")
        assert ask.getresponse().status == 200
        ask.close()
        obstore.put(whole, "other/mine.txt", b"mine")

        def seen() -> dict[str, bytes]:
            names = [meta["path"] for page in obstore.list(whole, "site") for meta in page]
            return {n.removeprefix("site/"): bytes(obstore.get(whole, n).bytes()) for n in names}

        yield Place("s3://bucket/site", tmp_path, seen, lambda name, data: obstore.put(whole, f"site/{name}", data))
        assert bytes(obstore.get(whole, "other/mine.txt").bytes()) == b"mine", "nothing beside the prefix is touched"


@pytest.fixture
def git_place(tmp_path: Path) -> Place:
    bare, work = tmp_path / "bare.git", tmp_path / "work"
    git = ["git", "-c", "user.name=Test", "-c", "user.email=test@localhost"]
    subprocess.run(["git", "init", "-q", "--bare", str(bare)], check=True)
    subprocess.run(["git", "init", "-q", str(work)], check=True)
    subprocess.run(["git", "-C", str(work), "remote", "add", "origin", str(bare)], check=True)

    def seen() -> dict[str, bytes]:
        listed = subprocess.run(
            ["git", f"--git-dir={bare}", "ls-tree", "-rz", "--name-only", "pages"], capture_output=True, text=True,
            check=False,
        ).stdout  # fmt: skip
        show = ["git", f"--git-dir={bare}", "show"]
        names = [name for name in listed.split("\0") if name and name != ".nojekyll"]
        return {n: subprocess.run([*show, f"pages:{n}"], capture_output=True, check=True).stdout for n in names}

    def put(name: str, data: bytes) -> None:
        other = tmp_path / "other"
        if not other.exists():
            subprocess.run([*git, "init", "-q", "-b", "pages", str(other)], check=True)
        subprocess.run(["git", "-C", str(other), "pull", "-q", str(bare), "pages"], check=False, capture_output=True)
        (other / name).parent.mkdir(parents=True, exist_ok=True)
        (other / name).write_bytes(data)
        subprocess.run(["git", "-C", str(other), "add", "-A"], check=True)
        subprocess.run([*git, "-C", str(other), "commit", "-qm", "more"], check=True)
        subprocess.run(["git", "-C", str(other), "push", "-q", str(bare), "pages"], check=True)

    return Place("git:pages", work, seen, put)
