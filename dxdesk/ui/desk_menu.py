"""The menu of the open desk."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QApplication, QMenu

from dxdesk.domain.permissions import ACTOR_ROLES, OWN_DEPARTMENT_ROLES, POLICY, Actor, ActorRole
from dxdesk.operations.replies import Place
from dxdesk.preferences import kept_name
from dxdesk.store.queries import cycles, plans
from dxdesk.ui.application import choose_text_scale
from dxdesk.ui.carrying import carry, offers_carrying
from dxdesk.ui.desk_view import DeskView
from dxdesk.ui.entry.handing_in import take_back
from dxdesk.ui.inbox import ALL_ARRIVED
from dxdesk.ui.labels import text_scale
from dxdesk.ui.last_desk import answering
from dxdesk.ui.pages import reaches
from dxdesk.ui.theme import TEXT_SCALES
from dxdesk.ui.viewing import make_view_file
from dxdesk.wording.asking import VIEW_FILE
from dxdesk.wording.carrying import CARRY
from dxdesk.wording.liaison import GIVE_ENTRY, OPEN_FROM_SECRETARIAT

if TYPE_CHECKING:
    from dxdesk.ui.main_window import MainWindow


def _choice(menu: QMenu, group: QActionGroup, word: str, chosen: bool, act: Callable[[], object]) -> None:
    action = QAction(word.replace("&", "&&"), menu, checkable=True, checked=chosen)
    action.triggered.connect(lambda _checked=False: act())
    group.addAction(action)
    menu.addAction(action)


_PAGES = {
    "open_cycle": "次の回をつくる(&N)…",
    "inquiry": "照会ファイルをつくる(&Q)…",
    "take_in": "回答を取り込む(&A)…",
    "close_cycle": "この回を締める・開け直す(&E)…",
    "entry": "代理で記入する(&K)",
    "board": "ボードを見る(&B)",
    "history": "操作の履歴(&Y)",
    "settings": "設定と控え(&S)",
    "help": "使い方と用語集(&F)",
}
"""The pages that the menu leads to, in its order; those that are tabs of the role are left out."""

_SUBJECTS = {"take_in": ALL_ARRIVED}
"""What a page shows that has been left with something else on it."""

_OF_DEPARTMENTS: dict[ActorRole, str] = {"liaison": "担当(&T)", "head": "課長(&K)"}
"""The menus below 立場を選ぶ, with an entry per department."""


def _submenu(menu: QMenu, words: str) -> QMenu:
    """A menu below another. One that Qt makes itself is lost to Python together with the first screen."""
    below = QMenu(words, menu)
    menu.addMenu(below)
    return below


def desk_menu(window: MainWindow, view: DeskView) -> QMenu:
    """The menu; its lists are filled when it opens."""
    menu = QMenu(window)
    cycle = _submenu(menu, "回を選ぶ(&C)")
    department = _submenu(menu, "課を選ぶ(&D)")
    take_back = QAction("この取組の提出を取り下げる(&T)", menu)
    menu.addAction(take_back)
    give = QAction(GIVE_ENTRY, menu)
    menu.addAction(give)
    menu.addSeparator()
    for key, word in _PAGES.items():
        if _offers(view, key):
            action = QAction(word, menu)
            menu.addAction(action)
            action.triggered.connect(lambda _checked=False, key=key: view.open_page(key, _SUBJECTS.get(key, "")))
    if "inquire" in POLICY[view.desk.actor.role] and not view.desk.database.read_only:
        show = QAction(f"{VIEW_FILE}(&V)…", menu)
        menu.addAction(show)
        show.triggered.connect(lambda: make_view_file(view))
    if offers_carrying(view):
        along = QAction(f"{CARRY}(&L)…", menu)
        menu.addAction(along)
        along.triggered.connect(lambda: carry(window))
    menu.addSeparator()
    role = _submenu(menu, "立場を選ぶ(&R)")
    of_departments = {key: QMenu(word, role) for key, word in _OF_DEPARTMENTS.items()}
    size = _submenu(menu, "文字の大きさ(&Z)")
    menu.addSeparator()
    menu.addAction("ひらく(&O)…", window.ask_file)
    menu.addAction(OPEN_FROM_SECRETARIAT, window.files.ask)
    menu.addAction("はじめの画面へ(&H)", window.leave_desk)
    menu.addAction("終わる(&X)", window.close)
    take_back.triggered.connect(lambda: _take_back(view))
    give.triggered.connect(lambda: _give(view))

    def fill() -> None:
        _fill_cycles(cycle, view)
        cycle.menuAction().setVisible(view.cycle is not None)
        _fill_departments(department, view)
        _fill_roles(role, of_departments, window, view)
        _fill_sizes(size, window)
        writing = view.page == "entry"
        department.menuAction().setVisible(writing and len(view.departments()) > 1)
        take_back.setVisible(writing)
        take_back.setEnabled(_submitted(view) is not None)
        give.setVisible(_gives(view))

    button = view.top_bar.menu_button
    menu.aboutToShow.connect(fill)
    # Qt does not paint a button anew that was pressed by its access key: it would look pressed for ever.
    menu.aboutToHide.connect(lambda: QTimer.singleShot(0, button, button.update))
    return menu


def _offers(view: DeskView, key: str) -> bool:
    """Whether the menu leads to a page. Answers are taken in by who may, and at the secretariat's database alone."""
    desk = view.desk
    if not reaches(desk.actor.role, key) or key in view.tabs:
        return False
    may = "take_in" in POLICY[desk.actor.role] and not desk.database.read_only
    return key != "take_in" or (may and desk.ask(plans.identity).kind == "secretariat")


