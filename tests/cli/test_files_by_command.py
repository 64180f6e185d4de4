"""Files out and in by command: departments on computers of their own, and one secretariat."""

import itertools
import re
import shutil
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tests.cli.commands import CYCLE, NEXT_CYCLE, Town, run

NAME = "町民生活課"


def asking_town(folder: Path, plan: str = "ogawara") -> Town:
    town = Town(str(folder / f"{plan}.db"))
    town.text("new", "--plan", plan)
    town.text(*CYCLE)
    return town


def inquiries(town: Town, folder: Path, *more: str) -> dict[str, Path]:
    """The 照会 files by department."""
    folder.mkdir(exist_ok=True)
    files = town.value("inquire", "--out", str(folder), *more)["files"]
    return {each["department"]: Path(each["file"]) for each in files if each["kind"] == "inquiry"}


def opened(folder: Path, inquiry: Path, name: str = "課") -> Town:
    """A department's database, made by opening its 照会."""
    department = Town(str(folder / f"{name}.db"))
    said = department.value("answer", str(inquiry))
    assert (said["kind"], said["known"]) == ("inquiry", False)
    return department


def owed(town: Town, department: str = NAME) -> list[str]:
    """The codes that a department still owes an answer for."""
    missing = town.value("missing")
    return [each["code"] for row in missing if row["department"] == department for each in row["missing"]]


def reply(department: Town, target: Path, *codes: str) -> Path:
    """Writes answers and hands them over."""
    for code in codes:
        department.text("record", "--initiative", code, "--status", "ok", "--results", f"{code}を進めた。")
    (made,) = department.value("hand-in", "--out", str(target))["files"]
    assert made["file"] == str(target)
    return target


def rows(said: Any) -> list[tuple[str, str, bool]]:
    """Code, kind and whether it is on record, of every row of a taking in."""
    return [(row["code"], row["kind"], row["taken"]) for each in said["files"] for row in each["rows"]]


@pytest.mark.parametrize("plan", ["ogawara", "kahoku"])
def test_three_departments_answer_and_every_order_leaves_the_same_board(plan: str, tmp_path: Path) -> None:
    town = asking_town(tmp_path, plan)
    files = inquiries(town, tmp_path / "out")
    replies = []
    for number, name in enumerate(sorted(files)[:3]):
        department = opened(tmp_path, files[name], f"課{number}")
        replies.append(reply(department, tmp_path / f"{number}.dxd", *owed(town, name)[:2]))
    boards = []
    for number, order in enumerate(itertools.permutations(replies)):
        copy = Town(str(tmp_path / f"copy{number}.db"))
        shutil.copyfile(town.database, copy.database)
        said = copy.value("take-in", *map(str, order), str(order[0]))
        assert [each["result"] for each in said["files"]] == ["taken", "taken", "taken", "duplicate"]
        copy.text("accept", "--all")
        boards.append((copy.value("board"), copy.value("missing")))
        assert copy.value("verify")["ok"]
    assert all(each == boards[0] for each in boards)
    assert len(boards) == 6


def test_looking_first_writes_nothing(tmp_path: Path) -> None:
    town = asking_town(tmp_path)
    department = opened(tmp_path, inquiries(town, tmp_path / "out")[NAME])
    owed_before = owed(town)[0]
    made = reply(department, tmp_path / "回答.dxd", owed_before)
    before = town.value("verify")["audit_head"]
    seen = town.value("take-in", str(made), "--dry-run")
    assert seen["dry_run"] is True
    assert (seen["files"][0]["result"], seen["files"][0]["number"]) == ("takeable", None)
    assert rows(seen) == [(owed(town)[0], "new", False)]
    assert seen["files"][0]["rows"][0]["would_take"] is True
    said = town.text("take-in", str(made), "--dry-run")
    assert "取り込めます（まだ何も書いていません）" in said
    assert "取り込みました" not in said
    assert town.value("verify")["audit_head"] == before
    done = town.value("take-in", str(made))
    assert (done["dry_run"], rows(done)) == (False, [(owed_before, "new", True)])


def test_a_head_needs_no_department_named_where_the_database_is_that_of_one(tmp_path: Path) -> None:
    town = asking_town(tmp_path)
    department = opened(tmp_path, inquiries(town, tmp_path / "out")[NAME])
    (code, *_) = owed(town)
    reply(department, tmp_path / "r.dxd", code)
    said = department.text("confirm", "--initiative", code, "--by", "山田 一郎", "--as", "課長")
    assert NAME in said


def test_the_inquiry_of_one_more_department_is_opened_with_a_word(tmp_path: Path) -> None:
    files = inquiries(asking_town(tmp_path), tmp_path / "out")
    department = opened(tmp_path, files[NAME])
    other = next(each for each in files if each != NAME)
    (warning,) = department.value("answer", str(files[other]))["warnings"]
    assert other in warning
    assert department.value("answer", str(files[other]))["warnings"] == []


