"""The foot bar of 印刷: pages and their size on the left, what is done with the document on the right."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QMenu, QPushButton, QSizePolicy, QWidget

from dxdesk.ui.labels import plain_label
from dxdesk.ui.printing.sheets import ZOOMS, Zoom
from dxdesk.ui.theme import set_look
from dxdesk.wording.printing import (
    BEFORE,
    FIT_PAGE,
    FIT_WIDTH,
    FULL_SIZE,
    NEXT_PAGE,
    NO_PRINTER,
    NO_PRINTER_HINT,
    NO_PRINTER_SHORT,
    OPEN_OUTSIDE,
    OTHER_WAYS,
    PREVIOUS_PAGE,
    PRINT,
    PRINT_SHORT,
    SAVE_PDF,
    SAVE_WORD,
    SAVE_WORKBOOK,
    ZOOM,
    page_words,
)

_ZOOM_WORDS: dict[Zoom, str] = {"width": FIT_WIDTH, "page": FIT_PAGE, "full": FULL_SIZE}
_GAP = 8


class Foot(QFrame):
    """One filled button: 印刷する. Where the bar is narrow the other ways out stand in one menu."""

    previous_requested = Signal()
    next_requested = Signal()
    zoom_chosen = Signal(str)
    before_requested = Signal()
    word_requested = Signal()
    workbook_requested = Signal()
    pdf_requested = Signal()
    outside_requested = Signal()
    print_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_look(self, "foot-bar")
        self._previous, self._next = QPushButton(PREVIOUS_PAGE), QPushButton(NEXT_PAGE)
        self._pages = plain_label("", "small")
        self.zoom = QComboBox()
        self.zoom.setAccessibleName(ZOOM)
        for zoom in ZOOMS:
            self.zoom.addItem(_ZOOM_WORDS[zoom], zoom)
        self._before = QPushButton(BEFORE)
        self._word, self._workbook, self._pdf = (QPushButton(each) for each in (SAVE_WORD, SAVE_WORKBOOK, SAVE_PDF))
        self._outside, self._print = QPushButton(OPEN_OUTSIDE), QPushButton(PRINT)
        self._ways = QPushButton(OTHER_WAYS)
        self._menu = QMenu(self._ways)
        self._ways.setMenu(self._menu)
        set_look(self._print, "primary")
        self._spread = (self._word, self._workbook, self._pdf, self._outside)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 7, 16, 7)
        row.setSpacing(_GAP)
        for widget in (self._previous, self._next, self._pages, self.zoom):
            row.addWidget(widget)
        row.addStretch(1)
        for widget in (self._before, *self._spread, self._ways, self._print):
            row.addWidget(widget)
        self._before.hide()
        self._word.hide()
        self._workbook.hide()
        self._has_printer = True
        self._not_offered: frozenset[QPushButton] = frozenset()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._connect()
        self.show_document(False)

    def _connect(self) -> None:
        self._previous.clicked.connect(self.previous_requested)
        self._next.clicked.connect(self.next_requested)
        self.zoom.activated.connect(lambda _row: self.zoom_chosen.emit(self.zoom.currentData()))
        self._before.clicked.connect(self.before_requested)
        ways = (self.word_requested, self.workbook_requested, self.pdf_requested, self.outside_requested)
        self._actions = []
        for button, signal in zip(self._spread, ways, strict=True):
            button.clicked.connect(signal)
            action = QAction(button.text(), self._menu)  # one that Qt makes itself can be lost to Python
            self._menu.addAction(action)
            action.triggered.connect(signal)
            self._actions.append(action)
        self._print.clicked.connect(self.print_requested)

    def show_drawer(self, drawer: bool) -> None:
        """Where the remarks are a drawer, a button opens it."""
        self._before.setVisible(drawer)
        self._fit()

    def show_zoom(self, zoom: str) -> None:
        """Show how large the pages are."""
        self.zoom.setCurrentIndex(self.zoom.findData(zoom))

    def show_printer(self, found: bool) -> None:
        """Whether there is a printer; without one the button says so."""
        self._has_printer = found
        self._print.setToolTip("" if found else NO_PRINTER_HINT)
        self._print.setEnabled(found and self._pdf.isEnabled())
        self._fit()

    def show_document(self, ready: bool, *, word: bool = False, workbook: bool = False) -> None:
        """Whether there is a document to do something with, and whether it can be a Word file or a spreadsheet too."""
        for button in (*self._spread, self._ways):
            button.setEnabled(ready)
        self._print.setEnabled(ready and self._has_printer)
        offered = ((self._word, word), (self._workbook, workbook))
        self._not_offered = frozenset(button for button, offers in offered if not offers)
        for button, action in zip(self._spread, self._actions, strict=True):
            action.setVisible(button not in self._not_offered)
        if not ready:
            self.show_page(0, 0)
        self._fit()

    def show_page(self, page: int, of: int, *, all_there: bool = True) -> None:
        """Which page (from 0) is looked at; of how many is said once they are ``all_there``."""
        self._previous.setEnabled(page > 0)
        self._next.setEnabled(page + 1 < of)
        self._pages.setText(page_words(page + 1, of) if of and all_there else "")
        self._fit()

    def _fit(self) -> None:
        """Where not everything has room, the ways out stand in one menu, then words are left out."""
        spread = [each for each in self._spread if each not in self._not_offered]
        always = [self._pages, self.zoom, self._print, *([self._before] if not self._before.isHidden() else [])]
        self._previous.setText(PREVIOUS_PAGE)
        self._next.setText(NEXT_PAGE)
        self._print.setText(PRINT if self._has_printer else NO_PRINTER)
        paging = [self._previous, self._next]
        wide = self._room([*always, *paging, *spread]) <= self.width()
        for button in self._spread:
            button.setVisible(wide and button in spread)
        self._ways.setVisible(not wide)
        if not wide and self._room([*always, *paging, self._ways]) > self.width():
            self._previous.setText(PREVIOUS_PAGE[:1])
            self._next.setText(NEXT_PAGE[-1:])
        if not wide and self._room([*always, *paging, self._ways]) > self.width():
            self._print.setText(PRINT_SHORT if self._has_printer else NO_PRINTER_SHORT)
        for button, word in ((self._previous, PREVIOUS_PAGE), (self._next, NEXT_PAGE)):
            button.setAccessibleName(word.strip("‹› "))

    def _room(self, widgets: list[QWidget]) -> int:
        return sum(each.sizeHint().width() + _GAP for each in widgets) + 48

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
