"""The five plans that ship: counts, codes, names and owners, as the towns wrote them."""

import re
from collections import Counter
from functools import cache

import pytest

from dxdesk.domain.plans import Counts, Node, Plan, counts
from dxdesk.domain.text import SHORT_NAME_WIDTH, fold, full_width
from dxdesk.exchange.plan_pack import pack_text, read_pack
from tests.plan_samples import TOWNS, shipped

all_towns = pytest.mark.parametrize("town", TOWNS)


@cache
def plan(town: str) -> Plan:
    return read_pack(shipped(town), f"{town}.json")


def unit_codes(town: str) -> list[str | None]:
    return [node.code for node in plan(town).units]


def children(town: str, code: str) -> list[Node]:
    of = plan(town)
    parent = next(node for node in of.nodes if node.code == code)
    return list(of.children.get(parent.id, ()))


@all_towns
def test_each_file_is_written_in_the_one_form(town: str) -> None:
    assert shipped(town).decode("utf-8") == pack_text(plan(town))


def test_the_plans_hold_what_the_towns_texts_hold() -> None:
    assert {town: counts(plan(town)) for town in TOWNS} == {
        "ogawara": Counts(groups=3, initiatives=13, activities=20, terms=8, history=6, departments=3, bodies=1),
        "otaki": Counts(groups=2, initiatives=11, activities=16, terms=12, history=0, departments=1, bodies=2),
        "kaminokawa": Counts(groups=3, initiatives=8, activities=0, terms=10, history=0, departments=1, bodies=2),
        "miharu": Counts(groups=2, initiatives=25, activities=0, terms=0, history=0, departments=1, bodies=2),
        "kahoku": Counts(groups=3, initiatives=14, activities=44, terms=48, history=19, departments=6, bodies=2),
    }


def test_the_plans_run_over_the_years_they_name() -> None:
    assert {town: (plan(town).period.from_, plan(town).period.to) for town in TOWNS} == {
        "ogawara": (2023, 2025),
        "otaki": (2023, 2025),
        "kaminokawa": (2023, 2025),
        "miharu": (2023, 2027),
        "kahoku": (2023, None),
    }


def test_titles_editions_and_days_of_issue_stand_as_printed() -> None:
    assert {town: (plan(town).town, plan(town).title, plan(town).edition, plan(town).issued) for town in TOWNS} == {
        "ogawara": ("大河原町", "大河原町DX全体方針", None, "令和5年3月"),
        "otaki": ("大多喜町", "大多喜町DX推進計画", None, None),
        "kaminokawa": ("上三川町", "上三川町DX推進計画", "第1.0版", "令和5年3月"),
        "miharu": ("三春町", "三春町DX推進計画", None, None),
        "kahoku": ("河北町", "河北町役場DX推進方針", "ver.1.0", "令和6年2月"),
    }


def test_the_short_name_of_a_plan_is_the_name_of_its_file_and_all_ids_differ_between_towns() -> None:
    assert [plan(town).id for town in TOWNS] == list(TOWNS)
    ids = [node.id for town in TOWNS for node in plan(town).nodes]
    ids += [department.id for town in TOWNS for department in plan(town).departments]
    assert len(ids) == len(set(ids))


def test_levels_are_those_of_the_towns() -> None:
    assert {town: [(level.name, level.role) for level in plan(town).levels] for town in TOWNS} == {
        "ogawara": [("軸", "axis"), ("取組", "initiative"), ("年度行", "activity")],
        "otaki": [("区分", "axis"), ("取組事項", "initiative"), ("内容", "activity")],
        "kaminokawa": [("方針", "axis"), ("取組", "initiative")],
        "miharu": [("分野", "group"), ("MEGO（重点DX施策）", "axis"), ("取組事項", "initiative")],
        "kahoku": [("目線", "axis"), ("取組事項", "initiative"), ("分野", "field"), ("取組内容", "activity")],
    }


def test_codes_are_those_that_commands_use() -> None:
    assert unit_codes("ogawara") == [str(number) for number in range(1, 14)]
    assert unit_codes("otaki") == [f"重点-{n}" for n in range(1, 9)] + [f"検討-{n}" for n in range(1, 4)]
    assert unit_codes("kaminokawa") == ["1-1", "1-2", "1-3", "2-1", "2-2", "2-3", "2-4", "3-1"]
    sizes = (3, 4, 3, 2, 2, 4, 1, 3, 3)
    assert unit_codes("miharu") == [f"MEGO-{m}-{n}" for m, size in enumerate(sizes, 1) for n in range(1, size + 1)]
    assert unit_codes("kahoku") == [
        f"{eye}-{n}" for eye, size in (("住民", 4), ("行政", 6), ("地域", 4)) for n in range(1, size + 1)
    ]


