"""What 会議の進行 says. Each sentence stands here once."""

from __future__ import annotations

from typing import Final

ON_SCREEN: Final = "いま映っている画面"
NOT_PROJECTED: Final = "投影すると映る画面"
ON_LAPTOP: Final = "手もとの画面（固定中）"
HIDDEN_SCREEN: Final = "手もとの画面（隠しています）"
LAPTOP_STAYS: Final = "手もとの操作は映りません"
NEXT_SCREEN: Final = "次に映る画面"
LAST_SCREEN: Final = "この先に映す画面はありません"
MEMO: Final = "事務局メモ"
MEMO_NOTE: Final = "映りません・会議録にも載りません"
MEMO_EXAMPLE: Final = "例）質問が出たら資料3ページの工程表を映す。"
LEAD_MEMO: Final = "進行メモ"
MATTER: Final = "資料"
PICTURE: Final = "画面"

TO_SLIDES: Final = "画面を見る"
TO_MATTER: Final = "資料を見る"
TO_RECORDS: Final = "記録に戻る"

STEP_BACK: Final = "‹ 前へ"
STEP_ON: Final = "次へ ›"
BOARD: Final = ("ボード（F5）", "ボード（F5）", "ボード")
"""The words on a button: in full, and shorter where there is less room."""
ROADMAP: Final = "道のり"
MORE_VIEWS: Final = "ほか ▾"
MORE_VIEWS_NAME: Final = "ほかの画面を映す"
FREEZE: Final = ("映す画面を固定（F11）", "固定（F11）", "固定")
HIDE: Final = ("画面を隠す（F12）", "隠す（F12）", "隠す")
READ_BACK: Final = "復唱のため映す（F4）"
READ_BACK_ON: Final = "復唱を映しました。"
READ_BACK_OFF: Final = "復唱を戻しました。"
READ_BACK_OVER: Final = "映した復唱を戻す（F4）"
TODAY: Final = "今日の合計"
READ_BACK_MARK: Final = "復唱済み"

NOT_THERE: Final = "投影の画面が外れています"


def time_words(item: int | None, planned: int | None, whole: int | None, whole_planned: int | None) -> tuple[str, str]:
    """この議題 6分／15分 and 全体 38分／90分, in minutes; nothing for what has not begun."""
    return _spent("この議題", item, planned), _spent("全体", whole, whole_planned)


def _spent(what: str, spent: int | None, planned: int | None) -> str:
    if spent is None:
        return ""
    return f"{what} {spent}分" + (f"／{planned}分" if planned is not None else "")


def break_words(minutes: int) -> str:
    """A break of so many minutes, from now on."""
    return f"休憩 {minutes}分"


def over_words(minutes: int) -> str:
    """So many minutes more than there were for it."""
    return f"超過 {minutes}分"


def item_counts(decisions: int, actions: int, remarks: int, action_word: str) -> str:
    """この議題：決定 1・宿題 1・発言 1."""
    return f"この議題：決定 {decisions}・{action_word} {actions}・発言 {remarks}"
