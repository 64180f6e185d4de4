"""The board on paper: shapes and words without colour, one page where it fits."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import pytest

from dxdesk.documents.board_sheet import compose_board_sheet, lay_board
from dxdesk.documents.frames import FRAME_A3, FRAME_T, FRAME_Y
from dxdesk.documents.initiative_list_rows import InitiativeList
from dxdesk.documents.page import Printed, Sheet
from dxdesk.documents.paragraph import Text, lines_of
from dxdesk.documents.styles import CELL
from dxdesk.documents.unit_blocks import name_lines
from dxdesk.domain.paper import PaperSize
from dxdesk.domain.statuses import STATUSES
from tests.documents.page_checks import check_golden, outside, overlapping, smallest
from tests.documents.reading import page_texts, picture, squeezed, texts, word_boxes
from tests.documents.sample_boards import MADE, MEMO, PLANS, Scene, own_words, scene
from tests.documents.sample_outlines import LONG_NAME, sized_plan

FRAMES: Final = {"A4": FRAME_Y, "A3": FRAME_A3}
PAPERS: Final[tuple[PaperSize, ...]] = ("A4", "A3")


def printed(found: Scene, paper: PaperSize = "A4") -> Printed:
    return compose_board_sheet(found.board, found.plan, found.settings, made=MADE, paper=paper)


def check(found: Scene, paper: PaperSize = "A4") -> Printed:
    result = printed(found, paper)
    assert outside(result.pdf, FRAMES[paper]) == []
    assert overlapping(result.pdf) == []
    assert smallest(result.pdf) >= 7.5
    return result


@pytest.mark.parametrize("name", PLANS)
@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("first", [False, True])
def test_every_plan_stands_on_one_page_inside_its_frame(name: str, paper: PaperSize, first: bool) -> None:
    assert check(scene(name, first=first), paper).pages == 1


def test_every_status_stands_beside_its_word_and_every_unit_has_a_card() -> None:
    found = scene("miharu", statuses=STATUSES)
    text, _ = texts(printed(found).pdf)
    for key in STATUSES:
        cards = sum(card.status == key for card in found.board.cards)
        assert text.count(found.settings.status_word(key)) >= cards + 1  # once in the counts
    for card in found.board.cards:
        assert squeezed(card.short_name or card.name) in text


@pytest.mark.parametrize(("name", "stages"), [("miharu", False), ("kahoku", True)])
def test_the_legend_explains_stages_only_where_cards_show_them(name: str, stages: bool) -> None:
    (text,) = page_texts(printed(scene(name)).pdf)
    assert ("実施段階（黒＝" in text) == ("段階：" in text) == stages


def test_nothing_but_black_white_and_the_greys_of_forms_is_drawn() -> None:
    found = printed(scene("ogawara"))
    assert b"/DeviceRGB" not in found.pdf
    assert picture(found.pdf).getextrema() == (0, 255)


def test_the_cards_of_a_dozen_units_fill_the_sheet_for_the_wall() -> None:
    boxes = word_boxes(printed(scene("ogawara"), "A3").pdf)
    start = "".join(box[0] for box in boxes).index("10AI・RPAの利活用")
    assert boxes[start][4] > 0.65 * FRAME_A3.bottom


def test_the_agenda_is_listed_in_its_order() -> None:
    text, _ = texts(printed(scene("ogawara")).pdf)
    assert "本日の協議1手続ガイドライン" in text
    assert "協議の順" in text


def test_the_first_cycle_says_nothing_of_the_one_before() -> None:
    text, _ = texts(printed(scene("ogawara", first=True)).pdf)
    for word in ("前回", "悪化", "斜め", "本日の協議9"):
        assert word not in text


def test_an_unanswered_unit_tells_its_last_stage_and_what_is_checked() -> None:
    found = scene("ogawara")
    cards = tuple(
        replace(card, handed_in=card.accepted + 1) if card.status == "miss" else card for card in found.board.cards
    )
    text, _ = texts(printed(replace(found, board=replace(found.board, cards=cards))).pdf)
    assert "（確認中）" in text
    assert "前回" in text


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("units", [1, 13, 25, 44])
@pytest.mark.parametrize("axes", [0, 1, 3, 9])
def test_plans_of_every_size_print_every_card(paper: PaperSize, units: int, axes: int) -> None:
    found = scene(plan=sized_plan(units, min(axes, units)))
    result = check(found, paper)
    text = "".join(page_texts(result.pdf))
    assert all(f"{at}取組{at}" in text for at in range(1, units + 1))
    assert result.pages <= 2


@pytest.mark.parametrize("paper", PAPERS)
def test_names_of_forty_characters_and_a_towns_own_words_wrap(paper: PaperSize) -> None:
    check(scene(plan=sized_plan(25, 9, name=LONG_NAME)), paper)
    check(own_words(scene("miharu", statuses=STATUSES)), paper)
    check(own_words(scene("ogawara", statuses=STATUSES)), paper)


@pytest.mark.parametrize("departments", [0, 5])
def test_no_department_and_no_answer_both_print(departments: int) -> None:
    check(scene("kahoku", departments=departments))
    check(scene("kahoku", answered=False))


def test_a_thousand_units_go_over_many_pages_each_with_its_head() -> None:
    result = printed(scene(plan=sized_plan(1_000, 9)))
    assert outside(result.pdf, FRAME_Y) == []
    pages = page_texts(result.pdf)
    assert len(pages) > 15
    assert all("進捗状況ボード" in page for page in pages)
    assert any("第9の柱（続き）" in page for page in pages)


def test_the_board_stands_between_other_papers_in_one_file() -> None:
    found = scene("ogawara")
    sheet = Sheet(FRAME_T, "会議資料")
    sheet.next_page(FRAME_A3)
    lay_board(sheet, InitiativeList(found.board, {}, found.plan, found.settings))
    sheet.next_page(FRAME_T)
    sheet.place(Text("用語集", CELL))
    pages = page_texts(sheet.finish().pdf)
    assert "進捗状況ボード" in pages[1]
    assert "ボード" not in pages[-1]


def test_what_never_leaves_the_secretariat_is_nowhere_in_the_file() -> None:
    assert MEMO not in texts(printed(scene("ogawara")).pdf)[0]


def test_the_same_board_gives_the_same_bytes_and_the_text_as_kept() -> None:
    assert printed(scene("ogawara")).pdf == printed(scene("ogawara")).pdf
    check_golden("board_ogawara", printed(scene("ogawara")).pdf)
    check_golden("board_miharu", printed(scene("miharu")).pdf)


@pytest.mark.parametrize("width", range(30, 70))
def test_the_lines_of_a_name_fit_the_width_they_were_made_for(width: int) -> None:
    name = "1 住民の利便性向上と職員の業務の効率化につながる業務の改善と 情報システムの標準化推進"
    lines = name_lines(name, CELL, width)
    assert lines_of(lines, replace(CELL, whole_last_line=False), width) == tuple(lines.split("\n"))
