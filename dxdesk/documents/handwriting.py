"""記入票（手書き用）: a department's units on paper, two to a page, with signs to circle and lines to write on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dxdesk.documents.blocks import Inline
from dxdesk.documents.cells import Cell, Column, Row
from dxdesk.documents.fonts import Face
from dxdesk.documents.form import draw_subject, form_frame
from dxdesk.documents.handwriting_next_year import draw_next_year
from dxdesk.documents.ink import DASH_SOFT, HEAD_GREY, Ink
from dxdesk.documents.lines import text_width
from dxdesk.documents.page import Footer, Printed, Sheet
from dxdesk.documents.paragraph import Text, write
from dxdesk.documents.styles import CELL, NOTE, TITLE
from dxdesk.documents.symbols import CheckBox, Symbol
from dxdesk.documents.table import Table
from dxdesk.documents.text_style import TextStyle
from dxdesk.documents.unit_blocks import clipped, fitted, opening
from dxdesk.domain.paper import Paper
from dxdesk.domain.settings import Settings
from dxdesk.domain.sheets import BlankForm, BlankUnit, Occasion
from dxdesk.domain.statuses import CHOSEN, Status
from dxdesk.wording.paper import (
    ASK_LABEL,
    FORM_SAMPLE_NOTE,
    FORM_TITLE,
    HOW_TO_FILL,
    NOTHING,
    due_words,
    foot_left,
    foot_right,
    joined_name,
    keep_number,
    secretariat_words,
)

OFFERED: tuple[Status, ...] = tuple(key for key in CHOSEN if key != "na")
"""未回答 and 対象外 are not offered."""

_TOPS = (25.4, 141.6)
_FOOT_TOP = 257.4
_NUMBER = TextStyle(Face.PROPORTIONAL_BOLD, 13, 17)
_NUMBER_ROOM = 16.0
_NAME = TextStyle(Face.PROPORTIONAL_BOLD, 12, 16)
_ROW_ID = TextStyle(Face.FIXED, 9, 12)
_LINE = TextStyle(Face.PROPORTIONAL, 8.5, 12)
_WORD = TextStyle(Face.PROPORTIONAL, 10, 13)
_HINT = TextStyle(Face.PROPORTIONAL, 8.0, 11)
_PITCH = 9.0
_FULL = 0.95
NOT_OURS = ("この課には", "該当しない")
"""The words beside the box, a line each."""
_LABEL_WIDTH, _LINES_AT, _INSET = 10.0, 31.0, 2.0
_PARTS = (
    ("今回の実績", "できたことを1文で", 3, 28.4),
    ("課題", "あれば", 2, 19.4),
    ("次にすること", "時期も書く", 1, 10.6),
)
_SHORT_PARTS = (
    ("今回の実績", "できたことを1文で", 2, 19.4),
    ("課題", "あれば", 1, 10.6),
    ("次にすること", "時期も書く", 1, 10.6),
)
"""Where the next year is asked about as well."""
_NEXT_YEAR_HIGH = 8.9


@dataclass(frozen=True)
class _Pen:
    """The ink of a block with its left edge and width."""

    ink: Ink
    left: float
    width: float

    @property
    def right(self) -> float:
        """The right edge."""
        return self.left + self.width


def compose_handwriting(forms: Sequence[BlankForm], occasion: Occasion, settings: Settings, *, made: str) -> Printed:
    """The blank forms of several departments, each on a new page; ``made`` is an ISO moment."""
    footer = Footer(foot_left(occasion), foot_right(occasion, made, FORM_SAMPLE_NOTE), by_part=True)
    sheet = Sheet(form_frame(settings), FORM_TITLE, occasion.town, footer)
    for at, form in enumerate(form for form in forms if form.units):
        if at:
            sheet.next_page(sheet.frame)
        lay_handwriting(sheet, form, occasion, settings)
    return sheet.finish()


def lay_handwriting(sheet: Sheet, form: BlankForm, occasion: Occasion, settings: Settings) -> None:
    """Lay the form of a department from the current, still empty page on: two units to a page."""
    paper = occasion.paper
    for start in range(0, len(form.units), 2):
        if start:
            sheet.next_page()
        write(sheet.ink, sheet.left, 11.4, FORM_TITLE, TITLE)
        draw_subject(sheet, form.department)
        how = paper.said(HOW_TO_FILL) + (f"提出期限 {due_words(occasion)}" if occasion.due else "")
        write(sheet.ink, sheet.left, 20.2, how, fitted(how, CELL, sheet.width, 7.5))
        pen = _Pen(sheet.ink, sheet.left, sheet.width)
        units = form.units[start : start + 2]
        for top, unit in zip(_TOPS, units, strict=False):
            _draw_unit(pen, top, unit, settings, next_year=form.next_year)
        sheet.y = _FOOT_TOP
        sheet.place(_signatures(paper))
        note = f"{secretariat_words(occasion)}　{paper.said(keep_number(units[0].row_id))}"
        words = clipped(note, NOTE, sheet.width, 1)
        write(sheet.ink, sheet.left, sheet.y + 1.3, words, NOTE)


def _signatures(paper: Paper) -> Table:
    def head(word: str) -> Cell:
        return Cell(word, style=CELL.bold.aligned("center"), fill="head")

    who, day = Cell("職・氏名", style=_HINT, valign="top"), Cell(paper.blank_date, align="center")
    rows = (
        Row((head("記入者"), who, head("所属長"), who), least=9.8),
        Row((head("記入日"), day, head("確認日"), day), least=8.6),
    )
    return Table((Column(20.0), Column(62.5), Column(20.0), Column(62.5)), rows, head=())


def _draw_unit(pen: _Pen, top: float, unit: BlankUnit, settings: Settings, *, next_year: bool) -> None:
    """One block of 114.5 mm, row by row."""
    y = _draw_head(pen, top, unit)
    y = _draw_known(pen, y, unit)
    y = _draw_statuses(pen, y, unit, settings)
    y = _draw_stages(pen, y, unit, settings)
    parts = _SHORT_PARTS if next_year else _PARTS
    _draw_not_ours(pen, y + parts[0][3])
    for label, hint, lines, high in parts:
        pen.ink.line(pen.left, y, pen.right, y)
        write(pen.ink, pen.left + _INSET, y + 1.2, label, CELL.bold)
        write(pen.ink, pen.left + _INSET, y + 5.2, hint, _HINT)
        for line in range(lines):
            low = y + 8.1 + line * _PITCH
            pen.ink.line(pen.left + _LINES_AT, low, pen.right - 3.0, low, dash=DASH_SOFT)
        y += high
    if next_year:
        y = draw_next_year(pen.ink, (pen.left, y, pen.width), settings.directions, _NEXT_YEAR_HIGH)
    y = _draw_handling(pen, y)
    pen.ink.rect(pen.left, top, pen.width, y - top, weight=0.5)


def _draw_head(pen: _Pen, y: float, unit: BlankUnit) -> float:
    """The grey head with number and name, and on white, so that a copy in one bit can be read, the id by which the
    form is opened."""
    wide = write(pen.ink, pen.right - _INSET, y + (8.4 - _ROW_ID.em) / 2, unit.row_id, _ROW_ID, "right")
    grey = pen.width - wide - 2 * _INSET
    pen.ink.rect(pen.left, y, grey, 8.4, weight=None, fill=HEAD_GREY)
    number = fitted(unit.number, _NUMBER, _NUMBER_ROOM, 7.5)
    middle = max(6.2, _INSET + text_width(unit.number, number) / 2)  # 住民-1 begins where all else does
    write(pen.ink, pen.left + middle, y + (8.4 - number.em) / 2, unit.number, number, "center")
    begin = 2 * middle + 0.6
    room = grey - begin - _INSET
    style = fitted(unit.name, _NAME, room, 8.0)
    write(pen.ink, pen.left + begin, y + (8.4 - style.em) / 2, clipped(unit.name, style, room, 1), style)
    return y + 8.4


def _draw_known(pen: _Pen, y: float, unit: BlankUnit) -> float:
    """What the plan says and what was said last time, a line each."""
    pen.ink.line(pen.left, y, pen.right, y, weight=0.5)
    room = pen.width - 12.0 - _INSET
    note = f"（{joined_name(unit.previous_name)}）" if unit.previous_name and unit.previous_text else ""
    previous = NOTHING
    if unit.previous_text:
        previous = opening(unit.previous_text, _LINE, room - text_width(note, _LINE)) + note
    plan = fitted(unit.plan_text or NOTHING, _LINE, room, 7.5)
    lines = (
        ("計画", _filled(unit.plan_text or NOTHING, plan, room), plan),
        ("前回", opening(previous, _LINE, room), _LINE),
    )
    for at, (label, text, style) in enumerate(lines):
        top = y + 1.1 + at * 4.3
        write(pen.ink, pen.left + _INSET, top, label, _LINE.bold)
        write(pen.ink, pen.left + 12.0, top + (_LINE.em - style.em), text, style)
    return y + 10.2


def _filled(text: str, style: TextStyle, room: float) -> str:
    """A text on one line, ending with … after a phrase where that fills the line, else where the line ends."""
    phrases = opening(text, style, room)
    return phrases if text_width(phrases, style) > _FULL * room else clipped(text, style, room, 1)


def _draw_side_label(pen: _Pen, y: float, high: float, word: str) -> None:
    """Two characters under each other in the label column."""
    pen.ink.line(pen.left, y, pen.right, y)
    pen.ink.line(pen.left + _LABEL_WIDTH, y, pen.left + _LABEL_WIDTH, y + high)
    for at, character in enumerate(word):
        write(pen.ink, pen.left + _LABEL_WIDTH / 2, y + high / 2 - 3.6 + at * 3.9, character, CELL.bold, "center")


def _draw_statuses(pen: _Pen, y: float, unit: BlankUnit, settings: Settings) -> float:
    """Six signs to circle; 前回 stands under the last answer."""
    high = 11.5
    _draw_side_label(pen, y, high, "状況")
    wide = (pen.width - _LABEL_WIDTH) / len(OFFERED)
    for at, key in enumerate(OFFERED):
        left = pen.left + _LABEL_WIDTH + at * wide
        if at:
            pen.ink.line(left, y + 2.0, left, y + high - 2.0, dash=DASH_SOFT)
        word = settings.status_word(key)
        style = fitted(word, _WORD, wide - 9.0, 7.5)
        words = Text(clipped(word, style, wide - 9.0, 1), style)
        row = Inline((Symbol(key, 4.6), words), gap=1.6, align="center")
        last = key == unit.previous_status
        row.draw(pen.ink, left, y + (1.9 if last else (high - row.height(wide)) / 2), wide)
        if last:
            write(pen.ink, left + wide / 2, y + 7.6, "（前回）", _HINT, "center")
    return y + high


def _draw_stages(pen: _Pen, y: float, unit: BlankUnit, settings: Settings) -> float:
    """The stages of the town's scale with › between them."""
    high = 9.0
    _draw_side_label(pen, y, high, "段階")
    wide = (pen.width - _LABEL_WIDTH) / len(settings.stages)
    for at, stage in enumerate(settings.stages):
        left = pen.left + _LABEL_WIDTH + at * wide
        if at:
            pen.ink.polyline([(left - 0.4, y + 3.7), (left + 0.4, y + 4.5), (left - 0.4, y + 5.3)], weight=0.5)
        style = fitted(stage.word, _WORD, wide - 4.0, 7.5)
        last = stage.key == unit.previous_stage
        top = y + (1.1 if last else (high - style.em) / 2)
        write(pen.ink, left + wide / 2, top, clipped(stage.word, style, wide - 4.0, 1), style, "center")
        if last:
            write(pen.ink, left + wide / 2, y + 5.3, "（前回）", _HINT, "center")
    return y + high


