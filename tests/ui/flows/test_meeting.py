"""A whole meeting of each of the five towns, by keyboard alone, with a screen for the audience."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from zipfile import ZipFile

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QMenu, QTextEdit
from pytestqt.qtbot import QtBot

from dxdesk.domain.meetings import AgendaItem
from dxdesk.domain.permissions import Actor
from dxdesk.store.queries import finding, meeting_drafts, meetings, minutes, plans
from dxdesk.ui.application import create_application, set_text_scale
from dxdesk.ui.jobs import wait_for_jobs
from dxdesk.ui.main_window import MainWindow
from dxdesk.ui.projection.of_desk import forget_projections
from tests.ui.doorways import doors_on
from tests.ui.entry.towns import desk_on
from tests.ui.flows import towns
from tests.ui.flows.before_meeting import (
    ASK,
    DOWN,
    EARLIER,
    LEAD,
    PROXY,
    UP,
    attend,
    choose,
    discussed,
    open_drawer,
    prepare,
    project,
    replace,
    walk,
)
from tests.ui.flows.conftest import pdf_text, saved_file
from tests.ui.flows.hands import CONTROL, Keyboard, focus
from tests.ui.flows.meeting_room import TEXT, MeetingRoom
from tests.ui.flows.towns import PLANS, Town

MEMO = "町長には昼に話した"
DECIDED, GIVEN, SAID = "予定を一年延ばすこととする。", "新しい予定を示す。", "繁忙期を避けてほしい。"
UNFINISHED = "書きかけの文"
EDITED, REASON = "資料に沿って説明した。", "個人の名前を含むため"
BEFORE = "2025-02-13T13:00:00+09:00"
ROOMS = (*((plan, (1366, 696)) for plan in PLANS), (PLANS[0], (1024, 588)))
"""The plan, and the laptop's window inside, px."""
MOST_PARTS = 20


@pytest.fixture(params=ROOMS, ids=[*PLANS, "narrow"])
def room(
    request: pytest.FixtureRequest, empty_file: Path, tmp_path: Path, qtbot: QtBot, qapp: QApplication
) -> Iterator[MeetingRoom]:
    """The secretariat at the laptop of a town, an hour before the meeting; two screens are plugged in."""
    set_text_scale(create_application([]), TEXT)
    plan, size = request.param
    desk = desk_on(towns.make(empty_file, tmp_path / "town.db", plan, given=EARLIER), BEFORE)
    town = Town(desk)
    towns.meeting_held(town)
    desk.actor = Actor("secretariat", (), "佐藤")
    found = MeetingRoom(town)
    window = MainWindow(doors_on(desk))
    qtbot.addWidget(window)
    window.open_target("town.db")
    window.resize(*size)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    found.sit_down(Keyboard(window))
    yield found
    forget_projections()
    wait_for_jobs()
    desk.close()
    set_text_scale(create_application([]), 1.0)


def on_item(room: MeetingRoom) -> AgendaItem:
    """The unit that has to be decided about is open, by its row in 次第."""
    item = discussed(room.town)
    choose(room.hands, "次第", item.id)
    if room.narrow:
        room.hands.into("決定の文")
    else:
        room.hands.key(Qt.Key.Key_Return)
    room.step("議題を開く")
    room.hands.already_in("決定の文")
    return item


def record(room: MeetingRoom) -> None:
    """決定 and 宿題 with 復唱, 発言, 席上修正 and 事務局メモ; the slides go on while somebody types."""
    hands, projector = room.hands, room.projection.projector
    item = on_item(room)
    hands.write(DECIDED)
    field = focus()
    assert isinstance(field, QTextEdit)
    before = room.slide
    hands.key(Qt.Key.Key_PageDown)
    room.step("書きながら次へ")
    assert room.slide != before
    assert DECIDED not in "".join(room.said)
    hands.key(Qt.Key.Key_PageUp)
    room.step("書きながら前へ")
    assert room.slide == before
    hands.already_in("決定の文")
    assert focus() is field
    assert field.toPlainText() == DECIDED

    hands.chord("F11")
    hands.key(Qt.Key.Key_PageDown)
    room.step("固定")
    assert projector.frozen
    assert projector.projected is not None
    assert projector.projected.position.item == item.number
    hands.key(Qt.Key.Key_PageUp)
    hands.chord("F11")
    hands.chord("F12")
    room.step("隠す")
    assert projector.projected is None
    hands.chord("F12")
    room.step("戻す")

    hands.press("結論：承認")
    room.step("結論")
    hands.chord("F4")
    room.step("復唱")
    assert DECIDED in room.audience.replace("\n", "")
    hands.chord("F4")
    room.step("復唱を戻す")
    hands.press("記録する")
    room.step("決定")

    hands.chord("Ctrl+2")
    hands.already_in("宿題の文")
    hands.write(GIVEN)
    if hands.found("担当の課を選んでください"):  # the item belongs to several departments alike
        hands.menu("担当：まだ", room.town.names[0])
        hands.key(Qt.Key.Key_Escape)
        hands.back_in_front()
    hands.into("期限")
    hands.enter("3/14")
    room.step("宿題を書く")
    hands.chord("F4")
    room.step("宿題の復唱")
    hands.chord("F4")
    hands.press("記録する")
    room.step("宿題の記録")

    hands.chord("Ctrl+3")
    hands.already_in("発言の文")
    hands.write(SAID)
    hands.into("発言した方")
    hands.write("今野　彩")
    hands.press("種類：要望")
    room.step("発言を書く")
    hands.press("記録する")
    room.step("発言")

    hands.chord("Ctrl+4")
    hands.pick("直す欄", "今の状況")
    hands.pick("直したあと", "要注意")
    hands.into("だれの求めで")
    hands.write("今野　彩")
    room.step("席上修正を書く")
    hands.press("記録する")
    room.step("席上修正")

    hands.press("事務局メモ")
    hands.into("事務局メモ")
    hands.write(MEMO)
    room.step("事務局メモ")
    hands.chord("Ctrl+3")
    hands.write(UNFINISHED)
    hands.key(Qt.Key.Key_PageDown)
    room.step("書きかけ")
    hands.key(Qt.Key.Key_PageUp)


