"""The answers of the departments: a click on a sentence puts it into the text, or takes it out."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QVBoxLayout, QWidget

from dxdesk.ui.consolidate.delegate import AnswerDelegate, UnitDelegate
from dxdesk.ui.consolidate.model import AnswerModel, UnitModel
from dxdesk.ui.consolidate.rows import AnswerRow
from dxdesk.ui.labels import PhraseLabel
from dxdesk.wording.consolidate import CLICK_HINT

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class RowList(QListView):
    """A list whose lines are as high as their words need."""

    row_requested = Signal(QModelIndex)
    """Clicked, or Enter or Space pressed on it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.clicked.connect(self.row_requested)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER and not event.modifiers() and self.currentIndex().isValid():
            self.row_requested.emit(self.currentIndex())
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.scheduleDelayedItemsLayout()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.scheduleDelayedItemsLayout()


class UnitList(RowList):
    """The units of a cycle as they are worked off."""

    unit_chosen = Signal(str)
    """The id of the unit that a person goes to."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = UnitModel(self)
        self.setModel(self.rows)
        self.setItemDelegate(UnitDelegate(self))
        self.setAccessibleName(self.tr("取りまとめる取組"))
        self.row_requested.connect(lambda index: self.unit_chosen.emit(self.rows.rows[index.row()].unit))

    def mark(self, unit: str) -> None:
        """Mark the unit that is open."""
        place = self.rows.place_of(unit)
        if place is not None:
            self.setCurrentIndex(self.rows.index(place))


class AnswersView(QWidget):
    """The head of the open unit and the cards below it."""

    sentence_requested = Signal(AnswerRow)
    missing_requested = Signal()
    """A department without an answer was opened."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = AnswerModel(self)
        self._title, self._answered = PhraseLabel("", "section", most=2), PhraseLabel("", "small")
        self.list = RowList()
        self.list.setModel(self.rows)
        self.list.setItemDelegate(AnswerDelegate(self.list))
        self.list.setAccessibleName(self.tr("各課の回答"))
        self.list.setStyleSheet("QListView { background: transparent; }")
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        head = QVBoxLayout()
        head.setContentsMargins(16, 10, 16, 8)
        head.setSpacing(2)
        head.addWidget(self._title)
        head.addWidget(self._answered)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.list, 1)
        self.list.row_requested.connect(self._requested)
        self.setFocusProxy(self.list)

    def show_unit(self, title: str, answered: str, rows: tuple[AnswerRow, ...], *, writable: bool) -> None:
        """Show the answers of a unit; ``writable``: sentences can be put into the text."""
        self._title.show_text(title)
        self._answered.show_text(f"{answered}　{CLICK_HINT}" if writable else answered)
        if rows != self.rows.rows:
            self.rows.show_rows(rows)
            first = next((place for place, row in enumerate(rows) if row.kind == "text"), 0)
            self.list.setCurrentIndex(self.rows.index(first))

    def _requested(self, index: QModelIndex) -> None:
        row = self.rows.rows[index.row()]
        if row.kind == "text":
            self.sentence_requested.emit(row)
        elif row.kind == "silent":
            self.missing_requested.emit()
