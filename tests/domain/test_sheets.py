"""What papers say beyond the board: past cycles, answers by department, decisions, ids of handwritten answers."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dxdesk.domain.meetings import ActionItem, Decision, Meeting, MeetingRecord
from dxdesk.domain.paper import Paper
from dxdesk.domain.plan_parts import Department
from dxdesk.domain.settings import Settings
from dxdesk.domain.sheets import (
    blank_form,
    cycle_column,
    cycle_short_name,
    decided,
    department_answers,
    department_marks,
    main_name,
    occasion,
    row_id,
)
from tests.documents.sample_boards import MEMO, RESULTS, THIS, load_plan, scene

SETTINGS = Settings()


@pytest.mark.parametrize(
    ("name", "short"),
    [("令和6年度第2回", "第2回"), ("令和6年度　第2回", "第2回"), ("令和6年度", "令和6年度"), ("臨時", "臨時")],
)
def test_a_cycle_under_its_year_is_named_without_it(name: str, short: str) -> None:
    assert cycle_short_name(replace(THIS, name=name)) == short


def test_a_past_cycle_shows_status_stage_and_the_first_sentence() -> None:
    found = scene("ogawara")
    column = cycle_column(THIS, found.views[found.board.cards[0].unit], SETTINGS, this=True)
    assert (column.name, column.status, column.stage, column.this) == ("第2回", "ok", "導入", True)
    assert column.words == RESULTS.split("。")[0]


def test_a_cycle_without_answer_has_a_status_and_no_words() -> None:
    found = scene("ogawara", answered=False)
    column = cycle_column(THIS, found.views[found.board.cards[0].unit], SETTINGS)
    assert (column.status, column.stage, column.words) == ("miss", "", "")


def test_answers_of_several_departments_come_in_their_order_without_memos() -> None:
    found = scene("ogawara", departments=3)
    departments = tuple(reversed(found.plan.departments))
    answers = department_answers(found.views[found.board.cards[0].unit], departments, SETTINGS)
    assert [each.department for each in answers] == ["町民生活課", "政策企画課", "商工観光課"]
    assert MEMO not in repr(answers)


def test_a_department_without_an_answer_is_listed_as_unanswered_where_another_has_one() -> None:
    found = scene("ogawara", departments=3)
    view = found.views[found.board.cards[0].unit]
    silent = found.plan.departments[1]
    part = replace(view, answers={**view.answers, silent.id: None})
    rows = department_answers(part, found.plan.departments, SETTINGS)
    assert [(each.department, each.status) for each in rows if each.status == "miss"] == [(silent.name, "miss")]
    assert len(rows) == 3
    nobody = replace(view, answers=dict.fromkeys(view.answers))
    assert department_answers(nobody, found.plan.departments, SETTINGS) == ()


def test_only_a_department_that_the_plan_names_is_in_charge() -> None:
    plan = load_plan("kahoku")
    departments = plan.departments
    by_name = {each.name: each.id for each in departments}
    first = by_name["税務町民課"]
    assert main_name(plan, plan.unit("住民-1"), departments, first) == ""  # the plan says 全課
    assert main_name(plan, plan.unit("住民-2"), departments, first) == "税務町民課"
    assert main_name(plan, plan.unit("住民-2"), departments, None) == ""
    assert main_name(plan, plan.unit("住民-2"), departments, by_name["総務課"]) == ""
    nobody = load_plan("miharu")
    only = nobody.departments[0].id
    assert main_name(nobody, nobody.unit("MEGO-1-1"), nobody.departments, only) == ""


def test_one_departments_answer_is_not_repeated() -> None:
    found = scene("ogawara", departments=1)
    assert department_answers(found.views[found.board.cards[0].unit], found.plan.departments, SETTINGS) == ()


def record(*decisions: Decision, actions: tuple[ActionItem, ...] = ()) -> MeetingRecord:
    meeting = Meeting("m", "c", "b", "会議", date(2025, 2, 13), None, None, None, "closed")
    return MeetingRecord(meeting, (), (), decisions, actions, ())


def test_a_decision_comes_with_the_action_items_it_gave() -> None:
    action = ActionItem("a", 1, 1, "u", ("d1", "d2"), None, "案を示す。", "open")
    other = replace(action, id="b", unit="v")
    found = decided(
        record(Decision("d", 1, 1, "u", "amended", "絞って進める。"), actions=(action, other)),
        "u",
        {"d1": "町民生活課"},
        {"open": "対応中"},
    )
    assert found is not None
    assert (found.result, found.text) == ("amended", "絞って進める。")
    assert [(row.text, row.departments, row.state) for row in found.actions] == [
        ("案を示す。", "町民生活課・d2", "対応中")
    ]


def test_a_unit_about_which_nothing_was_decided_has_no_decision() -> None:
    assert decided(record(Decision("d", 1, 1, "v", "noted", "了承した。")), "u", {}, {}) is None


def test_marks_are_the_shortest_beginnings_that_tell_departments_apart() -> None:
    names = ("町民生活課", "町民税務課", "総務課", "総務課文書係")
    marks = department_marks([Department(str(at), name) for at, name in enumerate(names)])
    assert list(marks.values()) == ["町民生", "町民税", "総務課", "総務課文"]


@given(st.lists(st.text("町民生活税務課総", min_size=2, max_size=6), unique=True, max_size=8))
def test_marks_are_never_shared(names: list[str]) -> None:
    marks = department_marks([Department(str(at), name) for at, name in enumerate(names)])
    assert len(set(marks.values())) == len(names)


def test_the_id_of_a_handwritten_answer_names_cycle_department_and_unit() -> None:
    cards = {card.code: card for name in ("ogawara", "miharu") for card in scene(name).board.cards}
    assert row_id(2024, 2, "町民", cards["3"]) == "R6-2 町民 003"
    assert row_id(2024, 2, "総務", cards["MEGO-1-1"]) == "R6-2 総務 MEGO-1-1"


def test_a_blank_form_holds_the_units_a_department_is_asked_about() -> None:
    found = scene("ogawara", departments=2)
    _, second, third = found.plan.departments
    form = blank_form(found.plan, found.board, found.items, second, "政策", (2024, 2))
    assert form.department == second.name
    assert len(form.units) == 13
    assert form.units[2].row_id == "R6-2 政策 003"
    assert form.units[2].previous_status == "warn"
    assert blank_form(found.plan, found.board, found.items, third, "商工", (2024, 2)).units == ()
    assert MEMO not in repr(form)


def test_the_occasion_of_a_board_leaves_the_deadline_open() -> None:
    found = occasion(scene("ogawara").board, Paper())
    assert (found.town, found.cycle_name, found.due, found.sample) == ("大河原町", "令和6年度第2回", None, True)
