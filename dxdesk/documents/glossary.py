"""用語集: the terms of a plan with all that is said of them, a paper of its own or behind the papers that use them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from dxdesk.documents.blocks import Block, Stack
from dxdesk.documents.cells import Cell, Column, Row
from dxdesk.documents.cycle_paper import compose_of_cycle
from dxdesk.documents.fonts import Face
from dxdesk.documents.frames import FRAME_T
from dxdesk.documents.packing import packed_text
from dxdesk.documents.page import Printed, Sheet
from dxdesk.documents.paragraph import Text, write
from dxdesk.documents.styles import CELL, TITLE
from dxdesk.documents.table import Table
from dxdesk.documents.text_style import TextStyle
from dxdesk.documents.unit_blocks import clipped, fitted
from dxdesk.domain.glossary import Glossary, GlossaryEntry
from dxdesk.wording.glossary import (
    GLOSSARY_TITLE,
    HEADS,
    IN_ORDER,
    NO_TERMS,
    count_words,
    number_words,
    source_words,
)
from dxdesk.wording.paper import NOTHING, plan_words

_SUB = TextStyle(Face.PROPORTIONAL, 9, 12)
_ALIAS = TextStyle(Face.PROPORTIONAL, 7.8, 10.4, whole_last_line=True, phrases=True)
_SOURCE = _ALIAS
_ACROSS: Final = 1.5
_WIDTHS: Final = ((47.0, 93.0, 25.0), (47.0, 83.0, 35.0), (57.0, 74.0, 34.0))
"""The usual widths, and those that are taken where long sources or long names make the table lower."""
_LEAST: Final = 7.2
_LEAST_NAME: Final = 7.5
_SEAMS: Final = re.compile(r"(?<=[・、 ])|(?=[（(])|(?<=[一-龠ぁ-ん])(?=[ァ-ヴ])")
"""Where the words of a term part: デジタル・｜トランスフォーメーション｜（DX）, 改革共創｜プラットフォーム."""


def compose_glossary(value: Glossary, *, made: str, number: str = "参考") -> Printed:
    """用語集 of a plan; ``made`` is an ISO moment."""
    return compose_of_cycle(value, GLOSSARY_TITLE, FRAME_T, lay_glossary, made=made, number=number)


def lay_glossary(sheet: Sheet, value: Glossary) -> None:
    """Lay the terms from the current, still empty page on; where there is none that is said in a sentence."""
    outer, sheet.head = sheet.head, lambda page: _draw_head(page, value)
    _draw_head(sheet, value)
    if value.entries:
        tables = [_table(value, widths, sheet.width) for widths in _WIDTHS]
        sheet.place(min(tables, key=lambda table: table.height(sheet.width)))
    else:
        sheet.place(Text(value.settings.paper.said(NO_TERMS), CELL.at(10, 14)))
    sheet.head = outer


def _table(value: Glossary, widths: Sequence[float], width: float) -> Table:
    columns = tuple(Column(*each) for each in zip(widths, HEADS, (CELL.bold, CELL, _SOURCE), strict=True))
    scale = width / sum(widths)
    rooms = (widths[0] * scale - 2 * _ACROSS, widths[-1] * scale - 2 * _ACROSS)
    rows = tuple(row for entry in value.entries for row in _rows(entry, value.plan.title, *rooms))
    return Table(columns, rows, style=CELL, least=_LEAST)


def _draw_head(sheet: Sheet, value: Glossary) -> None:
    ink, said = sheet.ink, value.settings.paper.said
    write(ink, sheet.left, 12.0, GLOSSARY_TITLE, TITLE)
    words = f"{plan_words(value.plan)}　{count_words(len(value.entries))}"
    if value.used:
        words += f"　{said(IN_ORDER)}"
    sub = fitted(words, _SUB, sheet.width, 7.5)
    write(ink, sheet.left, 20.6, clipped(words, sub, sheet.width, 1), sub)
    sheet.y = sheet.frame.body


def _rows(entry: GlossaryEntry, plan: str, name_room: float, room: float) -> list[Row]:
    """A row for each definition, the term beside all of them in ``name_room`` mm, its source in ``room`` mm."""
    found = []
    for at, term in enumerate(entry.definitions):
        name = (Cell(_name(entry, name_room), rows=len(entry.definitions), valign="top"),) if at == 0 else ()
        words = packed_text(source_words(term, plan), _SOURCE, room, "")
        source = Cell(words, valign="top") if words else Cell(NOTHING, align="center", valign="top")
        found.append(Row((*name, Cell(term.definition, valign="top"), source)))
    return found


def _name(entry: GlossaryEntry, room: float) -> Block:
    """The term and below it what else it is called, in ``room`` mm."""
    number = f"{number_words(entry.number)}　" if entry.number is not None else ""
    reading = f"（{entry.reading}）" if entry.reading else ""
    blocks: list[Block] = [_whole_words(f"{number}{entry.term}{reading}", CELL.bold, room)]
    if entry.aliases:
        blocks.append(_whole_words("、".join(entry.aliases), _ALIAS, room))
    return Stack(tuple(blocks), gap=0.3)


def _whole_words(text: str, style: TextStyle, room: float) -> Text:
    """A long word in katakana keeps its line, in a slightly smaller type where only that does it."""
    words = _SEAMS.split(text)
    own = min((fitted(each, style, room, _LEAST_NAME) for each in words), key=lambda each: each.size)
    return Text(packed_text(words, own, room, ""), own)
