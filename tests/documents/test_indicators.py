"""指標一覧 on paper."""

from __future__ import annotations

from dataclasses import replace

import pypdfium2
import pytest

from dxdesk.documents.frames import FRAME_T, FRAME_Y
from dxdesk.documents.indicators import compose_indicators, lay_indicators
from dxdesk.documents.page import Printed, Sheet
from dxdesk.documents.paragraph import Text
from dxdesk.documents.styles import CELL
from dxdesk.domain.indicator_table import IndicatorTable, indicator_table
from dxdesk.domain.merge import UnitView
from dxdesk.domain.plan_parts import Baseline, Indicator, Target
from dxdesk.domain.plans import Plan
from dxdesk.domain.replies import Reading
from tests.documents.page_checks import check_golden, outside, overlapping, smallest
from tests.documents.reading import page_texts, texts
from tests.documents.sample_boards import MADE, PLANS, THIS, Scene, load_plan, scene
from tests.documents.sample_outlines import LONG_NAME, sized_plan

RATE = Indicator("r", "オンライン申請の利用率", "％", "rate", "up", Baseline("12", "R4末"), (
    Target(2024, "40"), Target(2025, "60"),
), "申請全体に占める割合")  # fmt: skip
PAGES = Indicator("p", "コピー用紙の購入枚数", "千枚", "total", "down", Baseline("1,200", "R4"), (
    Target(2025, "800"),
), None)  # fmt: skip
WORDS = Indicator("w", "研修の開催", None, "text", None, None, (Target(None, "5年間で6回、各地域で年1回"),), None)
READINGS = (
    Reading("r", "38", "38", "R6.12", "速報", "町民生活課調べ"),
    Reading("p", "1000", "1,000"),
    Reading("w", "町内3か所で開いた", "町内3か所で開いた"),
)


def with_indicators(plan: Plan, *indicators: Indicator) -> Plan:
    nodes = tuple(
        replace(each, indicators=indicators) if plan.role(each) == "initiative" else each for each in plan.nodes
    )
    return replace(plan, nodes=nodes)


def value(found: Scene, readings: tuple[Reading, ...] = READINGS) -> IndicatorTable:
    def told(view: UnitView) -> UnitView:
        said = view.counted
        if said is None or said.answer is None:
            return view
        return replace(view, counted=replace(said, answer=replace(said.answer, indicators=readings)))

    views = {unit: told(view) for unit, view in found.views.items()}
    return indicator_table(found.plan, found.board, found.settings, THIS, [(THIS, views)])


def printed(found: Scene, readings: tuple[Reading, ...] = READINGS) -> Printed:
    return compose_indicators(value(found, readings), made=MADE)


def check(pdf: bytes) -> None:
    assert outside(pdf, FRAME_Y) == []
    assert overlapping(pdf) == []
    assert smallest(pdf) >= 7.5


@pytest.mark.parametrize("name", PLANS)
def test_a_plan_without_indicators_says_so_in_a_sentence(name: str) -> None:
    result = printed(scene(name))
    assert result.pages == 1
    assert "計画に指標の定めがない。" in texts(result.pdf)[0]
    check(result.pdf)


@pytest.mark.parametrize("name", PLANS)
def test_indicators_of_every_plan_stay_inside_the_frame(name: str) -> None:
    check(printed(scene(plan=with_indicators(load_plan(name), RATE, PAGES, WORDS))).pdf)


def test_every_value_stands_with_its_target_its_rate_and_its_source() -> None:
    text, _ = texts(printed(scene(plan=with_indicators(sized_plan(1, 1), RATE, PAGES, WORDS))).pdf)
    for words in ("1取組その1の推進", "38（R6.12・速報）", "95％", "50％（令和7年度比）", "出典：町民生活課調べ"):
        assert words in text
    assert "町内3か所で開いた" in text
    assert "申請全体に占める割合" in text


def test_the_year_a_rate_is_measured_against_stands_in_one_line() -> None:
    pdf = printed(scene(plan=with_indicators(sized_plan(1, 1), PAGES))).pdf
    assert "（令和7年度比）" in pypdfium2.PdfDocument(pdf)[0].get_textpage().get_text_range().split()


def test_what_is_unanswered_and_what_cannot_be_measured_is_said() -> None:
    plan = with_indicators(sized_plan(1, 1), RATE)
    assert "未回答" in texts(printed(scene(plan=plan, answered=False)).pdf)[0]
    cannot = (Reading("r", None, "―", reason="集計は5月"),)
    assert "測れない（集計は5月）" in texts(printed(scene(plan=plan), cannot).pdf)[0]


def test_targets_of_more_than_five_years_are_all_told() -> None:
    many = replace(RATE, targets=tuple(Target(year, str(year - 2000)) for year in range(2020, 2031)))
    result = printed(scene(plan=with_indicators(sized_plan(2, 1), many)))
    check(result.pdf)
    text, _ = texts(result.pdf)
    assert "ほかの目標：令和2年度20、令和3年度21" in text


@pytest.mark.parametrize("units", [1, 13, 44])
def test_names_and_texts_of_any_length_wrap_and_heads_repeat(units: int) -> None:
    long = replace(RATE, name=LONG_NAME, note=LONG_NAME * 3, unit="件（延べ）", baseline=Baseline(LONG_NAME, LONG_NAME))
    result = printed(scene(plan=with_indicators(sized_plan(units, 1, name=LONG_NAME), long, WORDS)))
    check(result.pdf)
    assert all("達成率" in page for page in page_texts(result.pdf))


def test_a_thousand_units_print() -> None:
    result = printed(scene(plan=with_indicators(sized_plan(1_000, 9), RATE)))
    assert outside(result.pdf, FRAME_Y) == []


def test_the_indicators_stand_between_other_papers_in_one_file() -> None:
    sheet = Sheet(FRAME_T, "会議資料")
    sheet.next_page(FRAME_Y)
    lay_indicators(sheet, value(scene(plan=with_indicators(sized_plan(40, 1), RATE))))
    sheet.next_page(FRAME_T)
    sheet.place(Text("用語集", CELL))
    pages = page_texts(sheet.finish().pdf)
    assert "指標一覧" in pages[1]
    assert "指標一覧" not in pages[-1]


def test_the_same_answers_give_the_same_bytes_and_the_text_as_kept() -> None:
    found = scene(plan=with_indicators(load_plan("ogawara"), RATE, PAGES, WORDS))
    assert printed(found).pdf == printed(found).pdf
    check_golden("indicators_ogawara", printed(found).pdf)
