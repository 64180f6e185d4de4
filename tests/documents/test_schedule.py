"""工程表 on paper: every kind of line, years or none, units of any number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from dxdesk.documents.frames import FRAME_T, FRAME_Y
from dxdesk.documents.page import Printed, Sheet
from dxdesk.documents.paragraph import Text
from dxdesk.documents.schedule import compose_schedule, lay_schedule
from dxdesk.documents.styles import CELL
from dxdesk.domain.plan_parts import Schedule, ScheduleKind
from dxdesk.domain.plans import Node, Plan
from dxdesk.domain.statuses import STATUSES
from dxdesk.domain.timetable import Timetable, compose_timetable
from tests.documents.page_checks import check_golden, outside, overlapping, smallest
from tests.documents.reading import page_texts, squeezed, texts, word_boxes
from tests.documents.sample_boards import MADE, PLANS, THIS, Scene, five_years, load_plan, own_words, scene
from tests.documents.sample_outlines import LONG_NAME, sized_plan, without_years

KINDS: Sequence[ScheduleKind] = (
    "span", "year", "start", "yearly", "alternate", "anytime", "deadline", "conditional",
)  # fmt: skip


def value(found: Scene) -> Timetable:
    return compose_timetable(found.plan, found.board, found.settings, THIS, [(THIS, found.views)])


def printed(found: Scene) -> Printed:
    return compose_schedule(value(found), made=MADE)


def check(pdf: bytes) -> None:
    assert outside(pdf, FRAME_Y) == []
    assert overlapping(pdf) == []
    assert smallest(pdf) >= 7.5


def of_every_kind(*, confirmed: bool) -> Plan:
    """A plan of one unit with a line of every kind."""
    base = sized_plan(1, 1)
    lines = tuple(
        Node(f"k{at}", "u1", "activity", None, None, f"{kind}の工程", None, schedule=schedule)
        for at, kind in enumerate(KINDS)
        for schedule in (Schedule(kind, 2023, 2025, "ことば", "協議の上で", confirmed),)
    )
    return replace(base, nodes=(*base.nodes, *lines))


@pytest.mark.parametrize("name", PLANS)
@pytest.mark.parametrize("answered", [False, True])
def test_every_plan_stays_inside_the_frame_with_nothing_over_anything(name: str, answered: bool) -> None:
    check(printed(scene(name, answered=answered)).pdf)


@pytest.mark.parametrize("confirmed", [False, True])
def test_every_kind_of_line_is_drawn_and_explained(confirmed: bool) -> None:
    result = printed(scene(plan=of_every_kind(confirmed=confirmed)))
    check(result.pdf)
    text, _ = texts(result.pdf)
    assert all(f"{kind}の工程" in text for kind in KINDS)
    for words in ("期限", "毎年・隔年（◆実施、◇これから）", "随時（●は報告）", "休みの年度"):
        assert words in text
    assert ("計画（終わりの年度を原本で確認していないもの）" in text) is True


def test_only_signs_that_occur_are_explained() -> None:
    text, _ = texts(printed(scene(plan=sized_plan(3, 1))).pdf)
    assert "随時（●は報告）" not in text
    assert "期限" not in text


def test_the_day_stands_above_the_years_and_the_status_once_per_unit() -> None:
    found = scene("otaki")
    text, _ = texts(printed(found).pdf)
    assert "基準日R6.12.31" in text
    assert text.count("要注意") == found.board.counts["warn"]


@pytest.mark.parametrize("plan", [five_years(load_plan("miharu")), without_years(sized_plan(13, 3))])
def test_five_years_and_no_years_both_print(plan: Plan) -> None:
    result = printed(scene(plan=plan))
    check(result.pdf)
    text, _ = texts(result.pdf)
    assert ("令和9年度" in text) is bool(value(scene(plan=plan)).years)


def test_a_plan_without_lines_says_so_in_a_sentence() -> None:
    result = printed(scene("kaminokawa"))
    assert result.pages == 1
    assert "計画に工程（内容と実施時期）の記載がない。" in texts(result.pdf)[0]


@pytest.mark.parametrize("units", [1, 13, 25, 44])
@pytest.mark.parametrize("axes", [0, 1, 9])
def test_plans_of_every_size_print_every_line(units: int, axes: int) -> None:
    result = printed(scene(plan=sized_plan(units, min(axes, units))))
    check(result.pdf)
    text, _ = texts(result.pdf)
    assert all(f"内容{at}の検討" in text for at in range(1, units + 1))


def test_about_nineteen_lines_stand_on_a_page_and_each_page_has_its_head() -> None:
    pages = page_texts(printed(scene(plan=sized_plan(40, 3))).pdf)
    assert 2 <= len(pages) <= 3
    assert all("実施時期" in page and "凡例" in page and "基準日" in page for page in pages)


@pytest.mark.parametrize(("name", "least"), [("kahoku", 10), ("otaki", 8)])
def test_the_last_page_is_about_as_full_as_the_others(name: str, least: int) -> None:
    found = scene(name)
    rows = value(found).rows
    pages = [squeezed(page) for page in page_texts(printed(found).pdf)]
    lines = [sum(len(row.lanes) for row in rows if squeezed(f"{row.number}{row.name}") in page) for page in pages]
    assert len(pages) > 1
    assert sum(lines) == sum(len(row.lanes) for row in rows)
    assert min(lines) >= least


def test_a_unit_longer_than_a_page_goes_on_with_its_name() -> None:
    base = sized_plan(1, 1)
    lines = tuple(Node(f"k{at}", "u1", "activity", None, None, f"工程{at:03}番", None) for at in range(60))
    result = printed(scene(plan=replace(base, nodes=(*base.nodes, *lines))))
    check(result.pdf)
    pages = page_texts(result.pdf)
    assert len(pages) >= 3
    assert all("取組その1の推進" in page for page in pages)
    assert all(f"工程{at:03}番" in "".join(pages) for at in range(60))


@pytest.mark.parametrize("length", [40, 500, 4_000])
def test_a_line_of_any_length_is_printed_whole(length: int) -> None:
    base = sized_plan(2, 1)
    text = ("情報を整理して関係する課と調整する。" * (length // 18 + 1))[:length]
    nodes = tuple(replace(each, name=text) if each.id == "l1" else each for each in base.nodes)
    result = printed(scene(plan=replace(base, nodes=nodes)))
    assert outside(result.pdf, FRAME_Y) == []
    assert squeezed(texts(result.pdf)[0]).count("整理") == text.count("整理")


def test_names_of_forty_characters_and_a_towns_own_words_stay_in_their_cells() -> None:
    check(printed(scene(plan=sized_plan(13, 3, name=LONG_NAME))).pdf)
    check(printed(own_words(scene("otaki", statuses=STATUSES))).pdf)


def test_a_thousand_units_print() -> None:
    result = printed(scene(plan=sized_plan(1_000, 9)))
    assert result.pages > 40
    assert outside(result.pdf, FRAME_Y) == []


def test_the_schedule_stands_between_other_papers_in_one_file() -> None:
    sheet = Sheet(FRAME_T, "会議資料")
    sheet.place(Text("一覧", CELL))
    sheet.next_page(FRAME_Y)
    lay_schedule(sheet, value(scene("otaki")))
    sheet.next_page(FRAME_T)
    sheet.place(Text("用語集", CELL))
    pages = page_texts(sheet.finish().pdf)
    assert "工程表" in pages[1]
    assert "工程表" not in pages[-1]


def test_the_same_board_gives_the_same_bytes_and_the_text_as_kept() -> None:
    found = printed(scene("otaki"))
    assert found.pdf == printed(scene("otaki")).pdf
    assert found.missing == ()
    check_golden("schedule_otaki", found.pdf)
    check_golden("schedule_kahoku", printed(scene("kahoku")).pdf)


def test_the_word_of_an_unanswered_unit_stands_in_one_line() -> None:
    pdf = printed(scene(plan=sized_plan(1, 1), answered=False)).pdf
    boxes = word_boxes(pdf)
    at = "".join(box[0] for box in boxes).index("未回答")
    assert len({round(box[4]) for box in boxes[at : at + 3]}) == 1
