"""The parts of minutes: every block belongs to one, and what is done to blocks keeps the order of the paper."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dxdesk.domain.meetings import (
    ActionItem,
    AgendaItem,
    Decision,
    Meeting,
    MeetingRecord,
    Remark,
)
from dxdesk.domain.minutes import Block, MinutesVersion, row_blocks
from dxdesk.domain.minutes_parts import (
    left_out,
    moved,
    parts,
    put_back,
    put_in,
    take_out,
    taken_in,
    withheld,
)
from dxdesk.domain.minutes_pending import Pending, pending_from, point_key, points_left, resumed
from dxdesk.domain.replies import Author

HELD = Meeting("m", "c", "b", "推進委員会", date(2025, 2, 13), "13:30", "15:00", "大会議室", "closed")
RECORD = MeetingRecord(
    HELD,
    (),
    (
        AgendaItem("i1", 1, "report", None, None, "前回の宿題", None, None),
        AgendaItem("i2", 2, "discuss", None, None, "窓口", None, None),
    ),
    (Decision("d1", 1, 2, None, "approved", "進める。"),),
    (
        ActionItem("a1", 1, 2, None, (), None, "数える。", "open"),
        ActionItem("a2", 2, None, None, ("t",), None, "調べる。", "open"),
    ),
    (Remark("r1", 2, "今野", "question", "混むか。"), Remark("r2", 2, "事務局", "answer", "混まない。")),
)  # fmt: skip


def item(number: int, *more: Block) -> tuple[Block, ...]:
    key = f"i{number}"
    head = (Block(f"item-{key}", "item", key, "題"), Block(f"explanation-{key}", "explanation", key, "説明した。"))
    return (*head, *more, Block(f"result-{key}", "result", key, "結論に至らなかった。"))


BLOCKS = (
    Block("title", "title", None, "会議録"),
    Block("time", "time", None, "午後"),
    Block("place", "place", None, "大会議室"),
    Block("attendance", "attendance", None, "7名"),
    Block("absent", "absent", None, "なし"),
    Block("secretariat", "secretariat", None, "総務課"),
    Block("openness", "openness", None, "非公開"),
    Block("agenda_head-1", "agenda_head", None, "1　開会"),
    Block("agenda_item-i1", "agenda_item", "i1", "（1）"),
    Block("handout-1", "handout", None, "資料1"),
    *item(1),
    *item(2, Block("remark-r1", "remark", "r1", "混むか。"), Block("remark-r2", "remark", "r2", "混まない。")),
    *row_blocks(RECORD),
    Block("outlook", "outlook", None, "追って通知する。"),
    Block("other", "other", None, "特になし。"),
)


def version(number: int, blocks: tuple[Block, ...] = BLOCKS, **values: object) -> MinutesVersion:
    made = MinutesVersion(
        "m", number, "draft", blocks, None, None, None, Author("secretariat", None, None), "2025-02-14T09:00:00+09:00"
    )
    return replace(made, **values)  # type: ignore[arg-type]


def test_every_block_is_in_one_part_and_records_are_with_their_item() -> None:
    found = parts(BLOCKS, RECORD)
    assert [part.key for part in found] == ["time", "attendance", "openness", "agenda", "i1", "i2", "outlook"]
    assert sorted(block.id for part in found for block in part.blocks) == sorted(block.id for block in BLOCKS)
    kinds = [block.kind for block in found[5].blocks]
    assert kinds == ["item", "explanation", "remark", "remark", "result", "decision", "action"]
    assert [block.kind for block in found[-1].blocks] == ["action", "outlook", "other"]


def test_a_correction_under_no_item_is_said_at_the_end() -> None:
    blocks = (*BLOCKS[:-1], Block("correction-1", "correction", "1", "改めた。"))
    assert [block.kind for block in parts(blocks, RECORD)[-1].blocks] == ["action", "outlook", "correction"]


@pytest.mark.parametrize(
    ("key", "kind", "before", "after"),
    [
        ("i2", "remark", "remark-r2", "result-i2"),
        ("i1", "remark", "explanation-i1", "result-i1"),
        ("i1", "explanation", "explanation-i1", "result-i1"),
        ("openness", "handout", "handout-1", "item-i1"),
        ("outlook", "outlook", "outlook", "other"),
        ("time", "place", "place", "attendance"),
    ],
)
def test_a_new_block_comes_last_of_its_kind_in_its_part(key: str, kind: str, before: str, after: str) -> None:
    found = [block.id for block in put_in(BLOCKS, RECORD, key, Block("new", kind, None, ""))]  # type: ignore[arg-type]
    place = found.index("new")
    assert (found[place - 1], found[place + 1]) == (before, after)


def test_a_block_moves_among_its_kind_and_stops_at_the_ends() -> None:
    ids = [block.id for block in moved(BLOCKS, RECORD, "remark-r2", -1)]
    assert ids.index("remark-r2") < ids.index("remark-r1")
    for identity, step in (("remark-r1", -1), ("remark-r2", 1), ("title", 1), ("gone", 1)):
        assert moved(BLOCKS, RECORD, identity, step) == BLOCKS


@given(st.sampled_from([block.id for block in BLOCKS if block.kind not in ("decision", "action")]))
def test_what_is_taken_out_comes_back_to_its_place(identity: str) -> None:
    place = next(at for at, block in enumerate(BLOCKS) if block.id == identity)
    before = BLOCKS[place - 1].id if place else None
    without = take_out(BLOCKS, identity)
    assert put_back(without, BLOCKS[place], before) == BLOCKS
    assert put_back(BLOCKS, BLOCKS[place], before) == BLOCKS
    assert put_back(without, BLOCKS[place], "gone") == without


@given(st.sampled_from(["time", "attendance", "openness", "agenda", "i1", "i2", "outlook"]))
def test_a_part_that_is_left_out_keeps_its_records_and_comes_back_as_it_was(key: str) -> None:
    without = left_out(BLOCKS, RECORD, key)
    part = next(each for each in parts(without, RECORD) if each.key == key)
    assert part.left_out
    assert {block.id for block in row_blocks(RECORD)} <= {block.id for block in without}
    assert taken_in(without, RECORD, key, BLOCKS) == BLOCKS
    assert taken_in(BLOCKS, RECORD, key, BLOCKS) == BLOCKS


def test_withholding_keeps_a_reason_and_ends_without_one() -> None:
    hidden = withheld(BLOCKS, ("place",), "契約前")
    assert (hidden[2].public, hidden[2].reason) == (False, "契約前")
    assert (withheld(hidden, ("place",), "")[2].reason, withheld(hidden, ("place",), None)) == (None, BLOCKS)


def test_what_was_kept_is_the_same_again() -> None:
    kept = Pending(3, BLOCKS, "今野", "R7.3.3", ("no_record-1-総括",))
    assert pending_from(kept.record()) == kept


def test_writing_goes_on_where_it_was_left() -> None:
    edited = withheld(BLOCKS, ("place",), "契約前")
    kept = Pending(1, edited, "今野", "", ("x",))
    assert resumed(kept, (version(1),), RECORD) == kept
    assert resumed(None, (version(1, confirmed_by="町長"),), RECORD) == Pending(1, BLOCKS, "町長")


def test_what_was_written_is_not_lost_to_a_version_made_elsewhere() -> None:
    edited = withheld(BLOCKS, ("place",), "契約前")
    found = resumed(Pending(1, edited), (version(1), version(2)), RECORD)
    assert (found.base, found.blocks) == (2, edited)
    assert resumed(Pending(1, BLOCKS), (version(1), version(2, edited)), RECORD).blocks == edited


def test_a_confirmed_version_is_shown_as_it_is() -> None:
    confirmed = version(2, state="confirmed", confirmed_by="今野", confirmed_on=date(2025, 3, 3))
    assert resumed(Pending(1, withheld(BLOCKS, ("place",), "x")), (version(1), confirmed), RECORD).blocks == BLOCKS


def test_rows_follow_the_records_as_they_are_now() -> None:
    changed = replace(RECORD, decisions=(replace(RECORD.decisions[0], text="2段階で進める。"),))
    texts = [block.text for block in resumed(None, (version(1),), changed).blocks if block.kind == "decision"]
    assert texts == ["2段階で進める。"]


def left(pending: Pending, record: MeetingRecord = RECORD) -> list[str]:
    found = points_left(record, pending, no_result="結論に至らなかった。", secretariat="事務局")
    return [point.kind for point in found]


def test_points_stay_open_until_somebody_has_looked() -> None:
    undecided = replace(RECORD, decisions=())
    assert left(Pending(1, BLOCKS)) == ["action_owner", "no_record", "speaker"]
    assert left(Pending(1, BLOCKS), undecided) == ["action_owner", "no_result", "no_record", "speaker"]
    seen = tuple(
        point_key(point)
        for point in points_left(RECORD, Pending(1, BLOCKS), no_result="結論に至らなかった。", secretariat="事務局")
    )
    assert left(Pending(1, BLOCKS, seen=seen)) == []


def _chosen(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    return tuple(replace(b, text="継続協議とした。") if b.id == "result-i2" else b for b in blocks)


@pytest.mark.parametrize("change", [_chosen, lambda blocks: left_out(blocks, RECORD, "i2")])
def test_a_result_that_was_chosen_or_left_out_is_open_no_more(
    change: Callable[[tuple[Block, ...]], tuple[Block, ...]],
) -> None:
    undecided = replace(RECORD, decisions=())
    assert "no_result" not in left(Pending(1, change(BLOCKS)), undecided)
