"""What stands in the way of a paper, by the command: each with its sentence, the old file whole, nothing half made."""

from __future__ import annotations

import errno
import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from pypdf import PdfReader

from dxdesk.documents.page import Sheet
from tests.cli.commands import CYCLE, Record, Town, new_town
from tests.cli.test_papers import KINDS
from tests.documents.reading import page_texts
from tests.plan_samples import PLANS

DOCUMENTS = ("list", "packet")
"""A document of its own, and 会議資料一式."""

WRITES = """
import os, sys, time
from dxdesk import cli
def wait(_file):
    print("writing", flush=True)
    time.sleep(60)
os.fsync = wait
cli.main(sys.argv[1:])
"""


@pytest.fixture
def old(tmp_path: Path) -> Path:
    found = tmp_path / "会議資料.pdf"
    found.write_bytes(b"old")
    return found


@contextmanager
def files_of(most: int) -> Iterator[None]:
    """No file grows beyond so many bytes, as on a disk that is full."""
    resource = pytest.importorskip("resource", reason="only where the system limits the size of files")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def fails_with(number: int) -> Callable[[int], None]:
    """What the system says when a file is to be written."""

    def fails(_file: int) -> None:
        raise OSError(number, os.strerror(number))

    return fails


def refused(town: Town, old: Path, *arguments: str) -> Record:
    """What a print is refused with by the place it goes to; what lay there is as it was, and lies alone."""
    found = town.refusal("print", *arguments, "--out", str(old), code=3)
    assert old.read_bytes() == b"old"
    assert {each.name for each in old.parent.iterdir()} - {"town.db-journal"} == {"town.db", old.name}
    return found


@pytest.mark.parametrize("kind", DOCUMENTS)
def test_a_full_disk_is_told_and_the_old_file_stays(kind: str, met: Town, old: Path) -> None:
    with files_of(4096):
        assert "ディスクがいっぱいです" in refused(met, old, kind)["message"]


@pytest.mark.parametrize("kind", DOCUMENTS)
def test_a_folder_that_takes_nothing_is_told_and_the_old_file_stays(
    kind: str, met: Town, old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "fsync", fails_with(errno.EROFS))
    assert "書き込めない" in refused(met, old, kind)["message"]


