"""The secretariat's keys under a passphrase: it is asked for once, and whoever goes back loses nothing."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from dxdesk.desk import Desk
from dxdesk.operations.sender_keys import change_passphrase
from dxdesk.ui import keys
from tests.builders import FUKUSHI, ZEIMU
from tests.ui.take_in.conftest import Departments, OpenPage, settled

WORD = "合言葉です"


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the person types, in turn; every question takes one, empty is going back."""
    words: list[str] = []

    def run(dialog: keys.KeysDialog) -> int:
        word = words.pop(0)
        dialog.line.setText(word)
        return int(dialog.DialogCode.Accepted if word else dialog.DialogCode.Rejected)

    monkeypatch.setattr(keys.KeysDialog, "exec", run)
    return words


def test_the_passphrase_is_asked_for_once_and_opens_every_file(
    desk: Desk, departments: Departments, open_page: OpenPage, asked: list[str], qtbot: QtBot
) -> None:
    departments.send(ZEIMU, {"検討-1": "税。"})
    departments.send(FUKUSHI, {"検討-1": "福祉。"})
    desk.do(change_passphrase, WORD)
    asked.append(WORD)
    page = open_page()
    qtbot.waitUntil(lambda: page.foot.primary.text() == "2件を取り込む")
    with qtbot.waitSignal(page.back_requested):
        page.foot.primary.click()
    settled(page, qtbot)
    again = open_page()
    assert again.gathered.files == ()
    assert asked == []


def test_without_the_passphrase_a_file_says_why_it_stays_shut_and_nobody_is_asked_again(
    desk: Desk, departments: Departments, open_page: OpenPage, asked: list[str], qtbot: QtBot
) -> None:
    departments.send(ZEIMU, {"検討-1": "税。"})
    desk.do(change_passphrase, WORD)
    asked.append("")
    page = open_page()
    qtbot.waitUntil(lambda: bool(page.gathered.files))
    (file,) = page.gathered.files
    assert (file.department, file.trouble) == (ZEIMU, "事務局の鍵は合言葉で閉じてあります")
    page.refresh()
    settled(page, qtbot)
    assert asked == []
    asked.append(WORD)
    page.ways.look_again()
    qtbot.waitUntil(lambda: page.foot.primary.text() == "1件を取り込む")
