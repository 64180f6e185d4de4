"""The decision box of a 個票: all that is to be decided on the page, or on 別紙."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dxdesk.documents.page import FRAME_T
from dxdesk.domain.sheets import DepartmentAnswer
from tests.documents.page_checks import outside, overlapping
from tests.documents.test_initiative_sheet import of_length, page_texts, printed, text_of


@pytest.mark.parametrize(("length", "pages"), [(90, 1), (300, 2)])
def test_what_to_decide_goes_on_a_page_of_its_own_only_where_the_box_cuts_it(length: int, pages: int) -> None:
    found, value = of_length((44, 33, 22))
    asked = replace(value, item=replace(value.item, ask=text_of(length)))
    texts = page_texts(printed(found, asked).pdf)
    assert len(texts) == pages
    assert ("…（別紙）" in texts[0]) == (pages > 1)
    assert text_of(length) in texts[-1]


def test_on_two_sides_the_front_points_to_the_back_where_all_of_it_stands() -> None:
    found, value = of_length((120, 120, 120))
    asked = replace(value, item=replace(value.item, ask=text_of(96)))
    front, back = page_texts(printed(found, asked).pdf)
    assert "…（裏面）" in front
    assert text_of(96) in back


def test_the_box_grows_into_the_free_room_of_its_page_for_all_that_is_to_be_decided() -> None:
    found, value = of_length((20, 20, 20))
    asked = replace(value, item=replace(value.item, ask=text_of(200)), pairs=(), years=(), texts=())
    (text,) = page_texts(printed(found, asked).pdf)
    assert text_of(200) in text
    assert "（別紙）" not in text


def test_all_that_does_not_fit_the_sheet_stands_on_one_separate_page() -> None:
    found, value = of_length((44, 33, 22))
    answers = tuple(
        DepartmentAnswer(f"第{at}課", "warn", "検討", text_of(30), text_of(20), text_of(20)) for at in range(6)
    )
    asked = replace(value, item=replace(value.item, ask=text_of(600)), answers=answers)
    result = printed(found, asked)
    front, separate = page_texts(result.pdf)
    assert "…（別紙）" in front
    assert text_of(600) in separate
    assert "各課の回答課状況・段階" in separate
    assert "第5課" in separate
    assert outside(result.pdf, FRAME_T) == []
    assert overlapping(result.pdf) == []
