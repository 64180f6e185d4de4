"""取り込みの確認: nothing is written before the button, and then every file whole."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from dxdesk.desk import Desk
from dxdesk.operations.cycles import close_cycle
from dxdesk.operations.exchange_folder import TAKEN
from dxdesk.operations.replies import confirm
from dxdesk.operations.reviews import accept_reply
from dxdesk.preferences import keep_exchange
from dxdesk.store.queries import packages, plans
from dxdesk.store.queries import replies as said
from dxdesk.ui.inbox import ALL_ARRIVED
from dxdesk.ui.take_in.model import CHECK
from dxdesk.ui.take_in.page import TakeInPage
from dxdesk.ui.take_in.reading import Files, Wanted
from dxdesk.ui.theme import desktop_font
from dxdesk.wording.take_in import (
    ALL_SAME,
    BY_DEPARTMENT,
    CORRECTS_ACCEPTED,
    IN_ORDER,
    NO_BEFORE,
    NO_FOLDER_MORE,
    NOTHING_ARRIVED,
    NOTHING_TO_TAKE,
    NUMBER_USED,
    ONLY_HELD,
    PLACE_RECEIPTS,
    moment_words,
)
from tests.builders import FUKUSHI, PLAN, SOUMU, ZEIMU, at, dump, start_cycle, uid
from tests.post import asked_codes, newest, say
from tests.ui.take_in.conftest import Departments, OpenPage, settled

CUT = 401


def lines(page: TakeInPage) -> list[tuple[str, str, str]]:
    """Name, kind and reason of every row; a head has its name alone."""
    return [(each.words, each.tag, each.reason) for each in page.table.source.rows()]


def texts(widget: QWidget) -> list[str]:
    """What the labels say that are shown."""
    return [each.text() for each in widget.findChildren(QLabel) if each.isVisible()]


def kinds(page: TakeInPage) -> list[str]:
    return [each.tag for each in page.table.source.rows() if each.kind is not None]


def press(page: TakeInPage, qtbot: QtBot) -> str:
    """Press the filled button, and wait until everything is taken in; returns the page it leads to, empty for back."""
    led: list[str] = []
    page.back_requested.connect(lambda: led.append(""))
    page.page_requested.connect(lambda key, _subject: led.append(key))
    QTest.mouseClick(page.foot.primary, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(led))
    settled(page, qtbot)
    return led[0]


def states(desk: Desk, code: str, department: str) -> str:
    unit = desk.ask(plans.plan).unit(code).id
    return desk.ask(said.slot, newest(desk).id, unit, uid(department)).state


def test_answers_stand_by_department_and_nothing_is_written_by_looking(
    desk: Desk, departments: Departments, open_page: OpenPage
) -> None:
    departments.send(ZEIMU, {"検討-1": "税の窓口で始めた。"})
    departments.send(FUKUSHI, {"検討-1": "福祉の窓口で始めた。"})
    before = dump(desk)
    page = open_page()
    assert lines(page) == [
        (ZEIMU, "", ""), (page.table.source.rows()[1].words, "新しい", ""),
        (FUKUSHI, "", ""), (page.table.source.rows()[3].words, "新しい", ""),
    ]  # fmt: skip
    assert page.foot.primary.text() == "2件を取り込む"
    assert dump(desk) == before
    assert len(list(departments.folder.iterdir())) == 2


def test_the_confirmation_that_came_along_is_shown_with_its_answer(
    departments: Departments, open_page: OpenPage
) -> None:
    there = departments.desk(SOUMU)
    code, other = asked_codes(there)[:2]
    for each in (code, other):
        say(there, each, "進めました。")
    there.actor = replace(there.actor, role="head")
    there.do(at, newest(there), code, SOUMU, confirm, by="髙橋", title="総務課長")
    there.actor = replace(there.actor, role="liaison")
    departments.send(SOUMU, {})
    page = open_page()
    said_of = {each.place[0]: each for each in page.table.source.rows() if each.kind is not None}
    page.panel.show_answer(said_of[PLAN.unit(code).id])
    assert "所属長確認　総務課長 髙橋（2月3日）" in texts(page.panel)
    page.panel.show_answer(said_of[PLAN.unit(other).id])
    assert not any(each.startswith("所属長確認") for each in texts(page.panel))


@pytest.mark.parametrize("mark", ["", "預かり "])
def test_the_card_of_a_file_has_room_for_its_moment_and_count(
    departments: Departments, open_page: OpenPage, mark: str
) -> None:
    departments.send(SOUMU, {"重点-1": "進めました。"})
    page = open_page()
    (file,) = page.gathered.files
    assert file.line == f"{moment_words(file.made)}・1件"
    wide = QFontMetricsF(desktop_font("small", 1.0)).horizontalAdvance(f"{mark}12月28日 10:12・100件")
    assert wide <= page.files.view.width() - 2 * (10 + 10)  # edge and padding of a card


def test_the_button_takes_in_gives_receipts_back_and_clears_the_folder(
    desk: Desk, departments: Departments, open_page: OpenPage, qtbot: QtBot
) -> None:
    path = departments.send(ZEIMU, {"検討-1": "税の窓口で始めた。"})
    page = open_page()
    with qtbot.waitSignal(page.said, check_params_cb=lambda words, _undo: "取り込みました" in words) as told:
        press(page, qtbot)
    assert told.args == ["1件を取り込みました。受領票を1件置きました。", False]
    assert states(desk, "検討-1", ZEIMU) == "submitted"
    assert sorted(each.name for each in departments.folder.iterdir()) == [TAKEN, f"第2回_{ZEIMU}_受領票.dxd"]
    assert [each.name for each in (departments.folder / TAKEN).iterdir()] == [path.name]


def test_an_answer_without_its_tick_is_held_and_offered_again(
    desk: Desk, departments: Departments, open_page: OpenPage, qtbot: QtBot
) -> None:
    departments.send(ZEIMU, {"検討-1": "税の窓口で始めた。", "検討-4": "一度開いた。"})
    page = open_page()
    page.table.setFocus()
    QTest.keyClick(page.table, Qt.Key.Key_Space)
    assert page.foot.primary.text() == "1件を取り込む"
    press(page, qtbot)
    assert [each.reason for each in desk.ask(packages.held)] == ["unticked"]
    again = open_page()
    assert [each.held for each in again.gathered.files] == [True]
    assert (kinds(again), again.foot.primary.text()) == (["新しい"], "1件を取り込む")
    press(again, qtbot)
    assert desk.ask(packages.held) == ()


def test_what_differs_is_settled_next_and_else_one_goes_back(
    departments: Departments, open_page: OpenPage, qtbot: QtBot
) -> None:
    departments.send(ZEIMU, {"検討-4": "一度開いた。"})
    page = open_page()
    assert kinds(page) == ["くいちがい"]
    assert press(page, qtbot) == "conflict"
    departments.send(ZEIMU, {"検討-1": "税の窓口で始めた。"})
    again = open_page()
    assert press(again, qtbot) == ""


def test_a_click_on_the_box_takes_the_tick_away_and_one_beside_it_does_not(
    departments: Departments, open_page: OpenPage, qtbot: QtBot
) -> None:
    departments.send(ZEIMU, {"検討-1": "税の窓口で始めた。"})
    page = open_page()
    index = page.table.source.index(1, 0)
    rect = page.table.visualRect(index)
    middle = rect.center()
    QTest.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert index.data(CHECK) == Qt.CheckState.Checked
    middle.setX(rect.left() + 24)
    QTest.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert index.data(CHECK) == Qt.CheckState.Unchecked
    assert page.foot.primary.text() == "取込済へ移す（1件）"


def test_the_same_file_again_says_so_and_changes_nothing(
    desk: Desk, departments: Departments, open_page: OpenPage, qtbot: QtBot
) -> None:
    path = departments.send(ZEIMU, {"検討-1": "税の窓口で始めた。"})
    content = path.read_bytes()
    press(open_page(), qtbot)
    path.write_bytes(content)
    count = len(desk.ask(said.revisions, newest(desk).id))
    page = open_page()
    assert kinds(page) == ["同じ"]
    assert page.table.source.rows()[1].reason == "取り込み済み（2月3日）"
    assert ALL_SAME in texts(page.area)
    assert page.foot.primary.text() == "取込済へ移す（1件）"
    press(page, qtbot)
    assert not path.exists()
    assert len(desk.ask(said.revisions, newest(desk).id)) == count


def test_a_newer_answer_is_additional_and_an_older_file_beside_it_is_not_counted_twice(
    departments: Departments, open_page: OpenPage, qtbot: QtBot
) -> None:
    departments.send(ZEIMU, {"検討-1": "一つめ。"}, name="一つめ.dxd")
    departments.send(ZEIMU, {"検討-1": "二つめ。"}, name="二つめ.dxd")
    page = open_page()
    assert sorted(kinds(page)) == ["同じ", "新しい"]
    assert page.foot.primary.text() == "1件を取り込む"
    press(page, qtbot)
    departments.send(ZEIMU, {"検討-1": "三つめ。"})
    again = open_page()
    assert kinds(again) == ["追加"]
    assert again.table.source.rows()[1].reason == "前の回答に続く回答です"


def test_a_correction_is_shown_against_the_accepted_answer_of_the_same_cycle(
    desk: Desk, departments: Departments, open_page: OpenPage, qtbot: QtBot
) -> None:
    departments.send(ZEIMU, {"検討-1": "大きく遅れた。"}, status="late")
    press(open_page(), qtbot)
    desk.do(at, newest(desk), "検討-1", ZEIMU, accept_reply)
    departments.send(ZEIMU, {"検討-1": "書き直した。"}, status="warn")
    page = open_page()
    row = page.table.source.rows()[1]
    assert (row.tag, row.last, row.now, row.reason) == ("追加", "late", "warn", CORRECTS_ACCEPTED)
    assert row.spoken.startswith(f"{row.words}、{ZEIMU}、直す前は遅れ、今回は要注意")
    page.panel.show_answer(row)
    assert "直す前：大きく遅れた。" in texts(page.panel)
    assert NO_BEFORE not in texts(page.panel)


def test_a_difference_from_what_was_written_here_is_told_with_its_places(
    departments: Departments, open_page: OpenPage
) -> None:
    departments.send(SOUMU, {"重点-1": "総務課が書いた。"})
    page = open_page()
    assert kinds(page) == ["くいちがい"]
    assert page.table.chosen is not None
    assert page.table.chosen.ours
    assert page.table.chosen.differs > 1
    assert any(each.startswith("くいちがい") for each in texts(page.panel))


def test_an_unreadable_file_says_why_and_the_others_are_taken(
    desk: Desk, departments: Departments, open_page: OpenPage, qtbot: QtBot
) -> None:
    bad = departments.send(ZEIMU, {"検討-1": "税の窓口で始めた。"}, cut=CUT)
    departments.send(FUKUSHI, {"検討-1": "福祉の窓口で始めた。"})
    page = open_page()
    file = next(each for each in page.gathered.files if each.trouble)
    assert (file.department, file.trouble) == (ZEIMU, "途中で切れています")
    assert sorted(kinds(page)) == ["新しい", "読めない"]
    page.files.requested.emit(file.key)
    assert file.problems[0] in texts(page.panel)
    press(page, qtbot)
    assert bad.exists()
    assert (states(desk, "検討-1", FUKUSHI), states(desk, "検討-1", ZEIMU)) == ("submitted", "unanswered")


def test_answers_after_the_cycle_was_closed_are_kept_without_asking(
    desk: Desk, departments: Departments, open_page: OpenPage, qtbot: QtBot
) -> None:
    departments.send(ZEIMU, {"検討-1": "遅れて書いた。"})
    desk.do(close_cycle, newest(desk), "見本のため")
    page = open_page()
    assert kinds(page) == ["期限後"]
    assert page.table.source.rows()[1].can_tick is False
    assert page.foot.primary.text() == "1件を預かる"
    press(page, qtbot)
    assert [each.reason for each in desk.ask(packages.held)] == ["late"]
    again = open_page()
    assert ONLY_HELD in texts(again.area)
    assert (again.foot.primary.text(), again.foot.primary.isEnabled()) == (NOTHING_TO_TAKE, False)
    assert again.area.reopen.isVisible()
    with qtbot.waitSignal(again.page_requested) as asked:
        again.area.reopen.click()
    assert asked.args == ["close_cycle", ""]


def test_the_counts_filter_and_the_condition_can_be_taken_away(
    departments: Departments, open_page: OpenPage, qtbot: QtBot
) -> None:
    departments.send(ZEIMU, {"検討-1": "税の窓口で始めた。"})
    departments.send(SOUMU, {"重点-1": "総務課が書いた。"})
    page = open_page()
    page.area.chips["conflict"].click()
    assert kinds(page) == ["くいちがい"]
    page.area.chips["additional"].click()
    assert page.table.source.rows() == ()
    assert page.area.unfilter.isVisible()
    page.area.unfilter.click()
    assert len(kinds(page)) == 2


def test_the_order_can_be_that_in_which_they_came(departments: Departments, open_page: OpenPage) -> None:
    departments.send(FUKUSHI, {"検討-1": "福祉。"}, name="1.dxd")
    departments.send(ZEIMU, {"検討-1": "税。"}, name="2.dxd")
    page = open_page()
    assert page.foot.order.text() == IN_ORDER
    heads = [each.name for each in page.table.source.rows() if each.kind is None]
    assert heads == [ZEIMU, FUKUSHI]
    page.foot.order.click()
    heads = [each.name for each in page.table.source.rows() if each.kind is None]
    assert [each.partition("　")[0] for each in heads] == [FUKUSHI, ZEIMU]
    assert page.foot.order.text() == BY_DEPARTMENT


def test_files_that_were_named_are_shown_alone_and_stay_where_they_lie(
    departments: Departments, open_page: OpenPage, tmp_path: Path, qtbot: QtBot
) -> None:
    lying = departments.send(FUKUSHI, {"検討-1": "福祉。"})
    mailed = tmp_path / "メールから.dxd"
    departments.send(ZEIMU, {"検討-1": "税。"}).rename(mailed)
    page = open_page(str(mailed))
    assert [each.department for each in page.gathered.files] == [ZEIMU]
    press(page, qtbot)
    assert mailed.exists()
    assert lying.exists()


def test_without_an_exchange_folder_the_receipts_are_offered(
    departments: Departments, open_page: OpenPage, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = departments.send(ZEIMU, {"検討-1": "税。"})
    keep_exchange(departments.post.desk.database_id, folder="")
    page = open_page(str(path))
    with qtbot.waitSignal(page.offered) as offered:
        press(page, qtbot)
    words, button, act = offered.args
    assert (words, button) == ("1件を取り込みました。", PLACE_RECEIPTS)
    target = tmp_path / "受領票"
    target.mkdir()
    monkeypatch.setattr("dxdesk.ui.take_in.placing.QFileDialog.getExistingDirectory", lambda *_args: str(target))
    with qtbot.waitSignal(page.said):
        act()
    assert [each.name for each in target.iterdir()] == [f"第2回_{ZEIMU}_受領票.dxd"]


def test_nothing_has_arrived(departments: Departments, open_page: OpenPage) -> None:
    page = open_page()
    assert NOTHING_ARRIVED in texts(page.area)
    assert not page.foot.primary.isEnabled()
    keep_exchange(departments.post.desk.database_id, folder="")
    other = open_page()
    assert NO_FOLDER_MORE in texts(other.area)


def test_what_came_too_late_can_go_over_to_the_next_cycle(
    desk: Desk, departments: Departments, open_page: OpenPage, qtbot: QtBot
) -> None:
    departments.send(ZEIMU, {"検討-1": "遅れて書いた。"})
    desk.do(close_cycle, newest(desk), "見本のため")
    page = open_page()
    assert not page.panel.carry.isVisible()
    press(page, qtbot)
    following = start_cycle(desk, "第3回")
    again = open_page()
    assert again.table.source.rows()[1].reason == "第2回は締切済みです。預かります"
    assert again.panel.carry.isVisible()
    with qtbot.waitSignal(again.said):
        again.panel.carry.click()
    settled(again, qtbot)
    unit = desk.ask(plans.plan).unit("検討-1").id
    draft = desk.ask(said.draft, following.id, unit, uid(ZEIMU))
    assert draft is not None
    assert draft.answer.results == "遅れて書いた。"
    assert desk.ask(packages.held) == ()
    assert again.gathered.files == ()


def test_a_number_that_came_before_with_other_contents_is_told(
    desk: Desk, departments: Departments, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = departments.send(ZEIMU, {"検討-1": "税の窓口で始めた。"})
    monkeypatch.setattr(packages, "number_used", lambda *_: "前の回答.dxd")
    (file,) = Files(desk).gather(Wanted((path,), None, newest(desk).id), None).files
    assert NUMBER_USED in file.marks
    assert NUMBER_USED in file.spoken


def test_what_lies_in_the_folder_is_shown_again_after_files_were_named(
    departments: Departments, open_page: OpenPage, tmp_path: Path, qtbot: QtBot
) -> None:
    mailed = tmp_path / "メールから.dxd"
    departments.send(ZEIMU, {"検討-1": "税。"}).rename(mailed)
    page = open_page(str(mailed))
    departments.send(FUKUSHI, {"検討-1": "福祉。"})
    page.show_subject(ALL_ARRIVED)
    settled(page, qtbot)
    assert [each.department for each in page.gathered.files] == [FUKUSHI]
