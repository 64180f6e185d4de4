"""方向性・予算要求一覧: what the answers say about the next year, in value and on paper."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

import pytest

from dxdesk.documents.directions import compose_directions, lay_directions
from dxdesk.documents.frames import FRAME_T, FRAME_Y
from dxdesk.documents.page import Printed, Sheet
from dxdesk.documents.paragraph import Text
from dxdesk.documents.styles import CELL
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.directions import Directions, directions_of
from dxdesk.domain.merge import UnitView
from dxdesk.domain.replies import Budget
from dxdesk.domain.statuses import STATUSES
from tests.documents.page_checks import check_golden, outside, overlapping, smallest
from tests.documents.reading import page_texts, texts
from tests.documents.sample_boards import MADE, MEMO, PLANS, THIS, Scene, own_words, scene
from tests.documents.sample_outlines import LONG_NAME, sized_plan

Said = tuple[str | None, Budget | None, str | None]
ROUND: Sequence[Said] = (
    ("拡充", Budget(True, "12,500", "国補助"), "利用が伸びている。"),
    ("現状維持", Budget(False), None),
    ("縮小", Budget(True, None, None), "対象を絞る。"),
    (None, None, None),
    ("現状維持", Budget(True, "300.5", None), None),
)


def value(found: Scene, said: Sequence[Said] = ROUND, cycle: Cycle = THIS) -> Directions:
    views: dict[str, UnitView] = {}
    for at, (unit, view) in enumerate(found.views.items()):
        direction, budget, reason = said[at % len(said)]
        if view.counted is not None and view.counted.answer is not None:
            answer = replace(view.counted.answer, direction=direction, budget=budget, reason=reason)
            views[unit] = replace(view, counted=replace(view.counted, answer=answer))
    return directions_of(found.plan, found.board, found.settings, cycle, views)


def printed(found: Scene, said: Sequence[Said] = ROUND) -> Printed:
    return compose_directions(value(found, said), made=MADE)


def check(pdf: bytes) -> None:
    assert outside(pdf, FRAME_Y) == []
    assert overlapping(pdf) == []
    assert smallest(pdf) >= 7.5


@pytest.mark.parametrize("name", PLANS)
def test_every_plan_stays_inside_the_frame_with_nothing_over_anything(name: str) -> None:
    check(printed(scene(name)).pdf)


def test_directions_are_counted_and_amounts_added_up() -> None:
    found = value(scene(plan=sized_plan(5, 1), statuses=("ok",)))
    assert found.counts == (("拡充", 1), ("現状維持", 2), ("縮小", 1), ("", 1))
    assert found.total == Decimal("12800.5")
    assert found.left_out == 1
    text, _ = texts(printed(scene(plan=sized_plan(5, 1), statuses=("ok",))).pdf)
    for words in ("方向性：拡充1・現状維持2・縮小1・記入なし1", "国補助", "12,500", "要求しない", "12,800.5"):
        assert words in text
    assert "要求する（額は未定）" in text
    assert "合計（額が未定の1取組を含まない）12,800.5" in text
    assert "令和7年度の方向性・予算要求一覧" in text


def test_a_total_that_holds_every_amount_leaves_none_out() -> None:
    said: Sequence[Said] = (
        ("拡充", Budget(True, "1,800", None), None),
        (None, Budget(False), None),
        (None, None, None),
    )
    found = scene(plan=sized_plan(5, 1), statuses=("ok",))
    assert value(found, said).left_out == 0
    assert "合計3,600" in texts(printed(found, said).pdf)[0]
    words = ((None, Budget(None, "見積り中", None), None),)
    assert value(found, words).left_out == 5


def test_what_is_finished_has_no_direction_to_be_said() -> None:
    found = scene(plan=sized_plan(5, 1), statuses=("done",))
    shown = value(found)
    assert shown.counts == (("拡充", 1), ("現状維持", 2), ("縮小", 1), ("完了", 1))
    assert [row.silent for row in shown.rows] == [False] * 5
    text, _ = texts(printed(found).pdf)
    assert "―（完了）" in text
    assert "記入なし" not in text


def test_what_is_under_review_has_its_direction_decided_by_the_meeting_where_the_cycle_needs_one() -> None:
    found = scene(plan=sized_plan(5, 1), statuses=("stop",))
    assert value(found).counts == (("拡充", 1), ("現状維持", 2), ("縮小", 1), ("", 1))
    shown = value(found, cycle=replace(THIS, kind="result"))
    assert shown.counts == (("拡充", 1), ("現状維持", 2), ("縮小", 1), ("会議で決める", 1))
    assert [row.silent for row in shown.rows] == [False] * 5
    text, _ = texts(compose_directions(shown, made=MADE).pdf)
    assert text.count("会議で決める") == 2
    assert "記入なし" not in text


def test_without_a_reason_stands_what_is_done_next() -> None:
    first, second, *_ = value(scene(plan=sized_plan(5, 1), statuses=("ok",))).rows
    assert first.reason == "利用が伸びている。"
    assert second.reason == "3月末までに移行の順番案を示す。"


def test_an_unanswered_unit_keeps_its_row() -> None:
    text, _ = texts(printed(scene("ogawara")).pdf)
    assert "産学官連携による地域活性化" in text
    assert "未回答" in text


def test_where_nobody_says_anything_that_is_said() -> None:
    result = printed(scene("kahoku"), ((None, None, None),))
    assert result.pages == 1
    assert "この回の回答に、次年度の方向性と予算要求の記入がない。" in texts(result.pdf)[0]


@pytest.mark.parametrize("units", [1, 13, 25, 44])
@pytest.mark.parametrize("axes", [0, 1, 9])
def test_plans_of_every_size_print_with_their_head_on_every_page(units: int, axes: int) -> None:
    result = printed(scene(plan=sized_plan(units, min(axes, units))))
    check(result.pdf)
    assert all("予算要求" in page for page in page_texts(result.pdf))


def test_long_names_words_and_reasons_wrap() -> None:
    long = ((LONG_NAME, Budget(True, LONG_NAME, LONG_NAME), LONG_NAME * 10),)
    check(printed(scene(plan=sized_plan(13, 3, name=LONG_NAME)), long).pdf)
    check(printed(own_words(scene("ogawara", statuses=STATUSES))).pdf)


def test_a_thousand_units_print() -> None:
    assert outside(printed(scene(plan=sized_plan(1_000, 9))).pdf, FRAME_Y) == []


def test_what_never_leaves_the_secretariat_is_nowhere_in_the_file() -> None:
    assert MEMO not in texts(printed(scene("ogawara")).pdf)[0]


def test_the_list_stands_between_other_papers_in_one_file() -> None:
    sheet = Sheet(FRAME_T, "会議資料")
    sheet.next_page(FRAME_Y)
    lay_directions(sheet, value(scene("miharu")))
    sheet.next_page(FRAME_T)
    sheet.place(Text("用語集", CELL))
    pages = page_texts(sheet.finish().pdf)
    assert "予算要求一覧" in pages[1]
    assert "予算要求一覧" not in pages[-1]


def test_the_same_answers_give_the_same_bytes_and_the_text_as_kept() -> None:
    found = scene("ogawara")
    assert printed(found).pdf == printed(found).pdf
    check_golden("directions_ogawara", printed(found).pdf)
