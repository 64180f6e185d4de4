"""ファイルの受け渡し: the folder of this PC, and the passphrase of the keys, typed twice."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from dxdesk.desk import Desk
from dxdesk.preferences import exchange, exchange_folder_of, names_in_ascii
from dxdesk.store.queries import packages
from dxdesk.ui import keys
from dxdesk.ui.keys import KeysDialog, passphrase_for
from dxdesk.ui.settings.exchange import ExchangeForm
from dxdesk.wording.asking import ASCII_NAMES_HINT, NUMBERS_ONLY_HINT
from tests.builders import open_desk
from tests.databases import open_anywhere


@pytest.fixture
def desk(database_file: Path) -> Iterator[Desk]:
    found = open_desk(open_anywhere(database_file))
    yield found
    found.close()


@pytest.fixture
def form(desk: Desk, qtbot: QtBot) -> ExchangeForm:
    found = ExchangeForm(desk, may_lock=True)
    qtbot.addWidget(found)
    found.show()
    return found


def lock(form: ExchangeForm, qtbot: QtBot, new: str, old: str = "") -> str:
    """What is said after the passphrase was set or changed."""
    form.lock.old.setText(old)
    form.lock.new.setText(new)
    form.lock.again.setText(new)
    with qtbot.waitSignal(form.said) as said:
        form.lock.go.click()
    assert said.args is not None
    return str(said.args[0])


def test_the_folder_is_chosen_and_given_up(
    form: ExchangeForm, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    form.other.click()
    assert exchange_folder_of(desk.database_id) == str(tmp_path)
    assert form.place.text() == str(tmp_path)
    form.none.click()
    assert exchange_folder_of(desk.database_id) == ""
    assert not form.none.isEnabled()


def test_names_are_left_out_of_files_from_now_on(form: ExchangeForm, desk: Desk) -> None:
    form.numbers.click()
    assert exchange(desk.database_id)["numbers_only"] == "1"


def test_files_are_named_in_ascii_from_now_on(form: ExchangeForm, desk: Desk) -> None:
    assert not names_in_ascii(desk.database_id)
    form.ascii_names.click()
    assert names_in_ascii(desk.database_id)
    form.refresh()
    assert form.ascii_names.isChecked()


def test_where_nothing_is_sent_nothing_is_chosen_about_it(desk: Desk, qtbot: QtBot) -> None:
    found = ExchangeForm(desk, may_lock=False)
    qtbot.addWidget(found)
    found.show()
    shown = [each.text() for each in found.findChildren(QLabel) if each.isVisible()]
    assert NUMBERS_ONLY_HINT not in shown
    assert ASCII_NAMES_HINT not in shown
    assert not found.ascii_names.isVisible()


def test_a_passphrase_is_set_changed_and_removed(form: ExchangeForm, desk: Desk, qtbot: QtBot) -> None:
    assert form.lock.old.isHidden()
    assert lock(form, qtbot, "さくら") == "鍵を合言葉で閉じました。"
    assert keys.locked(desk)
    assert form.lock.new.text() == ""
    assert lock(form, qtbot, "もみじ", "さくら") == "合言葉を変えました。"
    form.lock.old.setText("もみじ")
    with qtbot.waitSignal(form.said):
        form.lock.remove.click()
    assert not keys.locked(desk)
    assert desk.ask(packages.keys) is not None


def test_two_words_that_differ_change_nothing(form: ExchangeForm, desk: Desk) -> None:
    form.lock.new.setText("さくら")
    form.lock.again.setText("さくた")
    form.lock.go.click()
    assert "ちがいます" in form.lock.message.text
    assert not keys.locked(desk)
    form.lock.new.clear()
    form.lock.go.click()
    assert "書いてください" in form.lock.message.text


def test_another_old_passphrase_changes_nothing(form: ExchangeForm, desk: Desk, qtbot: QtBot) -> None:
    lock(form, qtbot, "さくら")
    form.lock.old.setText("うめ")
    form.lock.remove.click()
    qtbot.waitUntil(lambda: "合言葉が違います" in form.lock.message.text)
    assert keys.locked(desk)


def test_a_passphrase_is_asked_for_once_in_a_sitting(
    form: ExchangeForm, desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert passphrase_for(desk, None) is None
    lock(form, qtbot, "さくら")
    assert passphrase_for(desk, None) == "さくら"
    keys.remember(desk, None)
    monkeypatch.setattr(KeysDialog, "exec", lambda _dialog: KeysDialog.DialogCode.Rejected)
    assert passphrase_for(desk, None) is None
    dialog = KeysDialog(desk)
    qtbot.addWidget(dialog)
    dialog.line.setText("うめ")
    dialog.go.click()
    assert "合言葉が違います" in dialog.message.text
    dialog.line.setText("さくら")
    with qtbot.waitSignal(dialog.accepted):
        dialog.go.click()


def test_a_department_sees_the_folder_only(desk: Desk, qtbot: QtBot) -> None:
    form = ExchangeForm(desk, may_lock=False)
    qtbot.addWidget(form)
    assert form.lock.isHidden()
    assert form.numbers.isHidden()
    assert not form.other.isHidden()
