"""次第をつくる: candidates on the left, the agenda in the middle, who comes on the right."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from dxdesk.desk import Desk
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.permissions import POLICY
from dxdesk.operations.change import Touched
from dxdesk.ui.agenda.card import OpenCard
from dxdesk.ui.agenda.hands import AgendaHands
from dxdesk.ui.agenda.layout import AgendaLayout
from dxdesk.ui.agenda.reading import meeting_to_show, read_agenda
from dxdesk.ui.agenda.rows import AgendaSource, candidate_rows, item_rows
from dxdesk.ui.agenda.ways import AgendaWays
from dxdesk.ui.bands import Notice
from dxdesk.ui.key_actions import bind
from dxdesk.ui.page import Page
from dxdesk.ui.projection.of_desk import projection_of
from dxdesk.ui.reading import Reading
from dxdesk.ui.unsaved import unsaved_notice
from dxdesk.wording.meeting_screen import (
    MEETING_CLOSED,
    NO_MEETING,
    NO_MEETING_READER,
    PROPOSED,
    RULE_ORDER,
    confirmed_words,
)
from dxdesk.wording.projection import START_KEY
from dxdesk.wording.screen import NO_CYCLE


class AgendaPage(Page):
    """The agenda of one meeting. An empty one is filled with the proposal when it is opened."""

    SHOWS: ClassVar[Touched] = (
        Touched.PLAN | Touched.CYCLES | Touched.REPLIES | Touched.MEETINGS | Touched.SETTINGS | Touched.DEPARTMENTS
    )

    def __init__(self, desk: Desk, cycle: Cycle | None, parent: QWidget | None = None) -> None:
        super().__init__(desk, cycle, parent)
        self._wanted = ""
        self._filled: set[str] = set()
        self._chosen = ""
        self._reading = Reading(desk, self)
        self.source: AgendaSource | None = None
        self.parts = AgendaLayout(self)
        self.projection = projection_of(desk)
        self.card, self.hands, self.ways = OpenCard(self), AgendaHands(self), AgendaWays(self)
        parts, hands, card, ways = self.parts, self.hands, self.card, self.ways
        parts.candidates.row_requested.connect(ways.request_candidate)
        parts.candidates.row_clicked.connect(ways.click_candidate)
        parts.items.row_chosen.connect(lambda _key: card.open_item())
        parts.items.row_requested.connect(lambda _key: hands.toggle_kind())
        parts.items.move_requested.connect(hands.move)
        parts.items.remove_requested.connect(lambda _key: hands.remove())
        parts.add.clicked.connect(hands.add_free)
        parts.make.clicked.connect(lambda: self.page_requested.emit("meeting", "new"))
        parts.side.people_requested.connect(ways.to_meeting)
        parts.side.collect_requested.connect(lambda: self.page_requested.emit("collect", ""))
        parts.side.reminder_requested.connect(lambda: self.page_requested.emit("reminder", ""))
        parts.side.print_requested.connect(ways.to_print)
        parts.side.screens_requested.connect(self._show_screens)
        self.projection.screens.changed.connect(self._show_screens)
        parts.foot.back_requested.connect(ways.to_meeting)
        parts.foot.rehearsal_requested.connect(ways.rehearse)
        parts.foot.projection_requested.connect(ways.project)
        parts.foot.primary_requested.connect(ways.go_on)
        parts.foot.reopen_requested.connect(ways.reopen)
        card.state_changed.connect(self.save_state_changed)
        card.state_changed.connect(lambda _state: self.notice_changed.emit())
        bind(self, {"Ctrl+Return": ways.go_on, "Ctrl+Enter": ways.go_on, "F5": ways.project})
        self.setFocusProxy(parts.items)
        self.refresh()

    @property
    def can_change(self) -> bool:
        """Whether the agenda can be changed here and now."""
        source = self.source
        return source is not None and self._may and source.meeting.agenda_confirmed is None

    @property
    def _may(self) -> bool:
        open_meeting = self.source is not None and self.source.meeting.state == "open"
        return open_meeting and "agenda" in POLICY[self.desk.actor.role] and not self.desk.database.read_only

    @property
    def can_project(self) -> bool:
        """Whether the meeting can be projected from here: it is held, and this person may."""
        held = self.source is not None and self.source.meeting.state == "open"
        return held and "project" in POLICY[self.desk.actor.role]

    def refresh(self) -> None:
        """Read everything anew; what is chosen and being typed stays."""
        cycle = self.cycle
        meeting = self.desk.ask(meeting_to_show, cycle, self._wanted) if cycle is not None else None
        if meeting is None:
            self.source = None
            mine = cycle is not None and cycle.open and "agenda" in POLICY[self.desk.actor.role]
            self.parts.show_nothing(NO_CYCLE if cycle is None else NO_MEETING if mine else NO_MEETING_READER, make=mine)
            self.notice_changed.emit()
            return
        self._reading.start(lambda: self.desk.ask(read_agenda, meeting.id), self._show)

    def _show(self, source: AgendaSource) -> None:
        self.source = source
        self.parts.show_source(
            source, candidate_rows(source, changes=self.can_change), item_rows(source), changes=self.can_change
        )
        self.card.renew()
        if self._chosen:
            chosen, self._chosen = self._chosen, ""
            self.parts.items.choose(chosen)
        self._show_screens()
        self._show_foot(source)
        self.notice_changed.emit()
        if self.isVisible():
            self._fill_once()

    def _show_foot(self, source: AgendaSource) -> None:
        confirmed, projects, foot = source.meeting.agenda_confirmed, self.can_project, self.parts.foot
        if confirmed is not None or not self._may:
            hint = confirmed_words(confirmed) if confirmed else ""
            word = START_KEY if projects else self.tr("会議の記録へ進む")
            foot.show_state(word, reopen=bool(confirmed) and self._may, hint=hint, projects=projects)
        else:
            none = not source.items
            word = self.tr("次第を確定する（議題がありません）") if none else self.tr("次第を確定する")
            foot.show_state(word, enabled=not none, hint=RULE_ORDER, projects=projects)

    def _show_screens(self) -> None:
        """Say whether there is a screen for the audience."""
        self.parts.side.show_screen(self.projection.choices)

    def choose_item(self, item: str) -> None:
        """Choose an item by its id, at once or, where it is still being read, as soon as it is there."""
        self.parts.items.choose(item)
        self._chosen = "" if self.parts.items.chosen == item else item

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fill_once()

    def _fill_once(self) -> None:
        """The proposal, once in a sitting: whoever took it back is not offered it again."""
        source = self.source
        if source is None or not self.can_change or source.items or source.meeting.id in self._filled:
            return
        self._filled.add(source.meeting.id)
        if self.hands.fill():
            self.said.emit(PROPOSED, True)

    def set_cycle(self, cycle: Cycle) -> None:
        """Show the agenda of another cycle's meeting."""
        self._wanted = ""
        super().set_cycle(cycle)

    def show_subject(self, subject: str) -> None:
        """Show the agenda of a meeting by its id; after a colon an item (id) may be named."""
        meeting, _, item = subject.partition(":")
        if meeting != self._wanted:
            self._wanted = meeting
            self.refresh()
        if item:
            self.choose_item(item)

    def notice(self) -> Notice | None:
        """What keeps the agenda from being changed or saved."""
        failed = unsaved_notice(self, self.card.autosave)
        if failed is not None:
            return failed
        if self.source is not None and self.source.meeting.state == "closed":
            return Notice("band-quiet", MEETING_CLOSED)
        return None

    def leave(self) -> bool:
        """Save what is being typed."""
        return self.card.flush()
