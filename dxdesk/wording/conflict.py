"""What is read while くいちがい are put right."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

TITLE: Final = "くいちがい"
WHICH: Final = "事務局で直した文と、届いた文がちがいます。どちらを使うか選んでください。"
WHICH_HERE: Final = "いまの文と、あとから届いた文がちがいます。どちらを使うか選んでください。"
WHICH_VERDICT: Final = "受理と差戻しが、同じ回答に出ています。どちらにするか選んでください。"
WHICH_MERGED: Final = "取りまとめが2つあります。どちらを使うか選んでください。"
WHICH_SAME: Final = "2つの文は同じです。直し終えると、1つになります。"
ORIGIN: Final = "もとの文"
NO_ORIGIN: Final = "もとの文はありません"
JOIN: Final = "つなげる"


@dataclass(frozen=True)
class Sides:
    """What two versions are called: the one that was on file first, and the other."""

    ours: str
    theirs: str

    @property
    def uses(self) -> tuple[str, str]:
        """The words on the buttons."""
        return f"{self.ours}を使う", f"{self.theirs}を使う"


OURS_AND_THEIRS: Final = Sides("いまの文", "届いた文")
EARLIER_AND_LATER: Final = Sides("先の文", "あとの文")
"""Of 取りまとめ: neither arrived, and neither counts."""

CHOOSE: Final = "選んでください"
CHOSEN: Final = "✓ 選びました"
USED: Final = "使う文"
USED_HINT: Final = "「つなげる」を選ぶと、ここで文を直せます"
NOT_CHOSEN: Final = "上から選ぶと、ここに入ります"
SAME: Final = "同じだった欄"
WHOLE: Final = "回答"
VERDICT: Final = "確認の結果"
WITHDRAWN: Final = "取り下げ"
NOTHING: Final = "（なし）"
NO_CONFLICTS: Final = "くいちがいはありません。"
NOT_BY_TIME: Final = "日時では決めません。選ぶまでボードには出ません"
LATER: Final = "あとで直す"
BACK: Final = "‹ 前のくいちがい"
FORWARD: Final = "次のくいちがい ›"
TO_COLLECT: Final = "回収へ ›"
DONE: Final = "直し終えた"
SETTLED: Final = "くいちがいを直しました。"
MERGED: Final = "取りまとめ"
SECRETARIAT: Final = "事務局"


def secretariat(name: str | None) -> str:
    """A person of the secretariat."""
    return f"{SECRETARIAT}（{name}）" if name else SECRETARIAT


def left(count: int) -> str:
    """How many places are still open."""
    return f"あと{count}か所"


def done(count: int) -> str:
    """The word on the filled button."""
    return f"{DONE}（{left(count)}）" if count else DONE


def heading(count: int) -> str:
    """The head of the list."""
    return f"{TITLE}　{count}件"


def same(count: int) -> str:
    """The head of the fields that are equal."""
    return f"{SAME}　{count}つ"


def wrote(day: str, who: str, kind: str) -> str:
    """When a version was written, and by whom."""
    return f"{day}　{who}{kind}"


KINDS: Final = {
    "answer": "が提出",
    "correct": "の席上修正",
    "settle": "が直した",
    "withdraw": "が取り下げ",
    "consolidate": "が取りまとめ",
}
VERDICTS: Final = {"accept": "受理", "return": "差戻し"}
VERDICT_CHOICES: Final = ("受理にする", "差戻しにする")
"""The buttons between an 受理 and a 差戻し of the same answer."""
