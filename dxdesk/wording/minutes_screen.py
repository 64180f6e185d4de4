"""What the screen of 会議録 says."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from dxdesk.domain.minutes import BlockKind, Variant
from dxdesk.domain.minutes_checks import OpenPoint
from dxdesk.wording.meeting import OPINION
from dxdesk.wording.problems import RULES

PARTS_TITLE: Final = "会議録の項目"
CONFIRMATION: Final = "confirmation"
PART_WORDS: Final[dict[str, str]] = {
    "time": "日時・場所",
    "attendance": "出席・欠席",
    "openness": "公開の別・資料",
    "agenda": "次第",
    "outlook": "次回・その他",
    CONFIRMATION: "作成・確認",
}
SECTION_WORDS: Final[dict[BlockKind, str]] = {
    "title": "標題",
    "time": "日時",
    "place": "場所",
    "attendance": "出席者",
    "absent": "欠席者",
    "secretariat": "事務局",
    "openness": "公開の別",
    "handout": "配布資料",
    "agenda_head": "次第",
    "item": "議題",
    "reference": "資料番号",
    "explanation": "説明",
    "remark": "質疑・意見",
    "result": "結果",
    "opinion": OPINION,
    "outlook": "今後の予定",
    "other": "その他",
}
HINTS: Final[dict[BlockKind, str]] = {
    "attendance": "名簿は、出席の記録から表になります",
    "explanation": "会議の記録から",
    "result": "選んだ語が、枠の中の文になります",
}
ADD_WORDS: Final[dict[BlockKind, str]] = {
    "handout": "＋ 資料を加える",
    "explanation": "＋ 説明を加える",
    "remark": "＋ 発言を加える",
    "outlook": "＋ 予定を加える",
    "other": "＋ その他を加える",
}
EXAMPLES: Final[dict[BlockKind, str]] = {
    "title": "例）令和6年度第2回見本町推進委員会　会議録",
    "place": "例）役場 大会議室",
    "handout": "例）資料1　進捗状況の総括",
    "explanation": "例）資料1に基づき、事務局から説明した。",
    "remark": "例）（税務課長）繁忙期を避けてほしい。",
    "outlook": "例）次回会議は、8月に開く。",
    "other": "例）特になし。",
}
VARIANT_WORDS: Final[dict[Variant, str]] = {
    "full": "会議録（全文）", "abstract": "議事要旨", "gist": "会議結果概要", "public": "公表用",
}  # fmt: skip

FINISHED_PAGE: Final = "できあがり（この紙面になります）"
FINISHED_SHORT: Final = "できあがり"
LEAVE_OUT: Final = "この項目を載せない"
TAKE_IN: Final = "この項目を載せる"
NOT_IN: Final = "この項目は、会議録に載りません。"
WITHHOLD: Final = "非公開にする（理由を書く）"
WITHHOLD_REASON: Final = "非公開の理由"
REASON_MISSING: Final = "非公開の理由を書いてください。"
RECORDS_STAY: Final = "決定・宿題は記録そのもの。表に載ります"
EDIT_RECORDS: Final = "記録を見る"
CONFIRMER: Final = "確認者"
CONFIRMED_ON: Final = "確定日"
CONFIRMER_EXAMPLE: Final = "例）森 二郎"
CONFIRMER_MISSING: Final = RULES["minutes.no_confirmer"]
BY_HAND: Final = "署名は、印刷してから書きます。"
UNTIL_CONFIRMED: Final = "確定まで何度でも直せます"
CONFIRM: Final = "会議録を確定する"
SAVE_PDF: Final = "PDFで保存"
SAVE_WORD: Final = "Wordで保存"
CORRECT: Final = "理由を書いて直す"
ASK_REASON: Final = "直す理由を1行で書いてください。次の版に載ります。"
BACK_TO_MEETING: Final = "‹ 会議へ戻る"
COMPARE: Final = "前の案と比べる"
STOP_COMPARING: Final = "編集へ戻る"
NOTHING_CHANGED: Final = "前の案から変わったところはありません。"
NO_MEETING: Final = "まだ会議がありません。会議を用意すると、ここで会議録をつくれます。"
MEETING_OPEN: Final = "会議を閉じると、会議録をつくれます。"
NOT_YET_CLOSED: Final = "会議を閉じてから"
NO_MINUTES: Final = "この会議の会議録は、まだありません。"
DRAFT_NOW: Final = "いまの記録から会議録をつくる"
NOT_PRINTED: Final = "紙面をつくれません。書いた文は残っています。"
LOOK_FIRST: Final = "先に確かめる"
CONFIRM_ANYWAY: Final = "このまま確定する"
CONFIRMED: Final = "会議録を確定しました。"
TAKEN_OUT: Final = "会議録から外しました。"
MOVED: Final = "順番を変えました。"
LOOKED_AT: Final = "確かめた"
DRAFTED: Final = "案の文です"

_POINTS: Final = {
    "action_owner": ("{word}{number}：担当がありません", "選ぶ"),
    "no_result": ("議題（{number}）：結論がありません", "選ぶ"),
    "no_record": ("議題（{number}）：記録がありません。了承でよいか確かめてください。", "確かめる"),
    "speaker": ("{text}：出席者にいません", "確かめる"),
}
CONFIRMER_POINT: Final = ("確認者：まだです", "書く")
REASON_POINT: Final = ("非公開：理由がまだです", "書く")


def point_words(point: OpenPoint, action_word: str) -> tuple[str, str]:
    """What is open, and the word of the link that goes there."""
    words, link = _POINTS[point.kind]
    return words.format(word=action_word, number=point.number, text=point.text), link


def drafted_words(parts: int) -> str:
    """So many parts that nobody has opened, with the word of the link."""
    return f"案のままの項目：{parts}　見る"


def open_count(count: int) -> str:
    """How many points are open."""
    return f"あと{count}つ確かめてください。"


NAMED: Final = 3
"""So many open points are named before the minutes are confirmed."""


def ask_open(points: Sequence[str]) -> str:
    """What is still open, the first three by name, before the minutes are confirmed; ``points`` with their links."""
    named = [f"・{each.rsplit('　', 1)[0]}" for each in points[:NAMED]]
    rest = [f"・ほか{len(points) - NAMED}つ"] if len(points) > NAMED else []
    return "\n".join([f"まだ確かめていないところが{len(points)}つあります。", *named, *rest])


def version_title(words: str, number: int) -> str:
    """案 3, 確認中 4."""
    return f"{words} {number}"


def looking_at(title: str) -> str:
    """An earlier version is shown."""
    return f"{title} を見ています。"


def confirmed_words(edition: int, day: str) -> str:
    """The newest version is confirmed; ``day`` as 3月3日."""
    return f"確定しました（第{edition}版・{day}）。"


def difference_title(before: str, now: str) -> str:
    """Heading of the comparison."""
    return f"{before} と {now} のちがい"
