"""前回の決定と宿題の処理状況: the decisions of the last meeting beside its 宿題, each with how far it is and why."""

from __future__ import annotations

from typing import Final

from dxdesk.documents.action_list import action_table
from dxdesk.documents.blocks import Block
from dxdesk.documents.cells import Cell, Column, Row
from dxdesk.documents.fonts import Face
from dxdesk.documents.initiative_sheet_parts import Heading
from dxdesk.documents.page import Sheet
from dxdesk.documents.paragraph import Text, write
from dxdesk.documents.styles import CELL, CELL_CENTER, TITLE
from dxdesk.documents.table import Table, beginning
from dxdesk.documents.text_style import TextStyle
from dxdesk.documents.unit_blocks import clipped, fitted, numbered_name
from dxdesk.domain.last_meeting import DecidedLast, LastMeeting
from dxdesk.wording.actions import STATE_WORDS
from dxdesk.wording.last_meeting import (
    ACTION_HEADS,
    DECIDED,
    DECISION,
    DECISION_HEADS,
    NOTHING_DECIDED,
    NOTHING_GIVEN,
    actions_title,
    counted_words,
    sub_words,
    title_words,
)
from dxdesk.wording.meeting import COUNCIL, RESULT_SHORT
from dxdesk.wording.paper import NOTHING

_SUB = TextStyle(Face.PROPORTIONAL, 9, 12)
_WIDTHS: Final = (16.0, 63.0, 41.0, 19.0, 26.0)
_LEAST: Final = 8.0
_UNIT_ROOM: Final = 36.7
"""What a cell of 41 mm holds, on a page that is bound too."""


def lay_last_meeting(sheet: Sheet, value: LastMeeting) -> None:
    """Lay both tables from the current, still empty page on; where one has nothing, a sentence in its place."""
    outer, sheet.head = sheet.head, lambda page: _draw_head(page, value)
    _draw_head(sheet, value)
    word, said = value.settings.action_word, value.settings.paper.said
    done = sum(each.action.state == "done" for each in value.actions)
    _place(
        sheet,
        Heading(f"1　{DECIDED}"),
        _decisions(value) if value.decisions else Text(said(NOTHING_DECIDED), CELL),
    )
    sheet.skip(3.0)
    _place(
        sheet,
        Heading(f"2　{actions_title(word)}", counted_words(done, len(value.actions)) if value.actions else ""),
        action_table(value.actions, value.settings, value.today, ACTION_HEADS)
        if value.actions
        else Text(said(NOTHING_GIVEN.format(word=word)), CELL),
    )
    sheet.head = outer


def _place(sheet: Sheet, heading: Heading, block: Block) -> None:
    sheet.place(heading, keep=beginning(block, sheet.width) + 0.4)
    sheet.y += 0.4
    sheet.place(block)


def _draw_head(sheet: Sheet, value: LastMeeting) -> None:
    ink, paper, room = sheet.ink, value.settings.paper, sheet.free - sheet.left - 4.0
    title = title_words(value.settings.action_word)
    style = fitted(title, TITLE, room, 11.0)
    write(ink, sheet.left, 12.0, clipped(title, style, room, 1), style)
    words = sub_words(value.name, paper.plain_date(value.day), paper.plain_date(value.today))
    sub = fitted(words, _SUB, sheet.width, 7.5)
    write(ink, sheet.left, 20.6, clipped(words, sub, sheet.width, 1), sub)
    sheet.y = sheet.frame.body


def _decisions(value: LastMeeting) -> Table:
    word = value.settings.action_word
    styles = (CELL_CENTER, CELL, CELL, CELL_CENTER.bold, CELL)
    heads = [each.format(word=word) for each in DECISION_HEADS]
    columns = tuple(Column(*each) for each in zip(_WIDTHS, heads, styles, strict=True))
    return Table(columns, tuple(_row(each, word) for each in value.decisions), least=_LEAST)


def _row(decided: DecidedLast, word: str) -> Row:
    """A decision with its 宿題 and how far each of them is."""
    decision = decided.decision
    result = RESULT_SHORT[decision.result] + (f"\n{COUNCIL}" if decision.council else "")
    along = [f"{word[:1]}{each.numbered.number} {STATE_WORDS[each.action.state]}" for each in decided.actions]
    actions = Cell("\n".join(along)) if along else Cell(NOTHING, align="center")
    return Row((DECISION + decided.number, decision.words, numbered_name(decided.subject, _UNIT_ROOM), result, actions))
