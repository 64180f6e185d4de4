"""提出分をまとめて受理する: the list of what will be accepted, everything ticked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QCheckBox, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from dxdesk.domain.collection import SlotKey
from dxdesk.ui.collect.accept_model import LINE_ROLE, AcceptLine, AcceptModel, Index
from dxdesk.ui.collect.task import Task
from dxdesk.ui.high_contrast import mark_chosen
from dxdesk.ui.symbols import draw_symbol
from dxdesk.ui.theme import colour, desktop_font
from dxdesk.ui.ticks import SIDE, draw_tick, turn, turns
from dxdesk.ui.words import draw_words, scale_of
from dxdesk.wording.collect import LEAVE_OUT, LEFT_OUT

HEIGHT = 46


class AcceptDelegate(QStyledItemDelegate):
    """A tick, the unit, and below it the department and what it says."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(60, round(HEIGHT * scale_of(option.font)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line: AcceptLine = index.data(LINE_ROLE)
        rect, scale = QRectF(option.rect), scale_of(option.font)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, colour("selected"))
            mark_chosen(painter, rect)
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), colour("line"))
        side = SIDE * scale
        box = QRectF(rect.left() + 8 * scale, rect.center().y() - side / 2, side, side)
        ticked = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
        draw_tick(painter, box, scale, ticked=ticked)
        left = rect.adjusted(36 * scale, 4, -6, -4)
        upper = QRectF(left.left(), left.top(), left.width(), left.height() / 2)
        lower = upper.translated(0, left.height() / 2)
        draw_words(painter, upper, line.unit, desktop_font("body", scale, bold=True), "ink")
        small = desktop_font("small", scale)
        word = QRectF(lower)
        if line.status is not None:
            side = 15 * scale
            draw_symbol(painter, line.status, QRectF(lower.left(), lower.center().y() - side / 2, side, side))
            word.setLeft(lower.left() + side + 6 * scale)
        wide = draw_words(painter, word, line.word, small, "ink")
        draw_words(painter, word.adjusted(wide + 12 * scale, 0, 0, 0), line.department, small, "sub")
        painter.restore()

    def editorEvent(self, event: QEvent, model: object, _option: QStyleOptionViewItem, index: Index) -> bool:
        """A click anywhere on the line, or Space, changes its tick."""
        return turns(event) and isinstance(model, AcceptModel) and turn(model, index)


class AcceptTask(Task):
    """The list and, above it, one box for all."""

    def __init__(self, lines: Sequence[AcceptLine], parent: QWidget | None = None) -> None:
        words = LEAVE_OUT + (LEFT_OUT if any(each.unchanged for each in lines) else "")
        super().__init__("まとめて受理する", words, parent)
        self.model = AcceptModel(lines, self)
        self.everything = QCheckBox(self.tr("すべて"))
        self.everything.setChecked(len(self.model.taken) == len(lines))
        self.list = QListView()
        self.list.setAccessibleName(self.tr("受理する回答"))
        self.list.setModel(self.model)
        self.list.setItemDelegate(AcceptDelegate(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setStyleSheet("QListView { background: transparent; }")
        if lines:
            self.list.setCurrentIndex(self.model.index(0))
        self.column.addWidget(self.everything, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(self.list, 1)
        self.everything.clicked.connect(lambda: self.model.tick_all(self.everything.isChecked()))
        self.model.dataChanged.connect(self._ticked)

    @property
    def taken(self) -> tuple[SlotKey, ...]:
        """What is ticked."""
        return self.model.taken

    def _ticked(self) -> None:
        self.everything.setChecked(len(self.taken) == self.model.rowCount())
        self.changed.emit()

    def primary(self) -> tuple[str, bool]:
        count = len(self.taken)
        return (f"受理する（{count}件）", True) if count else (self.tr("受理する（1件も選んでいません）"), False)

    def take_focus(self) -> None:
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
