"""会議の進行: leads through the slides of the meeting that is open, and says on the laptop what the audience sees."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING, Final, cast

from PySide6.QtCore import QObject, QTimer

from dxdesk.domain.meetings import AgendaItem
from dxdesk.domain.permissions import POLICY
from dxdesk.operations.meeting_drafts import TIMES
from dxdesk.ui.bands import Notice
from dxdesk.ui.board.course import View
from dxdesk.ui.board.stage import slide_words
from dxdesk.ui.meeting.reading import MeetingSource
from dxdesk.ui.meeting.rows import PEOPLE_KEY
from dxdesk.ui.meeting.stopwatch import Stopwatch
from dxdesk.ui.projection.keys import ProgramKeys
from dxdesk.ui.projection.number_box import ProjectNumber
from dxdesk.ui.projection.of_desk import projection_of
from dxdesk.ui.projection.starting import choose_screen, start_projection
from dxdesk.wording.presenter import HIDDEN_SCREEN, LAST_SCREEN, NEXT_SCREEN, NOT_PROJECTED, ON_LAPTOP, ON_SCREEN
from dxdesk.wording.projection import ANOTHER_SCREEN, screen_button

if TYPE_CHECKING:
    from dxdesk.ui.meeting.page import MeetingPage

TICK_MILLISECONDS: Final = 1_000
AHEAD_MILLISECONDS: Final = 60
"""So long after a slide the next one is painted small: nobody waits for it."""


class Presenter(QObject):
    """Ties the projection of the desk to the page. The item that is open and the slide's item go together."""

    def __init__(self, page: MeetingPage) -> None:
        super().__init__(page)
        self._page = page
        self.projection = projection_of(page.desk)
        self.projector = self.projection.projector
        self.stopwatch = Stopwatch(page.desk, self)
        self._asked = False
        self._wanted: int | None = None
        self._stood: int | None = None
        self._keys = ProgramKeys(self.projector, self)
        self._tick = QTimer(self, interval=TICK_MILLISECONDS)
        self._tick.timeout.connect(self.show_times)
        self._ahead = QTimer(self, singleShot=True, interval=AHEAD_MILLISECONDS)
        self._ahead.timeout.connect(self._show_following)
        self._connect()

    def _connect(self) -> None:
        projection, centre, line = self.projection, self._page.parts.centre, self._page.parts.top
        projection.changed.connect(self.renew)
        projection.back.connect(lambda: self._ask(asked=False))
        projection.asked.connect(lambda: self._ask(asked=True))
        transport = centre.transport
        transport.step_requested.connect(lambda forwards: self.projector.step(forwards=forwards))
        transport.view_requested.connect(lambda view: self.projector.show_view(cast("View", view)))
        transport.break_requested.connect(self.take_break)
        transport.freeze_requested.connect(self.projector.freeze)
        transport.hide_requested.connect(self.projector.hide)
        centre.copy.view.card_clicked.connect(self.projector.open_unit)
        line.start.clicked.connect(self.start)
        line.swap_requested.connect(projection.swap)
        line.choose_requested.connect(lambda: choose_screen(projection, self._page))
        line.scale_chosen.connect(projection.set_scale)
        line.end_requested.connect(projection.end)

    @property
    def presents(self) -> bool:
        """Whether slides belong to what is open: a meeting that is held, and somebody who may project."""
        source = self._page.source
        held = source is not None and source.meeting.state == "open"
        return held and "project" in POLICY[self._page.desk.actor.role] and not self._elsewhere

    @property
    def _elsewhere(self) -> bool:
        """Whether another meeting is being projected just now."""
        source, shown = self._page.source, self.projection.meeting
        return self.projection.state != "off" and source is not None and shown not in ("", source.meeting.id)

    def show_source(self, source: MeetingSource) -> AgendaItem | None:
        """Show a meeting; the item at which its slides stand, None at the beginning."""
        self.stopwatch.show_meeting(source.meeting, source.drafts.get(TIMES))
        if not self.presents or self._page.cycle is None:
            self.renew()
            return None
        self.projection.prepare(self._page.cycle, source.meeting.id)
        self._stood = self.projector.position.item
        self.renew()
        return self._standing(source)

    def _standing(self, source: MeetingSource) -> AgendaItem | None:
        number = self.projector.position.item
        return next((each for each in source.record.items if each.number == number), None)

    def open_item(self, item: AgendaItem, *, again: bool = False) -> None:
        """Turn to an item: its slide, and its time. ``again``: its slide once more, whatever was looked at since."""
        self.stopwatch.turn(item.id)
        if self._page.source is not None:
            self._page.parts.show_treated(self._page.source, self.stopwatch.treated)
        self._wanted = None if self.projection.content.ready else item.number
        self._stood = item.number
        if self.presents and (again or self.projector.position.item != item.number):
            self.projector.open_item(item.number)
        self.show_times()

    def begin(self) -> None:
        """The meeting begins: its time runs."""
        item = self._page.open_item
        if self.presents and self._page.may_record and not self.stopwatch.running:
            self.stopwatch.begin(item.id if item else "")
            self.show_times()

    def start(self) -> None:
        """投影を始める; while it is projected, ボード."""
        if not self.presents:
            return
        if self.projection.state != "off":
            self.projector.show_view("board")
            return
        if start_projection(self.projection, self._page) and self.projection.rehearsal is None:
            self.begin()

    def take_break(self, minutes: int) -> None:
        """休憩, and until when."""
        sight = self.projector.sight
        if sight is not None:
            until = self.stopwatch.now() + timedelta(minutes=minutes)
            self.projector.go(replace(sight.view("break"), until=f"{until:%H:%M}"))

    def _ask(self, *, asked: bool) -> None:
        self._asked = asked
        self._page.notice_changed.emit()

    def _choose(self, number: int) -> None:
        for place in self.projection.choices:
            if place.number == number:
                self.projection.choose(place)
        self._ask(asked=False)

    def notice(self) -> Notice | None:
        """Which screen is meant, where another one than the one that went has come."""
        if not self._asked or self.projection.state != "lost":
            return None
        choices: list[tuple[str, Callable[[], object]]] = [
            (screen_button(each.number, each.width, each.height), partial(self._choose, each.number))
            for each in self.projection.choices
        ]
        return Notice("band-ask", ANOTHER_SCREEN, tuple(choices)) if choices else None

    def rehearse(self) -> None:
        """What the audience sees, on this whole screen; Esc comes back to where one was."""
        if self.presents:
            self.projection.rehearse(self._page)

    def ask_number(self) -> None:
        """番号で映す."""
        if self.presents:
            ProjectNumber(self.projector, self._page).open()

    def watch(self, *, shown: bool) -> None:
        """The page is shown, or no longer: its clock and its keys go with it."""
        if not shown:
            self.stopwatch.keep_now()
        presents = shown and self.presents and self._page.mode == "meeting"
        self._keys.switch(on=presents and self.projection.state == "off" and self.projection.rehearsal is None)
        if presents:
            self._tick.start()
        else:
            self._tick.stop()

    def renew(self) -> None:
        """Show what is projected, and follow it to its item."""
        page, projector = self._page, self.projector
        parts = page.parts
        parts.show_presents(self.presents)
        parts.top.show_projection(self.projection, presents=self.presents)
        self.watch(shown=page.isVisible())
        self.show_times()
        self._ahead.start()
        if not self.presents:
            return
        sight = projector.sight
        parts.centre.copy.show_slide(self.projection.content.laid, slide_words(sight) if sight else "")
        on = self.projection.state == "on"
        shown = HIDDEN_SCREEN if projector.hidden else ON_LAPTOP if projector.frozen else ON_SCREEN
        parts.centre.heading.setText(shown if on else NOT_PROJECTED)
        parts.centre.transport.show_state(projector)
        if self._wanted is None:
            self._follow()
        elif self.projection.content.ready:
            QTimer.singleShot(0, self, self._open_wanted)  # what was read still goes to where it stood

    def _open_wanted(self) -> None:
        """The item that was chosen before the meeting was read."""
        wanted, self._wanted = self._wanted, None
        if wanted is not None:
            self.projector.open_item(wanted)

    def _follow(self) -> None:
        """To the item to which the slides went on; to who comes where they went back to the very beginning."""
        page, number = self._page, self.projector.position.item
        if number == self._stood or page.source is None or page.mode != "meeting":
            return
        self._stood = number
        item = self._standing(page.source)
        if item is not None or number is None:
            page.parts.parts.choose(item.id if item is not None else PEOPLE_KEY)

    def _show_following(self) -> None:
        parts = self._page.parts
        following = self.projection.content.following if self.presents else None
        parts.thumbnail.show_slide(following, "")
        parts.thumbnail.setVisible(following is not None)
        parts.next_title.setText(NEXT_SCREEN if following is not None else LAST_SCREEN)

    def show_times(self) -> None:
        """What time it is."""
        presents = self.presents
        item = self._page.open_item if presents else None
        times = self.stopwatch.times(item) if presents else None
        self._page.parts.top.show_times(times, self.stopwatch.now())
