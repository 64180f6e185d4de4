"""The name and the days of a cycle, as they are typed."""

from __future__ import annotations

import pytest

from dxdesk.desk import Desk
from dxdesk.ui.cycle.opening import NAMES, OpenCyclePage
from tests.ui.cycle.test_opening import make, newest, press


def test_the_results_gathered_in_april_are_those_of_the_year_before(page: OpenCyclePage, desk: Desk) -> None:
    fields = page.form.fields
    typed = {"name": "年度末", "as_of": "R7.4.1", "due": "R7.4.18", "meeting": "", "kind": "result"}
    page.form.show_typed(typed)
    assert fields["as_of"].echo.text().endswith("令和6年度の回になります")
    page.form.show_typed({**typed, "kind": "interim"})
    assert "年度の回" not in fields["as_of"].echo.text()
    page.form.show_typed(typed)
    for _ in range(2):
        press(page.foot.primary)
    make(page)
    assert (newest(desk).name, newest(desk).fiscal_year) == ("年度末", 2024)


def test_a_deadline_that_is_over_is_told(page: OpenCyclePage) -> None:
    due = page.form.fields["due"]
    due.line.setText("R7.2.12")
    assert "もう過ぎた日です" in due.echo.text()
    due.line.setText("R7.2.13")
    assert "もう過ぎた日です" not in due.echo.text()


def test_days_are_read_in_every_form_and_told_in_full(page: OpenCyclePage) -> None:
    due = page.form.fields["due"]
    for typed in ("R7.3.3", "7/3/3", "2025/3/3", "３/３", "令和7年3月3日"):
        due.line.setText(typed)
        assert due.echo.text().startswith("令和7年3月3日（月）")
    due.line.setText("3月の末")
    assert "令和" not in due.echo.text()


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        ("name", "  ", "回の名前がありません"),
        ("name", "あ" * 101, "縮めてください"),
        ("as_of", "2月30日", "という日はありません"),
        ("due", "来週", "日付として読めません"),
        ("due", "R6.1.1", "基準日"),
        ("meeting", "R7.2.14", "締切"),
    ],
)
def test_what_has_to_be_mended_is_said_under_its_field(page: OpenCyclePage, field: str, typed: str, said: str) -> None:
    page.form.fields[field].line.setText(typed)
    press(page.foot.primary)
    assert page.step == NAMES
    assert said in page.form.fields[field].message.text
    assert page.form.fields[field].line.hasFocus()
    page.form.fields[field].line.setText("x")
    assert page.form.fields[field].message.text == ""


@pytest.mark.parametrize(
    ("key", "typed", "outside"),
    [
        ("as_of", "令和4年9月30日", True),
        ("as_of", "令和8年3月31日", False),
        ("as_of", "令和8年4月1日", True),
        ("due", "令和8年4月30日", False),
        ("due", "令和17年1月31日", True),
        ("meeting", "令和9年5月1日", True),
    ],
)
def test_a_day_outside_the_period_of_the_plan_is_said_beside_it_and_stands_all_the_same(
    page: OpenCyclePage, key: str, typed: str, outside: bool
) -> None:
    field = page.form.fields[key]
    field.line.setText(typed)
    assert ("計画の期間の外の日です" in field.echo.text()) is outside
    assert field.echo.text().startswith(typed)
    assert field.message.text == ""
