"""Random histories of a unit: several computers write on what they know, and sets of records travel between them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from hypothesis import strategies as st

from dxdesk.domain.merge import SlotView, UnitView, read_slot, read_unit, review_heads
from dxdesk.domain.replies import Answer, Author, Review, Revision

CYCLE, UNIT = "cycle", "unit"
DEPARTMENTS = ("d1", "d2")
STATUSES = ("ok", "warn", "late", "na")

Record = Revision | Review
Step = Literal[
    "answer", "accept", "return", "withdraw", "correct", "consolidate", "undo", "settle", "exchange", "confirm"
]

steps = st.lists(
    st.tuples(
        st.sampled_from(
            [
                "answer",
                "accept",
                "return",
                "withdraw",
                "correct",
                "consolidate",
                "undo",
                "settle",
                "exchange",
                "confirm",
            ]
        ),
        st.integers(0, 2),  # which computer
        st.sampled_from(DEPARTMENTS),
        st.sampled_from(STATUSES),
    ),
    max_size=24,
)


@dataclass
class Computer:
    """What one computer has: a set of records, and the views it works out from them."""

    name: str
    records: dict[str, Record] = field(default_factory=dict)
    clock: int = 0

    def revisions(self, department: str | None) -> list[Revision]:
        return [r for r in self.records.values() if isinstance(r, Revision) and r.department == department]

    def reviews(self, department: str | None) -> list[Review]:
        return [r for r in self.records.values() if isinstance(r, Review) and r.department == department]

    def slot(self, department: str | None) -> SlotView:
        return read_slot(self.revisions(department), self.reviews(department))

    def unit(self) -> UnitView:
        return read_unit(UNIT, {each: self.slot(each) for each in DEPARTMENTS}, self.slot(None))

    def add(self, record: Record) -> None:
        self.records[record.id] = record

    def say(
        self, kind: str, department: str | None, parents: tuple[str, ...], status: str | None, **more: object
    ) -> None:
        self.clock += 1
        answer = Answer(status=status, results=f"{self.name}{self.clock}") if status else None
        moment = f"2025-01-{28 - self.clock % 28:02d}T00:00:00+09:00"  # clocks run backwards: they decide nothing
        self.add(
            Revision(kind, CYCLE, UNIT, department, parents, answer, Author("x", department, self.name), moment, **more)  # type: ignore[arg-type]
        )

    def review(self, kind: str, department: str, target: str, after: tuple[str, ...]) -> None:
        self.clock += 1
        author = Author("secretariat", None, self.name)
        self.add(Review(kind, CYCLE, UNIT, department, target, after, author, f"m{self.clock}"))  # type: ignore[arg-type]


def _review_after(computer: Computer, department: str, target: str) -> tuple[str, ...]:
    return tuple(each.id for each in review_heads(computer.reviews(department), target))


def act(computers: list[Computer], step: tuple[str, int, str, str]) -> None:
    """Does one step where the rules allow it on what that computer knows; else nothing."""
    kind, number, department, status = step
    computer = computers[number]
    view = computer.slot(department)
    heads = tuple(each.id for each in view.heads)
    if kind == "exchange":
        computers[(number + 1) % len(computers)].records.update(computer.records)
    elif kind == "answer":
        computer.say("answer", department, heads[:1], status)
    elif kind == "withdraw" and len(heads) == 1 and view.heads[0].kind != "withdraw":
        computer.say("withdraw", department, heads, None)
    elif kind == "settle" and len(heads) > 1:
        computer.say("settle", department, heads[:2], status)
    elif kind in ("accept", "return", "confirm") and len(heads) == 1:
        after = () if kind == "confirm" else _review_after(computer, department, heads[0])
        computer.review(kind, department, heads[0], after)
    elif kind == "undo" and len(heads) == 1 and (after := _review_after(computer, department, heads[0])):
        computer.review("undone", department, heads[0], after)
    elif kind == "consolidate":
        unit = computer.unit()
        sources = tuple(sorted(each.id for each in unit.answers.values() if each is not None))
        if sources:
            parents = tuple(each.id for each in unit.consolidation.heads)
            computer.say("consolidate", None, parents, status, sources=sources)
    elif kind == "correct" and (counted := computer.unit().counted) is not None:
        computer.say("correct", counted.department, (counted.id,), status)


def play(chosen: list[tuple[str, int, str, str]]) -> list[Computer]:
    """Three computers after all steps."""
    computers = [Computer("甲"), Computer("乙"), Computer("丙")]
    for step in chosen:
        act(computers, step)
    return computers


def union(computers: list[Computer]) -> dict[str, Record]:
    """Everything anybody said."""
    found: dict[str, Record] = {}
    for computer in computers:
        found |= computer.records
    return found
