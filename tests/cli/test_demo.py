import json
from pathlib import Path

import pytest

from dxdesk.desk import Desk
from dxdesk.domain.calendar import is_office_day
from dxdesk.domain.permissions import Actor
from dxdesk.domain.printing import CHECKLISTS, LETTERS, OF_MINUTES
from dxdesk.store.database import open_database
from dxdesk.store.queries import finding, meetings
from dxdesk.wording.document_names import DOCUMENT_NAMES
from tests.cli.commands import Record, Town, run
from tests.documents.reading import page_texts
from tests.plan_samples import MIHON

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints", extend=True)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the sample year of 上三川町 lies; made twice, the second time over the first."""
    folder = tmp_path_factory.mktemp("demo") / "見本"
    for _ in range(2):
        said = run("demo", "--plan", "kaminokawa", "--out", str(folder), "--json")
        assert said.code == 0, said.err
        (folder / "told.txt").write_text(said.out, encoding="utf-8")
    return folder


def told(folder: Path) -> list[Record]:
    answer = json.loads((folder / "told.txt").read_text(encoding="utf-8"))
    assert set(answer) == {"files"}
    files: list[Record] = answer["files"]
    return files


def test_every_file_that_is_told_lies_there_and_nothing_else(folder: Path) -> None:
    files = told(folder)
    assert all(set(each) == {"file", "kind", "department"} for each in files)
    names = {Path(each["file"]).name for each in files}
    assert len(names) == len(files)
    lying = {path.name for path in folder.iterdir()} - {"told.txt"}
    assert lying == names
    assert all(Path(each["file"]).stat().st_size > 0 for each in files)


def test_every_document_is_there_and_marked_as_a_sample(folder: Path) -> None:
    files = told(folder)
    kinds = {each["kind"] for each in files}
    assert kinds >= {"database", "list", "sheet", "agenda", "minutes", "checklist", "slide", "script", "actions"}
    names = {Path(each["file"]).name for each in files}
    assert {f"{DOCUMENT_NAMES[kind]}.{suffix}" for kind in OF_MINUTES for suffix in ("pdf", "docx")} <= names
    assert {"進行台本.pdf", "会議資料.pdf", "国の項目との対応表.pdf", "用語集.pdf"} <= names
    assert {f"{DOCUMENT_NAMES[kind]}.pdf" for kind in CHECKLISTS if kind != "submission"} <= names
    assert {"新旧対照表.pdf", "変更通知.pdf"} <= names
    for each in files:
        if each["file"].endswith(".pdf"):
            pages = page_texts(Path(each["file"]).read_bytes())
            assert all("見本" in page for page in pages), each["file"]
        elif each["file"].endswith(".png"):
            assert Path(each["file"]).read_bytes().startswith(b"\x89PNG\r\n\x1a\n")


def test_letters_are_dated_before_the_days_they_ask_for(folder: Path) -> None:
    def text(name: str) -> str:
        return "".join(page_texts((folder / f"{name}.pdf").read_bytes()))

    invitation = text("開催通知")
    assert "令和7年1月30日各委員" in invitation
    assert "令和7年2月6日（木）までに" in invitation
    assert "令和7年2月3日デジタル推進室長" in text(DOCUMENT_NAMES["reminder"])
    assert {f"{DOCUMENT_NAMES[kind]}.pdf" for kind in LETTERS} <= {path.name for path in folder.iterdir()}


def test_minutes_are_printed_and_go_round_on_the_day_they_are_confirmed(folder: Path) -> None:
    for name in ("会議録", "会議録_公表用", "供覧"):
        assert "作成R7.2.20" in page_texts((folder / f"{name}.pdf").read_bytes())[-1].replace(" ", ""), name


