"""Noting who came: every change is recorded at once and can be taken back."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Qt

from dxdesk.desk import Step
from dxdesk.domain.meetings import Position
from dxdesk.operations import meetings as operations
from dxdesk.operations.meeting_changes import put_back_attendance
from dxdesk.store.queries import meetings as on_file
from dxdesk.ui.meeting.reading import MeetingSource

if TYPE_CHECKING:
    from dxdesk.ui.meeting.page import MeetingPage


class Attending(QObject):
    """Does what the panel of people asks for."""

    def __init__(self, page: MeetingPage) -> None:
        super().__init__(page)
        self._page, self._desk = page, page.desk
        people = page.parts.people
        people.presence_given.connect(self._give_presence)
        people.proxy_given.connect(self._give_proxy)
        people.person_added.connect(self._add_person)
        people.remove_requested.connect(self._remove_person)

    @property
    def _source(self) -> MeetingSource:
        assert self._page.source is not None
        return self._page.source

    def _attend(self, words: str, act: Callable[[], object]) -> None:
        """Change the attendance so that it can be taken back."""
        meeting, desk = self._source.meeting, self._desk
        before = self._source.record.attendance
        if not self._page.hands.attempt(act):
            return
        after = desk.ask(on_file.attendance, meeting.id)
        back, again = (
            (lambda: desk.do(put_back_attendance, meeting, before)),
            (lambda: desk.do(put_back_attendance, meeting, after)),
        )
        desk.remember(Step(words, back, again))
        self._page.save_state_changed.emit("saved")

    def _give_presence(self, name: str, presence: str) -> None:
        words, meeting = self.tr("{name} の出欠").format(name=name), self._source.meeting
        self._attend(words, lambda: self._desk.do(operations.attend, meeting, name, presence))

    def _give_proxy(self, member: str, title: str, name: str) -> None:
        words, meeting = self.tr("{name} の代理").format(name=member), self._source.meeting
        self._attend(
            words,
            lambda: self._desk.do(operations.attend, meeting, name, "proxy", title=title or None, proxy_for=member),
        )
        self._page.parts.people.people.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_person(self, title: str, name: str, standing: str) -> None:
        words, meeting = self.tr("{name} を加えたこと").format(name=name), self._source.meeting
        presence = "observer" if standing == "observer" else "present"
        position = cast("Position | None", None if standing == "observer" else standing)
        self._attend(
            words,
            lambda: self._desk.do(
                operations.attend, meeting, name, presence, title=title or None, new=True, position=position
            ),
        )
        self._page.parts.people.people.choose(name)
        self._page.parts.people.new.clear()
        self._page.parts.people.new.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _remove_person(self, name: str) -> None:
        if self._page.may_record:
            words, meeting = self.tr("{name} を外したこと").format(name=name), self._source.meeting
            self._attend(words, lambda: self._desk.do(operations.leave_out, meeting, name))
