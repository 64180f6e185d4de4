"""What 印刷 says. Each sentence stands here once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from dxdesk.domain.minutes import Stage

WHAT: Final = "印刷するもの"
KIND: Final = "種類"
RANGE: Final = "範囲"
MEETING: Final = "会議"
DEPARTMENT: Final = "課"
UNIT: Final = "取組"
PAPER: Final = "用紙"
PAPER_WORDS: Final[dict[str, str]] = {"A3": "A3横（折って綴じる）", "A4": "A4横（左右2枚ひと組）"}
BOARD_PAPER_WORDS: Final[dict[str, str]] = {"A4": "A4横", "A3": "A3横"}
ALL_DEPARTMENTS: Final = "すべての課"
NO_MEETING: Final = "会議はまだです"
NO_MINUTES: Final = "会議を閉じてから"
NOBODY_ASKED: Final = "聞いている取組がありません"

PAGE: Final = "印刷"
BEFORE: Final = "印刷の前に"
CLOSE: Final = "閉じる"
FIX: Final = "直しに行く"
NO_MISSING: Final = "ありません"
BLANKS: Final = "書き足すところ"
BLANKS_WORDS: Final = "文書番号と内線は空欄です。"
DEADLINE_OVER: Final = "提出期限"
MAKING: Final = "つくっています…"
STOPPED: Final = "つくるのをやめました。"
MAKE_AGAIN: Final = "もう一度つくる"
STOP: Final = "やめる"
SAVE_PDF: Final = "PDFで保存"
SAVE_WORKBOOK: Final = "Excelで保存"
SAVE_WORD: Final = "Wordで保存"
OTHER_WAYS: Final = "保存・開く ▾"
OPEN_OUTSIDE: Final = "ほかのソフトで開く"
PRINT: Final = "印刷する（Ctrl+P）"
NO_PRINTER: Final = "印刷する（プリンターがありません）"
PRINT_SHORT: Final = "印刷する"
NO_PRINTER_SHORT: Final = "プリンターなし"
NO_PRINTER_HINT: Final = "プリンターが見つかりません。PDFで保存して、別のPCで印刷できます。"
NOT_OPENED: Final = "開くソフトが見つかりません。PDFで保存してから開いてください。"
NOT_PRINTED: Final = "印刷できません。プリンターの電源とつながりを確かめてください。"
WITH_SUBSTITUTE: Final = "〓で印刷する"
SAVE_WITH_SUBSTITUTE: Final = "〓で保存する"
OPEN_WITH_SUBSTITUTE: Final = "〓で開く"
GO_BACK: Final = "戻る"
OTHER_NAME: Final = "別の名前で保存する"
DO_NOT_SAVE: Final = "保存をやめる"

FIT_WIDTH: Final = "幅に合わせる"
FIT_PAGE: Final = "全体"
FULL_SIZE: Final = "100 %"
ZOOM: Final = "表示の大きさ"
PREVIOUS_PAGE: Final = "‹ 前のページ"
NEXT_PAGE: Final = "次のページ ›"
PAGES_OF: Final = "紙面"
WHY_NONE: Final = "紙面がないわけ"

_OLD_STAYS: Final = "前のファイルはそのままです。"
SAVE_TROUBLE: Final[Mapping[str, str]] = {
    "disk_full": "ディスクがいっぱいで、{name}を保存できません。前のファイルはそのままです。",
    "not_writable": "書き込めない場所なので、{name}を保存できません。前のファイルはそのままです。",
    "folder_missing": "フォルダが見つからないので、{name}を保存できません。",
    "is_folder": "{name}という名前のフォルダがあるので、保存できません。",
    "is_database": "{name}は計画のデータベースです。上書きしていません。",
    "name_too_long": "名前が長すぎて、{name}を保存できません。",
    "open_elsewhere": "{name}はほかのソフトで開いています。前のファイルはそのままです。",
    "disk": "ディスクに書けないので、{name}を保存できません。前のファイルはそのままです。",
}
"""Why a file was not saved."""


def all_units(count: int) -> str:
    """Every unit, with how many there are."""
    return f"すべての取組（{count}件）"


def discussed_units(count: int) -> str:
    """The units on the agenda only."""
    return f"協議する取組だけ（{count}件）"


def page_words(number: int, of: int) -> str:
    """Where one is among the pages."""
    return f"{number}／{of}ページ"


def page_spoken(number: int, of: int) -> str:
    """A page as it is read aloud."""
    return f"{number}ページ目、全{of}ページ"


def making_words(done: int, total: int, pages: int) -> str:
    """How far the pages are; ``total`` pieces, where somebody counts them."""
    counted = f"（{done}／{total}）" if total > 1 else ""
    return f"{MAKING}{counted}" + (f"　{pages}ページできました" if pages else "")


def saved_words(name: str) -> str:
    """A file was saved."""
    return f"保存しました：{name}"


def sent_words(pages: int) -> str:
    """The pages went to the printer."""
    return f"{pages}ページをプリンターへ送りました。"


def save_trouble(code: str, name: str, *, new: bool = False) -> str:
    """The sentence for a file that could not be saved; of a ``new`` one none stayed as it was."""
    words = SAVE_TROUBLE.get(code, SAVE_TROUBLE["disk"]).format(name=f"「{name}」")
    return words.replace(_OLD_STAYS, "") if new else words


def numbered_name(name: str) -> str:
    """The button that saves under a free name."""
    return f"「{name}」で保存する"


def missing_question(characters: Sequence[tuple[str, str]]) -> str:
    """Asked before paper or file is made with 〓 in the place of characters, each given with its code point."""
    shown = "、".join(f"「{character}」（{code_point}）" for character, code_point in characters[:5])
    more = f"ほか{len(characters) - 5}字" if len(characters) > 5 else ""
    return f"{shown}{more}は印刷できない文字です。\n〓に置きかえて続けますか。"


def since_edition_head(edition: int) -> str:
    """The packet that was handed out is not what it would be now."""
    return f"第{edition}版から変わった回答"


REPLACE_WORDS: Final = "「変わった頁だけ（差し替え）」で、配り直す頁を印刷できます。"


def units_head(count: int) -> str:
    """How many units a document shows."""
    return f"取組 {count}件"


def unanswered_head(word: str, count: int) -> str:
    """How many units are unanswered; ``word`` for 未回答."""
    return f"{word} {count}件" if count else word


def items_head(count: int) -> str:
    """How many items an agenda has."""
    return f"議題 {count}件"


def decided_head(decisions: int, actions: int, word: str) -> str:
    """What a meeting left behind; ``word`` for 宿題."""
    return f"決定 {decisions}件・{word} {actions}件"


def actions_head(count: int, word: str) -> str:
    """How many action items are listed; ``word`` for 宿題."""
    return f"{word} {count}件"


def actions_words(actions: int, without_owner: int, word: str) -> tuple[str, ...]:
    """Whether every action item has somebody who does it."""
    if without_owner:
        return (f"担当のない{word}が{without_owner}件あります",)
    return ("すべて担当があります",) if actions else ()


def stage_words(stage: Stage) -> tuple[str, tuple[str, ...]]:
    """How far the minutes are, and what that means for paper."""
    return {
        "draft": ("会議録は案です", ("「案」と印刷されます。",)),
        "checking": ("会議録は確認中です", ("「確認中」と印刷されます。",)),
        "confirmed": ("会議録", ("確定しています",)),
    }[stage]


def missing_head(count: int) -> str:
    """How many characters no face has."""
    return f"使えない文字 {count}字" if count else "使えない文字"


def missing_words(character: str, code_point: str, where: str, unit: str) -> str:
    """One of them and its place; ``unit`` is the code of the unit whose text has it, empty where it is none's."""
    return f"「{character}」（{code_point}）" + (f"取組{unit}　" if unit else "") + where


def more_characters(count: int) -> str:
    """The button that names the other characters."""
    return f"ほか{count}字を見る"


def more_words(count: int) -> str:
    """Those that are not named."""
    return f"ほか{count}件"


def pages_head(count: int) -> str:
    """How many pages there are."""
    return f"{count}ページ"


def paper_words(width: float, height: float) -> str:
    """A4縦, A3横 … for a page in points; its millimetres where it is neither."""
    short, long = sorted((round(width * 25.4 / 72), round(height * 25.4 / 72)))
    name = {(210, 297): "A4", (297, 420): "A3"}.get((short, long), f"{short}×{long} mm")
    return f"{name}{'横' if width > height else '縦'}"


BEFORE_FIRST_DUE: Final = "この提出期限は、照会文の提出期限より前です。"


def deadline_over_words(day: str) -> str:
    """The deadline in a letter comes before the day of the letter."""
    return f"提出期限（{day}）が、文書の日付より前です。"
