"""伺い, 開催通知 and 供覧: what they are gathered from, in the settings of the cycle they are of."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from docx import Document

from dxdesk.desk import Desk
from dxdesk.documents.watching import Watch, watched
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.errors import Problem
from dxdesk.domain.printing import IN_WORD, PrintKind, Wanted
from dxdesk.domain.settings import Settings
from dxdesk.operations.plans import change_settings
from dxdesk.operations.printing_documents import document_word, print_document
from dxdesk.operations.printing_invitation import invitation
from dxdesk.store.queries import meetings
from tests.builders import MOMENT, SECRETARIAT, acting, uid
from tests.documents.reading import page_texts
from tests.documents.sample_towns import OTHER
from tests.operations.test_printing_documents import hold


def text_of(desk: Desk, cycle: Cycle, wanted: Wanted) -> str:
    return "".join(page_texts(desk.ask(print_document, cycle, wanted, SECRETARIAT, MOMENT).pdf))


def test_the_copy_for_approval_has_the_agenda_and_a_box_for_each_role(desk: Desk, cycle: Cycle) -> None:
    meeting = hold(desk, cycle)
    text = text_of(desk, cycle, Wanted("approval", meeting=meeting))
    assert text.startswith("会議の開催及び資料の配布について（伺い）")
    assert all(role in text for role in Settings().paper.approvers)
    assert "1開会2委員長あいさつ" in text
    assert text.index("進捗状況一覧表") > text.index("配布資料資料番号名称用紙頁")
    assert "A3折込" in text


def test_who_waits_for_the_copy_for_approval_is_shown_it_without_pages_while_the_packet_is_set(
    desk: Desk, cycle: Cycle
) -> None:
    seen: list[list[str]] = []
    pieces: list[tuple[int, int]] = []

    def piece(done: int, total: int) -> bool:
        pieces.append((done, total))
        return True

    def page(pages: int, write: Callable[[], bytes]) -> bool:
        if pages:
            seen.append(page_texts(write()))
        return True

    wanted = Wanted("approval", meeting=hold(desk, cycle))
    with watched(Watch(piece, page)):
        printed = desk.ask(print_document, cycle, wanted, SECRETARIAT, MOMENT)
    (whole,) = page_texts(printed.pdf)
    assert "用紙頁―次第A41資料1進捗状況の総括A42資料2進捗状況一覧表（6取組）A3折込3" in whole
    assert len(seen) > 2
    for (begun,) in seen:
        assert begun.startswith(whole[: whole.index("―次第")])
        assert "用紙頁―次第A4資料1進捗状況の総括A4資料2進捗状況一覧表（6取組）A3折込資料3" in begun
        assert "1／1" not in begun
    assert pieces[-1] == (pieces[0][1], pieces[0][1])
    assert printed.pdf == desk.ask(print_document, cycle, wanted, SECRETARIAT, MOMENT).pdf


def test_the_results_go_round_once_there_are_minutes(desk: Desk, cycle: Cycle) -> None:
    meeting = hold(desk, cycle)
    with pytest.raises(Problem) as problem:
        text_of(desk, cycle, Wanted("circulation", meeting=meeting))
    assert problem.value.code == "minutes.none"


def test_results_name_the_readers_and_what_was_decided(desk: Desk, cycle: Cycle) -> None:
    meeting = hold(desk, cycle, closed=True)
    text = text_of(desk, cycle, Wanted("circulation", meeting=meeting))
    assert text.startswith("会議の結果について（供覧）")
    assert all(role in text for role in Settings().paper.readers)
    assert "決定事項決定事項はない。" in text


@pytest.mark.parametrize(
    ("now", "written", "answer", "opinions"),
    [
        ("2025-01-20T09:00:00", date(2025, 1, 20), date(2025, 2, 6), date(2025, 2, 12)),
        ("2025-02-10T09:00:00", date(2025, 2, 10), date(2025, 2, 10), date(2025, 2, 12)),
        ("2025-02-20T09:00:00", None, date(2025, 2, 6), date(2025, 2, 12)),
    ],
)
def test_an_invitation_asks_for_nothing_on_a_day_that_is_over_and_bears_no_day_after_its_meeting(
    desk: Desk, cycle: Cycle, now: str, written: date | None, answer: date, opinions: date
) -> None:
    meeting = desk.ask(meetings.meeting, hold(desk, cycle))
    found = desk.ask(invitation, meeting, now)
    assert (found.written, found.answer, found.opinions) == (written, answer, opinions)


def test_days_before_a_meeting_on_monday_are_days_of_the_office(desk: Desk, cycle: Cycle) -> None:
    meeting = replace(desk.ask(meetings.meeting, hold(desk, cycle)), day=date(2025, 2, 25))
    found = desk.ask(invitation, meeting, "2025-02-01T09:00:00+09:00")
    assert (found.answer, found.opinions) == (date(2025, 2, 18), date(2025, 2, 21))


def test_every_paper_of_the_second_meeting_of_a_cycle_calls_it_the_second(desk: Desk, cycle: Cycle) -> None:
    first, second = hold(desk, cycle, closed=True), hold(desk, cycle, closed=True, day=date(2025, 3, 13))
    body = desk.ask(meetings.meeting, first).body_name
    kinds: tuple[PrintKind, ...] = ("agenda", "approval", "invitation", "script", "packet", "minutes", "circulation")
    for kind in kinds:
        told = [text_of(desk, cycle, Wanted(kind, meeting=each)) for each in (first, second)]
        assert f"第1回{body}" in told[0]
        assert f"第2回{body}" not in told[0]
        assert f"第2回{body}" in told[1]
        assert kind == "packet" or f"第1回{body}" not in told[1]
    text = text_of(desk, cycle, Wanted("summary"))
    assert "第1回" in text.replace(f"第2回{body}（R7.3.13）", "")
    assert f"第2回{body}（R7.3.13）" in text


@pytest.mark.parametrize("kind", ["approval", "invitation", "circulation"])
@pytest.mark.parametrize("role", ["liaison", "head", "chair", "reader"])
def test_they_are_for_the_secretariat(desk: Desk, cycle: Cycle, kind: str, role: str) -> None:
    meeting = hold(desk, cycle, closed=True)
    who = acting(role)  # type: ignore[arg-type]
    with pytest.raises(Problem) as problem:
        desk.ask(print_document, cycle, Wanted(kind, meeting=meeting), who, MOMENT)  # type: ignore[arg-type]
    assert problem.value.code == "permission.role"


def test_other_settings_do_not_reach_the_cycle_that_is_open(desk: Desk, cycle: Cycle) -> None:
    meeting = hold(desk, cycle)
    before = text_of(desk, cycle, Wanted("invitation", meeting=meeting))
    desk.do(change_settings, Settings(paper=OTHER))
    assert text_of(desk, cycle, Wanted("invitation", meeting=meeting)) == before


def test_letters_and_minutes_are_there_in_word_and_nothing_else(desk: Desk, cycle: Cycle) -> None:
    meeting = hold(desk, cycle, closed=True)
    for kind in sorted(IN_WORD):
        assert desk.ask(document_word, cycle, Wanted(kind, meeting=meeting), SECRETARIAT, MOMENT)
    one = desk.ask(document_word, cycle, Wanted("inquiry", department=uid("税務課")), SECRETARIAT, MOMENT)
    assert one != desk.ask(document_word, cycle, Wanted("inquiry"), SECRETARIAT, MOMENT)
    with pytest.raises(Problem) as problem:
        desk.ask(document_word, cycle, Wanted("approval", meeting=meeting), SECRETARIAT, MOMENT)
    assert problem.value.code == "print.no_word"


def test_a_letter_is_refused_as_the_form_of_minutes(desk: Desk, cycle: Cycle, tmp_path: Path) -> None:
    meeting = hold(desk, cycle, closed=True)
    letter = Document()
    letter.add_paragraph("下記のとおり照会します。")
    letter.save(str(tmp_path / "照会文.docx"))
    with pytest.raises(Problem) as problem:
        desk.ask(
            document_word, cycle, Wanted("minutes", meeting=meeting), SECRETARIAT, MOMENT, tmp_path / "照会文.docx"
        )
    assert problem.value.code == "form.empty"
