"""Text set downwards: the name of an axis beside its rows, the word of a group of seals."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from dxdesk.documents.blocks import Whole
from dxdesk.documents.fonts import Glyph, glyphs
from dxdesk.documents.ink import POINTS, Ink
from dxdesk.documents.text_operators import Placed
from dxdesk.documents.text_style import TextStyle
from dxdesk.phrases import split_phrases

_TURNED = frozenset("ー～〜―—…‥（）「」『』【】〔〕［］｛｝〈〉《》：；-–=＝()[]")
_RAISED = frozenset("、。，．")


def _seam(letters: Sequence[Glyph], most: int) -> int:
    """Where the first of two columns of up to so many letters ends: between phrases, as near to the middle as may be;
    0 where none ends so that both fit."""
    phrases = split_phrases("".join(letter.text for letter in letters))
    ends = {*accumulate(map(len, phrases))}
    starts = accumulate((len(letter.text) for letter in letters), initial=0)
    least = max(len(letters) - most, 1)
    fitting = [at for at, start in enumerate(starts) if start in ends and least <= at <= min(most, len(letters) - 1)]
    return min(fitting, key=lambda at: abs(2 * at - len(letters)), default=0)


@dataclass(frozen=True)
class Vertical(Whole):
    """A text set downwards in the middle of its cell (the 軸 column), in as many columns as its `room` needs.

    `room` is the height it may take in mm; without it all stands in one column.
    """

    text: str
    style: TextStyle
    room: float | None = None

    def _columns(self) -> list[list[Glyph]]:
        letters = glyphs(self.text.replace("\n", ""), self.style.face)
        if self.room is None:
            return [letters]
        most = max(int(self.room / (self.style.line / POINTS)), 1)
        count = max(-(-len(letters) // most), 1)
        if count == 2 and (seam := _seam(letters, most)):
            return [letters[:seam], letters[seam:]]
        each = max(-(-len(letters) // count), 1)
        return [letters[at : at + each] for at in range(0, len(letters), each)]

    def height(self, width: float) -> float:
        """Height of the longest column."""
        return max(map(len, self._columns()), default=0) * self.style.line / POINTS

    def draw(self, ink: Ink, x: float, y: float, width: float) -> None:
        """Draw the columns from right to left."""
        with ink.reads_as(self.text):
            columns = self._columns()
            right = x + (width + len(columns) * self.style.em) / 2
            for number, column in enumerate(columns, 1):
                self._draw_column(ink, column, right - number * self.style.em, y)

    def _draw_column(self, ink: Ink, column: list[Glyph], left: float, y: float) -> None:
        em, pitch = self.style.em, self.style.line / POINTS
        for place, glyph in enumerate(column):
            top = y + place * pitch + (pitch - em) / 2
            free = (1 - glyph.width / 1000) * em
            ink.plate(left, top, em, em)
            lone = [Placed(glyph, 0.0, self.style.size)]
            if glyph.text[0] in _TURNED:
                ink.glyphs(lone, left, top + free / 2, white=self.style.white, turned=True)
            elif glyph.text[0] in _RAISED:
                ink.glyphs(lone, left + em * 0.6, top - em * 0.6, white=self.style.white)
            else:
                ink.glyphs(lone, left + free / 2, top, white=self.style.white)
