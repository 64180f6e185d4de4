"""Reply forms that LibreOffice opened and saved in each of its formats."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from dxdesk.domain.replies import Answer
from dxdesk.exchange.reply_form import form_workbook
from dxdesk.exchange.reply_form_reading import read_form
from tests.exchange.form_edits import FIRST_ROW, column, edited, fields, fill, places, put_rows, rows_of
from tests.exchange.test_reply_form_cells import HOSTILE
from tests.reply_form_samples import COUNT, RATE, ROWS, form

OFFICE = shutil.which("soffice")
pytestmark = pytest.mark.skipif(OFFICE is None, reason="LibreOffice (soffice) is not installed")
Saved = Callable[..., bytes]


@pytest.fixture(scope="module")
def profile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("profile")


@pytest.fixture
def saved(tmp_path: Path, profile: Path) -> Saved:
    """Open a file in LibreOffice and save it in the formats given, one after the other."""

    def save(content: bytes, *suffixes: str) -> bytes:
        source = tmp_path / "form.xlsx"
        source.write_bytes(content)
        for number, suffix in enumerate(suffixes):
            folder = tmp_path / str(number)
            command = [str(OFFICE), f"-env:UserInstallation={profile.as_uri()}", "--headless", "--convert-to", suffix]
            subprocess.run(
                [*command, "--outdir", str(folder), str(source)], capture_output=True, timeout=180, check=True
            )
            source = folder / f"form.{suffix}"
        return source.read_bytes()

    return save


def worked(book: Workbook, sheet: Worksheet) -> None:
    """Filled in, sorted, with rows inserted, the sheet renamed and who did it."""
    for key, text in {
        "status": "要注意",
        "stage": "検討",
        "results": "=達成",
        "indicator.0": "12.50",
        "indicator.1": "―",
    }.items():
        fill(key, text)(book, sheet)
        sheet.cell(FIRST_ROW, column(sheet, key)).data_type = "s"
    sheet.cell(7, column(sheet, "results")).value = "山田"
    sheet.cell(7, column(sheet, "next")).value = "2/3"
    put_rows(sheet, list(reversed(rows_of(sheet))))
    sheet.insert_rows(FIRST_ROW + 1)
    sheet.title = "済み"


@pytest.mark.parametrize("suffixes", [("xlsx",), ("ods",), ("xls",), ("xls", "ods", "xlsx")])
def test_what_was_filled_in_comes_back_from_any_format(saved: Saved, suffixes: tuple[str, ...]) -> None:
    content = edited(worked)
    reply = read_form(saved(content, *suffixes), "form")
    assert reply == read_form(content, "form")
    assert reply.all_problems() == ()
    assert [row.code for row in reply.rows] == ["重点-10", "2", "1"]
    assert fields(reply)["1"]["results"] == "=達成"
    assert fields(reply)["1"]["status"] == "warn"
    assert reply.rows[-1].indicators == {RATE.id: "12.50", COUNT.id: "―"}
    assert (reply.author, reply.confirmed) == ("山田", date(2025, 2, 3))


@pytest.mark.parametrize("suffix", ["xlsx", "ods", "xls"])
def test_any_text_comes_back_from_any_format(saved: Saved, suffix: str) -> None:
    rows = tuple(
        replace(ROWS[2], unit=f"{ROWS[2].unit[:-2]}{at:02}", code=str(at), current=Answer(results=text))
        for at, text in enumerate(HOSTILE)
    )
    reply = read_form(saved(form_workbook(form(rows=rows)), suffix), "form")
    assert [row.fields["results"] for row in reply.rows] == HOSTILE


@pytest.mark.parametrize("suffix", ["xlsx", "ods"])
def test_formulas_and_merged_cells_are_still_found(saved: Saved, suffix: str) -> None:
    def edit(book: Workbook, sheet: Worksheet) -> None:
        fill("results", "=1+1")(book, sheet)
        at = column(sheet, "issues")
        sheet.merge_cells(start_row=FIRST_ROW + 1, start_column=at, end_row=FIRST_ROW + 2, end_column=at)

    found = places(read_form(saved(edited(edit), suffix), "form").all_problems())
    assert ("reply_form.formula", "町民生活課 今回の実績 M10") in found
    assert ("reply_form.merged", "町民生活課 課題 O11") in found


def test_lists_protection_and_paper_survive(saved: Saved) -> None:
    book = load_workbook(BytesIO(saved(form_workbook(form()), "xls", "xlsx")))
    sheet = book.worksheets[0]
    assert sheet.protection.sheet
    assert len(sheet.data_validations.dataValidation) == 3
    assert sheet.page_setup.orientation == "landscape"
    assert sheet.print_title_rows == "$9:$9"
    assert sheet.row_dimensions[8].hidden
