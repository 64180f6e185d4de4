"""Sentences that windows say: what happened, what is safe, what to do. Each stands here once."""

from __future__ import annotations

from typing import Final

from dxdesk.wording.problems import RULES

STATUS_MISSING: Final = RULES["missing.status"]
RESULTS_MISSING: Final = RULES["missing.results"]
DIRECTION_MISSING: Final = RULES["missing.direction"]
NOTHING_FITS: Final = "条件に合う取組はありません。"
NOTHING_MOVED: Final = "動きなし"
SUBMITTED: Final = "提出しました。"
TAKEN_BACK: Final = "提出を取り下げました。書いた文は残っています。"
SAVED_ALREADY: Final = "保存済みです。"
NOT_SAVED: Final = "保存できません。入力はこの画面に残っています。"
SAVE_AGAIN: Final = "もう一度保存する"
COPY_ELSEWHERE: Final = "別の場所に控えをとる"
NO_COPY_HERE: Final = "ここには控えをとれません。入力はこの画面に残っています。ほかの場所を選んでください。"
RETURNED: Final = "枠のついた欄を直して、もう一度提出してください。"
SAVED_BY_ITSELF: Final = "入力は自動で保存されます"
NO_OWN_ITEMS: Final = "今回、記入をお願いしている取組はありません。"
NO_CYCLE: Final = "まだ回がありません。事務局が回を開くと、ここから始められます。"
NO_CYCLE_YET: Final = "まだ回がありません。最初の回をつくると、ここから始められます。"
TAKING_BACK: Final = "元に戻しています…"
DOING_AGAIN: Final = "やり直しています…"
NOTHING_TO_UNDO: Final = "元に戻せる操作はありません。"
NOTHING_TO_REDO: Final = "やり直せる操作はありません。"
BACKUP_FAILED: Final = "控えをとれませんでした。入力は保存されています。もう一度自動でとります。"
NOT_HERE: Final = "ほかの課の回答は、この PC にはありません。"
LAST_TIME: Final = "前回"
FIRST_CYCLE: Final = "前回の記入はありません（初めての回です）"
NOTHING_SAID_LAST_TIME: Final = "前回の記入はありません"
CONFLICT: Final = "2つの回答がくいちがっています。事務局が直すまで、この取組は書きかえられません。"
READ_ONLY_ROLE: Final = "見るだけです。"
STAYS_ON_THIS_PC: Final = "通信はしません。入力はこのパソコンの中にだけ残ります。"


STATUS_QUESTIONS: Final[dict[str, str]] = {
    "usual": "いちばん近いものを1つ",
    "yearly": "今年度は実施しましたか。いちばん近いものを1つ",
    "alternate": "今年度は実施しましたか（隔年）。いちばん近いものを1つ",
    "anytime": "この間に実施しましたか（随時）。いちばん近いものを1つ",
    "deadline": "期限に間に合いますか。いちばん近いものを1つ",
    "conditional": "条件はととのいましたか。いちばん近いものを1つ",
    "study": "検討は進んでいますか。いちばん近いものを1つ",
}
"""What is asked beside 今の状況, by the kind of schedule."""

LATER_QUESTIONS: Final[dict[str, str]] = {
    "study": "結論をいつ出しますか（任意）",
    "conditional": "条件がととのうのはどのころですか（任意）",
}
"""What is asked beside 次にすること, where it is not the usual question."""


def over_guide(guide: int, over: int, slide: int) -> str:
    """A text longer than the guide value; it is saved all the same."""
    return f"{guide}字を超えています（＋{over}字）。このままでも提出できます。会議の画面には最初の{slide}字が映ります。"


def all_submitted(count: int) -> str:
    """Every own item is handed in."""
    return f"{count}件すべて提出しました。"


def other_department(department: str | None) -> str:
    """An item that a department was not asked about."""
    return f"見るだけです（{department}の担当ではありません）" if department else "見るだけです"


def closed_cycle(day: str) -> str:
    """The cycle is closed; ``day`` as 2月13日, empty where it is not known."""
    return f"この回は締めました（{day} 確定）。" if day else "この回は締めました。"


def being_checked(submitted: int, accepted: int, assigned: int) -> str:
    """Answers were handed in and are not accepted yet; of several departments, how many."""
    counted = f"（提出 {submitted}／{assigned}課・受理 {accepted}／{assigned}課）" if assigned > 1 else ""
    return f"提出された回答を事務局が確かめています{counted}。"


def handed_in(name: str) -> str:
    """A hand-in as a step; ``name`` is the item's short name."""
    return f"「{name}」の提出"


UNNAMED: Final[dict[str, str]] = {"open_cycle": "次の回をつくる", "close_cycle": "この回を締める"}
"""What is written on a page that is about nothing else than itself, by the key of the page."""


def came_back(name: str, others: int, *, projected: bool = False) -> str:
    """The sitting before ended by itself; ``name`` is what was written last, with how many others. ``projected``: in
    the middle of a meeting."""
    begun = "会議の途中" if projected else "前回の続き"
    if not name:
        return f"{begun}から開きました。失われた入力はありません。"
    more = f" ほか{others}件" if others else ""
    return f"{begun}から開きました。書きかけの「{name}」{more}も戻っています。"


def taken_back(words: str) -> str:
    """A step was taken back."""
    return f"元に戻しました：{words}"


def done_again(words: str) -> str:
    """A step that had been taken back was done again."""
    return f"やり直しました：{words}"


def held(name: str, since: str, host: str) -> str:
    """Another window or person has the database; ``since`` as 14:20, ``host`` empty for this PC."""
    who = f"{name}さんが" if name else ""
    where = f"パソコン「{host}」で" if host else "このパソコンの別の画面で"
    return f"この計画は{who}{where}開いています（{since}から）。いまは見るだけです。"


STILL_HELD: Final = "まだ開けません。そちらを閉じてから、もう一度開いてください。"
OPEN_AGAIN: Final = "もう一度開く"
OPENED_AGAIN: Final = "開き直しました。書き込めます。"


def past_cycle(name: str) -> str:
    """An earlier cycle is looked at."""
    return f"{name} の記録を見ています。"


HELD_WORDS: Final[dict[str, str]] = {
    "read_only_place": "この計画は書き込めない場所にあります。いまは見るだけです。",
    "read_only": "見るだけで開いています。",
    "unchecked": "データを確かめています。終わるまで見るだけです。",
}


def own_status(word: str) -> str:
    """The status a department had given last time, where another counted."""
    return f"課の回答は{word}"
