"""The form of a file: which keys an object has and what stands in them, as the frozen classes of the domain say."""

from __future__ import annotations

import re
import types
from collections.abc import Callable, Iterator
from dataclasses import MISSING, fields, is_dataclass
from functools import cache
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from dxdesk.domain.errors import Problem
from dxdesk.domain.packages import Content
from dxdesk.domain.plan_checks import MOST_PROBLEMS
from dxdesk.domain.plan_records import json_name
from dxdesk.domain.plan_references import shown
from dxdesk.domain.text import check_text
from dxdesk.exchange.strict_json import JsonObject, OtherNumber

Reader = Callable[[Any], Any]


class Shape:
    """Reads JSON values into frozen classes and keeps every problem it meets.

    Where something is wrong a blank of the right type is put in its place, so that reading goes on. An optional key
    may be absent unless the form is ``exact``: it is null, or empty where it holds a list. Texts pass the gate of typed
    text; one that is itself JSON (``Content``) is left to its own reader.
    """

    def __init__(self, *, exact: bool = False) -> None:
        self.problems: list[Problem] = []
        self._exact = exact

    def read(self, kind: Any, value: object, place: str = "") -> Any:
        """A value of the type ``kind`` (a frozen class, tuple, Literal, str, int, bool, or one of these or None)."""
        try:
            return _fitting(kind, self._exact)(value)
        except (_Unfit, Problem):
            return self._told(kind, value, place)

    def _told(self, kind: Any, value: object, place: str) -> Any:
        """The same step by step, with a place and words for everything that is wrong."""
        if is_dataclass(kind):
            return self._object(kind, value, place)
        origin = get_origin(kind)
        if origin is tuple:
            return self._list(get_args(kind)[0], value, place)
        if origin in (Union, types.UnionType):
            return self._choice_of_kinds(get_args(kind), value, place)
        if origin is Literal:
            return self._word(get_args(kind), value, place)
        if kind is Content and type(value) is str:
            return self._carried(value, place)
        if type(value) is not kind:
            code = "pack.other_number" if isinstance(value, OtherNumber) else _WRONG[kind]
            return self._blank(kind, Problem(code, place, {"text": _written(value)}))
        if kind is str:
            try:
                return check_text(str(value), place)
            except Problem as problem:
                return self._blank(kind, problem)
        return value

    def _carried(self, value: str, place: str) -> Any:
        try:
            return _content(value)
        except _Unfit:
            return self._blank(Content, Problem("pack.not_text", place, {"text": "?"}))

    def _blank(self, kind: Any, problem: Problem) -> Any:
        self.problems.append(problem)
        return _blank(kind)

    def _object(self, kind: Any, value: object, place: str) -> Any:
        if not isinstance(value, JsonObject):
            return self._blank(kind, Problem("pack.not_object", place, {"text": _written(value)}))
        expected = _fields(kind)
        written: dict[str, object] = {}
        for key, inner in value:
            here = f"{place}.{_key(key)}" if place else _key(key)
            if key in expected and key not in written:
                written[key] = inner
            elif len(self.problems) < MOST_PROBLEMS:
                code = "pack.key_twice" if key in expected else "pack.unknown_key"
                self.problems.append(Problem(code, here, {"text": _key(key)}))
        found: dict[str, Any] = {}
        for key, (name, hint, default) in expected.items():
            here = f"{place}.{key}" if place else key
            if key in written:
                found[name] = self._told(hint, written[key], here)
            elif default is MISSING or self._exact:
                found[name] = self._blank(hint, Problem("pack.missing_key", here, {"text": key}))
            else:
                found[name] = default
        return kind(**found)

    def _list(self, kind: Any, value: object, place: str) -> tuple[Any, ...]:
        if type(value) is not list:
            self.problems.append(Problem("pack.not_list", place, {"text": _written(value)}))
            return ()
        return tuple(self._items(kind, value, place))

    def _items(self, kind: Any, value: list[object], place: str) -> Iterator[Any]:
        for index, each in enumerate(value):
            if len(self.problems) >= MOST_PROBLEMS:
                return
            yield self._told(kind, each, f"{place}[{index}]")

    def _choice_of_kinds(self, kinds: tuple[Any, ...], value: object, place: str) -> Any:
        if value is None and types.NoneType in kinds:
            return None
        others = [each for each in kinds if each is not types.NoneType]
        if len(others) == 1:
            before = len(self.problems)
            found = self._told(others[0], value, place)
            wrong = any(problem.place == place for problem in self.problems[before:])
            return None if wrong else found
        for each in others:
            if get_origin(each) is tuple and type(value) is list:
                return self._told(each, value, place)
            if get_origin(each) is Literal and type(value) is str and value in get_args(each):
                return value
        self.problems.append(Problem("pack.members", place, {"text": _written(value)}))
        return None

    def _word(self, words: tuple[Any, ...], value: object, place: str) -> Any:
        if type(value) is str and value in words:
            return value
        values = {"text": _written(value), "words": "、".join(words)}
        return self._blank(Literal[words], Problem("pack.word", place, values))


