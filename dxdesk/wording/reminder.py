"""What 催促文 says on the screen; the letter itself stands in the wording of letters."""

from __future__ import annotations

from datetime import date
from typing import Final

PAGE: Final = "催促文"
DEPARTMENTS: Final = "催促する課"
UNTIL: Final = "いつまでに(&D)"
UNTIL_NAME: Final = "いつまでに"
UNTIL_HINT: Final = "文に入る日です"
LETTER: Final = "文"
BACK: Final = "‹ 戻る"
COPY: Final = "文をコピーする"
TO_FILE: Final = "ファイルにする"
PRINT: Final = "印刷する"
NO_PRINTER: Final = "印刷する（プリンターなし）"
COPIED: Final = "文をコピーしました。メールに貼り付けられます。"
KEPT: Final = "催促した日を記録しました。"
KEPT_STEP: Final = "催促の記録"
BLANKS: Final = "印刷する文書では、文書番号と内線が空欄です。印刷してから書き足してください。"
NOBODY: Final = "未回答も差戻しもありません。催促する課はありません。"
NOTHING_YET: Final = "まだ回がありません。次の回をつくると、ここで催促できます。"
CLOSED: Final = "この回は締めています。催促文はつくれません。"


def everybody(count: int) -> str:
    """The row for all departments at once."""
    return f"すべての課（{count}課）"


def owed_words(unanswered: int, returned: int, reminded: date | None = None) -> str:
    """未回答 2・差戻し 1（2月3日に催促）"""
    parts = (f"{word} {count}" for word, count in (("未回答", unanswered), ("差戻し", returned)) if count)
    day = f"（{reminded.month}月{reminded.day}日に催促）" if reminded else ""
    return "・".join(parts) + day
