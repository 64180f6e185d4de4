"""The reply form of a department as a spreadsheet: one sheet, an initiative a row, the last answer beside each field.

Every text is a text: nothing becomes a formula, a link or a number. Only the answer cells can be written in; what the
form is and which row is which stands in a hidden column and a hidden row.
"""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from math import ceil
from typing import Any, Final

from xlsxwriter import Workbook
from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from dxdesk.domain.calendar import fiscal_year_short, plain_date
from dxdesk.domain.next_year import LEFT_TO_MEETING, NO_DIRECTION, budget_typed
from dxdesk.domain.plan_parts import Indicator
from dxdesk.domain.replies import Answer, Reading
from dxdesk.domain.reply_forms import FormRow, FormStamp, ReplyForm, form_stamp, row_stamp, typed_value
from dxdesk.domain.text import full_width
from dxdesk.exchange.reply_form_columns import (
    CODE,
    FORM_MARK,
    HEADS,
    LISTS_SHEET,
    NAME,
    ROW_MARK,
    STAMP,
    Column,
    form_columns,
    indicator_key,
    known_indicator_key,
    previous_key,
    stamp_text,
    subject_of,
)
from dxdesk.exchange.workbooks import AS_TEXT, FACE, write_text
from dxdesk.wording.reply_forms import (
    CONFIRMED,
    DIRECTION_GUIDE,
    DISCUSS_WORDS,
    FORM_NAME,
    GUIDE,
    HEAD,
    NEXT_YEAR_GUIDE,
    PICK,
    PICK_TITLE,
    PREVIOUS_VALUE,
    TARGET,
    WHO,
)

_GREY, _ANSWER, _OVER, _HEAD, _ANSWER_HEAD = "#F2F2F2", "#FFFBE5", "#FFE3BF", "#E0E0E0", "#FFE9A3"
_PALE_INK, _EDGE = "#4D4D4D", "#8C8C8C"
_LINE, _LEAST_LINES, _TALLEST = 14.5, 7, 409.0
"""A line of text and the tallest row a spreadsheet knows, in points."""
_INDENT: Final = 1
"""Between the edge of a cell and its text, in steps of a spreadsheet: about a letter."""
_PROTECTION: Final = {"format_rows": True, "format_columns": True, "sort": True, "insert_rows": True}
_LISTS: Final = ("status", "stage", "discuss", "direction")


@dataclass(frozen=True)
class _Looks:
    """The formats of a form's cells."""

    title: Any
    note: Any
    label: Any
    person: Any
    head: Any
    answer_head: Any
    known: Any
    known_centred: Any
    number: Any
    name: Any
    answer: Any
    answer_centred: Any
    stamp: Any
    over: Any
    strong: Any
    small: Any


def form_workbook(form: ReplyForm) -> bytes:
    """The .xlsx of a form; the same form gives the same bytes. Raises ValueError for a text that no cell can hold."""
    target = io.BytesIO()
    book = Workbook(target, AS_TEXT)
    made = datetime.fromisoformat(form.made).astimezone(UTC).replace(tzinfo=None)
    book.set_properties({"title": f"{form.cycle_name}　{form.department_name}", "author": "dxdesk", "created": made})
    looks, stamp = _looks(book), form_stamp(form)
    sheet = book.add_worksheet(_sheet_name(form.department_name))
    _write_lists(book, form, stamp, looks)
    columns = form_columns(form)
    head = _write_top(sheet, form, stamp, columns, looks)
    for row, each in enumerate(form.rows, head + 1):
        _write_row(sheet, row, each, stamp, columns, looks)
    if form.rows:
        _offer(sheet, form.guide, columns, (head + 1, head + len(form.rows)), looks.over)
    _set_paper(sheet, form, columns, head)
    book.close()
    return target.getvalue()


def _sheet_name(department: str) -> str:
    """A name that a sheet may have."""
    plain = re.sub(r"[\[\]:*?/\\\x00-\x1f]", "・", department).strip("'　 ")
    cut = plain.encode("utf-16-le")[:62].decode("utf-16-le", "ignore")
    return cut if cut and cut.casefold() not in (LISTS_SHEET, "history") else FORM_NAME.replace("　", "")


