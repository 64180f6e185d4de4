"""回収: however a cycle went, every slot is counted once."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from dxdesk.domain.collection import KINDS, collect
from dxdesk.domain.cycles import Cycle, Slot
from dxdesk.domain.merge import read_units
from dxdesk.domain.replies import Answer, Author, Review, Revision
from tests.builders import DUE, PLAN

CODE = "重点-2"
DEPARTMENTS = tuple(each.id for each in PLAN.departments)

kinds = st.sampled_from(["answer", "withdraw", "accept", "return", "confirm"])


@given(st.lists(st.tuples(kinds, st.sampled_from(DEPARTMENTS), st.integers(0, 3)), max_size=20), st.booleans())
def test_whatever_was_said_every_slot_is_counted_once(said: list[tuple[str, str, int]], open_cycle: bool) -> None:
    unit = PLAN.unit(CODE).id
    author, revisions, found = Author("liaison", None, None), {}, []
    heads: dict[str, str] = {}
    for place, (kind, department, number) in enumerate(said):
        moment = f"2025-02-01T10:{place:02}:00+09:00"
        if kind in ("answer", "withdraw"):
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
    collected = collect(PLAN, cycle, slots, views, (), DEPARTMENTS, DUE)
    assert sum(collected.counts.values()) == collected.asked == len(DEPARTMENTS)
    assert set(collected.places(KINDS)) == {(unit, each) for each in DEPARTMENTS}
    if not open_cycle:
        assert {each.state for each in collected.rows[0].cells.values()} <= {"accepted", "unanswered"}
