"""Under the status buttons: how many departments say which."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from dxdesk.ui.entry.status_buttons import StatusButton, StatusRow
from dxdesk.ui.labels import text_scale
from dxdesk.ui.theme import colour, desktop_font

HEIGHT = 24


class StatusCounts(QWidget):
    """A line of small pills, each below its button; that of the worst answer is amber."""

    def __init__(self, row: StatusRow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = row
        self._counts: Mapping[str, int] = {}
        self._heaviest = ""
        row.installEventFilter(self)

    def show_counts(self, counts: Mapping[str, int], heaviest: str) -> None:
        """Show how many say which status, by key; assistive technology hears it with the button."""
        self._counts, self._heaviest = dict(counts), heaviest
        for button in self._buttons():
            count = self._counts.get(button.key, 0)
            words = [f"{count}課の回答"] if count else []
            button.setAccessibleDescription("、".join([*words, *([button.accessibleDescription()] * bool(count == 0))]))
        self.update()

    def words(self, status: str) -> str:
        """What stands below a button; empty where nobody says so."""
        count = self._counts.get(status, 0)
        return f"{count}課" if count else ""

    def _buttons(self) -> list[StatusButton]:
        return [each for each in self._row.buttons if isinstance(each, StatusButton)]

    def sizeHint(self) -> QSize:
        return QSize(200, round(HEIGHT * text_scale(self)))

    def minimumSizeHint(self) -> QSize:
        return QSize(60, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, scale = QPainter(self), text_scale(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = desktop_font("mark", scale, bold=True)
        painter.setFont(font)
        for button in self._buttons():
            words = self.words(button.key)
            if not words:
                continue
            wide = QFontMetricsF(font).horizontalAdvance(words) + 18 * scale
            middle = button.x() + button.width() / 2
            box = QRectF(middle - wide / 2, 1.5, wide, 20 * scale)
            loud = button.key == self._heaviest
            painter.setPen(QPen(colour("warn-edge" if loud else "off"), 1.2))
            painter.setBrush(colour("warn" if loud else "off"))
            painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
            painter.setPen(colour("ink"))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
        painter.end()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            for button in self._buttons():
                button.updateGeometry()  # a word that has room on one line again needs less height
            self.update()
        return False
