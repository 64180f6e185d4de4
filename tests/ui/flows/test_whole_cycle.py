"""はじめに to the next 照会: a whole cycle of each of the five towns through the one window."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QTableView
from pytestqt.qtbot import QtBot

from dxdesk import opening
from dxdesk.desk import Desk
from dxdesk.domain.meetings import MeetingRecord
from dxdesk.domain.plans import Plan
from dxdesk.domain.rosters import Roster
from dxdesk.operations.change import Change
from dxdesk.store import database as store
from dxdesk.store import making
from dxdesk.store.queries import cycles, finding, meetings, minutes, plans, replies
from dxdesk.store.verification import verify
from dxdesk.ui.application import create_application
from dxdesk.ui.collect.page import CollectPage
from dxdesk.ui.entry.page import EntryPage
from dxdesk.ui.first_run.samples import shipped_plan
from dxdesk.ui.jobs import wait_for_jobs
from dxdesk.ui.main_window import MainWindow
from dxdesk.ui.meeting.row_list import RowList
from tests.databases import anywhere
from tests.ui.entry.towns import answer, desk_on
from tests.ui.flows.conftest import TODAY, pdf_text
from tests.ui.flows.hands import Hands, Keyboard, Mouse
from tests.ui.flows.towns import PLANS, Town

DEPARTMENTS = "見本第一課\n見本第二課\n"
MEMBERS = (("今野　彩", "副町長", "委員長"), ("鈴木　一郎", "総務課長", "委員"), ("髙橋　花", "税務課長", "委員"))
DONE, AGAIN = "手続を三つ電子にしました。", "窓口受付簿で数えました。"
DECIDED, GIVEN, SAID = "予定を一年延ばすこととする。", "新しい予定を示す。", "繁忙期を避けてほしい。"

Begin = Callable[[type[Hands]], Hands]


@pytest.fixture(autouse=True)
def _anywhere(monkeypatch: pytest.MonkeyPatch) -> None:
    """A test's data folder may lie wherever the machine keeps temporary files."""
    for function in (store.open_database, store.create_database, making.check_place):
        defaults = function.__kwdefaults__
        assert defaults is not None
        monkeypatch.setitem(defaults, "location", anywhere)


@pytest.fixture
def begin(qtbot: QtBot, qapp: QApplication) -> Iterator[Begin]:
    """The window as it opens for the first time; its desk has the clock of a day after the meeting."""
    create_application([])

    def found(target: str, plan: Plan, roster: Roster, first_year: int | None) -> Desk:
        desk = opening.found_desk(target, plan, roster, first_year)
        desk._clock = lambda: TODAY
        return desk

    def open_it(kind: type[Hands]) -> Hands:
        window = MainWindow(replace(opening.doors(), found=found))
        qtbot.addWidget(window)
        window.resize(1366, 696)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        window.first.setFocus()
        return kind(window)

    yield open_it
    wait_for_jobs()


def paste(hands: Hands, rows: str) -> None:
    """Rows from a spreadsheet into the table that is shown."""
    QGuiApplication.clipboard().setText(rows)
    view = hands.seen(QTableView)[0]
    assert isinstance(view, QTableView)
    if isinstance(hands, Keyboard):
        hands.go(lambda now: now is view)
        hands.chord("Ctrl+V")
    else:
        hands.press("貼り付ける")


def found_town(hands: Hands, name: str, qtbot: QtBot) -> Town:
    """事務局の仕事をする, with two departments more and three members."""
    plan = shipped_plan(name)
    hands.press("事務局の仕事をする")
    hands.write(plan.town)
    hands.press("次へ")
    hands.press("次へ")
    paste(hands, DEPARTMENTS)
    hands.tab("委員")
    members = (("氏名", "職名", "立場", "会議"), *((*each, plan.bodies[0].name) for each in MEMBERS))
    paste(hands, "\n".join("\t".join(each) for each in members))
    for _ in range(2):
        hands.press("次へ")
    hands.press("この内容ではじめる")
    window = hands.window
    assert isinstance(window, MainWindow)
    qtbot.waitUntil(lambda: window.view is not None)
    assert window.view is not None
    return Town(window.view.desk)


