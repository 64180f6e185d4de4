"""記入 on a department's own database: 提出 marks, 渡す makes the file, and what was said since is told."""

from __future__ import annotations

from contextlib import ExitStack
from datetime import date
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from dxdesk.desk import Desk
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.packages import Package
from dxdesk.domain.permissions import Actor
from dxdesk.operations.cycles import close_cycle, open_cycle
from dxdesk.operations.replies import confirm
from dxdesk.operations.sending import PackageFile
from dxdesk.preferences import keep_exchange
from dxdesk.store.errors import StoreUnavailable
from dxdesk.store.queries import cycles, replies
from dxdesk.ui.application import create_application
from dxdesk.ui.entry.done_model import CARD_ROLE
from dxdesk.ui.entry.done_steps import steps
from dxdesk.ui.entry.form import read_form
from dxdesk.ui.entry.giving import answer_late
from dxdesk.ui.entry.handing_in import hand_in, take_back
from dxdesk.ui.entry.model import EntryRole
from dxdesk.ui.entry.page import EntryPage
from dxdesk.ui.jobs import wait_for_jobs
from dxdesk.wording.screen import SAVED_BY_ITSELF
from tests.post import Post, receive, say
from tests.ui.entry import towns

NAME = "令和6年度第2回_町民生活課_回答.dxd"


@pytest.fixture
def share(post: Post, tmp_path: Path) -> Path:
    folder = tmp_path / "share"
    folder.mkdir()
    keep_exchange(post.desk.database_id, folder=str(folder))
    return folder


@pytest.fixture
def page(own: Desk, qtbot: QtBot) -> EntryPage:
    create_application([])
    return shown(own, qtbot)


def shown(desk: Desk, qtbot: QtBot) -> EntryPage:
    found = EntryPage(desk, towns.newest(desk))
    desk.subscribe(lambda _touched: found.refresh())
    qtbot.addWidget(found)
    found.resize(1366, 648)
    found.show()
    found.activateWindow()
    qtbot.waitUntil(found.isActiveWindow)
    return found


def submit_all(page: EntryPage, *codes: str) -> None:
    for code in codes or ("2", "4", "8"):
        say(page.desk, code, "進めました。")
    page.show_next()


def give(page: EntryPage) -> None:
    QTest.mouseClick(page.foot.primary, Qt.MouseButton.LeftButton)
    for _ in range(3):
        wait_for_jobs()
        QTest.qWait(5)


def heading(page: EntryPage) -> tuple[str, str]:
    return page.body.centre.done._title.text(), page.body.centre.done._words.text()


def giving_step(page: EntryPage) -> str:
    """What is said of 事務局へ渡す in これからの流れ."""
    return next(each.text for each in steps(page.entries) if each.name == "事務局へ渡す")


def spoken(page: QWidget) -> list[str]:
    return [each.text() for each in page.findChildren(QLabel) if each.isVisible()]


def test_other_departments_items_carry_a_dot_and_no_state(page: EntryPage) -> None:
    model = page.body.navigator.tree.model()
    units = {each.unit.id for each in page.entries.own}
    axis = next(row for row in range(model.rowCount()) if model.index(row, 0).data(EntryRole.KIND) == "axis")
    parent = model.index(axis, 0)
    rows = [model.index(row, 0, parent) for row in range(model.rowCount(parent))]
    assert {each.data(EntryRole.STATUS) is None for each in rows if each.data(EntryRole.UNIT) not in units} == {True}


def test_a_submitted_item_is_marked_and_stays_at_home(page: EntryPage) -> None:
    submit_all(page)
    assert [each.state for each in page.entries.own] == ["submitted"] * 3
    assert page.desk.ask(replies.revisions, page.entries.cycle.id) == ()
    assert heading(page) == ("3件すべて提出しました。", "あとは事務局へ渡すだけです。")
    assert page.foot.primary.text() == "回答ファイルを事務局へ渡す"
    assert NAME in spoken(page)


