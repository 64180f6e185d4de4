"""What is read while files for the departments are made: 照会, 差戻し, 席上修正 and 閲覧; and what locks them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

BACK: Final = "戻る"

KEYS_WORD: Final = "事務局の鍵の合言葉"
KEYS_LOCKED: Final = "事務局の鍵は合言葉で閉じてあります。この作業が終わるまで、一度だけうかがいます。"
UNLOCK: Final = "鍵を開ける"

MAKE_FILES: Final = "照会ファイルをつくる"
WHOM: Final = "どの課につくりますか"
WHAT_ELSE: Final = "いっしょにつくるもの"
FORM: Final = "Excelの回答票"
FORM_HINT: Final = "このプログラムのない課は、右の表でExcelの回答票にしるしを付けます。"
LETTERS: Final = "照会文（PDF）も課ごとにつくる"
PAPERS: Final = "記入要領、提出前点検表、手書き用の記入票もつくる"
FOLDER: Final = "置く場所"
NO_FOLDER: Final = "つくるときに選びます"
OTHER_FOLDER: Final = "場所を選ぶ…"
CHOOSE_FOLDER: Final = "ファイルを置く場所"
LOCK: Final = "合言葉で閉じる（電話で伝えます）"
FILES_WORD: Final = "照会ファイルの合言葉"
NUMBERS_ONLY: Final = "名前を封の外に書かない"
ASCII_NAMES: Final = "ファイルの名前を英数字にする"
ASCII_NAMES_HINT: Final = "例：R6-2_03-81ca_inquiry.dxd。返ってくる回答も同じになります。"
NUMBERS_ONLY_HINT: Final = "町・計画・回・課の名前が、開かないと読めなくなります。"
FILES_LATER: Final = "この回だけつくる"
MAKING_FILES: Final = "照会ファイルをつくっています…"
NOBODY_CHOSEN: Final = "課を選んでください"
NO_WORD: Final = "合言葉を書いてください"
NEW_KEY: Final = "もう一度つくると、新しい鍵が付きます。前のファイルでも回答できます。"
MAKE_WITH_SUBSTITUTE: Final = "〓でつくる"
OPEN_PLACE: Final = "置いた場所を開く"
TO_COLLECT: Final = "回収へ ›"
MAKE_AGAIN: Final = "ほかの課にもつくる"
NOT_MADE: Final = "まだ"
CLOSED: Final = "この回は締めました。照会ファイルはつくれません。"
NO_CYCLE: Final = "まだ回がありません。次の回をつくると、ここで照会できます。"
CYCLE_STANDS: Final = "回はつくりました。ファイルはまだです。"
NO_PLACE_CHOSEN: Final = "置く場所を選ぶまで、ファイルはつくりません。"
AFTER_ASKING: Final = (
    "ファイルを課へ渡します。共有フォルダにあれば、開いてもらうだけです。",
    "課は、開いて記入し、回答ファイルを返します。",
    "返ってきたファイルは、回収で取り込みます。",
)

_PAPERS: Final = {
    "inquiry": "照会文",
    "submission": "提出前点検表",
    "handwriting": "記入票",
    "guidance": "記入要領",
}
_SHOWN: Final = 5

FILE_KINDS: Final = {
    "inquiry": "照会ファイル",
    "form": "Excelの回答票",
    "letter": "照会文",
    "return": "差戻しファイル",
    "correction": "席上修正ファイル",
    "view": "閲覧ファイル",
}


def make_files(count: int) -> str:
    """The button that makes the 照会 of so many departments."""
    return f"{MAKE_FILES}（{count}課）"


def paper_place(kind: str, department: str, where: str) -> str:
    """照会文（税務課）1頁「…」: where something stands in a paper for a department (name; empty: for all)."""
    return f"{_PAPERS[kind]}{f'（{department}）' if department else ''}{where}"


def substitutes_question(found: Mapping[tuple[str, str], Sequence[str]]) -> str:
    """Asked before papers are made with 〓 in the place of characters, each given with its code point, and the places
    where it stands."""
    lines = [
        f"「{character}」（{code_point}）　{places[0]}{f' ほか{len(places) - 1}か所' if len(places) > 1 else ''}"
        for (character, code_point), places in list(found.items())[:_SHOWN]
    ]
    if len(found) > _SHOWN:
        lines.append(f"ほか{len(found) - _SHOWN}字")
    return "\n".join(("印刷できない文字があります。", *lines, "〓に置きかえてつくりますか。"))


WATCHED_NOW: Final = "これからは、ここに届いた回答をお知らせします。"
CHANGE_WATCHED: Final = "「ファイルの受け渡し」で変える"


def made_files(inquiries: int, forms: int = 0, letters: int = 0) -> str:
    """So many 照会, 回答票 and 照会文 lie there now."""
    if not forms and not letters:
        return f"照会ファイルを{inquiries}件置きました"
    counts = {"照会ファイル": inquiries, "回答票": forms, "照会文": letters}
    return f"{'・'.join(f'{word}{count}件' for word, count in counts.items() if count)}を置きました"


def cycle_and_files(name: str, inquiries: int, forms: int, letters: int) -> str:
    """A cycle was opened and its 照会 made, with what goes along."""
    return f"「{name}」をつくり、{made_files(inquiries, forms, letters)}。"


RETURN_FILE: Final = "差戻しファイルをつくる"
ONLY_RETURN: Final = "差し戻すだけ（ファイルはあとで）"
TELL_CORRECTION: Final = "席上修正を知らせる"
TELL_PUT_RIGHT: Final = "直した文を課に知らせる"
NOT_TOLD: Final = "事務局で直した文を、まだ課に知らせていません。"
TELL_BY_FORM: Final = "Excelで回答した課です。直した文は、新しい回答票か印刷で知らせてください。"


def delivered(kind: str, files: Sequence[str]) -> str:
    """Files that tell departments something lie there now."""
    first = f"{FILE_KINDS[kind]}を置きました：{files[0]}" if files else ""
    return first if len(files) < 2 else f"{FILE_KINDS[kind]}を{len(files)}件置きました。"


VIEW_FILE: Final = "閲覧ファイルをつくる"
VIEW_KINDS: Final = "閲覧ファイル (*.dxd)"
NO_CYCLE_TO_SHOW: Final = "回がまだありません。回をつくってから見せてください。"
