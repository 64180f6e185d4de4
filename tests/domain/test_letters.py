from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dxdesk.domain.calendar import is_office_day
from dxdesk.domain.letters import (
    AskedUnit,
    DepartmentAsked,
    Sender,
    group_of,
    in_charge,
    next_deadline,
    office_of,
)
from dxdesk.domain.plan_parts import Body, Department
from tests.builders import FUKUSHI, PLAN, ZEIMU, uid

DUE, MEETING = date(2025, 1, 31), date(2025, 2, 13)
DAYS = st.dates(date(2024, 1, 1), date(2026, 12, 31))


def unit(**more: object) -> AskedUnit:
    return replace(AskedUnit("1", "書かない窓口", "main"), **more)  # type: ignore[arg-type]


def test_what_has_no_answer_or_went_back_is_owed_and_the_rest_is_in_hand() -> None:
    units = tuple(unit(state=state) for state in ("unanswered", "draft", "returned", "submitted", "accepted"))
    asked = DepartmentAsked("税務課", units)
    assert [each.state for each in asked.owed] == ["unanswered", "draft", "returned"]
    assert (asked.unanswered, asked.returned, asked.handed_in) == (2, 1, 2)


def test_a_committee_that_names_no_office_has_that_of_another() -> None:
    above, below = (
        Body(name, name, None, office, (), (), None) for name, office in (("本部", None), ("部会", "総務課"))
    )
    assert office_of((above, below), above) == office_of((above, below), below) == "総務課"
    assert office_of((above,), None) == ""


@pytest.mark.parametrize("state", ["waiting", "conflict", "withdrawal"])
def test_what_lies_with_the_secretariat_is_not_owed(state: str) -> None:
    assert not unit(state=state).owed


def test_the_town_stands_once_before_its_committee() -> None:
    assert Sender("大河原町", "デジタル化推進員会議").body == "大河原町デジタル化推進員会議"
    assert Sender("大多喜町", "大多喜町情報化推進委員会").body == "大多喜町情報化推進委員会"
    assert Sender("見本町").body == "見本町"


def test_a_letter_goes_to_the_head_of_the_department() -> None:
    assert DepartmentAsked("町民生活課", ()).addressee == "町民生活課長"


def test_who_took_over_is_written_to_once_it_has_begun() -> None:
    known = (
        Department("a", "町民課", to="2025-01-31", successor="b"),
        Department("b", "町民生活課", from_="2025-02-01"),
    )
    assert in_charge(known, "a", date(2025, 1, 31)).name == "町民課"
    assert in_charge(known, "a", date(2025, 2, 1)).name == "町民生活課"


def test_a_department_that_only_its_group_names_is_asked_as_a_member() -> None:
    tax, welfare = (next(each for each in PLAN.departments if each.name == name) for name in (ZEIMU, FUKUSHI))
    online, training = PLAN.unit("重点-2"), PLAN.unit("検討-4")
    assert group_of(PLAN, online, tax, PLAN.departments) == ""
    assert group_of(PLAN, online, welfare, PLAN.departments) == "窓口の課"
    assert group_of(PLAN, training, tax, PLAN.departments) == "全課"
    assert group_of(PLAN, PLAN.by_id[uid("文書の電子化")], tax, PLAN.departments) == ""


@given(DAYS)
def test_a_reminder_asks_until_the_deadline_or_a_later_office_day(today: date) -> None:
    found = next_deadline(DUE, None, today)
    if today <= DUE:
        assert found == DUE
    else:
        assert is_office_day(found)
        between = (today + timedelta(days=each) for each in range(1, (found - today).days + 1))
        assert sum(map(is_office_day, between)) == 3


@given(DAYS)
def test_a_reminder_leaves_a_day_before_a_meeting_to_come_and_never_asks_for_the_past(today: date) -> None:
    found = next_deadline(DUE, MEETING, today)
    assert found >= today
    if today < MEETING:
        assert found < MEETING
