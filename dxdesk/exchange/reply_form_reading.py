"""Reply forms that come back: rows and columns are found by their stamps and keys, wherever they were moved to.

Of a copied row, form or sheet that says the same twice one counts. Nothing that was written is passed over in silence:
what cannot be taken is named with its sheet and cell.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from dxdesk.domain.errors import Problem
from dxdesk.domain.records import digest
from dxdesk.domain.reply_forms import (
    ANSWER_FIELDS,
    FORM_FORMAT,
    FormAnswer,
    FormReply,
    FormStamp,
    RowStamp,
)
from dxdesk.domain.text import TITLE_CHARACTERS
from dxdesk.exchange.foreign_workbook import ForeignCell, ForeignSheet, read_workbook, shown_text
from dxdesk.exchange.reply_form_cells import RowCells, read_people
from dxdesk.exchange.reply_form_child import FILE_BYTES
from dxdesk.exchange.reply_form_columns import CODE, FORM_MARK, NAME, ROW_MARK, subject_of
from dxdesk.exchange.shape import Shape
from dxdesk.exchange.strict_json import JsonObject, read_json

_STAMP_BYTES: Final = 32_768
_STAMP_DEPTH: Final = 4


@dataclass(frozen=True)
class _Table:
    """A sheet that is a form: the row of its keys, and its columns by key."""

    sheet: ForeignSheet
    keys_row: int
    columns: dict[str, int]

    def text(self, row: int, key: str) -> str:
        cell = self.sheet.cell((row, self.columns.get(key, -1)))
        return cell.text if cell else ""

    def subject(self, row: int) -> str:
        return subject_of(self.text(row, CODE), self.text(row, NAME))

    def shown(self, row: int) -> str:
        """A row as people know it: number and name, else whatever it says first."""
        said = f"{self.text(row, CODE)} {self.text(row, NAME).partition(chr(10))[0]}".strip()
        first = next((cell.text for _, cell in sorted(self.sheet.row(row).items())), "")
        return shown_text(said or first)


def read_form(source: bytes | Path, place: str) -> FormReply:
    """What stands in a reply form (.xlsx, .xls or .ods); ``place`` is the name of its file.

    Raises Problem where the file as a whole cannot be taken; what is the matter with single rows and cells is in the
    reply, all of it.
    """
    sheets = read_workbook(_content(source, place), place)
    stamp = _form_stamp(sheets, place)
    tables = [table for sheet in sheets for table in _tables(sheet, place)]
    if not tables:
        raise Problem("reply_form.no_columns", place)
    problems: list[Problem] = []
    found: dict[str, list[tuple[FormAnswer, RowCells]]] = {}
    for table in tables:
        for answer, cells in _answers(table, stamp, problems):
            found.setdefault(answer.unit, []).append((answer, cells))
    people = read_people(tables[0].sheet, tables[0].keys_row, stamp.made, problems)
    rows = tuple(_one(each) for each in found.values())
    said = {unit: [cells.written() for _, cells in each] for unit, each in sorted(found.items())}
    once = {unit: [text for at, text in enumerate(texts) if text not in texts[:at]] for unit, texts in said.items()}
    return FormReply(
        id=stamp.id,
        database=stamp.database,
        plan=stamp.plan,
        cycle=stamp.cycle,
        department=stamp.department,
        made=stamp.made,
        key=digest({"form": stamp.id, "people": people.written, "rows": once}),
        rows=rows,
        author=people.author,
        confirmer=people.confirmer,
        confirmed=people.confirmed,
        problems=tuple(problems),
    )


def _content(source: bytes | Path, place: str) -> bytes:
    if isinstance(source, bytes):
        return source
    try:
        with source.open("rb") as file:
            return file.read(FILE_BYTES + 1)
    except OSError:
        raise Problem("file.unreadable", place) from None


def _form_stamp(sheets: Sequence[ForeignSheet], place: str) -> FormStamp:
    """The one stamp of a workbook. A removed list sheet or a lost row of keys leaves the other copy."""
    texts = {cell.text for sheet in sheets for _, cell in sheet.cells() if cell.text.startswith(FORM_MARK)}
    if not texts:
        rows = any(cell.text.startswith(ROW_MARK) for sheet in sheets for _, cell in sheet.cells())
        raise Problem("reply_form.altered" if rows else "reply_form.not_a_form", place)
    stamps: set[FormStamp] = set()
    for text in texts:
        number = text.removeprefix(FORM_MARK).partition(" ")[0]
        if number.isascii() and number.isdecimal() and len(number) < 4 and int(number) > FORM_FORMAT:
            raise Problem("reply_form.newer", place)
        stamp, check = _stamp(text, FORM_MARK, FormStamp)
        if stamp is None or number != str(FORM_FORMAT) or not stamp.sound() or stamp.check() != check:
            raise Problem("reply_form.altered", place)
        stamps.add(stamp)
    if len(stamps) > 1:
        raise Problem("reply_form.several", place)
    return stamps.pop()


def _stamp(text: str, mark: str, kind: type[Any]) -> tuple[Any, str]:
    """A stamp and its check value; None where it is damaged."""
    try:
        value = read_json(text.removeprefix(mark).partition(" ")[2], size=_STAMP_BYTES, depth=_STAMP_DEPTH)
    except (Problem, RecursionError):
        return None, ""
    if not isinstance(value, JsonObject):
        return None, ""
    shape = Shape(exact=True)
    stamp = shape.read(kind, JsonObject(pair for pair in value if pair[0] != "check"))
    check = dict(value).get("check")
    return (None, "") if shape.problems or not isinstance(check, str) else (stamp, check)


def _tables(sheet: ForeignSheet, place: str) -> Iterator[_Table]:
    """The sheet as a form, if a row of it says which column is which."""
    known = (*ANSWER_FIELDS, CODE, NAME)
    for row in sorted({row for (row, _), cell in sheet.cells() if cell.text.startswith(FORM_MARK)}):
        cells = sheet.row(row)
        keys = [cell.text for cell in cells.values()]
        if not any(key in known for key in keys):
            continue
        if any(keys.count(key) > 1 for key in known):
            raise Problem("reply_form.altered", place)
        yield _Table(sheet, row, {cell.text: column for column, cell in cells.items()})
        return


def _answers(table: _Table, form: FormStamp, problems: list[Problem]) -> Iterator[tuple[FormAnswer, RowCells]]:
    """The rows of a form in the order of the sheet; what belongs to none of them goes to ``problems``."""
    for row in sorted(set(table.sheet.rows) - {table.keys_row}):
        marks = [cell for cell in table.sheet.row(row).values() if cell.text.startswith(ROW_MARK)]
        cells = RowCells(table.sheet, row, table.columns, form)
        where = f"{table.sheet.name} {row + 1}行目"
        shown = {"text": table.shown(row)}
        if not marks:
            if row > table.keys_row and cells.written() and not cells.repeat_heads():
                problems.append(Problem("reply_form.row_without_stamp", where, shown))
            continue
        stamp, check = _row_stamp(marks)
        if stamp is None:
            problems.append(Problem("reply_form.row_without_stamp", where, shown))
        elif stamp.check(form, table.subject(row)) != check:
            problems.append(Problem("reply_form.row_mixed", where, shown))
        else:
            yield _answer(table, cells, stamp), cells


def _row_stamp(marks: Sequence[ForeignCell]) -> tuple[RowStamp | None, str]:
    stamp, check = _stamp(marks[0].text, ROW_MARK, RowStamp) if len(marks) == 1 else (None, "")
    return (stamp, check) if stamp and stamp.sound() else (None, "")


def _answer(table: _Table, cells: RowCells, stamp: RowStamp) -> FormAnswer:
    problems: list[Problem] = []
    return FormAnswer(
        unit=stamp.unit,
        base=stamp.base,
        code=shown_text(table.text(cells.row, CODE)),
        name=shown_text(table.text(cells.row, NAME).partition("\n")[0], TITLE_CHARACTERS),
        fields=cells.fields(problems),
        indicators=cells.indicators(stamp, problems),
        row_number=cells.row + 1,
        problems=tuple(problems),
    )


def _one(found: Sequence[tuple[FormAnswer, RowCells]]) -> FormAnswer:
    """The answer of an initiative. Rows that say the same are one; of rows that differ none is taken."""
    answer, cells = found[0]
    for _, other in found[1:]:
        if other.written() != cells.written():
            values = {"text": f"{answer.code} {answer.name}", "other": f"{other.sheet.name} {other.row + 1}行目"}
            twice = Problem("reply_form.row_twice", f"{cells.sheet.name} {cells.row + 1}行目", values)
            return replace(answer, fields={}, indicators={}, problems=(twice,))
    return answer
