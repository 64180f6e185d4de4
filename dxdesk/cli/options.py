"""The options of every command, and the parser's few sentences in Japanese."""

from __future__ import annotations

import argparse
import re
from collections.abc import Mapping
from difflib import get_close_matches
from typing import Any, NoReturn, TypeVar

from dxdesk.domain.errors import Problem
from dxdesk.domain.text import fold, full_width

SEPARATORS = re.compile(r"[,、，]")
"""Between the names of a list."""
Key = TypeVar("Key", bound=str)
Commands = argparse._SubParsersAction  # argparse has no public name for it

_PIECES = re.compile(r"（?[!-~]+(?:（[^（）]{1,12}）)?[、。・）]*\s*|（?.[、。・）]*\s*", re.DOTALL)
"""What stays on one line of a help text: a word in Latin letters with the one beside it in brackets, else a character;
no mark begins a line."""

_SENTENCES = (
    (r"the following arguments are required: (.+)", "{0} を指定してください。"),
    (r"argument (.+): invalid float value: (.+)", "{0} には数を書いてください（{1}）。"),
    (r"one of the arguments (.+) is required", "{0} のどれかを指定してください。"),
    (r"unrecognized arguments: (.+)", "「{0}」は使えません。"),
    (r"argument (.+): ignored explicit argument (.+)", "{0} に値は書きません（{1}）。"),
    (r"argument (.+): expected .*argument.*", "{0} のあとに値を書いてください。"),
    (r"argument (.+): not allowed with argument (.+)", "{0} と {1} は一緒に使えません。"),
    (r"argument (.+): invalid int value: (.+)", "{0} には数を書いてください（{1}）。"),
    (r"ambiguous option: (.+) could match (.+)", "「{0}」は {1} のどれか分かりません。"),
)


def in_japanese(message: str) -> str:
    """One of argparse's messages as people read it; a wrong choice is answered with the nearest ones of a long list."""
    choice = re.fullmatch(r"argument (.+): invalid choice: (.*) \(choose from (.+)\)", message, re.DOTALL)
    if choice:
        typed = choice[2].strip("'")
        known = [each.strip(" '") for each in choice[3].split(",")]
        near = get_close_matches(typed, known, n=3, cutoff=0.4) if len(known) > 6 else []
        words = f"近いものは {'、'.join(near)} です。" if near else f"使えるのは {'、'.join(known)} です。"
        return f"{choice[1]}「{typed}」はありません。{words}"
    for pattern, sentence in _SENTENCES:
        match = re.fullmatch(pattern, message, re.DOTALL)
        if match:
            return sentence.format(*match.groups())
    return message


def key_of(typed: str, words: Mapping[Key, str], code: str, place: str) -> Key:
    """The key that is meant by a key or by the word people say for it. Raises Problem with both of each."""
    for key, word in words.items():
        if fold(typed) in (fold(key), fold(word)):
            return key
    choices = "、".join(f"{key}（{word}）" for key, word in words.items())
    raise Problem(code, place, {"text": typed, "choices": choices})


class _Help(argparse.HelpFormatter):
    """Lines as wide as they are seen: a Japanese character takes two places, and no word is broken."""

    def _split_lines(self, text: str, width: int) -> list[str]:
        lines = [""]
        for piece in _PIECES.findall(text):
            if lines[-1] and 2 * full_width(lines[-1] + piece.rstrip()) > width:
                lines.append("")
            lines[-1] += piece
        return [each.strip() for each in lines]


class Parser(argparse.ArgumentParser):
    """argparse with its sentences in Japanese; leaves with exit code 2."""

    def __init__(self, *, add_help: bool = True, **named: Any) -> None:
        super().__init__(add_help=False, formatter_class=_Help, **named)
        self._positionals.title, self._optionals.title = "書くもの", "指定"  # argparse has no public names for them
        if add_help:
            self.add_argument("-h", "--help", action="help", help="この説明を見る")

    def format_usage(self) -> str:
        return super().format_usage().replace("usage: ", "使い方: ", 1)

    def format_help(self) -> str:
        return super().format_help().replace("usage: ", "使い方: ", 1)

    def error(self, message: str) -> NoReturn:
        self.exit(2, f"{in_japanese(message)}\n使い方は {self.prog} --help で見られます。\n")


def common(*without: str) -> argparse.ArgumentParser:
    """The options that may stand before or after every command, ``without`` those a command uses otherwise.

    Nothing is set where they are absent, so that either place works. Every parser needs its own copy.
    """
    parser = Parser(add_help=False, argument_default=argparse.SUPPRESS)
    group = parser.add_argument_group("共通の指定")
    group.add_argument("--database", metavar="F", help="データベースのファイル、または postgresql+psycopg://… の場所")
    group.add_argument("--json", action="store_true", help="JSONで答える")
    group.add_argument("--cycle", metavar="回", help="回の名前かid（省くと開いている最新の回）")
    if "--as" not in without:
        words = "liaison 担当・head 課長・secretariat 事務局・chair 委員長・reader 見るだけ"
        usual = "（省くと事務局、課のデータベースでは担当）"
        group.add_argument("--as", dest="role", metavar="役", help=words + usual)
    if "--department" not in without:
        group.add_argument("--department", metavar="課", help="課の名前（担当・課長として操作するときはその課）")
    if "--name" not in without:
        group.add_argument("--name", dest="actor_name", metavar="名前", help="操作する方の名前（履歴に残ります）")
    return parser
