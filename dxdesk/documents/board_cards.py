"""The cards of the board in black: a status told by its shape and its word, stage, arrow and number of the agenda."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from dxdesk.documents.blocks import Block, Inline, Sized, Stack, Whole
from dxdesk.documents.fonts import Face
from dxdesk.documents.ink import BLACK, Ink
from dxdesk.documents.paragraph import Text, write
from dxdesk.documents.symbols import Symbol
from dxdesk.documents.text_style import TextStyle
from dxdesk.documents.unit_blocks import SMALL, Panel, name_lines, squares
from dxdesk.domain.board import Axis, Card
from dxdesk.domain.settings import Settings
from dxdesk.wording.board_paper import CHECKING, DISCUSSED, before_stage
from dxdesk.wording.paper import CHANGES

_NUMBER = TextStyle(Face.PROPORTIONAL_BOLD, 8.5, 10.5, white=True)
_BAR = TextStyle(Face.PROPORTIONAL_BOLD, 10, 13, white=True)
_AXIS = TextStyle(Face.PROPORTIONAL_BOLD, 10, 13)
_DISC: Final = 2.3
_INSIDE: Final = 1.4


@dataclass(frozen=True)
class Form:
    """How large cards are: their least height, the symbol, the name and the words. A ``tile`` is a card of one line,
    without the stage; ``status`` is the width of its status."""

    least: float
    symbol: float
    status: float
    name: TextStyle
    word: TextStyle
    tile: bool = False

    @property
    def gap(self) -> float:
        """Height left below a card."""
        return 1.0 if self.tile else 1.6


def _style(size: float, line: float, *, bold: bool = True) -> TextStyle:
    return TextStyle(Face.PROPORTIONAL_BOLD if bold else Face.PROPORTIONAL, size, line)


CARDS: Final = Form(13.4, 6.0, 21.0, _style(10, 13), _style(8.6, 11))
TILES: Final = Form(7.4, 4.2, 22.0, _style(9.2, 11.6), _style(8.6, 10.6), tile=True)
LARGE_CARDS: Final = Form(17.0, 7.4, 26.0, _style(12, 15.5), _style(10, 12.6))
HUGE_CARDS: Final = Form(24.0, 10.5, 33.0, _style(16, 20.5), _style(12.5, 15.6))
WALL_CARDS: Final = Form(34.0, 14.0, 42.0, _style(20, 25.5), _style(15, 18.7))
LARGE_TILES: Final = Form(9.6, 5.2, 26.0, _style(11, 13.8), _style(10, 12.4), tile=True)


@dataclass(frozen=True)
class CardBlock(Whole):
    """One unit with its ``number`` and name."""

    card: Card
    number: str
    settings: Settings
    form: Form

    def _status(self) -> Block:
        card, form = self.card, self.form
        symbol = Symbol(card.status, form.symbol)
        middle = form.word.aligned("center")
        word = self.settings.status_word(card.status)
        checking = [Text(CHECKING, SMALL.aligned("center"))] if card.checking else []
        if not form.tile:
            return Stack((symbol, Text(word, middle), *checking), gap=0.3)
        line = Inline((symbol, Text(word, form.word)), gap=1.2)
        room = form.status - 2 * _INSIDE
        if line.natural <= room:
            return Stack((line, *checking))
        return Stack((symbol, Text(word, middle), *checking), gap=0.2)

    def _moved(self) -> Inline | None:
        if self.card.change not in ("better", "worse"):
            return None
        style = TextStyle(Face.PROPORTIONAL_BOLD, self.form.word.size - 0.6, self.form.word.line)
        return Inline((Symbol(self.card.change, 3.0), Text(CHANGES[self.card.change], style)), gap=0.6)

    def _room(self, width: float) -> float:
        """Width of the name."""
        aside = 2 * _DISC + 1.2 if self.card.agenda_number is not None else 0.0
        moved = self._moved()
        if self.form.tile and moved is not None:
            aside += moved.natural + 1.2
        return width - self.form.status - 2 * _INSIDE - aside

    def _name(self, width: float) -> Text:
        name = f"{self.number} {self.card.short_name or self.card.name}"
        return Text(name_lines(name, self.form.name, self._room(width)), self.form.name)

    def _below(self) -> Inline | None:
        """The stage with its squares and what changed, below the name of a card."""
        if self.form.tile:
            return None
        card, settings = self.card, self.settings
        style = TextStyle(Face.PROPORTIONAL, self.form.word.size, self.form.word.line)
        stage, before = settings.stage_word(card.stage), settings.stage_word(card.previous_stage)
        items: list[Sized] = []
        if stage:
            items += [Text(stage, style), squares(card.stage, card.previous_stage, settings)]
        elif before:
            items.append(Text(before_stage(before), style))
        moved = self._moved()
        return Inline((*items, *([moved] if moved else [])), gap=2.2) if items or moved else None

    def _words(self, width: float) -> Stack:
        below = self._below()
        room = self._room(width)
        parts: tuple[Block, ...] = (self._name(width),)
        if below is not None and below.natural <= room:
            parts = (*parts, below)
        elif below is not None:
            parts = (*parts, *(Inline((item,)) for item in below.items))
        return Stack(parts, gap=0.4)

    def height(self, width: float) -> float:
        """What its status and its words need, and the gap below."""
        own = self.form.status - 2 * _INSIDE
        status = self._status()
        panel = Panel(status).height(own) if self.card.status == "miss" else status.height(own)
        words = self._words(width).height(self._room(width))
        return max(self.form.least, panel + 1.6, words + 1.8) + self.form.gap

    def draw(self, ink: Ink, x: float, y: float, width: float) -> None:
        """Status at the left, name and stage beside it, number of the agenda at the right end."""
        card, form = self.card, self.form
        high = self.height(width) - form.gap
        if card.status == "miss":
            ink.hatch(x, y, form.status, high)
        ink.line(x + form.status, y, x + form.status, y + high)
        ink.rect(x, y, width, high, weight=1.2 if card.status in ("late", "warn") else 0.5)
        status = self._status()
        block: Block = Panel(status) if card.status == "miss" else status
        own = form.status - 2 * _INSIDE
        block.draw(ink, x + _INSIDE, y + (high - block.height(own)) / 2, own)
        words, room = self._words(width), self._room(width)
        left = x + form.status + _INSIDE
        words.draw(ink, left, y + (high - words.height(room)) / 2, room)
        end = x + width - _INSIDE
        if card.agenda_number is not None:
            draw_number(ink, end - _DISC, y + high / 2, card.agenda_number)
            end -= 2 * _DISC + 1.2
        moved = self._moved()
        if form.tile and moved is not None:
            moved.draw(ink, end - moved.natural, y + (high - moved.height(moved.natural)) / 2, moved.natural)


def draw_number(ink: Ink, x: float, y: float, number: int) -> None:
    """The number of 本日の協議 in a black disc around x, y; a number of three digits in smaller type."""
    ink.disc(x, y, _DISC)
    style = _NUMBER if number < 100 else _NUMBER.at(7.5)
    write(ink, x, y - style.em / 2, str(number), style, "center")


@dataclass(frozen=True)
class NumberDisc(Whole):
    """The disc as a sample of the legend."""

    number: int

    @property
    def natural(self) -> float:
        """Its width."""
        return 2 * _DISC

    def height(self, width: float) -> float:
        """Its height."""
        return 2 * _DISC

    def draw(self, ink: Ink, x: float, y: float, width: float) -> None:
        """In its box."""
        draw_number(ink, x + _DISC, y + _DISC, self.number)


@dataclass(frozen=True)
class GroupBar(Whole):
    """The name of the level above the axes, white on black."""

    name: str

    def _text(self, width: float) -> Text:
        return Text(name_lines(self.name, _BAR, width - 4.0), _BAR)

    def height(self, width: float) -> float:
        """Its lines and a little below."""
        return self._text(width).height(width - 4.0) + 1.2 + 1.4

    def draw(self, ink: Ink, x: float, y: float, width: float) -> None:
        """The bar with its words."""
        text = self._text(width)
        ink.rect(x, y, width, text.height(width - 4.0) + 1.2, weight=None, fill=BLACK)
        text.draw(ink, x + 2.0, y + 0.6, width - 4.0)


@dataclass(frozen=True)
class AxisHead(Whole):
    """The name of an axis over a line."""

    axis: Axis
    ending: str = ""

    def _text(self, width: float) -> Text:
        return Text(name_lines(self.axis.name + self.ending, _AXIS, width), _AXIS)

    def height(self, width: float) -> float:
        """Its lines, the rule and the gaps around it."""
        return self._text(width).height(width) + 1.8

    def draw(self, ink: Ink, x: float, y: float, width: float) -> None:
        """The words and the rule under them."""
        text = self._text(width)
        text.draw(ink, x, y, width)
        below = y + text.height(width) + 0.4
        ink.line(x, below, x + width, below, weight=0.5)


@dataclass(frozen=True)
class DiscussedHead(Whole):
    """The head of 本日の協議."""

    def height(self, width: float) -> float:
        """Its line and the gap above."""
        return 7.4

    def draw(self, ink: Ink, x: float, y: float, width: float) -> None:
        """The words over a rule."""
        write(ink, x, y + 1.6, DISCUSSED, _AXIS)
        ink.line(x, y + 6.4, x + width, y + 6.4, weight=0.5)


@dataclass(frozen=True)
class DiscussedLine(Whole):
    """A unit of 本日の協議 with its number."""

    number: int
    name: str
    style: TextStyle

    def _text(self, width: float) -> Text:
        return Text(name_lines(self.name, self.style, width - 2 * _DISC - 2.0), self.style)

    def height(self, width: float) -> float:
        """Its lines, at least the disc."""
        return max(self._text(width).height(width - 2 * _DISC - 2.0), 2 * _DISC) + 0.8

    def draw(self, ink: Ink, x: float, y: float, width: float) -> None:
        """The disc, then the name."""
        text, room = self._text(width), width - 2 * _DISC - 2.0
        high = self.height(width) - 0.8
        draw_number(ink, x + _DISC, y + high / 2, self.number)
        text.draw(ink, x + 2 * _DISC + 2.0, y + (high - text.height(room)) / 2, room)
