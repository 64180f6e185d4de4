"""What the spreadsheet of all units says."""

from __future__ import annotations

from datetime import date
from typing import Final

from dxdesk.domain.calendar import table_date

HEADS: Final = (
    "番号",
    "取組",
    "実施主体",
    "計画の記載",
    "今回の状況",
    "前回の状況",
    "前回比",
    "実施段階",
    "今回の実績",
    "課題",
    "次にすること",
    "決めてほしいこと",
    "会議での扱い",
)


def basis_note(cycle: str, as_of: date) -> str:
    """Which cycle a table is of."""
    return f"{cycle}（基準日 {table_date(as_of)}）"


def previous_note(cycle: str) -> str:
    """Which cycle 前回 is."""
    return f"「前回」は{cycle}の状況です。"


def checking_note(word: str, count: int) -> str:
    """How many of the unanswered units wait for the secretariat; ``word`` for 未回答."""
    return f"{word}のうち{count}件は、事務局が確認中です。"
