"""今の状況: radio buttons with symbol, word and shortcut; the last answer carries a chip."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QSizePolicy, QWidget

from dxdesk.domain.statuses import CHOSEN, Status
from dxdesk.phrases import wrap_phrases
from dxdesk.ui.entry.tab_stop import stop_at_choice
from dxdesk.ui.labels import text_scale
from dxdesk.ui.symbols import draw_symbol
from dxdesk.ui.theme import TOKENS, colour, desktop_font, radius

HEIGHT = 58
NOT_OURS: Status = "na"
BUTTONS: tuple[Status, ...] = tuple(each for each in CHOSEN if each != NOT_OURS)
"""What has a large button; 対象外 is a link beside the label."""


class StatusButton(QRadioButton):
    """One status. It stays a radio button to assistive technology, named by its word."""

    def __init__(self, key: Status, shortcut: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key = key
        self._shortcut = shortcut
        self._word = ""
        self._last = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_word(self, word: str) -> None:
        """Give it the town's word for its status."""
        self._word = word
        self.setAccessibleName(word)
        self.updateGeometry()
        self.update()

    def mark_last(self, last: bool) -> None:
        """Mark it as what was chosen last time."""
        self._last = last
        self.setAccessibleDescription(self.tr("前回と同じ") if last else "")
        self.update()

    def _lines(self, scale: float) -> list[str]:
        measure = QFontMetricsF(desktop_font("section", scale)).horizontalAdvance
        room = max(self.width(), 80) - 46 * scale
        return wrap_phrases(self._word, room, measure, balance=False) or [""]

    def sizeHint(self) -> QSize:
        scale = text_scale(self)
        return QSize(round(92 * scale), round((HEIGHT + 19 * (len(self._lines(scale)) - 1)) * scale))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()  # in another width its word takes other lines

    def hitButton(self, position: QPoint) -> bool:
        return self.rect().contains(position)

    def paintEvent(self, _event: QPaintEvent) -> None:
        scale, checked = text_scale(self), self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = float(TOKENS["edge"]["selected" if checked else "plain"])
        edge = "ink" if checked else "key" if self.underMouse() and self.isEnabled() else "field"
        painter.setPen(QPen(colour(edge), width))
        painter.setBrush(colour("key-tint" if checked else "white"))
        inset = width / 2
        painter.drawRoundedRect(
            QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), radius("card"), radius("card")
        )
        lines, side, pitch = self._lines(scale), 20 * scale, 19 * scale
        middle = 22 * scale + (len(lines) - 1) * pitch / 2
        draw_symbol(painter, self.key, QRectF(13 * scale, middle - side / 2, side, side))
        painter.setFont(desktop_font("section", scale, bold=checked))
        painter.setPen(colour("ink"))
        for index, line in enumerate(lines):
            y = middle + (index - (len(lines) - 1) / 2) * pitch
            row = QRectF(40 * scale, y - pitch / 2, self.width() - 44 * scale, pitch)
            painter.drawText(row, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, line)
        foot = QRectF(10 * scale, self.height() - 23 * scale, self.width() - 16 * scale, 18 * scale)
        painter.setFont(desktop_font("mark", scale))
        painter.setPen(colour("hint"))
        painter.drawText(foot, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self._shortcut)
        if self._last:
            self._paint_chip(painter, foot, scale)
        painter.end()

    def _paint_chip(self, painter: QPainter, foot: QRectF, scale: float) -> None:
        word = self.tr("前回")
        width = QFontMetricsF(painter.font()).horizontalAdvance(word) + 8 * scale
        chip = QRectF(foot.right() - width, foot.top() - 1, width, foot.height() + 2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("off"))
        painter.drawRoundedRect(chip, 5 * scale, 5 * scale)
        painter.setPen(colour("ink"))
        painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, word)


class NotOursButton(QRadioButton):
    """この課には該当しない: the seventh choice, drawn as a link until it is chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(self.tr("この課には該当しない（Alt+7）"))
        self.setAccessibleName(self.tr("この課には該当しない"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def mark_last(self, last: bool) -> None:
        """Mark it as what was chosen last time."""
        self.setAccessibleDescription(self.tr("前回と同じ") if last else "")

    def sizeHint(self) -> QSize:
        scale = text_scale(self)
        width = QFontMetricsF(desktop_font("small", scale, bold=True)).horizontalAdvance(self.text())
        return QSize(round(width + 32 * scale), round(24 * scale))

    def hitButton(self, position: QPoint) -> bool:
        return self.rect().contains(position)

    def paintEvent(self, _event: QPaintEvent) -> None:
        scale, checked = text_scale(self), self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = desktop_font("small", scale, bold=checked)
        font.setUnderline(not checked)
        box = QRectF(self.rect())
        if checked:
            painter.setPen(QPen(colour("ink"), 1.6))
            painter.setBrush(colour("key-tint"))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), radius("input"), radius("input"))
            draw_symbol(painter, NOT_OURS, QRectF(7 * scale, box.center().y() - 7 * scale, 14 * scale, 14 * scale))
        painter.setFont(font)
        painter.setPen(colour("ink" if checked else "key"))
        at = box.adjusted(26 * scale if checked else 0, 0, -4, 0)
        side = Qt.AlignmentFlag.AlignLeft if checked else Qt.AlignmentFlag.AlignRight
        painter.drawText(at, side | Qt.AlignmentFlag.AlignVCenter, self.text())
        painter.end()


class StatusRow(QWidget):
    """The six buttons; ``not_ours`` is the seventh and stands where the form puts it."""

    chosen = Signal(str)
    """The status key a person chose."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self.not_ours = NotOursButton(self)
        self._buttons: dict[str, StatusButton] = {}
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(7)
        for number, key in enumerate(BUTTONS, start=1):
            button = StatusButton(key, f"Alt+{number}", self)
            self._buttons[key] = button
            row.addWidget(button, 1)
        for each in (*self._buttons.values(), self.not_ours):
            self._group.addButton(each)
        self._group.buttonClicked.connect(lambda _button: self.chosen.emit(self.status()))

    def show_words(self, words: Mapping[str, str]) -> None:
        """Use the town's words."""
        for key, button in self._buttons.items():
            button.show_word(words[key])

    @property
    def buttons(self) -> list[QRadioButton]:
        """All seven, in the order of their keys."""
        return [*self._buttons.values(), self.not_ours]

    def status(self) -> str:
        """The chosen key; empty where nothing is chosen."""
        if self.not_ours.isChecked():
            return NOT_OURS
        return next((key for key, button in self._buttons.items() if button.isChecked()), "")

    def show_status(self, status: str | None, last: str | None) -> None:
        """Show a choice and mark that of last time, as it is loaded: nothing is emitted."""
        self._group.setExclusive(False)
        for button in self._buttons.values():
            button.setChecked(button.key == status)
            button.mark_last(button.key == last)
        self.not_ours.setChecked(status == NOT_OURS)
        self.not_ours.mark_last(last == NOT_OURS)
        self._group.setExclusive(True)
        stop_at_choice(self.buttons)

    def choose(self, key: str) -> None:
        """Choose as a person does. The focus goes along from one button to another and stays in any other field."""
        button = self.not_ours if key == NOT_OURS else self._buttons[key]
        button.click()
        stop_at_choice(self.buttons)
        if any(each.hasFocus() for each in self.buttons):
            button.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus(self) -> QRadioButton:
        """Put the focus on the choice, else on the first button; returns it."""
        button = next((each for each in self.buttons if each.isChecked()), self.buttons[0])
        button.setFocus(Qt.FocusReason.OtherFocusReason)
        return button
