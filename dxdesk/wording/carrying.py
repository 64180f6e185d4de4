"""What people read about 会議の持ち出し and 持ち帰り."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Final

from dxdesk.domain.calendar import short_date

if TYPE_CHECKING:
    from dxdesk.domain.carryings import Carrying

CARRY: Final = "会議の持ち出し／持ち帰り"
CARRY_OUT: Final = "持ち出す"
CARRY_BACK: Final = "持ち帰り用にまとめる"
CARRY_IN: Final = "持ち帰る"
GIVE_UP: Final = "持ち出しをやめる"
TURN_BACK: Final = "戻る"
FILES: Final = "会議のファイル (*.db)"

EXPLAIN_OUT: Final = (
    "会議をほかのPCで開くとき、写しをつくって持ち出します。\n"
    "写しがこれからの本物になり、このPCのものは、持ち帰るまで見るだけです。\n"
    "持ち出し先では、写しを手もとに写してから開きます。"
)
EXPLAIN_BACK: Final = (
    "これは持ち出した会議です。終わったら、持ち帰り用のファイルにまとめます。\n"
    "まとめた後、このPCのものは見るだけです。もとのPCで「持ち帰る」を選びます。"
)
ASK_REASON: Final = "持ち出しをやめる理由を書いてください。あとで、その写しは持ち帰れません。"
CARRIED_OUT: Final = "持ち出しました。持ち帰るまで、ここでは見るだけです。"
CARRIED_IN: Final = "持ち帰りました。もとのものは控えにあります。"
GIVEN_UP: Final = "持ち出しをやめました。ここでまた書けます。"
NOTHING_DONE: Final = "持ち出してから、何も記録されていません。別のファイルではないか、確かめてください。"


def file_name(town: str, day: str) -> str:
    """The file that is proposed: 大河原町_会議の持ち出し_20250213.db; ``day`` is ISO."""
    return f"{town}_会議の持ち出し_{day.replace('-', '')}.db"


def when_words(moment: str) -> str:
    """2月13日（木）10:15 in the zone of this PC, of a moment as stored."""
    local = datetime.fromisoformat(moment).astimezone()
    return f"{short_date(local.date())}{local:%H:%M}"


def away_words(carried: Carrying) -> str:
    """The band of a file that waits for its copy."""
    who = f"{carried.name}さんが" if carried.name else ""
    return f"{when_words(carried.moment)} に{who}持ち出し中です（{carried.place}）。持ち帰るまで見るだけです。"


def done_words(operations: int, last: str | None) -> str:
    """How much was done in a copy since it was taken along, and when the last of it was."""
    if not operations or last is None:
        return NOTHING_DONE
    return f"持ち出してからの操作は{operations}件です（最後 {when_words(last)}）。"


def bring_question(operations: int, last: str | None) -> str:
    """Asked before an original is replaced."""
    return f"{done_words(operations, last)}\nこの内容で持ち帰りますか。いまのものは控えに残します。"
