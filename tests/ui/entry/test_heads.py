"""A head begins with what is to be confirmed, confirms one answer or all, and writes nothing."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QStyleOptionViewItem
from pytestqt.modeltest import ModelTester

from dxdesk.desk import Desk
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.permissions import Actor
from dxdesk.operations.change import Change
from dxdesk.operations.cycles import close_cycle
from dxdesk.operations.replies import confirm, find_place
from dxdesk.preferences import kept_name
from dxdesk.ui.entry import confirming
from dxdesk.ui.entry.done_model import CARD_ROLE, Card, DoneModel
from dxdesk.ui.entry.page import EntryPage
from tests.ui.entry import towns
from tests.ui.entry.conftest import OpenDesk, OpenPage, compose
from tests.ui.entry.hands import press


def two_handed_in(change: Change, cycle: Cycle) -> None:
    for code in ("2", "4"):
        towns.answer(change, cycle, code, towns.OWN, status="ok", stage="trial", results=f"{code}が進みました。")


def heads_desk(open_desk: OpenDesk, name: str | None = "山田 一郎") -> Desk:
    desk = open_desk(two_handed_in)
    desk.actor = Actor("head", (towns.department(desk),), name)
    return desk


@pytest.fixture
def page(open_page: OpenPage, open_desk: OpenDesk) -> EntryPage:
    return open_page(desk=heads_desk(open_desk))


def cards(page: EntryPage) -> list[Card]:
    model = page.body.centre.done.cards.model()
    return [model.index(row, 0).data(CARD_ROLE) for row in range(model.rowCount())]


def confirmed_by(page: EntryPage) -> list[str | None]:
    """Who confirmed each own item."""
    return [each.confirmed.name if each.confirmed else None for each in page.entries.own]


def title(page: EntryPage) -> str:
    return page.body.centre.done._title.text()


def test_a_head_begins_with_a_card_for_every_item_and_one_filled_button(page: EntryPage) -> None:
    assert (page.mode, title(page)) == ("confirm", "2件の回答を確かめてください。")
    assert [(each.title, each.word, each.state_word) for each in cards(page)] == [
        ("2　キャッシュレス決済", "確認した", ""),
        ("4　マイナカード普及促進", "確認した", ""),
        ("8　ペーパーレス化", "読む", "未入力"),
    ]
    assert page.foot.primary.text() == "すべて確認した（2件）"
    assert QApplication.focusWidget() is page.body.centre.done.cards


def test_the_button_on_a_card_confirms_it_and_the_card_says_who_and_when(page: EntryPage) -> None:
    view = page.body.centre.done.cards
    index = view.model().index(1, 0)
    option = QStyleOptionViewItem()
    view.initViewItemOption(option)
    option.rect = view.visualRect(index)
    place = view._painter.action_rect(option, index.data(CARD_ROLE)).center().toPoint()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert confirmed_by(page) == [None, "山田 一郎", None]
    assert cards(page)[1].confirmed == "✓ 確認済み　課長 山田 一郎　1月22日"
    assert page.foot.primary.text() == "すべて確認した（1件）"


def test_a_click_beside_the_button_reads_the_answer(page: EntryPage) -> None:
    view = page.body.centre.done.cards
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(view.model().index(0, 0)).center())
    assert page.mode == "reading"
    assert confirmed_by(page) == [None, None, None]


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was asked; a person who is asked goes on."""
    questions: list[str] = []

    def agree(_page: EntryPage, question: str, answers: tuple[str, str]) -> int:
        questions.append(f"{question}［{'］［'.join(answers)}］")
        return 1

    monkeypatch.setattr(confirming, "choose", agree)
    return questions