def test_what_is_asked_at_the_end_of_the_year_is_shown_answered(folder: Path) -> None:
    directions = "".join(page_texts((folder / f"{DOCUMENT_NAMES['directions']}.pdf").read_bytes()))
    assert "継続（現状維持）4・拡充1・改善して継続1・縮小1・記入なし1" in directions.replace(" ", "")
    assert "14,720" in directions
    checklist = "".join(page_texts((folder / f"{DOCUMENT_NAMES['year-end']}.pdf").read_bytes()))
    assert "3-1「セキュリティ対策」の方向性を担当課に" in checklist


def test_the_minutes_name_what_was_handed_out(folder: Path) -> None:
    packet = page_texts((folder / "会議資料.pdf").read_bytes())
    assert [page for page in packet if "差し替え" in page] == []
    said = "".join(page_texts((folder / "会議録.pdf").read_bytes()))
    assert "配布資料" in said.replace(" ", "")
    assert "進捗状況の総括" in said


def test_every_slide_of_all_units_is_drawn(folder: Path) -> None:
    names = {Path(each["file"]).name for each in told(folder) if each["kind"] == "slide"}
    assert {"ボード_1.png", "道のり_1.png", "道のり_今年度_1.png", "推移_1.png"} <= names
    assert {"次第_1.png", "宿題_1.png", "決定の確認_1.png", "休憩_1.png", "白_1.png"} <= names
    assert len({name for name in names if name.startswith("取組_")}) >= 8


def test_each_department_has_its_own_checklists(folder: Path) -> None:
    departments = {each["department"] for each in told(folder) if each["kind"] == "checklist"} - {None}
    listed = {each["name"] for each in Town(str(folder / "demo.db")).value("department", "list")["departments"]}
    assert departments
    assert departments <= listed


def test_the_database_of_the_sample_holds_two_cycles_and_a_meeting(folder: Path) -> None:
    town = Town(str(folder / "demo.db"))
    assert len(town.value("cycle", "list")) == 2
    assert (town.value("meeting", "show")["state"], town.value("meeting", "show")["minutes"]["state"]) == (
        "closed", "confirmed",
    )  # fmt: skip
    with open_database(folder / "demo.db") as opened:
        desk = Desk(opened, Actor("secretariat"))
        decisions = desk.ask(meetings.record, desk.ask(finding.meeting)).decisions
        assert any(each.read_back for each in decisions)
        actions = desk.ask(meetings.record, desk.ask(finding.meeting)).actions
        assert {each.due and is_office_day(each.due) for each in actions} == {None, True}
        assert all((each.read_back_at is not None) == each.read_back for each in decisions)
    shown = town.value("board")
    assert len([key for key, count in shown["counts"].items() if count]) >= 3
    assert {each["change"] for each in shown["cards"]} & {"better", "worse"}
    assert town.value("verify")["ok"]


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"old")
    for folder in (tmp_path / "none" / "out", tmp_path / "file"):
        said = run("demo", "--out", str(folder), "--json")
        assert (said.code, json.loads(said.out)["error"]["file"]) == (3, str(folder))
    assert [path.name for path in tmp_path.iterdir()] == ["file"]
    assert (tmp_path / "file").read_bytes() == b"old"


def test_a_small_plan_with_names_no_file_can_have_is_shown_too(tmp_path: Path) -> None:
    plan = tmp_path / "plan.json"
    plan.write_text(MIHON.read_text(encoding="utf-8").replace("総務課", "総務/財政課?"), encoding="utf-8")
    said = run("demo", "--plan", str(plan), "--out", str(tmp_path / "out"))
    assert said.code == 0, said.err
    assert (tmp_path / "out" / "記入票_総務_財政課_.pdf").is_file()


def test_an_unknown_plan_makes_no_folder(tmp_path: Path) -> None:
    said = run("demo", "--plan", "ogwara", "--out", str(tmp_path / "out"), "--json")
    assert (said.code, json.loads(said.out)["error"]["place"]) == (1, "plan")
    assert list(tmp_path.iterdir()) == []
