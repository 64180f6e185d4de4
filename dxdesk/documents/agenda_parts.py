"""Pieces of 次第: a line that leads to its paper, and the table of papers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dxdesk.documents.blocks import Whole
from dxdesk.documents.cells import Column, Row
from dxdesk.documents.ink import POINTS, Ink
from dxdesk.documents.lines import text_width
from dxdesk.documents.paragraph import Text
from dxdesk.documents.styles import CELL_CENTER, SECTION
from dxdesk.documents.table import Table
from dxdesk.domain.minutes import Handout
from dxdesk.wording.paper import NOTHING

UNDER_HEADING = 1.2
"""Between 配布資料 and its table."""

_PAGES_WIDTH = 18.0
_BESIDE_PAGES = 4.2
"""So much room the pages of a paper have left and right, in a column that is wider where they are of three digits."""

_DISCUSSED_WIDTH = 12.5
"""From 協議 with its number to 資料番号."""
_PITCHES = ((6.6, 0.9), (5.5, 0.45))
"""The least height of a row of the papers with its padding above and below; then where room is scarce."""
_DOTS = (0.0, 2.6)


@dataclass(frozen=True)
class Leader(Whole):
    """A title, dots, and a word that begins at `at` mm; a long title is broken before the dots.

    ``discussed`` stands before the word: which of 本日の協議 it is.
    """

    text: Text
    word: Text
    at: float
    discussed: Text | None = None

    @property
    def _end(self) -> float:
        """Where the dots end."""
        return self.at if self.discussed is None else self.at - _DISCUSSED_WIDTH

    def height(self, width: float) -> float:
        """The higher of both."""
        return max(self.text.height(self._end - 6.0), self.word.height(width - self.at))

    def draw(self, ink: Ink, x: float, y: float, width: float) -> None:
        """Draw the title, the dots from the end of its last line, and the word."""
        room = self._end - 6.0
        self.text.draw(ink, x, y, room)
        last = len(self.text.set(room)) - 1
        line = self.text.set(room)[last]
        indent = (self.text.rest if last else self.text.first) * self.text.style.em
        down = last * self.text.style.line / POINTS
        if self.discussed is not None:
            self.discussed.draw(ink, x + self._end, y + down, _DISCUSSED_WIDTH)
        self.word.draw(ink, x + self.at, y + down, width - self.at)
        start = x + indent + line.width / POINTS + 1.5
        middle = y + down + self.text.style.line / POINTS / 2 + 0.3
        ink.line(start, middle, x + self._end - 2.0, middle, weight=0.5, dash=_DOTS, cap="round")


def handouts_tables(handouts: Sequence[Handout]) -> tuple[Table, ...]:
    """The papers that are handed out, as they usually stand and closer together; none where none are known. Sheets and
    pages have columns where any is known."""
    known = any(each.sheet or each.pages for each in handouts)
    pages = max([_PAGES_WIDTH, *(text_width(each.pages or "", CELL_CENTER) + _BESIDE_PAGES for each in handouts)])
    beside = (Column(22, "用紙", CELL_CENTER), Column(pages, "頁", CELL_CENTER)) if known else ()
    name = 134 - sum(column.width for column in beside)
    columns = (Column(24, "資料番号", CELL_CENTER), Column(name, "名称"), *beside)
    rows = tuple(
        Row((each.number or NOTHING, each.name, *((each.sheet or NOTHING, each.pages or NOTHING) if known else ())))
        for each in handouts
    )
    return tuple(Table(columns, rows, least=least, padding=(1.5, above)) for least, above in _PITCHES) if rows else ()


def handouts_height(table: Table, width: float) -> float:
    """The height in mm of the heading 配布資料 with its table in ``width`` mm."""
    return SECTION.line / POINTS + UNDER_HEADING + table.height(width)
