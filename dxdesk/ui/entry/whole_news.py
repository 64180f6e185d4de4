"""What a meeting made of the text that the answers of several departments were drawn together to."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from dxdesk.desk import Desk
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.merge import read_slot
from dxdesk.domain.packages import Wish
from dxdesk.domain.permissions import OWN_DEPARTMENT_ROLES
from dxdesk.domain.plans import Node
from dxdesk.domain.settings import Settings
from dxdesk.domain.settling import differing
from dxdesk.store.queries.consolidation import versions
from dxdesk.store.queries.wishes import wishes_told
from dxdesk.ui.entry.news import corrected_for
from dxdesk.ui.labels import PhraseLabel, plain_label
from dxdesk.ui.theme import set_look
from dxdesk.ui.words import day_of
from dxdesk.wording.directions import budget_words
from dxdesk.wording.liaison import ANSWER_STAYS, NEWS_FROM, SEE_WHOLE, WHOLE_CORRECTED, now_says, wished
from dxdesk.wording.sentences import FIELDS

_TEXTS = ("results", "issues", "next", "ask")


@dataclass(frozen=True)
class WholeNews:
    """At which ISO moment a meeting corrected the whole, and what each corrected field (its word) says now; empty where
    that is no text. ``wishes``: who asked for what."""

    moment: str
    fields: tuple[tuple[str, str], ...]
    wishes: tuple[Wish, ...] = ()

    @property
    def words(self) -> str:
        """What happened, in a sentence."""
        return WHOLE_CORRECTED + wished(self.wishes)

    @property
    def lines(self) -> tuple[str, ...]:
        """What each field says now."""
        return tuple(now_says(word, said) for word, said in self.fields)


def read_whole_news(desk: Desk, cycle: Cycle, unit: Node, settings: Settings) -> WholeNews | None:
    """What a meeting corrected in the 取りまとめ of a unit where that is its newest version, for whoever is of a
    department that was asked."""
    said = desk.ask(versions, cycle, unit) if desk.actor.role in OWN_DEPARTMENT_ROLES else ()
    heads = read_slot(said, ()).heads
    if len(heads) != 1 or heads[0].kind != "correct" or heads[0].answer is None:
        return None
    by_id = {each.id: each for each in said}
    drawn = heads[0]
    while drawn.kind == "correct" and drawn.parents and drawn.parents[0] in by_id:
        drawn = by_id[drawn.parents[0]]
    now = heads[0].answer
    changed = differing(drawn.answer, now) if drawn.answer is not None else ()
    words = {"status": settings.status_word(now.status or "miss"), "stage": settings.stage_word(now.stage)}
    words |= {field: getattr(now, field) or "" for field in _TEXTS}
    words |= {"direction": now.direction or "", "budget": budget_words(now.budget)}
    fields = tuple((word, words.get(field, "")) for field, word in FIELDS.items() if field in changed)
    return WholeNews(heads[0].moment, fields, corrected_for(heads[0], said, desk.ask(wishes_told, cycle.id)))


class WholeNewsCard(QFrame):
    """Information at the head of an item: nothing is to be done about it."""

    list_requested = Signal()
    """Where the whole stands is wanted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_look(self, "info-card")
        self.words, self.lines = PhraseLabel("", ""), PhraseLabel("", "small", most=3)
        self._when, self.way = plain_label("", "small"), QPushButton(SEE_WHOLE)
        set_look(self.way, "link")
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(plain_label(NEWS_FROM, "strong"))
        row.addWidget(self.words, 1)
        row.addWidget(self._when)
        row.addWidget(self.way)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 6, 14, 6)
        column.setSpacing(2)
        column.addLayout(row)
        column.addWidget(self.lines)
        self.way.clicked.connect(self.list_requested)
        self.hide()

    def show_news(self, news: WholeNews | None) -> None:
        """Show it, or hide where there is none."""
        self.setVisible(news is not None)
        if news is not None:
            self.words.show_text(news.words)
            self.lines.show_text("　".join((*news.lines, ANSWER_STAYS)))
            self._when.setText(day_of(news.moment))
