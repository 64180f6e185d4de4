"""Which parts a packet has, their order, and their 資料番号."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dxdesk.domain.errors import Problem
from dxdesk.domain.meetings import AgendaItem
from dxdesk.domain.packets import (
    PART_KEYS,
    PART_WORDS,
    PARTS,
    SELDOM,
    Conditions,
    PacketChoice,
    PartKey,
    choice_from,
    numbers,
    part_keys,
    references,
)
from dxdesk.wording.meeting_screen import REST_TITLE

keys = st.lists(st.sampled_from(PART_KEYS), unique=True)
choices = st.builds(
    PacketChoice,
    order=keys.map(tuple),
    left_out=keys.map(frozenset),
    draft=st.booleans(),
    caution=st.booleans(),
    collect=st.booleans(),
    a4=st.booleans(),
    a3=st.booleans(),
    all_sheets=st.booleans(),
    added=keys.map(lambda found: frozenset(found) & SELDOM),
)


def item(number: int, title: str, unit: str | None = None) -> AgendaItem:
    return AgendaItem(f"i{number}", number, "report", unit, unit, title, None, 5)


def test_every_part_has_its_place_and_its_title() -> None:
    assert tuple(part.key for part in PARTS) == PART_KEYS
    assert len({part.title for part in PARTS}) == len(PARTS)


@pytest.mark.parametrize(
    ("found", "missing"),
    [
        (Conditions(first=True, next_year=False, changes=False), {"before", "directions", "changes"}),
        (Conditions(first=False, next_year=False, changes=False), {"directions", "changes"}),
        (Conditions(first=False, next_year=True, changes=True), set()),
        (Conditions(False, True, True, crosswalk=False, terms=False), {"crosswalk", "glossary"}),
        (Conditions(False, True, True, indicators=False, schedule=False), {"indicators", "schedule"}),
        (Conditions(False, True, True, sheets=False), {"sheets"}),
    ],
)
def test_a_first_cycle_looks_back_at_nothing_and_only_the_last_of_a_year_has_directions(
    found: Conditions, missing: set[str]
) -> None:
    assert {key for key in PART_KEYS if not found.allow(key)} == missing


def test_numbers_close_up_where_a_part_is_left_out() -> None:
    found, own = numbers(("agenda", "members", "summary", "sheets", "schedule", "glossary"))
    assert found == {
        "agenda": "", "members": "", "summary": "資料1", "sheets": "資料2", "schedule": "資料3", "glossary": "参考",
    }  # fmt: skip
    assert own == ()


def test_files_of_the_town_are_numbered_behind_the_parts_for_reference() -> None:
    found, own = numbers(("agenda", "list", "glossary"), appended=2)
    assert (found["glossary"], own) == ("参考1", ("参考2", "参考3"))
    assert numbers(("agenda", "list"), appended=1)[1] == ("参考",)


@given(choices, keys)
def test_the_cover_comes_first_and_every_offered_part_stands_once(choice: PacketChoice, offered: list[PartKey]) -> None:
    found = choice.ordered(offered)
    assert sorted(found) == sorted(offered)
    assert "agenda" not in offered or found[0] == "agenda"
    going = {key for key in offered if (key in choice.added if key in SELDOM else key not in choice.left_out)}
    assert set(choice.chosen(offered)) == going | ({"agenda"} & set(offered))


def test_what_is_written_for_the_departments_goes_in_only_where_that_is_wished() -> None:
    assert "guidance" not in PacketChoice().chosen(PART_KEYS)
    wished = PacketChoice().with_part("guidance", True)
    assert wished.chosen(PART_KEYS)[-1] == "guidance"
    assert wished.with_part("guidance", False) == PacketChoice()
    assert "guidance" in PacketChoice().only(("list", "guidance"), PART_KEYS).chosen(PART_KEYS)


@given(choices)
def test_a_choice_is_kept_whole(choice: PacketChoice) -> None:
    assert choice_from(json.loads(json.dumps(choice.record()))) == choice


def test_parts_of_a_later_program_are_passed_over() -> None:
    assert choice_from({"order": ["list", "hologram"], "left_out": ["hologram"]}) == PacketChoice(("list",))


def test_a_new_part_takes_its_usual_place_among_those_a_body_has_ordered() -> None:
    chosen = PacketChoice(order=("sheets", "list"))
    assert chosen.ordered(("agenda", "list", "sheets", "schedule", "summary")) == (
        "agenda", "summary", "sheets", "list", "schedule",
    )  # fmt: skip


@given(choices, st.sampled_from(PART_KEYS), st.integers(-20, 20))
def test_moving_a_part_leaves_the_others_in_their_order(choice: PacketChoice, key: PartKey, steps: int) -> None:
    before = choice.ordered(PART_KEYS)
    after = choice.moved(key, steps, PART_KEYS).ordered(PART_KEYS)
    assert after[0] == "agenda"
    if key != "agenda":
        assert after.index(key) == min(max(before.index(key) + steps, 1), len(before) - 1)
    assert [each for each in after if each != key] == [each for each in before if each != key]


def test_parts_named_on_the_command_line_are_those_and_no_others() -> None:
    offered: tuple[PartKey, ...] = ("agenda", "members", "list", "sheets")
    named = part_keys("sheets、 list", "宿題")
    assert PacketChoice(draft=True).only(named, offered).chosen(offered) == ("agenda", "sheets", "list")
    with pytest.raises(Problem) as refused:
        part_keys("list,ポスター", "宿題")
    assert (refused.value.code, refused.value.values["text"]) == ("packet.part", "ポスター")


def test_parts_are_named_by_their_words_and_titles_as_well() -> None:
    assert part_keys("総括、進捗状況一覧表,前回の決定と対応事項の処理状況，SHEETS", "対応事項") == (
        "summary", "list", "before", "sheets",
    )  # fmt: skip
    assert tuple(PART_WORDS) == PART_KEYS
    assert part_keys("、".join(PART_WORDS.values()), "宿題") == PART_KEYS


def test_items_of_the_agenda_name_the_paper_that_holds_their_matter() -> None:
    numbered: dict[PartKey, str] = {"summary": "資料1", "list": "資料2", "sheets": "資料3", "before": "資料4"}
    items = (
        item(1, "進捗状況の総括について"),
        item(2, "前回の宿題の処理状況について"),
        item(3, "標準化・共通化", "u6"),
        item(4, "手続ガイドライン", "u3"),
        item(5, "その他"),
        item(6, "対応事項について"),
        item(7, REST_TITLE),
    )
    assert references(items, numbered, {"u6": "資料3-1"}, "対応事項") == {
        1: "資料1", 2: "資料4", 3: "資料3-1", 4: "資料2", 6: "資料4", 7: "資料2",
    }  # fmt: skip


def test_without_a_summary_the_list_stands_for_how_far_things_are() -> None:
    assert references((item(1, "進捗"),), {"list": "資料1"}, {}, "宿題") == {1: "資料1"}
    assert references((item(1, "工程の確認"),), {"list": "資料1"}, {}, "宿題") == {}
