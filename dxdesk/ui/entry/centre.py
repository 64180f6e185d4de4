"""The centre of 記入: the form, an item to read, everything done, or nothing to do."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from dxdesk.ui.entry.done_panel import DonePanel
from dxdesk.ui.entry.editor import Editor
from dxdesk.ui.entry.form import Form
from dxdesk.ui.entry.item_head import ItemHead
from dxdesk.ui.entry.news import NewsBand
from dxdesk.ui.entry.reading import EntryList
from dxdesk.ui.entry.reading_view import ReadingView
from dxdesk.ui.entry.whole_news import WholeNewsCard
from dxdesk.ui.labels import PhraseLabel, plain_label
from dxdesk.ui.theme import set_look
from dxdesk.ui.words import day_of
from dxdesk.wording.screen import RETURNED

_SIDE = 24


class ReturnedBand(QFrame):
    """What the secretariat asks, at the head of the form: the sentence, the day, how many places."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_look(self, "message")
        self._when = plain_label("", "small")
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 9, 14, 9)
        row.setSpacing(10)
        row.addWidget(plain_label(self.tr("事務局から"), "asked"))
        row.addWidget(plain_label(RETURNED), 1)
        row.addWidget(self._when)

    def show_form(self, form: Form) -> None:
        """Show it for a returned item, hide it for any other."""
        self.setVisible(form.returned is not None and not form.closed)
        if form.returned is not None:
            count = self.tr("{count}か所").format(count=len(form.returned.fields))
            self._when.setText(f"{day_of(form.returned.moment)}　{count}")


class Centre(QStackedWidget):
    """Shows one of its pages; each knows how to fill itself."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)  # all below stands at once where it stays: every later move styles it anew
        self._item, self._empty = QWidget(self), QWidget(self)
        self.band, self.news = ReturnedBand(self._item), NewsBand(self._item)
        self.whole, self.head = WholeNewsCard(self._item), ItemHead(self._item)
        self._body = QStackedWidget(self._item)
        self.area = QScrollArea(self._body)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget(self.area.viewport())
        self.editor = Editor(inside)
        room = QVBoxLayout(inside)
        room.setContentsMargins(_SIDE, 2, _SIDE, 4)
        room.addWidget(self.editor)
        self.area.setWidget(inside)
        around = QWidget(self._body)
        self.reading = ReadingView(around)
        padding = QVBoxLayout(around)
        padding.setContentsMargins(_SIDE, 0, 8, 0)
        padding.addWidget(self.reading)
        self._body.addWidget(self.area)
        self._body.addWidget(around)
        column = QVBoxLayout(self._item)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(4)
        top = QVBoxLayout()
        top.setContentsMargins(_SIDE, 0, _SIDE, 0)
        top.setSpacing(6)
        top.addWidget(self.band)
        top.addWidget(self.news)
        top.addWidget(self.whole)
        top.addWidget(self.head)
        column.addLayout(top)
        column.addWidget(self._body, 1)
        self.done = DonePanel(self)
        self._nothing = PhraseLabel(look="section", parent=self._empty)
        middle = QVBoxLayout(self._empty)
        middle.setContentsMargins(44, 44, 44, 44)
        middle.addWidget(self._nothing)
        middle.addStretch(1)
        for page in (self._item, self.done, self._empty):
            self.addWidget(page)

    def show_form(self, form: Form) -> None:
        """Show an item: as a form where it can be written, else as plain text."""
        self.band.show_form(form)
        self.news.show_news(form.news, writable=not form.closed)
        self.whole.show_news(form.whole)
        self.head.show_form(form)
        if form.closed:
            self.reading.show_form(form)
        else:
            self.editor.load(form)
            self.area.verticalScrollBar().setValue(0)
        self._body.setCurrentIndex(1 if form.closed else 0)
        self.setCurrentWidget(self._item)

    def show_done(self, entries: EntryList, *, confirming: bool, writable: bool) -> None:
        """Show that everything is handed in, or what is to be confirmed."""
        self.done.show_entries(entries, confirming=confirming, writable=writable)
        self.setCurrentWidget(self.done)

    def show_nothing(self, text: str) -> None:
        """Show one sentence where there is nothing to do."""
        self._nothing.show_text(text)
        self.setCurrentWidget(self._empty)
