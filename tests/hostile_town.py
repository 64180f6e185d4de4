"""A town in which every text is as awkward as it may be: in the plan, in the answers, in the meeting, in the names."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Final

from dxdesk.desk import Desk
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.meetings import Meeting
from dxdesk.domain.plan_lists import Crosswalk, GlossaryTerm
from dxdesk.domain.plan_parts import Baseline, Body, Department, Indicator, Narrative, Schedule, Target
from dxdesk.domain.plans import Node, Plan
from dxdesk.operations import agenda, cycles, meeting_records, meetings, minutes
from dxdesk.operations.departments import add_member
from dxdesk.operations.plans import import_plan
from dxdesk.store.queries import finding
from dxdesk.store.queries.meetings import agenda as agenda_of
from dxdesk.wording.meeting import phrases_for
from tests.builders import PLAN, accepted, node, open_desk, owners, start_cycle, uid
from tests.databases import open_anywhere

RUN: Final = "「あ」、「い」。（う）・「え」ー…「お」ッ、『か』。"
"""Marks that may neither begin nor end a line, with places to break between them."""

MARKS: Final = "「」、。ー…" * 40
"""The same with hardly any such place."""

TEXTS: Final = {
    "1": (f"{RUN}窓口の待ち時間を1,284分から3.5％短くするため、様式を見直した。" * 100)[:4000],
    "2": "\n".join(f"{number}番目の行" for number in range(1, 101)),
    "3": "W" * 500,
    "4": "鬱" * 500,
    "5": "<b>太字</b>と</para><img src=x onerror=alert(1)>&amp;&lt;{{ 日時 }}{% if x %}%s\\n$1`id`",
    "6": "=cmd|'/c calc'!A0\n+1+1\n-2\n@SUM(A1)",
    "7": "𠮷野家と髙橋と﨑と☑と☐と葛\U000e0100城と辻\U000e0101と①㈱㌔",
    "8": "ｱｲｳｴｵＡＢＣabcアイウ１２３123（全角）(半角)｢半｣､｡ﾞ 10\u00a0000円 https://www.example.jp/a/b?c=d" * 3,
    "9": RUN * 20,
    "10": MARKS,
    "11": "―",
}
"""What is said of each unit; the first has 4,000 characters, the second 100 lines."""

SHARED: Final = "12"
"""The unit that two departments are asked about; one of them answers."""

ASK: Final = "よいか「" + RUN
FORTY: Final = "住民の利便性向上と職員の業務の効率化につながる業務の改善と情報システムの標準化推進"[:40]
UNITS: Final = (
    FORTY, "<b>太字</b>&amp;の取組", "=1+1の取組", "髙𠮷﨑☑葛\U000e0100城", "W" * 40, "鬱" * 40,
    "「あ」、「い」。…ー・（う）", "ｱｲｳＡＢＣの窓口", "\\n %s {} の整備", "{{ 標題 }}", "短", FORTY[1:] + "二",
)  # fmt: skip
DEPARTMENTS: Final = ("<i>課</i>", FORTY[:37] + "推進課", "総")
MEMBERS: Final = ("<u>髙𠮷﨑</u>", FORTY[:38] + "太郎", "葛\U000e0100城　W子", "𠮷")
BODY, CYCLE, PLACE = "推進「本部」会議&amp;", "令和6年度<b>第2回</b>", "=cmd|'会議室'（" + "あ" * 60 + "）"
TITLE: Final = "議題「" + "W" * 60 + "」<script>alert(1)</script>・「題」、"
SAID: Final = {"approved": RUN * 3 + "𠮷", "amended": "W" * 300}


def _plan() -> Plan:
    """Twelve units on two axes; each has every part that is printed of a unit."""
    axes = [node("axis", "A1", "軸" + FORTY[:39]), node("axis", "A2", "<u>軸</u>「あ」、")]
    found = [_unit(number, name, axes[number % 2].name) for number, name in enumerate(UNITS, 1)]
    lines = [
        node("activity", None, f"{number}に続く線・「い」。{name}", name) for number, name in enumerate(UNITS[:4], 1)
    ]
    terms = tuple(
        GlossaryTerm(uid(f"用語{at}"), term, ("=別名",), None, text, "出典「書」", "R5", f"※{at}")
        for at, (term, text) in enumerate((("窓口", RUN * 3), ("<b>太字</b>", "W" * 200), ("𠮷", "鬱" * 120)), 1)
    )
    matches = tuple(
        Crosswalk(each.id, f"N{at % 4 + 1}", "2.3", "primary" if at % 2 else "related", bool(at % 3))
        for at, each in enumerate(found)
    )
    departments = tuple(
        Department(uid(name), name, order=at, order_confirmed=True) for at, name in enumerate(DEPARTMENTS)
    )
    return replace(
        PLAN,
        town="髙𠮷町",
        title="<b>計画</b>&amp;「第2版」",
        nodes=(*axes, *found, *lines),
        owners=owners(DEPARTMENTS[0]),
        departments=departments,
        groups=(),
        bodies=(Body(uid("本部"), BODY, None, DEPARTMENTS[1], ("前回の「宿題」、", "計画の変更"), (), None),),
        terms=terms,
        crosswalk=matches,
        national_version="2.3",
    )  # fmt: skip


def _unit(number: int, name: str, axis: str) -> Node:
    shared = str(number) == SHARED
    rate = Indicator(
        uid(f"指標{number}"), f"指標「{name}」", "％", "rate", "up", Baseline("12.5", "R5.3"),
        tuple(Target(year, "40") for year in (2023, 2024, 2025)), RUN,
    )  # fmt: skip
    told = Indicator(uid(f"所感{number}"), "W" * 30, None, "text", None, Baseline("「ない」、", None), (), None)
    return node(
        "initiative", f"{number}", name, axis,
        owners=(*owners(DEPARTMENTS[number % 3]), *(owners(DEPARTMENTS[(number + 1) % 3], part="related") * shared)),
        indicators=(rate, told),
        narrative=(Narrative("current", RUN * 2, 1), Narrative("goal", "<b>" + "W" * 80, 1)),
        schedule=Schedule("span", 2023, 2025, "令和5年度「から」、令和7年度", None, number % 2 == 0),
        steps=("調べる「あ」、", "鬱" * 30),
    )  # fmt: skip


def _answer(desk: Desk, cycle: Cycle, code: str, status: str) -> None:
    """The text of a unit, from the department that was asked first."""
    text = TEXTS.get(code, RUN)
    accepted(
        desk, cycle, code, DEPARTMENTS[int(code) % 3], status=status, discuss="decide", ask=ASK,
        results=text, issues=text[:300], next=text[-200:], direction="拡充", reason=text[:300],
    )  # fmt: skip


def _meet(desk: Desk, cycle: Cycle, day: date) -> Meeting:
    """A closed meeting with its minutes, at which something was said of every unit on the agenda."""
    desk.do(meetings.hold_meeting, cycle, BODY, day=day, begins="13:30", ends="15:00", place=PLACE)
    held = desk.ask(finding.meeting)
    desk.do(agenda.adopt_proposal, held)
    desk.do(agenda.add_item, held, "report", title=TITLE)
    desk.do(meetings.attend, held, "W" * 40, "observer", title="鬱" * 20, new=True)
    for at, item in enumerate([each for each in desk.ask(agenda_of, held.id) if each.unit]):
        result = "amended" if at % 3 == 2 else "approved"
        desk.do(meeting_records.record_decision, held, item.number, result, SAID[result])
        desk.do(meeting_records.record_remark, held, item.number, MEMBERS[at % 4], TEXTS[str(at % 8 + 3)], "question")
        desk.do(meeting_records.record_action, held, item.number, DEPARTMENTS[:2], None, TEXTS[str(at % 8 + 3)][:400])
    desk.do(meetings.close_meeting, held)
    desk.do(minutes.draft, held, phrases_for)
    return desk.ask(finding.meeting)


def hostile_town(empty_file: Path, folder: Path) -> tuple[Desk, Cycle, Meeting]:
    """The desk of such a town, its second cycle, open, that closes the year, and the closed meeting on it."""
    plan = _plan()
    desk = open_desk(open_anywhere(Path(shutil.copyfile(empty_file, folder / "hostile.db"))), plan)
    for at, name in enumerate(MEMBERS):
        desk.do(add_member, BODY, name, title="<s>長</s>「職」" * (at + 1), position="member" if at else "chair")
    first = start_cycle(desk, "第1回「前」")
    for code in ("1", "7"):
        _answer(desk, first, code, "late")
    _meet(desk, first, date(2025, 2, 13))
    desk.do(cycles.close_cycle, first, "終わり「あ」、")
    second = start_cycle(
        desk, CYCLE, as_of=date(2025, 3, 31), due=date(2025, 4, 20), meeting=date(2025, 5, 8), kind="result"
    )
    for at, code in enumerate((*TEXTS, SHARED)):
        _answer(desk, second, code, ("ok", "warn", "late", "ok", "stop")[at % 5])
    meeting = _meet(desk, second, date(2025, 5, 8))
    changed = [
        replace(each, name=f"改めた{each.name[:30]}") if each.code in ("1", "4") else each for each in plan.nodes
    ]
    desk.do(import_plan, replace(plan, nodes=tuple(changed)))
    return desk, desk.ask(finding.cycle, second.id), meeting
