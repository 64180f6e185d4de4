"""What 会議 and 次第をつくる say. Each sentence stands here once."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from dxdesk.domain.agenda import Reason
from dxdesk.domain.calendar import short_date
from dxdesk.domain.meetings import EarlierDecision, Meeting, MeetingRecord, Quorum
from dxdesk.wording.meeting import OPINION, result_words

REASON_HEADS: Final[dict[Reason, str]] = {
    "referred": "付議されたもの",
    "continued": "前回からの継続",
    "discuss": "協議したい",
    "late": "遅れ",
    "warn": "要注意",
    "stop": "見直し",
    "miss": "未回答",
    "changed": "変わったもの",
    "reported": "いま報告",
    "other": "そのほか",
}


def reported_words(day: date) -> str:
    """A unit on which something was reported since the last meeting."""
    return f"いま報告　{short_date(day)}"


REST_TITLE: Final = "ほかの取組の状況について"
NEW_ITEM: Final = "新しい議題"
ADD: Final = "加える ›"
EVERY_TIME: Final = "毎回"

NO_MEETING: Final = "この回の会議はまだ用意していません。"
NO_MEETING_READER: Final = "この回の会議はまだありません。"
EMPTY_AGENDA: Final = "次第に議題がありません。候補から加えてください。"
NO_CANDIDATES: Final = "この回で聞いている取組はありません。"
PROPOSED: Final = "候補から次第の案をつくりました。"
CONFIRMED: Final = "次第を確定しました。"
REOPENED: Final = "次第を直せるようにしました。"
AGENDA_HINT: Final = "Alt+↑↓ で順番、Enter で 協議／報告 を入れかえます"
MEMO_HINT: Final = "映りません・資料にも載りません"
GO_ON_ANYWAY: Final = "そのままでも進められます"
NOTHING: Final = "ありません"
RULE_ORDER: Final = "候補は、話し合いが要るものが先です。次第は何度でも直せます"
AGENDA_IS_CONFIRMED: Final = "次第は確定してあります"

EARLIER: Final = "先の会議で決まったこと"

NO_MEMBERS: Final = "名簿がまだありません。来た方を加えてください。"
NO_DISCUSSION: Final = "次第にまだ議題がありません。先に次第をつくってください。"
NO_RECORDS: Final = "この議題の記録はまだありません。"
MEETING_CLOSED: Final = "この会議は閉じました。記録は変えられません。"
MEETING_REOPENABLE: Final = "この会議は閉じました。記録を直すときは「理由を書いて開け直す」を押します。"
MEETING_CONFIRMED: Final = "この会議は閉じ、会議録を確定しました。記録は変えられません。"
RECORDED: Final = "記録しました。"
RECORD_CHANGED: Final = "記録を直しました。"
RECORD_DELETED: Final = "記録を消しました。"
CORRECTION_STAYS: Final = "席上修正は消せません。もう一度直すと、新しい内容になります。"
CLOSED_NOW: Final = "会議を閉じました。"
CHOOSE_RESULT: Final = "結論を1つ選んでください。"
CHOOSE_OWNER: Final = "担当の課を選んでください。"
CHOOSE_SPEAKER: Final = "だれの発言かを選んでください。"
WRITE_TEXT: Final = "1文で書いてください。"
MORE: Final = "ほか"
TO_COUNCIL: Final = "庁議へ付議する"
NO_KIND: Final = "種類を選ばない"
KIND: Final = "種類"
PRIVATE_NOTE: Final = "理由は会議録で書きます"
UNTIL_NEXT: Final = "次回会議まで"
PLACE_EXAMPLE: Final = "例）役場 大会議室"

RECORD_EXAMPLES: Final[dict[str, str]] = {
    "decision": "例）移行を2段階に分け、4業務を先に進める。",
    "action": "例）移行の順番案と関係課の負担を一覧にする。",
    "remark": "例）繁忙期の窓口に影響が出ないよう配慮してほしい。",
    "correction": "例）16業務で差異の分析を終えました。",
    "opinion": "例）窓口の繁忙期を避けて広げられたい。",
}

REOPEN: Final = "理由を書いて開け直す"
ASK_REOPEN: Final = "開け直す理由（必須）　履歴に残ります"
CANCEL_MEETING: Final = "この会議を取り消す"
KEEP_MEETING: Final = "取り消さない"
MEETING_CANCELLED: Final = "会議を取り消しました。"
MEETING_REOPENED: Final = "開け直しました。記録を直せます。"


def ask_cancel(meeting: Meeting) -> str:
    """Whether a meeting that was made by mistake is taken away."""
    named = f"{meeting.body_name}（{short_date(meeting.day)}）"
    return f"{named}を取り消します。\n出欠と次第の案もなくなります。元に戻せません。"


def time_example(time: str) -> str:
    """What stands in an empty field of a time, so that nobody takes it for filled."""
    return f"例）{time}"


def earlier_words(decided: EarlierDecision) -> str:
    """推進委員会（2月13日（木））　承認."""
    held = decided.meeting
    return f"{held.body_name}（{short_date(held.day)}）　{result_words(decided.decision)}"


def opinion_lines(decided: EarlierDecision) -> tuple[str, ...]:
    """付帯意見：繁忙期を避けて広げられたい。, a line each."""
    return tuple(f"{OPINION}：{each.text}" for each in decided.opinions)


def opinion_note(above: str) -> str:
    """Where a 付帯意見 goes."""
    return f"{above}へ伝えます"


def goes_on_words(above: str | None, names: Sequence[str]) -> str:
    """What goes to the body above, or without one to 庁議; that nothing does is said as well."""
    where = above or "庁議"
    if not names:
        return f"{where}へ付議するものはありません"
    return f"{where}へ付議するもの　{len(names)}件：{'、'.join(names)}"


def printed_words(sentence: str) -> str:
    """The sentence that the minutes print for a result."""
    return f"会議録の「結果」：{sentence}"


def not_held_yet(day: date) -> str:
    """The meeting is closed before its day."""
    return f"会議の日は{short_date(day)}です。まだその日ではありません。"


def present_words(value: str) -> str:
    """What stands in a field before it is corrected."""
    return f"いま：{value}"


def confirmed_words(moment: str) -> str:
    """次第は確定してあります with the day; ``moment`` is ISO."""
    return f"{AGENDA_IS_CONFIRMED}　{short_date(date.fromisoformat(moment[:10]))}"


def total_words(total: int, planned: int | None) -> str:
    """合計 85分／90分; over it also by how much."""
    words = f"合計 {total}分" + (f"／{planned}分" if planned is not None else "")
    return f"{words}　{total - planned}分 超えています" if planned is not None and total > planned else words


def quorum_words(found: Quorum, rule: str) -> str:
    """Whether the meeting stands; ``rule`` majority or half."""
    least = f"{'過半数' if rule == 'majority' else '半数以上'}{found.needed}名"
    if not found.members:
        return NO_MEMBERS
    if found.met:
        return f"会議は成立します（{least}）"
    return f"あと{found.needed - found.attending}名で成立します（{least}）"


def time_words(meeting: Meeting) -> str:
    """13:30–15:00, as far as it is known."""
    if meeting.begins and meeting.ends:
        return f"{meeting.begins}–{meeting.ends}"
    return f"{meeting.begins}から" if meeting.begins else ""


def day_words(meeting: Meeting) -> str:
    """2月13日（木）13:30–15:00."""
    return f"{short_date(meeting.day)}{time_words(meeting)}"


PEOPLE: Final = "出席・欠席"
OPEN_MARK: Final = "準備・記録中"
CLOSED_MARK: Final = "閉じました"
KINDS_HINT: Final = "Ctrl+1…4 で種類を選びます"
PEOPLE_HINT: Final = "↑↓ で人を選び、←→ で出席・欠席・代理・傍聴を選びます"
PROXY_HINT: Final = "来た方の氏名を書きます。ほかへ移ると代理になります。"
PROXY_NAME: Final = "氏名を書いてください。氏名がないと代理になりません。"
DAY_FORMS: Final = "R7.2.13、7/2/13、2025/2/13、2/13 のどれでも書けます"
HOLD_HINT: Final = "名簿の方がはじめから出席に並びます。日時と場所はあとで直せます。"
NO_BODIES: Final = "この計画には会議体がありません。計画に会議体を書き足してください。"
NO_OWNER: Final = "担当のない{action_word}"
NO_AGENDA: Final = "議題がありません"
NOTHING_RECORDED: Final = "記録がありません"
NO_RESULT: Final = "結論のない協議"
NOT_RECORDED: Final = "書きかけの記録"
READY_TO_CLOSE: Final = "確かめることはありません"


def nothing_there(record: MeetingRecord) -> tuple[str, ...]:
    """That a meeting has no agenda, and that nothing was recorded of it."""
    missing = ((NO_AGENDA, bool(record.items)), (NOTHING_RECORDED, record.recorded))
    return tuple(words for words, there in missing if not there)


def correction_words(departments: Sequence[str]) -> str:
    """Which departments have to be told of 席上修正; empty for none."""
    return f"席上修正を知らせる課　{len(departments)}課（{'、'.join(departments)}）" if departments else ""


def correction_place(folder: str) -> str:
    """Where their files will lie; without a folder that a person chooses one."""
    if folder:
        return f"閉じると、席上修正ファイルを「{folder}」に置きます。"
    return "閉じたあとで、席上修正ファイルを置く場所を選べます。"


OPINION_ALONE: Final = "決定のない付帯意見"
NOT_READ_BACK: Final = "復唱していない決定"
NEXT_DAY: Final = "次の会議の日"
NEXT_DAY_HINT: Final = "会議録の「今後の予定」に載ります。決まっていなければ空けておきます。"
CLOSING_SAFE: Final = "このまま閉じることもできます。書きかけは保存してあります。"
