"""The text of a package: a head that people read, a blank line, and one line of base64.

Everything after the blank line is base64 in which spaces, tabs and line ends mean nothing, so that a mail program may
wrap and indent it; a byte order mark and the name of the file mean nothing either.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from dxdesk.domain.errors import Problem
from dxdesk.domain.packages import KIND_WORDS, Head, PackageKind
from dxdesk.domain.text import check_text
from dxdesk.exchange.sealing import decode, encode

MOST_BYTES: Final = 4 * 1024 * 1024
FORMAT: Final = 1

_TITLE: Final = "dxdesk-package"
_LINES: Final = (
    ("町", "town"), ("計画", "plan"), ("回", "cycle"), ("種類", "kind"), ("課", "department"), ("件数", "count"),
    ("作成", "made"), ("番号", "number"), ("通番", "sequence"),
)  # fmt: skip
_NAMES: Final = dict(_LINES)
_MOST_OF_HEAD: Final = 10_000
"""Characters of a head; ours has nine values of at most 200 each, and room for what a mail program puts between."""

_GLANCE: Final = re.compile(rf"(?:^|[\r\n])[ \t\u3000]*+({'|'.join(_NAMES)})[:：][ \t]*([^\r\n]*)")
GLANCED: Final = 4096
"""Bytes at the beginning of a file in which a glance looks for the head."""

_LINE: Final = re.compile(rf"({'|'.join(_NAMES)})[:：](.*)", re.DOTALL)
_FIRST: Final = re.compile(rf"{_TITLE}[ \t]+([1-9][0-9]{{0,8}})")
_LINE_END: Final = re.compile(r"\r*+\n|\r")
_BLANK_LINE: Final = re.compile(r"(?>\r*+\n|\r)[ \t\u00a0\u3000]*+(?>\r*+\n|\r)")
_BODY_SPACE: Final = str.maketrans("", "", " \t\r\n")
_OTHER_CODE: Final = "\x1b"
"""Begins what is written in ISO-2022-JP, the old code of Japanese mail."""

_OTHER_FILES: Final = (
    (b"PK\x03\x04", "package.archive"),
    (b"7z\xbc\xaf\x27\x1c", "package.archive"),
    (b"\x1f\x8b", "package.archive"),
    (b"MZ", "package.program"),
    (b"\x7fELF", "package.program"),
    (b"SQLite format 3", "package.database"),
    (b"%PDF", "package.pdf"),
    (b"\xd0\xcf\x11\xe0", "package.office"),
    (b"\xff\xfe", "package.encoding"),
    (b"\xfe\xff", "package.encoding"),
)
_WORKBOOK: Final = b"[Content_Types].xml"
_BASE64: Final = re.compile(r"[A-Za-z0-9+/]*")
_SHOWN: Final = 20


@dataclass(frozen=True)
class Outer:
    """A package as it lies in its file: what its head says, its kind, and the bytes within, not opened yet."""

    head: Head
    kind: PackageKind
    content: bytes


def bound(head: Head) -> bytes:
    """The bytes of a head that a seal is bound to."""
    return "\n".join(head.folded()).encode("utf-8")


def write_text(head: Head, content: bytes) -> bytes:
    """The file of a package, UTF-8 with line ends that every editor shows. Raises Problem where it gets too big."""
    said = {word: " ".join(getattr(head, name).split()) for word, name in _LINES}
    said["番号"] = f"{said['番号']}  通番: {said.pop('通番')}"
    lines = [f"{word}: {value}" for word, value in said.items()]
    whole = "\r\n".join([f"{_TITLE} {FORMAT}", *lines, "", encode(content), ""]).encode("utf-8")
    if len(whole) > MOST_BYTES:
        raise Problem("package.too_much", values={"limit": MOST_BYTES // 1024 // 1024})
    return whole


def read_text(content: bytes) -> Outer:
    """What lies in a file. Raises Problem: too big, another kind of file, another encoding, newer, cut short, or
    ``package.head`` with every line that is missing or not understood as ``problems``."""
    top, blank, rest = _parted(_decoded(content))
    lines = [line.strip() for line in _LINE_END.split(top)]
    first = _FIRST.fullmatch(lines[0])
    if first is None:
        raise Problem("package.not_one")
    if int(first[1]) != FORMAT:
        raise Problem("package.newer", values={"format": int(first[1]), "known": FORMAT})
    if _OTHER_CODE in top:
        raise Problem("package.encoding")
    body = rest.translate(_BODY_SPACE)
    if not blank or not body:
        raise Problem("package.cut")
    head = _head(lines[1:])
    kind = next((key for key, word in KIND_WORDS.items() if word == head.kind), None)
    if kind is None:
        raise Problem("package.newer_kind", values={"text": head.kind[:_SHOWN]})
    try:
        return Outer(head, kind, decode(body))
    except ValueError:
        raise Problem("package.cut" if _BASE64.fullmatch(body) else "package.changed") from None


def glance(content: bytes) -> dict[str, str]:
    """What the lines at the beginning of a file say that look like those of a head, by their word, nothing of it
    checked; also where the rest cannot be read."""
    text = content[:GLANCED].decode("utf-8", "replace")
    found = {word: value.strip() for word, value in reversed(_GLANCE.findall(text))}
    if "番号" in found:
        found["番号"] = found["番号"].partition(" ")[0]
    return found


def _parted(text: str) -> tuple[str, bool, str]:
    """What stands before the first blank line, whether there is one, and what stands after it."""
    blank = _BLANK_LINE.search(text, 0, _MOST_OF_HEAD)
    if blank is None:
        return text[:_MOST_OF_HEAD], False, ""
    return text[: blank.start()], True, text[blank.end() :]


def _decoded(content: bytes) -> str:
    if len(content) > MOST_BYTES:
        raise Problem("package.too_big", values={"limit": MOST_BYTES // 1024 // 1024})
    if not content.strip(b"\x00 \t\r\n"):
        raise Problem("package.empty")
    for magic, code in _OTHER_FILES:
        if content.startswith(magic):
            raise Problem("package.office" if code == "package.archive" and _WORKBOOK in content else code)
    try:
        return content.decode("utf-8").removeprefix("\ufeff").lstrip()
    except UnicodeDecodeError:
        ours = _TITLE.encode() in content[:100]
        raise Problem("package.encoding" if ours else "package.not_one") from None


def _head(lines: list[str]) -> Head:
    """Every line of the head; a line that begins with none of its words goes on where the one before ended."""
    found: dict[str, str] = {}
    problems: list[Problem] = []
    last: str | None = None
    for line in lines:
        match = _LINE.fullmatch(line)
        if match is None and last is None:
            problems.append(Problem("package.head_line", "見出し", {"text": line[:_SHOWN]}))
        elif match is None:
            found[str(last)] += line
        elif match[1] in found:
            problems.append(Problem("package.head_twice", match[1], {"text": match[1]}))
        else:
            last = match[1]
            found[last] = match[2].strip()
    if "通番" not in found and "通番" in found.get("番号", ""):
        number, _, sequence = found["番号"].partition("通番")
        found |= {"番号": number.strip(), "通番": sequence.lstrip(":： ").strip()}
    for word in _NAMES:
        problems += _value_problems(word, found.get(word))
    if problems:
        raise Problem("package.head", values={"count": len(problems)}, problems=problems)
    return Head(**{name: found[word] for word, name in _LINES})


def _value_problems(word: str, value: str | None) -> list[Problem]:
    if value is None:
        return [Problem("package.head_missing", word, {"text": word})]
    try:
        check_text(value, word)
    except Problem:
        return [Problem("package.head_characters", word, {"text": word})]
    return []
