"""Whether a .docx can be the form for letters: it is filled once with everything and once with hardly anything."""

from __future__ import annotations

from typing import Final

from dxdesk.documents.letter_words import Words
from dxdesk.documents.word import check_form

_TEXTS: Final = ("文書番号", "日付", "宛先", "発信者", "代表者", "標題", "担当")
_ANNEX: Final = ("別紙", "別紙の題")
_UNIT: Final[Words] = {name: name for name in ("番号", "取組", "立場", "前回")}
_OWED: Final[Words] = {name: name for name in ("番号", "取組", "立場", "状態", "お願い")}

EVERYTHING: Final[Words] = {
    "手紙": [
        {
            **{name: name for name in _TEXTS},
            "本文": ["本文"],
            "項目": [{"番号": "1", "名": "名", "文": "文", "取組": [_UNIT], "催促": [_OWED]}],
            "次がある": more,
            **dict.fromkeys(_ANNEX, "別紙" if more else ""),
        }
        for more in (True, False)
    ],
    "見本": "見本",
}
"""Every name a form can show, with something to show."""

_NOTHING: Final[Words] = {
    "手紙": [{**dict.fromkeys(_TEXTS, ""), "本文": [], "項目": [], "次がある": False, **dict.fromkeys(_ANNEX, "")}],
    "見本": "",
}


def check_letter_form(content: bytes, name: str) -> None:
    """Raise Problem where a .docx cannot be the form for letters; ``name`` is what the file is called."""
    check_form(content, name, EVERYTHING, _NOTHING)