def _looks(book: Workbook) -> _Looks:
    plain = {"font_name": FACE, "font_size": 11, "valign": "top", "num_format": "@"}
    cell = {**plain, "border": 1, "border_color": _EDGE, "text_wrap": True, "align": "left", "indent": _INDENT}
    centred = {"align": "center", "indent": 0}
    middle = {**centred, "valign": "vcenter"}
    head = {**cell, **middle, "bold": True, "bg_color": _HEAD}
    known = {**cell, "bg_color": _GREY, "font_color": _PALE_INK, "font_size": 10}
    answer = {**cell, "bg_color": _ANSWER, "locked": False}
    one_line = {"text_wrap": False, "valign": "vcenter"}

    def look(*parts: Mapping[str, object]) -> Any:
        return book.add_format({name: value for part in parts for name, value in part.items()})

    return _Looks(
        title=look(plain, one_line, {"font_size": 16, "bold": True}),
        note=look(plain, one_line),
        label=look(head),
        person=look(answer, {"valign": "vcenter"}),
        head=look(head, {"font_size": 10}),
        answer_head=look(head, {"bg_color": _ANSWER_HEAD}),
        known=look(known),
        known_centred=look(known, centred),
        number=look(cell, centred, {"bold": True}),
        name=look(cell),
        answer=look(answer),
        answer_centred=look(answer, centred),
        stamp=look(plain, {"font_size": 6, "font_color": _EDGE}),
        over=look({"bg_color": _OVER}),
        strong=look({"font_name": FACE, "font_size": 11, "bold": True}),
        small=look({"font_name": FACE, "font_size": 10, "font_color": _PALE_INK}),
    )


def _write_lists(book: Workbook, form: ReplyForm, stamp: FormStamp, looks: _Looks) -> None:
    """The hidden sheet with what can be chosen, each list under the name that its column asks by."""
    lists = book.add_worksheet(LISTS_SHEET)
    lists.hide()
    directions = tuple((word, word) for word in form.directions)
    every = (form.statuses, form.stages, DISCUSS_WORDS, *([directions] if directions else []))
    for column, (name, choices) in enumerate(zip(_LISTS, every, strict=False)):
        for row, (_, word) in enumerate(choices):
            write_text(lists, row, column, word, looks.note)
        if choices:
            top, bottom = (xl_rowcol_to_cell(row, column, True, True) for row in (0, len(choices) - 1))
            book.define_name(f"dxdesk_{name}", f"='{LISTS_SHEET}'!{top}:{bottom}")
    write_text(lists, 0, len(every), stamp_text(FORM_MARK, stamp, stamp.check()), looks.stamp)


def _write_top(sheet: Worksheet, form: ReplyForm, stamp: FormStamp, columns: tuple[Column, ...], looks: _Looks) -> int:
    """What stands above the rows; the number of the row with the heads."""
    title = f"{form.plan_title}　{FORM_NAME}　　{form.department_name}"
    write_text(sheet, 0, 0, title, looks.title)
    facts = f"{form.town}　{form.cycle_name}　　基準日 {plain_date(form.as_of)}　　提出期限 {plain_date(form.due)}"
    write_text(sheet, 1, 0, facts, looks.note)
    said = dict(form.statuses)
    none, left = ("・".join(said.get(key, "") for key in keys) for keys in (NO_DIRECTION, LEFT_TO_MEETING))
    words = {"guide": form.guide, "due": plain_date(form.due), "na": said.get("na", ""), "none": none, "left": left}
    next_year = (*NEXT_YEAR_GUIDE, *([DIRECTION_GUIDE] if form.direction_needed else ())) if form.directions else ()
    guide = [line.format_map(words) for line in (*GUIDE, *next_year)]
    for row, line in enumerate(guide, 2):
        write_text(sheet, row, 0, line, looks.note)
    people, keys = 2 + len(guide), 3 + len(guide)
    at = {column.key: number for number, column in enumerate(columns)}
    for label, field in ((WHO, "results"), (HEAD, "issues"), (CONFIRMED, "next")):
        write_text(sheet, people, at[field] - 1, label, looks.label)
        sheet.write_blank(people, at[field], None, looks.person)
    for number, column in enumerate(columns):
        text = stamp_text(FORM_MARK, stamp, stamp.check()) if column.key == STAMP else column.key
        write_text(sheet, keys, number, text, looks.stamp)
        write_text(sheet, keys + 1, number, column.head, looks.answer_head if column.answer else looks.head)
        sheet.set_column(number, number, column.width, None, {"hidden": column.key == STAMP})
    sheet.set_row(0, 24)
    sheet.set_row(people, 20)
    sheet.set_row(keys, None, None, {"hidden": True})
    sheet.set_row(keys + 1, 34)
    return keys + 1


def _write_row(
    sheet: Worksheet, row: int, asked: FormRow, form: FormStamp, columns: tuple[Column, ...], looks: _Looks
) -> None:
    texts = _texts(asked, form)
    lines = _LEAST_LINES
    for number, column in enumerate(columns):
        text = texts.get(column.key, "")
        write_text(sheet, row, number, text, _look_of(column, looks))
        if column.key != STAMP:
            lines = max(lines, _lines(text, column.width - _INDENT))
        if column.key == NAME and asked.question and "_x" not in text:  # there the library leaves _x0041_ unescaped
            sheet.write_rich_string(
                row, number, looks.strong, asked.name, looks.small, f"\n{_question(asked)}", looks.name
            )
    sheet.set_row(row, min(lines * _LINE + 6, _TALLEST))


