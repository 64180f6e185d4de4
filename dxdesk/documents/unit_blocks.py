"""Pieces that papers about units share: status with its word, what changed, stages, plan text over years."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from dxdesk.documents.blocks import At, Beside, Blank, Block, Inline, Sized, Stack, Whole
from dxdesk.documents.cells import Cell
from dxdesk.documents.fonts import Face
from dxdesk.documents.ink import DASH_DOTS, WHITE, Ink
from dxdesk.documents.lines import text_width
from dxdesk.documents.paragraph import Text, lines_of
from dxdesk.documents.styles import CELL
from dxdesk.documents.symbols import StageSquares, Symbol
from dxdesk.documents.text_style import Align, TextStyle
from dxdesk.domain.board import Card
from dxdesk.domain.plan_texts import YearText
from dxdesk.domain.settings import Settings
from dxdesk.domain.statuses import Status
from dxdesk.phrases import split_phrases, wrap_phrases
from dxdesk.wording.paper import CHANGES, NOTHING

_GAP = 1.4
_LEAST_NAME, _HAIR = 8.2, 0.01
SMALL = TextStyle(Face.PROPORTIONAL, 7.5, 10.2)
_STAGE_ROOM: Final = 19.0
"""The narrowest column with a stage; its squares are not much narrower."""


def said(text: str | None, style: TextStyle) -> Cell:
    """A text as typed, or a centred dash for nothing."""
    return Cell(text, style=style) if text else Cell(NOTHING, style=style.aligned("center"))


@dataclass(frozen=True)
class StatusLine(Whole):
    """A symbol with its word to the right; a word wider than the column wraps beside the symbol.

    ``after`` stands behind them where there is room, else below.
    """

    symbol: Symbol
    word: Text
    after: Inline | None = None
    align: Align = "left"

    def _block(self, width: float) -> Block:
        mark = Inline((self.symbol, self.word), gap=_GAP, align=self.align)
        if self.after is not None:
            row = Inline((mark, self.after), gap=6.0, align=self.align)
            if row.natural <= width:
                return row
        top: Block = mark
        if mark.natural > width:
            size = self.symbol.size
            top = Beside((At(0.0, self.symbol, size), At(size + _GAP, self.word)))
        return top if self.after is None else Stack((top, replace(self.after, align=self.align)), gap=0.5)

    def height(self, width: float) -> float:
        """As high as its arrangement in this width."""
        return self._block(width).height(width)

    def draw(self, ink: Ink, x: float, y: float, width: float) -> None:
        """Draw it in its arrangement."""
        self._block(width).draw(ink, x, y, width)


def status_line(
    key: Status,
    settings: Settings,
    style: TextStyle,
    size: float = 3.8,
    *,
    after: Inline | None = None,
    align: Align = "left",
) -> StatusLine:
    """The symbol of a status, `size` mm, with the town's word for it."""
    return StatusLine(Symbol(key, size), Text(settings.status_word(key), style), after, align)


def status_stack(card: Card, settings: Settings, style: TextStyle, size: float = 5.4) -> Stack:
    """A symbol with its word below; 確認中 where the secretariat has the answers in hand."""
    middle = style.aligned("center")
    blocks: list[Block] = [Symbol(card.status, size), Text(settings.status_word(card.status), middle.bold)]
    if card.status == "miss" and card.waiting == "secretariat":
        blocks.append(Text("（確認中）", SMALL.aligned("center")))
    return Stack(tuple(blocks), gap=0.5)


