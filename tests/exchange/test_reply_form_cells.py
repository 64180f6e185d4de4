"""What stands in the answer cells of a reply form, and what is said of what cannot be taken."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from dxdesk.domain.replies import Answer
from dxdesk.exchange.reply_form import form_workbook
from dxdesk.exchange.reply_form_reading import read_form
from dxdesk.wording.sentences import problem_words
from tests.exchange.form_edits import (
    FILE,
    FIRST_ROW,
    KEYS_ROW,
    back,
    column,
    fields,
    fill,
    places,
)
from tests.reply_form_samples import COUNT, RATE, ROWS, form


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
    assert back(fill("indicator.1", 0.76)).rows[0].indicators == {RATE.id: None, COUNT.id: "0.76"}
    assert back(fill("indicator.0", "0.76")).rows[0].indicators == {RATE.id: "0.76", COUNT.id: None}


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
    untouched = back(people())
    assert (untouched.author, untouched.confirmer, untouched.confirmed) == (None, None, None)
    assert back(people(next=date(2025, 2, 4))).confirmed == date(2025, 2, 4)
    assert back(people(next="令和7年2月4日")).confirmed == date(2025, 2, 4)


def test_a_name_or_day_that_cannot_be_taken_is_named() -> None:
    reply = back(people(results="名" * 101, next="来週"))
    assert places(reply.problems) == [
        ("text.too_long", "町民生活課 記入者 M7"),
        ("reply_form.confirmed", "町民生活課 確認日 Q7"),
    ]


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


def test_what_is_quoted_of_a_file_is_short_and_turns_no_other_text_around() -> None:
    def edit(book: Workbook, sheet: Worksheet) -> None:
        fill("status", "右\u202eから\n" + "長" * 500)(book, sheet)
        sheet.cell(FIRST_ROW + 1, 2).value = None
        sheet.cell(FIRST_ROW + 1, 3).value = "名\u202e" * 500
        sheet.title = "表\u202e裏"

    words = [problem_words(each) for each in back(edit).all_problems()]
    assert len(words) == 2
    assert all("\u202e" not in each and len(each) < 300 for each in words)
