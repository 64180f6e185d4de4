"""Pictures of slides at the size of a screen: the one that is shown, and those that the next step may lead to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

from dxdesk.ui.audience.drawing import Page
from dxdesk.ui.audience.painting import render
from dxdesk.ui.board.course import Sight, faded
from dxdesk.ui.projection.ahead import neighbours, overviews

KEPT: Final = 4
"""What is shown, the next and the one before, and the one that was shown last."""


@dataclass(frozen=True)
class Laid:
    """A slide as it is laid out: its page, and the codes of the cards that stand back."""

    page: Page
    faded: frozenset[str]


def laid_out(sight: Sight) -> Laid:
    """Lay a slide out. Raises whatever keeps it from being laid out."""
    return Laid(sight.pages[sight.number], faded(sight.shown, sight.position))


class Pictures:
    """Keeps a few pictures of one size, so that a slide which was painted ahead is shown at once."""

    def __init__(self) -> None:
        self._kept: dict[tuple[Sight, int, int], tuple[Laid, QImage]] = {}

    def picture(self, sight: Sight, size: QSize) -> tuple[Laid, QImage]:
        """A slide and its picture, ``size`` in device pixels. Raises whatever keeps it from being drawn."""
        key = (sight, size.width(), size.height())
        found = self._kept.pop(key, None)
        if found is None:
            laid = laid_out(sight)
            found = (laid, render(laid.page, size, laid.faded))
        self._kept[key] = found
        for old in list(self._kept)[:-KEPT]:
            del self._kept[old]
        return found

    def holds(self, sight: Sight, size: QSize) -> bool:
        """Whether the picture of a slide is there already."""
        return (sight, size.width(), size.height()) in self._kept

    def ahead(self, sight: Sight, size: QSize) -> Iterator[None]:
        """Make what the next key may lead to, one thing at a time: pictures of the neighbours, then the layout of the
        slides of all units. Raises whatever keeps one of them from being made."""
        for each in neighbours(sight):
            if not self.holds(each, size):
                self.picture(each, size)
                yield
        for each in overviews(sight):
            laid_out(each)
            yield
