"""What documents are called: in the names of their files, and where one chooses among them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from dxdesk.domain.printing import PrintKind

DOCUMENT_NAMES: Final[Mapping[PrintKind, str]] = {
    "packet": "会議資料",
    "agenda": "次第",
    "approval": "伺い",
    "invitation": "開催通知",
    "circulation": "供覧",
    "script": "進行台本",
    "minutes": "会議録",
    "abstract": "議事要旨",
    "gist": "会議結果概要",
    "public": "会議録_公表用",
    "list": "進捗一覧表",
    "sheet": "個票",
    "actions": "{word}一覧",
    "summary": "総括",
    "schedule": "工程表",
    "indicators": "指標一覧",
    "directions": "方向性・予算要求一覧",
    "crosswalk": "国の項目との対応表",
    "glossary": "用語集",
    "guidance": "記入要領",
    "board": "ボード",
    "preparation": "点検表_会議準備",
    "submission": "点検表_提出前",
    "action": "点検表_取組実行",
    "handwriting": "記入票",
    "security": "点検表_情報セキュリティ",
    "year-end": "点検表_年度末",
    "day": "点検表_会議当日",
    "survey": "点検表_国の調査",
    "inquiry": "照会文",
    "reminder": "催促文",
    "missing": "未回答一覧",
    "confirmation": "確認票",
    "change-notice": "変更通知",
    "comparison": "新旧対照表",
}
"""What a document is called in the name of its file; ``{word}`` is the town's word for 宿題."""

GROUPS: Final[tuple[tuple[str, tuple[tuple[PrintKind, str], ...]], ...]] = (
    ("会議資料一式", (("packet", ""),)),
    ("次第", (("agenda", "次第"), ("approval", "伺い（決裁用）"))),
    ("開催通知", (("invitation", ""),)),
    ("進行台本", (("script", ""),)),
    (
        "会議録",
        (
            ("minutes", "全文"),
            ("abstract", "要旨"),
            ("gist", "概要（1枚）"),
            ("public", "公表用"),
            ("circulation", "供覧"),
        ),
    ),
    (
        "総括・工程表など",
        (
            ("summary", "総括"),
            ("schedule", "工程表"),
            ("indicators", "指標一覧"),
            ("directions", "方向性・予算要求一覧"),
            ("crosswalk", "国の項目との対応表"),
            ("glossary", "用語集"),
            ("board", "ボード"),
        ),
    ),
    ("進捗一覧表", (("list", ""),)),
    ("個票", (("sheet", ""),)),
    ("{word}一覧", (("actions", ""),)),
    (
        "点検表",
        (
            ("preparation", "会議準備"),
            ("submission", "提出前"),
            ("action", "取組実行"),
            ("security", "情報セキュリティ"),
            ("year-end", "年度末・計画見直し"),
            ("day", "会議当日・議長進行"),
            ("survey", "国の調査"),
        ),
    ),
    ("記入票（手書き用）", (("handwriting", ""),)),
    ("確認票（所属長）", (("confirmation", ""),)),
    (
        "照会の文書",
        (("inquiry", "照会文"), ("guidance", "記入要領"), ("reminder", "催促文"), ("missing", "未回答一覧")),
    ),
    ("計画の変更", (("change-notice", "変更通知"), ("comparison", "新旧対照表"))),
)
"""印刷するもの: a word, and the kinds under it with their own words where there are several. ``{word}`` as above."""

HEADINGS: Final[Mapping[str, tuple[str, ...]]] = {
    "会議": ("会議資料一式", "次第", "開催通知", "進行台本", "会議録"),
    "取組の状況": ("総括・工程表など", "進捗一覧表", "個票", "{word}一覧"),
    "課とのやりとり": ("点検表", "記入票（手書き用）", "確認票（所属長）", "照会の文書"),
    "計画": ("計画の変更",),
}
"""What stands above the words of 印刷するもの, in their order."""