def test_all_at_once_are_asked_about_first_for_nobody_can_take_it_back(
    page: EntryPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(confirming, "choose", lambda *_: 0)
    page.foot.primary.click()
    assert confirmed_by(page) == [None, None, None]
    assert page.foot.primary.text() == "すべて確認した（2件）"


def test_all_that_wait_are_confirmed_at_once(page: EntryPage, asked: list[str]) -> None:
    said: list[tuple[str, bool]] = []
    page.said.connect(lambda text, undoable: said.append((text, undoable)))
    page.foot.primary.click()
    (question,) = asked
    assert question.startswith("2件の回答を、まとめて確認します。\n確認する方：課長　山田 一郎\n")
    assert question.endswith("［一覧に戻る］［2件を確認する］")
    assert confirmed_by(page) == ["山田 一郎", "山田 一郎", None]
    assert said == [("2件を確認しました。", False)]
    assert title(page) == "提出された 2件を確認しました。あと1件は提出を待っています。"
    assert (page.foot.primary.text(), page.foot.primary.isEnabled()) == ("すべて確認した（提出を待っています）", False)


@pytest.mark.usefixtures("asked")
def test_all_is_confirmed_where_nothing_is_waited_for(open_page: OpenPage, open_desk: OpenDesk) -> None:
    def all_in(change: Change, cycle: Cycle) -> None:
        two_handed_in(change, cycle)
        towns.answer(change, cycle, "8", towns.OWN, status="ok", results="進みました。")

    desk = open_desk(all_in)
    desk.actor = Actor("head", (towns.department(desk),), "山田 一郎")
    page = open_page(desk=desk)
    page.foot.primary.click()
    assert title(page) == "すべて確認しました。"


def test_the_list_is_that_of_the_department(page: EntryPage) -> None:
    assert page.body.navigator.model.index(0, 0).data() == "この課の取組　3件"


def test_a_name_is_chosen_whole_when_one_comes_into_it(page: EntryPage) -> None:
    name = page.body.centre.done.confirmer.name
    QTest.mouseClick(name, Qt.MouseButton.LeftButton)
    assert name.selectedText() == "山田 一郎"
    QTest.mouseClick(name, Qt.MouseButton.LeftButton, pos=name.rect().center())
    assert name.selectedText() == ""


def test_keys_alone_read_confirm_and_lead_back(page: EntryPage) -> None:
    press(Qt.Key.Key_Space)
    assert confirmed_by(page) == ["山田 一郎", None, None]
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    assert (page.mode, page.foot.primary.text(), page.foot.up.text()) == ("reading", "確認した", "‹ 確認の一覧へ戻る")
    assert QApplication.focusWidget() is page.foot.primary
    press(Qt.Key.Key_Space)
    assert confirmed_by(page) == ["山田 一郎", "山田 一郎", None]
    assert page.mode == "confirm"


def test_what_is_read_leads_back_to_the_list_without_confirming(page: EntryPage) -> None:
    page.show_subject("4")
    page.foot.up.click()
    assert (page.mode, confirmed_by(page)) == ("confirm", [None, None, None])
    page.show_subject("8")
    assert page.foot.primary.text() == "確認の一覧へ戻る"
    page.foot.primary.click()
    assert page.mode == "confirm"


def test_the_name_is_asked_once_and_remembered(open_page: OpenPage, open_desk: OpenDesk, asked: list[str]) -> None:
    page = open_page(desk=heads_desk(open_desk, None))
    page.foot.primary.click()
    assert asked == []
    confirmer = page.body.centre.done.confirmer
    assert confirmed_by(page) == [None, None, None]
    assert confirmer.message.text == "確認した方の名前がありません。名前を書いてください。"
    assert QApplication.focusWidget() is confirmer.name
    compose(confirmer.name, "鈴木")
    page.foot.primary.click()
    assert confirmed_by(page) == ["鈴木", "鈴木", None]
    assert kept_name("head", page.desk.actor.departments) == "鈴木"


def test_a_head_writes_no_answer(page: EntryPage) -> None:
    page.show_subject("8")
    press(Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert page.entries.own[2].state == "blank"


def test_a_closed_cycle_is_read_and_not_confirmed(open_page: OpenPage, open_desk: OpenDesk) -> None:
    def closed(change: Change, cycle: Cycle) -> None:
        two_handed_in(change, cycle)
        close_cycle(change, cycle, "見本のため")

    desk = open_desk(closed)
    desk.actor = Actor("head", (towns.department(desk),), "山田 一郎")
    page = open_page(desk=desk)
    assert {each.word for each in cards(page)} == {"読む"}
    assert page.foot.primary.text() == "取組一覧を見る"
    assert page.band.notice is not None
    assert page.band.notice.text.startswith("この回は締めました")


def test_the_department_sees_who_confirmed_and_the_way_to_the_meeting(open_page: OpenPage) -> None:
    def all_done(change: Change, cycle: Cycle) -> None:
        two_handed_in(change, cycle)
        towns.answer(change, cycle, "8", towns.OWN, status="ok", results="進みました。")
        confirm(change, find_place(change, cycle, "2", towns.OWN), by="山田 一郎", title="課長")

    page = open_page(all_done)
    assert page.mode == "done"
    assert [each.confirmed for each in cards(page)] == ["✓ 確認済み　課長 山田 一郎　1月22日", "", ""]
    assert [(each.name, each.text) for each in page.body.steps._steps] == [
        ("提出", "3件"),
        ("課長の確認（任意）", "確認 1／3"),
        ("事務局の確認", "受理 0／3"),
        ("会議", "2月13日（木）"),
    ]


def test_the_cards_keep_the_rules_of_qt_and_are_read_aloud(page: EntryPage, qtmodeltester: ModelTester) -> None:
    model = page.body.centre.done.cards.model()
    assert isinstance(model, DoneModel)
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]
    spoken = Qt.ItemDataRole.AccessibleTextRole
    assert model.index(0).data(spoken) == "2　キャッシュレス決済、順調、段階は試行、2が進みました。"
    assert model.index(2).data(spoken) == "8　ペーパーレス化、未回答、未入力"
