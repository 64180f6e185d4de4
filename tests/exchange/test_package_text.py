"""Files that are no package, or no more: each is refused with what happened, what is safe and what to do."""

from __future__ import annotations

import io
import zipfile

import pytest

from dxdesk.domain.errors import Problem
from dxdesk.exchange.package_text import MOST_BYTES, read_text, write_text
from dxdesk.wording.sentences import problem_words
from tests.builders import attempt, problem
from tests.exchange.package_samples import KINDS, head, opened, written

REPLY, INQUIRY = written("reply")[0], written("inquiry")[0]
TITLE, *LINES = write_text(head("reply"), b"abc").decode("utf-8").split("\r\n")


def archive(*names: str) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as file:
        for name in names:
            file.writestr(name, b"x")
    return target.getvalue()


OTHER_FILES = {
    "nothing": (b"", "中身が空"),
    "blank": (b"\r\n  \t\n" * 100, "中身が空"),
    "zeros": (b"\0" * 4096, "中身が空"),
    "too big": (REPLY + b" " * (MOST_BYTES + 1 - len(REPLY)), "4MBより大きい"),
    "zip": (archive("回答.dxd"), "圧縮されたファイル"),
    "7z": (b"7z\xbc\xaf'\x1c" + b"x" * 99, "圧縮されたファイル"),
    "workbook": (archive("[Content_Types].xml", "xl/workbook.xml"), "ExcelやWordのファイル"),
    "old workbook": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 99, "ExcelやWordのファイル"),
    "program": (b"MZ\x90\0" + b"\0" * 99, "プログラムのファイル"),
    "program of another system": (b"\x7fELF" + b"\0" * 99, "プログラムのファイル"),
    "database": (b"SQLite format 3\0" + b"\0" * 99, "データベースのファイル"),
    "PDF": (b"%PDF-1.7\n%\xe2\xe3", "PDFのファイル"),
    "picture": (b"\x89PNG\r\n\x1a\n\0\0", "dxdeskのファイルではありません"),
    "page": (b"<html><body>dxdesk-package 1</body></html>", "dxdeskのファイルではありません"),
    "plan": (b'{"format": 1}', "dxdeskのファイルではありません"),
    "letter": ("回答を送ります。\n\n".encode() + REPLY, "dxdeskのファイルではありません"),
    "random": (bytes(range(256)) * 16, "dxdeskのファイルではありません"),
    "cp932": (REPLY.decode("utf-8").encode("cp932"), "文字コードが変わっています"),
    "euc": (REPLY.decode("utf-8").encode("euc_jp"), "文字コードが変わっています"),
    "mail code": (REPLY.decode("utf-8").encode("iso2022_jp"), "文字コードが変わっています"),
    "utf-16": (REPLY.decode("utf-8").encode("utf-16"), "文字コードが変わっています"),
    "utf-16 big": (b"\xfe\xff" + REPLY.decode("utf-8").encode("utf-16-be"), "文字コードが変わっています"),
    "newer": (REPLY.replace(b"dxdesk-package 1", b"dxdesk-package 2"), "新しい版のdxdeskでつくられています（形式2）"),
    "older": (REPLY.replace(b"dxdesk-package 1", b"dxdesk-package 0"), "dxdeskのファイルではありません"),
    "zeros before the format": (REPLY.replace(b"package 1", b"package 01"), "dxdeskのファイルではありません"),
    "full-width format": (REPLY.replace(b"package 1", "package １".encode()), "dxdeskのファイルではありません"),
    "newer kind": (REPLY.replace("種類: 回答".encode(), "種類: 議案".encode()), "「議案」という種類のファイル"),
    "head only": ("\r\n".join([TITLE, *LINES[:8]]).encode(), "途中で切れています"),
    "no body": ("\r\n".join([TITLE, *LINES[:8], "", ""]).encode(), "途中で切れています"),
    "cut in base64": (REPLY.rstrip()[:-3], "途中で切れています"),
    "cut in what is not sealed": (INQUIRY[: len(INQUIRY) // 8 * 4 + INQUIRY.index(b"\r\n\r\n") % 4], "途中で"),
    "other signs": (REPLY[:-60] + b"!" + REPLY[-60:], "途中で変えられています"),
    "two bodies": (INQUIRY + INQUIRY.split(b"\r\n\r\n")[1], "途中で"),
    "a million lines of head": (b"dxdesk-package 1\n" + b"a\n" * 1_000_000, "途中で切れています"),
    "a long head": (b"dxdesk-package 1\n" + "町: x\n".encode() + b"a\n" * 9_000 + b"\nQUFB\n", "途中で切れています"),
    "line ends only": (b"dxdesk-package 1" + b"\r" * 1_000_000, "途中で切れています"),
    "spaces only": (b"dxdesk-package 1" + b" " * 1_000_000, "途中で切れています"),
}


@pytest.mark.parametrize("name", OTHER_FILES)
def test_a_file_that_is_no_package_is_refused_by_what_it_is(name: str) -> None:
    content, words = OTHER_FILES[name]
    refusal = attempt(opened, content)
    assert isinstance(refusal, Problem)
    assert words in problem_words(refusal)


def test_a_package_of_the_largest_size_is_read_and_one_byte_more_is_not() -> None:
    room = MOST_BYTES - len(REPLY)
    assert read_text(REPLY + b" " * room).head == head("reply")
    assert problem(read_text, REPLY + b" " * (room + 1)).code == "package.too_big"


@pytest.mark.parametrize("cut", range(1, 40))
def test_a_reply_that_was_cut_never_opens(cut: int) -> None:
    refusal = attempt(opened, REPLY.rstrip()[:-cut])
    assert isinstance(refusal, Problem)
    assert refusal.code in ("package.cut", "package.seal")


@pytest.mark.parametrize("at", range(24))
def test_an_inquiry_that_was_cut_anywhere_never_opens(at: int) -> None:
    refusal = attempt(opened, INQUIRY[: len(INQUIRY) * at // 24])
    assert isinstance(refusal, Problem)
    assert refusal.code in ("package.cut", "package.empty", "package.not_one", "package.head", "package.changed")


def test_everything_that_is_wrong_with_a_head_is_said_at_once() -> None:
    lines = [
        TITLE,
        "よけいな行",
        "町: 見本町",
        "町: 別の町",
        "計画: \u202e逆",
        "回: " + "長" * 4_001,
        "種類: 回答",
        "",
        "QUFB",
    ]
    refusal = problem(read_text, "\n".join(lines).encode("utf-8"))
    assert [(each.code.removeprefix("package.head_"), each.place) for each in refusal.problems] == [
        ("line", "見出し"),
        ("twice", "町"),
        ("characters", "計画"),
        ("characters", "回"),
        ("missing", "課"),
        ("missing", "件数"),
        ("missing", "作成"),
        ("missing", "番号"),
        ("missing", "通番"),
    ]
    assert "9件" in problem_words(refusal)
    assert all(problem_words(each) for each in refusal.problems)


@pytest.mark.parametrize("line", [1, 2, 3, 4, 5, 6, 7, 8])
def test_a_head_that_lacks_a_line_is_refused_naming_it(line: int) -> None:
    kept = [TITLE, *LINES]
    word = kept.pop(line).partition(":")[0]
    refusal = problem(read_text, "\n".join(kept).encode("utf-8"))
    assert word in [each.place for each in refusal.problems]


def test_every_kind_has_its_own_word_at_the_head() -> None:
    assert [read_text(written(kind)[0]).kind for kind in KINDS] == list(KINDS)
