"""会議資料一式 of a meeting: gathered from what counts, chosen by its body, and kept as it was handed out."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest
from sqlalchemy import delete, update
from sqlalchemy.exc import DBAPIError

from dxdesk.desk import Desk
from dxdesk.documents.appending import read_pdf
from dxdesk.documents.packet import compose_packet
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.errors import Problem
from dxdesk.domain.meetings import Meeting
from dxdesk.domain.packets import PART_KEYS, PacketChoice
from dxdesk.domain.permissions import Actor
from dxdesk.domain.printing import Wanted
from dxdesk.operations import cycles, meetings, minutes
from dxdesk.operations.change import Change
from dxdesk.operations.meeting_changes import change_meeting
from dxdesk.operations.packet_files import appended_files
from dxdesk.operations.packets import choose_parts, hand_out
from dxdesk.operations.printing_documents import offer, print_document
from dxdesk.operations.printing_facts import prepare
from dxdesk.operations.printing_packet import packet as printed_value
from dxdesk.operations.printing_packet import packet_offer, print_packet
from dxdesk.operations.printing_packet_parts import FRONT, MAKERS
from dxdesk.store import packet_tables
from dxdesk.store.queries import finding, packets, plans
from dxdesk.store.queries import meetings as meetings_on_file
from dxdesk.store.queries import minutes as minutes_on_file
from dxdesk.wording.meeting import phrases_for
from tests.builders import MOMENT, SECRETARIAT, SOUMU, accepted, refused, uid
from tests.documents.reading import page_texts
from tests.documents.sample_packets import packet
from tests.documents.test_packet import town_file
from tests.operations.test_printing_documents import hold


@pytest.fixture
def meeting(desk: Desk, cycle: Cycle) -> Meeting:
    accepted(desk, cycle, "重点-1", results="窓口を一つにした。")
    hold(desk, cycle)
    return desk.ask(finding.meeting)


def unit(desk: Desk, code: str) -> str:
    """The id of a unit."""
    return desk.ask(plans.plan).unit(code).id


def pages(desk: Desk, cycle: Cycle, meeting: Meeting, **chosen: object) -> list[str]:
    wanted = Wanted("packet", meeting=meeting.id, **chosen)  # type: ignore[arg-type]
    return page_texts(desk.ask(print_document, cycle, wanted, SECRETARIAT, MOMENT).pdf)


def test_a_packet_holds_the_parts_that_can_be_made_of_its_cycle(desk: Desk, cycle: Cycle, meeting: Meeting) -> None:
    found = desk.ask(packet_offer, meeting)
    assert set(found.titles) <= FRONT | set(MAKERS)
    assert "before" not in found.titles  # the first cycle looks back at nothing
    first = pages(desk, cycle, meeting)[0]
    for key, title in found.titles.items():
        if key not in ("sheets", "members", "glossary", "guidance"):
            assert title in first


def test_what_a_body_chose_is_what_its_next_packet_has(desk: Desk, cycle: Cycle, meeting: Meeting) -> None:
    assert desk.ask(packets.packet_choice, meeting.body) == PacketChoice()
    chosen = PacketChoice(order=("list",), left_out=frozenset({"sheets", "summary"}), draft=True, a4=True)
    for each in (PacketChoice(collect=True), chosen):
        desk.do(choose_parts, meeting.body, each)
    assert desk.ask(packets.packet_choice, meeting.body) == chosen
    texts = pages(desk, cycle, meeting)
    assert "資料1進捗状況一覧表（6取組）A4横" in texts[0]
    assert all("（案）" in text for text in texts)
    assert desk.ask(offer, cycle, SECRETARIAT).packets[meeting.id].choice == chosen


def test_what_is_chosen_for_one_print_is_not_remembered(desk: Desk, cycle: Cycle, meeting: Meeting) -> None:
    texts = pages(desk, cycle, meeting, packet=PacketChoice(left_out=frozenset({"list", "summary"})))
    assert "一覧表" not in texts[0]
    assert desk.ask(packets.packet_choice, meeting.body) == PacketChoice()


def test_the_guidance_for_departments_goes_in_for_reference_where_it_is_wished(
    desk: Desk, cycle: Cycle, meeting: Meeting
) -> None:
    assert "記入要領" not in "".join(pages(desk, cycle, meeting))
    wished = pages(desk, cycle, meeting, packet=PacketChoice().with_part("guidance", True))
    assert "参考記入要領" in wished[0]
    assert any(text.startswith("記入要領") and "今の状況必須" in text for text in wished)


def test_what_is_not_accepted_is_in_no_packet(desk: Desk, cycle: Cycle, meeting: Meeting) -> None:
    whole = "".join(pages(desk, cycle, meeting))
    assert "窓口を一つにした。" in whole
    assert "未回答" in whole


def test_files_of_the_town_go_behind_it(desk: Desk, cycle: Cycle, meeting: Meeting, tmp_path: Path) -> None:
    file = tmp_path / "前回の会議録.pdf"
    file.write_bytes(town_file())
    texts = pages(desk, cycle, meeting, append=(str(file),))
    assert "参考前回の会議録" in texts[0]
    assert texts[-1].startswith("町の資料の本文2")
    assert f"1／{len(texts)}" in texts[0]


@pytest.mark.parametrize(("content", "code"), [(b"MZ", "packet.no_pdf"), (None, "packet.unreadable")])
def test_a_file_that_cannot_be_taken_along_is_named(tmp_path: Path, content: bytes | None, code: str) -> None:
    file = tmp_path / "表.pdf"
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(Problem) as refusal:
        appended_files([str(file)])
    assert refusal.value.code == code
    assert str(refusal.value.values["file"]).startswith("表")


def test_what_was_handed_out_is_kept_with_the_answers_that_counted(desk: Desk, cycle: Cycle, meeting: Meeting) -> None:
    assert desk.ask(packets.changed_since_packet, cycle) == frozenset()
    found = desk.do(hand_out, meeting, appended=[read_pdf("資料", town_file())])
    (edition,) = desk.ask(packets.editions, meeting.id)
    assert found.outcome.subject.endswith("第1版")
    assert edition.number == 1
    assert len(edition.pages) == found.printed.pages == len(page_texts(found.printed.pdf))
    assert len(edition.answers[unit(desk, "重点-1")]) > 0
    assert desk.ask(packets.changed_since_packet, cycle) == frozenset()
    refused(desk, "packet.unchanged", hand_out, meeting, appended=[read_pdf("資料", town_file())])


def test_a_file_of_the_last_edition_is_never_left_out_without_a_word(
    desk: Desk, cycle: Cycle, meeting: Meeting, tmp_path: Path
) -> None:
    file = tmp_path / "町の資料.pdf"
    file.write_bytes(town_file())
    desk.do(hand_out, meeting, appended=appended_files([str(file)]))
    (kept,) = desk.ask(packet_offer, meeting).appended
    assert (kept.name, kept.pages, kept.digest) == ("町の資料", 2, sha256(file.read_bytes()).hexdigest())
    accepted(desk, cycle, "重点-3", results="端末を入れた。")
    for wish in ({}, {"only_changed": True}):
        with pytest.raises(Problem) as refusal:
            pages(desk, cycle, meeting, **wish)
        assert refusal.value.code == "packet.missing_files"
        assert refusal.value.values["files"] == "「町の資料」（2頁）"
    refused(desk, "packet.missing_files", hand_out, meeting)
    refused(desk, "packet.not_appended", hand_out, meeting, left_out=["町の書類"])
    assert "除いた" not in pages(desk, cycle, meeting, append=(str(file),))[0]
    assert "除いた" in pages(desk, cycle, meeting, left_out=("町の資料",))[0]


def test_an_answer_that_is_accepted_later_marks_its_unit_and_makes_the_next_edition(
    desk: Desk, cycle: Cycle, meeting: Meeting
) -> None:
    desk.do(hand_out, meeting)
    accepted(desk, cycle, "重点-3", results="端末を入れた。")
    assert desk.ask(packets.changed_since_packet, cycle) == {unit(desk, "重点-3")}
    assert desk.ask(packets.changed_since_packet, cycle, meeting) == {unit(desk, "重点-3")}
    facts = desk.ask(prepare, cycle, Wanted("packet", meeting=meeting.id), SECRETARIAT, MOMENT).facts
    assert (facts.edition, [each.code for each in facts.changed]) == (1, ["重点-3"])
    part = pages(desk, cycle, meeting, only_changed=True)
    assert part[0].startswith("差し替え表")
    assert "進捗状況の総括22順調1→2、未回答5→4" in part[0]
    assert "差し替え第2版" in part[1]
    found = desk.do(hand_out, meeting, only_changed=True)
    assert page_texts(found.printed.pdf)[0].startswith("差し替え表")
    assert [each.number for each in desk.ask(packets.editions, meeting.id)] == [1, 2]
    assert desk.ask(packets.changed_since_packet, cycle) == frozenset()


def test_a_packet_that_was_handed_out_keeps_its_parts_and_marks_when_its_body_chooses_others(
    desk: Desk, cycle: Cycle, meeting: Meeting
) -> None:
    own = PacketChoice(order=("sheets", "list"), left_out=frozenset({"summary"}), draft=True)
    desk.do(choose_parts, desk.ask(packet_offer, meeting).whose, own)
    desk.do(hand_out, meeting)
    before = pages(desk, cycle, meeting)
    later = PacketChoice(caution=True, collect=True, all_sheets=True)
    desk.do(choose_parts, meeting.body, later)
    assert desk.ask(packet_offer, meeting).choice == own
    assert pages(desk, cycle, meeting) == before
    assert desk.ask(packets.packet_choice, meeting.body) == later
    other = replace(own, collect=True)
    desk.do(choose_parts, desk.ask(packet_offer, meeting).whose, other)
    assert desk.ask(packets.meeting_choice, meeting) == other
    assert desk.ask(packets.packet_choice, meeting.body) == later
    desk.do(hand_out, meeting, choice=own.marked("caution", True))
    assert desk.ask(packets.meeting_choice, meeting) == own.marked("caution", True)


def test_what_a_body_chose_after_an_edition_says_nothing_of_one_whose_choice_was_not_kept(
    desk: Desk, meeting: Meeting, monkeypatch: pytest.MonkeyPatch
) -> None:
    edition = compose_packet(desk.ask(printed_value, meeting, PacketChoice(), MOMENT)).edition
    for moment, found in (("2030-01-01T09:00:00+09:00", True), ("2020-01-01T09:00:00+09:00", False)):
        old = replace(edition, moment=moment)
        monkeypatch.setattr(packets, "editions", lambda *_, found=old: (found,))
        desk.do(choose_parts, meeting.body, PacketChoice(caution=True))
        assert desk.ask(packets.meeting_choice, meeting).caution is found


def test_a_closed_meeting_prints_the_parts_that_were_handed_out_and_replaces_only_where_that_is_asked(
    desk: Desk, cycle: Cycle, meeting: Meeting
) -> None:
    desk.do(change_meeting, meeting, day=meeting.day, begins="15:00", ends="17:00")
    meeting = desk.ask(finding.meeting)
    desk.do(hand_out, meeting)
    (edition,) = desk.ask(packets.editions, meeting.id)
    planned = pages(desk, cycle, meeting)[0]
    for ends in ("17:20", "17:30"):
        desk.do(meetings.close_meeting, meeting, ends=ends)
        closed = desk.ask(finding.meeting)
        assert closed.ends == ends
        assert pages(desk, cycle, closed)[0] == planned
        if ends == "17:20":
            desk.do(meetings.reopen_meeting, closed, "続けた")
    accepted(desk, cycle, "重点-3", results="端末を入れた。")
    whole = pages(desk, cycle, closed)
    assert not any("差し替え" in text for text in whole)
    chosen = desk.ask(packet_offer, closed).choice.chosen(PART_KEYS)
    assert list(chosen) == [each.key for each in edition.papers]
    assert "changes" not in chosen
    assert pages(desk, cycle, closed, only_changed=True)[0].startswith("差し替え表")
    assert page_texts(desk.do(hand_out, closed).printed.pdf)[0].startswith("差し替え表")


def test_what_was_handed_out_is_never_changed_or_taken_away(desk: Desk, meeting: Meeting) -> None:
    desk.do(hand_out, meeting)
    table = packet_tables.packets
    for statement in (update(table).values(record="{}"), delete(table)):

        def tamper(change: Change, statement: object = statement) -> None:
            change.connection.execute(statement)  # type: ignore[call-overload]

        with pytest.raises(DBAPIError, match="append-only"):
            desk.do(tamper)
    assert len(desk.ask(packets.editions, meeting.id)) == 1


def test_a_closed_cycle_prints_its_packet_as_it_was_and_hands_out_no_more(
    desk: Desk, cycle: Cycle, meeting: Meeting
) -> None:
    desk.do(meetings.close_meeting, meeting)
    desk.do(cycles.close_cycle, cycle, "終わった")
    first, later = (
        desk.ask(print_packet, Wanted("packet", meeting=meeting.id), moment).pdf
        for moment in (MOMENT, "2030-01-01T09:00:00+09:00")
    )
    assert first == later
    refused(desk, "packet.closed", hand_out, meeting)


def test_only_those_who_prepare_and_lead_the_meeting_print_its_packet(
    desk: Desk, cycle: Cycle, meeting: Meeting
) -> None:
    wanted = Wanted("packet", meeting=meeting.id)
    assert desk.ask(print_document, cycle, wanted, Actor("chair"), MOMENT).pages > 1
    for actor in (Actor("reader"), Actor("liaison", (uid(SOUMU),))):
        with pytest.raises(Problem) as refusal:
            desk.ask(print_document, cycle, wanted, actor, MOMENT)
        assert refusal.value.code == "permission.role"
        assert desk.ask(offer, cycle, actor).packets == {}


def test_before_it_is_printed_the_unanswered_are_named(desk: Desk, cycle: Cycle, meeting: Meeting) -> None:
    found = desk.ask(prepare, cycle, Wanted("packet", meeting=meeting.id), SECRETARIAT, MOMENT)
    assert len(found.facts.units) == 6
    assert len(found.facts.unanswered) == 5


def test_without_a_meeting_there_is_no_packet(desk: Desk, cycle: Cycle) -> None:
    with pytest.raises(Problem) as refusal:
        desk.ask(print_document, cycle, Wanted("packet"), SECRETARIAT, MOMENT)
    assert refusal.value.code == "meeting.none"


def test_every_sheet_goes_in_where_that_is_wished(desk: Desk, cycle: Cycle, meeting: Meeting) -> None:
    some = pages(desk, cycle, meeting, packet=PacketChoice())
    every = pages(desk, cycle, meeting, packet=replace(PacketChoice(), all_sheets=True))
    assert sum(text.startswith("個票") for text in every) == 6
    assert sum(text.startswith("個票") for text in some) < 6


def test_the_minutes_list_the_papers_that_were_handed_out(desk: Desk, meeting: Meeting) -> None:
    desk.do(hand_out, meeting, appended=[read_pdf("町の資料", town_file())])
    desk.do(meetings.close_meeting, meeting)
    desk.do(minutes.draft, desk.ask(finding.meeting), phrases_for)
    blocks = desk.ask(minutes_on_file.versions, meeting.id)[-1].blocks
    listed = [each.text for each in blocks if each.kind == "handout"]
    (edition,) = desk.ask(packets.editions, meeting.id)
    assert listed == [f"{each.number}　{each.name}" for each in edition.papers if each.number]
    assert listed[-1] == "参考　町の資料"
    agenda = desk.ask(meetings_on_file.agenda, meeting.id)
    named = edition.references(agenda, "宿題")
    assert [each.text for each in blocks if each.kind == "reference"] == list(named.values())


def test_each_sheet_is_referred_to_by_its_own_number() -> None:
    value = packet("ogawara")
    edition = compose_packet(value).edition
    discussed = [each for each in value.agenda.record.items if each.unit]
    found = edition.references(value.agenda.record.items, "宿題")
    assert [found[each.number] for each in discussed] == [f"資料2-{at}" for at in range(1, len(discussed) + 1)]
