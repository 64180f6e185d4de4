"""What stands on the desk becomes the answer of a unit, and what is kept of it."""

from __future__ import annotations

from dataclasses import replace

from dxdesk.desk import Desk
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.replies import Answer, Reading, WrittenBy
from dxdesk.operations.consolidation import consolidate_as_written
from dxdesk.operations.cycles import open_cycle
from dxdesk.operations.page_drafts import keep_page_draft
from dxdesk.operations.reviews import consolidate, correct, settle, withdraw_consolidation
from dxdesk.store.queries import board, cycles
from dxdesk.store.queries.page_drafts import page_draft, page_draft_subjects
from tests.builders import AS_OF, DUE, FUKUSHI, PLAN, RATE, ZEIMU, accepted, arrive, refused, unit_of

CODE = "重点-2"
SAID = Answer(status="warn", stage="trial", results="二課で進めた。", done_lines=("a",))


def test_the_whole_answer_is_taken_with_its_sources(desk: Desk, cycle: Cycle) -> None:
    sources = {accepted(desk, cycle, CODE, ZEIMU), accepted(desk, cycle, CODE, FUKUSHI)}
    desk.do(consolidate_as_written, cycle, CODE, SAID)
    view = unit_of(desk, cycle, CODE)
    assert view.status == "warn"
    assert view.counted is not None
    assert view.counted.answer == SAID
    assert set(view.counted.sources) == sources


def test_one_department_may_be_drawn_together_too(desk: Desk, cycle: Cycle) -> None:
    accepted(desk, cycle, "重点-1", ZEIMU)
    said = Answer(status="ok", results="事務局の言葉。", indicators=(Reading(RATE.id, "12", "12"),))
    desk.do(consolidate_as_written, cycle, "重点-1", said)
    counted = unit_of(desk, cycle, "重点-1").counted
    assert counted is not None
    assert counted.answer == said


def test_what_is_a_departments_own_is_left_out(desk: Desk, cycle: Cycle) -> None:
    accepted(desk, cycle, CODE, ZEIMU)
    said = Answer(
        status="ok", results="進めた。", private_memo="秘", to_secretariat="連絡", written_by=WrittenBy("三浦")
    )
    desk.do(consolidate_as_written, cycle, CODE, said)
    counted = unit_of(desk, cycle, CODE).counted
    assert counted is not None
    assert counted.answer == Answer(status="ok", results="進めた。")


def test_what_cannot_be_drawn_together_is_refused(desk: Desk, cycle: Cycle) -> None:
    refused(desk, "consolidate.no_answers", consolidate_as_written, cycle, CODE, SAID)
    accepted(desk, cycle, CODE, ZEIMU)
    refused(desk, "draft.incomplete", consolidate_as_written, cycle, CODE, Answer(status="ok"))
    bad = Answer(status="ok", results="進めた\x07。")
    refused(desk, "text.character", consolidate_as_written, cycle, CODE, bad)
    for results in ("一つ。", "二つ。"):
        arrive(desk, cycle, CODE, None, "consolidate", results=results)
    refused(desk, "slot.conflict", consolidate_as_written, cycle, CODE, SAID)


def test_a_unit_may_be_left_out_of_a_cycle(desk: Desk, cycle: Cycle) -> None:
    opened = desk.do(open_cycle, "第2回", as_of=AS_OF, due=DUE, assigned={CODE: []})
    found = desk.ask(cycles.cycle, opened.outcome.id)
    assert PLAN.unit(CODE).id not in desk.ask(cycles.asked, found.id)
    shown = desk.ask(board.board, found)
    assert (shown.asked, len(shown.cards)) == (len(PLAN.units) - 1, len(PLAN.units))
    assert shown.counts["na"] == 1


def test_leaving_everything_out_opens_nothing(desk: Desk) -> None:
    nothing: dict[str, list[str]] = {unit.code or "": [] for unit in PLAN.units}
    refused(desk, "cycle.nobody_asked", open_cycle, "第2回", as_of=AS_OF, due=DUE, assigned=nothing)


def test_what_stands_on_a_page_is_kept_until_it_is_forgotten(desk: Desk) -> None:
    desk.do(keep_page_draft, "open_cycle", "", {"typed": {"name": "秋の回"}})
    desk.do(keep_page_draft, "open_cycle", "", {"typed": {"name": "冬の回"}})
    assert desk.ask(page_draft, "open_cycle") == {"typed": {"name": "冬の回"}}
    assert desk.ask(page_draft_subjects, "open_cycle") == {""}
    desk.do(keep_page_draft, "open_cycle", "", None)
    assert desk.ask(page_draft, "open_cycle") is None


def test_what_was_drawn_together_meanwhile_is_never_lost(desk: Desk, cycle: Cycle) -> None:
    accepted(desk, cycle, CODE, ZEIMU)
    desk.do(consolidate_as_written, cycle, CODE, replace(SAID, results="先の机の文。"), ())
    desk.do(consolidate_as_written, cycle, CODE, replace(SAID, results="あとの机の文。"), ())
    view = unit_of(desk, cycle, CODE)
    assert (view.status, view.waiting) == ("miss", "secretariat")
    said = {each.answer.results for each in view.consolidation.heads if each.answer}
    assert said == {"先の机の文。", "あとの机の文。"}


def test_a_correction_and_a_newer_text_stand_against_each_other(desk: Desk, cycle: Cycle) -> None:
    accepted(desk, cycle, CODE, ZEIMU)
    first = desk.do(consolidate_as_written, cycle, CODE, SAID).id
    desk.do(correct, cycle, CODE, "results", "席上で直した文。")
    desk.do(consolidate_as_written, cycle, CODE, replace(SAID, issues="人手。"), (first,))
    heads = unit_of(desk, cycle, CODE).consolidation.heads
    assert {each.kind for each in heads} == {"correct", "consolidate"}
    refused(desk, "slot.conflict", correct, cycle, CODE, "results", "もう一度。")
    desk.do(settle, cycle, CODE, None, {"results": "ours", "issues": "theirs"})
    counted = unit_of(desk, cycle, CODE).counted
    assert counted is not None
    assert counted.answer == replace(SAID, results="席上で直した文。", issues="人手。")


def test_the_same_words_at_two_desks_are_one_text(desk: Desk, cycle: Cycle) -> None:
    accepted(desk, cycle, CODE, ZEIMU)
    for _ in range(2):
        desk.do(consolidate_as_written, cycle, CODE, SAID, ())
    assert len(unit_of(desk, cycle, CODE).consolidation.heads) == 1


def test_what_was_taken_back_meanwhile_gives_way(desk: Desk, cycle: Cycle) -> None:
    accepted(desk, cycle, CODE, ZEIMU)
    first = desk.do(consolidate_as_written, cycle, CODE, SAID).id
    desk.do(withdraw_consolidation, cycle, CODE)
    desk.do(consolidate, cycle, CODE, use=ZEIMU, seen=(first,))
    view = unit_of(desk, cycle, CODE)
    assert len(view.consolidation.heads) == 1
    assert view.counted is not None
