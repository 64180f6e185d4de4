"""Where a person stands among the slides of a cycle, and where every step leads."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from dxdesk.domain.audience import Audience
from dxdesk.domain.board import Card
from dxdesk.domain.text import fold_code
from dxdesk.ui.audience.actions_slide import action_pages
from dxdesk.ui.audience.agenda_slide import agenda_pages, page_of_current
from dxdesk.ui.audience.drawing import Canvas, Page
from dxdesk.ui.audience.grid_slide import axis_number
from dxdesk.ui.audience.item_slide import Place, item_pages
from dxdesk.ui.audience.pages import units_on
from dxdesk.ui.audience.plain_slide import blank_pages, break_pages
from dxdesk.ui.audience.read_back_slide import read_back_pages
from dxdesk.ui.audience.roadmap_slide import roadmap_pages
from dxdesk.ui.audience.slides import others, overview_pages
from dxdesk.ui.audience.trend_slide import trend_pages
from dxdesk.ui.audience.words_frame import name_of_line

_LAST = -1

View = Literal["board", "roadmap", "trend", "agenda", "actions", "readback", "break", "blank"]
"""The slides that are not of one unit: ボード, 道のり, 推移; in a meeting also 次第, 宿題, 決定の確認, 休憩 and 白."""


@dataclass(frozen=True)
class Position:
    """A page of a slide of all units (``code`` None: that of ``view``) or of a unit's slide; ``page`` -1 is the last.

    ``status`` is the count tile that is pressed in: other cards are pale, and steps lead past them. ``months``: 道のり
    shows this fiscal year only. ``item`` is the item of the agenda that is being treated (its number), ``until`` when
    休憩 ends.
    """

    code: str | None = None
    page: int = 0
    status: str | None = None
    view: View = "board"
    months: bool = False
    item: int | None = None
    until: str = ""


def course(shown: Audience, status: str | None = None) -> tuple[Card, ...]:
    """The units in the order of 次へ: those of 本日の協議 by number, then the rest as in the plan."""
    discussed = shown.board.discussed()
    rest = tuple(card for card in shown.board.cards if card.agenda_number is None)
    return tuple(card for card in (*discussed, *rest) if status is None or card.status == status)


def faded(shown: Audience, position: Position) -> frozenset[str]:
    """The codes of the cards that stand back while a tile is pressed in."""
    return others(shown.board, position.status) if position.status else frozenset()


@lru_cache(maxsize=64)
def _view_pages(shown: Audience, view: View, months: bool, canvas: Canvas) -> Sequence[Page]:
    if view == "roadmap":
        return roadmap_pages(shown.board, shown.trend, shown.roadmap, shown.settings, canvas, months=months)
    if view == "trend":
        return trend_pages(shown.board, shown.trend, shown.settings, canvas)
    if view == "actions":
        return action_pages(shown, canvas)
    if view == "readback":
        return read_back_pages(shown, canvas)
    if view == "blank":
        return blank_pages(shown, canvas)
    return overview_pages(shown.board, shown.settings, canvas)


@lru_cache(maxsize=64)
def _agenda_pages(shown: Audience, item: int | None, canvas: Canvas) -> Sequence[Page]:
    return agenda_pages(shown, item, canvas)


def _next_name(shown: Audience, card: Card, at: Position) -> str | None:
    """What comes after a unit: while an item of the agenda is treated the item after it, else the next unit."""
    if at.item is not None:
        after = next((line for line in shown.agenda if line.number == at.item + 1), None)
        return name_of_line(shown, after) if after else None
    line = course(shown, at.status)
    place = line.index(card) + 1 if card in line else len(line)
    following = line[place] if place < len(line) else None
    return (following.short_name or following.name) if following else None


@lru_cache(maxsize=64)
def _unit_pages(shown: Audience, card: Card, next_name: str | None, canvas: Canvas) -> tuple[Page, ...]:
    place = Place(
        number=shown.board.cards.index(card) + 1,
        of=len(shown.board.cards),
        next_name=next_name,
        sample=shown.board.sample,
        due=shown.board.due,
    )
    return tuple(item_pages(shown.items[card.unit], shown.settings, canvas, place))


@dataclass(frozen=True)
class Sight:
    """A position on a canvas: its pages, and the position to which every step leads."""

    shown: Audience
    position: Position
    canvas: Canvas

    @property
    def pages(self) -> Sequence[Page]:
        """The pages of the slide; a unit that is gone shows the slide that it was opened from."""
        at = self.position
        card = self.shown.card(at.code) if at.code else None
        if card is None and at.view == "agenda":
            return _agenda_pages(self.shown, at.item, self.canvas)
        if card is None and at.view == "break":
            return break_pages(self.shown, at.until, self.canvas)
        if card is None:
            return _view_pages(self.shown, at.view, at.months and at.view == "roadmap", self.canvas)
        return _unit_pages(self.shown, card, _next_name(self.shown, card, at), self.canvas)

    @property
    def number(self) -> int:
        """Which of the pages is shown, from 0, whatever the canvas had room for when it was chosen."""
        last = len(self.pages) - 1
        return last if self.position.page == _LAST else min(self.position.page, last)

    def _line(self) -> list[str]:
        return [card.code for card in course(self.shown, self.position.status)]

    def forward(self) -> Position:
        """The next page, else the next unit; the last place stays, and 道のり and 推移 end with their last page."""
        if self.number + 1 < len(self.pages):
            return replace(self.position, page=self.number + 1)
        if self.position.code is None and self.position.view != "board":
            return self.position
        line = self._line()
        at = line.index(self.position.code) + 1 if self.position.code in line else 0
        return replace(self.position, code=line[at], page=0) if at < len(line) else self.position

    def backward(self) -> Position:
        """The page before, else the last page of the unit before; before the first unit the slide of all."""
        if self.number > 0:
            return replace(self.position, page=self.number - 1)
        if self.position.code is None:
            return self.position
        line = self._line()
        at = line.index(self.position.code) - 1 if self.position.code in line else -1
        return replace(self.position, code=line[at] if at >= 0 else None, page=_LAST)

    def view(self, view: View) -> Position:
        """A slide of all units, at the page on which the unit stands that was shown; else at its first page.

        次第 opens at the page of the item that is being treated.
        """
        at = replace(self.position, code=None, page=0, view=view)
        if view == "agenda":
            return replace(at, page=page_of_current(replace(self, position=at).pages))
        if self.position.code is None:
            return at
        on_pages = units_on(replace(self, position=at).pages)
        return replace(at, page=next((number for number, on in enumerate(on_pages) if self.position.code in on), 0))

    def upward(self) -> Position | None:
        """One level up: from a unit to the slide of all it was opened from, from 道のり and 推移 to ボード, from a
        filtered ボード to the whole; None at the top."""
        at = self.position
        if at.code is not None:
            return self.view(at.view)
        if at.view != "board":
            return self.view("board")
        return replace(at, status=None) if at.status else None


def pressed(position: Position, status: str) -> Position:
    """A count tile pressed in, or out again."""
    return replace(position, status=None if position.status == status else status)


@dataclass(frozen=True)
class Meant:
    """The unit that a number opens, and what the number is: that of 本日の協議, of the unit, or of its axis."""

    card: Card
    by: Literal["agenda", "unit", "axis"]


def _unit_numbered(cards: Sequence[Card], wanted: str) -> Card | None:
    """The one unit with this number: its code, the end of its code, or what the plan prints."""
    ends = f"-{wanted}" if "-" in wanted else "\0"
    for found in (
        [card for card in cards if fold_code(card.code) == wanted],
        [card for card in cards if fold_code(card.code).endswith(ends)],
        [card for card in cards if fold_code(card.label or "") == wanted],
    ):
        if len(found) == 1:
            return found[0]
    return None


def numbered(shown: Audience, typed: str) -> Meant | None:
    """What a number means, as it stands on the slides: a disc of 本日の協議, the unit's own number (``5-1`` after that
    of its axis), else the axis, whose first unit it opens. None where it means nothing or several units.
    """
    wanted = fold_code(typed)
    for card in shown.board.discussed():
        if str(card.agenda_number) == wanted:
            return Meant(card, "agenda")
    unit = _unit_numbered(shown.board.cards, wanted)
    if unit is not None:
        return Meant(unit, "unit")
    axes = [axis for axis in shown.board.axes if axis_number(axis) == wanted]
    first = [card for axis in axes[:1] for card in shown.board.on_axis(axis.code)[:1]]
    return Meant(first[0], "axis") if len(axes) == 1 and first else None
