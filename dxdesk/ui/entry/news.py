"""What the secretariat put right in an item since its department last said something."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from dxdesk.desk import Desk, Step
from dxdesk.domain.deliveries import put_right
from dxdesk.domain.errors import Problem
from dxdesk.domain.packages import Wish
from dxdesk.domain.permissions import OWN_DEPARTMENT_ROLES
from dxdesk.domain.replies import Revision, RevisionKind
from dxdesk.domain.settling import differing
from dxdesk.operations.replies import discard_draft, save_draft
from dxdesk.store.errors import StoreUnavailable
from dxdesk.store.queries import replies
from dxdesk.store.queries.department_slots import DepartmentSlot
from dxdesk.store.queries.wishes import wishes_told
from dxdesk.ui.entry.model import short_name
from dxdesk.ui.labels import PhraseLabel, plain_label
from dxdesk.ui.theme import set_look
from dxdesk.ui.trouble import trouble_words
from dxdesk.ui.words import day_of
from dxdesk.wording.liaison import (
    BEGIN_FROM_NEWS,
    BEGUN_FROM_NEWS,
    KEEP_OWN,
    KEPT_OWN,
    NEWS_FROM,
    WRITTEN_BEFORE,
    news_words,
    wished,
    written,
)
from dxdesk.wording.sentences import FIELDS

if TYPE_CHECKING:
    from dxdesk.ui.entry.page import EntryPage


@dataclass(frozen=True)
class News:
    """How something was put right (by the revision ``id``), at which ISO moment and by whom, and the words of the
    fields in which it differs from what was said before; ``behind``: what is being written began with the words before;
    ``wishes``: who asked for what in the room.
    """

    id: str
    kind: RevisionKind
    moment: str
    by: str
    fields: tuple[str, ...]
    behind: bool
    wishes: tuple[Wish, ...] = ()

    @property
    def words(self) -> str:
        """What happened, in a sentence or two."""
        said = news_words(self.kind, self.fields) + wished(self.wishes)
        return said + (WRITTEN_BEFORE if self.behind else "")


def read_news(desk: Desk, slot: DepartmentSlot) -> News | None:
    """What was put right in a slot where that is its newest version, for whoever is of the department."""
    view = slot.view
    if desk.actor.role not in OWN_DEPARTMENT_ROLES or len(view.heads) != 1 or view.state == "returned":
        return None
    newest = view.heads[0]
    if not put_right([newest]):
        return None
    before = [each.answer for each in slot.revisions if each.id in newest.parents and each.answer is not None]
    now = newest.answer
    changed = {field for each in before for field in differing(each, now)} if now is not None else set()
    fields = tuple(word for field, word in FIELDS.items() if field in changed)
    behind = slot.draft is not None and slot.draft.base != newest.id
    wishes = corrected_for(newest, slot.revisions, desk.ask(wishes_told, newest.cycle))
    return News(newest.id, newest.kind, newest.moment, newest.author.name or "", fields, behind, wishes)


def corrected_for(newest: Revision, known: Sequence[Revision], told: Mapping[str, Wish]) -> tuple[Wish, ...]:
    """Who asked for what in the 席上修正 that a revision ends, the first first; of one field the last."""
    by_id = {each.id: each for each in known}
    found: dict[str, Wish] = {}
    each: Revision | None = newest
    while each is not None and each.kind == "correct":
        if each.id in told:
            found.setdefault(told[each.id].field, told[each.id])
        each = by_id.get(each.parents[0]) if each.parents else None
    return tuple(reversed(found.values()))


class NewsBand(QFrame):
    """Who put what right, and when, at the head of the form; where something was being written, which words it goes on
    with."""

    chosen = Signal(bool)
    """Whether what was being written is kept."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_look(self, "info-card")
        self.words = PhraseLabel("", "")
        self._when = plain_label("", "small")
        self.anew, self.keep = QPushButton(BEGIN_FROM_NEWS), QPushButton(KEEP_OWN)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(plain_label(NEWS_FROM, "strong"))
        row.addWidget(self.words, 1)
        row.addWidget(self._when)
        self._ways = QWidget()
        ways = QHBoxLayout(self._ways)
        ways.setContentsMargins(0, 0, 0, 0)
        for button, kept in ((self.anew, False), (self.keep, True)):
            set_look(button, "link")
            ways.addWidget(button)
            button.clicked.connect(lambda _pressed=False, kept=kept: self.chosen.emit(kept))
        ways.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 9, 14, 9)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self._ways)

    def show_news(self, news: News | None, *, writable: bool) -> None:
        """Show it, or hide where there is none."""
        self.setVisible(news is not None)
        if news is not None:
            self.words.show_text(news.words)
            self._when.setText("　".join(each for each in (day_of(news.moment), news.by) if each))
            self._ways.setVisible(news.behind and writable)


def go_on(page: EntryPage, kept: bool) -> None:
    """Go on with what was being written, which then follows what the secretariat put right (``kept``), or with that."""
    form, desk = page.writing.form, page.desk
    if form is None or form.news is None or not page.leave():
        return
    place, newest = form.place, form.news.id
    draft = desk.ask(replies.draft, place.cycle.id, place.unit.id, place.department.id)
    if draft is None:
        return
    again = (
        partial(desk.do, save_draft, place, newest, draft.answer) if kept else partial(desk.do, discard_draft, place)
    )
    back = partial(desk.do, save_draft, place, draft.base, draft.answer)
    words = KEPT_OWN if kept else BEGUN_FROM_NEWS
    step = Step(written(short_name(place.unit)), back, again, ("entry", f"{place.unit.code}:{place.department.id}"))
    try:
        again()
    except (Problem, StoreUnavailable) as trouble:
        page.said.emit(trouble_words(trouble), False)
        return
    desk.remember(step)
    page.said.emit(words, True)
    page.body.centre.editor.start().setFocus()
