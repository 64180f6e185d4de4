import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.cli.commands import Record, Town, run

CHECKS = ["pages", "schema", "records", "audit", "references"]


def found(town: Town, text: str) -> list[tuple[str, str | None, bool | None]]:
    return [(each["where"], each["code"], each["accepted"]) for each in town.value("search", text)]


def test_search_finds_answers_and_says_whether_they_count(worked: Town) -> None:
    assert found(worked, "監査を終えた") == [("reply", "7", True)]
    assert found(worked, "契約が遅れた") == [("reply", "11", False)]
    hit: Record = worked.value("search", "監査を終えた")[0]
    assert set(hit) == {"where", "code", "title", "excerpt", "accepted"}
    assert hit["excerpt"] == "監査を終えた。"
    assert worked.text("search", "契約が遅れた").startswith("［回答］11 ")
    assert "（受理前）" in worked.text("search", "契約が遅れた")


def test_search_finds_initiatives_terms_history_and_minutes(met: Town) -> None:
    met.text("meeting", "remark", "--item", "5", "--speaker", "見本太郎", "--text", "よい考えだ。")
    met.text("meeting", "close")
    assert ("minutes", None, None) in [(where, None, None) for where, _, _ in found(met, "よい考えだ")]
    assert ("initiative", "2", None) in found(met, "キャッシュレス")
    assert {where for where, _, _ in found(met, "マイナンバーカード")} >= {"initiative", "history"}
    assert "term" in {where for where, _, _ in found(met, "RPA")}


def test_search_finds_neither_drafts_nor_memos_nor_what_was_replaced(worked: Town) -> None:
    worked.text("record", "--initiative", "7", "--results", "書きかけの文")
    assert found(worked, "書きかけの文") == []
    assert found(worked, "公表しない数") == []
    worked.text("hand-in", "--department", "政策企画課")
    assert found(worked, "書きかけの文") == [("reply", "7", False)]
    assert found(worked, "監査を終えた") == []


@pytest.mark.parametrize("typed", ["ｷｬｯｼｭﾚｽ", "きゃっしゅれす", "キャッシュレス"])
def test_search_levels_width_and_kana(typed: str, town: Town) -> None:
    assert ("initiative", "2", None) in found(town, typed)


def test_search_without_a_hit_says_so_and_without_a_word_is_refused(town: Town) -> None:
    assert town.value("search", "人工衛星") == []
    assert town.text("search", "人工衛星") == "「人工衛星」に合うものはありません。\n"
    assert town.refusal("search", "　")["place"] == "text"


def test_a_whole_text_is_shown_up_to_eighty_characters(opened: Town) -> None:
    for length in (80, 81):
        text = "あ" * (length - 1) + "終"
        opened.text("record", "--initiative", "7", "--status", "ok", "--results", text)
        opened.text("hand-in")
        shown = opened.value("search", "あ終")[0]["excerpt"]
        assert (shown == text) == (length == 80)
        assert "あ終" in shown


def test_a_good_database_is_called_good(met: Town) -> None:
    report = met.value("verify")
    assert set(report) == {"ok", "checks", "audit_head", "records"}
    assert [each["name"] for each in report["checks"]] == CHECKS
    assert all(set(each) == {"name", "ok", "detail"} and each["ok"] for each in report["checks"])
    assert report["ok"] is True
    assert len(report["audit_head"]) == 64
    assert report["records"] > 0
    said = met.text("verify")
    assert said.count("○") == len(CHECKS)
    assert "無傷です" in said


def test_a_word_changed_behind_the_program_is_found(worked: Town) -> None:
    content = worked.bytes()
    old, new = "監査を終えた。".encode(), "監査を怠った。".encode()
    assert old in content
    Path(worked.database).write_bytes(content.replace(old, new))
    said = worked.run("verify", "--json")
    assert said.code == 1
    assert '"ok": false' in said.out
    assert "控えから元に戻してください" in worked.run("verify").out


def test_a_backup_holds_the_same_and_comes_back(worked: Town, tmp_path: Path) -> None:
    made = worked.value("backup", "--out", str(tmp_path / "控え"))
    assert set(made) == {"file"}
    copy = Town(made["file"])
    assert Path(copy.database).parent == tmp_path / "控え"
    assert copy.value("board") == worked.value("board")
    board = worked.value("board")
    worked.text("accept", "--all")
    assert worked.value("board") != board
    restored = worked.value("restore", copy.database)
    assert restored["file"] == worked.database
    assert worked.value("board") == board
    assert Town(restored["kept"]).value("board") != board
    assert worked.value("verify")["ok"]


def test_a_backup_without_a_folder_lies_beside_the_database(town: Town) -> None:
    made = Path(town.value("backup")["file"])
    assert made.is_file()
    assert made.parent.parent == Path(town.database).parent


def test_the_first_change_of_a_day_and_closing_make_backups(opened: Town, tmp_path: Path) -> None:
    opened.text("department", "add", "総務課")
    folders = [path for path in tmp_path.iterdir() if path.is_dir()]
    assert len(folders) == 1
    assert len(list(folders[0].glob("*.db"))) == 1
    opened.text("board")
    opened.text("department", "add", "建設課")
    assert len(list(folders[0].glob("*.db"))) == 1
    opened.text("cycle", "close")
    assert len(list(folders[0].glob("*-before.db"))) == 1


def test_restoring_makes_a_database_where_there_is_none(worked: Town, tmp_path: Path) -> None:
    fresh = Town(str(tmp_path / "again.db"))
    assert fresh.value("restore", worked.database) == {"file": fresh.database, "kept": None}
    assert fresh.value("board") == worked.value("board")


def test_what_is_not_a_copy_is_not_restored(worked: Town, tmp_path: Path) -> None:
    before = worked.bytes()
    junk = tmp_path / "junk.db"
    junk.write_bytes(b"x" * 5000)
    foreign = tmp_path / "foreign.db"
    with closing(sqlite3.connect(foreign)) as connection:
        connection.execute("CREATE TABLE notes (text)")
    for file in (junk, foreign, tmp_path / "none.db", tmp_path):
        refusal = worked.refusal("restore", str(file), code=3)
        assert (refusal["kind"], refusal["file"]) == ("environment", str(file))
    assert worked.bytes() == before


@pytest.mark.parametrize("role", ["reader", "担当", "chair"])
def test_only_the_secretariat_restores(role: str, worked: Town) -> None:
    copy = worked.value("backup")["file"]
    before = worked.bytes()
    assert worked.refusal("restore", copy, "--as", role)["place"] == "role"
    assert worked.bytes() == before


def test_a_copy_that_is_not_there_or_is_the_database_itself_is_named_with_the_folder_of_the_copies(
    worked: Town, tmp_path: Path
) -> None:
    before = worked.bytes()
    missing = worked.refusal("restore", str(tmp_path / "none.db"), code=3)["message"]
    assert missing.startswith(f"控え「{tmp_path / 'none.db'}」が見つかりません。")
    own = worked.refusal("restore", worked.database, code=3)["message"]
    assert "今のデータベースそのものです" in own
    for said in (missing, own):
        assert "town_控え" in said
        assert "main.py new" not in said
    assert worked.bytes() == before


def test_a_server_keeps_its_own_backups() -> None:
    said = run("restore", "copy.db", "--database", "postgresql+psycopg://desk:secret@localhost/town", "--json")
    assert said.code == 3
    assert "サーバの仕組み" in said.out
    assert "secret" not in said.out
