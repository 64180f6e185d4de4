"""A year of a town, worked through by commands: two cycles and a meeting in each, on any of the plans."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from dxdesk.desk import Desk
from dxdesk.domain.permissions import Actor
from dxdesk.operations.action_items import follow_up
from dxdesk.store.database import open_database
from dxdesk.store.queries import meetings
from tests.cli.commands import CYCLE, NEXT_CYCLE, Record, Town

MORE_DEPARTMENTS = ("税務課", "福祉課")
STATUSES = ("ok", "warn", "late", "done", "none", "stop", "ok")
LATER = ("late", "ok", "late", "done", "ok", "ok", "na")
PAPERS = {
    "list": ("list",),
    "sheet": ("sheet",),
    "preparation": ("checklist", "--type", "preparation"),
    "submission": ("checklist", "--type", "submission"),
    "action": ("checklist", "--type", "action"),
    "handwriting": ("checklist", "--type", "handwriting"),
    "agenda": ("agenda",),
    "minutes": ("minutes",),
}
A3_PAPERS = ("list",)


@dataclass
class Year:
    """What the commands answered on the way, and the papers of the first cycle at different times."""

    town: Town
    folder: Path
    opened: Record = field(default_factory=dict)
    boards: dict[str, Record] = field(default_factory=dict)
    meeting: Record = field(default_factory=dict)
    missing: list[Record] = field(default_factory=list)
    papers: dict[str, dict[str, bytes]] = field(default_factory=dict)

    def asked(self) -> dict[str, list[str]]:
        """The departments asked per unit in the cycle opened last."""
        found: dict[str, list[str]] = {}
        for each in self.opened["assignments"]:
            found.setdefault(each["code"], []).append(each["department"])
        return found

    def card(self, board: str, code: str) -> Record:
        found: Record = next(each for each in self.boards[board]["cards"] if each["code"] == code)
        return found

    def print_all(self, when: str, cycle: str) -> None:
        """Every paper of a cycle, kept under the name of the moment."""
        self.papers[when] = {}
        for name, words in PAPERS.items():
            file = self.folder / f"{name}.pdf"
            said = self.town.value("print", *words, "--cycle", cycle, "--out", str(file))
            assert said["missing_glyphs"] == []
            self.papers[when][name] = file.read_bytes()


def begin(town: Town, folder: Path, plan: str) -> Year:
    """The database, more departments where the plan names only one, and the first cycle."""
    town.text("new", "--plan", plan)
    if len(town.value("department", "list")["departments"]) == 1:
        for name in MORE_DEPARTMENTS:
            town.text("department", "add", name)
    return Year(town, folder, town.value(*CYCLE))


def answer(year: Year, statuses: tuple[str, ...], words: str) -> None:
    """Two departments answer each of the first units; one answer is returned and comes again; the rest is accepted."""
    asked = {code: departments[:2] for code, departments in year.asked().items()}
    units = list(asked)[: len(statuses)]
    for code, status in zip(units, statuses, strict=True):
        for department in asked[code]:
            year.town.text(
                "record", "--initiative", code, "--department", department, "--status", status, "--stage", "試行",
                "--results", f"{department}が{words}（{code}）。", "--issues", "人手が足りない。", "--next", "続ける。",
            )  # fmt: skip
    for department in dict.fromkeys(each for code in units for each in asked[code]):
        year.town.text("hand-in", "--department", department)
    first = ("--initiative", units[0], "--department", asked[units[0]][0])
    year.town.text("return", *first, "--field", "results", "--reason", "数を書いてください。")
    year.missing = year.town.value("missing", "--department", asked[units[0]][0])
    year.town.text("record", *first, "--results", f"窓口を3つ{words}。", "--discuss", "decide", "--ask", "続けてよいか")
    year.town.text("hand-in", "--department", asked[units[0]][0])
    year.town.text("accept", "--all")
    for code, status in zip(units, statuses, strict=True):
        if len(asked[code]) > 1 and code == units[0]:
            year.town.text("consolidate", "--initiative", code, "--use", asked[code][0])
        elif len(asked[code]) > 1:
            status_and_results = ("--status", status, "--stage", "導入", "--results", f"全体で{words}。")
            year.town.text("consolidate", "--initiative", code, *status_and_results)
    late = list(asked)[len(statuses)]
    year.town.text(
        "record", "--initiative", late, "--department", asked[late][0], "--status", "ok", "--results", "遅れて"
    )
    year.town.text("hand-in", "--department", asked[late][0])


def meet(year: Year, day: str) -> None:
    """A meeting on the newest cycle, from its attendance to its confirmed minutes."""
    town = year.town
    body = town.value("plan", "show")["bodies"][0]["name"]
    town.text(
        "meeting", "hold", "--body", body, "--date", day, "--from", "9:30", "--to", "11:00", "--place", "大会議室"
    )
    town.text("meeting", "attend", "--name", "見本次郎", "--as", "proxy", "--proxy-for", "見本花子", "--title", "係長")
    town.text("meeting", "agenda", "propose")
    discussed, other = list(year.asked())[:2]
    if all(each["code"] != other for each in town.value("meeting", "agenda", "list")):
        town.text("meeting", "agenda", "add", "--initiative", other, "--kind", "discuss", "--minutes", "10")
    numbers = {each["code"]: str(each["number"]) for each in town.value("meeting", "agenda", "list")}
    for code, result in ((discussed, "approved"), (other, "continued")):
        item = ("--item", numbers[code])
        town.text("meeting", "remark", *item, "--speaker", "見本太郎", "--text", "進め方はよい。")
        town.text("meeting", "decide", *item, "--result", result, "--text", "案のとおりとする。")
        department = year.asked()[code][0]
        town.text("meeting", "action", *item, "--department", department, "--due", "next", "--text", "見積りを示す。")
    correct = ("--initiative", discussed, "--field", "issues", "--value", "予算が足りない。")
    town.text("meeting", "correct", *correct, "--asked-by", "見本太郎")
    town.text("meeting", "close", "--to", "10:50")
    town.text("meeting", "minutes", "confirm", "--by", "見本太郎", "--on", "R7.12.1")
    year.meeting = town.value("meeting", "show")


def work_year(town: Town, folder: Path, plan: str) -> Year:
    """Two cycles, each with its meeting; between them a department changes its name and a 宿題 is done."""
    year = begin(town, folder, plan)
    body = town.value("plan", "show")["bodies"][0]["name"]
    town.text("member", "add", "見本太郎", "--body", body, "--position", "chair", "--title", "副町長")
    town.text("member", "add", "見本花子", "--body", body, "--title", "課長")
    answer(year, STATUSES, "始めた")
    meet(year, "R7.2.13")
    year.boards["first"] = town.value("board")
    town.text("cycle", "close", "--reason", "会議を終えたため")
    year.boards["closed"] = town.value("board")
    year.print_all("closed", "第1回")
    first = year.opened
    finished, departments = list(year.asked().items())[STATUSES.index("done")]
    year.opened = town.value(*NEXT_CYCLE, "--assign", f"{finished}={'、'.join(departments)}")
    answer(year, LATER, "広げた")
    year.boards["second"] = town.value("board")
    first_meeting = year.meeting
    meet(year, "R7.8.20")
    year.meeting = first_meeting
    town.text("department", "rename", first["assignments"][0]["department"], "新しい名前の課")
    finish_first_action(town)
    year.print_all("second", "第2回")
    year.print_all("later", "第1回")
    year.boards["later"] = town.value("board", "--cycle", "第1回")
    return year


def finish_first_action(town: Town) -> None:
    """The first 宿題 of the first meeting is done."""
    with open_database(town.database) as database:
        desk = Desk(database, Actor("secretariat"))
        desk.do(follow_up, desk.ask(meetings.all_actions)[0].id, "done", "示した。")
