"""An invented meeting with everything in it: a chair, a proxy, an absence, reports, discussions, a withheld answer."""

from __future__ import annotations

from datetime import date
from typing import Final

from dxdesk.domain.board import Axis, Board, Card
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.meetings import (
    ActionItem,
    AgendaItem,
    Attendance,
    Decision,
    FloorCorrection,
    ItemKind,
    Meeting,
    MeetingRecord,
    Member,
    Presence,
    Remark,
)
from dxdesk.domain.minutes import Block, Handout, MinutesVersion
from dxdesk.domain.minutes_draft import draft_minutes
from dxdesk.domain.plan_parts import Department
from dxdesk.domain.replies import Author
from dxdesk.domain.settings import Settings
from dxdesk.domain.statuses import STATUSES
from dxdesk.wording.meeting import phrases_for

DAY: Final = date(2025, 2, 13)
SECRETARIAT: Final = Author("secretariat", "d1", "今野　彩")

CYCLE: Final = Cycle(
    id="cycle", name="令和6年度 第2回", fiscal_year=2024, kind="interim", as_of=date(2025, 1, 31), due=date(2025, 2, 5),
    meeting=DAY, previous=None, plan_revision="plan", settings_revision="settings",
)  # fmt: skip

DEPARTMENTS: Final = (
    Department("d1", "政策企画課", order=1),
    Department("d2", "税務課", order=2),
    Department("d3", "町民生活課", order=3),
)


def card(unit: str, code: str, name: str, short_name: str | None, *departments: str) -> Card:
    return Card(
        unit=unit, code=code, label=code, number=code, name=name, short_name=short_name, axis="1", status="warn",
        stage="study", previous_status="ok", previous_stage="study", change="worse", waiting=None,
        departments=departments, assigned=len(departments), accepted=len(departments), discuss="decide",
        agenda_number=None,
    )  # fmt: skip


CARDS: Final = (
    card("u6", "6", "自治体情報システムの標準化・共通化", "標準化・共通化", "政策企画課"),
    card("u3", "3", "手続ガイドラインの導入", "手続ガイドライン", "政策企画課", "町民生活課"),
    card("u2", "2", "キャッシュレス決済の導入", None, "税務課"),
)

BOARD: Final = Board(
    plan_id="ogawara", town="大河原町", plan_title="大河原町DX全体方針", cycle_id="cycle", cycle_name=CYCLE.name,
    as_of=CYCLE.as_of, body_name="デジタル化推進員会議", meeting_day=DAY, asked=3, answered=3, checking=0,
    counts={status: 3 if status == "warn" else 0 for status in STATUSES},
    axes=(Axis("1", None, "行政の効率化", None, None),), cards=CARDS, previous_name=None, sample=True,
)  # fmt: skip

MEETING: Final = Meeting(
    id="m", cycle="cycle", body="b", body_name="デジタル化推進員会議", day=DAY, begins="13:30", ends="15:00",
    place="役場 大会議室", state="closed",
)  # fmt: skip

ATTENDANCE: Final = (
    Attendance("渡邊　和夫", "副町長", "present", None, "chair"),
    Attendance("髙橋　誠", "総務課長", "present", None, "vice"),
    Attendance("佐藤　健一", "政策企画課長", "present", None),
    Attendance("鈴木　真由美", "税務課長", "present", None),
    Attendance("阿部　清", "町民生活課長", "absent", None),
    Attendance("三浦　翔", "福祉課長補佐", "proxy", "齋藤　恵子"),
    Attendance("傍聴の人", None, "observer", None),
)

ITEMS: Final = (
    AgendaItem("i1", 1, "report", None, None, "進捗状況の総括について", None, 5),
    AgendaItem("i2", 2, "discuss", "u6", "6", "自治体情報システムの標準化・共通化", "2段階に分けてよいか", 20),
    AgendaItem("i3", 3, "discuss", "u3", "3", "手続ガイドラインの導入", None, 15),
    AgendaItem("i4", 4, "discuss", "u2", "2", "キャッシュレス決済の導入", None, 15),
)

