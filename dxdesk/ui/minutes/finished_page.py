"""できあがり: the pages themselves, at the part that is being written."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from dxdesk.domain.minutes import VARIANTS, Variant
from dxdesk.ui.labels import plain_label
from dxdesk.ui.minutes.follower import Drawn, Follower, Wanted, only
from dxdesk.ui.minutes.part_names import words_on_paper
from dxdesk.ui.minutes.shown import Shown
from dxdesk.ui.theme import colour, set_look
from dxdesk.wording.minutes_screen import FINISHED_PAGE, FINISHED_SHORT, NOT_PRINTED, VARIANT_WORDS

WIDTH, WIDEST = 580, 900
_SIDE, _GAP, _ABOVE = 16, 14, 12
_LEAD = 0.01
LAST_WORDS = "（修正の履歴）"
"""What stands below the last part."""


class PageStrip(QWidget):
    """Pages under each other. The part that is being written is tinted; on paper it is not."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._drawn = Drawn((), {})
        self._from = self._to = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_pages(self, drawn: Drawn) -> None:
        """Show pages."""
        self._drawn = drawn
        ratio = self.devicePixelRatioF()
        for page in drawn.pages:
            page.setDevicePixelRatio(ratio)
        self.setFixedSize(self.sizeHint())
        self.update()

    def mark(self, start: str, end: str) -> None:
        """Tint from where the words ``start`` stand to where ``end`` stands, on one page."""
        self._from, self._to = start, end
        self.update()

    @property
    def count(self) -> int:
        return len(self._drawn.pages)

    def _height(self, page: int) -> int:
        image = self._drawn.pages[page]
        return round(image.height() / image.devicePixelRatio())

    def top_of(self, page: int) -> int:
        """Where a page begins, in px."""
        return _ABOVE + sum(self._height(each) + _GAP for each in range(page))

    def page_at(self, y: int) -> int:
        """The page at a place, from 0."""
        return max((each for each in range(self.count) if self.top_of(each) <= y), default=0)

    def place_of(self, words: str) -> int | None:
        """Where words stand, in px from the top; None where they stand nowhere."""
        found = self._drawn.places.get(words)
        return None if found is None else self.top_of(found[0]) + round(found[1] * self._height(found[0]))

    def tinted(self) -> QRect:
        """What is tinted; empty for nothing."""
        found = self._drawn.places.get(self._from)
        if found is None:
            return QRect()
        page, top = found
        after = self._drawn.places.get(self._to)
        bottom = after[1] if after is not None and after[0] == page and after[1] > top else 0.945
        tall, wide = self._height(page), self.width()
        y, end = round((top - _LEAD) * tall), round((bottom - _LEAD) * tall)
        return QRect(round(wide * 0.1), self.top_of(page) + y, round(wide * 0.82), end - y)

    def sizeHint(self) -> QSize:
        pages = self._drawn.pages
        wide = max((round(page.width() / page.devicePixelRatio()) for page in pages), default=200)
        return QSize(wide, self.top_of(len(pages)) + 2 if pages else 40)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        for number, page in enumerate(self._drawn.pages):
            box = QRect(0, self.top_of(number), self.width(), self._height(number))
            if not box.intersects(event.rect()):
                continue
            painter.drawImage(box.topLeft(), page)
            painter.setPen(colour("edge"))
            painter.drawRect(box.adjusted(0, 0, -1, -1))
        tint = self.tinted()
        if not tint.isEmpty():
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
            painter.fillRect(tint, colour("key-tint"))
            painter.fillRect(QRect(tint.left() - 4, tint.top(), 4, tint.height()), colour("key"))
        painter.end()