def change_stack(card: Card, settings: Settings, style: TextStyle) -> Stack:
    """前回 with its symbol; below it the arrow with 良化 or 悪化, 変化なし, or the word of last time."""
    if card.previous_status is None:
        return Stack((Text(NOTHING, style.aligned("center")),))
    before = Inline((Text("前回", SMALL), Symbol(card.previous_status, 2.9)), gap=1.4, align="center")
    if card.change in ("better", "worse"):
        word = Text(CHANGES[card.change], SMALL.bold)
        return Stack((before, Inline((Symbol(card.change, 2.8), word), align="center")), gap=0.8)
    if card.status == card.previous_status == "miss":
        below = NOTHING  # nothing was said, so nothing stayed the same
    elif card.change == "same":
        below = CHANGES["same"]
    elif card.status == "done":
        below = settings.status_word("done")
    else:
        below = settings.status_word(card.previous_status)
    return Stack((before, Text(below, SMALL.aligned("center"))), gap=0.8)


def squares(stage: str | None, previous: str | None, settings: Settings) -> StageSquares:
    """The short form of a stage: one square per step after the first, those of this cycle half black."""
    reached = settings.stage_index(stage) or 0
    before = settings.stage_index(previous)
    return StageSquares(len(settings.stages) - 1, reached, reached if before is None else min(before, reached))


def stage_stack(card: Card, settings: Settings, style: TextStyle) -> Stack:
    """The word of the stage, bold when it moved, over its squares; for no answer the stage of last time."""
    middle = style.aligned("center")
    before = settings.stage_word(card.previous_stage)
    word = settings.stage_word(card.stage)
    if not word:
        found: list[Block] = [Text(NOTHING, middle)]
        if before:
            words = f"（前回 {before}）"
            whole = text_width(words, SMALL) <= _STAGE_ROOM
            found.append(Text(words if whole else words.replace(" ", "\n", 1), SMALL.aligned("center")))
        return Stack(tuple(found))
    moved = bool(before) and card.stage != card.previous_stage
    text = Text(word, middle.bold if moved else middle)
    return Stack((text, squares(card.stage, card.previous_stage, settings)), gap=0.8)


@dataclass(frozen=True)
class Dotted(Whole):
    """Plan text over several years whose reach is not confirmed: round dots with an open arrow below the text."""

    text: Text

    def height(self, width: float) -> float:
        """The text and 2.2 mm for the arrow."""
        return self.text.height(width) + 2.2

    def draw(self, ink: Ink, x: float, y: float, width: float) -> None:
        """The text, then the arrow over the whole width."""
        self.text.draw(ink, x, y, width)
        below, tip = y + self.text.height(width) + 1.2, x + width
        ink.line(x + 0.3, below, tip - 1.6, below, weight=0.6, dash=DASH_DOTS, cap="round")
        ink.polyline([(tip - 1.5, below - 0.9), (tip, below), (tip - 1.5, below + 0.9)], weight=0.5)


def year_cells(texts: Sequence[YearText], years: Sequence[int], style: TextStyle) -> list[Cell]:
    """Cells of the year columns: a text over several years is one merged cell, years without a text are empty."""
    if not texts:
        return [Cell(NOTHING, columns=len(years), style=style.aligned("center"))]
    found: list[Cell] = []
    year = years[0]
    for each in texts:
        found += [Cell() for _ in range(year, each.first)]
        text = Text("\n".join(each.lines), style)
        found.append(Cell(Dotted(text) if each.dotted else text, columns=each.last - each.first + 1))
        year = each.last + 1
    return found + [Cell() for _ in range(year, years[-1] + 1)]


def clipped(text: str, style: TextStyle, width: float, lines: int, more: str = "…") -> str:
    """The text as far as it fits into so many lines of `width` mm, then `more`; the text itself where it fits."""
    broken = lines_of(text, style, width)
    if len(broken) <= lines:
        return text
    kept = list(broken[:lines])
    while kept[-1] and text_width(kept[-1] + more, style) > width:
        kept[-1] = kept[-1][:-1]
    kept[-1] += more
    return "\n".join(kept)


def fitted(text: str, style: TextStyle, width: float, least: float) -> TextStyle:
    """The style in which a short text fits one line of `width` mm, never below `least` points."""
    natural = text_width(text, style)
    return style if natural <= width else style.at(max(style.size * width / natural, least))


