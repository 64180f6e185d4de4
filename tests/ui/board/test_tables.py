"""Every slide says the same in words."""

from __future__ import annotations

import pytest

from dxdesk.domain.statuses import STATUSES
from dxdesk.ui.board.course import Position, View
from dxdesk.ui.board.tables import (
    BOARD_HEADINGS,
    board_table,
    count_words,
    item_table,
    roadmap_table,
    table_of,
    trend_table,
)
from tests.documents.sample_boards import ISSUES, MEMO, NEXT, RESULTS
from tests.plan_samples import TOWNS

from .sights import shown


@pytest.mark.parametrize("town", TOWNS)
def test_the_table_of_the_board_has_a_row_per_card_with_its_words(town: str) -> None:
    what = shown(town)
    table = board_table(what)
    assert len(table.rows) == len(what.board.cards)
    for row, card in zip(table.rows, what.board.cards, strict=True):
        cells = dict(zip(BOARD_HEADINGS, row.cells, strict=True))
        assert cells["取組"] == card.name
        assert cells["状況"].startswith(what.settings.status_word(card.status))
        assert cells["段階"] == what.settings.stage_word(card.stage)
        assert cells["協議"] == (f"協議{card.agenda_number}" if card.agenda_number else "")
        assert row.code == card.code


def test_the_counts_stand_worst_first_and_leave_out_what_counts_nothing() -> None:
    what = shown()
    expected = [f"{what.settings.status_word(key)} {count}" for key in STATUSES if (count := what.board.counts[key])]
    assert count_words(what) == "、".join(expected)


def test_a_card_is_spoken_in_one_sentence() -> None:
    row = next(row for row in board_table(shown()).rows if row.code == "3")
    assert row.spoken == "手続ガイドライン、遅れ、前回は要注意、段階は情報収集、協議1"


@pytest.mark.parametrize("town", TOWNS)
def test_the_trend_has_a_column_per_cycle_with_symbol_and_word(town: str) -> None:
    what = shown(town)
    table = trend_table(what)
    assert table.headings[3:] == (
        "令和4年度 第1回", "令和4年度 第2回", "令和5年度 第1回", "令和5年度 第2回", "令和6年度 第1回",
        "令和6年度 第2回", "前回から",
    )  # fmt: skip
    for row, card in zip(table.rows, what.board.cards, strict=True):
        said = what.trend.statuses[card.unit]
        assert row.symbols[3:9] == said
        assert [bool(cell) for cell in row.cells[3:9]] == [key is not None for key in said]
        turned = card.previous_status not in (None, card.status)
        assert bool(row.cells[-1]) == turned
        assert row.spoken.startswith(f"{card.short_name or card.name}、令和4年度")


def test_what_changed_says_whether_it_got_better() -> None:
    cells = {row.code: row.cells[-1] for row in trend_table(shown()).rows}
    assert cells["3"] == "遅れへ（悪化）"
    assert cells["8"] == "順調へ（良化）"
    assert cells["12"] == "完了へ"


def test_the_roadmap_says_what_is_planned_when_and_what_is_not_confirmed() -> None:
    cells = {row.code: row.cells[-1] for row in roadmap_table(shown()).rows}
    assert "令和7年度 ◆標準準拠システムへ移行完了" in cells["6"]
    assert "◆令和5年度" in cells["6"]
    assert cells["3"].endswith("手続ガイドラインの導入の検討（終わりの年度の記載なし）")
    assert cells["12"] == "完了"


def test_a_unit_is_told_in_full_and_without_what_is_private() -> None:
    what = shown()
    card = what.board.cards[2]
    words = " ".join(" ".join(row.cells) for row in item_table(what, card).rows)
    for text in (card.name, RESULTS, ISSUES, NEXT):
        assert text in words
    assert MEMO not in words


@pytest.mark.parametrize("view", ["board", "roadmap", "trend"])
def test_every_slide_has_its_table(view: View) -> None:
    what = shown()
    assert [row.code for row in table_of(what, Position(view=view)).rows] == [card.code for card in what.board.cards]
    assert {row.code for row in table_of(what, Position("6", view=view)).rows} == {"6"}


def test_the_first_cycle_and_an_empty_plan_have_tables_too() -> None:
    what = shown(units=0)
    for view in ("board", "roadmap", "trend"):
        assert table_of(what, Position(view=view)).rows == ()
