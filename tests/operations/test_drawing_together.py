"""取りまとめ, くいちがい and 席上修正."""

from __future__ import annotations

import pytest

from dxdesk.desk import Desk
from dxdesk.domain.cycles import Cycle
from dxdesk.operations import reviews
from dxdesk.operations.cycles import reassign
from dxdesk.store.queries import board
from tests.builders import (
    FUKUSHI,
    KENSETSU,
    PLAN,
    SOUMU,
    ZEIMU,
    accepted,
    answer,
    arrive,
    at,
    problem,
    refused,
    slot_of,
    start_cycle,
    unit_of,
)

CODE = "重点-2"


@pytest.fixture
def both(desk: Desk, cycle: Cycle) -> tuple[str, str]:
    """The accepted answers of the two departments that are asked."""
    first = accepted(desk, cycle, CODE, ZEIMU, status="ok", results="税務の文", private_memo="秘", to_secretariat="秘")
    return first, accepted(desk, cycle, CODE, FUKUSHI, status="warn", results="福祉の文")


def draw(desk: Desk, cycle: Cycle, **more: object) -> str:
    return desk.do(reviews.consolidate, cycle, CODE, **more).id  # type: ignore[arg-type]


def test_one_department_s_answer_is_used_as_it_is_without_its_memo(
    desk: Desk, cycle: Cycle, both: tuple[str, str]
) -> None:
    identity = draw(desk, cycle, use=ZEIMU)
    view = unit_of(desk, cycle, CODE)
    assert view.counted is not None
    assert view.counted.answer is not None
    assert (view.status, view.counted.id, view.counted.department) == ("ok", identity, None)
    assert view.counted.sources == tuple(sorted(both))
    assert (view.counted.answer.results, view.counted.answer.private_memo) == ("税務の文", None)
    assert (view.counted.answer.to_secretariat, view.counted.answer.confirmed_by) == (None, None)
    assert "秘" not in repr(desk.ask(board.items, cycle)) + repr(desk.ask(board.board, cycle))


def test_what_others_wish_to_discuss_is_not_lost_where_one_answer_is_used(desk: Desk, cycle: Cycle) -> None:
    accepted(desk, cycle, CODE, ZEIMU, results="税務の文")
    accepted(desk, cycle, CODE, FUKUSHI, discuss="decide", ask="続けてよいか")
    draw(desk, cycle, use=ZEIMU)
    counted = unit_of(desk, cycle, CODE).counted
    assert counted is not None
    assert counted.answer is not None
    said = counted.answer
    assert (said.results, said.discuss, said.ask) == ("税務の文", "decide", "続けてよいか（福祉課）。")
    draw(desk, cycle, use=ZEIMU, values={"discuss": "none", "ask": ""})
    counted = unit_of(desk, cycle, CODE).counted
    assert counted is not None
    assert counted.answer is not None
    assert (counted.answer.discuss, counted.answer.ask) == ("none", None)


def test_what_one_department_is_not_concerned_with_is_not_said_of_the_whole(desk: Desk, cycle: Cycle) -> None:
    accepted(desk, cycle, CODE, ZEIMU, status="na")
    refused(desk, "consolidate.nobody_concerned", reviews.consolidate, cycle, CODE, use=ZEIMU)
    accepted(desk, cycle, CODE, FUKUSHI, status="ok")
    found = refused(desk, "consolidate.not_concerned", reviews.consolidate, cycle, CODE, use=ZEIMU)
    assert found.values["others"] == FUKUSHI
    draw(desk, cycle, use=FUKUSHI)
    assert unit_of(desk, cycle, CODE).status == "ok"


def test_own_words_are_drawn_together_and_may_stand_on_an_answer(
    desk: Desk, cycle: Cycle, both: tuple[str, str]
) -> None:
    assert both
    draw(desk, cycle, values={"status": "要注意", "results": "両課で進めた。"})
    assert unit_of(desk, cycle, CODE).status == "warn"
    draw(desk, cycle, use=ZEIMU, values={"results": "両課で進めた。"})
    view = unit_of(desk, cycle, CODE)
    assert view.counted is not None
    assert view.counted.answer is not None
    assert (view.status, view.counted.answer.results) == ("ok", "両課で進めた。")
    assert len(view.consolidation.heads) == 1


def test_a_unit_of_several_departments_is_unanswered_until_drawn_together(
    desk: Desk, cycle: Cycle, both: tuple[str, str]
) -> None:
    assert both
    assert (unit_of(desk, cycle, CODE).status, unit_of(desk, cycle, CODE).waiting) == ("miss", "secretariat")
    assert desk.ask(board.board, cycle).checking == 1


def test_a_newer_accepted_answer_asks_for_another_look(desk: Desk, cycle: Cycle, both: tuple[str, str]) -> None:
    assert both
    draw(desk, cycle, use=ZEIMU)
    assert not unit_of(desk, cycle, CODE).revise
    accepted(desk, cycle, CODE, FUKUSHI, results="直した。")
    assert unit_of(desk, cycle, CODE).revise
    draw(desk, cycle, use=ZEIMU)
    assert not unit_of(desk, cycle, CODE).revise


