"""Tables from the clipboard: whatever the separators, widths and orders, every cell lands where it is meant to."""

from __future__ import annotations

import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dxdesk.domain.errors import Problem
from dxdesk.domain.pasted import DEPARTMENTS, GROUPS, MEMBERS, MOST_ROWS, OUTLINE, TableRow, laid_over, read_table, tidy
from dxdesk.domain.text import fold

FORMS = (DEPARTMENTS, GROUPS, MEMBERS, OUTLINE)
NARROW = string.digits + string.ascii_letters
WIDE = {ord(each): ord(each) + 0xFEE0 for each in NARROW}
LETTERS = st.text(st.sampled_from("総務課税町ＤＸdx12 　・（）'\"髙﨑"), max_size=12)
CELLS = LETTERS.map(tidy).filter(lambda text: not text.startswith('"'))
BLANKS = st.sampled_from(["", " ", "　", "\u200b", " 　", "\ufeff"])


def rows_of(*cells: tuple[str, ...]) -> tuple[TableRow, ...]:
    return tuple(TableRow(each) for each in cells)


def table(rows: list[list[str]], end: str = "\r\n") -> str:
    return "".join("\t".join(row) + end for row in rows)


@given(st.data())
@settings(max_examples=120)
def test_columns_in_any_order_under_any_heading_land_in_their_column(data: st.DataObject) -> None:
    form = data.draw(st.sampled_from(FORMS))
    order = data.draw(st.permutations(range(len(form.columns))))
    named = [form.columns[place].heading for place in order]
    if data.draw(st.booleans()):
        named = [each.translate(WIDE) for each in named]
    rows = data.draw(st.lists(st.tuples(*[CELLS] * len(form.columns)), min_size=1, max_size=30))
    around = [[data.draw(BLANKS) + row[place] + data.draw(BLANKS) for place in order] for row in rows]
    end = data.draw(st.sampled_from(["\r\n", "\n", "\r"]))
    expected = tuple(TableRow(row) for row in rows if any(row))
    if not expected:
        return
    assert read_table(table([named, *around], end), form).rows == expected


@given(st.lists(st.tuples(CELLS.filter(bool), CELLS), min_size=1, max_size=20))
def test_without_headings_columns_come_in_the_order_of_the_form(rows: list[tuple[str, str]]) -> None:
    text = table([["課の名前", "略称"], *map(list, rows)])
    assert read_table(text, DEPARTMENTS).rows == tuple(map(TableRow, rows))


def test_any_of_the_usual_headings_names_a_column() -> None:
    for form in FORMS:
        for place, column in enumerate(form.columns):
            for heading in (column.heading, *column.also):
                alone = read_table(f"{heading}\tほかの列\nあ\tい\n", form)
                found = [cell for cell in alone.rows[0].cells if cell]
                assert found == ["あ"], (form.key, heading)
                assert heading != column.heading or alone.rows[0].cells[place] == "あ"


def test_columns_that_nobody_asked_for_are_left_out_and_named() -> None:
    pasted = read_table("No.\t課名\t電話\n1\t総務課\t1234\n", DEPARTMENTS)
    assert pasted.rows == rows_of(("総務課", ""))
    assert pasted.left_out == ("No.", "電話")


def test_a_row_of_a_member_is_no_row_of_headings() -> None:
    pasted = read_table("佐藤\t課長\t委員\t総務課\t委員会\n", MEMBERS)
    assert pasted.rows == rows_of(("佐藤", "課長", "委員", "総務課", "委員会"))


def test_a_column_that_only_numbers_the_rows_is_not_a_name() -> None:
    assert read_table("1\t総務課\n２\t税務課\n", DEPARTMENTS).rows == rows_of(("総務課", ""), ("税務課", ""))


def test_commas_part_cells_where_there_is_no_tab() -> None:
    assert read_table("課名,略称\n総務課,総務\n税務課，税務\n", DEPARTMENTS).rows == rows_of(
        ("総務課", "総務"), ("税務課", "税務")
    )


def test_a_cell_of_two_lines_stays_one_cell() -> None:
    text = '"健康福祉課\n（保健センター）"\t"""福祉"""\r\n総務課\t\r\n'
    assert read_table(text, DEPARTMENTS).rows == rows_of(("健康福祉課 （保健センター）", '"福祉"'), ("総務課", ""))


def test_a_quotation_mark_alone_swallows_nothing() -> None:
    assert read_table('"総務課\t総務\n税務課\t\n', DEPARTMENTS).rows == rows_of(('"総務課', "総務"), ("税務課", ""))


@pytest.mark.parametrize("text", ["", "\n\n", "\t\t\n　\t", "課の名前\t略称\n"])
def test_a_text_without_rows_is_refused(text: str) -> None:
    with pytest.raises(Problem, match=r"paste\.empty"):
        read_table(text, DEPARTMENTS)


def test_cells_without_a_column_are_refused_and_nothing_is_half_taken() -> None:
    with pytest.raises(Problem, match=r"paste\.columns"):
        read_table("総務課\t総務\t1234\n", DEPARTMENTS)


def test_more_rows_than_any_town_has_are_refused() -> None:
    with pytest.raises(Problem, match=r"paste\.too_many_rows"):
        read_table("課\n" * (MOST_ROWS + 2), DEPARTMENTS)


def test_pasted_rows_keep_the_id_of_what_they_name_and_bring_their_order() -> None:
    standing = (TableRow(("町民課", "町民"), "a"), TableRow(("ＤＸ課", ""), "b"), TableRow(("税務課", ""), "c"))
    pasted = rows_of(("総務課", ""), ("DX課", "DX"), ("町民課", ""))
    assert laid_over(pasted, standing, (0,)) == (
        TableRow(("総務課", "")),
        TableRow(("DX課", "DX"), "b"),
        TableRow(("町民課", "町民"), "a"),
        TableRow(("税務課", ""), "c"),
    )


@given(st.lists(CELLS.filter(bool), unique_by=fold, max_size=12), st.lists(CELLS.filter(bool), max_size=12))
def test_nothing_that_stands_is_lost_by_a_paste(standing: list[str], pasted: list[str]) -> None:
    before = [TableRow((name, ""), str(place)) for place, name in enumerate(standing)]
    after = laid_over([TableRow((name, "")) for name in pasted], before, (0,))
    ids = [row.id for row in after if row.id is not None]
    assert sorted(ids) == sorted(str(place) for place in range(len(standing)))
    assert [row.cells[0] for row in after[: len(pasted)]] == pasted
