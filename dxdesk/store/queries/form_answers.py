"""Excelの回答票: who was given one, and who answers by it."""

from __future__ import annotations

from sqlalchemy import Connection

from dxdesk.store.queries import packages


def by_form(connection: Connection, cycle: str) -> frozenset[str]:
    """The departments (ids) that answer a cycle (id) by Excelの回答票: one came from them last, or nothing came yet and
    one was given to them."""
    arrived: dict[str, str] = {}
    given = set()
    for each in packages.all_filed(connection, kinds=("form", "reply"), cycle=cycle):
        if each.department is None or each.cancelled:
            continue
        if each.direction == "in":
            arrived[each.department] = each.kind
        elif each.kind == "form":
            given.add(each.department)
    return frozenset(each for each in given | arrived.keys() if arrived.get(each, "form") == "form")


def given_forms(connection: Connection) -> frozenset[str]:
    """The departments (ids) that were given a reply form in the cycle about which they were asked last."""
    asked: dict[str, str | None] = {}
    given = set()
    for each in packages.all_filed(connection, kinds=("inquiry", "form"), direction="out"):
        if each.department is None:
            continue
        if each.kind == "form":
            given.add((each.department, each.cycle))
        else:
            asked[each.department] = each.cycle
    return frozenset(department for department, cycle in asked.items() if (department, cycle) in given)
