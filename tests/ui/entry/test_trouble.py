"""The database takes nothing while somebody types: the text stays, a copy can be kept, and it is tried again."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QPushButton
from pytestqt.qtbot import QtBot
from sqlalchemy import event

from dxdesk.ui.entry.copying import written_words
from dxdesk.ui.entry.handing_in import hand_in
from dxdesk.ui.entry.page import EntryPage
from dxdesk.wording.screen import NOT_SAVED
from tests.ui.entry import towns
from tests.ui.entry.conftest import OpenDesk, OpenPage
from tests.ui.entry.hands import ALT, draft, opened, press, results, type_words
from tests.ui.entry.test_layout import settle

Break = Callable[[EntryPage], Callable[[], None]]
"""Takes the database away; what it returns brings it back."""


def refusing(page: EntryPage, code: int) -> Callable[[], None]:
    """Every write ends with an error of SQLite, as its code says."""
    engine = page.desk.database.engine

    def refuse(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        if statement.lstrip().upper().startswith(("INSERT", "UPDATE")):
            error = sqlite3.OperationalError("refused")
            error.sqlite_errorcode = code
            raise error

    event.listen(engine, "before_cursor_execute", refuse)
    return lambda: event.remove(engine, "before_cursor_execute", refuse)


def full_disk(page: EntryPage) -> Callable[[], None]:
    return refusing(page, sqlite3.SQLITE_FULL)


def read_only(page: EntryPage) -> Callable[[], None]:
    return refusing(page, sqlite3.SQLITE_READONLY)


def gone(page: EntryPage) -> Callable[[], None]:
    """The file is somewhere else: a share that was unplugged, a folder that was renamed."""
    path = page.desk.database.path
    assert path is not None
    page.desk.database.engine.dispose()
    away = path.with_suffix(".away")
    path.rename(away)
    return lambda: put_back(page, away, path)


def put_back(page: EntryPage, away: Path, path: Path) -> None:
    page.desk.database.engine.dispose()
    away.rename(path)


@pytest.fixture(params=[full_disk, read_only, gone])
def broken(request: pytest.FixtureRequest) -> Break:
    found: Break = request.param
    return found


def fourth(open_page: OpenPage) -> EntryPage:
    page = open_page()
    page.show_subject("4")
    return page


def button(page: EntryPage, word: str) -> QPushButton:
    settle()
    return next(each for each in page.band.findChildren(QPushButton) if each.text() == word and each.isVisible())


def write(page: EntryPage) -> None:
    press(Qt.Key.Key_2, ALT)
    results(page).setFocus()
    type_words("打合せをしました。")


def test_the_text_stays_and_is_stored_when_the_database_is_back(open_page: OpenPage, broken: Break) -> None:
    page = fourth(open_page)
    mend = broken(page)
    write(page)
    assert not page.leave()
    assert page.band.notice is not None
    assert page.band.notice.look == "band-error"
    assert page.band.notice.text.startswith(NOT_SAVED)
    save = button(page, "もう一度保存する")
    page.open_unit(page.entries.own[0].unit.id)
    assert (opened(page), page.body.centre.editor.texts["results"].text()) == ("4", "打合せをしました。")
    save.click()
    assert page.band.notice is not None
    assert save.isVisible()  # the same button as before: whoever stands on it stays there
    mend()
    save.click()
    assert page.band.notice is None
    kept = draft(page, "4")
    assert kept is not None
    assert (kept.status, kept.results) == ("warn", "打合せをしました。")


def test_it_is_tried_again_by_itself(qtbot: QtBot, open_page: OpenPage, broken: Break) -> None:
    page = fourth(open_page)
    page.writing.autosave._retry.setInterval(20)
    mend = broken(page)
    write(page)
    assert not page.leave()
    mend()
    qtbot.waitUntil(lambda: page.band.notice is None)
    assert draft(page, "4") is not None


def test_handing_in_says_the_same_and_loses_nothing(open_page: OpenPage, broken: Break) -> None:
    page = fourth(open_page)
    mend = broken(page)
    write(page)
    hand_in(page)
    assert (page.mode, opened(page)) == ("form", "4")
    assert page.band.notice is not None
    mend()
    hand_in(page)
    assert page.entries.own[1].state == "submitted"


def test_the_copy_holds_every_field(
    open_page: OpenPage, broken: Break, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = fourth(open_page)
    mend = broken(page)
    write(page)
    editor = page.body.centre.editor
    editor.indicators.rows[0].value.setText("７６．５")
    editor.stages.choose("operate")
    editor.texts["issues"].area.append_text("待ち時間が長い。")
    editor.texts["next"].area.append_text("3月末までに見直す。")
    editor.discuss.box.setChecked(True)
    editor.discuss.ask.setText("人を増やすか")
    assert not page.leave()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "控え.txt"), ""))
    button(page, "別の場所に控えをとる").click()
    kept = (tmp_path / "控え.txt").read_text(encoding="utf-8")
    for said in (
        "令和6年度 第2回\n町民生活課", "4　マイナンバーカードの普及促進", "今の状況\n要注意", "実施段階\n運用",
        "指標：交付率\n７６．５%", "今回の実績（必須）\n打合せをしました。", "課題\n待ち時間が長い。",
        "次にすること\n3月末までに見直す。", "会議で協議したい\n協議したい", "決めてほしいこと\n人を増やすか",
        "休日開庁の実績を件数で報告（未対応）",
    ):  # fmt: skip
        assert said in kept
    mend()
    assert page.leave()


def test_the_copy_of_the_secretariat_holds_the_memo(open_page: OpenPage, open_desk: OpenDesk) -> None:
    def noted(change: object, cycle: object) -> None:
        from dxdesk.operations.replies import find_place, record_draft

        place = find_place(change, cycle, "4", towns.OWN)  # type: ignore[arg-type]
        record_draft(change, place, {"status": "ok", "private_memo": "課長に確かめる。"})  # type: ignore[arg-type]

    page = open_page(desk=open_desk(noted, secretariat=True))
    page.show_subject(f"4:{towns.department(page.desk)}")
    assert "事務局メモ\n課長に確かめる。" in written_words(page.body.centre.editor)
