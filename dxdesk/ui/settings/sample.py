"""A letter as it would look with other settings, as a picture beside the form."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Final, NoReturn

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QImage, QPixmap, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QVBoxLayout, QWidget

from dxdesk.desk import Desk
from dxdesk.domain.errors import Problem
from dxdesk.domain.settings import Settings
from dxdesk.operations.printing_sample import print_sample
from dxdesk.store.errors import StoreUnavailable
from dxdesk.ui.jobs import run_job
from dxdesk.ui.labels import PhraseLabel
from dxdesk.ui.printing.preview import render_page
from dxdesk.ui.trouble import trouble_words
from dxdesk.wording.letters import SAMPLE_CYCLE, SAMPLE_DEPARTMENT
from dxdesk.wording.sentences import problem_words
from dxdesk.wording.settings import SAMPLE, SAMPLE_SPOKEN

_RESTING: Final = 250
_SHOWN: Final = 0.5
"""How much of the page the picture shows, from the top: the head of the letter and the first points."""
_SAMPLE_WIDTH: Final = (300, 600)
_FRAME: Final = 2


class Sample(QWidget):
    """The upper part of a letter with some settings, drawn beside the window; what cannot be printed is told."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._wanted: Settings | None = None
        self._number = 0
        self.picture = QLabel()
        self.picture.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.picture.setAccessibleName(SAMPLE_SPOKEN)
        self.picture.setFrameShape(QFrame.Shape.Box)
        self.picture.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.words = PhraseLabel(SAMPLE, "small")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.words)
        column.addWidget(self.picture)
        column.addStretch(1)
        self.setMinimumWidth(_SAMPLE_WIDTH[0])
        self._rest = QTimer(self, singleShot=True, interval=_RESTING)
        self._rest.timeout.connect(self._draw)

    def show_settings(self, settings: Settings) -> None:
        """Draw a letter with these settings as soon as nothing newer has come for a moment."""
        self._wanted = settings
        self._rest.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width is another picture."""
        if event.size().width() != event.oldSize().width() and self._wanted is not None:
            self._rest.start()
        super().resizeEvent(event)

    def _draw(self) -> None:
        if self._wanted is None:
            return
        self._number += 1
        least, most = _SAMPLE_WIDTH
        wide = max(least, min(self.width(), most))
        number, ratio, settings = self._number, self.devicePixelRatioF(), self._wanted
        draw = _drawing(self._desk, settings, round((wide - _FRAME) * ratio))
        run_job(self, draw, lambda found: self._show(number, ratio, found), _fail)

    def _show(self, number: int, ratio: float, found: QImage | str) -> None:
        if number != self._number:
            return
        if isinstance(found, str):
            self.words.show_text(found)
            return
        self.words.show_text(SAMPLE)
        found.setDevicePixelRatio(ratio)
        self.picture.setPixmap(QPixmap.fromImage(found))


def _drawing(desk: Desk, settings: Settings, width: int) -> Callable[[], QImage | str]:
    """Draws the picture ``width`` px wide, or says why there is none."""

    def draw() -> QImage | str:
        try:
            today = datetime.fromisoformat(desk.moment()).date()
            names = {"cycle_name": SAMPLE_CYCLE, "department": SAMPLE_DEPARTMENT}
            page = render_page(desk.ask(print_sample, settings, today, **names).pdf, 0, width)
        except Problem as problem:
            return problem_words(problem)
        except StoreUnavailable as trouble:
            return trouble_words(trouble)
        return page.copy(0, 0, page.width(), round(page.height() * _SHOWN))

    return draw


def _fail(error: Exception) -> NoReturn:
    raise error
