"""Spreadsheets from elsewhere, opened by a process of its own: whatever is in them, this one goes on."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, cast

from dxdesk.domain.errors import Problem
from dxdesk.exchange.reply_form_child import ANSWER_BYTES, FILE_BYTES
from dxdesk.exchange.strict_json import JsonObject, read_json

SECONDS: Final = 30
"""So long a process may take on a busy PC; its own work is capped where the system can cap it."""
_DEEPEST: Final = 6
_ROOT: Final = Path(__file__).resolve().parents[2]
"""Where the package lies; the child finds its module from there."""


@dataclass(frozen=True)
class ForeignCell:
    """A cell with something in it: ``kind`` text, number, day, yes_no or broken, and its text."""

    kind: str
    text: str


Place = tuple[int, int]
"""Row and column, from 0."""


@dataclass(frozen=True)
class ForeignSheet:
    """A sheet: its filled cells by row and column, those with a formula, and the areas merged over several rows (first
    row and column, last ones)."""

    name: str
    rows: Mapping[int, Mapping[int, ForeignCell]]
    formulas: frozenset[Place]
    merged: tuple[tuple[int, int, int, int], ...]

    def cells(self) -> Iterator[tuple[Place, ForeignCell]]:
        """The filled cells, row by row."""
        for row in sorted(self.rows):
            for column in sorted(self.rows[row]):
                yield (row, column), self.rows[row][column]

    def row(self, number: int) -> Mapping[int, ForeignCell]:
        """The filled cells of a row by their column."""
        return self.rows.get(number, {})

    def cell(self, at: Place) -> ForeignCell | None:
        """What stands in a cell."""
        return self.row(at[0]).get(at[1])


def shown_text(text: str, most: int = 40) -> str:
    """A foreign text in the words about a file: short, on one line, and without signs that turn or hide others."""
    plain = "".join(character if character.isprintable() else " " for character in text).strip()
    return plain if len(plain) <= most else f"{plain[:most]}…"


def child_command() -> list[str]:
    """What starts the process that opens a spreadsheet."""
    return [sys.executable, "-B", "-m", "dxdesk.exchange.reply_form_child"]


def read_workbook(content: bytes, place: str, *, seconds: float = SECONDS) -> tuple[ForeignSheet, ...]:
    """The sheets of an .xlsx, .xls or .ods; ``place`` is the file, ``seconds`` how long its opening may take.

    Raises Problem: not a spreadsheet, locked, with macros, damaged, or larger than a form ever is.
    """
    if len(content) > FILE_BYTES:
        raise Problem("reply_form.too_big", place, {"limit": FILE_BYTES // 1024 // 1024})
    try:
        done = subprocess.run(  # noqa: S603 (this Python, our own module)
            child_command(),
            input=content,
            capture_output=True,
            timeout=seconds,
            cwd=_ROOT,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise Problem("reply_form.too_slow", place, {"limit": int(seconds)}) from None
    if done.returncode:
        raise Problem("reply_form.stopped", place)
    try:
        answer = _plain(read_json(done.stdout, size=ANSWER_BYTES, depth=_DEEPEST))
        refused = _refusal(answer, place) if "refused" in answer else None
        sheets = () if refused else tuple(_sheet(each) for each in answer["sheets"])
    except (Problem, KeyError, TypeError, ValueError, AttributeError):
        raise Problem("reply_form.stopped", place) from None
    if refused:
        raise refused
    return sheets


def _refusal(answer: dict[str, Any], place: str) -> Problem:
    values = {name: shown_text(each) if isinstance(each, str) else each for name, each in answer["values"].items()}
    return Problem(answer["refused"], place, values)


def _sheet(record: Any) -> ForeignSheet:
    rows: dict[int, dict[int, ForeignCell]] = {}
    for row, column, kind, text in record["cells"]:
        rows.setdefault(row, {})[column] = ForeignCell(kind, text)
    merged = tuple((top, left, bottom, right) for top, left, bottom, right in record["merged"])
    return ForeignSheet(
        shown_text(record["name"]), rows, frozenset((row, column) for row, column in record["formulas"]), merged
    )


def _plain(value: object) -> dict[str, Any]:
    return cast("dict[str, Any]", _plain_value(value))


def _plain_value(value: object) -> object:
    if isinstance(value, JsonObject):
        return {key: _plain_value(each) for key, each in value}
    if isinstance(value, list):
        return [_plain_value(each) for each in value]
    return value
