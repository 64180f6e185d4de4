"""The secretariat sends files: a cycle with its 照会, a 差戻し, くいちがい, all within the counted clicks."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from dxdesk.operations import inquiring
from dxdesk.operations import meetings as operations
from dxdesk.operations.cycles import close_cycle
from dxdesk.operations.slots import add_revision
from dxdesk.preferences import exchange_folder_of, keep_exchange
from dxdesk.store.queries import cycles, finding, replies
from dxdesk.wording.asking import CHANGE_WATCHED
from tests.ui.flows import towns
from tests.ui.flows.conftest import Sit
from tests.ui.flows.test_secretariat import QUESTION, cell
from tests.ui.flows.towns import Town


@pytest.fixture
def shared(town: Town, tmp_path: Path) -> Path:
    folder = tmp_path / "受け渡し"
    folder.mkdir()
    keep_exchange(town.desk.database_id, folder=str(folder))
    return folder


def test_a_cycle_is_opened_with_the_file_of_every_department(town: Town, sit: Sit, shared: Path, qtbot: QtBot) -> None:
    towns.meeting_held(town)
    town.desk.do(operations.close_meeting, town.desk.ask(finding.meeting))
    town.desk.do(close_cycle, town.cycle, "見本のため")
    hands = sit()
    with hands.within(5):
        hands.menu("メニュー", "次の回をつくる")
        hands.press("次へ")
        hands.press("次へ")
        hands.press("照会ファイルをつくる")
    qtbot.waitUntil(lambda: hands.found("回収へ ›"))
    assert town.cycle.name == "令和7年度 第1回"
    asked = {each for found in town.desk.ask(cycles.asked, town.cycle.id).values() for each in found}
    assert len([each for each in shared.iterdir() if each.suffix == ".dxd"]) == len(asked)
    with hands.within(1):
        hands.press("回収へ ›")


def test_where_the_first_files_were_put_answers_are_looked_for_from_then_on(
    town: Town, sit: Sit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    towns.meeting_held(town)
    town.desk.do(operations.close_meeting, town.desk.ask(finding.meeting))
    town.desk.do(close_cycle, town.cycle, "見本のため")
    share = tmp_path / "share"
    share.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(share))
    hands = sit()
    hands.menu("メニュー", "次の回をつくる")
    hands.press("次へ")
    hands.press("次へ")
    hands.press("照会ファイルをつくる")
    qtbot.waitUntil(lambda: hands.found(CHANGE_WATCHED))
    assert exchange_folder_of(town.desk.database_id) == str(share)
    (share / "回答.dxd").write_bytes(b"torn")
    hands.press("回収へ ›")
    qtbot.waitUntil(lambda: hands.found("わけを見る"))


def test_an_answer_is_returned_by_file_within_four_clicks(town: Town, sit: Sit, shared: Path, qtbot: QtBot) -> None:
    towns.handed_in(town)
    town.desk.do(inquiring.inquire, town.cycle)
    hands = sit()
    with hands.within(4):
        cell(hands, town, town.own[1].code or "")
        hands.press("差し戻す")
        hands.press("今回の実績")
        hands.already_in("聞きたいこと・直してほしいこと")
        hands.write(QUESTION)
        hands.press("差戻しファイルをつくる")
    qtbot.waitUntil(lambda: any(each.name.endswith("差戻し.dxd") for each in shared.iterdir()))
    slots = town.desk.ask(replies.views, town.cycle)[town.own[1].id].slots
    assert "returned" in {each.state for each in slots.values()}


def test_two_versions_are_settled_with_one_choice_per_field(town: Town, sit: Sit) -> None:
    towns.handed_in(town)
    unit = town.own[1].id
    department, slot = next(iter(town.desk.ask(replies.views, town.cycle)[unit].slots.items()))
    first = slot.heads[0]
    assert first.answer is not None
    for results, issues in (("3件調べ、表を作りました。", "人手です。"), ("4件調べました。", "予算です。")):
        said = replace(first, parents=(first.id,), answer=replace(first.answer, results=results, issues=issues))
        town.desk.do(add_revision, said, "take in", town.own[1].code or "")
    hands = sit()
    cell(hands, town, town.own[1].code or "")
    with hands.within(4):
        hands.press("くいちがいを直す")
        hands.press("今回の実績、届いた文を使う")
        hands.press("課題、いまの文を使う")
        hands.press("直し終えた")
    heads = town.desk.ask(replies.slot, town.cycle.id, unit, department).heads
    assert len(heads) == 1
    assert heads[0].answer is not None
    assert (heads[0].answer.results, heads[0].answer.issues) == ("4件調べました。", "人手です。")
