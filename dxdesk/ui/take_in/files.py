"""届いたファイル: a card per file on the left; where the window is narrow, a drop-down list above the table."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QBoxLayout,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QListView,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from dxdesk.ui.high_contrast import mark_chosen
from dxdesk.ui.labels import PhraseLabel, plain_label
from dxdesk.ui.row_tree import ROW_ROLE
from dxdesk.ui.take_in.model import FilesModel, Index
from dxdesk.ui.take_in.rows import FileRow
from dxdesk.ui.theme import colour, desktop_font, radius, set_look
from dxdesk.ui.words import draw_words, scale_of
from dxdesk.wording.take_in import ADD_FILES, FILES_HEAD, SEE_WHY, STAYS, STAYS_ALONE, files_words

WIDTH = 268
"""Width of the list, px at 100 %."""
_GAP, _PADDING, _LINE, _PILL = 8.0, 10.0, 21.0, 24.0


def _pill_rows(row: FileRow, room: float, scale: float) -> list[list[tuple[str, float]]]:
    """The marks of a file in as many lines as they need: word and width, px."""
    metrics = QFontMetricsF(desktop_font("mark", scale))
    rows: list[list[tuple[str, float]]] = []
    left = 0.0
    for word in row.marks:
        wide = metrics.horizontalAdvance(word) + 20 * scale
        if not rows or left + wide > room:
            rows.append([])
            left = 0.0
        rows[-1].append((word, wide))
        left += wide + 6
    return rows


class FilesDelegate(QStyledItemDelegate):
    """Paints a card; one that cannot be read has its reason on it."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row: FileRow = index.data(ROW_ROLE)
        scale = scale_of(option.font)
        view = option.widget
        room = (view.width() if isinstance(view, QWidget) else WIDTH * scale) - 20 - 2 * _PADDING
        lines = 2 * _LINE + (_LINE + 2 if row.trouble else 0) + len(_pill_rows(row, room, scale)) * (_PILL + 3)
        return QSize(100, round((lines + 2 * 7) * scale + _GAP))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: FileRow = index.data(ROW_ROLE)
        scale = scale_of(option.font)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        card = QRectF(option.rect).adjusted(10, 1, -10, -_GAP + 1)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        fill, edge = ("return-tint", "return-edge") if row.trouble else ("white", "line")
        painter.setBrush(colour("selected" if chosen and not row.trouble else fill))
        painter.setPen(QPen(colour("key" if chosen else edge), 2.2 if chosen else 1.0))
        painter.drawRoundedRect(card, radius("card"), radius("card"))
        if chosen:
            mark_chosen(painter, card)
        inside = card.adjusted(_PADDING, 7 * scale, -_PADDING, 0)
        line = QRectF(inside.left(), inside.top(), inside.width(), _LINE * scale)
        draw_words(painter, line, row.department, desktop_font("body", scale, bold=True), "ink")
        line.translate(0, _LINE * scale)
        draw_words(painter, line, row.line, desktop_font("small", scale), "sub")
        line.translate(0, (_LINE + 1) * scale)
        if row.trouble:
            self._trouble(painter, row, line, scale)
            line.translate(0, (_LINE + 1) * scale)
        self._pills(painter, row, line, scale)
        painter.restore()

    def _trouble(self, painter: QPainter, row: FileRow, line: QRectF, scale: float) -> None:
        font = desktop_font("small", scale)
        wide = QFontMetricsF(font).horizontalAdvance(SEE_WHY)
        draw_words(painter, line.adjusted(0, 0, -wide - 8, 0), row.trouble, font, "return")
        link = QRectF(line.right() - wide, line.top(), wide + 2, line.height())
        draw_words(painter, link, SEE_WHY, font, "key")
        painter.setPen(QPen(colour("key"), 1))
        down = link.center().y() + 8 * scale
        painter.drawLine(QPointF(link.left(), down), QPointF(link.left() + wide, down))

    def _pills(self, painter: QPainter, row: FileRow, line: QRectF, scale: float) -> None:
        painter.setFont(desktop_font("mark", scale))
        for pills in _pill_rows(row, line.width(), scale):
            left = line.left()
            for word, wide in pills:
                box = QRectF(left, line.top() + 1, min(wide, line.right() - left), _PILL * scale - 3)
                painter.setBrush(colour("white"))
                painter.setPen(QPen(colour("field"), 1))
                painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
                painter.setPen(colour("ink"))
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, word)
                left += wide + 6
            line.translate(0, (_PILL + 3) * scale)


