"""A large plan is read beside the window, a database that cannot be written is only looked at, names may be long."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from dxdesk.desk import Desk
from dxdesk.domain.cycles import Cycle
from dxdesk.operations.agenda import add_item
from dxdesk.operations.agenda_changes import fill_agenda
from dxdesk.operations.departments import add_member
from dxdesk.operations.meetings import hold_meeting
from dxdesk.store.queries import finding, meetings
from dxdesk.ui import reading
from dxdesk.ui.agenda.page import AgendaPage
from dxdesk.ui.jobs import wait_for_jobs
from dxdesk.ui.meeting.page import MeetingPage
from dxdesk.wording.meeting_screen import REST_TITLE
from tests.builders import HEADQUARTERS, MOMENT, SECRETARIAT, real_plan
from tests.databases import open_anywhere
from tests.ui.meeting import towns
from tests.ui.meeting.conftest import show_page
from tests.ui.meeting.hands import item, press


@pytest.fixture
def large(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every plan counts as a large one."""
    monkeypatch.setattr(reading, "LARGE_UNITS", 0)


@pytest.mark.usefixtures("large")
def test_the_agenda_of_a_large_plan_is_put_together_while_it_is_read(qtbot: QtBot, opened: tuple[Desk, Cycle]) -> None:
    desk, cycle = opened
    held = towns.hold(desk, cycle)
    page = show_page(qtbot, AgendaPage(desk, cycle))
    qtbot.waitUntil(lambda: page.source is not None and len(page.source.items) == 5)
    items = page.parts.items
    items.setFocus()
    last = items.rows.rows()[-1]
    items.choose(last.key)
    press(Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    press(Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: page.source is not None and [each.id for each in page.source.items].index(last.key) < 4)
    page.hands.add_free()
    qtbot.waitUntil(lambda: items.rows.rowCount() == 6 and items.chosen == desk.ask(meetings.agenda, held.id)[-1].id)
    wait_for_jobs()


@pytest.mark.usefixtures("large")
def test_a_meeting_on_a_large_plan_is_recorded_while_it_is_read(qtbot: QtBot, opened: tuple[Desk, Cycle]) -> None:
    desk, cycle = opened
    held = towns.hold(desk, cycle)
    desk.do(fill_agenda, held, REST_TITLE)
    page = show_page(qtbot, MeetingPage(desk, cycle))
    qtbot.waitUntil(lambda: page.source is not None)
    page.go_to_part(item(page, "書かない窓口"))
    for words in ("一つ目。", "二つ目。"):
        page.parts.record_form.text.append_text(words)
        page.parts.record_form.decision.result.show_value("approved")
        assert page.recording.record()
    qtbot.waitUntil(lambda: page.parts.records.rows.rowCount() == 2)
    assert [each.text for each in desk.ask(meetings.decisions, held.id)] == ["一つ目。", "二つ目。"]
    wait_for_jobs()


def test_a_database_that_cannot_be_written_is_only_looked_at(qtbot: QtBot, opened: tuple[Desk, Cycle]) -> None:
    desk, cycle = opened
    held = towns.hold(desk, cycle)
    path = desk.database.path
    assert path is not None
    desk.close()
    looking = Desk(open_anywhere(path, read_only=True), SECRETARIAT, lambda: MOMENT)
    agenda = show_page(qtbot, AgendaPage(looking, cycle))
    assert not agenda.can_change
    assert looking.ask(meetings.agenda, held.id) == ()
    page = show_page(qtbot, MeetingPage(looking, cycle))
    assert not page.may_record
    assert page.parts.people._forms.isHidden()
    assert page.parts.foot.buttons["close"].isHidden()
    page.hands.go_back()
    assert page.parts.foot.buttons["hold"].isHidden()
    looking.close()


@pytest.mark.parametrize("width", [1366, 1024])
def test_long_names_have_room_in_every_list(qtbot: QtBot, opened: tuple[Desk, Cycle], width: int) -> None:
    desk, cycle = opened
    name = "千代田" * 13 + "町"
    desk.do(add_member, HEADQUARTERS, name, title="総括" * 20)
    made = desk.do(hold_meeting, cycle, HEADQUARTERS, day=towns.DAY, place="大会議室" * 10)
    held = desk.ask(finding.meeting, made.id)
    desk.do(add_item, held, "discuss", title="議" * 200, ask="決" * 200, minutes=600)
    page = show_page(qtbot, MeetingPage(desk, cycle), width)
    page.go_to_part(item(page, "議" * 200))
    agenda = show_page(qtbot, AgendaPage(desk, cycle), width)
    agenda.parts.items.choose(agenda.parts.items.rows.rows()[0].key)
    for shown in (page, agenda):
        assert shown.width() == width
        assert not shown.grab().isNull()


def test_without_anybody_on_file_people_are_added_by_hand(qtbot: QtBot, opened: tuple[Desk, Cycle]) -> None:
    desk, cycle = opened
    held = towns.hold(desk, cycle, HEADQUARTERS)
    page = show_page(qtbot, MeetingPage(desk, cycle))
    people = page.parts.people
    assert people._empty.text() == "名簿がまだありません。来た方を加えてください。"
    people.new.name.setText("町長")
    people.new.button.click()
    assert [each.name for each in desk.ask(meetings.attendance, held.id)] == ["町長"]
    assert people._empty.isHidden()


def test_a_second_program_finds_the_unfinished_text_of_one_that_was_cut_off(
    qtbot: QtBot, opened: tuple[Desk, Cycle], tmp_path: Path
) -> None:
    desk, cycle = opened
    held = towns.hold(desk, cycle)
    desk.do(fill_agenda, held, REST_TITLE)
    page = show_page(qtbot, MeetingPage(desk, cycle))
    page.go_to_part(item(page, "書かない窓口"))
    page.parts.record_form.text.append_text("途中まで")
    qtbot.waitUntil(lambda: page.recording.autosave.state == "saved")
    assert desk.database.path is not None
    copy = tmp_path / "as-it-lies-on-disk.db"
    copy.write_bytes(desk.database.path.read_bytes())
    again = Desk(open_anywhere(copy), SECRETARIAT, lambda: MOMENT)
    found = show_page(qtbot, MeetingPage(again, cycle))
    found.go_to_part(item(found, "書かない窓口"))
    assert found.parts.record_form.text.typed() == "途中まで"
    again.close()


@pytest.mark.usefixtures("largest_letters")
@pytest.mark.parametrize("width", [1366, 1024])
@pytest.mark.parametrize("part", ["people", "decision", "action", "remark", "correction", "form"])
def test_every_part_has_room_to_spare_in_the_largest_letters(
    qtbot: QtBot, opened: tuple[Desk, Cycle], width: int, part: str
) -> None:
    page = show_page(qtbot, MeetingPage(*opened), width, 519)
    if part == "form":
        page.show_subject("new")
    else:
        held = towns.hold(*opened)
        opened[0].do(fill_agenda, held, REST_TITLE)
        page.open_meeting(held.id)
    if part not in ("form", "people"):
        page.go_to_part(item(page, "書かない窓口"))
        page.recording.choose_kind(part)  # type: ignore[arg-type]
    qtbot.wait(0)
    page.resize(width, 519)
    spare = page.height() - page.minimumSizeHint().height()
    assert (page.width(), page.height()) == (width, 519)
    assert spare >= 12
    page.resize(900, 519)
    assert page.width() == 900, "a window that was wide can become narrow"


@pytest.mark.usefixtures("largest_letters")
@pytest.mark.parametrize("width", [1366, 1024])
def test_a_decision_with_kinds_and_the_council_has_room_in_the_largest_letters(
    qtbot: QtBot, empty_file: Path, tmp_path: Path, width: int
) -> None:
    plan = real_plan("kaminokawa")
    desk, cycle = towns.town(empty_file, tmp_path, plan)
    held = towns.hold(desk, cycle, plan.bodies[0].name)
    desk.do(fill_agenda, held, REST_TITLE)
    page = show_page(qtbot, MeetingPage(desk, cycle), width, 519)
    page.open_meeting(held.id)
    page.go_to_part(item(page, REST_TITLE))
    qtbot.wait(0)
    page.resize(width, 519)
    assert page.height() - page.minimumSizeHint().height() >= 12
    desk.close()
