"""One value changes; comments, order, quotes and every other character stay."""

from __future__ import annotations

import difflib

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from safelight.source.yaml_edit import EntryMissing, append_entries, set_value

BLOCK = """\
# first line
consent:
  - id: c-1   # the first
    story: "s"          # quoted, and wide
    status: granted  # said so herself
    approved_sha256:
      en: aaa  # in English
    uses: [a,   b]

  # between
  - {id: c-2, story: t, status: granted,
     risk: {level: low}}   # two lines
  - id: c-3
    status:
    note: |
      Залина said so.
      Twice.

  - id: c-4
    languages:
    - en
    - ru
    # the end
"""


@pytest.mark.parametrize(
    ("entry", "path", "value", "line"),
    [
        ("c-1", ("status",), "withdrawn", "    status: withdrawn  # said so herself"),
        ("c-1", ("withdrawn_on",), "2026-11-24", "    withdrawn_on: 2026-11-24"),
        ("c-1", ("approved_sha256", "en"), "bbb", "      en: bbb  # in English"),
        ("c-1", ("approved_sha256", "ru"), "bbb", "      ru: bbb"),
        ("c-1", ("approved_by", "ru"), "{by: mk}", "    approved_by: {ru: {by: mk}}"),
        ("c-2", ("status",), "withdrawn", "  - {id: c-2, story: t, status: withdrawn,"),
        ("c-2", ("risk", "by"), "mk", "     risk: {level: low, by: mk}}   # two lines"),
        ("c-2", ("withdrawn_on",), "2026-11-24", "     risk: {level: low}, withdrawn_on: 2026-11-24}   # two lines"),
        ("c-3", ("status",), "withdrawn", "    status: withdrawn"),
        ("c-3", ("withdrawn_on",), "2026-11-24", "    withdrawn_on: 2026-11-24"),
        ("c-4", ("withdrawn_on",), "2026-11-24", "    withdrawn_on: 2026-11-24"),
        ("c-4", ("approved_sha256", "en"), "bbb", "    approved_sha256: {en: bbb}"),
    ],
)
@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_one_line_changes(entry: str, path: tuple[str, ...], value: str, line: str, ends: str) -> None:
    before = BLOCK.replace("\n", ends)
    after = set_value(before, entry, path, value)
    changes = [d for d in difflib.ndiff(before.split(ends), after.split(ends)) if d[0] in "+-"]
    assert [d[2:] for d in changes if d[0] == "+"] == [line]
    assert len(changes) <= 2
    expected = yaml.safe_load(before)
    node = next(e for e in expected["consent"] if e["id"] == entry)
    for key in path[:-1]:
        node = node.setdefault(key, {})
    node[path[-1]] = yaml.safe_load(value)
    assert yaml.safe_load(after) == expected


@pytest.mark.parametrize("text", [BLOCK, BLOCK.replace("c-2", "c-1"), "consent: []\n", "x\n", "consent:\n  - 5\n"])
def test_an_entry_that_is_not_there_once(text: str) -> None:
    with pytest.raises(EntryMissing):
        set_value(text, "c-9" if text == BLOCK else "c-1", ("status",), "withdrawn")


def test_a_file_without_a_last_line_end() -> None:
    assert set_value("consent:\n  - id: c-1", "c-1", ("status",), "x") == "consent:\n  - id: c-1\n    status: x\n"


@pytest.mark.parametrize(
    ("before", "after", "why"),
    [
        ("d:\n  - {a: 1}\n", "d:\n  - {a: 1}\n  - {b: 2}\n", "behind the last"),
        ("d:\n- a: 1\n  # end\n", "d:\n- a: 1\n- {b: 2}\n  # end\n", "with the same indent"),
        ("d:\n  - {a: 1}", "d:\n  - {a: 1}\n  - {b: 2}\n", "no last line end"),
        ("# c\nd: []\n", "# c\nd:\n  - {b: 2}\n", "an empty list"),
        ("d:\n", "d:\n  - {b: 2}\n", "nothing at all"),
        ("d:\r\n  - {a: 1}\r\n", "d:\r\n  - {a: 1}\r\n  - {b: 2}\r\n", "Windows' line ends"),
    ],
)
def test_an_entry_is_appended(before: str, after: str, why: str) -> None:
    assert append_entries(before, ["{b: 2}"]) == after, why
    assert yaml.safe_load(after)["d"][-1] == {"b": 2}


@pytest.mark.parametrize("text", ["d: [{a: 1}]\n", "d: {a: 1}\n", "- a\n", "d: []\ne: []\n", ""])
def test_nothing_is_appended_to_what_is_no_such_list(text: str) -> None:
    with pytest.raises(EntryMissing):
        append_entries(text, ["{b: 2}"])


WORDS = st.text("абвxyz 🙂é", min_size=1, max_size=8).filter(lambda t: t.strip() == t)


@given(st.lists(WORDS, min_size=1, max_size=4), st.booleans(), st.sampled_from(["status", "new"]))
def test_any_words_around_stay(words: list[str], flow: bool, key: str) -> None:
    entries = [{"id": f"c-{i}", "note": word, "status": "granted"} for i, word in enumerate(words)]
    text = yaml.safe_dump({"consent": entries}, allow_unicode=True, default_flow_style=flow, width=30)
    chosen = len(words) // 2
    entries[chosen][key] = "withdrawn"
    assert yaml.safe_load(set_value(text, f"c-{chosen}", (key,), "withdrawn")) == {"consent": entries}
