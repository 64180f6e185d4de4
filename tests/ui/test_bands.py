"""One notice at a time, as plain text, and a toast that stays while one looks at it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from dxdesk.ui import bands
from dxdesk.ui.application import create_application, set_text_scale
from dxdesk.ui.bands import Band, Notice, Toast
from dxdesk.ui.labels import PhraseLabel
from dxdesk.wording.screen import COPY_ELSEWHERE, NOT_SAVED, SAVE_AGAIN


def shown_buttons(band: Band) -> int:
    return sum(each.isVisible() for each in band.findChildren(QPushButton))


def test_a_band_shows_its_sentence_and_its_buttons_and_goes_with_the_notice(qtbot: QtBot) -> None:
    window, band, pressed = QWidget(), Band(), []
    qtbot.addWidget(window)
    band.setParent(window)
    band.resize(640, 46)
    window.show()
    band.show_notice(Notice("band-error", "保存<b>できません</b>。", (("もう一度", lambda: pressed.append(1)),)))
    labels = band.findChildren(QLabel)
    assert [(each.text(), each.textFormat()) for each in labels] == [
        ("保存<b>できません</b>。", Qt.TextFormat.PlainText)
    ]
    QTest.mouseClick(band.findChildren(QPushButton)[0], Qt.MouseButton.LeftButton)
    assert (pressed, band.isVisible()) == ([1], True)
    band.show_notice(None)
    assert not band.isVisible()


def test_another_notice_takes_the_place_of_the_first(qtbot: QtBot) -> None:
    window, band = QWidget(), Band()
    qtbot.addWidget(window)
    band.setParent(window)
    window.show()
    band.show_notice(Notice("band-quiet", "見るだけです"))
    band.show_notice(Notice("band-ask", "くいちがい"))
    qtbot.waitUntil(lambda: [each.text() for each in band.findChildren(QLabel) if each.isVisible()] == ["くいちがい"])


@pytest.mark.parametrize("scale", [1.0, 1.3])
def test_a_band_takes_a_second_line_only_for_what_one_does_not_hold(
    qapp: QApplication, qtbot: QtBot, scale: float
) -> None:
    create_application([])
    set_text_scale(qapp, scale)
    window, band = QWidget(), Band()
    column = QVBoxLayout(window)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(band)
    column.addStretch(1)
    qtbot.addWidget(window)
    window.resize(1024, 588)
    window.show()
    acts = ((SAVE_AGAIN, lambda: None), (COPY_ELSEWHERE, lambda: None))
    heights = []
    try:
        for text in ("見るだけです。", f"{NOT_SAVED}ディスクの読み書きができません（令和6年度_大河原町.db）。"):
            band.show_notice(Notice("band-error", text, acts))
            qtbot.wait(20)
            heights.append(band.height())
            label = next(each for each in band.findChildren(PhraseLabel) if each.isVisible())
            assert "".join(label.lines(label.width())) == text
            assert label.height() >= label.heightForWidth(label.width())
            assert all(each.width() >= each.sizeHint().width() for each in band.findChildren(QPushButton))
    finally:
        set_text_scale(qapp, 1.0)
    assert window.width() == 1024
    assert heights[0] < heights[1] < 2 * heights[0]


def test_a_toast_does_what_it_offers_once(qtbot: QtBot) -> None:
    window, done = QWidget(), []
    qtbot.addWidget(window)
    toast = Toast(window)
    window.resize(800, 400)
    window.show()
    toast.show_text("提出しました。", "元に戻す", lambda: done.append(1))
    button = toast.findChildren(QPushButton)[0]
    button.click()
    button.click()
    assert (done, toast.isVisible()) == ([1], False)


def test_a_toast_goes_by_itself_but_not_while_its_button_has_the_focus(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    toast = Toast(window)
    window.resize(800, 400)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    started: list[int] = []
    monkeypatch.setattr(toast._timer, "start", started.append)
    toast.show_text("提出しました。", "元に戻す", lambda: None)
    toast.findChildren(QPushButton)[0].setFocus()
    toast._end()
    assert toast.isVisible()
    toast.findChildren(QPushButton)[0].clearFocus()
    toast._end()
    assert not toast.isVisible()
    assert bands.TOAST_MILLISECONDS == 10_000
    toast.show_text("保存しました：次第.pdf")
    assert started == [bands.TOAST_MILLISECONDS, 1_000, bands.SHORT_MILLISECONDS]


def test_a_toast_lies_inside_its_window_also_when_that_shrinks(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    toast = Toast(window)
    window.resize(800, 400)
    window.show()
    toast.show_text("提出を取り下げました。書いた文は残っています。")
    window.resize(420, 300)
    qtbot.waitUntil(lambda: window.rect().contains(toast.geometry()))


def test_a_narrow_band_keeps_its_sentence_and_the_first_of_its_buttons(qtbot: QtBot) -> None:
    window, band = QWidget(), Band()
    qtbot.addWidget(window)
    QVBoxLayout(window).addWidget(band)
    links = tuple((f"決定{number}：復唱していません　確かめる", lambda: None) for number in range(3))
    band.show_notice(Notice("band-return", "あと3つ確かめてください。", links))
    window.show()
    for width, shown in ((1366, 3), (900, 2), (480, 1)):
        window.resize(width, 200)
        qtbot.waitUntil(lambda shown=shown: shown_buttons(band) == shown)  # type: ignore[misc]
        assert window.width() == width
