"""Projection: one meeting on the audience's screen, from its first slide to its last, whatever becomes of the screen.

projection = projection_of(desk)             the one of a desk
projection.prepare(cycle, meeting)           read the meeting; stand where it stood last (the live copy has a slide)
projection.projector                         go, step, show_view, open_item, read_back, freeze, hide …
projection.content.laid, .following          what the live copy and 次に映る画面 paint (page, faded cards)
start_projection(page)                       投影を始める with its questions (in starting.py)
projection.end()                             投影を終える; the next start goes on at the same slide
"""

from __future__ import annotations

from typing import Final, Literal

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from dxdesk.desk import Desk
from dxdesk.domain.cycles import Cycle
from dxdesk.preferences import keep, preferences
from dxdesk.ui.projection.awake import Awake, wakefulness
from dxdesk.ui.projection.content import Content
from dxdesk.ui.projection.keys import ProgramKeys
from dxdesk.ui.projection.letters import room_scale, unreadable
from dxdesk.ui.projection.numbers import NumberCard, number_cards
from dxdesk.ui.projection.of_desk import forget_projection, projection_of, take_projection
from dxdesk.ui.projection.projector import Projector
from dxdesk.ui.projection.rehearsal import Rehearsal
from dxdesk.ui.projection.screens import ScreenPlace, Screens, away_from
from dxdesk.ui.projection.under_way import forget_under_way, note_under_way
from dxdesk.ui.projection.window import AudienceWindow
from dxdesk.wording.projection import NOT_DRAWN

__all__ = ["Projection", "Started", "State", "forget_projection", "projection_of", "take_projection"]

State = Literal["off", "on", "lost"]
"""Not projecting; on the audience's screen; its screen is gone and everything else goes on."""

Started = Literal["started", "ask", "alone"]
"""It began; it has to be asked which screen; there is no second screen."""


SETTLE_MILLISECONDS: Final = 300
"""So long after a screen came the desktop knows where it lies; a connection that flickers shows nothing meanwhile."""

STRAYS, STRAY_MILLISECONDS = 5, 100
"""So often the window is brought back to its screen before that counts as lost, and so long after it was moved."""


