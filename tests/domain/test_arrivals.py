"""What taking in a file would mean: a function of what is on file and what has arrived, and of nothing else."""

from __future__ import annotations

import itertools
from dataclasses import replace
from typing import Any

import pytest

from dxdesk.domain.arrivals import (
    Arrival,
    ArrivalRow,
    Standing,
    Unreadable,
    check_sender,
    days_off,
    leaned_on,
    lost_by_cancelling,
    names,
    plan_arrival,
)
from dxdesk.domain.errors import Problem
from dxdesk.domain.plan_parts import Department
from dxdesk.domain.replies import Answer, Author, Reading, Review, ReviewKind, Revision, RevisionKind
from tests.builders import problem

CYCLE, UNIT, OTHER, TAX, OLD, WELFARE = "cycle", "u1", "u2", "tax", "old tax", "welfare"
UNITS = frozenset({UNIT, OTHER})
ASKED = {UNIT: (TAX,), OTHER: (TAX, WELFARE)}
DEPARTMENTS = (Department(OLD, "旧税務課", order=1, successor=TAX), Department(TAX, "税務課", order=2))
MOMENT = "2025-02-13T10:15:00+09:00"


def said(words: str, *parents: Revision, unit: str = UNIT, kind: RevisionKind = "answer", **more: Any) -> Revision:
    answer = None if kind == "withdraw" else Answer(status="ok", results=words)
    author = Author("liaison", TAX, words)
    revision = Revision(kind, CYCLE, unit, TAX, tuple(each.id for each in parents), answer, author, MOMENT)
    return replace(revision, **more)


def reviewed(target: Revision, kind: ReviewKind = "confirm", **more: Any) -> Review:
    name = "髙橋" if kind == "confirm" else None
    author = Author("head" if kind == "confirm" else "secretariat", TAX, "髙橋")
    review = Review(kind, CYCLE, target.unit, target.department, target.id, (), author, MOMENT, name=name)
    return replace(review, **more)


def arrival(*records: Revision | Review, **more: Any) -> Arrival:
    revisions = tuple(each for each in records if isinstance(each, Revision))
    reviews = tuple(each for each in records if isinstance(each, Review))
    return replace(Arrival("0" * 64, "package", CYCLE, TAX, "n", 1, MOMENT, revisions, reviews), **more)


def where(*records: Revision | Review) -> dict[str, Standing]:
    return {each.id: (each.cycle, *each.slot) for each in records}


def rows(arrived: Arrival, *on_file: Revision, reviews: tuple[Review, ...] = (), **more: Any) -> tuple[ArrivalRow, ...]:
    return plan_arrival(arrived, ASKED, on_file, reviews, **{"open_cycle": True, **more})


def row(arrived: Arrival, *on_file: Revision, **more: Any) -> tuple[str, str | None]:
    (found,) = rows(arrived, *on_file, **more)
    return found.kind, found.reason


FIRST = said("一")
SECOND = said("二", FIRST)
BESIDE = said("別")
GONE = said("取り下げ", FIRST, kind="withdraw")


@pytest.mark.parametrize(
    ("arrived", "on_file", "expected"),
    [
        ([FIRST], [], ("new", None)),
        ([FIRST, SECOND], [], ("new", None)),
        ([FIRST], [FIRST], ("same", "taken")),
        ([FIRST, SECOND], [FIRST], ("additional", None)),
        ([FIRST], [FIRST, SECOND], ("same", "taken")),
        ([FIRST], [SECOND], ("additional", "older")),
        ([FIRST], [BESIDE], ("conflict", "conflict")),
        ([FIRST, BESIDE], [], ("conflict", "conflict")),
        ([said("三", FIRST)], [FIRST, SECOND], ("conflict", "conflict")),
        ([SECOND], [], ("waiting", "waiting")),
        ([SECOND], [BESIDE], ("waiting", "waiting")),
        ([FIRST, GONE], [], ("new", "withdrawn")),
        ([GONE], [FIRST], ("additional", "withdrawn")),
        ([GONE], [FIRST, SECOND], ("conflict", "conflict")),
        ([said("決着", FIRST, BESIDE, kind="settle")], [FIRST, BESIDE], ("additional", None)),
    ],
)
def test_what_arrives_is_told_by_what_is_on_file(
    arrived: list[Revision], on_file: list[Revision], expected: tuple[str, str | None]
) -> None:
    for order in itertools.permutations(arrived):
        for before in itertools.permutations(on_file):
            assert row(arrival(*order, *order), *before) == expected


def test_a_confirmation_alone_is_additional_and_the_same_once_it_is_here() -> None:
    confirmed = reviewed(FIRST)
    assert row(arrival(FIRST, confirmed), FIRST) == ("additional", "confirmed")
    assert row(arrival(FIRST, confirmed), FIRST, reviews=(confirmed,)) == ("same", "taken")