@all_towns
def test_patterns_of_levels_give_the_codes_and_labels_that_stand_there(town: str) -> None:
    of = plan(town)
    levels = {level.key: level for level in of.levels}
    for node in of.nodes:
        parent = of.by_id[node.parent].code if node.parent else None
        number = re.findall(r"\d+", node.label or node.code or "")
        for pattern, written in (
            (levels[node.level].code_pattern, node.code),
            (levels[node.level].label_pattern, node.label),
        ):
            if pattern is None:
                assert written is None or not any(each.isdigit() for each in written)
            else:
                assert set(re.findall(r"\{(\w+)\}", pattern)) <= {"number", "parent"}
                assert written == pattern.format(number=number[-1], parent=parent)


@all_towns
def test_axes_and_initiatives_have_short_names_that_fit_and_differ(town: str) -> None:
    named = [*plan(town).of_role("axis"), *plan(town).of_role("initiative")]
    short_names = [node.short_name or "" for node in named]
    assert all(short_names)
    assert max(map(full_width, short_names)) <= SHORT_NAME_WIDTH
    assert len({fold(name) for name in short_names}) == len(named)


@all_towns
def test_nothing_is_claimed_that_the_text_lost(town: str) -> None:
    of = plan(town)
    assert not any(row.confirmed for row in of.crosswalk)
    assert not any(department.order_confirmed for department in of.departments)
    assert [department.order for department in of.departments] == list(range(1, len(of.departments) + 1))
    assert of.lineage == ()


@all_towns
def test_every_initiative_answers_to_a_national_item_or_to_none_of_them(town: str) -> None:
    of = plan(town)
    primary = Counter(row.node for row in of.crosswalk if row.weight == "primary")
    assert all(primary[node.id] == 1 for node in of.units)
    assert {row.version for row in of.crosswalk} <= {of.national_version, "2.3"}
    assert {row.item for row in of.crosswalk if row.version == "2.3"} <= {"N3"}


def test_the_national_versions_are_those_of_the_day() -> None:
    assert {town: plan(town).national_version for town in TOWNS} == {
        **dict.fromkeys(("ogawara", "otaki", "kaminokawa", "miharu"), "2.0"),
        "kahoku": "2.2",
    }


def test_departments_are_those_named_in_the_texts_in_order_of_mention() -> None:
    assert {town: [each.name for each in plan(town).departments] for town in TOWNS} == {
        "ogawara": ["町民生活課", "政策企画課", "商工観光課"],
        "otaki": ["総務課"],
        "kaminokawa": ["デジタル推進室"],
        "miharu": ["総務課文書情報グループ"],
        "kahoku": ["税務町民課", "健康福祉課", "会計課", "上下水道課", "企画財政課", "総務課"],
    }


def test_groups_mean_everybody_or_are_not_known() -> None:
    assert {town: {each.name: each.members for each in plan(town).groups} for town in TOWNS} == {
        "ogawara": {"関係課": None, "全庁": "all"},
        "otaki": {"各担当課": None},
        "kaminokawa": {"各部署": "all"},
        "miharu": {"各担当課": None},
        "kahoku": {"全課": "all", "標準化・共通化対象システム所管課": None},
    }


def test_owners_are_named_as_often_as_in_the_texts() -> None:
    named = {town: Counter(each.name for node in plan(town).nodes for each in node.owners) for town in TOWNS}
    assert named["ogawara"] == {"関係課": 3, "全庁": 6, "町民生活課": 1, "政策企画課": 4, "商工観光課": 1}
    assert named["kahoku"]["全課"] == 8
    assert named["kahoku"]["標準化・共通化対象システム所管課"] == 1
    assert (named["otaki"], named["kaminokawa"], named["miharu"]) == ({}, {}, {})
    assert [each.name for each in plan("kaminokawa").owners] == ["デジタル推進室", "各部署"]
    assert [each.name for each in plan("otaki").owners] == ["各担当課"]
    assert [each.name for each in plan("miharu").owners] == ["各担当課"]


def test_of_26_initiatives_that_name_an_owner_18_name_a_group() -> None:
    owned = [
        {owner.name for owner in node.owners} & {group.name for group in plan(town).groups}
        for town in TOWNS
        for node in plan(town).units
        if node.owners
    ]
    assert (len(owned), sum(map(bool, owned))) == (26, 18)


def test_only_six_of_the_36_scheduled_lines_have_a_dated_end() -> None:
    lines = [node.schedule for town in TOWNS for node in plan(town).of_role("activity") if node.schedule]
    assert len(lines) == 36
    assert sum(line.to is not None for line in lines) == 6
    assert all(line.span_confirmed for line in lines if line.to is not None)


@all_towns
def test_a_lost_arrow_is_asked_for_and_never_guessed(town: str) -> None:
    of = plan(town)
    asked = {row.node for row in of.open if row.field.startswith("schedule")}
    for node in of.nodes:
        if node.schedule and not node.schedule.span_confirmed:
            assert node.schedule.to is None
            assert node.id in asked
        if node.schedule and node.schedule.kind == "start":
            assert node.schedule.from_ is not None
