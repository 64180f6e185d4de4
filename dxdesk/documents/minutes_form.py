"""Whether a .docx can be the form for 会議録: it is filled once with everything and once with hardly anything."""

from __future__ import annotations

from typing import Final

from dxdesk.documents.minutes_words import Words
from dxdesk.documents.word import check_form

_PARTS: Final = (
    "日時", "場所", "出席", "欠席者", "事務局", "公開の別", "次第", "配布資料", "議事", "決定", "宿題", "今後の予定",
    "その他", "作成",
)  # fmt: skip
_LISTS: Final = ("出席者", "議事", "決定", "宿題", "署名")
_TEXTS: Final = (
    "日時", "場所", "出席", "欠席者", "事務局", "公開の別", "次第", "配布資料", "今後の予定", "その他", "標題", "版",
    "町", "会議", "宿題の語", "なし", "履歴", "脚", "見本", "照合", "作成",
)  # fmt: skip


def _row(*names: str, hidden: bool = False) -> Words:
    """A row of a table whose cells say what they are; one with ``非公開`` in it shows that or its cells."""
    found = {name: name for name in names}
    return {**found, "非公開": "非公開" if hidden else ""} if "非公開" in names else found


def _records(*names: str) -> list[Words]:
    return [_row(*names, "非公開"), _row(*names, "非公開", hidden=True)]


EVERYTHING: Final[Words] = {
    **{name: name for name in _TEXTS},
    "番号": dict.fromkeys(_PARTS, "1"),
    "全部": True,
    "出席者": [_row("区分", "職", "氏名", "出欠", "区分２", "職２", "氏名２", "出欠２")],
    "議事": [
        {
            "見出し": "見出し",
            "資料": "資料",
            "行": [
                {"符号": "ア", "名": "説明", "文": "文", "結果": ""},
                {"符号": "ウ", "名": "結果", "文": "", "結果": "結果"},
            ],
        }
    ],
    "決定": _records("番号", "内容", "取組", "議題", "結果"),
    "宿題": _records("番号", "内容", "担当", "期限"),
    "署名": _records("区分", "職", "氏名", "日付", "押印"),
}
"""Every name a form can show, with something to show."""

_NOTHING: Final[Words] = {
    **dict.fromkeys(_TEXTS, ""),
    "番号": dict.fromkeys(_PARTS, ""),
    "全部": False,
    **{name: [] for name in _LISTS},
}


def check_minutes_form(content: bytes, name: str) -> None:
    """Raise Problem where a .docx cannot be the form for 会議録; ``name`` is what the file is called."""
    check_form(content, name, EVERYTHING, _NOTHING)
