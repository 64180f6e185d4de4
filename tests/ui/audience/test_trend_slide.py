"""推移: six cycles of every unit on any screen, what changed in words, split between axes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dxdesk.domain.board import Board
from dxdesk.domain.trend import Trend
from dxdesk.ui.audience.drawing import SCALES, Arrow, Block, Page, Symbol, Text, canvas_for
from dxdesk.ui.audience.trend_slide import trend_pages
from tests.documents.sample_boards import own_words, scene

from .boards import NAMES, SCREENS, SETTINGS, UNITS, boards, make_board, make_card, scales, screens, town_board
from .checks import check_page
from .courses import cycle, made_trend
from .test_overviews import axes, shown_codes, texts


def drawn(board: Board, cycles: int = 6, screen: tuple[int, int] = (1920, 1080), scale: float = 1.0) -> Sequence[Page]:
    return trend_pages(board, made_trend(board, cycles), SETTINGS, canvas_for(*screen, scale))


def rows(page: Page) -> dict[str, list[Symbol]]:
    return {
        layer.key: [mark for mark in layer.marks if isinstance(mark, Symbol)]
        for layer in page.layers
        if layer.kind == "card"
    }


@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("town", UNITS)
def test_every_unit_of_a_real_plan_stands_once_on_every_screen(
    town: str, screen: tuple[int, int], scale: float
) -> None:
    board = town_board(town)
    pages = drawn(board, 6, screen, scale)
    for page in pages:
        check_page(page)
    assert shown_codes(pages) == [card.code for axis in board.axes for card in board.on_axis(axis.code)]
    assert {code: marks[-1].key for page in pages for code, marks in rows(page).items()} == {
        card.code: card.status for card in board.cards
    }


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(boards(), st.integers(1, 6), st.none() | NAMES, screens, scales)
def test_any_trend_is_whole_and_never_small(
    board: Board, cycles: int, name: str | None, screen: tuple[int, int], scale: float
) -> None:
    pages = trend_pages(board, made_trend(board, cycles, name), SETTINGS, canvas_for(*screen, scale))
    for page in pages:
        check_page(page)
    assert sorted(shown_codes(pages)) == sorted(card.code for card in board.cards)


def test_six_cycles_stand_under_their_fiscal_years_on_a_wide_screen() -> None:
    page = drawn(town_board("ogawara"))[0]
    words = texts([page])
    assert [word for word in words if word.endswith("年度")] == ["令和4年度", "令和5年度", "令和6年度"]
    assert [word for word in words if word.startswith("第")] == ["第1回", "第2回"] * 3
    assert all(len(marks) >= 5 for marks in rows(page).values())


def test_thirteen_units_fill_a_page_and_a_fourteenth_begins_another() -> None:
    cards = [make_card(str(at), f"A{at // 7}", "ok") for at in range(14)]
    assert len(drawn(make_board(axes("一", "二"), tuple(cards[:13])))) == 1
    pages = drawn(make_board(axes("一", "二"), tuple(cards)))
    assert [len(rows(page)) for page in pages] == [7, 7]


def test_an_axis_that_fits_a_page_is_not_cut_and_a_longer_one_goes_on() -> None:
    cards = [make_card(str(at), "A0", "ok") for at in range(20)] + [make_card("x", "A1", "ok")]
    pages = drawn(make_board(axes("とても長い名前の軸その一", "二"), tuple(cards)))
    assert [len(rows(page)) for page in pages] == [10, 11]
    assert "とても長い名前の軸その一（続き）" in texts(pages)


def test_attention_is_a_solid_block_in_this_cycle_only_and_always_a_symbol() -> None:
    cards = tuple(make_card(key, "A0", key) for key in ("late", "warn", "ok", "none"))
    page = drawn(make_board(axes("一"), cards))[0]
    for layer in page.layers:
        if layer.kind == "card":
            blocks = [mark.key for mark in layer.marks if isinstance(mark, Block)]
            assert blocks == ([layer.key] if layer.key in ("late", "warn") else [])
            assert rows(page)[layer.key][-1].rect.width() == (36 if blocks else 40)
            assert all(mark.rect.width() == 30 for mark in rows(page)[layer.key][:-1])


@pytest.mark.parametrize(
    ("before", "now", "word", "arrow"),
    [
        ("warn", "ok", "順調へ", "better"),
        ("ok", "late", "遅れへ", "worse"),
        ("ok", "stop", "見直しへ", None),
        ("miss", "ok", "順調へ", None),
        ("ok", "miss", "今回は未回答", None),
        ("ok", "ok", None, None),
    ],
)
def test_only_a_status_that_changed_is_told_in_bold(before: str, now: str, word: str | None, arrow: str | None) -> None:
    card = make_card("1", "A0", now, previous=before, name="標準化")  # type: ignore[arg-type]
    page = drawn(make_board(axes("一"), (card,)))[0]
    marks = next(layer.marks for layer in page.layers if layer.kind == "card")
    said = [mark for mark in marks if isinstance(mark, Text)]
    assert said[0].bold == (word is not None)
    assert [line for mark in said[1:] for line in mark.lines] == ([word] if word else [])
    assert [mark.change for mark in marks if isinstance(mark, Arrow)] == ([arrow] if arrow else [])


def test_the_first_cycle_has_nothing_to_compare_with() -> None:
    card = replace(make_card("1", "A0", "ok"), previous_status=None, change=None)
    page = trend_pages(
        make_board(axes("一"), (card,)),
        Trend((cycle(2024, 1),), {"1": ("ok",)}),
        SETTINGS,
        canvas_for(1920, 1080),
    )[0]
    check_page(page)
    assert "前回から" not in texts([page])


def test_a_unit_that_the_plan_did_not_have_leaves_its_cell_empty() -> None:
    board = make_board(axes("一"), (make_card("1", "A0", "ok"),))
    trend = Trend((cycle(2024, 1), cycle(2024, 2)), {"1": (None, "ok")})
    page = trend_pages(board, trend, SETTINGS, canvas_for(1920, 1080))[0]
    assert [mark.key for mark in rows(page)["1"]] == ["ok"]


def test_the_legend_says_every_word_a_town_has_chosen() -> None:
    found = own_words(scene("otaki"))
    for size in SCALES:
        pages = trend_pages(found.board, made_trend(found.board), found.settings, canvas_for(1440, 1080, size))
        for page in pages:
            check_page(page)
            assert set(found.settings.status_words.values()) <= set(texts([page]))


def test_an_empty_plan_still_has_a_page() -> None:
    assert len(drawn(make_board((), ()))) == 1


@pytest.mark.parametrize("cycles", [1, 2, 6])
def test_the_name_of_an_axis_above_its_rows_is_whole(cycles: int) -> None:
    board = town_board("miharu")
    said = "".join(texts(drawn(board, cycles)))
    assert [axis.name for axis in board.axes if axis.name not in said] == []
