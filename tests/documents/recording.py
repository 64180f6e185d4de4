"""What a document draws while it is set: its pages with their frames, every text, and every line that stands badly."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

import pytest

from dxdesk.documents import lines as set_text
from dxdesk.documents.blocks import Block
from dxdesk.documents.breaking import CLOSING, NO_END, NO_START, OPENING, Measured, may_part
from dxdesk.documents.cells import Box
from dxdesk.documents.initiative_sheet_parts import Heading
from dxdesk.documents.ink import POINTS, Ink
from dxdesk.documents.lines import PlainLine
from dxdesk.documents.page import SetPage, Sheet
from dxdesk.documents.paragraph import Text
from dxdesk.documents.styles import SECTION
from dxdesk.documents.table import Table
from dxdesk.documents.text_operators import Placed, Run
from dxdesk.documents.text_style import plain

HAIR = 0.1
"""mm that nobody sees."""


@dataclass
class Recorded:
    """The pages of the document that was written last, and all that was drawn on them.

    ``too_wide`` are lines wider than their column, ``too_high`` what does not fit its cell of a table, ``beside`` words
    that stand over its edge, ``badly_broken`` neighbouring lines that part where none may, though the first of them had
    another place to end.
    """

    pages: list[SetPage] = field(default_factory=list)
    too_wide: list[str] = field(default_factory=list)
    too_high: list[Block] = field(default_factory=list)
    beside: list[str] = field(default_factory=list)
    badly_broken: list[tuple[str, str]] = field(default_factory=list)
    _headings: list[tuple[str, Ink, float]] = field(default_factory=list)
    _texts: list[tuple[Ink, float]] = field(default_factory=list)

    @property
    def alone(self) -> list[str]:
        """Headings below which nothing stands on their page."""
        lowest: dict[int, float] = {}
        for ink, y in self._texts:
            lowest[id(ink)] = max(y, lowest.get(id(ink), y))
        return [title for title, ink, y in self._headings if lowest.get(id(ink), y) <= y]

    @property
    def drawn(self) -> list[list[str]]:
        """Of every page the lines and single characters on it, in the order in which they were drawn."""
        return ["\n".join(page.ink._said).split("\n") for page in self.pages]


@contextmanager
def recorded() -> Iterator[Recorded]:
    """Whatever is set inside is recorded."""
    found = Recorded()
    within: list[Box] = []
    written, break_text, draw, draw_cell, draw_heading = (
        Sheet._written, Measured.lines, Text.draw, Table._draw_cell, Heading.draw,
    )  # fmt: skip
    draw_run, draw_glyphs = Ink.run, Ink.glyphs

    def write(sheet: Sheet, pages: Any, *rest: Any) -> bytes:
        found.pages = list(pages)
        return written(sheet, pages, *rest)

    def break_(text: Measured, first_room: float, room: float) -> list[tuple[int, int]]:
        pairs = break_text(text, first_room, room)
        found.badly_broken += badly_broken(["".join(text.characters[start:end]) for start, end in pairs])
        return pairs

    def watch(text: Text, ink: Ink, x: float, y: float, width: float) -> None:
        found._texts.append((ink, y))
        if text.style == SECTION and not within:
            found._headings.append((plain(text.content), ink, y))
        found.too_wide += [
            each.text for each in text.set(width) if each.width / POINTS > width + HAIR and len(each.text) > 1
        ]
        draw(text, ink, x, y, width)

    def look(table: Table, ink: Ink, seat: Any, block: Block | None, box: Box, is_head: bool) -> None:
        if block is not None and block.height(box[2] - 2 * table._across(is_head)) > box[3] + HAIR:
            found.too_high.append(block)
        within.append(box)
        draw_cell(table, ink, seat, block, box, is_head)
        within.pop()

    def head(heading: Heading, ink: Ink, x: float, y: float, width: float) -> None:
        found._headings.append((heading.title, ink, y))
        draw_heading(heading, ink, x, y, width)

    def run(ink: Ink, text: Run, x: float, y: float, **how: Any) -> None:
        if within and stands_beside(PlainLine(text, 0.0).placed, x, y, within[-1]):
            found.beside.append(text.text)
        draw_run(ink, text, x, y, **how)

    def glyphs(ink: Ink, placed: Sequence[Placed], x: float, y: float, **how: Any) -> None:
        if within and not how.get("turned") and stands_beside(placed, x, y, within[-1]):
            found.beside.append("".join(each.glyph.text for each in placed))
        draw_glyphs(ink, placed, x, y, **how)

    set_text.set_lines.cache_clear()  # what was broken before is to be seen as well
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Heading, "draw", head)
        patch.setattr(Table, "_draw_cell", look)
        patch.setattr(Sheet, "_written", write)
        patch.setattr(Measured, "lines", break_)
        patch.setattr(Text, "draw", watch)
        patch.setattr(Ink, "run", run)
        patch.setattr(Ink, "glyphs", glyphs)
        yield found


def badly_broken(lines: Sequence[str]) -> list[tuple[str, str]]:
    """Of the lines of a text neighbours that part badly."""
    return [
        (line, following)
        for line, following in pairwise(lines)
        if (following[0] in NO_START or line.rstrip()[-1:] in NO_END)
        and any(may_part(*each) for each in pairwise(line))
    ]


def stands_beside(placed: Sequence[Placed], x: float, y: float, box: Box) -> bool:
    """Whether characters whose em boxes begin at ``x`` and ``y`` stand over the edge of a box; the empty half of a
    mark may."""
    inked = [each for each in placed if each.glyph.text.strip()]
    if not inked:
        return False
    first, last = inked[0], inked[-1]
    left, top, wide, high = box
    begins = first.x + (first.size / 2 if first.glyph.text in OPENING else 0.0)
    ends = last.x + last.size * (last.glyph.width / 1000 - (0.5 if last.glyph.text in CLOSING else 0.0))
    bottom = y + max(each.size for each in inked) / POINTS
    return not (
        left - HAIR <= x + begins / POINTS
        and x + ends / POINTS <= left + wide + HAIR
        and top - HAIR <= y
        and bottom <= top + high + HAIR
    )
