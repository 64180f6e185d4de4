"""さがす: every place where a word stands, also words of one character, in any width and kana."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dxdesk.desk import Desk
from dxdesk.domain.permissions import ACTOR_ROLES, ActorRole
from dxdesk.domain.plan_lists import GlossaryTerm, HistoryEntry
from dxdesk.domain.plan_parts import Narrative
from dxdesk.domain.reports import ReportText
from dxdesk.domain.text import fold
from dxdesk.operations import minutes, replies, reports, reviews
from dxdesk.operations.agenda import add_item
from dxdesk.operations.cycles import close_cycle
from dxdesk.operations.meeting_records import record_decision, record_remark
from dxdesk.operations.meetings import close_meeting, hold_meeting
from dxdesk.store.database import Database
from dxdesk.store.queries import finding
from dxdesk.store.queries.search import EXCERPT, Hit, excerpt, find
from dxdesk.wording.meeting import phrases_for
from tests.builders import (
    COMMITTEE,
    FUKUSHI,
    PLAN,
    ZEIMU,
    accepted,
    answer,
    arrive,
    at,
    open_desk,
    problem,
    start_cycle,
    uid,
    write,
)

LONG = "はじめに。" + "あ" * 100 + "電子申請の意味" + "い" * 100
RICH = replace(
    PLAN,
    nodes=tuple(
        replace(each, narrative=(Narrative("current", "紙の申請が多い。", None),)) if each.code == "重点-2" else each
        for each in PLAN.nodes
    ),
    terms=(GlossaryTerm("t", "ＲＰＡ", ("ロボット",), "アールピーエー", LONG, None, None, None),),
    history=(HistoryEntry("h", "実績", "R5.3", "Wi-Fiの整備", "3施設", uid("書かない窓口")),),
)


@pytest.fixture
def desk(database: Database) -> Desk:
    return open_desk(database, RICH)


def search(desk: Desk, typed: str) -> tuple[Hit, ...]:
    return tuple(each.hit for each in desk.ask(find, typed, "secretariat"))


def hits(desk: Desk, typed: str) -> list[tuple[str, str | None, bool | None]]:
    return [(each.where, each.code, each.accepted) for each in search(desk, typed)]


@pytest.mark.parametrize("typed", ["窓", "窓口", "　窓口 ", "書かない窓口"])
def test_a_word_of_any_length_is_found_in_initiatives(desk: Desk, typed: str) -> None:
    assert ("initiative", "重点-1", None) in hits(desk, typed)


@pytest.mark.parametrize("typed", ["案内板", "税務課", "紙の申請"])
def test_a_unit_is_found_by_its_lines_owners_and_texts(desk: Desk, typed: str) -> None:
    codes = {"案内板": "重点-3", "税務課": "重点-1", "紙の申請": "重点-2"}
    assert (("initiative", codes[typed], None)) in hits(desk, typed)


@pytest.mark.parametrize("typed", ["rpa", "ＲＰＡ", "RPA", "ろぼっと", "ﾛﾎﾞｯﾄ", "あーるぴーえー"])
def test_a_term_is_found_by_word_other_names_and_reading_in_any_width(desk: Desk, typed: str) -> None:
    (found,) = [each for each in search(desk, typed) if each.where == "term"]
    assert found.title == "ＲＰＡ"
    assert found.excerpt.startswith("はじめに。")


def test_what_was_done_before_is_found_with_the_unit_it_belongs_to(desk: Desk) -> None:
    assert hits(desk, "ｗｉ-ｆｉ") == [("history", "重点-1", None)]
    assert hits(desk, "3施設") == [("history", "重点-1", None)]


def test_answers_are_found_whether_or_not_they_count_yet_and_drafts_are_not(desk: Desk) -> None:
    cycle = start_cycle(desk)
    accepted(desk, cycle, "重点-1", results="転入届を試した。")
    answer(desk, cycle, "重点-2", FUKUSHI, issues="転入届が多い。")
    write(desk, cycle, "検討-5", results="転入届の下書き")
    assert hits(desk, "転入届") == [("reply", "重点-1", True), ("reply", "重点-2", False)]
    titles = {each.title for each in search(desk, "転入届")}
    assert titles == {"書かない窓口（第1回・税務課）", "オンライン申請（第1回・福祉課）"}


@pytest.mark.parametrize("role", ["liaison", "head", "chair", "reader"])
def test_what_nobody_has_accepted_is_found_by_the_secretariat_alone(desk: Desk, role: ActorRole) -> None:
    cycle = start_cycle(desk)
    accepted(desk, cycle, "重点-1", results="転入届を試した。")
    answer(desk, cycle, "重点-2", FUKUSHI, issues="転入届が多い。")
    assert [each.hit.code for each in desk.ask(find, "転入届", role)] == ["重点-1"]


def test_only_the_newest_words_are_found_and_both_sides_of_a_conflict(desk: Desk) -> None:
    cycle = start_cycle(desk)
    answer(desk, cycle, "重点-1", results="初めの文")
    answer(desk, cycle, "重点-1", results="次の文")
    assert (hits(desk, "初めの文"), len(hits(desk, "次の文"))) == ([], 1)
    arrive(desk, cycle, "重点-1", ZEIMU, results="別の机の文")
    assert [len(hits(desk, each)) for each in ("次の文", "別の机の文")] == [1, 1]


def test_a_withdrawn_answer_is_not_found(desk: Desk) -> None:
    cycle = start_cycle(desk)
    answer(desk, cycle, "重点-1", results="取り下げる文")
    desk.do(at, cycle, "重点-1", None, replies.withdraw)
    assert hits(desk, "取り下げる文") == []


@pytest.mark.parametrize("field", ["private_memo", "to_secretariat"])
def test_memos_are_not_found(desk: Desk, field: str) -> None:
    cycle = start_cycle(desk)
    accepted(desk, cycle, "重点-1", **{field: "契約前の額"})
    assert hits(desk, "契約前") == []


def test_a_consolidation_is_found_beside_the_answers_it_was_drawn_from(desk: Desk) -> None:
    cycle = start_cycle(desk)
    accepted(desk, cycle, "重点-2", ZEIMU, results="共通の語")
    desk.do(reviews.consolidate, cycle, "重点-2", use=ZEIMU)
    titles = [each.title for each in search(desk, "共通の語")]
    assert titles == ["オンライン申請（第1回・税務課）", "オンライン申請（第1回・取りまとめ）"]


def test_answers_of_a_closed_cycle_are_still_found(desk: Desk) -> None:
    cycle = start_cycle(desk)
    accepted(desk, cycle, "重点-1", results="転入届を試した。")
    desk.do(close_cycle, cycle)
    start_cycle(desk, "第2回")
    assert hits(desk, "転入届") == [("reply", "重点-1", True)]


def test_minutes_are_found_in_their_newest_version(desk: Desk) -> None:
    cycle = start_cycle(desk)
    desk.do(hold_meeting, cycle, COMMITTEE, day=date(2025, 2, 13))
    meeting = desk.ask(finding.meeting)
    desk.do(add_item, meeting, "report", title="その他")
    desk.do(record_decision, meeting, 1, "noted", "来月また報告する。")
    desk.do(close_meeting, meeting)
    desk.do(minutes.draft, meeting, phrases_for)
    desk.do(minutes.draft, meeting, phrases_for)
    found = [each for each in search(desk, "来月また") if each.where == "minutes"]
    assert [(each.title, each.excerpt) for each in found] == [("推進委員会 2025-02-13", "来月また報告する。")]


def test_what_is_closed_in_minutes_is_found_by_the_secretariat_alone(desk: Desk) -> None:
    cycle = start_cycle(desk)
    desk.do(hold_meeting, cycle, COMMITTEE, day=date(2025, 2, 13))
    meeting = desk.ask(finding.meeting)
    desk.do(add_item, meeting, "discuss", title="その他")
    desk.do(record_remark, meeting, 1, "町長", "入札の額が高い。", public=False)
    desk.do(record_remark, meeting, 1, "町長", "入札を急ぐ。")
    desk.do(close_meeting, meeting)
    desk.do(minutes.draft, meeting, phrases_for)
    found = {role: len(desk.ask(find, "入札", role)) for role in ACTOR_ROLES}
    assert found == {"secretariat": 2, "liaison": 1, "head": 1, "chair": 1, "reader": 1}


@pytest.mark.parametrize("typed", ["", " 　", "\n"])
def test_an_empty_word_is_refused(desk: Desk, typed: str) -> None:
    assert problem(desk.ask, find, typed, "secretariat").code == "search.empty"


def test_what_stands_nowhere_finds_nothing(desk: Desk) -> None:
    assert search(desk, "どこにもない語") == ()


def test_a_short_text_is_shown_whole_and_a_long_one_around_the_word() -> None:
    assert excerpt("い" * EXCERPT, "い") == "い" * EXCERPT
    found = excerpt(LONG, fold("電子申請"))
    assert "電子申請" in found
    assert (found[0], found[-1], len(found)) == ("…", "…", EXCERPT + 2)


@given(st.text("あアｱﾞ電子Ａa- ", max_size=150), st.sampled_from(["電子", "が", "ア", "a", "ない"]), st.integers(0, 150))
def test_an_excerpt_is_part_of_the_text_and_holds_the_word_that_stands_in_it(text: str, word: str, at: int) -> None:
    whole = text[:at] + word + text[at:]
    found = excerpt(whole, fold(word))
    assert found.strip("…") in whole
    assert len(found) <= EXCERPT + 2
    assert fold(word) in fold(found)


def test_a_report_between_cycles_is_found_with_its_unit(desk: Desk) -> None:
    desk.do(reports.report, uid("研修"), ReportText("見た。", decision="講師を増やす。"), ZEIMU)
    (found,) = desk.ask(find, "講師", "secretariat")
    assert (found.hit.where, found.hit.code, found.unit) == ("report", "検討-4", uid("研修"))
    assert (found.hit.title, found.hit.excerpt) == ("研修（2月13日）", "講師を増やす。")


def test_every_word_typed_has_to_stand_in_the_same_text(desk: Desk) -> None:
    cycle = start_cycle(desk)
    accepted(desk, cycle, "重点-1", results="転入届の列が長い。", issues="人手が足りない。")
    assert hits(desk, "列 転入届") == [("reply", "重点-1", True)]
    assert hits(desk, "転入届 人手") == []


def test_the_way_to_a_hit_is_told(desk: Desk) -> None:
    cycle = start_cycle(desk)
    accepted(desk, cycle, "重点-1", results="転入届を試した。")
    (found,) = desk.ask(find, "転入届", "secretariat")
    assert (found.unit, found.cycle) == (uid("書かない窓口"), cycle.id)
    (term,) = [each for each in desk.ask(find, "RPA", "secretariat") if each.hit.where == "term"]
    assert term.subject == "t"
