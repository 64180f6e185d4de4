"""ボード and マス目ボード hold for every plan, screen and text scale: nothing lost, small, cut or covered."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings

from dxdesk.domain.board import Axis, Board
from dxdesk.domain.settings import Settings
from dxdesk.domain.statuses import STATUSES
from dxdesk.ui.audience.board_slide import board_pages, fits_board
from dxdesk.ui.audience.drawing import SCALES, Canvas, Page, Squares, Text, canvas_for
from dxdesk.ui.audience.grid_slide import grid_pages
from dxdesk.ui.audience.slides import overview_pages

from .boards import SCREENS, SETTINGS, UNITS, boards, make_board, make_card, scales, screens, town_board
from .checks import check_page


def shown_codes(pages: Sequence[Page]) -> list[str]:
    return [layer.key for page in pages for layer in page.layers if layer.kind == "card"]


def texts(pages: Sequence[Page]) -> list[str]:
    return [str(each["text"]) for page in pages for each in page.texts()]


def axes(*names: str) -> tuple[Axis, ...]:
    return tuple(Axis(f"A{index}", None, name, None, None) for index, name in enumerate(names))


@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("town", UNITS)
def test_every_unit_of_a_real_plan_is_shown_once_on_every_screen(
    town: str, screen: tuple[int, int], scale: float
) -> None:
    board = town_board(town)
    pages = overview_pages(board, SETTINGS, canvas_for(*screen, scale))
    for page in pages:
        check_page(page)
    assert sorted(shown_codes(pages)) == sorted(card.code for card in board.cards)
    assert len(board.cards) == UNITS[town]
    shown = {str(each["code"]): each["key"] for page in pages for each in page.symbols()}
    assert shown == {card.code: card.status for card in board.cards}


@pytest.mark.parametrize("pages", [board_pages, grid_pages])
def test_the_first_cycle_has_no_legend_of_the_one_before(
    pages: Callable[[Board, Settings, Canvas], list[Page]],
) -> None:
    cards = tuple(make_card(str(at), "A0", "ok") for at in range(2))
    later = make_board(axes("軸"), cards)
    canvas = canvas_for(1920, 1080)
    legend = {"前回より良化", "悪化"}
    assert legend <= set(texts(pages(later, SETTINGS, canvas)))
    first = texts(pages(replace(later, previous_name=None), SETTINGS, canvas))
    assert not [each for each in first if "前回" in each or each in legend]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(boards(), screens, scales)
def test_any_board_as_a_grid_is_whole_and_never_small(board: Board, screen: tuple[int, int], scale: float) -> None:
    pages = grid_pages(board, SETTINGS, canvas_for(*screen, scale))
    for page in pages:
        check_page(page)
    assert sorted(shown_codes(pages)) == sorted(card.code for card in board.cards)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(boards(most_axes=3, most_units=5), screens, scales)
def test_any_small_board_as_cards_is_whole_and_never_small(board: Board, screen: tuple[int, int], scale: float) -> None:
    assert fits_board(board)
    pages = board_pages(board, SETTINGS, canvas_for(*screen, scale))
    for page in pages:
        check_page(page)
    assert sorted(shown_codes(pages)) == sorted(card.code for card in board.cards)


@pytest.mark.parametrize(("units", "count"), [(1, 1), (8, 3), (13, 3), (44, 9)])
def test_plans_of_any_size_fit_with_names_of_four_and_forty_characters(units: int, count: int) -> None:
    names = ["業務改善", "住民の利便性向上と職員の業務の効率化につながる業務の改善と情報システムの標準化・"]
    assert [len(name) for name in names] == [4, 40]
    cards = tuple(
        make_card(f"{index}", f"A{index % count}", STATUSES[index % 8], name=names[index % 2]) for index in range(units)
    )
    board = make_board(axes(*("住民の利便性向上に向けたDX",) * count), cards)
    for scale in SCALES:
        for page in overview_pages(board, SETTINGS, canvas_for(1920, 1080, scale)):
            check_page(page)


def test_the_rule_between_board_and_grid_is_three_axes_of_five() -> None:
    five = tuple(make_card(f"{index}", "A0", "ok") for index in range(5))
    assert fits_board(make_board(axes("一", "二", "三"), five))
    assert not fits_board(make_board(axes("一", "二", "三", "四"), five))
    assert not fits_board(make_board(axes("一"), (*five, make_card("6", "A0", "ok"))))
    assert fits_board(town_board("ogawara"))
    assert not fits_board(town_board("miharu"))


@pytest.mark.parametrize("town", UNITS)
def test_a_real_plan_is_one_page_on_a_wide_screen(town: str) -> None:
    assert len(overview_pages(town_board(town), SETTINGS, canvas_for(1920, 1080))) == 1


@pytest.mark.parametrize("town", UNITS)
def test_larger_text_makes_more_pages_and_never_smaller_text(town: str) -> None:
    board = town_board(town)
    pages = [overview_pages(board, SETTINGS, canvas_for(1920, 1080, scale)) for scale in SCALES]
    counts = [len(each) for each in pages]
    assert counts == sorted(counts)
    smallest = [min(float(str(text["px"])) for page in each for text in page.texts()) for each in pages]
    assert smallest == [pytest.approx(36 * scale, abs=0.1) for scale in SCALES]


def test_several_pages_say_which_one_it_is() -> None:
    pages = overview_pages(town_board("miharu"), SETTINGS, canvas_for(1440, 1080))
    assert len(pages) == 2
    for number, page in enumerate(pages, start=1):
        assert any(f"{number}／2" in text for text in texts([page]))


def test_counts_stand_in_their_order_and_zero_keeps_its_place() -> None:
    board = make_board(axes("一"), (make_card("1", "A0", "ok"), make_card("2", "A0", "miss")))
    page = board_pages(board, SETTINGS, canvas_for(1920, 1080))[0]
    tiles = [layer for layer in page.layers if layer.kind == "tile"]
    assert [tile.key for tile in tiles] == ["late", "warn", "ok", "done", "none", "miss"]
    counts = [mark.lines[0] for tile in tiles for mark in tile.marks if isinstance(mark, Text)][1::2]
    assert counts == ["0", "0", "1", "0", "0", "1"]


def test_stopped_and_not_asked_have_a_tile_only_when_there_are_any() -> None:
    cards = (make_card("1", "A0", "stop"), make_card("2", "A0", "na"))
    page = board_pages(make_board(axes("一"), cards), SETTINGS, canvas_for(1920, 1080))[0]
    assert [layer.key for layer in page.layers if layer.kind == "tile"] == list(STATUSES)


def test_what_waits_for_the_secretariat_reads_being_checked_and_counts_as_unanswered() -> None:
    cards = (make_card("1", "A0", "miss", checking=True), make_card("2", "A0", "miss", several=True))
    words = texts(board_pages(make_board(axes("一"), cards), SETTINGS, canvas_for(1920, 1080)))
    assert "確認中" in words
    assert "回答 3／6課" in words
    assert words[words.index("未回答") + 1] == "2"


def test_an_unanswered_unit_shows_the_stage_of_last_time_and_no_squares() -> None:
    board = make_board(axes("一"), (make_card("1", "A0", "miss", stage=2),))
    page = board_pages(board, SETTINGS, canvas_for(1920, 1080))[0]
    assert "前回 情報収集" in texts([page])
    assert not [mark for _, mark in page.marks() if isinstance(mark, Squares)]


def test_a_long_name_wraps_and_takes_the_place_of_the_squares() -> None:
    name = "自治体情報システムの標準化・共通化"
    cards = (make_card("1", "A0", "ok", name=name), make_card("2", "A0", "ok", name=name, short_name="標準化・共通化"))
    page = board_pages(make_board(axes("一"), cards), SETTINGS, canvas_for(1920, 1080))[0]
    marks = {layer.key: layer.marks for layer in page.layers if layer.kind == "card"}
    assert not [mark for mark in marks["1"] if isinstance(mark, Squares)]
    assert [mark for mark in marks["2"] if isinstance(mark, Squares)]
    assert name in texts([page])


def test_today_s_discussion_is_listed_in_its_order() -> None:
    board = town_board("ogawara")
    words = texts(board_pages(board, SETTINGS, canvas_for(1920, 1080)))
    start = words.index("本日の協議")
    names = [card.short_name for card in board.discussed()]
    assert words[start + 2 : start + 2 * len(names) + 1 : 2] == names


def test_a_town_s_own_grade_replaces_the_word_and_never_the_shape() -> None:
    words = {**SETTINGS.status_words, "ok": "B 目標どおり"}
    graded = type(SETTINGS)(status_words=words)
    pages = overview_pages(town_board("miharu"), graded, canvas_for(1920, 1080))
    for page in pages:
        check_page(page)
    assert "B 目標どおり" in texts(pages)
    assert "ok" in {str(each["key"]) for page in pages for each in page.symbols()}


def test_the_grid_keeps_axes_whole_and_groups_over_their_columns() -> None:
    board = town_board("miharu")
    page = grid_pages(board, SETTINGS, canvas_for(1920, 1080))[0]
    left = {layer.key: layer.rect.left() for layer in page.layers if layer.kind == "card"}
    for axis in board.axes:
        assert len({left[card.code] for card in board.on_axis(axis.code)}) == 1
    words = texts([page])
    assert "行政のDX" in words
    assert "まちのDX" in words
    assert {"1", "9"} <= set(words)
    assert not [word for word in words if "MEGO" in word]


def test_an_empty_plan_still_has_a_page() -> None:
    board = make_board((), ())
    for pages in (board_pages, grid_pages):
        assert len(pages(board, SETTINGS, canvas_for(1920, 1080))) == 1


@pytest.mark.parametrize(("town", "least"), [("kahoku", 0.6), ("miharu", 0.85), ("otaki", 0.65)])
def test_the_grid_of_a_small_plan_uses_the_height_of_the_page(town: str, least: float) -> None:
    canvas = canvas_for(1920, 1080)
    page = grid_pages(town_board(town), SETTINGS, canvas)[0]
    lowest = max(layer.rect.bottom() for layer in page.layers if layer.kind == "card")
    assert lowest > least * canvas.height


def test_the_wider_lines_of_a_grid_keep_the_list_of_what_is_discussed() -> None:
    for town in ("kahoku", "otaki"):
        assert "本日の協議" in texts(grid_pages(town_board(town), SETTINGS, canvas_for(1920, 1080)))