def test_a_unit_is_not_concerned_only_if_every_department_says_so(desk: Desk, cycle: Cycle) -> None:
    accepted(desk, cycle, CODE, ZEIMU, status="na")
    assert unit_of(desk, cycle, CODE).status == "miss"
    accepted(desk, cycle, CODE, FUKUSHI, status="na")
    assert unit_of(desk, cycle, CODE).status == "na"


def test_a_unit_of_one_department_may_be_drawn_together_too(desk: Desk, cycle: Cycle) -> None:
    accepted(desk, cycle, "重点-1", status="ok")
    desk.do(reviews.consolidate, cycle, "重点-1", values={"status": "late", "results": "遅れた。"})
    assert unit_of(desk, cycle, "重点-1").status == "late"
    desk.do(reviews.withdraw_consolidation, cycle, "重点-1")
    assert unit_of(desk, cycle, "重点-1").status == "ok"
    refused(desk, "consolidate.none", reviews.withdraw_consolidation, cycle, "重点-1")


def test_drawing_together_is_refused_without_accepted_answers_or_a_whole_text(desk: Desk, cycle: Cycle) -> None:
    answer(desk, cycle, CODE, ZEIMU)
    refused(desk, "consolidate.no_answers", reviews.consolidate, cycle, CODE, use=ZEIMU)
    desk.do(at, cycle, CODE, ZEIMU, reviews.accept_reply)
    refused(desk, "consolidate.not_accepted", reviews.consolidate, cycle, CODE, use=FUKUSHI)
    refused(desk, "consolidate.not_accepted", reviews.consolidate, cycle, CODE, use=KENSETSU)
    refused(desk, "department.unknown", reviews.consolidate, cycle, CODE, use="財政課")
    found = refused(desk, "draft.incomplete", reviews.consolidate, cycle, CODE, values={"issues": "人手"})
    assert [each.code for each in found.problems] == ["missing.status", "missing.results"]
    refused(desk, "plan.unknown_code", reviews.consolidate, cycle, "重点-9", use=ZEIMU)
    for field in ("private_memo", "to_secretariat", "progress"):
        refused(desk, "field.unknown", reviews.consolidate, cycle, CODE, use=ZEIMU, values={field: "秘"})


def test_a_unit_nobody_is_asked_about_is_not_drawn_together(desk: Desk) -> None:
    cycle = start_cycle(desk, departments=[ZEIMU])
    refused(desk, "unit.not_asked", reviews.consolidate, cycle, "検討-5", use=SOUMU)


def conflict(desk: Desk, cycle: Cycle) -> None:
    """Two answers of one department that know nothing of each other."""
    answer(desk, cycle, "重点-1", results="甲", issues="人手", status="ok")
    arrive(desk, cycle, "重点-1", ZEIMU, results="乙", issues="人手", status="late")


def test_a_conflict_is_decided_field_by_field_and_then_accepted(desk: Desk, cycle: Cycle) -> None:
    conflict(desk, cycle)
    assert slot_of(desk, cycle, "重点-1", ZEIMU).state == "conflict"
    desk.do(reviews.settle, cycle, "重点-1", ZEIMU, {"status": "theirs", "results": "both"})
    view = slot_of(desk, cycle, "重点-1", ZEIMU)
    assert (view.state, view.heads[0].kind, len(view.heads[0].parents)) == ("submitted", "settle", 2)
    assert view.heads[0].answer is not None
    assert (view.heads[0].answer.status, view.heads[0].answer.results) == ("late", "甲\n乙")
    desk.do(at, cycle, "重点-1", None, reviews.accept_reply)
    assert unit_of(desk, cycle, "重点-1").status == "late"


def test_ours_is_what_was_here_first(desk: Desk, cycle: Cycle) -> None:
    conflict(desk, cycle)
    desk.do(reviews.settle, cycle, "重点-1", ZEIMU, {"all": "ours"})
    head = slot_of(desk, cycle, "重点-1", ZEIMU).heads[0]
    assert head.answer is not None
    assert head.answer.results == "甲"


@pytest.mark.parametrize(
    ("choices", "problem"),
    [
        ({}, "settle.open"),
        ({"status": "ours"}, "settle.open"),
        ({"status": "both", "results": "ours"}, "settle.both_texts"),
        ({"all": "ours", "issues": "ours"}, "field.unknown"),
        ({"all": "ours", "result": "theirs"}, "field.unknown"),
    ],
)
def test_a_settlement_that_leaves_something_open_is_refused(
    desk: Desk, cycle: Cycle, choices: dict[str, str], problem: str
) -> None:
    conflict(desk, cycle)
    refused(desk, problem, reviews.settle, cycle, "重点-1", ZEIMU, choices)


def test_where_nothing_differs_there_is_nothing_to_settle(desk: Desk, cycle: Cycle) -> None:
    refused(desk, "settle.nothing", reviews.settle, cycle, "重点-1", ZEIMU, {"all": "ours"})
    refused(desk, "settle.nothing", reviews.settle, cycle, CODE, None, {"all": "ours"})


