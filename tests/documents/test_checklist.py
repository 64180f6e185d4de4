"""Checklists on paper: boxes, the rows of a department, the foot that never stands alone."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pypdfium2
import pytest

from dxdesk import paths
from dxdesk.documents.checklist import compose_checklists
from dxdesk.documents.page import FRAME_T, Printed
from dxdesk.domain.checklist_rows import day_checklist, year_end_checklist
from dxdesk.domain.checklists import (
    CheckItem,
    Checklist,
    action_checklist,
    checked_unit,
    checklists_from,
    submission_checklist,
)
from dxdesk.domain.directions import DirectionRow, Directions
from dxdesk.domain.meetings import AgendaItem
from dxdesk.domain.paper import Paper
from dxdesk.domain.plan_changes import PlanChange
from dxdesk.domain.settings import Settings
from dxdesk.domain.sheets import Occasion, occasion
from tests.documents.page_checks import check_golden, outside, overlapping, smallest
from tests.documents.reading import page_texts, word_boxes
from tests.documents.sample_boards import MADE, PLANS, Scene, scene


def lists() -> dict[str, Checklist]:
    path = paths.data_root() / "database" / "reference" / "checklists.json"
    return checklists_from(json.loads(path.read_text(encoding="utf-8")))


def about(found: Scene) -> Occasion:
    return replace(
        occasion(found.board, Paper()), due=date(2025, 1, 31), due_time="17:00", hand_in="政策企画課　内線214"
    )


def printed(found: Scene, *checklists: Checklist) -> Printed:
    return compose_checklists(checklists, about(found), found.settings, made=MADE)


def submission(found: Scene, most: int | None = None) -> Checklist:
    cards = [card for card in found.board.cards if card.departments][:most]
    units = [checked_unit(found.plan, card) for card in cards]
    department = cards[0].departments[0] if cards else "総務課"
    return submission_checklist(lists()["submission"], department, units, found.settings)


def counted(items: int) -> Checklist:
    rows = tuple(CheckItem("全体", f"点検する項目の{at}番目", None) for at in range(items))
    return Checklist("x", "C9", "点検表", "第1版", "check", rows)


@pytest.mark.parametrize("name", list(lists()))
def test_every_form_stays_inside_its_frame_on_two_pages_at_most(name: str) -> None:
    result = printed(scene("ogawara"), lists()[name])
    assert result.pages <= 2
    assert outside(result.pdf, FRAME_T) == []
    assert overlapping(result.pdf) == []
    assert smallest(result.pdf) >= 7.5


def year_end(found: Scene, changes: int = 0) -> Checklist:
    rows = [
        DirectionRow(card.code, replace(card, assigned=1, main="町民生活課"), "", None, None, None)
        for card in found.board.cards
    ]
    about_year = Directions(found.board, found.plan, found.settings, 2025, tuple(rows))
    changed = [PlanChange(str(at), "窓口の手続", "name", "前", "後") for at in range(changes)]
    return year_end_checklist(lists()["year-end"], about_year, changed)


def of_day(discussed: int, reported: int) -> Checklist:
    items = [
        AgendaItem(f"i{at}", at, "discuss" if at <= discussed else "report", None, None, f"{at}番について", None, None)
        for at in range(1, discussed + reported + 1)
    ]
    return day_checklist(lists()["day"], items)


@pytest.mark.parametrize("name", PLANS)
@pytest.mark.parametrize("changes", [0, 5, 6])
def test_the_form_of_the_year_end_of_any_plan_has_two_pages_at_most(name: str, changes: int) -> None:
    found = scene(name)
    result = printed(found, year_end(found, changes))
    assert result.pages <= 2
    assert outside(result.pdf, FRAME_T) == []
    assert overlapping(result.pdf) == []


@pytest.mark.parametrize(("discussed", "reported"), [(0, 0), (3, 2), (12, 5), (40, 40)])
def test_the_form_of_the_day_has_two_pages_at_most_and_times(discussed: int, reported: int) -> None:
    result = printed(scene("ogawara"), of_day(discussed, reported))
    assert result.pages <= 2
    assert outside(result.pdf, FRAME_T) == []
    assert overlapping(result.pdf) == []
    assert "時刻" in page_texts(result.pdf)[0]


def test_the_form_of_security_has_room_for_the_towns_rules_and_for_own_points() -> None:
    (text,) = page_texts(printed(scene("ogawara"), replace(lists()["security"], subject="町民生活課")).pdf)
    assert "町民生活課" in text
    assert text.count("第条") == 16
    assert "条番号" in text
    assert "（課で追加）" in text
    assert "提出期限令和年月日" in text


def test_the_form_of_the_survey_is_of_the_first_of_april() -> None:
    (text,) = page_texts(printed(scene("ogawara"), lists()["survey"]).pdf)
    assert "基準日令和年4月1日" in text
    assert "（追加）" in text


@pytest.mark.parametrize("name", PLANS)
@pytest.mark.parametrize("departments", [0, 1, 2])
def test_a_department_of_any_plan_gets_its_form_on_two_pages_at_most(name: str, departments: int) -> None:
    result = printed(found := scene(name, departments=departments), submission(found))
    assert result.pages <= 2
    assert outside(result.pdf, FRAME_T) == []
    assert overlapping(result.pdf) == []


def test_the_form_of_two_units_fits_one_page_and_names_them() -> None:
    found = scene("ogawara", departments=2)
    text = page_texts(printed(found, submission(found, 2)).pdf)[0]
    assert "照会された2取組（1番・2番）のすべてに回答した。" in text
    assert "町民生活課" in text
    assert "令和7年1月31日（金）午後5時" in text


def test_the_head_of_the_table_repeats_and_the_section_goes_on() -> None:
    found = scene("miharu")
    first, second = page_texts(printed(found, lists()["action"]).pdf)
    assert "点検項目" in first
    assert "点検項目" in second
    assert "（続き）" in second
    assert "所属長確認" in second


@pytest.mark.parametrize("count", range(14, 30))
def test_the_foot_never_stands_alone_on_a_page(count: int) -> None:
    pages = page_texts(printed(scene("ogawara"), counted(count)).pdf)
    assert all("点検項目" in page for page in pages)
    assert "所属長確認" in pages[-1]


@pytest.mark.parametrize("count", [21, 22])
def test_the_empty_rows_go_on_the_next_page_with_the_last_points(count: int) -> None:
    rows = tuple(
        CheckItem("閉会の後" if at > count - 2 else "議題", f"点検する項目の{at}番目", None) for at in range(count)
    )
    first, second = page_texts(printed(scene("ogawara"), replace(counted(0), items=rows)).pdf)
    assert "（課で追加）" not in first
    assert "閉会の後" not in first
    assert all(words in second for words in ("閉会の後", "（課で追加）", str(count + 2)))


@pytest.mark.parametrize(("count", "empty"), [(18, 2), (19, 1), (20, 0)])
def test_empty_rows_give_way_to_a_second_page(count: int, empty: int) -> None:
    (text,) = page_texts(printed(scene("ogawara"), counted(count)).pdf)
    assert (f"{count + empty}" in text.split("凡例")[0], f"{count + empty + 1}" in text.split("凡例")[0]) == (
        True,
        False,
    )
    assert ("（課で追加）" in text) == (empty > 0)


def test_rows_of_two_lines_are_set_closer_before_they_take_a_second_page() -> None:
    found, row = scene("ogawara"), "議題5「キャッシュレス決済の導入」の結果、担当、期限を確かめた。"
    rows = (*(CheckItem("議題", row, None) for _ in range(7)), *counted(13).items)
    (text,) = page_texts(printed(found, replace(counted(0), items=rows)).pdf)
    assert text.count("期限を確かめた。") == 7
    assert "所属長確認" in text


def test_a_reference_and_a_name_are_set_smaller_or_parted_between_words() -> None:
    items = tuple(
        CheckItem("全体", "項目", reference, owner=owner)
        for reference, owner in (("利用の決まり", "デジタル推進室"), (None, "総務課文書情報グループ"))
    )
    checklist = replace(counted(0), mark="task", items=items)
    pdf = printed(scene("ogawara"), checklist).pdf
    lines = pypdfium2.PdfDocument(pdf)[0].get_textpage().get_text_range().split()
    assert {"利用の", "決まり", "デジタル推進室", "総務課文書情報", "グループ"} <= set(lines)
    assert smallest(pdf) >= 7.5


def test_the_secretariats_form_leaves_its_empty_rows_to_itself() -> None:
    text = "".join(page_texts(printed(scene("ogawara"), lists()["preparation"]).pdf))
    assert "（追加）" in text
    assert "課で追加" not in text


def test_a_long_word_of_a_section_is_set_smaller_before_it_is_cut() -> None:
    items = (CheckItem("6番\nシステム標準化\n（前回 順調）", "項目", None),)
    checklist = Checklist("x", "C9", "点検表", "第1版", "check", items)
    pdf = printed(scene("ogawara"), checklist).pdf
    word = "システム標準化"
    boxes = word_boxes(pdf)
    at = "".join(each[0] for each in boxes).index(word)
    middles = [(box[2] + box[4]) / 2 for box in boxes[at : at + len(word)]]
    assert max(middles) - min(middles) < 2.0
    assert smallest(pdf) >= 7.5


def test_actions_of_one_unit_name_it() -> None:
    found = scene("ogawara")
    unit = found.plan.units[5]
    checklist = action_checklist(lists()["action"], found.plan, unit, ("町民生活課", "政策企画課"))
    text = page_texts(printed(found, checklist).pdf)[0]
    assert "実施主体町民生活課・政策企画課" in text
    assert f"取組6{unit.short_name}" in text
    assert "標準化・共通化" in text
    assert "今のシステムと標準仕様の違いを整理した。" in text
    assert "済" in text


def test_departments_that_carry_a_unit_are_not_parted_within_their_names() -> None:
    found = scene("kahoku")
    carriers = ("税務町民課", "健康福祉課", "会計課", "上下水道課", "企画財政課", "総務課")
    value = action_checklist(lists()["action"], found.plan, found.plan.units[0], carriers)
    (page,) = pypdfium2.PdfDocument(printed(found, value).pdf)
    lines = page.get_textpage().get_text_range().split()
    assert any(line.endswith("会計課ほか") for line in lines)


def test_forms_of_several_departments_begin_on_new_pages() -> None:
    found = scene("ogawara", departments=2)
    forms = [replace(lists()["submission"], subject=name) for name in ("町民生活課", "政策企画課")]
    first, second = page_texts(printed(found, *forms).pdf)
    assert "町民生活課" in first
    assert "政策企画課" in second.split("会議")[0]


def test_numbers_and_sections_stay_whole_on_the_narrower_page_of_a_town_that_binds() -> None:
    rows = tuple(CheckItem("8番\nガイドライン\n（前回 要注意）", f"点検する項目の{at}番目", None) for at in range(20))
    settings = Settings(paper=Paper(margins=(25, 25, 30, 20)))
    found = scene("ogawara")
    result = compose_checklists([replace(counted(0), items=rows)], about(found), settings, made=MADE)
    boxes = word_boxes(result.pdf)
    table = [each for each in boxes if 60 < each[2] < 275 and each[1] < 60]
    for words in ("20", "ガイドライン", "（前回要注意）"):
        starts = [at for at in range(len(table)) if "".join(each[0] for each in table[at : at + len(words)]) == words]
        assert starts
        assert all(abs(table[at][4] - table[at + len(words) - 1][4]) < 1.0 for at in starts), words


def test_the_name_of_a_meeting_stands_in_one_line_where_a_smaller_type_makes_it_fit() -> None:
    found = scene("ogawara")
    named = replace(about(found), cycle_name="令和6年度第2回", body_name="大多喜町情報化推進委員会")
    boxes = word_boxes(compose_checklists([counted(3)], named, found.settings, made=MADE).pdf)
    at = next(at for at in range(len(boxes)) if "".join(each[0] for each in boxes[at : at + 6]) == "令和6年度第")
    assert abs(boxes[at][4] - boxes[at + 20][4]) < 0.5


def test_without_meeting_or_deadline_the_days_stay_blank_to_fill_in() -> None:
    about_nothing = Occasion("大河原町", "DX全体方針", "令和6年度第2回")
    result = compose_checklists([lists()["preparation"]], about_nothing, Settings(), made=MADE)
    text = page_texts(result.pdf)[0]
    assert "令和年月日" in text
    assert "見本" not in text
    assert outside(result.pdf, FRAME_T) == []


def test_long_names_and_hostile_text_stay_in_their_cells() -> None:
    text = "<b>太字</b>=cmd|'/C calc'!A0 𠮷野家の髙﨑さん"
    items = tuple(CheckItem(text * 2, text * 3, text) for _ in range(4))
    checklist = Checklist("x", "C9", text * 2, "第1版", "task", items, text * 3)
    result = printed(scene("ogawara"), checklist)
    assert outside(result.pdf, FRAME_T) == []
    assert "=cmd|'/Ccalc'!A0" in page_texts(result.pdf)[0]


def test_the_same_form_gives_the_same_bytes_and_the_text_kept() -> None:
    found = scene("ogawara", departments=2)
    first, second = (printed(found, submission(found, 4)).pdf for _ in range(2))
    assert first == second
    check_golden("checklist_ogawara", first)


@pytest.mark.parametrize("name", ["security", "year-end", "day", "survey"])
def test_the_text_of_the_other_forms_is_kept(name: str) -> None:
    found = scene("ogawara")
    made = {"year-end": year_end(found, 1), "day": of_day(2, 2)}.get(name, lists()[name])
    first, second = (printed(found, made).pdf for _ in range(2))
    assert first == second
    check_golden(f"checklist_{name}", first)