def _submitted(view: DeskView) -> Place | None:
    """The slot of the open item where it is handed in and not reviewed yet."""
    page = view.pages.entry
    form = page.writing.form if page is not None and view.page == "entry" else None
    return form.place if form and form.state == "submitted" and not form.closed else None


def _take_back(view: DeskView) -> None:
    page, place = view.pages.entry, _submitted(view)
    if page is not None and place is not None:
        take_back(page, place)


def _gives(view: DeskView) -> bool:
    """Whether answers of this desk go to the secretariat as a file."""
    answers = view.desk.ask(plans.identity).kind == "liaison" and view.cycle is not None
    return answers and view.desk.actor.role == "liaison" and not view.desk.database.read_only


def _give(view: DeskView) -> None:
    view.open_page("entry")
    if view.pages.entry is not None:
        view.pages.entry.show_giving()


def _fill_cycles(menu: QMenu, view: DeskView) -> None:
    menu.clear()
    group = QActionGroup(menu)
    for each in reversed(view.desk.ask(cycles.cycles)):
        chosen = view.cycle is not None and each.id == view.cycle.id
        _choice(menu, group, each.name, chosen, lambda each=each: view.open_cycle(each))  # type: ignore[misc]


def _fill_departments(menu: QMenu, view: DeskView) -> None:
    menu.clear()
    group = QActionGroup(menu)
    now = view.pages.entry.entries.department if view.pages.entry is not None else None
    for each in view.departments():
        open_it = lambda each=each: view.open_department(each.id)  # noqa: E731
        _choice(menu, group, each.name, now is not None and now.id == each.id, open_it)


def _fill_roles(menu: QMenu, of_departments: dict[ActorRole, QMenu], window: MainWindow, view: DeskView) -> None:
    """事務局, 委員長 and 見るだけ; below them 担当 and 課長 of every department that is asked."""
    for each in (menu, *of_departments.values()):
        each.clear()
    group = QActionGroup(menu)
    now, asked = view.desk.actor, view.asked()
    if view.desk.ask(plans.identity).kind == "liaison":
        _fill_own_roles(menu, group, window, view)
        return

    def offer(below: QMenu, word: str, role: ActorRole, *departments: str) -> None:
        chosen = (role, departments) == (now.role, now.departments)
        sit = lambda: window.act_as(Actor(role, departments, kept_name(role, departments)))  # noqa: E731
        _choice(below, group, word, chosen, sit)

    for role, word in ACTOR_ROLES.items():
        if role not in OWN_DEPARTMENT_ROLES:
            offer(menu, word, role)
    for role, below in of_departments.items():
        for each_department in asked:
            offer(below, f"{each_department.name}の{ACTOR_ROLES[role]}", role, each_department.id)
        if asked:
            menu.addMenu(below)


def _fill_own_roles(menu: QMenu, group: QActionGroup, window: MainWindow, view: DeskView) -> None:
    """On the database of a department: 担当 and 課長 of all that it answers for, or only to look."""
    now, own = view.desk.actor, answering(view.desk)
    seats: tuple[tuple[ActorRole, tuple[str, ...]], ...] = (("liaison", own), ("head", own)) if own else ()
    for role, departments in (*seats, ("reader", ())):
        seat = Actor(role, departments, kept_name(role, departments))
        chosen = (role, set(departments)) == (now.role, set(now.departments))
        _choice(menu, group, ACTOR_ROLES[role], chosen, lambda seat=seat: window.act_as(seat))  # type: ignore[misc]


def _fill_sizes(menu: QMenu, window: MainWindow) -> None:
    menu.clear()
    group = QActionGroup(menu)
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    now = text_scale(window)
    for word, scale in TEXT_SCALES.items():
        change = lambda scale=scale: choose_text_scale(application, scale)  # noqa: E731
        _choice(menu, group, word, abs(scale - now) < 0.05, change)