def test_the_file_lies_in_the_shared_folder_and_what_was_said_is_on_record(page: EntryPage, share: Path) -> None:
    submit_all(page)
    give(page)
    assert [each.name for each in share.iterdir()] == [NAME]
    assert len(page.desk.ask(replies.revisions, page.entries.cycle.id)) == 3
    assert heading(page)[1] == "渡しました（受領待ち）"
    assert page.desk.last_step is None  # what was handed over is never undone


def test_without_a_folder_the_person_is_asked_with_the_right_name(
    page: EntryPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    proposed: list[str] = []

    def choose(_parent: QWidget, _title: str, name: str, _kinds: str) -> tuple[str, str]:
        proposed.append(Path(name).name)
        return str(tmp_path / "回答.dxd"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    submit_all(page)
    give(page)
    assert proposed == [NAME]
    assert (tmp_path / "回答.dxd").exists()


def test_who_goes_back_from_the_question_has_handed_nothing_over(
    page: EntryPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    submit_all(page)
    give(page)
    assert page.entries.standing is not None
    assert page.entries.standing.given is None


def test_where_the_file_cannot_be_written_nothing_was_handed_over(
    page: EntryPage, share: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def no_room(_back: ExitStack, path: Path, _content: bytes) -> None:
        raise StoreUnavailable("disk_full", path)

    def go_back(_parent: QWidget, words: str, _choices: tuple[str, ...]) -> int:
        asked.append(words)
        return 0

    monkeypatch.setattr("dxdesk.operations.giving_replies.write_until_kept", no_room)
    monkeypatch.setattr("dxdesk.ui.entry.giving.choose", go_back)
    submit_all(page)
    give(page)
    assert "まだ渡していません" in asked[0]
    assert page.desk.ask(replies.revisions, page.entries.cycle.id) == ()
    assert page.foot.primary.text() == "回答ファイルを事務局へ渡す"
    assert list(share.iterdir()) == []


def test_a_part_can_be_handed_over_and_the_rest_goes_on(page: EntryPage, share: Path) -> None:
    submit_all(page, "2", "4")
    assert page.mode == "form"
    page.show_giving()
    assert heading(page)[0] == "3件のうち2件を渡せます。"
    give(page)
    assert heading(page) == ("3件のうち2件を渡しました。", "渡しました（受領待ち）")
    assert page.foot.primary.text() == "残りを記入する"
    give(page)
    form = page.writing.form
    assert form is not None
    assert form.unit.code == "8"
    assert [each.name for each in share.iterdir()] == [NAME]


def test_with_nothing_submitted_there_is_nothing_to_hand_over(page: EntryPage) -> None:
    page.show_giving()
    assert heading(page)[0] == "渡す回答は、まだありません。"
    assert page.foot.primary.text() == "残りを記入する"


def test_a_change_after_the_hand_over_asks_to_hand_over_again(page: EntryPage, share: Path) -> None:
    submit_all(page)
    give(page)
    say(page.desk, "4", "数字を書き足しました。")
    page.show_next()
    assert heading(page)[1] == "渡したあとに直した回答が1件あります。もう一度渡してください。"
    give(page)
    assert heading(page)[1] == "渡しました（受領待ち）"
    assert [each.name for each in share.iterdir()] == [NAME]  # the newer file says all the older one said


def test_after_a_hand_over_a_hand_in_says_that_it_is_still_to_be_handed_over(
    page: EntryPage, share: Path, qtbot: QtBot
) -> None:
    submit_all(page, "2", "4")
    assert page.foot.hint.text() == SAVED_BY_ITSELF
    page.show_giving()
    give(page)
    page.show_subject("2")
    assert page.foot.hint.text() == SAVED_BY_ITSELF
    page.body.centre.editor.texts["results"].area.setPlainText("書き直しました。")
    with qtbot.waitSignal(page.offered) as offered:
        hand_in(page)
    assert str(page.mode) == "form"
    assert page.foot.hint.text() == "渡していない回答があります"
    assert offered.args is not None
    sentence, word, act = offered.args
    assert (sentence, word) == ("提出しました。", "事務局へ渡す")
    act()
    assert str(page.mode) == "done"
    assert page.foot.primary.text() == "もう一度事務局へ渡す"


def test_before_the_first_hand_over_a_hand_in_offers_to_take_it_back(page: EntryPage, qtbot: QtBot) -> None:
    say(page.desk, "2", "進めました。")
    page.show_subject("2")
    page.body.centre.editor.texts["results"].area.setPlainText("書き直しました。")
    with qtbot.waitSignal(page.said, check_params_cb=lambda text, _undo: text == "提出しました。") as said:
        hand_in(page)
    assert said.args == ["提出しました。", True]
    assert page.foot.hint.text() == SAVED_BY_ITSELF


def test_what_is_not_begun_is_written_and_the_rest_is_mended(page: EntryPage) -> None:
    submit_all(page, "2")
    page.show_giving()
    cards = page.body.centre.done.cards.model()
    words = [cards.index(row, 0).data(CARD_ROLE).word for row in range(cards.rowCount())]
    assert words == ["直す", "書く", "書く"]


def test_another_file_of_that_name_is_never_written_over(page: EntryPage, share: Path) -> None:
    (share / NAME).write_text("ほかのPCの回答", encoding="utf-8")
    submit_all(page)
    give(page)
    assert (share / NAME).read_text(encoding="utf-8") == "ほかのPCの回答"
    assert len(list(share.iterdir())) == 2


def test_a_withdrawal_after_the_hand_over_is_to_be_handed_over_too(page: EntryPage, share: Path) -> None:
    submit_all(page)
    give(page)
    page.open_unit(page.entries.own[1].unit.id)
    form = page.writing.form
    assert form is not None
    take_back(page, form.place)
    page.show_giving()
    assert heading(page)[0] == "3件のうち2件を渡せます。"
    assert page.foot.primary.text() == "もう一度事務局へ渡す"
    assert (share / NAME).exists()


def test_mending_what_was_submitted_can_be_undone_and_it_is_submitted_as_it_was(page: EntryPage) -> None:
    submit_all(page)
    page.open_unit(page.entries.own[0].unit.id)
    page.body.centre.editor.texts["results"].area.append_text("書き足し。")
    assert page.leave()
    assert page.entries.entry(page.entries.own[0].unit.id) is not None
    page.refresh()
    assert page.entries.own[0].state == "draft"
    page.desk.undo()
    page.refresh()
    assert (page.entries.own[0].state, page.entries.own[0].answer.results) == ("submitted", "進めました。")
    page.desk.redo()
    page.refresh()
    assert page.entries.own[0].state == "draft"
    assert "書き足し。" in (page.entries.own[0].answer.results or "")


def test_a_head_confirms_what_waits_here_and_a_change_takes_the_confirmation_away(
    page: EntryPage, qtbot: QtBot
) -> None:
    submit_all(page)
    assert giving_step(page) == "この画面のボタンで"
    page.desk.actor = Actor("head", page.desk.actor.departments, "山田 一郎")
    head = shown(page.desk, qtbot)
    assert head.mode == "confirm"
    head.body.centre.done.confirmer.name.setText("山田 一郎")
    head.body.centre.done.cards.confirmed.emit(head.entries.own[0].unit.id)
    assert [each.confirmed is not None for each in head.entries.own] == [True, False, False]
    assert not head.foot.slip.isVisible()
    assert giving_step(head) == "担当が渡します"  # a head has no such button
    head.desk.actor = Actor("liaison", page.desk.actor.departments, "佐藤")
    say(head.desk, "2", "書き直しました。")
    head.read_anew()
    assert [each.confirmed is not None for each in head.entries.own] == [False, False, False]


def test_a_head_is_told_that_the_liaison_hands_over_and_not_to_sign_on_paper(page: EntryPage, qtbot: QtBot) -> None:
    submit_all(page)
    own = page.desk.actor.departments
    page.desk.actor = Actor("head", own, "山田 一郎")
    head = shown(page.desk, qtbot)
    assert steps(head.entries)[1].text == "課長が確かめられます"
    head.body.centre.done.confirmer.name.setText("山田 一郎")
    for each in head.entries.own:
        head.body.centre.done.cards.confirmed.emit(each.unit.id)
    assert heading(head) == ("すべて確認しました。", "あとは担当が事務局へ渡します。")


def test_what_was_confirmed_goes_along(page: EntryPage, post: Post, share: Path) -> None:
    submit_all(page)
    page.desk.actor = Actor("head", page.desk.actor.departments, "山田 一郎")
    form = read_form(page.desk, page.entries, page.entries.own[0].unit)
    page.desk.do(confirm, form.place, by="山田 一郎", title="課長")
    page.desk.actor = Actor("liaison", page.desk.actor.departments, "佐藤")
    page.read_anew()
    page.show_next()
    give(page)
    file = share / NAME
    made = PackageFile(file.name, file.read_bytes(), cast("Package", None), towns.OWN)
    post.take_in(made)
    found = [each for each in post.desk.ask(replies.reviews, page.entries.cycle.id) if each.kind == "confirm"]
    assert [(each.name, each.title) for each in found] == [("山田 一郎", "課長")]


def test_the_homework_that_goes_along_is_counted(page: EntryPage) -> None:
    submit_all(page)
    assert page.body.homework.text().split("\n") == [
        "宿題　2件",
        "対応済み 0　対応中 2",
        "回答ファイルといっしょに渡します",
    ]


def test_the_slip_to_sign_is_a_page_of_its_own(page: EntryPage, qtbot: QtBot) -> None:
    submit_all(page)
    with qtbot.waitSignal(page.page_requested) as asked:
        QTest.mouseClick(page.foot.slip, Qt.MouseButton.LeftButton)
    department = page.entries.department
    assert department is not None
    assert asked.args == ["print", f"confirmation:{department.id}"]


@pytest.mark.parametrize("handed_over", [False, True])
def test_a_closed_cycle_offers_an_answer_that_is_held(
    page: EntryPage, post: Post, share: Path, handed_over: bool
) -> None:
    closed = page.entries.cycle
    if handed_over:
        submit_all(page)
        give(page)
        file = share / NAME
        post.take_in(PackageFile(file.name, file.read_bytes(), cast("Package", None), towns.OWN))
        file.unlink()
    _open_next(post, closed)
    receive(page.desk, post.inquiries(towns.newest(post.desk), towns.OWN)[towns.OWN])
    cycle = page.desk.ask(cycles.cycle, closed.id)
    assert not cycle.open
    page.set_cycle(cycle)
    page.open_unit(page.entries.own[0].unit.id)
    assert page.band.notice is not None
    assert page.band.notice.actions[0][0] == "事務局へ追加の回答をつくる"
    assert not page.foot.primary.isEnabled()
    page.band.notice.actions[0][1]()
    assert page.mode == "form"
    page.body.centre.editor.status.choose("late")
    page.body.centre.editor.texts["results"].area.append_text("締切のあとに分かりました。")
    hand_in(page)
    page.show_giving()
    assert "期限後の回答" in " ".join(spoken(page.body.centre.done.giving))
    give(page)
    assert "渡しました（受領待ち）" in heading(page)
    late = post.arrival(PackageFile(NAME, (share / NAME).read_bytes(), cast("Package", None), towns.OWN))
    assert any(each.answer and "締切のあとに" in (each.answer.results or "") for each in late.revisions)
    taken = post.take_in(PackageFile(NAME, (share / NAME).read_bytes(), cast("Package", None), towns.OWN))
    assert taken.result == "held"


def _open_next(post: Post, closed: Cycle) -> None:
    day = date(2025, 9, 1)
    post.desk.do(close_cycle, closed, "見本のため")
    codes = [each.code or "" for each in towns.town_plan().units]
    asked = {each: [towns.OWN if each in ("2", "4", "8") else towns.OTHER] for each in codes}
    post.desk.do(open_cycle, "令和7年度 第1回", as_of=day, due=day, meeting=day, assigned=asked)


def test_answering_late_leaves_an_open_cycle_as_it_is(page: EntryPage) -> None:
    answer_late(page)
    assert page.entries.cycle.open
    assert page.mode == "form"
