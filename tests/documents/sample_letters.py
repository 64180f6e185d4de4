"""Letters of a made-up cycle, for the papers of 照会 and 回答."""

from __future__ import annotations

from datetime import UTC, date, datetime

from dxdesk.domain.letters import AskedUnit, DepartmentAsked, Letterhead, Sender
from dxdesk.domain.sheets import Occasion

NOW = datetime(2025, 2, 3, 9, 0, tzinfo=UTC)
DUE = date(2025, 2, 6)
SENDER = Sender("大河原町", "デジタル化推進員会議", "渡邊 和夫", "政策企画課")
HEAD = Letterhead(
    "大河原町DX全体方針",
    "令和6年度 第2回",
    SENDER,
    date(2024, 12, 20),
    date(2024, 12, 31),
    date(2025, 1, 31),
    date(2025, 2, 13),
    "共有フォルダ　政策企画課／DX推進／令和6年度第2回／回答",
    sample=True,
)
BARE = Letterhead(
    "見本町DX計画", "第1回", Sender("見本町"), None, date(2024, 12, 31), date(2025, 1, 31), None, sample=False
)
"""A town that has set nothing."""

ABOUT = Occasion(
    "大河原町", "大河原町DX全体方針", "令和6年度 第2回", "デジタル化推進員会議", date(2025, 2, 13), sample=True
)

QUESTION = "用紙の枚数の根拠を書いてください。"
TOWN_LIFE = DepartmentAsked(
    "町民生活課",
    (
        AskedUnit("3", "手続ガイドラインの導入", "main", "全庁", previous="warn", state="accepted"),
        AskedUnit("4", "マイナンバーカードの普及促進", "main", previous="ok", state="submitted"),
    ),
    reply_file="令和6年度第2回_町民生活課_回答.dxd",
)
TRADE = DepartmentAsked(
    "商工観光課",
    (
        AskedUnit("2", "キャッシュレス決済の導入", "related", previous="ok"),
        AskedUnit("5", "情報発信の拡充", "related", previous="ok", state="accepted"),
        AskedUnit(
            "8", "ペーパーレス化の推進", "related", previous="ok", state="returned", fields=("results",),
            question=QUESTION,
        ),
        AskedUnit("13", "産学官連携による地域活性化", "main", provisional=True, previous="ok"),
    ),
    writer="今野 春子",
    reply_file="令和6年度第2回_商工観光課_回答.dxd",
)  # fmt: skip


def many(count: int, name: str = "デジタル技術を活用した業務の効率化") -> DepartmentAsked:
    """A department that is asked about so many units and has answered none."""
    units = tuple(AskedUnit(f"MEGO-{at}-1", name, "main", previous="ok") for at in range(1, count + 1))
    return DepartmentAsked("総務課文書情報グループ", units)
