"""The 個票: one unit on one page, or on both sides of one sheet, with 別紙 for what is longer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from dxdesk.documents.blocks import Block, Stack
from dxdesk.documents.cells import Cell, Column, Row
from dxdesk.documents.decision_box import ASK_LINES, DecisionBox
from dxdesk.documents.fonts import Face
from dxdesk.documents.initiative_sheet_answer import answer, answer_widths
from dxdesk.documents.initiative_sheet_head import StageRow, TitleBlock, draw_again, draw_top
from dxdesk.documents.initiative_sheet_parts import (
    COMPACT,
    About,
    Form,
    Heading,
    Part,
    actions,
    earlier,
    goals,
    history,
    plan_by_year,
)
from dxdesk.documents.page import FRAME_T, Footer, Printed, Sheet
from dxdesk.documents.paragraph import Text, TextStyle, lines_of
from dxdesk.documents.styles import CELL, SECTION
from dxdesk.documents.table import Table, beginning
from dxdesk.documents.unit_blocks import clipped, name_lines, said, status_line
from dxdesk.documents.watching import pieces
from dxdesk.domain.board import Board
from dxdesk.domain.plans import Plan
from dxdesk.domain.settings import Settings
from dxdesk.domain.sheets import DepartmentAnswer, UnitSheet, occasion
from dxdesk.wording.directions import outlook_words
from dxdesk.wording.paper import (
    CURRENT_HEAD,
    GOAL_HEAD,
    ISSUES,
    NEXT,
    NOTHING,
    RESULTS,
    SEPARATE,
    SHEET_TITLE,
    TO_DECIDE,
    foot_left,
    foot_right,
    plan_words,
)

_TITLE_TOP, _BOX_END = 20.0, 276.0
_AFTER_TITLE, _AFTER_STAGE = 3.0, 3.4
_BOX_GAP = 2.4
_BOX_LINES = 5
_MOST_ASKED = 8
"""So many lines of what is to be decided stand in the box where the page has room for them."""
_DEPARTMENT = 24.5
_CUTS = (None, 24, 16, 12, 9, 7, 5, 4, 3)
_ROWS = (None, 12, 8, 5, 3, 1)
SHEET_NUMBER = "資料3"
ANSWERS_TITLE = "各課の回答"
_ASK = TextStyle(Face.PROPORTIONAL_BOLD, 10, 13.5, phrases=True)


def compose_sheet(
    value: UnitSheet,
    board: Board,
    plan: Plan,
    settings: Settings,
    *,
    made: str,
    number: str = SHEET_NUMBER,
    previous_as_of: date | None = None,
) -> Printed:
    """The 個票 of one unit; ``made`` is an ISO moment, ``number`` its 資料番号."""
    return _compose([(value, number)], board, plan, settings, made, previous_as_of)


def compose_sheets(
    values: Sequence[UnitSheet],
    board: Board,
    plan: Plan,
    settings: Settings,
    *,
    made: str,
    number: str = SHEET_NUMBER,
    places: Sequence[int] | None = None,
    previous_as_of: date | None = None,
) -> Printed:
    """The 個票 of several units, each on a new page, numbered 資料3-1, 資料3-2 and so on.

    ``places`` are their places among all units, where these are only some of them; without a ``number`` none has one.
    """
    counted = range(1, len(values) + 1) if places is None else places
    numbered = [(value, f"{number}-{at}" if number else "") for at, value in zip(counted, values, strict=True)]
    return _compose(numbered, board, plan, settings, made, previous_as_of)


def _compose(
    values: Sequence[tuple[UnitSheet, str]],
    board: Board,
    plan: Plan,
    settings: Settings,
    made: str,
    previous_as_of: date | None,
) -> Printed:
    about = About(board, settings, plan_words(plan, short=True), previous_as_of)
    occasion_ = occasion(board, settings.paper)
    frame = FRAME_T.for_town(settings.paper)
    footer = Footer(foot_left(occasion_), foot_right(occasion_, made))
    first = values[0][1] if values else ""
    sheet = Sheet(frame, f"{plan.title}　{SHEET_TITLE}", board.town, footer, number=first)
    for at, (value, number_) in enumerate(pieces(values)):
        sheet.head = None
        sheet.number = number_
        if at:
            sheet.next_page()
        lay_sheet(sheet, value, about)
    return sheet.finish()


def lay_sheet(sheet: Sheet, value: UnitSheet, about: About) -> None:
    """Lay the 個票 of one unit from the current, still empty page on; its 別紙 follow on pages of their own."""
    draw_top(sheet, value)
    sheet.y = _TITLE_TOP
    sheet.place(TitleBlock(value, about))
    sheet.y += _AFTER_TITLE
    sheet.place(StageRow(value, about))
    sheet.y += _AFTER_STAGE
    separate = bool(value.answers)
    found = _one_page(sheet, value, about)
    if found is not None:
        form, parts = found
        separate = separate and parts[-1].title != ANSWERS_TITLE
        _place_parts(sheet, parts, 1)
        box = _place_box(sheet, value, about, 1 if form.compact else 2, (_MOST_ASKED, ASK_LINES))
        cut = Form()
    else:
        cut, box = _two_pages(sheet, value, about)
    texts = _full_texts(value, about, cut)
    if value.item.ask and box and box.cuts(sheet.width):
        texts.append((TO_DECIDE, value.item.ask))
    _place_separate(sheet, value, texts, _answers_table(value, about) if separate else None)


def _upper(value: UnitSheet, about: About, form: Form) -> list[Part]:
    parts = (goals(value, form), plan_by_year(value, about, form), answer(value, about, form))
    return [part for part in parts if part]


def _lower(value: UnitSheet, about: About, form: Form, most: int | None) -> list[Part]:
    parts = (history(value, about, form), earlier(value, about, form), actions(value, about, form, most))
    return [part for part in parts if part]


def _height(parts: Sequence[Part], width: float) -> float:
    return sum(Heading("").height(width) + part.block.height(part.width or width) + part.after for part in parts)


def _place_parts(sheet: Sheet, parts: Sequence[Part], first: int) -> None:
    for at, part in enumerate(parts, first):
        sheet.place(Heading(f"{at}　{part.title}", part.note))
        sheet.place(part.block, width=part.width)
        sheet.y += part.after


def _box(value: UnitSheet, about: About, lines: int) -> DecisionBox | None:
    """The decision box of a 協議; what is for information has none unless something was decided."""
    if value.item.card.agenda_number is None and value.decided is None:
        return None
    return DecisionBox(value.item.ask or "", value.decided, about.settings, lines, value.item.concluded, value.above)


def _one_page(sheet: Sheet, value: UnitSheet, about: About) -> tuple[Form, list[Part]] | None:
    """The form in which everything stands on this page, and its parts: with the answers of every department if they
    fit in any form, else without them. None where it takes more than the page."""
    answers = Part(ANSWERS_TITLE, "", _answers_table(value, about)) if value.answers else None
    for last in ([answers], []) if answers else ([],):
        for form in (Form(), Form(compact=True)):
            parts = [*_upper(value, about, form), *_lower(value, about, form, None), *last]
            if _fits(sheet, value, about, form, parts):
                return form, parts
    return None


def _fits(sheet: Sheet, value: UnitSheet, about: About, form: Form, parts: Sequence[Part]) -> bool:
    """Whether the parts and the decision box stand on what is left of this page."""
    box = _box(value, about, 1 if form.compact else 2)
    foot = box.height(sheet.width) + _BOX_GAP if box else 0.0
    return sheet.y + _height(parts, sheet.width) - parts[-1].after + foot <= _BOX_END


def _place_box(
    sheet: Sheet, value: UnitSheet, about: About, lines: int, asked: Sequence[int] = (ASK_LINES,)
) -> DecisionBox | None:
    """The box at the foot: with all that is to be decided, then with more lines to write on, where there is room."""
    small = _box(value, about, lines)
    if small is None:
        return None
    found = (replace(small, lines=count, asked=most) for most in asked for count in range(_BOX_LINES, lines - 1, -1))
    room = _BOX_END - sheet.y
    box = next((each for each in found if each.height(sheet.width) <= room), small)
    sheet.y = max(_BOX_END - box.height(sheet.width), sheet.y)
    sheet.place(box)
    return box


def _two_pages(sheet: Sheet, value: UnitSheet, about: About) -> tuple[Form, DecisionBox | None]:
    """Goals to answer on this page, the rest on its back; texts are cut until each side holds its part."""
    if value.item.card.agenda_number is not None and value.item.ask:
        ask = f"{TO_DECIDE}：{value.item.ask}"
        box = _box(value, about, _BOX_LINES)
        whole = SEPARATE if box and box.cuts(sheet.width) else "裏面"
        sheet.place(Text(clipped(ask, _ASK, sheet.width, 2, f"…（{whole}）"), _ASK))
        sheet.y += 2.6
    room = sheet.frame.bottom - sheet.y
    for lines in _CUTS:
        form = Form(lines=lines)
        parts = _upper(value, about, form)
        if _height(parts, sheet.width) - parts[-1].after <= room:
            break
    else:
        form = Form(compact=True, lines=_CUTS[-1])
        parts = [answer(value, about, form)]
    _place_parts(sheet, parts, 1)
    sheet.next_page()
    draw_again(sheet, value, "（続き）")
    for most in _ROWS:
        lower = _lower(value, about, Form(lines=4), most)
        box = _box(value, about, 2)
        foot = box.height(sheet.width) if box else 0.0
        if sheet.y + _height(lower, sheet.width) + foot <= _BOX_END:
            break
    _place_parts(sheet, lower, len(parts) + 1)
    return form, _place_box(sheet, value, about, 2)


def _full_texts(value: UnitSheet, about: About, form: Form) -> list[tuple[str, str]]:
    """What the form had to cut: its name and the whole text."""
    item = value.item
    widths = answer_widths(about, form)
    labels = (("results", RESULTS), ("issues", ISSUES), ("next", NEXT))
    now = {"results": item.results, "issues": item.issues, "next": item.next}
    found = [(f"今回の{label}", now[key], widths[1]) for key, label in labels]
    if not about.first:
        found += [(f"前回の{label}", item.previous.get(key), widths[2]) for key, label in labels]
    for pair in value.pairs:
        found += [(CURRENT_HEAD, text, 76.0) for text in pair.currents]
        found += [(GOAL_HEAD, "\n".join(pair.goals), 78.0)]
    wide = 165.0 / max(len(value.years), 1)
    found += [("年度計画", "\n".join(each.lines), wide * (each.last - each.first + 1)) for each in value.texts]
    found.append(("計画の内容", "\n".join(value.lines), 165.0))
    return [
        (name, text)
        for name, text, column in found
        if text and form.lines and len(lines_of(text, form.style, column - 3.0)) > form.lines
    ]


def _place_separate(sheet: Sheet, value: UnitSheet, texts: Sequence[tuple[str, str]], answers: Table | None) -> None:
    """別紙 with the whole of every text that was cut, and below it the accepted answer of every department."""
    if not texts and answers is None:
        return
    name = "" if texts else f"　{ANSWERS_TITLE}"
    sheet.head = None
    sheet.next_page()
    draw_again(sheet, value, f"{SEPARATE}{name}　")
    sheet.head = lambda page: draw_again(page, value, f"{SEPARATE}{name}（続き）　")
    for title, text in texts:
        sheet.place(Text(title, SECTION), keep=10.0)
        sheet.place(Text(text, CELL))
        sheet.skip(3.0)
    if answers is None:
        return
    if texts:
        sheet.place(Text(ANSWERS_TITLE, SECTION), keep=beginning(answers, sheet.width))
    sheet.place(answers)


def _answers_table(value: UnitSheet, about: About) -> Table:
    columns = (
        Column(_DEPARTMENT, "課"),
        Column(24.5, "状況・段階"),
        Column(46.0, RESULTS),
        Column(36.0, ISSUES),
        Column(34.0, NEXT),
    )
    rows = [row for each in value.answers for row in _answer_rows(each, about)]
    return Table(columns, tuple(rows), style=COMPACT)


def _answer_rows(each: DepartmentAnswer, about: About) -> list[Row]:
    """What a department says, and below it what it says about the next year."""
    status: list[Block] = []
    if each.status:
        status.append(status_line(each.status, about.settings, COMPACT.bold, 3.6))
    status.append(Text(each.stage or NOTHING, COMPACT))
    texts = [said(text, COMPACT) for text in (each.results, each.issues, each.next)]
    outlook = "　".join(f"{head}：{words}" for head, words in outlook_words(each.outlook))
    department = name_lines(each.department, COMPACT.bold, _DEPARTMENT - 3.0)
    name = Cell(department, style=COMPACT.bold, rows=2 if outlook else 1)
    first = Row((name, Cell(Stack(tuple(status), gap=0.6)), *texts), keep=bool(outlook))
    return [first, Row((Cell(outlook, style=COMPACT, columns=4),))] if outlook else [first]