def _look_of(column: Column, looks: _Looks) -> Any:
    if column.key in (CODE, NAME, STAMP):
        return {CODE: looks.number, NAME: looks.name, STAMP: looks.stamp}[column.key]
    if column.answer:
        return looks.answer_centred if column.centred else looks.answer
    return looks.known_centred if column.centred else looks.known


def _texts(asked: FormRow, form: FormStamp) -> dict[str, str]:
    """What stands in the cells of a row, by the key of the column."""
    stamp = row_stamp(asked)
    name = f"{asked.name}\n{_question(asked)}" if asked.question else asked.name
    check = stamp.check(form, subject_of(asked.code, name))
    found = {CODE: asked.code, STAMP: stamp_text(ROW_MARK, stamp, check), NAME: name}
    found |= _said(asked.current, form)
    if asked.previous is not None:
        before = _said(asked.previous, form)
        found |= {previous_key(field): text for field, text in before.items()}
    readings, before_readings = _readings(asked.current), _readings(asked.previous)
    for number, indicator in enumerate(asked.indicators):
        found[indicator_key(number)] = typed_value(readings.get(indicator.id))
        found[known_indicator_key(number)] = _known(indicator, before_readings.get(indicator.id))
    return found


def _question(asked: FormRow) -> str:
    """What is asked about the initiative, which is answered by its status."""
    return f"{HEADS['status']}：{asked.question}"


def _said(answer: Answer, form: FormStamp) -> dict[str, str]:
    discuss = "" if answer.discuss == "none" else dict(DISCUSS_WORDS)[answer.discuss]
    return {
        "status": dict(form.statuses).get(answer.status or "", ""),
        "stage": dict(form.stages).get(answer.stage or "", ""),
        "results": answer.results or "",
        "issues": answer.issues or "",
        "next": answer.next or "",
        "discuss": discuss,
        "ask": answer.ask or "",
        "direction": answer.direction or "",
        "budget": budget_typed(answer.budget),
        "budget_source": (answer.budget.source if answer.budget else None) or "",
    }


def _readings(answer: Answer | None) -> dict[str, Reading]:
    return {each.id: each for each in answer.indicators} if answer else {}


def _known(indicator: Indicator, before: Reading | None) -> str:
    lines = [f"{indicator.name}（{indicator.unit}）" if indicator.unit else indicator.name]
    if before is not None:
        lines.append(f"{PREVIOUS_VALUE} {typed_value(before)}")
    for target in indicator.targets[-1:]:
        lines.append(f"{TARGET} {target.value}" + (f"（{fiscal_year_short(target.year)}）" if target.year else ""))
    return "\n".join(lines)


def _lines(text: str, width: float) -> int:
    """Lines that a text takes in a column, which is measured in smaller letters; half-width ones count half."""
    room = max((width - 1) / 2.2, 1)
    return sum(max(1, ceil(full_width(line) / room)) for line in text.split("\n"))


def _offer(sheet: Worksheet, guide: int, columns: tuple[Column, ...], rows: tuple[int, int], over: Any) -> None:
    """The lists to pick from, and the colour of a text that has become long, in the first to the last of ``rows``."""
    first, last = rows
    for number, column in enumerate(columns):
        if column.key in _LISTS:
            choice = {"validate": "list", "source": f"=dxdesk_{column.key}"}
            sheet.data_validation(
                first, number, last, number, {**choice, "error_title": PICK_TITLE, "error_message": PICK}
            )
        elif column.answer and not column.centred:
            criteria = f"=LEN({xl_rowcol_to_cell(first, number)})>{guide}"
            sheet.conditional_format(
                first, number, last, number, {"type": "formula", "criteria": criteria, "format": over}
            )


def _set_paper(sheet: Worksheet, form: ReplyForm, columns: tuple[Column, ...], head: int) -> None:
    sheet.protect("", _PROTECTION)
    sheet.freeze_panes(head + 1, next(number for number, each in enumerate(columns) if each.key == NAME) + 1)
    sheet.set_zoom(85)
    sheet.hide_gridlines(2)
    sheet.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.35, right=0.35, top=0.45, bottom=0.5)
    sheet.center_horizontally()
    sheet.repeat_rows(head)
    sheet.print_area(0, 0, head + len(form.rows), len(columns) - 1)
    name = f"{form.town}　{form.cycle_name}　{form.department_name}".replace("&", "&&")[:180]
    sheet.set_footer(f"&L&9{name}&R&9&P／&N")
