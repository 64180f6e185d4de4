"""Every cause of the store has its sentence, and every sentence finds the values it quotes."""

import ast
import re
from pathlib import Path
from string import Formatter

import pytest

import dxdesk.store
from dxdesk.store import errors, lock, output_files
from dxdesk.wording.problems import ENVIRONMENT

HOLDER = set(vars(lock.Holder("", "", 0, "")))
VALUES = {
    "newer": {"version", "newest"}, "older": {"version", "newest"}, "altered": {"name"}, "held": HOLDER,
    "open_elsewhere": {"other"}, "no_library": {"name"},
}  # fmt: skip


def codes() -> set[str]:
    """The causes named in the sources of the store: where they are raised, and in the tables of causes."""
    found = {*errors._SQLITE_CAUSES.values(), *errors._SERVER_CAUSES.values(), *errors._SERVER_CLASSES.values()}
    found |= {*output_files._CAUSES.values(), "network", "removable", "synced", "read_only", "unchecked", "unfinished"}
    for source in Path(dxdesk.store.__path__[0]).glob("*.py"):
        for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "StoreUnavailable":
                found |= set(re.findall(r"'([a-z_]+)'", ast.unparse(node.args[0])))
    return found


@pytest.mark.parametrize("code", sorted(codes()))
def test_a_cause_has_a_sentence_with_values_it_is_given(code: str) -> None:
    quoted = {name for _, name, _, _ in Formatter().parse(ENVIRONMENT[code]) if name}
    assert quoted <= {"place", *VALUES.get(code, set())}
