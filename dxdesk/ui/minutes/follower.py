"""The page follows what is written: set and drawn beside the window, and only the newest is shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage

from dxdesk.ui.jobs import run_job
from dxdesk.ui.printing.preview import find_words, page_count, render_page

WAIT_MILLISECONDS = 300
"""So long after the last change the page follows."""


@dataclass(frozen=True)
class Wanted:
    """What to draw: how the PDF is set (on any thread), how wide a page is in px, and words to find on the pages."""

    compose: Callable[[], bytes]
    width: int
    words: tuple[str, ...]


@dataclass(frozen=True)
class Drawn:
    """The pages as pictures, and where words stand on them: page (from 0) and how far down it, 0 to 1."""

    pages: tuple[QImage, ...]
    places: dict[str, tuple[int, float]]


def draw(wanted: Wanted) -> Drawn:
    """Set and draw everything."""
    pdf = wanted.compose()
    pages = tuple(render_page(pdf, number, wanted.width) for number in range(page_count(pdf)))
    return Drawn(pages, find_words(pdf, wanted.words))


def only(words: Sequence[str]) -> tuple[str, ...]:
    """Each word once, none empty."""
    return tuple(dict.fromkeys(word for word in words if word))


class Follower(QObject):
    """One drawing at a time; what was asked for while it was made is drawn next, what lies between is left out."""

    drawn = Signal(Drawn)
    failed = Signal(Exception)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._wanted: Wanted | None = None
        self._busy = False
        self._timer = QTimer(self, singleShot=True, interval=WAIT_MILLISECONDS)
        self._timer.timeout.connect(self._start)

    def follow(self, wanted: Wanted, *, at_once: bool = False) -> None:
        """Draw this soon; ``at_once`` without waiting for more."""
        self._wanted = wanted
        self._timer.start(0 if at_once else WAIT_MILLISECONDS)

    def stop(self) -> None:
        """Draw nothing any more of what was asked for."""
        self._wanted = None
        self._timer.stop()

    @property
    def waiting(self) -> bool:
        """Whether something newer than what is shown has been asked for."""
        return self._busy or self._wanted is not None

    def _start(self) -> None:
        if self._busy or self._wanted is None:
            return
        wanted, self._wanted = self._wanted, None
        self._busy = True
        run_job(self, lambda: draw(wanted), self._arrived, self._refused)

    def _arrived(self, drawn: Drawn) -> None:
        self._busy = False
        if self._wanted is None:
            self.drawn.emit(drawn)
        else:
            self._timer.start()

    def _refused(self, error: Exception) -> None:
        self._busy = False
        self.failed.emit(error)
