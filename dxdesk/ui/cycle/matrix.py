"""取組 × 課: the table, its columns, and the line of counts below it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
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

from dxdesk.ui.cycle.delegate import AskingDelegate
from dxdesk.ui.cycle.model import FIRST, OWNERS, UNIT, AskingModel, department_word
from dxdesk.ui.labels import plain_label, text_scale
from dxdesk.ui.theme import colour, desktop_font, set_look
from dxdesk.wording_cycle import DECIDE_FIRST, DECIDED, asked_words, only_groups

ROW = 27
HEAD = 40
_NAME, _OWNERS, _DEPARTMENT = 224, 204, 86
"""Least widths of the columns, px at 100 %."""


class DecideHead(QFrame):
    """The amber line over what the plan does not say: how many are left, and two ways to decide one."""

    only_main_requested = Signal()
    choice_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_look(self, "ask-line")
        self._left, self._why = plain_label("", "strong"), plain_label("", "small")
        self.only_main = QPushButton(self.tr("主管だけに聞く"))
        self.choose = QPushButton(self.tr("課を選ぶ"))
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 12, 0)
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
        self._why.setText(only_groups(groups) if left else "")
        for button in (self.only_main, self.choose):
            button.setVisible(bool(left))
            button.setToolTip(name)
            button.setAccessibleDescription(name)


class Counts(QWidget):
    """The last line: how many units every department is asked about."""

    def __init__(self, table: QTableView, model: AskingModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table, self._model = table, model
        model.asking_changed.connect(self._renew)
        model.modelReset.connect(self._renew)
        table.horizontalHeader().sectionResized.connect(lambda *_: self.update())
        table.horizontalScrollBar().valueChanged.connect(lambda _value: self.update())

    def words(self) -> tuple[str, str, tuple[str, ...]]:
        """The label, the sum, and the numbers of the departments."""
        asking = [each for each in self._model.asking if each.asked]
        counts = self._model.counts()
        numbers = tuple(str(counts[each.id]) for each in self._model.departments)
        return self.tr("照会する件数"), asked_words(len(asking), sum(each.count for each in asking)), numbers

    def _renew(self) -> None:
        label, total, numbers = self.words()
        named = [
            f"{department_word(each)} {number}" for each, number in zip(self._model.departments, numbers, strict=True)
        ]
        self.setAccessibleName("、".join((label, total, *named)))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, round(32 * text_scale(self)))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        label, total, numbers = self.words()
        painter, scale = QPainter(self), text_scale(self)
        painter.setPen(QPen(colour("stage-open"), 1))
        painter.drawLine(0, 0, self.width(), 0)
        painter.setPen(colour("ink"))
        painter.setFont(desktop_font("body", scale, bold=True))
        table, vertical = self._table, Qt.AlignmentFlag.AlignVCenter
        x = table.columnViewportPosition(UNIT) + 34 * scale
        painter.drawText(QRectF(x, 0, 200 * scale, self.height()), vertical, label)
        x = table.columnViewportPosition(OWNERS) + 4
        painter.drawText(QRectF(x, 0, table.columnWidth(OWNERS), self.height()), vertical, total)
        painter.setFont(desktop_font("section", scale))
        for place, number in enumerate(numbers, start=FIRST):
            box = QRectF(table.columnViewportPosition(place), 0, table.columnWidth(place), self.height())
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, number)
        painter.end()


class MatrixTable(QTableView):
    """The table itself. Space and a click turn a cell; Tab goes on to the next control."""

    def __init__(self, model: AskingModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.setModel(model)
        self.setItemDelegate(AskingDelegate(self))
        self.setAccessibleName(self.tr("取組と照会する課"))
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setMinimumSectionSize(40)
        self.decide = DecideHead()
        self.clicked.connect(model.turn)
        model.modelReset.connect(self.arrange)

    def arrange(self) -> None:
        """Lines that go across, and the amber one with its buttons."""
        model = self._model
        self.clearSpans()
        for place, row in enumerate(model.rows):
            if row.kind != "unit":
                self.setSpan(place, 0, 1, max(1, model.columnCount()))
            if row.kind == "decide":
                self.decide = DecideHead()
                self.setIndexWidget(model.index(place, 0), self.decide)
        self._measure()

    def _measure(self) -> None:
        model, scale = self._model, text_scale(self)
        self.verticalHeader().setDefaultSectionSize(round(ROW * scale))
        if model.rows and model.rows[0].kind == "decide":
            self.setRowHeight(0, round(HEAD * scale))
        if not model.columnCount():
            return
        advance = QFontMetricsF(desktop_font("small", scale, bold=True)).horizontalAdvance
        wide = [round(max(_DEPARTMENT * scale, advance(department_word(each)) + 18)) for each in model.departments]
        name, owners = round(_NAME * scale), round(_OWNERS * scale)
        spare = max(0, self.viewport().width() - sum(wide) - name - owners)
        self.setColumnWidth(UNIT, name + spare // 2)
        self.setColumnWidth(OWNERS, owners + spare - spare // 2)
        for place, each in enumerate(wide, start=FIRST):
            self.setColumnWidth(place, each)

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
        self.counts = Counts(self.table, self.model)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.table, 1)
        column.addWidget(self.counts)
        self.setFocusProxy(self.table)
        self.model.asking_changed.connect(self.renew_decide)
        self.model.modelReset.connect(self._started)
        self.table.selectionModel().currentChanged.connect(lambda *_: self.renew_decide())

    def _started(self) -> None:
        self.table.decide.only_main_requested.connect(self.only_main)
        self.table.decide.choice_requested.connect(self.choose)
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
        self.table.decide.show_left(self.model.undecided, groups, f"{row.number} {row.name}" if row else "")

    def only_main(self) -> None:
        """主管だけに聞く."""
        if (place := self.to_decide()) is not None and (asking := self.model.asking_at(place)) is not None:
            self.model.change(place, asking.only_main())
            self._focus(place)

    def choose(self) -> None:
        """課を選ぶ: everybody is asked until their cells are turned off."""
        if (place := self.to_decide()) is not None and (asking := self.model.asking_at(place)) is not None:
            self.model.change(place, asking.decided())
            self._focus(place)

    def _focus(self, row: int) -> None:
        index: QModelIndex = self.model.index(row, min(FIRST, self.model.columnCount() - 1))
        self.table.setCurrentIndex(index)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
