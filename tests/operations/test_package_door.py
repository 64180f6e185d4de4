"""What an insider gets past the door who has the key that a department was sent, or a reply form: nothing but what the
department may say. Whatever is refused changes nothing."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from dxdesk.desk import Desk
from dxdesk.domain.arrivals import Arrival
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.packages import Records
from dxdesk.domain.permissions import ACTOR_ROLES, Actor, ActorRole
from dxdesk.domain.replies import Answer, Author, Review, ReviewKind, Revision, RevisionKind
from dxdesk.operations import handing_over, replies, reviews, sender_keys, taking_in
from dxdesk.operations.cycles import close_cycle, open_cycle
from dxdesk.store.queries import board, collection, finding, packages, plans
from dxdesk.store.queries import replies as on_file
from dxdesk.store.queries.initiatives import initiatives
from dxdesk.store.verification import verify
from tests.builders import (
    AS_OF,
    DUE,
    FUKUSHI,
    KENSETSU,
    MOMENT,
    SOUMU,
    ZEIMU,
    acting,
    answer,
    at,
    dump,
    open_desk,
    refused,
    slot_of,
    start_cycle,
    uid,
)
from tests.databases import open_anywhere
from tests.post import Post, hand_over, newest, say, sign_again

DEPARTMENT_KINDS: tuple[RevisionKind, ...] = ("answer", "withdraw")


@pytest.fixture
def tax(post: Post, cycle: Cycle) -> Desk:
    """税務課's desk, from which one answer about 重点-1 has come already."""
    found = post.liaison(post.inquiries(cycle, ZEIMU)[ZEIMU])
    say(found, "重点-1", "進めた。")
    post.take_in(hand_over(found))
    return found


def said(tax: Desk, code: str = "重点-1", **more: Any) -> Revision:
    unit = tax.ask(plans.plan).unit(code).id
    kind = more.get("kind", "answer")
    content = None if kind == "withdraw" else Answer(status="ok", results="書き足した。")
    author = Author("liaison", uid(ZEIMU), "田中")
    return replace(Revision("answer", newest(tax).id, unit, uid(ZEIMU), (), content, author, MOMENT), **more)


def head(tax: Desk) -> Revision:
    return tax.ask(on_file.revisions, newest(tax).id)[0]


def reviewed(about: Revision, kind: ReviewKind, **more: Any) -> Review:
    details: dict[str, Any] = {"confirm": {"name": "髙橋"}, "return": {"fields": ("results",), "question": "件数は。"}}
    author = Author("head", uid(ZEIMU), "髙橋")
    found = Review(
        kind, about.cycle, about.unit, about.department, about.id, (), author, MOMENT, **details.get(kind, {})
    )
    return replace(found, **more)


def code_of(post: Post, tax: Desk, body: Records, **stamp: Any) -> str | None:
    """The code with which a reply is refused; None where it comes in. Either way nothing was written by looking."""
    made = sign_again(tax, body, **stamp)
    before = dump(post.desk)
    seen = post.examined(made.name, made.content)
    assert dump(post.desk) == before
    if seen.problem is not None:
        return seen.problem.code
    assert seen.arrival is not None
    post.desk.do(taking_in.take_in, seen.arrival, made.name)
    assert verify(post.desk.database).ok
    return None


@pytest.mark.parametrize("role", ACTOR_ROLES)
def test_what_each_role_may_say_in_a_file(post: Post, cycle: Cycle, tax: Desk, role: ActorRole) -> None:
    first, author = head(tax), Author(role, uid(ZEIMU), "誰か")
    department = role in ("liaison", "head")
    spoken: list[tuple[Revision | Review, bool]] = [
        *((said(tax, kind=kind, parents=(first.id,), author=author), True) for kind in DEPARTMENT_KINDS),
        *((said(tax, kind=kind, parents=(first.id,), author=author), False) for kind in ("correct", "settle")),
        (reviewed(first, "confirm", author=author), True),
        *((reviewed(first, kind, author=author), False) for kind in ("accept", "return", "undone")),
    ]
    for record, may in spoken:
        revisions = (first, record) if isinstance(record, Revision) else (first,)
        found = Records(revisions, (record,) if isinstance(record, Review) else ())
        assert code_of(post, tax, found) == ("arrival.not_theirs" if department and not may else None), record.kind
        assert (record.id in post.desk.ask(packages.on_file, [record.id])) == (department and may), record.kind
    assert slot_of(post.desk, cycle, "重点-1", ZEIMU).counted is None


