"""What is kept of a letter that went out is what went out, whatever is chosen meanwhile."""

from __future__ import annotations

from threading import Event

import pytest
from pytestqt.qtbot import QtBot

from dxdesk.desk import Desk
from dxdesk.domain.cycles import Cycle
from dxdesk.store.queries.reminders import reminders
from dxdesk.ui.printing import print_dialog, printer
from dxdesk.ui.printing.printer import OnPaper, Order
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
