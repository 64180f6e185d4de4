"""Reply forms that people worked in: what they answered comes back, what cannot be taken is named."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from dxdesk.domain.errors import Problem
from dxdesk.domain.settings import STATUS_PRESETS
from dxdesk.exchange.reply_form import form_workbook
from dxdesk.exchange.reply_form_reading import read_form
from dxdesk.wording.sentences import problem_words
from tests.exchange.form_edits import (
    FILE,
    FIRST_ROW,
    HEAD_ROW,
    LAST_ROW,
    back,
    column,
    fields,
    fill,
    places,
    put_rows,
    rows_of,
)
from tests.reply_form_samples import COUNT, RATE, form

BLANK = dict.fromkeys(("status", "stage", "results", "issues", "next", "ask")) | {"discuss": "none"}
SECOND = {
    "status": "ok",
    "stage": "operate",
    "results": "20手続を始めた。",
    "issues": None,
    "next": "残りの手続を選ぶ。",
    "discuss": "decide",
    "ask": None,
}
UNTOUCHED = read_form(form_workbook(form()), FILE)


def nothing(*_: object) -> None:
    """Open and save."""


def test_a_form_nobody_wrote_in_says_what_it_was_written_with() -> None:
    reply, shown = UNTOUCHED, form()
    assert (reply.id, reply.database, reply.plan, reply.cycle) == (shown.id, shown.database, shown.plan, shown.cycle)
    assert (reply.department, reply.made) == (shown.department, shown.made)
    assert fields(reply) == {"1": BLANK, "2": SECOND, "重点-10": BLANK}
    assert [(row.unit, row.base, row.row_number) for row in reply.rows] == [
        (row.unit, row.base, FIRST_ROW + at) for at, row in enumerate(shown.rows)
    ]
    assert [row.blank for row in reply.rows] == [True, False, True]
    assert reply.all_problems() == ()


def test_what_is_written_comes_back_by_its_keys() -> None:
    def edit(book: Workbook, sheet: Worksheet) -> None:
        for key, text in {
            "status": "要注意",
            "stage": "検討",
            "results": "=達成\n2行目",
            "discuss": "協議したい",
        }.items():
            sheet.cell(FIRST_ROW, column(sheet, key)).value = text
            sheet.cell(FIRST_ROW, column(sheet, key)).data_type = "s"
        fill("indicator.0", "１２．５％")(book, sheet)
        fill("indicator.1", "―")(book, sheet)

    reply = back(edit)
    expected = {**BLANK, "status": "warn", "stage": "study", "results": "=達成\n2行目", "discuss": "discuss"}
    assert fields(reply)["1"] == expected
    assert reply.rows[0].indicators == {RATE.id: "１２．５％", COUNT.id: "―"}
    assert reply.all_problems() == ()


@pytest.mark.parametrize("word", ["順調", "○ 順調", "○順調", "〇 順調 ", "ok", "Ａ 完了"])
def test_words_are_known_in_any_width_and_with_any_spaces(word: str) -> None:
    words = {**dict(form().statuses), **STATUS_PRESETS["記号"]}
    towns = form(statuses=(("ok", "○ 順調"), ("done", "A 完了"), ("warn", words["warn"])))
    reply = back(fill("status", word), towns)
    known = {"○ 順調": "ok", "○順調": "ok", "ok": "ok", "Ａ 完了": "done"}
    if word in known:
        assert fields(reply)["1"]["status"] == known[word]
    else:
        assert places(reply.rows[0].problems) == [("status.unknown", "町民生活課 今の状況 E10")]
        assert "○ 順調、A 完了" in problem_words(reply.rows[0].problems[0])


def test_opening_and_saving_changes_nothing() -> None:
    assert back(nothing).key == UNTOUCHED.key


def test_another_answer_is_another_package_number_and_another_form_too() -> None:
    keys = {
        UNTOUCHED.key,
        back(fill("results", "できた。")).key,
        back(fill("issues", "できた。")).key,
        back(fill("results", "できた。", LAST_ROW)).key,
        back(lambda _, sheet: sheet.cell(7, column(sheet, "results"), "山田")).key,
        read_form(form_workbook(form(id=COUNT.id)), FILE).key,
    }
    assert len(keys) == 6


@settings(deadline=None, max_examples=6)
@given(st.permutations(range(3)))
def test_sorted_rows_are_the_same_answers(order: list[int]) -> None:
    def sort(_: Workbook, sheet: Worksheet) -> None:
        rows = rows_of(sheet)
        put_rows(sheet, [rows[at] for at in order])

    reply = back(sort)
    assert fields(reply) == fields(UNTOUCHED)
    assert reply.key == UNTOUCHED.key


def test_rows_sorted_without_the_hidden_column_are_named_and_not_taken() -> None:
    def sort(_: Workbook, sheet: Worksheet) -> None:
        rows = rows_of(sheet)
        put_rows(sheet, [[*rows[1 - at][:1], rows[at][1], *rows[1 - at][2:]] for at in (0, 1)])

    reply = back(sort)
    assert [row.code for row in reply.rows] == ["重点-10"]
    assert places(reply.problems) == [("reply_form.row_mixed", f"町民生活課 {at}行目") for at in (10, 11)]
    assert "「2 オンライン申請の拡大」" in problem_words(reply.problems[0])


def test_inserted_rows_and_columns_and_a_renamed_sheet_do_no_harm() -> None:
    def edit(_: Workbook, sheet: Worksheet) -> None:
        sheet.insert_rows(FIRST_ROW + 1, 2)
        sheet.insert_rows(3)
        sheet.insert_cols(4, 2)
        sheet.insert_cols(1)
        sheet.title = "回答（町民生活課）済"

    assert back(edit).key == UNTOUCHED.key


def test_deleted_columns_leave_the_other_answers_and_say_nothing_of_theirs() -> None:
    def edit(_: Workbook, sheet: Worksheet) -> None:
        for key in ("previous.results", "ask", "previous.ask", "indicator.1"):
            sheet.delete_cols(column(sheet, key))

    reply = back(edit)
    assert fields(reply)["2"] == {key: value for key, value in SECOND.items() if key != "ask"}
    assert reply.all_problems() == ()


def test_a_deleted_row_is_not_answered() -> None:
    assert [row.code for row in back(lambda _, sheet: sheet.delete_rows(FIRST_ROW)).rows] == ["2", "重点-10"]


def test_a_form_without_its_hidden_sheet_is_still_read() -> None:
    assert back(lambda book, _: book.remove(book["選択肢"])).key == UNTOUCHED.key


def test_a_copied_sheet_or_row_that_says_the_same_counts_once() -> None:
    def edit(book: Workbook, sheet: Worksheet) -> None:
        book.copy_worksheet(sheet)
        put_rows(sheet, rows_of(sheet)[1:2], LAST_ROW + 1)

    reply = back(edit)
    assert fields(reply) == fields(UNTOUCHED)
    assert reply.key == UNTOUCHED.key


def test_two_rows_of_an_initiative_that_differ_are_named_and_neither_is_taken() -> None:
    def edit(_: Workbook, sheet: Worksheet) -> None:
        put_rows(sheet, rows_of(sheet)[1:2], LAST_ROW + 1)
        sheet.cell(LAST_ROW + 1, column(sheet, "results")).value = "30手続を始めた。"

    row = back(edit).rows[1]
    assert (row.fields, row.indicators) == ({}, {})
    assert places(row.problems) == [("reply_form.row_twice", "町民生活課 11行目")]
    assert "町民生活課 13行目にもあり" in problem_words(row.problems[0])


@pytest.mark.parametrize("lost", [None, "", "dxdesk-row/1 {", "dxdesk-row/1 {}", "dxdesk-row/1"])
def test_a_row_whose_id_is_gone_is_named(lost: str | None) -> None:
    def edit(_: Workbook, sheet: Worksheet) -> None:
        sheet.cell(FIRST_ROW + 1, 2).value = lost

    reply = back(edit)
    assert [row.code for row in reply.rows] == ["1", "重点-10"]
    assert places(reply.problems) == [("reply_form.row_without_stamp", "町民生活課 11行目")]
    assert "「2 オンライン申請の拡大」の行" in problem_words(reply.problems[0])


def test_a_text_in_an_inserted_row_is_not_passed_over() -> None:
    reply = back(fill("issues", "別紙のとおり", LAST_ROW + 3))
    assert places(reply.problems) == [("reply_form.row_without_stamp", "町民生活課 15行目")]
    assert "別紙のとおり" in problem_words(reply.problems[0])


def test_a_repeated_head_and_notes_beside_the_answers_are_no_answers() -> None:
    def edit(_: Workbook, sheet: Worksheet) -> None:
        put_rows(sheet, [[cell.value for cell in sheet[HEAD_ROW]]], LAST_ROW + 2)
        sheet.cell(LAST_ROW + 4, 3).value = "以上"
        sheet.cell(FIRST_ROW, 60).value = "メモ"

    assert back(edit).key == UNTOUCHED.key


def test_a_row_of_another_form_is_named() -> None:
    other = load_workbook(BytesIO(form_workbook(form(id=COUNT.id)))).worksheets[0]

    def edit(_: Workbook, sheet: Worksheet) -> None:
        put_rows(sheet, [[cell.value for cell in other[FIRST_ROW]]])

    assert places(back(edit).problems) == [("reply_form.row_mixed", "町民生活課 10行目")]


def test_a_file_on_disk_is_read_and_one_that_is_not_there_is_named(tmp_path: Path) -> None:
    path = tmp_path / FILE
    path.write_bytes(form_workbook(form()))
    assert read_form(path, FILE) == UNTOUCHED
    with pytest.raises(Problem) as caught:
        read_form(tmp_path / "ない.xlsx", "ない.xlsx")
    assert caught.value.code == "file.unreadable"
