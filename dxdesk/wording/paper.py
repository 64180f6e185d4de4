"""What the printed tables say: heads, labels and sentences of 進捗一覧表, 個票, 点検表 and 記入票."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from dxdesk.domain.board import Card
from dxdesk.domain.checklists import Checklist
from dxdesk.domain.meetings import Result
from dxdesk.domain.paper import Paper
from dxdesk.domain.plans import Plan
from dxdesk.domain.sheets import Occasion
from dxdesk.domain.statuses import Change, Status

NOTHING: Final = "―"
SAMPLE_NOTE: Final = "見本：回答の内容は架空です"
FORM_SAMPLE_NOTE: Final = "見本：内容は架空です"

NOT_HERE: Final = "回答は含まない"
STATUS_MEANINGS: Final[dict[Status, str]] = {
    "late": "計画より遅れている",
    "warn": "このままだと遅れる",
    "stop": "止めている・やり方を変える",
    "ok": "計画どおり又は先行",
    "done": "計画での取組を終えた",
    "none": "まだ始めていない",
    "na": "今回は聞いていない",
    "miss": "照会したが答えがない",
    "elsewhere": "ほかの課に照会した。回答は含まない",
}

CHANGES: Final[dict[Change, str]] = {"better": "良化", "worse": "悪化", "same": "変化なし"}

CONCLUSIONS: Final[tuple[Result, ...]] = ("approved", "amended", "continued", "revise")
"""Boxes of 結論 on a 個票."""

OTHER_CONCLUSIONS: Final[tuple[Result, ...]] = ("noted", "dropped", "abolished")
"""Shown beside the boxes only when the meeting decided so."""

LIST_TITLE: Final = "進捗状況一覧表"
SHEET_TITLE: Final = "個票"
ASK_LABEL: Final = "決めてほしいこと（60字まで）"
FORM_TITLE: Final = "進捗状況　記入票（手書き用）"
HOW_TO_FILL: Final = "当てはまる記号を○で囲み、線の上に書いてください。1取組に1枠です。"
RESULTS, ISSUES, NEXT = "実績", "課題", "次にすること"

TO_DECIDE: Final = "決めること"
NEXT_MEETING: Final = "次回会議"
SEPARATE: Final = "別紙"
CURRENT_HEAD, GOAL_HEAD = "現状及び課題", "目指すべき姿"
NOT_DEFINED: Final = "定めていない"
DECIDED_BEFORE: Final = "これまでの決定"
NO_ACTIONS: Final = "前回の{word}はない。"
CHANGED_NOTE: Final = "下線は前回から変わったところ"
CORRECTED: Final = "席上修正"
PLAN_NOTE: Final = "計画の記載"
CONFIRMED_NOTE: Final = "計画の記載（年度の区切りは原本で確認済み）"
UNCONFIRMED_NOTE: Final = "計画の記載（年度の区切りは原本で確認していない）"

CHECK_NOTE: Final = "当てはまる欄の□にレを付けてください。×のときは、備考に直す内容と期限を書いてください。"
TASK_NOTE: Final = "済んだものの□にレを付けてください。期限と担当は、決まったら書いてください。"
CHECK_HEADS: Final = ("No.", "区分", "点検項目", "参照", "○", "×", "－", "備考\n（直す内容・期限）")
TASK_HEADS: Final = ("No.", "区分", "点検項目", "参照", "済", "期限", "担当")
CHECK_LEGEND: Final = ("○ できている", "× できていない", "－ 当てはまらない")
TASK_LEGEND: Final = ("□ 済んだらレを付ける",)
DAY_NOTE: Final = "済んだものの□にレを付けてください。時刻は、済んだときに書いてください。"
SECURITY_HEADS: Final = ("No.", "区分", "点検項目", "対策基準\nの条番号", "○", "×", "－", "備考\n（直す内容・期限）")
DAY_HEADS: Final = ("No.", "区分", "点検項目", "参照", "済", "時刻", "担当")
OWN_ROWS: Final = "（課で追加）"
SECRETARIAT_ROWS: Final = "（追加）"


def made_words(moment: str, paper: Paper) -> str:
    """作成 R7.2.6 10:40 for an ISO moment, in the zone of this computer."""
    return f"作成 {paper.table_moment(moment)}"


def foot_left(occasion: Occasion) -> str:
    """大河原町　令和6年度第2回デジタル化推進員会議（R7.2.13）; the town is not said twice."""
    day = f"（{occasion.paper.table_date(occasion.meeting_day)}）" if occasion.meeting_day else ""
    town = "" if occasion.town in meeting_words(occasion) else f"{occasion.town}　"
    return f"{town}{meeting_words(occasion)}{day}"


def foot_right(occasion: Occasion, made: str, note: str = SAMPLE_NOTE) -> str:
    """When it was made, after the note that marks a sample."""
    words = made_words(made, occasion.paper)
    return f"{note}　{words}" if occasion.sample else words


def meeting_words(occasion: Occasion) -> str:
    """令和6年度第2回デジタル化推進員会議; without a body the plan's title follows the cycle."""
    return (occasion.ordinal or joined_name(occasion.cycle_name)) + (occasion.body_name or f"　{occasion.plan_title}")


