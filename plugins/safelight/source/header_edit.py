"""Writes one line of a Markdown file's header, and leaves every other byte as it was."""

from __future__ import annotations

from safelight.source.frontmatter import CANONICAL, CONTINUED, KEY_LINE


def set_field(text: str, key: str, value: str) -> str:
    """`text` with `key: value` in its header: in the place of the old line, else as the header's last line.

    Lines that continued the old value go with it. The file's own line ends stay.
    """
    lines = text.splitlines(keepends=True)
    end = next((n for n, line in enumerate(lines) if not line.strip()), len(lines))
    newline = "\r\n" if lines and lines[0].endswith("\r\n") else "\n"
    new = f"{key}: {value}{newline}"
    for number, line in enumerate(lines[:end]):
        found = KEY_LINE.match(line.rstrip("\r\n"))
        if found and CANONICAL.get(found[1].casefold(), found[1]) == key:
            after = number + 1
            while after < end and CONTINUED.match(lines[after].rstrip("\r\n")):
                after += 1
            return "".join([*lines[:number], new, *lines[after:]])
    if end and not lines[end - 1].endswith("\n"):
        lines[end - 1] += newline
    return "".join([*lines[:end], new, *lines[end:]])
