"""What 変更通知 says."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from dxdesk.domain.plan_changes import ChangeKind

KIND: Final = "通知"
PLAN: Final = "計画"
EDITION: Final = "版"
FROM: Final = "適用"
DECIDED: Final = "決定"
REASON: Final = "趣旨"
CHANGES: Final = "変更"
TO_DO: Final = "お願い"
ALL_HEADS: Final = "各課長"
HEADS: Final = ("番号", "取組", "種類", "変更前", "変更後")
NONE: Final = "（なし）"
NEW: Final = "（新設）"
GONE: Final = "（削る）"
CHANGED: Final = "このことについて、下記のとおり計画を変更しましたので、通知します。"
NUMBERS: Final = "なお、変更前の番号でも、取組を探せます。"
FROM_NEXT: Final = "次の回から、変更後の計画を使います。"
FROM_THIS: Final = "{cycle}から、変更後の計画を使っています。"
PLEASE_CHECK: Final = "別紙1で担当する取組を確かめ、違うところがあれば、事務局へお知らせください。"
KINDS: Final[Mapping[ChangeKind, str]] = {
    "added": "追加",
    "removed": "廃止",
    "merged": "統合",
    "split": "分割",
    "number": "番号変更",
    "name": "名称変更",
    "axis": "移動",
    "owners": "主管課変更",
    "schedule": "期間変更",
    "content": "内容変更",
    "goals": "内容変更",
    "indicators": "指標変更",
}


def subject(plan_title: str) -> str:
    """大河原町DX全体方針の変更について（通知）"""
    return f"{plan_title}の変更について（{KIND}）"


def edition_words(before: str, after: str) -> str:
    """第1版から第2版へ"""
    return f"{before}から{after}へ"


def revision_words(number: int, edition: str | None) -> str:
    """第2版（令和7年3月改訂）; a plan in its first form is 第1版."""
    return f"第{number}版" + (f"（{edition}）" if edition else "")


def count_words(initiatives: int, changes: int) -> str:
    """2取組、3件（別紙1のとおり）"""
    return f"{initiatives}取組、{changes}件（別紙1のとおり）"


def annex_head(before: str, after: str) -> str:
    """変更一覧（第1版から第2版へ）"""
    return f"変更一覧（{edition_words(before, after)}）"
