"""What the screen and the paper of 宿題 say. The word itself is the town's setting."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from dxdesk.domain.action_items import ActionChip
from dxdesk.domain.meetings import ActionState

STATE_WORDS: Final[Mapping[ActionState, str]] = {"open": "対応中", "done": "対応済み", "carried": "次回へ"}
CHIP_WORDS: Final[Mapping[ActionChip, str]] = {
    "open": STATE_WORDS["open"],
    "done": STATE_WORDS["done"],
    "carried": STATE_WORDS["carried"],
    "overdue": "期限を過ぎた",
    "new": "この回で生まれた",
}
COLUMN_WORDS: Final = ("", "取組", "期限", "状態", "生まれた会議")
"""Heads of the table; the first is the town's word."""
PAPER_HEADS: Final = ("番号", "内容", "担当", "期限", "状況", "対応・理由")

NEXT_MEETING: Final = "次回会議"
NO_OWNER: Final = "担当なし"
NOTHING_GIVEN: Final = "ありません。"
GROUPINGS: Final[Mapping[str, str]] = {"owner": "課", "day": "期限"}
GROUPING: Final = "まとめ方"
PRINT_GROUP: Final = "この課の分を印刷"
PRINT_ALL: Final = "課ごとに印刷する"
PRINT_OWN: Final = "印刷する"
SAVE_WORKBOOK: Final = "Excelで保存"
DEADLINE: Final = "期限"
POSTPONE: Final = "延ばす"
POSTPONE_TO: Final = "いつまで"
POSTPONE_WHY: Final = "延ばす理由"
POSTPONE_GO: Final = "期限を延ばす"
POSTPONE_EXAMPLE: Final = "例）3/31　空けると次回会議"
REASON_EXAMPLE: Final = "例）集計に時間がかかるため"
GO_BACK: Final = "やめる"
STATE: Final = "状態"
OUTCOME: Final = "対応した内容"
OUTCOME_EXAMPLE: Final = "例）月別の予測を表にしました。"
NO_OUTCOME: Final = "まだ書かれていません"
ORIGIN: Final = "もとになった記録"
OPEN_MINUTES: Final = "会議録"
SO_FAR: Final = "これまで"
ASSIGN: Final = "担当を選ぶ"
CLOSE_PANEL: Final = "閉じる（Esc）"
SHOW_PANEL: Final = "くわしく見る（Enter）"
CLEAR: Final = "条件を消す"


def list_title(word: str) -> str:
    """宿題一覧"""
    return f"{word}一覧"


def state_of_day(day: str, count: int) -> str:
    """The line under the title on paper."""
    return f"{day}現在　{count}件"


def over_words(days: int) -> str:
    """3日過ぎ"""
    return f"{days}日過ぎ"


def left_words(days: int) -> str:
    """How far a day is off."""
    return "今日まで" if days == 0 else f"あと{days}日"


def overdue_words(count: int) -> str:
    """期限を過ぎたもの 1件; empty for none."""
    return f"期限を過ぎたもの {count}件" if count else ""


def head_words(count: int, overdue: int) -> str:
    """11件・期限を過ぎたもの 2件"""
    return f"{count}件" + (f"・{overdue_words(overdue)}" if overdue else "")


def group_title(owners: str, word: str) -> str:
    """町民生活課の宿題"""
    return f"{owners}の{word}" if owners else f"{NO_OWNER}の{word}"


def nothing_yet(word: str) -> str:
    """There is none at all."""
    return f"{word}はまだありません。会議で記録すると、ここに並びます。"


def nothing_found(words: str, word: str) -> str:
    """None fits a search or a filter."""
    return f"「{words}」に合う{word}はありません。" if words else f"条件に合う{word}はありません。"


def comes_to_entry(word: str) -> str:
    """Where 対応中 shows up next."""
    return f"対応中の{word}は、次の回の記入画面に出ます"


def no_owner(word: str) -> str:
    """Nobody was named."""
    return f"この{word}には担当がありません。"


def state_set(state: ActionState) -> str:
    """A state was chosen."""
    return f"{STATE_WORDS[state]}にしました。"


POSTPONED: Final = "期限を延ばしました。"
ASSIGNED: Final = "担当を決めました。"
WORKBOOK_HEADS: Final = ("番号", "内容", "担当", "取組", "期限", "過ぎた日数", "状態", "対応した内容", "生まれた会議")
WORKBOOK_NAME: Final = "一覧.xlsx"
