"""What a department reads on its own computer: opening what the secretariat sent, and handing answers over."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Final

from dxdesk.domain.packages import PackageKind, Wish
from dxdesk.domain.replies import RevisionKind
from dxdesk.wording.conflict import SETTLED
from dxdesk.wording.sentences import FIELDS

# handing over
GIVE: Final = "回答ファイルを事務局へ渡す"
GIVE_AGAIN: Final = "もう一度事務局へ渡す"
GIVE_IT: Final = "事務局へ渡す"
NOT_GIVEN_YET: Final = "渡していない回答があります"
GIVE_REST: Final = "残りを記入する"
MEND: Final = "差戻しを直す"
MEND_AND_GIVE: Final = "直して提出し、もう一度渡してください。"
GIVE_TITLE: Final = "回答ファイルを置く場所"
DXD_FILES: Final = "dxdeskのファイル (*.dxd)"
PRINT_CONFIRMATION: Final = "確認票を印刷"
ONLY_TO_GIVE: Final = "あとは事務局へ渡すだけです。"
PART_HOW: Final = "残りは、あとから同じように渡せます。"
NOTHING_TO_GIVE: Final = "渡す回答は、まだありません。"
SUBMIT_FIRST: Final = "提出した回答を、ここから事務局へ渡します。"
GIVEN_WAITING: Final = "渡しました（受領待ち）"
PART_GIVEN: Final = "一部を渡しました"
PART_GIVEN_WAITING: Final = "一部を渡しました（受領待ち）"
GIVE_CANCELLED: Final = "事務局が取り込みを取り消しました。もう一度渡してください。"
DESTINATION: Final = "渡す先"
FILE_NAME: Final = "ファイルの名前"
CHANGE_DESTINATION: Final = "変える"
SHOW_PLACE: Final = "置いた場所を開く"
NO_FOLDER: Final = "渡すときに場所を聞きます。"
GIVEN_SOMEWHERE: Final = "選んだ場所に渡しました。"
CHOOSE_FOLDER: Final = "事務局と共有しているフォルダ"
SEALED_NOTE: Final = "事務局だけが開けます。渡したあとに直したときは、追加の回答になります。"
LATE_NOTE: Final = "この回は締め切っています。期限後の回答として事務局が預かります。"
PRACTISING: Final = "お試しです。渡した回答は見本の事務局が受け取り、返事が届きます。"
OUT_OF_REACH: Final = "共有フォルダにつながりません。記入は続けられます。"
OUT_OF_REACH_NOTE: Final = "いまは共有フォルダにつながりません。ファイルで渡せます。"
WITH_THE_FILE: Final = "回答ファイルといっしょに渡します"
FOLDER_AWAY: Final = "共有フォルダにつながりません。ほかの場所に置くか、つながってからもう一度渡してください。"
CANNOT_PUT: Final = "回答ファイルをまだ渡していません。提出した内容はそのままです。"
CHOICES_AFTER_TROUBLE: Final = ("一覧に戻る", "ほかの場所に置く")
ANSWER_LATE: Final = "事務局へ追加の回答をつくる"
LATE_BEGUN: Final = "追加の回答を書いています。期限後の回答として渡します。"

STEP_GIVE: Final = GIVE_IT
STEP_RECEIPT: Final = "受領"
BY_THIS_BUTTON: Final = "この画面のボタンで"
BY_THE_LIAISON: Final = "担当が渡します"
SHOWN_WHEN_RECEIVED: Final = "事務局が取り込むと、ここに出ます"
SLIP_TO_SIGN: Final = "確認票に印をもらう（任意）"

# opening what came
TURN_BACK: Final = "前の画面に戻る"
OPENED_ELSEWHERE: Final = "開いてあるもう1つの画面に出しました。"
OPEN_FROM_SECRETARIAT: Final = "事務局のファイルを開く(&I)…"
GIVE_ENTRY: Final = "回答を事務局へ渡す(&G)…"
LOCK_WORD: Final = "合言葉"
LOCK_WORD_ASKED: Final = "合言葉がかかっています。事務局から聞いた合言葉を入れてください。"
OPEN_IT: Final = "開く"
CLOSE_NOTICE: Final = "この知らせを閉じる"
ASK_AS_LIAISON: Final = "課へ送る照会ファイルです。このパソコンで課の担当として記入しますか。"
AS_LIAISON: Final = ("戻る", "記入する")
BEGIN_ENTRY: Final = "記入をはじめる"
LOCKED_LIES: Final = "事務局から、合言葉のかかったファイルが届いています。"
INQUIRY_LIES: Final = "事務局から、新しい照会が届いています。"
MEND_RETURNED: Final = "直す"

INQUIRY_TITLE: Final = "課と名前を確かめてください"
INQUIRY_NOTE: Final = "照会ファイルに書いてあったことです。"
ROW_TOWN: Final = "町と計画"
ROW_CYCLE: Final = "回"
ROW_DUE: Final = "締切"
ROW_DEPARTMENT: Final = "課"
ROW_COUNT: Final = "記入する取組"

ARRIVED: Final[dict[PackageKind, str]] = {
    "inquiry": "照会が届きました。",
    "return": "事務局から差戻しが届きました。",
    "correction": "事務局が直した文が届きました。",
    "receipt": "受領票が届きました。",
    "plan": "新しい計画が届きました。次の照会から使います。",
    "view": "新しい内容が届きました。",
}
PUT_RIGHT: Final[dict[RevisionKind, str]] = {
    "correct": "会議での席上修正が届きました。",
    "settle": "事務局がくいちがいを直しました。",
    "answer": "事務局が代わりに記入しました。",
}
"""What the secretariat did in a department's answers, where it was one thing."""
SEE_NEWS: Final = "直した文を見る"