def close(room: MeetingRoom) -> None:
    """会議を閉じる: what is still open, and the next day."""
    hands = room.hands
    hands.press("会議を閉じる")
    room.step("会議を閉じる")
    hands.into("次の会議の日")
    hands.enter("7/8/21")
    room.step("次回")
    hands.chord("Ctrl+Enter")
    room.step("会議録")


def end_projection(room: MeetingRoom) -> None:
    """投影を終える, from the meeting that is closed by now."""
    room.hands.press("‹ 会議へ戻る")
    room.step("終わった会議")
    room.hands.menu("● 投影中", "投影を終える")
    room.step("投影を終える")
    assert room.projection.state == "off"


def of_remark(hands: Keyboard, button: str, word: str) -> None:
    """An entry of a menu that holds up everything else until it is closed."""

    def choose_entry() -> None:
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        for _ in menu.actions():
            if menu.activeAction() is None or menu.activeAction().text() != word:
                hands.key(Qt.Key.Key_Down)
        hands.key(Qt.Key.Key_Return)

    wanted = hands.button(button)
    hands.go(lambda now: now is wanted)
    QTimer.singleShot(0, choose_entry)
    hands.key(Qt.Key.Key_Space)
    hands.back_in_front()


def write_minutes(room: MeetingRoom, saved: Path) -> None:
    """会議録: a paragraph in other words, one that is withheld, 確定, and both files."""
    hands = room.hands
    hands.key(UP, CONTROL, times=MOST_PARTS)
    for _ in range(MOST_PARTS):
        if not any(each.accessibleName() == "今野　彩の要望" for each in hands.seen(QTextEdit)):
            hands.key(DOWN, CONTROL)
            room.step("会議録-項目")
    replace(hands, "説明", "")
    hands.write(EDITED)
    room.step("説明を直す")
    of_remark(hands, "今野　彩の要望の順番など", "非公開にする")
    room.step("非公開にする")
    hands.already_in("非公開の理由")
    hands.write(REASON)
    room.step("非公開の理由")
    open_drawer(hands, "できあがり")
    hands.pick("できあがりの種類", "公表用")
    room.step("公表用")
    hands.press("PDFで保存")
    room.step("公表用のPDF")
    assert SAID not in pdf_text(saved)
    hands.pick("できあがりの種類", "会議録")
    hands.press("会議録を確定する")
    room.step("確認者")
    hands.already_in("確認者")
    hands.write("今野　彩")
    hands.press("会議録を確定する")
    room.step("確定")
    hands.press("PDFで保存")
    room.step("会議録のPDF")
    text = pdf_text(saved)
    assert [each for each in (DECIDED, GIVEN, EDITED, PROXY, REASON) if each not in text] == []
    assert [each for each in (SAID, LEAD, MEMO, UNFINISHED) if each in text] == []
    hands.press("Wordで保存")
    room.step("Word")
    with ZipFile(saved_file(saved)) as word:
        assert DECIDED in word.read("word/document.xml").decode()


def check_records(town: Town) -> None:
    """Everything that was typed is on file, as it was typed."""
    meeting, first = town.desk.ask(finding.meeting), town.desk.ask(plans.departments)[0]
    record = town.desk.ask(meetings.record, meeting)
    item = discussed(town)
    assert [(each.item, each.result, each.text, each.read_back) for each in record.decisions] == [
        (item.number, "approved", DECIDED, True)
    ]
    assert [(each.item, each.departments, each.due, each.text) for each in record.actions] == [
        (item.number, (first.id,), date(2025, 3, 14), GIVEN)
    ]
    assert [(each.speaker, each.kind, each.text) for each in record.remarks] == [("今野　彩", "wish", SAID)]
    assert [(each.field, each.before, each.after, each.asked_by) for each in record.corrections] == [
        ("status", "late", "warn", "今野　彩")
    ]
    assert (meeting.state, meeting.next_day) == ("closed", date(2025, 8, 21))
    drafts = town.desk.ask(meeting_drafts.drafts, meeting.id)
    assert drafts[f"remark:{item.id}"]["text"] == UNFINISHED
    assert drafts[f"note:{item.id}"]["text"] == MEMO
    newest = town.desk.ask(minutes.versions, meeting.id)[-1]
    assert (newest.state, newest.confirmed_by) == ("confirmed", "今野　彩")
    assert [(each.reason, each.text) for each in newest.blocks if not each.public] == [(REASON, SAID)]


def test_a_whole_meeting_goes_by_keyboard_alone(room: MeetingRoom, saved: Path, qtbot: QtBot) -> None:
    prepare(room)
    attend(room)
    project(room)
    walk(room, qtbot)
    record(room)
    close(room)
    write_minutes(room, saved)
    end_projection(room)
    check_records(room.town)
    heard = "".join(room.said).replace("\n", "")
    assert [each for each in (DECIDED, GIVEN, ASK) if each not in heard] == []
    assert [each for each in (LEAD, MEMO, SAID, UNFINISHED) if each in heard] == []
