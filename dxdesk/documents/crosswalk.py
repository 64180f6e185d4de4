"""国の重点取組事項との対応表: which units answer to which national item, with every gap named."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from dxdesk.documents.blocks import At, Beside, Blank, Block, Inline, Sized, Stack, Whole
from dxdesk.documents.cells import CONTINUED, Cell, Column, Row
from dxdesk.documents.cycle_paper import compose_of_cycle
from dxdesk.documents.fonts import Face
from dxdesk.documents.frames import FRAME_T
from dxdesk.documents.ink import WHITE, Ink
from dxdesk.documents.lines import text_width
from dxdesk.documents.packing import packed_text
from dxdesk.documents.page import Printed, Sheet
from dxdesk.documents.paragraph import Text, write
from dxdesk.documents.styles import CELL, CELL_CENTER, NOTE, TITLE
from dxdesk.documents.symbols import Symbol
from dxdesk.documents.table import Table
from dxdesk.documents.text_style import TextStyle
from dxdesk.documents.unit_blocks import Flow, Panel, clipped, fitted
from dxdesk.documents.vertical import Vertical
from dxdesk.domain.crosswalk import CrosswalkRow, CrosswalkTable, MatchedUnit
from dxdesk.domain.statuses import STATUSES
from dxdesk.wording.crosswalk import (
    ALL_CONFIRMED,
    ALL_DRAFT,
    CATEGORIES,
    CROSSWALK_TITLE,
    DRAFT,
    DRAFT_NOTE,
    GAP_NOTE,
    HEADS,
    KEPT,
    LEGEND,
    NO_CROSSWALK,
    NO_ITEM,
    NO_MAIN,
    NO_UNIT,
    NOT_CONFIRMED,
    ONLY_RELATED,
    OWN_UNITS,
    WITH_MAIN,
    WITHOUT,
    more_items,
    number_words,
    of_all,
    silent_words,
    since_words,
    sub_words,
)
from dxdesk.wording.paper import NOTHING, plan_words

_SUB = TextStyle(Face.PROPORTIONAL, 9, 12)
_BOX_HEAD = TextStyle(Face.PROPORTIONAL_BOLD, 9, 12)
_COUNT = TextStyle(Face.PROPORTIONAL_BOLD, 15, 19, align="center")
_BOX_WORDS = TextStyle(Face.PROPORTIONAL, 8, 10.4)
_LINE = CELL.at(9.2, 12.76)
_WIDTHS: Final = (8.0, 10.0, 50.0, 48.5, 48.5)
_ACROSS: Final = 1.5
_LEAST: Final = 9.2
_BOXES: Final = 14.6
_COUNT_ROOM: Final = 12.0
_SYMBOL: Final = 3.1
_DOWN: Final = 0.7
"""So far below the top of a line its symbol stands in the middle of it."""

_BOX: Final = 41.25
_NAMED: Final = 4
"""So many names a box of the counts has room for."""
_NAME_FLOOR: Final = 8.2
_ROUND: Final = 0.8
"""So far the white of a hatched box reaches beyond its words."""
_HAIR: Final = 0.05


def compose_crosswalk(value: CrosswalkTable, *, made: str, number: str = "資料8") -> Printed:
    """国の重点取組事項との対応表 of a plan; ``made`` is an ISO moment."""
    return compose_of_cycle(value, CROSSWALK_TITLE, FRAME_T, lay_crosswalk, made=made, number=number)


def lay_crosswalk(sheet: Sheet, value: CrosswalkTable) -> None:
    """Lay the table from the current, still empty page on; for a plan without any match a sentence."""
    outer, sheet.head = sheet.head, lambda page: _draw_head(page, value, CONTINUED)
    _draw_head(sheet, value)
    said = value.settings.paper.said
    if not value.matched:
        sheet.place(Text(said(NO_CROSSWALK), CELL.at(10, 14)))
        sheet.head = outer
        return
    sheet.place(_counts(value, sheet.width))
    sheet.y += 2.4
    columns = tuple(Column(width, "", CELL_CENTER if at == 1 else CELL) for at, width in enumerate(_WIDTHS))
    names = _WIDTHS[-1] * sheet.width / sum(_WIDTHS) - 2 * _ACROSS
    head = Row((Cell(HEADS[0], columns=3), *HEADS[1:]))
    sheet.place(Table(columns, _rows(value, names), head=(head,), style=CELL, least=_LEAST))
    sheet.y += 1.4
    for block in _foot(value):
        sheet.place(block)
        sheet.y += 0.6
    sheet.head = outer


def _draw_head(sheet: Sheet, value: CrosswalkTable, continued: str = "") -> None:
    ink = sheet.ink
    title = CROSSWALK_TITLE + (DRAFT if value.draft else "") + continued
    style = fitted(title, TITLE, sheet.free - sheet.left - 4.0, 11.0)
    write(ink, sheet.left, 12.0, title, style)
    words = sub_words(value.version, plan_words(value.plan), value.settings.paper)
    sub = fitted(words, _SUB, sheet.width, 7.5)
    write(ink, sheet.left, 20.6, clipped(words, sub, sheet.width, 1), sub)
    sheet.y = sheet.frame.body


def _counts(value: CrosswalkTable, width: float) -> Table:
    """How many items have a unit, are only touched, have none; how many units have no item."""

    def named(rows: Sequence[CrosswalkRow]) -> list[str]:
        return [row.item.short_name for row in rows]

    def names(found: Sequence[str]) -> str:
        """The first of them, and how many others there are."""
        rest = [more_items(len(found) - _NAMED)] if len(found) > _NAMED else []
        return packed_text([*found[:_NAMED], *rest], _BOX_WORDS, room, value.settings.paper.said("、"))

    room = _BOX * width / sum(_WIDTHS) - _COUNT_ROOM - 4.0
    own = [_name(each) for each in value.own]
    cells = (
        _box(WITH_MAIN, len(value.with_main), of_all(len(value.rows))),
        _box(ONLY_RELATED, len(value.only_related), names(named(value.only_related))),
        _box(WITHOUT, len(value.gaps), names(named(value.gaps)), gap=bool(value.gaps)),
        _box(OWN_UNITS, len(own), names(own)),
    )
    columns = (Column(_BOX),) * len(cells)
    return Table(columns, (Row(cells),), least=_BOXES, padding=(2.0, 1.0))


def _box(head: str, count: int, words: str, *, gap: bool = False) -> Cell:
    number = Beside((At(0.0, Text(str(count), _COUNT), _COUNT_ROOM),))
    below = Beside((*number.parts, At(_COUNT_ROOM, Text(words, _BOX_WORDS), middle=True)))
    told = Stack((Text(head, _BOX_HEAD), below), gap=0.4)
    return Cell(_Plate(told), fill="hatch", valign="top") if gap else Cell(told, valign="top")


@dataclass(frozen=True)
class _Plate(Whole):
    """What a hatched box says, on white up to a narrow edge."""

    block: Block

    def height(self, width: float) -> float:
        """What it says."""
        return self.block.height(width)

    def draw(self, ink: Ink, x: float, y: float, width: float) -> None:
        """The white, then what it says."""
        ink.rect(x - _ROUND, y, width + 2 * _ROUND, self.height(width), weight=None, fill=WHITE)
        self.block.draw(ink, x, y, width)


def _rows(value: CrosswalkTable, names: float) -> tuple[Row, ...]:
    """A row for every item, those of a category together; units have ``names`` mm."""
    found: list[Row] = []
    for category, grouped in groupby(value.rows, key=lambda row: row.item.category):
        group = list(grouped)
        for at, row in enumerate(group):
            above = (_group(category, len(group)),) if at == 0 else ()
            found.append(Row((*above, *_item(row, value, names)), rule=0.5 if at == 0 else None))
    if value.own:
        units = Cell(_units(value.own, value, names, bold=True))
        cells = (_group("own", 1), NOTHING, NO_ITEM, units, Cell(NOTHING, align="center"))
        found.append(Row(cells, rule=0.5))
    return tuple(found)


def _group(category: str, rows: int) -> Cell:
    """The name of a group of items downwards; where it goes on on another page it stands there again."""
    style = _BOX_HEAD.at(9.0, 11.6)
    return Cell(Vertical(CATEGORIES[category], style), rows=rows)


def _item(row: CrosswalkRow, value: CrosswalkTable, names: float) -> tuple[str | Cell, ...]:
    name = row.item.name + (f"\n{since_words(row.since)}" if row.since else "")
    number = value.settings.paper.numerals(number_words(row.item)) or NOTHING
    if not row.main and not row.related:
        return number, name, Cell(_gap(NO_UNIT), columns=2, fill="hatch")
    main = Cell(_units(row.main, value, names, bold=True)) if row.main else Cell(_gap(NO_MAIN), fill="hatch")
    related = Cell(_units(row.related, value, names, bold=False)) if row.related else Cell(NOTHING, align="center")
    return number, name, main, related


def _gap(words: str) -> Block:
    return Panel(Text(words, CELL_CENTER.bold))


def _name(unit: MatchedUnit) -> str:
    return f"{unit.number} {unit.card.short_name or unit.card.name}"


def _units(units: Sequence[MatchedUnit], value: CrosswalkTable, room: float, *, bold: bool) -> Block:
    """A line of ``room`` mm for each unit: how it stands, its number, its name, a little smaller where it needs to."""
    style = _LINE.bold if bold else _LINE
    wide = max(text_width(each.number, style) for each in units)
    number = min(wide, 12.0) + 0.2
    left = _SYMBOL + number + 2.0

    def name(unit: MatchedUnit) -> Text:
        words = _named(unit, value)
        fit = fitted(words, style, room - left - _HAIR, _NAME_FLOOR)
        return Text(words, fit if text_width(words, fit) <= room - left else style)

    return Stack(
        tuple(
            Beside(
                (
                    At(0.0, Stack((Blank(_DOWN), Symbol(each.card.status, _SYMBOL))), _SYMBOL),
                    At(_SYMBOL + 1.0, Text(each.number, style.aligned("right")), number),
                    At(left, name(each)),
                )
            )
            for each in units
        )
    )


def _named(unit: MatchedUnit, value: CrosswalkTable) -> str:
    return (unit.card.short_name or unit.card.name) + ("" if unit.confirmed or value.draft else DRAFT)


def _foot(value: CrosswalkTable) -> list[Block]:
    """The signs, which units nothing is said of, how far the matches are confirmed, what becomes of the table."""
    said = value.settings.paper.said
    shown = {card.status for card in value.board.cards}
    signs: list[Sized] = [Text(LEGEND, NOTE.bold)]
    signs += [
        Inline((Symbol(key, 2.9), Text(value.settings.status_word(key), NOTE)), gap=0.9)
        for key in STATUSES
        if key in shown
    ]
    signs.append(Text(said(GAP_NOTE), NOTE))
    if not value.confirmed and not value.draft:
        signs.append(Text(said(DRAFT_NOTE), NOTE))
    found: list[Block] = [Flow(tuple(signs), pitch=4.4, indent=6.0)]
    if value.silent:
        names = [f"{card.number} {card.short_name or card.name}" for card in value.silent]
        found.append(Text(said(silent_words("、".join(names))), NOTE))
    how = ALL_CONFIRMED if value.confirmed else ALL_DRAFT if value.draft else NOT_CONFIRMED
    found.append(Text(said(how + KEPT), NOTE))
    return found
