"""The table of the departments that files are made for."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from dxdesk.ui.high_contrast import mark_chosen
from dxdesk.ui.inquiry.model import COUNT, FORMS, NAME, DepartmentTable, Index
from dxdesk.ui.theme import colour, desktop_font
from dxdesk.ui.ticks import SIDE, draw_tick, turn, turns
from dxdesk.ui.words import scale_of
from dxdesk.wording.asking import WHOM

ROW = 30


class DepartmentDelegate(QStyledItemDelegate):
    """Words at their side of the cell; a box where there is something to choose, in the middle where it is alone."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(60, round(ROW * scale_of(option.font)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect, scale = QRectF(option.rect), scale_of(option.font)
        painter.save()
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.fillRect(rect, colour("selected"))
            mark_chosen(painter, rect)
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), colour("line"))
        words, state = index.data(), index.data(Qt.ItemDataRole.CheckStateRole)
        inside = rect.adjusted(10 * scale, 0, -10 * scale, 0)
        if state is not None:
            side = SIDE * scale
            left = inside.left() if words else rect.center().x() - side / 2
            box = QRectF(left, rect.center().y() - side / 2, side, side)
            draw_tick(painter, box, scale, ticked=state == Qt.CheckState.Checked)
            inside.setLeft(box.right() + 8 * scale)
        if words:
            font = desktop_font("body", scale, bold=index.column() == NAME)
            painter.setFont(font)
            painter.setPen(colour("ink"))
            painter.drawText(inside, index.data(Qt.ItemDataRole.TextAlignmentRole), words)
        painter.restore()

    def editorEvent(
        self, event: QEvent, model: QAbstractItemModel, _option: QStyleOptionViewItem, index: Index
    ) -> bool:
        """A click anywhere in the cell, or Space, turns its box."""
        return turns(event) and turn(model, index)


class DepartmentView(QTableView):
    """As wide as it is given; the names take what is left."""

    def __init__(self, model: DepartmentTable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setItemDelegate(DepartmentDelegate(self))
        self.setAccessibleName(WHOM)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        for column in range(COUNT, FORMS + 1):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        model.modelReset.connect(self._start)

    def _start(self) -> None:
        """The rows as high as the letters want them, and the cursor on the first box."""
        self.verticalHeader().setDefaultSectionSize(round(ROW * scale_of(self.font())))
        model = self.model()
        assert isinstance(model, DepartmentTable)
        if model.rowCount():
            self.setCurrentIndex(model.index(0, NAME if model.choosable else FORMS))
