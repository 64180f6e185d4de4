import subprocess
import sys
from pathlib import Path

import pytest

from dxdesk.store import lock
from tests.cli.commands import Town, run

HOLD = """
import sys
from pathlib import Path
from dxdesk.store.database import open_database
database = open_database(Path(sys.argv[1]), holder="見本花子")
print(database.obstacle, flush=True)
sys.stdin.read()
"""


def test_another_process_that_holds_the_file_is_named_and_reading_goes_on(opened: Town) -> None:
    board = opened.value("board")
    before = opened.bytes()
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, opened.database], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "None\n"
        refusal = opened.refusal("department", "add", "総務課", code=3)
        assert refusal["kind"] == "environment"
        assert refusal["file"] == opened.database
        assert "見本花子" in refusal["message"]
        assert opened.value("board") == board
        assert opened.refusal("restore", opened.database, code=3)["kind"] == "environment"
        holder.communicate()
    assert opened.bytes() == before
    opened.text("department", "add", "総務課")


def test_a_file_in_a_place_that_cannot_be_written_is_read_and_not_changed(
    opened: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    board = opened.value("board")

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(lock, "take", refuse)
    assert opened.value("board") == board
    refusal = opened.refusal("department", "add", "総務課", code=3)
    assert "書き込めない場所" in refusal["message"]


COMMANDS = (
    ("board",), ("record", "--initiative", "1"), ("plan", "show"), ("verify",), ("search", "x"), ("backup",),
    ("meeting", "show"), ("print", "list", "--out", "x.pdf"), ("draw", "board", "--out", "x.png"),
)  # fmt: skip


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_a_mistyped_path_makes_no_file(
    command: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    missing = Town(str(tmp_path / "none.db"))
    refusal = missing.refusal(*command, code=3)
    assert (refusal["kind"], refusal["file"]) == ("environment", missing.database)
    assert "main.py new" in refusal["remedy"]
    assert Town(str(tmp_path / "none" / "town.db")).refusal(*command, code=3)["kind"] == "environment"
    assert run(*command).code == 3
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "空のファイル"),
        (b"PK\x03\x04" * 200, "データベースのファイルではありません"),
        (bytes(8192), "中身が失われています"),
    ],
    ids=["empty", "other", "zeros"],
)
def test_a_bad_file_is_refused_unchanged(content: bytes, words: str, tmp_path: Path) -> None:
    file = tmp_path / "bad.db"
    file.write_bytes(content)
    for command in (("board",), ("hand-in",), ("verify",)):
        assert words in Town(str(file)).refusal(*command, code=3)["message"]
    assert file.read_bytes() == content
    assert [path.name for path in tmp_path.iterdir()] == ["bad.db"]


@pytest.mark.parametrize(
    ("offset", "new", "words"),
    [(60, (9999).to_bytes(4, "big"), "新しい版"), (68, b"\0\0\0\1", "別のプログラム"), (4096, b"\xff" * 64, "壊れて")],
    ids=["newer", "foreign", "damaged"],
)
def test_a_newer_a_foreign_and_a_damaged_database_are_refused_unchanged(
    offset: int, new: bytes, words: str, town: Town
) -> None:
    content = bytearray(town.bytes())
    content[offset : offset + len(new)] = new
    Path(town.database).write_bytes(content)
    assert words in town.refusal("board", code=3)["message"]
    assert town.bytes() == bytes(content)


def test_a_name_that_no_file_can_have_is_refused(tmp_path: Path) -> None:
    long = Town(str(tmp_path / ("x" * 300 + ".db")))
    assert "見つかりません" in long.refusal("board", code=3)["message"]
    assert "名前が長すぎます" in long.refusal("new", "--plan", "ogawara", code=3)["message"]
    assert Town(str(tmp_path / "\udc80.db")).refusal("new", "--plan", "ogawara")["place"] == "database"
    assert Town(str(tmp_path)).refusal("board", code=3)["message"].startswith(f"「{tmp_path}」はフォルダです")


@pytest.mark.parametrize(
    "address", ["postgresql+psycopg://desk:secret@127.0.0.1:1/town", "mysql://desk:secret@localhost/town"]
)
def test_a_server_that_does_not_answer_is_named_without_its_password(address: str) -> None:
    refusal = Town(address).refusal("board", code=3)
    assert refusal["kind"] == "environment"
    assert "desk:***@" in refusal["message"]
    assert "secret" not in str(refusal)


@pytest.mark.parametrize("role", ["liaison", "担当", "head", "課長"])
def test_who_acts_for_a_department_names_it(role: str, opened: Town) -> None:
    own = {"liaison": ("hand-in",), "head": ("confirm", "--initiative", "7", "--by", "x")}
    refusal = opened.refusal(*own["liaison" if role in ("liaison", "担当") else "head"], "--as", role)
    assert refusal["place"] == "department"
    assert "--department" in refusal["remedy"]
    assert opened.run("board", "--as", role, "--department", "町民生活課").code == 0
    assert "町民生活課" in opened.refusal("board", "--as", role, "--department", "町民課")["message"]


@pytest.mark.parametrize("role", ["担当", "課長"])
def test_what_needs_no_department_is_done_or_refused_without_one(role: str, opened: Town) -> None:
    for command in (("board",), ("missing",), ("search", "監査"), ("verify",)):
        assert opened.run(*command, "--as", role).code == 0
    refusal = opened.refusal("accept", "--all", "--as", role)
    assert refusal["place"] == "role"
    assert refusal["message"].startswith(f"この操作は事務局がします（今の役は「{role}」です）。")


def test_who_does_what_one_does_not_is_named(opened: Town) -> None:
    confirm = ("confirm", "--initiative", "7", "--by", "x")
    assert "課長・事務局がします" in opened.refusal(*confirm, "--as", "担当")["message"]
    assert "担当・事務局がします" in opened.refusal("hand-in", "--as", "課長")["message"]


@pytest.mark.parametrize("role", ["secretariat", "事務局", "chair", "委員長", "reader", "見るだけ"])
def test_a_role_is_named_by_its_key_or_word(role: str, opened: Town) -> None:
    assert opened.run("board", "--as", role).code == 0


def test_an_unknown_role_and_an_impossible_name_are_refused(opened: Town) -> None:
    before = opened.bytes()
    assert opened.refusal("department", "add", "x", "--as", "boss")["place"] == "as"
    for name in ("\u202e", "名" * 101, "\udc80"):
        assert opened.refusal("department", "add", "x", "--name", name)["place"] == "name"
    assert opened.bytes() == before


def test_new_is_for_the_secretariat_and_its_name_is_read_before_a_file_is_made(tmp_path: Path) -> None:
    town = Town(str(tmp_path / "town.db"))
    assert town.refusal("new", "--plan", "ogawara", "--as", "reader")["place"] == "role"
    assert town.refusal("new", "--plan", "ogawara", "--name", "\x07")["place"] == "name"
    assert list(tmp_path.iterdir()) == []
