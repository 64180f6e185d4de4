"""What 記入 says about confirming, following up, and what comes next. Each sentence stands here once."""

from __future__ import annotations

from typing import Final

RESULTS: Final = "今回の実績"
RESULTS_ASKED: Final = "今回の実績（必須）"
CHANGE: Final = "直す"
WRITE: Final = "書く"
READ: Final = "読む"
CONFIRM: Final = "確認した"
CONFIRMED: Final = "✓ 確認済み"
ALL_CONFIRMED: Final = "すべて確認しました。"
NOTHING_TO_CONFIRM: Final = "確かめる回答は、まだありません。"
CONFIRM_HOW: Final = "カードを押すと全部を読めます。確認は任意です。記録に残り、取り消せません。"
CONFIRM_LATER: Final = "一覧に戻る"
CONFIRM_WAIT: Final = "担当が提出すると、ここで確かめられます。"
CONFIRM_DONE: Final = "あとは事務局が確かめます。"
CONFIRM_DONE_TO_GIVE: Final = "あとは担当が事務局へ渡します。"
CONFIRMER: Final = "確認する方"
CONFIRMER_TITLE: Final = "職名"
CONFIRMER_NAME: Final = "氏名"
USUAL_TITLE: Final = "課長"
DONE_HOW: Final = "あとは事務局が確かめます。直すところがあれば、ここから直せます。"
HEAD_MAY_CONFIRM: Final = "課長が確かめられます"
NO_MEETING_YET: Final = "日程はこれから決まります"
BACK_TO_COLLECT: Final = "回収へ戻る"
BACK_TO_CONFIRMING: Final = "確認の一覧へ戻る"
SEE_INITIATIVES: Final = "取組一覧を見る"
CONFLICT_WAIT: Final = "提出する（事務局が直すまでお待ちください）"
HELD_WAIT: Final = "提出する（いまは見るだけです）"
CLOSED_WAIT: Final = "提出する（この回は締めました）"
HANDED_IN_ALREADY: Final = "提出済みです（直すと、もう一度提出できます）"
CONFIRM_NOTHING: Final = "すべて確認した（提出を待っています）"
DIRECTION: Final = "次年度の方向性"
DIRECTION_ASKED: Final = "次年度の方向性（必須）"
CHOOSE_DIRECTION: Final = "選んでください"
NO_DIRECTION_YET: Final = "（まだ決めない）"
DECIDED_AT_MEETING: Final = "（会議で決める）"
NO_DIRECTION_OF_IT: Final = "（選ばない）"
BUDGET: Final = "予算要求"
BUDGET_NAME: Final = "次年度の予算（千円）"
THOUSAND_YEN: Final = "千円"
SOURCE_NAME: Final = "財源"
BUDGET_EXAMPLE: Final = "例）1,500"
SOURCE_EXAMPLE: Final = "例）一般財源"
NOT_MEASURED_WHY: Final = "測れないわけ"
NOT_MEASURED_SHORT: Final = "わけ"
NOT_MEASURED_WHY_EXAMPLE: Final = "測れないわけ　例）集計が来月のため"


BEGUN: Final = {
    "accepted": "受理された回答を直しはじめました。提出し直すまで、受理の内容が使われます。",
    "submitted": "提出した回答を直しはじめました。もう一度提出してください。",
}
"""By the state of an answer that is being changed."""
ASK_MISSING: Final = "決めてほしいことを1行で書くと、会議で話が早く進みます。"


def begun(name: str) -> str:
    """A changed answer as a step; ``name`` is the item's short name."""
    return f"「{name}」の直しはじめ"


def withdrawn(name: str) -> str:
    """取り下げ as a step; ``name`` is the item's short name."""
    return f"「{name}」の取り下げ"


def confirmed_so_far(count: int, rest: int) -> str:
    """All that was handed in is confirmed; ``rest`` items are not handed in."""
    return f"提出された {count}件を確認しました。あと{rest}件は提出を待っています。"


def to_confirm(count: int) -> str:
    """So many answers wait for 所属長確認."""
    return f"{count}件の回答を確かめてください。"


def confirm_all(count: int) -> str:
    """The word on the button that confirms every answer that waits."""
    return f"すべて確認した（{count}件）"


def confirm_question(count: int, who: str) -> str:
    """Asked before so many answers are confirmed at once; ``who`` is 課長　山田 一郎."""
    return (
        f"{count}件の回答を、まとめて確認します。\n確認する方：{who}\n\n"
        "確認は記録に残り、取り消せません。\n1件ずつ確かめるときは、カードの「確認した」を押してください。"
    )


def confirm_count(count: int) -> str:
    """The word on the button that confirms so many answers after all."""
    return f"{count}件を確認する"


def confirmed_now(count: int) -> str:
    """Answers were confirmed."""
    return "確認しました。" if count == 1 else f"{count}件を確認しました。"


def homework_set(word: str, state: str) -> str:
    """A 宿題 as a step; ``word`` is the town's word for it, ``state`` 対応済み."""
    return f"{word}を「{state}」にしました。"


def fill_in_for(department: str) -> str:
    """The word on the button that leads to the items of another department."""
    return f"{department}の分を記入する"
