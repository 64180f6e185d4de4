"""Which rows a filter and a search leave."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dxdesk.domain.collection import Cell, Merged, UnitRow
from dxdesk.ui.collect.rows import FILTERS, Filter, MatrixRow, fits, visible
from tests.ui.collect.sources import rows


def codes(found: tuple[MatrixRow, ...]) -> list[str]:
    return [row.code for row in found if row.row]


@given(st.integers(0, 30), st.sampled_from([None, *FILTERS]), st.sampled_from(["", "1", "手続", "ないもの"]))
def test_no_head_stands_without_a_unit_and_order_stays(count: int, chosen: Filter | None, words: str) -> None:
    whole = rows(count)
    found = visible(whole, chosen, words)
    places = [whole.index(row) for row in found]
    assert places == sorted(places)
    for place, row in enumerate(found):
        if row.row is None:
            assert found[place + 1].row is not None
        else:
            assert chosen == "merge" or any(fits(each, chosen) for each in row.row.cells.values())


def test_words_are_found_by_number_and_name_whatever_their_width() -> None:
    whole = rows(13)
    assert codes(visible(whole, None, "１２")) == ["12"]
    assert codes(visible(whole, None, "おんらいん 3")) == ["3"]
    assert codes(visible(whole, None, "おんらいん 99")) == []


def test_the_filter_of_drawing_together_leaves_units_that_wait_for_it() -> None:
    cells = {"d": Cell("d", "accepted")}
    stands: tuple[Merged, ...] = ("open", "ready", "settled")
    whole = [MatrixRow(each, each, UnitRow(each, cells, each, 1), each) for each in stands]
    assert codes(visible(whole, "merge", "")) == ["ready"]


def test_drawing_together_and_confirming_have_their_words() -> None:
    def row(merged: Merged, *cells: Cell) -> MatrixRow:
        found = {each.department: each for each in cells}
        return MatrixRow("u", "手続", UnitRow("u", found, merged, 1))

    signed, unsigned = Cell("a", "accepted", confirmed=True), Cell("b", "submitted")
    words: dict[Merged, str] = {
        "single": "―",
        "open": "1／2",
        "ready": "1／2 待ち",
        "settled": "✓ 確定",
        "revise": "見直しが必要",
        "conflict": "くいちがい",
    }
    assert {each: row(each, signed, unsigned).merged_words for each in words} == words
    seen = [row("open", *each).confirmed_words for each in ((signed,), (signed, unsigned), (unsigned,), ())]
    assert seen == ["✓", "1／2", "", ""]
    assert row("ready", signed).spoken_last(1) == "手続、取りまとめ待ち、1課のうち1課を受理"
    assert row("revise", signed).spoken_last(1) == "手続、取りまとめは見直しが必要"
    assert MatrixRow("axis", "軸").spoken_last(1) == "軸"
