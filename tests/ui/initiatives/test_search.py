"""Search levels widths and kana, keeps the order, and shows what stands around a find."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dxdesk.domain.plan_parts import NodeMark
from dxdesk.ui.initiatives.rows import tree_rows
from dxdesk.ui.initiatives.search import CHIPS, Chip, above, chip_counts, matching, visible_rows
from tests.ui.initiatives.sources import town_source, with_card

KAHOKU = tree_rows(town_source("kahoku"))


def names(words: str, chip: Chip | None = None, kind: str = "unit") -> list[str]:
    return [row.name for row in visible_rows(KAHOKU, words, chip) if row.kind == kind]


@pytest.mark.parametrize("typed", ["マイナンバー", "ﾏｲﾅﾝﾊﾞｰ", "まいなんばー"])
def test_a_name_is_found_in_any_width_and_kana(typed: str) -> None:
    assert names(typed) == ["マイナンバーカードの普及促進・利活用"]


@pytest.mark.parametrize("typed", ["住民-3", "住民－３", "住民―3"])
def test_a_unit_is_found_by_its_code(typed: str) -> None:
    assert names(typed) == ["マイナンバーカードの普及促進・利活用"]


def test_every_word_typed_must_be_there() -> None:
    assert names("業務 効率化") == ["デジタル技術を活用した業務の効率化"]


def test_a_line_of_the_plan_is_found_and_shown_under_its_unit() -> None:
    assert names("防災", kind="field") == ["防災・危機管理分野"]
    assert names("防災") == ["様々な分野における地域DX"]
    assert names("防災", kind="group") == ["地域目線のDX"]


def test_what_stands_below_a_find_stays() -> None:
    lines = names("住民-1", kind="activity")
    assert len(lines) == 2


def test_nothing_is_found_where_nothing_fits() -> None:
    assert visible_rows(KAHOKU, "ありえない") == []


def test_blanks_alone_filter_nothing() -> None:
    assert visible_rows(KAHOKU, "　 ") == list(KAHOKU)


@pytest.mark.parametrize("chip", CHIPS)
def test_a_chip_leaves_as_many_units_as_it_counts(chip: Chip) -> None:
    source = with_card(town_source(), "1", discuss="discuss", agenda_number=None)
    first = source.plan.units[0]
    marked = replace(first, marks=(NodeMark("priority", True),))
    nodes = tuple(marked if each.id == first.id else each for each in source.plan.nodes)
    rows = tree_rows(replace(source, plan=replace(source.plan, nodes=nodes)))
    assert chip_counts(rows)[chip] > 0
    assert sum(row.kind == "unit" for row in visible_rows(rows, "", chip)) == chip_counts(rows)[chip]


def test_search_and_chip_together_leave_what_fits_both() -> None:
    late = names("", "late")
    assert names(late[0], "late") == late[:1]
    assert names(late[0], "miss") == []


@given(st.text(max_size=6), st.sampled_from([None, *CHIPS]))
def test_filters_never_reorder_and_never_show_a_row_without_the_rows_above_it(words: str, chip: Chip | None) -> None:
    shown = visible_rows(KAHOKU, words, chip)
    places = [KAHOKU.index(row) for row in shown]
    assert places == sorted(places)
    keys = {row.key for row in shown}
    assert all(row.parent is None or row.parent in keys for row in shown)
    assert above(shown, matching(shown, words)) <= keys
