"""What was refused, in the shape of the JSON error."""

from __future__ import annotations

import shlex

from dxdesk.domain.errors import Problem
from dxdesk.store.errors import StoreUnavailable
from dxdesk.wording.sentences import environment_words, problem_words, remedy


def problem_record(problem: Problem) -> dict[str, object]:
    """A problem in the shape of the JSON error."""
    words = problem_words(problem)
    return {
        "kind": problem.kind,
        "message": words,
        "file": str(problem.values.get("file", "")) or None,
        "place": problem.place or None,
        "remedy": remedy(words),
        "problems": [problem_record(each) for each in problem.problems],
    }


def stopped_record() -> dict[str, object]:
    """That a person stopped the command, in the shape of the JSON error."""
    words = "途中でやめました。書きかけのファイルは残していません。"
    return {"kind": "stopped", "message": words, "file": None, "place": None, "remedy": None, "problems": []}


ELSEWHERE = ("network", "removable", "synced")


def environment_record(trouble: StoreUnavailable) -> dict[str, object]:
    """Trouble of the environment in the shape of the JSON error; where a file may be copied, how."""
    words = environment_words(trouble.code, trouble.place, trouble.values)
    if trouble.code in ELSEWHERE:
        words += f"写すには main.py restore {shlex.quote(trouble.place)} --database ファイル と打ってください。"
    return {
        "kind": "environment",
        "message": words,
        "file": trouble.place or None,
        "place": None,
        "remedy": remedy(words),
        "problems": [],
    }
