"""実施段階: a row of arrow-shaped radio buttons; that of last time is underlined where it is another one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QSizePolicy, QWidget

from dxdesk.domain.settings import Stage
from dxdesk.ui.entry.tab_stop import stop_at_choice
from dxdesk.ui.labels import text_scale
from dxdesk.ui.stages import chevron_shape, draw_chevron
from dxdesk.ui.theme import desktop_font

HEIGHT = 30
UNDERLINE = 8
_NOTCH = 10.0
_GAP = 4


class StageButton(QRadioButton):
    """One stage of the scale."""

    def __init__(self, stage: Stage, first: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self.key = stage.key
        self.state = "open"
        self.was_last = False
        self._first = first
        self.setText(stage.word)
        self.setAccessibleName(stage.word)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def _shape_rect(self) -> QRectF:
        return QRectF(0.5, 1.0, self.width() - 1.0, self.height() - 2.0 - UNDERLINE)

    def hitButton(self, position: QPoint) -> bool:
        return chevron_shape(self._shape_rect(), _NOTCH, first=self._first).contains(QPointF(position))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        rect = self._shape_rect()
        underlined = self.was_last and self.state != "current"
        ink = draw_chevron(painter, rect, self.state, notch=_NOTCH, first=self._first, previous=underlined)
        font = desktop_font("body", text_scale(self), bold=self.state == "current")
        painter.setFont(font)
        painter.setPen(ink)
        room = rect.adjusted(4 if self._first else _NOTCH + 2, 0, -_NOTCH + 2, 0)
        word = QFontMetricsF(font).elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, word)
        painter.end()


class StageRow(QWidget):
    """The scale of a town, 2 to 8 stages. Moving back is allowed."""

    chosen = Signal(str)
    """The key of the stage a person chose."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._group.buttonClicked.connect(self._clicked)
        self.buttons: list[StageButton] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_scale(self, stages: Sequence[Stage]) -> None:
        """Make the buttons of a scale."""
        if [(each.key, each.text()) for each in self.buttons] == [(each.key, each.word) for each in stages]:
            return
        for button in self.buttons:
            self._group.removeButton(button)
            button.hide()
            button.deleteLater()
        self.buttons = [StageButton(stage, index == 0, self) for index, stage in enumerate(stages)]
        for button in self.buttons:
            self._group.addButton(button)
            button.show()
        self._place()

    def stage(self) -> str:
        """The chosen key; empty where nothing is chosen."""
        return next((each.key for each in self.buttons if each.isChecked()), "")

    def show_stage(self, stage: str | None, last: str | None) -> None:
        """Show a stage and that of last time, as they are loaded: nothing is emitted."""
        self._group.setExclusive(False)
        for button in self.buttons:
            button.setChecked(button.key == stage)
            button.was_last = button.key == last
            button.setAccessibleDescription(self.tr("前回と同じ") if button.was_last else "")
        self._group.setExclusive(True)
        self._colour()

    def choose(self, key: str) -> None:
        """Choose as a person does."""
        for button in self.buttons:
            if button.key == key:
                button.click()

    def _clicked(self) -> None:
        self._colour()
        self.chosen.emit(self.stage())

    def _colour(self) -> None:
        reached = next((index for index, each in enumerate(self.buttons) if each.isChecked()), -1)
        for index, button in enumerate(self.buttons):
            button.state = "current" if index == reached else "passed" if index < reached else "open"
            button.update()
        stop_at_choice(self.buttons)

    def _place(self) -> None:
        """Side by side, each point in the notch of the next."""
        count = len(self.buttons)
        if not count:
            return
        step = (self.width() - _NOTCH) / count
        for index, button in enumerate(self.buttons):
            left = round(index * step)
            button.setGeometry(left, 0, round(step * (index + 1) + _NOTCH - _GAP) - left, self.height())

    def sizeHint(self) -> QSize:
        return QSize(400, round(HEIGHT * text_scale(self)) + UNDERLINE)

    def minimumSizeHint(self) -> QSize:
        return QSize(240, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()
