"""Files between a secretariat and a department by commands, where the exchange folder of the PC is known."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import openpyxl
import pytest

from dxdesk.cli import taking_in
from dxdesk.domain.arrivals import Arrival
from dxdesk.opening import open_desk
from dxdesk.operations import arrivals
from dxdesk.operations.change import Change
from dxdesk.operations.exchange_folder import TAKEN
from dxdesk.preferences import keep_exchange
from dxdesk.store.errors import StoreUnavailable
from dxdesk.store.queries import packages
from dxdesk.wording.take_in import NUMBER_USED
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


def test_files_are_named_as_chosen_on_this_pc_unless_the_command_says_otherwise(opened: Town, shared: Path) -> None:
    keep_exchange(database_id(opened), ascii_names="1")
    opened.text("inquire", "--department", DEPARTMENT)
    (made,) = names(shared)
    assert made.isascii()
    opened.text("inquire", "--department", DEPARTMENT, "--file-names", "japanese")
    assert names(shared) == [made, f"第1回_{DEPARTMENT}_照会.dxd"]


def filled_form(opened: Town, shared: Path, *answers: tuple[str, str]) -> Path:
    """The reply form of the department in the exchange folder, its first rows answered (状況, 実績)."""
    opened.text("inquire", "--excel", "--department", DEPARTMENT)
    path = shared / f"第1回_{DEPARTMENT}_回答票.xlsx"
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    heads = {str(cell.value).split("\n")[0]: cell for row in sheet.iter_rows() for cell in row if cell.value}
    for number, (status, results) in enumerate(answers, start=1):
        sheet.cell(heads["番号"].row + number, heads["今の状況"].column).value = status
        sheet.cell(heads["番号"].row + number, heads["今回の実績"].column).value = results
    book.save(path)
    return path


def test_a_form_that_was_made_after_an_answer_stays_until_somebody_writes_into_it(opened: Town, shared: Path) -> None:
    opened.submit("4", DEPARTMENT, "--status", "ok", "--results", "進めた。")
    opened.text("inquire", "--excel", "--department", DEPARTMENT)
    before = names(shared)
    assert opened.value("take-in") == {"dry_run": False, "files": [], "conflicts": 0}
    assert names(shared) == before


def test_a_form_gets_no_receipt_and_stays_while_a_row_of_it_cannot_be_read(opened: Town, shared: Path) -> None:
    form = filled_form(opened, shared, ("順調", "進めた。"), ("じゅんちょう", "進めた。"))
    kinds = [row["kind"] for row in opened.value("take-in")["files"][0]["rows"]]
    assert sorted(kinds) == ["new", "unreadable"]
    assert form.exists()
    assert not [each for each in names(shared) if "受領票" in each]


def test_asking_again_leaves_a_form_alone_that_somebody_has_written_into(opened: Town, shared: Path) -> None:
    form = filled_form(opened, shared, ("順調", "進めた。"))
    written = form.read_bytes()
    opened.text("inquire", "--excel", "--department", DEPARTMENT)
    assert form.read_bytes() == written
    assert f"{form.stem} (2).xlsx" in names(shared)


def test_an_answer_of_another_computer_of_the_department_stays_in_the_folder(opened: Town, shared: Path) -> None:
    department = answering(opened, shared)
    other = shared / f"第1回_{DEPARTMENT}_回答.dxd"
    other.write_bytes(b"dxdesk-package 1\n")
    (made,) = department.value("hand-in")["files"]
    assert Path(made["file"]).name == f"第1回_{DEPARTMENT}_回答 (2).dxd"
    assert other.read_bytes() == b"dxdesk-package 1\n"


def test_where_the_file_cannot_be_written_nothing_was_handed_over(opened: Town, shared: Path) -> None:
    department = answering(opened, shared)
    department.text("hand-in", "--out", str(shared / "1.dxd"))
    department.text("record", "--initiative", "4", "--results", "さらに増やした。")
    before = department.value("verify")["audit_head"]
    assert department.run("hand-in", "--out", str(shared / "ない" / "2.dxd")).code == 3
    assert department.value("verify")["audit_head"] == before


def test_whoever_handed_over_is_told_that_it_was_taken_back(opened: Town, shared: Path) -> None:
    department = answering(opened, shared)
    department.text("hand-in")
    (taken,) = opened.value("take-in")["files"]
    (made,) = opened.value("take-in", "--undo", taken["package"])["files"]
    assert (made["kind"], Path(made["file"]).name) == ("receipt", f"第1回_{DEPARTMENT}_受領票 (2).dxd")
    assert department.value("answer", made["file"])["kind"] == "receipt"


def test_looking_at_what_came_too_late_says_that_it_would_be_held(opened: Town, shared: Path) -> None:
    answering(opened, shared).text("hand-in")
    opened.text("cycle", "close")
    assert [each["result"] for each in opened.value("take-in", "--dry-run")["files"]] == ["held"]
    assert [each["result"] for each in opened.value("take-in")["files"]] == ["held"]


def test_what_was_taken_in_before_the_disk_was_full_is_told(
    opened: Town, shared: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    department = answering(opened, shared)
    department.text("hand-in", "--out", str(shared / "1.dxd"))
    department.text("record", "--initiative", "4", "--results", "さらに増やした。")
    department.text("hand-in", "--out", str(shared / "2.dxd"))
    real = taking_in._take_in

    def filling(change: Change, arrival: Arrival, file: str, *rest: Any, **named: Any) -> Any:
        if file == "2.dxd":
            raise StoreUnavailable("disk_full", Path(opened.database))
        return real(change, arrival, file, *rest, **named)

    monkeypatch.setattr(taking_in, "_take_in", filling)
    said = opened.run("take-in")
    assert said.code == 1
    assert "1.dxd：取り込みました" in said.out
    assert "2.dxd：" in said.out
    assert names(shared / TAKEN) == ["1.dxd"]
    assert "2.dxd" in names(shared)


def test_a_look_at_what_has_arrived_moves_nothing(opened: Town, shared: Path) -> None:
    answering(opened, shared).text("hand-in")
    before = names(shared)
    assert [each["result"] for each in opened.value("take-in", "--dry-run")["files"]] == ["takeable"]
    assert names(shared) == before


def test_a_form_that_nobody_filled_in_stays_where_it_lies(opened: Town, shared: Path) -> None:
    opened.text("inquire", "--excel", "--department", DEPARTMENT)
    before = names(shared)
    assert f"第1回_{DEPARTMENT}_回答票.xlsx" in before
    assert opened.value("take-in") == {"dry_run": False, "files": [], "conflicts": 0}
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


def test_what_is_returned_is_addressed_to_whoever_answers_now(opened: Town, shared: Path) -> None:
    answering(opened, shared).text("hand-in")
    opened.text("take-in")
    opened.text("department", "add", "町民福祉課")
    opened.text("department", "close", DEPARTMENT, "--on", "R7.1.20", "--successor", "町民福祉課")
    slot = ("--initiative", "4", "--department", "町民福祉課", "--field", "results", "--reason", "いつですか。")
    (made,) = opened.value("return", *slot, "--out", str(shared))["files"]
    assert made["department"] == "町民福祉課"


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
