"""How much hand work a cycle is: clicks and keys are counted, and what they take at an even pace is an estimate."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from dxdesk import opening
from dxdesk.desk import Desk
from dxdesk.operations import cycles, departments, inquiring
from dxdesk.operations import replies as answering
from dxdesk.operations.change import Change
from dxdesk.operations.exchange_folder import put
from dxdesk.operations.sending import PackageFile
from dxdesk.preferences import keep_exchange
from dxdesk.store.queries import plans, replies
from dxdesk.ui.application import create_application
from dxdesk.ui.jobs import wait_for_jobs
from dxdesk.ui.main_window import MainWindow
from tests.post import Post, hand_over, newest
from tests.ui.entry.towns import desk_on
from tests.ui.flows.conftest import TODAY, Sit
from tests.ui.flows.hands import Keyboard, Mouse
from tests.ui.flows.test_liaison_files import Office
from tests.ui.flows.towns import Town

OFFICES, ITEMS = 20, 13
TWO_MINUTES, TEN_MINUTES = 120, 600
DONE = "休日開庁を6回実施し、延べ214件を交付しました。"
TROUBLE = "窓口の待ち時間が長くなっています。"
LOOK = "内容を確かめて取り込む"


@pytest.fixture
def town(made: Callable[[str], Path], tmp_path: Path) -> Iterator[Town]:
    desk = desk_on(Path(shutil.copyfile(made("ogawara"), tmp_path / "town.db")), TODAY)
    yield Town(desk)
    desk.close()


@dataclass
class Mail:
    """What twenty departments sent about one initiative: ``said`` is what each answered, ``sent`` every version."""

    folder: Path
    code: str
    disputed: str
    said: dict[str, str] = field(default_factory=dict)
    sent: set[str] = field(default_factory=set)

    def write(self, there: Desk, name: str, results: str, issues: str | None = None) -> PackageFile:
        """A department answers and makes its file."""

        def answer(change: Change) -> None:
            place = answering.find_place(change, newest(there), self.code)
            answering.record_draft(change, place, {"status": "ok", "results": results, "issues": issues})
            answering.submit(change, place)

        there.do(answer)
        made = hand_over(there)
        self.said[name] = results
        self.sent |= {each.id for each in there.ask(replies.revisions, newest(there).id)}
        return made


@pytest.fixture
def mail(request: pytest.FixtureRequest, town: Town, empty_file: Path, tmp_path: Path) -> Iterator[Mail]:
    """Files in any order, three of them twice and one in an older version too. The secretariat has changed two fields
    of an answer that its department changes as well."""
    chance, desk = random.Random(request.param), town.desk
    names = [each.name for each in desk.ask(plans.departments)]
    for number in range(OFFICES - len(names)):
        added = f"見本{number + 1}課"
        desk.do(departments.add_department, added)
        names.append(added)
    code = town.plan.units[4].code or ""
    desk.do(cycles.reassign, town.cycle, code, names, "全課に聞くため")
    folder = tmp_path / "共有"
    folder.mkdir()
    keep_exchange(desk.database_id, folder=str(folder))
    post = Post(desk, empty_file, tmp_path)
    inquiries = post.inquiries(town.cycle, *names)
    found = Mail(folder, code, disputed=chance.choice(names))
    files: list[bytes] = []
    for name in names:
        there = post.liaison(inquiries[name], desk.moment)
        made = found.write(there, name, f"{name}は予定どおり進めました。")
        if name == found.disputed:
            post.take_in(made)
            desk.do(answer_for, town, code, name)
            made = found.write(there, name, "4件調べました。", "予算がありません。")
        elif name == names[-1]:
            files.append(made.content)
            made = found.write(there, name, "あとから直しました。")
        files.append(made.content)
    files += chance.sample(files, 3)
    chance.shuffle(files)
    for number, content in enumerate(files):
        put(folder, f"{number:02}.dxd", content)
    found.sent |= {each.id for each in desk.ask(replies.revisions, town.cycle.id)}
    yield found
    post.close()


def answer_for(change: Change, town: Town, code: str, name: str) -> None:
    """The secretariat changes an answer by telephone."""
    place = answering.find_place(change, town.cycle, code, name)
    answering.record_draft(change, place, {"results": "3件調べ、表を作りました。", "issues": "人手がありません。"})
    answering.submit(change, place)


@pytest.mark.parametrize(
    ("mail", "sit"), [(1, Mouse), (2, Keyboard), (3, Mouse)], indirect=True, ids=["1-mouse", "2-keyboard", "3-mouse"]
)
def test_twenty_replies_are_taken_in_within_two_minutes_and_nothing_is_overwritten_silently(
    town: Town, mail: Mail, sit: Sit, qtbot: QtBot
) -> None:
    hands = sit()
    qtbot.waitUntil(lambda: hands.found(LOOK))
    with hands.within(5):
        hands.press(LOOK)
        qtbot.waitUntil(lambda: hands.found(f"{OFFICES}件を取り込む"))
        hands.press(f"{OFFICES}件を取り込む")
        qtbot.waitUntil(lambda: hands.found("あとで直す"))
        hands.press("今回の実績、届いた文を使う")
        hands.press("課題、いまの文を使う")
        hands.press("直し終えた")
    assert hands.seconds <= TWO_MINUTES
    unit = town.plan.unit(mail.code).id
    views = town.desk.ask(replies.views, town.cycle)[unit].slots
    named = {each.id: each.name for each in town.desk.ask(plans.departments)}
    assert {len(view.heads) for view in views.values()} == {1}
    answers = {named[each]: view.heads[0].answer for each, view in views.items()}
    assert {name: each.results for name, each in answers.items() if each is not None} == mail.said
    settled = answers[mail.disputed]
    assert settled is not None
    assert settled.issues == "人手がありません。"
    assert mail.sent <= {each.id for each in town.desk.ask(replies.revisions, town.cycle.id)}


@pytest.fixture(params=[Mouse, Keyboard], ids=["mouse", "keyboard"])
def office(
    request: pytest.FixtureRequest, qtbot: QtBot, qapp: QApplication, town: Town, tmp_path: Path
) -> Iterator[Office]:
    """A department's PC that no program was started on yet."""
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


def test_thirteen_items_are_answered_and_handed_over_within_ten_minutes(office: Office) -> None:
    town, hands = office.town, office.hands
    name, codes = town.names[0], [unit.code or "" for unit in town.plan.units[:ITEMS]]
    for code in codes:
        town.desk.do(cycles.reassign, town.cycle, code, [name], "1つの課に聞くため")
    (made,) = town.desk.do(inquiring.inquire, town.cycle, [name])
    path = office.share.parent / made.name
    path.write_bytes(made.content)
    office.double_click(str(path))
    with hands.within(2 + 4 * ITEMS):
        hands.already_in("お名前")
        hands.write("佐藤")
        hands.press("記入をはじめる")
        office.settle()
        hands.back_in_front()
        for place in range(ITEMS):
            hands.press("順調" if place % 3 else "要注意")
            hands.into("今回の実績（必須）")
            hands.write(DONE)
            if place % 3 == 0:
                hands.into("課題")
                hands.write(TROUBLE)
            hands.press("提出する")
        assert office.reads(f"{ITEMS}件すべて提出しました。")
        hands.press("回答ファイルを事務局へ渡す")
    office.settle()
    assert office.reads("渡しました（受領待ち）")
    assert hands.seconds <= TEN_MINUTES
    office.take_in()
    assert len([each for each in town.desk.ask(replies.revisions, town.cycle.id) if each.answer]) == ITEMS
