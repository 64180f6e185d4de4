"""ボード: the slides of a cycle in the window, full screen, and as a table."""

from __future__ import annotations

from typing import ClassVar, Final

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from dxdesk.desk import Desk
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.errors import Problem
from dxdesk.operations.change import Touched
from dxdesk.store.queries.initiatives import initiatives
from dxdesk.ui.key_actions import bind
from dxdesk.ui.audience.drawing import SCALES
from dxdesk.ui.board.course import Position, Shown
from dxdesk.ui.board.full_screen import FullScreen
from dxdesk.ui.board.model import CODE_ROLE, BoardTable, count_words
from dxdesk.ui.board.stage import Stage
from dxdesk.ui.labels import plain_label, text_scale
from dxdesk.ui.theme import set_look

_SCALE_WORDS: Final = ("標準", "大", "特大")
_FULL_WORDS: Final = ("全画面で映す", "全画面で映す（Alt+Enter）")
_ROOMY_FROM = 1100
_MEETING_TARGET = 38


class BoardPage(QWidget):
    """The board of a cycle. Filter, page and size of letters stay when it is shown anew."""

    SHOWS: ClassVar[Touched] = (
        Touched.PLAN | Touched.DEPARTMENTS | Touched.SETTINGS | Touched.CYCLES | Touched.REPLIES | Touched.MEETINGS
    )
    """What makes the page out of date."""

    detail_requested = Signal(str)
    """The code of a unit whose 個票 is to be opened."""

    def __init__(self, desk: Desk, cycle: Cycle, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._cycle = desk, cycle
        self._shown: Shown | None = None
        self.full_screen: FullScreen | None = None
        self.stage, self.table, self._rows = Stage(), QTableView(), BoardTable(self)
        self._set_up_table()
        self._lay_out()
        self.stage.moved.connect(self._show_state)
        self.setFocusProxy(self.stage)
        bind(self, {"Alt+Return": self.open_full_screen, "Alt+Enter": self.open_full_screen})
        self.refresh()

    def _set_up_table(self) -> None:
        table = self.table
        table.setModel(self._rows)
        table.setAccessibleName(self.tr("ボードの表"))
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setAlternatingRowColors(True)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        header = table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setStretchLastSection(True)
        table.activated.connect(self._open_row)

    def _lay_out(self) -> None:
        self._previous = QPushButton(self.tr("‹ 前へ"))
        self._next = QPushButton(self.tr("次へ ›"))
        self._board = QPushButton(self.tr("ボード"))
        self._detail = QPushButton(self.tr("個票を見る"))
        self._as_table = QPushButton(self.tr("表で見る"))
        self._as_table.setCheckable(True)
        self._full = QPushButton(self.tr(_FULL_WORDS[1]))
        set_look(self._full, "primary")
        self._words = plain_label("", "small")
        self._sizes = QComboBox()
        self._sizes.setAccessibleName(self.tr("文字の大きさ"))
        self._sizes.setMinimumHeight(_MEETING_TARGET)
        for word, scale in zip(_SCALE_WORDS, SCALES, strict=True):
            self._sizes.addItem(word, scale)
        foot = QFrame()
        set_look(foot, "foot-bar")
        foot.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(foot)
        row.setContentsMargins(16, 7, 16, 7)
        row.setSpacing(8)
        for widget in (self._previous, self._next, self._board, self._detail, self._words):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(plain_label(self.tr("文字"), "small"))
        row.addWidget(self._sizes)
        row.addWidget(self._as_table)
        row.addWidget(self._full)
        for button in (self._previous, self._next, self._board, self._detail, self._full):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._stack = QStackedWidget()
        around = QWidget()
        margin = QVBoxLayout(around)
        margin.setContentsMargins(8, 8, 8, 8)
        margin.addWidget(self.stage)
        self._slides = around
        self._stack.addWidget(around)
        self._stack.addWidget(self.table)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._stack, 1)
        whole.addWidget(foot)
        self._previous.clicked.connect(lambda: self.stage.step(False))
        self._next.clicked.connect(lambda: self.stage.step(True))
        self._board.clicked.connect(self.stage.home)
        self._detail.clicked.connect(lambda: self.detail_requested.emit(self.stage.position.code or ""))
        self._as_table.toggled.connect(self.show_table)
        self._full.clicked.connect(self.open_full_screen)
        self._sizes.activated.connect(lambda _index: self.stage.set_scale(self._sizes.currentData()))

    def refresh(self) -> None:
        """Read everything anew; the place among the slides stays."""
        source = self._desk.ask(initiatives, self._cycle)
        self._cycle = source.cycle
        self._shown = Shown(source.board, source.items, source.settings)
        self._rows.show_content(self._shown)
        self.table.setAccessibleDescription(count_words(self._shown))
        self.stage.show_content(self._shown)
        if self.full_screen is not None:
            self.full_screen.stage.show_content(self._shown)

    def set_cycle(self, cycle: Cycle) -> None:
        """Show the board of another cycle."""
        self._cycle = cycle
        self.stage.go(Position())
        self.refresh()

    def show_unit(self, code: str) -> None:
        """Show the slide of a unit. Raises Problem for an unknown code."""
        if self._shown is not None and self._shown.card(code) is None:
            raise Problem("plan.unknown_code", "initiative", {"text": code, "near": ""})
        self._as_table.setChecked(False)
        self.stage.open_unit(code)

    def show_table(self, table: bool) -> None:
        """The same cards as a table, or the slides again."""
        self._stack.setCurrentWidget(self.table if table else self._slides)
        self._as_table.setText(self.tr("スライドで見る") if table else self.tr("表で見る"))
        self._as_table.setChecked(table)
        if table:
            self.table.selectRow(max(0, self._rows.row_of(self.stage.position.code or "")))
        self._show_state()
        self.setFocusProxy(self.table if table else self.stage)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def open_full_screen(self) -> None:
        """The slides on the whole screen, from where the window stands; leaving it brings the place back."""
        if self._shown is None or self.full_screen is not None:
            return
        self.full_screen = FullScreen(self._shown, self.stage.position, self._sizes.currentData(), self)
        self.full_screen.setScreen(self.screen())
        self.full_screen.setGeometry(self.screen().geometry())  # no desktop has to be asked for the whole screen
        self.full_screen.closed.connect(self._left_full_screen)
        self.full_screen.showFullScreen()

    def _left_full_screen(self, position: Position) -> None:
        self.full_screen = None
        self.stage.go(position)
        self.stage.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open_row(self, index: QModelIndex) -> None:
        self.show_unit(str(index.data(CODE_ROLE)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        roomy = self.width() >= _ROOMY_FROM * text_scale(self)
        self._full.setText(self.tr(_FULL_WORDS[roomy]))

    def _show_state(self) -> None:
        """Buttons and words that follow the slide."""
        table = self._stack.currentWidget() is self.table
        unit = self.stage.position.code
        sight = self.stage.sight
        pages, number = (len(sight.pages), sight.number) if sight else (0, 0)
        self._previous.setEnabled(not table and (unit is not None or number > 0))
        self._next.setEnabled(not table and sight is not None and sight.forward() != sight.position)
        self._board.setVisible(unit is not None and not table)
        self._detail.setVisible(unit is not None and not table)
        words = f"{number + 1}／{pages}ページ" if pages > 1 else ""
        if self.stage.typed:
            words = f"番号 {self.stage.typed}（Enterで開く）"
        self._words.setText("" if table else words)
