"""Records that claim to be the secretariat's, and of which it knows nothing, are counted before and after."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from dxdesk.domain.packages import Records
from dxdesk.domain.replies import Author
from dxdesk.operations.exchange_folder import put
from dxdesk.wording.take_in import NOTHING_WRITTEN, left_out_words
from tests.builders import ZEIMU
from tests.post import hand_over, say, sign_again
from tests.ui.take_in.conftest import Departments, OpenPage
from tests.ui.take_in.test_page import texts


def test_they_are_counted_in_the_preview_and_in_what_is_said(
    departments: Departments, open_page: OpenPage, qtbot: QtBot
) -> None:
    there = departments.desk(ZEIMU)
    say(there, "検討-1", "税。")
    body = hand_over(there).package.body
    assert isinstance(body, Records)
    (own,) = body.revisions
    claimed = replace(own, kind="correct", parents=(own.id,), author=Author("secretariat", None, "佐藤"))
    put(departments.folder, "回答.dxd", sign_again(there, replace(body, revisions=(own, claimed))).content)
    page = open_page()
    assert f"{NOTHING_WRITTEN}　{left_out_words(1)}" in texts(page.area)
    with qtbot.waitSignal(page.said, check_params_cb=lambda words, _undo: "取り込みました" in words) as told:
        QTest.mouseClick(page.foot.primary, Qt.MouseButton.LeftButton)
    assert told.args is not None
    assert "ここにない事務局の記録1件は、取り込みませんでした。" in told.args[0]


def test_nothing_is_said_of_them_where_there_are_none(departments: Departments, open_page: OpenPage) -> None:
    departments.send(ZEIMU, {"検討-1": "税。"})
    assert NOTHING_WRITTEN in texts(open_page().area)
    assert left_out_words(0) == ""
