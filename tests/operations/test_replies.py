"""Writing, submitting, withdrawing and confirming answers: what a department does."""

from __future__ import annotations

import pytest

from dxdesk.desk import Desk
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.replies import Answer
from dxdesk.operations import handing_over, replies, reviews
from dxdesk.operations.change import Touched
from dxdesk.store.queries import history
from dxdesk.store.queries import replies as on_file
from tests.builders import (
    FUKUSHI,
    KENSETSU,
    PLAN,
    SOUMU,
    ZEIMU,
    accepted,
    acting,
    answer,
    arrive,
    at,
    refused,
    slot_of,
    start_cycle,
    uid,
    unit_of,
    write,
)

UNIT = PLAN.unit("重点-1").id


def draft(desk: Desk, cycle: Cycle, department: str = ZEIMU, code: str = "重点-1") -> on_file.Draft | None:
    return desk.ask(on_file.draft, cycle.id, PLAN.unit(code).id, uid(department))


def test_given_fields_replace_and_the_others_of_a_draft_stay(desk: Desk, cycle: Cycle) -> None:
    write(desk, cycle, "重点-1", status="順調", results="試した。", issues="人手")
    write(desk, cycle, "重点-1", results="広げた。", issues="")
    found = draft(desk, cycle)
    assert found is not None
    assert found.answer == Answer(status="ok", results="広げた。")
    assert (found.base, found.submitted) == (None, False)


def test_a_draft_is_not_in_the_history_and_counts_for_nothing(desk: Desk, cycle: Cycle) -> None:
    before = desk.ask(history.operations)
    told: list[Touched] = []
    desk.subscribe(told.append)
    write(desk, cycle, "重点-1")
    assert desk.ask(history.operations) == before
    assert told == [Touched.DRAFTS]
    assert slot_of(desk, cycle, "重点-1", ZEIMU).state == "unanswered"


def test_an_indicator_is_recorded_by_its_name(desk: Desk, cycle: Cycle) -> None:
    desk.do(at, cycle, "重点-1", None, replies.record_draft, {"status": "ok"}, {"利用率": "７６．５％", "所感": "好評"})
    found = draft(desk, cycle)
    assert found is not None
    assert [(each.value, each.as_typed) for each in found.answer.indicators] == [
        ("76.5", "７６．５％"),
        ("好評", "好評"),
    ]


@pytest.mark.parametrize(
    ("code", "department", "fields", "problem"),
    [
        ("重点-9", None, {"status": "ok"}, "plan.unknown_code"),
        ("1", None, {"status": "ok"}, "plan.ambiguous_code"),
        ("重点-1", "財政課", {"status": "ok"}, "department.unknown"),
        ("重点-1", SOUMU, {"status": "ok"}, "slot.not_asked"),
        ("重点-2", None, {"status": "ok"}, "department.which"),
        ("重点-1", None, {"status": "好調"}, "status.unknown"),
        ("重点-1", None, {"stage": "完成"}, "stage.unknown"),
        ("重点-1", None, {"progress": "50"}, "field.unknown"),
        ("重点-1", None, {"results": "あ\u202eい"}, "text.character"),
    ],
)
def test_a_draft_that_does_not_hold_is_refused_whole(
    desk: Desk, cycle: Cycle, code: str, department: str | None, fields: dict[str, object], problem: str
) -> None:
    refused(desk, problem, at, cycle, code, department, replies.record_draft, {"issues": "人手", **fields})


def test_a_department_that_is_not_asked_is_told_who_is(desk: Desk, cycle: Cycle) -> None:
    found = refused(desk, "slot.not_asked", replies.find_place, cycle, "重点-2", KENSETSU)
    assert found.values == {"code": "重点-2", "department": KENSETSU, "near": f"{ZEIMU}、{FUKUSHI}"}


def test_a_unit_nobody_is_asked_about_says_so(desk: Desk) -> None:
    cycle = start_cycle(desk, departments=[ZEIMU])
    refused(desk, "unit.not_asked", replies.find_place, cycle, "検討-5")
    refused(desk, "slot.not_asked", replies.find_place, cycle, "検討-5", SOUMU)


def test_a_complete_draft_becomes_an_answer_and_goes_away(desk: Desk, cycle: Cycle) -> None:
    identity = answer(desk, cycle, "重点-1")
    view = slot_of(desk, cycle, "重点-1", ZEIMU)
    assert (view.state, view.heads[0].id, view.counted) == ("submitted", identity, None)
    assert (view.heads[0].parents, view.heads[0].author.role) == ((), "secretariat")
    assert draft(desk, cycle) is None


