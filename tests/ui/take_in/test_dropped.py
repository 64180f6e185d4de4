"""Files dropped on the desk: answers go to 取り込みの確認, everything else to whoever opens it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from dxdesk.desk import Desk
from dxdesk.domain.permissions import Actor
from dxdesk.ui.desk_view import DeskView
from dxdesk.ui.dropped import Dropping
from dxdesk.ui.take_in.page import TakeInPage
from dxdesk.wording.take_in import NOT_FOR_HERE
from tests.builders import FUKUSHI, ZEIMU, uid
from tests.ui.take_in.conftest import Departments

LEFT, PLAIN = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


class Room:
    """A desk that files can be dropped on, and what was handed to others."""

    def __init__(self, desk: Desk, qtbot: QtBot) -> None:
        self.view = DeskView(desk)
        self.others: list[str] = []
        Dropping(self.view, self.others.append)
        qtbot.addWidget(self.view)
        self.view.resize(1366, 696)
        self.view.show()

    def drop(self, *paths: Path) -> bool:
        """Drag files over the desk and let go; whether it takes them."""
        content = QMimeData()
        content.setUrls([QUrl.fromLocalFile(str(each)) for each in paths])
        middle, copy = QPointF(400, 300), Qt.DropAction.CopyAction
        enter = QDragEnterEvent(middle.toPoint(), copy, content, LEFT, PLAIN)
        QApplication.sendEvent(self.view, enter)
        if enter.isAccepted():
            QApplication.sendEvent(self.view, QDropEvent(middle, copy, content, LEFT, PLAIN))
        return enter.isAccepted()


@pytest.fixture
def room(desk: Desk, qtbot: QtBot) -> Room:
    """The secretariat's desk."""
    return Room(desk, qtbot)


def test_answers_are_shown_together_before_anything_is_written(
    room: Room, departments: Departments, tmp_path: Path, qtbot: QtBot
) -> None:
    first, second = departments.send(ZEIMU, {"検討-1": "税。"}), departments.send(FUKUSHI, {"検討-1": "福祉。"})
    assert room.drop(first, second)
    qtbot.waitUntil(lambda: room.view.page == "take_in")
    page = room.view.pages.shown
    assert isinstance(page, TakeInPage)
    qtbot.waitUntil(lambda: len(page.gathered.files) == 2)
    assert room.others == []
    assert not (departments.folder / "取込済").exists()


def test_packages_of_a_secretariat_and_databases_are_for_others(
    room: Room, departments: Departments, tmp_path: Path, qtbot: QtBot
) -> None:
    inquiry = tmp_path / "照会.dxd"
    inquiry.write_bytes("dxdesk-package 1\r\n種類: 照会\r\n".encode())
    database = tmp_path / "町.db"
    database.write_bytes(b"SQLite format 3\x00")
    for each in (inquiry, database):
        room.drop(each)
        qtbot.waitUntil(lambda: bool(room.others))
        assert room.others.pop() == str(each)
    assert room.view.page == "collect"


def test_what_is_of_no_use_here_is_said(room: Room, tmp_path: Path, qtbot: QtBot) -> None:
    memo = tmp_path / "めも.txt"
    memo.write_text("めも", encoding="utf-8")
    room.drop(memo)
    qtbot.waitUntil(lambda: room.view.toast._label.text() == NOT_FOR_HERE)
    assert room.others == []


def test_what_cannot_be_read_is_told_beside_the_answers_and_what_is_left_aside_is_named(
    room: Room, departments: Departments, tmp_path: Path, qtbot: QtBot
) -> None:
    """Saved in another code, a zip by another name, an inquiry and a note: the answer among them is shown."""
    reply = departments.send(ZEIMU, {"検討-1": "税。"})
    other_code, archive, inquiry, memo = (tmp_path / each for each in ("別.dxd", "圧縮.dxd", "照会.dxd", "めも.txt"))
    other_code.write_bytes(reply.read_bytes().decode().encode("cp932"))
    archive.write_bytes(b"PK\x03\x04")
    inquiry.write_bytes("dxdesk-package 1\r\n種類: 照会\r\n".encode())
    memo.write_text("めも", encoding="utf-8")
    room.drop(inquiry, other_code, reply, archive, memo)
    qtbot.waitUntil(lambda: room.view.page == "take_in")
    page = room.view.pages.shown
    assert isinstance(page, TakeInPage)
    qtbot.waitUntil(lambda: len(page.gathered.files) == 3)
    troubles = {each.name: each.trouble for each in page.gathered.files}
    assert (troubles[reply.name], bool(troubles["別.dxd"]), bool(troubles["圧縮.dxd"])) == ("", True, True)
    assert room.view.toast._label.text() == "「照会.dxd」ほか1件は開いていません。1つずつ置いてください。"
    assert room.others == []


def test_of_several_files_for_others_one_is_opened_and_the_rest_named(
    desk: Desk, departments: Departments, tmp_path: Path, qtbot: QtBot
) -> None:
    desk.actor = Actor("liaison", (uid(ZEIMU),), "田中")
    room = Room(desk, qtbot)
    files = [tmp_path / "こわれた.dxd", tmp_path / "受領票.dxd"]
    files[0].write_bytes(b"\x93\xfa")
    files[1].write_bytes("dxdesk-package 1\r\n種類: 受領票\r\n".encode())
    room.drop(*files)
    qtbot.waitUntil(lambda: room.others == [str(files[0])])
    assert room.view.toast._label.text() == "「受領票.dxd」は開いていません。1つずつ置いてください。"


def test_a_department_that_gets_an_answer_hands_it_on(desk: Desk, departments: Departments, qtbot: QtBot) -> None:
    path = departments.send(ZEIMU, {"検討-1": "税。"})
    desk.actor = Actor("liaison", (uid(ZEIMU),), "田中")
    room = Room(desk, qtbot)
    room.drop(path)
    qtbot.waitUntil(lambda: room.others == [str(path)])
    assert room.view.page != "take_in"


def test_text_that_is_dragged_is_no_file(room: Room) -> None:
    content = QMimeData()
    content.setText("文")
    enter = QDragEnterEvent(QPointF(400, 300).toPoint(), Qt.DropAction.CopyAction, content, LEFT, PLAIN)
    QApplication.sendEvent(room.view, enter)
    assert room.others == []
    assert room.view.page == "collect"
