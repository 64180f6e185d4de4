"""What people read: a sentence for every problem, by its code. Braces stand for the values of the problem.

A sentence says what happened, then what is safe; the last one says what to do.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from dxdesk.domain.calendar import plain_date
from dxdesk.domain.errors import Problem
from dxdesk.wording.exchange import EXCHANGE
from dxdesk.wording.packages import PACKAGE_SENTENCES
from dxdesk.wording.problems import ENVIRONMENT, OLD_STAYS, RULES
from dxdesk.wording.reply_forms import FORM_SENTENCES

FIELDS: Final[dict[str, str]] = {
    "status": "今の状況",
    "stage": "実施段階",
    "results": "今回の実績",
    "issues": "課題",
    "next": "次にすること",
    "discuss": "会議での扱い",
    "ask": "決めてほしいこと",
    "private_memo": "非公表メモ",
    "to_secretariat": "事務局への連絡",
    "reason": "理由",
    "measures": "対応策",
    "forecast": "完了見込み",
    "direction": "次年度の方向性",
    "budget": "次年度の予算",
    "budget_source": "財源",
    "effects": "効果",
    "initiative": "取組",
    "department": "課",
    "departments": "課",
    "cycle": "回",
    "name": "名前",
    "as_of": "基準日",
    "due": "締切",
    "meeting": "会議",
    "field": "欄",
    "indicator": "指標",
    "item": "議題",
    "text": "文",
    "title": "職・件名",
}
"""Fields and arguments as people call them."""

SENTENCES: Final[dict[str, str]] = {
    **RULES,
    **PACKAGE_SENTENCES,
    **EXCHANGE,
    **FORM_SENTENCES,
    # the file of a plan
    "pack.invalid": (
        "計画ファイル「{file}」に直すところが{count}件あります。何も取り込んでいません。"
        "下のところを直して、もう一度読み込んでください。"
    ),
    "json.too_big": "ファイルが{limit}KBより大きいため読めません。計画のファイルかどうか確かめてください。",
    "json.encoding": "{position}バイト目がUTF-8の文字ではありません。文字コードをUTF-8にして保存し直してください。",
    "json.too_deep": "{line}行目でかっこが{limit}重より深くなっています。かっこの閉じ忘れがないか確かめてください。",
    "json.syntax": (
        '{line}行目の{column}文字目がJSONの書き方と合いません。その前後の「,」「"」やかっこの過不足を直してください。'
    ),
    "pack.not_a_pack": "計画のファイルではありません。全体が{{ }}で囲まれた計画のファイルを選んでください。",
    "pack.format": (
        "形式{format}で書かれています。このプログラムが読めるのは形式{known}です。"
        "新しいプログラムで開くか、形式{known}で書き出してください。"
    ),
    # the form of an entry
    "pack.unknown_key": "「{text}」という項目は計画の形式にありません。綴りを直すか、消してください。",
    "pack.key_twice": "「{text}」が同じところに2回あります。1つだけ残してください。",
    "pack.missing_key": "必要な項目「{text}」がありません。書き足してください。",
    "pack.not_text": '文字を書くところが「{text}」になっています。" "で囲んだ文字にしてください。',
    "pack.not_integer": '整数を書くところが「{text}」になっています。" "で囲まない整数にしてください。',
    "pack.not_yes_no": "trueかfalseを書くところが「{text}」になっています。trueかfalseにしてください。",
    "pack.not_list": "並びを書くところが「{text}」になっています。[ ]で囲んでください。",
    "pack.not_object": "項目のまとまりを書くところが「{text}」になっています。{{ }}で囲んでください。",
    "pack.not_null": "何も書かないところに「{text}」があります。nullにしてください。",
    "pack.other_number": '「{text}」は使えない数です。整数にするか、" "で囲んだ文字にしてください。',
    "pack.word": "「{text}」はここでは使えません。次のどれかにしてください：{words}",
    "pack.members": '構成する課が「{text}」になっています。課のidの並び、"all"、nullのどれかにしてください。',
    # texts
    "text.character": "{position}文字目に使えない文字（{code_point}）があります。消すか、打ち直してください。",
    "text.too_long": "{length}文字あります。{limit}文字までに縮めてください。",
    "text.too_many_lines": "{lines}行あります。{limit}行までに縮めてください。",
    "pack.blank": "文字がありません。書き入れるか、なくてよい項目ならnullにしてください。",
    "pack.short_name": "略称「{text}」は{width}文字分あります。全角{limit}文字（半角は0.5文字）までに縮めてください。",
    "pack.plan_id": "計画のid「{text}」は使えません。半角の英小文字・数字・-・_だけで40文字までにしてください。",
    # ids and references
    "pack.not_uuid": (
        "「{text}」はidの書き方（UUID、英小文字）ではありません。"
        "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxxの形のidにしてください。"
    ),
    "pack.twice": "「{text}」は{first}にもあります。どちらかを直すか消してください。",
    "pack.not_found": "「{text}」は{list}にありません。{list}にあるものに直すか、{list}に書き足してください。",
    "pack.circle": "「{text}」から上へたどると元に戻ってしまいます。つながりの1つをnullにしてください。",
    "pack.unknown_owner": (
        "担当「{text}」という課もグループもありません（近い名前：{near}）。"
        "departmentsかgroupsに書き足すか、名前を直してください。"
    ),
    # the tree
    "pack.too_many_levels": "段が{limit}より多くあります。{limit}までに減らしてください。",
    "pack.level_order": "段「{name}」の役割{role}の順が合いません。levelsを{order}の順に並べてください。",
    "pack.parent_level": (
        "段「{level}」のものが段「{parent_level}」の下にあります。levelsで先に書かれた段のものを親にしてください。"
    ),
    "pack.code_missing": "段「{level}」のものに番号がありません。ほかと重ならない番号をcodeに書いてください。",
    "pack.code_unwanted": "段「{level}」のものに番号「{text}」が付いています。codeをnullにしてください。",
    "pack.not_known": (
        "「{text}」は{list}で「どこに付くか不明」（known: false）とされています。"
        "付くところが分かったならknownをtrueにし、分からないならここから消してください。"
    ),
    "pack.question_missing": (
        "「{name}」はどこに付くか不明（known: false）ですが、確認の問いがありません。"
        "openにfieldを「{field}」とする行を足してください。"
    ),
    "pack.national_item": (
        "「{text}」は国の取組事項の番号ではありません。N1～N7、A1～A3、O1～O2、S1、Xの形にしてください。"
    ),
    # years, days, numbers
    "pack.alternate_from": "隔年の取組に最初の年度がありません。fromに最初に行う年度を書いてください。",
    "pack.years_reversed": "終わりの年度{to}が始まりの年度{from}より前です。年度を直してください。",
    "pack.year": "{year}は年度として読めません。西暦の{least}～{most}で書いてください。",
    "pack.day": "「{text}」は日付として読めません。2025-04-01の形で書いてください。",
    "pack.days_reversed": "終わりの日{to}が始まりの日{from}より前です。日付を直してください。",
    "pack.too_small": "{number}は小さすぎます。{least}以上にしてください。",
}


def _fill(sentence: str, values: Mapping[str, object]) -> str:
    shown = {name: plain_date(value) if isinstance(value, date) else value for name, value in values.items()}
    return sentence.format_map(shown)


def problem_words(problem: Problem) -> str:
    """The sentence of a problem, filled with its values; with its field in front where that is known, unless the
    sentence itself begins with the place it is about."""
    count = {"count": len(problem.problems), "file": problem.place}
    words = _fill(SENTENCES[problem.code], {**count, **problem.values})
    field = FIELDS.get(problem.place)
    named = (
        field is None
        or words.startswith(tuple(field.split("・")))
        or problem.code.startswith(("missing.", "field.unknown"))
    )
    named = named or SENTENCES[problem.code].startswith("{place}")
    return words if named else f"{field}：{words}"


def environment_words(code: str, place: str, values: Mapping[str, object]) -> str:
    """The sentence about the environment (disk, folder, server, lock); of a ``new`` file none stayed as it was."""
    words = ENVIRONMENT[code].replace(OLD_STAYS, "") if values.get("new") else ENVIRONMENT[code]
    return _fill(words, {"name": "", "other": "", **values, "place": place})


def cause(words: str) -> str:
    """What is the matter: the first sentence of a message."""
    return words.partition("。")[0] + "。"


def remedy(words: str) -> str:
    """What to do: the last sentence of a message."""
    return words.rstrip("。").rpartition("。")[2].strip() + "。"
