"""The 個票 beside the tree: head, tabs, and the blocks of the tab that is open."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from dxdesk.domain.plan_lists import GlossaryTerm
from dxdesk.ui.initiatives.blocks import (
    StatusWidget,
    counts_widget,
    framed_widget,
    lines_widget,
    origin_widget,
    passage_widget,
)
from dxdesk.ui.initiatives.record_blocks import decided_widget, indicator_widget, task_widget, terms_widget
from dxdesk.ui.initiatives.sheet import (
    Block,
    Counts,
    Decided,
    Framed,
    IndicatorBlock,
    Lines,
    Moment,
    Origin,
    Passage,
    Sheet,
    StatusBlock,
    Task,
    Terms,
)
from dxdesk.ui.initiatives.time_line import moment_widget
from dxdesk.ui.labels import PhraseLabel
from dxdesk.ui.reading_area import reading_area
from dxdesk.ui.terms import TermLabel
from dxdesk.ui.theme import hex_of, set_look

WIDTH = 404
"""Width of the panel, px at 100 %."""

TABS: Final = ("今回", "計画", "これまで", "決定と宿題", "指標")
PAST: Final = 2


class SheetPanel(QFrame):
    """Shows one Sheet. The tab a person opened stays open from unit to unit."""

    record_requested = Signal(str)
    """The id of a cycle, or ``report:`` and that of a report, whose record is to be shown as it was."""
    term_requested = Signal(str)
    """The id of a term whose place in the glossary is to be opened."""
    print_requested = Signal()
    """The 個票 is to be printed."""
    tab_changed = Signal(int)
    """The place of the tab that is open."""
    today_requested = Signal()
    """Back from a past cycle."""
    close_requested = Signal()
    """The panel is to be left; a drawer closes."""

    def __init__(self, offers_print: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.offers_print = offers_print
        set_look(self, "panel")
        self.setAutoFillBackground(True)
        self._sheet: Sheet | None = None
        self._word_of: Callable[[str], str] = str
        self._terms: tuple[GlossaryTerm, ...] = ()
        self._past = self._past_band()
        self._path = PhraseLabel(look="small")
        self._name = PhraseLabel(look="title-panel")
        self._owners = PhraseLabel(look="small")
        self._close = QPushButton(self.tr("閉じる（Esc）"))
        set_look(self._close, "link")
        self._close.clicked.connect(self.close_requested)
        self._close.hide()
        self._tabs = QTabBar()
        self._tabs.setDrawBase(False)
        self._tabs.setExpanding(False)
        for word in TABS:
            self._tabs.addTab(word)
        self._tabs.setUsesScrollButtons(False)
        self._tabs.setAccessibleName(self.tr("個票の見出し"))
        self._tabs.setStyleSheet(
            "QTabBar::tab { font-weight: normal; min-height: 30px; margin: 0 16px 0 0; padding: 0 2px; "
            "border-bottom: 3px solid transparent; }"
            f"QTabBar::tab:selected {{ font-weight: bold; color: {hex_of('navy')}; "
            f"border-bottom-color: {hex_of('key')}; }}"
        )
        self._scroll = reading_area()
        self._scroll.setAccessibleName(self.tr("個票"))
        self._lay_out()
        self._tabs.currentChanged.connect(self._show_blocks)

    def _past_band(self) -> QFrame:
        band = QFrame()
        set_look(band, "band-quiet")
        self._past_words = PhraseLabel()
        back = QPushButton(self.tr("今の回へ戻る"))
        set_look(back, "plain")
        back.clicked.connect(self.today_requested)
        row = QHBoxLayout(band)
        row.setContentsMargins(16, 6, 16, 6)
        row.addWidget(self._past_words, 1)
        row.addWidget(back)
        band.hide()
        return band

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self._path, 1)
        top.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        head = QVBoxLayout()
        head.setContentsMargins(16, 10, 16, 0)
        head.setSpacing(2)
        head.addLayout(top)
        head.addWidget(self._name)
        head.addWidget(self._owners)
        head.addSpacing(2)
        head.addWidget(self._tabs)
        line = QFrame()
        line.setFixedHeight(1)
        line.setStyleSheet(f"background: {hex_of('line')};")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._past)
        layout.addLayout(head)
        layout.addWidget(line)
        layout.addWidget(self._scroll, 1)

    @property
    def sheet(self) -> Sheet | None:
        """What is shown."""
        return self._sheet

    def show_sheet(
        self,
        sheet: Sheet | None,
        word_of: Callable[[str], str],
        terms: tuple[GlossaryTerm, ...] = (),
        *,
        past: str = "",
    ) -> None:
        """Show a 個票, or an empty panel; ``word_of`` gives the word of a status, ``terms`` are those of the plan.

        ``past`` says in a sentence that it is an older record.
        """
        same = self._sheet is not None and sheet is not None and sheet.name == self._sheet.name
        scroll = self._scroll.verticalScrollBar().value() if same else 0
        self._sheet, self._word_of, self._terms = sheet, word_of, terms
        owners = self.tr("実施主体：{owners}").format(owners=sheet.owners) if sheet and sheet.owners else ""
        heads = ((self._path, sheet.path), (self._name, sheet.name)) if sheet else ((self._path, ""), (self._name, ""))
        for label, text in (*heads, (self._owners, owners)):
            label.show_text(text)
            label.setVisible(bool(text))
        self._tabs.setVisible(sheet is not None)
        for place in (3, 4):
            self._tabs.setTabVisible(place, sheet is not None and sheet.unit is not None)
        if not past and self._holds_focus(self._past):
            self.take_focus()
        self._past.setVisible(bool(past))
        self._past_words.show_text(past)
        self._show_blocks()
        self._scroll.verticalScrollBar().setValue(scroll)

    @property
    def tab(self) -> int:
        """The place of the tab that is open."""
        return self._tabs.currentIndex()

    def show_tab(self, number: int) -> None:
        """Open 今回 (0), 計画 (1), これまで (2), 決定と宿題 (3) or 指標 (4)."""
        self._tabs.setCurrentIndex(number)

    def show_as_drawer(self, drawer: bool) -> None:
        """A drawer has a button that closes it."""
        self._close.setVisible(drawer)

    def take_focus(self) -> None:
        """Put the focus on the tabs."""
        self._tabs.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves the panel."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_requested.emit()
        else:
            super().keyPressEvent(event)

    def _holds_focus(self, part: QWidget | None) -> bool:
        focused = self.window().focusWidget()
        return part is not None and focused is not None and part.isAncestorOf(focused)

    def _show_blocks(self) -> None:
        if self._holds_focus(self._scroll.widget()):
            self.take_focus()  # what was pressed goes, and the focus must not go with it
        content = QWidget()
        layout = QVBoxLayout(content)
        layout.setContentsMargins(16, 12, 16, 16)
        layout.setSpacing(12)
        sheet = self._sheet
        if sheet is not None:
            blocks = sheet.tabs[self._tabs.currentIndex()]
            for at, block in enumerate(blocks):
                layout.addWidget(self._widget(block, blocks[at + 1 :]))
            if self._tabs.currentIndex() == 0 and sheet.code is not None and self.offers_print:
                layout.addWidget(self._print_link())
        layout.addStretch(1)
        self._scroll.setWidget(content)
        self.tab_changed.emit(self._tabs.currentIndex())

    def _print_link(self) -> QWidget:
        link = QPushButton(self.tr("個票を印刷"))
        set_look(link, "link")
        link.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        link.clicked.connect(self.print_requested)
        return link

    def _label(self, text: str, look: str = "") -> QWidget:
        """The label of a text: the terms of the glossary in it are underlined."""
        label = TermLabel(text, look, terms=self._terms)
        label.term_requested.connect(self.term_requested)
        return label

    def _widget(self, block: Block, following: Sequence[Block]) -> QWidget:
        match block:
            case StatusBlock():
                return StatusWidget(block)
            case Passage():
                return passage_widget(block, self._label)
            case Framed():
                return framed_widget(block)
            case Lines():
                return lines_widget(block, self._label)
            case Terms():
                return terms_widget(block, self.term_requested.emit)
            case Counts():
                return counts_widget(block)
            case Origin():
                return origin_widget(block, self._word_of)
            case Decided():
                return decided_widget(block, self._label)
            case Task():
                return task_widget(block, self._label)
            case IndicatorBlock():
                return indicator_widget(block)
            case Moment():
                last = not any(isinstance(each, Moment) for each in following)
                return moment_widget(block, self.record_requested.emit, self._label, last=last)
