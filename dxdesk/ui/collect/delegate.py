"""The painting of the matrix: done is quiet, what waits for somebody is loud."""

from __future__ import annotations

from functools import cache
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from dxdesk.domain.collection import Cell, CellState
from dxdesk.ui.collect.model import CELL_ROLE, MARK_ROLE, PALE_ROLE, ROW_ROLE, Index
from dxdesk.ui.collect.rows import MatrixRow, cell_word
from dxdesk.ui.symbols import draw_hatch
from dxdesk.ui.theme import colour, desktop_font, radius
from dxdesk.ui.words import scale_of
from dxdesk.wording.collect import SHORT_WORDS
from dxdesk.wording.take_in import HELD_CHIP

LOOKS: Final[dict[CellState, tuple[str, str, str]]] = {
    "submitted": ("key-tint", "key", "navy"),
    "withdrawal": ("ask", "ask-edge", "ink"),
    "returned": ("return-tint", "return-edge", "return"),
    "conflict": ("ask", "ask-edge", "ink"),
    "waiting": ("grey-tint", "field", "sub"),
    "draft": ("white", "edge", "sub"),
    "unanswered": ("white", "sub", "ink"),
}
"""Fill, edge and text of a state; what is done has neither fill nor edge."""
LEFT, AXIS_LEFT = 16, 8
"""Where numbers and names of axes begin, and where the ground of an axis does, px at 100 %."""
_BOLD: Final = frozenset({"submitted", "withdrawal", "returned", "conflict"})
_PALE: Final = 0.3


@cache
def _face(name: str, scale: float, bold: bool) -> tuple[QFont, QFontMetricsF]:
    font = desktop_font(name, scale, bold=bold)
    return font, QFontMetricsF(font)


def draw_centred(painter: QPainter, rect: QRectF, words: str, ink: str, scale: float, *, bold: bool = False) -> None:
    """A word in the middle of a cell, cut with … where it must be."""
    font, metrics = _face("mark", scale, bold)
    if metrics.horizontalAdvance(words) > rect.width():
        words = metrics.elidedText(words, Qt.TextElideMode.ElideRight, rect.width())
    painter.setFont(font)
    painter.setPen(colour(ink))
    x = rect.center().x() - metrics.horizontalAdvance(words) / 2
    painter.drawText(QPointF(x, rect.center().y() + (metrics.ascent() - metrics.descent()) / 2), words)


