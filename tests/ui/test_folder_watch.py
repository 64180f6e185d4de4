"""The exchange folder of a department: what lies there for it comes by itself, and nothing else does."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel

from dxdesk.operations import reviews, taking_back
from dxdesk.operations.delivering import cancelled_receipt, deliver
from dxdesk.operations.replies import find_place
from dxdesk.operations.sender_keys import ready_keys
from dxdesk.operations.sending import PackageFile
from dxdesk.preferences import keep_exchange
from dxdesk.store.errors import StoreUnavailable
from dxdesk.ui.entry.done_panel import DonePanel
from dxdesk.wording.liaison import PRACTISING, SEE_NEWS, received
from dxdesk.wording.take_in import moment_words
from tests.ui.entry import towns
from tests.ui.test_file_opening import LATER, Office, click, giving, office, secretariat

__all__ = ["office", "secretariat"]


def words(panel: DonePanel) -> str:
    return panel._words.text()


def share(office: Office) -> Path:
    return office.folder / "share"


def put(office: Office, made: PackageFile) -> Path:
    """The secretariat puts a file into the shared folder, and the watch comes round."""
    path = share(office) / made.name
    path.write_bytes(made.content)
    office.entry.look_requested.emit()
    office.settle()
    return path


def handed_over(office: Office) -> PackageFile:
    office.begin()
    office.answer()
    return giving(office)


def returned(office: Office, department: str = towns.OWN) -> PackageFile:
    cycle, desk = towns.newest(office.post.desk), office.post.desk
    desk.do(
        lambda change: reviews.return_reply(
            change, find_place(change, cycle, "4", department), ["results"], "いつの数字ですか。"
        )
    )
    return office.post.returned(cycle, department)


def test_what_is_handed_over_waits_until_its_receipt_comes_by_itself(office: Office) -> None:
    made = handed_over(office)
    done = office.entry.body.centre.done
    assert words(done) == "渡しました（受領待ち）"
    receipt = put(office, office.post.receipt(made, office.post.take_in(made)))
    assert words(done) == received(moment_words(LATER))
    assert not receipt.exists()
    assert (share(office) / "取込済" / receipt.name).exists()


def test_a_receipt_says_how_many_answers_are_only_held(office: Office) -> None:
    made = handed_over(office)
    taken = office.post.take_in(made, ticked=())
    put(office, office.post.receipt(made, taken))
    told = f"受領されました（{moment_words(LATER)}）。{len(taken.rows)}件は、事務局が預かっています。"
    assert words(office.entry.body.centre.done) == told


def test_a_receipt_that_is_taken_back_asks_to_hand_over_again(office: Office) -> None:
    made = handed_over(office)
    taken = office.post.take_in(made)
    put(office, office.post.receipt(made, taken))
    desk = office.post.desk
    package = office.post.arrival(made).id
    desk.do(taking_back.cancel_taking_in, package)
    put(office, desk.do(lambda change: cancelled_receipt(change, package, ready_keys(change))))
    assert "もう一度渡してください" in words(office.entry.body.centre.done)
    assert office.entry.foot.primary.text() == "もう一度事務局へ渡す"
    click(office.entry.foot.primary)
    office.settle()
    assert words(office.entry.body.centre.done) == "渡しました（受領待ち）"


def test_a_returned_answer_comes_with_a_band_that_leads_to_it(office: Office) -> None:
    office.post.take_in(handed_over(office))
    put(office, returned(office))
    assert office.entry.mode == "done"  # nobody is thrown out of what they look at
    notice = office.view.band.notice
    assert notice is not None
    assert (notice.look, notice.text) == ("band-return", "事務局から差戻しが届きました。")
    notice.actions[0][1]()
    form = office.entry.writing.form
    assert form is not None
    assert (form.unit.code, form.state) == ("4", "returned")


def test_the_band_goes_once_what_it_tells_of_is_opened_by_whatever_way(office: Office) -> None:
    office.post.take_in(handed_over(office))
    put(office, returned(office))
    entry = office.entry
    entry.open_unit(entry.entries.own[0].unit.id)
    assert office.view.band.notice is not None
    entry.open_unit(entry.entries.plan.unit("4").id)
    assert office.view.band.notice is None


def test_what_is_for_another_department_stays_where_it_lies(office: Office) -> None:
    made = handed_over(office)
    other = office.post.liaison(office.inquiry(towns.OTHER))
    from tests.post import hand_over, say

    say(other, "1", "進めました。", department=towns.OTHER)
    theirs = hand_over(other)
    receipt = office.post.receipt(theirs, office.post.take_in(theirs))
    path = put(office, receipt)
    assert path.exists()
    assert words(office.entry.body.centre.done) == "渡しました（受領待ち）"
    assert made.name != theirs.name


@pytest.mark.parametrize("content", ["", "こわれています", "dxdesk-package 1\n種類: 受領票\n\n"])
def test_what_cannot_be_read_is_left_alone(office: Office, content: str) -> None:
    handed_over(office)
    path = share(office) / "何か.dxd"
    path.write_text(content, encoding="utf-8")
    office.entry.look_requested.emit()
    office.settle()
    assert path.exists()
    assert office.view.band.notice is None


def test_a_folder_out_of_reach_never_stops_entry_and_a_file_takes_its_place(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    office.begin()
    keep_exchange(office.post.desk.database_id, folder=str(office.folder / "away"))
    office.entry.look_requested.emit()
    office.settle()
    assert not office.entry.reach
    office.answer()
    target = office.folder / "回答.dxd"
    monkeypatch.setattr("dxdesk.ui.entry.giving.choose", lambda *_: 1)
    monkeypatch.setattr("dxdesk.ui.entry.giving.ask_file_target", lambda *_: target)
    click(office.entry.foot.primary)
    office.settle()
    office.settle()
    assert target.exists()
    assert words(office.entry.body.centre.done) == "渡しました（受領待ち）"


def test_a_database_that_takes_nothing_is_no_folder_out_of_reach(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What lies there comes as soon as it can be kept."""
    made = handed_over(office)
    receipt = office.post.receipt(made, office.post.take_in(made))

    def full(*_: object, **__: object) -> None:
        raise StoreUnavailable("disk_full", office.folder)

    with monkeypatch.context() as patch:
        patch.setattr("dxdesk.operations.secretariats_files.receive", full)
        path = put(office, receipt)
        assert office.entry.reach
        assert path.exists()
    office.entry.look_requested.emit()
    office.settle()
    assert not path.exists()
    assert words(office.entry.body.centre.done) == received(moment_words(LATER))


