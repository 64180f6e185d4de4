"""取組 × 課: the table with the names of its columns, what has to be decided, and the counts."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from dxdesk.ui.bands import announce
from dxdesk.ui.cycle.delegate import AskingDelegate
from dxdesk.ui.cycle.frozen import FrozenColumns
from dxdesk.ui.cycle.matrix_edges import Counts, Heads
from dxdesk.ui.cycle.model import FIRST, OWNERS, UNIT, AskingModel, department_word
from dxdesk.ui.labels import PhraseLabel, plain_label, text_scale
from dxdesk.ui.theme import desktop_font, set_look
from dxdesk.wording_cycle import DECIDE_FIRST, DECIDED, choose_cells, only_groups

Index = QModelIndex | QPersistentModelIndex

ROW = 27
_NAME, _OWNERS, _DEPARTMENT, _TWO_LINES = 224, 204, 86, 112
"""Least widths of the columns, and from which width on a name takes two lines; px at 100 %."""


class DecideHead(QFrame):
    """The amber line over what the plan does not say: how many are left, and two ways to decide one."""

    only_main_requested = Signal()
    choice_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_look(self, "ask-line")
        self._left, self._why = plain_label("", "strong"), PhraseLabel("", "small", most=1)
        self.only_main = QPushButton(self.tr("主管だけに聞く"))
        self.choose = QPushButton(self.tr("課を選ぶ"))
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 2, 12, 3)
        row.setSpacing(12)
        for widget in (self._left, self._why, self.only_main, self.choose):
            row.addWidget(widget)
        row.insertSpacing(2, 8)
        row.addStretch(1)
        self.only_main.clicked.connect(self.only_main_requested)
        self.choose.clicked.connect(self.choice_requested)

    def show_left(self, left: int, groups: str, name: str) -> None:
        """``left`` units are undecided; ``groups`` is what the plan says, ``name`` the unit the buttons decide."""
        self._left.setText(f"{DECIDE_FIRST} {left}件" if left else DECIDED)
        self._why.show_text(only_groups(name, groups) if left else "")
        for button in (self.only_main, self.choose):
            button.setVisible(bool(left))
            button.setToolTip(name)
            button.setAccessibleDescription(name)

    def show_choosing(self, words: str) -> None:
        """Say how departments are chosen, until one is."""
        self._why.show_text(words)
        for button in (self.only_main, self.choose):
            button.hide()

    @property
    def words(self) -> str:
        """What the line says."""
        return f"{self._left.text()}　{self._why.text()}"


class MatrixTable(QTableView):
    """The table itself. Space and a click turn a cell; Tab goes on to the next control."""

    def __init__(self, model: AskingModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.setModel(model)
        self.setItemDelegate(AskingDelegate(self))
        self.setAccessibleName(self.tr("取組と照会する課"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().hide()
        self.frozen = FrozenColumns(self, FIRST)
        for view in (self, self.frozen):
            view.clicked.connect(model.turn)
        self.frozen.clicked.connect(self.setFocus)
        self.selectionModel().currentChanged.connect(lambda *_: self.frozen.viewport().update())
        model.modelReset.connect(self.arrange)

    def arrange(self) -> None:
        """Lines of axes that go across, and all measures."""
        for view in (self, self.frozen):
            view.clearSpans()
            for place, row in enumerate(self._model.rows):
                if row.kind == "axis":
                    view.setSpan(place, 0, 1, FIRST)
        self._measure()

    def _measure(self) -> None:
        model, scale = self._model, text_scale(self)
        self.verticalHeader().setDefaultSectionSize(round(ROW * scale))
        if not model.columnCount():
            return
        advance = QFontMetricsF(desktop_font("small", scale, bold=True)).horizontalAdvance
        wide = [self._department_width(advance(department_word(each)), scale) for each in model.departments]
        name, owners = round(_NAME * scale), round(_OWNERS * scale)
        spare = max(0, self.viewport().width() - sum(wide) - name - owners)
        self.setColumnWidth(UNIT, name + spare // 2)
        self.setColumnWidth(OWNERS, owners + spare - spare // 2)
        for place, each in enumerate(wide, start=FIRST):
            self.setColumnWidth(place, each)
        self.frozen.arrange()

    @staticmethod
    def _department_width(words: float, scale: float) -> int:
        """One line for a short name, two for a longer one."""
        one = words + 14
        return round(max(_DEPARTMENT * scale, one if one <= _TWO_LINES * scale else words / 2 + 30 * scale))

    def scrollTo(
        self,
        index: Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        bar = self.horizontalScrollBar()
        before = bar.value()
        super().scrollTo(index, hint)
        if index.column() < FIRST:
            bar.setValue(before)
        elif self.frozen.isVisible() and (hidden := self.frozen.wide - self.visualRect(index).left()) > 0:
            bar.setValue(bar.value() - hidden)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._measure()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and self._model.turn(self.currentIndex()):
            return
        super().keyPressEvent(event)


class Matrix(QWidget):
    """The table with its counts, and what is decided in it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = AskingModel(self)
        self.table = MatrixTable(self.model)
        self.heads, self.counts = Heads(self.table, self.model), Counts(self.table, self.model)
        self.decide = DecideHead()
        self._choosing = -1
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self.heads, self.decide, self.table, self.counts):
            column.addWidget(widget, 1 if widget is self.table else 0)
        self.decide.only_main_requested.connect(self.only_main)
        self.decide.choice_requested.connect(self.choose)
        self.setFocusProxy(self.table)
        self.model.asking_changed.connect(self.renew_decide)
        self.model.modelReset.connect(self._started)
        self.table.selectionModel().currentChanged.connect(lambda *_: self.renew_decide())

    def _started(self) -> None:
        self._choosing = -1
        self.decide.setVisible(any(row.open for row in self.model.rows))
        first = next((place for place, row in enumerate(self.model.rows) if row.kind == "unit"), None)
        if first is not None:
            self.table.setCurrentIndex(self.model.index(first, UNIT))
        self.renew_decide()

    def to_decide(self) -> int | None:
        """The line that the amber buttons decide: the current one where it is undecided, else the first such."""

        def open_(row: int) -> bool:
            asking = self.model.asking_at(row)
            return asking is not None and asking.provisional and asking.asked

        current = self.table.currentIndex().row()
        if open_(current):
            return current
        return next((row for row in range(len(self.model.rows)) if open_(row)), None)

    def renew_decide(self) -> None:
        """Show how many are left."""
        place = self.to_decide()
        row = self.model.rows[place] if place is not None else None
        groups = "・".join(name for name, _ in row.owners) if row else ""
        self.decide.show_left(self.model.undecided, groups, f"{row.number} {row.name}" if row else "")
        current, choosing = self.table.currentIndex().row(), self.model.asking_at(self._choosing)
        if choosing is not None and not choosing.asked and self._choosing == current:
            self.decide.show_choosing(self._choosing_words())

    def _choosing_words(self) -> str:
        row = self.model.rows[self._choosing]
        return choose_cells(f"{row.number} {row.name}")

    def only_main(self) -> None:
        """主管だけに聞く."""
        if (place := self.to_decide()) is not None and (asking := self.model.asking_at(place)) is not None:
            self.model.change(place, asking.only_main())
            self._focus(place)

    def choose(self) -> None:
        """課を選ぶ: nobody is asked until a cell is turned on."""
        if (place := self.to_decide()) is not None and (asking := self.model.asking_at(place)) is not None:
            self._choosing = place
            self.model.change(place, asking.cleared())
            known = [each.id for each in self.model.departments]
            self._focus(place, next((known.index(each) for each in known if each in asking.parts), 0))
            self.renew_decide()
            announce(self, self._choosing_words())

    def _focus(self, row: int, department: int = 0) -> None:
        index: QModelIndex = self.model.index(row, min(FIRST + department, self.model.columnCount() - 1))
        self.table.setCurrentIndex(index)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