def axis_name(painter: QPainter, rect: QRectF, row: MatrixRow, scale: float) -> None:
    """The ground of an axis head and its name, in the whole width of the table."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour("key-tint"))
    painter.drawRoundedRect(rect.adjusted(AXIS_LEFT * scale, 2, 0, -2), radius("check"), radius("check"))
    font, metrics = _face("body", scale, True)
    painter.setFont(font)
    painter.setPen(colour("navy"))
    baseline = rect.center().y() + (metrics.ascent() - metrics.descent()) / 2
    painter.drawText(QPointF(rect.left() + LEFT * scale, baseline), row.name)


def table_width(view: QTableView, left: float, row: QRectF) -> QRectF:
    """A row from ``left`` to the end of the last column."""
    columns = view.horizontalHeader()
    wide = view.verticalHeader().width() + columns.length() - columns.offset()
    return QRectF(left, row.top(), wide, row.height())


class MatrixDelegate(QStyledItemDelegate):
    """Paints every cell of the matrix; heads of axes reach over the whole width."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: MatrixRow = index.data(ROW_ROLE)
        rect, scale = QRectF(option.rect), scale_of(option.font)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        view = option.widget
        if row.row is None:
            if isinstance(view, QTableView):
                rect = table_width(view, -view.verticalHeader().width(), rect)
                painter.setClipRect(view.viewport().rect())
            axis_name(painter, rect, row, scale)
            painter.restore()
            return
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), colour("off"))
        cell: Cell | None = index.data(CELL_ROLE)
        box = rect.adjusted(3, 2.5, -3, -3.5)
        if cell is not None:
            if index.data(PALE_ROLE):
                painter.setOpacity(_PALE)
            self._cell(painter, cell, box, scale)
            painter.setOpacity(1.0)
            if cell.department in row.held:
                self._held(painter, box, scale)
            if index.data(MARK_ROLE):
                self._mark(painter, box, scale)
        else:
            self._last(painter, row, index, rect, scale)
        if option.state & QStyle.StateFlag.State_Selected:
            self._current(painter, box, focused=isinstance(view, QTableView) and view.hasFocus())
        painter.restore()

    def _cell(self, painter: QPainter, cell: Cell, box: QRectF, scale: float) -> None:
        words = cell_word(cell)
        if cell.state not in LOOKS:
            draw_centred(painter, box, words, "sub", scale)
            if cell.provisional:
                self._edge(painter, self._shape(box), "field", 1.0, dashed=True)
            return
        fill, edge, ink = LOOKS[cell.state]
        shape = self._shape(box)
        painter.fillPath(shape, colour("ask-card" if cell.provisional and cell.state == "unanswered" else fill))
        hatched = cell.state == "unanswered" and not cell.provisional
        if hatched:
            draw_hatch(painter, shape, pitch=7.0, width=1.2)
        self._edge(painter, shape, edge, 1.4, dashed=cell.provisional or cell.state == "unanswered")
        if cell.provisional and cell.state == "unanswered":
            words = f"仮・{words}"
        room = box.adjusted(2, 0, -2, 0)
        bold = cell.state in _BOLD
        if _face("mark", scale, bold)[1].horizontalAdvance(words) > room.width():
            words = SHORT_WORDS.get(cell.state, words)
        draw_centred(painter, room, words, ink, scale, bold=bold)

    @staticmethod
    def _shape(box: QRectF) -> QPainterPath:
        shape = QPainterPath()
        shape.addRoundedRect(box, radius("input"), radius("input"))
        return shape

    @staticmethod
    def _edge(painter: QPainter, shape: QPainterPath, name: str, width: float, *, dashed: bool) -> None:
        pen = QPen(colour(name), width)
        if dashed:
            pen.setDashPattern([3, 2])
        painter.strokePath(shape, pen)

    def _mark(self, painter: QPainter, box: QRectF, scale: float) -> None:
        """A ticked box at the left end of the cell."""
        side = 15 * scale
        tick = QRectF(box.left() + 3, box.center().y() - side / 2, side, side)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("key"))
        painter.drawRoundedRect(tick, 3, 3)
        pen = QPen(colour("white"), 2.0 * scale)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        x, y = tick.center().x(), tick.center().y()
        points = ((-0.26, 0.02), (-0.06, 0.22), (0.28, -0.2))
        painter.drawPolyline([QPointF(x + dx * side, y + dy * side) for dx, dy in points])

    @staticmethod
    def _held(painter: QPainter, box: QRectF, scale: float) -> None:
        """Something is 預かり: a small tag at the right end of the cell."""
        side = 19 * scale
        tag = QRectF(box.right() - side - 2, box.center().y() - side / 2, side, side)
        painter.setBrush(colour("grey-tint"))
        painter.setPen(QPen(colour("field"), 1.0))
        painter.drawRoundedRect(tag, radius("check"), radius("check"))
        draw_centred(painter, tag, HELD_CHIP[0], "ink", scale)

    def _last(self, painter: QPainter, row: MatrixRow, index: Index, rect: QRectF, scale: float) -> None:
        """所属長確認 and 取りまとめ."""
        words = index.data(Qt.ItemDataRole.DisplayRole)
        merging = index.column() == index.model().columnCount() - 1
        if not words or row.row is None:
            return
        if not merging:
            draw_centred(painter, rect, words, "sub", scale)
        elif row.row.merged in ("ready", "revise", "conflict"):
            shape = self._shape(rect.adjusted(3, 2.5, -3, -3.5))
            painter.fillPath(shape, colour("ask"))
            self._edge(painter, shape, "ask-edge", 1.4, dashed=False)
            draw_centred(painter, rect.adjusted(5, 0, -5, 0), words, "ink", scale, bold=True)
        else:
            draw_centred(painter, rect, words, "ink" if row.row.merged == "open" else "sub", scale)

    @staticmethod
    def _current(painter: QPainter, box: QRectF, *, focused: bool) -> None:
        """The frame of the chosen cell: ink on yellow while the matrix has the focus."""
        painter.setBrush(Qt.BrushStyle.NoBrush)
        outer = box.adjusted(-1, -1, 1, 1)
        if focused:
            painter.setPen(QPen(colour("focus"), 4.0))
            painter.drawRoundedRect(outer, radius("input"), radius("input"))
        painter.setPen(QPen(colour("ink" if focused else "navy"), 2.0))
        painter.drawRoundedRect(outer, radius("input"), radius("input"))
