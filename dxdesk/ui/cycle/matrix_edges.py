"""Above and below the matrix: the names of its columns, and how many units every department is asked about."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QTableView, QWidget

from dxdesk.phrases import wrap_phrases
from dxdesk.ui.cycle.model import AskingModel
from dxdesk.ui.cycle.rows import FIRST, OWNERS, UNIT, department_word
from dxdesk.ui.labels import text_scale
from dxdesk.ui.theme import colour, desktop_font
from dxdesk.ui.words import draw_words
from dxdesk.wording.cycle import asked_words

_INDENT = 44


class MatrixEdge(QWidget):
    """A line that keeps to the columns of the table, wherever it is scrolled."""

    def __init__(self, table: QTableView, model: AskingModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table, self.model = table, model
        table.horizontalHeader().sectionResized.connect(lambda *_: self.update())
        table.horizontalScrollBar().valueChanged.connect(lambda _value: self.update())
        model.asking_changed.connect(self.renew)
        model.modelReset.connect(self.renew)

    def renew(self) -> None:
        """Something else is asked."""
        self.updateGeometry()
        self.update()

    def first_columns(self) -> tuple[QRectF, QRectF]:
        """Where the words over the unit and over its owners stand."""
        scale, table = text_scale(self), self.table
        left = table.viewport().x()
        unit, owners = table.columnWidth(UNIT), table.columnWidth(OWNERS)
        indent = _INDENT * scale
        return (
            QRectF(left + indent, 0, unit - indent, self.height()),
            QRectF(left + unit + 4, 0, owners - 8, self.height()),
        )

    def departments(self, painter: QPainter) -> Iterator[tuple[int, QRectF]]:
        """The places of the departments that are in sight; what lies under the first columns is cut off."""
        table = self.table
        begin = table.viewport().x() + table.columnWidth(UNIT) + table.columnWidth(OWNERS)
        painter.setClipRect(QRectF(begin, 0, table.viewport().geometry().right() - begin + 1, self.height()))
        for place in range(len(self.model.departments)):
            left = table.viewport().x() + table.columnViewportPosition(place + FIRST)
            box = QRectF(left, 0, table.columnWidth(place + FIRST), self.height())
            if box.right() > begin and box.left() < table.viewport().geometry().right():
                yield place, box

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


class Heads(MatrixEdge):
    """The names of the columns; those of departments take two lines where they are long."""

    def lines(self, place: int, width: float) -> list[str]:
        """The name of a department in a column of ``width`` px."""
        measure = QFontMetricsF(self._font()).horizontalAdvance
        return wrap_phrases(department_word(self.model.departments[place]), width - 6, measure, balance=True)[:3]

    def _font(self) -> QFont:
        return desktop_font("small", text_scale(self), bold=True)

    def sizeHint(self) -> QSize:
        scale = text_scale(self)
        most = max(
            (
                len(self.lines(place, self.table.columnWidth(place + FIRST)))
                for place in range(len(self.model.departments))
            ),
            default=1,
        )
        return QSize(200, round((12 + 19 * most) * scale))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, scale = QPainter(self), text_scale(self)
        pitch = 19 * scale
        for column, box in enumerate(self.first_columns()):
            words = self.model.headerData(column, Qt.Orientation.Horizontal)
            draw_words(painter, box, str(words), desktop_font("small", scale), "sub")
        painter.setFont(desktop_font("small", scale, bold=True))
        painter.setPen(colour("ink"))
        for place, box in self.departments(painter):
            lines = self.lines(place, box.width())
            top = (self.height() - pitch * len(lines)) / 2
            for number, line in enumerate(lines):
                row = QRectF(box.left(), top + number * pitch, box.width(), pitch)
                painter.drawText(row, Qt.AlignmentFlag.AlignCenter, line)
        painter.end()


class Counts(MatrixEdge):
    """照会する件数."""

    def words(self) -> tuple[str, str, tuple[str, ...]]:
        """The label, the sum, and the numbers of the departments."""
        asking = [each for each in self.model.asking if each.asked]
        counts = self.model.counts()
        numbers = tuple(str(counts[each.id]) for each in self.model.departments)
        return self.tr("照会する件数"), asked_words(len(asking), sum(each.count for each in asking)), numbers

    def renew(self) -> None:
        super().renew()
        label, total, numbers = self.words()
        named = [f"{each.name} {number}" for each, number in zip(self.model.departments, numbers, strict=True)]
        self.setAccessibleName("、".join((label, total, *named)))

    def sizeHint(self) -> QSize:
        return QSize(200, round(32 * text_scale(self)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        label, total, numbers = self.words()
        painter, scale = QPainter(self), text_scale(self)
        painter.setPen(QPen(colour("stage-open"), 1))
        painter.drawLine(0, 0, self.width(), 0)
        for box, words in zip(self.first_columns(), (label, total), strict=True):
            draw_words(painter, box, words, desktop_font("body", scale, bold=True), "ink")
        painter.setFont(desktop_font("section", scale))
        painter.setPen(colour("ink"))
        for place, box in self.departments(painter):
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, numbers[place])
        painter.end()
