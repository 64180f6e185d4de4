"""会議: the meetings of the cycle, one of them held, recorded and closed."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar, Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from dxdesk.desk import Desk
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.meetings import AgendaItem
from dxdesk.domain.permissions import POLICY
from dxdesk.operations.change import Touched
from dxdesk.store.queries import plans
from dxdesk.ui.bands import Notice
from dxdesk.ui.key_actions import bind
from dxdesk.ui.meeting.attending import Attending
from dxdesk.ui.meeting.foot_states import foot_state
from dxdesk.ui.meeting.hands import MeetingHands
from dxdesk.ui.meeting.keys import KEYS, meeting_keys
from dxdesk.ui.meeting.layout import MeetingLayout
from dxdesk.ui.meeting.memo import MemoKeeping
from dxdesk.ui.meeting.presenter import Presenter
from dxdesk.ui.meeting.reading import MeetingSource, read_meeting, read_meetings
from dxdesk.ui.meeting.reading_back import ReadingBack
from dxdesk.ui.meeting.record_steps import item_of
from dxdesk.ui.meeting.recording import Recording
from dxdesk.ui.meeting.rows import PEOPLE_KEY, MeetingRow, meeting_rows
from dxdesk.ui.page import Page
from dxdesk.ui.reading import Reading
from dxdesk.ui.unsaved import unsaved_notice
from dxdesk.wording.meeting_days import no_meeting_words
from dxdesk.wording.meeting_screen import (
    MEETING_CLOSED,
    MEETING_CONFIRMED,
    MEETING_REOPENABLE,
)
from dxdesk.wording.screen import NO_CYCLE

Mode = Literal["list", "form", "meeting", "closing"]


class MeetingPage(Page):
    """``source`` is the meeting that is open, None while the list is shown."""

    SHOWS: ClassVar[Touched] = (
        Touched.PLAN
        | Touched.DEPARTMENTS
        | Touched.CYCLES
        | Touched.REPLIES
        | Touched.MEETINGS
        | Touched.MINUTES
        | Touched.SETTINGS
    )
    KEYS: ClassVar[frozenset[str]] = KEYS

    def __init__(self, desk: Desk, cycle: Cycle | None, parent: QWidget | None = None) -> None:
        super().__init__(desk, cycle, parent)
        self.mode: Mode = "list"
        self.source: MeetingSource | None = None
        self._open, self._wanted = "", ""
        self._reading = Reading(desk, self)
        self.parts = MeetingLayout(self)
        self.recording = Recording(self, self.parts.record_form)
        self.memo = MemoKeeping(self, self.parts.centre.memo)
        self.hands, self.attending, self.presenter = MeetingHands(self), Attending(self), Presenter(self)
        self.reading_back = ReadingBack(self)
        parts, hands = self.parts, self.hands
        parts.meetings.row_requested.connect(self.open_meeting)
        parts.meetings.row_chosen.connect(lambda _key: self.show_foot())
        parts.parts.row_chosen.connect(self.open_part)
        parts.parts.row_requested.connect(lambda _key: self.enter_part())
        parts.parts.row_clicked.connect(lambda _key, _at, _place: self.show_slide_again())
        parts.records.row_requested.connect(self.recording.start_change)
        parts.change.clicked.connect(self.recording.change_chosen)
        parts.delete.clicked.connect(lambda: self.recording.delete(parts.records.chosen))
        parts.edit_meeting.clicked.connect(hands.start_editing)
        parts.reopen.clicked.connect(hands.reopen)
        parts.closing.part_requested.connect(self.go_to_part)
        parts.closing.tell_requested.connect(lambda: hands.act("correct"))
        parts.foot.back_requested.connect(hands.go_back)
        parts.foot.primary_requested.connect(hands.go_on)
        parts.foot.requested.connect(hands.act)
        for keeping in (self.recording, self.memo):
            keeping.state_changed.connect(self.save_state_changed)
            keeping.state_changed.connect(lambda _state: self.notice_changed.emit())
        self.recording.drafts_changed.connect(self._show_drafts)
        parts.resized.connect(self.show_foot)
        bind(self, meeting_keys(self))
        self.refresh()
        self._open_only()

    @property
    def may_hold(self) -> bool:
        """Whether a meeting can be opened here and now."""
        open_cycle = self.cycle is not None and self.cycle.open
        return open_cycle and self.may("agenda")

    @property
    def may_record(self) -> bool:
        """Whether something can be recorded of the meeting that is open."""
        return self.may("record") and self.source is not None and self.source.meeting.state == "open"

    @property
    def may_reopen(self) -> bool:
        """Whether the closed meeting that is open can be opened again."""
        found = self.source
        return self.may_hold and found is not None and found.meeting.state == "closed" and found.minutes != "confirmed"

    def may(self, action: str) -> bool:
        """Whether this person does something here and now, by the policy."""
        return action in POLICY[self.desk.actor.role] and not self.desk.database.read_only

    @property
    def part(self) -> str:
        """The part that is open: who comes, or the id of an item."""
        return self.parts.parts.chosen or PEOPLE_KEY

    @property
    def open_item(self) -> AgendaItem | None:
        """The item that is open; None for who comes."""
        return self.source.item(self.part) if self.source is not None and self.mode == "meeting" else None

    def refresh(self) -> None:
        """Read everything anew; what is open, chosen and being typed stays."""
        cycle = self.cycle
        if cycle is None:
            self.source = None
            self.parts.show_list("", NO_CYCLE)
            self.show_foot()
            return
        lines = self.desk.ask(read_meetings, cycle.id)
        settings = self.desk.ask(plans.settings, cycle.settings_revision)[1]
        self.parts.meetings.show_rows(meeting_rows(lines, settings, datetime.fromisoformat(self.desk.moment()).date()))
        known = [each.record.meeting.id for each in lines]
        if self._open not in known:
            self._open, self.source = "", None
            if self.mode in ("meeting", "closing"):
                self.mode = "list"
        if self._open:
            wanted = self._open
            self._reading.start(lambda: self.desk.ask(read_meeting, wanted), self._show)
        if self.mode == "list":
            nothing = "" if lines else no_meeting_words(cycle, settles=self.may("agenda"))
            self.parts.show_list(f"{cycle.name} の会議", nothing)
            self.notice_changed.emit()
        self.show_foot()

    def _show(self, source: MeetingSource) -> None:
        fresh = self.source is None or self.source.meeting.id != source.meeting.id
        self.source = source
        if self.mode == "list":
            self.mode = "meeting"
        if self.mode == "form":
            return
        settles, held = self.may("agenda"), source.meeting.state == "open"
        self.parts.show_meeting(source, records=self.may_record, settings=settles and held, reopens=self.may_reopen)
        self.recording.renew()
        standing = self.presenter.show_source(source)
        if fresh:
            self.parts.parts.choose(standing.id if standing else PEOPLE_KEY)
        if self.mode == "closing":
            self.hands.show_checks()
        else:
            self.open_part(self.part)
        wanted, self._wanted = self._wanted, ""
        record = wanted.removeprefix("change:")
        if wanted:
            self.go_to_part(item_of(source.record, record) if record != wanted else wanted)
        if record != wanted and self.may_record:
            self.recording.start_change(record)
        self.notice_changed.emit()

    def _show_drafts(self) -> None:
        if self.source is None:
            return
        self.parts.show_parts(self.source)
        item = self.recording.item()
        if item is not None and item.id == self.part:
            self.parts.item.show_records(self.source, item, records=self.may_record)

    def open_meeting(self, meeting: str) -> None:
        """Show a meeting by its id."""
        if self.leave():
            self._open, self.mode, self.source = meeting, "meeting", None
            self.refresh()
            self.parts.parts.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_none(self) -> None:
        """No meeting is open any more."""
        self._open, self.source = "", None

    def open_part(self, part: str) -> None:
        """Show a part of the meeting."""
        source = self.source
        if source is None:
            return
        self.mode = "meeting"
        item = source.item(part)
        if item is None:
            self.leave()
            self.parts.show_people()
        elif not self.recording.open_item(item.id):
            begun = self.recording.item()
            self.parts.parts.choose(begun.id if begun else PEOPLE_KEY)
            return
        else:
            self.memo.open_item(item.id)
            self.parts.show_item(self.source or source, item, records=self.may_record)
            self.presenter.open_item(item)
        self.show_foot()

    def show_slide_again(self) -> None:
        """The slide of the item that is open, whatever was looked at since."""
        item = self.open_item
        if item is not None:
            self.presenter.open_item(item, again=True)

    def go_to_part(self, part: str) -> None:
        """Show a part, and put the focus into it."""
        self.parts.parts.choose(part)
        self.open_part(part)
        self.enter_part()

    def enter_part(self) -> None:
        """Into the part that is open."""
        if self.source is not None and self.source.item(self.part) is not None and self.may_record:
            self.parts.record_form.take_focus()
        else:
            self.parts.people.people.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_foot(self) -> None:
        """Show the buttons that belong to what is open."""
        self.parts.foot.show_state(foot_state(self))
        self.presenter.watch(shown=self.isVisible())
        self.setFocusProxy(self.parts.entrance(self.mode, opened=self.source is not None))

    def set_cycle(self, cycle: Cycle) -> None:
        """Show the meetings of another cycle."""
        self.show_none()
        self.mode = "list"
        super().set_cycle(cycle)
        self._open_only()

    def show_subject(self, subject: str) -> None:
        """Show a meeting by its id, the form of a new one (``new``), or the meeting of the cycle where it is alone.

        After a colon an item (id) may be named, or a record that is being changed (``change:decision:id``).
        """
        meeting, _, wanted = subject.partition(":")
        if subject == "new":
            self.hands.start_holding()
        elif meeting:
            self._wanted = wanted
            self.open_meeting(meeting)
        else:
            self._open_only()

    def _open_only(self) -> None:
        """The newest meeting that is open is the one that is meant; where there is but one, it is shown at once."""
        rows = [row for row in self.parts.meetings.rows.rows() if isinstance(row, MeetingRow)]
        meant = next((row.key for row in reversed(rows) if row.open), "")
        if self.mode == "list" and len(rows) == 1:
            self.open_meeting(rows[0].key)
        elif meant:
            self.parts.meetings.choose(meant)

    def notice(self) -> Notice | None:
        """What keeps the records from being changed or kept."""
        for autosave in (self.recording.autosave, self.memo.autosave):
            failed = unsaved_notice(self, autosave)
            if failed is not None:
                return failed
        if self.source is not None and self.mode == "meeting" and self.source.meeting.state == "closed":
            if self.source.minutes == "confirmed":
                return Notice("band-quiet", MEETING_CONFIRMED)
            return Notice("band-quiet", MEETING_REOPENABLE if self.may_reopen else MEETING_CLOSED)
        return self.presenter.notice()

    def leave(self) -> bool:
        """Keep what is being typed."""
        self.presenter.stopwatch.keep_now()
        kept = self.memo.flush()
        return self.recording.flush() and kept

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.presenter.watch(shown=True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.presenter.watch(shown=False)
