"""What a person does to a meeting as a whole: open it, set its day right, close it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from dxdesk.domain.calendar import parse_date
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.errors import Problem
from dxdesk.domain.meeting_days import DayDoubt
from dxdesk.domain.next_cycle import next_meeting_day
from dxdesk.operations import meetings as operations
from dxdesk.operations.meeting_changes import change_meeting
from dxdesk.operations.minutes import draft
from dxdesk.operations.next_meeting import close_until
from dxdesk.preferences import exchange_folder_of
from dxdesk.store.errors import StoreUnavailable
from dxdesk.store.queries.meeting_days import day_doubts, day_to_hold
from dxdesk.ui.bands import announce
from dxdesk.ui.delivering import deliver_files
from dxdesk.ui.dialogs import ask_line
from dxdesk.ui.meeting.cancelling import cancel
from dxdesk.ui.meeting.closing import Telling, checks, going_on
from dxdesk.ui.meeting.foot_states import to_tell
from dxdesk.ui.meeting.reading import MeetingSource, bodies, per_year
from dxdesk.ui.meeting.rows import PEOPLE_KEY
from dxdesk.ui.trouble import trouble_words
from dxdesk.wording.meeting import phrases_for
from dxdesk.wording.meeting_screen import (
    ASK_REOPEN,
    CLOSED_NOW,
    MEETING_REOPENED,
    REOPEN,
    correction_place,
    correction_words,
)
from dxdesk.wording.sentences import problem_words

if TYPE_CHECKING:
    from dxdesk.ui.meeting.page import MeetingPage


class MeetingHands(QObject):
    """Everything but who came and the records of an item."""

    def __init__(self, page: MeetingPage) -> None:
        super().__init__(page)
        self._page, self._desk = page, page.desk
        page.parts.form.doubts.cycle_wanted.connect(self._take_cycle)

    @property
    def _source(self) -> MeetingSource:
        assert self._page.source is not None
        return self._page.source

    def _today(self) -> date:
        return date.fromisoformat(self._desk.moment()[:10])

    def _say(self, words: str, undoable: bool = False, *, at_once: bool = False) -> None:
        announce(self._page, words, at_once=at_once)
        self._page.said.emit(words, undoable)

    def attempt(self, act: Callable[[], object]) -> bool:
        """Do something; what stands in its way is said."""
        try:
            act()
        except (Problem, StoreUnavailable) as trouble:
            self._say(trouble_words(trouble), at_once=True)
            return False
        return True

    def go_on(self) -> None:
        """What the filled button does."""
        page = self._page
        source = page.source
        if not page.parts.foot.primary.isEnabled() or page.parts.foot.primary.isHidden():
            return
        if page.mode == "form":
            self._save_form()
        elif source is None:
            if page.parts.meetings.chosen:
                page.open_meeting(page.parts.meetings.chosen)
            else:
                self.start_holding()
        elif page.mode == "closing":
            if self._close():
                self._to_minutes()
        elif source.meeting.state == "closed":
            self._to_minutes()
        elif page.part != PEOPLE_KEY:
            page.presenter.begin()
            page.recording.record()
        elif not source.record.items:
            self._go("agenda")
        else:
            decided = {each.item for each in source.record.decisions}
            first = next((each for each in source.record.items if each.number not in decided), source.record.items[0])
            page.go_to_part(first.id)
            page.presenter.begin()

    def go_back(self) -> None:
        """One step back: from the check list to the records, from a meeting to the list."""
        page = self._page
        if not page.leave():
            return
        if page.mode == "closing":
            page.open_part(page.part)
        elif page.mode == "form" and page.source is not None:
            page.mode = "meeting"
            page.refresh()
        else:
            page.show_none()
            page.mode = "list"
            page.refresh()
            page.parts.meetings.setFocus(Qt.FocusReason.OtherFocusReason)

    def act(self, key: str) -> None:
        """What an outlined button does."""
        if key == "hold":
            self.start_holding()
        elif key == "close":
            (self._close if self._page.mode == "closing" else self.start_closing)()
        elif key == "cancel":
            cancel(self._page)
        elif key == "stop":
            self._page.recording.stop_change()
        elif key in ("read_back", "read_back_over"):
            self._page.reading_back.toggle()
        elif key == "agenda":
            self._go("agenda")
        elif key == "correct":
            self._tell()
        elif self._page.leave():
            self._page.page_requested.emit(key, "")

    def _go(self, key: str) -> None:
        if self._page.leave():
            self._page.page_requested.emit(key, self._source.meeting.id)

    def start_holding(self) -> None:
        """Show the form of a new meeting."""
        page = self._page
        cycle = page.cycle
        if cycle is None or not page.may_hold or not page.leave():
            return
        page.show_none()
        page.mode = "form"
        day = self._desk.ask(day_to_hold, cycle, self._today())
        page.parts.form.show_new(self._desk.ask(bodies, cycle), day, self._today(), self._look)
        page.parts.show_form()
        page.show_foot()
        page.parts.form.body.setFocus(Qt.FocusReason.OtherFocusReason)
        page.notice_changed.emit()

    def start_editing(self) -> None:
        """Show day and place of the meeting, to be set right."""
        page = self._page
        if not page.leave():
            return
        page.mode = "form"
        page.parts.form.show_meeting(self._source.meeting, self._today(), self._look)
        page.parts.show_form()
        page.show_foot()
        page.parts.form.day.setFocus(Qt.FocusReason.OtherFocusReason)

    def _look(self, day: date) -> tuple[DayDoubt, ...]:
        """What there is to look at about a day; a meeting that there is already stays on its cycle, and may be put
        off."""
        page = self._page
        if page.cycle is None:
            return ()
        if page.source is None:
            return self._desk.ask(day_doubts, page.cycle, day)
        found = self._desk.ask(day_doubts, page.cycle, day, page.source.meeting.id)
        return tuple(replace(each, other=None) for each in found if each.kind not in ("newer", "other_day"))

    def _take_cycle(self, other: Cycle) -> None:
        """The meeting is meant to be one of another cycle: its form, with what was typed."""
        page, form = self._page, self._page.parts.form
        typed = [each.text() for each in (form.begins, form.ends, form.place)]
        page.cycle_requested.emit(other)
        if page.cycle is not None and page.cycle.id == other.id:
            self.start_holding()
            for field, text in zip((form.begins, form.ends, form.place), typed, strict=True):
                field.setText(text)

    def _save_form(self) -> None:
        page, form = self._page, self._page.parts.form
        assert page.cycle is not None
        try:
            held = form.held()
            if form.unseen():
                announce(page, form.doubts.weighty)
                return
            values = {
                "day": held.day,
                "begins": held.begins or None,
                "ends": held.ends or None,
                "place": held.place or None,
            }
            if page.source is not None:
                meeting = page.source.meeting
                page.mode = "meeting"
                self._desk.do(change_meeting, meeting, **values)  # type: ignore[arg-type]
                page.refresh()
                page.enter_part()
                return
            made = self._desk.do(operations.hold_meeting, page.cycle, held.body, **values)  # type: ignore[arg-type]
        except Problem as problem:
            page.mode = "form"
            form.say(problem)
            return
        except StoreUnavailable as trouble:
            page.mode = "form"
            form.message.say(trouble_words(trouble))
            return
        self._say(self.tr("会議を用意しました。"))
        page.open_meeting(made.id)

    def start_closing(self) -> None:
        """Show what there is to look at before closing, and when the body meets next."""
        if not self._page.leave():
            return
        self._page.mode = "closing"
        self.show_checks()

    def show_checks(self) -> None:
        """Show what there is to look at before closing."""
        meeting = self._source.meeting
        proposed = next_meeting_day(meeting.day, self._desk.ask(per_year, meeting))
        tell = self._telling()
        found, goes_on = checks(self._source, self._today()), going_on(self._source)
        self._page.parts.closing.show_checks(found, meeting, proposed, tell, goes_on)
        self._page.parts.show_closing()
        self._page.show_foot()
        self._page.parts.foot.primary.setFocus(Qt.FocusReason.OtherFocusReason)

    def _telling(self) -> Telling | None:
        names = {each.id: each.name for each in self._source.departments}
        told = [names.get(each, each) for each in to_tell(self._page)]
        place = correction_place(exchange_folder_of(self._desk.database_id))
        return Telling(correction_words(told), place) if told else None

    def _tell(self) -> None:
        """席上修正ファイル for the departments that were not told yet."""
        if self._page.cycle is not None:
            deliver_files(self._page, self._page.cycle, to_tell(self._page), "correction", self._told)

    def _told(self) -> None:
        if self._page.mode == "closing":
            self.show_checks()
        self._page.show_foot()

    def _close(self) -> bool:
        """Close the meeting, with the next day as it was typed; whether that was possible. Where the files of
        departments lie is known, those of 席上修正 are put there."""
        meeting, closing = self._source.meeting, self._page.parts.closing
        typed = closing.next_day.text().strip()
        try:
            day = parse_date(typed, "date", today=meeting.day) if typed else None
            self._desk.do(close_until, meeting, day)
        except Problem as problem:
            closing.message.say(problem_words(problem))
            closing.next_day.setFocus(Qt.FocusReason.OtherFocusReason)
        except StoreUnavailable as trouble:
            self._say(trouble_words(trouble), at_once=True)
        else:
            self._page.mode = "meeting"
            self._page.refresh()
            self._say(CLOSED_NOW)
            if exchange_folder_of(self._desk.database_id) and to_tell(self._page):
                self._tell()
            self._page.parts.foot.primary.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        return False

    def reopen(self) -> None:
        """Ask why, and open the closed meeting again."""
        meeting, reason = self._source.meeting, ask_line(self._page, ASK_REOPEN, REOPEN)
        if reason and self.attempt(lambda: self._desk.do(operations.reopen_meeting, meeting, reason)):
            self._page.refresh()
            self._say(MEETING_REOPENED)

    def _to_minutes(self) -> None:
        meeting = self._source.meeting
        if self._source.minutes is None and not self.attempt(lambda: self._desk.do(draft, meeting, phrases_for)):
            return
        self._page.page_requested.emit("minutes", meeting.id)
