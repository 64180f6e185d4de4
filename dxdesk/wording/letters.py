"""What the papers of 照会 and 回答 say: 照会文, 催促文 on paper and as text, 未回答一覧, 確認票."""

from __future__ import annotations

from datetime import date, datetime
from typing import Final

from dxdesk.domain.letters import AskedUnit, DepartmentAsked, Letterhead
from dxdesk.domain.paper import Paper
from dxdesk.domain.plan_parts import Part
from dxdesk.domain.reminders import Reminded, ReminderWay
from dxdesk.wording.sentences import FIELDS

NOTES: Final = "記"
END: Final = "以上"
ANNEX: Final = "別紙1"
OFFICE: Final = "担当"
EXTENSION: Final = "内線"
PARTS: Final[dict[Part, str]] = {"main": "主管", "related": "関係課"}
PLACE: Final = "置き場所"
RECEIVER: Final = "提出先"
OFFICE_ROLE: Final = "事務局"
FILE_NAME: Final = "ファイル名"
RETURNED: Final = "差戻し中"
SAMPLE_CYCLE: Final = "第1回"
SAMPLE_DEPARTMENT: Final = "町民生活課"

INQUIRY_HEADS: Final = ("番号", "取組", "貴課の立場", "前回の状況")
REMINDER_WAYS: Final[dict[ReminderWay, str]] = {"paper": "文書", "mail": "メール", "file": "PDF"}
COURSE: Final = "催促の経過"

REMINDER_HEADS: Final = ("番号", "取組", "貴課の立場", "今の状態", "お願いすること")
MOVED: Final = "なお、動きのなかった取組についても、「動きなし」として御回答ください。"
CARE: Final = (
    "（1）前回から変わった点が分かるように書いてください。",
    "（2）数字には、時点と出典を付けてください。",
    "（3）個人情報と契約前の金額は、書かないでください。",
)
CARE_PROVISIONAL: Final = "（4）立場が「仮」の取組は、計画に担当の課の定めがありません。"

CROSSED: Final = "なお、行き違いで既に御提出の場合は、御容赦ください。"
TO_WRITE: Final = "今の状況と今回の実績を書いてください。動きがなければ「動きなし」で足ります。"

MISSING_TITLE: Final = "未回答一覧"
MISSING_HEADS: Final = (
    "課", "推進員", "対象", "提出", "差戻し", "未回答", "番号と名称", "超過", "催促履歴（日・方法・相手）・連絡メモ",
)  # fmt: skip
NONE_MISSING: Final = "未回答はありません。"

CONFIRMATION_TITLE: Final = "進捗状況　確認票"
DECIDERS: Final = ("課長", "課長補佐", "係長", "担当")
DECISION: Final = "決裁欄"
STATUS, RESULTS, ISSUES, NEXT, ASK = "状況・段階", "実績", "課題", "次にすること", "決めてほしいこと"
CHECK: Final = "確認欄"
CHECKS: Final = ("このとおり提出する", "直す")
CONFIRMED: Final = "確認済み"
HANDED_NOTE: Final = "この票は課で保管してください。直すところがあれば、記入した人に戻してください。"
NOT_WRITTEN: Final = "回答がありません。"
DIFFERS: Final = "くいちがいがあります。どちらの文にするか、事務局が決めます。"


def cycle_words(head: Letterhead) -> str:
    """令和6年度第2回"""
    return "".join(head.cycle_name.split())


def subject(head: Letterhead, kind: str) -> str:
    """大河原町DX全体方針の進捗状況について（照会）"""
    return f"{head.plan_title}の進捗状況について（{kind}）"


def day_words(day: date | None, paper: Paper) -> str:
    """令和6年12月20日, or the room to write it."""
    return paper.plain_date(day) if day else paper.blank_date


def asked_by(due: date, paper: Paper) -> str:
    """What the 照会 asks for."""
    return f"このことについて、下記のとおり照会しますので、{paper.long_date(due)}までに御回答くださるようお願いします。"


def place_word(head: Letterhead) -> str:
    """What stands before where the reply goes."""
    return PLACE if head.place else RECEIVER


def reply_place(head: Letterhead) -> str:
    """Where the reply goes: the shared folder; where there is none, the department that does the committee's work."""
    office = head.sender.office
    return head.place or (f"{OFFICE_ROLE}（{office}）" if office else OFFICE_ROLE)


def _sent(head: Letterhead) -> str:
    """How the file that was filled in comes back."""
    return (
        "次の場所へ置くか、メールに付けて送ってください。" if head.place else "メールに付けて、事務局へ送ってください。"
    )


def how_to_answer(asked: DepartmentAsked, head: Letterhead) -> str:
    """What a department does to answer, by the kind of file that it answers with."""
    filled = "Excelの回答票に記入し、" if asked.by_form else "照会ファイルを開いて記入し、回答ファイル（.dxd）を"
    by_hand = "手書きの場合は、記入票を事務局へ提出してください。" if head.papers else ""
    return f"{filled}{_sent(head)}{by_hand}"


