from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from dxdesk.domain.meetings import Meeting
from dxdesk.domain.packets import PacketChoice
from dxdesk.domain.paper import Paper
from dxdesk.domain.plan_parts import Department
from dxdesk.domain.printing import CHOICES, PRINT_KINDS, PRINTS, WORKBOOKS, PrintKind, Wanted
from dxdesk.domain.settings import Settings
from dxdesk.operations.printing_documents import Offer
from dxdesk.operations.printing_packet import PacketOffer
from dxdesk.ui.printing.offering import entries, groups_of, name_parts, wanted_of, why_not
from dxdesk.wording.document_names import DOCUMENT_NAMES, GROUPS
from tests.meeting_samples import CARDS, CYCLE, DEPARTMENTS


def meeting(identity: str, day: int, body: str = "推進委員会") -> Meeting:
    return Meeting(identity, "cycle", "body", body, date(2025, 2, day), None, None, None, "closed")


def offer(
    *meetings: Meeting, recorded: tuple[str, ...] = (), departments: tuple[Department, ...] = DEPARTMENTS
) -> Offer:
    return Offer(
        PRINTS["secretariat"], departments, departments, CARDS, meetings, frozenset(recorded), WORKBOOKS, Settings()
    )


def words(found: Offer, wanted: Wanted, choice: str, *, own: bool = False) -> list[str]:
    kind = next(each for each in ("meeting", "department", "unit", "discussed", "paper") if each == choice)
    return [each.words for each in entries(found, wanted, kind, own=own)[0]]


def test_every_document_stands_once_among_what_can_be_printed_and_has_a_name() -> None:
    kinds = [kind for _, found in GROUPS for kind, _ in found]
    assert sorted(kinds) == sorted(PRINT_KINDS)
    assert set(DOCUMENT_NAMES) == set(PRINT_KINDS)


def test_who_may_have_none_of_a_word_does_not_see_the_word() -> None:
    found = Offer(PRINTS["reader"], DEPARTMENTS, DEPARTMENTS, CARDS, (), frozenset(), WORKBOOKS, Settings())
    assert [word for word, _ in groups_of(found)] == ["次第", "会議録", "総括・工程表など", "進捗一覧表", "個票"]
    assert dict(groups_of(found))["会議録"] == (("public", "公表用"),)


@pytest.mark.parametrize(
    ("found", "kind", "reason"),
    [
        (offer(), "minutes", "会議はまだです"),
        (offer(), "agenda", "会議はまだです"),
        (offer(meeting("m", 13)), "agenda", ""),
        (offer(meeting("m", 13)), "gist", "会議を閉じてから"),
        (offer(meeting("m", 13), recorded=("m",)), "public", ""),
        (offer(departments=()), "handwriting", "聞いている取組がありません"),
        (offer(departments=()), "sheet", ""),
        (offer(), "list", ""),
    ],
)
def test_a_document_that_cannot_be_made_says_why(found: Offer, kind: PrintKind, reason: str) -> None:
    assert why_not(found, kind) == reason


def test_the_newest_meeting_stands_first_and_is_chosen_and_minutes_ask_for_those_that_have_some() -> None:
    found = offer(meeting("m1", 6), meeting("m2", 13), recorded=("m1",))
    shown, chosen = entries(found, Wanted("agenda"), "meeting", own=False)
    assert ([each.value for each in shown], chosen) == (["m2", "m1"], "m2")
    shown, chosen = entries(found, Wanted("minutes", meeting="m2"), "meeting", own=False)
    assert ([each.value for each in shown], chosen) == (["m1"], "m1")


def test_bodies_are_named_where_there_are_several() -> None:
    assert words(offer(meeting("m", 13)), Wanted("agenda"), "meeting") == ["2月13日（木）"]
    both = offer(meeting("m1", 6), meeting("m2", 13, "推進本部"))
    assert words(both, Wanted("agenda"), "meeting") == ["2月13日（木） 推進本部", "2月6日（木） 推進委員会"]


def test_own_departments_offer_no_forms_of_all_but_sheets_of_all() -> None:
    assert words(offer(), Wanted("handwriting"), "department")[0] == "すべての課"
    assert words(offer(), Wanted("handwriting"), "department", own=True)[0] == "政策企画課"
    assert words(offer(), Wanted("sheet"), "department", own=True)[0] == "すべての課"


