"""The tables of 総括: by status, by axis, by 主管."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from dxdesk.documents.blocks import Block, Inline, Sized, Stack
from dxdesk.documents.cells import Cell, Column, Row
from dxdesk.documents.fonts import Face
from dxdesk.documents.lines import text_width
from dxdesk.documents.packing import packed, packed_text
from dxdesk.documents.paragraph import Text
from dxdesk.documents.styles import CELL, HEAD, NOTE
from dxdesk.documents.symbols import Symbol
from dxdesk.documents.table import Table
from dxdesk.documents.text_style import Content, Span, TextStyle
from dxdesk.documents.unit_blocks import Flow, clipped, status_line
from dxdesk.domain.board import Card
from dxdesk.domain.summary import CountRow, Summary
from dxdesk.wording.paper import NOTHING, axis_word, change_of_count
from dxdesk.wording.summary import (
    BEFORE,
    BETTER,
    CHANGE,
    CHANGED_HEAD,
    COUNT_HEAD,
    MAIN_HEAD,
    MAIN_TEXT_HEAD,
    NOBODY,
    STATUS_HEAD,
    THIS,
    TOTAL,
    UNITS_HEAD,
    WORSE,
    absent_words,
    answered_of,
    discussed_words,
    missing_words,
    more_words,
)

_COUNT = TextStyle(Face.PROPORTIONAL_BOLD, 11, 14, align="center")
_HEAD_WORD = TextStyle(Face.PROPORTIONAL_BOLD, 8, 10.2, align="center")
_CHANGED = TextStyle(Face.PROPORTIONAL, 8.6, 11.6)
_MOVED = TextStyle(Face.PROPORTIONAL, 9.2, 14, phrases=True)
_WHOLE_WIDTH: Final = 165.0
_ACROSS: Final = 1.5
_STATUS_WIDTH: Final = 9.9
_COUNT_WIDTH: Final = 12.0
_NAME_WIDTH: Final = 30.0
_WIDEST_NAME: Final = 44.0
_NAMED: Final = 4
_MOST_NAMED: Final = 30
"""Units that are named beside a status; 進捗状況一覧表 names all."""
MOST_DEPARTMENTS: Final = 12
"""With more, 主管課別 takes pages of its own and is set close."""


@dataclass(frozen=True)
class Fit:
    """How closely 総括 is set: its cells, the least height of their rows, how many units each 主な動き names, and how
    many each row of 軸別 and 主管課別."""

    style: TextStyle = CELL
    least: float = 6.8
    row: float = 6.2
    moves: int = 3
    gap: float = 2.6
    moved: TextStyle = _MOVED
    pitch: float = 4.4
    named: int = _NAMED

    def name(self, row: CountRow) -> str:
        """The name of a row, the short one where everything is set closely."""
        return (row.short_name if self.style.size < CELL.size else "") or row.name

    @property
    def middle(self) -> TextStyle:
        """Its cells, centred."""
        return self.style.aligned("center")


def named(value: Summary, card: Card) -> str:
    return f"{value.numbers[card.unit]} {card.short_name or card.name}"


def status_table(value: Summary, fit: Fit, width: float) -> Table:
    """A row for every status, and the sums."""
    last = () if value.first else (Column(14.0, BEFORE, fit.middle), Column(14.0, CHANGE, fit.middle))
    units_width = 95.0 + (28.0 if value.first else 0.0)
    columns = (Column(28.0, STATUS_HEAD), Column(14.0, THIS, _COUNT), *last, Column(units_width, UNITS_HEAD))
    room = units_width * width / _WHOLE_WIDTH - 2 * _ACROSS
    before, rows = value.before, []
    for key in value.shown:
        count = value.count(key)
        told = () if value.first else (str(before[key]), change_of_count(count - before[key]))
        cards = value.units_in(key)
        more = [more_words(len(cards) - _MOST_NAMED)] if len(cards) > _MOST_NAMED else []
        units = packed_text(
            [*(named(value, card) for card in cards[:_MOST_NAMED]), *more],
            fit.style,
            room,
            value.settings.paper.said("、"),
        )
        cells = (status_line(key, value.settings, fit.style.bold, 3.8), str(count), *told)
        rows.append(Row((*cells, units or Cell(NOTHING, align="center")), least=fit.least))
    told_total = sum(count for key, count in before.items() if key is not None)
    sums = () if value.first else (str(told_total), Cell(diagonal=True))
    absent = value.settings.paper.said(
        absent_words([value.settings.status_word(key) for key in value.absent], first=value.first)
    )
    total = Cell(TOTAL, style=fit.middle.bold)
    rows.append(Row((total, str(len(value.board.cards)), *sums, Cell(absent, style=NOTE)), least=fit.least, rule=0.5))
    return Table(columns, tuple(rows), style=fit.style)


def _axis_width(value: Summary, fit: Fit) -> float:
    """The column of the axes: wider for long names, which would else take two or three lines."""
    names = (text_width(fit.name(row), fit.style) for row in value.axes)
    return min(max((_NAME_WIDTH, *(name + 2 * _ACROSS + 0.1 for name in names))), _WIDEST_NAME)


def _text_width(value: Summary, first: float, width: float) -> float:
    """Room for text in the last column of a table of counts, behind a first one of so many mm."""
    columns = first + _COUNT_WIDTH + _STATUS_WIDTH * len(value.shown)
    return (_WHOLE_WIDTH - columns) * width / _WHOLE_WIDTH - 2 * _ACROSS


@dataclass(frozen=True)
class _Counted:
    """A table of counts: the head of its first and last column, its rows, what stands last in each, the sums, and the
    width of its first column."""

    name: str
    text: Content | Block
    rows: tuple[CountRow, ...]
    cell: Callable[[CountRow], Cell]
    total: Cell | None = None
    first: float = _NAME_WIDTH

    def table(self, value: Summary, fit: Fit) -> Table:
        """A row for each of them with its counts by status."""
        shown, middle = value.shown, fit.middle
        columns = (
            Column(self.first, self.name),
            Column(_COUNT_WIDTH, COUNT_HEAD, middle),
            *(Column(_STATUS_WIDTH, "", middle) for _ in shown),
            Column(_WHOLE_WIDTH - self.first - _COUNT_WIDTH - _STATUS_WIDTH * len(shown)),
        )
        words = ((key, value.settings.status_word(key)) for key in shown)
        heads = (Cell(Stack((Symbol(key, 3.2), Text(word, _HEAD_WORD)), gap=0.4)) for key, word in words)
        head = Row((self.name, COUNT_HEAD, *heads, Cell(self.text)), least=9.0)

        def counts(row: CountRow) -> list[Cell]:
            found = [(key, row.count(key)) for key in shown]
            heavy = ("late", "warn", "miss")
            return [Cell(str(count), style=middle.bold if count and key in heavy else middle) for key, count in found]

        body = [
            Row((fit.name(row) or NOBODY, str(len(row.cards)), *counts(row), self.cell(row)), least=fit.row)
            for row in self.rows
        ]
        if self.total is not None:
            whole = CountRow(TOTAL, value.board.cards)
            sums = (Cell(text, style=middle.bold) for text in (TOTAL, str(len(whole.cards))))
            body.append(Row((*sums, *counts(whole), self.total), least=fit.row, rule=0.5))
        return Table(columns, tuple(body), head=(head,), style=fit.style)


def axis_table(value: Summary, fit: Fit, width: float) -> Table:
    """By axis, with what changed since last time; in the first cycle with what is late or in danger."""
    word, first = value.settings.status_word, _axis_width(value, fit)
    room = _text_width(value, first, width) - 3.8

    def mark(card: Card) -> str:
        ranked = not value.first and card.change in ("better", "worse")
        return str(card.change) if ranked else card.status

    def cell(row: CountRow) -> Cell:
        cards = [card for card in row.cards if card.status in ("late", "warn")] if value.first else row.changed
        if not cards:
            return Cell(NOTHING, style=fit.middle)
        items: list[Sized] = [
            Inline((Symbol(mark(card), 2.8), Text(clipped(named(value, card), _CHANGED, room, 1), _CHANGED)), gap=1.0)
            for card in cards[: fit.named]
        ]
        if len(cards) > fit.named:
            items.append(Text(more_words(len(cards) - fit.named), _CHANGED))
        return Cell(Flow(tuple(items), fit.pitch, gap=2.0))

    head: Content | Block = f"{word('late')}・{word('warn')}の取組"
    if not value.first:
        arrows = ((Symbol("better", 2.8), BETTER), (Symbol("worse", 2.8), WORSE))
        signs = (Inline((symbol, Text(text, _HEAD_WORD)), gap=0.8) for symbol, text in arrows)
        head = Stack((Text(CHANGED_HEAD, HEAD), Inline(tuple(signs), gap=4.0, align="center")), gap=0.2)
    return _Counted(axis_word(value.plan), head, value.axes, cell, first=first).table(value, fit)


def main_table(value: Summary, fit: Fit, width: float) -> Table:
    """By 主管: how many have answered, in bold what is missing, and what is discussed; where they are few, on a line of
    its own behind what is missing."""
    few = len(value.mains) <= MOST_DEPARTMENTS
    room = _text_width(value, _NAME_WIDTH, width)

    def listed(cards: Sequence[Card], words: Callable[[Card], str]) -> list[str]:
        more = [more_words(len(cards) - fit.named)] if len(cards) > fit.named else []
        return [words(card) for card in cards[: fit.named]] + more

    def cell(row: CountRow) -> Cell:
        pieces = [Span(answered_of(row.answered, row.asked) if row.asked else NOTHING, bold=bool(row.missing))]
        if row.missing:
            units = listed(row.missing, lambda card: named(value, card))
            word, paper = value.settings.status_word("miss"), value.settings.paper
            words = missing_words(word, units, value.due, value.last_reminded(row), paper)
            pieces += [Span(word, bold=True) for word in words]
        discussed = [
            Span(word)
            for word in listed(
                row.discussed, lambda card: discussed_words(card.agenda_number or 0, card.short_name or card.name)
            )
        ]
        if row.missing and discussed and few:
            return Cell((*packed(pieces, fit.style, room, "　"), Span("\n"), *packed(discussed, fit.style, room, "　")))
        return Cell(packed([*pieces, *discussed], fit.style, room, "　"))

    total = Cell(answered_of(value.board.answered, value.board.asked))
    return _Counted(MAIN_HEAD, MAIN_TEXT_HEAD, value.mains, cell, total).table(value, fit)
