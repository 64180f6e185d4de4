"""Every way to group has each unit in each group that it belongs to, in an order that people know."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dxdesk.domain.plan_lists import Crosswalk
from dxdesk.ui.initiatives.groupings import NO_NATIONAL_ITEM, NO_TAG, NOBODY, axis_word, groupings, groups
from tests.plan_samples import TOWNS
from tests.ui.initiatives.sources import made_up_source, town_source


@pytest.mark.parametrize(
    ("town", "word"),
    [("ogawara", "軸"), ("otaki", "区分"), ("kaminokawa", "方針"), ("miharu", "MEGO"), ("kahoku", "目線")],
)
def test_the_axes_are_called_what_the_plan_calls_them(town: str, word: str) -> None:
    assert axis_word(town_source(town)) == word
    assert next(iter(groupings(town_source(town)).values())) == word


def test_only_ways_that_say_something_are_offered() -> None:
    assert list(groupings(town_source("miharu"))) == ["axis", "owner", "status", "national", "tag:field"]
    assert "tag:sdgs" not in groupings(town_source("kahoku"))  # its text lost which initiatives carry them
    assert list(groupings(made_up_source(3))) == ["axis", "owner", "status"]


@pytest.mark.parametrize("town", TOWNS)
def test_every_unit_stands_in_at_least_one_group_and_in_none_twice(town: str) -> None:
    source = town_source(town)
    for by in list(groupings(source))[1:]:
        found = groups(source, by)
        assert {unit.id for group in found for unit in group.units} == {unit.id for unit in source.plan.units}
        assert len({group.key for group in found}) == len(found)
        for group in found:
            assert len({unit.id for unit in group.units}) == len(group.units) > 0


def test_national_items_stand_in_their_order_and_unconfirmed_matches_are_drafts() -> None:
    source = town_source("ogawara")
    found = groups(source, "national")
    codes = [group.key for group in found if group.key]
    assert codes == sorted(codes, key=lambda code: ("NAOSX".index(code[0]), code))
    assert found[0].name.startswith("N1 ")
    assert all(group.draft for group in found if group.key)
    confirmed = tuple(replace(each, confirmed=True) for each in source.plan.crosswalk)
    source = replace(source, plan=replace(source.plan, crosswalk=confirmed))
    assert not any(group.draft for group in groups(source, "national"))


def test_matches_with_another_version_of_the_national_plan_make_no_group() -> None:
    source = town_source("ogawara")
    unit = source.plan.unit("1")
    other = (Crosswalk(unit.id, "N2", "9.9", "primary", True),)
    source = replace(source, plan=replace(source.plan, crosswalk=other))
    assert [group.name for group in groups(source, "national")] == [NO_NATIONAL_ITEM]


def test_tags_of_the_nodes_above_count_and_the_rest_stands_last() -> None:
    source = town_source("miharu")
    found = groups(source, "tag:field")
    assert found[-1].name == NO_TAG
    transport = next(group for group in found if group.name == "道路・公共交通")
    axis = source.plan.axis(transport.units[0])
    assert axis is not None
    assert axis.code == "MEGO-5"
    assert len(transport.units) == len(source.plan.children[axis.id])
    order = [value.value for scheme in source.plan.schemes if scheme.key == "field" for value in scheme.values]
    assert [group.key for group in found[:-1]] == [value for value in order if value in {g.key for g in found}]


def test_departments_stand_in_their_order_before_groups_of_them() -> None:
    source = town_source("kahoku")
    found = [group.name for group in groups(source, "owner")]
    departments = [each.name for each in source.departments if each.name in found]
    named = [each.name for each in source.plan.groups if each.name in found]
    assert [name for name in found if name in {*departments, *named}] == [*departments, *named]


def test_where_the_plan_names_nobody_those_asked_are_meant_unless_it_is_provisional() -> None:
    source = town_source("miharu")
    unit = source.plan.units[0]
    asked = source.cards[unit.id].departments
    owned = replace(unit, owners=())
    nodes = tuple(owned if node.id == unit.id else node for node in source.plan.nodes)
    source = replace(source, plan=replace(source.plan, nodes=nodes))
    assert any(unit.id in {each.id for each in group.units} for group in groups(source, "owner") if group.name in asked)
    source = replace(source, provisional=frozenset({unit.id}))
    last = groups(source, "owner")[-1]
    assert last.name == NOBODY
    assert unit.id in {each.id for each in last.units}
