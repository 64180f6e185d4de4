"""What stands on the slides of a meeting besides the plan's and the town's own words."""

from __future__ import annotations

from datetime import date
from typing import Final

from dxdesk.domain.calendar import short_date

AGENDA: Final = "本日の次第"
EARLIER_ACTIONS: Final = "前回までの{word}"
NO_EARLIER_ACTIONS: Final = "前回までの{word}はありません。"
CURRENT: Final = "いまの議題"
NO_AGENDA: Final = "次第はまだありません。"
READ_BACK: Final = "決定の確認"
READ_BACK_ACTIONS: Final = "{word}の確認"
PLEASE_CONFIRM: Final = "この内容で記録してよいか、ご確認ください。"
SAMPLE_CONTENT: Final = "見本：内容は架空です"
BREAK: Final = "休憩"
NEXT_MEETING: Final = "次回会議まで"
ACTION_STATES: Final = {"open": "対応中", "done": "対応済み", "carried": "次回へ"}

SINCE_PAPER: Final = "資料の配布後に変更"
"""Of a unit of which other answers count than in the papers that were handed out."""


def due_words(day: str) -> str:
    """期限 3月31日（月）."""
    return f"期限 {day}"


def until_words(time: str) -> str:
    """14:50 まで."""
    return f"{time} まで"


def minutes_words(minutes: int) -> str:
    """15分."""
    return f"{minutes}分"


REPORT: Final = "いま報告"


def reported_words(day: date, who: str) -> str:
    """That something was reported between cycles, and by whom."""
    return f"{short_date(day)}に、{who}から報告がありました。"