def test_a_table_is_told_from_a_file_of_the_secretariat(tmp_path: Path) -> None:
    department = opened(tmp_path, inquiries(asking_town(tmp_path), tmp_path / "out")[NAME])
    table = tmp_path / "回答.csv"
    table.write_text("番号,状況\n1,順調\n", encoding="utf-8")
    assert "Excel" in department.refusal("answer", str(table))["message"]


def test_a_returned_answer_goes_back_and_comes_again(tmp_path: Path) -> None:
    town = asking_town(tmp_path)
    department = opened(tmp_path, inquiries(town, tmp_path / "out")[NAME])
    code = owed(town)[0]
    town.text("take-in", str(reply(department, tmp_path / "回答.dxd", code)), "--out", str(tmp_path))
    (receipt,) = tmp_path.glob("*_受領票.dxd")
    assert department.value("answer", str(receipt))["kind"] == "receipt"
    question = ("--field", "課題", "--reason", "人手は。", "--out", str(tmp_path))
    (returned,) = town.value("return", "--initiative", code, "--department", NAME, *question)["files"]
    assert department.value("answer", returned["file"])["kind"] == "return"
    department.text("record", "--initiative", code, "--issues", "足りない。")
    again = department.value("hand-in", "--out", str(tmp_path / "again.dxd"))
    assert again["files"][0]["kind"] == "reply"
    assert rows(town.value("take-in", str(tmp_path / "again.dxd"))) == [(code, "additional", True)]


def test_what_a_meeting_put_right_goes_to_the_departments_that_answer_by_files(tmp_path: Path) -> None:
    town = asking_town(tmp_path)
    department = opened(tmp_path, inquiries(town, tmp_path / "out")["政策企画課"])
    town.text("take-in", str(reply(department, tmp_path / "回答.dxd", "7")))
    town.text("accept", "--all")
    town.text("meeting", "hold", "--body", "デジタル化推進員会議", "--date", "R7.2.13")
    town.text("meeting", "correct", "--initiative", "7", "--field", "課題", "--value", "直した。", "--asked-by", "会長")
    missing = tmp_path / "ない"
    assert str(missing) in run("--database", town.database, "meeting", "close", "--out", str(missing)).err
    (made,) = town.value("meeting", "close", "--out", str(tmp_path))["files"]
    assert (made["kind"], made["department"]) == ("correction", "政策企画課")
    assert department.value("answer", made["file"])["kind"] == "correction"


def test_a_department_is_told_by_a_file_how_its_conflict_was_settled(tmp_path: Path) -> None:
    town = asking_town(tmp_path)
    inquiry = inquiries(town, tmp_path / "out")["政策企画課"]
    for name in ("田中", "鈴木"):
        department = opened(tmp_path, inquiry, name)
        department.text("record", "--initiative", "7", "--status", "ok", "--results", f"{name}が書いた。")
        (made,) = department.value("hand-in", "--out", str(tmp_path / f"{name}.dxd"))["files"]
        town.run("take-in", made["file"])
    settle = ("settle", "--initiative", "7", "--department", "政策企画課", "--field", "results=theirs")
    assert str(tmp_path / "ない") in run("--database", town.database, *settle, "--out", str(tmp_path / "ない")).err
    older = Town(str(shutil.copyfile(town.database, tmp_path / "older.db")))
    (made,) = town.value(*settle, "--out", str(tmp_path))["files"]
    assert (made["kind"], made["department"]) == ("correction", "政策企画課")
    assert department.value("answer", made["file"])["kind"] == "correction"
    goes_on = str(reply(department, tmp_path / "続き.dxd", "7"))
    said = town.value("take-in", goes_on)
    assert (rows(said), said["files"][0]["left_out"]) == ([("7", "additional", True)], 0)
    said = older.value("take-in", goes_on)  # a copy from before does not know what it put right later
    assert (rows(said), said["files"][0]["left_out"]) == ([("7", "waiting", True)], 1)
    assert "事務局が書いたという記録が1件ありますが" in older.text("take-in", "--dry-run", goes_on)


def test_a_taking_in_is_taken_back_by_its_number_and_can_be_repeated(tmp_path: Path) -> None:
    town = asking_town(tmp_path)
    department = opened(tmp_path, inquiries(town, tmp_path / "out")[NAME])
    code = owed(town)[0]
    made = reply(department, tmp_path / "回答.dxd", code)
    package = town.value("take-in", str(made))["files"][0]["package"]
    assert code not in owed(town)
    assert "取り消しました" in town.text("take-in", "--undo", package[:12])
    assert code in owed(town)
    assert town.refusal("take-in", "--undo", package)["message"].startswith("この取り込み")
    assert town.value("take-in", str(made))["files"][0]["result"] == "taken"
    town.text("accept", "--all")
    assert f"{code} {NAME}" in town.refusal("take-in", "--undo", package)["message"]


