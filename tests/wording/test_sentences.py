"""What people read: there is a sentence for everything that can be refused, it can be filled, and it is plain."""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
import string
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import get_args

import pytest

import dxdesk
from dxdesk.domain.drafts import FIELDS
from dxdesk.domain.errors import Problem, rule
from dxdesk.store.location import Unfit
from dxdesk.wording import sentences
from dxdesk.wording.problems import ENVIRONMENT
from dxdesk.wording.sentences import SENTENCES, environment_words, problem_words, remedy
from tests.builders import PLAN, problem

PACKAGE = Path(dxdesk.__file__).parent
FORBIDDEN = ("エラー", "不正", "無効", "キャンセル", "OK", "ＯＫ", "いいえ")
YES = re.compile(r"(^|[、。「（])はい($|[、。」（(])")
"""はい as an answer; in 次第はいつでも it is none."""
ACTING = re.compile(r"([うくすつぬぶむるぐ]|した|保存|印刷|[‹›].*)$")
"""How the word on a button ends that does something, and on one that leads along."""
HEADINGS = {"メニュー", "会議での見え方", "前回から変わったところ", "取組の候補", "各課の回答", "出席・映す前に"}
"""Buttons that open the place of that name."""
ALWAYS = {"count", "file"}
ENVIRONMENT_ALWAYS = {"place", "name", "other"}
CAUSES = re.compile(r"_(CAUSES|CLASSES)$")


@dataclass(frozen=True)
class Raised:
    """A place in the program that refuses something: the code (a prefix ends in a dot) and the names of its values,
    None where they are put together elsewhere."""

    where: str
    code: str
    values: frozenset[str] | None


@cache
def sources() -> tuple[tuple[Path, tuple[ast.AST, ...]], ...]:
    """Every file of the program, and everything in it from the outside in; forgotten when all has been read."""
    found = []
    for path in sorted(PACKAGE.rglob("*.py")):
        found.append((path, tuple(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))))
    return tuple(found)


