"""What 回収 says: the words of its cells, filters, buttons and sentences."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Final

from dxdesk.domain.collection import CellState, Kind, Merged

CELL_WORDS: Final[Mapping[CellState, str]] = {
    "accepted": "✓ 受理",
    "submitted": "提出",
    "withdrawal": "取り下げ待ち",
    "returned": "差戻し",
    "conflict": "くいちがい",
    "waiting": "前の版待ち",
    "draft": "下書き",
    "unanswered": "未回答",
    "spared": "回答なし",
}
SHORT_WORDS: Final[Mapping[CellState, str]] = {"withdrawal": "取り下げ", "waiting": "待ち", "unanswered": "仮"}
"""Where a cell has no room for the whole word."""
SPOKEN: Final[Mapping[CellState, str]] = {**CELL_WORDS, "accepted": "受理"}

KIND_WORDS: Final[Mapping[Kind, str]] = {
    "submitted": "提出",
    "returned": "差戻し",
    "conflict": "くいちがい",
    "unanswered": "未回答",
    "accepted": "受理",
    "spared": "回答なし",
}
MERGED_WORDS: Final[Mapping[Merged, str]] = {
    "single": "―",
    "settled": "✓ 確定",
    "revise": "見直しが必要",
    "conflict": "くいちがい",
}
MERGED_SPOKEN: Final[Mapping[Merged, str]] = {
    "single": "取りまとめなし",
    "settled": "取りまとめは確定",
    "revise": "取りまとめは見直しが必要",
    "conflict": "取りまとめはくいちがい",
}
PROVISIONAL: Final = "仮"
NOT_CONCERNED: Final = "該当しない"
"""What a department says for itself alone; of a unit that concerns nobody the town has a word of its own."""
CONFIRMED_HEAD: Final = "所属長確認"
MERGED_HEAD: Final = "取りまとめ"
WAITING_MERGE: Final = "取りまとめ待ち"
READY: Final = "待ち"
"""Behind the number of accepted answers: they are to be drawn together."""

ACCEPTED: Final = "受理しました。"
RETURNED: Final = "差し戻しました。"
TAKEN_BACK: Final[Mapping[str, str]] = {
    "accepted": "受理を取り消しました。",
    "returned": "差戻しを取り消しました。",
}
ACCEPTING: Final = "受理しています…"
CONFIRMED: Final = "所属長の確認を記録しました。"
ALL_ACCEPTED: Final = "すべて受理しました。"
ONLY_ACCEPTED: Final = "受理した内容だけが会議の画面に映ります"

NO_ANSWER: Final = "回答はまだありません。"
SPARED: Final = "回答はありません。この課の回答なしで取りまとめました。"
BEFORE: Final = {"results": "前回の実績", "issues": "前回の課題", "next": "前回の「次にすること」"}
"""Over what was said last time, where nothing was said yet."""
DRAFT_HERE: Final = "このパソコンに書きかけの回答があります。"
WITHDRAWN: Final = "取り下げられました。回答はありません。"
WAITING: Final = "前の版がまだ届いていません。届くまで預かります。"
WITHDRAWAL: Final = "受理した回答の取り下げです。受理すると未回答になります。"
TWO_VERDICTS: Final = "受理と差戻しの両方があります。どちらかを選んでください。"
RETURN_GIVEN: Final = "差戻しファイルを渡しました"
NOT_CONFIRMED: Final = "まだ確認していません（任意）"
CHOOSE_CELL: Final = "表から回答を選ぶと、ここに内容が出ます。"
NOTHING_ASKED: Final = "この回では、どの課にも聞いていません。"
NO_CYCLE_YET: Final = "まだ回がありません。次の回をつくると、ここに回答が集まります。"
LEAVE_OUT: Final = "受理しないものは、しるしを外してください。"
LEFT_OUT: Final = "差し戻したときから変わらない回答は、外してあります。"
UNCHANGED_SHORT: Final = "変更なし"
UNCHANGED: Final = "差し戻したときから変わっていません。"
RETURN_KEPT: Final = "書きかけの文は残してあります。"
GO_ON_RETURNING: Final = "差戻しの続き"
QUESTION_EXAMPLE: Final = "例）件数の根拠は何ですか。"


def count_words(asked: int) -> str:
    """How many answers were asked for."""
    return f"照会 {asked}件"


def unsent_words(count: int) -> str:
    """So many departments were never sent a file to answer with."""
    return f"照会ファイルがまだ {count}課"


def taken_back_words(kinds: Collection[str]) -> str:
    """What was taken back, by the kinds of the reviews that it followed."""
    words = {"accept": "受理の取り消し", "return": "差戻しの取り消し"}
    found = [word for kind, word in words.items() if kind in kinds]
    return found[0] if len(found) == 1 else "受理・差戻しの取り消し"


def accepted_many(count: int) -> str:
    """Several answers count now."""
    return ACCEPTED if count == 1 else f"{count}件を受理しました。"


def returned_many(count: int) -> str:
    """Several answers went back."""
    return RETURNED if count == 1 else f"{count}件を差し戻しました。"


def nothing_found(words: str) -> str:
    """A search without a hit."""
    return f"「{words}」に合う取組はありません。"


LOOK_BEFORE_WRITING: Final = "取り込みの確認を開く"


def lies_before(department: str) -> str:
    """A file of the department waits while the secretariat is about to write for it."""
    return f"{department}の回答ファイルが届いています。先に取り込むと、書かずに済むかもしれません。"


def held_before(department: str, count: int) -> str:
    """Answers of the department are held while the secretariat is about to write for it."""
    return f"{department}の回答を{count}件預かっています。書く前に、中を確かめてください。"
