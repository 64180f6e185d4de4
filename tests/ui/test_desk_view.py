"""The open desk: its tabs and bars, the way to every page and back, and the steps of a sitting."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from dxdesk.desk import Desk, Step
from dxdesk.domain.errors import Problem
from dxdesk.domain.permissions import Actor, ActorRole
from dxdesk.domain.plans import Plan
from dxdesk.operations.change import Change
from dxdesk.operations.cycles import close_cycle, open_cycle
from dxdesk.operations.plans import create_town
from dxdesk.store.lock import Holder
from dxdesk.store.queries import cycles
from dxdesk.ui.application import set_text_scale
from dxdesk.ui.entry.handing_in import hand_in
from dxdesk.ui.main_window import MainWindow
from dxdesk.ui.pages import BELOW, HOME, TABS
from dxdesk.ui.tab_pages import NoCycle
from dxdesk.ui.theme import TEXT_SCALES
from dxdesk.ui.top_bar import TAB_WORDS
from dxdesk.wording.screen import NOTHING_TO_UNDO
from tests.ui.doorways import doors_on
from tests.ui.entry import towns
from tests.ui.entry.conftest import hand_over
from tests.ui.windows import OpenWindow, entry_of, menu_words, no_room, view_of


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
        home = HOME.get(key)
        assert (view.page, view.tab) == (key, home if home in view.tabs else start)
        view.back()
        assert view.page == start
    for key in TABS[role]:
        view.open_page(key)
        assert view.page == view.tab == key


@pytest.mark.parametrize(("page", "tab"), [("agenda", "meeting"), ("board", "meeting"), ("close_cycle", "collect")])
def test_a_page_marks_the_tab_it_belongs_to_from_wherever_it_is_opened(
    open_window: OpenWindow, page: str, tab: str
) -> None:
    view = view_of(open_window(page="initiatives"))
    view.open_page(page)
    assert (view.page, view.tab) == (page, tab)
    view.open_page("help")
    assert view.tab == tab
    view.back()
    view.back()
    assert view.page == view.tab == "initiatives"


def test_a_page_opened_first_leads_back_to_its_tab(open_window: OpenWindow) -> None:
    view = view_of(open_window(page="agenda"))
    assert view.tab == "meeting"
    view._way = []
    view.back()
    assert view.page == view.tab == "meeting"


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


def test_what_was_said_of_a_page_goes_when_a_person_chooses_another_tab(open_window: OpenWindow) -> None:
    window = open_window(page="collect")
    view = view_of(window)
    said = view.page
    view.steps.say("受理しました。", undoable=True)
    view.top_bar.tab_chosen.emit(view.tab)
    assert (view.page, view.toast.isVisible()) == (said, True)
    view.top_bar.tab_chosen.emit("initiatives")
    assert (view.page, view.toast.isVisible()) == ("initiatives", False)
    view.steps.say("保存しました。")
    QTest.keyClick(window, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert (view.page, view.toast.isVisible()) == (view.tabs[0], False)


def test_a_step_is_taken_back_and_done_again_from_the_keyboard(open_window: OpenWindow, window_desk: Desk) -> None:
    window = open_window()
    view, page = view_of(window), entry_of(window)
    page.body.centre.editor.status.choose("ok")
    hand_over(page.body.centre.editor.texts["results"].area, "進みました。")
    hand_in(page)
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
    assert window_desk.redo() is None


def test_a_field_undoes_its_own_words_before_the_desk_takes_a_step_back(
    open_window: OpenWindow, window_desk: Desk
) -> None:
    window = open_window()
    taken: list[str] = []
    window_desk.remember(Step("何か", lambda: taken.append("back"), lambda: taken.append("again")))
    area = entry_of(window).body.centre.editor.texts["issues"].area
    area.setFocus()
    QTest.keyClicks(area, "abc")
    QTest.keyClick(area, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert (area.toPlainText(), taken) == ("", [])
    QTest.keyClick(area, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert taken == ["back"]


def test_a_step_that_can_no_longer_be_taken_back_says_why_and_is_forgotten(
    open_window: OpenWindow, window_desk: Desk
) -> None:
    view = view_of(open_window())

    def refuse() -> None:
        raise Problem("review.nothing", "department", {"place": "2 町民生活課"}, kind="rule")

    window_desk.remember(Step("何か", refuse, refuse))
    view.steps.undo()
    assert "2 町民生活課" in view.toast.findChildren(QLabel)[0].text()
    view.steps.undo()
    assert view.toast.findChildren(QLabel)[0].text() == NOTHING_TO_UNDO


def test_somebody_else_at_the_desk_takes_nothing_back(open_window: OpenWindow, window_desk: Desk) -> None:
    window = open_window()
    window_desk.remember(Step("何か", lambda: None, lambda: None))
    window.act_as(Actor("reader"))
    assert window_desk.undo() is None


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


def test_an_earlier_cycle_is_read_only_and_one_button_leads_back(open_window: OpenWindow, window_desk: Desk) -> None:
    window = open_window()
    view = view_of(window)
    view.open_cycle(window_desk.ask(cycles.cycles)[0])
    assert view.band.notice is not None
    assert view.band.notice.text == "令和5年度 第1回 の記録を見ています。"
    assert entry_of(window).mode == "reading"
    assert not entry_of(window).band.isVisible()
    back = view.band.findChildren(QPushButton)[-1]
    back.click()
    assert view.cycle == towns.newest(window_desk)
    assert entry_of(window).mode == "form"


def test_a_cycle_that_is_closed_meanwhile_is_shown_closed_at_once(open_window: OpenWindow, window_desk: Desk) -> None:
    window = open_window()
    window_desk.do(close_cycle, towns.newest(window_desk), "試し")
    page = entry_of(window)
    assert page.mode == "reading"
    assert page.band.notice is not None
    assert page.band.notice.text == "この回は締めました（1月22日 確定）。"
    assert page.foot.primary.text() == "回収へ戻る"


def test_a_second_window_reads_only_and_names_who_writes(open_window: OpenWindow, window_desk: Desk) -> None:
    window_desk.database.obstacle = "held"
    window_desk.database.holder = Holder("佐藤", "PC-1", 1, "2025-01-22T05:20:00+00:00")
    window = open_window()
    notice = view_of(window).band.notice
    assert notice is not None
    assert notice.text.startswith("この計画は佐藤さんがパソコン「PC-1」で開いています（")
    assert entry_of(window).mode == "reading"


def test_a_page_out_of_date_is_read_anew_when_it_is_shown(open_window: OpenWindow, window_desk: Desk) -> None:
    window = open_window()
    view = view_of(window)
    view.open_tab("initiatives")
    window_desk.do(
        lambda change: towns.answer(
            change, towns.newest(window_desk), "2", towns.OWN, status="ok", results="進みました。"
        )
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
        patch.setattr(view_of(window).desk, "do", no_room)
        view_of(window).top_bar.tabs.setCurrentIndex(1)
        assert view_of(window).page == "entry"
    view_of(window).top_bar.tabs.setCurrentIndex(1)
    assert view_of(window).tab == "initiatives"


def test_a_cycle_that_was_just_opened_is_shown_at_once(open_window: OpenWindow, window_desk: Desk) -> None:
    window = open_window(page="collect")
    before = towns.newest(window_desk)
    window_desk.do(open_cycle, "令和7年度 第1回", as_of=date(2025, 7, 1), due=date(2025, 7, 31))
    view = view_of(window)
    assert view.cycle == towns.newest(window_desk) != before
    view.open_page("open_cycle")
    assert not view.top_bar._cycle.text()
