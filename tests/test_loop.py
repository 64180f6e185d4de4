"""The whole loop on each of the five plans, by commands: a year, then what must hold of it."""

import re
from collections import Counter
from collections.abc import Iterator

import pypdfium2
import pytest

from tests.cli.commands import Town
from tests.cli.year import A3_PAPERS, LATER, PAPERS, STATUSES, Year, work_year
from tests.databases import Server
from tests.documents.reading import POINTS, fonts, texts
from tests.plan_samples import TOWNS

UNITS = {"ogawara": 13, "otaki": 11, "kaminokawa": 8, "miharu": 25, "kahoku": 14}
SIZES = ((210, 297), (297, 420))  # mm, A4 and A3


@pytest.fixture(scope="module", params=[*TOWNS, "kaminokawa on PostgreSQL"])
def year(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Year]:
    """A worked year of a plan; once on a server too."""
    plan = request.param.split()[0]
    folder = tmp_path_factory.mktemp(plan)
    if "PostgreSQL" not in request.param:
        yield work_year(Town(str(folder / "town.db")), folder, plan)
        return
    server: Server = request.getfixturevalue("server")
    with server.empty() as address:
        yield work_year(Town(address), folder, plan)


def plan_of(year: Year) -> str:
    return str(year.boards["first"]["plan"])


def test_opening_resolves_every_unit_and_lists_what_is_provisional(year: Year) -> None:
    asked = year.asked()
    assert len(asked) == UNITS[plan_of(year)]
    assert all(len(set(departments)) == len(departments) > 0 for departments in asked.values())
    provisional = {each["code"] for each in year.opened["assignments"] if each["provisional"]}
    assert set(year.opened["warnings"]) == provisional


@pytest.mark.parametrize("when", ["first", "closed", "second", "later"])
def test_the_counts_of_a_board_add_up_to_its_cards(when: str, year: Year) -> None:
    shown = year.boards[when]
    assert len(shown["cards"]) == sum(shown["counts"].values()) == UNITS[plan_of(year)]
    assert Counter(each["status"] for each in shown["cards"]) == +Counter(shown["counts"])
    assert shown["answered"] == len(shown["cards"]) - shown["counts"]["miss"]


def test_what_was_answered_and_drawn_together_counts(year: Year) -> None:
    cards = year.boards["first"]["cards"]
    assert [each["status"] for each in cards[: len(STATUSES)]] == list(STATUSES)
    assert {each["status"] for each in cards[len(STATUSES) :]} == {"miss"}
    stage = {each["code"]: each["stage"] for each in cards[: len(STATUSES)]}
    assert set(stage.values()) <= {"trial", "introduce"}
    assert cards[len(STATUSES)]["accepted"] == 0


def test_a_returned_answer_is_missing_until_it_comes_again(year: Year) -> None:
    code = next(iter(year.asked()))
    states = {row["code"]: row["state"] for each in year.missing for row in each["missing"]}
    assert states[code] == "returned"
    assert year.card("second", code)["status"] == LATER[0]


def test_the_meeting_holds_what_was_said_and_decided(year: Year) -> None:
    shown = year.meeting
    assert (shown["state"], shown["minutes"]) == ("closed", {"version": 2, "state": "confirmed"})
    assert [each["presence"] for each in shown["attendance"]] == ["present", "proxy"]
    assert shown["quorum"]["met"]
    code, other = list(year.asked())[:2]
    items = {each["code"]: each for each in shown["items"]}
    assert (items[code]["result"], items[other]["result"]) == ("approved", "continued")
    assert all(items[each]["remarks"] and items[each]["decisions"] and items[each]["actions"] for each in (code, other))
    assert (year.card("first", code)["discuss"], year.card("first", code)["agenda_number"]) == ("decide", 1)


def test_the_second_cycle_shows_the_first_as_before(year: Year) -> None:
    rank = {"late": 0, "warn": 1, "ok": 2}
    for before, now in zip(year.boards["first"]["cards"], year.boards["second"]["cards"], strict=True):
        assert (now["previous_status"], now["previous_stage"]) == (before["status"], before["stage"])
        old, new = before["status"], now["status"]
        if old == new:
            expected: str | None = "same"
        elif old in rank and new in rank:
            expected = "better" if rank[new] > rank[old] else "worse"
        else:
            expected = None
        assert now["change"] == expected
    assert [each["change"] for each in year.boards["second"]["cards"][:4]] == ["worse", "better", "same", "same"]


def test_the_first_cycle_shows_the_same_after_the_second(year: Year) -> None:
    assert year.boards["later"] == year.boards["closed"]
    for card, after in zip(year.boards["first"]["cards"], year.boards["closed"]["cards"], strict=True):
        assert {**card, "waiting": None} == {**after, "waiting": None}


def test_the_first_cycle_prints_the_same_bytes_after_the_second(year: Year) -> None:
    for paper in PAPERS:
        assert year.papers["later"][paper] == year.papers["closed"][paper], paper
        assert year.papers["second"][paper] != year.papers["closed"][paper], paper


def test_every_font_is_embedded_as_a_subset_with_its_characters(year: Year) -> None:
    for content in year.papers["second"].values():
        found = fonts(content)
        assert found
        for name, font in found.items():
            assert re.fullmatch(r"/[A-Z]{6}\+.+", name), name
            assert "Helvetica" not in name
            assert "/ToUnicode" in font, name
            below = font["/DescendantFonts"][0].get_object() if "/DescendantFonts" in font else font
            assert {"/FontFile2", "/FontFile3"} & set(below["/FontDescriptor"]), name


def test_every_page_has_its_size_and_holds_text(year: Year) -> None:
    for paper, content in year.papers["second"].items():
        for page in pypdfium2.PdfDocument(content):
            assert tuple(round(each / POINTS) for each in sorted(page.get_size())) == SIZES[paper in A3_PAPERS]
            assert page.get_textpage().get_text_range().strip()


def test_papers_hold_what_was_typed(year: Year) -> None:
    held = {paper: texts(content)[0] for paper, content in year.papers["second"].items()}
    code = next(iter(year.asked()))
    for paper in ("list", "sheet"):
        assert "窓口を3つ広げた。" in held[paper]
        assert "予算が足りない。" in held[paper]
        assert f"（{code}）。" not in held["list"]
    for words in ("進め方はよい。", "案のとおりとする。", "見積りを示す。", "予算が足りない。", "見本次郎"):
        assert words in held["minutes"]
    assert "見本太郎" in held["agenda"]
    assert "第2回" in held["preparation"]


def test_a_new_name_stands_on_new_papers_and_not_on_old_ones(year: Year) -> None:
    first, second = (texts(year.papers[when]["submission"])[0] for when in ("later", "second"))
    assert "新しい名前の課" not in first
    assert "新しい名前の課" in second


def test_the_database_of_the_year_is_whole(year: Year) -> None:
    report = year.town.value("verify")
    assert report["ok"] is True
    assert report["records"] > 2 * len(STATUSES)
    assert [each["state"] for each in year.town.value("cycle", "list")] == ["closed", "open"]
