"""The application speaks Japanese, is light on every PC and grows with 文字の大きさ."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from dxdesk.ui import theme
from dxdesk.ui.application import create_application, set_text_scale
from dxdesk.ui.stylesheet import application_stylesheet


def test_there_is_one_application_however_often_it_is_asked_for(qapp: QApplication) -> None:
    assert create_application(["dxdesk"]) is create_application([]) is qapp


def test_texts_of_qt_itself_are_japanese(qapp: QApplication) -> None:
    create_application([])
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "キャンセル"


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
