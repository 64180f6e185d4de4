"""What is said about the next year, on every paper that shows answers."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dxdesk.documents.confirmation import compose_confirmation
from dxdesk.documents.handwriting import compose_handwriting
from dxdesk.documents.initiative_list import compose_list
from dxdesk.documents.initiative_sheet import compose_sheets
from dxdesk.documents.page import FRAME_T
from dxdesk.domain.letters import Confirmation, WrittenUnit
from dxdesk.domain.paper import Paper
from dxdesk.domain.replies import Answer, Budget, Outlook
from dxdesk.domain.settings import DIRECTION_PRESETS, Settings
from dxdesk.domain.sheets import DepartmentAnswer, occasion
from tests.documents.page_checks import outside, overlapping, smallest
from tests.documents.reading import page_texts
from tests.documents.sample_boards import MADE, PAST, RESULTS, scene, unit_sheet
from tests.documents.sample_letters import ABOUT, HEAD, TRADE
from tests.documents.test_handwriting import form

SOURCE = "新しい地方経済・生活環境創生交付金（1/2）、一般財源"
SAID = Outlook("改善して継続", Budget(True, "12500", SOURCE))


def sound(pdf: bytes) -> None:
    assert outside(pdf, FRAME_T) == []
    assert overlapping(pdf) == []
    assert smallest(pdf) >= 7.5


def test_the_sheet_of_a_unit_shows_it_beside_what_was_said_last_time() -> None:
    found = scene("ogawara", departments=2)
    value = unit_sheet(found, "3")
    item = replace(value.item, outlook=SAID, previous_outlook=Outlook("縮小"))
    own = DepartmentAnswer("町民生活課", "ok", "検討", RESULTS, None, None, SAID)
    result = compose_sheets(
        [replace(value, item=item, answers=(own, *value.answers[1:]))],
        found.board,
        found.plan,
        found.settings,
        made=MADE,
        previous_as_of=PAST.as_of,
    )
    sound(result.pdf)
    text = "".join(page_texts(result.pdf))
    assert "方向性：改善して継続予算：12,500千円（財源：" in text
    assert "方向性：縮小" in text
    assert "次年度の方向性：改善して継続次年度の予算：12,500千円" in text


def test_the_list_says_the_direction_behind_what_is_to_be_done_next() -> None:
    found = scene("ogawara", statuses=("ok",))
    items = tuple(replace(each, outlook=SAID) for each in found.items)
    printed = compose_list(found.board, items, found.plan, found.settings, made=MADE)
    assert page_texts(printed.pdf)[0].count("［次年度：改善して継続］") == len(items)


def test_the_head_of_a_department_sees_what_is_handed_in_about_it() -> None:
    answer = Answer(status="ok", results=RESULTS, direction=SAID.direction, budget=SAID.budget)
    units = (WrittenUnit(TRADE.units[0], answer), WrittenUnit(TRADE.units[1], Answer(status="ok", results=RESULTS)))
    pdf = compose_confirmation([Confirmation("商工観光課", units, "")], HEAD, ABOUT, Settings(), made=MADE).pdf
    sound(pdf)
    (text,) = page_texts(pdf)
    assert text.count("次年度") == 1
    assert "次年度方向性：改善して継続予算：12,500千円" in text


@pytest.mark.parametrize(
    "words", [*DIRECTION_PRESETS.values(), tuple(f"{number}" + "字" * 19 for number in range(10))], ids=len
)
def test_by_hand_a_direction_is_circled_and_a_budget_written_in_the_same_room(words: tuple[str, ...]) -> None:
    found = scene("ogawara")
    about, settings = occasion(found.board, Paper()), replace(found.settings, directions=words)
    asked = compose_handwriting([replace(form(found), next_year=True)], about, settings, made=MADE)
    sound(asked.pdf)
    assert asked.pages == compose_handwriting([form(found)], about, settings, made=MADE).pages
    text = page_texts(asked.pdf)[0]
    assert text.count("次年度の方向性") == text.count("要求しない") == text.count("千円") == 2
    assert ("".join(words) in text) == (len(words) < 10)
    assert text.count("要求しない要求する（千円）額は未定財源") == 2
    assert text.count("1つを○で囲む" if len(words) < 10 else "1つを書く") == 2
