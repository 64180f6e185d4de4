"""回収 where nothing can be done, nothing is left, or something is in the way; and where it leads next."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QPushButton, QSizePolicy
from pytestqt.qtbot import QtBot

from dxdesk.desk import Desk
from dxdesk.domain.permissions import Actor, ActorRole
from dxdesk.operations import cycles, departments, inquiring, reviews
from dxdesk.operations.meetings import close_meeting, hold_meeting
from dxdesk.operations.replies import confirm
from dxdesk.store.database import Database
from dxdesk.store.errors import StoreUnavailable
from dxdesk.store.queries import cycles as cycles_on_file
from dxdesk.store.queries import finding
from dxdesk.ui.collect.confirm_task import ConfirmTask
from dxdesk.ui.collect.page import CollectPage
from dxdesk.ui.collect.slot import answer_blocks
from dxdesk.ui.initiatives.sheet import StatusBlock
from tests.builders import (
    COMMITTEE,
    DUE,
    PLAN,
    SECRETARIAT,
    SOUMU,
    ZEIMU,
    accepted,
    acting,
    answer,
    arrive,
    at,
    open_desk,
    slot_of,
    start_cycle,
    uid,
)
from tests.databases import open_anywhere
from tests.ui.collect import towns
from tests.ui.collect.conftest import OpenPage
from tests.ui.collect.hands import CTRL, button, buttons, click, click_cell, press, texts, word

CHANGES = {"受理する", "差し戻す", "受理を取り消す", "代わりに記入する", "所属長の確認を記録"}


@pytest.fixture
def small(database_file: Path) -> Iterator[Desk]:
    """A desk on a plan without a cycle."""
    desk = open_desk(open_anywhere(database_file))
    yield desk
    desk.close()


def requests(page: CollectPage) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    page.page_requested.connect(lambda key, subject: found.append((key, subject)))
    return found


def test_without_a_cycle_the_button_makes_one(small: Desk, open_page: OpenPage) -> None:
    page = open_page(small)
    wanted = requests(page)
    assert "まだ回がありません。" in texts(page)
    assert page.notice() is None
    click(page.foot.primary)
    assert wanted == [("open_cycle", "")]
    page.set_cycle(start_cycle(small, assigned={"重点-1": [SOUMU]}))
    assert word(page, "重点-1", SOUMU) == "未回答"


def test_a_closed_cycle_is_only_read_and_offers_to_be_opened_again(desk: Desk, open_page: OpenPage) -> None:
    cycle = towns.newest(desk)
    desk.do(cycles.close_cycle, cycle, "見本のため")
    page = open_page(desk, cycle)
    assert (word(page, "重点-2", ZEIMU), word(page, "重点-1", SOUMU)) == ("✓ 受理", "未回答")
    click_cell(page, "重点-2", ZEIMU)
    assert "税の申請を始めた。" in texts(page.panel)
    assert not CHANGES & buttons(page)
    notice = page.notice()
    assert notice is not None
    assert notice.text == "この回は締めました（2月3日 確定）。"
    wanted = requests(page)
    notice.actions[0][1]()
    click(page.foot.primary)
    assert (page.foot.primary.text(), wanted) == ("次の回をつくる", [("close_cycle", ""), ("open_cycle", "")])


def test_a_past_cycle_is_only_read(desk: Desk, open_page: OpenPage) -> None:
    page = open_page(desk, towns.newest(desk))
    click_cell(page, "重点-2", ZEIMU)
    first = desk.ask(cycles_on_file.cycles)[0]
    page.set_cycle(first)
    assert word(page, "重点-1", SOUMU) == "✓ 受理"
    click_cell(page, "重点-1", SOUMU)
    assert "前の実績。" in texts(page.panel)
    assert not CHANGES & buttons(page)
    assert (page.notice(), page.foot.primary.text()) == (None, "取組一覧で見る")
    page.set_cycle(towns.newest(desk))
    assert page.matrix.chosen == (PLAN.unit("重点-2").id, desk.ask(finding.department, ZEIMU).id)


@pytest.mark.parametrize("role", ["reader", "chair", "liaison", "head"])
def test_a_role_that_reviews_nothing_has_no_button_for_it(desk: Desk, open_page: OpenPage, role: ActorRole) -> None:
    desk.actor = acting(role, SOUMU)
    page = open_page(desk, towns.newest(desk))
    click_cell(page, "重点-1", SOUMU)
    assert not CHANGES & buttons(page)
    press(Qt.Key.Key_Return, CTRL)
    assert slot_of(desk, towns.newest(desk), "重点-1", SOUMU).state == "submitted"
    assert not page.panel.next_steps.isVisible()


def test_a_database_that_is_only_read_has_no_button_that_writes(
    desk: Desk, open_page: OpenPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Database, "read_only", property(lambda _self: True))
    page = open_page(desk, towns.newest(desk))
    click_cell(page, "重点-1", SOUMU)
    assert not CHANGES & buttons(page)
    assert page.foot.primary.text() == "取組一覧で見る"


def test_what_cannot_be_saved_stays_on_the_screen_and_is_said_in_the_band(
    page: CollectPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    click_cell(page, "重点-1", SOUMU)
    click(button(page, "差し戻す"))
    task = page.panel.task
    assert task is not None
    task.boxes["results"].setChecked(True)  # type: ignore[attr-defined]
    task.question.append_text("何件ですか。")  # type: ignore[attr-defined]

    def full(_self: Desk, *_rest: object, **_named: object) -> None:
        raise StoreUnavailable("disk_full", "town.db")

    with monkeypatch.context() as patch:
        patch.setattr(Desk, "do", full)
        click(page.foot.primary)
    assert page.panel.task is task
    notice = page.notice()
    assert notice is not None
    assert (notice.look, "ディスクがいっぱいです" in notice.text) == ("band-error", True)
    click(page.foot.primary)
    assert page.notice() is None
    assert slot_of(page.desk, towns.newest(page.desk), "重点-1", SOUMU).state == "returned"


def test_two_versions_lead_to_where_they_are_settled(page: CollectPage, qtbot: QtBot) -> None:
    click_cell(page, "検討-4", SOUMU)
    with qtbot.waitSignal(page.page_requested) as asked:
        click(button(page, "くいちがいを直す"))
    assert asked.args is not None
    assert (asked.args[0], asked.args[1].partition(":")[0]) == ("conflict", "検討-4")


def test_two_texts_of_a_whole_unit_lead_there_too(small: Desk, open_page: OpenPage, qtbot: QtBot) -> None:
    cycle = start_cycle(small, assigned={"重点-2": [SOUMU, ZEIMU]})
    for each in (SOUMU, ZEIMU):
        accepted(small, cycle, "重点-2", each)
    for words in ("一つ。", "二つ。"):
        arrive(small, cycle, "重点-2", None, "consolidate", results=words)
    page = open_page(small, cycle)
    assert page.foot.primary.text() == "くいちがいを直す（1件）"
    page.matrix.choose((PLAN.unit("重点-2").id, None))
    for way in (page.foot.primary, button(page, "くいちがいを直す")):
        with qtbot.waitSignal(page.page_requested) as asked:
            click(way)
        assert asked.args == ["conflict", "重点-2:"]


def test_a_confirmation_is_recorded_for_somebody_who_signed_on_paper(page: CollectPage) -> None:
    click_cell(page, "重点-2", ZEIMU)
    click(button(page, "所属長の確認を記録"))
    task = page.panel.task
    assert isinstance(task, ConfirmTask)
    assert task.title.text() == f"{ZEIMU}長"
    assert page.foot.primary.text() == "確認を記録する（氏名を書いてください）"
    task.name.insert("髙橋")
    press(Qt.Key.Key_Return)
    assert page.panel.task is task
    press(Qt.Key.Key_Return, CTRL)
    assert f"✓ {ZEIMU}長 髙橋" in texts(page.panel)
    assert page.matrix.model().index(page.matrix.currentIndex().row(), 4).data() == "1／2"


def test_the_filled_button_follows_what_is_to_be_done_next(small: Desk, open_page: OpenPage, qtbot: QtBot) -> None:
    cycle = start_cycle(small, assigned={"重点-2": [SOUMU, ZEIMU]}, departments=[SOUMU, ZEIMU], due=date(2025, 2, 20))
    page = open_page(small, cycle)
    wanted, seen = requests(page), []

    def look() -> None:
        seen.append(page.foot.primary.text() if page.foot.primary.isEnabled() else f"灰 {page.foot.primary.text()}")

    look()
    click(page.foot.primary)
    small.do(inquiring.inquire, cycle, (SOUMU,))
    look()
    qtbot.waitUntil(lambda: "照会ファイルがまだ 1課" in texts(page.panel))
    click(button(page, "つくる"))
    small.do(inquiring.inquire, cycle, (ZEIMU,))
    assert "照会ファイルがまだ" not in texts(page.panel)
    answer(small, cycle, "重点-2", SOUMU)
    look()
    small.do(reviews.accept_all, cycle)
    look()
    accepted(small, cycle, "重点-2", ZEIMU)
    look()
    cards = [each for each in page.panel.next_steps.findChildren(QFrame) if each.property("look") == "card"]
    assert {each.sizePolicy().verticalPolicy() for each in cards} == {QSizePolicy.Policy.Fixed}
    assert "文をまとめる" in [each.text() for card in cards for each in card.findChildren(QPushButton)]
    click(page.foot.primary)
    small.do(reviews.consolidate, cycle, "重点-2", use=SOUMU)
    look()
    click(page.foot.primary)
    small.do(hold_meeting, cycle, COMMITTEE, day=DUE)
    small.do(close_meeting, small.ask(finding.meeting))
    look()
    assert "会議が終わったら" not in texts(page.panel)
    click(page.foot.primary)
    assert seen == [
        "照会ファイルをつくる",
        "灰 提出分をまとめて受理する（提出を待っています）",
        "提出分をまとめて受理する（1件）",
        "次第をつくる ›",
        "取りまとめへ（1件）",
        "次第をつくる ›",
        "この回を締める",
    ]
    assert wanted[:2] == [("inquiry", "new")] * 2
    assert wanted[2:] == [("consolidate", "重点-2"), ("agenda", ""), ("close_cycle", "")]


def test_where_nothing_is_left_the_panel_says_so(small: Desk, open_page: OpenPage) -> None:
    cycle = start_cycle(small, assigned={"重点-1": [SOUMU]}, departments=[SOUMU])
    asked = small.ask(cycles_on_file.asked, cycle.id)
    for code in (unit.code or "" for unit in PLAN.units if unit.id in asked):
        accepted(small, cycle, code, SOUMU)
        small.do(at, cycle, code, SOUMU, confirm, by="髙橋")
    page = open_page(small, cycle)
    assert "すべて受理しました。" in texts(page.panel)
    assert "この回を締める" in buttons(page)


def test_the_link_about_confirmations_opens_the_first_that_is_missing(page: CollectPage) -> None:
    page.panel.next_steps.requested.emit("confirm")
    assert isinstance(page.panel.task, ConfirmTask)
    assert page.matrix.chosen == (PLAN.unit("重点-1").id, page.desk.ask(finding.department, SOUMU).id)


def test_in_a_narrow_window_enter_opens_the_answer_and_escape_closes_it(desk: Desk, open_page: OpenPage) -> None:
    page = open_page(desk, towns.newest(desk), (1024, 540))
    assert page.beside.drawer
    assert not page.panel.isVisible()
    press(Qt.Key.Key_Return)
    assert page.panel.isVisible()
    press(Qt.Key.Key_Escape)
    assert not page.panel.isVisible()
    assert page.matrix.hasFocus()
    click_cell(page, "重点-1", SOUMU)
    assert page.panel.isVisible()
    click(button(page, "閉じる（Esc）"))
    click(page.foot.primary)
    assert page.panel.isVisible()


def test_what_another_desk_says_is_read_without_losing_what_is_typed(page: CollectPage) -> None:
    click_cell(page, "重点-1", SOUMU)
    click(button(page, "差し戻す"))
    task = page.panel.task
    assert task is not None
    task.question.append_text("何件ですか。")  # type: ignore[attr-defined]
    answer(page.desk, towns.newest(page.desk), "検討-5", "建設課")
    assert word(page, "検討-5", "建設課") == "提出"
    assert page.panel.task is task
    assert task.question.typed() == "何件ですか。"  # type: ignore[attr-defined]
    assert page.leave()


SIZES = [(1366, 648), (1024, 540), (1920, 952)]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("act", ["read", "return", "list", "confirm"])
def test_exactly_one_button_is_filled_and_none_is_cut(
    qtbot: QtBot, desk: Desk, open_page: OpenPage, size: tuple[int, int], act: str
) -> None:
    page = open_page(desk, towns.newest(desk), size)
    ways = {"list": "accept", "confirm": "confirm"}
    if act in ways:
        page.ways.go(ways[act])
    else:
        click_cell(page, "重点-1", SOUMU)
    if act == "return":
        page.work.do("return")
    qtbot.wait(20)
    seen = [each for each in page.findChildren(type(page.foot.primary)) if each.isVisible()]
    assert [each.property("look") for each in seen].count("primary") == 1
    for each in seen:
        assert each.width() >= each.minimumSizeHint().width(), each.text()
        assert each.mapTo(page, each.rect().bottomRight()).x() <= page.width()


def test_what_was_handed_in_for_a_department_is_named_after_whoever_wrote_it(desk: Desk, open_page: OpenPage) -> None:
    cycle = towns.newest(desk)
    desk.actor = Actor("secretariat", (uid(ZEIMU),), "佐藤")
    answer(desk, cycle, "重点-3", SOUMU)
    answer(desk, cycle, "検討-1", ZEIMU)
    page = open_page(desk, cycle)
    page.show_subject(f"重点-3:{uid(SOUMU)}")
    assert "事務局　もう一度提出" in texts(page.panel)
    page.show_subject(f"検討-1:{uid(ZEIMU)}")
    assert f"{ZEIMU}　提出" in texts(page.panel)


def test_where_nothing_was_said_yet_what_was_said_last_time_stands_under_its_own_heads(
    small: Desk, open_page: OpenPage
) -> None:
    first = start_cycle(small, assigned={"重点-1": [SOUMU]})
    accepted(small, first, "重点-1", SOUMU, results="前の実績。", next="次の予定。")
    small.do(cycles.close_cycle, first, "見本のため")
    page = open_page(small, start_cycle(small, "第2回", assigned={"重点-1": [SOUMU]}))
    click_cell(page, "重点-1", SOUMU)
    assert "前回の実績\n前の実績。\n前回の「次にすること」\n次の予定。" in texts(page.panel)


def test_a_department_that_is_not_concerned_is_told_from_one_that_reported(desk: Desk, open_page: OpenPage) -> None:
    cycle = towns.newest(desk)
    accepted(desk, cycle, "重点-2", SOUMU, status="na", results="")
    page = open_page(desk, cycle)
    assert word(page, "重点-2", SOUMU) == "✓ 該当しない"
    assert word(page, "重点-2", ZEIMU) == "✓ 受理"
    page.show_subject(f"重点-2:{uid(SOUMU)}")
    slot = page.slot()
    assert slot is not None
    (status,) = [each for each in answer_blocks(slot) if isinstance(each, StatusBlock)]
    assert status.word == "該当しない"
    page.area.choose((PLAN.unit("重点-2").id, None))
    assert f"{SOUMU}　受理　該当しない" in texts(page.panel)


def test_who_took_over_is_named_in_what_was_said(desk: Desk, open_page: OpenPage) -> None:
    cycle = towns.newest(desk)
    desk.do(departments.add_department, "税務町民課")
    desk.do(departments.close_department, ZEIMU, on=date(2024, 12, 31), successor="税務町民課")
    heir = desk.ask(finding.department, "税務町民課").id
    desk.actor = Actor("liaison", (heir,), "田中")
    answer(desk, cycle, "検討-1", ZEIMU)
    desk.actor = SECRETARIAT
    page = open_page(desk, cycle)
    page.show_subject(f"検討-1:{uid(ZEIMU)}")
    assert "税務町民課　提出" in texts(page.panel)