def open_cycle(hands: Hands) -> None:
    hands.press("次の回をつくる")
    hands.press("次へ")
    hands.press("次へ")
    hands.press("この回だけつくる")


def act_as(hands: Hands, *role: str) -> None:
    hands.menu("メニュー", "立場を選ぶ", *role)


def fill_in(hands: Hands, status: str, results: str) -> None:
    hands.press(status)
    hands.into("今回の実績（必須）")
    hands.write(results)
    hands.press("提出する")


def confirm_as_head(hands: Hands, town: Town, code: str) -> None:
    """A head reads one answer and confirms it."""
    hands.into("氏名")
    hands.write("課長　太郎")
    page = hands.seen(EntryPage)[0]
    assert isinstance(page, EntryPage)
    cards = page.body.centre.done.cards
    place = [each.unit.code for each in page.entries.own].index(code)
    hands.choose(cards, cards.model().index(place, 0))
    if isinstance(hands, Keyboard):
        hands.key(Qt.Key.Key_Return)
    hands.press("確認した")
    unit = town.plan.unit(code).id
    (confirmed,) = [each.confirmed for each in page.entries.own if each.unit.id == unit]
    assert confirmed is not None
    assert (confirmed.title, confirmed.name) == ("課長", "課長　太郎")


def cell(hands: Hands, town: Town, code: str, department: str) -> None:
    page = hands.seen(CollectPage)[0]
    assert isinstance(page, CollectPage)
    hands.choose(page.matrix, page.matrix.cells.index_of(town.plan.unit(code).id, department))


def answer_the_rest(town: Town, late: str) -> None:
    """What the other departments have handed in meanwhile; one unit is late for all of them."""
    cycle, desk = town.cycle, town.desk
    names = {each.id: each.name for each in desk.ask(plans.departments)}
    views = desk.ask(replies.views, cycle)
    silent = [
        (town.plan.by_id[unit].code or "", names[department])
        for unit, view in views.items()
        for department, slot in view.slots.items()
        if slot.state == "unanswered"
    ]

    def hand_in(change: Change) -> None:
        for code, name in silent:
            answer(change, cycle, code, name, status="late" if code == late else "ok", results=DONE)

    desk.do(hand_in)


def part(hands: Hands, name: str, key: str) -> None:
    rows = next(each for each in hands.seen(RowList) if each.accessibleName() == name)
    assert isinstance(rows, RowList)
    hands.choose(rows, rows.rows.index_of(key))


def move_to(town: Town, day: date) -> None:
    """It is another day."""
    town.desk._clock = lambda: f"{day.isoformat()}T15:00:00+09:00"


def hold(hands: Hands, town: Town) -> None:
    """会議を用意する to 会議を閉じる."""
    hands.tab("会議")
    hands.press("会議を用意する")
    hands.press("会議を用意する")
    meeting = town.desk.ask(finding.meeting)
    hands.press("次第をつくる")
    hands.press("次第を確定する")
    hands.press("‹ 会議へ戻る")
    discussed = [each for each in town.desk.ask(meetings.agenda, meeting.id) if each.kind == "discuss"]
    assert discussed
    for each in discussed:
        part(hands, "次第", each.id)
        hands.into("決定の文")
        hands.write(DECIDED)
        hands.press("結論：承認")
        hands.press("記録する")
    hands.press("宿題")
    hands.write(GIVEN)
    if hands.found("担当の課を選んでください"):  # the item belongs to several departments alike
        hands.menu("担当：まだ", town.names[0])
        hands.close_menu()
    hands.press("記録する")
    hands.press("発言")
    hands.write(SAID)
    hands.into("発言した方")
    hands.write("髙橋　花")
    hands.press("記録する")
    move_to(town, meeting.day)
    hands.press("会議を閉じる")


