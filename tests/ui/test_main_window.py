"""The one window: its tabs and bars, what it says when nothing can be written, and how it opens and closes."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from dxdesk import paths
from dxdesk.desk import Desk, Step
from dxdesk.domain.errors import Problem
from dxdesk.domain.permissions import Actor, ActorRole
from dxdesk.domain.plans import Plan
from dxdesk.operations.administration import back_up_now
from dxdesk.operations.change import Change
from dxdesk.operations.cycles import close_cycle, open_cycle
from dxdesk.operations.plans import create_town
from dxdesk.store.errors import StoreUnavailable
from dxdesk.store.lock import Holder
from dxdesk.store.queries import cycles, plans, replies
from dxdesk.ui import main_window as module
from dxdesk.ui.application import create_application, set_text_scale
from dxdesk.ui.desk_view import DeskView
from dxdesk.ui.entry.page import EntryPage
from dxdesk.ui.entry.reading import read_entries
from dxdesk.ui.first_run.samples import SamplesPage
from dxdesk.ui.main_window import MainWindow
from dxdesk.ui.pages import BELOW, TABS
from dxdesk.ui.tab_pages import NoCycle
from dxdesk.ui.theme import TEXT_SCALES
from dxdesk.ui.top_bar import TAB_WORDS
from dxdesk.wording_screen import NOTHING_TO_UNDO
from tests.ui.doorways import doors_on, refusing
from tests.ui.entry import towns
from tests.ui.entry.conftest import compose, hand_over

OpenWindow = Callable[..., MainWindow]


@pytest.fixture(scope="module")
def town_file(empty_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A town's database; tests copy it."""
    folder = tmp_path_factory.mktemp("window")
    towns.open_town(empty_file, folder).close()
    return folder / "town.db"


@pytest.fixture
def desk(town_file: Path, tmp_path: Path) -> Iterator[Desk]:
    """The secretariat's desk on a town of its own."""
    opened = towns.desk_on(Path(shutil.copyfile(town_file, tmp_path / "town.db")))
    yield opened
    opened.close()


@pytest.fixture
def open_window(qtbot: QtBot, qapp: QApplication, desk: Desk) -> OpenWindow:
    """The window on the town's desk, or the first screen."""
    create_application([])

    def open_it(*, first: bool = False, role: ActorRole | None = None, page: str = "entry") -> MainWindow:
        if role is not None:
            departments = (towns.department(desk),) if role in ("liaison", "head") else ()
            desk.actor = Actor(role, departments, "佐藤")
        window = MainWindow(doors_on(desk))
        qtbot.addWidget(window)
        if not first:
            window.open_target("town.db")
        window.resize(1366, 696)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        if window.view is not None:
            window.view.open_page(page)
        return window

    return open_it


def answer_second_unit(desk: Desk) -> None:
    """An answer is handed in at this desk."""
    cycle = towns.newest(desk)
    desk.do(lambda change: towns.answer(change, cycle, "2", towns.OWN, status="ok", results="進みました。"))


def view_of(window: MainWindow) -> DeskView:
    assert window.view is not None
    return window.view


def entry_of(window: MainWindow) -> EntryPage:
    page = view_of(window).pages.entry
    assert page is not None
    return page


def menu_words(menu: QMenu) -> list[str]:
    menu.aboutToShow.emit()
    return [action.text() for action in menu.actions() if not action.isSeparator() and action.isVisible()]


@pytest.mark.parametrize("role", TABS)
def test_every_role_has_its_own_tabs_and_starts_on_the_first(open_window: OpenWindow, role: ActorRole) -> None:
    view = view_of(open_window(role=role, page="nowhere"))
    tabs = view.top_bar.tabs
    assert [tabs.tabText(place) for place in range(tabs.count())] == [TAB_WORDS[key] for key in TABS[role]]
    assert view.tab == view.page == TABS[role][0]


@pytest.mark.parametrize("role", TABS)
def test_every_page_of_a_role_opens_and_the_way_back_leads_to_its_tab(open_window: OpenWindow, role: ActorRole) -> None:
    view = view_of(open_window(role=role, page="nowhere"))
    start = view.page
    for key in sorted(BELOW[role] - set(TABS[role])):
        view.open_page(key)
        assert (view.page, view.tab) == (key, start)
        view.back()
        assert view.page == start
    for key in TABS[role]:
        view.open_page(key)
        assert view.page == view.tab == key


def test_a_page_that_a_role_does_not_have_stays_shut(open_window: OpenWindow) -> None:
    view = view_of(open_window(role="reader", page="nowhere"))
    for key in ("collect", "entry", "open_cycle", "history"):
        view.open_page(key)
        assert view.page == "board"


