"""The six faces, and which glyph stands for which character.

Glyph order: the face asked for, then VL Gothic, then 〓. A variation selector picks the variant a face has and
otherwise leaves the plain character; both gaps are marked on the glyph so that a print can report them.
"""

from __future__ import annotations

import struct
import sys
import unicodedata
from array import array
from bisect import bisect_right
from dataclasses import dataclass, replace
from enum import Enum
from functools import cache, cached_property
from typing import Any

from dxdesk.paths import data_root

GETA = "〓"
"""Printed in place of a character that no face has."""

ASCENT = 0.88
"""Top of the em box to the baseline, in em; the same in all six faces."""


_NO_BREAK_SPACE = 0xA0
"""Drawn as a space, also by a face that gives it a glyph of another width."""


class Face(Enum):
    """A face by its use; the value is its file in resources/fonts."""

    PROPORTIONAL = "BIZUDPGothic-Regular"
    PROPORTIONAL_BOLD = "BIZUDPGothic-Bold"
    FIXED = "BIZUDGothic-Regular"
    FIXED_BOLD = "BIZUDGothic-Bold"
    MINCHO = "BIZUDMincho-Regular"
    FALLBACK = "VL-Gothic-Regular"

    @property
    def fixed_pitch(self) -> bool:
        """Whether every full-width character, punctuation too, is one em wide."""
        return self in (Face.FIXED, Face.FIXED_BOLD, Face.MINCHO)

    @property
    def bold(self) -> Face:
        """The bold face beside this one; 明朝 has none and goes to the bold fixed-pitch gothic."""
        return {
            Face.PROPORTIONAL: Face.PROPORTIONAL_BOLD,
            Face.FIXED: Face.FIXED_BOLD,
            Face.MINCHO: Face.FIXED_BOLD,
        }.get(self, self)


@dataclass(frozen=True, slots=True)
class Glyph:
    """One drawn glyph: `number` within `face`, the `text` it stands for, its advance in 1/1000 em.

    `shift` moves it sideways without moving what follows (combining marks). `drawn` is empty, or what was drawn
    because the face lacks the character (〓) or the variant (the plain character).
    """

    face: Face
    number: int
    text: str
    width: float
    shift: float = 0.0
    drawn: str = ""

    @property
    def joined(self) -> bool:
        """Whether it is a mark upon the glyph before it."""
        return self.shift != 0.0


class FontFile:
    """A TrueType file: character map, variants, advances.

    reportlab reads what describes the face and makes subsets; of its tables only the entries that are asked for are
    looked up, for reading all of them takes longer than a small document and more memory than a large one.
    """

    def __init__(self, face: Face) -> None:
        from reportlab.pdfbase.ttfonts import TTFontFile

        self.parsed: Any = TTFontFile(str(data_root() / "resources" / "fonts" / f"{face.value}.ttf"), charInfo=0)
        table = self.parsed.get_table
        self._cmap: bytes = table("cmap")
        self._starts, self._ends, self._glyphs = _ranges(self._cmap)
        (full,) = struct.unpack_from(">H", table("hhea"), 34)
        self._metrics = self.parsed.hmetrics = _Metrics(table("hmtx"), full)
        self.parsed.glyphPos = _numbers(table("loca"))

    def glyph(self, point: int) -> int:
        """Number of the glyph that stands for a code point, 0 where there is none."""
        point = ord(" ") if point == _NO_BREAK_SPACE else point
        at = bisect_right(self._starts, point) - 1
        return self._glyphs[at] + point - self._starts[at] if at >= 0 and point <= self._ends[at] else 0

    def width(self, number: int) -> float:
        """Advance of a glyph in 1/1000 em."""
        return float(self._metrics[number][0]) * 1000 / float(self.parsed.unitsPerEm)

    @cached_property
    def _variants(self) -> _Variants:
        return _variants(self._cmap)

    def variant(self, base: int, selector: int) -> int | None:
        """Glyph for a character with a variation selector, or None when the face does not know the pair."""
        known = self._variants.get(selector)
        if known is None:
            return None
        plain, own = known
        if base in own:
            return own[base]
        if any(first <= base <= last for first, last in plain):
            return self.glyph(base) or None
        return None


class _Metrics:
    """Advance and left bearing of every glyph; those after the last ``full`` entry have its advance."""

    def __init__(self, table: bytes, full: int) -> None:
        self._table, self._full = table, full

    def __getitem__(self, number: int) -> tuple[int, int]:
        (advance,) = struct.unpack_from(">H", self._table, 4 * min(number, self._full - 1))
        at = 4 * number + 2 if number < self._full else 4 * self._full + 2 * (number - self._full)
        (bearing,) = struct.unpack_from(">H", self._table, at)
        return advance, bearing


def _numbers(table: bytes) -> array[int]:
    """Numbers of 32 bits, the highest byte first."""
    found = array("I", table)
    if sys.byteorder == "little":
        found.byteswap()
    return found


def _ranges(cmap: bytes) -> tuple[array[int], array[int], array[int]]:
    """Code points in a row: where each begins and ends, and the glyph of the first, from the format 12 table."""
    start = _subtable(cmap, 12)
    assert start is not None
    (count,) = struct.unpack_from(">L", cmap, start + 12)
    rows = _numbers(cmap[start + 16 : start + 16 + 12 * count])
    return rows[0::3], rows[1::3], rows[2::3]