def put_right_words(kinds: Collection[RevisionKind]) -> str:
    """What came, by the kinds of what the secretariat put right."""
    found = [words for kind, words in PUT_RIGHT.items() if kind in kinds]
    return found[0] if len(found) == 1 and len(kinds) == 1 else ARRIVED["correction"]


# what the secretariat put right, at its item
NEWS_FROM: Final = "事務局から"
NEWS: Final[dict[RevisionKind, str]] = {
    "correct": "会議の場で、文を直しました。",
    "settle": "回答がくいちがっていたので、直しました。",
    "answer": "代わりに記入しました。",
    "withdraw": "回答がくいちがっていたので、取り下げにしました。",
}
NEWS_SAID: Final[dict[RevisionKind, str]] = {
    "correct": "会議の場で、文を直しました。",
    "settle": SETTLED,
    "answer": "代わりに記入しました。",
    "withdraw": "取り下げにしました。",
}
WHOLE_CORRECTED: Final = "会議の場で、取りまとめの文を直しました。"
ANSWER_STAYS: Final = "この課の回答はそのままです。"
SEE_WHOLE: Final = "取組一覧で見る"
WRITTEN_BEFORE: Final = "書きかけは、直す前の文がもとです。どちらで続けるか選んでください。"
BEGIN_FROM_NEWS: Final = "直したあとの文から書く"
KEEP_OWN: Final = "書きかけの文で続ける"
BEGUN_FROM_NEWS: Final = "直したあとの文にしました。"
KEPT_OWN: Final = "書きかけの文で続けます。"


def now_says(field: str, text: str) -> str:
    """A field of the 取りまとめ that a meeting corrected, with what it says now."""
    return f"{field}：{text}" if text else field


def written(item: str) -> str:
    """The step by which one went on with other words, as it is taken back."""
    return f"「{item}」の書きかけ"


def news_words(kind: RevisionKind, fields: Sequence[str]) -> str:
    """What the secretariat put right in an item, and in which fields."""
    return NEWS[kind] + (f"直した欄は{'・'.join(fields)}です。" if fields else "")


def wished(wishes: Sequence[Wish]) -> str:
    """Who asked in the room for what, in a sentence; empty where nobody is known."""
    said = "、".join(f"{each.asked_by}（{FIELDS.get(each.field, each.field)}）" for each in wishes)
    return f"求めた方は{said}です。" if said else ""


ANOTHER_DEPARTMENT: Final = ("開かない", "{name}も受けもつ")
"""What can be done with the 照会 of a department that is not answered for on this PC yet."""
PUTS_THERE: Final = "回答ファイルは、この照会があったフォルダに置きます。"
KNOWN_ALREADY: Final = "このファイルは開いてあります。変わりはありません。"


def turned_to(town: str, kind: PackageKind) -> str:
    """The desk that a file is for was opened in place of another one."""
    work = {"view": "閲覧", "reply": "取り込み"}.get(kind, "記入")
    return f"{town}の{work}に切りかえました。"


def takes_on(own: Sequence[str], name: str) -> str:
    """Whether this PC answers for one more department than its own."""
    return f"このパソコンは{'・'.join(own)}の記入に使っています。\n{name}の照会も受けもちますか。"


def why_not(file: str, words: str) -> str:
    """Which file could not be opened, and why."""
    return words if file in words else f"{file}：{words}"


def left_behind(town: str) -> str:
    """Another desk was open, and the way back leads to it."""
    return f"{town}の画面は閉じました。書いた文は残っています。「戻る」で戻れます。"


def part_to_give(total: int, count: int) -> str:
    """So many of the items can be handed over now."""
    return f"{total}件のうち{count}件を渡せます。"


def part_given(total: int, count: int) -> str:
    """So many of the items were handed over."""
    return f"{total}件のうち{count}件を渡しました。"


def returned_items(count: int) -> str:
    """So many items came back with a question, and nothing else is left."""
    return f"差戻しが{count}件あります。"


def changed_since(count: int) -> str:
    """So many items were changed after the hand-over."""
    return f"渡したあとに直した回答が{count}件あります。もう一度渡してください。"


def received(day_and_time: str, held: int = 0) -> str:
    """The secretariat has taken the answers in; 1月28日 10:15. ``held`` of them are not on record yet."""
    waiting = f"。{held}件は、事務局が預かっています。" if held else ""
    return f"受領されました（{day_and_time}）{waiting}"


def given(name: str) -> str:
    """The file was put where it belongs."""
    return f"回答ファイルを置きました：{name}"


def receipt_arrived(day_and_time: str) -> str:
    """The 受領票 came by itself."""
    return f"{received(day_and_time)}。"


def homework_counts(word: str, done: int, rest: int) -> str:
    """How the 宿題 stand that go with the file."""
    return f"{word}　{done + rest}件\n対応済み {done}　対応中 {rest}\n{WITH_THE_FILE}"


def items_to_fill(count: int) -> str:
    """How many items a department is asked about."""
    return f"{count}件"
