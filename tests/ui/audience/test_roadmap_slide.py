"""道のり: what happened and what is planned, every kind of schedule, on any screen."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dxdesk.domain.board import Board
from dxdesk.domain.roadmap import compose_roadmap
from dxdesk.ui.audience.drawing import SCALES, Box, Line, Page, Symbol, Text, canvas_for
from dxdesk.ui.audience.roadmap_slide import roadmap_pages
from tests.documents.sample_boards import scene

from .boards import NAMES, SCREENS, SETTINGS, UNITS, boards, make_board, make_card, scales, screens, town_board
from .checks import check_page
from .courses import IN_AUGUST, MEETING, made_roadmap, made_trend, roadmap_of
from .test_overviews import axes, shown_codes, texts

LONG = "マイナンバーカードの交付率を向上させる取り組みの推進（民間企業との連携・休日開庁の実施の検討）"


def drawn(town: str, screen: tuple[int, int] = (1920, 1080), scale: float = 1.0, **when: object) -> Sequence[Page]:
    found = scene(town)
    day = when.get("day", MEETING)
    assert isinstance(day, date)
    return roadmap_pages(
        found.board,
        made_trend(found.board),
        roadmap_of(found.plan, day),
        SETTINGS,
        canvas_for(*screen, scale),
        months=bool(when.get("months")),
    )


@pytest.mark.parametrize("months", [False, True])
@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("town", UNITS)
def test_every_unit_of_a_real_plan_stands_once_on_every_screen(
    town: str, screen: tuple[int, int], scale: float, months: bool
) -> None:
    pages = drawn(town, screen, scale, months=months)
    for page in pages:
        check_page(page)
    board = town_board(town)
    assert shown_codes(pages) == [card.code for axis in board.axes for card in board.on_axis(axis.code)]


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    boards(),
    NAMES | st.just(LONG),
    st.integers(1, 6),
    st.integers(1, 9),
    st.dates(date(2024, 4, 1), date(2025, 5, 31)),
    st.booleans(),
    screens,
    scales,
)
def test_any_roadmap_is_whole_and_never_small(
    board: Board, text: str, cycles: int, years: int, day: date, months: bool, screen: tuple[int, int], scale: float
) -> None:
    roadmap = made_roadmap(board, text, years=max(2, years), day=day)
    pages = roadmap_pages(
        board, made_trend(board, cycles), roadmap, SETTINGS, canvas_for(*screen, scale), months=months
    )
    for page in pages:
        check_page(page)
    assert sorted(shown_codes(pages)) == sorted(card.code for card in board.cards)


def card_marks(pages: Sequence[Page], code: str) -> list[object]:
    return [mark for page in pages for layer in page.layers if layer.key == code for mark in layer.marks]


def test_thirteen_units_of_a_plan_stand_on_one_page_with_the_years_to_come() -> None:
    pages = drawn("ogawara")
    assert len(pages) == 1
    words = texts(pages)
    assert words[0] == "3年間の道のり"
    assert [word for word in words if word.endswith("年度")] == ["令和4年度", "令和5年度", "令和6年度", "令和7年度"]
    assert "手続ガイドラインの導入の検討" in words


def test_what_is_planned_lies_right_of_the_meeting_and_what_happened_left_of_it() -> None:
    page = drawn("ogawara")[0]
    line = max(
        (mark for _, mark in page.marks() if isinstance(mark, Line) and mark.colour == "navy"), key=lambda at: at.width
    )
    x = line.points[0].x()
    for layer in page.layers:
        if layer.kind == "card":
            boxes = [mark for mark in layer.marks if isinstance(mark, Box)]
            assert all(mark.rect.left() > x for mark in boxes)
    symbols = [mark.rect for layer, mark in page.marks() if layer.kind == "card" and isinstance(mark, Symbol)]
    assert symbols
    assert all(rect.right() <= x for rect in symbols)


def test_a_span_that_the_plan_does_not_confirm_is_dashed_and_explained() -> None:
    pages = drawn("ogawara")
    unsure = [mark.dashed for mark in card_marks(pages, "3") if isinstance(mark, Box)]
    single = [mark.dashed for mark in card_marks(pages, "6") if isinstance(mark, Box)]
    assert (unsure, single) == ([True], [False])
    assert "点線：終わりの年度の記載なし" in texts(pages)


def test_single_and_every_second_years_have_a_mark_on_the_line_and_before_their_text() -> None:
    pages = drawn("ogawara")
    marks = [mark for mark in card_marks(pages, "6") if isinstance(mark, Text)]
    alone = [mark for mark in marks if mark.lines == ("◆",)]
    assert len(alone) == 2
    assert "◆標準準拠システムへ移行完了" in ["".join(mark.lines) for mark in marks]
    assert any("◆" in "".join(mark.lines) for mark in card_marks(pages, "5") if isinstance(mark, Text))
    assert "◆単年・隔年" in texts(pages)


def test_a_unit_about_which_the_plan_says_nothing_has_a_dashed_line() -> None:
    pages = drawn("kaminokawa")
    dashed = [mark for mark in card_marks(pages, "1-1") if isinstance(mark, Line) and mark.dashed]
    assert len(dashed) == 1


def test_what_is_finished_says_so_in_place_of_its_plan() -> None:
    done = next(card for card in scene("ogawara").board.cards if card.status == "done")
    marks = card_marks(drawn("ogawara"), done.code)
    assert not [mark for mark in marks if isinstance(mark, Box)]
    assert [line for mark in marks[1:] if isinstance(mark, Text) for line in mark.lines] == ["完了"]


def test_in_summer_the_rest_of_the_year_is_still_to_come() -> None:
    summer, winter = drawn("ogawara", day=IN_AUGUST), drawn("ogawara", day=MEETING)
    assert any("Fit&" in word for word in texts(summer))
    assert not any("Fit&" in word for word in texts(winter))


def test_this_year_is_shown_by_months() -> None:
    words = texts(drawn("ogawara", months=True, day=IN_AUGUST))
    assert words[0] == "令和6年度の道のり"
    assert {"4月", "8月", "3月"} <= set(words)
    assert "令和7年度" not in words


def test_a_year_outside_the_plan_is_not_counted_among_its_years() -> None:
    found = scene("otaki")
    after = compose_roadmap(found.plan, (found.plan.period.to or 2024) + 1, MEETING)
    pages = roadmap_pages(found.board, made_trend(found.board), after, SETTINGS, canvas_for(1920, 1080))
    assert texts(pages)[0] == "道のり"


def test_a_plan_without_an_end_shows_the_next_year() -> None:
    words = texts(drawn("kahoku"))
    assert words[0] == "道のり"
    assert "令和7年度" in words


def test_after_the_last_year_of_a_plan_there_is_only_what_happened() -> None:
    board = make_board(axes("一"), (make_card("1", "A0", "ok"),))
    roadmap = made_roadmap(board, LONG, years=2)
    page = roadmap_pages(board, made_trend(board), roadmap, SETTINGS, canvas_for(1920, 1080))[0]
    check_page(page)
    assert not [mark for mark in card_marks([page], "1") if isinstance(mark, Box)]


def test_lines_without_room_are_counted() -> None:
    words = texts(drawn("otaki"))
    assert any("ほか3件" in word for word in words)


def test_an_empty_plan_still_has_a_page() -> None:
    board = make_board((), ())
    roadmap = made_roadmap(board, LONG)
    assert len(roadmap_pages(board, made_trend(board), roadmap, SETTINGS, canvas_for(1920, 1080))) == 1
