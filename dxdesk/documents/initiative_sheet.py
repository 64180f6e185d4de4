"""The 個票: one unit on one page, or on both sides of one sheet, with 別紙 for what is longer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from dxdesk.documents.decision_box import ASK_LINES, DecisionBox
from dxdesk.documents.fonts import Face
from dxdesk.documents.initiative_sheet_answer import answer
from dxdesk.documents.initiative_sheet_head import StageRow, TitleBlock, draw_again, draw_top
from dxdesk.documents.initiative_sheet_parts import (
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
from dxdesk.documents.initiative_sheet_separate import ANSWERS_TITLE, answers_table, cut_texts, place_separate
from dxdesk.documents.page import FRAME_T, Footer, Printed, Sheet
from dxdesk.documents.paragraph import Text
from dxdesk.documents.text_style import TextStyle
from dxdesk.documents.unit_blocks import clipped
from dxdesk.documents.watching import pieces
from dxdesk.domain.board import Board
from dxdesk.domain.plans import Plan
from dxdesk.domain.settings import Settings
from dxdesk.domain.sheets import UnitSheet, occasion
from dxdesk.wording.paper import SEPARATE, SHEET_TITLE, TO_DECIDE, foot_left, foot_right, plan_words

_TITLE_TOP, _BOX_END = 20.0, 276.0
_AFTER_TITLE, _AFTER_STAGE = 3.0, 3.4
_BOX_GAP = 2.4
_BOX_LINES = 5
_MOST_ASKED = 8
"""So many lines of what is to be decided stand in the box where the page has room for them."""
_CUTS = (None, 24, 16, 12, 9, 7, 5, 4, 3)
_ROWS = (None, 12, 8, 5, 3, 1)
SHEET_NUMBER = "資料3"
_ASK = TextStyle(Face.PROPORTIONAL_BOLD, 10, 13.5, phrases=True)


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
    """The 個票 of several units, each on a new page, numbered 資料3-1, 資料3-2 and so on; ``made`` is an ISO moment.

    ``places`` are their places among all units, where these are only some of them; without a ``number`` none has one.
    """
    counted = range(1, len(values) + 1) if places is None else places
    numbers = [f"{number}-{at}" if number else "" for at in counted]
    about = About(board, settings, plan_words(plan, short=True), previous_as_of)
    occasion_ = occasion(board, settings.paper)
    footer = Footer(foot_left(occasion_), foot_right(occasion_, made))
    frame, title = FRAME_T.for_town(settings.paper), f"{plan.title}　{SHEET_TITLE}"
    sheet = Sheet(frame, title, board.town, footer, number=numbers[0] if numbers else "")
    for at, (value, own) in enumerate(pieces(list(zip(values, numbers, strict=True)))):
        sheet.head, sheet.number = None, own
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
    texts = cut_texts(value, about, cut)
    if value.item.ask and box and box.cuts(sheet.width):
        texts.append((TO_DECIDE, value.item.ask))
    place_separate(sheet, value, texts, answers_table(value, about) if separate else None)


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
    answers = Part(ANSWERS_TITLE, "", answers_table(value, about)) if value.answers else None
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