class _Unfit(Exception):  # noqa: N818 - only says which way to go on
    """Something is wrong; what and where is for ``Shape`` to tell."""


@cache
def _fitting(kind: Any, exact: bool) -> Reader:
    """Reads values of a type in which nothing is wrong, fast; raises _Unfit or Problem for all others."""
    if is_dataclass(kind):
        return _object_reader(kind, exact)
    origin = get_origin(kind)
    if origin is tuple:
        inner = _fitting(get_args(kind)[0], exact)

        def read_list(value: Any) -> tuple[Any, ...]:
            if type(value) is not list:
                raise _Unfit
            return tuple([inner(each) for each in value])

        return read_list
    if origin in (Union, types.UnionType):
        return _choice_reader(get_args(kind), exact)
    if origin is Literal:
        return _word_reader(frozenset(get_args(kind)))
    if kind is Content:
        return _content
    return _text if kind is str else _plain_reader(kind)


def _object_reader(kind: Any, exact: bool) -> Reader:
    expected = _fields(kind)
    readers = {key: (name, _fitting(hint, exact)) for key, (name, hint, _) in expected.items()}
    absent = {} if exact else {name: each for name, _, each in expected.values() if each is not MISSING}

    def read(value: Any) -> Any:
        if type(value) is not JsonObject:
            raise _Unfit
        found = {}
        for key, inner in value:
            if key not in readers:
                raise _Unfit
            name, reader = readers[key]
            found[name] = reader(inner)
        if len(found) != len(value):
            raise _Unfit
        if len(found) != len(readers):
            found = {**absent, **found}
            if len(found) != len(readers):
                raise _Unfit
        return kind(**found)

    return read


def _choice_reader(kinds: tuple[Any, ...], exact: bool) -> Reader:
    others = [each for each in kinds if each is not types.NoneType]
    if len(others) != 1:
        return _members_reader(kinds, exact)
    inner = _fitting(others[0], exact)
    return (lambda value: None if value is None else inner(value)) if types.NoneType in kinds else inner


def _members_reader(kinds: tuple[Any, ...], exact: bool) -> Reader:
    """One of several forms that are told apart by what stands there: a list, a word, or null."""
    lists = [_fitting(each, exact) for each in kinds if get_origin(each) is tuple]
    words = frozenset(word for each in kinds if get_origin(each) is Literal for word in get_args(each))

    def read(value: Any) -> Any:
        if (value is None and types.NoneType in kinds) or (type(value) is str and value in words):
            return value
        if type(value) is list and lists:
            return lists[0](value)
        raise _Unfit

    return read


def _word_reader(words: frozenset[str]) -> Reader:
    def read(value: Any) -> Any:
        if type(value) is not str or value not in words:
            raise _Unfit
        return value

    return read


def _plain_reader(kind: Any) -> Reader:
    def read(value: Any) -> Any:
        if type(value) is not kind:
            raise _Unfit
        return value

    return read


def _text(value: Any) -> str:
    if type(value) is not str:
        raise _Unfit
    return check_text(value, "")


def _content(value: Any) -> Content:
    if type(value) is not str or (not value.isascii() and _SURROGATE.search(value)):
        raise _Unfit
    return Content(value)


_SURROGATE = re.compile("[\ud800-\udfff]")
_WRONG = {
    str: "pack.not_text",
    Content: "pack.not_text",
    types.NoneType: "pack.not_null",
    int: "pack.not_integer",
    bool: "pack.not_yes_no",
}


@cache
def _fields(kind: Any) -> dict[str, tuple[str, Any, Any]]:
    """By the key in the file: the name in Python, the type, and what an absent key stands for (or MISSING)."""
    hints = get_type_hints(kind)
    found = {}
    for each in fields(kind):
        hint = hints[each.name]
        default = each.default
        if default is MISSING and types.NoneType in get_args(hint):
            default = None
        elif default is MISSING and get_origin(hint) is tuple:
            default = ()
        found[json_name(each.name)] = (each.name, hint, default)
    return found


@cache
def _blank(kind: Any) -> Any:
    """Any value of a type, standing for what was wrong."""
    if isinstance(kind, type) and is_dataclass(kind):
        return kind(**{name: _blank(hint) for name, hint, _ in _fields(kind).values()})
    if get_origin(kind) is tuple:
        return ()
    if get_origin(kind) is Literal:
        return get_args(kind)[0]
    return None if types.NoneType in get_args(kind) else kind()


def _key(key: str) -> str:
    """A key as a place shows it: signs that cannot be read are written as question marks."""
    return shown("".join(character if character.isprintable() else "?" for character in key))


def _written(value: object) -> str:
    """A value as the file has it, in a few characters."""
    if isinstance(value, JsonObject):
        return "{ }"
    if isinstance(value, list):
        return "[ ]"
    if isinstance(value, OtherNumber):
        return _key(str(value))
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    return _key(str(value))
