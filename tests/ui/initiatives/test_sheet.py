"""The 個票 says what counts, what was said last time, and how it came about; never a memo."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dxdesk.domain.merge import UnitView
from dxdesk.domain.plans import Node
from dxdesk.domain.replies import Revision
from dxdesk.store.queries.initiatives import Initiatives
from dxdesk.ui.initiatives.composing import compose_sheet, unit_of
from dxdesk.ui.initiatives.plan_blocks import plan_blocks
from dxdesk.ui.initiatives.sheet import Counts, Framed, Lines, Moment, Origin, Passage, Sheet, StatusBlock
from dxdesk.wording.board import NO_LAST_YEAR
from dxdesk.wording.screen import FIRST_CYCLE
from tests.documents.sample_boards import BEFORE, ISSUES, MEMO, NEXT, PAST, RESULTS, scene
from tests.plan_samples import TOWNS
from tests.ui.initiatives.sources import record_of, source_of, town_source, with_card


def sheet(source: Initiatives, code: str) -> Sheet:
    unit = source.plan.unit(code)
    return compose_sheet(source, unit, record_of(source, unit, before(source, unit)))


def before(source: Initiatives, unit: Node) -> UnitView:
    """What a unit said the cycle before: other words, and one stage earlier."""
    view = source.views[unit.id]
    if view.counted is None or view.counted.answer is None:
        said = next(each.counted for each in source.views.values() if each.counted is not None)
        assert said.answer is not None
        view = replace(view, status="ok", waiting=None)
    else:
        said = view.counted
    assert said.answer is not None
    return replace(view, counted=replace(said, answer=replace(said.answer, results=BEFORE, issues=None, next=NEXT)))


def with_view(source: Initiatives, code: str, view: UnitView) -> Initiatives:
    return replace(source, views={**source.views, source.plan.unit(code).id: view})


def counted(source: Initiatives, code: str) -> Revision:
    found = source.views[source.plan.unit(code).id].counted
    assert found is not None
    return found


def origin(found: Sheet) -> Origin:
    return next(block for block in found.now if isinstance(block, Origin))


def test_each_text_has_what_was_said_last_time_under_it() -> None:
    passages = [block for block in sheet(town_source(), "1").now if isinstance(block, Passage)]
    assert passages == [
        Passage("今回の実績", RESULTS, BEFORE),
        Passage("課題", ISSUES, ""),
        Passage("次にすること", NEXT, NEXT),
    ]


def test_the_head_names_the_path_the_number_and_the_owners() -> None:
    found = sheet(town_source("miharu"), "MEGO-2-3")
    assert found.path == "行政のDX ／ DXの推進と業務効率化 ／ 2-3"
    assert found.name == "テレワークによる業務継続確保・働き方改革"
    assert found.code == "MEGO-2-3"


def test_the_status_stands_with_its_stage_and_both_of_last_time() -> None:
    source = with_card(
        town_source(), "1", status="warn", change="worse", stage="trial", previous_status="ok", previous_stage="study"
    )
    block = sheet(source, "1").now[0]
    assert block == StatusBlock("warn", "要注意", "worse", "試行", 3, 2, 7, "順調・検討")


def test_what_is_to_be_decided_stands_in_a_frame() -> None:
    source = town_source()
    late = next(card.code for card in source.board.cards if card.status == "late")
    framed = [block for block in sheet(source, late).now if isinstance(block, Framed)]
    assert [block.heading for block in framed] == ["決めてほしいこと"]
    assert framed[0].text.startswith("移行を2段階に分け")


def test_an_unanswered_unit_shows_only_what_was_said_last_time() -> None:
    source = town_source()
    missing = next(card.code for card in source.board.cards if card.status == "miss")
    passages = [block for block in sheet(source, missing).now if isinstance(block, Passage)]
    assert passages[0].text.startswith("回答がまだありません。")
    assert Passage("前回の実績", BEFORE) in passages
    assert all(passage.text != RESULTS for passage in passages)


def test_a_unit_of_several_departments_says_how_many_have_answered() -> None:
    source = with_card(town_source(), "13", status="miss", assigned=6, accepted=3, waiting="department")
    assert "（回答 3／6課）" in next(block.text for block in sheet(source, "13").now if isinstance(block, Passage))


def test_answers_that_are_handed_in_and_not_accepted_are_counted_and_being_checked() -> None:
    source = with_card(town_source(), "13", status="miss", assigned=6, accepted=0, handed_in=2, waiting="department")
    said = [block.text for block in sheet(source, "13").now if isinstance(block, Passage)]
    assert "提出された回答を事務局が確かめています（提出 2／6課・受理 0／6課）。" in said
    assert not any("回答がまだありません" in each for each in said)


def test_a_unit_in_the_hands_of_the_secretariat_says_so_instead() -> None:
    source = with_card(town_source(), "13", status="miss", waiting="secretariat")
    block = sheet(source, "13").now[0]
    assert isinstance(block, StatusBlock)
    assert block.word == "確認中"
    assert any(isinstance(each, Passage) and "確かめています" in each.text for each in sheet(source, "13").now)


def test_what_other_departments_were_asked_is_not_here_and_last_time_is() -> None:
    source = with_card(town_source(), "13", status="elsewhere", assigned=0, accepted=0, waiting=None)
    unit = source.plan.unit("13")
    source = with_view(source, "13", replace(source.views[unit.id], status="elsewhere", counted=None, here=frozenset()))
    found = sheet(source, "13").now
    block = found[0]
    assert isinstance(block, StatusBlock)
    assert (block.status, block.word) == ("elsewhere", "ほかの課")
    texts = [each.text for each in found if isinstance(each, Passage)]
    assert texts[0] == "ほかの課の回答は、この PC にはありません。"
    assert BEFORE in texts
    assert not any("未回答" in each or "回答がまだ" in each for each in texts)


def test_a_unit_nobody_was_asked_about_says_so() -> None:
    source = with_card(town_source(), "13", status="na", assigned=0, accepted=0)
    source = with_view(source, "13", replace(source.views[source.plan.unit("13").id], counted=None, answers={}))
    assert Passage("", "この回では聞いていません。") in sheet(source, "13").now


def test_in_the_first_cycle_there_is_nothing_before() -> None:
    first = source_of(scene(first=True))
    assert Passage("", "", FIRST_CYCLE) in sheet(first, "1").now
    assert all(FIRST_CYCLE not in repr(block) for block in sheet(town_source(), "1").now)


def test_one_department_is_named_with_the_day_of_its_answer() -> None:
    source = town_source()
    name = next(each.name for each in source.departments if each.id == counted(source, "1").department)
    assert origin(sheet(source, "1")).text == f"{name}の回答・1月20日"


def test_what_was_drawn_together_says_of_how_many_answers_and_when() -> None:
    source = town_source()
    drawn = replace(counted(source, "1"), kind="consolidate", department=None, sources=("a", "b", "c"))
    view = replace(source.views[source.plan.unit("1").id], counted=drawn, revise=True)
    found = origin(sheet(with_view(source, "1", view), "1"))
    assert found.text == "3課の回答から取りまとめ・1月20日 確定"
    assert found.revise


def test_what_a_file_brought_as_it_counted_names_no_day_and_counts_no_answers() -> None:
    source = town_source()
    said = replace(counted(source, "1"), moment="2025-01-10")
    name = next(each.name for each in source.departments if each.id == said.department)
    drawn = replace(said, kind="consolidate", department=None, sources=())
    for found, words in ((said, f"{name}の回答"), (drawn, "各課の回答から取りまとめ")):
        view = replace(source.views[source.plan.unit("1").id], counted=found)
        assert origin(sheet(with_view(source, "1", view), "1")).text == words


def test_a_correction_in_the_room_is_named_as_one() -> None:
    source = town_source()
    corrected = replace(counted(source, "1"), kind="correct")
    view = replace(source.views[source.plan.unit("1").id], counted=corrected)
    assert origin(sheet(with_view(source, "1", view), "1")).text == "会議での修正・1月20日"


def test_the_accepted_answers_of_several_departments_stand_behind_it() -> None:
    found = scene(departments=3)
    answers = origin(sheet(source_of(found), "1")).answers
    assert len(answers) == 3
    assert {answer.results for answer in answers} == {RESULTS}


@pytest.mark.parametrize("town", TOWNS)
def test_no_memo_and_no_word_to_the_secretariat_is_anywhere_in_a_sheet(town: str) -> None:
    source = source_of(scene(town, departments=2))
    for unit in source.plan.units:
        assert MEMO not in repr(compose_sheet(source, unit, record_of(source, unit)))


def test_the_past_stands_newest_first_and_only_older_cycles_can_be_opened() -> None:
    found = [block for block in sheet(town_source(), "1").past if isinstance(block, Moment) and block.marker == "cycle"]
    assert [block.title for block in found] == ["令和6年度第2回", PAST.name]
    assert [block.opens for block in found] == [None, PAST.id]


def test_what_the_plan_itself_reports_follows_the_cycles() -> None:
    found = [block for block in sheet(town_source("kahoku"), "住民-3").past if isinstance(block, Moment)]
    markers = [block.marker for block in found]
    assert markers == sorted(markers)
    assert any("各種広報と申請の受付" in block.text for block in found if block.marker == "plan")


def test_a_change_on_the_time_line_is_that_to_the_cycle_before() -> None:
    source = with_card(town_source(), "1")
    unit = source.plan.unit("1")
    record = record_of(source, unit, source.views[unit.id])
    now = replace(source.views[unit.id], status="warn")
    newest = compose_sheet(replace(source, views={**source.views, unit.id: now}), unit, record).past[0]
    assert isinstance(newest, Moment)
    assert (newest.word, newest.change) == ("要注意", "worse")


def test_a_group_shows_its_counts_worst_first() -> None:
    source = town_source("miharu")
    group = next(node for node in source.plan.nodes if node.name == "まちのDX")
    found = compose_sheet(source, group, None)
    assert found.code is None
    counts = next(block for block in found.now if isinstance(block, Counts))
    assert sum(count for *_, count in counts.counts) == 15
    assert counts.answered.startswith("回答 ")


def test_a_line_of_the_plan_belongs_to_the_unit_above_it() -> None:
    source = town_source("kahoku")
    unit = source.plan.unit("地域-2")
    deepest = source.plan.activities(unit)[-1]
    assert unit_of(source, deepest) == unit
    assert unit_of(source, unit) == unit
    axis = source.plan.axis(unit)
    assert axis is not None
    assert unit_of(source, axis) is None


@pytest.mark.parametrize("town", TOWNS)
def test_the_tab_of_the_plan_holds_everything_the_plan_says_about_a_unit(town: str) -> None:
    source = town_source(town)
    for unit in source.plan.units:
        said = repr(plan_blocks(source, unit)).replace("\\n", "\n")
        for passage in unit.narrative:
            assert passage.text in said
        for line in source.plan.activities(unit):
            assert line.name in said
        for owner in unit.owners:
            assert owner.name in said
        for question in source.plan.open:
            if question.node == unit.id:
                assert question.question in said
        assert (unit.source or "") in said


def test_lines_that_the_plan_puts_in_a_year_stand_under_that_year() -> None:
    headings = [
        block.heading for block in plan_blocks(town_source(), town_source().plan.unit("6")) if isinstance(block, Lines)
    ]
    assert headings[0].startswith("令和")


def test_a_span_without_its_last_year_is_named_as_on_the_wall() -> None:
    source = town_source()
    headings = [
        block.heading for unit in source.plan.units for block in plan_blocks(source, unit) if isinstance(block, Lines)
    ]
    assert any(heading.endswith(f"（{NO_LAST_YEAR}）") for heading in headings)
