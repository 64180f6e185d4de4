"""What the board says on paper. Each sentence stands here once."""

from __future__ import annotations

from typing import Final

BOARD_TITLE: Final = "進捗状況ボード"
DISCUSSED: Final = "本日の協議"
ORDER_NOTE: Final = "協議の順"
BETTER_NOTE: Final = "前回より良化"
WORSE_NOTE: Final = "悪化"
CHECKING: Final = "（確認中）"


def stage_note(*, first: bool) -> str:
    """What the squares of a stage mean; in the first cycle there is none to go on from."""
    return f"実施段階（{'黒＝これまで' if first else '黒＝前回まで、斜め＝今回進んだ'}、白＝これから）"


def before_stage(word: str) -> str:
    """前回 検討"""
    return f"前回 {word}"


def frame_words(late: str, warn: str) -> str:
    """太い枠＝遅れ・要注意"""
    return f"太い枠＝{late}・{warn}"


def stages_words(words: str, count: int) -> str:
    """段階：これから→情報収集→… (the first has no square)"""
    return f"段階：{words}（□{count}個は2番目から）"