def joined_name(cycle_name: str) -> str:
    """令和6年度第2回: the name of a cycle as every paper says it, without the spaces it may be typed with."""
    return "".join(cycle_name.split())


def keep_number(row_id: str) -> str:
    """That the id of a row must stay readable."""
    return f"右上の番号（{row_id} など）は消さないでください。"


def secretariat_words(occasion: Occasion) -> str:
    """提出先：事務局（政策企画課　内線214）"""
    return "提出先：事務局" + (f"（{occasion.hand_in}）" if occasion.hand_in else "")


def note_words(checklist: Checklist) -> str:
    """How a checklist is filled in; that of the meeting itself has times."""
    if checklist.mark == "check":
        return CHECK_NOTE
    return DAY_NOTE if checklist.id == "day" else TASK_NOTE


def check_heads(checklist: Checklist) -> tuple[str, ...]:
    """The heads of the columns; that of the meeting itself has 時刻 for 期限, that of security the town's rules."""
    if checklist.mark == "check":
        return SECURITY_HEADS if checklist.id == "security" else CHECK_HEADS
    return DAY_HEADS if checklist.id == "day" else TASK_HEADS


def head_day(checklist: Checklist, occasion: Occasion) -> tuple[str, str]:
    """The day in the head of a checklist with its word, left to fill in where it is not known."""
    blank = occasion.paper.blank_date
    if checklist.day == "due" and occasion.due:
        return "提出期限", due_words(occasion)
    if checklist.day == "open":
        return "提出期限", blank
    if checklist.day == "basis":
        return "基準日", f"{blank.partition('年')[0]}年4月1日"
    return "開催日", occasion.paper.long_date(occasion.meeting_day) if occasion.meeting_day else blank


def added_words(checklist: Checklist) -> str:
    """Who writes into the empty rows."""
    return SECRETARIAT_ROWS if checklist.keeper == "secretariat" else OWN_ROWS


def hand_in_words(checklist: Checklist, occasion: Occasion) -> str:
    """Where a filled-in checklist goes and stays."""
    if checklist.keeper == "secretariat":
        return "この点検表は事務局で保管してください。"
    if checklist.mark == "task":
        return "この点検表は課で保管してください。"
    return f"{secretariat_words(occasion)}　この点検表は課で保管してください。"


def plan_words(plan: Plan, *, short: bool = False) -> str:
    """大河原町DX全体方針（令和5年3月・初版）; ``short`` leaves the town out, which the foot of the page names."""
    notes = [each for each in (plan.issued, plan.edition) if each]
    bare = plan.title.removeprefix(plan.town)
    title = bare if short and bare and not bare.startswith("役場") else plan.title
    return title + (f"（{'・'.join(notes)}）" if notes else "")


def period_words(plan: Plan, paper: Paper) -> str:
    """計画期間 令和5年度～令和7年度"""
    first, last = plan.period.from_, plan.period.to
    if first is None:
        return ""
    end = paper.fiscal_year(last) if last is not None else ""
    return f"計画期間 {paper.fiscal_year(first)}～{end}"


def due_words(occasion: Occasion) -> str:
    """令和7年1月31日（金）午後5時; empty without a deadline."""
    if occasion.due is None:
        return ""
    paper = occasion.paper
    return paper.long_date(occasion.due) + (paper.clock(occasion.due_time) if occasion.due_time else "")


def change_of_count(difference: int) -> str:
    """+1, ±0, −3 (never △, which looks like a status)."""
    return f"+{difference}" if difference > 0 else f"−{-difference}" if difference < 0 else "±0"


def names_words(names: Sequence[str], most: int = 3) -> str:
    """Departments joined by ・; of more than ``most`` the first and how many there are."""
    if len(names) <= most:
        return "・".join(names)
    return f"{'・'.join(names[:most])}ほか 計{len(names)}課"


def axis_word(plan: Plan) -> str:
    """What the plan calls its axes where that is short, else 軸."""
    name = next((level.name for level in plan.levels if level.role == "axis"), "")
    return name if 0 < len(name) <= 2 else "軸"


def handling_words(card: Card) -> str:
    """会議での扱い: the number of 本日の協議, or 報告."""
    if card.agenda_number is not None:
        return f"協議 {card.agenda_number}"
    if card.status in ("miss", "na", "elsewhere"):
        return NOTHING
    return "報告" if card.discuss == "none" else "協議希望"


def asked_words(inquired: date | None, due: date | None, reminded: date | None, paper: Paper) -> str:
    """（照会 令和6年12月20日、期限 令和7年1月31日、再依頼 令和7年2月3日）; what is not known is left out."""
    parts = [
        f"{word} {paper.plain_date(day)}"
        for word, day in (("照会", inquired), ("期限", due), ("再依頼", reminded))
        if day is not None
    ]
    return paper.said(f"（{'、'.join(parts)}）") if parts else ""
