from __future__ import annotations

from threading import Event, get_ident

import pytest
from PySide6.QtCore import QSizeF, Qt, QTimer
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from dxdesk.ui.printing import printer
from dxdesk.ui.printing.print_dialog import AskBeforePrinting, ask_printer
from dxdesk.ui.printing.printer import OnPaper, Order, Printers
from dxdesk.wording.print_dialog import ASKING, NO_PAGES, NONE
from dxdesk.wording.printing import NO_PRINTER_HINT

A4, A3 = QSizeF(595.28, 841.89), QSizeF(1190.55, 841.89)
SIZES = (A4, A4, A4, A3)
PRINTERS = Printers(("1階 複合機", "2階 複合機"), "2階 複合機")


@pytest.fixture
def dialog(qtbot: QtBot) -> AskBeforePrinting:
    found = AskBeforePrinting(SIZES, 1, OnPaper())
    qtbot.addWidget(found)
    found.show()
    found.show_printers(PRINTERS)
    return found


def test_at_first_all_pages_are_printed_once_on_one_side_without_colours(dialog: AskBeforePrinting) -> None:
    assert dialog.words.text() == "4ページを、1部4枚に印刷します。（A4縦・A3横）"
    assert dialog.order == Order((0, 1, 2, 3), OnPaper("one", two_up=False, grey=True), "2階 複合機", 1)


def test_the_sheets_are_counted_as_they_are_chosen(dialog: AskBeforePrinting) -> None:
    dialog.sides.setCurrentIndex(1)
    assert "1部3枚" in dialog.words.text()
    QTest.keyClick(dialog.two_up, Qt.Key.Key_Space)
    assert "1部2枚" in dialog.words.text()
    assert "（A4横・A3縦）" in dialog.words.text()
    dialog.copies.setValue(5)
    assert dialog.order == Order((0, 1, 2, 3), OnPaper("long", two_up=True, grey=True), "2階 複合機", 5)


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
    assert dialog.order.printer is not None


def test_who_goes_back_prints_nothing(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    for code, found in ((0, False), (1, True)):
        monkeypatch.setattr(AskBeforePrinting, "exec", lambda _dialog, code=code: code)
        assert (ask_printer(window, SIZES, 0, OnPaper()) is not None) is found


@pytest.mark.parametrize("found", [PRINTERS, Printers()])
def test_while_the_system_looks_for_its_printers_the_window_goes_on_and_says_so(
    found: Printers, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers, threads = Event(), []

    def slow() -> Printers:
        threads.append(get_ident())
        answers.wait(30)
        return found

    def look() -> None:
        """As a person does while the dialog is open, then when the system has answered."""
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, AskBeforePrinting)
        seen.append((dialog.printers.placeholderText(), dialog.printers.isEnabled(), dialog.more.isEnabled()))
        dialog.copies.setValue(3)
        dialog.go.click()
        assert dialog.isVisible()
        answers.set()
        qtbot.waitUntil(lambda: dialog.printers.placeholderText() == NONE)
        seen.append((dialog.printers.currentText(), dialog.printers.isEnabled(), dialog.more.isEnabled()))
        said.append(dialog.words.text())
        (dialog.go if found.names else dialog.back).click()

    seen: list[tuple[str, bool, bool]] = []
    said: list[str] = []
    monkeypatch.setattr(printer, "all_printers", slow)
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    QTimer.singleShot(50, look)
    order = ask_printer(window, SIZES, 1, OnPaper())
    there = bool(found.names)
    assert seen == [(ASKING, False, False), (found.usual, there, there)]
    assert said == ["4ページを、1部4枚に印刷します。（A4縦・A3横）" if there else NO_PRINTER_HINT]
    assert order == (Order((0, 1, 2, 3), OnPaper(), "2階 複合機", 3) if there else None)
    assert get_ident() not in threads
