"""The application speaks Japanese, is light on every PC and grows with 文字の大きさ."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QRect, Qt
from PySide6.QtGui import QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from dxdesk.ui import application, theme
from dxdesk.ui.application import create_application, set_text_scale
from dxdesk.ui.stylesheet import application_stylesheet
from dxdesk.ui.window_style import style_window


def test_there_is_one_application_however_often_it_is_asked_for(qapp: QApplication) -> None:
    assert create_application(["dxdesk"]) is create_application([]) is qapp


def test_texts_of_qt_itself_are_japanese(qapp: QApplication) -> None:
    create_application([])
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "キャンセル"


def test_texts_of_our_own_stay_as_they_are_written(qtbot: QtBot) -> None:
    create_application([])
    widget = QWidget()
    qtbot.addWidget(widget)
    assert widget.tr("メニュー") == "メニュー"


def test_the_file_dialog_is_japanese_and_its_buttons_show_their_pictures(qtbot: QtBot) -> None:
    create_application([])
    window = QWidget()
    style_window(window)
    dialog = QFileDialog(window, options=QFileDialog.Option.DontUseNativeDialog)
    qtbot.addWidget(window)
    dialog.show()
    words = [each.text() for each in dialog.findChildren(QLabel) if each.isVisible()]
    assert [each for each in words if re.search(r"[A-Za-z]{2}", each)] == []
    for button in dialog.findChildren(QToolButton):
        picture = button.grab().toImage()
        middle = {
            picture.pixelColor(x, y).name()
            for x in range(picture.width() // 4, picture.width() * 3 // 4)
            for y in range(picture.height() // 4, picture.height() * 3 // 4)
        }
        assert len(middle) > 1, button.objectName()
    dialog.close()


def test_the_ground_is_white_and_the_text_ink_whatever_the_pc_prefers(qapp: QApplication) -> None:
    create_application([])
    assert qapp.palette().color(QPalette.ColorRole.Window) == theme.colour("white")
    assert qapp.palette().color(QPalette.ColorRole.WindowText) == theme.colour("ink")


@pytest.mark.parametrize("scale", theme.TEXT_SCALES.values())
def test_every_size_and_colour_of_the_style_sheet_comes_from_the_tokens(scale: float) -> None:
    sheet = application_stylesheet(scale)
    known = set(theme.TOKENS["colours"].values())
    assert set(re.findall(r"#[0-9A-Fa-f]{6}", sheet)) <= known
    sizes = {int(size) for size in re.findall(r"font-size: (\d+)px", sheet)}
    assert sizes <= {round(theme.text_look(name).px * scale) for name in theme.TOKENS["desktop"]}


def test_a_larger_text_scale_makes_labels_and_buttons_larger(qtbot: QtBot, qapp: QApplication) -> None:
    label, button = QLabel("今の状況"), QPushButton("提出する")
    for widget in (label, button):
        qtbot.addWidget(widget)
    create_application([])
    before = label.sizeHint(), button.sizeHint()
    set_text_scale(qapp, theme.TEXT_SCALES["特大"])
    after = label.sizeHint(), button.sizeHint()
    set_text_scale(qapp, 1.0)
    assert all(new.height() > old.height() for old, new in zip(before, after, strict=True))


def test_buttons_and_inputs_have_their_heights(qtbot: QtBot, qapp: QApplication) -> None:
    create_application([])
    plain, primary, field = QPushButton("前の担当"), QPushButton("提出する"), QLineEdit()
    for widget in (plain, primary, field):
        qtbot.addWidget(widget)
    theme.set_look(primary, "primary")
    assert plain.sizeHint().height() == theme.height("button")
    assert primary.sizeHint().height() == theme.height("primary")
    assert field.sizeHint().height() >= theme.height("input")


def test_a_primary_button_is_the_filled_one(qtbot: QtBot, qapp: QApplication) -> None:
    create_application([])
    button = QPushButton("提出する")
    qtbot.addWidget(button)
    button.resize(button.sizeHint())
    assert button.grab().toImage().pixelColor(button.width() // 2, 3) == theme.colour("white")
    theme.set_look(button, "primary")
    button.resize(button.sizeHint())
    assert button.grab().toImage().pixelColor(button.width() // 2, 3) == theme.colour("key")
    button.setEnabled(False)
    assert button.grab().toImage().pixelColor(button.width() // 2, 3) == theme.colour("off")


def test_a_checked_box_is_filled_and_has_its_check(qtbot: QtBot, qapp: QApplication) -> None:
    create_application([])
    box = QCheckBox("会議で協議したい")
    qtbot.addWidget(box)
    box.resize(box.sizeHint())

    def colours() -> set[str]:
        image = box.grab(QRect(0, 0, 22, box.height())).toImage()
        return {image.pixelColor(x, y).name().upper() for x in range(image.width()) for y in range(image.height())}

    assert theme.hex_of("key") not in colours()
    box.setChecked(True)
    assert {theme.hex_of("key"), "#FFFFFF"} <= colours()


def test_pictures_of_the_style_sheet_exist_and_use_colours_of_the_tokens() -> None:
    files = re.findall(r'url\("([^"]+)"\)', application_stylesheet())
    assert files
    for file in files:
        found = re.findall(r"#[0-9A-Fa-f]{6}", Path(file).read_text(encoding="utf-8"))
        assert set(found) <= set(theme.TOKENS["colours"].values())


def test_a_pill_keeps_its_height_in_a_high_row(qtbot: QtBot, qapp: QApplication) -> None:
    create_application([])
    row = QWidget()
    pill = QLabel("下書き")
    theme.set_look(pill, "pill")
    QHBoxLayout(row).addWidget(pill)
    qtbot.addWidget(row)
    row.resize(300, 120)
    row.show()
    assert pill.height() == pill.sizeHint().height() < 40


def test_enter_presses_the_button_with_the_focus(qtbot: QtBot, qapp: QApplication) -> None:
    create_application([])
    window, button, pressed = QWidget(), QPushButton("次の担当"), []
    QHBoxLayout(window).addWidget(button)
    qtbot.addWidget(window)
    button.clicked.connect(lambda: pressed.append("次の担当"))
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    button.setFocus()
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
        QTest.keyClick(button, key)
    assert len(pressed) == 3


def test_a_pc_without_the_libraries_of_the_network_has_a_window_for_every_start(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def missing(name: str) -> None:
        raise ImportError(name)

    monkeypatch.setattr(application, "import_module", missing)
    assert application._running() is None
