"""The second body of a cycle knows what the first has decided."""

from __future__ import annotations

from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from dxdesk.desk import Desk
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.meetings import Meeting
from dxdesk.operations.agenda import add_item
from dxdesk.operations.agenda_changes import fill_agenda
from dxdesk.operations.meeting_records import record_decision
from dxdesk.store.queries import finding, meetings
from dxdesk.ui.agenda.earlier import EarlierDecisions
from dxdesk.ui.agenda.page import AgendaPage
from dxdesk.ui.agenda.reading import read_agenda
from dxdesk.ui.agenda.rows import candidate_rows, item_rows
from dxdesk.ui.labels import PhraseLabel
from dxdesk.ui.meeting.page import MeetingPage
from dxdesk.wording.meeting_screen import REST_TITLE
from tests.builders import COMMITTEE, HEADQUARTERS
from tests.ui.agenda.hands import choose
from tests.ui.meeting import towns
from tests.ui.meeting.conftest import show_page
from tests.ui.meeting.hands import item

LATER = date(2025, 2, 20)
APPROVED, REFERRED = "推進委員会（2月13日（木））　承認", "推進委員会（2月13日（木））　本部へ付議"


@pytest.fixture
def second(opened: tuple[Desk, Cycle]) -> Meeting:
    """A week after the committee approved one item and referred another, the headquarters meets."""
    desk, cycle = opened
    first = towns.hold(desk, cycle, COMMITTEE)
    desk.do(add_item, first, "discuss", code="重点-1")
    desk.do(add_item, first, "report", code="検討-4")
    desk.do(record_decision, first, 1, "approved", "4月から始める。")
    desk.do(record_decision, first, 2, "referred", "本部の判断を求める。")
    return towns.hold(desk, cycle, HEADQUARTERS, LATER)


def said(widget: EarlierDecisions) -> list[str]:
    return [label.text() for label in widget.findChildren(PhraseLabel) if not label.isHidden()]


def test_what_was_referred_comes_first_and_what_was_decided_is_said(
    opened: tuple[Desk, Cycle], second: Meeting
) -> None:
    desk = opened[0]
    desk.do(fill_agenda, second, REST_TITLE)
    source = desk.ask(read_agenda, second.id)
    assert [(each.item.code, each.item.kind, each.note) for each in item_rows(source)][:3] == [
        ("検討-4", "discuss", REFERRED), ("検討-5", "discuss", ""), ("重点-1", "discuss", APPROVED),
    ]  # fmt: skip
    rows = candidate_rows(source)
    assert (rows[0].words, rows[1].note) == ("付議されたもの", REFERRED)
    assert REFERRED in rows[1].spoken


def test_the_first_body_knows_nothing_of_the_second(opened: tuple[Desk, Cycle], second: Meeting) -> None:
    desk = opened[0]
    desk.do(add_item, second, "discuss", code="検討-5")
    desk.do(record_decision, second, 1, "dropped", "見送る。")
    first = desk.ask(finding.meeting, "2025-02-13")
    assert desk.ask(meetings.earlier_decisions, first) == ()
    assert [each.decision.text for each in desk.ask(meetings.earlier_decisions, second)] == [
        "4月から始める。", "本部の判断を求める。",
    ]  # fmt: skip


def test_the_words_of_the_decisions_stand_beside_the_agenda_and_the_records(
    qtbot: QtBot, opened: tuple[Desk, Cycle], second: Meeting
) -> None:
    page = show_page(qtbot, AgendaPage(*opened))
    page.show_subject(second.id)
    earlier = page.parts.side.findChild(EarlierDecisions)
    assert earlier is not None
    assert earlier.isVisible()
    qtbot.waitUntil(lambda: bool(said(earlier)))
    assert said(earlier) == [
        "書かない窓口", f"{APPROVED}\n4月から始める。", "研修", f"{REFERRED}\n本部の判断を求める。",
    ]  # fmt: skip
    choose(page, "書かない窓口")
    meeting = show_page(qtbot, MeetingPage(*opened))
    meeting.show_subject(second.id)
    meeting.go_to_part(item(meeting, "書かない窓口"))
    assert "4月から始める。" in [label.text() for label in meeting.parts.matter.findChildren(PhraseLabel)]


def test_a_first_meeting_has_nothing_to_say_of_earlier_ones(qtbot: QtBot, opened: tuple[Desk, Cycle]) -> None:
    towns.hold(*opened)
    page = show_page(qtbot, AgendaPage(*opened))
    earlier = page.parts.side.findChild(EarlierDecisions)
    assert earlier is not None
    assert not earlier.isVisible()
