"""A 宿題 through the windows of two computers: given in the room, answered beside the form, looked at the next time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from dxdesk.desk import Desk
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.permissions import Actor
from dxdesk.operations import receiving, reviews
from dxdesk.operations.agenda_changes import fill_agenda
from dxdesk.operations.cycles import close_cycle
from dxdesk.store.queries import audience, meetings
from dxdesk.ui.actions.page import ActionsPage
from dxdesk.ui.audience.drawing import canvas_for
from dxdesk.ui.board.course import Position, Sight
from dxdesk.ui.entry.page import EntryPage
from dxdesk.ui.meeting.page import MeetingPage
from dxdesk.wording.meeting_screen import REST_TITLE
from tests.builders import SOUMU, at, start_cycle, uid
from tests.post import Post, hand_over, newest, say
from tests.ui.meeting import towns
from tests.ui.meeting.conftest import show_page
from tests.ui.meeting.hands import CTRL, click, item, press, write

CODE, ITEM = "重点-1", "書かない窓口"
TEXT, DONE = "様式の一覧をつくる。", "一覧を配りました。"


@pytest.fixture
def post(opened: tuple[Desk, Cycle], empty_file: Path, tmp_path: Path) -> Iterator[Post]:
    found = Post(opened[0], empty_file, tmp_path)
    yield found
    found.close()


def give(qtbot: QtBot, desk: Desk, cycle: Cycle) -> None:
    """A meeting gives 総務課 a 宿題, tells when it meets next, and is closed."""
    held = towns.hold(desk, cycle)
    desk.do(fill_agenda, held, REST_TITLE)
    page = show_page(qtbot, MeetingPage(desk, cycle))
    page.go_to_part(item(page, ITEM))
    page.recording.choose_kind("action")
    page.parts.record_form.action.owners.show_value([uid(SOUMU)])
    page.parts.record_form.text.append_text(TEXT)
    press(Qt.Key.Key_Return, CTRL)
    assert [each.text for each in desk.ask(meetings.actions, held.id)] == [TEXT]
    page.hands.start_closing()
    page.parts.closing.next_day.setText("R7.8.21")
    click(page.parts.foot.buttons["close"])
    assert desk.ask(meetings.meeting, held.id).state == "closed"
    page.close()


def asked_again(desk: Desk, cycle: Cycle) -> Cycle:
    """The cycle is closed and the next one asks 総務課 once more."""
    desk.do(close_cycle, cycle, reason="会議を終えたため")
    days = {"as_of": date(2025, 7, 1), "due": date(2025, 7, 31), "meeting": date(2025, 8, 21)}
    return start_cycle(desk, "令和7年度 第1回", assigned={CODE: [SOUMU]}, **days)


def tick(qtbot: QtBot, own: Desk) -> None:
    """総務課 finds it beside the form, ticks it and says what was done."""
    page = show_page(qtbot, EntryPage(own, newest(own)))
    page.show_subject(CODE)
    (card,) = page.body.panel.homework
    assert card.box.accessibleName() == TEXT
    card.box.click()
    write(DONE)
    press(Qt.Key.Key_Tab)
    assert page.leave()
    page.close()


def test_a_homework_goes_out_with_the_next_inquiry_and_comes_back_to_the_next_meeting(
    qtbot: QtBot, opened: tuple[Desk, Cycle], post: Post
) -> None:
    desk, cycle = opened
    give(qtbot, desk, cycle)
    second = asked_again(desk, cycle)
    own = post.liaison(post.inquiries(second, SOUMU)[SOUMU])
    assert own.actor == Actor("liaison", (uid(SOUMU),), "田中")
    tick(qtbot, own)
    say(own, CODE, "様式を見直した。", status="late")
    post.take_in(hand_over(own))
    desk.do(at, second, CODE, SOUMU, reviews.accept_reply)

    listed = show_page(qtbot, ActionsPage(desk, second))
    (found,) = listed._listed
    assert (found.action.text, found.action.state, found.action.outcome) == (TEXT, "done", DONE)
    listed.close()

    held = towns.hold(desk, second, day=date(2025, 8, 21))
    desk.do(fill_agenda, held, REST_TITLE)
    shown = desk.ask(audience.audience, second, held.id)
    canvas = canvas_for(1920, 1080, 1.0)
    slide = [
        str(text["text"]) for page in Sight(shown, Position(view="actions"), canvas).pages for text in page.texts()
    ]
    assert TEXT in slide
    assert any("対応済み" in each for each in slide)
    page = show_page(qtbot, MeetingPage(desk, second))
    page.go_to_part(item(page, ITEM))
    assert page.source is not None
    (matter,) = [each for each in page.source.matters.values() if each.card.code == CODE]
    assert [(each.text, each.done) for each in matter.actions] == [(TEXT, True)]


def test_a_department_that_takes_in_nothing_new_keeps_what_it_ticked(
    qtbot: QtBot, opened: tuple[Desk, Cycle], post: Post
) -> None:
    desk, cycle = opened
    give(qtbot, desk, cycle)
    second = asked_again(desk, cycle)
    inquiry = post.inquiries(second, SOUMU)[SOUMU]
    own = post.liaison(inquiry)
    tick(qtbot, own)
    own.do(receiving.receive, receiving.read_from_secretariat(inquiry.content), file=inquiry.name)
    (again,) = (each.content for each in post.inquiries(second, SOUMU).values())
    own.do(receiving.receive, receiving.read_from_secretariat(again), file="もう一度.dxd")
    (action,) = own.ask(meetings.all_actions)
    assert (action.state, action.outcome) == ("done", DONE)
