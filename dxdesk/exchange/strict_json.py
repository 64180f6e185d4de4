"""JSON as strict as a file from elsewhere has to be: limits first, and nothing lost that a check wants to see."""

from __future__ import annotations

import json
import re

from dxdesk.domain.errors import Problem

_LONGEST_INTEGER = 15
_TEXT = r'"(?:[^"\\]++|\\.)*+(?:"|\\?\Z)'
_TOKEN = re.compile(rf"{_TEXT}|[\[\]{{}}]", re.DOTALL)
_ESCAPED = re.compile(rb"\\.", re.DOTALL)
_IN_TEXTS = re.compile(rb'"[^"]*+"?')
_ONE_KIND = bytes.maketrans(b"{}", b"[]")
_NEITHER_TEXT_NOR_BRACKET = bytes(set(range(256)) - set(b'"[]{}'))


class JsonObject(list[tuple[str, object]]):
    """An object as its (key, value) pairs in the order written, so that a key written twice is still seen."""


class OtherNumber(str):
    """A number that is no plain integer, as written: a fraction, an exponent, NaN, or more digits than any count."""

    __slots__ = ()


def _integer(text: str) -> object:
    return int(text) if len(text.lstrip("-")) <= _LONGEST_INTEGER else OtherNumber(text)


def _decoded(content: str | bytes, size: int) -> str:
    if len(content) > size:
        raise Problem("json.too_big", values={"limit": size // 1024})
    try:
        whole = content.encode("utf-8") if isinstance(content, str) else content
        if len(whole) > size:
            raise Problem("json.too_big", values={"limit": size // 1024})
        return whole.decode("utf-8").removeprefix("\ufeff")
    except UnicodeError as error:
        position = error.start + 1 if isinstance(error, UnicodeDecodeError | UnicodeEncodeError) else 1
        raise Problem("json.encoding", values={"position": position}) from error


def _is_flat(text: str, depth: int) -> bool:
    """Whether nothing is left of the brackets after the innermost pairs were taken away so many times."""
    marks = _ESCAPED.sub(b"", text.encode("utf-8", "surrogatepass")).translate(_ONE_KIND, _NEITHER_TEXT_NOR_BRACKET)
    # Two quotation marks side by side change nothing: what was within a text before them still is behind them.
    brackets = _IN_TEXTS.sub(b"", marks.replace(b'""', b""))
    for _ in range(depth):
        brackets = brackets.replace(b"[]", b"")
    return not brackets


def _check_depth(text: str, depth: int) -> None:
    if _is_flat(text, depth):
        return
    open_now = 0
    for token in _TOKEN.finditer(text):
        first = token[0][0]
        if first in "[{":
            open_now += 1
            if open_now > depth:
                raise Problem("json.too_deep", values={"limit": depth, "line": text.count("\n", 0, token.start()) + 1})
        elif first in "]}":
            open_now -= 1


def read_json(content: str | bytes, *, size: int, depth: int) -> object:
    """The value of a JSON text: objects as JsonObject, numbers that are no integers as OtherNumber.

    UTF-8 with or without a byte order mark, at most ``size`` bytes, ``depth`` brackets deep. Raises Problem
    ``json.too_big``, ``json.encoding``, ``json.too_deep`` or ``json.syntax`` without a place.
    """
    text = _decoded(content, size)
    _check_depth(text, depth)
    try:
        return json.loads(
            text,
            object_pairs_hook=JsonObject,
            parse_int=_integer,
            parse_float=OtherNumber,
            parse_constant=OtherNumber,
        )
    except json.JSONDecodeError as error:
        raise Problem("json.syntax", values={"line": error.lineno, "column": error.colno}) from error
