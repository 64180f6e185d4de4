"""What 総括 says. Each sentence stands here once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

from dxdesk.domain.movements import MovementPart
from dxdesk.domain.paper import Paper
from dxdesk.wording.meeting import NOTHING_MORE
from dxdesk.wording.paper import CHANGES

SUMMARY_TITLE: Final = "進捗状況の総括"
WHOLE: Final = "全体の状況"
MAINS: Final = "主管課別"
MOVEMENTS: Final = "主な動き"
CHART_NOTE: Final = "1つの枠が1つの取組。数字は取組の番号"
BAND_NOTE: Final = "帯の長さは取組の数"
NO_AXES_NOTE: Final = "主管は1取組に1課"
THIS, BEFORE, CHANGE = "今回", "前回", "増減"
STATUS_HEAD, UNITS_HEAD, COUNT_HEAD, TOTAL = "状況", "取組", "取組\n数", "合計"
CHANGED_HEAD: Final = "前回から変わった取組"
MAIN_HEAD, MAIN_TEXT_HEAD = "主管課", "回答・主な取組"
NOBODY: Final = "（主管なし）"
LABELS: Final[Mapping[MovementPart, str]] = {
    "advanced": "進んだもの",
    "late": "遅れているもの",
    "watched": "注意するもの",
}
"""What stands before the paragraphs of 主な動き but that of 宿題."""
BETTER, WORSE = CHANGES["better"], CHANGES["worse"]


def units_words(plan: str, units: int) -> str:
    """大河原町DX全体方針（令和5年3月・初版）の13取組"""
    return f"{plan}の{units}取組"


def answered_words(answered: int, asked: int) -> str:
    """回答 12／13取組"""
    return f"回答 {answered}／{asked}取組"


def mains_note(axis: str) -> str:
    """軸と重ねて数えない。主管は1取組に1課"""
    return f"{axis}と重ねて数えない。{NO_AXES_NOTE}"


def absent_words(words: Sequence[str], *, first: bool) -> str:
    """見直し・対象外は、今回も前回もない。"""
    when = "今回はない" if first else "今回も前回もない"
    return f"{'・'.join(words)}は、{when}。" if words else ""


def discussed_words(number: int, unit: str) -> str:
    """協議1 標準化・共通化"""
    return f"協議{number} {unit}"


def answered_of(answered: int, asked: int) -> str:
    """12／13"""
    return f"{answered}／{asked}"


def missing_words(word: str, units: Sequence[str], due: date | None, reminded: date | None, paper: Paper) -> list[str]:
    """未回答 13 産学官連携 and so on, then （期限 1月31日、再依頼 2月3日）: pieces that stay whole."""
    days = [f"{what} {day.month}月{day.day}日" for what, day in (("期限", due), ("再依頼", reminded)) if day]
    until = paper.said(f"（{'、'.join(days)}）") if days else ""
    return [f"{word} {units[0]}", *units[1:], *([until] if until else [])]


def more_words(count: int) -> str:
    """ほか3件"""
    return f"ほか{count}件"


def more_units(numbers: Sequence[str], most: int = 12) -> str:
    """ほか3件（5、8、12）; of many only the first are named."""
    named = "、".join(numbers[:most]) + ("など" if len(numbers) > most else "")
    return f"ほか{len(numbers)}件（{named}）"


def nothing_words(word: str, unanswered: int) -> str:
    """特になし（未回答7件を除く）。: nobody knows of units without an answer."""
    return f"特になし（{word}{unanswered}件を除く）。" if unanswered else NOTHING_MORE


def silent_words(before: str, now: str, numbers: Sequence[str], most: int = 12) -> str:
    """前回遅れ・今回未回答：1-2、1-3; of many only the first are named."""
    named = "、".join(numbers[:most]) + (f"など{len(numbers)}件" if len(numbers) > most else "")
    return f"前回{before}・今回{now}：{named}"


def actions_head(word: str) -> str:
    """前回の宿題"""
    return f"前回の{word}"


def actions_words(states: Sequence[tuple[str, int]], total: int, word: str) -> str:
    """4件のうち対応済み3件、対応中1件。"""
    if not total:
        return f"前回の{word}はない。"
    return f"{total}件のうち{'、'.join(f'{state}{count}件' for state, count in states if count)}。"
