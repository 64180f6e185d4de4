"""What 会議資料一式 says on its cover, in its contents and about its editions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from itertools import pairwise
from typing import Final

from dxdesk.domain.cycles import Cycle
from dxdesk.domain.meetings import Meeting
from dxdesk.domain.minutes_draft import meeting_name
from dxdesk.domain.packet_editions import What
from dxdesk.domain.packets import PartKey
from dxdesk.domain.paper import Paper

AGENDA: Final = "次第"
MEMBERS: Final = "出席者名簿"
PACKET: Final = "会議資料"


def packet_title(meeting: Meeting, cycle: Cycle) -> str:
    """令和6年度第2回デジタル化推進員会議　会議資料."""
    return f"{meeting_name(meeting, cycle)}　{PACKET}"


def discussed_word(number: int) -> str:
    """協議1: which of 本日の協議 an item of the agenda is."""
    return f"協議{number}"


def pages_words(first: int, last: int) -> str:
    """3, or 3～4."""
    return str(first) if first == last else f"{first}～{last}"


def range_words(name: str, numbers: Sequence[str]) -> str:
    """個票（協議3件）　3-1～3-3: the name of a part with the numbers of its pieces."""
    bare = [each.removeprefix("資料") for each in numbers]
    if not bare:
        return name
    return f"{name}　{bare[0]}" if len(bare) == 1 else f"{name}　{bare[0]}～{bare[-1]}"


def sheet_words(width: float, height: float) -> str:
    """A4, A4横, A3折込 for a page in mm; its millimetres where it is none of these."""
    short, long = sorted((round(width), round(height)))
    lying = width > height
    if (short, long) == (210, 297):
        return "A4横" if lying else "A4"
    if (short, long) == (297, 420):
        return "A3折込" if lying else "A3"
    return f"{round(width)}×{round(height)}"


def list_name(units: int) -> str:
    """進捗状況一覧表（13取組）."""
    return f"進捗状況一覧表（{units}取組）"


def sheets_name(discussed: int, late: int, others: int) -> str:
    """個票（協議3件・遅れ1件）."""
    parts = ((discussed, "協議"), (late, "遅れ"), (others, "ほか"))
    found = "・".join(f"{word}{count}件" for count, word in parts if count)
    return f"個票（{found}）" if found else "個票"


SLIP_TITLE: Final = "差し替え表"
SLIP_HEADS: Final = ("資料番号", "名称", "抜く頁\n（第{before}版）", "入れる頁\n（第{now}版）", "変わったこと")
CHANGED_UNITS: Final = "回答が変わった取組"

_WHAT: Final[dict[What, str]] = {
    "changed": "記載が変わった",
    "renumbered": "資料番号が変わった",
    "added": "加わった",
    "moved": "頁の番号だけ変わった",
    "removed": "除いた",
    "edition": "版の表示だけ",
}
_NAMED: Final = 5
"""So many units are named; the others are counted."""


def what_words(what: What, units: Sequence[str] = ()) -> str:
    """What is with a page that is not as it was handed out: 4-2、5-1の回答 for the numbers of ``units``."""
    if not units:
        return _WHAT[what]
    more = f"ほか{len(units) - _NAMED}件" if len(units) > _NAMED else ""
    return f"{'、'.join(units[:_NAMED])}{more}の回答"


def count_words(word: str, before: int, now: int) -> str:
    """遅れ 2→3: how many there were and are."""
    return f"{word} {before}→{now}"


def sheet_name(number: str, name: str) -> str:
    """個票　4-2　窓口の予約: the sheet of one unit."""
    return f"個票　{number}　{name}"


def changed_unit(name: str, before: str = "", now: str = "") -> str:
    """A unit of which other answers count, with its 状況 where that is another one: 4-2　窓口の予約（遅れ→要注意）."""
    return f"{name}（{before}→{now}）" if before else name


def page_list(numbers: Sequence[int]) -> str:
    """3、5～7."""
    runs: list[list[int]] = [[numbers[0]]] if numbers else []
    for before, number in pairwise(numbers):
        if number == before + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return "、".join(pages_words(run[0], run[-1]) for run in runs)


def mark_words(edition: int) -> str:
    """At the foot of a page that takes the place of another."""
    return f"差し替え（第{edition}版）"


def edition_words(edition: int, day: str) -> str:
    """On the cover of a packet that takes the place of another."""
    return f"差し替え　第{edition}版（{day}）"


SLIP_BACKS: Final = "両面の紙で、裏に残す頁があるときは、抜かずに重ねてください。"
"""Below that: whoever takes out a sheet takes out its back."""


def slip_words(edition: int, before: str) -> str:
    """Under the title of 差し替え表; ``before`` is the day on which the last edition was handed out."""
    first = f"第{edition - 1}版（{before}配布）を第{edition}版にします。"
    return f"{first}「抜く頁」を抜き、同じところに「入れる頁」を入れてください。"


def slip_heads(edition: int) -> tuple[str, ...]:
    """資料番号, 名称, 抜く頁（第1版）, 入れる頁（第2版）, 変わったこと."""
    return tuple(each.format(before=edition - 1, now=edition) for each in SLIP_HEADS)


def day_of(moment: str, paper: Paper) -> str:
    """R7.2.6 for an ISO moment, in the zone of this computer."""
    return paper.table_date(datetime.fromisoformat(moment).astimezone().date())


ABSENT: Final[Mapping[PartKey, str]] = {
    "sheets": "協議する取組も、遅れている取組もありません。",
    "indicators": "計画に指標がありません。",
    "schedule": "計画に、いつ何をするかがありません。",
    "before": "この会議より前に開いた会議がありません。",
    "changes": "これから決める計画の変更がありません。",
    "crosswalk": "計画に、国の項目との対応がありません。",
    "directions": "この回では、次年度のことを聞いていません。",
    "glossary": "計画に、取組に出てくる用語の説明がありません。",
}
"""Why a part is not in the packet of a meeting."""
NOT_OFFERED: Final = "この回に、載せるものがありません。"


def marks_said(marks: Sequence[str]) -> str:
    """Which marks stand on the pages."""
    return f"刷った印：{'、'.join(marks)}" if marks else "刷った印：なし"