class _FileList(QListView):
    """Enter asks for what is chosen."""

    requested = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.requested.emit()
            return
        super().keyPressEvent(event)


class FilesPane(QFrame):
    """The files, and the way to others."""

    chosen_changed = Signal(str)
    """The key of the file that somebody chose."""
    requested = Signal(str)
    """Enter or a click on the file that is chosen."""
    add_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_look(self, "panel")
        self.model = FilesModel(self)
        self._head = plain_label(FILES_HEAD, "strong")
        self.add = QPushButton(ADD_FILES)
        set_look(self.add, "link")
        self.view, self.box = _FileList(), QComboBox()
        self.view.setModel(self.model)
        self.view.setItemDelegate(FilesDelegate(self.view))
        self.view.setAccessibleName(FILES_HEAD)
        self.view.setFrameShape(QFrame.Shape.NoFrame)
        self.view.setResizeMode(QListView.ResizeMode.Adjust)
        self.view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setStyleSheet(
            "QListView { background: transparent; border: 0; } "
            "QListView::item, QListView::item:hover, QListView::item:selected { background: transparent; }"
        )
        self.box.setAccessibleName(FILES_HEAD)
        self.box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.box.setMinimumContentsLength(12)
        self._note = PhraseLabel("", "small")
        self._rows = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._rows.setContentsMargins(0, 8, 0, 8)
        self._rows.setSpacing(6)
        head = QHBoxLayout()
        head.setContentsMargins(16, 0, 2, 0)
        head.setSpacing(0)
        head.addWidget(self._head)
        head.addStretch(1)
        head.addWidget(self.add)
        self._rows.addLayout(head)
        self._rows.addWidget(self.view, 1)
        self._rows.addWidget(self.box, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 0, 12, 4)
        foot.addWidget(self._note)
        self._rows.addLayout(foot)
        self.view.clicked.connect(self._clicked)
        self.view.requested.connect(lambda: self.requested.emit(self.chosen))
        self.view.selectionModel().currentChanged.connect(lambda: self.chosen_changed.emit(self.chosen))
        self.box.activated.connect(self._activated)
        self.add.clicked.connect(self.add_requested)
        self._few = False
        self.show_narrow(False)

    @property
    def chosen(self) -> str:
        """The key of the chosen file, empty for none."""
        row = self.model.row_of(self.view.currentIndex())
        return row.key if row else ""

    def show_files(self, files: Sequence[FileRow]) -> None:
        """Show the files; the chosen one stays so."""
        key = self.chosen
        self._head.setText(files_words(len(files)))
        with QSignalBlocker(self.view.selectionModel()), QSignalBlocker(self.box):
            self.model.show_rows(files)
            self.box.clear()
            for each in files:
                self.box.addItem(f"{each.department}　{each.trouble or each.line}", each.key)
        self.choose(key)
        self._few = not files
        unreadable = sum(bool(each.trouble) for each in files)
        self._note.show_text("" if not unreadable else STAYS if unreadable < len(files) else STAYS_ALONE)
        self.show_narrow(self._narrow)

    def choose(self, key: str) -> None:
        """Mark a file as chosen, without telling."""
        with QSignalBlocker(self.view.selectionModel()), QSignalBlocker(self.box):
            index = self.model.index_of(key)
            self.view.setCurrentIndex(index)
            self.box.setCurrentIndex(index.row())
        if index.isValid():
            self.view.scrollTo(index)
        self.view.viewport().update()

    def show_narrow(self, narrow: bool) -> None:
        """As a row above the table, with a drop-down list."""
        self._narrow = narrow
        self.view.setVisible(not narrow)
        self.box.setVisible(narrow and not self._few)
        self._note.setVisible(not narrow and bool(self._note.text()))
        directions = QBoxLayout.Direction
        self._rows.setDirection(directions.LeftToRight if narrow else directions.TopToBottom)
        vertical = QSizePolicy.Policy.Fixed if narrow else QSizePolicy.Policy.Expanding
        self.setSizePolicy(QSizePolicy.Policy.Expanding if narrow else QSizePolicy.Policy.Fixed, vertical)
        scale = scale_of(self.font())
        self.setFixedWidth(round(WIDTH * scale)) if not narrow else self._let_grow()

    def _let_grow(self) -> None:
        self.setMinimumWidth(0)
        self.setMaximumWidth(16777215)

    def _clicked(self, index: Index) -> None:
        row = self.model.row_of(index)
        if row is not None:
            self.requested.emit(row.key)

    def _activated(self, place: int) -> None:
        self.choose(str(self.box.itemData(place)))
        self.requested.emit(self.chosen)
