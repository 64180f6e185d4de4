"""The table of 宿題: keeps what is chosen and open while its rows change."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeView, QWidget

from dxdesk.ui.actions.delegate import INDENT, WIDTHS, ActionsDelegate, print_link
from dxdesk.ui.actions.model import ActionsModel, Column
from dxdesk.ui.actions.rows import Row
from dxdesk.ui.words import scale_of
from dxdesk.wording.actions import list_title

ALL_COLUMNS_FROM = 860
"""Narrower than this, px at 100 %, where a 宿題 comes from is left to the panel."""


class ActionsView(QTreeView):
    """Groups stand open. Arrows move, Enter asks for a row, ← and → close and open a group."""

    row_chosen = Signal(str)
    """The key of the row that is chosen now."""
    row_requested = Signal(str)
    """Enter or a double click on a row."""
    print_requested = Signal(str)
    """The key of a group whose list is to be printed."""

    def __init__(self, word: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.source = ActionsModel(word, self)
        self._closed: set[str] = set()
        self.setAccessibleName(list_title(word))
        self.setModel(self.source)
        self.setItemDelegate(ActionsDelegate(self))
        self.setIndentation(0)
        self.setMouseTracking(True)
        self.setExpandsOnDoubleClick(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = self.header()
        header.setSectionsMovable(False)
        header.setStretchLastSection(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(Column.NAME, QHeaderView.ResizeMode.Stretch)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setStyleSheet(
            "QTreeView { selection-background-color: transparent; } "
            "QTreeView::item:hover, QTreeView::item:selected { background: transparent; }"
            "QHeaderView::section { padding-left: 2px; } "
            f"QHeaderView::section:first {{ padding-left: {round(INDENT)}px; }}"
        )
        self.selectionModel().currentRowChanged.connect(self._tell_chosen)
        self.doubleClicked.connect(self._double_clicked)
        self.collapsed.connect(lambda index: self._closed.add(self._key(index)))
        self.expanded.connect(lambda index: self._closed.discard(self._key(index)))

    def show_rows(self, rows: Sequence[Row], word: str) -> None:
        """Show rows; what is chosen and closed stays so."""
        chosen, scroll = self.chosen, self.verticalScrollBar().value()
        self.source.show_word(word)
        self.source.show_rows(rows)
        for place in range(self.source.rowCount()):
            index = self.source.index(place, 0)
            self.setExpanded(index, self._key(index) not in self._closed)
        if chosen is not None and self.chosen != chosen:
            self.choose(chosen)
        self.verticalScrollBar().setValue(scroll)

    @property
    def chosen(self) -> str | None:
        """The key of the chosen row."""
        row = self.source.row_of(self.currentIndex())
        return row.key if row else None

    def choose(self, key: str) -> bool:
        """Choose a row and bring it into view; False for one that is not shown."""
        index = self.source.index_of(key)
        if not index.isValid():
            return False
        if index.parent().isValid():
            self.setExpanded(index.parent(), True)
        self.setCurrentIndex(index)
        self.scrollTo(index)
        return True

    def choose_first(self) -> None:
        """Choose the first 宿題."""
        first = self.source.index(0, 0)
        inside = self.source.index(0, 0, first)
        self.setCurrentIndex(inside if inside.isValid() else first)

    def _key(self, index: QModelIndex) -> str:
        row = self.source.row_of(index)
        return row.key if row else ""

    def _tell_chosen(self, index: QModelIndex) -> None:
        self.row_chosen.emit(self._key(index))

    def _double_clicked(self, index: QModelIndex) -> None:
        row = self.source.row_of(index)
        if row is not None and row.listed is not None:
            self.row_requested.emit(row.key)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        row = self.source.row_of(index)
        super().mousePressEvent(event)
        if row is None or row.listed is not None or event.button() != Qt.MouseButton.LeftButton:
            return
        first = index.siblingAtColumn(Column.NAME)
        line = QRectF(self.visualRect(first))
        if print_link(self, row, line).contains(event.position()):
            self.print_requested.emit(row.key)
        elif event.position().x() < INDENT:
            self.setExpanded(first, not self.isExpanded(first))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.chosen is not None:
            self.row_requested.emit(self.chosen)
            return
        super().keyPressEvent(event)

    def drawBranches(self, _painter: QPainter, _rect: QRect, _index: QModelIndex | QPersistentModelIndex) -> None:
        """The delegate draws the chevrons."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        scale = scale_of(self.font())
        self.setColumnHidden(Column.ORIGIN, event.size().width() < ALL_COLUMNS_FROM * scale)
        for column, width in WIDTHS.items():
            self.header().resizeSection(column, round(width * scale))
        super().resizeEvent(event)
