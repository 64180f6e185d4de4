"""The one gate for typed text, and the copies that serve search only."""

from __future__ import annotations

import re
import unicodedata

from dxdesk.domain.errors import Problem

TEXT_CHARACTERS = 4_000
TEXT_LINES = 100
TITLE_CHARACTERS = 200
NAME_CHARACTERS = 100
SHORT_NAME_WIDTH = 10.0

_NONCHARACTERS = "".join(chr(plane * 0x10000 + point) for plane in range(17) for point in (0xFFFE, 0xFFFF))
_REFUSED = re.compile(f"[\0-\t\v-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef{_NONCHARACTERS}\u202a-\u202e\u2066-\u2069]")
"""Control characters but LF, surrogates, noncharacters and direction overrides."""


def check_text(text: str, place: str, *, characters: int = TEXT_CHARACTERS, lines: int = TEXT_LINES) -> str:
    """The text as it is stored: CRLF and CR become LF, TAB a space, everything else stays as typed.

    Right-to-left letters, variation selectors and private-use characters are kept; control characters,
    surrogates, noncharacters and direction overrides are refused. Raises Problem naming ``place``.
    """
    if text.isprintable() and len(text) <= characters:
        return text
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    refused = _REFUSED.search(text)
    if refused is not None:
        values = {"code_point": f"U+{ord(refused[0]):04X}", "position": refused.start() + 1}
        raise Problem("text.character", place, values)
    if len(text) > characters:
        raise Problem("text.too_long", place, {"limit": characters, "length": len(text)})
    if text.count("\n") + 1 > lines:
        raise Problem("text.too_many_lines", place, {"limit": lines, "lines": text.count("\n") + 1})
    return text


def check_line(text: str, place: str, *, characters: int = TITLE_CHARACTERS) -> str:
    """A one-line text (a title or a name) as it is stored; line ends become spaces. Raises Problem."""
    line = text.strip().replace("\r\n", " ").replace("\r", " ").replace("\n", " ")
    return check_text(line, place, characters=characters)


def full_width(text: str) -> float:
    """Length in full-width characters; a half-width character counts 0.5."""
    return sum(1.0 if unicodedata.east_asian_width(character) in "WFA" else 0.5 for character in text)


def fold(text: str) -> str:
    """A copy for search and for comparing codes: widths, case and kana made alike, never stored.

    Katakana becomes hiragana, full-width forms become half-width, spaces and hyphen variants are levelled.
    """
    levelled = unicodedata.normalize("NFKC", text).casefold()
    kana = "".join(chr(ord(character) - 0x60) if "ァ" <= character <= "ヶ" else character for character in levelled)
    for hyphen in "‐‑‒–—―−":
        kana = kana.replace(hyphen, "-")
    # A sound mark that stood behind a space joins its letter only now.
    return unicodedata.normalize("NFKC", "".join(kana.split()))


def fold_code(text: str) -> str:
    """A node code as typed, with width, brackets and spaces levelled: ``（１）`` and ``(1)`` become ``1``."""
    return fold(text).strip("()[]【】「」〔〕")
