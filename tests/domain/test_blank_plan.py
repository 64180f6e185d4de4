"""白紙: what was typed becomes a plan that holds, and nothing is guessed."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dxdesk.domain.blank_plan import blank_plan, check_outline, named_plan
from dxdesk.domain.pasted import TableRow
from dxdesk.domain.plan_checks import check_plan
from dxdesk.domain.plan_parts import Body
from dxdesk.exchange.plan_pack import pack_text, read_pack
from tests.plan_samples import uid

OUTLINE = tuple(
    TableRow(cells)
    for cells in (
        ("住民", "手続の電子化", "町民課、総務課"),
        ("", "窓口の案内", "全庁"),
        ("庁内", "文書の電子化", "関係課"),
        ("住民", "相談", "町民課"),
    )
)


def test_a_plan_of_nothing_but_names_is_a_plan() -> None:
    plan = blank_plan("見本町", "DX推進計画", "推進委員会", from_=2025, to=None)
    assert check_plan(plan) == []
    assert read_pack(pack_text(plan), "plan.json") == plan


def test_an_outline_gives_codes_owners_departments_and_groups() -> None:
    plan = blank_plan("見本町", "DX推進計画", "", from_=2025, to=2027, outline=OUTLINE)
    assert check_outline(OUTLINE) == ()
    assert check_plan(plan) == []
    assert [(node.code, node.name) for node in plan.walk()] == [
        ("1", "住民"), ("1-1", "手続の電子化"), ("1-2", "窓口の案内"), ("1-3", "相談"),
        ("2", "庁内"), ("2-1", "文書の電子化"),
    ]  # fmt: skip
    assert [(each.name, each.part) for each in plan.unit("1-1").owners] == [("町民課", "main"), ("総務課", "related")]
    assert [each.name for each in plan.departments] == ["町民課", "総務課"]
    assert [(each.name, each.members) for each in plan.groups] == [("全庁", "all"), ("関係課", None)]


def test_what_an_outline_lacks_is_told_cell_by_cell() -> None:
    table = [
        TableRow(("", "手続", "")),
        TableRow(("住民", "", "")),
        TableRow(("住民", "相談", "")),
        TableRow(("", "相談", "課" * 101)),
        TableRow(("", "", "")),
        TableRow(("軸" * 201, "あ\x07い", "")),
    ]
    assert [(each.values["row"], each.values["column"], each.code) for each in check_outline(table)] == [
        (1, "axis", "paste.no_axis"),
        (2, "name", "paste.no_initiative"),
        (4, "name", "paste.twice"),
        (4, "owners", "text.too_long"),
        (6, "axis", "text.too_long"),
        (6, "name", "text.character"),
    ]


@given(st.lists(st.tuples(*[st.text("ＡＢc、・ 課", max_size=6).map(str.strip)] * 3), max_size=20))
def test_every_outline_without_problems_is_a_plan_that_holds(cells: list[tuple[str, str, str]]) -> None:
    table = [TableRow(each) for each in cells]
    if not check_outline(table):
        assert check_plan(blank_plan("町", "題", "会", from_=2025, to=2027, outline=table)) == []


def test_a_town_gives_itself_and_its_committee_other_names() -> None:
    plan = blank_plan("見本町", "題", "推進委員会", from_=2025, to=None)
    assert named_plan(plan, "", ("", "")) == plan
    other = named_plan(plan, "別の町", ("推進会議", ""))
    assert (other.town, other.bodies[0].name, other.bodies[0].id) == ("別の町", "推進会議", plan.bodies[0].id)
    assert named_plan(blank_plan("町", "題", "", from_=None, to=None), "", ("会議",)).bodies[0].name == "会議"


@pytest.mark.parametrize(
    ("plan", "typed", "named"),
    [
        (("委員会",), ("", "本部"), ["委員会", "本部"]),
        (("委員会",), ("会議", "本部"), ["会議", "本部"]),
        (("本部", "委員会"), ("", "会議"), ["本部", "会議"]),
        (("本部", "委員会"), ("会議", ""), ["会議", "委員会"]),
        (("本部", "委員会"), ("委員会", "本部"), ["本部", "委員会"]),
        (("本部", "委員会"), ("委員会", "会議"), ["会議", "委員会"]),
        (("本部", "委員会", "部会"), ("甲", "乙"), ["甲", "乙", "部会"]),
        ((), ("甲", "乙"), ["甲", "乙"]),
    ],
)
def test_both_committees_of_a_town_are_named(plan: tuple[str, ...], typed: tuple[str, str], named: list[str]) -> None:
    bodies = tuple(Body(uid(each), each, None, None, (), (), None) for each in plan)
    found = named_plan(replace(blank_plan("町", "題", "", from_=None, to=None), bodies=bodies), "", typed).bodies
    assert [each.name for each in found] == named
    assert {each.id for each in bodies} <= {each.id for each in found}
