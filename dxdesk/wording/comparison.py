"""What 新旧対照表 says. Each sentence stands here once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from dxdesk.domain.plan_changes import Aspect

COMPARISON_TITLE: Final = "新旧対照表"
NUMBER_HEAD, KIND_HEAD, REASON_HEAD = "番号", "区分", "理由"
LEFT_OUT: Final = "（略）"
NEW: Final = "（新設）"
GONE: Final = "（削る）"
DRAFT: Final = "（案）"
UNDERLINED: Final = "下線の部分は改正する部分"
RULE: Final = (
    "変更のない部分は「（略）」、加える部分は改正前の欄に「（新設）」、除く部分は改正後の欄に「（削る）」とした。"
    "番号は使い回さない。"
)
NO_ANSWERS: Final = "影響　改正する取組に、この回の回答はない。"
NO_CHANGES: Final = "計画は変わっていない。"
LABELS: Final[Mapping[Aspect, str]] = {
    "number": "番号",
    "name": "",
    "axis": "軸",
    "owners": "実施主体",
    "schedule": "実施時期",
    "content": "内容",
    "goals": "現状・目標",
    "indicators": "指標",
}
"""What stands before what is said; the name needs nothing before it."""


def title_words(plan: str, *, draft: bool) -> str:
    """大河原町DX全体方針　新旧対照表（案）"""
    return f"{plan}　{COMPARISON_TITLE}{DRAFT if draft else ''}"


def sub_words(before: str, after: str) -> str:
    """改正後＝第2版（令和7年3月改訂）　改正前＝第1版　下線の部分は改正する部分"""
    return f"改正後＝{after}　改正前＝{before}　{UNDERLINED}"


def head_words(side: str, number: int) -> str:
    """改正後（第2版）"""
    return f"{side}（第{number}版）"


def answers_words(rows: Sequence[tuple[str, int]]) -> str:
    """影響　この回の回答（取組3の2件、取組4の1件）は、改正前の計画への回答として残す。"""
    counts = "、".join(f"取組{number}の{count}件" for number, count in rows)
    return f"影響　この回の回答（{counts}）は、改正前の計画への回答として残す。"
