"""The reply form as an independent reader of spreadsheets sees it."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from dxdesk.domain.replies import Answer
from dxdesk.domain.reply_forms import ReplyForm
from dxdesk.exchange.reply_form import form_workbook
from dxdesk.exchange.workbooks import CELL_LIMIT
from tests.reply_form_samples import ROWS, form

KEYS_ROW, HEAD_ROW, FIRST_ROW = 8, 9, 10


def opened(shown: ReplyForm) -> Workbook:
    return load_workbook(BytesIO(form_workbook(shown)))


def sheet_of(shown: ReplyForm) -> Worksheet:
    found = opened(shown).worksheets[0]
    assert isinstance(found, Worksheet)
    return found


def columns(sheet: Worksheet) -> dict[str, int]:
    return {str(cell.value): cell.column for cell in sheet[KEYS_ROW]}


def test_a_department_has_one_sheet_and_each_initiative_one_row() -> None:
    book = opened(form())
    assert book.sheetnames == ["町民生活課", "選択肢"]
    assert [each.sheet_state for each in book.worksheets] == ["visible", "hidden"]
    sheet = sheet_of(form())
    at = columns(sheet)
    assert [sheet.cell(row, at["code"]).value for row in range(FIRST_ROW, FIRST_ROW + 4)] == ["1", "2", "重点-10", None]


def test_texts_stand_off_the_edges_of_their_cells_and_choices_in_the_middle() -> None:
    sheet = sheet_of(form())
    at = columns(sheet)
    for key in ("name", "results", "previous.results"):
        alignment = sheet.cell(FIRST_ROW, at[key]).alignment
        assert (alignment.horizontal, alignment.indent) == ("left", 1)
    for key in ("code", "status", "previous.status"):
        alignment = sheet.cell(FIRST_ROW, at[key]).alignment
        assert (alignment.horizontal, alignment.indent) == ("center", 0)


def test_the_last_answer_stands_beside_each_field() -> None:
    sheet = sheet_of(form())
    at = columns(sheet)
    for field, text in (("status", "順調"), ("stage", "検討"), ("results", ROWS[0].previous.results)):  # type: ignore[union-attr]
        assert at[f"previous.{field}"] == at[field] - 1
        assert sheet.cell(FIRST_ROW, at[f"previous.{field}"]).value == text
        assert sheet.cell(FIRST_ROW, at[field]).value is None
    assert sheet.cell(FIRST_ROW + 1, at["status"]).value == "順調"
    assert sheet.cell(FIRST_ROW + 1, at["discuss"]).value == "決めてほしい"
    assert (
        sheet.cell(FIRST_ROW, at["indicator.0.known"]).value == "オンライン申請の利用率（%）\n前回 12.5\n目標 30（R7）"
    )


def test_only_answer_cells_can_be_written_in_and_there_is_no_password() -> None:
    sheet = sheet_of(form())
    at = columns(sheet)
    assert sheet.protection.sheet
    assert sheet.protection.password is None
    answers = {number for key, number in at.items() if key in {"status", "stage", "results", "issues", "next"}}
    answers |= {at["discuss"], at["ask"], at["indicator.0"], at["indicator.1"]}
    for row in sheet.iter_rows(min_row=KEYS_ROW, max_row=FIRST_ROW + 2):
        for cell in row:
            assert cell.protection.locked != (cell.column in answers and cell.row >= FIRST_ROW)


def test_status_stage_and_discussion_are_picked_from_lists_of_the_hidden_sheet() -> None:
    book, sheet = opened(form()), sheet_of(form())
    lists = {str(each.sqref): each.formula1 for each in sheet.data_validations.dataValidation}
    assert sorted(lists.values()) == ["dxdesk_discuss", "dxdesk_stage", "dxdesk_status"]
    assert all(each.endswith(f"{FIRST_ROW + 2}") for each in lists)
    assert book.defined_names["dxdesk_status"].attr_text == "'選択肢'!$A$1:$A$7"
    words = [book["選択肢"].cell(row, 1).value for row in range(1, 8)]
    assert words == [word for _, word in form().statuses]


def test_what_the_program_needs_is_hidden() -> None:
    sheet = sheet_of(form())
    assert sheet.row_dimensions[KEYS_ROW].hidden
    assert sheet.column_dimensions["B"].hidden
    assert str(sheet["B8"].value).startswith("dxdesk-form/1 {")
    assert str(sheet["B10"].value).startswith("dxdesk-row/1 {")


def test_it_prints_on_lying_a4_one_page_wide_with_the_head_on_every_page() -> None:
    sheet = sheet_of(form())
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (1, 0)
    assert sheet.print_title_rows == f"${HEAD_ROW}:${HEAD_ROW}"
    assert str(sheet.print_area).endswith(f"${FIRST_ROW + 2}")


def test_nothing_is_merged_so_that_rows_can_be_sorted() -> None:
    assert sheet_of(form()).merged_cells.ranges == set()


def test_how_to_fill_it_in_stands_on_top_with_the_day_it_is_due() -> None:
    sheet = sheet_of(form(guide=80))
    top = "\n".join(str(sheet.cell(row, 1).value) for row in range(1, 7))
    assert "令和7年2月5日までに事務局へ返してください" in top
    assert "1欄80字が目安" in top
    assert [cell.value for cell in sheet[7] if cell.value] == ["記入者", "所属長", "確認日"]


def test_a_form_without_indicators_has_no_columns_for_them() -> None:
    assert not any(key.startswith("indicator") for key in columns(sheet_of(form(rows=ROWS[2:]))))


def test_the_same_form_gives_the_same_bytes() -> None:
    assert form_workbook(form()) == form_workbook(form())


@pytest.mark.parametrize(
    "text",
    [
        "=達成",
        "=1+1",
        "+81",
        "-5",
        "@SUM(A1)",
        "{=A1}",
        "http://x.example/",
        "001",
        "1e5",
        "2025-02-13",
        "<b>太字</b>",
        "_x0041_",
    ],
)
def test_what_looks_like_a_formula_a_link_or_a_number_stays_a_text(text: str) -> None:
    shown = form(rows=(replace(ROWS[2], current=Answer(results=text), previous=Answer(issues=text)),))
    content = form_workbook(shown)
    sheet = load_workbook(BytesIO(content)).worksheets[0]
    at = columns(sheet)
    for key in ("results", "previous.issues"):
        cell = sheet.cell(FIRST_ROW, at[key])
        assert cell.number_format == "@"
        assert cell.hyperlink is None
    with ZipFile(BytesIO(content)) as parts:
        written = parts.read("xl/worksheets/sheet1.xml").decode()
        assert "<f>" not in written
        assert not any("hyperlink" in parts.read(name).decode(errors="replace") for name in parts.namelist())


@pytest.mark.parametrize(
    "name", ["総務課/税務課", "[課]*?:\\", "'課'", "課" * 40, "選択肢", "History", "　", "𠮷" * 30]
)
def test_any_name_of_a_department_gives_a_sheet_that_can_be_opened(name: str) -> None:
    first = opened(form(department_name=name)).sheetnames[0]
    assert 0 < len(first.encode("utf-16-le")) // 2 <= 31


def test_a_text_that_a_cell_cannot_hold_is_refused_and_never_cut() -> None:
    with pytest.raises(ValueError, match="longer than a cell"):
        form_workbook(form(rows=(replace(ROWS[2], current=Answer(results="あ" * (CELL_LIMIT + 1))),)))


@settings(deadline=None, max_examples=30)
@given(st.text(st.characters(exclude_categories=("Cs", "Cc", "Cn")), max_size=60))
def test_any_text_can_be_written(text: str) -> None:
    sheet = sheet_of(form(rows=(replace(ROWS[2], name=text or "名", previous=Answer(results=text or None)),)))
    assert sheet.max_row == FIRST_ROW
