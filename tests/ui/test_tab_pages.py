"""Pages are read when they are shown, not before."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QStackedWidget
from pytestqt.qtbot import QtBot

from dxdesk.desk import Desk
from dxdesk.domain.cycles import Cycle
from dxdesk.store.queries import cycles
from dxdesk.ui.board.page import BoardPage
from dxdesk.ui.collect.page import CollectPage
from dxdesk.ui.tab_pages import TabPages


def test_another_cycle_is_read_by_the_page_that_is_shown_and_by_the_others_when_they_are(
    qtbot: QtBot, window_desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    *_, older, newer = window_desk.ask(cycles.cycles)
    pages = TabPages(window_desk)
    qtbot.addWidget(pages)
    pages.show_page("board", newer)
    pages.show_page("collect", newer)
    seen: list[tuple[type, str]] = []
    for kind in (BoardPage, CollectPage):

        def note(page: QStackedWidget, cycle: Cycle, read=kind.set_cycle) -> None:  # type: ignore[no-untyped-def]
            seen.append((type(page), cycle.id))
            read(page, cycle)

        monkeypatch.setattr(kind, "set_cycle", note)
    pages.set_cycle(older)
    assert seen == [(CollectPage, older.id)]
    pages.show_page("board", older)
    pages.show_page("board", older)
    assert seen == [(CollectPage, older.id), (BoardPage, older.id)]
