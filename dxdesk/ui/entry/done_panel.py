"""The own items at one glance: everything handed in, or for a head what is to be confirmed; a card for each."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QListView, QStyleOptionViewItem, QVBoxLayout, QWidget

from dxdesk.ui.entry.confirmer import Confirmer
from dxdesk.ui.entry.done_delegate import GAP, HEIGHT, DoneDelegate
from dxdesk.ui.entry.done_model import CARD_ROLE, Card, DoneModel, card_of, waits
from dxdesk.ui.entry.giving_card import GivingCard
from dxdesk.ui.entry.giving_words import heading_words
from dxdesk.ui.entry.reading import EntryList
from dxdesk.ui.labels import PhraseLabel, text_scale
from dxdesk.ui.symbols import UNIT, check_mark
from dxdesk.ui.theme import colour
from dxdesk.wording.entry import (
    ALL_CONFIRMED,
    CONFIRM_DONE,
    CONFIRM_DONE_TO_GIVE,
    CONFIRM_HOW,
    CONFIRM_WAIT,
    DONE_HOW,
    NOTHING_TO_CONFIRM,
    confirmed_so_far,
    to_confirm,
)
from dxdesk.wording.screen import all_submitted


class _Check(QWidget):
    """A round pale ground with a check."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedSize(50, 50)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(Qt.PenStyle.NoPen))
        painter.setBrush(colour("good-tint"))
        painter.drawEllipse(self.rect())
        painter.translate(self.rect().center())
        painter.scale(60 / UNIT, 60 / UNIT)
        painter.setBrush(colour("good"))
        painter.drawPath(check_mark())
        painter.end()


class Cards(QListView):
    """The cards, as high as they are together while there is room. Enter reads one, Space confirms it."""

    opened = Signal(str)
    confirmed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards = DoneModel(self)
        self._painter = DoneDelegate(self)
        self.setModel(self._cards)
        self.setItemDelegate(self._painter)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setStyleSheet("QListView { background: transparent; }")
        self.setAccessibleName(self.tr("取組ごとの回答"))
        self.installEventFilter(self)

    def show_cards(self, cards: tuple[Card, ...]) -> None:
        """Show these cards."""
        self._cards.show(cards)
        if cards and not self.currentIndex().isValid():
            waiting = next((place for place, each in enumerate(cards) if each.confirmable), 0)
            self.setCurrentIndex(self._cards.index(waiting))
        self._fit()

    def _fit(self) -> None:
        self.setMaximumHeight(self.sizeHint().height())
        self.updateGeometry()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def sizeHint(self) -> QSize:
        return QSize(400, round((HEIGHT + GAP) * text_scale(self) * max(1, self._cards.rowCount())) + 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(240, round((HEIGHT + GAP) * text_scale(self)))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() != Qt.MouseButton.LeftButton or not index.isValid():
            return
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        option.rect = self.visualRect(index)
        within = self._painter.action_rect(option, index.data(CARD_ROLE)).contains(event.position())
        self._act(index, confirm=within)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Enter and Space act on the chosen card."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress or event.modifiers():
            return False
        opens = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if (opens or event.key() == Qt.Key.Key_Space) and self.currentIndex().isValid():
            self._act(self.currentIndex(), confirm=not opens)
            return True
        return False

    def _act(self, index: QModelIndex, *, confirm: bool) -> None:
        card: Card = index.data(CARD_ROLE)
        if confirm and card.confirmable:
            self.confirmed.emit(card.unit)
        else:
            self.opened.emit(card.unit)


class DonePanel(QWidget):
    """The centre after the last hand-in, and where a head begins."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._check = _Check()
        self._title = PhraseLabel(look="done")
        self._words = PhraseLabel()
        self.confirmer = Confirmer()
        self.cards = Cards()
        self.giving = GivingCard()
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self._title)
        words.addWidget(self._words)
        head = self.row = QHBoxLayout()
        head.setSpacing(18)
        head.addWidget(self._check)
        head.addLayout(words, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 22, 20, 4)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(self.confirmer)
        column.addSpacing(8)
        column.addWidget(self.cards, 1)
        column.addWidget(self.giving)
        column.addStretch(0)

    def show_entries(self, entries: EntryList, *, confirming: bool, writable: bool) -> None:
        """Show the own items of a department; ``confirming``: a head looks at them, ``writable``: something can be
        done about them."""
        waiting = sum(waits(each) for each in entries.own)
        if entries.standing is not None and not confirming:
            title, words = heading_words(entries)
        elif not confirming:
            title, words = all_submitted(len(entries.own)), DONE_HOW
        elif waiting:
            title, words = to_confirm(waiting), CONFIRM_HOW
        elif entries.own and entries.handed_in == len(entries.own):
            title = ALL_CONFIRMED
            words = CONFIRM_DONE if entries.standing is None else CONFIRM_DONE_TO_GIVE
        elif entries.handed_in:
            title = confirmed_so_far(entries.handed_in, len(entries.own) - entries.handed_in)
            words = CONFIRM_WAIT
        else:
            title, words = NOTHING_TO_CONFIRM, CONFIRM_WAIT
        self._title.show_text(title)
        self._words.show_text(words)
        self._words.setVisible(writable)
        complete = entries.handed_in == len(entries.own)
        self._check.setVisible(title == ALL_CONFIRMED if confirming else complete)
        self.giving.setVisible(entries.standing is not None and not confirming and writable)
        self.confirmer.setVisible(confirming and writable and waiting > 0)
        self.cards.show_cards(
            tuple(card_of(each, entries, confirming=confirming, writable=writable) for each in entries.own)
        )
