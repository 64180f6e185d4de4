"""The list of all units on pairs of A4."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dxdesk.documents.page import FRAME_Y
from tests.documents.page_checks import outside, overlapping
from tests.documents.reading import page_texts, squeezed, texts, word_boxes
from tests.documents.sample_boards import ISSUES, NEXT, PLANS, RESULTS, load_plan, scene
from tests.documents.test_initiative_list import printed, text_of


def test_the_words_of_the_counts_stay_whole_beside_numbers_of_two_digits() -> None:
    pdf = printed(scene("miharu", statuses=("miss",) * 20 + ("ok",)), paper="A4").pdf
    strip = "".join(box[0] for box in word_boxes(pdf) if 36 < box[2] < 46)
    for word in ("遅れ", "要注意", "順調", "未着手", "未回答"):
        assert word in strip
    assert outside(pdf, FRAME_Y) == []
    assert overlapping(pdf) == []


@pytest.mark.parametrize("name", PLANS)
def test_pairs_of_a4_hold_eight_rows_and_everything_the_folded_sheet_holds(name: str) -> None:
    found = scene(name)
    result = printed(found, paper="A4")
    assert result.pages % 2 == 0
    assert outside(result.pdf, FRAME_Y) == []
    assert overlapping(result.pdf) == []
    text, _ = texts(result.pdf)
    answered = sum(card.status != "miss" for card in found.board.cards)
    for each in (RESULTS, ISSUES, NEXT):
        assert text.count(squeezed(each)) == answered


def test_an_axis_that_is_parted_between_pairs_leaves_room_for_its_name_on_both() -> None:
    plan = load_plan("miharu")
    left_out = {unit.id for unit in plan.units[16:]}
    nodes = tuple(each for each in plan.nodes if each.id not in left_out and each.parent not in left_out)
    pages = page_texts(printed(scene(plan=replace(plan, nodes=nodes)), paper="A4").pdf)
    sides = [page[page.index("組目の") - 1 :][:5] for page in pages]
    assert sides == [f"{pair}組目の{side}" for pair in range(1, len(pages) // 2 + 1) for side in "左右"]


def test_the_left_page_of_a_pair_fills_its_wider_columns_and_no_pair_is_nearly_empty() -> None:
    pdf = printed(scene("kahoku"), paper="A4").pdf
    boxes = word_boxes(pdf)
    words = "オンラインの決済手段（QRコード、クレジット決済、電子マネー等）を増やす"
    start = "".join(each[0] for each in boxes).index(words)
    assert len({round(each[4]) for each in boxes[start : start + len(words)] if each[0] in "オを増"}) == 1
    assert [text.count(squeezed(NEXT)) for text in page_texts(pdf)[1::2]] == [5, 5, 3]


@pytest.mark.parametrize("answer", [("短い。", None, "次"), (text_of(4_000), None, "次")])
def test_every_pair_is_one_left_and_one_right_page_with_the_same_rows_at_the_same_heights(
    answer: tuple[str | None, ...],
) -> None:
    found = scene("miharu", texts=answer, statuses=("ok", "miss"))
    if len(answer[0] or "") > 100:
        found = replace(found, board=replace(found.board, cards=found.board.cards[:1]))
    pdf = printed(found, paper="A4").pdf
    pages = page_texts(pdf)
    for at, page in enumerate(pages):
        assert f"（{at // 2 + 1}組目の{'左右'[at % 2]}）" in page
    for at in range(0, len(pages), 2):
        left, right = numbers(pdf, at, 26.5, 38.0), numbers(pdf, at + 1, 15.0, 24.2)
        assert right
        assert left == right


def numbers(pdf: bytes, page: int, left: float, right: float) -> list[tuple[str, float]]:
    """The characters of the column 番号 between so many mm, with how far down they stand."""
    boxes = word_boxes(pdf, page)
    return [(box[0], round(box[2], 1)) for box in boxes if left < box[1] < right and 57 < box[2] < 194]
