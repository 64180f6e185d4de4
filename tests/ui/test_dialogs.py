"""What a window asks and says: plain text, one filled button, and nothing that somebody typed."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QMainWindow, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from dxdesk.phrases import split_phrases
from dxdesk.store.errors import StoreUnavailable
from dxdesk.ui import dialogs
from dxdesk.ui.application import create_application
from dxdesk.wording.printing import save_trouble
from dxdesk.wording.sentences import environment_words


@pytest.fixture(autouse=True)
def application(qapp: QApplication) -> None:
    """With the focus ring, which follows into every dialog."""
    create_application([])


def when_shown(act: object) -> None:
    """Do something with the dialog as soon as it is there."""

    def look() -> None:
        shown = QApplication.activeModalWidget()
        if shown is None:
            QTimer.singleShot(5, look)
        else:
            act(shown)  # type: ignore[operator]

    QTimer.singleShot(0, look)


@pytest.mark.parametrize("place", [0, 1, 2])
def test_a_choice_is_told_by_its_place(qtbot: QtBot, place: int) -> None:
    def press(box: QMessageBox) -> None:
        assert box.textFormat() == Qt.TextFormat.PlainText
        words = ("画面に戻る", "もう一度保存する", "保存しないで閉じる")
        next(each for each in box.findChildren(QPushButton) if each.text() == words[place]).click()

    when_shown(press)
    assert dialogs.choose(None, "保存<b>", ("画面に戻る", "もう一度保存する", "保存しないで閉じる")) == place


def test_the_filled_button_is_the_safe_one_and_stands_at_the_right(qtbot: QtBot) -> None:
    words = ("画面に戻る", "もう一度保存する", "保存しないで閉じる")
    places: list[str] = []
    filled: list[str] = []

    def look(box: QMessageBox) -> None:
        buttons = sorted(box.findChildren(QPushButton), key=lambda each: each.x())
        places.extend(each.text() for each in buttons)
        filled.extend(each.text() for each in buttons if each.property("look") == "primary")
        box.reject()

    when_shown(look)
    dialogs.choose(None, "保存できません。", words)
    assert filled == [words[0]]
    assert places == [*reversed(words)]


def test_lines_end_between_phrases_and_a_long_text_is_read_aloud_without_them(qtbot: QtBot) -> None:
    words = save_trouble("disk_full", "令和6年度第2回_会議資料.pdf")
    said: list[tuple[str, str]] = []

    def look(box: QMessageBox) -> None:
        said.append((box.text(), box.accessibleName()))
        box.reject()

    when_shown(look)
    dialogs.tell(None, words)
    lines = said[0][0].split("\n")
    assert ("".join(lines), said[0][1]) == (words, words)
    assert len(lines) > 1
    phrases = split_phrases(words)
    starts = {sum(map(len, phrases[:number])) for number in range(len(phrases))}
    assert {sum(map(len, lines[:number])) for number in range(len(lines))} <= starts


def test_esc_chooses_what_is_safe(qtbot: QtBot) -> None:
    when_shown(lambda box: QTest.keyClick(box, Qt.Key.Key_Escape))
    assert dialogs.choose(None, "保存できません。", ("画面に戻る", "保存しないで閉じる")) == 0


def test_a_line_is_asked_for_and_enter_in_it_does_not_submit(qtbot: QtBot) -> None:
    def answer(dialog: QDialog) -> None:
        line = dialog.findChildren(QLineEdit)[0]
        go = next(each for each in dialog.findChildren(QPushButton) if each.text() == "開け直す")
        assert not go.isEnabled()
        QTest.keyClicks(line, "typo")
        QTest.keyClick(line, Qt.Key.Key_Return)
        assert dialog.isVisible()
        go.click()

    when_shown(answer)
    assert dialogs.ask_line(None, "理由を書いてください。", "開け直す") == "typo"


def test_going_back_answers_nothing(qtbot: QtBot) -> None:
    when_shown(lambda dialog: QTest.keyClick(dialog, Qt.Key.Key_Escape))
    assert dialogs.ask_line(None, "理由を書いてください。", "開け直す") == ""


def test_diagnostics_say_where_and_never_what_was_typed() -> None:
    typed = "町民の" + "佐藤さん"
    try:
        int(typed)
    except ValueError as error:
        words = dialogs.diagnostics(type(error), error, error.__traceback__)
    assert "ValueError" in words
    assert "test_dialogs" in words
    assert typed not in words


def test_a_fault_of_the_program_is_said_and_can_be_copied(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def choose(_parent: object, text: str, _choices: object) -> int:
        asked.append(text)
        return 1

    monkeypatch.setattr(dialogs, "choose", choose)
    monkeypatch.setattr(sys, "__excepthook__", lambda *_: None)
    dialogs.report_fault(KeyError, KeyError("x"), None)
    assert asked == [dialogs.PROGRAM_FAULT]
    assert "KeyError" in QApplication.clipboard().text()


def test_a_fault_is_said_before_the_window_of_the_program_and_never_before_the_audience(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    audience, laptop = QWidget(), QMainWindow()
    for each in (audience, laptop):
        qtbot.addWidget(each)
        each.show()
    parents: list[object] = []
    monkeypatch.setattr(sys, "__excepthook__", lambda *_: None)
    monkeypatch.setattr(dialogs, "choose", lambda parent, *_: parents.append(parent))
    monkeypatch.setattr(dialogs, "tell", lambda parent, _text: parents.append(parent))
    dialogs.report_fault(KeyError, KeyError("x"), None)
    dialogs.report_fault(StoreUnavailable, StoreUnavailable("server", "town"), None)
    assert parents == [laptop, laptop]


def test_a_fault_can_be_kept_as_a_file(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(dialogs, "choose", lambda *_: 2)
    monkeypatch.setattr(sys, "__excepthook__", lambda *_: None)
    told: list[str] = []
    monkeypatch.setattr(dialogs, "tell", lambda _parent, text: told.append(text))
    for target in (tmp_path / "詳細.txt", tmp_path / "no" / "詳細.txt", None):
        monkeypatch.setattr(dialogs, "ask_target", lambda *_, target=target: target)
        dialogs.report_fault(KeyError, KeyError("x"), None)
    assert "KeyError" in (tmp_path / "詳細.txt").read_text(encoding="utf-8")
    assert told == [dialogs.NO_FILE_HERE]


def test_a_database_that_does_not_answer_is_no_fault_of_the_program(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "__excepthook__", lambda *_: None)
    told: list[str] = []
    monkeypatch.setattr(dialogs, "tell", lambda _parent, text: told.append(text))
    trouble = StoreUnavailable("server", "town")
    dialogs.report_fault(StoreUnavailable, trouble, None)
    assert told == [environment_words("server", "town", {})]


def test_a_fault_that_comes_again_while_it_is_read_is_said_once(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "__excepthook__", lambda *_: None)
    boxes: list[int] = []

    def again(box: QDialog) -> None:
        dialogs.report_fault(KeyError, KeyError("y"), None)
        boxes.append(sum(isinstance(each, QMessageBox) and each.isVisible() for each in QApplication.topLevelWidgets()))
        QTest.keyClick(box, Qt.Key.Key_Escape)

    when_shown(again)
    dialogs.report_fault(KeyError, KeyError("x"), None)
    assert boxes == [1]