@pytest.mark.parametrize(("name", "kind"), [*((name, Keyboard) for name in PLANS), ("ogawara", Mouse)])
def test_a_whole_cycle_goes_through_the_window(
    name: str, kind: type[Hands], begin: Begin, saved: Path, qtbot: QtBot
) -> None:
    hands = begin(kind)
    town = found_town(hands, name, qtbot)
    open_cycle(hands)
    first = town.cycle
    asked = town.desk.ask(cycles.asked, first.id)
    own = next(each for each in town.desk.ask(plans.departments) if any(each.id in found for found in asked.values()))
    codes = [unit.code or "" for unit in town.plan.units if own.id in asked.get(unit.id, ())]

    act_as(hands, "担当", f"{own.name}の担当")
    fill_in(hands, "遅れ", DONE)
    fill_in(hands, "順調", DONE)
    act_as(hands, "課長", f"{own.name}の課長")
    confirm_as_head(hands, town, codes[1])
    act_as(hands, "事務局")
    cell(hands, town, codes[0], own.id)
    hands.press("所属長の確認を記録")
    hands.into("氏名（必須）")
    hands.write("課長　太郎")
    hands.press("確認を記録する")
    cell(hands, town, codes[0], own.id)
    hands.press("差し戻す")
    hands.press("今回の実績")
    hands.already_in("聞きたいこと・直してほしいこと")
    hands.write("数字の根拠を書いてください。")
    hands.press("差し戻す")
    act_as(hands, "担当", f"{own.name}の担当")
    hands.already_in("今回の実績（必須）")
    hands.write(AGAIN)
    hands.press("もう一度提出する")
    act_as(hands, "事務局")
    answer_the_rest(town, codes[0])
    hands.press("提出分をまとめて受理する")
    hands.press("受理する")
    views = town.desk.ask(replies.views, first)
    merging = [unit for unit, view in views.items() if len(view.slots) > 1]
    if merging:
        hands.press("取りまとめへ")
    for _ in merging:
        hands.press("主管の回答をそのまま使う")
    views = town.desk.ask(replies.views, first)
    assert {view.counted is not None for view in views.values()} == {True}

    hold(hands, town)
    move_to(town, town.desk.ask(finding.meeting).day + timedelta(days=7))
    hands.press("会議録をつくる")
    hands.press("PDFで保存")
    assert DECIDED in pdf_text(saved)
    hands.press("会議録を確定する")
    hands.already_in("確認者")
    hands.write("今野　彩")
    hands.press("会議録を確定する")
    hands.tab("印刷")
    hands.press("個票")
    qtbot.waitUntil(lambda: hands.found("PDFで保存"))
    hands.press("PDFで保存")
    assert AGAIN in pdf_text(saved).replace(" ", "")  # a table cell may break it
    hands.tab("回収")
    hands.press("この回を締める")
    hands.press("この回を締める")
    qtbot.waitUntil(lambda: not town.cycle.open)
    hands.tab("回収")
    open_cycle(hands)
    assert town.cycle.previous == first.id

    before = (town.desk.ask(replies.views, first), record(town), town.desk.ask(cycles.cycles))
    assert before[1].decisions
    assert [each.text for each in before[1].actions] == [GIVEN]
    assert [(each.speaker, each.text) for each in before[1].remarks] == [("髙橋　花", SAID)]
    assert town.desk.ask(minutes.versions, before[1].meeting.id)[-1].state == "confirmed"
    assert verify(town.desk.database).ok
    path = town.desk.database.path
    assert path is not None
    assert hands.window.close()
    again = Town(desk_on(path))
    assert (again.desk.ask(replies.views, first), record(again), again.desk.ask(cycles.cycles)) == before
    again.desk.close()


def record(town: Town) -> MeetingRecord:
    """The record of the meeting of the first cycle."""
    first = town.desk.ask(cycles.cycles)[0]
    return town.desk.ask(meetings.record, town.desk.ask(meetings.meetings, first.id)[-1])
