"""会議録 at the desk: drafted at once, written part by part, read-only where nobody may write."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from dxdesk.desk import Desk
from dxdesk.domain.minutes import MinutesVersion
from dxdesk.operations.meetings import hold_meeting
from dxdesk.operations.minutes_editing import KEY
from dxdesk.store.errors import StoreUnavailable
from dxdesk.store.queries import finding, meeting_drafts, meetings, minutes
from dxdesk.ui.jobs import wait_for_jobs
from dxdesk.ui.minutes import endings
from dxdesk.ui.minutes.block_row import BlockRow
from dxdesk.ui.minutes.page import MinutesPage
from dxdesk.wording.minutes_screen import (
    CONFIRM,
    CONFIRMATION,
    DRAFT_NOW,
    LEAVE_OUT,
    LOOKED_AT,
    NO_MEETING,
    NOT_YET_CLOSED,
    NOTHING_CHANGED,
    TAKE_IN,
)
from tests.builders import COMMITTEE, MOMENT, SECRETARIAT, acting, open_desk, start_cycle
from tests.databases import open_anywhere
from tests.ui.entry.conftest import hand_over

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def versions(desk: Desk) -> tuple[MinutesVersion, ...]:
    return desk.ask(minutes.versions, desk.ask(finding.meeting).id)


def item(page: MinutesPage, number: int) -> str:
    """The key of the part of an agenda item."""
    assert page.shown is not None
    return page.shown.source.record.items[number - 1].id


def row(page: MinutesPage, kind: str, place: int = 0) -> BlockRow:
    return [each for each in page.centre.editor.rows.values() if each.block.kind == kind][place]


def press(page: MinutesPage, words: str) -> None:
    button = next(each for each in page.centre.findChildren(QPushButton) if each.text() == words and each.isVisible())
    button.click()


def texts(page: MinutesPage, kind: str) -> list[str]:
    return [block.text for block in page.writing.pending.blocks if block.kind == kind]


def test_the_first_look_makes_the_draft_from_what_was_recorded(page: MinutesPage, desk: Desk) -> None:
    assert [each.state for each in versions(desk)] == ["draft"]
    assert page.shown is not None
    names = [each.name for each in page.shown.rows]
    assert names[:4] == ["日時・場所", "出席・欠席", "公開の別・資料", "次第"]
    assert names[4:] == ["（1）前回の宿題", "（2）書かない窓口", "（3）研修", "次回・その他", "作成・確認"]


def test_the_band_counts_what_is_open_and_leads_there(page: MinutesPage) -> None:
    notice = page.notice()
    assert notice is not None
    assert notice.text == "あと4つ確かめてください。"
    words = [word for word, _ in notice.actions]
    unrecorded = "議題（1）：記録がありません。了承でよいか確かめてください。　確かめる"
    assert words == ["議題（3）：結論がありません　選ぶ", unrecorded, "確認者：まだです　書く"]
    notice.actions[1][1]()
    assert page.key == item(page, 1)
    notice.actions[2][1]()
    assert page.key == CONFIRMATION
    assert page.centre.confirmation.confirmer.line.hasFocus()


def test_what_was_looked_at_and_what_was_chosen_is_open_no_more(page: MinutesPage, qtbot: QtBot) -> None:
    page.open_part(item(page, 1))
    press(page, LOOKED_AT)
    page.open_part(item(page, 3))
    press(page, "継続審議")
    assert texts(page, "result")[2] == "継続協議とした。"
    page.open_part(CONFIRMATION)
    hand_over(page.centre.confirmation.confirmer.line, "今野")
    assert page.shown is not None
    assert not any(each.wants for each in page.shown.rows)
    assert [each.sign for each in page.shown.rows] == list("案案案案✓案✓案✓")
    assert (notice := page.notice()) is not None
    assert [word for word, _ in notice.actions] == ["案のままの項目：6　見る"]
    for key in ("time", "attendance", "openness", "agenda", item(page, 2), "outlook"):
        page.open_part(key)
    assert page.notice() is None


def test_what_is_typed_is_kept_by_itself_and_a_version_is_made_on_leaving(
    page: MinutesPage, desk: Desk, qtbot: QtBot
) -> None:
    page.open_part(item(page, 2))
    area = row(page, "explanation").area
    assert area is not None
    area.show_text("")
    hand_over(area, "資料1を説明した。")
    with qtbot.waitSignal(page.writing.autosave.state_changed, check_params_cb=lambda state: state == "saved"):
        pass
    kept = desk.ask(meeting_drafts.draft, page.meeting, KEY)
    assert kept is not None
    assert "資料1を説明した。" in [each["text"] for each in kept["blocks"]]
    assert len(versions(desk)) == 1
    assert page.leave()
    assert "資料1を説明した。" in [block.text for block in versions(desk)[1].blocks]
    assert page.leave()
    assert len(versions(desk)) == 2


def test_what_was_kept_is_there_again_when_the_program_was_killed(
    page: MinutesPage, desk: Desk, town_file: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    page.open_part(item(page, 2))
    area = row(page, "remark").area
    assert area is not None
    area.append_text("なお、")
    assert page.writing.autosave.flush()
    dead = tmp_path / "killed.db"
    dead.write_bytes(town_file.read_bytes())
    again = Desk(open_anywhere(dead), SECRETARIAT, lambda: MOMENT)
    found = MinutesPage(again, again.ask(finding.cycle))
    qtbot.addWidget(found)
    assert found.writing.pending == page.writing.pending
    assert any("なお、" in block.text for block in found.writing.pending.blocks)
    found.finished.follower.stop()
    again.close()


def test_a_remark_moves_goes_and_comes_back_by_the_keyboard(page: MinutesPage, desk: Desk, qtbot: QtBot) -> None:
    page.open_part(item(page, 2))
    before = texts(page, "remark")
    second = row(page, "remark", 1).area
    assert second is not None
    second.setFocus()
    QTest.keyClick(second, Qt.Key.Key_Up, ALT)
    assert texts(page, "remark") == before[::-1]
    moved = row(page, "remark", 0).area
    assert moved is not None
    assert moved.hasFocus()
    desk.undo()
    assert texts(page, "remark") == before
    row(page, "remark").remove_requested.emit(row(page, "remark").block.id)
    assert texts(page, "remark") == before[1:]
    desk.undo()
    assert texts(page, "remark") == before
    desk.redo()
    assert texts(page, "remark") == before[1:]


def test_a_paragraph_is_added_where_it_belongs_and_takes_the_cursor(page: MinutesPage) -> None:
    page.open_part(item(page, 2))
    press(page, "＋ 発言を加える")
    assert texts(page, "remark")[-1] == ""
    new = row(page, "remark", 2)
    assert new.area is not None
    assert new.area.hasFocus()
    kinds = [each.kind for each in page.shown.part(page.key).blocks] if page.shown else []
    assert kinds == ["item", "explanation", "remark", "remark", "remark", "result", "decision", "action"]


def test_an_item_that_is_left_out_keeps_its_records_and_can_come_back(page: MinutesPage) -> None:
    page.open_part(item(page, 2))
    before = page.writing.pending.blocks
    press(page, LEAVE_OUT)
    assert "書かない窓口について" not in texts(page, "item")
    assert texts(page, "decision") == ["2段階に分けて進める。"]
    press(page, TAKE_IN)
    assert page.writing.pending.blocks == before


def test_what_is_withheld_wants_a_reason(page: MinutesPage, qtbot: QtBot) -> None:
    page.open_part(item(page, 2))
    remark = row(page, "remark")
    remark.withhold_requested.emit(remark.block.id, "")
    notice = page.notice()
    assert notice is not None
    assert notice.text == "あと5つ確かめてください。"
    reason = row(page, "remark").reason
    assert reason is not None
    reason.line.setFocus()
    hand_over(reason.line, "契約前のため")
    assert row(page, "remark").reason is reason  # a field in use stays
    block = next(each for each in page.writing.pending.blocks if each.id == remark.block.id)
    assert (block.public, block.reason) == (False, "契約前のため")
    assert page.centre.editor.whole is not None
    page.centre.editor.whole.click()
    assert not next(each for each in page.writing.pending.blocks if each.kind == "item" and not each.public).reason


def test_an_earlier_version_is_looked_at_and_not_written(page: MinutesPage) -> None:
    page.open_part("time")
    area = row(page, "place").area
    assert area is not None
    area.append_text("別館")
    page.leave()
    page.parts.version_chosen.emit(1)
    notice = page.notice()
    assert notice is not None
    assert notice.text == "案 1 を見ています。"
    assert not page.centre.editor.rows[row(page, "place").block.id].area
    notice.actions[0][1]()
    page.parts.compare.click()
    assert page.centre.currentWidget() is page.centre.comparison
    assert page.centre.comparison.close_button.hasFocus()
    page.centre.comparison.close_button.click()
    assert page.centre.currentWidget() is page.centre.editor


def test_the_first_draft_is_like_itself(page: MinutesPage) -> None:
    assert page.shown is not None
    page.centre.show_differences(page.shown)
    said = [label.text() for label in page.centre.comparison.findChildren(type(page.centre._words))]
    assert NOTHING_CHANGED in said


def test_the_parts_are_walked_by_the_keyboard(page: MinutesPage, qtbot: QtBot) -> None:
    page.open_part("time")
    area = row(page, "place").area
    assert area is not None
    area.setFocus()
    QTest.keyClick(area, Qt.Key.Key_Down, CTRL)
    assert page.key == "attendance"
    QTest.keyClick(page.parts.list, Qt.Key.Key_Up, CTRL)
    assert page.key == "time"


def test_without_a_meeting_the_page_says_so_and_offers_nothing(
    database_file: Path, qtbot: QtBot
) -> None:  # fmt: skip
    desk = open_desk(open_anywhere(database_file))
    page = MinutesPage(desk, start_cycle(desk))
    qtbot.addWidget(page)
    assert page.centre._words.text() == NO_MEETING
    assert not page.foot.primary.isEnabled()
    assert page.notice() is None
    assert page.leave()
    desk.close()


def test_a_read_only_database_shows_minutes_and_makes_none(town_file: Path, desk: Desk, qtbot: QtBot) -> None:
    desk.close()
    looking = Desk(open_anywhere(town_file, read_only=True), SECRETARIAT, lambda: MOMENT)
    page = MinutesPage(looking, looking.ask(finding.cycle))
    qtbot.addWidget(page)
    assert page.shown is None
    assert page.foot.mode == "nothing"
    assert looking.ask(minutes.versions, page.meeting) == ()
    assert [each.state for each in looking.ask(meetings.meetings)] == ["closed"]
    looking.close()


def test_an_open_meeting_is_drafted_only_when_somebody_wants_it(desk: Desk, qtbot: QtBot) -> None:
    cycle = desk.ask(finding.cycle)
    desk.do(hold_meeting, cycle, COMMITTEE, day=date(2025, 3, 3))
    page = MinutesPage(desk, cycle)
    qtbot.addWidget(page)
    page.show_subject(desk.ask(meetings.meetings)[-1].id)
    assert (page.shown, page.foot.primary.text()) == (None, DRAFT_NOW)
    page.foot.primary.click()
    assert page.shown is not None
    assert page.foot.primary.text() == f"{CONFIRM}（{NOT_YET_CLOSED}）"
    assert not page.foot.primary.isEnabled()
    page.finished.follower.stop()
    wait_for_jobs()


def test_who_may_not_write_minutes_only_reads_them(page: MinutesPage, desk: Desk, qtbot: QtBot) -> None:
    page.leave()
    desk.actor = acting("chair")
    found = MinutesPage(desk, desk.ask(finding.cycle))
    qtbot.addWidget(found)
    found.open_part("time")
    assert found.foot.mode == "reading"
    assert all(each.area is None for each in found.centre.editor.rows.values())
    found.finished.follower.stop()
    wait_for_jobs()


def test_a_draft_that_cannot_be_stored_leaves_a_page_that_offers_it_again(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(endings, "tell", lambda _page, words: told.append(words))
    real = Desk.do

    def full(_desk: Desk, *_rest: object) -> object:
        raise StoreUnavailable("disk_full", Path("town.db"))

    monkeypatch.setattr(Desk, "do", full)
    page = MinutesPage(desk, desk.ask(finding.cycle))
    qtbot.addWidget(page)
    page.foot.primary.click()
    assert page.shown is None
    assert len(told) == 1
    monkeypatch.setattr(Desk, "do", real)
    page.foot.primary.click()
    assert page.shown is not None
    monkeypatch.setattr(Desk, "do", full)
    page.open_part("time")
    area = row(page, "place").area
    assert area is not None
    hand_over(area, "別館の")
    assert not page.writing.autosave.flush()
    notice = page.notice()
    assert notice is not None
    assert notice.look == "band-error"
    assert not page.leave()
    monkeypatch.setattr(Desk, "do", real)
    assert page.leave()
    assert "別館の" in versions(desk)[-1].blocks[2].text
    page.finished.follower.stop()
    wait_for_jobs()
