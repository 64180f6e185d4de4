"""Which screen is which: every screen shows its number, and a person chooses one by it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRect, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from dxdesk.ui.focus_ring import NO_RING
from dxdesk.ui.labels import PhraseLabel
from dxdesk.ui.projection.screens import ScreenPlace
from dxdesk.ui.theme import colour, pixel_font, set_look
from dxdesk.wording.asking import BACK
from dxdesk.wording.projection import WHICH_SCREEN, WINDOW_NAME, screen_button

NUMBER_MILLISECONDS: Final = 2_000


class NumberCard(QWidget):
    """The number of a screen in its middle, for two seconds. It takes neither focus nor clicks."""

    def __init__(self, place: ScreenPlace) -> None:
        flags = Qt.WindowType
        super().__init__(
            None,
            flags.Tool
            | flags.FramelessWindowHint
            | flags.WindowStaysOnTopHint
            | flags.WindowDoesNotAcceptFocus
            | flags.WindowTransparentForInput,
        )
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self.setProperty(NO_RING, True)
        self.setWindowTitle(WINDOW_NAME)
        self.setAccessibleName(str(place.number))
        self._number = str(place.number)
        side = min(place.width, place.height) // 3
        card = QRect(0, 0, side, side)
        card.moveCenter(place.area.center())
        self.setGeometry(card)
        QTimer.singleShot(NUMBER_MILLISECONDS, self, self.close)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour("navy"))
        painter.setPen(colour("white"))
        painter.setFont(pixel_font(round(self.height() * 0.6), bold=True))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._number)
        painter.end()


def number_cards(places: Sequence[ScreenPlace]) -> tuple[NumberCard, ...]:
    """Have every screen show its number for two seconds."""
    cards = tuple(NumberCard(each) for each in places)
    for card in cards:
        card.show()
    return cards


class ScreenDialog(QDialog):
    """One button per screen on which slides may be projected; ``chosen`` is the one that was pressed."""

    def __init__(self, places: Sequence[ScreenPlace], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("dxdesk")
        self.chosen: ScreenPlace | None = None
        self.buttons = [QPushButton(screen_button(each.number, each.width, each.height)) for each in places]
        column = QVBoxLayout(self)
        column.setSpacing(8)
        column.addWidget(PhraseLabel(WHICH_SCREEN, "strong"))
        for place, button in zip(places, self.buttons, strict=True):
            button.clicked.connect(lambda _on=False, place=place: self._choose(place))
            column.addWidget(button)
        back = QPushButton(BACK)
        back.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addWidget(back)
        row.addStretch(1)
        column.addLayout(row)
        self.setMinimumWidth(420)
        set_look(self.buttons[0], "primary")
        self.buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose(self, place: ScreenPlace) -> None:
        self.chosen = place
        self.accept()