class FinishedPage(QFrame):
    """The pages with the choice of what is printed; they follow what is written."""

    close_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_look(self, "panel")
        self.strip = PageStrip()
        self._title = plain_label(FINISHED_PAGE, "strong")
        self._place = plain_label("", "small")
        self._variants = QComboBox()
        self._variants.setAccessibleName(self.tr("できあがりの種類"))
        for variant in VARIANTS:
            self._variants.addItem(VARIANT_WORDS[variant], variant)
        self._variants.activated.connect(lambda _place: self._draw(at_once=True))
        self._close = QPushButton(self.tr("閉じる（Esc）"))
        set_look(self._close, "plain")
        self._close.clicked.connect(self.close_requested)
        self._close.hide()
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        self._scroll.setWidget(self.strip)
        self._scroll.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._scroll.setAccessibleName(FINISHED_SHORT)
        self._scroll.verticalScrollBar().valueChanged.connect(lambda _value: self._show_place())
        self._resized = QTimer(self, singleShot=True, interval=120)
        self._resized.timeout.connect(lambda: self._draw(at_once=True))
        self._shown: Shown | None = None
        self._marks = ("", "")
        self.follower = Follower(self)
        self.follower.drawn.connect(self.show_pages)
        self.follower.failed.connect(lambda _error: self._place.setText(NOT_PRINTED))
        head = QHBoxLayout()
        head.setContentsMargins(_SIDE, 6, _SIDE, 0)
        head.setSpacing(8)
        head.addWidget(self._title)
        head.addStretch(1)
        for widget in (self._place, self._variants, self._close):
            head.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self._scroll, 1)

    @property
    def variant(self) -> Variant:
        """What is shown."""
        data = self._variants.currentData()
        return next((each for each in VARIANTS if each == data), "full")

    @property
    def _page_width(self) -> int:
        """How wide a page is drawn, in px of the screen."""
        room = min(self._scroll.viewport().width() - 2 * _SIDE, WIDEST)
        return max(200, round(room * self.devicePixelRatioF()))

    def show_as_drawer(self, drawer: bool) -> None:
        """A drawer has a button that closes it, and little room for its title."""
        self._close.setVisible(drawer)
        self._title.setText(FINISHED_SHORT if drawer else FINISHED_PAGE)

    def follow(self, shown: Shown | None, key: str, *, at_once: bool = False) -> None:
        """Show what is written at the part of a key, soon or ``at_once``; None: there is nothing to print."""
        self._shown = shown
        if shown is None:
            self.follower.stop()
            self.strip.show_pages(Drawn((), {}))
            self._place.setText("")
            return
        words = [words_on_paper(part) for part in shown.parts]
        place = next((at for at, part in enumerate(shown.parts) if part.key == key), 0)
        marks = words[place], words[place + 1] if place + 1 < len(words) else LAST_WORDS
        if marks != self._marks:
            self._marks = marks
            self._go_there()
        self._draw(at_once=at_once)

    def _draw(self, *, at_once: bool = False) -> None:
        if self._shown is not None:
            words = only([*(words_on_paper(part) for part in self._shown.parts), LAST_WORDS])
            compose = self._shown.composer(self.variant)
            self.follower.follow(Wanted(lambda: compose().pdf, self._page_width, words), at_once=at_once)

    def show_pages(self, drawn: Drawn) -> None:
        """Show pages; what is scrolled to stays, the open part is in view."""
        if self._shown is None:
            return
        self.strip.show_pages(drawn)
        QTimer.singleShot(0, self, self._go_there)  # the scroll bar learns of the new height only then

    def _go_there(self) -> None:
        """Tint the open part and bring it into view; one that stands nowhere changes nothing."""
        self.strip.mark(*self._marks)
        tint = self.strip.tinted()
        bar, tall = self._scroll.verticalScrollBar(), self._scroll.viewport().height()
        if not tint.isEmpty() and not bar.value() <= tint.top() <= bar.value() + tall - min(tint.height(), tall - 40):
            bar.setValue(max(0, tint.top() - 48))
        self._show_place()

    def _show_place(self) -> None:
        bar = self._scroll.verticalScrollBar()
        page = self.strip.page_at(bar.value() + self._scroll.viewport().height() // 3)
        self._place.setText(f"{page + 1}／{self.strip.count}ページ" if self.strip.count else "")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._resized.start()
