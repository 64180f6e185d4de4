"""What the parts of the minutes are called, and which of them still want something."""

from __future__ import annotations

from collections.abc import Sequence

from dxdesk.domain.minutes_checks import OpenPoint
from dxdesk.domain.minutes_parts import Part, parts
from dxdesk.domain.minutes_pending import Pending, points_left
from dxdesk.operations.minutes_editing import MinutesEditing
from dxdesk.wording_meeting import ITEM_KINDS, phrases_for
from dxdesk.wording_minutes_screen import CONFIRMATION, PART_WORDS

_WORDS_ON_PAPER = {
    "time": "日時",
    "attendance": "出席者",
    "openness": "公開の別",
    "agenda": "次第",
    "outlook": "今後の予定",
    CONFIRMATION: "作成・確認",
}


def all_parts(source: MinutesEditing, pending: Pending) -> tuple[Part, ...]:
    """The parts and, last, 作成・確認, which has no blocks."""
    return (*parts(pending.blocks, source.record), Part(CONFIRMATION, None, ()))


def part_name(source: MinutesEditing, part: Part) -> str:
    """協議1　標準化・共通化, 日時・場所: items are counted within their kind."""
    item = part.item
    if item is None:
        return PART_WORDS.get(part.key, "")
    place = [each.id for each in source.record.items if each.kind == item.kind].index(item.id) + 1
    card = next((card for card in source.board.cards if card.unit == item.unit), None)
    name = (card.short_name or card.name) if card else item.title
    return f"{ITEM_KINDS[item.kind]}{place}　{name}"


def words_on_paper(part: Part) -> str:
    """Words that stand where a part begins on the page, and nowhere before."""
    return f"（{part.item.number}）【" if part.item else _WORDS_ON_PAPER.get(part.key, "")


def open_points_of(source: MinutesEditing, pending: Pending) -> tuple[OpenPoint, ...]:
    """What nobody has looked at yet."""
    say = phrases_for(source.settings, source.meeting.body_name).say
    return points_left(source.record, pending, no_result=say("no_result"), secretariat=say("secretariat"))


def part_of_point(source: MinutesEditing, point: OpenPoint) -> str:
    """The key of the part where a point is looked at."""
    ids = {item.number: item.id for item in source.record.items}
    number: int | None = point.number
    if point.kind == "read_back":
        number = next((each.item for each in source.record.decisions if each.number == point.number), None)
    elif point.kind == "action_owner":
        number = next((each.item for each in source.record.actions if each.number == point.number), None)
    return ids.get(number or 0, "outlook")


def reasons_missing(part: Part) -> bool:
    """Whether something of a part is withheld and nobody has said why."""
    return any(not block.public and not (block.reason or "").strip() for block in part.blocks)


def wants_something(
    source: MinutesEditing, pending: Pending, part: Part, points: Sequence[OpenPoint]
) -> bool:  # fmt: skip
    """Whether a part is marked with ! in the list."""
    if part.key == CONFIRMATION:
        return not pending.confirmer.strip()
    return reasons_missing(part) or any(part_of_point(source, point) == part.key for point in points)
