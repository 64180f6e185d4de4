from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from dxdesk.domain.board import Item
from dxdesk.domain.replies import Budget, Outlook
from dxdesk.domain.settings import Settings
from dxdesk.exchange.initiative_workbook import initiative_workbook
from dxdesk.wording.initiative_workbook import HEADS
from tests.builders import PLAN
from tests.exchange.test_workbooks import cells
from tests.meeting_samples import BOARD, CARDS

MOMENT = datetime(2025, 2, 13, tzinfo=UTC)
SETTINGS = Settings()


def item(unit: str, results: str | None = None, issues: str | None = None) -> Item:
    card = next(each for each in CARDS if each.unit == unit)
    return Item(card, "窓口", "税務課", "計画の文", results, issues, None, None, {})


ITEMS = {card.unit: item(card.unit) for card in CARDS} | {"u6": item("u6", results="=進めた。\n2行目", issues="+人手")}


def test_the_columns_are_those_of_the_paper_with_the_texts_as_they_were_written() -> None:
    rows = cells(initiative_workbook(BOARD, ITEMS, PLAN, SETTINGS, MOMENT))
    assert rows[0] == ["軸", *HEADS]
    assert rows[1][:5] == ["窓口", "6", "自治体情報システムの標準化・共通化", "税務課", "計画の文"]
    assert rows[1][5:9] == ["要注意", "順調", "悪化", "検討"]
    assert rows[1][9:12] == ["=進めた。\n2行目", "+人手", ""]
    assert [row[1] for row in rows[1:]] == ["6", "3", "2"]


def test_rows_are_those_that_are_shown_in_their_order() -> None:
    shown = (CARDS[2], CARDS[0])
    rows = cells(initiative_workbook(BOARD, ITEMS, PLAN, SETTINGS, MOMENT, shown))
    assert [row[1] for row in rows[1:]] == ["2", "6"]
    assert cells(initiative_workbook(BOARD, ITEMS, PLAN, SETTINGS, MOMENT, ()))[1:] == []


def test_the_towns_own_words_stand_in_the_cells_and_in_the_legend() -> None:
    own = replace(SETTINGS, status_words={**SETTINGS.status_words, "warn": "B 注意"})
    content = initiative_workbook(BOARD, ITEMS, PLAN, own, MOMENT)
    assert cells(content)[1][5] == "B 注意"
    assert ["B 注意：このままだと遅れる"] in cells(content, 2)


def test_the_legend_names_the_cycle_its_day_and_the_one_before() -> None:
    board = replace(BOARD, previous_name="令和6年度 第1回", checking=2)
    notes = [row[0] for row in cells(initiative_workbook(board, ITEMS, PLAN, SETTINGS, MOMENT), 2)]
    assert notes[0].startswith("令和6年度 第2回（基準日 R7.")
    assert notes[1] == "「前回」は令和6年度 第1回の状況です。"
    assert notes[-1] == "未回答のうち2件は、事務局が確認中です。"
    first = initiative_workbook(replace(BOARD, previous_name=None), ITEMS, PLAN, SETTINGS, MOMENT)
    assert not any("前回" in row[0] for row in cells(first, 2))


def test_the_same_list_gives_the_same_bytes() -> None:
    assert initiative_workbook(BOARD, ITEMS, PLAN, SETTINGS, MOMENT) == initiative_workbook(
        BOARD, ITEMS, PLAN, SETTINGS, MOMENT
    )


def test_what_is_said_about_the_next_year_stands_in_columns_of_its_own_where_anything_is() -> None:
    said = replace(ITEMS["u6"], outlook=Outlook("拡充", Budget(True, "12500", "国補助")))
    rows = cells(initiative_workbook(BOARD, ITEMS | {"u6": said}, PLAN, SETTINGS, MOMENT))
    assert rows[0][-2:] == ["次年度の方向性", "次年度の予算"]
    assert [row[-2:] for row in rows[1:]] == [["拡充", "12,500千円（財源：国補助）"], ["", ""], ["", ""]]
