"""回収: however a cycle went, every slot is counted once."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from dxdesk.domain.board import compose_board
from dxdesk.domain.collection import KINDS, collect
from dxdesk.domain.cycles import Cycle, Slot, close_units, closed_views
from dxdesk.domain.merge import UnitView, read_units
from dxdesk.domain.replies import Answer, Author, Review, Revision
from tests.builders import DUE, PLAN

CODE = "重点-2"
DEPARTMENTS = tuple(each.id for each in PLAN.departments)

MOMENT = "2025-02-01T10:00:00+09:00"

kinds = st.sampled_from(["answer", "withdraw", "accept", "return", "confirm", "consolidate"])


@given(st.lists(st.tuples(kinds, st.sampled_from(DEPARTMENTS), st.integers(0, 3)), max_size=20), st.booleans())
def test_whatever_was_said_every_slot_is_counted_once(said: list[tuple[str, str, int]], open_cycle: bool) -> None:
    unit = PLAN.unit(CODE).id
    author, revisions, found = Author("liaison", None, None), {}, []
    heads: dict[str, str] = {}
    whole: list[str] = []
    for place, (kind, department, number) in enumerate(said):
        moment = f"2025-02-01T10:{place:02}:00+09:00"
        if kind == "consolidate":
            text = Answer(status="ok", results=str(number))
            drawn = Revision("consolidate", "c", unit, None, tuple(whole[-1:]), text, author, moment)
            revisions[drawn.id] = drawn
            whole.append(drawn.id)
        elif kind in ("answer", "withdraw"):
            parents = (heads[department],) if department in heads and number else ()
            content = Answer(status="ok", results=str(number)) if kind == "answer" else None
            revision = Revision(kind, "c", unit, department, parents, content, author, moment)  # type: ignore[arg-type]
            revisions[revision.id] = revision
            heads[department] = revision.id
        elif department in heads:
            found.append(Review(kind, "c", unit, department, heads[department], (), author, moment))  # type: ignore[arg-type]
    views = read_units({unit: DEPARTMENTS}, revisions.values(), found)
    slots = [Slot(unit, each, "main", False) for each in DEPARTMENTS]
    cycle = Cycle("c", "第1回", 2024, "interim", date(2025, 1, 1), DUE, None, None, "p", "s", open_cycle)
    if not open_cycle:
        views = closed_views(close_units(views), revisions)
    collected = collect(PLAN, cycle, slots, views, (), DEPARTMENTS, DUE)
    assert sum(collected.counts.values()) == collected.asked == len(DEPARTMENTS)
    assert set(collected.places(KINDS)) == {(unit, each) for each in DEPARTMENTS}
    if not open_cycle:
        assert {each.state for each in collected.rows[0].cells.values()} <= {"accepted", "unanswered", "spared"}
    board = compose_board(PLAN, cycle, views, PLAN.departments)
    if not board.counts["miss"]:
        assert not collected.counts["unanswered"]
    else:
        assert not collected.counts["spared"]
    assert collected.silent == tuple(each for each in DEPARTMENTS if each in _missing(views))


def _missing(views: Mapping[str, UnitView]) -> set[str]:
    return {each for view in views.values() for each in view.slots if view.owes(each)}


def test_once_a_unit_is_drawn_together_nobody_waits_for_the_answers_it_was_drawn_without() -> None:
    unit, author = PLAN.unit(CODE).id, Author("liaison", None, None)
    said = Revision("answer", "c", unit, DEPARTMENTS[0], (), Answer(status="ok", results="1"), author, MOMENT)
    accepted = Review("accept", "c", unit, DEPARTMENTS[0], said.id, (), author, MOMENT)
    drawn = Revision("consolidate", "c", unit, None, (), said.answer, author, MOMENT)
    asked, slots = {unit: DEPARTMENTS}, [Slot(unit, each, "main", False) for each in DEPARTMENTS]
    for open_cycle in (True, False):
        cycle = Cycle("c", "第1回", 2024, "interim", date(2025, 1, 1), DUE, None, None, "p", "s", open_cycle)
        waiting, done = (
            collect(PLAN, cycle, slots, read_units(asked, some, [accepted]), (), DEPARTMENTS, DUE)
            for some in ([said], [said, drawn])
        )
        others = len(DEPARTMENTS) - 1
        assert (waiting.counts["unanswered"], waiting.counts["spared"]) == (others, 0)
        assert (done.counts["unanswered"], done.counts["spared"]) == (0, others)
        assert waiting.silent == DEPARTMENTS[1:]
        assert done.silent == ()


def test_what_was_accepted_counts_on_where_a_newer_answer_was_taken_back() -> None:
    unit, author = PLAN.unit(CODE).id, Author("liaison", None, None)
    older = Revision("answer", "c", unit, DEPARTMENTS[0], (), Answer(status="ok", results="1"), author, MOMENT)
    newer = Revision("answer", "c", unit, DEPARTMENTS[0], (older.id,), Answer(status="ok", results="2"), author, MOMENT)
    gone = Revision("withdraw", "c", unit, DEPARTMENTS[0], (newer.id,), None, author, MOMENT)
    accepted = Review("accept", "c", unit, DEPARTMENTS[0], older.id, (), author, MOMENT)
    views = read_units({unit: DEPARTMENTS[:1]}, [older, newer, gone], [accepted])
    cycle = Cycle("c", "第1回", 2024, "interim", date(2025, 1, 1), DUE, None, None, "p", "s")
    slots = [Slot(unit, DEPARTMENTS[0], "main", False)]
    collected = collect(PLAN, cycle, slots, views, (), DEPARTMENTS, DUE)
    assert collected.rows[0].cells[DEPARTMENTS[0]].state == "accepted"