def _draw_not_ours(pen: _Pen, low: float) -> None:
    """A box for a department that the unit does not concern, at the foot of the first label column above ``low``."""
    box = Inline((CheckBox(4.6),), gap=0.0)
    box.draw(pen.ink, pen.left + _INSET, low - 8.6, box.natural)
    for at, line in enumerate(NOT_OURS):
        write(pen.ink, pen.left + _INSET + 6.2, low - 9.4 + at * 3.6, line, _HINT)


def _draw_handling(pen: _Pen, y: float) -> float:
    """会議での扱い: two boxes, and lines for what is to be decided, the second over the whole width."""
    high = 9.0
    pen.ink.line(pen.left, y, pen.right, y)
    middle = y + (high - CELL.em) / 2
    write(pen.ink, pen.left + _INSET, middle, "会議での扱い", CELL.bold)
    x = pen.left + _LINES_AT
    for word in ("報告のみ", "協議したい"):
        row = Inline((CheckBox(4.6), Text(word, CELL)), gap=1.2)
        row.draw(pen.ink, x, y + (high - row.height(40.0)) / 2, row.natural)
        x += 26.0
    x += 1.5
    wide = write(pen.ink, x, middle, ASK_LABEL, NOTE)
    for start, low in ((x + wide + 2.0, y + 6.6), (pen.left + 3.0, y + 6.6 + _PITCH)):
        pen.ink.line(start, low, pen.right - 3.0, low, dash=DASH_SOFT)
    return y + high + _PITCH - 1.0
