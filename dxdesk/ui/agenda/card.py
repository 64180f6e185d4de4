"""The card that is open: its fields are loaded, saved by themselves, and taken back as one step."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from dxdesk.domain.meetings import AgendaItem, Meeting
from dxdesk.operations.agenda_changes import change_item
from dxdesk.operations.meeting_drafts import MEMO, keep_draft
from dxdesk.store.queries import meetings
from dxdesk.ui.agenda.item_editor import ItemEditor, Typed
from dxdesk.ui.agenda.rows import AgendaSource
from dxdesk.ui.autosave import Autosave

if TYPE_CHECKING:
    from dxdesk.ui.agenda.page import AgendaPage


class OpenCard(QObject):
    """Works on the fields of the chosen item."""

    state_changed = Signal(str)
    """A SaveState of the fields."""

    def __init__(self, page: AgendaPage) -> None:
        super().__init__(page)
        self._page, self._desk = page, page.desk
        self.autosave = Autosave(self._write, self._composing, self)
        self.autosave.state_changed.connect(self.state_changed)
        self._open = ""
        self._begun: tuple[AgendaItem, ...] = ()

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

    def _item(self, key: str) -> AgendaItem | None:
        return next((each for each in self._desk.ask(meetings.agenda, self._meeting.id) if each.id == key), None)

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
        item = self._item(self._page.parts.items.chosen)
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
        elif not self.autosave.waiting:
            known = editor.typed()
            if known != self._shown(item) or editor.ask.isHidden() == (item.kind == "discuss"):
                fields = editor.show_item(self._shown(item), discuss=item.kind == "discuss")
                self._page.parts.items.show_fields(fields)

    def _new_editor(self) -> ItemEditor:
        editor = ItemEditor(self._page.parts.items.viewport())
        editor.edited.connect(self.autosave.touch)
        editor.left.connect(self.flush)
        editor.back_requested.connect(lambda: self._page.parts.items.setFocus(Qt.FocusReason.OtherFocusReason))
        editor.kind_requested.connect(self._page.hands.toggle_kind)
        editor.remove_requested.connect(self._page.hands.remove)
        return editor

    def _shown(self, item: AgendaItem) -> Typed:
        memo = self._source.memos.get(item.id, "")
        return Typed(item.title if item.unit is None else None, item.minutes, item.ask or "", memo)

    def flush(self) -> bool:
        """Save what is typed; False where that is not possible."""
        if self._editor is not None:
            self._editor.commit()
        return self.autosave.flush()

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
            self._page.hands.remember(self.tr("{name} の内容").format(name=now.title), source.meeting, before)
