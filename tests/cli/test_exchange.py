"""Files between a secretariat and a department by commands, where the exchange folder of the PC is known."""

from __future__ import annotations

from pathlib import Path

import pytest

from dxdesk.opening import open_desk
from dxdesk.operations import arrivals
from dxdesk.operations.exchange_folder import TAKEN
from dxdesk.preferences import keep_exchange
from dxdesk.store.queries import packages
from dxdesk.wording_take_in import NUMBER_USED
from tests.cli.commands import Town

DEPARTMENT = "町民生活課"


@pytest.fixture(autouse=True)
def own_preferences(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DXDESK_HOME", str(tmp_path / "home"))


def database_id(town: Town) -> str:
    """Which database a town's is."""
    desk = open_desk(town.database)
    found = desk.database_id
    desk.close()
    return found


@pytest.fixture
def shared(tmp_path: Path, own_preferences: None, opened: Town) -> Path:
    folder = tmp_path / "受け渡し"
    folder.mkdir()
    keep_exchange(database_id(opened), folder=str(folder))
    return folder


def names(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir() if each.is_file())


def answering(opened: Town, shared: Path) -> Town:
    """The department's database, which the 照会 in the exchange folder begins, with one answer."""
    opened.text("inquire", "--department", DEPARTMENT)
    town = Town(str(shared.parent / "課.db"))
    town.text("answer", str(next(shared.glob("*照会.dxd"))), "--name", "田中")
    town.text("record", "--initiative", "4", "--status", "ok", "--results", "窓口を増やした。")
    return town


def test_files_of_both_directions_lie_in_the_exchange_folder_where_no_place_is_named(
    opened: Town, shared: Path
) -> None:
    department = answering(opened, shared)
    department.text("hand-in")
    assert names(shared) == [f"第1回_{DEPARTMENT}_回答.dxd", f"第1回_{DEPARTMENT}_照会.dxd"]
    said = opened.value("take-in")
    assert [each["result"] for each in said["files"]] == ["taken"]
    assert names(shared) == [f"第1回_{DEPARTMENT}_受領票.dxd", f"第1回_{DEPARTMENT}_照会.dxd"]
    assert names(shared / TAKEN) == [f"第1回_{DEPARTMENT}_回答.dxd"]
    assert opened.text("take-in").strip() == "受け渡しフォルダに、取り込む回答はありません。"


def test_a_look_at_what_has_arrived_moves_nothing(opened: Town, shared: Path) -> None:
    answering(opened, shared).text("hand-in")
    before = names(shared)
    assert [each["result"] for each in opened.value("take-in", "--dry-run")["files"]] == ["taken"]
    assert names(shared) == before


def test_a_form_that_nobody_filled_in_stays_where_it_lies(opened: Town, shared: Path) -> None:
    opened.text("inquire", "--excel", "--department", DEPARTMENT)
    before = names(shared)
    assert f"第1回_{DEPARTMENT}_回答票.xlsx" in before
    assert opened.value("take-in") == {"files": [], "conflicts": 0}
    assert names(shared) == before


def test_what_cannot_be_read_stays_and_the_others_are_taken_in(opened: Town, shared: Path) -> None:
    answering(opened, shared).text("hand-in")
    (shared / "あ.dxd").write_bytes(b"nothing")
    said = opened.run("take-in")
    assert said.code == 1
    assert "あ.dxd" in names(shared)
    assert names(shared / TAKEN) == [f"第1回_{DEPARTMENT}_回答.dxd"]


@pytest.mark.parametrize(
    ("command", "words"),
    [("inquire", "照会ファイルを置く場所が決まっていません。"), ("take-in", "取り込むファイルがありません。")],
)
def test_without_a_folder_or_a_name_nothing_is_done(command: str, words: str, opened: Town) -> None:
    said = opened.run(command)
    assert (said.code, words in said.err) == (1, True)


def test_a_folder_out_of_reach_is_said_before_anything_is_made(opened: Town, shared: Path) -> None:
    department = answering(opened, shared)
    for each in shared.iterdir():
        each.unlink()
    shared.rmdir()
    assert (opened.run("inquire").code, opened.run("take-in").code, department.run("hand-in").code) == (3, 3, 3)
    shared.mkdir()
    department.text("hand-in")
    assert names(shared) == [f"第1回_{DEPARTMENT}_回答.dxd"]


def test_what_is_returned_goes_into_the_folder_that_was_named(opened: Town, shared: Path) -> None:
    answering(opened, shared).text("hand-in")
    opened.text("take-in")
    slot = ("--initiative", "4", "--department", DEPARTMENT, "--field", "results", "--reason", "いつですか。")
    opened.text("return", *slot, "--out", str(shared))
    assert f"第1回_{DEPARTMENT}_差戻し.dxd" in names(shared)


def test_a_clock_that_is_wrong_and_a_number_that_came_before_are_told(
    opened: Town, shared: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answering(opened, shared).text("hand-in")
    monkeypatch.setattr(arrivals, "days_off", lambda *_: -30)
    monkeypatch.setattr(packages, "number_used", lambda *_: "前の回答.dxd")
    said = opened.text("take-in", "--dry-run")
    assert "時計が30日ずれています" in said
    assert NUMBER_USED in said
    (file,) = opened.value("take-in")["files"]
    assert (file["result"], file["reason"]) == ("taken", f"時計が30日ずれています、{NUMBER_USED}")
