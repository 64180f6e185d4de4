"""総括, 工程表, 指標一覧, 方向性一覧 and ボード in the hand of a town that writes otherwise."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from dxdesk.documents.frames import FRAME_T, FRAME_Y
from dxdesk.documents.page import Printed
from dxdesk.domain.paper import Paper
from tests.documents import test_board_sheet, test_directions, test_indicators, test_schedule, test_summary
from tests.documents.page_checks import outside, overlapping
from tests.documents.reading import texts
from tests.documents.sample_boards import PLANS, Scene, load_plan, scene

OWN = Paper(punctuation="，．", years="western", digits="single", margins=(25, 25, 35, 25), binding=True)


def written(found: Scene) -> Scene:
    return replace(found, settings=replace(found.settings, paper=OWN))


LYING: tuple[Callable[[Scene], Printed], ...] = (
    test_schedule.printed, test_indicators.printed, test_directions.printed, test_board_sheet.printed,
)  # fmt: skip


@pytest.mark.parametrize("name", PLANS)
def test_the_summary_keeps_within_the_margins_of_the_town(name: str) -> None:
    result = test_summary.printed(written(scene(name)))
    assert outside(result.pdf, FRAME_T.for_town(OWN)) == []
    assert overlapping(result.pdf) == []


@pytest.mark.parametrize("print_", LYING)
def test_what_is_bound_at_the_top_keeps_its_own(print_: Callable[[Scene], Printed]) -> None:
    plan = test_indicators.with_indicators(load_plan("otaki"), test_indicators.RATE, test_indicators.PAGES)
    result = print_(written(scene(plan=plan)))
    assert outside(result.pdf, FRAME_Y) == []
    assert overlapping(result.pdf) == []


@pytest.mark.parametrize("print_", [test_summary.printed, *LYING])
def test_years_are_western_and_no_sentence_of_ours_ends_otherwise(print_: Callable[[Scene], Printed]) -> None:
    plan = test_indicators.with_indicators(load_plan("otaki"), test_indicators.RATE)
    text, _ = texts(print_(written(scene(plan=plan))).pdf)
    assert "2024年12月31日現在" in text
    assert "令和6年12月" not in text
    assert "令和5年度～" not in text.replace("令和5年度～随時実施", "").replace("令和5年度～実施", "")
    for sentence in ("状況は取組ごとに", "達成率は、", "特になし。", "主管は1取組に"):
        assert sentence.replace("1", "１") + "。" not in text
