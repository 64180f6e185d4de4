"""The columns that stay in sight when a wide table is scrolled sideways."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView

from dxdesk.ui.cycle.selecting import TurningView


class FrozenColumns(TurningView):
    """The first columns of a table over their place in it, shown only while the table is wider than its window.

    It shares model, selection and painting with the table, and never takes the focus.
    """

    def __init__(self, table: QTableView, columns: int) -> None:
        super().__init__(table)
        self._table, self._columns = table, columns
        self.setModel(table.model())
        self.setSelectionModel(table.selectionModel())
        self.setItemDelegate(table.itemDelegate())
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().hide()
        table.verticalScrollBar().valueChanged.connect(self.verticalScrollBar().setValue)
        self.verticalScrollBar().valueChanged.connect(table.verticalScrollBar().setValue)
        self.hide()

    @property
    def wide(self) -> int:
        """The width of the columns, px."""
        return sum(self._table.columnWidth(column) for column in range(self._columns))

    def arrange(self) -> None:
        """Take the table's measures; to be called when they have changed."""
        table = self._table
        self.verticalHeader().setDefaultSectionSize(table.verticalHeader().defaultSectionSize())
        for column in range(table.model().columnCount()):
            self.setColumnHidden(column, column >= self._columns)
            if column < self._columns:
                self.setColumnWidth(column, table.columnWidth(column))
        viewport = table.viewport().geometry()
        self.setGeometry(viewport.left(), viewport.top(), self.wide, viewport.height())
        self.verticalScrollBar().setValue(table.verticalScrollBar().value())
        needed = sum(table.columnWidth(each) for each in range(table.model().columnCount())) > viewport.width()
        self.setVisible(needed)
        if needed:
            self.raise_()
