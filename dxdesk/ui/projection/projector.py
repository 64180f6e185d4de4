"""What a meeting shows: one place among its slides for the laptop, and what of it the audience's screen shows."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from dxdesk.domain.audience import Audience, ReadBack
from dxdesk.ui.audience.drawing import canvas_for
from dxdesk.ui.board.course import Position, Sight, View
from dxdesk.ui.projection.agenda_course import back, onward, place_of_line


class Projector(QObject):
    """The laptop goes from slide to slide. The audience sees the same, unless the picture is frozen or hidden.

    It knows no widget, no memo and no draft: it is given the audience's value and the words that are read back, and the
    audience's window and the live copy paint what it says.
    """

    changed = Signal()
    """Another slide, or another state of the audience's picture."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._audience: Audience | None = None
        self._position = Position()
        self._frozen: Sight | None = None
        self._hidden = False
        self._before_read_back: Position | None = None
        self._shape, self._scale = (1920, 1080), 1.0

    @property
    def audience(self) -> Audience | None:
        """What counts now; None before it was read."""
        return self._audience

    @property
    def position(self) -> Position:
        """Where the laptop stands."""
        return self._position

    @property
    def sight(self) -> Sight | None:
        """What the laptop shows, on the canvas of the audience's screen."""
        canvas = canvas_for(*self._shape, self._scale)
        return Sight(self._audience, self._position, canvas) if self._audience else None

    @property
    def projected(self) -> Sight | None:
        """What the audience sees; None while the picture is hidden: plain white."""
        if self._hidden:
            return None
        return self._frozen or self.sight

    @property
    def frozen(self) -> bool:
        """Whether the audience's picture stays while the laptop goes on."""
        return self._frozen is not None

    @property
    def hidden(self) -> bool:
        """Whether the audience sees plain white."""
        return self._hidden

    @property
    def reading_back(self) -> bool:
        """Whether 決定の確認 is shown."""
        return self._before_read_back is not None

    @property
    def before_read_back(self) -> Position | None:
        """Where it goes back to after what is read back; None while nothing is."""
        return self._before_read_back

    @property
    def frozen_at(self) -> Position | None:
        """Where the picture stands that is kept; None while it follows."""
        return self._frozen.position if self._frozen else None

    def show_content(self, audience: Audience) -> None:
        """Show what counts now; a unit that is gone gives way to the board, and what is read back stays."""
        read_back = self._audience.read_back if self._audience else None
        self._audience = replace(audience, read_back=read_back)
        if self._position.code is not None and audience.card(self._position.code) is None:
            self._position = replace(self._position, code=None, page=0)
        self.changed.emit()

    def set_screen(self, shape: tuple[int, int], scale: float) -> None:
        """The width and height of the audience's screen, and how large its letters are (1.0, 1.15 or 1.4)."""
        self._shape, self._scale = shape, scale
        self.changed.emit()

    def go(self, position: Position) -> None:
        """Show a position; what was read back is gone with it."""
        self._before_read_back = None
        self._position = position
        self.changed.emit()

    def step(self, *, forwards: bool) -> None:
        """One page on or back along the agenda."""
        if self.sight:
            self.go(onward(self.sight) if forwards else back(self.sight))

    def show_view(self, view: View) -> None:
        """A slide that is not of one unit."""
        if self.sight:
            self.go(self.sight.view(view))

    def open_unit(self, code: str) -> None:
        """The slide of a unit; nothing for an unknown code."""
        if self._audience and self._audience.card(code):
            line = next((each for each in self._audience.agenda if each.code == code), None)
            item = line.number if line else self._position.item
            self.go(replace(self._position, code=code, page=0, item=item))

    def open_item(self, number: int) -> None:
        """The slide of an item of the agenda; nothing for an unknown number."""
        audience = self._audience
        line = next((each for each in audience.agenda if each.number == number), None) if audience else None
        if audience and line:
            self.go(place_of_line(audience, line))

    def read_back(self, words: ReadBack | None) -> None:
        """Show words so that the room can confirm them; None goes back to where it was."""
        if self._audience is None:
            return
        before = self._before_read_back or self._position
        self._audience = replace(self._audience, read_back=words)
        self.go(before if words is None else replace(before, code=None, page=0, view="readback"))
        self._before_read_back = before if words is not None else None

    def freeze(self, frozen: bool) -> None:
        """Keep the audience's picture as it is, or let it follow again."""
        self._frozen = self.sight if frozen else None
        self.changed.emit()

    def hide(self, hidden: bool) -> None:
        """Plain white for the audience, or the slide again."""
        self._hidden = hidden
        self.changed.emit()
