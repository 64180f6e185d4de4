"""What ``print`` is told to make: a document by its name, of a department, a unit or a meeting."""

from __future__ import annotations

from pathlib import Path

import pytest

from dxdesk.cli.papers_wanted import PAPERS, REPLY_FORM, WANTED
from tests.cli.commands import Town
from tests.cli.conftest import BODY
from tests.cli.test_papers import KINDS, printed
from tests.documents.reading import squeezed


def test_the_kinds_that_cli_knows_are_those_printed_here() -> None:
    assert {*(each.split()[0] for each in KINDS), "change-notice", "comparison"} == set(WANTED)
    assert {*WANTED, REPLY_FORM} == set(PAPERS)


@pytest.mark.parametrize("name", ["進捗一覧表", "点検表", "宿題一覧"])
def test_a_paper_is_named_in_japanese_too(name: str, ended: Town, tmp_path: Path) -> None:
    assert ended.value("print", name, "--out", str(tmp_path / "x.pdf"))["pages"] > 0
    refusal = ended.refusal("print", "ポスター", "--out", str(tmp_path / "y.pdf"))
    assert f"（{name}）" in refusal["message"]


def test_papers_of_one_department_or_unit_hold_nothing_else(ended: Town, tmp_path: Path) -> None:
    everything, said = printed(ended, tmp_path, "sheet")
    assert said["pages"] >= 13
    one, said = printed(ended, tmp_path, "sheet", "--initiative", "7")
    assert said["pages"] == 1
    assert "監査を終えた。" in one
    own, said = printed(ended, tmp_path, "sheet", "--department", "商工観光課")
    assert said["pages"] < 13
    assert "監査を終えた。" in everything
    assert "監査を終えた。" not in own


@pytest.mark.parametrize("kind", ["submission", "handwriting"])
def test_a_checklist_of_a_department_has_its_own_rows(kind: str, ended: Town, tmp_path: Path) -> None:
    own, _ = printed(ended, tmp_path, "checklist", "--type", kind, "--department", "町民生活課")
    assert "町民生活課" in own
    assert "商工観光課" not in own
    everybody, _ = printed(ended, tmp_path, "checklist", "--type", kind)
    assert "商工観光課" in everybody


def test_the_form_to_fill_in_by_hand_holds_one_unit_alone(ended: Town, tmp_path: Path) -> None:
    everything, _ = printed(ended, tmp_path, "checklist", "--type", "手書き")
    only = ("--type", "handwriting", "--initiative", "7")
    one, _ = printed(ended, tmp_path, "checklist", *only)
    assert "007" in one
    assert "008" in everything
    assert "008" not in one
    own, said = printed(ended, tmp_path, "checklist", *only, "--department", "政策企画課")
    assert ("政策企画課" in own, said["pages"]) == (True, 1)


def test_an_action_checklist_of_one_unit_is_one_sheet(ended: Town, tmp_path: Path) -> None:
    _, said = printed(ended, tmp_path, "checklist", "--type", "action", "--initiative", "7")
    assert said["pages"] == 1


def test_the_form_of_the_day_has_the_agenda_of_the_meeting_that_is_named(ended: Town, tmp_path: Path) -> None:
    common, _ = printed(ended, tmp_path, "checklist", "--type", "day")
    named, said = printed(ended, tmp_path, "checklist", "--type", "会議当日", "--meeting", BODY)
    assert "議題1「" not in squeezed(common)
    assert "議題1「" in squeezed(named)
    assert said["pages"] <= 2


@pytest.mark.parametrize(
    ("command", "place"),
    [
        (("print", "poster", "--out", "x.pdf"), "kind"),
        (("print", "list", "--out", "x.txt"), "out"),
        (("print", "inquiry", "--out", "x.txt"), "out"),
        (("print", "inquiry", "--out", "x.pdf", "--initiative", "7"), "initiative"),
        (("print", "missing", "--out", "x.pdf", "--department", "町民生活課"), "department"),
        (("print", "reminder", "--out", "x.pdf", "--due", "きのう"), "due"),
        (("print", "list", "--out", "x.pdf", "--department", "町民生活課"), "department"),
        (("print", "agenda", "--out", "x.pdf", "--initiative", "7"), "initiative"),
        (("print", "sheet", "--out", "x.pdf", "--initiative", "99"), "initiative"),
        (("print", "sheet", "--out", "x.pdf", "--department", "町民課"), "department"),
        (("print", "checklist", "--out", "x.pdf", "--type", "party"), "type"),
        (("print", "minutes", "--out", "x.pdf", "--meeting", "きのう"), "meeting"),
        (("print", "list", "--out", "x.pdf", "--cycle", "第9回"), "cycle"),
    ],
    ids=lambda value: value if isinstance(value, str) else " ".join(value),
)
def test_what_cannot_be_made_is_refused_and_no_file_is_left(
    command: tuple[str, ...], place: str, ended: Town, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert ended.refusal(*command)["place"] == place
    assert [path.name for path in tmp_path.iterdir()] == ["town.db"]
