from __future__ import annotations

from dxdesk.domain.printing import Wanted
from dxdesk.preferences import keep, kept_name, preferences
from dxdesk.ui.printing.printer import OnPaper
from dxdesk.ui.printing.remembered import recall, recall_last, recall_on_paper, remember, remember_on_paper


def test_at_first_the_list_is_shown_whole() -> None:
    assert recall_last("secretariat") == (Wanted("list"), "page")
    assert recall("secretariat", "sheet") == Wanted("sheet")


def test_each_document_keeps_its_own_choices() -> None:
    remember("secretariat", Wanted("list", paper="A4"), "width")
    remember("secretariat", Wanted("sheet", department="d2", unit="6", discussed=True), "full")
    assert recall("secretariat", "list") == Wanted("list", paper="A4")
    assert recall_last("secretariat") == (Wanted("sheet", department="d2", discussed=True), "full")


def test_choices_that_make_no_sense_any_more_are_the_usual_ones() -> None:
    keep(last={"secretariat print": {"kind": "poster", "zoom": "huge"}, "secretariat list": {"paper": "B5"}})
    assert recall_last("secretariat") == (Wanted("list"), "page")


def test_the_choices_of_others_stay() -> None:
    keep(names={"secretariat": "佐藤"}, last={"board": {"page": "2"}})
    remember("secretariat", Wanted("list"), "page")
    assert (kept_name("secretariat", ()), preferences().last["board"]) == ("佐藤", {"page": "2"})


def test_a_department_printed_in_one_role_is_not_proposed_in_another() -> None:
    remember("secretariat", Wanted("sheet", department="d2"), "full")
    assert recall_last("liaison") == (Wanted("list"), "page")
    assert recall("head", "sheet") == Wanted("sheet")


def test_how_a_document_went_to_paper_is_remembered_for_it_alone() -> None:
    assert recall_on_paper("secretariat", "list") == OnPaper("one", two_up=False, grey=True)
    chosen = OnPaper("short", two_up=True, grey=False)
    remember_on_paper("secretariat", "list", chosen)
    assert recall_on_paper("secretariat", "list") == chosen
    assert recall_on_paper("secretariat", "sheet") == OnPaper()
    assert recall_on_paper("chair", "list") == OnPaper()
