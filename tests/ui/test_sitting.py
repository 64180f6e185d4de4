"""Whether the last sitting ended as it should."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from dxdesk import paths
from dxdesk.desk import Desk
from dxdesk.domain.permissions import Actor
from dxdesk.domain.reports import ReportText
from dxdesk.operations.action_items import keep_outcome
from dxdesk.operations.meeting_drafts import MEMO, keep_draft
from dxdesk.operations.meeting_records import record_decision
from dxdesk.operations.page_drafts import keep_page_draft
from dxdesk.operations.replies import find_place, record_draft
from dxdesk.store.queries import meetings
from dxdesk.ui import sitting
from dxdesk.ui.application import create_application
from dxdesk.ui.desk_view import DeskView
from dxdesk.ui.jobs import wait_for_jobs
from dxdesk.ui.text_area import TextArea
from tests.builders import uid
from tests.ui.entry import towns
from tests.ui.kill_typing_work import found_town, open_desk

WORDS = "途中まで書いた文"


@pytest.fixture
def desk(empty_file: Path, tmp_path: Path) -> Iterator[Desk]:
    opened = towns.open_town(empty_file, tmp_path)
    yield opened
    opened.close()


def write(desk: Desk, text: str) -> None:
    cycle = towns.newest(desk)
    desk.do(lambda change: record_draft(change, find_place(change, cycle, "2", towns.OWN), {"results": text}, None))


def test_a_sitting_that_ended_leaves_nothing_to_say(desk: Desk) -> None:
    assert sitting.begin(desk) is None
    sitting.end(desk)
    assert sitting.begin(desk) is None


def test_a_sitting_that_never_ended_says_what_was_being_written_in_it(desk: Desk) -> None:
    sitting.begin(desk)
    write(desk, "打合せをしました。")
    found = sitting.begin(desk)
    assert found is not None
    assert [(each.page, each.name) for each in found.written] == [("entry", f"キャッシュレス決済の導入（{towns.OWN}）")]


def test_what_was_written_before_that_sitting_is_not_said(desk: Desk) -> None:
    write(desk, "前からある文。")
    desk._clock = lambda: "2025-01-23T09:00:00+09:00"
    sitting.begin(desk)
    found = sitting.begin(desk)
    assert found is not None
    assert found.written == ()


def test_departments_at_one_database_hear_of_their_own_sitting_only(desk: Desk) -> None:
    own, other = towns.liaison(desk), Actor("liaison", (towns.department(desk, "政策企画課"),))
    desk.actor = own
    sitting.begin(desk)
    write(desk, "打合せをしました。")
    desk.actor = other
    assert sitting.begin(desk) is None
    sitting.end(desk)
    desk.actor = own
    found = sitting.begin(desk)
    assert found is not None
    assert [each.page for each in found.written] == ["entry"]


@pytest.mark.parametrize("content", ["", "{", "[]", '{"since": 3}', '{"since": "昨日"}'])
def test_a_mark_that_cannot_be_read_is_no_sitting(desk: Desk, content: str) -> None:
    sitting.begin(desk)
    (mark,) = (paths.home() / "sittings").iterdir()
    mark.write_text(content, encoding="utf-8")
    assert sitting.begin(desk) is None


def memo(desk: Desk) -> None:
    held = desk.ask(meetings.meetings)[-1]
    item = desk.ask(meetings.agenda, held.id)[0].id
    desk.do(keep_draft, held.id, MEMO + item, {"text": WORDS})


def change_of_a_decision(desk: Desk) -> None:
    held = desk.ask(meetings.meetings)[-1]
    desk.do(record_decision, held, 1, "approved", "原案のとおり。")
    decision = desk.ask(meetings.record, held).decisions[0].id
    desk.do(keep_draft, held.id, f"change:decision:{decision}", {"text": WORDS, "result": "approved"})


def report_on_a_unit(desk: Desk) -> None:
    desk.do(keep_page_draft, "report", uid("研修"), {**ReportText(WORDS).__dict__, "department": None})


def outcome_of_a_homework(desk: Desk) -> None:
    action = desk.ask(meetings.record, desk.ask(meetings.meetings)[0]).actions[0].id
    desk.do(keep_outcome, action, WORDS)


def reason_to_close(desk: Desk) -> None:
    desk.do(keep_page_draft, "close_cycle", towns.newest(desk).id, {"reason": WORDS})


@pytest.mark.parametrize(
    ("keep", "page"),
    [
        (memo, "agenda"),
        (change_of_a_decision, "meeting"),
        (report_on_a_unit, "initiatives"),
        (outcome_of_a_homework, "actions"),
        (reason_to_close, "close_cycle"),
    ],
)
def test_whatever_came_back_stands_in_its_field(
    qtbot: QtBot, empty_file: Path, tmp_path: Path, keep: Callable[[Desk], None], page: str
) -> None:
    create_application([])
    path = Path(shutil.copyfile(empty_file, tmp_path / "town.db"))
    found_town(path)
    desk = open_desk(path)
    sitting.begin(desk)
    keep(desk)
    view = DeskView(desk)
    qtbot.addWidget(view)
    view.resize(1366, 696)
    view.show()
    sitting.greet(view)
    assert view.band.notice is not None
    assert "書きかけの" in view.band.notice.text
    view.band.notice.actions[0][1]()
    assert view.page == page
    areas = [each.typed() for each in view.findChildren(TextArea) if each.isVisible()]
    assert WORDS in areas + [each.text() for each in view.findChildren(QLineEdit) if each.isVisible()]
    view.stop_listening()
    wait_for_jobs()
    desk.close()


def test_a_page_that_a_role_does_not_have_is_not_led_to(qtbot: QtBot, desk: Desk) -> None:
    create_application([])
    desk.do(keep_page_draft, "close_cycle", towns.newest(desk).id, {"reason": WORDS})
    desk.actor = towns.liaison(desk)
    sitting.begin(desk)
    view = DeskView(desk)
    qtbot.addWidget(view)
    sitting.greet(view)
    assert view.band.notice is not None
    assert [word for word, _ in view.band.notice.actions] == ["この知らせを閉じる"]
    view.stop_listening()


def test_the_band_says_it_and_leads_to_what_came_back(qtbot: QtBot, desk: Desk) -> None:
    create_application([])
    write(desk, "打合せをしました。")
    desk.actor = towns.liaison(desk)
    sitting.begin(desk)
    view = DeskView(desk)
    qtbot.addWidget(view)
    sitting.greet(view)
    assert view.band.notice is not None
    assert "書きかけの「キャッシュレス決済の導入" in view.band.notice.text
    words = [word for word, _ in view.band.notice.actions]
    assert words == ["戻った内容を見る", "この知らせを閉じる"]
    view.band.notice.actions[0][1]()
    entry = view.pages.entry
    assert entry is not None
    assert entry.writing.form is not None
    assert entry.writing.form.unit.code == "2"
    view.band.notice.actions[1][1]()
    assert view.band.notice is None
    view.stop_listening()
