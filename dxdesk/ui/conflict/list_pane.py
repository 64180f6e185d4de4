"""Left of the versions: every くいちがい, and of the chosen one the fields that are equal."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from dxdesk.ui.conflict.model import ENTRY_ROLE, LEFT_ROLE, ConflictModel, Index
from dxdesk.ui.conflict.reading import Entry
from dxdesk.ui.high_contrast import mark_chosen
from dxdesk.ui.labels import PhraseLabel, plain_label
from dxdesk.ui.theme import colour, desktop_font, radius, set_look
from dxdesk.ui.words import draw_words, scale_of
from dxdesk.wording.conflict import TITLE, heading, left, same

WIDTH, HEIGHT, MARGIN = 250, 56, 16
MOST_SAME = 6


class ConflictDelegate(QStyledItemDelegate):
    """The unit, below it the department, and a pill with what is still open."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(60, round(HEIGHT * scale_of(option.font)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry: Entry = index.data(ENTRY_ROLE)
        rect, scale = QRectF(option.rect), scale_of(option.font)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            ground = rect.adjusted(8, 0, -8, 0)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("selected"))
            painter.drawRoundedRect(ground, radius("check"), radius("check"))
            painter.fillRect(QRectF(8, rect.top() + 5, 4, rect.height() - 10), colour("key"))
            mark_chosen(painter, ground)
        inside = rect.adjusted(MARGIN + 6 * scale, 5 * scale, -MARGIN, -5 * scale)
        upper = QRectF(inside.left(), inside.top(), inside.width(), inside.height() / 2)
        lower = upper.translated(0, inside.height() / 2)
        draw_words(painter, upper, entry.unit, desktop_font("body", scale), "ink")
        count = index.data(LEFT_ROLE)
        if count:
            font = desktop_font("mark", scale)
            wide, high = QFontMetricsF(font).horizontalAdvance(left(count)) + 18 * scale, 20 * scale
            pill = QRectF(lower.right() - wide, lower.center().y() - high / 2, wide, high)
            painter.setPen(QPen(colour("ask-edge"), 1))
            painter.setBrush(colour("ask"))
            painter.drawRoundedRect(pill, high / 2, high / 2)
            draw_words(painter, pill.adjusted(9 * scale, 0, 0, 0), left(count), font, "ink")
            lower.setRight(pill.left() - 6)
        draw_words(painter, lower, entry.department, desktop_font("small", scale), "sub")
        painter.restore()


class ListPane(QFrame):
    """The list takes what the equal fields leave."""

    def __init__(self, model: ConflictModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_look(self, "panel")
        self.heading, self._same_head = plain_label("", "strong"), plain_label("", "strong")
        self.list = QListView()
        self.list.setModel(model)
        self.list.setItemDelegate(ConflictDelegate(self.list))
        self.list.setAccessibleName(TITLE)
        self.list.setUniformItemSizes(True)
        self.list.setStyleSheet("QListView { background: transparent; border: 0; }")
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 14, 0, 12)
        column.setSpacing(8)
        self.heading.setContentsMargins(MARGIN, 0, MARGIN, 0)
        column.addWidget(self.heading)
        column.addWidget(self.list, 1)
        self._same = QWidget()
        below = QVBoxLayout(self._same)
        below.setContentsMargins(MARGIN, 8, MARGIN, 0)
        below.setSpacing(8)
        rule = QFrame()
        set_look(rule, "rule")
        rule.setFixedHeight(1)
        below.addWidget(rule)
        below.addSpacing(4)
        below.addWidget(self._same_head)
        below.addLayout(self._grid)
        column.addWidget(self._same)
        column.addStretch()
        model.modelReset.connect(self._fit)

    def _fit(self) -> None:
        """The list is no higher than its rows: what is equal stands right below them."""
        rows = self.list.model().rowCount()
        self.list.setMaximumHeight(round(rows * HEIGHT * scale_of(self.list.font())) + 2)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def show_count(self, count: int) -> None:
        """How many くいちがい there are."""
        self.heading.setText(heading(count))

    def show_same(self, fields: Sequence[tuple[str, str]]) -> None:
        """The fields that are equal, each cut to a line."""
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._same_head.setText(same(len(fields)))
        self._same.setVisible(bool(fields))
        for place, (word, value) in enumerate(fields[:MOST_SAME]):
            self._grid.addWidget(PhraseLabel(word, "small"), place, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(PhraseLabel(value, "small", most=1), place, 1)