def _subtable(cmap: bytes, form: int) -> int | None:
    """Where the table of a form begins."""
    for index in range(struct.unpack_from(">H", cmap, 2)[0]):
        (start,) = struct.unpack_from(">L", cmap, 8 + 8 * index)
        if struct.unpack_from(">H", cmap, start)[0] == form:
            return int(start)
    return None


_Variants = dict[int, tuple[list[tuple[int, int]], dict[int, int]]]


def _variants(cmap: bytes) -> _Variants:
    """selector → (ranges drawn like the plain character, character → glyph), from the format 14 table."""
    start = _subtable(cmap, 14)
    if start is None:
        return {}
    found: _Variants = {}
    for index in range(struct.unpack_from(">L", cmap, start + 6)[0]):
        at = start + 10 + 11 * index
        selector = int.from_bytes(cmap[at : at + 3], "big")
        plain_at, own_at = struct.unpack_from(">LL", cmap, at + 3)
        plain: list[tuple[int, int]] = []
        own: dict[int, int] = {}
        if plain_at:
            for place in _records(cmap, start + plain_at, 4):
                first = int.from_bytes(cmap[place : place + 3], "big")
                plain.append((first, first + cmap[place + 3]))
        if own_at:
            for place in _records(cmap, start + own_at, 5):
                own[int.from_bytes(cmap[place : place + 3], "big")] = int.from_bytes(cmap[place + 3 : place + 5], "big")
        found[selector] = (plain, own)
    return found


def _records(table: bytes, at: int, size: int) -> range:
    count: int = struct.unpack_from(">L", table, at)[0]
    return range(at + 4, at + 4 + count * size, size)


@cache
def font_file(face: Face) -> FontFile:
    """The file of a face; opened once per run of the program."""
    return FontFile(face)


def is_selector(character: str) -> bool:
    """Whether it is a variation selector (VS1–16 or an ideographic one)."""
    return "\ufe00" <= character <= "\ufe0f" or "\U000e0100" <= character <= "\U000e01ef"


def is_invisible(character: str) -> bool:
    """Whether it has no ink and no width: joiners, zero-width spaces, controls."""
    return character != "\t" and unicodedata.category(character) in ("Cf", "Cc")


@cache
def _plain(character: str, face: Face) -> Glyph:
    """The glyph of one character without selector."""
    looked_up = "　" if character == "\t" else character
    for candidate in (face, Face.FALLBACK):
        number = font_file(candidate).glyph(ord(looked_up))
        if number:
            return Glyph(candidate, number, character, font_file(candidate).width(number))
    geta = font_file(face).glyph(ord(GETA))
    return Glyph(face, geta, character, font_file(face).width(geta), drawn=GETA)


@cache
def _variant(base: str, selector: str, face: Face) -> Glyph:
    """The glyph of a character with a selector; the plain one, marked, when no face has the variant."""
    for candidate in (face, Face.FALLBACK):
        number = font_file(candidate).variant(ord(base), ord(selector))
        if number:
            return Glyph(candidate, number, base + selector, font_file(candidate).width(number))
    plain = _plain(base, face)
    standard = selector <= "\ufe0f"  # text or emoji presentation: no other shape of the letter is lost
    return replace(plain, text=base + selector, drawn=plain.drawn or ("" if standard else base))


class PlainWidths(dict[str, float]):
    """Advance in em of every character that a face draws by one glyph of its own, filled as they are asked for.

    Any other character raises KeyError: what must be looked for elsewhere, has no ink, or joins another one.
    """

    def __init__(self, face: Face) -> None:
        super().__init__()
        self.face = face

    def __missing__(self, character: str) -> float:
        if character == "\t" or is_selector(character) or is_invisible(character) or unicodedata.combining(character):
            raise KeyError(character)
        glyph = _plain(character, self.face)
        if glyph.face is not self.face or glyph.drawn:
            raise KeyError(character)
        self[character] = glyph.width / 1000
        return self[character]


@cache
def plain_widths(face: Face) -> PlainWidths:
    """The advances of a face's plain characters."""
    return PlainWidths(face)


def plain_glyph(character: str, face: Face) -> Glyph:
    """The glyph of a plain character."""
    return _plain(character, face)


def _mark(mark: str, under: Glyph, face: Face) -> Glyph:
    """A combining mark set upon the glyph before it: kana voicing marks right, all others in the middle."""
    glyph = _plain(mark, face)
    shift = -300.0 if mark in "\u3099\u309a" else -(under.width + glyph.width) / 2
    return replace(glyph, width=0.0, shift=shift)


def glyphs(text: str, face: Face) -> list[Glyph]:
    """The glyphs of a text without line feeds; their `text`s joined are the text again."""
    found: list[Glyph] = []
    waiting = ""  # invisible characters before the first visible one
    for character in text:
        last = found[-1] if found else None
        if is_selector(character) and last is not None and len(last.text) == 1 and not last.joined:
            found[-1] = _variant(last.text, character, face)
        elif is_selector(character) or is_invisible(character):
            if last is None:
                waiting += character
            else:
                found[-1] = replace(last, text=last.text + character)
        elif last is not None and unicodedata.combining(character):
            composed = unicodedata.normalize("NFC", last.text + character)
            if len(composed) == 1 and not _plain(composed, face).drawn:
                found[-1] = replace(_plain(composed, face), text=last.text + character)
            else:
                found.append(_mark(character, last, face))
        else:
            glyph = _plain(character, face)
            found.append(replace(glyph, text=waiting + character) if waiting else glyph)
            waiting = ""
    if waiting:
        found.append(replace(_plain("\u00a0", face), text=waiting, width=0.0))
    return found
