"""Before and at the beginning of a meeting, by keyboard: its agenda, who comes, the screen, and every slide."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from dxdesk.domain.meetings import AgendaItem
from dxdesk.store.queries import finding, meetings
from dxdesk.ui.meeting.row_list import RowList
from dxdesk.wording.presenter import LAST_SCREEN
from tests.ui.flows.hands import CONTROL, Keyboard, focus, settle
from tests.ui.flows.meeting_room import MeetingRoom
from tests.ui.flows.towns import Town

EARLIER = "窓口の混雑を調べて示す。"
"""What the meeting before gave to do."""
ASK, LEAD = "予定を一年延ばしてよいか", "課長から先に聞く"
"""決めること and 進行メモ of what is discussed."""
TITLE, PROXY = "その他の連絡", "代理　次郎"
UP, DOWN = Qt.Key.Key_Up, Qt.Key.Key_Down
ALT = Qt.KeyboardModifier.AltModifier


def words(hands: Keyboard) -> set[str]:
    """What the labels say."""
    return {each.text() for each in hands.seen(QLabel) if isinstance(each, QLabel)}


def rows(hands: Keyboard, name: str) -> RowList:
    """The list of a name."""
    found = next(each for each in hands.seen(RowList) if each.accessibleName() == name)
    assert isinstance(found, RowList)
    return found


def choose(hands: Keyboard, name: str, key: str) -> None:
    """A row by its key."""
    settle()
    lists = [each for each in hands.seen(RowList) if each.accessibleName() == name]
    if not lists:  # in a narrow window the rows are in a drop-down list
        box = hands.field(name)
        assert isinstance(box, QComboBox)
        hands.pick(name, box.itemText(box.findData(key)))
        return
    view = rows(hands, name)
    hands.choose(view, view.rows.index_of(key))


def open_drawer(hands: Keyboard, words: str) -> None:
    """A panel for which a narrow window has no room beside the others."""
    buttons = [each for each in hands.seen(QPushButton) if isinstance(each, QPushButton)]
    found = next((each for each in buttons if each.text().startswith(words)), None)
    if found is not None and not found.isChecked():
        hands.press(found.text())


def replace(hands: Keyboard, name: str, text: str) -> None:
    """Another text in place of what stands in a field."""
    hands.into(name)
    hands.key(Qt.Key.Key_A, CONTROL)
    hands.enter(text)


def agenda_of(town: Town) -> tuple[AgendaItem, ...]:
    """The agenda as it is on file."""
    return town.desk.ask(meetings.agenda, town.desk.ask(finding.meeting).id)


def discussed(town: Town) -> AgendaItem:
    """The unit that has to be decided about."""
    return next(each for each in agenda_of(town) if each.kind == "discuss" and each.unit is not None)


def prepare(room: MeetingRoom) -> None:
    """次第をつくる: what is proposed, and changes to it."""
    hands, town = room.hands, room.town
    hands.tab("会議")
    room.step("会議")
    hands.press("次第をつくる")
    room.step("次第")
    proposed = agenda_of(town)
    item = discussed(town)
    choose(hands, "次第", item.id)
    replace(hands, "時間（分）", "25")
    replace(hands, "決めること", "")
    hands.write(ASK)
    hands.into("進行メモ")
    hands.write(LEAD)
    room.step("次第-協議")
    hands.key(Qt.Key.Key_Escape)
    assert focus() is rows(hands, "次第")
    there, back, by = (DOWN, UP, 1) if item.number == 1 else (UP, DOWN, -1)
    hands.key(there, ALT)
    room.step("次第-順番")
    assert next(each.number for each in agenda_of(town) if each.id == item.id) == item.number + by
    hands.key(back, ALT)
    hands.press("＋ 議題を加える")
    assert focus() is hands.field("件名")
    hands.key(Qt.Key.Key_A, CONTROL)
    hands.write(TITLE)
    hands.key(Qt.Key.Key_Escape)
    known = {each.unit for each in agenda_of(town)}
    free = next((unit for unit in town.plan.units if unit.id not in known), None)
    if free is not None:
        open_drawer(hands, "取組の候補")
        choose(hands, "取組の候補", free.id)
        hands.key(Qt.Key.Key_Return)
        room.step("次第-候補")
        hands.key(Qt.Key.Key_Return)
        room.step("次第-協議か報告か")
        hands.key(Qt.Key.Key_Return)
        hands.key(Qt.Key.Key_Delete)
        assert free.id not in {each.unit for each in agenda_of(town)}
        room.step("次第-外す")
    changed = next(each for each in agenda_of(town) if each.id == item.id)
    assert (changed.minutes, changed.ask, changed.number) == (25, ASK, item.number)
    assert [each.title for each in agenda_of(town)] == [*(each.title for each in proposed), TITLE]


def attend(room: MeetingRoom) -> None:
    """Somebody comes in another's place."""
    hands, town = room.hands, room.town
    open_drawer(hands, "出席・映す前に")
    hands.press("名簿を直す")
    room.step("出席")
    choose(hands, "出席者", "髙橋　花")
    for _ in range(4):
        if not any(each.accessibleName() == "髙橋　花 の代理 氏名" for each in hands.seen(QLineEdit)):
            hands.key(Qt.Key.Key_Right)
    hands.already_in("髙橋　花 の代理 氏名")
    hands.write(PROXY)
    room.step("代理")
    hands.key(Qt.Key.Key_Return)
    room.step("代理-済")
    record = town.desk.ask(meetings.record, town.desk.ask(finding.meeting))
    assert [each.proxy_for for each in record.attendance if each.name == PROXY] == ["髙橋　花"]


def project(room: MeetingRoom) -> None:
    """投影を始める: it is asked which screen is meant."""
    hands = room.hands
    hands.press("次第")
    hands.chord("Ctrl+Enter")
    room.step("次第-確定")
    room.answer_with(Qt.Key.Key_Return)
    hands.chord("F5")
    room.step("投影")
    assert room.projection.state == "on"
    assert room.projection.place is not None
    assert room.projection.place.number == 2


def walk(room: MeetingRoom, qtbot: QtBot) -> None:
    """Every slide, by the keys of a remote control and by those of the laptop."""
    hands, town = room.hands, room.town
    item = discussed(town)
    seen: list[int] = []
    for _ in range(60):
        before = room.projection.projector.sight
        hands.key(Qt.Key.Key_PageDown)
        settle()
        now = room.projection.projector.sight
        if now == before:
            break
        assert now is not None
        seen.append(now.position.item or 0)
        if now.position.item != (before.position.item if before else None):
            room.step(f"議題{now.position.item}")
    assert seen == sorted(seen)
    assert seen[-1] == len(agenda_of(town))
    qtbot.waitUntil(lambda: LAST_SCREEN in words(hands) or room.narrow)
    hands.chord("F5")
    room.step("ボード")
    assert room.slide == (None, "board")
    hands.press("道のり")
    room.step("道のり")
    assert room.slide == (None, "roadmap")
    for word, view in (("推移", "trend"), ("宿題", "actions"), ("次第", "agenda"), ("白", "blank")):
        hands.menu("ほかの画面を映す", word)
        room.step(word)
        assert room.slide == (None, view)
        if view == "actions":
            assert EARLIER in room.audience.replace("\n", "")
    hands.menu("ほかの画面を映す", "休憩 10分")
    room.step("休憩")
    assert room.slide == (None, "break")
    hands.chord("Ctrl+G")
    settle()
    hands.enter("1")
    hands.key(Qt.Key.Key_Return)
    hands.back_in_front()
    room.step("番号で映す")
    assert room.slide[0] == item.code