@pytest.mark.parametrize("by", [Author("liaison", None, "誰か"), Author("liaison", uid(FUKUSHI), "誰か")])
def test_nobody_answers_in_the_name_of_somebody_else(post: Post, tax: Desk, by: Author) -> None:
    assert code_of(post, tax, Records((head(tax), said(tax, author=by)))) == "arrival.not_theirs"


def test_nobody_answers_in_another_department_s_slot(post: Post, cycle: Cycle, tax: Desk) -> None:
    other = said(tax, "検討-4", department=uid(FUKUSHI))
    assert code_of(post, tax, Records((head(tax), other))) == "arrival.other_department"
    assert code_of(post, tax, Records((), (reviewed(other, "confirm"),))) == "arrival.other_department"
    assert slot_of(post.desk, cycle, "検討-4", FUKUSHI).state == "unanswered"


def test_a_file_never_draws_together(post: Post, tax: Desk) -> None:
    drawn = said(tax, kind="consolidate", department=None, sources=(head(tax).id,))
    assert code_of(post, tax, Records((drawn,))) == "package.invalid"
    assert code_of(post, tax, Records((replace(drawn, department=uid(ZEIMU)),))) == "package.invalid"


@pytest.mark.parametrize(
    ("stamp", "code"),
    [
        ({"database": uid("よその町")}, "take_in.other_town"),
        ({"plan": uid("よその計画")}, "take_in.other_plan"),
        ({"cycle": uid("別の回")}, "take_in.other_cycle"),
        ({"department": uid(FUKUSHI)}, "take_in.other_department"),
    ],
)
def test_a_stamp_that_is_not_the_key_s_refuses_the_file(
    post: Post, tax: Desk, stamp: dict[str, str], code: str
) -> None:
    assert code_of(post, tax, Records(), **stamp) == code


def test_records_of_another_cycle_refuse_the_file(post: Post, cycle: Cycle, tax: Desk) -> None:
    post.desk.do(open_cycle, "第2回", as_of=AS_OF, due=DUE)
    later = post.desk.ask(finding.cycle, "第2回").id
    assert code_of(post, tax, Records((said(tax, cycle=later),))) == "package.invalid"
    found = replace(said(tax), cycle=later)
    assert code_of(post, tax, Records((found,)), cycle=later) == "take_in.other_cycle"


def test_what_builds_on_or_confirms_another_slot_refuses_the_file(post: Post, cycle: Cycle, tax: Desk) -> None:
    first = head(tax)
    answer(post.desk, cycle, "検討-4", FUKUSHI)
    (other,) = (each for each in post.desk.ask(on_file.revisions, cycle.id) if each.department == uid(FUKUSHI))
    beside = said(tax, "重点-2")
    for named in (other, first):
        stolen = said(tax, "重点-2", parents=(named.id,))
        assert code_of(post, tax, Records((first, stolen))) == "arrival.not_theirs"
        confirmed = reviewed(beside, "confirm", target=named.id)
        assert code_of(post, tax, Records((beside,), (confirmed,))) == "arrival.not_theirs"
    confirmed = reviewed(beside, "confirm", after=(other.id,))
    assert code_of(post, tax, Records((beside,), (confirmed,))) == "arrival.not_theirs"


def test_what_builds_on_an_earlier_cycle_refuses_the_file(post: Post, cycle: Cycle, tax: Desk) -> None:
    post.desk.do(at, cycle, "重点-1", ZEIMU, reviews.accept_reply)
    post.desk.do(close_cycle, cycle)
    post.desk.do(open_cycle, "第2回", as_of=AS_OF, due=DUE)
    later = post.liaison(post.inquiries(newest(post.desk), ZEIMU)[ZEIMU])
    assert code_of(post, later, Records((said(later, parents=(head(tax).id,)),))) == "arrival.not_theirs"


def test_a_parent_that_is_a_review_or_nothing_at_all_only_waits(post: Post, cycle: Cycle, tax: Desk) -> None:
    first = head(tax)
    confirmed = reviewed(first, "confirm")
    odd = said(tax, parents=(confirmed.id,))
    assert code_of(post, tax, Records((first, odd), (confirmed,))) is None
    assert slot_of(post.desk, cycle, "重点-1", ZEIMU).waiting == (odd,)
    strange = reviewed(first, "confirm", target=confirmed.id)
    assert code_of(post, tax, Records((first,), (confirmed, strange))) is None
    assert [each.id for each in slot_of(post.desk, cycle, "重点-1", ZEIMU).heads] == [first.id]


