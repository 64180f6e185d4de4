"""Pieces that stay whole in their lines."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dxdesk.documents.packing import packed, packed_text
from dxdesk.documents.paragraph import lines_of
from dxdesk.documents.styles import CELL
from dxdesk.documents.text_style import Span, plain

WIDTH = 60.0


def test_a_number_never_parts_from_its_name() -> None:
    pieces = [f"{at} 取組その{at}" for at in range(1, 20)]
    text = packed_text(pieces, CELL, WIDTH)
    assert text.replace("\n", "") == "、".join(pieces)
    assert all(line.startswith(tuple(pieces)) for line in text.split("\n"))
    assert list(lines_of(text, CELL, WIDTH)) == text.split("\n")


def test_a_piece_wider_than_the_column_breaks_within_itself() -> None:
    text = packed_text(["短い", "長" * 60, "次"], CELL, WIDTH)
    assert text == "短い、\n" + "長" * 60 + "、\n次"


def test_bold_pieces_stay_bold_and_spaces_end_no_line() -> None:
    found = packed(
        [Span("2／3", bold=True), Span("未回答 13 産学官連携による地域活性化"), Span("協議1")], CELL, WIDTH, "　"
    )
    assert found[0].bold
    assert not any(line.endswith("　") for line in plain(found).split("\n"))


def test_nothing_gives_nothing() -> None:
    assert packed([], CELL, WIDTH) == ()


@given(st.lists(st.text("1あ漢（）", min_size=1, max_size=12), max_size=12))
def test_every_line_that_is_set_begins_with_a_piece(pieces: list[str]) -> None:
    text = packed_text(pieces, CELL, WIDTH)
    assert text.replace("\n", "") == "、".join(pieces)
    assert len(lines_of(text, CELL, WIDTH)) == len(text.split("\n"))
