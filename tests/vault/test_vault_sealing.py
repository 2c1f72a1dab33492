"""Sealed files: what age does is age's own; that nothing is lost, left open or locked out is ours."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pyrage
import pytest
from safelight.errors import VaultFindings
from safelight.sealing import Keyring, add, open_vault, opens, rotate, seal_vault
from safelight.sealing.crypt import unseal
from safelight.sealing.errors import IdentityUnusable, NoPassphrase, RecipientUnusable, SealingError, VaultStaysShut
from safelight.sealing.folder import write_file
from safelight.sealing.keys import new_identity, read_identities
from safelight.source.vault import read_vault
from small_vault import CANARY, FILES, SmallVault


def test_sealed_and_opened_is_the_same_to_the_byte(small: SmallVault) -> None:
    before = {name: (small.folder / name).read_bytes() for name in FILES}
    assert set(seal_vault(small.folder, small.keyring)) == set(FILES)
    assert small.names() == {f"{name}.age" for name in FILES} | {"recipients.txt"}
    assert CANARY.encode() not in small.bytes()
    assert read_vault(small.folder, small.keyring).people[0].names[0].given == CANARY
    assert set(open_vault(small.folder, small.keyring)) == set(FILES)
    assert {name: (small.folder / name).read_bytes() for name in FILES} == before


def test_a_sealed_vault_without_a_key_names_each_file_and_the_way_out(small: SmallVault) -> None:
    seal_vault(small.folder, small.keyring)
    with pytest.raises(VaultFindings) as stopped:
        read_vault(small.folder, Keyring())
    said = str(stopped.value)
    assert stopped.value.exit_status == 2
    assert "private/people.yaml.age: is sealed and there is no identity: name yours with --identity" in said
    assert said.count("is sealed") == len(FILES) and "names nobody" not in said


def test_another_identity_does_not_open_it(small: SmallVault, tmp_path: Path) -> None:
    seal_vault(small.folder, small.keyring)
    new_identity(tmp_path / "other.txt")
    with pytest.raises(VaultFindings, match=r"is not opened by your identity.*add-recipient"):
        read_vault(small.folder, Keyring(read_identities(tmp_path / "other.txt")))


@pytest.mark.parametrize("kind", ["ed25519", "rsa"])
def test_ssh_keys_open_it_too(small: SmallVault, tmp_path: Path, kind: str) -> None:
    key = tmp_path / f"id_{kind}"
    subprocess.run(["ssh-keygen", "-q", "-t", kind, "-N", "", "-C", "staff", "-f", str(key)], check=True)
    seal_vault(small.folder, small.keyring)
    public = key.with_suffix(".pub").read_text().strip()
    assert set(add(small.folder, public, "a colleague", small.keyring)) == set(FILES)
    assert read_vault(small.folder, Keyring(read_identities(key))).people
    assert read_vault(small.folder, small.keyring).people, "the first recipient keeps the key"


@pytest.mark.parametrize(
    ("kind", "secret", "said"), [("ed25519", "hunter2", "under a passphrase"), ("ecdsa", "", "not an SSH key of type")]
)
def test_ssh_keys_that_cannot_be_used_say_why(tmp_path: Path, kind: str, secret: str, said: str) -> None:
    key = tmp_path / "key"
    subprocess.run(["ssh-keygen", "-q", "-t", kind, "-N", secret, "-f", str(key)], check=True)
    with pytest.raises(IdentityUnusable, match=said):
        read_identities(key)


def test_a_removed_recipient_opens_nothing_that_is_sealed_anew(small: SmallVault, tmp_path: Path) -> None:
    leaver = new_identity(tmp_path / "leaver.txt")
    seal_vault(small.folder, small.keyring)
    add(small.folder, leaver, "", small.keyring)
    theirs = Keyring(read_identities(tmp_path / "leaver.txt"))
    assert opens(small.folder, theirs)
    rotate(small.folder, small.keyring, remove=leaver)
    assert not opens(small.folder, theirs) and leaver not in (small.folder / "recipients.txt").read_text()
    for name in FILES:
        with pytest.raises(VaultStaysShut):
            unseal((small.folder / f"{name}.age").read_bytes(), name, theirs)
    with pytest.raises(RecipientUnusable, match="does not stand"):
        rotate(small.folder, small.keyring, remove=leaver)


def test_rotation_makes_fresh_keys_and_changes_no_word(small: SmallVault) -> None:
    seal_vault(small.folder, small.keyring)
    before = small.bytes()
    rotate(small.folder, small.keyring)
    assert small.bytes() != before and read_vault(small.folder, small.keyring).people


def test_a_vault_that_stays_shut_keeps_its_list_and_its_files(small: SmallVault, tmp_path: Path) -> None:
    seal_vault(small.folder, small.keyring)
    other = new_identity(tmp_path / "other.txt")
    before = small.bytes()
    for change in (
        lambda: add(small.folder, other, "", Keyring()),
        lambda: rotate(small.folder, Keyring()),
        lambda: rotate(small.folder, Keyring(), remove=small.public),
        lambda: open_vault(small.folder, Keyring()),
    ):
        with pytest.raises(VaultStaysShut):
            change()
        assert small.bytes() == before


def test_one_damaged_file_keeps_all_as_they_were(small: SmallVault) -> None:
    seal_vault(small.folder, small.keyring)
    damaged = small.folder / "places.yaml.age"
    damaged.write_bytes(damaged.read_bytes()[:-7])
    before = small.bytes()
    for change in (open_vault, rotate):
        with pytest.raises(VaultStaysShut, match=r"places.yaml.age.*damaged"):
            change(small.folder, small.keyring)
        assert small.bytes() == before


@pytest.mark.parametrize(
    ("text", "said", "reason"),
    [
        ("", "names nobody", "nobody could ever open it"),
        ("# only words\n\n", "names nobody", "the same"),
        ("age1qqq\n", "recipients.txt:1: is not a public key", "cut off"),
        ("# me\nssh-dss AAAA x\n", "recipients.txt:2: is not a public key", "a kind that age does not know"),
        ("AGE-SECRET-KEY-1QQQQ\n", "never a secret key", "the wrong half"),
    ],
)
def test_nothing_is_sealed_for_wrong_recipients(small: SmallVault, text: str, said: str, reason: str) -> None:
    (small.folder / "recipients.txt").write_text(text)
    with pytest.raises(RecipientUnusable) as stopped:
        seal_vault(small.folder, small.keyring)
    assert said in str(stopped.value), reason
    assert "QQQQ" not in str(stopped.value) and set(FILES) <= small.names()


def test_sealing_goes_on_where_it_was_interrupted(small: SmallVault) -> None:
    plain = (small.folder / "people.yaml").read_bytes()
    seal_vault(small.folder, small.keyring)
    (small.folder / "people.yaml").write_bytes(plain)
    with pytest.raises(VaultFindings, match="stands both plain and sealed"):
        read_vault(small.folder, small.keyring)
    assert seal_vault(small.folder, small.keyring) == ("people.yaml",)
    assert "people.yaml" not in small.names()


def test_two_versions_are_never_thrown_together(small: SmallVault) -> None:
    seal_vault(small.folder, small.keyring)
    (small.folder / "people.yaml").write_text("people: []\n")
    before = small.bytes()
    with pytest.raises(VaultStaysShut, match=r"differs from people\.yaml\.age: delete the outdated one"):
        seal_vault(small.folder, small.keyring)
    assert small.bytes() == before


def test_a_change_stays_sealed(small: SmallVault) -> None:
    seal_vault(small.folder, small.keyring)
    write_file(small.folder, "people.yaml", FILES["people.yaml"].replace("p-1", "p-2").encode(), small.keyring)
    assert "people.yaml" not in small.names() and CANARY.encode() not in small.bytes()
    assert read_vault(small.folder, small.keyring).people[0].id == "p-2"


def test_a_full_disk_leaves_the_old_file(small: SmallVault, monkeypatch: pytest.MonkeyPatch) -> None:
    before = small.bytes()

    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(SealingError, match=r"cannot be written \(No space left on device\)"):
        seal_vault(small.folder, small.keyring)
    assert small.bytes() == before and not [name for name in small.names() if name.endswith(".new")]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"hello\n", r":1: is not an age identity"),
        (b"# a comment\n", "holds no identity"),
        (b"# x\nAGE-SECRET-KEY-1QQQQ\n", r":2: is not an age identity"),
        (b"", "holds no identity"),
        (b"-----BEGIN OPENSSH PRIVATE KEY-----\nAAAA\n", "not an SSH key of type"),
    ],
)
def test_identity_files_that_are_none(tmp_path: Path, data: bytes, said: str) -> None:
    path = tmp_path / "identity"
    path.write_bytes(data)
    path.chmod(0o600)
    with pytest.raises(IdentityUnusable, match=said) as stopped:
        read_identities(path)
    assert "QQQQ" not in str(stopped.value)


def test_an_identity_is_for_its_owner_alone_and_never_overwritten(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "deep" / "identity.txt"
    public = new_identity(path)
    assert path.stat().st_mode & 0o777 == 0o600 and public.startswith("age1")
    with pytest.raises(IdentityUnusable, match="is there already"):
        new_identity(path)
    path.chmod(0o644)
    read_identities(path)
    assert "others may read this identity: chmod 600" in capsys.readouterr().err


def test_a_keyring_and_a_lock_show_nothing(small: SmallVault) -> None:
    keyring = Keyring(small.keyring.identities, ask=lambda: "correct horse")
    assert repr(keyring) == "Keyring()" and "SECRET" not in str(keyring)


def test_an_identity_under_a_passphrase(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    new_identity(tmp_path / "plain.txt")
    locked = tmp_path / "locked.age"
    locked.write_bytes(pyrage.passphrase.encrypt((tmp_path / "plain.txt").read_bytes(), "correct horse battery"))
    locked.chmod(0o600)
    monkeypatch.setattr("safelight.sealing.keys.ask_passphrase", lambda: "correct horse battery")
    assert len(read_identities(locked)) == 1
    monkeypatch.setattr("safelight.sealing.keys.ask_passphrase", lambda: "wrong")
    with pytest.raises(IdentityUnusable, match="not opened by this passphrase"):
        read_identities(locked)


def test_nobody_to_ask_for_a_passphrase(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SAFELIGHT_PASSPHRASE_FD", raising=False)
    with pytest.raises(NoPassphrase, match="--passphrase-fd"):
        Keyring().passphrase()


def test_the_first_file_of_its_list_is_sealed_like_the_others(small: SmallVault) -> None:
    """A sealed vault without decisions gets its first one: names must not lie open beside sealed files."""
    (small.folder / "decisions.yaml").unlink(missing_ok=True)
    seal_vault(small.folder, small.keyring)
    write_file(small.folder, "decisions.yaml", f"decisions: []  # {CANARY}\n".encode(), small.keyring)
    assert "decisions.yaml.age" in small.names() and "decisions.yaml" not in small.names()
    assert CANARY.encode() not in small.bytes()
    sealed = (small.folder / "decisions.yaml.age").read_bytes()
    assert CANARY.encode() in unseal(sealed, "decisions.yaml.age", small.keyring)


def test_a_plain_vault_gets_a_plain_file(small: SmallVault) -> None:
    (small.folder / "decisions.yaml").unlink(missing_ok=True)
    write_file(small.folder, "decisions.yaml", b"decisions: []\n", small.keyring)
    assert "decisions.yaml" in small.names()
