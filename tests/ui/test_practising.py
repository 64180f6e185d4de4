"""見本で試す as a department: written, handed over, received, asked back and answered again, by the keyboard alone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from dxdesk import opening
from dxdesk.preferences import keep_exchange
from dxdesk.store.queries import finding, replies
from dxdesk.ui import folder_watch
from dxdesk.ui.application import create_application
from dxdesk.ui.entry.page import EntryPage
from dxdesk.ui.first_run.samples import SamplesPage
from dxdesk.ui.jobs import wait_for_jobs
from dxdesk.ui.main_window import MainWindow
from dxdesk.wording.liaison import PRACTISING
from dxdesk.wording.practising import PRACTISE_ANEW, PRACTISE_ANEW_CHOICES
from tests.ui.entry.hands import ALT, CTRL, press, type_words

KEY = Qt.Key


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication) -> Iterator[MainWindow]:
    create_application([])
    found = MainWindow(opening.doors())
    qtbot.addWidget(found)
    found.resize(1366, 696)
    found.show()
    found.activateWindow()
    qtbot.waitUntil(found.isActiveWindow)
    yield found
    wait_for_jobs()
    found.close()


def settle() -> None:
    for _ in range(4):
        wait_for_jobs()
        QTest.qWait(5)


def write_an_item(page: EntryPage) -> None:
    press(KEY.Key_1, ALT)
    results = page.body.centre.editor.texts["results"].area
    for _ in range(30):
        if QApplication.focusWidget() is results:
            break
        press(KEY.Key_Tab)
    type_words("窓口を4回開きました。")
    press(KEY.Key_Return, CTRL)
    settle()


def shown(page: EntryPage) -> str:
    """What is said over the cards."""
    return "".join(each.text() for each in page.body.centre.done.findChildren(QLabel) if each.isVisible())


def begun(window: MainWindow) -> EntryPage:
    """記入 of a sample that was chosen on the first screen."""
    window.first.show_samples("liaison")
    samples = window.first.page
    assert isinstance(samples, SamplesPage)
    samples.sample_requested.emit("otaki", "liaison")
    settle()
    return entry_page(window)


def entry_page(window: MainWindow) -> EntryPage:
    assert window.view is not None
    page = window.view.pages.entry
    assert page is not None
    return page


def test_a_department_practises_the_whole_way(window: MainWindow, tmp_path: Path) -> None:
    real = tmp_path / "real"
    real.mkdir()
    keep_exchange("of a real town", folder=str(real))
    page = begun(window)
    assert window.view is not None
    for _ in range(3):
        write_an_item(page)
    assert PRACTISING in [each.text() for each in page.band.findChildren(QLabel) if each.isVisible()]
    press(KEY.Key_Return)  # 回答ファイルを事務局へ渡す
    settle()
    assert "渡しました（受領待ち）" in shown(page)
    press(KEY.Key_F5)
    settle()
    assert "受領されました" in shown(page)
    press(KEY.Key_F5)
    settle()
    assert "差戻しが1件あります。" in shown(page)
    press(KEY.Key_Return)  # 差戻しを直す
    settle()
    form = page.writing.form
    assert form is not None
    assert form.returned is not None
    assert QApplication.focusWidget() is page.body.centre.editor.texts["results"].area
    assert window.view.band.notice is None
    type_words("1月末の数です。")
    press(KEY.Key_Return, CTRL)
    settle()
    press(KEY.Key_Return)  # もう一度事務局へ渡す
    settle()
    press(KEY.Key_F5)
    settle()
    assert "受領されました" in shown(page)
    assert list(real.iterdir()) == []


def left_to_write(window: MainWindow) -> int:
    """How many of the sample's drafts are not handed in."""
    assert window.view is not None
    desk = window.view.desk
    return sum(not each.submitted for each in desk.ask(replies.drafts, desk.ask(finding.cycle).id))


@pytest.mark.parametrize("chosen", [0, 1])
def test_a_sample_that_is_used_up_is_begun_anew(
    window: MainWindow, chosen: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = begun(window)
    for _ in range(3):
        write_an_item(page)
    assert left_to_write(window) == 0
    asked: list[tuple[str, ...]] = []

    def answer(_parent: object, _text: str, choices: tuple[str, ...]) -> int:
        asked.append(choices)
        return chosen

    monkeypatch.setattr(folder_watch, "choose", answer)
    next(each for each in page.band.findChildren(QPushButton) if each.text() == PRACTISE_ANEW).click()
    settle()
    assert asked == [PRACTISE_ANEW_CHOICES]
    assert left_to_write(window) == chosen
    write_an_item(entry_page(window))
    assert left_to_write(window) == 0