class Projection(QObject):
    """The projector of a desk, the audience's window, and the screen it is on.

    The window is never shown on the screen on which the laptop's own window stands. ``laptop`` is that window.
    """

    changed = Signal()
    """Another slide, another state of the picture, begun, ended, another screen or size of letters: paint anew."""
    trouble = Signal(str)
    """A sentence for the laptop: what is on the audience's screen is not what it should be; empty: all is well."""
    lost = Signal()
    """The audience's screen is gone; its window is hidden."""
    back = Signal()
    """The audience's screen is there again, with the same slide."""
    noticed = Signal()
    """The laptop has something else to say about the audience's screen."""
    asked = Signal()
    """A screen came that is not the one that went: which one is meant? ``choices``, then ``choose``."""

    def __init__(self, desk: Desk, screens: Screens | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.projector = Projector(self)
        self.content = Content(desk, self.projector, self)
        self.state: State = "off"
        self.place: ScreenPlace | None = None
        self.laptop: QWidget | None = None
        self.window: AudienceWindow | None = None
        self.screens = screens or Screens(self)
        self.rehearsal: Rehearsal | None = None
        self.awake = Awake(wakefulness())
        self._scale = room_scale()
        self._monitor = ""
        self._numbers: tuple[NumberCard, ...] = ()
        self._said = ""
        self.advised = False
        self._keys = ProgramKeys(self.projector, self)
        self._stray = QTimer(self, singleShot=True, interval=STRAY_MILLISECONDS)
        self._stray.timeout.connect(self._bring_back)
        self._arrival = QTimer(self, singleShot=True, interval=SETTLE_MILLISECONDS)
        self._arrival.timeout.connect(self._arrive)
        self._strayed = 0
        self.screens.changed.connect(self._settle)
        self.projector.changed.connect(self.changed)
        self.content.trouble.connect(self._say)
        for each in (self.trouble, self.lost, self.back):
            each.connect(self.noticed)

    @property
    def meeting(self) -> str:
        """The meeting (id) that is shown; empty before ``prepare``."""
        return self.content.meeting

    @property
    def said(self) -> str:
        """What is wrong with the audience's picture now; empty where nothing is."""
        return self._said

    @property
    def choices(self) -> tuple[ScreenPlace, ...]:
        """The screens on which it may be shown: none of them the laptop's own."""
        own = self.screens.of(self.laptop) if self.laptop else None
        return away_from(self.screens.places(), own)

    @property
    def scale(self) -> float:
        """How large letters are: 1.0, 1.15 or 1.4; as the room wants it until somebody chooses."""
        return self._scale

    @property
    def unreadable(self) -> bool:
        """Whether nobody in the last seat of the room reads even the largest letters: papers are to be handed out."""
        return unreadable()

    def close_advice(self) -> None:
        """Somebody has read that the last seat cannot read the slides."""
        self.advised = True
        self.noticed.emit()

    def prepare(self, cycle: Cycle, meeting: str) -> None:
        """Show a meeting (id) where it stood last, on the laptop and, where it is projected, to the audience.

        Raises Problem for an unknown meeting, and StoreUnavailable.
        """
        self.content.prepare(cycle, meeting)

    def start(self, laptop: QWidget) -> Started:
        """Project what was prepared, beside the window in which ``laptop`` is. The screen of last time is taken, else
        the only one there is. Nothing happens where it has to be asked or there is none.
        """
        self.laptop = laptop.window()
        choices = self.choices
        kept = preferences().projection_monitor
        known = [each for each in choices if each.monitor == kept]
        if self.state == "on":
            return "started"
        if not choices:
            return "alone"
        if not known and len(choices) > 1:
            self.show_numbers()
            return "ask"
        self.choose(known[0] if known else choices[0])
        return "started"

    def choose(self, place: ScreenPlace) -> None:
        """Project on a screen, and remember its monitor. Nothing for the laptop's own screen."""
        if all(each.name != place.name for each in self.choices):
            return
        self._monitor = place.monitor
        keep(projection_monitor=place.monitor)
        self._show_on(place)

    def show_numbers(self) -> None:
        """Every screen shows its number for two seconds."""
        self._numbers = number_cards(self.screens.places())

    def _show_on(self, place: ScreenPlace) -> None:
        self.place, self.state, self._strayed = place, "on", 0
        if self.window is None:
            self.projector.changed.disconnect(self.changed)
            self.window = AudienceWindow(self.projector)
            self.projector.changed.connect(self.changed)  # the laptop follows when the audience has its slide
            self.window.trouble.connect(lambda: self._say(NOT_DRAWN))
            self.window.drawn.connect(lambda: self._say(""))
            self.window.moved.connect(self._check_place)
        self.projector.set_screen((place.width, place.height), self._scale)
        self.screens.put(self.window, place)
        self._keys.switch(on=True)
        self.awake.keep(on=True)
        note_under_way(self._desk.database.target, self.meeting)
        self.changed.emit()
        self.noticed.emit()

    def swap(self) -> None:
        """画面を入れかえる: the slides where the laptop's window is, and that window where the slides are."""
        own = self.screens.of(self.laptop) if self.laptop else None
        if self.laptop is None or self.window is None or self.place is None or own is None:
            return
        self.window.hide()
        self.screens.move(self.laptop, self.place)
        self._monitor = own.monitor
        keep(projection_monitor=own.monitor)
        self._show_on(own)

    def set_scale(self, scale: float) -> None:
        """標準 1.0, 大 1.15 or 特大 1.4."""
        self._scale = scale
        shape = (self.place.width, self.place.height) if self.place else (1920, 1080)
        self.projector.set_screen(shape, scale)

    def rehearse(self, laptop: QWidget) -> None:
        """What the audience would see, or with one screen what it sees, on the whole screen of the laptop's window."""
        self.laptop = laptop.window()
        place = self.screens.of(self.laptop)
        if place is None or self.rehearsal is not None:
            return
        self.rehearsal = Rehearsal(self.projector)
        self.rehearsal.left.connect(self.leave_rehearsal)
        self.rehearsal.trouble.connect(lambda: self._say(NOT_DRAWN))
        if self.state != "on":
            self.projector.set_screen((place.width, place.height), self._scale)
        self.screens.put(self.rehearsal, place)
        self.rehearsal.activateWindow()
        self._keys.switch(on=True)
        self.changed.emit()

    def leave_rehearsal(self) -> None:
        """Back to the laptop's window, at the slide that was shown."""
        if self.rehearsal is not None:
            self.rehearsal.end()
            self.rehearsal = None
            self._keys.switch(on=self.state != "off")
            if self.laptop is not None:
                self.laptop.activateWindow()
            self.changed.emit()

    def end(self) -> None:
        """投影を終える. The place among the slides stays."""
        self.leave_rehearsal()
        self._keys.switch(on=False)
        self.awake.keep(on=False)
        forget_under_way(self._desk.database.target)
        self.content.keep_now()
        if self.window is not None:
            self.window.end()
        self.window, self.place, self.state, self._said = None, None, "off", ""
        self.advised = False
        self.trouble.emit("")
        self.changed.emit()

    def _settle(self) -> None:
        """A screen came, went or changed: off the laptop's at once, and back where the monitor is there again."""
        if self.state == "off" or self.window is None:
            return
        choices = self.choices
        there = next((each for each in choices if each.monitor == self._monitor), None)
        if there is None:
            self.window.hide()
            if self.state == "on":
                self.state, self.place = "lost", None
                self.lost.emit()
            if choices:
                self.show_numbers()
                self.asked.emit()
            self.changed.emit()
        elif there != self.place:
            self.window.hide()
            self._arrival.start()

    def _arrive(self) -> None:
        """The audience's screen has settled: the slide is on it again."""
        there = next((each for each in self.choices if each.monitor == self._monitor), None)
        if self.state == "off" or there is None:
            return
        lost = self.state == "lost"
        self._show_on(there)
        if lost:
            self.back.emit()

    def _check_place(self) -> None:
        """Take the window away at once from where the desktop or somebody put it beside its screen."""
        if self.window is None or self.place is None or not self.window.isVisible():
            return
        if not self.screens.on(self.window, self.place):
            self.window.hide()
            self._stray.start()

    def _bring_back(self) -> None:
        """Show the window on its screen again. A desktop that goes on moving it has its way, but shows nothing."""
        if self.window is None or self.place is None:
            return
        self._strayed += 1
        if self._strayed <= STRAYS:
            self.screens.put(self.window, self.place)
            return
        self.state, self.place = "lost", None
        self.lost.emit()
        self.changed.emit()

    def _say(self, sentence: str) -> None:
        if sentence != self._said:
            self._said = sentence
            self.trouble.emit(sentence)

    def forget(self) -> None:
        """The desk is closed: nothing of it is shown any more."""
        self.end()
        self.content.forget()
