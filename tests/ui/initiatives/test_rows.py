"""The rows of 取組一覧 hold the whole plan, and a status only where one was asked for."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from dxdesk.domain.board import compose_board
from dxdesk.domain.elsewhere import known_to
from dxdesk.domain.merge import EMPTY, read_unit
from dxdesk.domain.plan_parts import DepartmentGroup, Owner
from dxdesk.domain.replies import Answer
from dxdesk.domain.statuses import STATUSES
from dxdesk.ui.initiatives.groupings import NOBODY
from dxdesk.ui.initiatives.rows import CHECKING, WHOLE_PLAN, Row, tree_rows
from tests.plan_samples import TOWNS
from tests.ui.initiatives.sources import made_up_source, town_source, with_card


def _row(rows: tuple[Row, ...], name: str) -> Row:
    return next(row for row in rows if row.name == name)


@pytest.mark.parametrize("town", TOWNS)
def test_every_line_of_a_plan_stands_in_the_tree_once(town: str) -> None:
    source = town_source(town)
    keys = [row.key for row in tree_rows(source)]
    assert len(keys) == len(set(keys))
    assert set(keys) - {WHOLE_PLAN} == set(source.plan.by_id)


@pytest.mark.parametrize("town", TOWNS)
@pytest.mark.parametrize("grouping", ["axis", "owner", "status", "national", "tag:field"])
def test_a_row_comes_after_the_row_it_stands_under(town: str, grouping: str) -> None:
    seen: set[str | None] = {None}
    for row in tree_rows(town_source(town), grouping):
        assert row.parent in seen
        seen.add(row.key)


@pytest.mark.parametrize("town", TOWNS)
def test_only_what_is_asked_has_a_status(town: str) -> None:
    for row in tree_rows(town_source(town)):
        assert (row.status is not None) == (row.kind == "unit")
        assert bool(row.word) == (row.kind == "unit")


def test_what_hangs_on_the_plan_itself_stands_under_the_whole_plan() -> None:
    rows = tree_rows(town_source("otaki"))
    below = [row for row in rows if row.parent == WHOLE_PLAN]
    assert [row.name for row in below] == ["大多喜町情報化推進委員会にて所掌・推進"]
    assert _row(rows, WHOLE_PLAN).kind == "group"
    assert _row(rows, WHOLE_PLAN).counts == ()


def test_a_group_above_the_axes_counts_everything_below_it() -> None:
    rows = tree_rows(town_source("miharu"))
    town, office = _row(rows, "まちのDX"), _row(rows, "行政のDX")
    assert (town.detail, office.detail) == ("15件", "10件")
    assert sum(count for _, count in town.counts) == 15
    axes = [row for row in rows if row.parent == town.key]
    assert [row.kind for row in axes] == ["group"] * 6


@pytest.mark.parametrize("town", TOWNS)
def test_counts_of_a_group_stand_worst_first_and_answers_are_counted_apart(town: str) -> None:
    rows = tree_rows(town_source(town))
    for group in (row for row in rows if row.counts):
        order = [STATUSES.index(status) for status, _ in group.counts]
        assert order == sorted(order)
        missing = dict(group.counts).get("miss", 0)
        assert group.asked - group.answered == missing
        assert group.answered_words == f"回答 {group.answered}／{group.asked}"


def test_what_other_departments_were_asked_is_in_no_count_and_stands_under_a_head_of_its_own() -> None:
    source = with_card(town_source(), "1", status="elsewhere", assigned=0, accepted=0, waiting=None)
    name = source.plan.unit("1").name
    before, now = tree_rows(town_source()), tree_rows(source)
    row = _row(now, name)
    assert (row.word, row.reached) == ("ほかの課", None)
    group, same = (next(each for each in rows if each.key == row.parent) for rows in (now, before))
    assert sum(count for _, count in group.counts) == sum(count for _, count in same.counts) - 1
    assert (group.asked, "ほかの課1" in group.spoken) == (same.asked - 1, True)
    head = [each for each in tree_rows(source, "status") if each.kind == "group"][-1]
    assert (head.name, head.detail) == ("ほかの課", "1件")


@pytest.mark.parametrize("town", TOWNS)
def test_on_a_departments_database_counts_and_what_is_elsewhere_add_up(town: str) -> None:
    source = town_source(town)
    names = [each.id for each in source.departments] + ["d1", "d2", "d3"]
    asked = {
        unit.id: {names[at % len(names)]: EMPTY, names[at * 2 % len(names)]: EMPTY}
        for at, unit in enumerate(source.plan.units)
    }
    for own in names:
        views = {unit: known_to(read_unit(unit, slots), {own}) for unit, slots in asked.items()}
        board = compose_board(source.plan, source.cycle, views, source.departments)
        assert sum(board.counts.values()) + board.elsewhere == len(board.cards)
        assert board.asked == sum(own in slots for slots in asked.values()) > 0
        here = replace(source, views=views, board=board)
        for group in (row for row in tree_rows(here) if row.kind == "group" and row.detail):
            others = int((re.search(r"ほかの課(\d+)", group.spoken) or [0, 0])[1])
            assert f"{sum(count for _, count in group.counts) + others}件" == group.detail
            assert group.asked - group.answered == dict(group.counts).get("miss", 0)


def test_grouped_by_status_the_worst_comes_first_and_the_axis_stands_before_the_number() -> None:
    source = town_source("kahoku")
    rows = tree_rows(source, "status")
    heads = [row.status for row in rows if row.kind == "group"]
    assert heads == [status for status in STATUSES if source.board.counts[status]]
    units = [row for row in rows if row.kind == "unit"]
    assert {row.node for row in units} == {unit.id for unit in source.plan.units}
    assert {row.lead for row in units} == {"住民", "行政", "地域"}
    assert all(row.status == next(head.status for head in rows if head.key == row.parent) for row in units)


def test_grouped_by_owner_a_unit_stands_under_everybody_who_carries_it_in_their_order() -> None:
    source = town_source("kahoku")
    rows = tree_rows(source, "owner")
    heads = [row.name for row in rows if row.kind == "group"]
    order = [each.name for each in source.departments if each.name in heads]
    assert heads[: len(order)] == order
    assert heads[-1] == NOBODY or source.plan.units[0].owners
    both = source.plan.unit("住民-3")
    assert [row.parent for row in rows if row.node == both.id] == ["owner 税務町民課", "owner 全課"]
    units = [row for row in rows if row.kind == "unit"]
    assert len(units) > len({row.node for row in units}) == 14
    assert len({row.key for row in rows}) == len(rows)
    for head in (row for row in rows if row.kind == "group"):
        below = [row for row in units if row.parent == head.key]
        assert head.detail == f"{len(below)}件"
        assert sum(count for _, count in head.counts) == len(below)


def test_a_unit_is_spoken_in_one_sentence() -> None:
    source = with_card(
        town_source(), "6", status="warn", previous_status="ok", stage="study", agenda_number=1, waiting=None
    )
    row = _row(tree_rows(source), "自治体情報システムの標準化・共通化")
    assert row.spoken == "標準化・共通化、要注意、前回は順調、段階は検討、協議1"


def test_a_group_is_spoken_with_its_counts() -> None:
    row = _row(tree_rows(town_source("kaminokawa")), "(3) セキュリティの確保")
    assert row.spoken == "(3) セキュリティの確保、1件、順調1、回答 1／1"


def test_what_the_secretariat_has_in_hand_is_named_so() -> None:
    source = with_card(town_source(), "1", status="miss", waiting="secretariat")
    row = _row(tree_rows(source), "行政手続のオンライン化")
    assert row.word == CHECKING
    assert row.reached is None


def test_an_unanswered_unit_shows_the_stage_of_last_time() -> None:
    source = with_card(town_source(), "13", status="miss", previous_stage="study")
    row = _row(tree_rows(source), "産学官連携による地域活性化")
    assert (row.stage_word, row.reached) == ("前回 検討", None)


def test_a_unit_that_asks_for_discussion_has_its_mark_before_it_has_a_number() -> None:
    source = with_card(town_source(), "1", discuss="decide", agenda_number=None)
    assert _row(tree_rows(source), "行政手続のオンライン化").pill == "協議"


@pytest.mark.parametrize(
    ("names", "words"),
    [
        (("総務課",), "総務課"),
        (("総務課", "全課"), "総務課・全課"),
        (("総務課", "会計課", "税務課"), "総務課 ほか2課"),
        (("関係課",), "関係課（3課）"),
    ],
)
def test_owners_are_named_as_the_plan_names_them(names: tuple[str, ...], words: str) -> None:
    source = with_card(town_source(), "1", assigned=3, departments=tuple(map(str, range(3))))
    unit = source.plan.unit("1")
    owned = replace(unit, owners=tuple(Owner(name, "main") for name in names))
    nodes = tuple(owned if node.id == unit.id else node for node in source.plan.nodes)
    groups = (DepartmentGroup("g", "関係課", None), DepartmentGroup("a", "全課", "all"))
    source = replace(source, plan=replace(source.plan, nodes=nodes, groups=groups))
    assert _row(tree_rows(source), unit.name).owners == words


def test_where_the_plan_says_only_concerned_departments_its_word_stands_marked_provisional() -> None:
    source = with_card(town_source(), "1", assigned=7, departments=tuple(map(str, range(7))))
    source = replace(source, provisional=frozenset({source.plan.unit("1").id}))
    row = _row(tree_rows(source), "行政手続のオンライン化")
    assert (row.owners, row.owners_short) == ("関係課（仮・全7課）", "関係課（仮）")


def test_where_the_plan_names_nobody_all_are_asked_provisionally() -> None:
    source = with_card(town_source("kahoku"), "地域-2", assigned=6, departments=tuple(map(str, range(6))))
    source = replace(source, provisional=frozenset({source.plan.unit("地域-2").id}))
    assert _row(tree_rows(source), "様々な分野における地域DX").owners == "仮・全6課"


def test_two_owners_too_long_for_the_column_are_shortened_to_the_first() -> None:
    row = _row(tree_rows(town_source("kahoku")), "基幹システムや情報インフラの最適化")
    assert row.owners == "企画財政課・標準化・共通化対象システム所管課"
    assert row.owners_short == "企画財政課 ほか"


def test_a_line_that_an_answer_ticked_says_so() -> None:
    source = town_source()
    unit = source.plan.unit("1")
    line = source.plan.activities(unit)[0]
    view = source.views[unit.id]
    assert view.counted is not None
    counted = replace(view.counted, answer=Answer(status="ok", results="動きなし", done_lines=(line.id,)))
    source = replace(source, views={**source.views, unit.id: replace(view, counted=counted)})
    row = _row(tree_rows(source), line.name)
    assert row.done
    assert row.spoken == f"{line.name}、済"


def test_a_plan_without_units_has_groups_that_count_nothing() -> None:
    rows = tree_rows(made_up_source(0))
    assert [row.kind for row in rows] == ["group"] * 3
    assert all(row.counts == () and row.answered_words == "" for row in rows)
