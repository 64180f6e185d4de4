"""確認票: what a department is about to hand in, for the eyes and the seals of its 所属長."""

from __future__ import annotations

from collections.abc import Sequence

from dxdesk.documents.blocks import Blank, Inline, Stack
from dxdesk.documents.cells import Cell, Column, Row, band
from dxdesk.documents.form import draw_continued, draw_subject, form_frame, place_with_foot
from dxdesk.documents.ink import HEAD_GREY
from dxdesk.documents.page import Footer, Printed, Sheet
from dxdesk.documents.paragraph import Text, write
from dxdesk.documents.styles import CELL, CELL_BOLD, HEAD, NOTE, TITLE
from dxdesk.documents.symbols import CheckBox
from dxdesk.documents.table import Table
from dxdesk.documents.unit_blocks import Panel, said, status_line
from dxdesk.domain.letters import Confirmation, Letterhead, WrittenUnit
from dxdesk.domain.paper import Paper
from dxdesk.domain.settings import Settings
from dxdesk.domain.sheets import Occasion
from dxdesk.domain.statuses import as_status
from dxdesk.wording.directions import NEXT_YEAR, OF_NEXT_YEAR, outlook_words
from dxdesk.wording.letters import (
    ASK,
    CHECK,
    CHECKS,
    CONFIRMATION_TITLE,
    CONFIRMED,
    DECIDERS,
    DECISION,
    DIFFERS,
    HANDED_NOTE,
    ISSUES,
    NEXT,
    NOT_WRITTEN,
    RESULTS,
    STATUS,
    answered_words,
    part_words,
)
from dxdesk.wording.paper import FORM_SAMPLE_NOTE, foot_left, foot_right, meeting_words

_LABEL = CELL.bold.aligned("center")
_SEAL, _SEAL_HEAD, _SEAL_HIGH = 17.2, 5.6, 18.0
_STRIP = 6.0
_SIGN = 9.5
_WIDTHS = (29.0, 136.0)
_SUB = 20.6
_PADDINGS = ((1.5, 1.2), (1.5, 0.6))
"""The space within the cells, and where that saves a page."""


def compose_confirmation(
    confirmations: Sequence[Confirmation], head: Letterhead, occasion: Occasion, settings: Settings, *, made: str
) -> Printed:
    """確認票 of departments, each on a new page; ``made`` is an ISO moment."""
    footer = Footer(foot_left(occasion), foot_right(occasion, made, FORM_SAMPLE_NOTE), by_part=True)
    sheet = Sheet(form_frame(settings), CONFIRMATION_TITLE, occasion.town, footer)
    for at, each in enumerate(confirmations):
        sheet.head = None
        if at:
            sheet.next_page(sheet.frame)
        lay_confirmation(sheet, each, head, occasion, settings)
    return sheet.finish()


def lay_confirmation(
    sheet: Sheet, confirmation: Confirmation, head: Letterhead, occasion: Occasion, settings: Settings
) -> None:
    """Lay the 確認票 of a department from the current, still empty page on."""
    subject = confirmation.department
    draw_subject(sheet, subject)
    sheet.y = 12.0
    sheet.place(Text(CONFIRMATION_TITLE, TITLE))
    sheet.y = _SUB
    sheet.place(Text(f"{meeting_words(occasion)}　提出期限 {settings.paper.long_date(head.due)}", NOTE))
    sheet.y = 28.0
    _draw_seals(sheet, sheet.y)
    sheet.place(_facts(confirmation, head, settings.paper), width=sheet.width - len(DECIDERS) * _SEAL - 5.0)
    sheet.y = 28.0 + _STRIP + _SEAL_HEAD + _SEAL_HIGH + 3.0
    sheet.head = lambda page: draw_continued(page, CONFIRMATION_TITLE, subject)
    foot = Stack((Blank(2.0), _signature(settings.paper), Blank(1.0), Text(settings.paper.said(HANDED_NOTE), CELL)))
    rows = [row for each in confirmation.units for row in _rows(each, settings)]
    columns = tuple(Column(width) for width in _WIDTHS)
    tables = [Table(columns, tuple(rows), head=(), padding=padding) for padding in _PADDINGS]
    place_with_foot(sheet, tables, foot.height(sheet.width))
    sheet.place(foot)