def test_a_taking_in_tells_the_number_or_is_named_by_its_file_to_be_taken_back(tmp_path: Path) -> None:
    town = asking_town(tmp_path)
    department = opened(tmp_path, inquiries(town, tmp_path / "out")[NAME])
    made = reply(department, tmp_path / "回答.dxd", owed(town)[0])
    said = town.text("take-in", str(made), "--out", str(tmp_path))
    (receipt,) = tmp_path.glob("*_受領票.dxd")
    assert f"課に知らせる受領票を置きました：{receipt}" in said
    number = re.search(r"番号 (\S+?)（取り消すとき：take-in --undo (\S+?)）", said)
    assert number is not None
    assert number[1] == number[2]
    assert "取り消しました" in town.text("take-in", "--undo", number[1])
    assert town.value("take-in", str(made))["files"][0]["number"] == number[1]
    assert "取り消しました" in town.text("take-in", "--undo", str(made))
    assert "もう取り消してあります" in town.refusal("take-in", "--undo", made.name)["message"]
    assert "ありません" in town.refusal("take-in", "--undo", "ほか.dxd")["message"]


def test_two_takings_in_of_the_same_name_are_told_by_their_numbers(tmp_path: Path) -> None:
    town = asking_town(tmp_path)
    department = opened(tmp_path, inquiries(town, tmp_path / "out")[NAME])
    made = reply(department, tmp_path / "回答.dxd", owed(town)[0])
    first = town.value("take-in", str(made))["files"][0]["package"]
    made = reply(department, tmp_path / "回答.dxd", owed(town)[0])
    town.text("take-in", str(made))
    refusal = town.refusal("take-in", "--undo", made.name)
    assert "2件" in refusal["message"]
    assert first[:12] in refusal["message"]


def test_forms_are_not_counted_as_files_of_departments(tmp_path: Path) -> None:
    town = asking_town(tmp_path)
    said = town.text("inquire", "--out", str(tmp_path), "--excel", "--department", NAME)
    assert said.startswith("照会ファイルを1件、Excelの回答票を1件つくりました。")


def test_the_good_files_go_on_where_one_is_refused(tmp_path: Path) -> None:
    town = asking_town(tmp_path)
    files = inquiries(town, tmp_path / "out")
    made = reply(opened(tmp_path, files[NAME]), tmp_path / "回答.dxd", owed(town)[0])
    spoilt, foreign = tmp_path / "切れた.dxd", tmp_path / "写真.dxd"
    spoilt.write_bytes(made.read_bytes()[:-400])
    foreign.write_bytes(b"MZ" + bytes(100))
    given = (spoilt, made, foreign, files[NAME], tmp_path / "ない.dxd")
    said = run("--database", town.database, "take-in", *map(str, given))
    assert said.code == 1
    lines = said.out.splitlines()
    assert sum("取り込みました" in each for each in lines) == 1
    for each in given:
        assert any(line.startswith(f"{each.name}：") for line in lines), each


def test_a_file_locked_by_a_passphrase_opens_with_it_alone(tmp_path: Path) -> None:
    town = asking_town(tmp_path)
    locked = inquiries(town, tmp_path / "out", "--passphrase", "梅にうぐいす")[NAME]
    department = Town(str(tmp_path / "課.db"))
    assert "合言葉" in department.refusal("answer", str(locked))["message"]
    assert "合言葉" in department.refusal("answer", str(locked), "--passphrase", "松に鶴")["message"]
    assert not Path(department.database).exists()
    assert department.value("answer", str(locked), "--passphrase", "梅にうぐいす")["kind"] == "inquiry"


def test_names_are_left_out_of_what_is_read_without_a_key_where_that_is_wished(tmp_path: Path) -> None:
    town = asking_town(tmp_path)
    made = inquiries(town, tmp_path / "out", "--numbers-only")[NAME]
    head = made.read_text(encoding="utf-8").partition("\n\n")[0]
    assert "種類: 照会" in head
    assert "大河原町" not in head
    assert NAME not in head
    assert opened(tmp_path, made).value("cycle", "list")[0]["name"] == "第1回"


