"""What is said about 投影, on the laptop only."""

from __future__ import annotations

from typing import Final

from dxdesk.domain.room import SCALES
from dxdesk.wording.first_run import ADVICE

WINDOW_NAME: Final = "投影"
"""What the desktop's list of windows says: nothing of what is shown."""

REHEARSAL: Final = "リハーサル　Escで手もとへ戻ります"

START: Final = "投影を始める"
START_KEY: Final = "投影を始める（F5）"
END: Final = "投影を終える"
RESUME: Final = "投影を続ける"
SWAP: Final = "画面を入れかえる"
CHOOSE: Final = "映す画面を選ぶ"

FROZEN: Final = "Ⅱ 固定中（手もとだけ進みます）"
HIDDEN: Final = "■ 隠しています"

LOST: Final = "投影の画面が外れました。記録は続けられます。"
NOT_DRAWN: Final = "このスライドは映せませんでした。映っている画面は前のままです。"
NOT_READ: Final = "いまの内容を読めませんでした。映っている画面は前のままです。"
ANOTHER_SCREEN: Final = "ほかの画面がつながりました。どの画面に映しますか。"
WHICH_SCREEN: Final = "どの画面に映しますか。画面に番号が出ています。"
SECOND_FOUND: Final = "2枚目の画面に映します。手もとの操作は映りません。"
NO_SECOND: Final = "2枚目の画面が見つかりません。1画面で練習できます。"
REHEARSE_HERE: Final = "リハーサル（1画面）"
OTHER_SHOWN: Final = "いまは別の会議を投影しています。そちらを終えてから始めてください。"
SECOND_SCREEN: Final = "2枚目の画面"
SECOND_THERE: Final = "つながっています"
SECOND_MISSING: Final = "つながっていません"
SEARCH_SCREEN: Final = "さがす"
REHEARSE: Final = "リハーサルする"
LOOK_AGAIN: Final = "もう一度さがす"

PROJECT_NUMBER: Final = "番号で映す"
NUMBER_FIELD: Final = "協議・取組・軸の番号"
SHOW_NUMBER: Final = "映す"

CLOSE_NOTICE: Final = "この知らせを閉じる"
UNREADABLE: Final = ADVICE["配付"]
PRINT_PACKET: Final = "会議資料一式を印刷"

SIZES: Final = dict(SCALES)


def on_screen(number: int) -> str:
    """The pill while slides are projected."""
    return f"● 投影中：{number}枚目の画面"


def screen_button(number: int, width: int, height: int) -> str:
    """A screen to choose."""
    return f"{number}枚目の画面（{width}×{height}）"
