"""伺い and 供覧 of a meeting: its agenda for those who approve it, its results for those who read them."""

from __future__ import annotations

import re
from datetime import date, datetime

from dxdesk.documents.agenda import AgendaPaper, place_handouts, place_items, place_when_and_where
from dxdesk.documents.blocks import Block
from dxdesk.documents.cells import Cell, Column, Row
from dxdesk.documents.fonts import Face
from dxdesk.documents.ink import POINTS
from dxdesk.documents.minutes_parts import MinutesPaper
from dxdesk.documents.minutes_tables import actions_table, decisions_table
from dxdesk.documents.page import FRAME_T, Footer, Printed, Sheet
from dxdesk.documents.paragraph import Text
from dxdesk.documents.seals import SealBoxes, SealGroup
from dxdesk.documents.styles import CELL, LETTER, SECTION, body
from dxdesk.documents.table import Table, beginning
from dxdesk.documents.text_style import TextStyle
from dxdesk.domain.meetings import seats
from dxdesk.domain.minutes_draft import full_name, meeting_name, meeting_time, occasion_of
from dxdesk.domain.paper import Paper
from dxdesk.wording.approval import (
    APPROVAL,
    APPROVAL_TITLE,
    CARRIED_OUT,
    CIRCULATION,
    CIRCULATION_TITLE,
    CONSULTATION,
    DECIDED,
    DECISIONS,
    DRAFTED,
    HELD,
    MADE,
    NONE_DECIDED,
    NONE_GIVEN,
    NOT_PUBLIC,
    NUMBER,
    OPENNESS,
    PLEASE_APPROVE,
    PLEASE_APPROVE_ONLY,
    PLEASE_READ,
    RETENTION,
    actions_head,
    handed_to,
)
from dxdesk.wording.paper import NOTHING, foot_left, foot_right

_TITLE = TextStyle(Face.PROPORTIONAL_BOLD, 13, 17, align="center")
_MEETING = TextStyle(Face.PROPORTIONAL_BOLD, 14, 19, align="center")
_LABEL = CELL.bold.aligned("center")
_VALUE = CELL.aligned("center")
_TITLE_TOP, _SEALS_TOP = 12.0, 22.0
_CONSULTED = 16.5
_INSET, _UNDER = 7.0, 0.8


def compose_approval(paper: AgendaPaper) -> Printed:
    """The 決裁 copy of an agenda with its papers; it is never handed out. The same value gives the same bytes."""
    return lay_approval(paper).finish()


def lay_approval(paper: AgendaPaper) -> Sheet:
    """The same while its pages have no foot lines yet."""
    town = paper.settings.paper
    sheet = _begin(paper, APPROVAL_TITLE)
    groups = (
        SealGroup(APPROVAL, town.approvers),
        SealGroup(CONSULTATION, town.consulted, _CONSULTED),
    )
    day = datetime.fromisoformat(paper.made).astimezone().date()
    blank = _open_day(day, town)
    facts = (
        (NUMBER, town.document_number),
        (DRAFTED, town.plain_date(day)),
        (DECIDED, blank),
        (RETENTION, town.retention),
        (CARRIED_OUT, blank),
        (OPENNESS, NOT_PUBLIC),
    )
    _place_top(sheet, APPROVAL_TITLE, SealBoxes(groups), _facts(facts))
    sheet.place(Text(town.said(PLEASE_APPROVE if paper.handouts else PLEASE_APPROVE_ONLY), paper.line, first=1))
    sheet.skip(2.4)
    title = f"{full_name(paper.record.meeting, paper.cycle, paper.board.town)}　次第"
    sheet.place(Text(title, _MEETING))
    sheet.skip(2.0)
    place_when_and_where(sheet, paper)
    sheet.skip(3.0)
    place_items(sheet, paper, 4.0)
    sheet.skip(4.0)
    members = len(seats(paper.record.attendance))
    words = handed_to(paper.phrases.position("member"), members, paper.phrases.say("secretariat")) if members else ""
    place_handouts(sheet, paper, town.said(words))
    return sheet


def compose_circulation(paper: MinutesPaper) -> Printed:
    """The results of a meeting for those who read them: decisions and 宿題. The same value gives the same bytes."""
    town, meeting = paper.settings.paper, paper.record.meeting
    sheet = _begin(paper, CIRCULATION_TITLE)
    line = body(LETTER, town)
    facts = (
        (NUMBER, town.document_number),
        (MADE, town.plain_date(datetime.fromisoformat(paper.made).astimezone().date())),
        (HELD, town.plain_date(meeting.day)),
        (RETENTION, town.retention),
        (OPENNESS, NOT_PUBLIC),
        (town.minutes_title, paper.version_words),
    )
    _place_top(sheet, CIRCULATION_TITLE, SealBoxes((SealGroup(CIRCULATION, town.readers),)), _facts(facts))
    sheet.place(Text(town.said(PLEASE_READ), line, first=1))
    sheet.skip(2.4)
    sheet.place(Text(full_name(meeting, paper.cycle, paper.board.town), _MEETING))
    sheet.skip(2.0)
    for words in (meeting_time(meeting, paper.phrases), meeting.place or NOTHING):
        sheet.place(Text(words, line.aligned("center")))
    sheet.skip(3.0)
    _place_results(sheet, paper, DECISIONS, decisions_table(paper), NONE_DECIDED)
    word = actions_head(paper.settings.action_word)
    _place_results(sheet, paper, word, actions_table(paper, sheet.width), NONE_GIVEN)
    return sheet.finish()


def _begin(paper: AgendaPaper | MinutesPaper, title: str) -> Sheet:
    meeting, town = paper.record.meeting, paper.settings.paper
    about = occasion_of(paper.board, paper.cycle, meeting, town)
    footer = Footer(foot_left(about), foot_right(about, paper.made))
    return Sheet(FRAME_T.for_town(town), f"{meeting_name(meeting, paper.cycle)}　{title}", paper.board.town, footer)


def _place_top(sheet: Sheet, title: str, seals: Block, facts: Table) -> None:
    """Title, boxes, facts."""
    sheet.y = _TITLE_TOP - (_TITLE.line - _TITLE.size) / 2 / POINTS
    sheet.place(Text(title, _TITLE))
    sheet.y = max(_SEALS_TOP, sheet.y + 2.0)
    sheet.place(seals)
    sheet.skip(2.5 if seals.height(sheet.width) else 0.0)
    sheet.place(facts)
    sheet.skip(4.5)


def _facts(facts: tuple[tuple[str, str], ...]) -> Table:
    """Words and what they are, three pairs in a row."""
    cells = [(Cell(word, style=_LABEL, fill="head"), Cell(value, style=_VALUE)) for word, value in facts]
    rows = tuple(Row(tuple(cell for pair in cells[at : at + 3] for cell in pair), least=7.2) for at in (0, 3))
    return Table((Column(22.0), Column(33.0)) * 3, rows, head=(), padding=(1.0, 0.9))


def _open_day(day: date, paper: Paper) -> str:
    """A year with room for month and day."""
    return re.sub(r"[0-9０-９]+月[0-9０-９]+日$", "", paper.plain_date(day)) + "　　月　　日"


def _place_results(sheet: Sheet, paper: MinutesPaper, title: str, table: Table | None, none: str) -> None:
    if table is None:
        sheet.place(Text(title, SECTION), keep=10.0)
        sheet.place(Text(paper.settings.paper.said(none), CELL))
    else:
        sheet.place(Text(title, SECTION), keep=beginning(table, sheet.width) + _UNDER)
        sheet.skip(_UNDER)
        sheet.place(table)
    sheet.skip(4.0)
