"""What 印刷 says of 会議資料一式. Each sentence stands here once."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from dxdesk.domain.calendar import table_date
from dxdesk.domain.packet_editions import AppendedFile

CHOOSE: Final = "中身を選ぶ…"
CHOOSE_TITLE: Final = "会議資料の中身"
PARTS: Final = "入れるものと順"
MARKS: Final = "印"
MORE: Final = "紙と範囲"
APPENDED: Final = "うしろに付けるPDF"
UP: Final = "上へ"
DOWN: Final = "下へ"
ADD_FILES: Final = "PDFを付ける…"
REMOVE_FILE: Final = "外す"
GO: Final = "この中身にする"
BACK: Final = "戻る"
DRAFT: Final = "（案）と刷る"
CAUTION: Final = "取扱注意と刷る"
COLLECT: Final = "会議後回収と刷る"
A4: Final = "一覧表をA4横2枚ひと組にする"
ALL_SHEETS: Final = "個票をすべての取組につける"
ONLY_CHANGED: Final = "変わった頁だけ（差し替え）"
HAND_OUT: Final = "配布したことを記録…"
NOT_HANDED_OUT: Final = "未配布"
KINDS: Final = "PDF (*.pdf)"
FILES_BEFORE: Final = "前の版に付けたPDF…"
LEAVE_OUT: Final = "この版には付けない"
DO_NOT: Final = "やめる"
RECORD: Final = "記録する"
NAMED: Final = 3
"""So many files are named; the others are counted."""


def edition_name(edition: int) -> str:
    """What the name of a file with only the changed pages says."""
    return f"差し替え第{edition}版"


def summary(parts: int, appended: int, handed_out: tuple[int, str] | None) -> str:
    """How many parts go in, how many files behind them, and which edition was handed out last, and when."""
    words = f"資料{parts}点" + (f"・付けるPDF {appended}件" if appended else "")
    if handed_out is None:
        return f"{words}・{NOT_HANDED_OUT}"
    number, moment = handed_out
    return f"{words}・第{number}版を{table_date(datetime.fromisoformat(moment).astimezone().date())}に配布"


def missing_words(files: Sequence[AppendedFile]) -> str:
    """Files of the last edition that are not chosen: the first of them, and how many more."""
    named = "、".join(each.words for each in files[:NAMED])
    return f"前の版に付けたPDF：{named}" + (f"、ほか{len(files) - NAMED}件" if len(files) > NAMED else "")


def missing_question(files: Sequence[AppendedFile]) -> str:
    """Asked of files of the last edition that are not chosen."""
    return f"{missing_words(files)}\n選び直して、この版にも付けますか。"


def hand_out_question(edition: int) -> str:
    """Asked before the packet is recorded as handed out."""
    if edition == 1:
        return "この会議資料を第1版として配布した記録を残しますか。\nあとから、変わった頁だけを印刷できます。"
    return f"変わった頁を第{edition}版として配布した記録を残しますか。\n次は、この版とくらべます。"


def handed_out_said(edition: str) -> str:
    """It is recorded."""
    return f"配布を記録しました：{edition}"


def part_spoken(title: str, goes_in: bool, place: int, of: int) -> str:
    """A part as it is read aloud."""
    return f"{title}、{'入れる' if goes_in else '入れない'}、{of}のうち{place}番目"
