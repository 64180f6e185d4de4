"""The secretariat's tasks between 照会 and the minutes."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget
from pytestqt.qtbot import QtBot

from dxdesk.operations import meetings as operations
from dxdesk.store.queries import cycles, finding, meetings, minutes, plans, replies
from dxdesk.ui.collect.page import CollectPage
from dxdesk.ui.meeting.row_list import RowList
from tests.ui.flows import towns
from tests.ui.flows.conftest import Sit, pdf_text
from tests.ui.flows.hands import Hands
from tests.ui.flows.towns import RESULTS, Town

QUESTION = "数字の根拠を書いてください。"


def states(town: Town) -> set[str]:
    """How the answers of the cycle stand."""
    views = town.desk.ask(replies.views, town.cycle)
    return {slot.state for view in views.values() for slot in view.slots.values()}


def cell(hands: Hands, town: Town, code: str) -> None:
    """The first answer about a unit in the matrix of 回収."""
    page = next(each for each in hands.seen(CollectPage) if isinstance(each, CollectPage))
    unit = town.plan.unit(code).id
    row = next(each for each in page.matrix.rows() if each.key == unit)
    assert row.row is not None
    hands.choose(page.matrix, page.matrix.cells.index_of(unit, next(iter(row.row.cells))))


def test_answers_are_returned_accepted_and_drawn_together(town: Town, sit: Sit) -> None:
    towns.handed_in(town)
    hands = sit()
    code = town.own[1].code or ""
    with hands.within(4):
        cell(hands, town, code)
        hands.press("差し戻す")
        hands.press("今回の実績")
        hands.already_in("聞きたいこと・直してほしいこと")
        hands.write(QUESTION)
        hands.press("差し戻す")
    view = town.desk.ask(replies.views, town.cycle)[town.own[1].id]
    returned = next(iter(view.slots.values())).returned
    assert returned is not None
    assert (returned.fields, returned.question) == (("results",), QUESTION)
    with hands.within(2):
        hands.press("提出分をまとめて受理する")
        hands.press("受理する")
    assert states(town) == {"accepted", "returned"}
    with hands.within(2):
        hands.press("取りまとめへ")
        hands.press("主管の回答をそのまま使う")
    shared = town.desk.ask(replies.views, town.cycle)[town.shared.id]
    assert shared.consolidation.heads
    assert shared.counted is not None


def test_a_meeting_goes_from_its_agenda_to_confirmed_minutes(town: Town, sit: Sit, saved: Path, qtbot: QtBot) -> None:
    towns.meeting_held(town)
    meeting = town.desk.ask(finding.meeting)
    hands = sit()
    with hands.within(2):
        hands.press("次第をつくる")
        hands.press("次第を確定する")
    assert town.desk.ask(meetings.meeting, meeting.id).agenda_confirmed is not None
    hands.press("‹ 会議へ戻る")
    open_item(hands, town)
    with hands.within(5):
        hands.into("決定の文")
        hands.write("予定を一年延ばすこととする。")
        hands.press("結論：承認")
        hands.press("記録する")
        hands.press("宿題")
        hands.write("新しい予定を示す。")
        hands.press("記録する")
    record = town.desk.ask(meetings.record, town.desk.ask(meetings.meeting, meeting.id))
    assert [(each.result, each.text) for each in record.decisions] == [("approved", "予定を一年延ばすこととする。")]
    owner = town.desk.ask(plans.departments)[0]
    assert [(each.text, each.departments) for each in record.actions] == [("新しい予定を示す。", (owner.id,))]
    with hands.within(3):
        hands.press("会議を閉じる")
        hands.press("会議録をつくる")
        hands.press("PDFで保存")
    assert "予定を一年延ばすこととする。" in pdf_text(saved)
    with hands.within(3):
        hands.press("会議録を確定する")
        hands.already_in("確認者")
        hands.write("今野　彩")
        hands.press("会議録を確定する")
    newest = town.desk.ask(minutes.versions, meeting.id)[-1]
    assert (newest.state, newest.confirmed_by) == ("confirmed", "今野　彩")
    assert newest.confirmed_on is not None
    assert newest.confirmed_on.isoformat() == town.desk.moment()[:10]


def open_item(hands: Hands, town: Town) -> None:
    """The first item of the agenda that has to be decided."""
    meeting = town.desk.ask(finding.meeting)
    wanted = next(each.id for each in town.desk.ask(meetings.agenda, meeting.id) if each.kind == "discuss")
    parts = next(each for each in hands.seen(RowList) if each.accessibleName() == "次第")
    assert isinstance(parts, RowList)
    hands.choose(parts, parts.rows.index_of(wanted))


def test_a_document_is_saved_as_pdf(town: Town, sit: Sit, saved: Path, qtbot: QtBot) -> None:
    towns.handed_in(town, accepted=True)
    hands = sit()
    with hands.within(3):
        hands.tab("印刷")
        hands.press("個票")
        qtbot.waitUntil(lambda: bool(hands.found("PDFで保存")))
        hands.press("PDFで保存")
    assert RESULTS in pdf_text(saved)


def test_a_cycle_is_closed_opened_again_and_followed_by_the_next(town: Town, sit: Sit, qtbot: QtBot) -> None:
    towns.meeting_held(town)
    town.desk.do(operations.close_meeting, town.desk.ask(finding.meeting))
    first = town.cycle
    hands = sit()
    with hands.within(2):
        hands.press("この回を締める")
        hands.press("この回を締める")
    qtbot.waitUntil(lambda: not town.cycle.open)
    with hands.within(3):
        hands.into("開け直す理由（記録に残ります）")
        hands.write("数字の誤りを直すため")
        hands.press("この回を開け直す")
    qtbot.waitUntil(lambda: town.cycle.open)
    assert town.desk.ask(cycles.close_records, first.id)[-1].reason == "数字の誤りを直すため"
    with hands.within(1):
        hands.press("この回を締める")
    qtbot.waitUntil(lambda: not town.cycle.open)
    with hands.within(5):
        hands.menu("メニュー", "次の回をつくる")
        hands.press("次へ")
        hands.press("次へ")
        hands.press("この回だけつくる")
    assert (town.cycle.previous, town.cycle.name, town.cycle.open) == (first.id, "令和7年度 第1回", True)
    assert town.desk.ask(cycles.asked, town.cycle.id) == town.desk.ask(cycles.asked, first.id)


def test_settings_are_changed(town: Town, sit: Sit) -> None:
    hands = sit()
    hands.menu("メニュー", "設定と控え")
    parts = next(each for each in hands.seen(QListWidget) if isinstance(each, QListWidget))
    hands.choose(parts, parts.indexFromItem(parts.findItems("実施段階", Qt.MatchFlag.MatchExactly)[0]))
    hands.into("段階7")
    hands.write("ずみ")
    hands.press("設定を保存する")
    assert town.desk.ask(plans.settings)[1].stages[-1].word.endswith("ずみ")
