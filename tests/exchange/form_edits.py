"""What people do to a reply form in a spreadsheet program, with an independent one."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from dxdesk.domain.errors import Problem
from dxdesk.domain.reply_forms import AnswerField, FormReply, ReplyForm
from dxdesk.exchange.reply_form import form_workbook
from dxdesk.exchange.reply_form_reading import read_form
from tests.reply_form_samples import form

FILE = "町民生活課_回答票.xlsx"
KEYS_ROW, HEAD_ROW, FIRST_ROW = 8, 9, 10
LAST_ROW = FIRST_ROW + 2
Edit = Callable[[Workbook, Worksheet], object]


def edited(edit: Edit, shown: ReplyForm | None = None) -> bytes:
    """The form after somebody opened it, changed it and saved it."""
    book = load_workbook(BytesIO(form_workbook(shown or form())), rich_text=True)
    edit(book, book.worksheets[0])
    target = BytesIO()
    book.save(target)
    return target.getvalue()


def back(edit: Edit, shown: ReplyForm | None = None) -> FormReply:
    """What is read of it."""
    return read_form(edited(edit, shown), FILE)


def column(sheet: Worksheet, key: str) -> int:
    """The column of a key."""
    return next(int(cell.column) for cell in sheet[KEYS_ROW] if cell.value == key)


def fill(key: str, text: object, row: int = FIRST_ROW) -> Edit:
    """Write into an answer cell."""

    def write(_: Workbook, sheet: Worksheet) -> None:
        cell = sheet.cell(row, column(sheet, key))
        cell.value = text
        if isinstance(text, str) and text.startswith("=") and not text.startswith("=="):
            cell.data_type = "f"

    return write


def rows_of(sheet: Worksheet) -> list[list[object]]:
    """The values of the rows, from the first initiative on."""
    return [[cell.value for cell in row] for row in sheet.iter_rows(min_row=FIRST_ROW, max_row=LAST_ROW)]


def put_rows(sheet: Worksheet, rows: list[list[object]], first: int = FIRST_ROW) -> None:
    """Write rows over those that are there."""
    for row, values in enumerate(rows, first):
        for number, value in enumerate(values, 1):
            cell = sheet.cell(row, number)
            cell.value = value
            if isinstance(value, str):
                cell.data_type = "s"


def fields(reply: FormReply) -> dict[str, dict[AnswerField, str | None]]:
    """The answers by the code of their initiative."""
    return {row.code: dict(row.fields) for row in reply.rows}


def places(problems: tuple[Problem, ...]) -> list[tuple[str, str]]:
    """Codes and places of problems."""
    return [(each.code, each.place) for each in problems]
