"""Excelの回答票 that is given to a department: it is entered, and letters speak of it from then on."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import cast

import pytest

from dxdesk.desk import Desk
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.errors import Problem
from dxdesk.domain.schedules import Question
from dxdesk.operations import departments, inquiring, taking_back
from dxdesk.operations.correspondence import correspondence
from dxdesk.operations.giving_forms import FormFile, give_form
from dxdesk.store.queries import history, packages
from dxdesk.store.queries.form_answers import given_forms
from dxdesk.wording.screen import STATUS_QUESTIONS
from tests.builders import MOMENT, SOUMU, ZEIMU, start_cycle, uid
from tests.post import Post, hand_over, say

ASKS = cast("dict[Question, str]", STATUS_QUESTIONS)


def give(desk: Desk, cycle: Cycle, department: str = ZEIMU) -> FormFile:
    return desk.do(give_form, cycle, department, ASKS)


def by_form(desk: Desk, cycle: Cycle) -> list[str]:
    found = desk.ask(correspondence, cycle, MOMENT).departments.values()
    return [each.name for each in found if each.by_form]


def test_a_form_that_is_given_is_entered_and_takes_no_number_of_signed_files(desk: Desk, cycle: Cycle) -> None:
    before = desk.ask(packages.next_sequence, cycle.id, uid(ZEIMU))
    made = give(desk, cycle)
    assert made.name == f"{cycle.name.replace(' ', '')}_{ZEIMU}_回答票.xlsx"
    newest = desk.ask(history.operations)[0]
    assert (newest.operation, newest.subject) == ("form", ZEIMU)
    assert desk.ask(packages.next_sequence, cycle.id, uid(ZEIMU)) == before
    assert give(desk, cycle).content != b""


def test_letters_ask_for_what_the_department_was_given_until_it_answers_with_something_else(
    desk: Desk, cycle: Cycle, empty_file: Path, tmp_path: Path
) -> None:
    assert by_form(desk, cycle) == []
    give(desk, cycle)
    assert by_form(desk, cycle) == [ZEIMU]
    assert desk.ask(correspondence, cycle, MOMENT).departments[uid(ZEIMU)].reply_file == give(desk, cycle).name
    post = Post(desk, empty_file, tmp_path)
    tax = post.liaison(post.inquiries(cycle, ZEIMU)[ZEIMU])
    say(tax, "重点-1", "進めた。")
    assert post.take_in(hand_over(tax)).result == "taken"
    assert by_form(desk, cycle) == []
    (reply,) = desk.ask(packages.all_filed, kinds=("reply",), direction="in")
    desk.do(taking_back.cancel_taking_in, reply.id)
    assert by_form(desk, cycle) == [ZEIMU]
    post.close()


def test_who_took_over_answers_with_the_form_that_it_was_given(desk: Desk, cycle: Cycle) -> None:
    desk.do(departments.add_department, "税務町民課")
    desk.do(departments.close_department, ZEIMU, on=date(2024, 12, 31), successor="税務町民課")
    give(desk, cycle, "税務町民課")
    assert len(by_form(desk, cycle)) == 1


def test_forms_are_proposed_to_whoever_was_given_one_the_last_time(desk: Desk, cycle: Cycle) -> None:
    desk.do(inquiring.inquire, cycle)
    give(desk, cycle)
    assert desk.ask(given_forms) == {uid(ZEIMU)}
    desk.do(inquiring.inquire, cycle, (SOUMU,))
    give(desk, cycle, SOUMU)
    following = start_cycle(desk, "第3回")
    desk.do(inquiring.inquire, following, (ZEIMU,))
    assert desk.ask(given_forms) == {uid(SOUMU)}


def test_a_department_that_is_asked_nothing_is_given_no_form(desk: Desk, cycle: Cycle) -> None:
    desk.do(departments.add_department, "環境課")
    with pytest.raises(Problem) as problem:
        give(desk, cycle, "環境課")
    assert problem.value.code == "inquire.not_asked"