def test_action_items_are_offered_of_departments_that_have_some_though_nobody_asks_them() -> None:
    found = replace(offer(), departments=DEPARTMENTS[:1])
    assert words(found, Wanted("actions"), "department") == ["すべての課", "政策企画課", "税務課", "町民生活課"]
    assert wanted_of(found, "actions:d3") == Wanted("actions", department="d3")
    assert wanted_of(found, "handwriting:d3") == Wanted("handwriting")


def test_units_are_those_of_the_chosen_department() -> None:
    assert len(words(offer(), Wanted("sheet"), "unit")) == 1 + len(CARDS)
    own = words(offer(), Wanted("sheet", department="d2"), "unit")
    assert own == ["すべての取組（1件）", "2　キャッシュレス決済の導入"]


def test_the_papers_of_the_list_are_a3_and_a4() -> None:
    shown, chosen = entries(offer(), Wanted("list", paper="A4"), "paper", own=False)
    assert ([each.value for each in shown], chosen) == (["A3", "A4"], "A4")
    assert "paper" in CHOICES["list"]


def test_a_name_says_what_it_is_a_part_of() -> None:
    assert name_parts(offer(), CYCLE, Wanted("list")) == ("令和6年度 第2回", "進捗一覧表")
    own = name_parts(offer(), CYCLE, Wanted("sheet", department="d2", unit="6"))
    assert own == ("令和6年度 第2回", "個票", "税務課", "6")
    found = offer(meeting("m1", 6), meeting("m2", 13))
    own_word = replace(offer(), settings=replace(Settings(), action_word="対応事項"))
    assert name_parts(own_word, CYCLE, Wanted("actions"))[1] == "対応事項一覧"
    assert name_parts(found, CYCLE, Wanted("minutes", meeting="m1"))[1:] == ("会議録", "R7.2.6")


def test_the_name_of_only_the_changed_pages_says_which_edition_they_make() -> None:
    packet = PacketOffer("m1", {"agenda": "次第"}, PacketChoice(), (1, "2025-02-06T09:00:00"))
    found = replace(offer(meeting("m1", 6)), packets={"m1": packet})
    assert name_parts(found, CYCLE, Wanted("packet", meeting="m1"))[1:] == ("会議資料",)
    changed = Wanted("packet", meeting="m1", only_changed=True)
    assert name_parts(found, CYCLE, changed)[1:] == ("会議資料", "差し替え第2版")


@pytest.mark.parametrize(
    ("subject", "wanted"),
    [
        ("list", Wanted("list")),
        ("sheet:6", Wanted("sheet", unit="6")),
        ("sheet:d2", Wanted("sheet", department="d2")),
        ("minutes:m1", Wanted("minutes", meeting="m1")),
        ("minutes:public", Wanted("public")),
        ("agenda:m1", Wanted("agenda", meeting="m1")),
        ("checklist", Wanted("preparation")),
        ("checklist:action", Wanted("action")),
        ("checklist:year-end", Wanted("year-end")),
        ("handwriting:d3", Wanted("handwriting", department="d3")),
        ("poster", None),
        ("", None),
    ],
)
def test_a_subject_names_a_document_and_its_part(subject: str, wanted: Wanted | None) -> None:
    assert wanted_of(offer(meeting("m1", 6)), subject) == wanted


def test_a_subject_means_the_version_that_the_person_may_have() -> None:
    found = Offer(
        PRINTS["reader"], DEPARTMENTS, DEPARTMENTS, CARDS, (meeting("m1", 6),), frozenset({"m1"}), WORKBOOKS, Settings()
    )
    assert wanted_of(found, "minutes:m1") == Wanted("public", meeting="m1")
    assert wanted_of(found, "checklist") is None


def test_the_list_comes_on_the_paper_of_the_town_until_somebody_chooses_another() -> None:
    settings = Settings(paper=Paper(list_paper="A4"))
    found = replace(offer(), settings=settings)
    assert entries(found, Wanted("list"), "paper", own=False)[1] == "A4"
    assert entries(found, Wanted("list", paper="A3"), "paper", own=False)[1] == "A3"
    assert entries(offer(), Wanted("list"), "paper", own=False)[1] == "A3"
