"""What the secretariat put right stands at its item, and what is written then goes on from there."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from dxdesk.desk import Desk
from dxdesk.operations import delivering, reviews
from dxdesk.operations.change import Change
from dxdesk.operations.secretariats_files import take_from_secretariat
from dxdesk.operations.sender_keys import ready_keys
from dxdesk.operations.sending import PackageFile
from dxdesk.ui.application import create_application
from dxdesk.ui.entry.page import EntryPage
from dxdesk.wording.liaison import WRITTEN_BEFORE
from tests.builders import at
from tests.post import Post, hand_over, say
from tests.ui.entry import towns

Settled = Callable[[], tuple[Desk, PackageFile]]


@pytest.fixture
def own(post: Post) -> Desk:
    """One of two PCs of 町民生活課 whose answers about 2 differ."""
    inquiry = post.inquiries(towns.newest(post.desk), towns.OWN)[towns.OWN]
    one, two = (post.liaison(inquiry, clock=lambda: towns.MOMENT, name=name) for name in ("佐藤", "鈴木"))
    for desk, words in ((one, "佐藤が書いた。"), (two, "鈴木が書いた。")):
        say(desk, "2", words)
        post.take_in(hand_over(desk))
    return one


def settled(post: Post) -> PackageFile:
    """The file that tells how the くいちがい was put right."""
    cycle = towns.newest(post.desk)
    post.desk.do(reviews.settle, cycle, "2", towns.OWN, {"results": "theirs"})

    def make(change: Change) -> PackageFile:
        return delivering.deliver(change, cycle, towns.OWN, "correction", ready_keys(change))

    return post.desk.do(make)


def bring(desk: Desk, made: PackageFile) -> None:
    desk.do(take_from_secretariat, made.package, made.name)


def shown(desk: Desk, qtbot: QtBot) -> EntryPage:
    create_application([])
    found = EntryPage(desk, towns.newest(desk))
    desk.subscribe(lambda _touched: found.refresh())
    qtbot.addWidget(found)
    found.resize(1366, 648)
    found.show()
    found.show_subject("2")
    return found


def test_who_settled_it_and_what_stand_above_the_form_until_the_department_goes_on(
    post: Post, own: Desk, qtbot: QtBot
) -> None:
    page = shown(own, qtbot)
    band = page.body.centre.news
    assert band.isHidden()
    bring(own, settled(post))
    assert band.isVisible()
    assert page.writing.form is not None
    assert page.writing.form.news is not None
    assert page.writing.form.news.words == "回答がくいちがっていたので、直しました。直した欄は今回の実績です。"
    assert page.writing.form.news.by == post.desk.actor.name
    assert page.writing.form.answer.results == "鈴木が書いた。"
    assert [each.text for each in page.writing.form.said if each.who == "事務局"] == ["くいちがいを直しました。"]
    say(own, "2", "そのあとも進めた。")
    post.take_in(hand_over(own))
    assert band.isHidden()


def test_the_head_of_a_department_sees_it_and_the_secretariat_does_not(post: Post, own: Desk, qtbot: QtBot) -> None:
    made = settled(post)
    bring(own, made)
    own.actor = towns.liaison(own)
    assert shown(own, qtbot).writing.form.news is not None  # type: ignore[union-attr]
    post.desk.actor = towns.SECRETARIAT
    page = shown(post.desk, qtbot)
    assert page.writing.form is not None
    assert page.writing.form.news is None


def test_what_was_being_written_says_that_it_began_with_the_words_before(post: Post, own: Desk, qtbot: QtBot) -> None:
    say(own, "2", "佐藤が書き直した。")
    bring(own, settled(post))
    page = shown(own, qtbot)
    assert page.writing.form is not None
    assert page.writing.form.news is not None
    assert page.writing.form.news.words.endswith(WRITTEN_BEFORE)
    assert not page.writing.form.submitted_draft  # it is open again
    assert page.writing.form.answer.results == "佐藤が書き直した。"


@pytest.mark.parametrize("kept", [False, True])
def test_going_on_after_it_makes_no_new_conflict_and_can_be_taken_back(
    post: Post, own: Desk, qtbot: QtBot, kept: bool
) -> None:
    say(own, "2", "佐藤が書き直した。")
    bring(own, settled(post))
    page = shown(own, qtbot)
    band = page.body.centre.news
    assert band.keep.isVisible()
    QTest.mouseClick(band.keep if kept else band.anew, Qt.MouseButton.LeftButton)
    assert not band.keep.isVisible()
    assert page.writing.form is not None
    assert page.writing.form.answer.results == ("佐藤が書き直した。" if kept else "鈴木が書いた。")
    own.undo()
    assert page.writing.form.answer.results == "佐藤が書き直した。"
    assert band.keep.isVisible()
    own.redo()
    say(own, "2", "そのあとも進めた。")
    assert [row.kind for row, _ in post.take_in(hand_over(own)).rows] == ["additional"]


def test_a_returned_answer_asks_and_tells_nothing_else(post: Post, own: Desk, qtbot: QtBot) -> None:
    bring(own, settled(post))
    cycle = towns.newest(post.desk)
    post.desk.do(at, cycle, "2", towns.OWN, reviews.return_reply, ["results"], "件数は。")
    bring(own, post.returned(cycle, towns.OWN))
    page = shown(own, qtbot)
    assert page.body.centre.news.isHidden()
    assert page.body.centre.band.isVisible()
