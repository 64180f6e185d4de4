"""Reply forms as they are made and come back: the same preview, the same rules as a file that is signed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, cast

import pytest

from dxdesk.desk import Desk
from dxdesk.domain.arrivals import ArrivalRow
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.drafts import with_indicator
from dxdesk.domain.errors import Problem
from dxdesk.domain.records import digest
from dxdesk.domain.replies import Answer, Budget
from dxdesk.domain.reply_forms import ANSWER_FIELDS, NEXT_YEAR_FIELDS, FormAnswer, FormReply, ReplyForm
from dxdesk.domain.schedules import Question
from dxdesk.domain.settings import Settings
from dxdesk.operations import arrivals, departments, replies, reply_forms, reviews, taking_back, taking_in
from dxdesk.operations import cycles as verbs
from dxdesk.operations.replies import Place
from dxdesk.store.queries import finding, plans
from dxdesk.store.queries import replies as on_file
from dxdesk.store.verification import verify
from dxdesk.wording.screen import STATUS_QUESTIONS
from tests.builders import (
    AS_OF,
    DUE,
    FUKUSHI,
    MOMENT,
    SOUMU,
    ZEIMU,
    accepted,
    answer,
    at,
    dump,
    problem,
    slot_of,
    start_cycle,
    uid,
)

ASKS = cast("Mapping[Question, str]", STATUS_QUESTIONS)
FILE = "税務課_回答票.xlsx"


def made(desk: Desk, cycle: Cycle, department: str = ZEIMU) -> ReplyForm:
    found = desk.ask(finding.department, department)
    return desk.ask(reply_forms.make_form, cycle, found, MOMENT, ASKS)


def back(form: ReplyForm, said: Mapping[str, Mapping[str, Any]], **more: Any) -> FormReply:
    """A form as it comes back with these fields filled in, by the codes of the initiatives; the others blank."""
    rows = tuple(
        FormAnswer(row.unit, row.base, row.code, row.name, dict(said.get(row.code, {})), {}, number)  # type: ignore[arg-type]
        for number, row in enumerate(form.rows, start=10)
    )
    key = digest({"form": form.id, "rows": repr(rows)})
    reply = FormReply(
        form.id, form.database, form.plan, form.cycle, form.department, form.made, key, rows, author="田中"
    )
    return replace(reply, **more)


GOOD = {"重点-1": {"status": "ok", "results": "進めた。"}}


def seen(desk: Desk, reply: FormReply) -> arrivals.Examined:
    """A form looked at, which writes nothing."""
    before = dump(desk)
    found = desk.ask(arrivals.examine, FILE, reply, MOMENT)
    assert dump(desk) == before
    return found


def take(desk: Desk, reply: FormReply) -> list[ArrivalRow]:
    found = seen(desk, reply)
    assert found.arrival is not None, found.problem
    taken = desk.do(taking_in.take_in, found.arrival, FILE)
    assert verify(desk.database).ok
    return [row for row, _ in taken.rows]


def kinds(rows: list[ArrivalRow]) -> list[tuple[str, str | None]]:
    return [(row.kind, row.reason) for row in rows]


def test_a_form_asks_what_the_department_is_asked_with_what_it_said(desk: Desk, cycle: Cycle) -> None:
    first = answer(desk, cycle, "重点-1", ZEIMU, results="ここまで進めた。")
    form = made(desk, cycle)
    assert [row.code for row in form.rows] == ["重点-1", "重点-2", "検討-1", "検討-4"]
    assert [row.base for row in form.rows] == [first, None, None, None]
    assert form.rows[0].current.results == "ここまで進めた。"
    accepted_now = desk.do(at, cycle, "重点-1", ZEIMU, reviews.accept_reply)
    assert accepted_now.operation == "accept"
    desk.do(verbs.close_cycle, cycle)
    desk.do(verbs.open_cycle, "第2回", as_of=AS_OF, due=DUE)
    later = made(desk, desk.ask(finding.cycle))
    assert later.rows[0].previous is not None
    assert later.rows[0].previous.results == "ここまで進めた。"
    assert (later.rows[0].base, later.rows[0].current.results) == (None, None)


def test_a_form_lets_a_department_say_that_a_unit_is_none_of_its_own(desk: Desk, cycle: Cycle) -> None:
    words = dict(made(desk, cycle).statuses)
    assert words["na"] == "該当しない"
    assert words["ok"] == "順調"


def test_a_form_carries_no_memo(desk: Desk, cycle: Cycle) -> None:
    answer(desk, cycle, "重点-1", ZEIMU, private_memo="内緒の覚え", to_secretariat="ここだけの話")
    assert "内緒" not in repr(made(desk, cycle))
    assert "ここだけ" not in repr(made(desk, cycle))


def test_whoever_is_asked_nothing_gets_no_form(desk: Desk, cycle: Cycle) -> None:
    desk.do(departments.add_department, "環境課")
    assert problem(made, desk, cycle, "環境課").code == "inquire.not_asked"
    names = [each.name for each in desk.ask(reply_forms.form_departments, cycle)]
    assert "環境課" not in names
    assert names[:2] == [SOUMU, ZEIMU]


def test_a_form_that_comes_back_is_an_answer_and_the_same_once_more(desk: Desk, cycle: Cycle) -> None:
    reply = back(made(desk, cycle), GOOD)
    assert kinds(take(desk, reply)) == [("new", None)]
    (head,) = slot_of(desk, cycle, "重点-1", ZEIMU).heads
    assert (head.author.role, head.author.department, head.author.name) == ("liaison", uid(ZEIMU), "田中")
    before = dump(desk)
    assert kinds(take(desk, reply)) == [("same", "taken")]
    assert seen(desk, reply).taken_before == MOMENT
    assert dump(desk) == before


def test_rows_left_blank_and_rows_that_say_the_same_bring_nothing_new(desk: Desk, cycle: Cycle) -> None:
    answer(desk, cycle, "重点-1", ZEIMU, status="ok", results="進めた。")
    form = made(desk, cycle)
    assert kinds(take(desk, back(form, GOOD))) == [("same", "taken")]
    assert seen(desk, back(form, {}, key="0" * 64)).rows == ()


def test_a_form_based_on_what_is_newest_adds_to_it_and_keeps_what_it_does_not_ask(desk: Desk, cycle: Cycle) -> None:
    answer(desk, cycle, "重点-1", ZEIMU, results="一つめ。", private_memo="内緒の覚え")
    assert kinds(take(desk, back(made(desk, cycle), {"重点-1": {"results": "二つめ。"}}))) == [("additional", None)]
    (head,) = slot_of(desk, cycle, "重点-1", ZEIMU).heads
    assert head.answer is not None
    assert (head.answer.status, head.answer.results, head.answer.private_memo) == ("ok", "二つめ。", "内緒の覚え")


def test_an_older_base_is_a_conflict_and_two_forms_filled_in_beside_each_other_too(desk: Desk, cycle: Cycle) -> None:
    older = made(desk, cycle)
    assert kinds(take(desk, back(older, GOOD))) == [("new", None)]
    other = back(older, {"重点-1": {"status": "late", "results": "遅れた。"}})
    assert kinds(take(desk, other)) == [("conflict", "conflict")]
    assert slot_of(desk, cycle, "重点-1", ZEIMU).state == "conflict"
    desk.do(reviews.settle, cycle, "重点-1", ZEIMU, {"status": "ours", "results": "both"})
    assert kinds(take(desk, back(made(desk, cycle), {"重点-1": {"results": "決着のあと。"}}))) == [("additional", None)]


def test_a_base_that_is_not_here_waits(desk: Desk, cycle: Cycle) -> None:
    form = made(desk, cycle)
    lost = replace(form, rows=tuple(replace(each, base="a" * 64) for each in form.rows))
    assert kinds(take(desk, back(lost, GOOD))) == [("waiting", "waiting")]
    desk.do(taking_back.without_earlier, cycle, "重点-1", ZEIMU)
    assert slot_of(desk, cycle, "重点-1", ZEIMU).state == "submitted"


def test_a_base_that_was_cancelled_waits_until_it_is_taken_in_again(desk: Desk, cycle: Cycle) -> None:
    first = back(made(desk, cycle), GOOD)
    take(desk, first)
    later = back(made(desk, cycle), {"重点-1": {"status": "ok", "results": "二つめ。"}})
    desk.do(taking_back.cancel_taking_in, first.key)
    assert kinds(take(desk, later)) == [("waiting", "waiting")]
    take(desk, first)
    assert [each.answer.results for each in slot_of(desk, cycle, "重点-1", ZEIMU).heads if each.answer] == ["二つめ。"]


def test_what_comes_after_the_cycle_was_closed_is_late(desk: Desk, cycle: Cycle) -> None:
    reply = back(made(desk, cycle), GOOD)
    desk.do(verbs.close_cycle, cycle)
    assert kinds(take(desk, reply)) == [("late", "late")]
    desk.do(verbs.reopen_cycle, cycle, "遅れて届いた")
    assert kinds(take(desk, reply)) == [("new", None)]


def test_the_section_head_s_cells_confirm_what_the_form_says(desk: Desk, cycle: Cycle) -> None:
    take(desk, back(made(desk, cycle), GOOD, confirmer="髙橋", confirmed=DUE))
    confirmed = slot_of(desk, cycle, "重点-1", ZEIMU).confirmed
    assert confirmed is not None
    assert (confirmed.name, confirmed.date, confirmed.author.role) == ("髙橋", DUE.isoformat(), "head")


def test_a_row_without_what_is_needed_is_told_and_the_others_come_in(desk: Desk, cycle: Cycle) -> None:
    reply = back(made(desk, cycle), {**GOOD, "重点-2": {"results": "状況を選ばなかった。"}})
    rows = take(desk, reply)
    assert kinds(rows) == [("new", None), ("unreadable", None)]
    assert rows[1].problem is not None
    assert rows[1].problem.code == "missing.status"


def test_an_heir_fills_in_what_the_department_before_was_asked(desk: Desk, cycle: Cycle) -> None:
    desk.do(departments.close_department, ZEIMU, on=DUE, successor=SOUMU)
    assert ZEIMU not in [each.name for each in desk.ask(reply_forms.form_departments, cycle)]
    form = made(desk, cycle, SOUMU)
    assert "重点-1" in [row.code for row in form.rows]
    take(desk, back(form, GOOD))
    head = slot_of(desk, cycle, "重点-1", ZEIMU).heads[0]
    assert head.answer is not None
    assert (head.author.department, head.answer.answered_for) == (uid(SOUMU), uid(SOUMU))


# At the door.


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"database": uid("よその町")}, "reply_form.other_database"),
        ({"plan": uid("よその計画")}, "reply_form.other_plan"),
        ({"cycle": uid("ない回")}, "reply_form.other_database"),
        ({"department": uid("ない課")}, "reply_form.other_department"),
        ({"problems": (Problem("reply_form.no_columns", FILE),)}, "reply_form.invalid"),
    ],
)
def test_a_form_that_belongs_elsewhere_or_is_damaged_is_refused(
    desk: Desk, cycle: Cycle, changed: dict[str, Any], code: str
) -> None:
    found = seen(desk, back(made(desk, cycle), GOOD, **changed))
    assert found.problem is not None
    assert (found.problem.code, found.arrival) == (code, None)


def test_a_form_about_an_initiative_of_no_plan_is_refused(desk: Desk, cycle: Cycle) -> None:
    form = made(desk, cycle)
    strange = replace(form, rows=(replace(form.rows[0], unit=uid("どこにもない")), *form.rows[1:]))
    found = seen(desk, back(strange, GOOD))
    assert found.problem is not None
    assert [each.code for each in found.problem.problems] == ["reply_form.not_asked"]


def test_a_form_speaks_in_the_slots_of_its_own_department_alone(desk: Desk, cycle: Cycle) -> None:
    form = made(desk, cycle)
    claimed = back(replace(form, department=uid(FUKUSHI)), GOOD)
    assert kinds(take(desk, claimed)) == [("waiting", "not_asked")]
    assert slot_of(desk, cycle, "重点-1", ZEIMU).state == "unanswered"
    assert desk.ask(on_file.revisions, cycle.id) == ()


def test_a_row_that_was_made_to_build_on_another_slot_is_refused(desk: Desk, cycle: Cycle) -> None:
    other = accepted(desk, cycle, "検討-4", FUKUSHI, private_memo="福祉課の覚え")
    own = accepted(desk, cycle, "重点-2", ZEIMU)
    form = made(desk, cycle)
    for base, said in ((other, {"results": "盗んだ。"}), (other, {"status": "ok"}), (own, {"results": "ずらした。"})):
        forged = replace(form, rows=(replace(form.rows[0], base=base), *form.rows[1:]))
        found = seen(desk, back(forged, {"重点-1": said}))
        assert found.problem is not None
        assert found.problem.code in ("arrival.not_theirs", "arrival.other_department")
    unit = desk.ask(plans.plan).unit("重点-1").id
    assert desk.ask(on_file.slot, cycle.id, unit, uid(ZEIMU)).state == "unanswered"


def test_a_cell_that_cannot_be_read_leaves_its_row_out_and_an_indicator_comes_along(desk: Desk, cycle: Cycle) -> None:
    name, content = desk.ask(reply_forms.form_file, cycle, desk.ask(finding.department, ZEIMU), MOMENT, ASKS)
    assert (name, content[:2]) == ("第1回_税務課_回答票.xlsx", b"PK")
    reply = back(made(desk, cycle), {**GOOD, "重点-2": {"status": "ok", "results": "始めた。"}})
    bad = Problem("reply_form.no_columns", "11行目")
    rows = tuple(
        replace(each, indicators={uid("利用率"): "７６％"}) if each.code == "重点-1" else
        replace(each, problems=(bad,)) if each.code == "重点-2" else each
        for each in reply.rows
    )  # fmt: skip
    found = take(desk, replace(reply, rows=rows))
    assert [(row.kind, row.problem) for row in found] == [("new", None), ("unreadable", bad)]
    (head,) = slot_of(desk, cycle, "重点-1", ZEIMU).heads
    assert head.answer is not None
    assert [(each.id, each.value) for each in head.answer.indicators] == [(uid("利用率"), "76")]


def with_value(desk: Desk, cycle: Cycle, typed: str, reason: str | None = None, **more: Any) -> None:
    """An answer to 重点-1 with a value of its indicator, handed in by its department."""
    unit = desk.ask(plans.plan).unit("重点-1")
    found = with_indicator(Answer(status="ok", results="進めた。", **more), unit, "利用率", typed)
    found = replace(found, indicators=(replace(found.indicators[0], reason=reason),))
    desk.do(replies.save_draft, Place(cycle, unit, desk.ask(finding.department, ZEIMU)), None, found)
    desk.do(at, cycle, "重点-1", ZEIMU, replies.submit)


def filled(form: ReplyForm, value: str | None, **fields: str | None) -> FormReply:
    """The form as a person saves it: its first row with every cell as it was but for these."""
    current = form.rows[0].current
    texts: dict[str, Any] = {each: getattr(current, each) for each in ANSWER_FIELDS if each not in NEXT_YEAR_FIELDS}
    reply = back(form, {"重点-1": {**texts, **fields}})
    rows = (replace(reply.rows[0], indicators={uid("利用率"): value}), *reply.rows[1:])
    return replace(reply, rows=rows, key=digest({"rows": repr(rows)}))


def test_a_cell_that_was_emptied_empties_its_field_and_the_preview_says_so(desk: Desk, cycle: Cycle) -> None:
    with_value(desk, cycle, "76", issues="人手")
    (row,) = seen(desk, filled(made(desk, cycle), None, issues=None)).rows
    assert (row.kind, row.emptied) == ("additional", ("issues", uid("利用率")))
    take(desk, filled(made(desk, cycle), None, issues=None))
    (head,) = slot_of(desk, cycle, "重点-1", ZEIMU).heads
    assert head.answer is not None
    assert (head.answer.issues, head.answer.indicators, head.answer.results) == (None, (), "進めた。")


def test_a_value_that_stands_in_the_form_as_it_was_stays_as_it_was(desk: Desk, cycle: Cycle) -> None:
    with_value(desk, cycle, "―", reason="集計中")
    form = made(desk, cycle)
    assert kinds(take(desk, filled(form, "―"))) == [("same", "taken")]
    assert kinds(take(desk, filled(form, "―", issues="人手"))) == [("additional", None)]
    (head,) = slot_of(desk, cycle, "重点-1", ZEIMU).heads
    assert head.answer is not None
    assert head.answer.indicators[0].reason == "集計中"


def test_a_row_that_was_emptied_whole_is_told_and_the_answer_stays(desk: Desk, cycle: Cycle) -> None:
    with_value(desk, cycle, "76")
    nothing: dict[str, str | None] = {**dict.fromkeys(ANSWER_FIELDS), "discuss": "none"}
    (row,) = take(desk, filled(made(desk, cycle), None, **nothing))
    assert row.problem is not None
    assert (row.kind, row.problem.code, row.problem.place) == ("unreadable", "reply_form.emptied", "10行目")
    (head,) = slot_of(desk, cycle, "重点-1", ZEIMU).heads
    assert head.answer is not None
    assert head.answer.results == "進めた。"


def test_at_the_end_of_the_year_a_row_says_where_it_goes_but_in_a_form_without_that_column(desk: Desk) -> None:
    cycle = start_cycle(desk, kind="result")
    form = made(desk, cycle)
    assert (form.directions, form.direction_needed) == (Settings().directions, True)
    said = {**GOOD["重点-1"], "budget": "1,200", "budget_source": "国補助"}
    (row,) = take(desk, back(form, {"重点-1": {**said, "direction": None}}))
    assert row.problem is not None
    assert row.problem.code == "missing.direction"
    assert kinds(take(desk, back(form, GOOD))) == [("new", None)]
    later = made(desk, cycle)
    take(desk, back(later, {"重点-1": {**said, "direction": "拡充"}}))
    (head,) = slot_of(desk, cycle, "重点-1", ZEIMU).heads
    assert head.answer is not None
    assert (head.answer.direction, head.answer.budget) == ("拡充", Budget(True, "1200", "国補助"))
