"""Two towns side by side: every document follows what a town has chosen, and leaves alone what people typed."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from dxdesk.documents.frames import FRAME_A3, FRAME_D, FRAME_M, FRAME_T, FRAME_Y
from dxdesk.documents.inquiry import compose_inquiry
from dxdesk.documents.letter import LINE, letter_frame
from dxdesk.documents.reminder import compose_reminder
from dxdesk.domain.paper import Paper
from dxdesk.domain.settings import Settings
from tests.documents.page_checks import check_golden, outside, overlapping, smallest
from tests.documents.reading import fonts, page_texts, texts, word_boxes
from tests.documents.sample_letters import DUE, HEAD, NOW, QUESTION, TRADE, many
from tests.documents.sample_towns import DOCUMENTS, LETTERS, OTHER, frame_of

OURS = Settings(paper=OTHER)
NARROW = Paper(margins=(35, 35, 35, 15), years="both")
WIDE = Paper(margins=(20, 18, 20, 15))
TYPED = ("令和5年3月", "R7.1.28")
"""The plan's own words for when it was issued, and a day that a sample gives as it stands."""
KEPT = ("approval", "circulation", "invitation")


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_town_with_other_settings_prints_accordingly(name: str) -> None:
    printed = DOCUMENTS[name](OURS)
    check_golden(f"{name}_other_town", printed.pdf)
    assert DOCUMENTS[name](OURS).pdf == printed.pdf


@pytest.mark.parametrize("name", KEPT)
def test_a_town_that_chose_nothing_prints_as_it_was_agreed(name: str) -> None:
    check_golden(name, DOCUMENTS[name](Settings()).pdf)


@pytest.mark.parametrize("name", DOCUMENTS)
@pytest.mark.parametrize("paper", [OTHER, NARROW, WIDE], ids=["other", "narrow", "wide"])
def test_every_document_keeps_within_the_margins_of_the_town(name: str, paper: Paper) -> None:
    settings = Settings(paper=paper)
    pdf = DOCUMENTS[name](settings).pdf
    assert outside(pdf, frame_of(name, settings)) == []
    assert overlapping(pdf) == []
    assert smallest(pdf) >= 7.0


@pytest.mark.parametrize("name", DOCUMENTS)
def test_no_day_of_ours_stands_in_an_era_where_the_town_writes_western_years(name: str) -> None:
    text = "".join(page_texts(DOCUMENTS[name](OURS).pdf))
    for typed in TYPED:
        text = text.replace(typed, "")
    assert not re.findall(r"令和\d+年\d|令和　*年|(?<![A-Z\d-])R\d\.\d", text)
    assert "2025" in text


@pytest.mark.parametrize("margins", [(25, 25, 30, 17), (30, 20, 22, 25), (20, 35, 25, 20)])
def test_the_text_of_a_letter_begins_and_ends_at_the_margins(margins: tuple[int, int, int, int]) -> None:
    settings = Settings(paper=Paper(margins=margins))
    top, bottom, left, right = margins
    pdf = compose_inquiry([many(8)], HEAD, settings).pdf
    boxes = [box for box in word_boxes(pdf, 0) if box[2] < 280]
    assert min(box[1] for box in boxes) == pytest.approx(left, abs=4.4)
    assert max(box[3] for box in boxes) <= 210 - right + 0.1
    assert min(box[2] for box in boxes) >= top
    assert max(box[4] for box in boxes) <= 297 - bottom + 0.1
    body = [box for box in boxes if box[0] in "さるよう"]
    assert min(box[1] for box in body) >= left


def test_the_grid_has_42_characters_in_40_lines() -> None:
    frame = letter_frame(OURS)
    assert round(frame.width / (11 / 72 * 25.4)) == 42
    assert round((frame.bottom - frame.body) / LINE) == 40


def test_what_is_folded_or_bound_at_the_top_keeps_its_margins() -> None:
    assert [frame.for_town(OTHER) for frame in (FRAME_A3, FRAME_Y)] == [FRAME_A3, FRAME_Y]
    moved = [frame.for_town(replace(OTHER, margins=(30, 20, 30, 17))) for frame in (FRAME_D, FRAME_M, FRAME_T)]
    assert [(each.left, each.right) for each in moved] == [(30, 193)] * 3
    assert [(each.body, each.next_body, each.bottom) for each in moved] == [
        (30, 30, 277), (40, 30, 277), (28, 20.6, 278),
    ]  # fmt: skip


def test_what_people_typed_keeps_its_marks_and_digits() -> None:
    pdf = compose_reminder([TRADE], HEAD, OURS, due=DUE, now=NOW).pdf
    assert QUESTION in "".join(page_texts(pdf))
    course = "".join(page_texts(DOCUMENTS["minutes"](OURS).pdf))
    assert "移行を2段階に分け、窓口の4業務を先に行う。" in course


@pytest.mark.parametrize("name", [*LETTERS, "minutes", "agenda", "approval"])
def test_gothic_is_set_where_the_town_has_no_mincho(name: str) -> None:
    used = set(fonts(DOCUMENTS[name](OURS).pdf))
    assert not [each for each in used if "Mincho" in each]
    assert [each for each in fonts(DOCUMENTS[name](Settings()).pdf) if "Mincho" in each]


def test_a_letter_without_number_and_day_begins_with_its_addressee() -> None:
    settings = Settings(paper=Paper(document_number="", dated=False))
    text = texts(compose_reminder([TRADE], HEAD, settings, due=DUE, now=NOW).pdf)[0]
    assert text.lstrip().startswith("商工観光課長")
    assert "付けで照会した" in "".join(text.split())
    text = texts(compose_reminder([TRADE], HEAD, Settings(), due=DUE, now=NOW).pdf)[0]
    assert text.lstrip().startswith("第")


def test_boxes_of_a_long_list_of_roles_stand_in_rows_of_nine() -> None:
    roles = tuple(f"第{at}課長" for at in range(1, 13))
    settings = Settings(paper=Paper(approvers=roles, consulted=("会計課",)))
    pdf = DOCUMENTS["approval"](settings).pdf
    text = "".join(page_texts(pdf))
    assert all(role in text for role in roles)
    assert text.count("決裁") >= 2
    assert outside(pdf, frame_of("approval", settings)) == []
    assert overlapping(pdf) == []
