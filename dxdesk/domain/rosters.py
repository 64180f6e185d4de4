"""Who works on a plan, as tables that a person types or pastes: departments in 建制順, groups, members of committees.

Checks tell everything at once, one problem for a cell: its ``values`` name the ``row`` (from 1) and the key of the
``column``. Names are kept as typed; two that differ in width or case only are the same name.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from dxdesk.domain.errors import Problem
from dxdesk.domain.pasted import DEPARTMENTS, GROUPS, MEMBERS, Column, Form, TableRow
from dxdesk.domain.text import NAME_CHARACTERS, SHORT_NAME_WIDTH, check_line, fold, full_width

Position = Literal["chair", "vice", "member"]

POSITIONS: Final[Mapping[str, Position]] = {
    **dict.fromkeys(("委員長", "本部長", "会長", "座長", "議長", "リーダー"), "chair"),
    **dict.fromkeys(("副委員長", "副本部長", "副会長", "副座長", "職務代理", "サブリーダー"), "vice"),
    **dict.fromkeys(("", "委員", "本部員", "構成員", "会員", "メンバー", "推進員", "協力員"), "member"),
}
"""Words for the part a member has in a committee; an empty cell is a plain member."""

_ALL = ("すべての課", "全課", "全庁", "全部", "all")
_UNKNOWN = ("", "未定", "（未定）", "不明")


@dataclass(frozen=True)
class Roster:
    """The three tables of a town."""

    departments: tuple[TableRow, ...] = ()
    groups: tuple[TableRow, ...] = ()
    members: tuple[TableRow, ...] = ()


def cell_problem(code: str, row: int, column: Column, values: Mapping[str, object] | None = None) -> Problem:
    """A problem of one cell, its place told as people count rows."""
    return Problem(code, f"{row}行目・{column.heading}", {**(values or {}), "row": row, "column": column.key})


def name_problem(row: TableRow, number: int, column: Column, place: int, most: int = NAME_CHARACTERS) -> Problem | None:
    """What is wrong with a cell as one line of text of at most ``most`` characters; None where nothing is."""
    try:
        check_line(row.cells[place], column.key, characters=most)
    except Problem as problem:
        return cell_problem(problem.code, number, column, problem.values)
    return None


def named(text: str) -> tuple[str, ...]:
    """The names in a cell, parted by 「、」「,」「；」「・」 or 「／」."""
    return tuple(dict.fromkeys(part for each in re.split(r"[、，,；;・/／\n]", text) if (part := each.strip())))


def check_departments(rows: Sequence[TableRow], taken: Collection[str] = ()) -> tuple[Problem, ...]:
    """Names missing, twice, or ``taken`` by something else, texts too long or not allowed, short names too wide."""
    return tuple(_departments(rows, taken))


def _departments(rows: Sequence[TableRow], taken: Collection[str]) -> Iterator[Problem]:
    yield from _names(rows, DEPARTMENTS, "department.empty", taken)
    column, place = DEPARTMENTS.columns[1], 1
    for number, row in enumerate(rows, start=1):
        short = row.cells[place]
        problem = name_problem(row, number, column, place)
        if problem is None and full_width(short) > SHORT_NAME_WIDTH:
            values = {"text": short, "width": full_width(short), "limit": SHORT_NAME_WIDTH}
            problem = cell_problem("department.short_name", number, column, values)
        if problem is not None:
            yield problem


def _names(rows: Sequence[TableRow], form: Form, empty: str, taken: Collection[str]) -> Iterator[Problem]:
    """Problems of the names in the first column: missing, not allowed, there twice or taken."""
    column, seen = form.columns[0], dict[str, int]()
    others = set(map(fold, taken))
    for number, row in enumerate(rows, start=1):
        name = row.cells[0]
        if row.blank:
            continue
        if not name:
            yield cell_problem(empty, number, column)
        elif (problem := name_problem(row, number, column, 0)) is not None:
            yield problem
        elif fold(name) in others:
            yield cell_problem("department.exists", number, column, {"text": name})
        elif (first := seen.setdefault(fold(name), number)) != number:
            yield cell_problem("paste.twice", number, column, {"text": name, "first": first})


def group_members(text: str, departments: Collection[str]) -> tuple[str, ...] | Literal["all"] | None:
    """Who belongs to a group, as its cell says: names as in ``departments``, "all", or None where it is not known.

    Raises Problem (paste.no_department) naming those that are no departments.
    """
    if fold(text) in map(fold, _UNKNOWN):
        return None
    if fold(text) in map(fold, _ALL):
        return "all"
    known = {fold(name): name for name in departments}
    if fold(text) in known:
        return (known[fold(text)],)
    listed = re.split(r"[、，,；;]", text)
    parts = [each for whole in listed for each in ([whole] if fold(whole) in known else named(whole))]
    missing = [each.strip() for each in parts if each.strip() and fold(each) not in known]
    if missing:
        raise Problem("paste.no_department", "members", {"text": "、".join(missing[:3])})
    return tuple(dict.fromkeys(known[fold(each)] for each in parts if each.strip()))


def check_groups(
    rows: Sequence[TableRow], departments: Collection[str], taken: Collection[str] = ()
) -> tuple[Problem, ...]:
    """Names missing or twice, or that of a department or ``taken``; members that are no departments."""
    return tuple(_groups(rows, departments, taken))


def _groups(rows: Sequence[TableRow], departments: Collection[str], taken: Collection[str]) -> Iterator[Problem]:
    yield from _names(rows, GROUPS, "paste.no_name", (*departments, *taken))
    for number, row in enumerate(rows, start=1):
        try:
            group_members(row.cells[1], departments)
        except Problem as problem:
            yield cell_problem(problem.code, number, GROUPS.columns[1], problem.values)


def position(text: str) -> Position | None:
    """The part in a committee that a word means; None for a word that means none."""
    return {fold(word): key for word, key in POSITIONS.items()}.get(fold(text))


def body_of(text: str, bodies: Sequence[str]) -> str | None:
    """The committee that a cell means: by name, by a part of it or else a beginning that no other has, and the only
    one there is for an empty cell."""
    if not text:
        return bodies[0] if len(bodies) == 1 else None
    typed = fold(text)
    same = [name for name in bodies if fold(name) == typed]
    within = [name for name in bodies if typed in fold(name)]
    beginning = [name for name in bodies if fold(name).startswith(typed)]
    return next((found[0] for found in (same, within, beginning) if len(found) == 1), None)


def check_members(rows: Sequence[TableRow], departments: Collection[str], bodies: Sequence[str]) -> tuple[Problem, ...]:
    """Names missing, the same person twice in a committee, a second chair, words that name no part, committee or
    department, and texts too long or not allowed."""
    return tuple(_members(rows, departments, bodies))


def _members(rows: Sequence[TableRow], departments: Collection[str], bodies: Sequence[str]) -> Iterator[Problem]:
    columns = {each.key: (place, each) for place, each in enumerate(MEMBERS.columns)}
    known = set(map(fold, departments))
    people, chairs = dict[tuple[str, ...], int](), dict[str, int]()
    near = "、".join(bodies) or "（なし）"
    words = "、".join(dict.fromkeys(word for word in POSITIONS if word and "リーダー" not in word))
    for number, row in enumerate(rows, start=1):
        if row.blank:
            continue
        cell = dict(zip(columns, row.cells, strict=True))
        broken = {
            key: problem
            for key, (place, column) in columns.items()
            if (problem := name_problem(row, number, column, place)) is not None
        }

        def tell(key: str, code: str, values: Mapping[str, object] | None = None, at: int = number) -> Problem:
            return cell_problem(code, at, columns[key][1], values)

        body = body_of(cell["body"], bodies)
        part = position(cell["position"])
        if not cell["name"]:
            yield tell("name", "member.empty")
        elif "name" not in broken:
            person = (body or fold(cell["body"]), fold(cell["name"]), fold(cell["title"]))
            if (first := people.setdefault(person, number)) != number:
                yield tell("name", "paste.twice", {"text": cell["name"], "first": first})
        if "position" not in broken and part is None:
            yield tell("position", "member.position", {"text": cell["position"], "choices": words})
        elif part == "chair" and body and (first := chairs.setdefault(body, number)) != number:
            yield tell("position", "paste.second_chair", {"first": first})
        if "department" not in broken and cell["department"] and fold(cell["department"]) not in known:
            yield tell("department", "paste.no_department", {"text": cell["department"]})
        if "body" not in broken and body is None:
            code = "body.unknown" if cell["body"] else "paste.no_body"
            yield tell("body", code, {"text": cell["body"], "near": near})
        yield from broken.values()
