"""記入 where answers travel as files: from the double click on a 照会 to what the secretariat says of the answers."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from dxdesk import opening
from dxdesk.operations import arrivals, delivering, inquiring, reviews, taking_in
from dxdesk.operations.replies import find_place
from dxdesk.operations.sender_keys import ready_keys
from dxdesk.operations.sending import PackageFile
from dxdesk.preferences import keep_exchange
from dxdesk.store.queries import replies
from dxdesk.ui.application import create_application
from dxdesk.ui.jobs import wait_for_jobs
from dxdesk.ui.main_window import MainWindow
from tests.ui.entry.towns import desk_on
from tests.ui.flows.conftest import TODAY
from tests.ui.flows.hands import Hands, Keyboard, Mouse, settle
from tests.ui.flows.towns import RESULTS, Town

DONE = "窓口の手続を三つ電子にしました。"
QUESTION = "いつの時点の数字ですか。"


@dataclass
class Office:
    """A department's PC, the folder it shares with the secretariat, and the secretariat's desk in another place."""

    town: Town
    hands: Hands
    share: Path

    def settle(self) -> None:
        for _ in range(3):
            wait_for_jobs()
            settle()

    def inquiry(self) -> str:
        """The 照会 of the first department, as it lies in the mail."""
        (made,) = self.town.desk.do(inquiring.inquire, self.town.cycle, self.town.names[:1])
        path = self.share.parent / made.name
        path.write_bytes(made.content)
        return str(path)

    def double_click(self, path: str) -> None:
        """A file in the mail: one click that is none on the window."""
        window = self.hands.window
        assert isinstance(window, MainWindow)
        window.open_target(path)
        self.settle()
        self.hands.back_in_front()

    def take_in(self) -> PackageFile:
        """The secretariat takes in what lies in the folder, and puts the receipt there."""
        (file,) = self.share.glob("*_回答.dxd")
        desk = self.town.desk
        found = arrivals.opened(file.name, file.read_bytes())
        arrival = desk.ask(arrivals.open_reply, found)  # type: ignore[arg-type]
        taken = desk.do(taking_in.take_in, arrival, file.name)
        made = desk.do(lambda change: delivering.receipt(change, arrival, taken, ready_keys(change)))
        self.put(made)
        return made

    def put(self, made: PackageFile) -> None:
        (self.share / made.name).write_bytes(made.content)

    def give_back(self) -> None:
        """The secretariat asks about the first item."""
        desk, cycle, name = self.town.desk, self.town.cycle, self.town.names[0]
        code = self.town.own[0].code or ""
        desk.do(
            lambda change: reviews.return_reply(change, find_place(change, cycle, code, name), ["results"], QUESTION)
        )
        made = desk.do(lambda change: delivering.deliver(change, cycle, name, "return", ready_keys(change)))
        self.put(made)

    def reads(self, words: str) -> bool:
        """Whether a sentence can be read now."""
        return any(isinstance(each, QLabel) and words in each.text() for each in self.hands.seen(QLabel))


@pytest.fixture(params=["ogawara", "kahoku"])
def town(request: pytest.FixtureRequest, made: Callable[[str], Path], tmp_path: Path) -> Iterator[Town]:
    """The secretariats of two towns."""
    desk = desk_on(Path(shutil.copyfile(made(request.param), tmp_path / "town.db")), TODAY)
    yield Town(desk)
    desk.close()


@pytest.fixture(params=[Mouse, Keyboard], ids=["mouse", "keyboard"])
def office(
    request: pytest.FixtureRequest, qtbot: QtBot, qapp: QApplication, town: Town, tmp_path: Path
) -> Iterator[Office]:
    create_application([])
    share = tmp_path / "共有"
    share.mkdir()
    keep_exchange(town.desk.database_id, folder=str(share))
    window = MainWindow(opening.doors())
    qtbot.addWidget(window)
    window.resize(1366, 696)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    yield Office(town, request.param(window), share)
    wait_for_jobs()
    window.close()


def begin(office: Office) -> None:
    office.double_click(office.inquiry())
    with office.hands.within(1):
        office.hands.already_in("お名前")
        office.hands.write("佐藤")
        office.hands.press("記入をはじめる")
    office.settle()
    office.hands.back_in_front()


def answer_all(office: Office) -> None:
    """Three items as people do: one written, one as last time, one a step further."""
    hands = office.hands
    with hands.within(12):
        hands.press("順調")
        hands.into("今回の実績（必須）")
        hands.write(DONE)
        hands.press("提出する")
        hands.press("前回と同じにする")
        hands.into("今回の実績（必須）")
        hands.press("引用する")
        hands.press("提出する")
        hands.press("要注意")
        hands.press("試行")
        hands.into("今回の実績（必須）")
        hands.write(DONE)
        hands.press("提出する")
        assert office.reads("3件すべて提出しました。")
        hands.press("回答ファイルを事務局へ渡す")
    office.settle()


def test_three_items_are_answered_and_handed_over_within_thirteen_clicks(office: Office) -> None:
    begin(office)
    answer_all(office)
    assert office.reads("渡しました（受領待ち）")
    office.take_in()
    desk, town = office.town.desk, office.town
    said = [
        each.answer
        for each in desk.ask(replies.revisions, town.cycle.id)
        if each.department is not None and each.answer is not None and each.unit in {one.id for one in town.own}
    ]
    assert {(each.status, each.stage, each.results) for each in said} == {
        ("ok", "study", DONE), ("ok", "study", RESULTS), ("warn", "trial", DONE),
    }  # fmt: skip


def test_what_comes_back_is_seen_mended_and_handed_over_again(office: Office) -> None:
    begin(office)
    answer_all(office)
    office.take_in()
    office.give_back()
    hands = office.hands
    window = hands.window
    assert isinstance(window, MainWindow)
    assert window.view is not None
    entry = window.view.pages.entry
    assert entry is not None
    entry.look_requested.emit()
    office.settle()
    assert office.reads("事務局から差戻しが届きました。")
    hands.back_in_front()
    with hands.within(3):
        hands.press("直す")
        assert office.reads(QUESTION)
        hands.already_in("今回の実績（必須）")
        hands.write("1月15日現在です。")
        hands.press("もう一度提出する")
        hands.press("もう一度事務局へ渡す")
    office.settle()
    assert office.reads("渡しました（受領待ち）")
    (file,) = office.share.glob("*_回答.dxd")
    arrival = office.town.desk.ask(arrivals.open_reply, arrivals.opened(file.name, file.read_bytes()))  # type: ignore[arg-type]
    assert len(arrival.revisions) == 4
