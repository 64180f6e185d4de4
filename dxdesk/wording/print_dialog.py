"""What the question before printing says. Each sentence stands here once."""

from __future__ import annotations

from typing import Final

TITLE: Final = "印刷する"
PRINTER: Final = "プリンター"
ASKING: Final = "使えるプリンターを調べています…"
NONE: Final = "プリンターがありません"
COPIES: Final = "部数"
PAGES: Final = "ページ"
ALL: Final = "すべて"
CURRENT: Final = "いま見ているページ"
CHOSEN: Final = "ページを選ぶ"
EXAMPLE: Final = "例：1-3,5"
NO_PAGES: Final = "ページを「1-3,5」のように書いてください。"
SIDES: Final = "両面"
SIDES_WORDS: Final = {"one": "片面", "long": "両面（長い辺でとじる）", "short": "両面（短い辺でとじる）"}
TWO_UP: Final = "1枚に2ページ入れる"
GREY: Final = "白黒で印刷する"
MORE: Final = "プリンターの詳しい設定…"
BACK: Final = "戻る"
GO: Final = "印刷する"


def sheets_words(pages: int, sheets: int, papers: str) -> str:
    """What comes out of the printer: pages, sheets of paper for one copy, and their sizes."""
    return f"{pages}ページを、1部{sheets}枚に印刷します。（{papers}）"
