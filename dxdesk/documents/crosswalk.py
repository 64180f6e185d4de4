"""国の重点取組事項との対応表: which units answer to which national item, with every gap named."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Final

from dxdesk.documents.blocks import At, Beside, Blank, Block, Inline, Sized, Stack, Vertical
from dxdesk.documents.cells import Cell, Column, Row
from dxdesk.documents.fonts import Face
from dxdesk.documents.frames import FRAME_T, Footer
from dxdesk.documents.page import Printed, Sheet
from dxdesk.documents.paragraph import Text, TextStyle, text_width, write
from dxdesk.documents.styles import CELL, CELL_CENTER, NOTE, TITLE
from dxdesk.documents.symbols import Symbol
from dxdesk.documents.table import Table
from dxdesk.documents.unit_blocks import Flow, clipped, fitted
from dxdesk.domain.crosswalk import CrosswalkRow, CrosswalkTable, MatchedUnit
from dxdesk.domain.letters import unit_numbers
from dxdesk.domain.sheets import occasion
from dxdesk.domain.statuses import STATUSES
from dxdesk.wording.crosswalk import (
    ALL_CONFIRMED,
    CATEGORIES,
    CROSSWALK_TITLE,
    DRAFT,
    HEADS,
    KEPT,
    LEGEND,
    LEGEND_NOTE,
    NO_CROSSWALK,
    NO_ITEM,
    NO_MAIN,
    NO_UNIT,
    NOT_CONFIRMED,
    ONLY_RELATED,
    OWN_UNITS,
    WITH_MAIN,
    WITHOUT,
    number_words,
    of_all,
    silent_words,
    since_words,
    sub_words,
)
from dxdesk.wording.paper import NOTHING, foot_left, foot_right, plan_words

_SUB = TextStyle(Face.PROPORTIONAL, 9, 12)
_BOX_HEAD = TextStyle(Face.PROPORTIONAL_BOLD, 9, 12)
_COUNT = TextStyle(Face.PROPORTIONAL_BOLD, 15, 19, align="center")
_BOX_WORDS = TextStyle(Face.PROPORTIONAL, 8, 10.4)
_LINE = CELL.at(9.2, 12.76)
_WIDTHS: Final = (8.0, 10.0, 55.0, 46.0, 46.0)
_LEAST: Final = 9.2
_BOXES: Final = 14.6
_COUNT_ROOM: Final = 12.0
_SYMBOL: Final = 3.1
_DOWN: Final = 0.7
"""So far below the top of a line its symbol stands in the middle of it."""

_NAMED: Final = 4
"""So many names a box of the counts has room for."""


def compose_crosswalk(value: CrosswalkTable, *, made: str, number: str = "資料8") -> Printed:
    """国の重点取組事項との対応表 of a plan; ``made`` is an ISO moment."""
    about = occasion(value.board, value.settings.paper)
    footer = Footer(foot_left(about), foot_right(about, made))
    title = f"{value.plan.title}　{CROSSWALK_TITLE}"
    sheet = Sheet(FRAME_T.for_town(value.settings.paper), title, value.board.town, footer, number=number)
    lay_crosswalk(sheet, value)
    return sheet.finish()


def lay_crosswalk(sheet: Sheet, value: CrosswalkTable) -> None:
    """Lay the table from the current, still empty page on; for a plan without any match a sentence."""
    outer, sheet.head = sheet.head, lambda page: _draw_head(page, value)
    _draw_head(sheet, value)
    said = value.settings.paper.said
    if not value.matched:
        sheet.place(Text(said(NO_CROSSWALK), CELL.at(10, 14)))
        sheet.head = outer
        return
    sheet.place(_counts(value))
    sheet.y += 2.4
    columns = tuple(Column(width, "", CELL_CENTER if at == 1 else CELL) for at, width in enumerate(_WIDTHS))
    head = Row((Cell(HEADS[0], columns=3), *HEADS[1:]))
    sheet.place(Table(columns, _rows(value), head=(head,), style=CELL, least=_LEAST))
    sheet.y += 1.4
    for block in _foot(value):
        sheet.place(block)
        sheet.y += 0.6
    sheet.head = outer


def _draw_head(sheet: Sheet, value: CrosswalkTable) -> None:
    ink = sheet.ink
    style = fitted(CROSSWALK_TITLE, TITLE, sheet.free - sheet.left - 4.0, 11.0)
    write(ink, sheet.left, 12.0, CROSSWALK_TITLE, style)
    words = sub_words(value.version, plan_words(value.plan), value.settings.paper)
    sub = fitted(words, _SUB, sheet.width, 7.5)
    write(ink, sheet.left, 20.6, clipped(words, sub, sheet.width, 1), sub)
    sheet.y = sheet.frame.body


def _counts(value: CrosswalkTable) -> Table:
    """How many items have a unit, are only touched, have none; how many units have no item."""

    def named(rows: Sequence[CrosswalkRow]) -> list[str]:
        return [row.item.short_name for row in rows]

    own = [_name(each) for each in value.own]
    cells = (
        _box(WITH_MAIN, len(value.with_main), of_all(len(value.rows))),
        _box(ONLY_RELATED, len(value.only_related), _names(named(value.only_related))),
        _box(WITHOUT, len(value.gaps), _names(named(value.gaps)), gap=bool(value.gaps)),
        _box(OWN_UNITS, len(own), _names(own)),
    )
    columns = (Column(41.25),) * len(cells)
    return Table(columns, (Row(cells),), least=_BOXES, padding=(2.0, 1.0))


def _names(names: Sequence[str]) -> str:
    """The first names, and how many others there are."""
    rest = len(names) - _NAMED
    return "、".join(names[:_NAMED]) + (f"ほか{rest}" if rest > 0 else "")


def _box(head: str, count: int, words: str, *, gap: bool = False) -> Cell:
    number = Beside((At(0.0, Text(str(count), _COUNT), _COUNT_ROOM, middle=True),))
    below = Beside((*number.parts, At(_COUNT_ROOM, Text(words, _BOX_WORDS), middle=True)))
    return Cell(Stack((Text(head, _BOX_HEAD), below), gap=0.4), fill="hatch" if gap else None, valign="top")


def _rows(value: CrosswalkTable) -> tuple[Row, ...]:
    found: list[Row] = []
    for category, grouped in groupby(value.rows, key=lambda row: row.item.category):
        group = list(grouped)
        for at, row in enumerate(group):
            above = (_group(category, len(group)),) if at == 0 else ()
            found.append(Row((*above, *_item(row, value)), rule=0.5 if at == 0 else None))
    if value.own:
        cells = (_group("own", 1), NOTHING, NO_ITEM, Cell(_units(value.own, bold=True)), Cell(NOTHING, align="center"))
        found.append(Row(cells, rule=0.5))
    return tuple(found)


def _group(category: str, rows: int) -> Cell:
    """The name of a group of items downwards; where it goes on on another page it stands there again."""
    style = _BOX_HEAD.at(9.0, 11.6)
    return Cell(Vertical(CATEGORIES[category], style), rows=rows)


def _item(row: CrosswalkRow, value: CrosswalkTable) -> tuple[str | Cell, ...]:
    name = row.item.name + (f"\n{since_words(row.since)}" if row.since else "")
    number = value.settings.paper.numerals(number_words(row.item)) or NOTHING
    if not row.main and not row.related:
        return number, name, Cell(NO_UNIT, columns=2, fill="hatch", style=CELL_CENTER.bold)
    main = Cell(_units(row.main, bold=True)) if row.main else Cell(NO_MAIN, fill="hatch", style=CELL_CENTER.bold)
    related = Cell(_units(row.related, bold=False)) if row.related else Cell(NOTHING, align="center")
    return number, name, main, related


def _name(unit: MatchedUnit) -> str:
    return f"{unit.number} {unit.card.short_name or unit.card.name}"


def _units(units: Sequence[MatchedUnit], *, bold: bool) -> Block:
    """A line for each unit: how it stands, its number, its name."""
    style = _LINE.bold if bold else _LINE
    wide = max(text_width(each.number, style) for each in units)
    number = min(wide, 12.0) + 0.2
    return Stack(
        tuple(
            Beside(
                (
                    At(0.0, Stack((Blank(_DOWN), Symbol(each.card.status, _SYMBOL))), _SYMBOL),
                    At(_SYMBOL + 1.0, Text(each.number, style.aligned("right")), number),
                    At(_SYMBOL + number + 2.2, Text(_named(each), style)),
                )
            )
            for each in units
        )
    )


def _named(unit: MatchedUnit) -> str:
    return (unit.card.short_name or unit.card.name) + ("" if unit.confirmed else DRAFT)


def _foot(value: CrosswalkTable) -> list[Block]:
    """The signs, which units nothing is said of, how far the matches are confirmed, what becomes of the table."""
    said, numbers = value.settings.paper.said, unit_numbers(value.board.cards)
    shown = {card.status for card in value.board.cards}
    signs: list[Sized] = [Text(LEGEND, NOTE.bold)]
    signs += [
        Inline((Symbol(key, 2.9), Text(value.settings.status_word(key), NOTE)), gap=0.9)
        for key in STATUSES
        if key in shown
    ]
    found: list[Block] = [Flow((*signs, Text(said(LEGEND_NOTE), NOTE)), pitch=4.4, indent=6.0)]
    if value.silent:
        names = [f"{numbers[card.unit]} {card.short_name or card.name}" for card in value.silent]
        found.append(Text(said(silent_words("、".join(names))), NOTE))
    found.append(Text(said((ALL_CONFIRMED if value.confirmed else NOT_CONFIRMED) + KEPT), NOTE))
    return found
