from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from dxdesk.domain.errors import Problem
from dxdesk.domain.replies import Reading
from dxdesk.domain.reply_forms import (
    FormAnswer,
    FormReply,
    check_addressed,
    check_department,
    doubtful_share,
    form_stamp,
    row_stamp,
    typed_value,
)
from dxdesk.wording.sentences import problem_words
from tests.builders import uid
from tests.reply_form_samples import COUNT, ROWS, form

ANSWER = FormAnswer(ROWS[0].unit, ROWS[0].base, "1", "書かない窓口の導入", {"status": "ok"}, {}, 10)
REPLY = FormReply(
    id=form().id,
    database=form().database,
    plan=form().plan,
    cycle=form().cycle,
    department=form().department,
    made=form().made,
    key="k",
    rows=(ANSWER,),
)


@pytest.mark.parametrize("name", ["id", "database", "plan", "cycle", "department", "made"])
def test_the_check_value_of_a_form_hangs_on_whose_it_is(name: str) -> None:
    assert form_stamp(form()).check() != form_stamp(form(**{name: uid("別のもの")})).check()


def test_the_check_value_of_a_form_hangs_on_what_can_be_chosen() -> None:
    assert form_stamp(form()).check() != form_stamp(form(stages=form().stages[:2])).check()


def test_the_check_value_of_a_row_hangs_on_all_that_says_which_row_it_is() -> None:
    stamp, row = form_stamp(form()), row_stamp(ROWS[0])
    others = [
        replace(row, unit=uid("別")).check(stamp, "1 窓口"),
        replace(row, base=None).check(stamp, "1 窓口"),
        replace(row, indicators=row.indicators[:1]).check(stamp, "1 窓口"),
        row.check(replace(stamp, id=uid("別")), "1 窓口"),
        row.check(replace(stamp, plan=uid("別")), "1 窓口"),
        row.check(replace(stamp, cycle=uid("別")), "1 窓口"),
        row.check(replace(stamp, department=uid("別")), "1 窓口"),
        row.check(stamp, "2 窓口"),
    ]
    assert row.check(stamp, "1 窓口") not in others
    assert len(set(others)) == len(others)


def test_widths_and_spaces_in_the_shown_name_do_not_matter_to_the_check_value() -> None:
    stamp, row = form_stamp(form()), row_stamp(ROWS[0])
    assert row.check(stamp, "重点-1 窓口\n問い") == row.check(stamp, "重点－１　窓口 問い ")


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"database": "x", "plan": "x"}, "reply_form.other_database"),
        ({"plan": "x", "cycle": "x"}, "reply_form.other_plan"),
        ({"cycle": "x"}, "reply_form.other_cycle"),
    ],
)
def test_a_form_of_another_town_plan_or_cycle_is_refused(changed: dict[str, Any], code: str) -> None:
    shown = form()
    with pytest.raises(Problem) as caught:
        check_addressed(
            replace(REPLY, **changed), "票.xlsx", database=shown.database, plan=shown.plan, cycle=shown.cycle
        )
    assert caught.value.code == code
    assert "「票.xlsx」" in problem_words(caught.value)
    check_addressed(REPLY, "票.xlsx", database=shown.database, plan=shown.plan, cycle=shown.cycle)


def test_a_form_of_a_department_that_was_not_asked_is_refused() -> None:
    with pytest.raises(Problem) as caught:
        check_department(REPLY, "票.xlsx", {uid("税務課")}, {ANSWER.unit})
    assert caught.value.code == "reply_form.other_department"
    check_department(REPLY, "票.xlsx", {REPLY.department}, {ANSWER.unit})


def test_an_initiative_the_department_was_not_asked_about_is_named() -> None:
    with pytest.raises(Problem) as caught:
        check_department(REPLY, "票.xlsx", {REPLY.department}, {uid("別")})
    assert caught.value.code == "reply_form.invalid"
    assert [each.place for each in caught.value.problems] == ["10行目"]
    assert "取組1は" in problem_words(caught.value.problems[0])


def test_a_row_in_which_nobody_wrote_is_blank() -> None:
    untouched = replace(ANSWER, fields={"status": None, "results": None, "discuss": "none"})
    assert untouched.blank
    assert not ANSWER.blank
    assert not replace(untouched, fields={**untouched.fields, "discuss": "decide"}).blank
    assert not replace(untouched, indicators={COUNT.id: "3"}).blank
    assert not replace(untouched, problems=(Problem("reply_form.formula"),)).blank


def test_all_problems_are_those_of_the_form_and_then_those_of_its_rows() -> None:
    first, second = Problem("reply_form.row_mixed"), Problem("reply_form.formula")
    reply = replace(REPLY, rows=(replace(ANSWER, problems=(second,)),), problems=(first,), confirmed=date(2025, 2, 3))
    assert reply.all_problems() == (first, second)


@pytest.mark.parametrize(
    ("reading", "text"),
    [(None, ""), (Reading("i", "76", "７６"), "７６"), (Reading("i", "76"), "76"), (Reading("i", None, "―"), "―")],
)
def test_a_value_is_shown_as_it_was_typed(reading: Reading | None, text: str) -> None:
    assert typed_value(reading) == text


@pytest.mark.parametrize(
    ("number", "unit", "doubtful"),
    [("0.76", "%", True), ("0.76", "％", True), ("-0.5", "%", True), ("1", "%", False), ("12.5", "%", False),
     ("0.76", "件", False), ("0.76", None, False), ("0", "%", False)],
)  # fmt: skip
def test_a_fraction_where_a_percentage_is_asked_for_is_doubtful(number: str, unit: str | None, doubtful: bool) -> None:
    assert doubtful_share(number, unit) is doubtful
