"""The table of what has arrived: Space sets a tick, Enter leads to the answer, and what is chosen stays so."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from dxdesk.ui.bands import announce
from dxdesk.ui.take_in.delegate import (
    INDENT,
    NAME_SHARE,
    ROW_HEIGHT,
    WIDTHS,
    AnswersDelegate,
    longest,
    widest_tag,
)
from dxdesk.ui.take_in.model import AnswersModel, Column
from dxdesk.ui.take_in.rows import AnswerRow
from dxdesk.ui.theme import desktop_font
from dxdesk.ui.ticks import turn
from dxdesk.ui.words import scale_of
from dxdesk.wording.take_in import TITLE

REASON_FROM = 560
"""Narrower than this, px at 100 %, why a row is of its kind is left to the panel."""


class AnswersView(QTableView):
    """Answers under heads that the arrows pass over."""

    row_chosen = Signal(str)
    """The key of the answer that is chosen now."""
    row_requested = Signal(str)
    """Enter or a double click on an answer."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.source = AnswersModel(self)
        self.setAccessibleName(TITLE)
        self.setModel(self.source)
        self.setItemDelegate(AnswersDelegate(self))
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        rows, header = self.verticalHeader(), self.horizontalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setMinimumSectionSize(40)
        self.setStyleSheet(
            "QTableView { selection-background-color: transparent; } "
            "QTableView::item:hover, QTableView::item:selected { background: transparent; }"
            "QHeaderView::section { padding-left: 2px; } "
            f"QHeaderView::section:first {{ padding-left: {round(INDENT) + 6}px; }}"
        )
        self.selectionModel().currentRowChanged.connect(self._tell_chosen)
        self.doubleClicked.connect(self._double_clicked)

    def show_rows(self, rows: Sequence[AnswerRow]) -> None:
        """Show rows; what is chosen stays so, else the first answer is."""
        chosen, scroll = self.chosen, self.verticalScrollBar().value()
        self.source.show_rows(rows)
        self._share_out(self.viewport().width())
        self.verticalScrollBar().setValue(scroll)
        if chosen is None or not self.choose(chosen.key):
            self.choose_first()

    @property
    def chosen(self) -> AnswerRow | None:
        """The answer that is chosen."""
        return self.source.row_of(self.currentIndex())

    def choose(self, key: str) -> bool:
        """Choose an answer and bring it into view; False for one that is not shown."""
        index = self.source.index_of(key)
        if not index.isValid():
            return False
        if index != self.currentIndex():
            self.setCurrentIndex(index)
            self.scrollTo(index)
        return True

    def choose_first(self) -> None:
        """Choose the first answer that there is something to take of, else the first."""
        answers = [each for each in self.source.rows() if each.kind is not None]
        first = next((each for each in answers if each.can_tick), answers[0] if answers else None)
        if first is None:
            self.row_chosen.emit("")
        else:
            self.choose(first.key)
            self.scrollToTop()

    def choose_file(self, key: str) -> None:
        """Choose the first answer of a file."""
        row = next((each for each in self.source.rows() if each.file == key), None)
        if row is not None:
            self.setCurrentIndex(self.source.index_of(row.key))
            self.scrollTo(self.currentIndex(), QAbstractItemView.ScrollHint.PositionAtCenter)

    def _tell_chosen(self, index: QModelIndex) -> None:
        row = self.source.row_of(index)
        self.row_chosen.emit(row.key if row else "")

    def _double_clicked(self, index: QModelIndex) -> None:
        row = self.source.row_of(index)
        if row is not None and row.kind is not None:
            self.row_requested.emit(row.key)

    def _toggle(self, index: QModelIndex) -> bool:
        row = self.source.row_of(index)
        if row is None or not row.can_tick or not turn(self.source, index.siblingAtColumn(Column.NAME)):
            return False
        announce(self, f"{row.words}、{'外しました' if row.key in self.source.left_out else '選びました'}")
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        super().mousePressEvent(event)
        left = event.position().x() < INDENT * scale_of(self.font())
        if left and event.button() == Qt.MouseButton.LeftButton and index.isValid():
            self._toggle(index)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Two quick clicks on a check box are two clicks."""
        if event.position().x() < INDENT * scale_of(self.font()):
            self.mousePressEvent(event)
        else:
            super().mouseDoubleClickEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        chosen = self.chosen
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and chosen is not None and not event.modifiers():
            self.row_requested.emit(chosen.key)
        elif event.key() == Qt.Key.Key_Space and chosen is not None:
            self._toggle(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.verticalHeader().setDefaultSectionSize(round(ROW_HEIGHT * scale_of(self.font())))
        self._share_out(event.size().width())
        super().resizeEvent(event)

    def _name_width(self, rest: float, scale: float) -> float:
        """Half of what is left, or more for long names where reasons are short."""
        rows = [each for each in self.source.rows() if each.kind is not None]
        name = longest((each.words for each in rows), desktop_font("body", scale, bold=True)) + (INDENT + 18) * scale
        reason = longest((each.reason for each in rows), desktop_font("small", scale)) + 14 * scale
        half = rest * NAME_SHARE
        return max(half, min(name, rest - reason))

    def _share_out(self, wide: int) -> None:
        """Give every column its width."""
        scale, header = scale_of(self.font()), self.horizontalHeader()
        narrow = wide < REASON_FROM * scale
        self.setColumnHidden(Column.REASON, narrow)
        widths = {column: round(width * scale) for column, width in WIDTHS.items()}
        widths[Column.KIND] = round(widest_tag(scale) + 14)
        rest = wide - sum(widths.values())
        widths[Column.NAME] = rest if narrow else round(self._name_width(rest, scale))
        widths[Column.REASON] = rest - widths[Column.NAME]
        for column, width in widths.items():
            header.resizeSection(column, width)
