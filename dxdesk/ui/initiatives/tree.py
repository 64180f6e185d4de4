"""The tree of 取組一覧: keeps what is open and chosen while its rows change."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, QItemSelection, QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QRegion, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QHeaderView, QTreeView, QWidget

from dxdesk.ui.initiatives.delegate import INDENT, WIDTHS, InitiativeDelegate
from dxdesk.ui.initiatives.model import Column, InitiativeModel
from dxdesk.ui.initiatives.rows import Row
from dxdesk.ui.words import scale_of

ROOM_FOR: Final = {Column.OWNERS: 820, Column.CHANGE: 700}
"""Narrower than this, px at 100 %, a column leaves its room to the names; the 個票 tells what it would."""

MEASURED_ROWS = 400
"""More rows than this are scrolled row by row, for then only those in sight have to be measured."""


@dataclass(frozen=True)
class TreePlace:
    """What a person left open and chosen, and how far down the tree was scrolled."""

    opened: frozenset[str]
    chosen: str | None
    scroll: int


class InitiativeTree(QTreeView):
    """Rows with five columns. Groups stand open at first; arrows move, Enter and a double click ask for a row."""

    row_chosen = Signal(str)
    """The key of the row that is chosen now."""
    row_requested = Signal(str)
    """Enter or a double click on a row."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = InitiativeModel(self)
        self._opened: set[str] = set()
        self._known: set[str] = set()
        self._restoring = False
        self.setAccessibleName(self.tr("取組の一覧"))
        self.setModel(self._rows)
        self._painter = InitiativeDelegate(self)
        self.setItemDelegate(self._painter)
        self.setIndentation(INDENT)
        self.setUniformRowHeights(False)
        self.setMouseTracking(True)
        self.setExpandsOnDoubleClick(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = self.header()
        header.setSectionsMovable(False)
        header.setStretchLastSection(False)
        header.setMinimumSectionSize(40)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(Column.NAME, QHeaderView.ResizeMode.Stretch)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setStyleSheet(
            "QTreeView { selection-background-color: transparent; } "
            "QTreeView::item:hover, QTreeView::item:selected { background: transparent; }"
        )
        self.expanded.connect(self._note_opened)
        self.collapsed.connect(self._note_closed)
        self.doubleClicked.connect(self._double_clicked)
        self.selectionModel().currentRowChanged.connect(self._tell_chosen)

    def show_rows(
        self, rows: Sequence[Row], opened: Collection[str] = (), typed: str = "", place: TreePlace | None = None
    ) -> None:
        """Show rows; those in ``opened`` stand open besides what a person opened. ``typed`` is marked in the names.

        With a ``place`` the tree stands as it was left there; after another search what is chosen is in sight.
        """
        chosen = place.chosen if place else self.chosen
        if place is not None:
            self._opened = set(place.opened)
            self._known |= self._opened
        searched = typed != self._painter.typed
        if searched:
            self._painter.typed = typed
            self.viewport().update()
        scroll = place.scroll if place else self.verticalScrollBar().value()
        new_groups = {row.key for row in rows if row.kind == "group"} - self._known
        self._known |= new_groups
        self._opened |= new_groups
        self._restoring = True
        modes, few = QAbstractItemView.ScrollMode, len(rows) <= MEASURED_ROWS
        if not few:
            self.setVerticalScrollMode(modes.ScrollPerItem)
        self._rows.show_rows(rows)
        if few:  # only now, or all the rows before would be measured
            self.setVerticalScrollMode(modes.ScrollPerPixel)
        parents = {row.parent for row in rows}
        for row in rows:
            if row.key in parents:
                index, wish = self._rows.index_of(row.key), row.key in self._opened or row.key in opened
                if self.isExpanded(index) != wish:
                    self.setExpanded(index, wish)
        self._restoring = False
        if chosen is not None and self._rows.index_of(chosen).isValid():
            self.choose(chosen)
        if place is not None:
            self.doItemsLayout()  # only then the bar knows how far down it goes
        self._leave_row_under_pointer()
        self.verticalScrollBar().setValue(scroll)
        if searched and place is None:  # what was found stays in sight among all the others
            self.scrollTo(self.currentIndex())

    @property
    def chosen(self) -> str | None:
        """The key of the chosen row."""
        row = self._rows.row_of(self.currentIndex())
        return row.key if row else None

    def choose(self, key: str) -> None:
        """Choose a row, open what it stands under and bring it into view; nothing for one that is not shown."""
        index = self._rows.index_of(key)
        if not index.isValid():
            return
        above = index.parent()
        while above.isValid():
            self.setExpanded(above, True)
            above = above.parent()
        self.setCurrentIndex(index)
        self.scrollTo(index)

    def open_all(self) -> None:
        """Open every row that has something below it."""
        self.expandAll()
        self._opened = {row.key for row in self._rows.rows()}

    def close_all(self) -> None:
        """Close every row; the choice moves to its topmost row."""
        index = self.currentIndex()
        while index.parent().isValid():
            index = index.parent()
        self.collapseAll()
        self._opened = set()
        if index.isValid():
            self.setCurrentIndex(index)

    @property
    def place(self) -> TreePlace:
        """What is open, chosen and in view."""
        return TreePlace(frozenset(self._opened), self.chosen, self.verticalScrollBar().value())

    def _note_opened(self, index: QModelIndex) -> None:
        row = self._rows.row_of(index)
        if row and not self._restoring:
            self._opened.add(row.key)

    def _note_closed(self, index: QModelIndex) -> None:
        row = self._rows.row_of(index)
        if row and not self._restoring:
            self._opened.discard(row.key)

    def _tell_chosen(self, index: QModelIndex) -> None:
        row = self._rows.row_of(index)
        if row is not None:
            self.row_chosen.emit(row.key)

    def _double_clicked(self, index: QModelIndex) -> None:
        row = self._rows.row_of(index)
        if row is not None and row.kind == "unit":
            self.row_requested.emit(row.key)
        elif row is not None:
            first = index.siblingAtColumn(Column.NAME)
            self.setExpanded(first, not self.isExpanded(first))

    def verticalOffset(self) -> int:
        """Where rows are scrolled one by one nobody needs it: only a ground with a picture would, and for that Qt
        measures every row above whenever it paints."""
        pixels = self.verticalScrollMode() == QAbstractItemView.ScrollMode.ScrollPerPixel
        return super().verticalOffset() if pixels else 0

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        """Only what is in sight: Qt measures every row on the way to one that is not. Rows are counted as they stand
        below each other."""
        first, last = self.indexAt(QPoint(0, 0)), self.indexAt(QPoint(0, self.viewport().height() - 1))
        until = last.internalId() if last.isValid() else len(self._rows.rows())
        seen = QItemSelection()
        for each in selection.indexes():
            if first.internalId() <= each.internalId() <= until:
                seen.select(each, each)
        return super().visualRegionForSelection(seen)

    def scrollTo(
        self,
        index: QModelIndex | QPersistentModelIndex,
        hint: QTreeView.ScrollHint = QTreeView.ScrollHint.EnsureVisible,
    ) -> None:
        self._leave_row_under_pointer()
        super().scrollTo(index, hint)

    def _leave_row_under_pointer(self) -> None:
        """Before a jump: Qt would measure every row on the way back to it. The scrolled view finds the new one."""
        QApplication.sendEvent(self.viewport(), QEvent(QEvent.Type.Leave))

    def drawBranches(self, _painter: QPainter, _rect: QRect, _index: QModelIndex | QPersistentModelIndex) -> None:
        """The delegate draws the chevrons."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.chosen is not None:
            self.row_requested.emit(self.chosen)
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        scale = scale_of(self.font())
        for column, room in ROOM_FOR.items():
            self.setColumnHidden(column, event.size().width() < room * scale)
        for column, width in WIDTHS.items():
            self.header().resizeSection(column, round(width * scale))
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()  # names may take another number of lines