def test_everything_is_late_once_the_cycle_is_closed_but_what_is_here() -> None:
    assert row(arrival(FIRST), open_cycle=False) == ("late", "late")
    assert row(arrival(SECOND), open_cycle=False) == ("late", "late")
    assert row(arrival(FIRST), FIRST, open_cycle=False) == ("same", "taken")


@pytest.mark.parametrize("elsewhere", [replace(FIRST, department=WELFARE), replace(FIRST, unit="nowhere")])
def test_a_slot_that_nobody_was_asked_waits(elsewhere: Revision) -> None:
    assert row(arrival(elsewhere)) == ("waiting", "not_asked")


def test_a_row_names_what_is_new_what_is_known_and_its_newest_version() -> None:
    confirmed = reviewed(SECOND)
    (found,) = rows(arrival(FIRST, SECOND, confirmed), FIRST)
    assert found.fresh == (SECOND.id, confirmed.id)
    assert (found.known, found.shown, found.place) == ((FIRST.id,), SECOND, (UNIT, TAX))
    (only,) = rows(arrival(confirmed))
    assert (only.fresh, only.shown) == ((confirmed.id,), None)


def test_rows_stand_in_the_order_of_the_units_with_what_cannot_be_read_among_them() -> None:
    unreadable = Unreadable(OTHER, WELFARE, Problem("missing.results", "results"))
    arrived = arrival(said("別", unit=OTHER), FIRST, said("どこ", unit="a"), unreadable=(unreadable,))
    found = rows(arrived, order=(UNIT, OTHER))
    assert [(each.unit, each.department, each.kind) for each in found] == [
        (UNIT, TAX, "new"), (OTHER, TAX, "new"), (OTHER, WELFARE, "unreadable"), ("a", TAX, "waiting"),
    ]  # fmt: skip
    assert found[2].problem == unreadable.problem


# Who may say what.

SECRETARIAT = Author("secretariat", None, "佐藤")


def test_a_department_says_its_own_and_what_it_took_over() -> None:
    inherited = replace(said("旧"), department=OLD)
    before = replace(inherited, author=Author("liaison", OLD, "前"))
    everything = arrival(FIRST, SECOND, GONE, inherited, before, reviewed(FIRST))
    assert check_sender(everything, DEPARTMENTS, {}, UNITS) == everything


@pytest.mark.parametrize("department", [WELFARE, None])
def test_an_answer_in_a_slot_of_somebody_else_refuses_everything(department: str | None) -> None:
    found = problem(check_sender, arrival(FIRST, replace(said("他"), department=department)), DEPARTMENTS, {}, UNITS)
    assert (found.code, found.values) == ("arrival.other_department", {"count": 1})


def test_a_department_that_was_taken_over_says_nothing_for_its_heir() -> None:
    assert (
        problem(check_sender, arrival(FIRST, department=OLD), DEPARTMENTS, {}, UNITS).code == "arrival.other_department"
    )


@pytest.mark.parametrize(
    "forged",
    [
        *(said("偽", FIRST, kind=kind) for kind in ("correct", "settle")),
        *(reviewed(FIRST, kind, author=Author("liaison", TAX, "田中")) for kind in ("accept", "return", "undone")),
        replace(said("偽"), author=Author("liaison", WELFARE, "田中")),
        replace(said("偽"), author=Author("head", None, "田中")),
    ],
    ids=lambda each: f"{each.kind} by {each.author.role} of {each.author.department}",
)
def test_what_a_department_may_not_say_refuses_everything(forged: Revision | Review) -> None:
    found = problem(check_sender, arrival(FIRST, forged), DEPARTMENTS, {}, UNITS)
    assert (found.code, found.values) == ("arrival.not_theirs", {"count": 1})


@pytest.mark.parametrize("role", ["secretariat", "chair", "reader"])
def test_what_claims_to_be_the_secretariat_s_is_left_out_unless_it_is_here(role: str) -> None:
    claimed = replace(said("席上修正", FIRST, kind="correct"), author=Author(role, None, "佐藤"))
    accepted = replace(reviewed(FIRST, "accept"), author=Author(role, None, "佐藤"))
    later = said("その後", claimed)
    arrived = arrival(FIRST, claimed, accepted, later)
    assert check_sender(arrived, DEPARTMENTS, {}, UNITS) == replace(arrival(FIRST, later), left_out=2)
    assert row(check_sender(arrived, DEPARTMENTS, {}, UNITS)) == ("waiting", "waiting")
    assert check_sender(arrived, DEPARTMENTS, where(claimed, accepted), UNITS) == arrived


ELSEWHERE = said("隣", unit=OTHER)


