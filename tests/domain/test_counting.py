"""Which 第n回 a cycle and a meeting are."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from dxdesk.domain.counting import cycle_number, numbers_used_up, ordinals
from dxdesk.domain.meetings import Meeting
from tests.documents.sample_boards import THIS


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("令和6年度第1回", 1),
        ("令和6年度第３回", 3),
        ("令和6年度　第 12 回", 12),
        ("令和六年度第二回", 2),
        ("第十回会議", 10),
        ("第十四回", 14),
        ("第二十一回", 21),
        ("令和6年度", 2),
        ("臨時", 2),
    ],
)
def test_a_cycle_has_the_number_its_name_says_else_its_place_in_the_year(name: str, expected: int) -> None:
    last_year = replace(THIS, id="c0", fiscal_year=THIS.fiscal_year - 1)
    earlier, this = replace(THIS, id="c1", name="臨時の回"), replace(THIS, name=name)
    assert cycle_number(this, (last_year, earlier, this)) == expected


def held(identity: str, cycle: str, month: int, body: str = "委員会") -> Meeting:
    return Meeting(identity, cycle, body, body, date(2024, month, 1), None, None, None, "closed")


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (("令和6年度 第1回", "令和6年度 第2回"), {"b": "令和6年度第2回", "d": "令和6年度第3回"}),
        (("令和6年度 第1回", "令和6年度 第3回"), {"b": "令和6年度第2回"}),
        (("第２回", "第三回の中間報告"), {"b": "第3回", "d": "第4回の中間報告"}),
        (("令和5年度 第2回", "令和6年度 第1回"), {"b": "令和5年度第3回"}),
        (("令和6年度上期", "令和6年度下期"), {"b": "令和6年度上期第2回"}),
    ],
)
def test_a_body_counts_its_meetings_as_the_names_of_the_cycles_do(
    names: tuple[str, str], expected: dict[str, str]
) -> None:
    cycles = dict(zip(("first", "second"), names, strict=True))
    found = ordinals([held("d", "second", 9), held("a", "first", 5), held("b", "first", 6)], cycles)
    assert found == expected


def test_further_meetings_use_up_numbers_where_their_cycle_has_one() -> None:
    cycles = [replace(THIS, id="first", name="第2回"), replace(THIS, id="second", name="下期")]
    meetings = [held("a", "first", 5), held("b", "first", 6), held("c", "second", 9), held("d", "second", 10)]
    called = ordinals(meetings, {each.id: each.name for each in cycles})
    numbered = [replace(each, ordinal=called.get(each.id, "")) for each in meetings]
    assert numbers_used_up(numbered, cycles) == {(THIS.fiscal_year, 3)}


def test_each_body_counts_for_itself() -> None:
    both = [held("a", "first", 5), held("b", "first", 6, "本部")]
    assert ordinals(both, {"first": "令和6年度 第1回"}) == {}
