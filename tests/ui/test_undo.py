"""Ctrl+Z and Ctrl+Y while fields come and go."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from dxdesk.ui.application import create_application
from dxdesk.ui.undo import UndoKeys


def _page(qtbot: QtBot, taken_back: list[str]) -> tuple[QWidget, QLineEdit, QPushButton]:
    create_application([])
    page = QWidget()
    qtbot.addWidget(page)
    layout = QVBoxLayout(page)
    field, button = QLineEdit(page), QPushButton("変える", page)
    layout.addWidget(field)
    layout.addWidget(button)
    UndoKeys(page, lambda: taken_back.append("step"), lambda: None)
    page.show()
    page.activateWindow()
    button.setFocus()
    return page, field, button


@pytest.mark.qt_log_ignore(
    r"This plugin does not support (raise\(\)|propagateSizeHints|grabbing the keyboard)", extend=True
)
def test_a_folder_typed_in_qt_s_own_dialog_takes_nothing_along(qtbot: QtBot, tmp_path: Path) -> None:
    taken_back: list[str] = []
    page, field, button = _page(qtbot, taken_back)

    def type_folder() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QFileDialog)
        line = dialog.findChild(QLineEdit)
        assert line is not None
        line.setFocus()
        line.setText(str(tmp_path)[:-1])  # whole words typed would open the dialog's own list of what there is
        QTest.keyClicks(line, str(tmp_path)[-1])
        QTest.keyClick(line, Qt.Key.Key_Return)
        if dialog.isVisible():
            QTest.keyClick(line, Qt.Key.Key_Return)

    plain = QFileDialog.Option.ShowDirsOnly | QFileDialog.Option.DontUseNativeDialog
    for _ in range(2):
        QTimer.singleShot(50, type_folder)
        assert QFileDialog.getExistingDirectory(page, "置く場所", str(tmp_path.parent), plain) == str(tmp_path)
        button.setFocus()
    field.setFocus()
    page.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is field)
    assert not taken_back


def test_a_field_of_a_dialog_keeps_its_own_keys(qtbot: QtBot) -> None:
    taken_back: list[str] = []
    page, field, _button = _page(qtbot, taken_back)
    dialog = QDialog(page)
    line = QLineEdit(dialog)
    dialog.show()
    dialog.activateWindow()
    line.setFocus()
    QTest.keyClick(line, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    dialog.deleteLater()
    qtbot.wait(1)
    field.setFocus()
    assert not taken_back


def test_a_field_that_goes_while_it_has_the_focus_leaves_the_keys_as_they_were(qtbot: QtBot) -> None:
    taken_back: list[str] = []
    page, field, button = _page(qtbot, taken_back)
    field.setFocus()
    field.deleteLater()
    qtbot.waitUntil(lambda: page.findChild(QLineEdit) is None)
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert taken_back == ["step"]
