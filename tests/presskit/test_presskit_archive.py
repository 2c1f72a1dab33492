"""Archives: the same bytes for the same members, and no name that is unsafe to unpack."""

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from safelight.errors import WrongUse
from safelight.presskit.archive import pack, unsafe_names


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("../x.txt", "leaves the folder"),
        ("a/../../x.txt", "leaves it from below"),
        ("/etc/x", "absolute"),
        ("a//b", "an empty part"),
        ("a\\b.txt", "a folder on Windows"),
        ("C:/x.txt", "a drive"),
        ("CON.txt", "a device on Windows"),
        ("images/nul", "a device in a folder"),
        ("a/x.txt.", "Windows drops the dot"),
        ("a /x.txt", "Windows drops the space"),
        ("x\n.txt", "a control character"),
        ("x\u202etxt.exe", "shown other than it is"),
        ("", "no name"),
        ("x" * 200, "too long"),
    ],
)
def test_an_unsafe_name_is_refused(name: str, why: str) -> None:
    with pytest.raises(WrongUse, match="cannot be unpacked safely"):
        pack({"good.txt": b"", name: b""})


def test_names_that_overwrite_one_another() -> None:
    assert unsafe_names(["a/Story.txt", "a/story.txt"]) == ("a/story.txt",)


def test_safe_names_in_any_script_pass() -> None:
    assert unsafe_names(["README.txt", "stories/окно.txt", "images/نافذة.jpg", "a.b/c-d_e.txt"]) == ()


@given(st.dictionaries(st.from_regex(r"[a-z]{1,8}(/[a-z]{1,8})?\.txt", fullmatch=True), st.binary(), max_size=6))
def test_the_order_of_members_changes_no_byte(members: dict[str, bytes]) -> None:
    backwards = dict(reversed(list(members.items())))
    packed = pack(members)
    assert packed == pack(backwards)
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        assert {info.filename: archive.read(info) for info in archive.infolist()} == members
        assert {info.date_time for info in archive.infolist()} <= {(1980, 1, 1, 0, 0, 0)}
