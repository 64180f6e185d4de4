"""The official letter: where its lines stand, what is left to be written by hand, how its pages are numbered."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dxdesk.documents.inquiry import compose_inquiry
from dxdesk.documents.letter import EM, letter_frame
from dxdesk.documents.page import FRAME_D
from dxdesk.domain.letters import DepartmentAsked
from dxdesk.domain.paper import Paper
from dxdesk.domain.settings import Settings
from tests.documents.page_checks import outside, overlapping
from tests.documents.reading import page_texts, word_boxes
from tests.documents.sample_letters import BARE, HEAD, SENDER, TOWN_LIFE, many

PLAIN = Settings()


def right_of(pdf: bytes, last: str, line: int) -> float:
    """The right edge of a character on one of the first lines of a letter, mm."""
    top = 25.0 + line * 17.5 / 72 * 25.4
    return max(right for character, _, y, right, _ in word_boxes(pdf) if character == last and top <= y < top + 6.2)


def test_a_line_holds_42_characters_and_41_where_the_town_binds() -> None:
    assert round(letter_frame(PLAIN).width / EM) == 42
    assert round(letter_frame(Settings(paper=Paper(binding=True))).width / EM) == 41


def test_number_day_and_sender_end_one_and_two_characters_before_the_edge() -> None:
    pdf = compose_inquiry([TOWN_LIFE], HEAD, PLAIN).pdf
    edge = letter_frame(PLAIN).right
    assert right_of(pdf, "号", 0) == pytest.approx(edge - EM, abs=0.8)
    assert right_of(pdf, "日", 1) == pytest.approx(edge - EM, abs=0.8)
    assert right_of(pdf, "議", 5) == pytest.approx(edge - 2 * EM, abs=0.8)
    assert right_of(pdf, "夫", 6) == pytest.approx(edge - 2 * EM, abs=0.8)


def test_what_a_town_did_not_set_is_left_to_be_written_and_never_a_dash() -> None:
    (text,) = page_texts(compose_inquiry([TOWN_LIFE], BARE, PLAIN).pdf)
    assert "令和年月日" in text
    assert "第号" in text
    assert "提出先事務局ファイル名" in text
    assert "担当事務局内線" in text
    assert "―" not in text


def test_the_name_of_a_cycle_stays_as_it_was_typed_whatever_the_digits_of_the_town() -> None:
    settings = Settings(paper=Paper(digits="single"))
    (text,) = page_texts(compose_inquiry([TOWN_LIFE], HEAD, settings).pdf)
    assert "令和6年度第2回の進捗状況（次の２取組）" in text
    assert "令和７年２月13日（木）令和6年度第2回会議" in text


def test_a_known_committee_without_a_chair_leaves_a_line_for_the_name() -> None:
    head = replace(HEAD, sender=replace(SENDER, chair=""))
    assert "委員長大河原町DX全体方針" in page_texts(compose_inquiry([TOWN_LIFE], head, PLAIN).pdf)[0]


def test_the_town_s_way_of_writing_holds() -> None:
    settings = Settings(paper=Paper(punctuation="，．", salutation="殿", body_face="gothic", binding=True))
    pdf = compose_inquiry([TOWN_LIFE], HEAD, settings).pdf
    (text,) = page_texts(pdf)
    assert "町民生活課長殿" in text
    assert "下記のとおり照会しますので，" in text
    assert "、" not in text
    assert outside(pdf, FRAME_D.for_town(Paper(binding=True))) == []


def test_letters_of_one_page_have_no_number_and_each_longer_one_is_counted_by_itself() -> None:
    pages = page_texts(compose_inquiry([TOWN_LIFE, many(12), many(9)], HEAD, PLAIN).pdf)
    assert len(pages) == 5
    assert "／1" not in pages[0].replace("令和6年度第2回／回答", "")
    assert [("1／2" in page, "2／2" in page) for page in pages[1:]] == [(True, False), (False, True)] * 2


def test_the_footer_says_nothing_but_that_a_sample_is_one() -> None:
    assert "見本：内容は架空です" in page_texts(compose_inquiry([TOWN_LIFE], HEAD, PLAIN).pdf)[0]
    assert "見本：" not in page_texts(compose_inquiry([TOWN_LIFE], BARE, PLAIN).pdf)[0]


@pytest.mark.parametrize("name", ["税", "あ" * 40, "総務課" * 30])
def test_names_of_any_length_stay_on_the_paper(name: str) -> None:
    sender = replace(SENDER, committee=name, chair=name[:60], office=name)
    asked = DepartmentAsked(name, TOWN_LIFE.units)
    pdf = compose_inquiry([asked], replace(HEAD, sender=sender, plan_title=name, place=name), PLAIN).pdf
    assert outside(pdf, letter_frame(PLAIN)) == []
    assert overlapping(pdf) == []
