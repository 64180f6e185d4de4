"""会議資料一式 by the command: what goes in, what goes behind, and what replaces it."""

from __future__ import annotations

from pathlib import Path

import pytest

from dxdesk.desk import Desk
from dxdesk.domain.packets import PART_KEYS, PacketChoice
from dxdesk.domain.permissions import Actor
from dxdesk.operations.packets import choose_parts
from dxdesk.store.database import open_database
from dxdesk.store.queries import finding
from tests.cli.commands import Town
from tests.documents.reading import page_texts
from tests.documents.test_packet import town_file


def printed(town: Town, folder: Path, *arguments: str) -> list[str]:
    """The texts of the pages of a packet."""
    file = folder / "packet.pdf"
    said = town.value("print", "packet", "--out", str(file), *arguments)
    pages = page_texts(file.read_bytes())
    assert said["pages"] == len(pages)
    return pages


def test_the_named_parts_go_in_in_their_order(met: Town, tmp_path: Path) -> None:
    whole = printed(met, tmp_path)
    some = printed(met, tmp_path, "--parts", "sheets,list")
    assert "出席者名簿" not in some[0]
    assert some[0].index("資料1個票") < some[0].index("資料2進捗状況一覧表")
    assert len(some) < len(whole)


def test_a_part_that_is_not_there_is_named_with_those_that_are(met: Town, tmp_path: Path) -> None:
    refusal = met.refusal("print", "packet", "--out", str(tmp_path / "x.pdf"), "--parts", "list,ポスター")
    assert "「ポスター」は会議資料の部にありません" in refusal["message"]
    assert "agenda（次第）" in refusal["message"]
    assert not (tmp_path / "x.pdf").exists()
    assert all(key in met.text("print", "--help") for key in PART_KEYS)


@pytest.mark.usefixtures("still")
def test_parts_are_taken_by_their_words_and_one_that_cannot_be_says_why(met: Town, tmp_path: Path) -> None:
    assert printed(met, tmp_path, "--parts", "個票、一覧表") == printed(met, tmp_path, "--parts", "sheets,list")
    refusal = met.refusal("print", "packet", "--out", str(tmp_path / "x.pdf"), "--parts", "一覧表,前回の決定")
    assert "「前回の決定と宿題の処理状況」は、この会議の資料に入れられません。" in refusal["message"]
    assert "前に開いた会議がありません。" in refusal["message"]


def test_marks_are_set_and_cleared_for_one_print_and_said(met: Town, tmp_path: Path) -> None:
    file = str(tmp_path / "packet.pdf")
    assert "刷った印：なし" in met.text("print", "packet", "--out", file)
    said = met.value("print", "packet", "--out", file, "--mark", "（案）、caution")
    assert said["marks"] == ["draft", "caution"]
    assert "取扱注意" in page_texts(Path(file).read_bytes())[0]
    assert met.value("print", "packet", "--out", file)["marks"] == []
    with open_database(met.database) as database:
        desk = Desk(database, Actor("secretariat"))
        desk.do(choose_parts, desk.ask(finding.meeting).body, PacketChoice(draft=True, collect=True))
    assert "刷った印：案、会議後回収" in met.text("print", "packet", "--out", file)
    assert met.value("print", "packet", "--out", file, "--no-mark", "案,会議後回収")["marks"] == []
    refusal = met.refusal("print", "packet", "--out", file, "--mark", "至急")
    assert "印「至急」はありません。" in refusal["message"]


def test_own_words_of_the_summary_that_are_out_of_date_are_said(met: Town, tmp_path: Path) -> None:
    met.text("movements", "write", "--part", "遅れているもの", "--text", "4月に見直す。")
    met.text("accept", "--initiative", "11")
    stale = [each for each in met.value("movements", "show") if each["changed_since"]]
    assert stale
    for kind in ("summary", "packet"):
        said = met.run("print", kind, "--out", str(tmp_path / "x.pdf"))
        assert "主な動き「" in said.err
        assert "直したあとに変わったところ" in said.err
    assert met.value("print", "packet", "--out", str(tmp_path / "x.pdf"))["warnings"]
    assert met.value("print", "packet", "--parts", "個票", "--out", str(tmp_path / "x.pdf"))["warnings"] == []


def test_files_go_behind_and_a_bad_one_is_named(met: Town, tmp_path: Path) -> None:
    file, bad = tmp_path / "町の資料.pdf", tmp_path / "写真.pdf"
    file.write_bytes(town_file())
    bad.write_bytes(b"JFIF")
    pages = printed(met, tmp_path, "--append", str(file))
    assert "参考2町の資料" in pages[0]
    refusal = met.refusal("print", "packet", "--out", str(tmp_path / "x.pdf"), "--append", str(file), str(bad))
    assert "「写真.pdf」はPDFとして読めません" in refusal["message"]
    missing = met.refusal("print", "packet", "--out", str(tmp_path / "x.pdf"), "--append", str(tmp_path / "ない.pdf"))
    assert "「ない.pdf」を読めません" in missing["message"]
    assert not (tmp_path / "x.pdf").exists()


def test_what_was_handed_out_is_replaced_by_its_changed_pages(met: Town, tmp_path: Path) -> None:
    refusal = met.refusal("print", "packet", "--out", str(tmp_path / "x.pdf"), "--only-changed")
    assert "まだ配布していません" in refusal["message"]
    recorded = met.text("print", "packet", "--out", str(tmp_path / "packet.pdf"), "--hand-out")
    assert "配布を記録しました：" in recorded
    assert "第1版" in recorded
    refusal = met.refusal("print", "packet", "--out", str(tmp_path / "x.pdf"), "--only-changed")
    assert "変わったところはありません" in refusal["message"]
    met.text("meeting", "agenda", "add", "--title", "緊急の報告")
    slip, cover, *rest = printed(met, tmp_path, "--only-changed", "--hand-out")
    assert slip.startswith("差し替え表")
    assert "差し替え第2版" in cover
    assert all("差し替え（第2版）" in text for text in rest)


def test_a_file_of_the_last_edition_is_asked_for(met: Town, tmp_path: Path) -> None:
    file = tmp_path / "町の資料.pdf"
    file.write_bytes(town_file())
    printed(met, tmp_path, "--append", str(file), "--hand-out")
    met.text("meeting", "agenda", "add", "--title", "緊急の報告")
    refusal = met.refusal("print", "packet", "--out", str(tmp_path / "x.pdf"), "--only-changed")
    assert "「町の資料」（2頁）" in refusal["message"]
    assert "--leave-out" in refusal["message"]
    assert "除いた" in printed(met, tmp_path, "--only-changed", "--leave-out", "町の資料.pdf")[0]


def test_only_the_packet_takes_the_choices_of_the_packet(met: Town, tmp_path: Path) -> None:
    file = str(tmp_path / "x.pdf")
    for words in (
        ("--parts", "list"),
        ("--mark", "案"),
        ("--no-mark", "案"),
        ("--append", file),
        ("--leave-out", "資料"),
        ("--only-changed",),
        ("--hand-out",),
    ):
        refusal = met.refusal("print", "list", "--out", file, *words)
        assert "会議資料一式" in refusal["message"]
