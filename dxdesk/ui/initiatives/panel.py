"""The 個票 beside the tree: head, tabs, and the blocks of the tab that is open."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from dxdesk.ui.initiatives.blocks import (
    ChangeWord,
    StatusWidget,
    TimeMark,
    column,
    counts_widget,
    framed_widget,
    lines_widget,
    origin_widget,
    passage_widget,
)
from dxdesk.ui.initiatives.sheet import Block, Counts, Framed, Lines, Moment, Origin, Passage, Sheet, StatusBlock
from dxdesk.ui.labels import PhraseLabel, plain_label
from dxdesk.ui.theme import hex_of, set_look
from dxdesk.wording_screen import past_cycle

WIDTH = 404
"""Width of the panel, px at 100 %."""


class SheetPanel(QFrame):
    """Shows one Sheet. The tab a person opened stays open from unit to unit."""

    cycle_requested = Signal(str)
    """The id of a cycle whose record is to be shown as it was."""
    today_requested = Signal()
    """Back from a past cycle."""
    close_requested = Signal()
    """The panel is to be left; a drawer closes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_look(self, "panel")
        self.setAutoFillBackground(True)
        self._sheet: Sheet | None = None
        self._word_of: Callable[[str], str] = str
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
        for word in (self.tr("今回"), self.tr("計画"), self.tr("これまで")):
            self._tabs.addTab(word)
        self._tabs.setAccessibleName(self.tr("個票の見出し"))
        self._tabs.setStyleSheet(
            "QTabBar::tab { font-weight: normal; min-height: 30px; margin: 0 18px 0 0; padding: 0 4px; "
            "border-bottom: 3px solid transparent; }"
            f"QTabBar::tab:selected {{ font-weight: bold; color: {hex_of('navy')}; "
            f"border-bottom-color: {hex_of('key')}; }}"
        )
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setStyleSheet("QScrollArea, QScrollArea > QWidget > QWidget { background: transparent; }")
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

    def show_sheet(self, sheet: Sheet | None, word_of: Callable[[str], str], *, past: bool = False) -> None:
        """Show a 個票, or an empty panel; ``word_of`` gives the word of a status, ``past`` marks another cycle's."""
        same = self._sheet is not None and sheet is not None and sheet.name == self._sheet.name
        scroll = self._scroll.verticalScrollBar().value() if same else 0
        self._sheet, self._word_of = sheet, word_of
        for label, text in (
            (self._path, sheet.path if sheet else ""),
            (self._name, sheet.name if sheet else ""),
            (self._owners, self.tr("実施主体：{owners}").format(owners=sheet.owners) if sheet and sheet.owners else ""),
        ):
            label.show_text(text)
            label.setVisible(bool(text))
        self._tabs.setVisible(sheet is not None)
        self._past.setVisible(past)
        if sheet is not None:
            self._past_words.show_text(past_cycle(sheet.cycle_name))
        self._show_blocks()
        self._scroll.verticalScrollBar().setValue(scroll)

    def show_tab(self, number: int) -> None:
        """Open 今回 (0), 計画 (1) or これまで (2)."""
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

    def _show_blocks(self) -> None:
        content = QWidget()
        layout = QVBoxLayout(content)
        layout.setContentsMargins(16, 12, 16, 16)
        layout.setSpacing(12)
        sheet = self._sheet
        if sheet is not None:
            blocks = (sheet.now, sheet.plan, sheet.past)[self._tabs.currentIndex()]
            for at, block in enumerate(blocks):
                layout.addWidget(self._widget(block, blocks[at + 1 :]))
        layout.addStretch(1)
        self._scroll.setWidget(content)

    def _widget(self, block: Block, following: Sequence[Block]) -> QWidget:
        match block:
            case StatusBlock():
                return StatusWidget(block)
            case Passage():
                return passage_widget(block)
            case Framed():
                return framed_widget(block)
            case Lines():
                return lines_widget(block)
            case Counts():
                return counts_widget(block)
            case Origin():
                return origin_widget(block, self._word_of)
            case Moment():
                return self._moment(block, last=not any(isinstance(each, Moment) for each in following))

    def _moment(self, moment: Moment, *, last: bool) -> QWidget:
        """One entry of the time line."""
        title = QWidget()
        row = QHBoxLayout(title)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(plain_label(moment.title, "strong" if moment.marker == "cycle" else "small"))
        row.addWidget(plain_label(moment.word, "" if moment.marker == "cycle" else "small"))
        if moment.change in ("better", "worse"):
            row.addWidget(ChangeWord(moment.change))
        row.addStretch(1)
        if moment.opens:
            link = QPushButton(self.tr("開く"))
            set_look(link, "link")
            link.setAccessibleName(self.tr("{name} の記録を開く").format(name=moment.title))
            link.clicked.connect(lambda _checked=False, cycle=moment.opens: self.cycle_requested.emit(cycle))
            row.addWidget(link)
        text = PhraseLabel(moment.text, "" if moment.marker == "cycle" else "small")
        text.setVisible(bool(moment.text))
        said = column(title, text)
        said.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        whole = QWidget()
        line = QHBoxLayout(whole)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(10)
        line.addWidget(TimeMark(moment.status, last))
        line.addWidget(said, 1)
        return whole
