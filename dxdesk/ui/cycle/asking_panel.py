"""Right of the matrix: what the groups mean, and what is different from last time."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from dxdesk.domain.asking import Asking
from dxdesk.domain.calendar import plain_date
from dxdesk.store.queries.opening import Opening
from dxdesk.ui.cycle.changes import Difference, GroupCard, differences, group_cards
from dxdesk.ui.labels import PhraseLabel, plain_label
from dxdesk.ui.theme import set_look
from dxdesk.wording.cycle import FIRST_TIME, NO_GROUPS, NOTHING_CHANGED, PROVISIONAL_HELP

WIDTH = 300
MOST = 6
"""Lines of a list; the rest is told as a number."""


def _card(look: str) -> tuple[QFrame, QVBoxLayout]:
    frame = QFrame()
    set_look(frame, look)
    column = QVBoxLayout(frame)
    column.setContentsMargins(12, 8, 12, 10)
    column.setSpacing(4)
    return frame, column


def _line(left: str, right: str, *, head: bool = False) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addWidget(PhraseLabel(left, "heading" if head else "small", most=1), 1)
    row.addWidget(plain_label(right, "small"))
    return row


def group_card(card: GroupCard) -> QFrame:
    """One group."""
    frame, column = _card("card")
    column.addLayout(_line(card.name, card.size, head=True))
    if card.text:
        column.addWidget(PhraseLabel(card.text, "small"))
    for unit, count in card.units[:MOST]:
        column.addLayout(_line(unit, count))
    if len(card.units) > MOST:
        column.addWidget(plain_label(f"ほか {len(card.units) - MOST}取組", "small"))
    return frame


class AskingPanel(QScrollArea):
    """Cards in a column, made anew when something has changed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._shown: object = None

    def show_asking(self, found: Opening, asking: Sequence[Asking], day: date) -> None:
        """Show the groups and the differences as they stand now."""
        cards, changes = group_cards(found, asking, plain_date(day)), differences(found, asking)
        provisional = sum(each.provisional and each.asked for each in asking)
        if (cards, changes, provisional) == self._shown:
            return
        self._shown = (cards, changes, provisional)
        whole = QFrame()
        set_look(whole, "panel")
        column = QVBoxLayout(whole)
        column.setContentsMargins(15, 12, 15, 12)
        column.setSpacing(10)
        column.addWidget(plain_label(self.tr("課のまとまり"), "strong"))
        for card in cards:
            column.addWidget(group_card(card))
        if not cards:
            column.addWidget(PhraseLabel(NO_GROUPS, "small"))
        column.addSpacing(6)
        column.addWidget(plain_label(self.tr("前回から変わったところ"), "strong"))
        self._add_changes(column, changes, FIRST_TIME if found.last is None else NOTHING_CHANGED)
        if provisional:
            frame, inside = _card("ask-card")
            inside.addWidget(plain_label(self.tr("仮のもの  {count}取組").format(count=provisional), "strong"))
            inside.addWidget(PhraseLabel(PROVISIONAL_HELP, "small"))
            column.addWidget(frame)
        column.addStretch(1)
        self.setWidget(whole)

    @staticmethod
    def _add_changes(column: QVBoxLayout, changes: Sequence[Difference], nothing: str) -> None:
        for change in changes[:MOST]:
            pair = QVBoxLayout()
            pair.setSpacing(0)
            pair.addWidget(PhraseLabel(change.unit, "note"))
            pair.addWidget(PhraseLabel(change.words, "small"))
            column.addLayout(pair)
        if len(changes) > MOST:
            column.addWidget(plain_label(f"ほか {len(changes) - MOST}取組", "small"))
        if not changes:
            column.addWidget(PhraseLabel(nothing, "small"))
