"""次年度の方向性 and 予算 in the reply form of a cycle that asks about them."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

from openpyxl import load_workbook

from dxdesk.domain.replies import Answer, Budget
from dxdesk.domain.settings import Settings
from dxdesk.exchange.reply_form import form_workbook
from dxdesk.exchange.reply_form_reading import read_form
from tests.exchange.form_edits import FILE
from tests.reply_form_samples import ROWS, form

SAID = Answer(status="ok", results="進めた。", direction="拡充", budget=Budget(True, "12500", "国補助"))
ROW = replace(ROWS[0], current=SAID, previous=Answer(direction="縮小", budget=Budget(False)))


def test_a_form_that_asks_shows_what_was_said_and_brings_it_back() -> None:
    content = form_workbook(form(rows=(ROW,), directions=Settings().directions, direction_needed=True))
    sheet = load_workbook(BytesIO(content)).worksheets[0]
    (keys,) = [row for row in sheet.iter_rows() if any(cell.value == "direction" for cell in row)]
    at = {str(cell.value): cell.column for cell in keys}
    head, first = keys[0].row + 1, keys[0].row + 2
    values = {key: sheet.cell(first, column).value for key, column in at.items()}
    assert (values["direction"], values["budget"], values["budget_source"]) == ("拡充", "12,500", "国補助")
    assert (values["previous.direction"], values["previous.budget"]) == ("縮小", "要求しない")
    assert sheet.cell(head, at["direction"]).value == "次年度の\n方向性（必須）"
    assert "選ばなかった見直しの取組の方向性は、会議で決めます。" in str(sheet.cell(8, 1).value)
    picked = {each.formula1 for each in sheet.data_validations.dataValidation}
    assert "dxdesk_direction" in picked
    (row,) = read_form(content, FILE).rows
    assert {field: row.fields[field] for field in ("direction", "budget", "budget_source")} == {
        "direction": "拡充",
        "budget": "12,500",
        "budget_source": "国補助",
    }
    assert row.problems == ()


def test_a_form_that_does_not_ask_has_no_columns_for_it() -> None:
    content = form_workbook(form(rows=(ROW,)))
    (row,) = read_form(content, FILE).rows
    assert not {"direction", "budget", "budget_source"} & set(row.fields)
