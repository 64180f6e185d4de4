"""The parts in which minutes are edited: which block belongs where, and how blocks come, go and change places."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from dxdesk.domain.meetings import AgendaItem, MeetingRecord
from dxdesk.domain.minutes import Block, BlockKind

_PARTS: Final[dict[BlockKind, str]] = {
    "title": "time", "time": "time", "place": "time",
    "attendance": "attendance", "absent": "attendance", "secretariat": "attendance",
    "openness": "openness", "handout": "openness",
    "agenda_head": "agenda", "agenda_item": "agenda",
    "outlook": "outlook", "other": "outlook",
}  # fmt: skip
_BEFORE: Final = ("time", "attendance", "openness", "agenda")
_AFTER: Final = ("outlook",)
_COURSE: Final[tuple[BlockKind, ...]] = (
    "item", "reference", "explanation", "remark", "correction", "result", "opinion",
)  # fmt: skip
_ENDS_COURSE: Final[tuple[BlockKind, ...]] = ("decision", "action", "outlook", "other")

TOGETHER: Final[tuple[tuple[BlockKind, ...], ...]] = (
    ("agenda_head", "agenda_item"),
    ("remark", "correction"),
)
"""Kinds that stand among each other; any other kind keeps to itself."""

_ORDER: Final[tuple[tuple[BlockKind, ...], ...]] = (
    ("title",), ("time",), ("place",), ("attendance",), ("absent",), ("secretariat",), ("openness",),
    TOGETHER[0], ("handout",), _COURSE, ("decision",), ("action",), ("outlook",), ("other",),
)  # fmt: skip
_WITHIN: Final[tuple[tuple[BlockKind, ...], ...]] = (
    ("item",), ("reference",), ("explanation",), TOGETHER[1], ("result",), ("opinion",),
)  # fmt: skip


@dataclass(frozen=True)
class Part:
    """One part: its key (time, attendance, openness, agenda, outlook, or the id of an agenda item) and its blocks."""

    key: str
    item: AgendaItem | None
    blocks: tuple[Block, ...]

    def of_kind(self, *kinds: BlockKind) -> tuple[Block, ...]:
        """Its blocks of some kinds, in order."""
        return tuple(block for block in self.blocks if block.kind in kinds)

    @property
    def left_out(self) -> bool:
        """Whether nothing of it stands in the minutes."""
        return not any(block.kind not in ("decision", "action") for block in self.blocks)


def _keys(blocks: Sequence[Block], record: MeetingRecord) -> list[str]:
    """The part of every block. A decision or 宿題 belongs to its item, without one to what is said at the end."""
    ids = {item.number: item.id for item in record.items}
    rows: dict[str | None, str] = {each.id: ids.get(each.item, "outlook") for each in record.decisions}
    rows |= {each.id: ids.get(each.item or 0, "outlook") for each in record.actions}
    inside = ""
    found = []
    for block in blocks:
        if block.kind == "item":
            inside = block.source or block.id
        elif block.kind in _ENDS_COURSE:
            inside = ""
        if block.kind in _COURSE:
            found.append(inside or "outlook")
        elif block.kind in ("decision", "action"):
            found.append(rows.get(block.source, "outlook"))
        else:
            found.append(_PARTS[block.kind])
    return found


def parts(blocks: Sequence[Block], record: MeetingRecord) -> tuple[Part, ...]:
    """All parts in the order in which they are printed; those that are left out have no blocks."""
    keys = _keys(blocks, record)
    items = {item.id: item for item in record.items}
    known = dict.fromkeys((*items, *(key for key in keys if key not in (*_BEFORE, *_AFTER))))
    return tuple(
        Part(key, items.get(key), tuple(block for block, of in zip(blocks, keys, strict=True) if of == key))
        for key in (*_BEFORE, *known, *_AFTER)
    )


def _group(kind: BlockKind) -> tuple[BlockKind, ...]:
    return next((kinds for kinds in TOGETHER if kind in kinds), (kind,))


def _rank(block: Block, key: str, items: Sequence[str]) -> tuple[int, int, int]:
    """Where a block stands among those of other kinds and items."""
    if block.kind in _COURSE and key != "outlook":
        place = items.index(key) if key in items else len(items)
        within = next(at for at, kinds in enumerate(_WITHIN) if block.kind in kinds)
        return next(at for at, kinds in enumerate(_ORDER) if kinds is _COURSE), place, within
    kind = "other" if block.kind in _COURSE else block.kind
    return next(at for at, kinds in enumerate(_ORDER) if kind in kinds), 0, 0


def put_in(blocks: Sequence[Block], record: MeetingRecord, key: str, block: Block) -> tuple[Block, ...]:
    """The blocks with one more at the end of its kind in a part."""
    items = [item.id for item in record.items]
    wanted = _rank(block, key, items)
    ranks = [_rank(each, of, items) for each, of in zip(blocks, _keys(blocks, record), strict=True)]
    place = next((at for at, rank in enumerate(ranks) if rank > wanted), len(blocks))
    return (*blocks[:place], block, *blocks[place:])


def put_back(blocks: Sequence[Block], block: Block, after: str | None) -> tuple[Block, ...]:
    """The blocks with one that was taken out, behind the one it stood behind (None: at the front); once only."""
    ids = [each.id for each in blocks]
    if block.id in ids or (after is not None and after not in ids):
        return tuple(blocks)
    place = 0 if after is None else ids.index(after) + 1
    return (*blocks[:place], block, *blocks[place:])


def take_out(blocks: Sequence[Block], identity: str) -> tuple[Block, ...]:
    """The blocks without one."""
    return tuple(block for block in blocks if block.id != identity)


def moved(blocks: Sequence[Block], record: MeetingRecord, identity: str, step: int) -> tuple[Block, ...]:
    """The blocks with one a place further (``step`` 1) or back (-1) among its kind in its part; else unchanged."""
    keys = _keys(blocks, record)
    at = next((place for place, block in enumerate(blocks) if block.id == identity), None)
    if at is None:
        return tuple(blocks)
    kinds = _group(blocks[at].kind)
    same = [place for place, block in enumerate(blocks) if block.kind in kinds and keys[place] == keys[at]]
    to = same.index(at) + step
    if not 0 <= to < len(same):
        return tuple(blocks)
    found = list(blocks)
    found[at], found[same[to]] = found[same[to]], found[at]
    return tuple(found)


def left_out(blocks: Sequence[Block], record: MeetingRecord, key: str) -> tuple[Block, ...]:
    """The blocks without a part; decisions and 宿題 are records and stay."""
    keys = _keys(blocks, record)
    return tuple(
        block
        for block, of in zip(blocks, keys, strict=True)
        if of != key or block.kind in ("decision", "action")
    )  # fmt: skip


def taken_in(
    blocks: Sequence[Block], record: MeetingRecord, key: str, source: Sequence[Block]
) -> tuple[Block, ...]:  # fmt: skip
    """The blocks with a part that was left out, as it stands in ``source``: an earlier version or a fresh draft."""
    found = tuple(blocks)
    for part in parts(source, record):
        for block in part.blocks if part.key == key else ():
            if block.kind not in ("decision", "action") and block.id not in {each.id for each in found}:
                found = put_in(found, record, key, block)
    return found


def withheld(blocks: Sequence[Block], identities: Sequence[str], reason: str | None) -> tuple[Block, ...]:
    """The blocks with some kept from every print for a reason (None: shown; "": the reason is still missing)."""
    return tuple(
        replace(block, public=reason is None, reason=reason or None) if block.id in identities else block
        for block in blocks
    )
