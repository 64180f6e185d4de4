"""Runs one command: parse, open, do, say. Every failure becomes one sentence and an exit code."""

from __future__ import annotations

import json
import os
import sys

from dxdesk.cli.context import Context, Reply
from dxdesk.cli.parser import parse
from dxdesk.cli.refusals import environment_record, problem_record, stopped_record
from dxdesk.domain.errors import Problem
from dxdesk.store.errors import StoreUnavailable
from dxdesk.wording.sentences import environment_words

DONE, REFUSED, USAGE, ENVIRONMENT, STOPPED = 0, 1, 2, 3, 130
"""Exit codes; the last one is what shells know a program by that Ctrl+C has ended."""


def main(arguments: list[str]) -> int:
    """Runs the command and returns its exit code: 0 done, 1 input or rule, 2 usage, 3 environment, 130 stopped
    with Ctrl+C: what was being changed or written is as it was before."""
    try:
        chosen = parse(arguments)
    except SystemExit as leaving:
        return int(leaving.code or 0) if isinstance(leaving.code, int) else USAGE
    as_json = bool(getattr(chosen, "json", False))
    try:
        with Context(chosen) as context:
            reply: Reply = chosen.run(context, chosen)
            warnings = [*reply.warnings, *_kept(context)]
    except Problem as problem:
        return _refuse(_told(problem, arguments), as_json, REFUSED)
    except StoreUnavailable as trouble:
        return _refuse(environment_record(trouble), as_json, ENVIRONMENT)
    except KeyboardInterrupt:
        return _refuse(stopped_record(), as_json, STOPPED)
    for warning in warnings:
        print(warning, file=sys.stderr)
    text = json.dumps(reply.value, ensure_ascii=False, indent=1) if as_json else reply.text
    if text:
        _show(text)
    return reply.code


def _kept(context: Context) -> list[str]:
    """Makes the backup that is due. What the command did is done: a backup that cannot be made is only told."""
    try:
        context.keep_backups()
    except StoreUnavailable as trouble:
        words = environment_words(trouble.code, trouble.place, trouble.values)
        return [f"変更は記録しましたが、控えをとれませんでした。{words}"]
    return []


def _show(text: str) -> None:
    """Prints, also into a pipe that somebody has closed: what was done is done."""
    try:
        print(text, flush=True)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _told(problem: Problem, arguments: list[str]) -> dict[str, object]:
    """The problem; where its sentence does not say which day it is about, with the option that was typed before it."""
    record = problem_record(problem)
    option = f"--{problem.place.replace('_', '-')}"
    bare = problem.code.startswith("date.") and str(record["message"]).startswith("「")
    if bare and option in {each.partition("=")[0] for each in arguments}:
        record["message"] = f"{option}：{record['message']}"
    return record


def _refuse(record: dict[str, object], as_json: bool, code: int) -> int:
    if as_json:
        _show(json.dumps({"error": record}, ensure_ascii=False, indent=1))
        return code
    print(record["message"], file=sys.stderr)
    problems = record["problems"]
    assert isinstance(problems, list)
    for each in problems:
        print(f"・{each['place'] or ''}：{each['message']}", file=sys.stderr)
    return code
