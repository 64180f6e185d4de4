"""前回: the words of the department, the status that counted."""

from __future__ import annotations

from dataclasses import replace

from dxdesk.domain.last_time import LastTime, last_time
from dxdesk.domain.merge import EMPTY, SlotView, read_unit
from dxdesk.domain.replies import Answer, Author, Revision

OWN = Revision(
    "answer", "c", "u", "d1", (), Answer(status="warn", results="課の文。"), Author("liaison", "d1", None), "m"
)
FLOOR = replace(OWN, kind="correct", parents=(OWN.id,), answer=Answer(status="late", results="課の文。"))
WHOLE = replace(OWN, kind="consolidate", department=None, answer=Answer(status="late", results="町の文。"))


def counted(revision: Revision) -> SlotView:
    return SlotView("accepted", (revision,), (), revision, False, None, None)


def test_the_status_that_counted_stands_over_the_words_of_the_department() -> None:
    view = read_unit("u", {"d1": counted(OWN), "d2": EMPTY}, counted(WHOLE))
    found = last_time(view, ("d1",))
    assert found == LastTime(Answer(status="late", results="課の文。"), "warn")


def test_what_counted_as_the_department_said_it_is_told_without_more() -> None:
    assert last_time(read_unit("u", {"d1": counted(OWN)}), ("d1",)) == LastTime(OWN.answer or Answer())
    assert last_time(read_unit("u", {"d1": counted(FLOOR)}), ("d1",)) == LastTime(FLOOR.answer or Answer())


def test_a_department_that_said_nothing_sees_what_counted_and_nothing_where_nothing_did() -> None:
    view = read_unit("u", {"d1": counted(OWN), "d2": EMPTY}, counted(WHOLE))
    assert last_time(view, ("d2",)) == LastTime(WHOLE.answer or Answer())
    assert last_time(read_unit("u", {"d1": EMPTY}), ("d1",)) is None
    assert last_time(None, ("d1",)) is None


def test_not_concerned_stays_what_a_department_said_of_itself() -> None:
    own = replace(OWN, answer=Answer(status="na"))
    view = read_unit("u", {"d1": counted(own), "d2": counted(OWN)}, counted(WHOLE))
    assert last_time(view, ("d1",)) == LastTime(Answer(status="na"))
