"""What the parts of the minutes are called, and which of them still want something."""

from __future__ import annotations

from collections.abc import Iterable

from dxdesk.domain.minutes_checks import OpenPoint
from dxdesk.domain.minutes_parts import Part, parts
from dxdesk.domain.minutes_pending import Pending, points_left
from dxdesk.operations.minutes_editing import MinutesEditing
from dxdesk.wording.meeting import brief, phrases_for
from dxdesk.wording.minutes_screen import CONFIRMATION, PART_WORDS

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


def item_names(source: MinutesEditing) -> dict[str, str]:
    """（2）標準化・共通化, by the id of the item: as the paper numbers it."""
    cards = {card.unit: card.short_name or card.name for card in source.board.cards}
    return {
        item.id: f"（{item.number}）{cards.get(item.unit or '') or brief(item.title)}" for item in source.record.items
    }


def part_name(source: MinutesEditing, part: Part) -> str:
    """（2）標準化・共通化, 日時・場所."""
    return item_names(source)[part.item.id] if part.item else PART_WORDS.get(part.key, "")


def words_on_paper(part: Part) -> str:
    """Words that stand where a part begins on the page, and nowhere before."""
    return f"（{part.item.number}）【" if part.item else _WORDS_ON_PAPER.get(part.key, "")


def open_points_of(source: MinutesEditing, pending: Pending) -> tuple[OpenPoint, ...]:
    """What nobody has looked at yet."""
    say = phrases_for(source.settings, source.meeting.body_name).say
    return points_left(source.record, pending, no_result=say("no_result"), secretariat=say("secretariat"))


def parts_of_points(source: MinutesEditing, points: Iterable[OpenPoint]) -> tuple[str, ...]:
    """The keys of the parts where points are looked at, one for each."""
    ids = {item.number: item.id for item in source.record.items}
    actions = {each.number: each.item for each in source.record.actions}
    found = []
    for point in points:
        number: int | None = point.number
        if point.kind == "action_owner":
            number = actions.get(point.number)
        found.append(ids.get(number or 0, "outlook"))
    return tuple(found)


def reasons_missing(part: Part) -> bool:
    """Whether something of a part is withheld and nobody has said why."""
    return any(not block.public and not (block.reason or "").strip() for block in part.blocks)


def opened_key(part: str) -> str:
    """What names a part among what was looked at."""
    return f"opened-{part}"


def drafted(source: MinutesEditing, pending: Pending, part: Part) -> bool:
    """Whether the program alone has written a part and nobody has opened it."""
    first = {block.id: block.text for block in source.fresh}
    prose = [block for block in part.blocks if block.kind not in ("remark", "opinion", "decision", "action")]
    written = any(block.text != first.get(block.id) for block in prose)
    return bool(prose) and not written and opened_key(part.key) not in pending.seen


def wants_something(pending: Pending, part: Part) -> bool:
    """Whether a part is marked with ! in the list for what it says itself."""
    return not pending.confirmer.strip() if part.key == CONFIRMATION else reasons_missing(part)
