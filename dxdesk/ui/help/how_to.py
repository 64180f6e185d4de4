"""使い方: the work of a role step by step, and the keys of every screen."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QBoxLayout,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QScrollArea,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from dxdesk.domain.permissions import ActorRole
from dxdesk.ui.help.model import KeyTable
from dxdesk.ui.labels import PhraseLabel, plain_label, text_scale
from dxdesk.ui.pages import reaches
from dxdesk.wording.help import ALL_SCREENS, HOW_TO, KEYS, KEYS_OF, SCREEN, SCREENS, STEPS

_BESIDE_FROM = 900
"""Narrower than this, px at 100 %, the keys stand below the steps."""
_COLUMNS = (140, 220)
_ROW = 28
"""Height of a row of one line, px at 100 %."""
_AROUND = 12
"""px that the words of a cell leave free beside them."""
_ANY = 10_000
_NUMBER = 22
"""px at 100 % for the number of a step."""


def _steps(role: ActorRole) -> QWidget:
    """The work of a role: headings with numbered steps."""
    content = QWidget()
    column = QVBoxLayout(content)
    column.setContentsMargins(16, 8, 16, 16)
    column.setSpacing(6)
    column.addWidget(PhraseLabel(STEPS, "section"))
    for heading, steps in HOW_TO[role]:
        column.addSpacing(6)
        column.addWidget(PhraseLabel(heading, "heading"))
        for number, step in enumerate(steps, 1):
            row = QHBoxLayout()
            row.setSpacing(8)
            words = PhraseLabel(step)
            mark = PhraseLabel(f"{number}.")
            mark.setFixedWidth(round(_NUMBER * text_scale(content)))
            row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(words, 1)
            column.addLayout(row)
    column.addStretch(1)
    scroll = QScrollArea()
    scroll.setWidgetResizable(True)
    scroll.setFrameShape(QFrame.Shape.NoFrame)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    scroll.setAccessibleName(STEPS)
    scroll.setWidget(content)
    return scroll


class HowTo(QWidget):
    """Left the steps of one's own role, right the keys of the screens that it has, of one screen or of all."""

    def __init__(self, role: ActorRole, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._screens = [key for key in SCREENS if not key or reaches(role, key)]
        self.screens = QComboBox()
        self.screens.addItem(ALL_SCREENS, None)
        for key in self._screens[1:]:
            self.screens.addItem(SCREENS[key], key)
        self.table, self._keys = QTableView(), KeyTable(self)
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._fit_rows)
        self._set_up_table()
        word = plain_label(SCREEN, "small")
        word.setBuddy(self.screens)
        self.screens.setAccessibleName(SCREEN)
        head = QHBoxLayout()
        head.setContentsMargins(16, 8, 16, 6)
        head.setSpacing(10)
        head.addWidget(plain_label(KEYS_OF, "section"), 1)
        head.addWidget(word)
        head.addWidget(self.screens)
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.table, 1)
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._halves.setContentsMargins(0, 0, 0, 0)
        self._halves.setSpacing(0)
        self._halves.addWidget(_steps(role), 2)
        self._halves.addWidget(right, 3)
        self.screens.currentIndexChanged.connect(lambda _place: self._show_keys())
        self.setFocusProxy(self.table)
        self._show_keys()

    def _set_up_table(self) -> None:
        table = self.table
        table.setModel(self._keys)
        table.setAccessibleName(KEYS_OF)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setShowGrid(False)
        table.setAlternatingRowColors(True)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        header = table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setStretchLastSection(True)
        header.sectionResized.connect(lambda *_section: self._later.start())
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def show_screen(self, key: str) -> None:
        """Show the keys of one screen and those that work everywhere; of all where the role does not have it."""
        self.screens.setCurrentIndex(max(0, self.screens.findData(key)))

    def _show_keys(self) -> None:
        chosen = self.screens.currentData()
        screens = [chosen] if chosen else self._screens[1:]
        self._keys.show_keys([key for screen in (*screens, "") for key in KEYS if key.screen == screen])
        self._later.start()

    def _fit_rows(self) -> None:
        """As many lines as the words need; a view that measured them itself would do so for every change of style."""
        metrics, single, wrapped = self.table.fontMetrics(), round(_ROW * text_scale(self)), Qt.TextFlag.TextWordWrap
        widths = [self.table.columnWidth(column) - _AROUND for column in range(self._keys.columnCount())]
        for row in range(self._keys.rowCount()):
            words = [self._keys.index(row, column).data() for column in range(len(widths))]
            lines = [
                metrics.boundingRect(0, 0, width, _ANY, wrapped, word).height()
                for word, width in zip(words, widths, strict=True)
                if metrics.horizontalAdvance(word) > width
            ]
            self.table.setRowHeight(row, single + max(0, max(lines, default=0) - metrics.height()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        scale = text_scale(self)
        directions = QBoxLayout.Direction
        beside = self.width() >= _BESIDE_FROM * scale
        self._halves.setDirection(directions.LeftToRight if beside else directions.TopToBottom)
        for column, width in enumerate(_COLUMNS):
            self.table.setColumnWidth(column, round(width * scale))
