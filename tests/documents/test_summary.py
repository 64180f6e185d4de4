"""総括: one page that says how a cycle stands, for a plan of any size."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from dxdesk.documents.ink import WHITE, Ink
from dxdesk.documents.page import FRAME_A3, FRAME_T, Printed, Sheet
from dxdesk.documents.paragraph import Text
from dxdesk.documents.styles import CELL
from dxdesk.documents.summary import automatic_text, compose_summary, lay_summary
from dxdesk.documents.summary_chart import StatusChart, _cycle_name
from dxdesk.domain.board import ActionLine
from dxdesk.domain.statuses import STATUSES, Status
from dxdesk.domain.summary import Summary, summarise
from tests.documents.page_checks import check_golden, outside, overlapping, smallest
from tests.documents.reading import page_texts, texts
from tests.documents.sample_boards import MADE, MEMO, PLANS, Scene, own_words, scene
from tests.documents.sample_outlines import LONG_NAME, in_charge, sized_plan

ACTIONS = (ActionLine("報告する。", "対応済み", True), ActionLine("確認する。", "対応中", False))


def value(found: Scene, departments: int = 3, *, name: str = "") -> Summary:
    found, known = in_charge(found, departments, name=name)
    first = found.board.previous_name is None
    return summarise(
        found.board,
        {item.card.unit: item for item in found.items},
        found.plan,
        found.settings,
        known,
        this_name="R6 第2回",
        previous_name=None if first else "R6 第1回",
        actions=None if first else ACTIONS,
    )


def printed(found: Scene, departments: int = 3, *, name: str = "") -> Printed:
    return compose_summary(value(found, departments, name=name), made=MADE)


def check(pdf: bytes) -> None:
    assert outside(pdf, FRAME_T) == []
    assert overlapping(pdf) == []
    assert smallest(pdf) >= 7.5


@pytest.mark.parametrize("name", PLANS)
@pytest.mark.parametrize("first", [False, True])
def test_every_plan_stays_inside_the_frame_with_nothing_over_anything(name: str, first: bool) -> None:
    check(printed(scene(name, first=first)).pdf)


@pytest.mark.parametrize("units", [1, 13, 25, 44, 66, 67])
@pytest.mark.parametrize("axes", [1, 3, 9])
def test_plans_of_every_size_print(units: int, axes: int) -> None:
    check(printed(scene(plan=sized_plan(units, min(axes, units)))).pdf)


@pytest.mark.parametrize(("name", "departments"), [("ogawara", 7), ("kahoku", 6)])
def test_a_dozen_units_take_one_page_even_with_six_departments(name: str, departments: int) -> None:
    assert printed(scene(name), departments).pages == 1


def test_fewer_units_are_named_before_a_second_page_is_begun() -> None:
    found = printed(scene("kahoku", answered=False), 3)
    check(found.pdf)
    assert found.pages == 1
    assert "住民-4情報発信・問合せ対応ほか3件" in page_texts(found.pdf)[0]


@pytest.mark.parametrize(("departments", "pages"), [(12, 1), (13, 2)])
def test_more_than_twelve_departments_go_to_a_second_page(departments: int, pages: int) -> None:
    found = printed(scene("kaminokawa", statuses=("ok",), plan=sized_plan(13, 1)), departments)
    check(found.pdf)
    assert found.pages >= pages
    if pages == 2:
        first, second = page_texts(found.pdf)
        assert "主管課別" not in first
        assert "主管課別" in second
        assert "（続き）" in second


def test_what_takes_two_pages_is_parted_before_the_departments() -> None:
    first, second = page_texts(printed(scene("kahoku", answered=False), 6).pdf)
    assert "2目線別" in first
    assert "3主管課別" in second
    assert "4主な動き" in second


def test_the_number_of_an_unanswered_square_stands_on_white(monkeypatch: pytest.MonkeyPatch) -> None:
    white: list[tuple[float, float]] = []
    rect = Ink.rect

    def drawn(ink: Ink, x: float, y: float, width: float, height: float, **how: Any) -> None:
        if how.get("fill") == WHITE:
            white.append((width, height))
        rect(ink, x, y, width, height, **how)

    monkeypatch.setattr(Ink, "rect", drawn)
    printed(scene("kaminokawa", answered=False, first=True))
    assert sum(width > 15.0 and height > 10.0 for width, height in white) == 8


def test_nine_axes_with_long_names_stand_on_the_first_page_of_two_in_one_line_each() -> None:
    first, second = page_texts(printed(scene("miharu")).pdf)
    assert "2軸別" in first
    assert "産業・魅力・活力" in first
    assert second.startswith("進捗状況の総括（続き）")
    assert "3主管課別" in second


def test_the_word_of_the_plan_for_its_axes_is_used_everywhere() -> None:
    (text,) = page_texts(printed(scene("kahoku")).pdf)
    assert "目線と重ねて数えない。" in text
    assert "軸" not in text


def test_the_first_cycle_leaves_out_what_was_before() -> None:
    text, _ = texts(printed(scene("ogawara", first=True)).pdf)
    for word in ("前回", "増減", "良化", "悪化"):
        assert word not in text.replace("前回も", "")
    assert "遅れ・要注意の取組" in text


def test_without_axes_and_without_anybody_in_charge_the_parts_close_up() -> None:
    text, _ = texts(printed(scene(plan=sized_plan(5, 0), departments=0), 0).pdf)
    assert "主管課別" not in text
    assert "軸別" not in text
    assert "2主な動き" in text


def test_every_unit_is_counted_once_by_status_by_axis_and_by_department() -> None:
    found = value(scene("miharu"), 4)
    units = {card.unit for card in found.board.cards}
    for rows in (found.axes, found.mains):
        counted = [card.unit for row in rows for card in row.cards]
        assert sorted(counted) == sorted(units)
    assert sum(found.count(key) for key in found.shown) == len(units)


def test_what_is_missing_is_named_with_the_deadline() -> None:
    text, _ = texts(printed(scene("ogawara")).pdf)
    assert "未回答13産学官連携" in text
    assert "（期限1月31日）" in text


def test_the_main_movements_say_why_and_how_far_last_times_actions_are() -> None:
    text, _ = texts(printed(scene("ogawara")).pdf)
    assert "遅れているもの3手続ガイドライン：残る4業務の移行が年度末に重なり" in text
    assert "前回の宿題2件のうち対応済み1件、対応中1件。" in text


def test_every_status_that_occurs_has_a_row_and_the_others_a_note() -> None:
    every, _ = texts(printed(scene("miharu", statuses=STATUSES)).pdf)
    assert "見直し" in every
    usual, _ = texts(printed(scene("ogawara")).pdf)
    assert "見直し・対象外は、今回も前回もない。" in usual


def test_what_was_late_and_has_no_answer_now_does_not_look_like_progress() -> None:
    found = scene("kaminokawa", statuses=("miss",))
    first, second, *rest = found.board.cards
    late = [replace(each, previous_status="late") for each in (first, second)]
    board = replace(found.board, cards=(*late, *(replace(each, previous_status="ok") for each in rest)))
    shown = value(replace(found, board=board))
    assert automatic_text(shown, "late") == "前回遅れ・今回未回答：1-1、1-2"
    assert automatic_text(shown, "watched") == "特になし（未回答8件を除く）。"
    assert automatic_text(shown, "advanced") == "特になし。"
    assert set(shown.matters["late"]) == {first.unit, second.unit}


@pytest.mark.parametrize("name", ["R6 第2回", "2024 第12回", "R6 臨時第2回", "R6 とても長い名前の会議のための回"])
def test_the_name_of_a_cycle_stays_beside_its_row(name: str) -> None:
    chart = StatusChart("前回", name, (("ok", "1"),), scene("ogawara").settings, counted=False)
    label = _cycle_name(name)
    assert 6.0 + label.height(18.0) <= chart.height(165.0)
    assert len(name) > 12 or label.height(18.0) < 4.0


def test_the_program_counts_in_the_punctuation_of_the_town() -> None:
    found = scene("kaminokawa", statuses=("miss",))
    settings = replace(found.settings, paper=replace(found.settings.paper, punctuation="，．"))
    shown = value(replace(found, settings=settings))
    shown = replace(
        shown,
        due=date(2025, 1, 31),
        reminded=dict.fromkeys((each.unit for each in found.board.cards), date(2025, 2, 3)),
    )
    text = texts(compose_summary(shown, made=MADE).pdf)[0]
    assert "（期限1月31日，再依頼2月3日）" in "".join(text.split())


@pytest.mark.parametrize("statuses", [("miss",), ("ok",), ("late", "warn")])
def test_nothing_answered_and_everything_alike_both_print(statuses: Sequence[Status]) -> None:
    check(printed(scene("kahoku", statuses=statuses)).pdf)


def test_what_others_were_asked_about_stands_apart() -> None:
    found = scene("ogawara")
    cards = tuple(replace(card, status="elsewhere", change=None) for card in found.board.cards[:4])
    board = replace(found.board, cards=(*cards, *found.board.cards[4:]))
    result = printed(replace(found, board=board))
    check(result.pdf)
    assert "ほかの課4" in texts(result.pdf)[0]


@pytest.mark.parametrize("units", [1, 13, 44])
def test_names_of_forty_characters_wrap(units: int) -> None:
    found = scene(plan=sized_plan(units, min(units, 3), name=LONG_NAME))
    check(printed(found, 3, name="まちづくり推進室デジタル行政改革担当特命チーム連絡調整班に属する").pdf)


def test_a_towns_own_long_words_stay_in_their_boxes_and_cells() -> None:
    check(printed(own_words(scene("ogawara", statuses=STATUSES))).pdf)


def test_a_thousand_units_print_with_a_band_in_place_of_squares() -> None:
    found = printed(scene(plan=sized_plan(1_000, 9)), 30)
    assert outside(found.pdf, FRAME_T) == []
    assert "順調539" in page_texts(found.pdf)[0]
    assert "帯の長さは取組の数" in page_texts(found.pdf)[0]
    assert found.pages <= 6


def test_what_never_leaves_the_secretariat_is_nowhere_in_the_file() -> None:
    assert MEMO not in texts(printed(scene("ogawara")).pdf)[0]


def test_the_summary_stands_between_other_papers_in_one_file() -> None:
    sheet = Sheet(FRAME_A3, "会議資料")
    sheet.place(Text("一覧", CELL))
    sheet.next_page(FRAME_T)
    lay_summary(sheet, value(scene("miharu")))
    sheet.next_page(FRAME_T)
    sheet.place(Text("用語集", CELL))
    pages = page_texts(sheet.finish().pdf)
    assert "進捗状況の総括" in pages[1]
    assert "総括" not in pages[-1]


def test_the_same_board_gives_the_same_bytes_and_the_text_as_kept() -> None:
    found = printed(scene("ogawara"))
    assert found.pdf == printed(scene("ogawara")).pdf
    assert found.missing == ()
    check_golden("summary_ogawara", found.pdf)
    check_golden("summary_miharu_first", printed(scene("miharu", first=True)).pdf)


def test_a_number_in_two_lines_is_copied_as_it_is_typed() -> None:
    squares: list[tuple[Status, str]] = [("ok", f"住民-{at}") for at in range(1, 17)]
    chart = StatusChart("今回", "R6 第1回", tuple(squares), scene("ogawara").settings)
    sheet = Sheet(FRAME_T, "試験")
    chart.draw(sheet.ink, 25, 40, 165)
    assert chart._parted([squares], (165 - 19) / 16)
    (text,) = page_texts(sheet.finish().pdf)
    assert all(number in text for _, number in squares)
