"""What 前回の決定と宿題の処理状況 says. Each sentence stands here once."""

from __future__ import annotations

from typing import Final

DECIDED: Final = "前回の決定"
DECISION_HEADS: Final = ("番号", "決定の内容", "取組・議題", "結果", "{word}")
ACTION_HEADS: Final = ("番号", "内容", "担当", "期限", "状況", "対応・\n未了の理由")
NOTHING_DECIDED: Final = "前回の会議で決定したことはない。"
NOTHING_GIVEN: Final = "処理を報告する{word}はない。"
DECISION: Final = "決"


def title_words(word: str) -> str:
    """前回の決定と宿題の処理状況"""
    return f"前回の決定と{word}の処理状況"


def actions_title(word: str) -> str:
    """宿題の処理状況"""
    return f"{word}の処理状況"


def sub_words(name: str, day: str, today: str) -> str:
    """前回の会議：令和6年度第1回推進員会議（令和6年9月10日）　令和7年2月6日現在

    A second meeting is about the cycle that its papers call 今回, as the one before it was: so it says what was before.
    """
    return f"前回の会議：{name}（{day}）　{today}現在"


def counted_words(done: int, total: int) -> str:
    """対応済み 2／3件"""
    return f"対応済み {done}／{total}件"
