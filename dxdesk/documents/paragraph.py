"""Paragraphs: text broken into lines, justified or aligned, with bold and underlined pieces.

Text is data: there is no markup. A line feed begins a new line; everything else is drawn as the character it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from itertools import accumulate
from typing import Literal

from dxdesk.documents import breaking
from dxdesk.documents.fonts import Face, Glyph, glyphs, is_invisible
from dxdesk.documents.ink import POINTS, Ink, Placed
from dxdesk.phrases import inside_dates, split_phrases

Align = Literal["left", "center", "right"]

_MOST_SPREAD = 1.6
"""A remainder of more than so many em is not spread over the gaps of a line."""


@dataclass(frozen=True)
class TextStyle:
    """How a paragraph is set: face, size and line pitch in points.

    `justify` spreads the rest of each line but the last over its gaps (明朝 prose). `whole_last_line` narrows the
    column a little where that avoids a last line of 1–3 characters (cells). `phrases` ends lines between phrases where
    they stay full enough. `white` is for words on black.
    """

    face: Face
    size: float
    line: float
    justify: bool = False
    align: Align = "left"
    whole_last_line: bool = False
    phrases: bool = False
    white: bool = False

    def at(self, size: float, line: float | None = None) -> TextStyle:
        """The same at another size; the line pitch keeps its proportion unless given."""
        return replace(self, size=size, line=line if line is not None else self.line * size / self.size)

    @property
    def bold(self) -> TextStyle:
        """The same in the bold face."""
        return replace(self, face=self.face.bold)

    def aligned(self, align: Align) -> TextStyle:
        """The same, aligned otherwise."""
        return replace(self, align=align)

    @property
    def em(self) -> float:
        """One em in mm."""
        return self.size / POINTS


@dataclass(frozen=True)
class Span:
    """A piece of a paragraph set bold or underlined."""

    text: str
    bold: bool = False
    underline: bool = False


Content = str | tuple[Span, ...]
"""What a paragraph consists of: a text, or pieces of it that differ."""


def plain(content: Content) -> str:
    """The text alone."""
    return content if isinstance(content, str) else "".join(span.text for span in content)


@dataclass(frozen=True)
class Line:
    """One set line: its glyphs at their places (points), the width of its ink, what is underlined (points)."""

    placed: tuple[Placed, ...]
    width: float
    underlines: tuple[tuple[float, float], ...] = ()

    @property
    def text(self) -> str:
        """The characters of the line."""
        return "".join(item.glyph.text for item in self.placed)


_Marked = tuple[Glyph, bool]


def _paragraphs(content: Content, face: Face) -> list[list[_Marked]]:
    """Glyphs with their underline, one list per line of the typed text."""
    spans = (Span(content),) if isinstance(content, str) else content
    found: list[list[_Marked]] = [[]]
    for span in spans:
        for number, piece in enumerate(span.text.split("\n")):
            if number:
                found.append([])
            found[-1] += [(glyph, span.underline) for glyph in glyphs(piece, face.bold if span.bold else face)]
    return found


def _character(glyph: Glyph) -> str:
    """The character that decides how a glyph may break."""
    return next((character for character in glyph.text if not is_invisible(character)), "\u00a0")


def _spread_gaps(characters: Sequence[str], tied: Sequence[bool]) -> list[int]:
    """Indices before which a justified line may be stretched: not within words or before a mark on a letter."""
    return [
        index
        for index in range(1, len(characters))
        if not tied[index]
        and not (breaking.is_latin(characters[index - 1]) and breaking.is_latin(characters[index]))
        and not breaking.is_space(characters[index])
    ]


def _widened(places: Sequence[float], gaps: Sequence[int], rest: float) -> list[float]:
    """Places moved apart so that the gaps before the given indices share `rest`."""
    opened = set(gaps)
    passed = accumulate(index in opened for index in range(len(places)))
    return [place + rest * count / len(gaps) for place, count in zip(places, passed, strict=True)]


def _set_line(marked: Sequence[_Marked], style: TextStyle, room: float | None) -> Line:
    """One line, its rest spread over the gaps when `room` (em) is given."""
    characters = [_character(glyph) for glyph, _ in marked]
    widths = [glyph.width / 1000 for glyph, _ in marked]
    places, width = breaking.positions(characters, widths, fixed=style.face.fixed_pitch)
    if room is not None:
        visible = len("".join(characters).rstrip(" 　\t"))
        gaps = [gap for gap in _spread_gaps(characters, [glyph.joined for glyph, _ in marked]) if gap < visible]
        rest = room - width
        if gaps and 0 < rest <= _MOST_SPREAD:
            places = _widened(places, gaps, rest)
            width = room
    size = style.size
    placed = tuple(Placed(glyph, place * size, size) for (glyph, _), place in zip(marked, places, strict=True))
    return Line(placed, width * size, _underlines(marked, placed, width * size))


def _underlines(marked: Sequence[_Marked], placed: Sequence[Placed], width: float) -> tuple[tuple[float, float], ...]:
    found: list[tuple[float, float]] = []
    for (glyph, underlined), item in zip(marked, placed, strict=True):
        if not underlined:
            continue
        start = max(item.x, 0.0)
        end = min(item.x + glyph.width * item.size / 1000, width)
        if found and start - found[-1][1] < item.size * 0.5:
            start = found.pop()[0]
        found.append((start, max(start, end)))
    return tuple(found)


def _costs(characters: Sequence[str], style: TextStyle) -> list[int]:
    """What it costs to end a line before each character: dates in all texts, phrases where the style says so."""
    text = "".join(characters)
    dates = inside_dates(text)
    costs = [breaking.WHOLE_TORN if style.phrases else breaking.NOTHING_TORN] * (len(text) + 1)
    for at in accumulate(map(len, split_phrases(text) if style.phrases else ())):
        costs[at] = breaking.NOTHING_TORN
    for at in dates:
        costs[at] = breaking.WHOLE_TORN
        if at + 1 not in dates and at + 2 in dates:
            costs[at + 1] = breaking.NOTHING_TORN  # between a day and the time of day
    return costs


def _set_paragraph(marked: list[_Marked], style: TextStyle, first_room: float, room: float) -> list[Line]:
    characters = [_character(glyph) for glyph, _ in marked]
    widths = [glyph.width / 1000 for glyph, _ in marked]
    tied = [glyph.joined for glyph, _ in marked]
    set_lines = breaking.avoid_short_last_line if style.whole_last_line else breaking.break_lines
    pairs = set_lines(
        characters,
        widths,
        first_room,
        room,
        fixed=style.face.fixed_pitch,
        tied=tied,
        costs=_costs(characters, style) if sum(widths) > first_room else (),
    )
    found = []
    for number, (start, end) in enumerate(pairs):
        spread = style.justify and number < len(pairs) - 1
        found.append(_set_line(marked[start:end], style, (room if number else first_room) if spread else None))
    return found


@lru_cache(maxsize=1024)
def set_lines(
    content: Content, style: TextStyle, width: float, first: float = 0.0, rest: float = 0.0
) -> tuple[Line, ...]:
    """The lines of a content in a column of `width` mm; `first` and `rest` indent the first and other lines, in em."""
    room = width / style.em
    found: list[Line] = []
    for number, marked in enumerate(_paragraphs(content, style.face)):
        found += _set_paragraph(marked, style, max(room - (rest if number else first), 1.0), max(room - rest, 1.0))
    return tuple(found)


def lines_of(content: Content, style: TextStyle, width: float) -> tuple[str, ...]:
    """The texts of the lines as they break in a column of `width` mm."""
    return tuple(line.text for line in set_lines(content, style, width))


def text_width(content: Content, style: TextStyle) -> float:
    """Width in mm of the longest typed line, unbroken."""
    return max(_set_line(marked, style, None).width for marked in _paragraphs(content, style.face)) / POINTS


def write(ink: Ink, x: float, y: float, content: Content, style: TextStyle, align: Align = "left") -> float:
    """Draw one line whose em box begins at the top `y`; `x` is its left edge, middle or right edge. Width in mm."""
    line = set_lines(content, replace(style, whole_last_line=False), 10_000.0)[0]
    width = line.width / POINTS
    left = x - (width / 2 if align == "center" else width if align == "right" else 0.0)
    ink.plate(left, y, width, style.em)
    ink.glyphs(line.placed, left, y, white=style.white)
    return width


@dataclass(frozen=True)
class Text:
    """A block of text: `first` and `rest` indent the first and the other lines, in em.

    `lines`, when given, are lines already set (the rest of a split paragraph) and stand for the content.
    """

    content: Content
    style: TextStyle
    first: float = 0.0
    rest: float = 0.0
    lines: tuple[Line, ...] | None = None

    def set(self, width: float) -> tuple[Line, ...]:
        """The lines in a column of `width` mm."""
        return (
            self.lines if self.lines is not None else set_lines(self.content, self.style, width, self.first, self.rest)
        )

    @cached_property
    def natural(self) -> float:
        """Width in mm it takes without breaking."""
        return text_width(self.content, self.style) + max(self.first, self.rest) * self.style.em

    def height(self, width: float) -> float:
        """Height in mm in a column of `width` mm: one pitch per line."""
        return len(self.set(width)) * self.style.line / POINTS

    def draw(self, ink: Ink, x: float, y: float, width: float) -> None:
        """Draw the lines; each em box is centred on its pitch."""
        style = self.style
        slack = (style.line - style.size) / 2 / POINTS
        whole = self.lines is None
        for number, line in enumerate(self.set(width)):
            indent = (self.first if whole and number == 0 else self.rest) * style.em
            free = width - indent - line.width / POINTS
            left = x + indent + (free / 2 if style.align == "center" else free if style.align == "right" else 0.0)
            top = y + number * style.line / POINTS + slack
            ink.plate(left, top, line.width / POINTS, style.em)
            ink.glyphs(line.placed, left, top, white=style.white)
            for start, end in line.underlines:
                below = top + style.em * 1.06
                ink.line(left + start / POINTS, below, left + end / POINTS, below, weight=0.6)

    def split(self, width: float, height: float) -> tuple[Text, Text] | None:
        """The lines that fit into `height` mm and the rest; None when not one, or all, fit."""
        lines = self.set(width)
        fitting = int((height * POINTS + 0.01) / self.style.line)
        if not 0 < fitting < len(lines):
            return None
        indent = 0.0 if self.lines is not None or self.first == self.rest else self.first - self.rest
        head = tuple(lines[:fitting])
        if indent:
            shifted = tuple(replace(item, x=item.x + indent * self.style.size) for item in head[0].placed)
            head = (replace(head[0], placed=shifted), *head[1:])
        return replace(self, lines=head), replace(self, lines=lines[fitting:])


@dataclass(frozen=True)
class Spread:
    """均等割付: a short text stretched evenly to `ems` em; longer text keeps its natural width."""

    text: str
    style: TextStyle
    ems: float

    @property
    def natural(self) -> float:
        """Width in mm."""
        return max(self.ems * self.style.em, text_width(self.text, self.style))

    def height(self, width: float) -> float:
        """One line pitch in mm."""
        return self.style.line / POINTS

    def split(self, width: float, height: float) -> None:
        """A label is never split."""

    def draw(self, ink: Ink, x: float, y: float, width: float) -> None:
        """Draw the text with its gaps widened."""
        marked = [(glyph, False) for glyph in glyphs(self.text, self.style.face)]
        line = _set_line(marked, self.style, None)
        free = width - self.natural
        left = x + (free / 2 if self.style.align == "center" else free if self.style.align == "right" else 0.0)
        gaps = [number for number in range(1, len(marked)) if not marked[number][0].joined]
        rest = max(self.ems * self.style.size - line.width, 0.0)
        places = [item.x for item in line.placed]
        if gaps:
            places = _widened(places, gaps, rest)
        placed = [replace(item, x=place) for item, place in zip(line.placed, places, strict=True)]
        top = y + (self.style.line - self.style.size) / 2 / POINTS
        ink.plate(left, top, self.natural, self.style.em)
        spacing = rest / len(gaps) if gaps else 0.0
        with ink.reads_as(self.text):
            ink.glyphs(placed, left, top, spacing=spacing, white=self.style.white)
