"""What people do on the pages, as steps: each is one press of a key or of a button."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from dxdesk import paths
from dxdesk.domain.permissions import ActorRole
from dxdesk.ui.board.page import BoardPage
from dxdesk.ui.collect.page import CollectPage
from dxdesk.ui.cycle.closing import CloseCyclePage
from dxdesk.ui.cycle.opening import OpenCyclePage
from dxdesk.ui.desk_view import DeskView
from dxdesk.ui.page import Page
from dxdesk.ui.printing import saving
from dxdesk.ui.printing.page import PrintPage
from tests.bench.watch import Step

Acts = Mapping[str, list[Step]]

PAGES: Final[dict[ActorRole, tuple[str, ...]]] = {
    "secretariat": (
        "collect", "initiatives", "meeting", "agenda", "minutes", "actions", "print", "consolidate", "board", "entry",
        "history", "settings", "help", "close_cycle",
    ),
    "liaison": ("entry", "initiatives", "actions", "print"),
    "reader": ("board", "initiatives", "print"),
}  # fmt: skip
"""The pages of a role, in the order in which they are opened."""

LAST: Final[tuple[str, ...]] = ("open_cycle",)
"""What 事務局 does at the end, because everything is another afterwards."""

Key, CONTROL, ALT = Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
PLAIN: Final = Qt.KeyboardModifier.NoModifier


def press(key: Qt.Key, times: int = 1, held: Qt.KeyboardModifier = PLAIN) -> list[Step]:
    """A key where the focus is, pressed so many times."""
    return [partial(_press, key, held)] * times


def _press(key: Qt.Key, held: Qt.KeyboardModifier) -> None:
    focus = QApplication.focusWidget() or QApplication.activeWindow()
    if focus is not None:
        QTest.keyClick(focus, key, held)


def typed(text: str) -> list[Step]:
    """Letters where the focus is."""
    return [partial(_press, Qt.Key(ord(each.upper())), PLAIN) for each in text]


MOVING: Final[Acts] = {
    "ten rows down": press(Key.Key_Down, 10),
    "five pages down": press(Key.Key_PageDown, 5),
    "to the end": press(Key.Key_End),
    "to the beginning": press(Key.Key_Home),
}
SEARCHING: Final[Acts] = {
    "search": [*press(Key.Key_F, held=CONTROL), *typed("777")],
    "clear the search": press(Key.Key_Escape),
}
WRITING: Final[Acts] = {
    "status": press(Key.Key_1, held=ALT),
    "typing": typed("abcdefgh"),
    "next": press(Key.Key_Down, 5, CONTROL),
}


def acts(view: DeskView, key: str) -> Acts:
    """What is done on the page that is shown."""
    page = view.pages.shown
    if isinstance(page, BoardPage):
        return _on_board(page)
    if isinstance(page, CollectPage):
        return {**MOVING, **SEARCHING, **_on_collect(page)}
    if isinstance(page, PrintPage):
        return _on_print(page)
    if isinstance(page, CloseCyclePage):
        return MOVING
    if isinstance(page, OpenCyclePage):
        return {"who is asked": [page.go_on], **MOVING, "the summary": [page.go_on], "make the cycle": [page.go_on]}
    return _by_keys(key, page)


def _by_keys(key: str, page: Page | None) -> Acts:
    if key == "entry":
        hand_in = press(Key.Key_Return, held=CONTROL)
        return {**WRITING, "hand in": hand_in}
    if key == "initiatives":
        return {**MOVING, "open": press(Key.Key_Return), **SEARCHING}
    if key == "consolidate":
        return {"next": press(Key.Key_Down, 5, CONTROL), **MOVING, "put in": press(Key.Key_Return)}
    if key == "history":
        return MOVING
    return {**MOVING, "open": press(Key.Key_Return)} if page is not None else {}


def _on_collect(page: CollectPage) -> Acts:
    work = page.work
    return {
        "open": press(Key.Key_Return),
        "accept one": [partial(page.ways.step, 1), work.accept],
        "the list to accept": [partial(work.open, "list")],
        "down that list": press(Key.Key_PageDown, 5),
        "accept them all": [work.finish],
        "take it back": [partial(page.undo_requested.emit)],
    }


def _on_board(page: BoardPage) -> Acts:
    switches = page.switches
    return {
        "next page": press(Key.Key_PageDown, 5),
        "an initiative": [*press(Key.Key_7), *press(Key.Key_Return)],
        "back": press(Key.Key_Escape),
        "推移": [partial(switches.view_chosen.emit, "trend")],
        "pages of 推移": press(Key.Key_PageDown, 5),
        "道のり": [partial(switches.view_chosen.emit, "roadmap")],
        "pages of 道のり": press(Key.Key_PageDown, 5),
        "as a table": [partial(page.show_table, True)],
        "down the table": press(Key.Key_PageDown, 5),
        "as slides": [partial(page.show_table, False), partial(switches.view_chosen.emit, "board")],
    }


def _proposed_path(parent: QWidget, proposed: Path) -> Path | None:
    """Where a person has a file saved, asked by no dialog."""
    return paths.home() / proposed.name


def _on_print(page: PrintPage) -> Acts:
    saving.ask_path = _proposed_path
    packet: Acts = {
        "the packet": [partial(page.show_subject, "packet")],
        "the pages of the packet": press(Key.Key_PageDown, 5),
        "save the packet": [partial(page.take, "pdf")],
    }
    return {
        "the list": [partial(page.show_subject, "list")],
        "its pages": press(Key.Key_PageDown, 5),
        "save it": [partial(page.take, "pdf")],
        "save it as a spreadsheet": [partial(page.take, "xlsx")],
        "every sheet": [partial(page.show_subject, "sheet")],
        "a sheet": [partial(page.show_subject, "sheet:7")],
        "the checklist": [partial(page.show_subject, "checklist")],
        **(packet if page.desk.actor.role == "secretariat" else {}),
    }
