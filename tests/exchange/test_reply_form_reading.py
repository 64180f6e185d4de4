"""Reply forms that people worked in: what they answered comes back, what cannot be taken is named."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from dxdesk.domain.errors import Problem
from dxdesk.domain.replies import Answer
from dxdesk.domain.settings import STATUS_PRESETS
from dxdesk.exchange.reply_form import form_workbook
from dxdesk.exchange.reply_form_reading import read_form
from dxdesk.wording import problem_words
from tests.exchange.form_edits import (
    FILE,
    FIRST_ROW,
    HEAD_ROW,
    KEYS_ROW,
    LAST_ROW,
    back,
    column,
    edited,
    fields,
    fill,
    places,
    put_rows,
    rows_of,
)
from tests.reply_form_samples import COUNT, RATE, ROWS, form

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


def refusal(content: bytes) -> Problem:
    with pytest.raises(Problem) as caught:
        read_form(content, FILE)
    assert FILE in problem_words(caught.value)
    return caught.value


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


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        (76, "76"),
        (76.5, "76.5"),
        (1284.0, "1284"),
        (True, "TRUE"),
        (date(2025, 2, 13), "R7.2.13"),
        (datetime(2025, 2, 13, 10, 30), "2025-02-13 10:30"),  # noqa: DTZ001
    ],
)
def test_pasted_numbers_and_days_become_the_text_they_stand_for(typed: object, text: str) -> None:
    assert fields(back(fill("results", typed)))["1"]["results"] == text


def test_a_pasted_share_is_asked_about_because_it_may_be_a_percentage() -> None:
    (found,) = back(fill("indicator.0", 0.76)).rows[0].problems
    assert (found.code, found.place) == ("reply_form.share", "町民生活課 指標の値 I10")
    assert "76%のことなら" in problem_words(found)
    assert back(fill("indicator.1", 0.76)).rows[0].indicators == {COUNT.id: "0.76"}
    assert back(fill("indicator.0", "0.76")).rows[0].indicators == {RATE.id: "0.76"}


def test_all_problems_are_told_at_once_with_sheet_and_cell() -> None:
    def edit(book: Workbook, sheet: Worksheet) -> None:
        fill("status", "ぼちぼち")(book, sheet)
        fill("stage", "夢")(book, sheet)
        fill("results", "あ" * 4001)(book, sheet)
        fill("issues", "=1+1")(book, sheet)
        fill("next", "右\u202eから")(book, sheet)
        fill("discuss", "たぶん")(book, sheet)
        at = column(sheet, "results")
        sheet.merge_cells(start_row=FIRST_ROW + 1, start_column=at, end_row=FIRST_ROW + 2, end_column=at)

    reply = back(edit)
    assert places(reply.all_problems()) == [
        ("status.unknown", "町民生活課 今の状況 E10"),
        ("stage.unknown", "町民生活課 実施段階 G10"),
        ("text.too_long", "町民生活課 今回の実績 M10"),
        ("reply_form.formula", "町民生活課 課題 O10"),
        ("text.character", "町民生活課 次にすること Q10"),
        ("reply_form.discuss", "町民生活課 会議で協議 R10"),
        ("reply_form.merged", "町民生活課 今回の実績 M11"),
        ("reply_form.merged", "町民生活課 今回の実績 M12"),
    ]
    assert all("ください" in problem_words(each) for each in reply.all_problems())
    assert fields(reply)["1"] == {"ask": None}
    assert fields(reply)["2"]["status"] == "ok"


@pytest.mark.parametrize("value", ["#REF!", "#N/A", "#VALUE!"])
def test_a_broken_value_is_no_answer(value: str) -> None:
    (found,) = back(fill("results", value)).rows[0].problems
    assert found.code == "reply_form.broken_value"


def people(**texts: Any) -> Any:
    def edit(_: Workbook, sheet: Worksheet) -> None:
        for key, text in texts.items():
            sheet.cell(7, column(sheet, key)).value = text

    return edit


def test_who_wrote_and_who_confirmed_come_back() -> None:
    reply = back(people(results=" 山田 花子 ", issues="鈴木課長", next="2/3"))
    assert (reply.author, reply.confirmer, reply.confirmed) == ("山田 花子", "鈴木課長", date(2025, 2, 3))
    assert (UNTOUCHED.author, UNTOUCHED.confirmer, UNTOUCHED.confirmed) == (None, None, None)
    assert back(people(next=date(2025, 2, 4))).confirmed == date(2025, 2, 4)
    assert back(people(next="令和7年2月4日")).confirmed == date(2025, 2, 4)


def test_a_name_or_day_that_cannot_be_taken_is_named() -> None:
    reply = back(people(results="名" * 101, next="来週"))
    assert places(reply.problems) == [
        ("text.too_long", "町民生活課 記入者 M7"),
        ("reply_form.confirmed", "町民生活課 確認日 Q7"),
    ]


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


def test_a_file_on_disk_is_read_and_one_that_is_not_there_is_named(tmp_path: Path) -> None:
    path = tmp_path / FILE
    path.write_bytes(form_workbook(form()))
    assert read_form(path, FILE) == UNTOUCHED
    with pytest.raises(Problem) as caught:
        read_form(tmp_path / "ない.xlsx", "ない.xlsx")
    assert caught.value.code == "file.unreadable"


HOSTILE = [
    "<b>太字</b>と</para>",
    "=cmd|'/c calc'!A0",
    "&amp;&lt;{0}%s\\n$1`id`",
    "𠮷野家 ☑ 髙橋 﨑",
    "葛\U000e0100城",
    "か\u3099き\u3099 ｱｲｳ ①㈱㌔",
    "外字\ue000と\U000f0000",
    "שלום と عربي",
    "a\u200bb\u00adc",
    "前\n\n\n後　　字下げ",
    "_x000D_ と _x0041_",
    " 前後の空き ",
    "あいうえおかきくけこ" * 400,
    "\n".join(f"{number}番目" for number in range(1, 101)),
]


@pytest.mark.parametrize("text", HOSTILE)
def test_any_text_that_may_be_typed_comes_back_as_it_was(text: str) -> None:
    row = replace(ROWS[2], name=f"名 {text[:20]}", current=Answer(results=text, issues=text, ask=text))
    (answer,) = read_form(form_workbook(form(rows=(row,), department_name=text[:20])), FILE).rows
    assert answer.problems == ()
    assert [answer.fields[field] for field in ("results", "issues", "ask")] == [text] * 3


def test_cells_are_named_as_the_spreadsheet_shows_them_also_when_it_begins_with_empty_ones() -> None:
    def edit(book: Workbook, sheet: Worksheet) -> None:
        fill("issues", "あ" * 4001)(book, sheet)
        at = column(sheet, "results")
        for row in sheet.iter_rows(max_row=KEYS_ROW - 1):
            for cell in row:
                cell.value = None
        sheet.insert_rows(1, 3)
        sheet.insert_cols(1)
        sheet.cell(FIRST_ROW + 3, at + 1).value = "=1+1"

    assert places(back(edit).rows[0].problems) == [
        ("reply_form.formula", "町民生活課 今回の実績 N13"),
        ("text.too_long", "町民生活課 課題 P13"),
    ]