@pytest.mark.parametrize("unit", [uid("どこにもない"), uid("案内板を置く"), uid("住民のために")])
def test_a_unit_that_the_plan_does_not_have_refuses_the_file(post: Post, tax: Desk, unit: str) -> None:
    assert code_of(post, tax, Records((head(tax), said(tax, unit=unit)))) == "arrival.unknown_unit"
    assert code_of(post, tax, Records((), (reviewed(said(tax, unit=unit), "confirm"),))) == "arrival.unknown_unit"


def test_a_slot_nobody_was_asked_is_held_and_no_screen_stumbles_over_it(post: Post, cycle: Cycle, tax: Desk) -> None:
    before = post.desk.ask(board.board, cycle)
    assert code_of(post, tax, Records((head(tax), said(tax, "重点-3")))) is None
    (held,) = post.desk.ask(packages.held, cycle.id)
    assert (held.unit, held.reason) == (uid("手続の案内"), "not_asked")
    assert post.desk.ask(board.board, cycle) == before
    post.desk.ask(board.items, cycle)
    post.desk.ask(collection.collection, cycle, DUE)
    post.desk.ask(initiatives, cycle)
    post.desk.do(at, cycle, "重点-1", ZEIMU, reviews.return_reply, ["results"], "件数は。")
    assert post.returned(cycle, ZEIMU).package.stamp.kind == "return"
    post.desk.do(close_cycle, cycle, "返答を待たない")
    assert len(post.desk.ask(board.board, newest(post.desk)).cards) == len(before.cards)


def test_thousands_of_versions_on_top_of_each_other_come_in(post: Post, cycle: Cycle, tax: Desk) -> None:
    newer, versions = head(tax), []
    for number in range(5_000):
        newer = said(tax, parents=(newer.id,), author=Author("liaison", uid(ZEIMU), str(number)))
        versions.append(newer)
    confirmed = tuple(reviewed(each, "confirm") for each in versions)
    arrival = Arrival("1" * 64, "package", cycle.id, uid(ZEIMU), "n", 9, MOMENT, tuple(versions), confirmed)
    taken = post.desk.do(taking_in.take_in, arrival, "回答.dxd")
    assert [(row.kind, len(row.fresh)) for row, _ in taken.rows] == [("additional", 10_000)]
    assert slot_of(post.desk, cycle, "重点-1", ZEIMU).heads == (newer,)


def test_another_secretariat_cannot_open_a_reply(tax: Desk, empty_file: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere.db"
    shutil.copyfile(empty_file, elsewhere)
    with open_anywhere(elsewhere) as database:
        other = Post(open_desk(database), empty_file, tmp_path)
        start_cycle(other.desk)
        other.desk.do(sender_keys.ready_keys)
        made = sign_again(tax, Records((head(tax),)))
        found = other.examined(made.name, made.content)
        assert found.problem is not None
        assert found.problem.code == "package.seal"


def test_only_files_of_the_kind_of_a_reply_are_taken_in(post: Post, cycle: Cycle, tax: Desk) -> None:
    post.desk.do(at, cycle, "重点-1", ZEIMU, reviews.return_reply, ["results"], "件数は。")
    for made in (post.returned(cycle, ZEIMU), post.inquiries(cycle, KENSETSU)[KENSETSU]):
        found = post.examined(made.name, made.content)
        assert found.problem is not None
        assert (found.problem.code, found.arrival, found.rows) == ("take_in.not_a_reply", None, ())


def test_a_reply_signed_with_a_key_that_nobody_was_given_is_refused(
    post: Post, tax: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = sign_again(tax, Records((head(tax),)))
    monkeypatch.setattr(packages, "reply_key", lambda *_: None)
    found = post.examined(made.name, made.content)
    assert found.problem is not None
    assert found.problem.code == "take_in.unknown_key"


def test_on_a_departments_database_nobody_speaks_as_the_secretariat(post: Post, cycle: Cycle, tax: Desk) -> None:
    """Their words would be left out at the other end, and nobody would be told."""
    say(tax, "重点-1", "進めた。")
    before = dump(tax)
    tax.actor = Actor("secretariat", (), "事務局")
    for verb in (replies.submit, replies.withdraw, replies.discard_draft):
        refused(tax, "permission.at_department", at, newest(tax), "重点-1", ZEIMU, verb)
    refused(tax, "permission.at_department", handing_over.hand_over, newest(tax), ZEIMU)
    assert dump(tax) == before


def test_nobody_of_another_department_hands_over_for_this_one(tax: Desk) -> None:
    tax.actor = acting("liaison", SOUMU)
    refused(tax, "permission.department", handing_over.hand_over, newest(tax), ZEIMU)
    tax.actor = acting("reader")
    refused(tax, "permission.role", handing_over.hand_over, newest(tax), ZEIMU)
