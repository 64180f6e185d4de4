"""前回の決定と宿題の処理状況: the decisions of the last meeting beside its 宿題, each with how far it is and why."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pypdfium2
import pytest

from dxdesk.documents.frames import FRAME_T, Footer
from dxdesk.documents.last_meeting import lay_last_meeting
from dxdesk.documents.page import Sheet
from dxdesk.domain.action_items import ListedAction
from dxdesk.domain.last_meeting import DecidedLast, LastMeeting, meeting_before
from dxdesk.domain.meetings import ActionItem, ActionState, Decision, NumberedAction
from dxdesk.domain.plan_parts import Department
from dxdesk.domain.settings import Settings
from tests.documents.page_checks import check_golden, outside, overlapping, smallest
from tests.documents.reading import page_texts, texts
from tests.documents.sample_outlines import LONG_NAME
from tests.meeting_samples import RECORD

OFFICE = Department("d1", "政策企画課")
BEFORE = replace(RECORD.meeting, id="before", day=date(2024, 9, 10))


def action(
    at: int, state: ActionState, outcome: str | None, text: str = "月別の予測を表にする。", owner: Department = OFFICE
) -> ListedAction:
    item = ActionItem(f"x{at}", at, 1, None, (owner.id,), date(2024, 12, 27), text, state, outcome)
    return ListedAction(NumberedAction(f"6-{at}", BEFORE, item), (owner,), None, "", "第1回", False)


ACTIONS = (action(1, "done", "表にした。"), action(2, "open", "集計に時間がかかる。"), action(3, "carried", None))


def decided(at: int, text: str = "移行を2段階に分ける。", subject: str = "標準化・共通化") -> DecidedLast:
    return DecidedLast(f"6-{at}", Decision(f"k{at}", at, 1, None, "amended", text), subject, ACTIONS[:2])


def value(
    decisions: tuple[DecidedLast, ...] = (decided(1),), actions: tuple[ListedAction, ...] = ACTIONS
) -> LastMeeting:
    name = "令和6年度第1回デジタル化推進員会議"
    return LastMeeting(Settings(), name, BEFORE.day, decisions, actions, date(2025, 2, 6))


def printed(found: LastMeeting) -> bytes:
    sheet = Sheet(FRAME_T, "会議資料", footer=Footer("大河原町"), number="資料6")
    lay_last_meeting(sheet, found)
    return sheet.finish().pdf


def check(pdf: bytes) -> None:
    assert outside(pdf, FRAME_T) == []
    assert overlapping(pdf) == []
    assert smallest(pdf) >= 7.5


def test_the_name_of_a_unit_stands_whole_behind_or_below_its_number() -> None:
    subjects = (
        "6 標準化・共通化",
        "住民-3 マイナンバーカード",
        "7-1 いきいき暮らす仕組み",
        "行政-2 デジタルで業務効率化",
    )
    named = tuple(decided(at, subject=each) for at, each in enumerate(subjects, start=1))
    page = pypdfium2.PdfDocument(printed(value(named)))[0]
    text = page.get_textpage().get_text_range()
    assert all(each in text for each in subjects[:3])
    assert "行政-2\r\nデジタルで業務効率化" in text


def test_decisions_stand_beside_their_action_items_with_state_and_reason() -> None:
    pdf = printed(value())
    check(pdf)
    text, _ = texts(pdf)
    for words in ("決6-1移行を2段階に分ける。", "修正決定", "宿6-1対応済み", "宿6-2対応中", "集計に時間がかかる。"):
        assert words in text
    assert "対応済み1／3件" in text
    assert "日過ぎ" in text


def test_the_town_s_own_word_stands_for_the_action_items() -> None:
    text, _ = texts(printed(replace(value(), settings=Settings(action_word="指示事項"))))
    assert "前回の決定と指示事項の処理状況" in text
    assert "宿題" not in text


def test_what_there_was_nothing_of_is_said_in_a_sentence() -> None:
    text, _ = texts(printed(value((), ())))
    assert "前回の会議で決定したことはない。" in text
    assert "処理を報告する宿題はない。" in text


@pytest.mark.parametrize("count", [1, 30, 300])
def test_many_of_both_go_on_under_their_heads(count: int) -> None:
    decisions = tuple(decided(at) for at in range(1, count + 1))
    pdf = printed(value(decisions, tuple(action(at, "open", "理由。") for at in range(1, count + 1))))
    check(pdf)
    assert all("処理状況" in page for page in page_texts(pdf))


def test_long_names_and_texts_of_4000_characters_print_whole() -> None:
    long = "窓口の手続を順に見直して、関係する課と調整する。" * 160
    owner = Department("d2", LONG_NAME)
    pdf = printed(value((decided(1, long, LONG_NAME),), (action(1, "open", long, long, owner),)))
    check(pdf)
    assert texts(pdf)[0].count("窓口の手続を順に見直して") > 300


def test_the_same_value_gives_the_same_bytes_and_the_text_as_kept() -> None:
    assert printed(value()) == printed(value())
    check_golden("last_meeting", printed(value()))


def test_the_meeting_before_is_that_of_the_same_body() -> None:
    other = replace(BEFORE, id="other", body="b9", day=date(2024, 12, 1))
    held = replace(BEFORE, id="held", day=date(2025, 2, 13))
    later = replace(BEFORE, id="later", day=date(2025, 3, 1))
    assert meeting_before(held, (BEFORE, other, held, later)) == BEFORE
    assert meeting_before(held, (other, held)) == other
    assert meeting_before(BEFORE, (BEFORE, held)) is None
