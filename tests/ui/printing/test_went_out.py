"""What is kept of a letter that went out is what went out, whatever is chosen meanwhile."""

from __future__ import annotations

from threading import Event

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from dxdesk.desk import Desk
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.printing import Wanted
from dxdesk.store.errors import StoreUnavailable
from dxdesk.store.queries.reminders import reminders
from dxdesk.ui.printing import print_dialog, printer, went_out
from dxdesk.ui.printing.printer import OnPaper, Order
from dxdesk.ui.printing.went_out import Sent, WentOut
from tests.ui.printing.conftest import Opener


def test_a_reminder_is_kept_although_another_document_is_shown_before_the_printer_has_it(
    open_page: Opener, opened: tuple[Desk, Cycle], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, cycle = opened
    sent = Event()
    monkeypatch.setattr(print_dialog, "ask_printer", lambda *_: Order((0,), OnPaper()))
    monkeypatch.setattr(printer, "send", lambda _pdf, order: sent.wait(30) and len(order.pages))
    page = open_page(subject="reminder")
    page.take("print")
    page.show_subject("list")
    with qtbot.waitSignal(page.said):
        sent.set()
    kept = desk.ask(reminders, cycle.id)
    assert {each.way for found in kept.values() for each in found} == {"paper"}


def test_where_the_database_is_gone_meanwhile_it_is_said_and_what_was_printed_too(
    opened: tuple[Desk, Cycle], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, cycle = opened
    window, told = QWidget(), list[str]()
    qtbot.addWidget(window)

    def gone(*_: object) -> None:
        raise StoreUnavailable("network", "share/town.db")

    monkeypatch.setattr(desk, "ask", gone)
    monkeypatch.setattr(went_out, "tell", lambda _window, words: told.append(words))
    out = WentOut(desk, window)
    with qtbot.waitSignal(out.said) as said:
        out.hear("送りました。", Sent(cycle, Wanted("reminder"), on_paper=True))
    assert said.args == ["送りました。", False]
    assert len(told) == 1