def codes(node: ast.expr) -> list[str]:
    """The codes that an expression may be."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return [node.value]
    if isinstance(node, ast.IfExp):
        return [*codes(node.body), *codes(node.orelse)]
    if isinstance(node, ast.JoinedStr):
        return codes(node.values[0])
    return []


def keys(node: ast.expr | None, function: ast.AST) -> frozenset[str] | None:
    """The names in a dict, written there or just before in a variable of the function."""
    if node is None:
        return frozenset()
    if isinstance(node, ast.Name):
        assigned = [
            each
            for each in ast.walk(function)
            if isinstance(each, ast.Assign)
            and each.lineno <= node.lineno
            and any(isinstance(target, ast.Name) and target.id == node.id for target in each.targets)
        ]
        return keys(max(assigned, key=lambda each: each.lineno).value, function) if assigned else None
    if isinstance(node, ast.Dict) and all(isinstance(key, ast.Constant) for key in node.keys):
        return frozenset(str(key.value) for key in node.keys if isinstance(key, ast.Constant))
    return None


def calls(nodes: tuple[ast.AST, ...], *names: str) -> Iterator[tuple[ast.Call, str]]:
    """Every call of one of the names that is given something."""
    for node in nodes:
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name | ast.Attribute) and node.args:
            name = node.func.id if isinstance(node.func, ast.Name) else node.func.attr
            if name in names:
                yield node, name


def around(call: ast.Call, nodes: tuple[ast.AST, ...]) -> ast.AST:
    """The innermost function that a call stands in, else the file."""
    functions = [each for each in nodes if isinstance(each, ast.FunctionDef)]
    return ([nodes[0]] + [each for each in functions if each.lineno <= call.lineno <= (each.end_lineno or 0)])[-1]


def raised(*names: str) -> list[Raised]:
    found = []
    for path, nodes in sources():
        for call, name in calls(nodes, *names):
            if name == "rule":
                values = frozenset(each.arg or "" for each in call.keywords)
            else:
                given = [each.value for each in call.keywords if each.arg == "values"]
                third = call.args[2] if len(call.args) > 2 else given[0] if given else None
                known = keys(third, around(call, nodes))
                values = known or (frozenset() if third is None else None)  # type: ignore[assignment]
            where = f"{path.relative_to(PACKAGE)}:{call.lineno}"
            found += [Raised(where, code, values) for code in codes(call.args[0])]
    return found


def causes() -> set[str]:
    """Codes that the store works out: the values of its tables of causes, and why a place is not fit."""
    found = set(get_args(Unfit))
    for path, nodes in sources():
        if path.parent.name != "store":
            continue
        for node in nodes:
            target = node.targets[0] if isinstance(node, ast.Assign) else getattr(node, "target", None)
            value = getattr(node, "value", None)
            if isinstance(target, ast.Name) and CAUSES.search(target.id) and isinstance(value, ast.Dict):
                found |= {each.value for each in value.values if isinstance(each, ast.Constant)}
            if isinstance(node, ast.FunctionDef) and "cause" in node.name:
                returned = [each.value for each in ast.walk(node) if isinstance(each, ast.Return)]
                found |= {code for each in returned if each is not None for code in codes(each)}
    return found


def looked_up() -> set[str]:
    """Everything written in the rooms that refuse something, which may be the code of it."""
    rooms = ("domain", "exchange", "operations", "queries")
    nodes = [node for path, found in sources() if path.parent.name in rooms for node in found]
    return {node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)}


def texts(*, whole: bool = False) -> Iterator[tuple[str, str]]:
    """Every Japanese text of the program with the file it stands in; ``whole``: without parts of longer ones."""
    for path, nodes in sources():
        left_out = {id(each.value) for each in nodes if isinstance(each, ast.Expr)}
        if whole:
            left_out |= {id(part) for each in nodes if isinstance(each, ast.JoinedStr) for part in each.values}
        for each in nodes:
            text = each.value if isinstance(each, ast.Constant) and id(each) not in left_out else None
            if isinstance(text, str) and re.search("[ぁ-んァ-ヶ一-龠]", text):
                yield path.relative_to(PACKAGE).as_posix(), text


def buttons() -> Iterator[tuple[str, str]]:
    """The words on the buttons of the screens, as far as they are written where the button is made."""
    for path, nodes in sources():
        for call, _ in calls(nodes, "QPushButton", "addButton") if "ui" in path.parts else ():
            for each in ast.walk(call.args[0]):
                if isinstance(each, ast.Constant) and isinstance(each.value, str) and each.value:
                    yield path.relative_to(PACKAGE).as_posix(), each.value


PROBLEMS = raised("Problem", "rule")
TROUBLES = raised("StoreUnavailable")
STORE_CAUSES = sorted(causes())
WRITTEN = looked_up()
TEXTS = list(texts())
WHOLE_TEXTS = list(texts(whole=True))
BUTTONS = list(buttons())
sources.cache_clear()


def placeholders(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}


def test_the_scan_finds_what_is_raised() -> None:
    assert {"plan.unknown_code", "slot.conflict", "cycle.none", "missing.", "pack.parent_level"} <= {
        each.code for each in PROBLEMS
    }
    assert {"missing", "held", "server_backup"} <= {each.code for each in TROUBLES}


@pytest.mark.parametrize("found", PROBLEMS, ids=lambda each: f"{each.where} {each.code}")
def test_every_problem_has_a_sentence_that_its_values_fill(found: Raised) -> None:
    if found.code.endswith("."):
        assert any(code.startswith(found.code) for code in SENTENCES)
        return
    assert found.code in SENTENCES
    if found.values is not None:
        assert placeholders(SENTENCES[found.code]) <= found.values | ALWAYS


def test_every_code_that_is_only_looked_up_has_a_sentence_too() -> None:
    families = "|".join(sorted({code.partition(".")[0] for code in SENTENCES}))
    found = {each for each in WRITTEN if re.fullmatch(rf"({families})\.[a-z_]+", each)}
    assert found - set(SENTENCES) == set()
    assert "pack.not_text" in found


@pytest.mark.parametrize("found", TROUBLES, ids=lambda each: f"{each.where} {each.code}")
def test_every_trouble_of_the_environment_has_a_sentence_that_is_filled(found: Raised) -> None:
    assert found.code in ENVIRONMENT
    if found.values is not None:
        assert placeholders(ENVIRONMENT[found.code]) <= found.values | ENVIRONMENT_ALWAYS


@pytest.mark.parametrize("code", STORE_CAUSES)
def test_every_cause_that_the_store_works_out_has_a_sentence(code: str) -> None:
    assert code in ENVIRONMENT


@pytest.mark.parametrize("obstacle", ["held", "read_only", "read_only_place", "unchecked"])
def test_why_nothing_can_be_changed_is_said(obstacle: str) -> None:
    assert obstacle in ENVIRONMENT


def test_no_sentence_is_left_over() -> None:
    used = {each.code for each in PROBLEMS}
    prefixes = tuple(code for code in used if code.endswith("."))
    text = "\n".join(
        path.read_text(encoding="utf-8") for path in PACKAGE.rglob("*.py") if path.parent.name != "wording"
    )
    left = [code for code in SENTENCES if code not in used and not code.startswith(prefixes)]
    unused = [code for code in left if f'"{code}"' not in text]
    assert unused == []


def test_the_modules_of_sentences_can_be_read_alone() -> None:
    names = [each.name for each in pkgutil.iter_modules([str(PACKAGE / "wording")])]
    assert len(names) > 10
    assert all(importlib.import_module(f"dxdesk.wording.{name}").__doc__ for name in names)


@pytest.mark.parametrize("word", FORBIDDEN)
def test_nothing_speaks_of_faults_or_asks_for_ok(word: str) -> None:
    assert [found for found in TEXTS if word in found[1]] == []


def test_nothing_is_answered_by_yes() -> None:
    assert [found for found in TEXTS if YES.search(found[1])] == []
    assert YES.search("はい")
    assert YES.search("「はい」を選びます")
    assert not YES.search("次第はいつでも直せます")


def test_nobody_is_shouted_at() -> None:
    furniture = ("documents/breaking.py", "phrases.py")
    assert [found for found in TEXTS if found[0] not in furniture and re.search("[！!]$", found[1])] == []


def test_every_sentence_stands_in_one_place() -> None:
    places: dict[str, set[str]] = {}
    for path, text in WHOLE_TEXTS:
        if text.endswith("。"):
            places.setdefault(text, set()).add(path)
    worded = {text: found for text, found in places.items() if any(each.startswith("wording/") for each in found)}
    assert len(worded) > 300
    assert {text: found for text, found in worded.items() if len(found) > 1} == {}


def test_buttons_say_what_they_do() -> None:
    plain = [(path, re.sub(r"（[^（）]*）$|\(&\w\)|…$", "", word).strip()) for path, word in BUTTONS]
    assert len(plain) > 60
    assert [each for each in plain if each[1] and not ACTING.search(each[1]) and each[1] not in HEADINGS] == []


@pytest.mark.parametrize("code", [*SENTENCES, *ENVIRONMENT])
def test_a_sentence_is_polite_whole_and_says_last_what_to_do(code: str) -> None:
    sentence = (SENTENCES | ENVIRONMENT)[code]
    plain = re.sub(r"（[^（）]*）|：\{words\}|\{\w+(:\w)?\}$", "", sentence)
    assert plain.endswith("。") or "どれか" in plain
    assert re.search(r"(ください|かまいません|ます|です|せん)。?$", plain.rstrip("。") + "。") or "どれか" in plain


@pytest.mark.parametrize("code", SENTENCES)
def test_a_sentence_is_filled_with_any_values(code: str) -> None:
    values = dict.fromkeys(placeholders(SENTENCES[code]), 3.0)
    assert "{" not in problem_words(Problem(code, "ファイル", values)).replace("{ }", "")


@pytest.mark.parametrize("code", ENVIRONMENT)
def test_a_sentence_of_the_environment_names_the_place(code: str) -> None:
    words = environment_words(code, "町.db", {"name": "佐藤", "other": "町-2.db"})
    assert ("町.db" in words) == ("{place}" in ENVIRONMENT[code])


def test_a_day_in_a_sentence_is_written_as_people_write_it() -> None:
    found = Problem("cycle.meeting_before_due", "meeting", {"due": date(2025, 2, 5), "meeting": date(2025, 2, 4)})
    assert "令和7年2月4日" in problem_words(found)


def test_the_field_stands_before_the_sentence_where_it_is_known() -> None:
    found = problem(PLAN.unit, "重点-9")
    assert problem_words(found).startswith("取組：番号「重点-9」")
    assert set(FIELDS) - set(sentences.FIELDS) <= {"public", "done_lines", "reason_codes", "paper_names"}


def test_a_sentence_that_begins_with_its_place_needs_no_field_in_front() -> None:
    words = problem_words(rule("undo.packed", "department", place="住民-3 総務課"))
    assert words.startswith("住民-3 総務課の差戻しは取り消せません。")


def test_what_to_do_is_the_last_sentence() -> None:
    assert remedy("回がありません。次の回をつくってください。") == "次の回をつくってください。"


def test_every_missing_field_has_its_sentence() -> None:
    assert {"missing.status", "missing.results"} <= set(SENTENCES)
