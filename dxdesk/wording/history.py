"""What operations are called in 操作の履歴. Each name stands here once."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

_HASH: Final = re.compile(r"[0-9a-f]{64}")

OPERATIONS: Final[dict[str, str]] = {
    "new": "データベースをつくる",
    "plan import": "計画を取り込む",
    "settings": "設定を変える",
    "department add": "課を加える",
    "department rename": "課の名前を変える",
    "department close": "課を閉じる",
    "department order": "建制順を決める",
    "department group": "まとまりを決める",
    "department table": "課の表を取り込む",
    "department groups": "まとまりの表を取り込む",
    "member table": "名簿を取り込む",
    "member add": "委員を加える",
    "member remove": "委員を外す",
    "body stop": "会議体を使わないことにする",
    "body again": "会議体をまた使う",
    "cycle open": "回をつくる",
    "cycle assign": "照会先を変える",
    "cycle close": "回を締める",
    "cycle reopen": "回を開け直す",
    "submit": "提出する",
    "withdraw": "取り下げる",
    "confirm": "所属長が確認する",
    "accept": "受理する",
    "return": "差し戻す",
    "undo review": "受理・差戻しを取り消す",
    "consolidate": "取りまとめる",
    "settle": "くいちがいを直す",
    "correct": "席上で直す",
    "keys": "照会の鍵をつくる",
    "passphrase": "鍵の合言葉を変える",
    "inquire": "照会する",
    "remind": "催促する",
    "remind undo": "催促の記録を取り消す",
    "form": "Excelの回答票をつくる",
    "plan send": "計画のファイルをつくる",
    "view": "閲覧用のファイルをつくる",
    "receive": "事務局のファイルを開く",
    "receive cycle": "前の回の記録を受け取る",
    "hand over": "回答を事務局へ渡す",
    "take in": "回答を取り込む",
    "cancel": "取り込みを取り消す",
    "carry over": "期限後の回答を次の回へ回す",
    "receipt": "受領票をつくる",
    "deliver": "差戻し・席上修正を知らせる",
    "report": "いま報告する",
    "meeting hold": "会議を用意する",
    "meeting change": "会議の日時・場所を直す",
    "meeting cancel": "会議を取り消す",
    "meeting attend": "出席を記録する",
    "meeting attendance": "出席を元に戻す",
    "meeting leave out": "出席から外す",
    "meeting next": "次の会議の日を決める",
    "meeting close": "会議を閉じる",
    "movements edit": "総括の主な動きを直す",
    "movements undo": "総括の主な動きを戻す",
    "packet choose": "会議資料の中身を選ぶ",
    "packet hand out": "会議資料を配布する",
    "meeting reopen": "会議を開け直す",
    "meeting carry-out": "会議を持ち出す",
    "meeting carry-in": "会議を持ち帰る",
    "meeting carry-cancel": "持ち出しをやめる",
    "agenda add": "次第に加える",
    "agenda change": "次第を直す",
    "agenda remove": "次第から外す",
    "agenda move": "次第の順を変える",
    "agenda set": "次第を並べる",
    "agenda confirm": "次第を確定する",
    "agenda reopen": "次第を直せるようにする",
    "decide": "決定を記録する",
    "decide change": "決定を直す",
    "decide delete": "決定を消す",
    "opinion": "付帯意見を記録する",
    "opinion change": "付帯意見を直す",
    "opinion delete": "付帯意見を消す",
    "action": "宿題を記録する",
    "action change": "宿題を直す",
    "action delete": "宿題を消す",
    "remark": "発言を記録する",
    "remark change": "発言を直す",
    "remark delete": "発言を消す",
    "action follow up": "宿題に対応する",
    "action postpone": "宿題の期限を変える",
    "action assign": "宿題の担当を決める",
    "minutes draft": "会議録の案をつくる",
    "minutes edit": "会議録を直す",
    "minutes confirm": "会議録を確定する",
}
"""The names of operations in the audit chain and what a person did."""


def operation_words(operation: str) -> str:
    """What an operation is called; of one that a newer program did, its own name."""
    return OPERATIONS.get(operation, operation)


_SUBJECTS: Final[dict[str, dict[str, str]]] = {
    "settings": {"settings": "評価のことば、段階、呼び名、書き方"},
    "passphrase": {"set": "合言葉で閉じた", "none": "合言葉を外した"},
}
"""What operations were about whose row holds a key and no words."""
KEYS_MADE: Final = "事務局の鍵"
NAMELESS_FILE: Final = "名前の分からないファイル"


def gap_words(number: int, first: int, last: int) -> str:
    """What a taking in lacks: files of the department that were made before and never came."""
    missing = f"{first}" if first == last else f"{first}〜{last}"
    return f"（通番{number}。{missing}は届いていません）"


def subject_words(operation: str, subject: str, units: Mapping[str, str]) -> str:
    """What an operation was about; ``units`` are the names of units by code: one that stands alone is named."""
    if operation == "keys":
        return KEYS_MADE
    if operation == "cancel" and _HASH.fullmatch(subject):
        return NAMELESS_FILE
    if subject in units:
        return f"{subject} {units[subject]}"
    return _SUBJECTS.get(operation, {}).get(subject, subject)


def about(words: str) -> tuple[str, ...]:
    """The operations of which every row is about something that is told with these words and not stored with them."""
    told = {**{key: "、".join(each.values()) for key, each in _SUBJECTS.items()}, "keys": KEYS_MADE}
    return tuple(key for key, each in told.items() if words in each)


def undo_words(words: str) -> str:
    """The button that takes the last step back."""
    return f"直前の操作を元に戻す（Ctrl+Z）：{words}"


UNDO_NOTHING: Final = "元に戻す（この起動でした操作はありません）"


def rows_words(shown: int, whole: int) -> str:
    """How many rows of the history are shown."""
    return f"新しい順に {shown}件／全 {whole}件"
