"""What goes along in which order, and until when it can be taken back."""

from dxdesk.desk import Desk
from dxdesk.domain.cycles import Cycle
from dxdesk.operations import handing_over, replies, reviews
from dxdesk.store.queries import replies as on_file
from tests.builders import FUKUSHI, NOTE, RATE, SOUMU, ZEIMU, answer, at, refused, slot_of, uid, write


def test_drafts_are_handed_in_in_the_order_of_the_plan_and_of_the_departments(desk: Desk, cycle: Cycle) -> None:
    asked = [("検討-5", SOUMU), ("検討-4", ZEIMU), ("検討-4", SOUMU), ("重点-2", FUKUSHI), ("重点-2", ZEIMU)]
    for code, department in asked:
        write(desk, cycle, code, department)
    write(desk, cycle, "検討-4", FUKUSHI, status="ok")
    write(desk, cycle, "重点-1", ZEIMU, status="ok")
    handed = desk.do(handing_over.hand_in, cycle)
    expected = ["重点-2 税務課", "重点-2 福祉課", "検討-4 総務課", "検討-4 税務課", "検討-5 総務課"]
    assert [each.subject for each in handed.submitted] == expected
    assert [each.place for each in handed.incomplete] == ["重点-1 税務課", "検討-4 福祉課"]


def test_an_answer_that_was_returned_was_reviewed_and_is_not_taken_back(desk: Desk, cycle: Cycle) -> None:
    answer(desk, cycle, "重点-1")
    desk.do(at, cycle, "重点-1", None, reviews.return_reply, ["results"], "いつですか。")
    refused(desk, "withdraw.reviewed", at, cycle, "重点-1", None, replies.withdraw)
    assert slot_of(desk, cycle, "重点-1", ZEIMU).state == "returned"


def test_the_same_values_make_the_same_answer_in_whatever_order_they_were_typed(desk: Desk, cycle: Cycle) -> None:
    found = []
    for names in ((NOTE.name, RATE.name), (RATE.name, NOTE.name)):
        for name in names:
            typed = {RATE.name: "62%", NOTE.name: "よい"}[name]
            desk.do(at, cycle, "重点-1", None, replies.record_draft, {}, {name: typed})
        draft = desk.ask(on_file.draft, cycle.id, uid("書かない窓口"), uid(ZEIMU))
        assert draft is not None
        found.append(draft.answer)
        desk.do(at, cycle, "重点-1", None, replies.discard_draft)
    assert found[0] == found[1]
    assert [each.id for each in found[0].indicators] == [RATE.id, NOTE.id]


def test_what_was_taken_back_is_a_draft_that_can_be_handed_in_again(desk: Desk, cycle: Cycle) -> None:
    answer(desk, cycle, "重点-1", results="打合せをした。")
    withdrawn = desk.do(at, cycle, "重点-1", None, replies.withdraw).id
    draft = desk.ask(on_file.draft, cycle.id, uid("書かない窓口"), uid(ZEIMU))
    assert draft is not None
    assert (draft.base, draft.answer.results) == (withdrawn, "打合せをした。")
    assert [each.subject for each in desk.do(handing_over.hand_in, cycle).submitted] == ["重点-1 税務課"]
    assert slot_of(desk, cycle, "重点-1", ZEIMU).state == "submitted"


def test_a_draft_begun_before_taking_back_keeps_its_words_and_makes_no_conflict(desk: Desk, cycle: Cycle) -> None:
    answer(desk, cycle, "重点-1", results="打合せをした。")
    write(desk, cycle, "重点-1", results="打合せを2回した。")
    desk.do(at, cycle, "重点-1", None, replies.withdraw)
    desk.do(handing_over.hand_in, cycle)
    view = slot_of(desk, cycle, "重点-1", ZEIMU)
    assert (view.state, len(view.heads)) == ("submitted", 1)
    assert view.heads[0].answer is not None
    assert view.heads[0].answer.results == "打合せを2回した。"
