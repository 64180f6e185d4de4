"""What is read while several departments' answers are drawn together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from dxdesk.domain.consolidation import Standing
from dxdesk.domain.merge import SlotState
from dxdesk.wording.paper import names_words

STANDING_HEADS: Final[Mapping[Standing, str]] = {
    "disputed": "くいちがい",
    "waiting": "取りまとめ待ち",
    "revise": "見直しが必要",
    "partial": "回答がそろっていないもの",
    "done": "取りまとめ済み",
    "early": "受理した回答がまだないもの",
    "single": "1課だけに聞いたもの",
}
SLOT_WORDS: Final[Mapping[SlotState, str]] = {
    "unanswered": "未回答",
    "submitted": "受理を待っています",
    "accepted": "受理",
    "returned": "差戻し中",
    "withdrawn": "取り下げ",
    "conflict": "くいちがい",
    "waiting": "前の版を待っています",
}
FIELD_WORDS: Final[Mapping[str, str]] = {
    "results": "実績",
    "issues": "課題",
    "next": "次に",
    "ask": "協議",
    "direction": "方向",
    "budget": "予算",
}
HEAVIEST: Final = ("いちばん重い回答", "最も重い", "重い")
"""For as much room as there is."""
BEGUN: Final = "書きかけ"
PUT_IN: Final = "入れた"
PUT: Final = "＋ 入れる"
CLICK_HINT: Final = "文を押すと、右の欄に（課名）つきで入ります"
SHOWN_HINT: Final = "この内容が会議の画面と資料に載ります"
FILL_HINT: Final = "回答から入れるか、ここで書けます"
NOT_BY_ITSELF: Final = "自動では決めません。"
NOTHING_TO_DRAW: Final = "この回には、取りまとめる取組がありません。"
NO_CYCLE_YET: Final = "まだ回がありません。次の回をつくると、ここで取りまとめられます。"
ALL_DRAWN: Final = "取りまとめ待ちはありません。"
DRAWN: Final = "取りまとめました。"
TAKEN_BACK: Final = "取りまとめを取り消しました。文は残っています。"
DISPUTED: Final = "取りまとめがくいちがっています。先に、くいちがいを直してください。"
DISPUTED_UNIT: Final = "取りまとめが2つあります。どちらもまだ数えていません。"
SETTLE: Final = "くいちがいを直す"
PASSED: Final = "書いているあいだに、取りまとめが変わりました。確定しても両方が残り、あとでえらべます。"
BOTH_KEPT: Final = "ほかにも取りまとめがありました。両方を残したので、くいちがいを直してください。"
CHANGED_SINCE: Final = "取りまとめのあとで、回答が変わりました。いまの取りまとめは数えています。"
NOT_YET: Final = "受理した回答がまだありません。先に回収で受理してください。"
CLOSED_UNIT: Final = "この回は締めました。取りまとめは記録のままです。"

USE_MAIN: Final = "主管の回答をそのまま使う"
MAIN_NOT_ACCEPTED: Final = "主管の回答を受理すると使えます。"
NOBODY_CONCERNED: Final = "受理した回答は「該当しない」だけです。"


def use_of(department: str) -> str:
    """Using the answer of a department that is not 主管: 主管 says 該当しない."""
    return f"{department}の回答をそのまま使う"


def answered(accepted: int, assigned: int) -> str:
    """How many of the departments asked have an answer that counts."""
    return f"回答 {accepted}／{assigned}課"


def heaviest_is(word: str) -> str:
    """The worst answer there is, for the eye; nothing is chosen by itself."""
    return f"{NOT_BY_ITSELF}いちばん重い回答は {word} です" if word else NOT_BY_ITSELF


def last_time(status: str, stage: str) -> str:
    """What the unit said in the cycle before."""
    return f"前回：{'・'.join(each for each in (status, stage) if each)}"


def without_words(silent: Sequence[str], unreviewed: Sequence[str]) -> str:
    """Whose answers are not in what is made final: departments that owe one, and those whose answer nobody accepted."""
    found = f"未回答：{names_words(silent)}。確定すると、回答なしになります。" if silent else ""
    return found + (f"受理していない回答：{names_words(unreviewed)}。" if unreviewed else "")


UNDRAWN: Final = "まだ取りまとめていない取組"


def undrawn_units(count: int, ready: int) -> str:
    """How many units nobody has drawn together, and how many of them can be now."""
    return f"{UNDRAWN} {count}件（うち取りまとめ待ち {ready}件）"
