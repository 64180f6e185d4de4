"""復唱: what is typed is shown to the room on purpose, so that it is heard before it is recorded."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QObject

from dxdesk.domain.audience import ReadBack, ReadBackAction
from dxdesk.domain.meetings import ActionItem, AgendaItem, Result
from dxdesk.ui.bands import announce
from dxdesk.ui.meeting.reading import MeetingSource
from dxdesk.wording.presenter import READ_BACK_OFF, READ_BACK_ON

if TYPE_CHECKING:
    from dxdesk.ui.meeting.page import MeetingPage


def read_back_of(source: MeetingSource, item: AgendaItem, kind: str, values: Mapping[str, Any]) -> ReadBack:
    """What the room sees of a form that is complete: a decision with the 宿題 that were given for the item already, or
    the 宿題 alone that is typed."""
    if kind == "action":
        return ReadBack(item.number, "", None, (_action(source, values["text"], values["departments"], values["due"]),))
    given = (each for each in source.record.actions if each.item == item.number)
    actions = tuple(_given(source, each) for each in given)
    return ReadBack(item.number, values["text"].strip(), cast("Result", values["result"]), actions)


def _given(source: MeetingSource, action: ActionItem) -> ReadBackAction:
    return _action(source, action.text, action.departments, action.due)


def _action(source: MeetingSource, text: str, departments: Any, due: Any) -> ReadBackAction:
    names = {each.id: each.name for each in source.departments}
    return ReadBackAction(text.strip(), tuple(names[each] for each in departments if each in names), due)


class ReadingBack(QObject):
    """Puts the form on the audience's screen and takes it off again; remembers which words the room has heard."""

    def __init__(self, page: MeetingPage) -> None:
        super().__init__(page)
        self._page = page
        self._heard: tuple[str, str, str] | None = None
        self._moment = ""

    def toggle(self) -> None:
        """復唱のため映す, and again: back to where it was."""
        page, projector = self._page, self._page.presenter.projector
        if projector.reading_back:
            self.end()
            return
        item, source = page.open_item, page.source
        if item is None or source is None or not page.may_record or not page.presenter.presents:
            return
        if page.recording.kind not in ("decision", "action"):
            return
        values = page.recording.readable_values()
        if values is None:
            return
        page.presenter.begin()
        projector.read_back(read_back_of(source, item, page.recording.kind, values))
        if page.recording.kind == "decision":
            self._heard = (item.id, str(values["result"]), values["text"].strip())
            self._moment = page.desk.moment()
        announce(page, READ_BACK_ON)
        page.show_foot()

    def end(self) -> None:
        """Back to where it was; nothing where nothing is read back."""
        if self._page.presenter.projector.reading_back:
            self._page.presenter.projector.read_back(None)
            announce(self._page, READ_BACK_OFF)
            self._page.show_foot()

    def moment_of(self, item: str, values: Mapping[str, Any]) -> str | None:
        """When the room heard a decision about an item (id) in just these words; None where it did not."""
        said = (item, str(values.get("result", "")), str(values.get("text", "")).strip())
        return self._moment if said == self._heard else None