@pytest.mark.parametrize("kind", DOCUMENTS)
def test_a_file_that_another_program_holds_stays_and_a_numbered_name_is_offered(
    kind: str, met: Town, old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def locked(_source: Path, _target: Path) -> None:
        raise PermissionError(errno.EACCES, "locked")

    monkeypatch.setattr(os, "replace", locked)
    assert "会議資料 (2).pdf" in refused(met, old, kind)["message"]


def test_what_cannot_be_written_was_not_handed_out(met: Town, old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", fails_with(errno.ENOSPC))
        assert "ディスクがいっぱいです" in refused(met, old, "packet", "--hand-out")["message"]
    assert "まだ配布していません" in met.refusal("print", "packet", "--only-changed", "--out", str(old))["message"]
    assert met.value("print", "packet", "--hand-out", "--out", str(old))["pages"] == len(page_texts(old.read_bytes()))


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="the system has another way to end a program at once")
@pytest.mark.parametrize("kind", DOCUMENTS)
def test_whoever_is_killed_while_writing_leaves_the_old_file_whole(kind: str, met: Town, old: Path) -> None:
    command = [sys.executable, "-c", WRITES, "--database", met.database, "print", kind, "--out", str(old)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == "writing\n"
        child.kill()
    assert child.returncode == -signal.SIGKILL
    assert old.read_bytes() == b"old"
    assert met.value("print", kind, "--out", str(old))["pages"] == len(page_texts(old.read_bytes()))


@pytest.mark.parametrize("kind", ["sheet", "packet"])
def test_ctrl_c_half_way_leaves_no_file_and_is_said(
    kind: str, met: Town, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    begin = Sheet.next_page

    def press(sheet: Sheet, *arguments: object) -> None:
        if sheet.page == 2:
            signal.raise_signal(signal.SIGINT)
        begin(sheet, *arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(Sheet, "next_page", press)
    heard = signal.signal(signal.SIGINT, signal.default_int_handler)  # a run behind a terminal may not hear the key
    request.addfinalizer(lambda: signal.signal(signal.SIGINT, heard))
    said = met.run("print", kind, "--out", str(tmp_path / "x.pdf"))
    assert (said.code, said.out, said.err) == (130, "", "途中でやめました。書きかけのファイルは残していません。\n")
    assert met.refusal("print", kind, "--out", str(tmp_path / "x.pdf"), code=130)["kind"] == "stopped"
    assert [each.name for each in tmp_path.iterdir()] == ["town.db"]


@pytest.mark.parametrize("arguments", [("list",), ("packet",), ("packet", "--hand-out")], ids=" ".join)
def test_a_character_without_a_glyph_is_printed_only_after_a_clear_choice(
    arguments: tuple[str, ...], met: Town, tmp_path: Path
) -> None:
    met.text("record", "--initiative", "7", "--results", "外字\ue000あり")
    met.text("hand-in", "--department", "政策企画課")
    met.text("accept", "--initiative", "7")
    file = tmp_path / "x.pdf"
    refusal = met.refusal("print", *arguments, "--out", str(file))
    assert "--substitute" in refusal["message"]
    assert {each["message"] for each in refusal["problems"]} == {"「\ue000」（U+E000）は印刷できない文字です。"}
    assert all("頁「" in each["place"] for each in refusal["problems"])
    assert not file.exists()
    assert "まだ配布していません" in met.refusal("print", "packet", "--only-changed", "--out", str(file))["message"]
    said = met.value("print", *arguments, "--out", str(file), "--substitute")
    assert {each["code_point"] for each in said["missing_glyphs"]} == {"U+E000"}
    assert file.exists()


def test_a_control_character_is_refused_where_it_is_typed_and_never_printed(met: Town, tmp_path: Path) -> None:
    refusal = met.refusal("record", "--initiative", "7", "--results", "監査\x07を終えた。")
    assert "3文字目に使えない文字（U+0007）があります" in refusal["message"]
    for kind in DOCUMENTS:
        file = tmp_path / "x.pdf"
        met.text("print", kind, "--out", str(file))
        said = "".join(page_texts(file.read_bytes()))
        assert "\x07" not in said
        assert "監査を終えた。" in said


def test_the_list_and_the_board_are_printed_on_the_paper_that_is_named(met: Town, tmp_path: Path) -> None:
    def sizes(kind: str, *paper: str) -> set[tuple[int, int]]:
        file = tmp_path / "x.pdf"
        met.text("print", kind, "--out", str(file), *paper)
        return page_sizes(file)

    upright, lying, wide = (210, 297), (297, 210), (420, 297)
    assert sizes("list") == {wide}
    assert sizes("list", "--paper", "A4") == {lying}
    assert sizes("board") == {lying}
    assert sizes("board", "--paper", "a3") == {wide}
    assert sizes("sheet") == {upright}
    for other in (("sheet", "x.pdf"), ("list", "x.xlsx"), ("packet", "x.pdf")):
        refusal = met.refusal("print", other[0], "--out", str(tmp_path / other[1]), "--paper", "A4")
        assert refusal["place"] == "paper"
        assert "--paper は使えません" in refusal["message"]


def test_where_nobody_has_answered_a_plan_without_years_every_paper_is_printed(tmp_path: Path) -> None:
    town = new_town(tmp_path, "kahoku")
    assert "回がまだありません" in town.refusal("print", "packet", "--out", str(tmp_path / "x.pdf"))["message"]
    town.text(*CYCLE)
    town.text("meeting", "hold", "--body", plan_record("kahoku")["bodies"][0]["name"], "--date", "R7.2.13")
    town.text("meeting", "agenda", "propose")
    file = tmp_path / "x.pdf"
    for kind in KINDS:
        if kind not in ("minutes", "circulation"):
            assert town.value("print", *kind.split(), "--out", str(file))["pages"] == len(page_texts(file.read_bytes()))
            file.unlink()


def test_a_plan_without_departments_and_owners_is_printed_as_the_secretariat_s(tmp_path: Path) -> None:
    record, plan = plan_record("ogawara"), tmp_path / "plan.json"
    record |= {"departments": [], "groups": [], "owners": []}
    record["nodes"] = [{**each, "owners": []} for each in record["nodes"]]
    record["bodies"] = [{**each, "secretariat": None} for each in record["bodies"]]
    plan.write_text(json.dumps(record, ensure_ascii=False), encoding="utf-8")
    town = new_town(tmp_path, str(plan))
    town.text(*CYCLE)
    town.text("meeting", "hold", "--body", record["bodies"][0]["name"], "--date", "R7.2.13")
    town.text("meeting", "agenda", "propose")
    for kind in (*DOCUMENTS, "sheet", "inquiry", "missing"):
        file = tmp_path / f"{kind}.pdf"
        town.text("print", kind, "--out", str(file))
        assert "事務局" in "".join(page_texts(file.read_bytes()))


def plan_record(name: str) -> Record:
    """A shipped plan as it stands in its file."""
    found: Record = json.loads((PLANS / f"{name}.json").read_text(encoding="utf-8"))
    return found


def page_sizes(file: Path) -> set[tuple[int, int]]:
    """Width and height of the pages of a PDF in mm."""
    boxes = (page.mediabox for page in PdfReader(file).pages)
    return {(round(float(box.width) * 25.4 / 72), round(float(box.height) * 25.4 / 72)) for box in boxes}
