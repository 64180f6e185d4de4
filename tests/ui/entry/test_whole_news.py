"""What a meeting made of a 取りまとめ stands at the item of every department that was asked, as information."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from dxdesk.desk import Desk
from dxdesk.operations import delivering, reviews
from dxdesk.operations.change import Change
from dxdesk.operations.meeting_records import correct_on_floor
from dxdesk.operations.meetings import hold_meeting
from dxdesk.operations.secretariats_files import take_from_secretariat
from dxdesk.operations.sender_keys import ready_keys
from dxdesk.store.queries import finding, plans
from dxdesk.ui.application import create_application
from dxdesk.ui.entry.page import EntryPage
from tests.builders import at
from tests.post import Post, asked_codes, hand_over, newest, say
from tests.ui.entry import towns


@pytest.fixture(scope="module", autouse=True)
def _look(qapp: object) -> None:
    create_application([])


@pytest.fixture
def told(post: Post) -> tuple[Desk, str]:
    """町民生活課's desk after a meeting corrected the whole of its first item, and the code of that."""
    cycle = newest(post.desk)
    own = post.liaison(post.inquiries(cycle, towns.OWN)[towns.OWN], clock=lambda: towns.MOMENT)
    code = asked_codes(own)[0]
    say(own, code, "課の文。")
    post.take_in(hand_over(own))
    post.desk.do(at, cycle, code, towns.OWN, reviews.accept_reply)
    post.desk.do(reviews.consolidate, cycle, code, use=towns.OWN)
    post.desk.do(hold_meeting, cycle, post.desk.ask(plans.plan).bodies[0].name, day=cycle.due)
    post.desk.do(correct_on_floor, post.desk.ask(finding.meeting), code, "results", "会議で直した文。", "総務課長")

    def make(change: Change) -> object:
        return delivering.deliver(change, cycle, towns.OWN, "correction", ready_keys(change))

    made = post.desk.do(make)
    own.do(take_from_secretariat, made.package, made.name)  # type: ignore[attr-defined]
    return own, code


def test_it_says_what_each_field_says_now_and_leads_to_the_whole(told: tuple[Desk, str], qtbot: QtBot) -> None:
    desk, code = told
    page = EntryPage(desk, newest(desk))
    qtbot.addWidget(page)
    page.resize(1366, 648)
    page.show()
    page.show_subject(code)
    card = page.body.centre.whole
    assert card.isVisible()
    said = card.words.text().replace("\n", "")
    assert said == "会議の場で、取りまとめの文を直しました。求めた方は総務課長（今回の実績）です。"
    assert card.lines.text().replace("\n", "") == "今回の実績：会議で直した文。　この課の回答はそのままです。"
    with qtbot.waitSignal(page.page_requested) as asked:
        card.way.click()
    assert asked.args == ["initiatives", code]


def test_the_answer_of_the_department_stays_as_it_is(told: tuple[Desk, str], qtbot: QtBot) -> None:
    desk, code = told
    page = EntryPage(desk, newest(desk))
    qtbot.addWidget(page)
    page.show_subject(code)
    form = page.writing.form
    assert form is not None
    assert form.answer.results == "課の文。"
    assert form.news is None
    other = next(each for each in asked_codes(desk) if each != code)
    page.show_subject(other)
    assert page.body.centre.whole.isHidden()
