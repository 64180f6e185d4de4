"""Minutes while they are written: what is kept by itself between two versions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dxdesk.domain.meetings import MeetingRecord
from dxdesk.domain.minutes import Block, MinutesVersion, block_from, with_records
from dxdesk.domain.minutes_checks import OpenPoint, open_points


@dataclass(frozen=True)
class Pending:
    """What is written since version ``base``. ``confirmer`` and ``day`` (確認者, 確定日) are as typed.

    ``seen`` names open points (see ``point_key``) that a person has looked at and lets stand.
    """

    base: int
    blocks: tuple[Block, ...]
    confirmer: str = ""
    day: str = ""
    seen: tuple[str, ...] = ()

    def record(self) -> dict[str, object]:
        """Plain values, as they are kept."""
        return {
            "base": self.base,
            "blocks": [block.record() for block in self.blocks],
            "confirmer": self.confirmer,
            "day": self.day,
            "seen": list(self.seen),
        }


def pending_from(record: Mapping[str, Any]) -> Pending:
    """What was kept; raises KeyError, TypeError or ValueError for a record of another shape."""
    blocks = tuple(block_from(each) for each in record["blocks"])
    return Pending(record["base"], blocks, record["confirmer"], record["day"], tuple(record["seen"]))


def resumed(kept: Pending | None, versions: Sequence[MinutesVersion], record: MeetingRecord) -> Pending:
    """Where writing goes on: what was kept and is in no version yet, else the newest of the versions (at least one).

    Rows of decisions and 宿題 are those of the records as they are now.
    """
    newest = versions[-1]
    fresh = Pending(newest.number, newest.blocks, newest.confirmed_by or "", "", kept.seen if kept else ())
    if kept is not None:
        base = next((each for each in versions if each.number == kept.base), None)
        written = base is None or with_records(kept.blocks, record) != with_records(base.blocks, record)
        if newest.state == "draft" and (written or kept.base == newest.number):
            fresh = Pending(newest.number, kept.blocks, kept.confirmer, kept.day, kept.seen)
    if newest.state == "confirmed":
        return fresh
    return Pending(fresh.base, with_records(fresh.blocks, record), fresh.confirmer, fresh.day, fresh.seen)


def point_key(point: OpenPoint) -> str:
    """What names an open point among all of a meeting."""
    return f"{point.kind}-{point.number}-{point.text}"


def points_left(record: MeetingRecord, pending: Pending, *, no_result: str, secretariat: str) -> tuple[OpenPoint, ...]:
    """The open points that nobody has looked at yet; what is not in the minutes is not asked about.

    A 協議 whose frame says another sentence than ``no_result`` has its result. Who speaks as ``secretariat`` (the
    town's word for it, with a department behind it or without) need not be in the attendance.
    """
    said = {block.source: block.text for block in pending.blocks if block.kind == "result"}
    shown = {block.source for block in pending.blocks if block.kind == "item"}
    by_number = {item.number: item for item in record.items}
    found = []
    for point in open_points(record):
        if point.kind in ("no_result", "no_record", "speaker"):
            item = by_number.get(point.number)
            if item is None or item.id not in shown:
                continue
            if point.kind == "speaker" and point.text.startswith(secretariat):
                continue
            if point.kind == "no_result" and said.get(item.id, no_result) != no_result:
                continue
        if point_key(point) not in pending.seen:
            found.append(point)
    return tuple(dict.fromkeys(found))
