"""これまで, 決定と宿題 and 指標: in the order people look for, and nothing is computed that was not said."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from dxdesk.domain.meetings import ActionItem, ActionState, Decision, Meeting, NumberedAction
from dxdesk.domain.merge import UnitView
from dxdesk.domain.plan_parts import Baseline, Indicator, Target
from dxdesk.domain.plans import Node
from dxdesk.domain.replies import Reading
from dxdesk.store.queries.initiatives import Initiatives
from dxdesk.ui.initiatives.composing import compose_group, compose_report, compose_sheet
from dxdesk.ui.initiatives.sheet import Counts, Decided, IndicatorBlock, Moment, Passage, Task
from dxdesk.wording.initiatives import NO_INDICATORS, NOTHING_DECIDED, PAST_LEGEND
from tests.documents.sample_boards import PAST, THIS
from tests.ui.initiatives.sources import record_of, report, town_source

SOURCE = town_source("kahoku")
UNIT = SOURCE.plan.unit("住民-3")
MEETING = Meeting("m", THIS.id, "b", "DX推進チーム会議", date(2025, 2, 13), None, None, None, "closed")


def moments(*reports_made: date) -> list[tuple[str, str]]:
    record = record_of(SOURCE, UNIT)
    made = tuple(report(number, day) for number, day in enumerate(reports_made, 1))
    sheet = compose_sheet(SOURCE, UNIT, replace(record, reports=made))
    return [(block.marker, block.title) for block in sheet.past if isinstance(block, Moment)]


def test_a_report_stands_above_the_cycle_whose_day_it_came_after() -> None:
    between = date.fromordinal((PAST.as_of.toordinal() + THIS.as_of.toordinal()) // 2)
    late, early = date(2030, 1, 1), date(2000, 1, 1)
    found = [title for marker, title in moments(early, between, late) if marker != "plan"]
    assert found == [
        "1月1日",
        THIS.name,
        f"{between.month}月{between.day}日",
        PAST.name,
        "1月1日",
    ]


def test_what_the_plan_reports_stands_last_and_the_marks_are_explained() -> None:
    record = replace(record_of(SOURCE, UNIT), reports=(report(1, date(2030, 1, 1)),))
    sheet = compose_sheet(SOURCE, UNIT, record)
    markers = [block.marker for block in sheet.past if isinstance(block, Moment)]
    assert markers[:3] == ["report", "cycle", "cycle"]
    assert set(markers[3:]) == {"plan"}
    assert sheet.past[-1] == Passage("", "", PAST_LEGEND)


def test_a_report_shows_what_was_said_under_its_words_and_who_said_it() -> None:
    department = SOURCE.departments[0]
    said = report(1, date(2030, 1, 1), department.id, judgement="足りない。", action="来月から。")
    block = compose_sheet(SOURCE, UNIT, replace(record_of(SOURCE, UNIT), reports=(said,))).past[0]
    assert isinstance(block, Moment)
    assert block.parts == (("観察", "列が長い。"), ("判断", "足りない。"), ("行動", "来月から。"))
    assert (block.word, block.text, block.opens) == ("いま報告", department.name, "report:r1")


def test_an_opened_report_stands_in_the_place_of_this_cycle() -> None:
    said = report(1, date(2024, 12, 9), judgement="足りない。")
    sheet = compose_report(SOURCE, UNIT, record_of(SOURCE, UNIT), said)
    assert sheet.now == (
        Passage("いま報告　令和6年12月9日", "事務局　鈴木"),
        Passage("観察", "列が長い。"),
        Passage("判断", "足りない。"),
    )
    assert sheet.unit == UNIT.id


def action(number: int, state: ActionState, text: str) -> NumberedAction:
    item = ActionItem(f"a{number}", number, 1, UNIT.id, (SOURCE.departments[0].id, "gone"), None, text, state, None)
    return NumberedAction(f"6-{number}", MEETING, item)


def test_decisions_stand_newest_first_then_open_tasks_then_the_rest() -> None:
    decisions = tuple(
        (
            replace(MEETING, day=date(2025, 2, day)),
            Decision(f"d{day}", 1, 1, UNIT.id, "approved", f"{day}日の決定", True),
        )
        for day in (1, 2)
    )
    actions = (action(1, "done", "済んだ"), action(2, "open", "まだ"), action(3, "carried", "次へ"))
    record = replace(record_of(SOURCE, UNIT), decisions=decisions, actions=actions)
    found = compose_sheet(SOURCE, UNIT, record).decisions
    assert [block.text for block in found if isinstance(block, Decided)] == ["2日の決定", "1日の決定"]
    assert [block.result for block in found if isinstance(block, Decided)] == ["承認", "承認"]
    tasks = [block for block in found if isinstance(block, Task)]
    assert [(each.number, each.state, each.done) for each in tasks] == [
        ("宿6-2", "対応中", False), ("宿6-3", "次回へ", False), ("宿6-1", "対応済み", True),
    ]  # fmt: skip
    assert tasks[0].who == f"{SOURCE.departments[0].name}・gone"
    assert tasks[0].due == "次回会議"


def test_without_decisions_the_tab_says_so() -> None:
    assert compose_sheet(SOURCE, UNIT, record_of(SOURCE, UNIT)).decisions == (Passage("", NOTHING_DECIDED),)


def with_indicator(*targets: Target) -> tuple[Initiatives, Node]:
    indicator = Indicator("i", "交付率", "%", "rate", "up", Baseline("65", "令和5年3月"), targets, "国の公表値")
    unit = replace(UNIT, indicators=(indicator,))
    nodes = tuple(unit if node.id == unit.id else node for node in SOURCE.plan.nodes)
    return replace(SOURCE, plan=replace(SOURCE.plan, nodes=nodes)), unit


def saying(view: UnitView, reading: Reading | None) -> UnitView:
    assert view.counted is not None
    assert view.counted.answer is not None
    readings = (reading,) if reading else ()
    return replace(view, counted=replace(view.counted, answer=replace(view.counted.answer, indicators=readings)))


def said_view() -> UnitView:
    return next(view for view in SOURCE.views.values() if view.counted is not None)


def test_every_value_of_an_indicator_is_told_with_its_source_newest_first() -> None:
    source, unit = with_indicator(Target(2025, "80"), Target(2027, "90"))
    now = saying(said_view(), Reading("i", "76", "７６", "令和7年1月", None, "住民係"))
    before = saying(said_view(), Reading("i", "70.5", "70.5%"))
    source = replace(source, views={**source.views, unit.id: now})
    (block,) = compose_sheet(source, unit, record_of(source, unit, before)).indicators
    assert isinstance(block, IndicatorBlock)
    assert block.goals == (("基準（令和5年3月）", "65%"), ("目標（令和7年度）", "80%"), ("目標（令和9年度）", "90%"))
    assert block.values == (
        (THIS.name, "７６%", "令和7年1月 現在　出典：住民係"),
        (PAST.name, "70.5%", ""),
    )
    assert [value for _, value in block.points] == ["70.5", "76"]
    assert (block.target, block.note) == ("90", "国の公表値")


def test_what_could_not_be_measured_says_why_and_is_no_point() -> None:
    source, unit = with_indicator(Target(None, "増やす"))
    now = saying(said_view(), Reading("i", None, None, reason="集計前"))
    source = replace(source, views={**source.views, unit.id: now})
    (block,) = compose_sheet(source, unit, record_of(source, unit, saying(said_view(), None))).indicators
    assert isinstance(block, IndicatorBlock)
    assert block.values == ((THIS.name, "測れない（集計前）", ""),)
    assert (block.points, block.target) == ((), None)


def test_a_unit_without_indicators_says_so() -> None:
    assert compose_sheet(SOURCE, UNIT, record_of(SOURCE, UNIT)).indicators == (Passage("", NO_INDICATORS),)


def test_a_group_that_is_none_of_the_plans_shows_its_counts() -> None:
    sheet = compose_group(SOURCE, "遅れ", SOURCE.board.cards[:3])
    (counts,) = sheet.now
    assert isinstance(counts, Counts)
    assert sum(count for *_, count in counts.counts) == 3
    assert (sheet.unit, sheet.code, sheet.name) == (None, None, "遅れ")
