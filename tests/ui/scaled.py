"""Open every page of a role on a screen of another scale, and print what does not fit: run as a program of its own.

Arguments: the database, width and height of the window, and each role with its text scale (``liaison=1.15``). It prints
one finding a line.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from dxdesk.domain.permissions import Actor, ActorRole
from dxdesk.ui.application import create_application, set_text_scale
from dxdesk.ui.jobs import wait_for_jobs
from dxdesk.ui.main_window import MainWindow
from dxdesk.ui.pages import BELOW, TABS
from tests.ui import accessible
from tests.ui.doorways import doors_on
from tests.ui.entry import towns

LOOKS = 50
"""How often a page that does not fit yet is looked at, a tenth of a second apart."""


def cut(window: QWidget) -> Iterator[str]:
    """Words that have less room than they need."""
    for label in window.findChildren(QLabel):
        words = label.text().replace("&", "")
        one_line = label.isVisible() and not label.hasHeightForWidth() and not label.wordWrap()
        if one_line and words and label.fontMetrics().horizontalAdvance(words) > label.contentsRect().width() + 1:
            yield f"label {words}"
    for button in window.findChildren(QPushButton):
        if button.isVisible() and type(button) is QPushButton and button.sizeHint().width() > button.width() + 2:
            yield f"button {button.text()}"


def settle() -> None:
    """What is read beside the window arrives, also what is only then begun."""
    for _ in range(3):
        wait_for_jobs()
        QTest.qWait(20)


def cut_when_settled(window: QWidget) -> list[str]:
    """Words that still have less room than they need once what is read beside the window has arrived and been laid."""
    for _ in range(LOOKS):
        if not (found := list(cut(window))):
            break
        QTest.qWait(100)
    return found


def look(database: str, role: ActorRole, size: tuple[int, int], scale: float) -> Iterator[str]:
    """What does not fit on the pages of a role."""
    application = create_application(sys.argv)
    desk = towns.desk_on(Path(database))
    own = (towns.department(desk),) if role in ("liaison", "head") else ()
    desk.actor = Actor(role, own, "佐藤")
    window = MainWindow(doors_on(desk))
    set_text_scale(application, scale)
    window.open_target(database)
    window.resize(*size)
    window.show()
    window.activateWindow()
    assert window.view is not None
    for key in (*TABS[role], *sorted(BELOW[role] - set(TABS[role]))):
        window.view.open_page(key)
        settle()
        if window.size().toTuple() != size:
            yield f"{key}: {window.width()} × {window.height()}"
            window.resize(*size)
        yield from (f"{key}: {found}" for found in cut_when_settled(window))
        reached = accessible.tab_round(window)
        missed = [each for each in accessible.wanting_focus(window) if each not in reached]
        yield from (f"{key}: not reached {accessible.spoken_name(each)}" for each in missed)
    window.close()


if __name__ == "__main__":
    path, width, height, *people = sys.argv[1:]
    for who, _, text in (each.partition("=") for each in people):
        for line in look(path, who, (int(width), int(height)), float(text)):  # type: ignore[arg-type]
            print(f"{who}: {line}")
