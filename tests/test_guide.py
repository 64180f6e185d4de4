"""The guide says what the program says: its buttons, its keys, its permissions, its pictures."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import get_args
from urllib.parse import unquote

import pytest

from dxdesk.domain.packages import KIND_WORDS
from dxdesk.domain.permissions import ACTOR_ROLES, OPEN, OWN, POLICY, Action
from dxdesk.wording.help import KEYS, SCREENS
from tests.guide_pictures import GUIDE, PICTURES, ROOT, named, pages

PAGES = sorted(GUIDE.glob("*.md"))
FORBIDDEN = ("エラー", "不正", "無効", "OK", "キャンセル", "「はい」", "「いいえ」", "！", "サイクル", "バックアップ")
LATIN = {
    "DX", "Excel", "Word", "PDF", "Enter", "Esc", "Tab", "Shift", "Ctrl", "Alt", "Space", "Home", "PageDown", "PageUp",
    "Backspace", "SQLite", "USB", "dxdesk",
}  # fmt: skip
"""Words that stand on keys, files and the program itself."""

MOST_LETTERS = 40
SMALLEST, LARGEST = 10_000, 120_000
"""Bytes of a picture."""

ACTION_WORDS: dict[Action, str] = {
    "draft": "回答を下書きする",
    "submit": "回答を提出する",
    "withdraw": "提出を取り下げる",
    "hand_over": "回答を事務局へ渡す",
    "confirm": "所属長として確認する",
    "report": "いま報告する",
    "follow_up": "宿題に対応する",
    "inquire": "照会ファイルをつくる",
    "take_in": "届いた回答を取り込む",
    "review": "受理する・差し戻す",
    "consolidate": "取りまとめる",
    "plan": "計画を直す",
    "cycle": "回をつくる・締める",
    "departments": "課・まとまり・委員を直す",
    "settings": "町の設定を変える",
    "agenda": "次第をつくる",
    "record": "会議を記録する",
    "project": "会議で投影する",
    "minutes": "会議録を書く・確定する",
    "read": "読む",
    "print": "印刷する",
    "administer": "控えの内容に戻す",
}

each_page = pytest.mark.parametrize("page", PAGES, ids=[page.stem for page in PAGES])


def text_of(page: Path) -> str:
    """The words of a page without its code."""
    return re.sub(r"`[^`]+`", "", page.read_text(encoding="utf-8"))


def table(text: str, head: str) -> list[list[str]]:
    """The cells of the table whose head begins with a word."""
    rows = []
    for line in text[text.index(f"| {head} |") :].splitlines()[2:]:
        if not line.startswith("|"):
            break
        rows.append([cell.strip() for cell in line.strip("|").split("|")])
    return rows


def bare(words: str) -> str:
    """Words of a button without access key, arrows and the hint in brackets at their end."""
    words = re.sub(r"\(&.\)|&", "", words).strip("‹› ＋✓▾…")
    return re.sub(r"（[^（）]*）$", "", words)


def texts_of(node: ast.AST) -> Iterator[str]:
    """The string literals in a syntax tree; what is filled in stands as a NUL."""
    for each in ast.walk(node):
        if isinstance(each, ast.JoinedStr):
            yield "".join(str(part.value) if isinstance(part, ast.Constant) else "\0" for part in each.values)
        elif isinstance(each, ast.Constant) and isinstance(each.value, str):
            yield re.sub(r"\{\w*\}", "\0", each.value)


@cache
def on_screen() -> tuple[frozenset[str], tuple[re.Pattern[str], ...]]:
    """The words of the program: those that stand as they are, and those with something filled in."""
    found: set[str] = set()
    for file in (ROOT / "dxdesk").rglob("*.py"):
        for text in texts_of(ast.parse(file.read_text(encoding="utf-8"))):
            found |= {text, bare(text)}
    filled = [re.escape(each).replace("\0", ".+") for each in found if "\0" in each and len(each.strip("\0")) > 2]
    return frozenset(found), tuple(re.compile(each) for each in filled)


def stands_on_screen(words: str) -> bool:
    """Whether the program has these words."""
    whole, filled = on_screen()
    forms = {words, bare(words)}
    return bool(forms & whole) or any(pattern.fullmatch(each) for pattern in filled for each in forms)


@each_page
def test_every_quoted_word_stands_on_the_screen(page: Path) -> None:
    quoted = re.findall(r"「([^「」]+)」", text_of(page))
    assert [each for each in quoted if not stands_on_screen(each)] == []


def test_a_word_that_no_screen_has_is_noticed() -> None:
    assert not stands_on_screen("回答を送信する")
    assert stands_on_screen("提出分をまとめて受理する")
    assert stands_on_screen("次へ：確認")


@each_page
def test_sentences_are_short_and_in_the_words_of_the_house(page: Path) -> None:
    text = text_of(page)
    assert [word for word in FORBIDDEN if word in text] == []
    linked = re.sub(r"!?\[([^\]]*)\]\([^)]*\)", r"\1", text)
    assert set(re.findall(r"[A-Za-z]{3,}", linked)) <= LATIN
    sentences = [each.strip(" |-#*0123456789.") for each in re.split(r"[。\n|]", linked)]
    assert [each for each in sentences if len(each) > MOST_LETTERS] == []


@each_page
def test_every_link_leads_to_a_page_or_a_heading(page: Path) -> None:
    for target in re.findall(r"(?<!!)\[[^\]]+\]\(([^)]+)\)", page.read_text(encoding="utf-8")):
        file, _, heading = unquote(target).partition("#")
        linked = page.parent / file if file else page
        assert linked.is_file(), target
        assert not heading or f"# {heading}\n" in linked.read_text(encoding="utf-8"), target


def test_there_is_a_page_for_every_role_and_the_first_page_leads_to_each() -> None:
    first = (GUIDE / "README.md").read_text(encoding="utf-8")
    assert {page.name for page in PAGES} == {
        "README.md", "担当.md", "課長.md", "事務局.md", "会議.md", "委員長・見るだけ.md", "キー一覧.md", "権限.md",
        "ファイルのやりとりと安全.md",
    }  # fmt: skip
    assert all(f"]({page.name})" in first for page in PAGES if page.name != "README.md")


def test_the_page_of_keys_has_the_keys_of_the_program() -> None:
    text = (GUIDE / "キー一覧.md").read_text(encoding="utf-8")
    wanted = [(word, [[key.keys, key.does] for key in KEYS if key.screen == at]) for at, word in SCREENS.items()]
    shown = [(part.split("\n")[0], table(part, "キー")) for part in text.split("\n## ")[1:]]
    assert shown == [(word, keys) for word, keys in wanted if keys]


def test_the_page_of_permissions_is_the_policy() -> None:
    def cell(role: str, action: Action) -> str:
        own = action in OWN and role != "secretariat"
        return ("自分の課" if own else "○") if action in POLICY[role] else "―"  # type: ignore[index]

    text = (GUIDE / "権限.md").read_text(encoding="utf-8")
    head = text[text.index("| すること |") :].splitlines()[0]
    assert [each.strip() for each in head.strip("|").split("|")[1:]] == list(ACTOR_ROLES.values())
    assert table(text, "すること") == [
        [ACTION_WORDS[action], *(cell(role, action) for role in ACTOR_ROLES)] for action in get_args(Action)
    ]
    only_open = text[text.index("## 開いている回だけでできること") : text.index("## 鍵ではありません")]
    listed = [line.removeprefix("- ") for line in only_open.splitlines() if line.startswith("- ")]
    assert listed == [ACTION_WORDS[action] for action in get_args(Action) if action in OPEN]


def test_the_page_of_files_names_every_kind_of_file() -> None:
    text = (GUIDE / "ファイルのやりとりと安全.md").read_text(encoding="utf-8")
    for head in ("| ファイル | だれから |", "| ファイル | 署名 |"):
        shown = "".join(row[0] for row in table(text[text.index(head) :], "ファイル"))
        assert [word for word in KIND_WORDS.values() if word not in shown] == []


def test_every_named_picture_is_there_and_every_picture_is_named() -> None:
    wanted = {picture for page in pages() for picture in named(page)}
    assert wanted == {picture.resolve() for picture in PICTURES.glob("*.png")}
    for picture in wanted:
        assert picture.read_bytes().startswith(b"\x89PNG")
        assert SMALLEST < picture.stat().st_size < LARGEST, picture.name
