"""付帯意見, the kinds of decisions and 庁議付議 in the window."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFrame, QMenu
from pytestqt.qtbot import QtBot

from dxdesk.desk import Desk
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.meetings import Meeting
from dxdesk.operations.agenda import add_item
from dxdesk.operations.meeting_changes import delete_record
from dxdesk.operations.meeting_records import record_decision, record_opinion
from dxdesk.operations.meetings import close_meeting
from dxdesk.operations.minutes import draft
from dxdesk.store.queries import meetings, minutes
from dxdesk.ui.labels import PhraseLabel
from dxdesk.ui.meeting.closing import checks, going_on
from dxdesk.ui.meeting.page import MeetingPage
from dxdesk.ui.meeting.reading import read_meeting
from dxdesk.ui.meeting.rows import record_rows
from dxdesk.wording.meeting import phrases_for
from dxdesk.wording.meeting_screen import OPINION_ALONE, WRITE_TEXT
from tests.builders import COMMITTEE, HEADQUARTERS, real_plan
from tests.ui.meeting import towns
from tests.ui.meeting.conftest import show_page

OPINION = "繁忙期を避けて広げられたい。"


def page_of(qtbot: QtBot, desk: Desk, cycle: Cycle, held: Meeting) -> MeetingPage:
    """The page with the first item of a meeting open."""
    page = show_page(qtbot, MeetingPage(desk, cycle))
    page.open_meeting(held.id)
    page.go_to_part(desk.ask(meetings.agenda, held.id)[0].id)
    return page


@pytest.fixture
def committee(opened: tuple[Desk, Cycle]) -> Meeting:
    held = towns.hold(*opened, COMMITTEE)
    opened[0].do(add_item, held, "discuss", code="重点-1")
    opened[0].do(add_item, held, "discuss", code="検討-5")
    return held


@pytest.fixture
def kaminokawa(empty_file: Path, tmp_path: Path) -> Iterator[tuple[Desk, Cycle, Meeting]]:
    """上三川町, where the committee has three kinds of decisions and nobody above it."""
    plan = real_plan("kaminokawa")
    desk, cycle = towns.town(empty_file, tmp_path, plan)
    held = towns.hold(desk, cycle, plan.bodies[0].name)
    desk.do(add_item, held, "discuss", code=plan.units[0].code)
    yield desk, cycle, held
    desk.close()


def test_an_opinion_is_recorded_beside_the_decision_and_taken_back(
    qtbot: QtBot, opened: tuple[Desk, Cycle], committee: Meeting
) -> None:
    desk, cycle = opened
    page = page_of(qtbot, desk, cycle, committee)
    form = page.parts.record_form
    assert form.tabs["opinion"].isVisible()
    assert form.decision.more.isHidden()
    page.recording.choose_kind("opinion")
    form.text.setPlainText(OPINION)
    assert not page.recording.record()
    assert "先に決定を記してください" in form.message.text
    desk.do(record_decision, committee, 1, "referred", "本部に付議する。")
    assert page.recording.record()
    (found,) = desk.ask(meetings.opinions, committee.id)
    assert found.text == OPINION
    assert page.source is not None
    rows = record_rows(page.source, page.source.record.items[0].id)
    assert [(row.kind, row.tag, row.words, row.note) for row in rows] == [
        ("decision", "決定", "本部に付議する。", "本部へ付議"),
        ("opinion", "付帯意見", OPINION, f"{HEADQUARTERS}へ伝えます"),
    ]
    desk.undo()
    assert desk.ask(meetings.opinions, committee.id) == ()
    desk.redo()
    assert [each.text for each in desk.ask(meetings.opinions, committee.id)] == [OPINION]


def test_what_goes_on_to_a_body_that_is_no_headquarters_is_not_said_to_go_to_one(
    qtbot: QtBot, empty_file: Path, tmp_path: Path
) -> None:
    plan = real_plan("otaki")
    desk, cycle = towns.town(empty_file, tmp_path, plan)
    team = next(each for each in plan.bodies if each.reports_to)
    held = towns.hold(desk, cycle, team.name)
    desk.do(add_item, held, "discuss", code=plan.units[0].code)
    page = page_of(qtbot, desk, cycle, held)
    form = page.parts.record_form
    menu = form.decision.result.more.menu()
    assert isinstance(menu, QMenu)
    rare = {each.text(): each for each in menu.actions()}
    assert list(rare) == ["廃止", "上の会議へ付議"]
    rare["上の会議へ付議"].trigger()
    assert form.decision.result.value() == "referred"
    assert "大多喜町情報化推進委員会へ付議することとした。" in form.decision.note
    assert page.recording.record()
    assert desk.ask(meetings.decisions, held.id)[0].text == "大多喜町情報化推進委員会へ付議することとした。"
    assert page.source is not None
    assert [row.note for row in record_rows(page.source, page.source.record.items[0].id)] == ["上の会議へ付議"]
    desk.do(close_meeting, held)
    desk.do(draft, held, phrases_for)
    page.leave()
    texts = [each.text for each in desk.ask(minutes.versions, held.id)[-1].blocks]
    assert "大多喜町情報化推進委員会へ付議することとした。" in texts
    assert "本部" not in "".join(texts)
    desk.close()


def test_an_opinion_is_set_right_in_the_form(qtbot: QtBot, opened: tuple[Desk, Cycle], committee: Meeting) -> None:
    desk, cycle = opened
    desk.do(record_decision, committee, 1, "referred", "本部に付議する。")
    made = desk.do(record_opinion, committee, 1, OPINION)
    page = page_of(qtbot, desk, cycle, committee)
    page.recording.start_change(f"opinion:{made.id}")
    assert (page.recording.kind, page.parts.record_form.text.typed()) == ("opinion", OPINION)
    page.parts.record_form.text.setPlainText(" ")
    assert not page.recording.record()
    assert page.parts.record_form.message.text == WRITE_TEXT
    page.parts.record_form.text.setPlainText("急がれたい。")
    assert page.recording.record()
    assert [each.text for each in desk.ask(meetings.opinions, committee.id)] == ["急がれたい。"]


def test_what_is_typed_as_an_opinion_stays_with_its_item(
    qtbot: QtBot, opened: tuple[Desk, Cycle], committee: Meeting
) -> None:
    desk, cycle = opened
    page = page_of(qtbot, desk, cycle, committee)
    items = desk.ask(meetings.agenda, committee.id)
    page.recording.choose_kind("opinion")
    page.parts.record_form.text.setPlainText("書きかけの意見")
    page.go_to_part(items[1].id)
    assert (page.recording.kind, page.parts.record_form.text.typed()) == ("decision", "")
    page.go_to_part(items[0].id)
    assert (page.recording.kind, page.parts.record_form.text.typed()) == ("opinion", "書きかけの意見")


def test_a_body_with_the_last_word_gives_no_opinions(
    qtbot: QtBot, opened: tuple[Desk, Cycle], committee: Meeting
) -> None:
    desk, cycle = opened
    held = towns.hold(desk, cycle, HEADQUARTERS)
    desk.do(add_item, held, "discuss", code="重点-1")
    page = page_of(qtbot, desk, cycle, held)
    assert page.parts.record_form.tabs["opinion"].isHidden()
    more = page.parts.record_form.decision.more
    assert not more.isHidden()
    assert not more.menu()
    assert (more.text(), more.accessibleName()) == ("庁議付議", "庁議へ付議する")
    more.click()
    assert (more.value(), more.isChecked()) == (("", True), True)


def test_the_kind_of_a_decision_and_the_council_are_chosen_with_the_result(
    qtbot: QtBot, kaminokawa: tuple[Desk, Cycle, Meeting]
) -> None:
    desk, cycle, held = kaminokawa
    page = page_of(qtbot, desk, cycle, held)
    fields = page.parts.record_form.decision
    offered = [action for action in fields.more.menu().actions() if action.text()]
    assert [action.text() for action in offered] == [
        "種類を選ばない", "推進方針", "重要施策の方向性", "具体的な取組み", "庁議へ付議する",
    ]  # fmt: skip
    assert fields.more.text() == "種類 ▾"
    fields.result.show_value("approved")
    offered[2].trigger()
    offered[4].trigger()
    assert fields.more.accessibleName() == "重要施策の方向性、庁議へ付議する"
    assert page.recording.record()
    (found,) = desk.ask(meetings.decisions, held.id)
    assert (found.result, found.kind, found.council) == ("approved", "重要施策の方向性", True)
    assert fields.more.value() == ("", False)
    page.recording.start_change(f"decision:{found.id}")
    assert fields.more.value() == ("重要施策の方向性", True)
    offered[4].trigger()
    assert page.recording.record()
    assert not desk.ask(meetings.decisions, held.id)[0].council
    desk.undo()
    assert desk.ask(meetings.decisions, held.id)[0].council
    assert page.source is not None
    assert record_rows(page.source, page.source.record.items[0].id)[0].note == "承認・重要施策の方向性・庁議付議"


def test_closing_says_what_goes_to_the_council(kaminokawa: tuple[Desk, Cycle, Meeting]) -> None:
    desk, _, held = kaminokawa
    assert going_on(desk.ask(read_meeting, held.id)) == "庁議へ付議するものはありません"
    desk.do(record_decision, held, 1, "approved", "進める。", council=True)
    assert going_on(desk.ask(read_meeting, held.id)).startswith("庁議へ付議するもの　1件：")


def test_closing_says_what_goes_on_to_the_body_above(
    qtbot: QtBot, opened: tuple[Desk, Cycle], committee: Meeting
) -> None:
    desk, cycle = opened
    assert going_on(desk.ask(read_meeting, committee.id)) == "推進本部へ付議するものはありません"
    decided = desk.do(record_decision, committee, 2, "referred", "本部に付議する。")
    desk.do(record_opinion, committee, 2, OPINION)
    source = desk.ask(read_meeting, committee.id)
    assert going_on(source) == "推進本部へ付議するもの　1件：会議の見直し"
    assert OPINION_ALONE not in [each.words for each in checks(source, towns.DAY)]
    page = page_of(qtbot, desk, cycle, committee)
    page.hands.start_closing()
    said = [label.text() for label in page.parts.closing.findChildren(PhraseLabel)]
    assert "推進本部へ付議するもの　1件：会議の見直し" in "".join(said).replace("\n", "")
    assert page.parts.closing.findChildren(QFrame)
    desk.do(delete_record, committee, "decision", decided.id)
    assert OPINION_ALONE in [each.words for each in checks(desk.ask(read_meeting, committee.id), towns.DAY)]
