"""印刷 is tried on the towns of the list, with the program's own look."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from dxdesk.desk import Desk
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.permissions import Actor
from dxdesk.ui.jobs import wait_for_jobs
from dxdesk.ui.printing.page import PrintPage, Way
from tests.ui.initiatives.conftest import _look, filled_file, opened

__all__ = ["_look", "filled_file", "opened"]

Opener = Callable[..., PrintPage]


@pytest.fixture
def open_page(opened: tuple[Desk, Cycle], qtbot: QtBot) -> Iterator[Opener]:
    """Opens 印刷 of the cycle that is open, for an actor, and waits for its first document."""
    desk, cycle = opened

    def open_for(actor: Actor | None = None, *, of: Cycle | None = None, subject: str = "") -> PrintPage:
        desk.actor = actor or desk.actor
        page = PrintPage(desk, of or cycle)
        qtbot.addWidget(page)
        page.resize(1366, 648)
        page.show()
        if subject:
            page.show_subject(subject)
        ready(qtbot, page)
        return page

    yield open_for
    wait_for_jobs()


def ready(qtbot: QtBot, page: PrintPage) -> None:
    """Wait until the document that is chosen is shown, or why there is none."""
    qtbot.waitUntil(lambda: not page.composing.busy and (page.composed is not None or bool(page.centre.words)))


def take(qtbot: QtBot, page: PrintPage, way: Way) -> None:
    """Save what is shown, or open it, and wait until that is through."""
    page.take(way)
    qtbot.waitUntil(lambda: not page.ways.busy)
