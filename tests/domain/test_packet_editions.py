"""Which pages of a packet differ from those that were handed out."""

from __future__ import annotations

import json
from dataclasses import replace

from dxdesk.domain.packet_editions import (
    Edition,
    PacketPage,
    PacketPaper,
    Replacement,
    changed_units,
    edition_from,
    replacements,
)
from dxdesk.domain.packets import PART_KEYS, PacketChoice

PAPERS = (PacketPaper("agenda", "", "次第", 1, 1), PacketPaper("list", "資料1", "一覧表", 2, 3))
PAGES = (PacketPage("agenda", 1, 1, "a"), PacketPage("list/0", 1, 2, "b"), PacketPage("list/0", 2, 3, "c"))
FIRST = Edition(1, "2025-02-06T10:40:00+09:00", PAGES, PAPERS, {"u1": ("r1",), "u2": ()})


def test_the_same_packet_differs_in_nothing() -> None:
    assert replacements(FIRST, PAGES, PAPERS) == []


def test_a_page_with_other_words_is_changed() -> None:
    now = (*PAGES[:2], PacketPage("list/0", 2, 3, "other"))
    assert replacements(FIRST, now, PAPERS) == [Replacement("資料1", "一覧表", (3,), "changed", (3,))]


def test_a_page_that_came_in_moves_those_behind_it() -> None:
    papers = (PAPERS[0], PacketPaper("summary", "資料1", "総括", 2, 2), PacketPaper("list", "資料2", "一覧表", 3, 4))
    now = (
        PAGES[0],
        PacketPage("summary/0", 1, 2, "s"),
        PacketPage("list/0", 1, 3, "b"),
        PacketPage("list/0", 2, 4, "c"),
    )
    assert replacements(FIRST, now, papers) == [
        Replacement("資料1", "総括", (2,), "added"),
        Replacement("資料2", "一覧表", (3, 4), "moved", (2, 3)),
    ]


def test_what_is_no_longer_there_is_named_with_its_old_pages() -> None:
    assert replacements(FIRST, PAGES[:1], PAPERS[:1]) == [Replacement("資料1", "一覧表", (), "removed", (2, 3))]


def test_a_page_that_went_stands_behind_the_others_of_its_paper() -> None:
    papers = (PAPERS[0], PacketPaper("list", "資料1", "一覧表", 2, 2), PacketPaper("glossary", "参考", "用語集", 3, 3))
    now = (PAGES[0], PacketPage("list/0", 1, 2, "other"), PacketPage("glossary/0", 1, 3, "g"))
    assert replacements(FIRST, now, papers) == [
        Replacement("資料1", "一覧表", (2,), "changed", (2,)),
        Replacement("資料1", "一覧表", (), "removed", (3,)),
        Replacement("参考", "用語集", (3,), "added"),
    ]


def test_a_sheet_that_changed_has_a_row_of_its_own_and_the_list_names_the_answers() -> None:
    papers = (PacketPaper("list", "資料1", "一覧表", 1, 1), PacketPaper("sheets", "資料2", "個票", 2, 4))
    pages = [PacketPage("list/0", 1, 1, "a"), *(PacketPage(f"sheets/u{at}", 1, 1 + at, f"s{at}") for at in (1, 2, 3))]
    before = Edition(1, "2025-02-06T10:40:00+09:00", tuple(pages), papers)
    now = [replace(pages[0], fingerprint="b"), pages[1], replace(pages[2], fingerprint="t"), pages[3]]
    told = frozenset({"u2"})
    assert replacements(before, now, papers, told) == [
        Replacement("資料1", "一覧表", (1,), "changed", (1,), units=told),
        Replacement("資料2-2", "個票", (3,), "changed", (3,), "u2", told),
    ]
    fewer = [pages[0], pages[2], replace(pages[3], number=3, fingerprint="s3 as 資料2-2")]
    fewer[1] = replace(fewer[1], number=2, fingerprint="s2 as 資料2-1")
    assert replacements(before, fewer, (papers[0], replace(papers[1], last=3))) == [
        Replacement("資料2", "個票", (2, 3), "renumbered", (3, 4)),
        Replacement("資料2-1", "個票", (), "removed", (2,), "u1"),
    ]
    (row,) = replacements(before, pages[:1], papers[:1])
    assert (row.number, row.before, row.unit) == ("資料2", (2, 3, 4), "")


def test_a_file_of_the_town_bears_no_number_and_stays_where_it_is() -> None:
    files = (PacketPage("append/甲", 1, 4, "x"), PacketPage("append/乙", 1, 5, "y"))
    papers = (*PAPERS, PacketPaper("append", "参考1", "甲", 4, 4), PacketPaper("append", "参考2", "乙", 5, 5))
    before = replace(FIRST, pages=(*PAGES, *files), papers=papers)
    shorter = (
        PAPERS[0],
        replace(PAPERS[1], last=2),
        *(replace(papers[at], first=at + 1, last=at + 1) for at in (2, 3)),
    )
    now = (*PAGES[:2], *(replace(each, number=each.number - 1) for each in files))
    assert [row.what for row in replacements(before, now, shorter)] == ["removed"]
    turned = (papers[0], papers[1], replace(papers[3], first=4, last=4), replace(papers[2], first=5, last=5))
    swapped = (*PAGES, replace(files[1], number=4), replace(files[0], number=5))
    assert [(row.name, row.what) for row in replacements(before, swapped, turned)] == [("乙", "moved"), ("甲", "moved")]
    other = replace(papers[2], number="参考")
    left = (*PAGES, replace(files[0], fingerprint="z"))
    (row, gone) = replacements(before, left, (*PAPERS, other))
    assert (row.what, gone.what) == ("changed", "removed")


def test_units_change_with_the_answers_that_count() -> None:
    assert changed_units(FIRST.answers, {"u1": ("r1",), "u2": ("r9",), "u3": ()}) == {"u2"}
    assert changed_units(FIRST.answers, {"u1": ("r1",)}) == set()


def test_an_edition_is_kept_whole() -> None:
    for each in (FIRST, replace(FIRST, choice=PacketChoice(draft=True), statuses={"u1": "late"})):
        assert edition_from(1, each.moment, json.loads(json.dumps(each.record()))) == each


def test_an_edition_of_which_nothing_was_kept_but_its_papers_has_these_again() -> None:
    record = {key: value for key, value in FIRST.record().items() if key != "choice"}
    found = edition_from(1, FIRST.moment, json.loads(json.dumps(record))).chosen(PacketChoice(a4=True), closed=False)
    assert found.chosen(PART_KEYS) == ("agenda", "list")
    assert found.a4
