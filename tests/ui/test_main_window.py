"""The one window: how it opens and closes, its menu, and copies."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from dxdesk import paths
from dxdesk.desk import Desk
from dxdesk.domain.errors import Problem
from dxdesk.domain.permissions import OWN_DEPARTMENT_ROLES, Actor, ActorRole
from dxdesk.operations.administration import back_up_now, backups_in
from dxdesk.preferences import keep_exchange
from dxdesk.store.errors import StoreUnavailable
from dxdesk.store.queries import plans, replies
from dxdesk.ui import main_window as module
from dxdesk.ui.entry.reading import read_entries
from dxdesk.ui.first_run.samples import SamplesPage
from dxdesk.ui.pages import TABS
from dxdesk.ui.take_in.page import TakeInPage
from dxdesk.wording.take_in import NO_FOLDER_MORE
from tests.ui.doorways import doors_on, refusing
from tests.ui.entry import towns
from tests.ui.entry.conftest import compose, hand_over
from tests.ui.windows import OpenWindow, answer_second_unit, entry_of, menu_words, no_room, view_of


def test_a_copy_is_put_back_and_what_was_there_is_kept(
    open_window: OpenWindow, window_desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window(page="settings")
    copy = back_up_now(window_desk.database, tmp_path / "town_控え", datetime.now().astimezone())
    answer_second_unit(window_desk)
    assert entry_numbers(window_desk)[0] == 1
    window.doors = doors_on(window_desk, open=lambda target: towns.desk_on(Path(target)))
    asked: list[tuple[str, tuple[str, ...]]] = []

    def choose(_window: object, text: str, choices: tuple[str, ...]) -> int:
        asked.append((text, choices))
        return 1

    monkeypatch.setattr(module, "choose", choose)
    view_of(window).pages.restore_requested.emit(str(copy))
    again = view_of(window).desk
    assert again is not window_desk
    assert entry_numbers(again)[0] == 0
    assert [each.reason for each in backups_in(tmp_path / "town_控え")] == ["before-restoring", "asked"]
    made = backups_in(tmp_path / "town_控え")[-1].made
    assert f"{made:%H:%M:%S}" in asked[0][0]
    assert asked[0][1] == ("やめる", "控えの内容に戻す")


def entry_numbers(desk: Desk) -> tuple[int, int]:
    """How many items of the department are handed in, of how many."""
    cycle = towns.newest(desk)
    department = next(each for each in desk.ask(plans.departments) if each.name == towns.OWN)
    listed = read_entries(desk, cycle, department)
    return listed.handed_in, len(listed.own)


def test_closing_hands_open_text_over_and_saves_it(open_window: OpenWindow, window_desk: Desk, tmp_path: Path) -> None:
    window = open_window()
    area = entry_of(window).body.centre.editor.texts["results"].area
    area.setFocus()
    hand_over(area, "窓口の")
    compose(area, "待ち時間")
    assert window.close()
    again = towns.desk_on(tmp_path / "town.db")
    unit = entry_unit(again, "2")
    draft = again.ask(replies.draft, towns.newest(again).id, unit, towns.department(again))
    again.close()
    assert draft is not None
    assert draft.answer.results == "窓口の待ち時間"


def entry_unit(desk: Desk, code: str) -> str:
    return desk.ask(plans.plan).unit(code).id


@pytest.mark.parametrize(("answer", "closed"), [(0, False), (2, True)])
def test_closing_with_something_unsaved_asks_once(
    open_window: OpenWindow, monkeypatch: pytest.MonkeyPatch, answer: int, closed: bool
) -> None:
    window = open_window()
    area = entry_of(window).body.centre.editor.texts["results"].area
    area.setFocus()
    hand_over(area, "進みました。")
    asked: list[tuple[str, ...]] = []

    def choose(_parent: object, _text: str, choices: tuple[str, ...]) -> int:
        asked.append(choices)
        return answer

    monkeypatch.setattr(module, "choose", choose)
    monkeypatch.setattr(view_of(window).desk, "do", no_room)
    assert window.close() is closed
    assert asked == [("画面に戻る", "もう一度保存する", "保存しないで閉じる")]


def test_the_menu_offers_cycles_departments_roles_and_text_sizes(open_window: OpenWindow) -> None:
    window = open_window()
    menu = view_of(window).top_bar.menu_button.menu()
    assert menu_words(menu)[:16] == [
        "回を選ぶ(&C)", "課を選ぶ(&D)", "この取組の提出を取り下げる(&T)", "次の回をつくる(&N)…",
        "照会ファイルをつくる(&Q)…", "回答を取り込む(&A)…", "この回を締める・開け直す(&E)…",
        "代理で記入する(&K)", "ボードを見る(&B)",
        "操作の履歴(&Y)", "設定と控え(&S)", "使い方と用語集(&F)", "閲覧ファイルをつくる(&V)…",
        "会議の持ち出し／持ち帰り(&L)…", "立場を選ぶ(&R)", "文字の大きさ(&Z)",
    ]  # fmt: skip
    below = [each for action in menu.actions() if (each := action.menu()) is not None]
    assert [len(each.actions()) for each in below] == [4, 2, 5, 3]  # type: ignore[attr-defined]


def test_the_menu_leads_to_what_has_arrived_where_no_folder_is_set(open_window: OpenWindow) -> None:
    view = view_of(open_window())
    keep_exchange(view.desk.database_id, folder="")
    view.open_page("take_in", "/mailed/before.dxd")
    view.open_page("collect")
    menu = view.top_bar.menu_button.menu()
    assert isinstance(menu, QMenu)
    next(each for each in menu.actions() if plain_words(each) == "回答を取り込む").trigger()
    assert view.page == "take_in"
    page = view.findChild(TakeInPage)
    assert isinstance(page, TakeInPage)
    assert page.paths == ()
    assert page.files.add.isVisible()
    assert page.files.add.text() in NO_FOLDER_MORE


@pytest.mark.parametrize("role", ["liaison", "head", "chair", "reader"])
def test_only_the_secretariat_is_led_to_what_has_arrived(
    open_window: OpenWindow, window_desk: Desk, role: ActorRole
) -> None:
    window = open_window()
    department = view_of(window).asked()[0].id
    window.act_as(Actor(role, (department,) if role in OWN_DEPARTMENT_ROLES else ()))
    words = menu_words(view_of(window).top_bar.menu_button.menu())
    assert not [each for each in words if each.startswith("回答を取り込む")]


def test_every_role_can_be_chosen_from_the_menu(open_window: OpenWindow, window_desk: Desk) -> None:
    for words, role in (("委員長", "chair"), ("課長", "head"), ("担当", "liaison"), ("事務局", "secretariat")):
        window = open_window()
        menu = view_of(window).top_bar.menu_button.menu()
        assert isinstance(menu, QMenu)
        menu.aboutToShow.emit()
        menu.aboutToShow.emit()  # opened once more
        roles = next(each for each in menu.findChildren(QMenu) if each.title() == "立場を選ぶ(&R)")
        entries = {plain_words(each): each for each in roles.actions()}
        assert list(entries) == ["事務局", "委員長", "見るだけ", "担当", "課長"]
        below = entries[words].menu()
        entry = entries[words] if below is None else below.actions()[0]  # type: ignore[attr-defined]
        assert below is None or len(below.actions()) == len(view_of(window).asked())  # type: ignore[attr-defined]
        entry.trigger()
        assert (window_desk.actor.role, view_of(window).tabs) == (role, TABS[role])  # type: ignore[index]
        assert len(window_desk.actor.departments) == (below is not None)


def plain_words(action: QAction) -> str:
    return action.text().split("(&")[0]


def test_the_desk_can_be_seen_as_another_role_sees_it(open_window: OpenWindow, window_desk: Desk) -> None:
    window = open_window()
    window.act_as(Actor("reader"))
    assert (window_desk.actor.role, view_of(window).tabs) == ("reader", TABS["reader"])


def test_a_hand_in_is_taken_back_from_the_menu(open_window: OpenWindow, window_desk: Desk) -> None:
    window = open_window(role="liaison")
    window_desk.do(
        lambda change: towns.answer(
            change, towns.newest(window_desk), "2", towns.OWN, status="ok", results="進みました。"
        )
    )
    entry_of(window).show_subject("2")
    menu = view_of(window).top_bar.menu_button.menu()
    assert isinstance(menu, QMenu)
    menu.aboutToShow.emit()
    take_back = next(each for each in menu.actions() if isinstance(each, QAction) and "取り下げる" in each.text())
    assert take_back.isEnabled()
    take_back.trigger()
    assert entry_of(window).entries.own[0].state == "draft"


def test_without_a_database_a_calm_first_screen_asks_one_question(open_window: OpenWindow) -> None:
    window = open_window(first=True)
    assert window.view is None
    assert QApplication.focusWidget() is window.first.start.row.cards[0]
    primary = [each for each in window.findChildren(QPushButton) if each.property("look") == "primary"]
    assert primary == []


def test_a_sample_of_a_shipped_plan_is_two_presses_away(qtbot: QtBot, open_window: OpenWindow) -> None:
    window = open_window(first=True)
    QTest.keyClick(window.first.start.try_link, Qt.Key.Key_Space)
    page = window.first.page
    assert isinstance(page, SamplesPage)
    assert {each.plan.name for each in page.choices} == {"ogawara", "otaki", "kaminokawa", "miharu", "kahoku"}
    QTest.keyClick(page.choices[0], Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: window.view is not None)


@pytest.mark.parametrize(
    ("trouble", "part"),
    [(StoreUnavailable("damaged", "town.db"), "town.db"), (Problem("plan.none", kind="rule"), "計画")],
)
def test_a_database_that_cannot_be_opened_says_why_on_the_first_screen(
    open_window: OpenWindow, window_desk: Desk, trouble: Exception, part: str
) -> None:
    window = open_window(first=True)
    window.doors = doors_on(window_desk, open=refusing(trouble))
    window.open_target("town.db")
    assert window.view is None
    assert part in window.first.start.trouble.label.text()


def test_a_file_on_a_share_is_copied_here_and_the_window_says_where_the_copy_lies(
    qtbot: QtBot, open_window: OpenWindow, window_desk: Desk
) -> None:
    window = open_window(first=True)
    copied: list[str] = []

    def copy(target: str) -> Desk:
        copied.append(target)
        return window_desk

    window.doors = doors_on(window_desk, open=refusing(StoreUnavailable("network", "share/town.db")), copy=copy)
    assert window.first.start.trouble.isHidden()
    window.open_target("share/town.db")
    trouble = window.first.start.trouble
    assert "共有フォルダ" in trouble.label.text()
    assert str(paths.home()) in trouble.note.text()
    trouble.button.click()
    qtbot.waitUntil(lambda: window.view is not None)
    assert copied == ["share/town.db"]
    assert window_desk.database.target in view_of(window).toast._label.text()


def test_the_backup_that_is_due_is_made_beside_the_window(
    qtbot: QtBot, open_window: OpenWindow, window_desk: Desk, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    window = open_window()
    made: list[Path] = []
    monkeypatch.setattr(module, "keep_backups", lambda _database, folder, _now: made.append(folder))
    window._keep_backup()
    window_desk.do(
        lambda change: towns.answer(
            change, towns.newest(window_desk), "2", towns.OWN, status="ok", results="進みました。"
        )
    )
    window_desk.database.target = str(tmp_path / "town.db")
    window._keep_backup()
    qtbot.waitUntil(lambda: made == [tmp_path / "town_控え"])
