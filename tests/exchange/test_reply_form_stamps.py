"""Reply forms whose hidden marks are gone, damaged or made up."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from dxdesk.domain.errors import Problem
from dxdesk.domain.reply_forms import AskedIndicator, form_stamp, row_stamp
from dxdesk.exchange.reply_form import form_workbook
from dxdesk.exchange.reply_form_columns import stamp_text
from dxdesk.exchange.reply_form_reading import read_form
from dxdesk.wording.sentences import problem_words
from tests.exchange.form_edits import (
    FILE,
    FIRST_ROW,
    KEYS_ROW,
    LAST_ROW,
    back,
    edited,
    fill,
    places,
)
from tests.reply_form_samples import COUNT, ROWS, form


def refusal(content: bytes) -> Problem:
    with pytest.raises(Problem) as caught:
        read_form(content, FILE)
    assert FILE in problem_words(caught.value)
    return caught.value


def stamp_cell(sheet: Worksheet) -> Any:
    return sheet.cell(KEYS_ROW, 2)


def altered(old: str, new: str) -> Any:
    def edit(book: Workbook, sheet: Worksheet) -> None:
        for cell in (stamp_cell(sheet), book["選択肢"]["D1"]):
            assert old in cell.value
            cell.value = cell.value.replace(old, new)

    return edit


@pytest.mark.parametrize(
    ("edit", "code"),
    [
        (altered(form().cycle, form().plan), "altered"),
        (altered('"順調"', '"遅れ"'), "altered"),
        (altered('["ok","順調"]', '["ok"]'), "altered"),
        (altered('"check"', '"Check"'), "altered"),
        (altered("dxdesk-form/1", "dxdesk-form/2"), "newer"),
        (altered("dxdesk-form/1", "dxdesk-form/９"), "altered"),
        (altered("{", "[" * 50), "altered"),
        (lambda _, sheet: sheet.delete_rows(KEYS_ROW), "no_columns"),
        (lambda book, sheet: (sheet.delete_rows(KEYS_ROW), book.remove(book["選択肢"])), "altered"),
        (lambda book, sheet: (sheet.delete_cols(2), book.remove(book["選択肢"])), "not_a_form"),
        (lambda book, sheet: (book.create_sheet("空"), book.remove(sheet), book.remove(book["選択肢"])), "not_a_form"),
        (lambda _, sheet: setattr(sheet.cell(KEYS_ROW, 30), "value", "results"), "altered"),
    ],
)
def test_a_form_that_cannot_be_recognised_is_refused_whole(edit: Any, code: str) -> None:
    assert refusal(edited(edit)).code == f"reply_form.{code}"


def test_two_forms_in_one_file_are_refused() -> None:
    other = load_workbook(BytesIO(form_workbook(form(department=COUNT.id)))).worksheets[0]

    def edit(book: Workbook, _: Worksheet) -> None:
        sheet = book.create_sheet("税務課")
        for row in other.iter_rows():
            for cell in row:
                sheet.cell(cell.row, cell.column).value = cell.value

    assert refusal(edited(edit)).code == "reply_form.several"


def test_when_all_rows_lost_their_ids_every_answered_one_is_named() -> None:
    def edit(book: Workbook, sheet: Worksheet) -> None:
        fill("results", "できた。", LAST_ROW)(book, sheet)
        for row in range(FIRST_ROW, LAST_ROW + 1):
            sheet.cell(row, 2).value = None

    reply = back(edit)
    assert reply.rows == ()
    assert [each.code for each in reply.problems] == ["reply_form.row_without_stamp"] * 2
    assert "「2 オンライン申請の拡大」" in problem_words(reply.problems[0])
    assert "「重点-10 職員のデジタル研修」" in problem_words(reply.problems[1])


@pytest.mark.parametrize(
    "changed",
    [
        {"id": "x"},
        {"department": "../" * 20},
        {"made": "昨日"},
        {"made": "2025-01-20T10:12:00"},
        {"statuses": (("miss", "未回答"),)},
        {"statuses": (("ok",),)},
        {"statuses": (("ok", ""),)},
        {"stages": (("a", "b", "c"),)},
    ],
)
def test_a_form_that_the_program_could_not_have_written_is_refused_though_its_check_value_fits(changed: Any) -> None:
    sound = form_stamp(form())
    made_up = replace(sound, **changed)
    old, new = (stamp_text("dxdesk-form/", each, each.check()) for each in (sound, made_up))
    assert refusal(edited(altered(old, new))).code == "reply_form.altered"


@pytest.mark.parametrize("changed", [{"unit": "1"}, {"base": "b" * 63}, {"indicators": (AskedIndicator("x", None),)}])
def test_a_row_that_the_program_could_not_have_written_is_named_though_its_check_value_fits(changed: Any) -> None:
    made_up = replace(row_stamp(ROWS[1]), **changed)
    subject = f"2 {ROWS[1].name}\n今の状況：{ROWS[1].question}"
    text = stamp_text("dxdesk-row/", made_up, made_up.check(form_stamp(form()), subject))

    def edit(_: Workbook, sheet: Worksheet) -> None:
        sheet.cell(FIRST_ROW + 1, 2).value = text

    assert places(back(edit).problems) == [("reply_form.row_without_stamp", "町民生活課 11行目")]
