"""A meeting that was made by mistake is taken away from where its day is set right."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from dxdesk.desk import Desk
from dxdesk.domain.cycles import Cycle
from dxdesk.operations.agenda import add_item
from dxdesk.operations.meeting_cancelling import cancel_meeting
from dxdesk.operations.meeting_records import record_remark
from dxdesk.store.queries import meetings
from dxdesk.store.queries.audience import audience
from dxdesk.ui.agenda.page import AgendaPage
from dxdesk.ui.board.page import BoardPage
from dxdesk.ui.meeting import cancelling
from dxdesk.ui.meeting.page import MeetingPage
from dxdesk.ui.minutes.page import MinutesPage
from dxdesk.wording.meeting_screen import MEETING_CANCELLED
from tests.ui.meeting import towns
from tests.ui.meeting.conftest import show_page
from tests.ui.meeting.hands import click


def test_a_meeting_without_records_is_cancelled_after_one_question(
    qtbot: QtBot, opened: tuple[Desk, Cycle], monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, cycle = opened
    towns.hold(desk, cycle)
    page = show_page(qtbot, MeetingPage(desk, cycle))
    button = page.parts.foot.buttons["cancel"]
    assert button.isHidden()
    click(page.parts.edit_meeting)
    assert button.isVisible()
    asked: list[str] = []
    answers = [0, 1]

    def answer(_parent: QWidget, text: str, _choices: tuple[str, ...]) -> int:
        asked.append(text)
        return answers.pop(0)

    monkeypatch.setattr(cancelling, "choose", answer)
    click(button)
    assert len(desk.ask(meetings.meetings, cycle.id)) == 1
    said: list[str] = []
    page.said.connect(lambda words, _undoable: said.append(words))
    click(button)
    assert desk.ask(meetings.meetings, cycle.id) == ()
    assert page.mode == "list"
    assert said == [MEETING_CANCELLED]
    assert "2月13日" in asked[0]


def test_pages_that_showed_the_meeting_go_on_without_it(qtbot: QtBot, opened: tuple[Desk, Cycle]) -> None:
    desk, cycle = opened
    held = towns.hold(desk, cycle)
    page, agenda, minutes = MeetingPage(desk, cycle), AgendaPage(desk, cycle), MinutesPage(desk, cycle)
    for each in (page, agenda, minutes):
        show_page(qtbot, each)
        each.show_subject(held.id)
    show_page(qtbot, BoardPage(desk, cycle))
    desk.do(cancel_meeting, held)
    assert desk.ask(audience, cycle, held.id).agenda == ()
    assert page.mode == "list"
    assert agenda.source is None
    assert minutes.meeting == ""


def test_a_meeting_with_a_record_offers_no_cancelling(qtbot: QtBot, opened: tuple[Desk, Cycle]) -> None:
    desk, cycle = opened
    held = towns.hold(desk, cycle)
    desk.do(add_item, held, "discuss", title="仮の議題")
    desk.do(record_remark, held, 1, towns.CHAIR, "よい。")
    page = show_page(qtbot, MeetingPage(desk, cycle))
    click(page.parts.edit_meeting)
    assert page.parts.foot.buttons["cancel"].isHidden()
