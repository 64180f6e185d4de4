"""Places in a file from another PC as people call them: 4件目の回答の今回の実績 for revisions[3].content.results."""

from __future__ import annotations

import re
from typing import Final

from dxdesk.wording.sentences import FIELDS

_LISTS: Final[dict[str, str]] = {
    "revisions": "回答",
    "reviews": "確認の記録",
    "follow_ups": "宿題の報告",
    "wishes": "席上修正の求め",
    "plans": "計画",
    "settings": "設定",
    "departments": "課",
    "cycles": "回",
    "units": "取組",
    "answers": "回答",
    "slots": "回答票",
    "actions": "宿題",
    "rows": "結果",
    "indicators": "指標",
    "requests": "依頼",
    "done_lines": "済んだ行",
    "reason_codes": "理由の番号",
    "paper_names": "紙に載せる名前",
    "parents": "前の版",
    "after": "前の確認",
    "fields": "欄",
}
_PARTS: Final[dict[str, str]] = {
    **FIELDS,
    "head": "見出し",
    "town": "町",
    "plan": "計画",
    "kind": "種類",
    "count": "件数",
    "made": "作成",
    "number": "番号",
    "sequence": "通番",
    "format": "形式",
    "database": "町のデータベース",
    "unit": "取組",
    "author": "書いた人",
    "role": "役",
    "moment": "日時",
    "target": "確認した回答",
    "question": "問い",
    "date": "日付",
    "outcome": "結果",
    "state": "状態",
    "action": "宿題",
    "late": "期限後の印",
    "revision": "直した版",
    "asked_by": "求めた方",
    "field": "欄",
    "keys": "鍵",
    "previous": "前の回",
    "successor": "引き継いだ課",
    "body_name": "会議",
    "fiscal_year": "年度",
    "plan_revision": "計画の版",
    "settings_revision": "設定の版",
    "audit_head": "操作の記録",
    "package": "回答ファイル",
    "written_by": "記入者",
    "confirmed_by": "確認者",
    "extension": "内線",
    "budget": "予算",
    "value": "値",
    "answered_for": "代わりに答えた課",
    "public": "公表",
}
_SILENT: Final = ("body", "content", "answer")
_STEP: Final = re.compile(r"([^\[\]]+)(?:\[(\d+)\])?", re.DOTALL)


def place_words(place: str) -> str:
    """A path in a package in words; a name that nobody knows stands in brackets, ``中身`` for the whole."""
    steps = [_STEP.fullmatch(step) for step in place.split(".")]
    if not all(steps):
        return f"「{place}」"
    words = [_step_words(step[1], step[2]) for step in steps if step and step[0] not in _SILENT]
    return "の".join(words) or "中身"


def _step_words(name: str, index: str | None) -> str:
    if index is not None:
        return f"{int(index) + 1}件目の{_LISTS.get(name, f'「{name}」')}"
    return _PARTS.get(name) or _LISTS.get(name) or f"「{name}」"