DECISIONS: Final = (
    Decision("k1", 5, 2, "u6", "approved", "移行を2段階に分け、窓口の4業務を先に行う。", read_back=True),
    Decision("k2", 6, 3, "u3", "amended", "対象を転入、出生及びおくやみに絞る。", read_back=False),
)

ACTIONS: Final = (
    ActionItem("a1", 8, 2, "u6", ("d3", "d1"), date(2025, 3, 31), "移行の順番の案を一覧にする。", "open"),
    ActionItem("a2", 9, 3, "u3", (), None, "必要書類を一覧にする。", "open"),
)

REMARKS: Final = (
    Remark("r1", 1, "総務課長", "question", "未回答はいつ届くか。"),
    Remark("r2", 1, "事務局", "answer", "2月末までに届く。"),
    Remark("r3", 2, "鈴木真由美", "question", "経費はどの程度か。"),
    Remark("r4", 2, "政策企画課長", "answer", "契約前の見積りは1億2千万円である。", public=False),
    Remark("r5", 3, "渡邊 和夫", "opinion", "おくやみは件数が多く、効果が見えやすい。"),
)

CORRECTIONS: Final = (FloorCorrection(2, "u6", "status", "ok", "warn", "総務課長"),)

RECORD: Final = MeetingRecord(MEETING, ATTENDANCE, ITEMS, DECISIONS, ACTIONS, REMARKS, CORRECTIONS)

HANDOUTS: Final = (
    Handout(None, "次第", "A4", "1"),
    Handout("資料1", "進捗状況の総括", "A4", "2"),
    Handout("資料2", "進捗状況一覧表（3取組）", "A3折込", "3～4"),
    Handout("資料3", "個票（協議事項3件：3-1、3-2、3-3）", "A4", "5～7"),
)

REFERENCES: Final = {1: "資料1・資料2", 2: "資料3-1", 3: "資料3-2", 4: "資料3-3"}

MEMBERS: Final = tuple(
    Member(str(place), "b", each.name, each.title, each.position, None, place)
    for place, each in enumerate(ATTENDANCE[:6])
    if each.position != "staff"
)


def draft(record: MeetingRecord = RECORD, settings: Settings | None = None) -> tuple[Block, ...]:
    """The first draft of the sample meeting."""
    settings = settings or Settings()
    phrases = phrases_for(settings, record.meeting.body_name)
    return draft_minutes(
        record, BOARD, CYCLE, settings, phrases,
        handouts=HANDOUTS, references=REFERENCES, secretariat="政策企画課主事　今野　彩", next_meeting=date(2025, 8, 1),
    )  # fmt: skip


def version(blocks: tuple[Block, ...] | None = None, number: int = 1, **changed: object) -> MinutesVersion:
    """A version of the sample meeting's minutes: a draft unless changed."""
    values: dict[str, object] = {
        "meeting": "m", "number": number, "state": "draft", "blocks": draft() if blocks is None else blocks,
        "confirmed_by": None, "confirmed_on": None, "reason": None, "author": SECRETARIAT,
        "moment": "2025-02-18T05:00:00+00:00", **changed,
    }  # fmt: skip
    return MinutesVersion(**values)  # type: ignore[arg-type]


def committee(members: int, presence: Presence = "present") -> tuple[Attendance, ...]:
    """So many members who all came."""
    return tuple(
        Attendance(f"委員　{number}", f"第{number}課長", presence, None, "chair" if number == 1 else "member")
        for number in range(1, members + 1)
    )


def agenda(count: int, kind: ItemKind = "discuss") -> tuple[AgendaItem, ...]:
    """So many items of one kind."""
    return tuple(
        AgendaItem(f"i{number}", number, kind, None, None, f"議題の{number}について", None, None)
        for number in range(1, count + 1)
    )