@pytest.mark.parametrize(
    "astray",
    [
        said("盗", ELSEWHERE),
        replace(reviewed(FIRST), target=ELSEWHERE.id),
        replace(reviewed(FIRST), after=(ELSEWHERE.id,)),
    ],
    ids=["parent", "target", "after"],
)
def test_what_builds_on_another_slot_refuses_everything(astray: Revision | Review) -> None:
    both, alone = arrival(FIRST, astray, ELSEWHERE), arrival(FIRST, astray)
    other_cycle = {ELSEWHERE.id: ("another cycle", UNIT, TAX)}
    for arrived, on_file in ((both, {}), (alone, where(ELSEWHERE)), (alone, other_cycle)):
        assert problem(check_sender, arrived, DEPARTMENTS, on_file, UNITS).code == "arrival.not_theirs"
    assert check_sender(arrival(FIRST, astray), DEPARTMENTS, {}, UNITS) == arrival(FIRST, astray)


def test_a_unit_that_the_plan_does_not_have_refuses_everything() -> None:
    strange = said("どこ", unit="nowhere")
    for records in ((FIRST, strange), (FIRST, reviewed(strange))):
        found = problem(check_sender, arrival(*records), DEPARTMENTS, {}, UNITS)
        assert (found.code, found.values) == ("arrival.unknown_unit", {"count": 1})


def test_a_record_names_those_before_it_or_what_it_is_about() -> None:
    assert names(SECOND) == (FIRST.id,)
    assert names(reviewed(FIRST, after=("x",))) == (FIRST.id, "x")


# Clocks.


@pytest.mark.parametrize(
    ("made", "days"),
    [
        ("1970-01-01T00:00:09+09:00", -20120),
        ("2025-01-31T10:14:59+09:00", -1),
        ("2025-01-31T10:15:01+09:00", 0),
        ("2025-02-01T10:15:00+09:00", 0),
        ("2025-02-13T01:15:00+00:00", 0),
        ("2025-02-14T10:14:59+09:00", 0),
        ("2025-02-14T10:15:00+09:00", 1),
        ("2026-02-13T10:15:00+09:00", 365),
    ],
)
def test_a_clock_is_off_by_whole_days_before_it_was_asked_or_after_today(made: str, days: int) -> None:
    assert days_off(made, "2025-02-01T10:15:00+09:00", MOMENT) == days


# Taking back.


def test_what_another_live_package_carried_or_was_made_here_goes_on_counting() -> None:
    carriers = {"a": {"one"}, "b": {"one", "two"}, "c": {"two"}}
    assert lost_by_cancelling("dcba", carriers, {"d"}, "one") == ("a",)
    assert lost_by_cancelling("ab", carriers, (), "two") == ()


def test_what_is_built_on_reviewed_or_drawn_together_is_leaned_on() -> None:
    together = Revision("consolidate", CYCLE, OTHER, None, (), Answer(), SECRETARIAT, MOMENT, sources=(FIRST.id,))
    lost = {FIRST.id}
    slot, whole = (UNIT, TAX), (OTHER, None)
    settled = said("決着", FIRST, BESIDE, kind="settle")
    assert leaned_on(lost, [FIRST, SECOND], []) == {slot: "built_on"}
    assert leaned_on(lost, [FIRST, SECOND, BESIDE, settled], [reviewed(FIRST, "accept")]) == {slot: "settled"}
    assert leaned_on(lost, [FIRST, together], []) == {whole: "consolidated"}
    assert leaned_on(lost, [FIRST, together], [reviewed(FIRST, "accept")]) == {
        whole: "consolidated",
        slot: "reviewed",
    }
    assert leaned_on(lost, [FIRST], [reviewed(FIRST, "undone")]) == {slot: "reviewed"}
    assert leaned_on({FIRST.id, SECOND.id}, [FIRST, SECOND], []) == {}
    assert leaned_on(lost, [FIRST, BESIDE], [reviewed(FIRST), reviewed(BESIDE, "accept")]) == {}
    accepted = reviewed(FIRST, "accept")
    assert leaned_on({FIRST.id, accepted.id}, [FIRST], [accepted]) == {}


def test_a_row_names_what_is_left_out_of_the_version_on_file_it_was_written_on() -> None:
    full = said("一", answer=Answer(status="ok", results="一", issues="人手", indicators=(Reading("i", "7", "7"),)))
    between = said("二", full)
    last = said("三", between, answer=Answer(status="ok", results="三", next="広げる。"))
    assert [each.emptied for each in rows(arrival(between, last), full)] == [("issues", "i")]
    assert [each.emptied for each in rows(arrival(full, between, last))] == [()]
    assert [each.emptied for each in rows(arrival(said("", full, kind="withdraw")), full)] == [()]
    assert [each.emptied for each in rows(arrival(full, between), full, between)] == [()]
