"""Boxes for seals: 決裁, 合議 and 供覧, each group with its word at the left."""

from __future__ import annotations

from dataclasses import dataclass

from dxdesk.documents.blocks import Whole
from dxdesk.documents.ink import HEAD_GREY, Ink
from dxdesk.documents.paragraph import Text
from dxdesk.documents.styles import HEAD
from dxdesk.documents.unit_blocks import clipped, fitted
from dxdesk.documents.vertical import Vertical

_STRIP = 6.0
_HEAD, _TALL_HEAD, _BOX = 5.6, 8.6, 18.0
_LEAST = 7.5
_BETWEEN = 2.5
_MOST = 9
"""So many boxes stand in a row at most."""


@dataclass(frozen=True)
class SealGroup:
    """Boxes under one word (決裁), each `wide` mm, for some roles."""

    word: str
    roles: tuple[str, ...]
    wide: float = 17.2

    @property
    def natural(self) -> float:
        """Its width in mm."""
        return _STRIP + len(self.roles) * self.wide

    def parts(self, width: float) -> list[SealGroup]:
        """The group in parts that fit a row of `width` mm."""
        most = max(min(int((width - _STRIP) / self.wide), _MOST), 1)
        return [SealGroup(self.word, self.roles[at : at + most], self.wide) for at in range(0, len(self.roles), most)]


@dataclass(frozen=True)
class SealBoxes(Whole):
    """Groups side by side, in as many rows as they need; a group without roles is left out."""

    groups: tuple[SealGroup, ...]

    def _rows(self, width: float) -> list[list[SealGroup]]:
        rows: list[list[SealGroup]] = []
        room = 0.0
        for part in (part for group in self.groups for part in group.parts(width)):
            boxes = sum(len(each.roles) for each in rows[-1]) if rows else 0
            if not rows or part.natural > room or boxes + len(part.roles) > _MOST:
                rows.append([])
                room = width
            rows[-1].append(part)
            room -= part.natural + _BETWEEN
        return rows

    def _head(self, row: list[SealGroup]) -> float:
        """Height of the words over the boxes: two lines where one does not hold the longest role."""
        long = (fitted(role, HEAD, group.wide - 1.6, _LEAST).size <= _LEAST for group in row for role in group.roles)
        return _TALL_HEAD if any(long) else _HEAD

    def height(self, width: float) -> float:
        """All rows with the air between them."""
        rows = self._rows(width)
        return sum(self._head(row) + _BOX for row in rows) + _BETWEEN * max(len(rows) - 1, 0)

    def draw(self, ink: Ink, x: float, y: float, width: float) -> None:
        """Row by row from the left."""
        for row in self._rows(width):
            left, head = x, self._head(row)
            for group in row:
                _draw_group(ink, left, y, head, group)
                left += group.natural + _BETWEEN
            y += head + _BOX + _BETWEEN


def _draw_group(ink: Ink, x: float, y: float, head: float, group: SealGroup) -> None:
    high = head + _BOX
    ink.rect(x, y, _STRIP, high, weight=0.25, fill=HEAD_GREY)
    word = Vertical(group.word, HEAD)
    word.draw(ink, x, y + (high - word.height(_STRIP)) / 2, _STRIP)
    for at, role in enumerate(group.roles):
        left = x + _STRIP + at * group.wide
        ink.rect(left, y, group.wide, head, weight=0.25, fill=HEAD_GREY)
        ink.rect(left, y + head, group.wide, _BOX, weight=0.25)
        style = fitted(role, HEAD, group.wide - 1.6, _LEAST)
        text = Text(clipped(role, style, group.wide - 1.0, 2), style)
        text.draw(ink, left + 0.5, y + (head - text.height(group.wide - 1.0)) / 2, group.wide - 1.0)
    ink.rect(x, y, group.natural, high, weight=0.5)
