"""What 工程表 says. Each sentence stands here once."""

from __future__ import annotations

from typing import Final

SCHEDULE_TITLE: Final = "工程表"
UNIT_HEAD, TEXT_HEAD, WHEN_HEAD, STATUS_HEAD = "取組", "内容（工程）", "実施時期\n（計画の記載）", "今回の状況"
AS_OF: Final = "基準日"
LEGEND: Final = "凡例"
CLOSED: Final = "計画（期間が決まっているもの）"
OPEN: Final = "計画（終わりの年度を原本で確認していないもの）"
DONE: Final = "実績（取組の報告による）"
ANYTIME: Final = "随時（●は報告）"
YEARLY: Final = "毎年・隔年（◆実施、◇これから）"
REST: Final = "休みの年度"
DUE: Final = "期限"
QUARTERS: Final = "縦の点線は四半期。状況は取組ごとに1つ。"
UNREPORTED: Final = "過ぎた年度で印のないものは、報告がない。"
NOT_BY_DATE: Final = "随時・毎年は、日付から遅れを判定しない。"
NO_LINES: Final = "計画に工程（内容と実施時期）の記載がない。取組ごとの状況は、進捗状況一覧表にある。"


def size_words(units: int, lines: int) -> str:
    """9取組16工程"""
    return f"{units}取組{lines}工程"