def how_to_answer_again(asked: DepartmentAsked, head: Letterhead) -> str:
    """The same in a reminder: what was sent the first time serves."""
    sent, reply = ("Excelの回答票", "記入した回答票") if asked.by_form else ("照会ファイル", "回答ファイル（.dxd）")
    again = f"前回お送りした{sent}を使ってください。見当たらないときは、事務局から再度お渡しします。"
    return f"{again}{reply}は、{_sent(head)}"


def hand_in(asked: DepartmentAsked, head: Letterhead) -> str:
    """What comes back."""
    reply = "Excelの回答票" if asked.by_form else "回答ファイル"
    return f"（1）{reply}　（2）提出前点検表（課で保管）" if head.papers else reply


def enclosed(asked: DepartmentAsked, head: Letterhead) -> str:
    """What goes along with the letter: only what is made beside it."""
    papers = "、記入要領、提出前点検表、記入票（手書き用）" if head.papers else ""
    return f"{'Excelの回答票' if asked.by_form else '照会ファイル'}{papers}"


def asked_about(head: Letterhead, count: int, paper: Paper, *, annex: bool) -> str:
    """令和6年度第2回の進捗状況（次の2取組）; the name of the cycle as it was typed."""
    where = f"{ANNEX}の" if annex else "次の"
    return cycle_words(head) + paper.said(f"の進捗状況（{where}{count}取組）")


def meeting_words(head: Letterhead, paper: Paper) -> str:
    """令和7年2月13日（木）　令和6年度第2回会議"""
    day = paper.long_date(head.meeting) if head.meeting else paper.blank_date
    return f"{day}　{head.ordinal or cycle_words(head)}会議"


def part_words(unit: AskedUnit) -> str:
    """主管, 関係課（全庁）, 主管（仮）"""
    note = "仮" if unit.provisional else unit.group
    return PARTS[unit.part] + (f"（{note}）" if note else "")


def still_missing(head: Letterhead, now: datetime, paper: Paper, number: str = "") -> str:
    """What the reminder is about, at the hour that has struck; ``number`` is the room to write the 文書番号 of the 照会, empty in a mail, which leaves
    no room to write."""
    asked = f"{day_words(head.inquired, paper)}付け{number}で" if head.inquired or number else "先に"
    return (
        f"{asked}照会した標記の件について、{paper.plain_date(now.date())}{paper.clock(f'{now:%H}:00')}現在で"
        "回答が届いていないもの及び差し戻しているものは、下記のとおりです。"
    )


def please_by(day: date, paper: Paper) -> str:
    """Until when the reminder asks."""
    return f"御多用のところ恐れ入りますが、{paper.long_date(day)}までに御提出くださるようお願いします。"


def owed_head(asked: DepartmentAsked, *, annex: bool = False) -> str:
    """提出をお願いする取組（照会4件のうち3件）"""
    where = f"、{ANNEX}" if annex else ""
    return f"提出をお願いする取組（照会{len(asked.units)}件のうち{len(asked.owed)}件{where}）"


def to_do(unit: AskedUnit) -> str:
    """What a department is asked to do about a unit: the question of 事務局 is left as it was typed."""
    if unit.state != "returned":
        return TO_WRITE
    fields = "".join(f"「{FIELDS.get(each, each)}」" for each in unit.fields)
    if not unit.question:
        return f"{fields or '回答'}を見直してください。"
    return f"{fields}　{unit.question}" if fields else unit.question


def treated(word: str) -> str:
    """What happens to what does not come; ``word`` for 未回答."""
    return f"期限までに届かない取組は、会議資料に「{word}」と記載します。"


def course_words(reminded: Reminded, paper: Paper) -> str:
    """令和7年2月3日　文書（提出期限 令和7年2月7日）"""
    due = f"（提出期限 {paper.plain_date(reminded.due)}）"
    return f"{paper.plain_date(reminded.day)}　{REMINDER_WAYS[reminded.way]}{due}"


def reminded_words(reminded: Reminded, paper: Paper) -> str:
    """R7.2.3 文書（R7.2.7まで）"""
    day, due = paper.table_date(reminded.day), paper.table_date(reminded.due)
    return f"{day} {REMINDER_WAYS[reminded.way]}（{due}まで）"


def owed_words(unit: AskedUnit, word: str) -> str:
    """The state of a unit in the list; ``word`` for 未回答."""
    return RETURNED if unit.state == "returned" else word


def before_words(asked: DepartmentAsked) -> str:
    """（旧 町民課）; empty where nobody took over."""
    return f"（旧 {asked.before}）" if asked.before else ""


def state_words(now: datetime, head: Letterhead, departments: int, units: int, paper: Paper) -> str:
    """The line under the title of the list."""
    clock = paper.clock(f"{now:%H:%M}")
    return (
        f"{cycle_words(head)}　{paper.plain_date(now.date())}{clock}現在　提出期限 {paper.long_date(head.due)}　"
        f"照会 {departments}課 {units}件"
    )


def total_words(departments: int) -> str:
    """The head of the sums."""
    return f"合計（{departments}課）"


def all_in(names: str) -> str:
    """The departments that owe nothing."""
    return f"すべて提出済み：{names}"


def over_words(days: int) -> str:
    """How many days the deadline is over."""
    return f"{days}日" if days > 0 else "―"


def answered_words(answered: int, asked: int) -> str:
    """回答 3／4件"""
    return f"回答 {answered}／{asked}件"
