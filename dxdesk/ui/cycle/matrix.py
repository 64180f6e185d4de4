"""取組 × 課: the table with the names of its columns, what has to be decided, and the counts."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QVBoxLayout, QWidget

from dxdesk.domain.asking import Asking
from dxdesk.ui.bands import announce
from dxdesk.ui.cycle.decide_head import DecideHead, Deciding
from dxdesk.ui.cycle.delegate import AskingDelegate
from dxdesk.ui.cycle.frozen import FrozenColumns
from dxdesk.ui.cycle.matrix_edges import Counts, Heads
from dxdesk.ui.cycle.model import AskingModel
from dxdesk.ui.cycle.rows import FIRST, OWNERS, UNIT, department_word, owner_words
from dxdesk.ui.cycle.rows_line import RowsLine
from dxdesk.ui.cycle.selecting import TurningView, chosen_lines
from dxdesk.ui.labels import text_scale
from dxdesk.ui.theme import desktop_font
from dxdesk.wording.cycle import choose_cells, choose_cells_of, chosen_rows, like_this, like_this_told, only_groups

Index = QModelIndex | QPersistentModelIndex

ROW = 27
_NAME, _OWNERS, _DEPARTMENT, _TWO_LINES = 224, 204, 86, 112
"""Least widths of the columns, and from which width on a name takes two lines; px at 100 %."""


class MatrixTable(TurningView):
    """The table itself. Space and a click turn a cell; Tab goes on to the next control.

    Several lines are selected with Shift or Ctrl; then a cell is turned in all of them, and after that only the line
    of that cell is selected.
    """

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
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().hide()
        self.frozen = FrozenColumns(self, FIRST)
        for view in (self, self.frozen):
            view.turned.connect(self._turn)
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
        if event.key() != Qt.Key.Key_Space or not self._turn(self.currentIndex()):
            super().keyPressEvent(event)

    def _turn(self, index: Index) -> bool:
        turned = self._model.turn(index, chosen_lines(self) if index.row() in chosen_lines(self) else ())
        if turned:
            self.choose_cell(index)
        return turned

    def choose_cell(self, index: Index, lines: Sequence[int] = ()) -> None:
        """Go to a cell; only its line, or ``lines``, are selected then."""
        model, flag = self._model, QItemSelectionModel.SelectionFlag
        chosen = QItemSelection()
        for line in lines or (index.row(),):
            chosen.select(model.index(line, UNIT), model.index(line, model.columnCount() - 1))
        self.selectionModel().select(chosen, flag.ClearAndSelect)
        self.selectionModel().setCurrentIndex(index, flag.NoUpdate)


class Matrix(QWidget):
    """The table with its counts, and what is decided in it. Ctrl+Z takes the last step back, Ctrl+Y does it again."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = AskingModel(self)
        self.table = MatrixTable(self.model)
        self.heads, self.counts = Heads(self.table, self.model), Counts(self.table, self.model)
        self.decide, self.line = DecideHead(), RowsLine()
        self._choosing: tuple[int, ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self.heads, self.decide, self.table, self.counts, self.line):
            column.addWidget(widget, 1 if widget is self.table else 0)
        self.decide.only_main_requested.connect(self.only_main)
        self.decide.choice_requested.connect(self.choose)
        self.decide.again_requested.connect(self.use_again)
        self.decide.undo_requested.connect(self.undo)
        self.line.undo.clicked.connect(self.undo)
        self.setFocusProxy(self.table)
        self.model.asking_changed.connect(self.renew_decide)
        self.model.modelReset.connect(self._started)
        self.table.selectionModel().currentChanged.connect(lambda *_: self.renew_decide())
        self.table.selectionModel().selectionChanged.connect(lambda *_: self.renew_decide())

    def _started(self) -> None:
        self._choosing = ()
        first = next((place for place, row in enumerate(self.model.rows) if row.kind == "unit"), None)
        if first is not None:
            self.table.setCurrentIndex(self.model.index(first, UNIT))
        self.renew_decide()

    def to_decide(self) -> tuple[int, ...]:
        """The lines that the amber buttons decide: the undecided ones that are selected, else the first there is."""
        undecided = self.model.undecided
        return tuple(each for each in undecided if each in chosen_lines(self.table)) or undecided[:1]

    def renew_decide(self) -> None:
        """Show how many are left, and what the buttons do now."""
        rows, places = self.model.rows, self.to_decide()
        self.line.show_changed(self.model.changed_now)
        left, again = len(self.model.undecided), self._used_again()
        self.decide.setVisible(left > 0 or any(row.open for row in rows))
        meant = "、".join(f"{rows[each].number} {rows[each].name}" for each in places)
        words = chosen_rows(len(places)) if len(places) > 1 else ""
        if len(places) == 1:
            words = only_groups(meant, owner_words(rows[places[0]]))
        if self._still_choosing():
            words, meant = self._choosing_words(), ""
        current = self.table.currentIndex().row()
        button = like_this(len(again)) if again else ""
        told = like_this_told(len(again), rows[current].number, owner_words(rows[current])) if again else ""
        self.decide.show_deciding(Deciding(left, words, meant, button, told, undo=self.model.can_undo))

    def _still_choosing(self) -> bool:
        asking = [each for place in self._choosing if (each := self.model.asking_at(place)) is not None]
        cleared = bool(asking) and not any(each.asked or each.provisional for each in asking)
        return cleared and self.table.currentIndex().row() in self._choosing

    def _choosing_words(self) -> str:
        if len(self._choosing) > 1:
            return choose_cells_of(len(self._choosing))
        row = self.model.rows[self._choosing[0]]
        return choose_cells(f"{row.number} {row.name}")

    def _used_again(self) -> tuple[int, ...]:
        """The lines for which the decision of the current one can be used: the plan says the same of them."""
        current = self.table.currentIndex().row()
        asking = self.model.asking_at(current)
        decided = asking is not None and asking.asked and not asking.provisional and self.model.rows[current].open
        return self.model.alike(current) if decided else ()

    def only_main(self) -> None:
        """主管だけに聞く."""
        places = self.to_decide()
        if self.model.change([asking.only_main() for asking in self._asking(places)]):
            self._focus(places[0])

    def choose(self) -> None:
        """課を選ぶ: nobody is asked until a cell is turned on."""
        places = self.to_decide()
        cleared = [asking.cleared() for asking in self._asking(places)]
        if cleared:
            self._choosing = places
            self.model.change(cleared)
            known = [each.id for each in self.model.departments]
            first = next((place for place, each in enumerate(known) if each in cleared[0].parts), 0)
            self._focus(places[0], first, places)
            self.renew_decide()
            announce(self, self._choosing_words())

    def use_again(self) -> None:
        """Ask about every undecided unit of which the plan says the same as about the current one."""
        places, source = self._used_again(), self.model.asking_at(self.table.currentIndex().row())
        if source is not None and self.model.change([asking.like(source) for asking in self._asking(places)]):
            self.table.choose_cell(self.table.currentIndex())
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
            announce(self, self.decide.words)

    def undo(self) -> None:
        """元に戻す."""
        self.model.undo()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, self.decide.words)

    def event(self, event: QEvent) -> bool:
        """The way back within the table comes before the desk's own."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _way_back(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not (step := _way_back(event)):
            super().keyPressEvent(event)
        elif step == "undo":
            self.model.undo()
        else:
            self.model.redo()

    def _asking(self, places: Sequence[int]) -> list[Asking]:
        return [each for place in places if (each := self.model.asking_at(place)) is not None]

    def _focus(self, row: int, department: int = 0, lines: Sequence[int] = ()) -> None:
        """Go to a cell; only its line, or ``lines``, are selected then."""
        self.table.choose_cell(self.model.index(row, min(FIRST + department, self.model.columnCount() - 1)), lines)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)


def _way_back(event: QKeyEvent) -> str:
    """``undo`` or ``redo`` where a key means that."""
    if event.matches(QKeySequence.StandardKey.Undo):
        return "undo"
    control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
    return "redo" if event.matches(QKeySequence.StandardKey.Redo) or (control and event.key() == Qt.Key.Key_Y) else ""