def test_the_way_back_goes_through_every_page_below(open_window: OpenWindow) -> None:
    view = view_of(open_window(page="settings"))
    view.open_page("history")
    view.open_page("help")
    view.back()
    assert view.page == "history"
    view.back()
    assert view.page == "settings"
    view.back()
    assert view.page == "collect"


def test_the_tab_that_is_marked_leads_back_to_its_page(open_window: OpenWindow) -> None:
    view = view_of(open_window(page="settings"))
    assert view.tab == "collect"
    view.top_bar.tabs.tabBarClicked.emit(0)
    assert view.page == "collect"


def test_control_and_a_number_open_a_tab_and_f1_the_help(open_window: OpenWindow) -> None:
    window = open_window(page="initiatives")
    view = view_of(window)
    QTest.keyClick(window, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    assert view.page == "meeting"
    QTest.keyClick(window, Qt.Key.Key_F1)
    assert view.page == "help"


def test_a_step_is_taken_back_and_done_again_from_the_keyboard(open_window: OpenWindow, desk: Desk) -> None:
    window = open_window()
    view, page = view_of(window), entry_of(window)
    page.body.centre.editor.status.choose("ok")
    hand_over(page.body.centre.editor.texts["results"].area, "進みました。")
    page.hand_in()
    assert view.toast.isVisible()
    assert page.entries.handed_in == 1
    view.open_page("initiatives")
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert (view.page, page.entries.handed_in) == ("entry", 0)
    assert page.writing.form is not None
    assert page.writing.form.unit.code == "2"
    view.open_page("initiatives")
    QTest.keyClick(window, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert (view.page, page.entries.handed_in) == ("entry", 1)
    assert desk.redo() is None


def test_a_field_undoes_its_own_words_before_the_desk_takes_a_step_back(open_window: OpenWindow, desk: Desk) -> None:
    window = open_window()
    taken: list[str] = []
    desk.remember(Step("何か", lambda: taken.append("back"), lambda: taken.append("again")))
    area = entry_of(window).body.centre.editor.texts["issues"].area
    area.setFocus()
    QTest.keyClicks(area, "abc")
    QTest.keyClick(area, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert (area.toPlainText(), taken) == ("", [])
    QTest.keyClick(area, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert taken == ["back"]


def test_a_step_that_can_no_longer_be_taken_back_says_why_and_is_forgotten(open_window: OpenWindow, desk: Desk) -> None:
    view = view_of(open_window())

    def refuse() -> None:
        raise Problem("review.nothing", "department", {"place": "2 町民生活課"}, kind="rule")

    desk.remember(Step("何か", refuse, refuse))
    view.steps.undo()
    assert "2 町民生活課" in view.toast.findChildren(QLabel)[0].text()
    view.steps.undo()
    assert view.toast.findChildren(QLabel)[0].text() == NOTHING_TO_UNDO


def test_somebody_else_at_the_desk_takes_nothing_back(open_window: OpenWindow, desk: Desk) -> None:
    window = open_window()
    desk.remember(Step("何か", lambda: None, lambda: None))
    window.act_as(Actor("reader"))
    assert desk.undo() is None


def test_a_copy_is_put_back_and_what_was_there_is_kept(
    open_window: OpenWindow, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window(page="settings")
    copy = back_up_now(desk.database, tmp_path / "town_控え", datetime.now().astimezone())
    answer_second_unit(desk)
    assert entry_numbers(desk)[0] == 1
    window._doors = doors_on(desk, open=lambda target: towns.desk_on(Path(target)))
    monkeypatch.setattr(module, "choose", lambda *_: 1)
    view_of(window).pages.restore_requested.emit(str(copy))
    again = view_of(window).desk
    assert again is not desk
    assert entry_numbers(again)[0] == 0
    assert len(list((tmp_path / "town_控え").iterdir())) == 2


def entry_numbers(desk: Desk) -> tuple[int, int]:
    """How many items of the department are handed in, of how many."""
    cycle = towns.newest(desk)
    department = next(each for each in desk.ask(plans.departments) if each.name == towns.OWN)
    listed = read_entries(desk, cycle, department)
    return listed.handed_in, len(listed.own)


def test_tabs_have_access_keys(open_window: OpenWindow) -> None:
    window = open_window()
    QTest.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.AltModifier)
    assert view_of(window).tab == "initiatives"
    QTest.keyClick(window, Qt.Key.Key_R, Qt.KeyboardModifier.AltModifier)
    assert view_of(window).tab == "collect"


def test_writing_can_begin_at_once(open_window: OpenWindow) -> None:
    window = open_window()
    assert QApplication.focusWidget() is entry_of(window).body.centre.editor.status.buttons[0]


def test_the_title_names_town_and_program(open_window: OpenWindow) -> None:
    assert open_window().windowTitle() == "大河原町 DX推進 — dxdesk"


@pytest.mark.parametrize("scale", TEXT_SCALES.values())
def test_larger_text_never_widens_the_window_and_the_smallest_screen_has_room(
    qtbot: QtBot, qapp: QApplication, open_window: OpenWindow, scale: float
) -> None:
    window = open_window()
    set_text_scale(qapp, scale)
    qapp.processEvents()
    assert window.width() == 1366
    for width in (1200, 1100, 1024):
        window.resize(width, 600)
        qtbot.waitUntil(lambda: window.minimumSizeHint().width() <= 1024)
    assert window.width() == 1024
    set_text_scale(qapp, 1.0)


def test_what_is_saved_stands_in_the_top_bar(qtbot: QtBot, open_window: OpenWindow) -> None:
    window = open_window()
    bar, area = view_of(window).top_bar, entry_of(window).body.centre.editor.texts["results"].area
    area.setFocus()
    hand_over(area, "進みました。")
    assert bar._saved.text() == "入力中…"
    assert entry_of(window).leave()
    assert bar._saved.text().startswith("✓ 保存済み ")
    assert bar._saved.accessibleName().startswith("保存済み ")


def test_another_department_is_one_choice_away(open_window: OpenWindow) -> None:
    window = open_window()
    chooser = view_of(window).top_bar.department
    assert [chooser.itemText(place) for place in range(chooser.count())] == ["町民生活課", "政策企画課"]
    chooser.activated.emit(1)
    department = entry_of(window).entries.department
    assert department is not None
    assert department.name == "政策企画課"
    assert chooser.currentText() == "政策企画課"


def test_a_liaison_sees_the_own_department_as_a_name(open_window: OpenWindow) -> None:
    bar = view_of(open_window(role="liaison")).top_bar
    assert not bar.department.isVisible()
    assert bar._who.text() == "町民生活課　佐藤"


def test_an_earlier_cycle_is_read_only_and_one_button_leads_back(open_window: OpenWindow, desk: Desk) -> None:
    window = open_window()
    view = view_of(window)
    view.open_cycle(desk.ask(cycles.cycles)[0])
    assert view.band.notice is not None
    assert view.band.notice.text == "令和5年度 第1回 の記録を見ています。"
    assert entry_of(window).mode == "reading"
    assert not entry_of(window).band.isVisible()
    back = view.band.findChildren(QPushButton)[-1]
    back.click()
    assert view.cycle == towns.newest(desk)
    assert entry_of(window).mode == "form"


def test_a_cycle_that_is_closed_meanwhile_is_shown_closed_at_once(open_window: OpenWindow, desk: Desk) -> None:
    window = open_window()
    desk.do(close_cycle, towns.newest(desk), "試し")
    page = entry_of(window)
    assert page.mode == "reading"
    assert page.band.notice is not None
    assert page.band.notice.text == "この回は締め切りました（1月22日 確定）。"
    assert not page.foot.primary.isEnabled() or page.foot.primary.text() == "この課の担当へ戻る"


def test_a_second_window_reads_only_and_names_who_writes(open_window: OpenWindow, desk: Desk) -> None:
    desk.database.obstacle = "held"
    desk.database.holder = Holder("佐藤", "PC-1", 1, "2025-01-22T05:20:00+00:00")
    window = open_window()
    notice = view_of(window).band.notice
    assert notice is not None
    assert notice.text.startswith("この計画は佐藤さんが開いています（")
    assert entry_of(window).mode == "reading"


def test_a_page_out_of_date_is_read_anew_when_it_is_shown(open_window: OpenWindow, desk: Desk) -> None:
    window = open_window()
    view = view_of(window)
    view.open_tab("initiatives")
    desk.do(
        lambda change: towns.answer(change, towns.newest(desk), "2", towns.OWN, status="ok", results="進みました。")
    )
    assert entry_of(window).entries.handed_in == 0
    view.open_tab("entry")
    assert entry_of(window).entries.handed_in == 1


def test_a_unit_chosen_elsewhere_opens_for_a_department_that_is_asked_about_it(open_window: OpenWindow) -> None:
    window = open_window()
    view = view_of(window)
    view.open_tab("initiatives")
    view.open_page("entry", "1")
    assert (view.page, entry_of(window).mode) == ("entry", "form")
    assert view.top_bar.department.currentText() == "政策企画課"


def test_the_first_cycle_that_is_opened_brings_real_pages(
    qtbot: QtBot, open_window: OpenWindow, empty_file: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    def town_only(change: Change, plan: Plan) -> None:
        create_town(change, plan)

    desk = towns.open_town(empty_file, tmp_path_factory.mktemp("new"), write=town_only)
    window = MainWindow(doors_on(desk))
    qtbot.addWidget(window)
    window.open_target("town.db")
    view = view_of(window)
    view.open_page("initiatives")
    nothing = view.pages.currentWidget()
    assert isinstance(nothing, NoCycle)
    words = nothing.findChildren(QLabel)[0]
    assert abs(words.geometry().center().x() - nothing.rect().center().x()) <= 1
    assert "回を選ぶ(&C)" not in menu_words(view.top_bar.menu_button.menu())
    desk.do(open_cycle, "令和6年度 第1回", as_of=towns.DAYS[0], due=towns.DAYS[1])
    assert view.page == "collect"
    assert view.cycle == towns.newest(desk)
    view.open_page("entry")
    assert entry_of(window).mode == "form"


def test_what_cannot_be_saved_keeps_its_tab(open_window: OpenWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    window = open_window()
    area = entry_of(window).body.centre.editor.texts["results"].area
    area.setFocus()
    hand_over(area, "進みました。")
    with monkeypatch.context() as patch:
        patch.setattr(view_of(window).desk, "do", _no_room)
        view_of(window).top_bar.tabs.setCurrentIndex(1)
        assert view_of(window).page == "entry"
    view_of(window).top_bar.tabs.setCurrentIndex(1)
    assert view_of(window).tab == "initiatives"


def _no_room(*_: object, **__: object) -> None:
    raise StoreUnavailable("disk_full", "town.db")


def test_closing_hands_open_text_over_and_saves_it(open_window: OpenWindow, desk: Desk, tmp_path: Path) -> None:
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
    monkeypatch.setattr(view_of(window).desk, "do", _no_room)
    assert window.close() is closed
    assert asked == [("画面に戻る", "もう一度保存する", "保存しないで閉じる")]


def test_the_menu_offers_cycles_departments_roles_and_text_sizes(open_window: OpenWindow) -> None:
    window = open_window()
    menu = view_of(window).top_bar.menu_button.menu()
    assert menu_words(menu)[:12] == [
        "回を選ぶ(&C)", "課を選ぶ(&D)", "この取組の提出を取り下げる(&T)", "次の回をつくる(&N)…",
        "この回を締める・開け直す(&E)…", "代理で記入する(&K)", "ボードを見る(&B)", "操作の履歴(&Y)",
        "設定と控え(&S)", "使い方と用語集(&F)", "立場を選ぶ(&R)", "文字の大きさ(&Z)",
    ]  # fmt: skip
    below = [each for action in menu.actions() if (each := action.menu()) is not None]
    assert [len(each.actions()) for each in below] == [4, 2, 4, 3]  # type: ignore[attr-defined]


def test_the_desk_can_be_seen_as_another_role_sees_it(open_window: OpenWindow, desk: Desk) -> None:
    window = open_window()
    window.act_as(Actor("reader"))
    assert (desk.actor.role, view_of(window).tabs) == ("reader", TABS["reader"])


def test_a_hand_in_is_taken_back_from_the_menu(open_window: OpenWindow, desk: Desk) -> None:
    window = open_window(role="liaison")
    desk.do(
        lambda change: towns.answer(change, towns.newest(desk), "2", towns.OWN, status="ok", results="進みました。")
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
    open_window: OpenWindow, desk: Desk, trouble: Exception, part: str
) -> None:
    window = open_window(first=True)
    window._doors = doors_on(desk, open=refusing(trouble))
    window.open_target("town.db")
    assert window.view is None
    assert part in window.first.start.trouble.label.text()


def test_a_file_on_a_share_is_copied_here_and_the_window_says_where_the_copy_lies(
    qtbot: QtBot, open_window: OpenWindow, desk: Desk
) -> None:
    window = open_window(first=True)
    copied: list[str] = []

    def copy(target: str) -> Desk:
        copied.append(target)
        return desk

    window._doors = doors_on(desk, open=refusing(StoreUnavailable("network", "share/town.db")), copy=copy)
    assert window.first.start.trouble.isHidden()
    window.open_target("share/town.db")
    trouble = window.first.start.trouble
    assert "共有フォルダ" in trouble.label.text()
    assert str(paths.home()) in trouble.note.text()
    trouble.button.click()
    qtbot.waitUntil(lambda: window.view is not None)
    assert copied == ["share/town.db"]
    assert desk.database.target in view_of(window).toast._label.text()


def test_the_backup_that_is_due_is_made_beside_the_window(
    qtbot: QtBot, open_window: OpenWindow, desk: Desk, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    window = open_window()
    made: list[Path] = []
    monkeypatch.setattr(module, "keep_backups", lambda _database, folder, _now: made.append(folder))
    window._keep_backup()
    desk.do(
        lambda change: towns.answer(change, towns.newest(desk), "2", towns.OWN, status="ok", results="進みました。")
    )
    desk.database.target = str(tmp_path / "town.db")
    window._keep_backup()
    qtbot.waitUntil(lambda: made == [tmp_path / "town_控え"])
