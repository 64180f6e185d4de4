"""The own items of a department as cards: what was handed in, and who confirmed it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from dxdesk.domain.replies import ConfirmedBy, Review
from dxdesk.ui.entry.model import STATE_WORDS, short_name
from dxdesk.ui.entry.reading import HANDED_IN, Entry, EntryList
from dxdesk.wording.entry import CHANGE, CONFIRM, CONFIRMED, READ, WRITE

CARD_ROLE: Final = Qt.ItemDataRole.UserRole + 1
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class Card:
    """One item: its unit (id), number and name, status, stage by its place (now and last time), what was said, the pill
    of its state, who confirmed it, and the word of what can be done; ``confirmable``: it waits for 所属長確認."""

    unit: str
    title: str
    status: str
    status_word: str
    stage: str
    steps: int
    reached: int | None
    before: int | None
    said: str
    state: str
    state_word: str
    confirmed: str
    word: str
    confirmable: bool = False

    @property
    def spoken(self) -> str:
        """「2 キャッシュレス決済、要注意、段階は検討、…、確認済み 課長 山田 1月28日」"""
        stage = f"段階は{self.stage}" if self.stage else ""
        parts = (
            self.title,
            self.status_word,
            stage,
            self.said,
            self.state_word.lstrip("✓"),
            self.confirmed.lstrip("✓ "),
        )
        return "、".join(each for each in parts if each)


def confirmed_words(review: Review | ConfirmedBy | None) -> str:
    """✓ 確認済み　課長 山田　1月28日; empty where nobody has confirmed."""
    if review is None:
        return ""
    day = date.fromisoformat(review.date) if review.date else None
    who = " ".join(each for each in (review.title, review.name) if each)
    return "　".join(each for each in (CONFIRMED, who, f"{day.month}月{day.day}日" if day else "") if each)


def waits(entry: Entry) -> bool:
    """Whether an answer is handed in and nobody has confirmed it."""
    return entry.state in HANDED_IN and entry.confirmed is None


def card_of(entry: Entry, entries: EntryList, *, confirming: bool, writable: bool) -> Card:
    """The card of an item; a head (``confirming``) reads and confirms it, its department changes it."""
    settings, answer = entries.settings, entry.answer
    confirmable = confirming and writable and waits(entry)
    handed_in = entry.state in HANDED_IN
    return Card(
        unit=entry.unit.id,
        title=f"{entries.plan.numbers[entry.unit.id]}　{short_name(entry.unit)}".strip(),
        status=entry.status,
        status_word=settings.status_word(entry.status),
        stage=settings.stage_word(answer.stage),
        steps=len(settings.stages),
        reached=settings.stage_index(answer.stage),
        before=settings.stage_index(entry.last.answer.stage) if entry.last else None,
        said=(answer.results or "").split("\n")[0],
        state=entry.state,
        state_word="" if handed_in else STATE_WORDS[entry.state],
        confirmed=confirmed_words(entry.confirmed) if handed_in else "",
        word=_word(entry, confirmable=confirmable, writable=writable and not confirming),
        confirmable=confirmable,
    )


def _word(entry: Entry, *, confirmable: bool, writable: bool) -> str:
    if confirmable:
        return CONFIRM
    if not writable:
        return READ
    return WRITE if entry.state == "blank" else CHANGE


class DoneModel(QAbstractListModel):
    """The cards of a list; indexes stay valid while it holds the same items."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cards: tuple[Card, ...] = ()

    def show(self, cards: tuple[Card, ...]) -> None:
        """Show these cards."""
        if [each.unit for each in cards] == [each.unit for each in self._cards]:
            self._cards = cards
            if cards:
                self.dataChanged.emit(self.index(0), self.index(len(cards) - 1))
            return
        self.beginResetModel()
        self._cards = cards
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._cards)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        card = self._cards[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return card.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return card.spoken
        return card if role == CARD_ROLE else None
