"""What a person does to the agenda: every act is saved at once and can be taken back."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from dxdesk.desk import Step
from dxdesk.domain.agenda import MINUTES, STANDING_MINUTES, referred_units
from dxdesk.domain.errors import Problem
from dxdesk.domain.meetings import AgendaItem, ItemKind, Meeting
from dxdesk.operations.agenda import add_item, move_item
from dxdesk.operations.agenda_changes import change_item, fill_agenda, remove_item, set_agenda
from dxdesk.operations.change import Change
from dxdesk.store.errors import StoreUnavailable
from dxdesk.store.queries import meetings
from dxdesk.ui.agenda.rows import AgendaSource, is_rest
from dxdesk.ui.bands import announce
from dxdesk.ui.trouble import trouble_words
from dxdesk.wording.meeting import ITEM_KINDS
from dxdesk.wording.meeting_screen import NEW_ITEM, REST_TITLE

if TYPE_CHECKING:
    from dxdesk.ui.agenda.page import AgendaPage


class AgendaHands(QObject):
    """Works on the item that is chosen."""

    def __init__(self, page: AgendaPage) -> None:
        super().__init__(page)
        self._page, self._desk = page, page.desk

    @property
    def _source(self) -> AgendaSource:
        source = self._page.source
        assert source is not None
        return source

    @property
    def _meeting(self) -> Meeting:
        return self._source.meeting

    def _item(self, key: str = "") -> AgendaItem | None:
        """The chosen item, or that of a key, as it stands on file: a large plan is shown a moment later."""
        key = key or self._page.parts.items.chosen
        return next((each for each in self._desk.ask(meetings.agenda, self._meeting.id) if each.id == key), None)

    def attempt(self, act: Callable[[], object]) -> bool:
        """Do something; what stands in its way is said."""
        try:
            act()
        except (Problem, StoreUnavailable) as trouble:
            self.say(trouble_words(trouble), at_once=True)
            return False
        return True

    def say(self, words: str, *, at_once: bool = False) -> None:
        """Say something on the page and to assistive technology."""
        announce(self._page, words, at_once=at_once)
        self._page.said.emit(words, False)

    def _do(self, words: str, act: Callable[[], object]) -> bool:
        """Do something to the agenda so that it can be taken back as a whole."""
        if not self._page.card.flush():
            return False
        meeting, desk = self._meeting, self._desk
        before = desk.ask(meetings.agenda, meeting.id)
        if not self.attempt(act):
            return False
        self.remember(words, meeting, before)
        return True

    def remember(self, words: str, meeting: Meeting, before: tuple[AgendaItem, ...]) -> None:
        """A step from the agenda as it was to what it is now."""
        desk = self._desk
        after = desk.ask(meetings.agenda, meeting.id)
        back, again = (lambda: desk.do(set_agenda, meeting, before)), (lambda: desk.do(set_agenda, meeting, after))
        desk.remember(Step(words, back, again))

    def fill(self) -> bool:
        """The proposal onto an empty agenda."""
        return self._do(self.tr("次第の案"), lambda: self._desk.do(fill_agenda, self._meeting, REST_TITLE))

    def add_unit(self, unit: str) -> None:
        """A candidate becomes an item of its own, before the report about the others."""
        card = next(each for each in self._source.board.cards if each.unit == unit)
        asked = card.discuss != "none" or unit in referred_units(self._source.earlier, self._source.meeting.body)
        kind = "discuss" if asked or card.status in ("late", "warn", "stop", "miss") else "report"
        rest = next((each for each in self._source.items if is_rest(each)), None)

        def add(change: Change) -> None:
            add_item(change, self._meeting, kind, code=card.code, minutes=MINUTES)
            if rest is not None and not self._source.recorded:
                move_item(change, self._meeting, len(self._source.items) + 1, rest.number)

        self._add(card.name, add, card.unit)

    def add_free(self) -> None:
        """An item that is no unit, to be named at once."""
        minutes = STANDING_MINUTES
        self._add(NEW_ITEM, lambda change: add_item(change, self._meeting, "report", title=NEW_ITEM, minutes=minutes))
        editor = self._page.parts.items.editor
        if editor is not None and not editor.title.isHidden():
            editor.title.setFocus(Qt.FocusReason.OtherFocusReason)
            editor.title.selectAll()

    def _add(self, name: str, add: Callable[[Change], object], unit: str = "") -> None:
        if self._page.can_change and self._do(
            self.tr("{name} を加えたこと").format(name=name), lambda: self._desk.do(add)
        ):
            items = self._desk.ask(meetings.agenda, self._meeting.id)
            added = next((each for each in items if unit and each.unit == unit), items[-1])
            self._page.choose_item(added.id)
            self._page.parts.items.setFocus(Qt.FocusReason.OtherFocusReason)

    def move(self, key: str, to: int) -> None:
        """Another place for an item, counted from 0."""
        item, last = self._item(key), len(self._source.items) - 1
        if item is None or not self._page.can_change or not 0 <= to <= last or to == item.number - 1:
            return
        words = self.tr("{name} の順番").format(name=item.title)
        if self._do(words, lambda: self._desk.do(move_item, self._meeting, item.number, to + 1)):
            announce(self._page, self.tr("{name}、{place}番").format(name=item.title, place=to + 1))

    def toggle_kind(self) -> None:
        """協議 becomes 報告 and the other way round."""
        item = self._item()
        if item is None or not self._page.can_change:
            return
        kind: ItemKind = "report" if item.kind == "discuss" else "discuss"
        words = self.tr("{name} を{kind}にしたこと").format(name=item.title, kind=ITEM_KINDS[kind])
        if self._do(words, lambda: self._desk.do(change_item, self._meeting, item.number, kind=kind)):
            announce(self._page, ITEM_KINDS[kind])

    def remove(self) -> None:
        """The chosen item off the agenda; its 進行メモ is kept for when it comes back."""
        item = self._item()
        if item is None or not self._page.can_change:
            return
        words = self.tr("{name} を外したこと").format(name=item.title)
        if self._do(words, lambda: self._desk.do(remove_item, self._meeting, item.number)):
            self._page.said.emit(self.tr("「{name}」を次第から外しました。").format(name=item.title), True)
            self._page.parts.items.setFocus(Qt.FocusReason.OtherFocusReason)
