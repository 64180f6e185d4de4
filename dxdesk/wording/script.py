"""What 進行台本 says beside the words to be spoken."""

from __future__ import annotations

from typing import Final

SCRIPT_TITLE: Final = "進行台本"
FOR_SECRETARIAT: Final = "事務局用"
NOT_ON_SCREEN: Final = "会議の画面には映りません。"
HEADS: Final = ("時刻", "分", "議題・話す言葉", "メモ")
EXPLAINS: Final = "説明"
LEAD_MEMO: Final = "進行メモ"


def before_words(now: str, before: str) -> str:
    """今の状況：遅れ（前回 順調）"""
    return f"今の状況：{now}（前回 {before}）" if before and before != now else f"今の状況：{now}"


def time_words(taken: int, planned: int | None) -> str:
    """議題の合計 60分（予定の90分まで、あと30分）。"""
    if planned is None:
        return f"議題の合計 {taken}分。"
    if taken > planned:
        return f"議題の合計 {taken}分（予定の{planned}分より{taken - planned}分長い）。"
    return f"議題の合計 {taken}分（予定の{planned}分まで、あと{planned - taken}分）。"
