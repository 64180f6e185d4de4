"""What was said of an initiative goes on under what it became."""

from __future__ import annotations

from dataclasses import replace

from dxdesk.domain.lineage import became, carried_over, unit_line
from dxdesk.domain.merge import read_unit
from dxdesk.domain.plan_lists import Lineage
from tests.builders import PLAN, uid

FIRST, SECOND, THIRD = (uid(name) for name in ("書かない窓口", "オンライン申請", "手続の案内"))


def lines(*found: tuple[tuple[str, ...], tuple[str, ...]]) -> tuple[Lineage, ...]:
    return tuple(Lineage("renamed", from_, to, None) for from_, to in found)


def test_without_lineage_a_unit_stands_for_itself() -> None:
    assert unit_line(PLAN, FIRST) == (FIRST,)
    assert became(PLAN) == {}
    views = {FIRST: read_unit(FIRST, {}), "gone": read_unit("gone", {})}
    assert carried_over(views, PLAN) == views


def test_a_unit_renamed_twice_goes_back_to_both_names() -> None:
    plan = replace(PLAN, lineage=lines((("oldest",), ("older",)), (("older",), (FIRST,))))
    assert unit_line(plan, FIRST) == (FIRST, "older", "oldest")
    assert became(plan) == {"older": (FIRST,), "oldest": (FIRST,)}
    found = carried_over({"oldest": read_unit("oldest", {})}, plan)
    assert found[FIRST] == read_unit(FIRST, {})


def test_both_parts_of_a_unit_that_was_split_go_back_to_it() -> None:
    plan = replace(PLAN, lineage=lines((("whole",), (FIRST, SECOND))))
    assert became(plan) == {"whole": (FIRST, SECOND)}
    found = carried_over({"whole": read_unit("whole", {})}, plan)
    assert set(found) == {"whole", FIRST, SECOND}


def test_a_unit_that_lost_a_part_keeps_what_was_said_of_it_and_what_was_given_to_it() -> None:
    plan = replace(PLAN, lineage=lines(((FIRST,), (SECOND,))))
    assert became(plan) == {FIRST: (FIRST, SECOND)}
    assert carried_over({FIRST: read_unit(FIRST, {})}, plan)[FIRST] == read_unit(FIRST, {})


def test_nobody_speaks_for_a_unit_made_of_several() -> None:
    plan = replace(PLAN, lineage=lines((("one", "two"), (FIRST,))))
    assert unit_line(plan, FIRST) == (FIRST,)
    assert FIRST not in carried_over({"one": read_unit("one", {}), "two": read_unit("two", {})}, plan)


def test_what_a_unit_said_itself_goes_before_what_it_goes_back_to() -> None:
    plan = replace(PLAN, lineage=lines((("older",), (FIRST,))))
    own = read_unit(FIRST, {})
    assert carried_over({FIRST: own, "older": read_unit("older", {})}, plan)[FIRST] is own


def test_a_circle_ends_where_it_began() -> None:
    plan = replace(PLAN, lineage=lines(((FIRST,), (SECOND,)), ((SECOND,), (FIRST,))))
    assert unit_line(plan, FIRST) == (FIRST, SECOND)
