"""The text of a package: a head that people read, a blank line, and one line of base64.

Everything after the blank line is base64 in which white space means nothing, so that a mail program may wrap and
indent it; line ends, a byte order mark and the name of the file mean nothing either.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from dxdesk.domain.errors import Problem
from dxdesk.domain.packages import KIND_WORDS, Head, PackageKind
from dxdesk.exchange.sealing import decode, encode

MOST_BYTES: Final = 4 * 1024 * 1024
FORMAT: Final = 1

_TITLE: Final = "dxdesk-package"
_LINES: Final = (
    ("町", "town"), ("計画", "plan"), ("回", "cycle"), ("種類", "kind"), ("課", "department"), ("件数", "count"),
    ("作成", "made"), ("番号", "number"), ("通番", "sequence"),
)  # fmt: skip
_NAMES: Final = dict(_LINES)
_LINE: Final = re.compile(rf"({'|'.join(_NAMES)})[:：](.*)", re.DOTALL)
_FIRST: Final = re.compile(rf"{_TITLE}\s*(\d{{1,9}})")
_BODY_SPACE: Final = str.maketrans("", "", " \t\r\n\v\f\u00a0\u3000")
_OTHER_FILES: Final = (
    (b"PK\x03\x04", "package.archive"),
    (b"MZ", "package.program"),
    (b"\x7fELF", "package.program"),
    (b"SQLite format 3", "package.database"),
    (b"%PDF", "package.pdf"),
    (b"\xd0\xcf\x11\xe0", "package.office"),
    (b"\xff\xfe", "package.encoding"),
    (b"\xfe\xff", "package.encoding"),
)


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
    """The file of a package, UTF-8 with line ends that every editor shows."""
    last = {"番号": f"番号: {head.number}  通番: {head.sequence}"}
    lines = [last.get(word, f"{word}: {getattr(head, name)}") for word, name in _LINES if word != "通番"]
    return "\r\n".join([f"{_TITLE} {FORMAT}", *lines, "", encode(content), ""]).encode("utf-8")


def read_text(content: bytes) -> Outer:
    """What lies in a file. Raises Problem: too big, another kind of file, another encoding, newer, cut short, or
    ``package.head`` with every line that is missing or not understood as ``problems``."""
    text = _decoded(content)
    lines = [line.strip() for line in re.split(r"\r\n|\r|\n", text)]
    while lines and not lines[0]:
        del lines[0]
    first = _FIRST.fullmatch(lines[0]) if lines else None
    if first is None:
        raise Problem("package.not_one")
    if int(first[1]) != FORMAT:
        raise Problem("package.newer", values={"format": int(first[1]), "known": FORMAT})
    if "" not in lines:
        raise Problem("package.cut")
    blank = lines.index("")
    head = _head(lines[1:blank])
    kind = next((key for key, word in KIND_WORDS.items() if word == head.kind), None)
    if kind is None:
        raise Problem("package.newer_kind", "種類", {"text": head.kind, "near": "、".join(KIND_WORDS.values())})
    body = "".join(lines[blank:]).translate(_BODY_SPACE)
    if not body:
        raise Problem("package.cut")
    try:
        return Outer(head, kind, decode(body))
    except ValueError:
        raise Problem("package.cut" if re.fullmatch(r"[A-Za-z0-9+/]*", body) else "package.changed") from None


def _decoded(content: bytes) -> str:
    if len(content) > MOST_BYTES:
        raise Problem("package.too_big", values={"limit": MOST_BYTES // 1024 // 1024})
    if not content.strip(b"\x00 \t\r\n"):
        raise Problem("package.empty")
    for magic, code in _OTHER_FILES:
        if content.startswith(magic):
            raise Problem(code)
    try:
        return content.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        code = "package.encoding" if _TITLE.encode() in content[:100] else "package.not_one"
        raise Problem(code, values={"position": error.start + 1}) from error


def _head(lines: list[str]) -> Head:
    """Every line of the head; a line that begins with none of its words goes on where the one before ended."""
    found: dict[str, str] = {}
    problems: list[Problem] = []
    last: str | None = None
    for line in _split(lines):
        match = _LINE.fullmatch(line)
        if match is None and last is None:
            problems.append(Problem("package.head_line", line[:40], {"text": line[:40]}))
        elif match is None:
            found[str(last)] += line
        elif match[1] in found:
            problems.append(Problem("package.head_twice", match[1], {"text": match[1]}))
        else:
            last = match[1]
            found[last] = match[2].strip()
    missing = [word for word in _NAMES if word not in found]
    problems += [Problem("package.head_missing", word, {"text": word}) for word in missing]
    if problems:
        raise Problem("package.head", values={"count": len(problems)}, problems=problems)
    return Head(**{name: found[word] for word, name in _LINES})


def _split(lines: list[str]) -> list[str]:
    """The lines with 通番, which shares one with 番号, on its own."""
    return [part for line in lines for part in re.split(r"\s+(?=通番[:：])", line)]
