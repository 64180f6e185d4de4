"""Windows carry the style sheet; what is in them and what is opened from them has it from there."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QMenu,
    QMessageBox,
    QPushButton,
    QRadioButton,
    QStyle,
    QStyleOptionButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from dxdesk.ui import dialogs, theme
from dxdesk.ui.application import set_text_scale
from dxdesk.ui.stylesheet import application_stylesheet
from dxdesk.ui.window_style import style_window
from tests.ui.windows import OpenWindow


@pytest.fixture(autouse=True)
def _afterwards(qapp: QApplication) -> Iterator[None]:
    yield
    set_text_scale(qapp, 1.0)


def height_within(window: QWidget, words: str = "提出する") -> int:
    """How high a filled button is in a window."""
    button = QPushButton(words)
    theme.set_look(button, "primary")
    button.setParent(window)
    return button.sizeHint().height()


def test_the_application_has_no_style_sheet_so_that_nothing_is_styled_twice(
    open_window: OpenWindow, qapp: QApplication
) -> None:
    assert "QPushButton" in open_window().styleSheet()
    assert qapp.styleSheet() == ""


def test_what_is_made_before_it_has_a_window_is_styled_by_the_window(qtbot: QtBot) -> None:
    part, button = QWidget(), QPushButton("提出する")
    theme.set_look(button, "primary")
    QHBoxLayout(part).addWidget(button)
    assert button.sizeHint().height() != theme.height("primary")
    window = QWidget()
    qtbot.addWidget(window)
    QHBoxLayout(window).addWidget(part)
    assert button.sizeHint().height() == theme.height("primary")


@pytest.mark.parametrize("scale", theme.TEXT_SCALES.values())
def test_a_window_opened_later_has_the_size_of_letters_that_was_chosen(qapp: QApplication, scale: float) -> None:
    set_text_scale(qapp, scale)
    window = QWidget()
    style_window(window)
    assert window.styleSheet() == application_stylesheet(scale)
    window.deleteLater()


def test_every_open_window_follows_another_size_of_letters(qtbot: QtBot, qapp: QApplication) -> None:
    windows = QWidget(), QDialog()
    for window in windows:
        qtbot.addWidget(window)
    small = [height_within(window) for window in windows]
    set_text_scale(qapp, 1.3)
    assert all(height_within(window) > before for window, before in zip(windows, small, strict=True))


def test_menus_and_dialogs_have_the_style_of_the_window_that_opens_them(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    label = QLabel("担当課")
    theme.set_look(label, "page")
    QHBoxLayout(window).addWidget(label)
    menu, dialog = QMenu("表示", window), QDialog(window)
    menu.addAction("閉じる")
    menu.ensurePolished()
    assert menu.grab().toImage().pixelColor(menu.sizeHint().width() // 2, 0) == theme.colour("field")
    assert height_within(dialog) == theme.height("primary")


@pytest.mark.parametrize(
    "open_it", [lambda: dialogs.tell(None, "保存しました。"), lambda: dialogs.ask_line(None, "理由", "開け直す")]
)
def test_a_dialog_without_a_window_has_a_style_of_its_own(qtbot: QtBot, open_it: object) -> None:
    seen: list[bool] = []

    def look() -> None:
        shown = QApplication.activeModalWidget()
        if not isinstance(shown, QDialog | QMessageBox):
            QTimer.singleShot(5, look)
            return
        seen.append(height_within(shown) == theme.height("primary"))
        shown.reject()

    QTimer.singleShot(0, look)
    open_it()  # type: ignore[operator]
    assert seen == [True]


@pytest.mark.parametrize(
    ("kind", "element", "edges"),
    [
        (QCheckBox, QStyle.SubElement.SE_CheckBoxIndicator, 4),
        (QRadioButton, QStyle.SubElement.SE_RadioButtonIndicator, 2),
    ],
)
def test_boxes_and_rings_grow_with_the_letters(
    qtbot: QtBot, qapp: QApplication, kind: type[QCheckBox | QRadioButton], element: QStyle.SubElement, edges: int
) -> None:
    window = QWidget()
    choice = kind("すべての課", window)
    qtbot.addWidget(window)
    window.show()
    for scale in theme.TEXT_SCALES.values():
        set_text_scale(qapp, scale)
        for checked in (False, True):
            choice.setChecked(checked)
            option = QStyleOptionButton()
            choice.initStyleOption(option)
            side = choice.style().subElementRect(element, option, choice).size()
            assert side.width() == side.height() == round(18 * scale) + edges


def test_the_words_of_a_button_with_a_menu_stand_in_its_middle(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    plain, opening = QPushButton("メニュー", window), QPushButton("メニュー", window)
    opening.setMenu(QMenu(opening))
    assert opening.sizeHint() == plain.sizeHint()
