"""An answer that came too late goes on in the next cycle."""

from dataclasses import replace

import pytest

from dxdesk.domain.cycles import Cycle
from dxdesk.operations import cycles as verbs
from dxdesk.operations.late_replies import carry_over
from dxdesk.operations.plans import import_plan
from dxdesk.store.queries import packages, plans
from dxdesk.store.queries import replies as on_file
from dxdesk.store.verification import verify
from tests.builders import PLAN, ZEIMU, refused, start_cycle, uid, write
from tests.post import Post, hand_over, say


@pytest.fixture
def late(post: Post, cycle: Cycle) -> tuple[str, str]:
    """The package and the unit of an answer that is held because it came too late."""
    tax = post.liaison(post.inquiries(cycle, ZEIMU)[ZEIMU])
    say(tax, "重点-1", "遅れて書いた。")
    made = hand_over(tax)
    post.desk.do(verbs.close_cycle, cycle)
    taken = post.take_in(made)
    return taken.outcome.id, post.desk.ask(plans.plan).unit("重点-1").id


def test_its_words_are_the_draft_of_the_next_cycle(post: Post, late: tuple[str, str]) -> None:
    package, unit = late
    following = start_cycle(post.desk, "第2回")
    post.desk.do(carry_over, package, unit, uid(ZEIMU), following)
    draft = post.desk.ask(on_file.draft, following.id, unit, uid(ZEIMU))
    assert draft is not None
    assert (draft.answer.results, draft.submitted) == ("遅れて書いた。", False)
    assert post.desk.ask(packages.held) == ()
    assert verify(post.desk.database).ok
    refused(post.desk, "carry.nothing", carry_over, package, unit, uid(ZEIMU), following)


def test_what_somebody_has_begun_there_stays(post: Post, late: tuple[str, str]) -> None:
    package, unit = late
    following = start_cycle(post.desk, "第2回")
    write(post.desk, following, "重点-1", ZEIMU, results="もう書いた。")
    refused(post.desk, "carry.begun", carry_over, package, unit, uid(ZEIMU), following)
    assert len(post.desk.ask(packages.held)) == 1


def test_what_is_not_late_stays_where_it_is(post: Post, cycle: Cycle) -> None:
    tax = post.liaison(post.inquiries(cycle, ZEIMU)[ZEIMU])
    say(tax, "重点-1", "進めた。")
    taken = post.take_in(hand_over(tax), ticked=())
    unit = post.desk.ask(plans.plan).unit("重点-1").id
    following = start_cycle(post.desk, "第2回")
    refused(post.desk, "carry.nothing", carry_over, taken.outcome.id, unit, uid(ZEIMU), following)


def test_what_the_plan_of_the_next_cycle_does_not_have_stays_held(post: Post, late: tuple[str, str]) -> None:
    package, unit = late
    nodes = tuple(each for each in PLAN.nodes if each.id != unit)
    post.desk.do(import_plan, replace(PLAN, edition="第2版", nodes=nodes))
    following = start_cycle(post.desk, "第2回")
    refused(post.desk, "carry.no_unit", carry_over, package, unit, uid(ZEIMU), following)
    assert len(post.desk.ask(packages.held)) == 1
