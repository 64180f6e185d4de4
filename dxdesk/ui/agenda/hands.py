"""What a person does to the agenda: every act is saved at once and can be taken back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from dxdesk.desk import Step
from dxdesk.domain.agenda import MINUTES, STANDING_MINUTES
from dxdesk.domain.errors import Problem
from dxdesk.domain.meetings import AgendaItem, ItemKind, Meeting
from dxdesk.operations.agenda import add_item, move_item
from dxdesk.operations.agenda_changes import change_item, fill_agenda, remove_item, set_agenda
from dxdesk.operations.change import Change
from dxdesk.operations.meeting_drafts import MEMO, keep_draft
from dxdesk.store.errors import StoreUnavailable
from dxdesk.store.queries import meetings
from dxdesk.ui.agenda.item_editor import ItemEditor, Typed
from dxdesk.ui.agenda.rows import AgendaSource, is_rest
from dxdesk.ui.bands import announce
from dxdesk.ui.entry.autosave import Autosave
from dxdesk.wording import environment_words, problem_words
from dxdesk.wording_meeting import ITEM_KINDS
from dxdesk.wording_meeting_screen import NEW_ITEM, REST_TITLE

if TYPE_CHECKING:
    from dxdesk.ui.agenda.page import AgendaPage


class AgendaHands(QObject):
    """Works on the item that is chosen. What is typed in its card is saved by itself."""

    state_changed = Signal(str)
    """A SaveState of the fields."""

    def __init__(self, page: AgendaPage) -> None:
        super().__init__(page)
        self._page, self._desk = page, page.desk
        self._autosave = Autosave(self._write, self._composing, self)
        self._autosave.state_changed.connect(self.state_changed)
        self._open = ""
        self._begun: tuple[AgendaItem, ...] = ()

    @property
    def state(self) -> str:
        """Whether what was typed is saved."""
        return self._autosave.state

    @property
    def _source(self) -> AgendaSource:
        source = self._page.source
        assert source is not None
        return source

    @property
    def _meeting(self) -> Meeting:
        return self._source.meeting

    @property
    def _editor(self) -> ItemEditor | None:
        return self._page.parts.items.editor

    def _item(self, key: str = "") -> AgendaItem | None:
        key = key or self._page.parts.items.chosen
        return next((each for each in self._source.items if each.id == key), None)

    def attempt(self, act: Callable[[], object]) -> bool:
        """Do something; what stands in its way is said."""
        try:
            act()
        except Problem as problem:
            words = problem_words(problem)
        except StoreUnavailable as trouble:
            words = environment_words(trouble.code, trouble.place, trouble.values)
        else:
            return True
        announce(self._page, words, at_once=True)
        self._page.said.emit(words, False)
        return False

    def _do(self, words: str, act: Callable[[], object]) -> bool:
        """Do something to the agenda so that it can be taken back as a whole."""
        if not self.flush():
            return False
        meeting, desk = self._meeting, self._desk
        before = desk.ask(meetings.agenda, meeting.id)
        if not self.attempt(act):
            return False
        self._remember(words, meeting, before)
        return True

    def _remember(self, words: str, meeting: Meeting, before: tuple[AgendaItem, ...]) -> None:
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
        kind = "discuss" if card.discuss != "none" or card.status in ("late", "warn", "stop", "miss") else "report"
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
        if self._editor is not None and not self._editor.title.isHidden():
            self._editor.title.setFocus(Qt.FocusReason.OtherFocusReason)
            self._editor.title.selectAll()

    def _add(self, name: str, add: Callable[[Change], object], unit: str = "") -> None:
        if self._page.can_change and self._do(
            self.tr("{name} を加えたこと").format(name=name), lambda: self._desk.do(add)
        ):
            items = self._desk.ask(meetings.agenda, self._meeting.id)
            added = next((each for each in items if unit and each.unit == unit), items[-1])
            self._page.parts.items.choose(added.id)
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

    def open_item(self) -> None:
        """Put the fields of the chosen item into its card."""
        chosen = self._page.parts.items.chosen
        if chosen == self._open and self._editor is not None:
            return
        self.flush()
        self._settle()
        self._open = ""
        self.renew()

    def renew(self) -> None:
        """The agenda was read anew: the fields of the chosen item show it, unless somebody is typing in them."""
        item = self._item()
        if item is None or not self._page.can_change:
            self._settle()
            self._open = ""
            self._page.parts.items.open_editor(None, 0)
            return
        editor = self._editor
        if item.id != self._open or editor is None:
            self._open, self._begun = item.id, self._source.items
            editor = self._new_editor()
            fields = editor.show_item(self._shown(item), discuss=item.kind == "discuss")
            self._page.parts.items.open_editor(editor, fields)
        elif not self._autosave.waiting:
            known = editor.typed()
            if known != self._shown(item) or editor.ask.isHidden() == (item.kind == "discuss"):
                fields = editor.show_item(self._shown(item), discuss=item.kind == "discuss")
                self._page.parts.items.show_fields(fields)

    def _new_editor(self) -> ItemEditor:
        editor = ItemEditor(self._page.parts.items.viewport())
        editor.edited.connect(self._autosave.touch)
        editor.left.connect(self.flush)
        editor.back_requested.connect(lambda: self._page.parts.items.setFocus(Qt.FocusReason.OtherFocusReason))
        editor.kind_requested.connect(self.toggle_kind)
        editor.remove_requested.connect(self.remove)
        return editor

    def _shown(self, item: AgendaItem) -> Typed:
        memo = self._source.memos.get(item.id, "")
        return Typed(item.title if item.unit is None else None, item.minutes, item.ask or "", memo)

    def flush(self) -> bool:
        """Save what is typed; False where that is not possible."""
        if self._editor is not None:
            self._editor.commit()
        return self._autosave.flush()

    def _composing(self) -> bool:
        return self._editor is not None and self._editor.composing

    def _write(self) -> bool:
        item, editor = self._item(self._open), self._editor
        if item is None or editor is None:
            return True
        typed, known = editor.typed(), self._shown(item)
        typed = replace(typed, minutes=item.minutes) if typed.minutes is None else typed
        title = typed.title.strip() if typed.title is not None else None
        if (title or item.title, typed.minutes, typed.ask.strip()) != (item.title, item.minutes, known.ask):
            self._desk.do(
                change_item, self._meeting, item.number,
                title=title or None, minutes=typed.minutes, ask=typed.ask,
            )  # fmt: skip
        if typed.memo != known.memo:
            memo = {"text": typed.memo} if typed.memo.strip() else None
            self._desk.do(keep_draft, self._meeting.id, MEMO + item.id, memo)
            self._source_memo(item.id, typed.memo)
        return True

    def _source_memo(self, item: str, memo: str) -> None:
        self._page.source = replace(self._source, memos={**self._source.memos, item: memo})

    def _settle(self) -> None:
        """What was typed into one card is one step to take back."""
        begun, self._begun = self._begun, ()
        source = self._page.source
        if source is None or not begun:
            return
        was = next((each for each in begun if each.id == self._open), None)
        now = self._item(self._open)
        same_order = [each.id for each in begun] == [each.id for each in source.items]
        if was is not None and now is not None and same_order and replace(was, kind=now.kind) != now:
            before = tuple(replace(was, kind=now.kind) if each.id == was.id else each for each in source.items)
            self._remember(self.tr("{name} の内容").format(name=now.title), source.meeting, before)