def _draw_seals(sheet: Sheet, y: float) -> None:
    """決裁欄: a box for the seal of each who decides."""
    ink, wide = sheet.ink, len(DECIDERS) * _SEAL
    left = sheet.right - wide
    ink.rect(left, y, wide, _STRIP, weight=None, fill=HEAD_GREY)
    write(ink, left + wide / 2, y + (_STRIP - HEAD.em) / 2, DECISION, HEAD, "center")
    top = y + _STRIP
    for at, word in enumerate(DECIDERS):
        x = left + at * _SEAL
        write(ink, x + _SEAL / 2, top + (_SEAL_HEAD - HEAD.em) / 2, word, HEAD, "center")
        if at:
            ink.line(x, top, x, top + _SEAL_HEAD + _SEAL_HIGH)
    for line in (top, top + _SEAL_HEAD):
        ink.line(left, line, sheet.right, line)
    ink.rect(left, y, wide, _STRIP + _SEAL_HEAD + _SEAL_HIGH, weight=0.5)


def _facts(confirmation: Confirmation, head: Letterhead, paper: Paper) -> Table:
    def label(word: str) -> Cell:
        return Cell(word, style=_LABEL, fill="head")

    rows = (
        Row((label("基準日"), paper.long_date(head.as_of))),
        Row((label("取組"), answered_words(confirmation.answered, len(confirmation.units)))),
        Row((label("記入者"), confirmation.writer)),
        Row((label("記入日"), Cell(paper.blank_date, style=CELL))),
    )
    return Table((Column(20.0), Column(71.0)), rows, head=(), least=(_STRIP + _SEAL_HEAD + _SEAL_HIGH) / len(rows))


def _rows(unit: WrittenUnit, settings: Settings) -> list[Row]:
    """The rows of one unit, kept together; one without an answer is hatched."""
    asked = unit.asked
    rows = [band(f"{asked.number}　{asked.name}　　{part_words(asked)}")]
    answer = unit.answer
    if answer is None:
        miss = status_line("miss", settings, CELL_BOLD, 3.8)
        none = (miss.symbol, miss.word, Text(settings.paper.said(NOT_WRITTEN), CELL))
        mark = Inline((Text(settings.paper.said(DIFFERS), CELL),) if unit.conflict else none, gap=2.0, align="center")
        rows.append(Row((Cell(Panel(mark), columns=2, fill="hatch"),), least=_SIGN))
        return rows
    stage = Inline((Text(f"（{settings.stage_word(answer.stage)}）", CELL),)) if answer.stage else None
    status = as_status(answer.status) if answer.status else None
    line = status_line(status, settings, CELL_BOLD, 3.8, after=stage) if status else ""
    texts = [(RESULTS, answer.results), (ISSUES, answer.issues), (NEXT, answer.next)]
    texts += [(ASK, answer.ask)] if answer.ask else []
    outlook = "\n".join(f"{head.removeprefix(OF_NEXT_YEAR)}：{words}" for head, words in outlook_words(answer.outlook))
    texts += [(NEXT_YEAR, outlook)] if outlook else []
    rows.append(Row((Cell(STATUS, style=_LABEL), Cell(line)), keep=True))
    rows += [Row((Cell(word, style=_LABEL), said(text, CELL)), keep=True) for word, text in texts]
    rows.append(Row((Cell(CHECK, style=_LABEL), _check(unit)), least=_SIGN))
    return rows


def _check(unit: WrittenUnit) -> Inline:
    """Boxes to tick, or who confirmed it already."""
    if unit.confirmed:
        return Inline((Text(f"{CONFIRMED}　{unit.confirmed}", CELL),))
    boxes = tuple(Inline((CheckBox(4.2), Text(word, CELL)), gap=1.4) for word in CHECKS)
    return Inline((*boxes, Text("（直すところ：　　　　　　　　　　　　　　　　　　　　　）", CELL)), gap=6.0)


def _signature(paper: Paper) -> Table:
    rows = (Row((Cell("所属長確認", style=_LABEL), "", "", Cell(paper.blank_date, align="center")), least=_SIGN),)
    columns = (Column(24.0), Column(35.0, "職"), Column(50.0, "氏名"), Column(56.0, "日付"))
    return Table(columns, rows, padding=(1.5, 0.7))
