"""A command that takes away what was recorded by mistake, until the meeting is closed."""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from typing import Final

from dxdesk.cli.context import Context, Reply
from dxdesk.cli.meetings_recorded import said
from dxdesk.cli.options import Commands, key_of
from dxdesk.cli.words import choices
from dxdesk.domain.errors import Problem
from dxdesk.domain.meetings import ActionItem, Decision, MeetingRecord, Opinion, Remark
from dxdesk.operations.change import Outcome
from dxdesk.operations.meeting_changes import RecordKind, delete_record
from dxdesk.store.queries import meetings as on_file
from dxdesk.wording.meeting import OPINION

RECORD_WORDS: Final[Mapping[RecordKind, str]] = {
    "decision": "決定", "opinion": OPINION, "action": "宿題", "remark": "発言",
}  # fmt: skip


def add_commands(verbs: Commands[argparse.ArgumentParser], own: argparse.ArgumentParser) -> None:
    """drop: a record of an item is taken away."""
    words = "まちがえた記録を消す（会議を閉じる前まで）。直すときは、消してから記し直します。"
    each = verbs.add_parser("drop", help="まちがえた記録を消す", description=words, parents=[own])
    each.add_argument("--item", type=int, metavar="議題", help="議題の番号（なければ会議全体の宿題）")
    each.add_argument("--kind", required=True, metavar="種類", help=choices(RECORD_WORDS))
    each.add_argument("--number", type=int, metavar="N", help="その議題の何番目か（1つだけなら省けます）")
    each.set_defaults(run=drop)


def _of_item(record: MeetingRecord, kind: RecordKind, item: int | None) -> list[tuple[str, str]]:
    """The ids and words of the records of a kind under an item, in the order in which they are shown."""
    records: Mapping[RecordKind, Sequence[Decision | Opinion | ActionItem | Remark]] = {
        "decision": record.decisions,
        "opinion": record.opinions,
        "action": record.actions,
        "remark": record.remarks,
    }
    return [(each.id, each.text) for each in records[kind] if each.item == item]


def drop(context: Context, chosen: argparse.Namespace) -> Reply:
    """One record taken away, named by its item, its kind and its place among those."""
    meeting = context.meeting()
    kind = key_of(chosen.kind, RECORD_WORDS, "record.kind", "kind")
    known = _of_item(context.desk.ask(on_file.record, meeting), kind, chosen.item)
    place = chosen.number if chosen.number is not None or len(known) != 1 else 1
    if place is None or not 1 <= place <= len(known):
        near = "、".join(f"{number} {text[:20]}" for number, (_, text) in enumerate(known, start=1))
        raise Problem("record.which", "number", {"kind": RECORD_WORDS[kind], "near": near or "（なし）"})
    identity, text = known[place - 1]
    context.desk.do(delete_record, meeting, kind, identity)
    outcome = Outcome("meeting drop", identity, text)
    return said(outcome, f"{RECORD_WORDS[kind]}を消しました", meeting)
