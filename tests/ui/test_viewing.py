"""閲覧: a file that the secretariat makes from its menu; whoever opens it sees what counts and writes nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QLabel, QLineEdit, QPlainTextEdit, QTextEdit
from pytestqt.qtbot import QtBot

from dxdesk.domain.permissions import ACTOR_ROLES, Actor, ActorRole
from dxdesk.operations import cycles, departments, inquiring, replies, reviews
from dxdesk.operations.change import Change
from dxdesk.store.queries import board, plans
from dxdesk.store.verification import verify
from dxdesk.ui.board.page import BoardPage
from dxdesk.ui.desk_view import DeskView
from dxdesk.ui.main_window import MainWindow
from dxdesk.wording.asking import VIEW_FILE
from dxdesk.wording.liaison import KNOWN_ALREADY, OPEN_FROM_SECRETARIAT
from tests.builders import dump, problem
from tests.ui.doorways import doors_on
from tests.ui.entry import towns
from tests.ui.test_file_opening import Office, office, secretariat
from tests.ui.windows import menu_words

__all__ = ["office", "secretariat"]


WRITING = ("記入", "照会", "取り込む", "渡す", "回をつくる")
"""Words of entries of the menu behind which something is written."""


def toast(view: DeskView) -> str:
    """What was said last."""
    return "".join(each.text() for each in view.toast.findChildren(QLabel))


def choose(window: MainWindow, words: str) -> None:
    """An entry of the menu, by how it begins."""
    assert window.view is not None
    menu = window.view.top_bar.menu_button.menu()
    assert menu is not None
    menu.aboutToShow.emit()
    next(each for each in menu.actions() if each.text().startswith(words)).trigger()


@pytest.fixture
def shown(office: Office, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A 閲覧 file that the secretariat has made from its menu, after two answers of which it accepted one."""

    def answers(change: Change) -> None:
        cycle = towns.newest(office.post.desk)
        towns.answer(change, cycle, "4", towns.OWN, accepted=True, status="late", results="遅れました。")
        towns.answer(change, cycle, "4", towns.OTHER, accepted=True, status="late", results="こちらも遅れました。")
        towns.answer(change, cycle, "8", towns.OWN, status="ok", results="まだ受理していません。")

    office.post.desk.do(answers)
    target = office.folder / "見せる.dxd"
    monkeypatch.setattr("dxdesk.ui.viewing.ask_file_target", lambda *_: target)
    window = MainWindow(doors_on(office.post.desk))
    qtbot.addWidget(window)
    window.open_target("town.db")
    choose(window, VIEW_FILE)
    office.settle()
    assert window.view is not None
    assert "見せる.dxd" in toast(window.view)
    window.view.stop_listening()
    window.view = None
    return target


def test_it_opens_as_a_board_with_what_counts_and_three_tabs(office: Office, shown: Path) -> None:
    office.window.open_target(str(shown))
    office.settle()
    view, theirs = office.view, office.post.desk
    assert (view.desk.actor.role, view.page) == ("reader", "board")
    assert isinstance(view.pages.currentWidget(), BoardPage)
    assert [view.top_bar.tabs.tabText(place) for place in range(view.top_bar.tabs.count())] == [
        "ボード(&B)", "取組一覧(&L)", "印刷(&P)",
    ]  # fmt: skip
    here = view.desk.ask(board.board, towns.newest(view.desk))
    assert here.counts == theirs.ask(board.board, towns.newest(theirs)).counts
    assert "まだ受理していません" not in repr(dump(view.desk))


def test_going_through_all_of_it_writes_nothing_and_offers_nothing_to_write(office: Office, shown: Path) -> None:
    office.window.open_target(str(shown))
    office.settle()
    view = office.view
    before = dump(view.desk)
    for tab in view.tabs:
        view.open_tab(tab)
        office.settle()
        assert view.page == tab
        shown_page = view.pages.currentWidget()
        assert shown_page is not None
        fields: list[QLineEdit | QTextEdit | QPlainTextEdit] = [
            *shown_page.findChildren(QLineEdit),
            *shown_page.findChildren(QTextEdit),
            *shown_page.findChildren(QPlainTextEdit),
        ]
        writable = [each.accessibleName() for each in fields if each.isVisible() and not each.isReadOnly()]
        assert [each for each in writable if "さがす" not in each] == []
    for key in ("entry", "collect", "meeting", "take_in", "inquiry", "history"):
        view.open_page(key)
        assert view.page == view.tabs[-1]
    offered = menu_words(view.top_bar.menu_button.menu())
    assert not [each for each in offered if any(word in each for word in WRITING)]
    assert dump(view.desk) == before
    assert verify(view.desk.database).ok


@pytest.mark.parametrize("role", ACTOR_ROLES)
def test_nobody_writes_in_it_whatever_they_say_they_are(office: Office, shown: Path, role: ActorRole) -> None:
    office.window.open_target(str(shown))
    office.settle()
    desk = office.view.desk
    cycle, own = towns.newest(desk), towns.department(desk)
    desk.actor = Actor(role, (own,) if role in ("liaison", "head") else (), "だれか")
    before = dump(desk)

    def draft(change: Change) -> None:
        replies.record_draft(change, replies.find_place(change, cycle, "4", towns.OWN), {"status": "ok"})

    def confirm(change: Change) -> None:
        replies.confirm(change, replies.find_place(change, cycle, "4", towns.OWN), by="だれか", title=None)

    acts = (
        draft,
        confirm,
        lambda change: reviews.accept_all(change, cycle),
        lambda change: cycles.reopen_cycle(change, cycle, "直すため"),
        lambda change: departments.add_department(change, "新しい課"),
        lambda change: inquiring.inquire(change, cycle),
    )
    refusals = {problem(desk.do, act).code for act in acts}
    assert refusals <= {"permission.role", "permission.at_department", "hand_over.no_inquiry"}
    assert dump(desk) == before


def test_opened_once_more_from_the_menu_it_is_known(
    office: Office, shown: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    office.window.open_target(str(shown))
    office.settle()
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(shown), ""))
    choose(office.window, OPEN_FROM_SECRETARIAT)
    office.settle()
    assert KNOWN_ALREADY in toast(office.view)
    assert office.view.page == "board"
    assert office.view.desk.ask(plans.identity).kind == "liaison"
