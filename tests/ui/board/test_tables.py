"""Every slide says the same in words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import get_args

import pytest

from dxdesk.domain.audience import AgendaLine, Audience, OpenAction, ReadBack, ReadBackAction
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
from dxdesk.wording.audience import SINCE_PAPER
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


def in_a_meeting() -> Audience:
    owner = ("政策企画課", "税務課")
    return replace(
        shown(),
        agenda=(AgendaLine(1, None, "前回の宿題", None, 5), AgendaLine(2, 1, "標準化", "6", None)),
        actions=(
            OpenAction("6-1", "示す。", owner, date(2025, 3, 31), "done"),
            OpenAction("6-2", "調べる。", (), None, "open"),
        ),
        read_back=ReadBack(2, "進める。", "approved", (ReadBackAction("一覧にする。", owner, None),)),
    )


def test_the_slides_of_words_are_read_row_by_row() -> None:
    what = in_a_meeting()
    agenda = table_of(what, Position(view="agenda", item=2))
    assert [row.spoken for row in agenda.rows] == ["1、前回の宿題、5分", "2、協議1、標準化・共通化、いまの議題"]
    assert [row.code for row in agenda.rows] == ["", "6"]
    actions = table_of(what, Position(view="actions"))
    assert [row.spoken for row in actions.rows] == [
        "6-2、調べる。、次回会議まで、対応中",
        "6-1、示す。、政策企画課・税務課、期限 3月31日（月）、対応済み",
    ]
    said = table_of(what, Position(view="readback"))
    assert [row.cells for row in said.rows] == [
        ("議題", "標準化・共通化"), ("結果", "承認"), ("決定", "進める。"),
        ("宿題", "一覧にする。、政策企画課、税務課、次回会議まで"),
    ]  # fmt: skip


@pytest.mark.parametrize("view", get_args(View))
def test_every_slide_has_a_table_as_wide_as_its_headings(view: View) -> None:
    for what in (in_a_meeting(), shown()):
        table = table_of(what, Position(view=view, until="14:50"))
        assert all(len(row.cells) == len(row.symbols) == len(table.headings) for row in table.rows)
    assert [row.cells for row in table_of(shown(), Position(view="break", until="14:50")).rows] == [
        ("休憩", "14:50 まで")
    ]
    assert table_of(shown(), Position(view="blank")).rows == ()


def test_what_changed_since_the_papers_were_handed_out_is_said_in_the_table() -> None:
    found = shown()
    cards = tuple(replace(card, since_paper=card.code == "3") for card in found.board.cards)
    rows = board_table(replace(found, board=replace(found.board, cards=cards))).rows
    told = {row.code: (SINCE_PAPER in row.spoken, any(SINCE_PAPER in cell for cell in row.cells)) for row in rows}
    assert told.pop("3") == (True, True)
    assert set(told.values()) == {(False, False)}
