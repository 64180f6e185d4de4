"""What the slides of a meeting and their window say. Each stands here once."""

from __future__ import annotations

from typing import Final

TREND: Final = "状況の推移"
CHANGED: Final = "前回から"
ROADMAP: Final = "道のり"
ROADMAP_WORDS: Final = "これまでの状況と、これからの計画"
MONTHS_WORDS: Final = "今年度の状況と、これからの計画"
CONTINUED: Final = "（続き）"
NO_LAST_YEAR: Final = "終わりの年度の記載なし"
UNDATED: Final = f"点線：{NO_LAST_YEAR}"
OWN_YEARS: Final = "単年・隔年"
MARK: Final = "◆"
AND_LATER: Final = "～"


SIZES: Final = ("標準", "大", "特大")
"""The sizes of letters on slides, smallest first."""

VIEW_WORDS: Final = {
    "board": "ボード",
    "roadmap": "道のり",
    "trend": "推移",
    "agenda": "次第",
    "actions": "宿題",
    "readback": "決定の確認",
    "break": "休憩",
    "blank": "白",
}
"""The slides that are not of one unit."""

ALSO_AS_TABLE: Final = "同じ内容は「表で見る」で読めます。"
ALL_STATUSES: Final = "すべて"
READING: Final = "読み込んでいます…"
NO_UNITS: Final = "計画に取組がありません。"


TYPED: Final = {
    "agenda": "協議{typed}：{name}（Enterで開く）",
    "unit": "番号 {typed}：{name}（Enterで開く）",
    "axis": "{typed}の1つ目：{name}（Enterで開く）",
}
"""What a number being typed would open: by 本日の協議, by the unit's own number, by that of its axis."""


def unknown_number(typed: str) -> str:
    """A number that no unit has, or several."""
    return f"番号 {typed}：続きを打つか、Escで消します"


def page_number(number: int, pages: int) -> str:
    """1／2ページ."""
    return f"{number}／{pages}ページ"


def roadmap_title(years: int | None) -> str:
    """3年間の道のり; of a plan without an end only 道のり."""
    return f"{years}年間の{ROADMAP}" if years else ROADMAP


def year_title(year: str) -> str:
    """令和6年度の道のり."""
    return f"{year}の{ROADMAP}"


def turned(word: str, *, silent: bool = False) -> str:
    """順調へ: what a unit changed to; 今回は未回答 where it is ``silent``, for no answer is no change."""
    return f"今回は{word}" if silent else f"{word}へ"


def and_more(count: int, marked: bool) -> str:
    """There are more lines than have room; ``marked``: one of them is of a single year or every second one."""
    return f"ほか{count}件" + (MARK if marked else "")
