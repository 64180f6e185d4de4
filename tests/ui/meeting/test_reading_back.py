"""復唱: nothing that is typed is seen before it is read back or recorded, and the record says that it was."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from dxdesk.desk import Desk
from dxdesk.domain.audience import ReadBackAction
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.meetings import Meeting
from dxdesk.operations.agenda_changes import fill_agenda
from dxdesk.store.queries import meetings
from dxdesk.ui.meeting.page import MeetingPage
from dxdesk.ui.projection.of_desk import forget_projection, take_projection
from dxdesk.ui.projection.show import Projection
from dxdesk.wording.meeting_screen import REST_TITLE
from dxdesk.wording.presenter import READ_BACK, READ_BACK_OVER
from tests.builders import MOMENT
from tests.ui.meeting import towns
from tests.ui.meeting.conftest import show_page
from tests.ui.meeting.hands import CTRL, click, item, press, texts
from tests.ui.projection.played import LAPTOP, PROJECTOR, PlayedScreens

FIRST, SECOND = "書かない窓口", "会議の見直し"
SAID = "2段階に分けて進める。"


@pytest.fixture
def meeting(opened: tuple[Desk, Cycle]) -> Meeting:
    held = towns.hold(*opened)
    opened[0].do(fill_agenda, held, REST_TITLE)
    return held


@pytest.fixture
def page(qtbot: QtBot, opened: tuple[Desk, Cycle], meeting: Meeting) -> Iterator[MeetingPage]:
    """The page at an item, and projected."""
    desk = opened[0]
    take_projection(desk, Projection(desk, PlayedScreens(LAPTOP, PROJECTOR)))
    found = show_page(qtbot, MeetingPage(*opened))
    found.go_to_part(item(found, FIRST))
    press(Qt.Key.Key_F5)
    found.activateWindow()  # whoever plays the screens gives the focus to what is shown last
    qtbot.waitUntil(found.isActiveWindow)
    found.parts.record_form.take_focus()
    yield found
    forget_projection(desk)


def decide(page: MeetingPage, text: str = SAID, result: str = "approved") -> None:
    page.parts.record_form.text.append_text(text)
    page.parts.record_form.decision.result.show_value(result)


def seen(page: MeetingPage) -> str:
    """Everything on the audience's screen."""
    sight = page.presenter.projector.projected
    assert sight is not None
    return repr(sight.pages[sight.number])


def test_typing_is_never_seen_before_it_is_read_back(page: MeetingPage) -> None:
    before = seen(page)
    decide(page)
    page.leave()
    assert seen(page) == before
    assert "2段階" not in before
    press(Qt.Key.Key_F4)
    assert "2段階" in seen(page)


def test_pressed_again_it_goes_back_to_where_it_was(page: MeetingPage) -> None:
    click(page.parts.centre.transport.roadmap)
    before = page.presenter.projector.position
    decide(page)
    button = page.parts.foot.buttons["read_back"]
    assert button.text() == READ_BACK
    click(button)
    over = page.parts.foot.buttons["read_back_over"]
    assert (button.isVisible(), over.isVisible(), over.text()) == (False, True, READ_BACK_OVER)
    click(over)
    assert page.presenter.projector.position == before
    assert page.parts.record_form.text.typed() == SAID


def test_what_is_typed_on_while_it_is_shown_is_not_seen(page: MeetingPage) -> None:
    decide(page)
    press(Qt.Key.Key_F4)
    page.parts.record_form.text.append_text("まだ言っていない。")
    page.leave()
    assert "まだ言って" not in seen(page)


def test_a_decision_is_shown_with_the_tasks_given_for_its_item_already(page: MeetingPage) -> None:
    form = page.parts.record_form
    press(Qt.Key.Key_2, CTRL)
    form.text.append_text("順番案を一覧にする。")
    press(Qt.Key.Key_F4)
    audience = page.presenter.projector.audience
    assert audience is not None
    assert audience.read_back is not None
    assert [each.text for each in audience.read_back.actions] == ["順番案を一覧にする。"]
    press(Qt.Key.Key_Return, CTRL)
    assert not page.presenter.projector.reading_back
    press(Qt.Key.Key_1, CTRL)
    decide(page)
    press(Qt.Key.Key_F4)
    audience = page.presenter.projector.audience
    assert audience is not None
    assert audience.read_back is not None
    assert (audience.read_back.text, audience.read_back.result) == (SAID, "approved")
    (given,) = audience.read_back.actions
    assert isinstance(given, ReadBackAction)
    assert (given.text, given.departments, given.due) == ("順番案を一覧にする。", ("総務課",), None)


def test_a_decision_that_was_read_back_says_so_with_the_time(page: MeetingPage, meeting: Meeting) -> None:
    decide(page)
    press(Qt.Key.Key_F4)
    press(Qt.Key.Key_Return, CTRL)
    (decided,) = page.desk.ask(meetings.decisions, meeting.id)
    assert (decided.read_back, decided.read_back_at) == (True, MOMENT)
    assert page.parts.records.rows.rows()[0].note.endswith("復唱済み")  # type: ignore[attr-defined]
    assert not page.presenter.projector.reading_back, "the slide of the item is there again"
    page.desk.undo()
    page.desk.redo()
    (again,) = page.desk.ask(meetings.decisions, meeting.id)
    assert (again.read_back, again.read_back_at) == (True, MOMENT)


def test_other_words_than_the_room_heard_are_not_read_back(page: MeetingPage, meeting: Meeting) -> None:
    decide(page)
    press(Qt.Key.Key_F4)
    page.parts.record_form.text.append_text("ただし来年から。")
    press(Qt.Key.Key_Return, CTRL)
    (decided,) = page.desk.ask(meetings.decisions, meeting.id)
    assert not decided.read_back


def test_a_decision_whose_words_are_changed_has_to_be_read_back_anew(page: MeetingPage, meeting: Meeting) -> None:
    decide(page)
    press(Qt.Key.Key_F4)
    press(Qt.Key.Key_Return, CTRL)
    press(Qt.Key.Key_F2)
    page.parts.record_form.text.append_text("ただし来年から。")
    press(Qt.Key.Key_Return, CTRL)
    assert not page.desk.ask(meetings.decisions, meeting.id)[0].read_back
    press(Qt.Key.Key_F2)
    press(Qt.Key.Key_F4)
    press(Qt.Key.Key_Return, CTRL)
    assert page.desk.ask(meetings.decisions, meeting.id)[0].read_back


def test_what_is_missing_is_said_on_the_laptop_and_nothing_is_shown(page: MeetingPage) -> None:
    before = seen(page)
    page.parts.record_form.text.append_text(SAID)
    press(Qt.Key.Key_F4)
    assert page.parts.record_form.message.text
    assert seen(page) == before


@pytest.mark.parametrize("kind", [Qt.Key.Key_3, Qt.Key.Key_4])
def test_remarks_and_corrections_are_not_read_back(page: MeetingPage, kind: Qt.Key) -> None:
    press(kind, CTRL)
    press(Qt.Key.Key_F4)
    assert not page.presenter.projector.reading_back
    assert not page.parts.foot.buttons["read_back"].isVisible()


def test_going_on_takes_the_words_off_and_leaves_the_text_with_its_item(page: MeetingPage, meeting: Meeting) -> None:
    decide(page)
    press(Qt.Key.Key_F4)
    page.go_to_part(item(page, SECOND))
    assert not page.presenter.projector.reading_back
    assert "2段階" not in seen(page)
    page.go_to_part(item(page, FIRST))
    assert page.parts.record_form.text.typed() == SAID
    assert texts(page, meeting) == []
