"""「このパソコンで何をしますか」: three cards, each one a button; arrows choose, Enter goes on."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from dxdesk.ui.first_run.frame import Foot, Trouble, centred, heading, scrolling
from dxdesk.ui.first_run.pictures import PICTURES
from dxdesk.ui.labels import PhraseLabel, plain_label, text_scale
from dxdesk.ui.theme import colour, radius, set_look
from dxdesk.wording.first_run import (
    ARROWS,
    CARDS,
    CHANGED_LATER,
    NEXT_TIME,
    OPEN,
    QUESTION,
    RESTORE,
    TO_PREPARE,
    TRY,
)

CARD_WIDTH = 352
"""Px at 100 %."""

NARROWEST = 268
"""Px at 100 %: where the window is narrow the cards are, and their lines break."""

LOW = 600
"""Px: where the window is lower, the line below the cards gives its room to the links."""

_SIDE = 28
_PICTURE = 82


class Card(QPushButton):
    """One answer: a picture of the product's own symbols, its name, for whom, what it does, and what is needed."""

    def __init__(self, key: str, name: str, who: str, text: str, needed: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key = key
        self.setAccessibleName(name)
        self.setAccessibleDescription(f"{who}。{text}{TO_PREPARE}：{needed}".replace("\n", ""))
        set_look(self, "first-card")
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        rule = QFrame()
        set_look(rule, "rule")
        rule.setFixedHeight(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(_SIDE, _SIDE + _PICTURE + 14, _SIDE, 21)
        column.setSpacing(4)
        for widget, gap in (
            (PhraseLabel(name, "card-name"), 0),
            (PhraseLabel(who, "small"), 8),
            (PhraseLabel(text), 8),
            (rule, 6),
            (plain_label(TO_PREPARE, "small"), 0),
            (PhraseLabel(needed, "note"), 0),
        ):
            widget.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            column.addWidget(widget)
            column.addSpacing(gap)
        column.addStretch(1)

    def sizeHint(self) -> QSize:
        column, width = self.layout(), round(CARD_WIDTH * text_scale(self))
        assert column is not None
        return QSize(width, column.totalHeightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(NARROWEST, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = QRectF(_SIDE, _SIDE, self.width() - 2 * _SIDE, _PICTURE)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("key-tint"))
        painter.drawRoundedRect(ground, radius("card"), radius("card"))
        PICTURES[self.key](painter, ground)
        painter.end()


class CardRow(QWidget):
    """The cards beside each other; arrow keys go from one to the next."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cards = [Card(*each) for each in CARDS]
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 4, 4, 4)
        row.setSpacing(26)
        for card in self.cards:
            row.addWidget(card)
            card.clicked.connect(lambda _checked=False, key=card.key: self.chosen.emit(key))
            card.installEventFilter(self)

    def eventFilter(self, watched: object, event: object) -> bool:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}
        if isinstance(event, QKeyEvent) and event.type() == QKeyEvent.Type.KeyPress and event.key() in steps:
            place = next(number for number, card in enumerate(self.cards) if card is watched)
            there = min(max(place + steps[Qt.Key(event.key())], 0), len(self.cards) - 1)
            self.cards[there].setFocus(Qt.FocusReason.TabFocusReason)
            return True
        return False


class StartPage(QWidget):
    """The first page."""

    chosen = Signal(str)
    """The key of a card."""

    sample_requested = Signal()
    restore_requested = Signal()
    open_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.row = CardRow()
        self.trouble = Trouble()
        self.try_link, self.restore_link, self.open_link = (QPushButton(each) for each in (TRY, RESTORE, OPEN))
        links = QWidget()
        beside = QHBoxLayout(links)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(36)
        for link, signal in (
            (self.try_link, self.sample_requested),
            (self.restore_link, self.restore_requested),
            (self.open_link, self.open_requested),
        ):
            set_look(link, "link")
            link.clicked.connect(signal)
            beside.addWidget(link)
        self.next_time = heading(NEXT_TIME, "")
        self.next_time.setContentsMargins(0, 26, 0, 0)
        page = centred(
            heading(QUESTION),
            heading(CHANGED_LATER, "small"),
            self.trouble,
            self.row,
            self.next_time,
            links,
            gaps=(0, 12, 0, 8, 0),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(scrolling(page), 1)
        self.foot = Foot(plain_label(ARROWS, "small"), back=False)
        column.addWidget(self.foot)
        self.row.chosen.connect(self.chosen)
        self.setFocusProxy(self.row.cards[0])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.next_time.setVisible(self.height() >= LOW)
