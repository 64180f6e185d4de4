"""Modules of pages are read after the first paint, each in a moment of its own."""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from dxdesk.ui.pages import BELOW, TABS, page_class
from dxdesk.ui.warming import Warming, page_modules, warm_up


def test_every_page_of_every_role_is_among_what_is_read() -> None:
    keys = {key for found in (*TABS.values(), *BELOW.values()) for key in found}
    assert {page_class(key).__module__ for key in keys} <= set(page_modules())


def test_one_module_is_read_at_a_time_until_all_are_there(qtbot: QtBot) -> None:
    parent = QObject()
    warming = Warming(parent, ["this_is_read_first", "colorsys"])
    with qtbot.captureExceptions() as raised:
        qtbot.waitUntil(lambda: not warming.isActive())
    assert [each[0] for each in raised] == [ModuleNotFoundError]
    assert "colorsys" in sys.modules


def test_what_knows_no_windows_is_read_first_and_beside_them(qtbot: QtBot) -> None:
    window = QObject()
    warm_up(window)
    qtbot.waitUntil(lambda: window.findChild(Warming) is not None)
    assert "dxdesk.operations.printing_documents" in sys.modules
