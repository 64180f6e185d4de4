"""What 方向性・予算要求一覧 says. Each sentence stands here once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from dxdesk.domain.calendar import Years, fiscal_year_words
from dxdesk.domain.directions import DECIDED_THERE, DirectionRow
from dxdesk.domain.indicator_table import number_of
from dxdesk.domain.next_year import amount_words
from dxdesk.domain.replies import Budget, Outlook
from dxdesk.domain.settings import Settings

DIRECTIONS_TITLE: Final = "方向性・予算要求一覧"
NUMBER_HEAD, UNIT_HEAD, STATUS_HEAD, DIRECTION_HEAD = "番号", "取組", "今回の状況", "次年度の\n方向性"
BUDGET_HEAD, REASON_HEAD = "予算要求\n（千円）", "理由・次にすること"
TOTAL: Final = "合計"
NEXT_YEAR: Final = "次年度"
NEXT_YEAR_HEADS: Final = ("次年度の方向性", "次年度の予算")
OF_NEXT_YEAR: Final = "次年度の"
DIRECTION_LABEL: Final = "次年度の方向性"
BUDGET_LABEL: Final = "次年度の予算"
REQUESTED: Final = "要求する"
NOT_YET_KNOWN: Final = "額は未定"
CIRCLE_ONE, WRITE_ONE = "1つを○で囲む", "1つを書く"
THOUSAND_YEN: Final = "千円"
SOURCE: Final = "財源"
NOT_ASKED_FOR: Final = "要求しない"
AMOUNT_OPEN: Final = "要求する\n（額は未定）"
SILENT: Final = "記入なし"
NOTHING_TOLD: Final = "この回の回答に、次年度の方向性と予算要求の記入がない。"


def title_words(plan: str, year: int, years: Years) -> str:
    """大河原町DX全体方針　令和7年度の方向性・予算要求一覧"""
    return f"{plan}　{fiscal_year_words(year, years)}の{DIRECTIONS_TITLE}"


def direction_said(row: DirectionRow, settings: Settings) -> str:
    """継続, 記入なし; where nothing goes on ―（完了）, and where the meeting decides 会議で決める"""
    if row.finished:
        return f"―（{settings.status_word(row.card.status)}）"
    return row.direction or (DECIDED_THERE if row.left_to_meeting else SILENT)


def total_words(left_out: int) -> str:
    """合計（額が未定の2取組を含まない）"""
    return f"{TOTAL}（額が未定の{left_out}取組を含まない）" if left_out else TOTAL


def counts_words(counts: Sequence[tuple[str, int]]) -> str:
    """方向性：拡充 2・現状維持 8・記入なし 3"""
    return "方向性：" + "・".join(f"{word or SILENT} {count}" for word, count in counts)


def source_words(source: str) -> str:
    """（財源：国補助）"""
    return f"（財源：{source}）"


def budget_words(budget: Budget | None) -> str:
    """1,200千円（財源：国補助）, 要求しない, 要求する（額は未定）; empty where nothing is said."""
    if budget is None:
        return ""
    if budget.requested is False:
        return NOT_ASKED_FOR
    source = source_words(budget.source) if budget.source else ""
    if budget.thousand_yen:
        unit = "千円" if number_of(budget.thousand_yen) is not None else ""
        return f"{amount_words(budget.thousand_yen)}{unit}{source}"
    return (AMOUNT_OPEN.replace("\n", "") if budget.requested else "") + source


def outlook_words(outlook: Outlook) -> tuple[tuple[str, str], ...]:
    """What is said about the next year, each under its head; nothing that is not said."""
    said = (outlook.direction or "", budget_words(outlook.budget))
    return tuple((head, words) for head, words in zip(NEXT_YEAR_HEADS, said, strict=True) if words)


def direction_words(direction: str) -> str:
    """［次年度：拡充］, behind what is to be done next."""
    return f"［{NEXT_YEAR}：{direction}］"
