from __future__ import annotations

import pytest
from PySide6.QtCore import QSizeF, Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from dxdesk.ui.printing import print_dialog
from dxdesk.ui.printing.print_dialog import AskBeforePrinting, ask_printer
from dxdesk.ui.printing.printer import OnPaper
from dxdesk.wording.print_dialog import NO_PAGES

A4, A3 = QSizeF(595.28, 841.89), QSizeF(1190.55, 841.89)
SIZES = (A4, A4, A4, A3)


@pytest.fixture
def dialog(qtbot: QtBot) -> AskBeforePrinting:
    found = AskBeforePrinting(SIZES, 1, OnPaper())
    qtbot.addWidget(found)
    found.show()
    return found


def test_at_first_all_pages_are_printed_once_on_one_side_without_colours(dialog: AskBeforePrinting) -> None:
    assert dialog.words.text() == "4ページを、1部4枚に印刷します。（A4縦・A3横）"
    order = dialog.order
    assert order.pages == (0, 1, 2, 3)
    assert order.on_paper == OnPaper("one", two_up=False, grey=True)
    assert (order.printer.duplex(), order.printer.copyCount()) == (QPrinter.DuplexMode.DuplexNone, 1)


def test_the_sheets_are_counted_as_they_are_chosen(dialog: AskBeforePrinting) -> None:
    dialog.sides.setCurrentIndex(1)
    assert "1部3枚" in dialog.words.text()
    QTest.keyClick(dialog.two_up, Qt.Key.Key_Space)
    assert "1部2枚" in dialog.words.text()
    assert "（A4横・A3縦）" in dialog.words.text()
    dialog.copies.setValue(5)
    assert dialog.order.on_paper == OnPaper("long", two_up=True, grey=True)


def test_the_page_that_is_looked_at_or_a_range(dialog: AskBeforePrinting) -> None:
    dialog.range.setCurrentIndex(1)
    assert list(dialog.pages) == [1]
    dialog.range.setCurrentIndex(2)
    assert dialog.typed.isVisible()
    dialog.typed.setText("１、3-4")
    assert list(dialog.pages) == [0, 2, 3]


def test_a_range_without_a_page_says_how_it_is_written_and_prints_nothing(dialog: AskBeforePrinting) -> None:
    dialog.range.setCurrentIndex(2)
    dialog.typed.setText("表紙")
    assert dialog.words.text() == NO_PAGES
    assert not dialog.go.isEnabled()
    dialog.typed.setText("1")
    assert dialog.go.isEnabled()


def test_what_was_chosen_last_is_chosen_again(qtbot: QtBot) -> None:
    last = OnPaper("short", two_up=True, grey=False)
    found = AskBeforePrinting(SIZES, 0, last)
    qtbot.addWidget(found)
    assert found.on_paper == last


def test_every_field_has_a_name_that_leads_to_it(dialog: AskBeforePrinting) -> None:
    buddies = {label.buddy() for label in dialog.findChildren(QLabel) if label.buddy() is not None}
    assert {dialog.printers, dialog.copies, dialog.sides, dialog.range} <= buddies


def test_the_settings_of_the_printer_are_those_of_the_system(
    dialog: AskBeforePrinting, monkeypatch: pytest.MonkeyPatch
) -> None:
    def accept(asked: QPrintDialog) -> int:
        asked.printer().setCopyCount(7)
        return int(QPrintDialog.DialogCode.Accepted)

    monkeypatch.setattr(QPrintDialog, "exec", accept)
    dialog.more.click()
    assert dialog.copies.value() == 7


def test_who_goes_back_prints_nothing(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", lambda: ["1階 複合機"])
    for code, found in ((0, False), (1, True)):
        monkeypatch.setattr(AskBeforePrinting, "exec", lambda _dialog, code=code: code)
        assert (ask_printer(window, SIZES, 0, OnPaper()) is not None) is found
    assert print_dialog.ask_printer is ask_printer
