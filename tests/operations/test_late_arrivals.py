"""Records that arrive from another computer after a cycle was closed."""

from __future__ import annotations

from sqlalchemy import insert

from dxdesk.desk import Desk
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.replies import Answer, Author, Review, Revision
from dxdesk.operations.change import Change
from dxdesk.operations.cycles import close_cycle, reopen_cycle
from dxdesk.store import tables
from dxdesk.store.queries import board, finding
from tests.builders import MOMENT, ZEIMU, accepted, uid, unit_of
from tests.store.filled import review_row, revision_row


def take_in(change: Change, revision: Revision, review: Review) -> None:
    """Puts an answer and its acceptance on file as they come from elsewhere, past the verbs of an open cycle."""
    change.connection.execute(insert(tables.revisions).values(**revision_row(revision, 1)))
    change.connection.execute(insert(tables.reviews).values(**review_row(review, 1)))


def test_what_arrives_after_closing_waits_until_the_cycle_is_opened_again(desk: Desk, cycle: Cycle) -> None:
    earlier = accepted(desk, cycle, "重点-1", status="late")
    unit = unit_of(desk, cycle, "重点-1").unit
    later = Revision(
        "answer", cycle.id, unit, uid(ZEIMU), (earlier,), Answer(status="ok", results="追い付いた。"),
        Author("liaison", uid(ZEIMU), "鈴木"), MOMENT,
    )  # fmt: skip
    review = Review("accept", cycle.id, unit, uid(ZEIMU), later.id, (), Author("secretariat", None, "佐藤"), MOMENT)
    desk.do(close_cycle, cycle)
    closed = desk.ask(finding.cycle, cycle.id)
    before = desk.ask(board.board, closed), desk.ask(board.items, closed)
    desk.do(take_in, later, review)
    assert (desk.ask(board.board, closed), desk.ask(board.items, closed)) == before
    assert unit_of(desk, cycle, "重点-1").status == "late"
    desk.do(reopen_cycle, closed, "遅れて届いた回答を入れるため")
    assert unit_of(desk, cycle, "重点-1").status == "ok"
