"""What a search finds inside texts: answers, reports, minutes, terms; a list below the tree with a way to each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from dxdesk.store.queries.search import Found
from dxdesk.ui.high_contrast import mark_chosen
from dxdesk.ui.labels import plain_label
from dxdesk.ui.theme import colour, desktop_font, radius
from dxdesk.ui.words import draw_marked, draw_words, scale_of
from dxdesk.wording.initiatives import NOT_ACCEPTED_YET, WHERE_WORDS, found_elsewhere

Index = QModelIndex | QPersistentModelIndex

FOUND_ROLE: Final = Qt.ItemDataRole.UserRole + 1
ROW: Final = 46
"""Height of a find, px at 100 %."""
MOST_ROWS: Final = 4
"""So many finds stand beside the tree before the list is scrolled."""


def spoken(found: Found) -> str:
    """A find in one sentence."""
    hit = found.hit
    pending = NOT_ACCEPTED_YET if hit.accepted is False else ""
    return "、".join(each for each in (WHERE_WORDS[hit.where], hit.title, pending, hit.excerpt) if each)


class FoundModel(QAbstractListModel):
    """Finds as rows."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._found: tuple[Found, ...] = ()

    def show_found(self, found: Sequence[Found]) -> None:
        """Show other finds."""
        self.beginResetModel()
        self._found = tuple(found)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._found)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or not 0 <= index.row() < len(self._found):
            return None
        found = self._found[index.row()]
        if role == FOUND_ROLE:
            return found
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{found.hit.title} {found.hit.excerpt}"
        return spoken(found) if role == Qt.ItemDataRole.AccessibleTextRole else None


class FoundDelegate(QStyledItemDelegate):
    """Two lines: where it stands, and the text with what was typed marked."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.typed = ""

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(200, round(ROW * scale_of(option.font)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        found: Found = index.data(FOUND_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scale, rect = scale_of(option.font), QRectF(option.rect).adjusted(6, 1, -6, -1)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("selected" if chosen else "panel"))
            painter.drawRoundedRect(rect, radius("check"), radius("check"))
            if chosen:
                mark_chosen(painter, rect)
        upper = QRectF(rect.left() + 10, rect.top(), rect.width() - 20, rect.height() / 2)
        left = self._where(painter, found, upper, scale)
        title = upper.adjusted(left, 0, 0, 0)
        hit = found.hit
        words = hit.title + (f"　{NOT_ACCEPTED_YET}" if hit.accepted is False else "")
        draw_marked(painter, title, words, desktop_font("small", scale), "sub", self.typed)
        lower = upper.translated(0, rect.height() / 2 - 2)
        line = hit.excerpt.replace("\n", " ")
        draw_marked(painter, lower, line, desktop_font("body", scale), "ink", self.typed)
        painter.restore()

    def _where(self, painter: QPainter, found: Found, room: QRectF, scale: float) -> float:
        """The kind of place in a frame; returns how much room it took."""
        font = desktop_font("mark", scale)
        word = WHERE_WORDS[found.hit.where]
        wide, tall = QFontMetricsF(font).horizontalAdvance(word) + 14 * scale, 18 * scale
        box = QRectF(room.left(), room.center().y() - tall / 2, wide, tall)
        painter.setPen(QPen(colour("edge"), 1))
        painter.setBrush(colour("white"))
        painter.drawRoundedRect(box, tall / 2, tall / 2)
        draw_words(painter, box.adjusted(7 * scale, 0, 0, 0), word, font, "sub")
        return wide + 8 * scale


class FoundList(QWidget):
    """Hidden while nothing was found in a text."""

    opened = Signal(object)
    """The Found that a person wants to see."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = FoundModel(self)
        self._delegate = FoundDelegate(self)
        self.head = plain_label("", "heading")
        self.view = QListView()
        self.view.setModel(self._rows)
        self.view.setItemDelegate(self._delegate)
        self.view.setMouseTracking(True)
        self.view.setUniformItemSizes(True)
        self.view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setAccessibleName(self.tr("文の中で見つかったもの"))
        self.view.clicked.connect(self._open)
        self.head.setBuddy(self.view)
        self.head.setContentsMargins(16, 6, 16, 2)
        self.head.setStyleSheet(f"border-top: 1px solid {colour('line').name()};")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.view)
        self.hide()

    def show_found(self, found: Sequence[Found], typed: str, *, alone: bool) -> None:
        """Show finds; ``alone`` where no tree stands above them."""
        self._delegate.typed = typed
        self._rows.show_found(found)
        self.head.setText(found_elsewhere(len(found)))
        rows = len(found) if alone else min(len(found), MOST_ROWS)
        wanted = round(rows * ROW * scale_of(self.font())) + 4
        self.view.setMinimumHeight(min(wanted, round(MOST_ROWS * ROW * scale_of(self.font())) + 4))
        self.view.setMaximumHeight(16_777_215 if alone else wanted)
        self.setVisible(bool(found))

    def found(self) -> tuple[Found, ...]:
        """What is shown."""
        return tuple(self._rows.index(row).data(FOUND_ROLE) for row in range(self._rows.rowCount()))

    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(index.data(FOUND_ROLE))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the find that is chosen."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.view.currentIndex().isValid():
            self._open(self.view.currentIndex())
            return
        super().keyPressEvent(event)
