"""What the screen and the command say of 主な動き. Each sentence stands here once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

WRITE: Final = "主な動きを直す…"
READ: Final = "主な動きを見る…"
TITLE: Final = "総括の主な動き"
HOW: Final = "はじめは、実績と課題の最初の文が入っています。直した段落は、この回の総括にそのまま印刷します。"
ONLY_READ: Final = "ここでは見るだけです。直せるのは、開いている回の事務局です。"
PRINTED: Final = "載せる"
UP, DOWN = "上へ", "下へ"
AUTOMATIC: Final = "自動の文に戻す"
LOOKED_AT: Final = "確かめた（このままでよい）"
SAVE: Final = "この文にする"
BACK: Final = "戻る"
SAVED: Final = "主な動きを直しました。"
STEP: Final = "主な動きの直し"
LOSE_QUESTION: Final = "直した文は、まだ入っていません。入れずに戻りますか。"
STAY, LOSE = "続けて直す", "入れずに戻る"

HEAD: Final = "主な動き"
BY_PROGRAM: Final = "自動の文です"
OWN: Final = "事務局の文"
LEFT_OUT: Final = "載せない"
NOTHING_CHANGED: Final = "主な動きは、もとのままです。"
_NAMED: Final = 3


def stale_words(changed: Sequence[str]) -> str:
    """直したあとに変わったところ：6 標準化・共通化"""
    named = "、".join(changed[:_NAMED]) + (f"ほか{len(changed) - _NAMED}件" if len(changed) > _NAMED else "")
    return f"直したあとに変わったところ：{named}"


def paragraph_words(label: str, *, own: bool, left_out: bool) -> str:
    """遅れているもの（事務局の文）"""
    state = LEFT_OUT if left_out else OWN if own else BY_PROGRAM
    return f"{label}（{state}）"


def named(label: str, what: str) -> str:
    """A control of a paragraph as it is read aloud."""
    return f"{label}：{what}"
