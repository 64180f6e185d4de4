from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from dxdesk.ui.printing.foot import Foot


@pytest.fixture
def foot(qtbot: QtBot) -> Iterator[Foot]:
    window = QWidget()
    qtbot.addWidget(window)
    found = Foot(window)
    window.resize(1920, 58)
    found.resize(1366, 58)
    window.show()
    yield found
    window.close()


def seen(foot: Foot) -> list[str]:
    return [each.text() for each in foot.findChildren(QPushButton) if each.isVisible()]


def test_exactly_one_button_is_filled(foot: Foot) -> None:
    filled = [each.text() for each in foot.findChildren(QPushButton) if each.property("look") == "primary"]
    assert filled == ["印刷する（Ctrl+P）"]


def test_before_there_is_a_document_nothing_can_be_done_with_it(foot: Foot) -> None:
    assert not any(each.isEnabled() for each in foot.findChildren(QPushButton) if each.isVisible())


def test_without_a_printer_the_document_can_still_be_saved(foot: Foot) -> None:
    foot.show_document(True, workbook=False)
    foot.show_printer(False)
    assert not foot._print.isEnabled()
    assert "プリンター" in foot._print.text()
    assert foot._pdf.isEnabled()
    foot.show_printer(True)
    assert foot._print.isEnabled()


@pytest.mark.parametrize("width", [1920, 1366, 1024, 800])
@pytest.mark.parametrize("drawer", [False, True])
@pytest.mark.parametrize("printer", [False, True])
def test_at_every_width_every_button_has_room_for_its_words(
    foot: Foot, width: int, drawer: bool, printer: bool
) -> None:
    foot.show_document(True, word=True, workbook=True)
    foot.show_printer(printer)
    foot.show_page(11, 120)
    foot.show_drawer(drawer)
    foot.resize(width, 58)
    QTest.qWait(1)
    shown = [each for each in foot.findChildren(QPushButton) if each.isVisible()]
    assert all(each.width() >= each.sizeHint().width() for each in shown)
    assert all(each.geometry().right() <= width for each in shown)


def test_the_number_of_pages_that_comes_last_cuts_no_word(foot: Foot, qtbot: QtBot) -> None:
    foot.resize(1024, 58)
    foot.show_drawer(True)
    foot.show_printer(False)
    foot.show_document(True)
    foot.show_page(86, 1087)
    QTest.qWait(1)
    shown = [each for each in foot.findChildren(QPushButton) if each.isVisible()]
    assert [each.text() for each in shown if each.width() < each.sizeHint().width()] == []


def test_in_a_narrow_bar_the_ways_out_stand_in_one_menu(foot: Foot, qtbot: QtBot) -> None:
    foot.show_document(True, workbook=True)
    assert "PDFで保存" in seen(foot)
    foot.resize(800, 58)
    assert "PDFで保存" not in seen(foot)
    assert [each.text() for each in foot._menu.actions() if each.isVisible()] == [
        "Excelで保存",
        "PDFで保存",
        "ほかのソフトで開く",
    ]
    with qtbot.waitSignal(foot.pdf_requested):
        foot._menu.actions()[2].trigger()
    foot.show_document(True, word=True)
    assert [each.text() for each in foot._menu.actions() if each.isVisible()][:2] == ["Wordで保存", "PDFで保存"]
    with qtbot.waitSignal(foot.word_requested):
        foot._menu.actions()[0].trigger()


def test_each_button_asks_for_its_own_thing(foot: Foot, qtbot: QtBot) -> None:
    foot.resize(1920, 58)
    foot.show_document(True, word=True, workbook=True)
    foot.show_printer(True)
    foot.show_page(1, 3)
    for button, signal in (
        (foot._previous, foot.previous_requested),
        (foot._next, foot.next_requested),
        (foot._word, foot.word_requested),
        (foot._workbook, foot.workbook_requested),
        (foot._pdf, foot.pdf_requested),
        (foot._outside, foot.outside_requested),
        (foot._print, foot.print_requested),
    ):
        with qtbot.waitSignal(signal):
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)
