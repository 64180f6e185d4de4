"""The board and its items: every count adds up, and nothing is on it that the meeting must not see."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dxdesk.domain.board import Board, Card, Item, compose_board, compose_item
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.merge import SlotState, SlotView, UnitView, read_unit
from dxdesk.domain.plan_parts import Target
from dxdesk.domain.replies import Answer, Author, Reading, Revision
from dxdesk.domain.statuses import STATUSES
from tests.builders import PLAN, RATE, uid

CYCLE = Cycle("c", "令和6年度 第2回", 2024, "interim", date(2025, 1, 31), date(2025, 2, 5), None, None, "p", "s")
D1, D2, D3, _ = (each.id for each in PLAN.departments)
SECRET = "契約前の額"


def unit_id(code: str) -> str:
    return PLAN.unit(code).id


def counted(status: str, **more: object) -> SlotView:
    answer = Answer(status=status, results="進めた。", private_memo=SECRET, to_secretariat=SECRET, **more)  # type: ignore[arg-type]
    revision = Revision("answer", "c", "u", "d", (), answer, Author("liaison", "d", None), "m")
    return SlotView("accepted", (revision,), (), revision, False, None, None)


def waiting(state: SlotState) -> SlotView:
    return replace(counted("ok"), state=state, counted=None)


def view(code: str, **slots: SlotView) -> UnitView:
    return read_unit(unit_id(code), {{"d1": D1, "d2": D2, "d3": D3}[name]: slot for name, slot in slots.items()})


def board(*views: UnitView, **more: object) -> Board:
    return compose_board(PLAN, CYCLE, {each.unit: each for each in views}, PLAN.departments, **more)  # type: ignore[arg-type]


def card(found: Board, code: str) -> Card:
    return next(each for each in found.cards if each.code == code)


def test_every_unit_of_the_plan_has_a_card_in_the_order_of_the_plan() -> None:
    assert [each.code for each in board().cards] == [unit.code for unit in PLAN.units]


def test_a_board_knows_until_when_departments_answer() -> None:
    assert board().due == CYCLE.due == date(2025, 2, 5)


def test_an_axis_is_a_row_with_the_name_of_the_level_above() -> None:
    found = board()
    assert [(axis.code, axis.name, axis.group) for axis in found.axes] == [
        ("住民", "窓口", "住民のために"), ("庁内", "事務", "庁内のために"),
    ]  # fmt: skip
    assert [each.code for each in found.on_axis("庁内")] == ["検討-1", "検討-4", "検討-5"]


def test_a_unit_that_hangs_on_the_plan_itself_stands_in_a_row_of_its_own() -> None:
    nodes = tuple(replace(each, parent=None) if each.code == "検討-5" else each for each in PLAN.nodes)
    plan = replace(PLAN, nodes=nodes)
    found = compose_board(plan, CYCLE, {}, plan.departments)
    assert (found.axes[-1].code, found.axes[-1].name) == ("", PLAN.title)
    assert [each.code for each in found.on_axis("")] == ["検討-5"]


def test_a_unit_nobody_was_asked_about_is_not_concerned_and_not_asked() -> None:
    found = board(view("重点-1", d1=counted("ok")))
    assert (found.asked, found.answered, found.counts["na"], found.counts["ok"]) == (1, 1, 5, 1)
    assert (card(found, "検討-1").status, card(found, "検討-1").departments) == ("na", ())


def test_unanswered_not_begun_and_not_concerned_are_three_different_things() -> None:
    found = board(
        view("重点-1", d1=waiting("unanswered")), view("重点-2", d1=counted("none")), view("重点-3", d1=counted("na"))
    )
    assert [card(found, code).status for code in ("重点-1", "重点-2", "重点-3")] == ["miss", "none", "na"]
    assert (found.asked, found.answered) == (3, 2)


@pytest.mark.parametrize(
    ("state", "turn"),
    [
        ("submitted", "secretariat"), ("conflict", "secretariat"), ("waiting", "secretariat"),
        ("unanswered", "department"), ("returned", "department"), ("withdrawn", "department"),
    ],
)  # fmt: skip
def test_an_unanswered_unit_says_whose_turn_it_is(state: SlotState, turn: str) -> None:
    found = board(view("重点-1", d1=waiting(state)))
    assert card(found, "重点-1").waiting == turn
    assert found.checking == (turn == "secretariat")
    assert found.counts["miss"] == 1


def test_a_unit_of_several_departments_counts_who_was_asked_and_who_answered() -> None:
    found = card(board(view("重点-2", d2=counted("ok"), d1=waiting("returned"))), "重点-2")
    assert (found.status, found.assigned, found.accepted, found.waiting) == ("miss", 2, 1, "department")
    assert found.departments == ("総務課", "税務課")


@pytest.mark.parametrize(
    ("before", "now", "change"),
    [
        ("late", "ok", "better"),
        ("ok", "warn", "worse"),
        ("ok", "ok", "same"),
        ("miss", "ok", None),
        ("ok", "done", None),
    ],
)
def test_a_card_shows_what_changed_since_the_cycle_before(before: str, now: str, change: str | None) -> None:
    old = view("重点-1", d1=counted(before, stage="study") if before != "miss" else waiting("unanswered"))
    found = board(view("重点-1", d1=counted(now, stage="trial")), previous={old.unit: old}, previous_name="第1回")
    shown = card(found, "重点-1")
    assert (shown.previous_status, shown.change, shown.stage) == (before, change, "trial")
    assert shown.previous_stage == ("study" if before != "miss" else None)
    assert found.previous_name == "第1回"


def test_a_unit_not_asked_last_time_has_no_status_of_last_time() -> None:
    found = board(view("重点-1", d1=counted("ok")), previous={unit_id("重点-1"): read_unit(unit_id("重点-1"), {})})
    assert (card(found, "重点-1").previous_status, card(found, "重点-1").change) == (None, None)


def test_last_time_is_known_where_only_the_whole_was_told() -> None:
    told = replace(view("重点-1", d1=counted("warn")), answers={}, slots={})
    found = board(view("重点-1", d1=counted("ok")), previous={told.unit: told})
    assert (card(found, "重点-1").previous_status, card(found, "重点-1").change) == ("warn", "better")


def test_discussed_units_stand_in_the_order_of_the_agenda() -> None:
    found = board(agenda={unit_id("検討-1"): 1, unit_id("重点-1"): 2})
    assert [(each.code, each.agenda_number) for each in found.discussed()] == [("検討-1", 1), ("重点-1", 2)]


def test_the_day_of_the_meeting_is_that_of_the_meeting_else_the_planned_one() -> None:
    planned = replace(CYCLE, meeting=date(2025, 2, 13))
    assert compose_board(PLAN, planned, {}, ()).meeting_day == date(2025, 2, 13)
    held = compose_board(PLAN, planned, {}, (), meeting_day=date(2025, 2, 20))
    assert held.meeting_day == date(2025, 2, 20)


slots = st.sampled_from([
    *(counted(status) for status in ("ok", "warn", "late", "done", "none", "stop", "na")),
    *(waiting(state) for state in ("unanswered", "submitted", "returned", "withdrawn", "conflict", "waiting")),
])  # fmt: skip
boards = st.fixed_dictionaries(
    {}, optional={unit.id: st.dictionaries(st.sampled_from([D1, D2, D3]), slots, max_size=3) for unit in PLAN.units}
)


@given(boards)
def test_counts_add_up_to_the_cards_and_answered_are_the_asked_that_are_not_unanswered(
    chosen: Mapping[str, Mapping[str, SlotView]],
) -> None:
    found = board(*(read_unit(unit, given) for unit, given in chosen.items()))
    assert tuple(found.counts) == STATUSES
    assert sum(found.counts.values()) == len(found.cards) == len(PLAN.units)
    assert found.asked == sum(bool(given) for given in chosen.values())
    assert found.answered == found.asked - found.counts["miss"]
    assert found.checking <= found.counts["miss"]
    assert all((each.status == "miss") == (each.waiting is not None) for each in found.cards)


@given(boards)
def test_nothing_that_never_leaves_the_secretariat_is_on_a_board_or_an_item(
    chosen: Mapping[str, Mapping[str, SlotView]],
) -> None:
    views = {unit: read_unit(unit, given) for unit, given in chosen.items()}
    found = board(*views.values())
    assert SECRET not in repr(found)
    for each in found.cards:
        seen = views.get(each.unit) or read_unit(each.unit, {})
        assert SECRET not in repr(compose_item(PLAN, each, seen, past=[("第1回", seen)], this_cycle="第2回"))


def test_a_board_and_an_item_have_no_place_for_a_memo() -> None:
    names = {each.name for kind in (Board, Card, Item) for each in fields(kind)}
    assert not names & {"private_memo", "to_secretariat", "memo", "draft"}


def test_an_item_shows_what_counts_beside_what_counted_before() -> None:
    now = view("重点-1", d1=counted("ok", issues="人手", next="広げる。", ask="よいか"))
    old = view("重点-1", d1=counted("warn", next="試す。"))
    found = compose_item(PLAN, card(board(now), "重点-1"), now, past=[("第1回", old)], this_cycle="第2回")
    assert (found.results, found.issues, found.next, found.ask) == ("進めた。", "人手", "広げる。", "よいか")
    assert found.previous == {"results": "進めた。", "issues": None, "next": "試す。"}
    assert (found.axis_name, found.owners) == ("窓口", "税務課")


def test_an_item_without_a_counted_answer_shows_no_words() -> None:
    now = view("重点-2", d1=counted("ok"), d2=waiting("submitted"))
    found = compose_item(PLAN, card(board(now), "重点-2"), now)
    assert (found.results, found.issues, found.next, found.ask) == (None, None, None, None)
    assert found.previous == {"results": None, "issues": None, "next": None}


def test_an_indicator_runs_from_the_oldest_cycle_to_this_one_with_its_last_target() -> None:
    targets = (Target(2024, "50"), Target(2025, "80"))
    nodes = tuple(
        replace(each, indicators=(replace(RATE, targets=targets),)) if each.code == "重点-1" else each
        for each in PLAN.nodes
    )
    plan = replace(PLAN, nodes=nodes)
    old = view("重点-1", d1=counted("ok", indicators=(Reading(uid("利用率"), "40", "４０％"),)))
    silent = view("重点-1", d1=waiting("unanswered"))
    now = view("重点-1", d1=counted("ok", indicators=(Reading(uid("利用率"), None, "―"),)))
    found = compose_item(
        plan, card(board(now), "重点-1"), now, past=[("第1回", old), ("第2回", silent)], this_cycle="第3回"
    )
    (line,) = found.indicators
    assert (line.name, line.values, line.target) == ("利用率", (("第1回", "４０％"), ("第3回", "―")), "80")
