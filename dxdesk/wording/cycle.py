"""What is read while a cycle is opened, closed and reopened."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from dxdesk.domain.asking import Rest
from dxdesk.domain.calendar import fiscal_year_words
from dxdesk.domain.cycles import CycleKind
from dxdesk.wording.consolidate import UNDRAWN

KINDS: Final[Mapping[CycleKind, str]] = {"plan": "計画", "interim": "中間", "result": "結果"}
KIND_HINTS: Final[Mapping[CycleKind, str]] = {
    "plan": "これから何をするかを聞きます",
    "interim": "途中の状況を聞きます",
    "result": "1年の結果を聞きます",
}
RESTS: Final[Mapping[Rest, str]] = {
    "": "照会しない",
    "done": "完了のため照会しない",
    "alternate": "隔年のため照会しない",
    "before": "前回も照会していない",
}
NOT_ASKED: Final = ("今回は照会しません。", "完了。照会しません。")
PAST_DAY: Final = "もう過ぎた日です"
OUTSIDE_PERIOD: Final = "計画の期間の外の日です"
STEPS: Final = ("名前と日付", "取組と照会先", "確認")
COPIED: Final = "前の回を写してあります。まだ照会は出ません"
NOT_COPIED: Final = "初めての回です。まだ照会は出ません"
PROVISIONAL_HELP: Final = "決めなくても進めます。そのときは、いまある課すべてに照会します。"
DECIDE_FIRST: Final = "先に決めてください"
DECIDED: Final = "すべて決めました"
SECRETARIAT_ASKED: Final = "課がまだありません。どの取組も、事務局がみずから答えます。"
NO_UNITS: Final = "この計画には照会する取組がありません。"
NO_GROUPS: Final = "課のまとまりは、計画にありません。"
FIRST_TIME: Final = "初めての回です。前回はありません。"
NOTHING_CHANGED: Final = "前回と同じです。"
NOBODY_ASKED: Final = "どの課にも聞いていません。照会する取組を1つは選んでください。"
SECRETARIAT_OPENS: Final = "事務局がつくります"
SECRETARIAT_CLOSES: Final = "事務局が締めます"
NO_CYCLE_TO_CLOSE: Final = "まだ回がありません。次の回をつくると、ここで締められます。"
NOTHING_LEFT: Final = "残っているものはありません。このまま締められます。"
OPENED_AGAIN: Final = "開け直しました"
CLOSED_THEN: Final = "締めました"
REASON_TO_CLOSE: Final = "このまま締める理由（記録に残ります）"
REASON_TO_REOPEN: Final = "開け直す理由（記録に残ります）"
AFTER_CLOSING: Final = (
    "締めると、いまの内容がこの回の記録になります。",
    "会議録と宿題は、締めたあとも直せます。",
    "締める前に、控えを自動でとります。",
)
AFTER_REOPENING: Final = (
    "開け直すと、また記入と受理ができます。",
    "前に締めた記録も残ります。",
    "開け直す前に、控えを自動でとります。",
)
MAKING: Final = "回をつくっています…"
WORKING: Final = "控えをとっています"
CLOSING_COUNTS: Final = "締めたときの取組の数"
CLOSED_COUNTS: Final = "記録にある取組の数"

LEFT_HEADS: Final[Mapping[str, str]] = {
    "meeting": "閉じていない会議",
    "unreviewed": "確認していない回答",
    "conflict": "くいちがい",
    "consolidation": UNDRAWN,
    "returned": "差し戻したままの回答",
    "unanswered": "未回答",
    "draft": "提出していない下書き",
    "absent": "回答なし",
}
"""What is left when a cycle is to be closed, worst first."""

LEFT_NOTES: Final[Mapping[str, str]] = {
    "meeting": "先に閉じてください",
    "unreviewed": "締めると未回答になります",
    "conflict": "締めると、受理した回答だけが残ります",
    "consolidation": "締めると未回答になります",
    "returned": "直した回答を待たずに締めます",
    "unanswered": "未回答のまま締めます",
    "draft": "締めた回には入りません",
    "absent": "ほかの課の回答で確定しています",
}


def to_close(name: str) -> str:
    """The head of the page while the cycle is open."""
    return f"{name} を締めます"


def is_closed(name: str) -> str:
    """The head of the page once the cycle is closed."""
    return f"{name} は締めました"


def meetings_open(count: int) -> str:
    """Why the cycle cannot be closed yet."""
    return f"閉じていない会議が{count}件"


def opened(name: str) -> str:
    """A cycle was opened."""
    return f"「{name}」をつくりました。"


def of_year(year: int) -> str:
    """令和6年度の回になります"""
    return f"{fiscal_year_words(year)}の回になります"


def last_time(words: str) -> str:
    """The value of the cycle before, beside the one of the next."""
    return f"前の回 {words}"


def closed(name: str) -> str:
    """A cycle was closed."""
    return f"「{name}」を締めました。"


def reopened(name: str) -> str:
    """A closed cycle was opened again."""
    return f"「{name}」を開け直しました。"


def asked_words(units: int, slots: int) -> str:
    """How much is asked."""
    return f"{units}取組・{slots}件"


UNIT_CHARACTERS: Final = 14
"""So much of the name of a unit tells which one is meant."""


def unit_meant(unit: str) -> str:
    """A unit, as short as it can be told."""
    return unit if len(unit) <= UNIT_CHARACTERS else unit[: UNIT_CHARACTERS - 1] + "…"


def only_groups(unit: str, names: str) -> str:
    """Why somebody has to decide about a unit: what the plan says."""
    words = f"計画に「{names}」とだけあります" if names else "計画に担当の課がありません"
    return f"「{unit_meant(unit)}」は{words}"


def choose_cells(unit: str) -> str:
    """How the departments of a unit are chosen."""
    return f"「{unit_meant(unit)}」に聞く課の欄を押してください。"


def choose_cells_of(count: int) -> str:
    """How the departments of several units are chosen together."""
    return f"選んだ{count}件に聞く課の欄を、どれか1つの行で押してください。"


def chosen_rows(count: int) -> str:
    """Several units are selected: what is done is done to all of them."""
    return f"選んだ{count}件をまとめて決めます"


HOW_LINES_ARE_CHOSEN: Final = "名前を押すと行を選べます（Shift・Ctrlで何行も）。照会するかどうかは四角を押します。"


def lines_changed(count: int) -> str:
    """So many units were changed in one step."""
    return f"{count}件を変えました。"


def like_this(count: int) -> str:
    """The button that asks the same departments about units of which the plan says the same."""
    return f"ほか{count}件も同じ課に聞く"


def like_this_told(count: int, number: str, groups: str) -> str:
    """What that button does."""
    words = f"計画に「{groups}」とある" if groups else "計画に担当の課がない"
    return f"{words}ほかの{count}件に、{number} で決めた課を使います。"


def pinned(plan: int, settings: int) -> str:
    """The versions that a cycle stays with."""
    return f"いまの計画（第{plan}版）と設定（第{settings}版）で行います。あとで変えても、この回はこのままです。"


def changed_departments(before: int, now: int) -> str:
    """The departments asked about a unit are others."""
    return f"照会先 {before}課 → {now}課"


def everybody(day: str) -> str:
    """A group that means every department there is."""
    return f"{day}の課すべて。課を変えるときは 設定 › 課 で。"
