"""What 指標一覧 says. Each sentence stands here once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

INDICATORS_TITLE: Final = "指標一覧"
NAME_HEAD, UNIT_HEAD, BASELINE_HEAD, TARGET_HEAD = "指標", "単位", "基準値\n（時点）", "目標"
RESULT_HEAD, RATE_HEAD, NOTES_HEAD = "実績\n（時点・区分）", "達成率", "所管・備考"
NO_INDICATORS: Final = "計画に指標の定めがない。"
NOT_MEASURED: Final = "測れない"
RATE_NOTE: Final = (
    "達成率は、今年度の目標（ないときは次の目標）に対する割合。減らす指標は、基準値から目標までのうち進んだ割合。"
)
WORDS_NOTE: Final = "数で表せないものは、達成率を出さない。"


def count_words(count: int) -> str:
    """12指標"""
    return f"{count}指標"


def target_head(year: str) -> str:
    """令和7年度 under 目標"""
    return f"{TARGET_HEAD}\n{year}"


def before_words(value: str) -> str:
    """前回 55"""
    return f"前回 {value}"


def against_words(year: str) -> str:
    """（令和7年度比）"""
    return f"（{year}比）"


def other_targets(pairs: Sequence[tuple[str, str]]) -> str:
    """ほかの目標：令和12年度 80"""
    return f"ほかの目標：{'、'.join(f'{year} {value}' for year, value in pairs)}"


def source_words(source: str) -> str:
    """出典：住民課調べ"""
    return f"出典：{source}"