def test_a_view_shows_the_board_and_lets_nobody_write(tmp_path: Path) -> None:
    town = asking_town(tmp_path)
    town.text("record", "--initiative", "7", "--department", "政策企画課", "--status", "late", "--results", "遅れた。")
    town.text("hand-in", "--department", "政策企画課")
    town.text("accept", "--all")
    target = tmp_path / "閲覧.dxd"
    town.text("view", "--out", str(target))
    reader = Town(str(tmp_path / "見る.db"))
    reader.text("answer", str(target))
    assert reader.value("board")["counts"] == town.value("board")["counts"]
    assert reader.refusal("record", "--initiative", "7", "--status", "ok")["message"]
    for command in (
        ("accept", "--all", "--cycle", "第1回"),
        ("cycle", "reopen", "--reason", "直すため"),
        ("department", "add", "新しい課"),
    ):
        assert "事務局として書けません" in reader.refusal(*command, "--as", "secretariat")["message"]
    own = ("--cycle", "第1回", "--as", "liaison", "--department", "政策企画課", "--name", "だれか")
    assert "照会ファイル" in reader.refusal("record", "--initiative", "7", "--status", "ok", *own)["message"]
    assert reader.value("verify")["ok"]


def test_a_database_of_departments_holds_every_inquiry_it_was_sent(tmp_path: Path) -> None:
    town = asking_town(tmp_path)
    department = opened(tmp_path, inquiries(town, tmp_path / "out")[NAME])
    town.text("cycle", "close", "--reason", "見本")
    town.text(*NEXT_CYCLE)
    later = inquiries(town, tmp_path / "later")
    assert department.value("answer", str(later[NAME]))["known"] is False
    assert department.value("answer", str(later[NAME]))["known"] is True
    states = [(each["name"], each["state"]) for each in department.value("cycle", "list")]
    assert states == [("第1回", "closed"), ("第2回", "open")]
    other = next(each for each in later if each != NAME)
    assert department.value("answer", str(later[other]))["known"] is False
    assert "課を1つ" in department.refusal("hand-in", "--out", str(tmp_path / "x.dxd"))["message"]


def test_a_form_as_a_spreadsheet_goes_out_and_its_answers_come_in(tmp_path: Path) -> None:
    town = asking_town(tmp_path, "kahoku")
    form = tmp_path / "回答票.xlsx"
    town.text("print", "reply-form", "--department", "総務課", "--out", str(form))
    book = openpyxl.load_workbook(form)
    sheet = book.worksheets[0]
    heads = {str(cell.value).split("\n")[0]: cell for row in sheet.iter_rows() for cell in row if cell.value}
    first, results = heads["番号"].row + 1, heads["今回の実績"].column
    sheet.cell(first, heads["今の状況"].column).value = "順調"
    sheet.cell(first, results).value = "進めた。"
    sheet.cell(first + 1, results).value = "状況を書き忘れた。"
    book.save(form)
    code = str(sheet.cell(first, heads["番号"].column).value)
    said = town.value("take-in", str(form))
    assert rows(said)[0] == (code, "new", True)
    assert rows(said)[1][1:] == ("unreadable", False)
    assert town.value("take-in", str(form))["files"][0]["result"] == "duplicate"
    assert code not in owed(town, "総務課")
    refused = town.refusal("print", "reply-form", "--department", "総務課", "--out", str(tmp_path / "x.pdf"))
    assert ".xlsx" in refused["message"]


def test_files_of_another_town_are_for_nobody_here(tmp_path: Path) -> None:
    town, elsewhere = asking_town(tmp_path), asking_town(tmp_path, "kahoku")
    files, others = inquiries(town, tmp_path / "out"), inquiries(elsewhere, tmp_path / "kahoku")
    department, foreign = opened(tmp_path, files[NAME]), opened(tmp_path, next(iter(others.values())), "よその課")
    made = reply(department, tmp_path / "回答.dxd", owed(town)[0])
    assert run("--database", elsewhere.database, "take-in", str(made)).code == 1
    assert "事務局だけ" in department.refusal("answer", str(made))["message"]
    assert "大河原町" in foreign.refusal("answer", str(files[NAME]))["message"]


def test_a_new_plan_reaches_a_departments_database_before_the_next_inquiry(tmp_path: Path) -> None:
    town = asking_town(tmp_path)
    department = opened(tmp_path, inquiries(town, tmp_path / "out")[NAME])
    pack, news = tmp_path / "計画.json", tmp_path / "計画.dxd"
    town.text("plan", "export", str(pack))
    pack.write_text(
        pack.read_text(encoding="utf-8").replace("大河原町DX全体方針", "大河原町DX全体方針（改）"), encoding="utf-8"
    )
    town.text("plan", "import", str(pack))
    town.text("plan", "export", str(news))
    assert department.value("answer", str(news))["kind"] == "plan"
    assert "（改）" in department.value("plan", "show")["title"]
    assert [each["state"] for each in department.value("cycle", "list")] == ["open"]
    assert department.value("verify")["ok"]
