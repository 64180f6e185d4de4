"""Paragraphs: text broken into lines, justified or aligned, with bold and underlined pieces."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property

from dxdesk.documents.fonts import glyphs
from dxdesk.documents.ink import POINTS, Ink
from dxdesk.documents.lines import Line, SetLine, set_line, set_lines, text_width, widened
from dxdesk.documents.text_style import Align, Content, TextStyle


def lines_of(content: Content, style: TextStyle, width: float) -> tuple[str, ...]:
    """The texts of the lines as they break in a column of `width` mm."""
    return tuple(line.text for line in set_lines(content, style, width))


def write(ink: Ink, x: float, y: float, content: Content, style: TextStyle, align: Align = "left") -> float:
    """Draw one line whose em box begins at the top `y`; `x` is its left edge, middle or right edge. Width in mm."""
    line = set_lines(content, replace(style, whole_last_line=False), 10_000.0)[0]
    width = line.width / POINTS
    left = x - (width / 2 if align == "center" else width if align == "right" else 0.0)
    ink.plate(left, y, width, style.em)
    line.draw(ink, left, y, white=style.white)
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
    lines: tuple[SetLine, ...] | None = None
    _known: dict[float, tuple[SetLine, ...]] = field(default_factory=dict, init=False, compare=False, repr=False)

    def set(self, width: float) -> tuple[SetLine, ...]:
        """The lines in a column of `width` mm."""
        if self.lines is not None:
            return self.lines
        known = self._known.get(width)
        if known is None:
            known = self._known[width] = set_lines(self.content, self.style, width, self.first, self.rest)
        return known

    def _drawn(self, width: float) -> tuple[SetLine, ...]:
        """The lines as they are drawn: of an eased text, as many as it was measured with, ended between phrases."""
        lines = self.set(width)
        if not self.style.eased or self.lines is not None or len(lines) == 1:
            return lines
        return set_lines(self.content, replace(self.style, phrases=True), width, self.first, self.rest)

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
        for number, line in enumerate(self._drawn(width)):
            indent = (self.first if whole and number == 0 else self.rest) * style.em
            free = width - indent - line.width / POINTS
            left = x + indent + (free / 2 if style.align == "center" else free if style.align == "right" else 0.0)
            top = y + number * style.line / POINTS + slack
            ink.plate(left, top, line.width / POINTS, style.em)
            line.draw(ink, left, top, white=style.white)
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
            head = (Line(shifted, head[0].width, head[0].underlines), *head[1:])
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
        line = set_line(marked, self.style, None)
        free = width - self.natural
        left = x + (free / 2 if self.style.align == "center" else free if self.style.align == "right" else 0.0)
        gaps = [number for number in range(1, len(marked)) if not marked[number][0].joined]
        rest = max(self.ems * self.style.size - line.width, 0.0)
        places = [item.x for item in line.placed]
        if gaps:
            places = widened(places, gaps, rest)
        placed = [replace(item, x=place) for item, place in zip(line.placed, places, strict=True)]
        top = y + (self.style.line - self.style.size) / 2 / POINTS
        ink.plate(left, top, self.natural, self.style.em)
        spacing = rest / len(gaps) if gaps else 0.0
        with ink.reads_as(self.text):
            ink.glyphs(placed, left, top, spacing=spacing, white=self.style.white)
