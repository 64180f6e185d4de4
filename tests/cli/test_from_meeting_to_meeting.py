"""From one meeting to the next over two computers: 宿題, 席上修正 and the day go out, are answered, and come back."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from dxdesk.desk import Desk
from dxdesk.domain.permissions import Actor
from dxdesk.store.database import open_database
from dxdesk.store.queries import finding, plans
from dxdesk.store.queries.department_slots import department_slots
from dxdesk.ui.entry.news import read_news
from tests.cli.commands import CYCLE, NEXT_CYCLE, Town, new_town
from tests.cli.test_files_by_command import NAME, inquiries, opened, reply
from tests.documents.reading import texts

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints", extend=True)

BODY = "デジタル化推進員会議"
LIST, TALK, WHOLE = "見積りを一覧にする。", "二課で相談する。", "会議全体の宿題。"
DONE, STILL = "一覧を配りました。", "相談の日を決めました。"


@dataclass
class Way:
    """The secretariat's database, the department's, and what the secretariat closed the meeting with."""

    town: Town
    department: Town
    folder: Path
    corrected: str
    told: str

    def listed(self, at: Town) -> dict[str, str]:
        """The 宿題 as a database lists them, by number."""
        lines = at.text("meeting", "actions").splitlines()
        return {line.split()[0]: line for line in lines if line.startswith("  ") and not line.startswith("      ")}


@pytest.fixture(scope="module")
def way(tmp_path_factory: pytest.TempPathFactory) -> Way:
    """A meeting gave a department three 宿題 and corrected an answer of its own; the next cycle asks it again, and it
    answers two of them."""
    folder = tmp_path_factory.mktemp("way")
    town, code = new_town(folder), "9"
    alone = ("--assign", f"{code}={NAME}")
    town.text(*CYCLE, *alone)
    department = opened(folder, inquiries(town, folder / "first")[NAME])
    reply(department, folder / "first.dxd", code)
    town.text("take-in", str(folder / "first.dxd"))
    town.text("accept", "--all")
    town.text("meeting", "hold", "--body", BODY, "--date", "R7.2.13")
    town.text("meeting", "agenda", "add", "--initiative", code)
    given = ("meeting", "action", "--department", NAME)
    town.text(*given, "--item", "1", "--due", "next", "--text", LIST)
    town.text(*given, "--item", "1", "--department", "政策企画課", "--due", "R7.3.31", "--text", TALK)
    town.text(*given, "--due", "next", "--text", WHOLE)
    correct = ("meeting", "correct", "--initiative", code, "--field")
    town.text(*correct, "results", "--value", "会議で直した。", "--asked-by", "総務課長")
    town.text(*correct, "status", "--value", "warn", "--asked-by", "副町長")
    (folder / "corrections").mkdir()
    said = town.value("meeting", "close", "--next", "R7.8.21", "--out", str(folder / "corrections"))
    (file,) = (each["file"] for each in said["files"] if each["department"] == NAME)
    told = department.text("answer", file)
    town.text("cycle", "close", "--reason", "終えたため")
    town.text(*NEXT_CYCLE, *alone)
    department.text("answer", str(inquiries(town, folder / "second")[NAME]))
    return Way(town, department, folder, code, told)


def _id(town: Town) -> str:
    with open_database(town.database) as database:
        return Desk(database, Actor("secretariat")).ask(finding.department, NAME).id


@pytest.fixture(scope="module")
def back(way: Way) -> Way:
    """The department has said what it did, and the secretariat has taken it in; the next meeting is made."""
    way.department.text("meeting", "action", "--done", "6-1", "--outcome", DONE)
    way.department.text("meeting", "action", "--carry", "6-2", "--outcome", STILL)
    reply(way.department, way.folder / "second.dxd", way.corrected)
    way.town.text("take-in", str(way.folder / "second.dxd"))
    way.town.text("meeting", "hold", "--body", BODY, "--date", "R7.8.20")
    way.town.text("meeting", "agenda", "propose")
    return way


def test_the_department_reads_who_asked_for_what_in_the_room(way: Way) -> None:
    assert "席上修正を開きました" in way.told
    assert "求めた方は総務課長（今回の実績）、副町長（今の状況）です。" in way.told
    with open_database(way.department.database) as database:
        desk = Desk(database, Actor("liaison", (_id(way.town),), "担当"))
        first = desk.ask(finding.cycle, "第1回")
        unit = desk.ask(plans.plan, first.plan_revision).unit(way.corrected).id
        slots = desk.ask(department_slots, first, _id(way.town))
        news = read_news(desk, slots[unit])
        assert news is not None
        assert [(each.field, each.asked_by) for each in news.wishes] == [("results", "総務課長"), ("status", "副町長")]
        assert "求めた方は総務課長（今回の実績）" in news.words


def test_the_homework_stands_in_the_next_inquiry_of_its_department_only(way: Way) -> None:
    found = way.listed(way.department)
    assert [words in line for words, line in zip((LIST, TALK, WHOLE), found.values(), strict=True)] == [True] * 3
    other = inquiries(way.town, way.folder / "other")["商工観光課"]
    elsewhere = opened(way.folder, other, "商工")
    assert way.listed(elsewhere) == {}


def test_what_the_department_did_comes_back_with_its_answers(back: Way) -> None:
    found = back.listed(back.town)
    assert "対応済み" in found["6-1"]
    assert "次回へ" in found["6-2"]
    assert "対応中" in found["6-3"]
    assert DONE in back.town.text("meeting", "actions")


def test_the_next_meeting_looks_at_it_on_its_slide(back: Way, tmp_path: Path) -> None:
    said = back.town.value("draw", "actions", "--out", str(tmp_path / "actions.png"))
    shown = "\n".join(each["text"] for each in said["texts"])
    for words in (LIST, TALK, WHOLE, "対応済み", "次回へ", "対応中"):
        assert words in shown
    said = back.town.value("draw", "item", "--initiative", back.corrected, "--out", str(tmp_path / "item.png"))
    assert "前回の宿題" in {each["text"] for each in said["texts"]}


def test_the_list_of_homework_is_printed_with_what_was_done(back: Way, tmp_path: Path) -> None:
    file = tmp_path / "actions.pdf"
    back.town.text("print", "actions", "--out", str(file))
    whole = "".join("".join(texts(file.read_bytes())).split())
    for words in (LIST, TALK, WHOLE, DONE):
        assert words in whole


def test_everything_on_both_computers_is_as_the_chain_says(back: Way) -> None:
    assert back.town.value("verify")["ok"]
    assert back.department.value("verify")["ok"]