def test_a_returned_answer_stays_for_the_other_computers_of_the_department(office: Office) -> None:
    made = handed_over(office)
    office.post.take_in(made)
    path = put(office, returned(office))
    assert path.exists()
    assert office.view.band.notice is not None


def test_an_inquiry_in_the_folder_is_opened_by_hand(office: Office) -> None:
    handed_over(office)
    made = office.inquiry()
    put(office, made)
    notice = office.view.band.notice
    assert notice is not None
    assert notice.actions[0][0] == "開く"
    notice.actions[0][1]()
    office.settle()
    assert office.view.band.notice is None


def test_what_was_put_right_comes_with_a_band_and_stays_for_the_other_computers(office: Office) -> None:
    made = handed_over(office)
    desk, cycle = office.post.desk, towns.newest(office.post.desk)
    office.post.take_in(made)
    desk.do(lambda change: reviews.accept_reply(change, find_place(change, cycle, "2", towns.OWN)))
    desk.do(reviews.correct, cycle, "2", "results", "会議で直した。")
    told = desk.do(lambda change: deliver(change, cycle, towns.OWN, "correction", ready_keys(change)))
    path = put(office, told)
    assert path.exists()
    notice = office.view.band.notice
    assert notice is not None
    assert (notice.text, notice.actions[0][0]) == ("会議での席上修正が届きました。", SEE_NEWS)
    notice.actions[0][1]()
    form = office.entry.writing.form
    assert form is not None
    assert (form.unit.code, form.answer.results) == ("2", "会議で直した。")
    office.entry.look_requested.emit()
    office.settle()
    assert path.exists()


def test_a_sample_to_practise_with_says_so_where_answers_are_handed_over(office: Office) -> None:
    office.window.doors = replace(office.window.doors, practise=lambda _desk: True)
    office.begin()
    (office.folder / "share").mkdir()
    keep_exchange(office.view.desk.database_id, folder=str(office.folder / "share"))
    office.entry.look_requested.emit()
    office.settle()
    assert office.entry.band.isHidden()
    office.answer()
    assert [each.text() for each in office.entry.band.findChildren(QLabel) if each.isVisible()] == [PRACTISING]