def test_a_new_draft_starts_from_the_last_words_and_is_based_on_them(desk: Desk, cycle: Cycle) -> None:
    first = answer(desk, cycle, "重点-1", issues="人手")
    write(desk, cycle, "重点-1", results="広げた。")
    found = draft(desk, cycle)
    assert found is not None
    assert (found.base, found.answer.issues, found.answer.results) == (first, "人手", "広げた。")
    second = desk.do(at, cycle, "重点-1", None, replies.submit).id
    assert slot_of(desk, cycle, "重点-1", ZEIMU).heads[0].parents == (first,)
    assert second != first


def test_a_draft_that_missed_an_answer_becomes_a_conflict_and_hides_nothing(desk: Desk, cycle: Cycle) -> None:
    write(desk, cycle, "重点-1")
    other = arrive(desk, cycle, "重点-1", ZEIMU)
    mine = desk.do(at, cycle, "重点-1", None, replies.submit).id
    view = slot_of(desk, cycle, "重点-1", ZEIMU)
    assert view.state == "conflict"
    assert {each.id for each in view.heads} == {mine, other.id}
    refused(desk, "slot.conflict", at, cycle, "重点-1", None, replies.record_draft, {"issues": "人手"})


def test_in_the_first_cycle_a_form_starts_empty(desk: Desk, cycle: Cycle) -> None:
    assert desk.do(at, cycle, "重点-1", None, replies.start_answer) == (None, Answer())


def test_in_the_next_cycle_a_form_starts_with_the_stage_only(desk: Desk, cycle: Cycle) -> None:
    accepted(desk, cycle, "重点-1", stage="trial", issues="人手")
    second = start_cycle(desk, "第2回")
    assert desk.do(at, second, "重点-1", None, replies.start_answer) == (None, Answer(stage="trial"))


@pytest.mark.parametrize(
    ("fields", "missing"),
    [
        ({"issues": "人手"}, ["missing.status", "missing.results"]),
        ({"status": "ok"}, ["missing.results"]),
        ({"results": "試した。"}, ["missing.status"]),
    ],
)
def test_an_incomplete_draft_is_refused_naming_what_is_missing(
    desk: Desk, cycle: Cycle, fields: dict[str, str], missing: list[str]
) -> None:
    write(desk, cycle, "重点-1", **fields)
    found = refused(desk, "draft.incomplete", at, cycle, "重点-1", None, replies.submit)
    assert [each.code for each in found.problems] == missing


def test_without_a_draft_there_is_nothing_to_submit(desk: Desk, cycle: Cycle) -> None:
    refused(desk, "draft.none", at, cycle, "重点-1", None, replies.submit)


def test_not_concerned_needs_no_words(desk: Desk, cycle: Cycle) -> None:
    write(desk, cycle, "重点-1", status="na")
    desk.do(at, cycle, "重点-1", None, replies.submit)
    desk.do(at, cycle, "重点-1", None, reviews.accept_reply)
    assert unit_of(desk, cycle, "重点-1").status == "na"


def test_handing_in_takes_every_complete_draft_and_lists_the_others(desk: Desk, cycle: Cycle) -> None:
    for code, department in (("検討-5", SOUMU), ("重点-2", FUKUSHI), ("重点-2", ZEIMU), ("重点-1", ZEIMU)):
        write(desk, cycle, code, department)
    write(desk, cycle, "重点-3", status="ok")
    found = desk.do(handing_over.hand_in, cycle)
    assert [each.subject for each in found.submitted] == [
        "重点-1 税務課", "重点-2 税務課", "重点-2 福祉課", "検討-5 総務課",
    ]  # fmt: skip
    assert [(each.place, each.missing) for each in found.incomplete] == [("重点-3 福祉課", ("results",))]
    assert draft(desk, cycle, FUKUSHI, "重点-3") is not None


def test_handing_in_one_department_leaves_the_drafts_of_others(desk: Desk, cycle: Cycle) -> None:
    write(desk, cycle, "重点-1")
    write(desk, cycle, "検討-5")
    assert [each.subject for each in desk.do(handing_over.hand_in, cycle, ZEIMU).submitted] == ["重点-1 税務課"]
    assert draft(desk, cycle, SOUMU, "検討-5") is not None


def test_a_liaison_hands_in_its_own_drafts_only(desk: Desk, cycle: Cycle) -> None:
    write(desk, cycle, "重点-1")
    write(desk, cycle, "検討-5")
    desk.actor = acting("liaison", ZEIMU, FUKUSHI)
    assert [each.subject for each in desk.do(handing_over.hand_in, cycle).submitted] == ["重点-1 税務課"]
    refused(desk, "hand_in.none", handing_over.hand_in, cycle)
    refused(desk, "permission.department", handing_over.hand_in, cycle, SOUMU)