@pytest.mark.parametrize(("side", "state"), [("ours", "submitted"), ("theirs", "withdrawn")])
def test_against_a_withdrawal_a_whole_side_is_chosen(desk: Desk, cycle: Cycle, side: str, state: str) -> None:
    first = answer(desk, cycle, "重点-1")
    answer(desk, cycle, "重点-1", results="新しい文")
    arrive(desk, cycle, "重点-1", ZEIMU, "withdraw", [first])
    refused(desk, "settle.whole", reviews.settle, cycle, "重点-1", ZEIMU, {"results": "ours"})
    desk.do(reviews.settle, cycle, "重点-1", ZEIMU, {"all": side})  # type: ignore[dict-item]
    assert slot_of(desk, cycle, "重点-1", ZEIMU).state == state


def test_two_consolidations_are_settled_and_count_at_once(desk: Desk, cycle: Cycle, both: tuple[str, str]) -> None:
    assert both
    draw(desk, cycle, use=ZEIMU)
    arrive(desk, cycle, CODE, None, "consolidate", status="late")
    assert unit_of(desk, cycle, CODE).status == "miss"
    for verb, *rest in ((reviews.consolidate, cycle, CODE), (reviews.withdraw_consolidation, cycle, CODE)):
        refused(desk, "slot.conflict", verb, *rest)
    desk.do(reviews.settle, cycle, CODE, None, {"all": "theirs"})
    assert unit_of(desk, cycle, CODE).status == "late"


def test_a_choice_is_ours_theirs_or_both() -> None:
    assert [reviews.choice(each) for each in ("ours", "theirs", "both")] == ["ours", "theirs", "both"]
    found = problem(reviews.choice, "mine")
    assert (found.code, found.values) == ("settle.choice", {"text": "mine"})


def correct(desk: Desk, cycle: Cycle, code: str, field: str, value: object) -> None:
    desk.do(reviews.correct, cycle, code, field, value)


def test_a_correction_in_the_room_counts_at_once_on_top_of_what_counted(desk: Desk, cycle: Cycle) -> None:
    first = accepted(desk, cycle, "重点-1")
    correct(desk, cycle, "重点-1", "status", "遅れ")
    view = unit_of(desk, cycle, "重点-1")
    assert view.counted is not None
    assert (view.status, view.counted.kind, view.counted.parents) == ("late", "correct", (first,))


def test_a_correction_makes_an_unreviewed_newer_answer_a_conflict(desk: Desk, cycle: Cycle) -> None:
    accepted(desk, cycle, "重点-1")
    answer(desk, cycle, "重点-1", results="行き違い")
    correct(desk, cycle, "重点-1", "results", "席上で直した。")
    view = slot_of(desk, cycle, "重点-1", ZEIMU)
    assert (view.state, len(view.heads)) == ("conflict", 2)
    assert view.counted is not None
    assert view.counted.kind == "correct"


def test_where_several_were_asked_the_consolidation_is_corrected(
    desk: Desk, cycle: Cycle, both: tuple[str, str]
) -> None:
    assert both
    refused(desk, "correct.nothing", reviews.correct, cycle, CODE, "results", "席上で直した。")
    drawn = draw(desk, cycle, use=ZEIMU)
    correct(desk, cycle, CODE, "results", "席上で直した。")
    view = unit_of(desk, cycle, CODE)
    assert view.counted is not None
    assert (view.counted.department, view.counted.parents, view.revise) == (None, (drawn,), False)


def test_a_correction_is_not_sent_back(desk: Desk, cycle: Cycle) -> None:
    accepted(desk, cycle, "重点-1")
    correct(desk, cycle, "重点-1", "results", "席上で直した。")
    refused(desk, "review.correction", at, cycle, "重点-1", None, reviews.return_reply, ["results"], "件数は。")


@pytest.mark.parametrize(
    ("field", "value", "problem"),
    [
        ("status", "好調", "status.unknown"), ("status", "", "missing.status"), ("results", " ", "missing.results"),
        ("private_memo", "秘", "field.unknown"), ("to_secretariat", "秘", "field.unknown"), ("x", "y", "field.unknown"),
        ("results", "あ\u202e", "text.character"), ("discuss", "協議", "discuss.unknown"),
    ],
)  # fmt: skip
def test_a_correction_that_does_not_hold_is_refused(
    desk: Desk, cycle: Cycle, field: str, value: str, problem: str
) -> None:
    accepted(desk, cycle, "重点-1")
    refused(desk, problem, reviews.correct, cycle, "重点-1", field, value)


def test_departments_asked_later_are_drawn_together_as_well(desk: Desk, cycle: Cycle, both: tuple[str, str]) -> None:
    draw(desk, cycle, use=ZEIMU)
    desk.do(reassign, cycle, CODE, [ZEIMU, FUKUSHI, KENSETSU], "担当が増えたため")
    third = accepted(desk, cycle, CODE, KENSETSU)
    assert unit_of(desk, cycle, CODE).revise
    draw(desk, cycle, use=KENSETSU)
    counted = unit_of(desk, cycle, CODE).counted
    assert counted is not None
    assert counted.sources == tuple(sorted((*both, third)))
    assert PLAN.unit(CODE).id == counted.unit
