"""A name is never cut beside its pill: it is the short name of the unit, or it takes more lines."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtGui import QFontMetricsF

from dxdesk.ui.initiatives.names import group_lines, name_lines, name_room
from dxdesk.ui.initiatives.rows import Row, tree_rows
from dxdesk.ui.theme import desktop_font
from tests.documents.sample_boards import scene
from tests.plan_samples import TOWNS
from tests.ui.initiatives.sources import made_up_plan, source_of, town_source, with_card

LARGE = 1.15
PANEL, FIXED = 404, 100 + 154 + 72
WIDTH = 1366 - (PANEL + FIXED) * LARGE - 14
"""Width of the column of names at 大 in a window 1366 wide, with a scroll bar: there owners leave it their room."""


def fits(words: str, room: float) -> bool:
    return QFontMetricsF(desktop_font("body", LARGE, bold=True)).horizontalAdvance(words) <= room


@pytest.mark.parametrize("town", TOWNS)
@pytest.mark.parametrize("by", ["axis", "status"])
def test_at_large_letters_no_name_of_the_five_plans_is_cut_beside_its_pill(town: str, by: str) -> None:
    source = town_source(town)
    for unit in source.plan.units:
        source = with_card(source, unit.code or "", agenda_number=12)
    for row in tree_rows(source, by):
        if row.kind == "unit":
            room = name_room(row, WIDTH - 28 * 3, LARGE)
            lines = name_lines(row, room, LARGE)
            assert all(fits(line, room) for line in lines), row.name
            assert len(lines) == 1 or "".join(lines) == row.name


@pytest.mark.parametrize("town", TOWNS)
def test_names_of_axes_are_whole_too(town: str) -> None:
    for row in tree_rows(town_source(town)):
        if row.kind == "group" and row.counts:
            lines = group_lines(row, WIDTH - 28 * 2, LARGE)
            assert "".join(lines) == row.name
            assert len(lines) <= 3


def unit_row(name: str, short: str | None) -> Row:
    source = source_of(scene(plan=made_up_plan(1, lambda _at: name)))
    card = replace(source.board.cards[0], short_name=short)
    row = next(row for row in tree_rows(source) if row.kind == "unit")
    return replace(row, card=card)


def test_the_full_name_stands_where_it_fits_and_the_short_one_only_where_it_does_not() -> None:
    row = unit_row("行政手続のオンライン化を進める取組", "手続オンライン")
    assert name_lines(row, 1000, 1.0) == ["行政手続のオンライン化を進める取組"]
    assert name_lines(row, 150, 1.0) == ["手続オンライン"]


def test_without_a_short_name_it_takes_more_lines_but_no_more_than_three() -> None:
    name = "行政手続のオンライン化を進めるための庁内の準備と町民への案内をする取組"
    lines = name_lines(unit_row(name, None), 300, 1.0)
    assert len(lines) == 2
    assert "".join(lines) == name
    assert len(name_lines(unit_row(name, None), 60, 1.0)) == 3


def test_a_pill_and_an_axis_before_the_number_take_room_from_the_name() -> None:
    row = unit_row("名前", None)
    assert name_room(replace(row, pill="協議1"), 300, 1.0) < name_room(row, 300, 1.0)
    assert name_room(replace(row, lead="住民"), 300, 1.0) < name_room(row, 300, 1.0)