def test_handing_in_nothing_complete_is_refused_naming_what_is_missing(desk: Desk, cycle: Cycle) -> None:
    refused(desk, "hand_in.none", handing_over.hand_in, cycle)
    write(desk, cycle, "重点-1", status="ok")
    found = refused(desk, "hand_in.nothing", handing_over.hand_in, cycle)
    assert [(each.code, each.place) for each in found.problems] == [("missing.results", "重点-1 税務課")]


def withdraw(desk: Desk, cycle: Cycle, code: str = "重点-1") -> None:
    desk.do(at, cycle, code, None, replies.withdraw)


def test_an_unreviewed_answer_is_withdrawn_at_once_and_an_older_accepted_one_counts_on(
    desk: Desk, cycle: Cycle
) -> None:
    first = accepted(desk, cycle, "重点-1")
    answer(desk, cycle, "重点-1", results="新しい文")
    withdraw(desk, cycle)
    view = slot_of(desk, cycle, "重点-1", ZEIMU)
    assert view.state == "withdrawn"
    assert view.counted is not None
    assert view.counted.id == first


def test_a_draft_after_a_withdrawal_starts_from_the_newest_words(desk: Desk, cycle: Cycle) -> None:
    for number in range(8):
        answer(desk, cycle, "重点-1", results=f"{number}回目")
    withdraw(desk, cycle)
    base, said = desk.do(at, cycle, "重点-1", None, replies.start_answer)
    assert (base, said.results) == (slot_of(desk, cycle, "重点-1", ZEIMU).heads[0].id, "7回目")


def test_a_reviewed_or_missing_answer_cannot_be_withdrawn(desk: Desk, cycle: Cycle) -> None:
    refused(desk, "withdraw.nothing", at, cycle, "重点-1", None, replies.withdraw)
    accepted(desk, cycle, "重点-1")
    refused(desk, "withdraw.reviewed", at, cycle, "重点-1", None, replies.withdraw)
    answer(desk, cycle, "検討-5")
    withdraw(desk, cycle, "検討-5")
    refused(desk, "withdraw.nothing", at, cycle, "検討-5", None, replies.withdraw)
    answer(desk, cycle, "重点-3")
    desk.do(at, cycle, "重点-3", None, reviews.return_reply, ["results"], "件数は。")
    refused(desk, "withdraw.reviewed", at, cycle, "重点-3", None, replies.withdraw)
    arrive(desk, cycle, "重点-3", FUKUSHI)
    refused(desk, "slot.conflict", at, cycle, "重点-3", None, replies.withdraw)


def test_the_head_of_a_department_confirms_with_name_title_and_day(desk: Desk, cycle: Cycle) -> None:
    answer(desk, cycle, "重点-1")
    desk.actor = acting("head", ZEIMU)
    desk.do(at, cycle, "重点-1", None, replies.confirm, by="髙橋", title="税務課長")
    view = slot_of(desk, cycle, "重点-1", ZEIMU)
    assert view.state == "submitted"
    assert view.confirmed is not None
    assert (view.confirmed.name, view.confirmed.title, view.confirmed.date) == ("髙橋", "税務課長", "2025-02-13")


def test_confirming_the_same_twice_at_one_moment_is_said_once(desk: Desk, cycle: Cycle) -> None:
    answer(desk, cycle, "重点-1")
    desk.do(at, cycle, "重点-1", None, replies.confirm, by="髙橋")
    rows = len(desk.ask(history.operations))
    desk.do(at, cycle, "重点-1", None, replies.confirm, by="髙橋")
    assert len(desk.ask(history.operations)) == rows


def test_there_must_be_one_answer_and_a_name_to_confirm(desk: Desk, cycle: Cycle) -> None:
    refused(desk, "confirm.nothing", at, cycle, "重点-1", None, replies.confirm, by="髙橋")
    answer(desk, cycle, "重点-1")
    refused(desk, "confirm.name", at, cycle, "重点-1", None, replies.confirm, by=" ")
    withdraw(desk, cycle)
    refused(desk, "confirm.nothing", at, cycle, "重点-1", None, replies.confirm, by="髙橋")
    answer(desk, cycle, "重点-3")
    arrive(desk, cycle, "重点-3", FUKUSHI)
    refused(desk, "slot.conflict", at, cycle, "重点-3", None, replies.confirm, by="髙橋")


def test_every_verb_is_one_row_of_the_history(desk: Desk, cycle: Cycle) -> None:
    answer(desk, cycle, "重点-1")
    withdraw(desk, cycle)
    answer(desk, cycle, "重点-1")
    desk.do(at, cycle, "重点-1", None, replies.confirm, by="髙橋")
    rows = [(each.operation, each.subject) for each in reversed(desk.ask(history.operations))]
    names = ("submit", "withdraw", "submit", "confirm")
    assert rows[2:] == [(name, "重点-1 税務課") for name in names]
