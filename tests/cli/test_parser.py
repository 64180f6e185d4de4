import json
from pathlib import Path

import pytest

from dxdesk.cli.parser import LATER, build_parser
from dxdesk.domain.text import full_width
from tests.cli.commands import Town, run


@pytest.mark.parametrize("command", LATER)
@pytest.mark.parametrize("rest", [(), ("--out", "x", "y"), ("FILE", "--dry-run")], ids=len)
def test_a_later_command_is_refused_in_one_sentence(command: str, rest: tuple[str, ...]) -> None:
    said = run(command, *rest)
    assert (said.code, said.out) == (1, "")
    assert said.err == f"「{command}」はまだ使えません。次の版から使えます。\n"
    as_json = run(command, *rest, "--json")
    assert (as_json.code, as_json.err) == (1, "")
    assert json.loads(as_json.out)["error"]["kind"] == "rule"


def test_the_later_commands_are_those_of_publishing_and_measuring() -> None:
    assert set(LATER) == {"export", "bench"}


COMMON = ("--json", "--cycle", "第1回", "--as", "reader", "--name", "見本花子")


@pytest.mark.parametrize("command", [("board",), ("missing",), ("cycle", "list"), ("search", "監査")], ids=" ".join)
def test_common_options_stand_before_or_after_the_command(command: tuple[str, ...], worked: Town) -> None:
    database = ("--database", worked.database)
    said = [run(*database, *COMMON, *command), run(*command, *COMMON, *database), run(*COMMON, *command, *database)]
    if len(command) == 2 and command[0] == "cycle":
        said.append(run(*database, command[0], *COMMON, command[1]))
    assert {each.code for each in said} == {0}
    assert len({each.out for each in said}) == 1
    json.loads(said[0].out)


def test_a_department_is_named_before_or_after_the_command(opened: Town) -> None:
    liaison = ("--as", "liaison", "--department", "町民生活課")
    answer = ("--initiative", "4", "--status", "ok", "--results", "x")
    assert opened.run(*liaison, "record", *answer).code == 0
    assert opened.run("record", *answer, *liaison).code == 0
    assert [each["subject"] for each in opened.value(*liaison, "hand-in")["submitted"]] == ["4 町民生活課"]
    assert opened.run(*liaison, "board").code == 0


def test_a_department_that_would_say_nothing_is_not_swallowed(opened: Town) -> None:
    for command in (("board",), ("search", "x"), ("cycle", "list"), ("cycle", "close")):
        said = opened.run(*command, "--department", "町民生活課")
        assert (said.code, said.err.splitlines()[0]) == (2, "「--department」は使えません。")


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ((), "コマンド を指定してください。"),
        (("frob",), "コマンド「frob」はありません。"),
        (("recrd",), "コマンド「recrd」はありません。近いものは record、"),
        (("cycle",), "操作 を指定してください。"),
        (("cycle", "opne"), "操作「opne」はありません。使えるのは open、list、"),
        (("record",), "--initiative を指定してください。"),
        (("record", "--initiative"), "--initiative のあとに値を書いてください。"),
        (("board", "--colour"), "「--colour」は使えません。"),
        (("board", "extra"), "「extra」は使えません。"),
        (("board", "--json=1"), "--json に値は書きません（'1'）。"),
        (("board", "--d", "x"), "「--d」は --database, --department のどれか分かりません。"),
        (("meeting", "decide", "--item", "two", "--result", "x", "--text", "y"), "--item には数を"),
        (("draw", "board", "--out", "x.png", "--scale", "big"), "--scale には数を書いてください（'big'）。"),
        (("draw", "board", "--out", "x.png", "--scale", "3"), "--scale「3.0」はありません。"),
        (("print", "minutes", "--out", "x.pdf", "--variant", "short"), "--variant「short」はありません。使えるのは"),
        (("department", "group", "x", "--members", "y", "--all"), "--all と --members は一緒に使えません。"),
    ],
    ids=lambda value: value if isinstance(value, str) else " ".join(value) or "nothing",
)  # fmt: skip
def test_wrong_use_is_answered_in_japanese(
    arguments: tuple[str, ...], sentence: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    said = run(*arguments)
    assert (said.code, said.out) == (2, "")
    assert said.err.startswith(sentence)
    assert "--help で見られます。" in said.err.splitlines()[-1]
    assert list(tmp_path.iterdir()) == []


def every_command() -> list[tuple[str, ...]]:
    """All commands with their operations, as words."""
    found: list[tuple[str, ...]] = []

    def walk(parser: object, words: tuple[str, ...]) -> None:
        below = [action.choices for action in getattr(parser, "_actions", ()) if isinstance(action.choices, dict)]
        for name, inner in (pair for choices in below for pair in choices.items()):
            found.append((*words, name))
            walk(inner, (*words, name))

    walk(build_parser(), ())
    return found


@pytest.mark.parametrize("command", [(), *every_command()], ids=lambda words: " ".join(words) or "nothing")
def test_every_command_explains_itself_in_japanese(command: tuple[str, ...]) -> None:
    said = run(*command, "--help")
    assert (said.code, said.err) == (0, "")
    assert said.out.startswith("使い方: ")
    for english in ("usage", "options:", "positional", "show this help"):
        assert english not in said.out


def test_no_word_is_broken_and_no_command_is_listed_before_its_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    said = run("print", "--help").out
    for word in ("reminder（催促文）", "handwriting（手書き）", "confirmation（確認票）", "list（進捗一覧表）"):
        assert word in said
    assert all(full_width(line) <= 40 for line in said.splitlines())
    assert "export" not in run("--help").out
    assert "次の版" not in run("--help").out


def test_every_option_is_explained() -> None:
    unexplained = []

    def walk(parser: object, words: tuple[str, ...]) -> None:
        for action in getattr(parser, "_actions", ()):
            if isinstance(action.choices, dict):
                for name, inner in action.choices.items():
                    walk(inner, (*words, name))
            elif not action.help:
                unexplained.append((*words, action.dest))

    walk(build_parser(), ())
    assert unexplained == []


def test_every_command_takes_the_common_options() -> None:
    for command in every_command():
        shown = run(*command, "--help").out
        for option in ("--database", "--json", "--cycle", "--as"):
            assert option in shown, command
