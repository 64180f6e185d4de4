"""The tables of a town: every bad cell is told, each once, and a good table has nothing to put right."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dxdesk.domain.errors import Problem
from dxdesk.domain.pasted import DEPARTMENTS, MEMBERS, TableRow
from dxdesk.domain.rosters import (
    POSITIONS,
    body_of,
    check_departments,
    check_groups,
    check_members,
    group_members,
    position,
)
from dxdesk.wording.sentences import problem_words

NAMES = ("総務課", "税務課", "ＤＸ推進室", "住民・福祉課")
BODIES = ("推進委員会", "推進本部")
BAD: dict[str, tuple[int, str, str]] = {
    "empty": (0, "", "department.empty"),
    "long": (0, "課" * 101, "text.too_long"),
    "control": (0, "総\x07務", "text.character"),
    "override": (0, "総\u202e務", "text.character"),
    "wide": (1, "とてもながいりゃくしょう", "department.short_name"),
    "control short": (1, "総\x07", "text.character"),
}


def rows(*cells: tuple[str, ...]) -> list[TableRow]:
    return [TableRow(each) for each in cells]


def told(problems: Sequence[Problem]) -> list[tuple[object, object, str]]:
    return [(each.values["row"], each.values["column"], each.code) for each in problems]


@given(st.lists(st.sampled_from(["good", "twice", "blank", *BAD]), min_size=500, max_size=500))
@settings(max_examples=10, deadline=None)
def test_of_five_hundred_mixed_rows_every_bad_cell_is_named_and_no_other(kinds: list[str]) -> None:
    table, expected = [TableRow(("はじめの課", ""))], set()
    for number, kind in enumerate(kinds, start=2):
        cells = [f"第{number}課", "略"]
        if kind == "twice":
            cells[0] = "はじめの課　".strip()
            expected.add((number, "name", "paste.twice"))
        elif kind == "blank":
            cells = ["", ""]
        elif kind in BAD:
            place, text, code = BAD[kind]
            cells[place] = text
            expected.add((number, DEPARTMENTS.columns[place].key, code))
        table.append(TableRow(tuple(cells)))
    found = check_departments(table)
    assert set(told(found)) == expected
    assert len(found) == len(expected)
    assert all(problem_words(each).endswith("。") for each in found)


def test_names_that_differ_in_width_only_are_the_same() -> None:
    found = check_departments(rows(("ＤＸ推進室", ""), ("DX推進室", "")))
    assert told(found) == [(2, "name", "paste.twice")]
    assert "1行目" in problem_words(found[0])


def test_a_name_that_a_group_has_is_taken() -> None:
    assert told(check_departments(rows(("関係課", "")), ["関係課"])) == [(1, "name", "department.exists")]


@pytest.mark.parametrize(
    ("text", "members"),
    [
        ("", None),
        ("未定", None),
        ("すべての課", "all"),
        ("総務課、税務課", ("総務課", "税務課")),
        ("税務課・総務課", ("税務課", "総務課")),
        ("住民・福祉課、DX推進室", ("住民・福祉課", "ＤＸ推進室")),
        ("総務課，総務課", ("総務課",)),
    ],
)
def test_a_group_is_everybody_nobody_knows_or_a_list(text: str, members: object) -> None:
    assert group_members(text, NAMES) == members


def test_a_group_names_departments_only() -> None:
    found = check_groups(rows(("窓口", "総務課、財務課"), ("税務課", ""), ("", "総務課")), NAMES)
    assert told(found) == [
        (2, "name", "department.exists"),
        (3, "name", "paste.no_name"),
        (1, "members", "paste.no_department"),
    ]
    assert "財務課" in problem_words(found[2])


def test_a_member_needs_a_name_a_known_part_department_and_committee() -> None:
    good = ("佐藤", "副町長", "委員長", "総務課", "推進委員会")
    table = rows(
        good,
        ("", "課長", "", "", "推進本部"),
        ("鈴木", "", "書記長", "", "推進本部"),
        ("田中", "", "", "財務課", "推進本部"),
        ("高橋", "", "", "", "推進会"),
        ("渡辺", "", "", "", ""),
        ("佐藤", "副町長", "", "", "推進委員会"),
        ("伊藤", "", "会長", "", "推進委員会"),
        ("山本", "課\x00長", "", "", "推進本部"),
    )
    assert told(check_members(table, NAMES, BODIES)) == [
        (2, "name", "member.empty"),
        (3, "position", "member.position"),
        (4, "department", "paste.no_department"),
        (5, "body", "body.unknown"),
        (6, "body", "paste.no_body"),
        (7, "name", "paste.twice"),
        (8, "position", "paste.second_chair"),
        (9, "title", "text.character"),
    ]


def test_two_people_of_one_name_differ_by_their_post() -> None:
    table = rows(("佐藤", "総務課長", "", "", ""), ("佐藤", "税務課長", "", "", ""))
    assert check_members(table, NAMES, ["推進委員会"]) == ()


def test_an_empty_cell_means_the_only_committee() -> None:
    assert body_of("", ["推進委員会"]) == "推進委員会"
    assert body_of("", BODIES) is None
    assert body_of("推進本部", BODIES) == "推進本部"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("推進委員会", "大多喜町DX推進委員会"),
        ("ＤＸ推進委員会", "大多喜町DX推進委員会"),
        ("大多喜町", "大多喜町DX推進委員会"),
        ("専門部会", "DX推進チーム（専門部会）"),
        ("DX推進", "DX推進チーム（専門部会）"),
        ("推進", None),
        ("推進会", None),
    ],
)
def test_a_part_of_its_name_means_a_committee_where_no_other_has_it(typed: str, meant: str | None) -> None:
    assert body_of(typed, ["大多喜町DX推進委員会", "DX推進チーム（専門部会）"]) == meant


def test_the_whole_name_of_one_committee_may_begin_that_of_another() -> None:
    assert body_of("推進委員会", ["推進委員会", "推進委員会幹事会"]) == "推進委員会"


@pytest.mark.parametrize(("word", "key"), POSITIONS.items())
def test_words_for_a_part_are_known_in_any_width(word: str, key: str) -> None:
    assert position(f" {word}　") == key


def test_places_are_told_as_people_count_rows() -> None:
    (problem,) = check_members(rows(("", "課長", "", "", "")), NAMES, ["推進委員会"])
    assert problem.place == "1行目・名前"
    assert MEMBERS.columns[0].key == problem.values["column"]
