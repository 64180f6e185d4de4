"""表で見る: what is painted on slides, as tables that assistive technology reads row by row."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QHBoxLayout, QTableView, QVBoxLayout, QWidget

from dxdesk.domain.audience import Audience
from dxdesk.ui.board.course import Position, View
from dxdesk.ui.board.model import CODE_ROLE, SlideTableModel
from dxdesk.ui.board.tables import table_of
from dxdesk.ui.labels import plain_label, text_scale
from dxdesk.ui.reading import LARGE_UNITS
from dxdesk.wording.help import ABOUT_TABLES, NO_TABLE, TABLE_WORDS, TABLES

_MEASURED = 50
"""Rows that decide how wide a column is."""
_AIR = 8
"""px between the words of one row and the next."""
_WIDEST = 420
"""Widest column, px at 100 %."""


class Tables(QWidget):
    """The slides of a cycle in words; Enter on a row goes to its unit."""

    unit_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: Audience | None = None
        self.which = QComboBox()
        for key, name in TABLE_WORDS.items():
            self.which.addItem(name, key)
        self.which.setAccessibleName(TABLES)
        self._words = plain_label("", "small")
        self.table, self._model = QTableView(), SlideTableModel(self)
        table = self.table
        table.setModel(self._model)
        table.setAccessibleName(TABLES)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setAlternatingRowColors(True)
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        header = table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setResizeContentsPrecision(_MEASURED)
        header.setStretchLastSection(True)
        word = plain_label(TABLES, "section")
        word.setBuddy(self.which)
        head = QHBoxLayout()
        head.setContentsMargins(16, 10, 16, 8)
        head.setSpacing(12)
        head.addWidget(word)
        head.addWidget(self.which)
        head.addWidget(self._words, 1, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(table, 1)
        self.which.currentIndexChanged.connect(lambda _place: self._show())
        table.activated.connect(self._go_to)
        self.setFocusProxy(table)
        self.show_course(None)

    def show_course(self, found: Audience | None) -> None:
        """Show the slides of a cycle; None where there is none yet."""
        self._shown = found if found else None
        self._words.setText(f"{found.cycle.name}　{ABOUT_TABLES}" if found else NO_TABLE)
        for widget in (self.which, self.table):
            widget.setVisible(found is not None)
        self._show()

    def choose(self, which: str) -> None:
        """Show one of the slides by its key."""
        self.which.setCurrentIndex(max(0, self.which.findData(which)))

    def _go_to(self, row: QModelIndex) -> None:
        code = row.data(CODE_ROLE)
        if code:  # a row of 次第 or 宿題 may be of no unit
            self.unit_requested.emit(code)

    def _show(self) -> None:
        if self._shown is None:
            return
        view: View = self.which.currentData()
        self._model.show_table(table_of(self._shown, Position(view=view)))
        self.table.resizeColumnsToContents()
        widest = round(_WIDEST * text_scale(self))
        last = self._model.columnCount() - 1
        for column in range(last):
            self.table.setColumnWidth(column, min(self.table.columnWidth(column), widest))
        self.table.setColumnWidth(last, min(self.table.columnWidth(last), widest // 2))  # it takes what is left over
        few = self._model.rowCount() <= LARGE_UNITS
        self.table.setWordWrap(few)
        if few:
            self.table.resizeRowsToContents()
            for row in range(self._model.rowCount()):
                self.table.setRowHeight(row, self.table.rowHeight(row) + _AIR)
        self.table.selectRow(0)