def numbered_name(words: str, width: float) -> Cell:
    """Number and name of a unit with a space between them: in one line of ``width`` mm where a slightly smaller type
    does it, else the name below its number where that keeps it whole."""
    style, (number, _, name) = fitted(words, CELL, width, _LEAST_NAME), words.partition(" ")
    if name and text_width(words, style) > width + _HAIR:
        smaller = fitted(name, CELL, width, _LEAST_NAME)
        if text_width(name, smaller) <= width + _HAIR:
            return Cell(f"{number}\n{name}", style=smaller)
    return Cell(words, style=style)


def first_lines(lines: Sequence[str], most: int) -> tuple[str, ...]:
    """The first of several lines, the last of them saying how many others there are."""
    rest = len(lines) - most
    return tuple(lines) if rest <= 0 else (*lines[: most - 1], f"{lines[most - 1]}（ほか{rest}件）")


@dataclass(frozen=True)
class Flow(Whole):
    """Words and symbols one after the other, over as many lines as they need (a legend), `pitch` mm apart."""

    items: tuple[Sized, ...]
    pitch: float
    gap: float = 3.0
    indent: float = 0.0

    def _lines(self, width: float) -> list[list[Sized]]:
        found: list[list[Sized]] = [[]]
        used = 0.0
        for item in self.items:
            if found[-1] and used + item.natural > width:
                found.append([])
                used = self.indent
            found[-1].append(item)
            used += item.natural + self.gap
        return found

    def height(self, width: float) -> float:
        """One pitch per line."""
        return len(self._lines(width)) * self.pitch

    def draw(self, ink: Ink, x: float, y: float, width: float) -> None:
        """Line after line; those after the first are indented."""
        for at, line in enumerate(self._lines(width)):
            row = Inline((*((Blank(self.indent),) if at and self.indent else ()), *line), gap=self.gap)
            row.draw(ink, x, y + at * self.pitch + (self.pitch - row.height(width)) / 2, width)


@dataclass(frozen=True)
class Panel:
    """A block on a white panel, for hatched cells; words in the middle of a wide cell have one of their own width."""

    block: Block

    def height(self, width: float) -> float:
        """The block and a little white around it."""
        return self.block.height(width - 4.0) + 1.6

    def draw(self, ink: Ink, x: float, y: float, width: float) -> None:
        """The panel, then the block in its middle."""
        wide = self._reach(width)
        ink.rect(x + (width - wide) / 2, y, wide, self.height(width), weight=None, fill=WHITE)
        self.block.draw(ink, x + 2.0, y + 0.8, width - 4.0)

    def _reach(self, width: float) -> float:
        block = self.block
        if not isinstance(block, Inline | Text):
            return width
        align = block.align if isinstance(block, Inline) else block.style.align
        return min(block.natural + 4.0, width) if align == "center" else width

    def split(self, width: float, height: float) -> tuple[Panel, Panel] | None:
        """Two panels, the block parted between lines."""
        parted = self.block.split(width - 4.0, height - 1.6)
        return (Panel(parted[0]), Panel(parted[1])) if parted else None


@lru_cache(maxsize=4096)  # a list tries the same lines at many fits
def name_lines(name: str, style: TextStyle, width: float) -> str:
    """A name broken between phrases into lines of `width` mm."""

    def measure(text: str) -> float:
        """With the space at its end, which has a width where another phrase follows."""
        if not text[-1:].isspace():
            return text_width(text, style)
        return text_width(f"{text}|", style) - text_width("|", style)

    return "\n".join(wrap_phrases(name, width, measure, balance=False))


def opening(text: str, style: TextStyle, width: float) -> str:
    """The first phrases of a text that fit one line of `width` mm, with … where there are more."""
    if text_width(text, style) <= width:
        return text
    kept = ""
    for phrase in split_phrases(text.split("\n", maxsplit=1)[0]):
        if text_width(f"{kept}{phrase}…", style) > width:
            break
        kept += phrase
    return f"{kept.rstrip('、。…')}…" if kept else clipped(text, style, width, 1)
