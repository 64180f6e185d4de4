"""The matrix as it is laid out: its heads, and how wide and high everything is."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from dxdesk.ui.collect.delegate import MatrixDelegate
from dxdesk.ui.collect.headers import DepartmentHeader, UnitHeader, name_width
from dxdesk.ui.collect.model import MatrixModel
from dxdesk.ui.collect.rows import MatrixRow
from dxdesk.ui.words import scale_of

CELL_LEAST, CELL, CELL_MOST, CELL_WIDEST = 76, 90, 150, 220
"""Columns of departments, px at 100 %: where it is tight, as a rule, where there is room, and where nothing else wants
it."""
CONFIRMED, MERGED = 78, 94
NAME_LEAST, NAME, NAME_MOST = 170, 200, 460
UNIT_ROW, AXIS_ROW = 27, 31


def widths(room: float, count: int, wanted: float = NAME) -> tuple[float, float]:
    """The width of a department's column and of the names for ``count`` departments, px at 100 %.

    Names have the room they ``wanted`` before cells grow; where ``room`` is too small for both, both give way; where
    that is not enough they keep their room and are scrolled.
    """
    wanted = max(NAME, min(NAME_MOST, wanted))
    cell = max(CELL, min(CELL_MOST, (room - wanted) / count)) if count else 0.0
    if NAME + cell * count <= room:
        name = min(NAME_MOST, room - cell * count)
        return (min(CELL_WIDEST, (room - name) / count) if count else 0.0), name
    if NAME_LEAST + CELL_LEAST * count > room:
        return CELL, NAME
    cell = max(CELL_LEAST, min(CELL, (room - NAME_LEAST) / count))
    return cell, max(NAME_LEAST, min(NAME, room - cell * count))


class MatrixGrid(QTableView):
    """A column per department, 所属長確認 and 取りまとめ; names of units stay while one scrolls."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cells = MatrixModel(self)
        self._wanted = 0.0
        self.setVerticalHeader(UnitHeader(self))
        self.setHorizontalHeader(DepartmentHeader(self))
        self.setModel(self.cells)
        self.setItemDelegate(MatrixDelegate(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setWordWrap(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setStyleSheet(
            "QTableView { selection-background-color: transparent; } "
            "QTableView::item:hover, QTableView::item:selected { background: transparent; }"
            "QTableCornerButton::section { background: white; border: 0; }"
        )

    def rows(self) -> tuple[MatrixRow, ...]:
        """What is shown."""
        return self.cells.rows()

    def set_heights(self) -> None:
        """Give every row its height and every head its whole width."""
        header, scale = self.verticalHeader(), scale_of(self.font())
        unit, axis = round(UNIT_ROW * scale), round(AXIS_ROW * scale)
        header.setDefaultSectionSize(unit)
        self.clearSpans()
        self._wanted = name_width(self.cells.rows(), scale)
        for place, row in enumerate(self.cells.rows()):
            wanted = unit if row.row is not None else axis
            if header.sectionSize(place) != wanted:
                header.resizeSection(place, wanted)
            if row.row is None:
                self.setSpan(place, 0, 1, self.cells.columnCount())

    def set_widths(self) -> None:
        """Share the width out anew."""
        scale, count = scale_of(self.font()), len(self.cells.departments())
        header = self.horizontalHeader()
        bar = self.verticalScrollBar().sizeHint().width()
        room = self.width() - bar - (CONFIRMED + MERGED) * scale
        cell, name = widths(room / scale, count, self._wanted / scale)
        cell, name = cell * scale, name * scale
        self.verticalHeader().setFixedWidth(round(name))
        for column in range(count):
            header.resizeSection(column, int(cell))
        if self.cells.columnCount() > count:
            header.resizeSection(count, round(CONFIRMED * scale))
            header.resizeSection(count + 1, round(MERGED * scale))
        self.updateGeometries()  # the head is as high as its names need in this width

    def keyboardSearch(self, _search: str) -> None:
        """Letters search nothing here: names are found in the search field."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.set_widths()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.set_heights()
            self.set_widths()
