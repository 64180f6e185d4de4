"""What a document draws while it is set: its pages with their frames, every text, and every line that stands badly."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import accumulate, pairwise
from typing import Any

import pytest

from dxdesk.documents.blocks import Block
from dxdesk.documents.breaking import NO_END, NO_START, may_part
from dxdesk.documents.initiative_sheet_parts import Heading
from dxdesk.documents.ink import POINTS, Ink
from dxdesk.documents.page import SetPage, Sheet
from dxdesk.documents.paragraph import Text, plain
from dxdesk.documents.table import Table


@dataclass
class Recorded:
    """The pages of the document that was written last, and all that was drawn on them.

    ``too_wide`` are lines wider than their column, ``too_high`` what does not fit its cell of a table, ``badly_broken``
    neighbouring lines that part where none may, though the first of them had another place to end.
    """

    pages: list[SetPage] = field(default_factory=list)
    too_wide: list[str] = field(default_factory=list)
    too_high: list[Block] = field(default_factory=list)
    badly_broken: list[tuple[str, str]] = field(default_factory=list)
    _headings: list[tuple[Heading, Ink, float]] = field(default_factory=list)
    _texts: list[tuple[Ink, float]] = field(default_factory=list)

    @property
    def alone(self) -> list[Heading]:
        """Headings below which nothing stands on their page."""
        return [
            heading
            for heading, ink, y in self._headings
            if not any(other is ink and below > y for other, below in self._texts)
        ]

    @property
    def drawn(self) -> list[list[str]]:
        """Of every page the lines and single characters on it, in the order in which they were drawn."""
        return ["\n".join(page.ink._said).split("\n") for page in self.pages]


@contextmanager
def recorded() -> Iterator[Recorded]:
    """Whatever is set inside is recorded."""
    found = Recorded()
    written, draw, draw_cell = Sheet._written, Text.draw, Table._draw_cell

    def write(sheet: Sheet, pages: Any, *rest: Any) -> bytes:
        found.pages = list(pages)
        return written(sheet, pages, *rest)

    def watch(text: Text, ink: Ink, x: float, y: float, width: float) -> None:
        found._texts.append((ink, y))
        lines = text.set(width)
        found.too_wide += [each.text for each in lines if each.width / POINTS > width + 0.1 and len(each.text) > 1]
        found.badly_broken += badly_broken(plain(text.content), [each.text for each in lines])
        draw(text, ink, x, y, width)

    def look(table: Table, ink: Ink, seat: Any, block: Block | None, box: Any, is_head: bool) -> None:
        if block is not None and block.height(box[2] - 2 * table._across(is_head)) > box[3] + 0.1:
            found.too_high.append(block)
        draw_cell(table, ink, seat, block, box, is_head)

    def head(heading: Heading, ink: Ink, x: float, y: float, width: float) -> None:
        found._headings.append((heading, ink, y))
        draw_heading(heading, ink, x, y, width)

    draw_heading = Heading.draw
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Heading, "draw", head)
        patch.setattr(Table, "_draw_cell", look)
        patch.setattr(Sheet, "_written", write)
        patch.setattr(Text, "draw", watch)
        yield found


def badly_broken(typed: str, lines: list[str]) -> list[tuple[str, str]]:
    """Of the lines of a typed text, or of some of them, neighbours that part badly; a typed line end never does."""
    begins = typed.replace("\n", "").find("".join(lines))
    ends = list(accumulate(map(len, lines), initial=begins))[1:]
    typed_ends = set(accumulate(map(len, typed.split("\n"))))
    return [
        (line, following)
        for end, (line, following) in zip(ends, pairwise(lines), strict=False)
        if end not in typed_ends
        and (following[0] in NO_START or line.rstrip()[-1:] in NO_END)
        and any(may_part(*each) for each in pairwise(line))
    ]
