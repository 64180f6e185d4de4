import json
import os
import sys
from pathlib import Path

import pytest

from dxdesk import app, cli
from dxdesk.cli.refusals import environment_record, problem_record
from dxdesk.cli.run import _told
from dxdesk.domain.errors import Problem
from dxdesk.store.errors import StoreUnavailable
from dxdesk.wording.problems import ENVIRONMENT
from dxdesk.wording.sentences import SENTENCES, remedy
from tests.cli.commands import Town, run


def test_a_command_that_is_done_says_so_on_standard_output(town: Town, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["--database", town.database, "department", "add", "総務課"]) == 0
    said = capsys.readouterr()
    assert (said.out, said.err) == ("総務課を加えました。\n", "")


def test_a_refusal_for_people_is_one_sentence_on_standard_error(town: Town, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["--database", town.database, "board"]) == 1
    said = capsys.readouterr()
    assert (said.out, said.err) == ("", "回がまだありません。次の回をつくってください。\n")


def test_a_day_that_is_none_is_named_with_its_option() -> None:
    for typed, place, words in ((["--on", "R7.4.31"], "on", "--on：「R7"), (["--due=R7.4.31"], "due", "締切：「R7")):
        problem = Problem("date.no_such_day", place, {"text": "R7.4.31"})
        assert str(_told(problem, typed)["message"]).startswith(words)


def test_a_refusal_as_json_stands_on_standard_output_alone(town: Town) -> None:
    assert town.refusal("board") == {
        "kind": "rule",
        "message": "回がまだありません。次の回をつくってください。",
        "file": None,
        "place": "cycle",
        "remedy": "次の回をつくってください。",
        "problems": [],
    }


def test_a_problem_with_several_inside_tells_each() -> None:
    inner = [Problem("missing.status", "status"), Problem("missing.results", "results")]
    record = problem_record(Problem("draft.incomplete", "7 政策企画課", {"place": "7 政策企画課"}, problems=inner))
    problems = record["problems"]
    assert isinstance(problems, list)
    assert [each["place"] for each in problems] == ["status", "results"]
    assert all(each["message"] and each["remedy"] for each in problems)


def test_trouble_of_the_environment_names_its_file() -> None:
    record = environment_record(StoreUnavailable("held", "/town.db", {"name": "見本花子"}))
    assert (record["kind"], record["file"], record["place"]) == ("environment", "/town.db", None)
    assert "見本花子" in str(record["message"])


def test_warnings_stand_on_standard_error_and_in_the_json(worked: Town) -> None:
    worked.text("record", "--initiative", "7")
    said = worked.run("hand-in", "--json")
    assert said.err.splitlines() == json.loads(said.out)["warnings"]


def test_every_sentence_is_whole_and_blames_nobody() -> None:
    for code, words in {**SENTENCES, **ENVIRONMENT}.items():
        assert words.endswith(("。", "：{words}")), code
        assert not any(blame in words for blame in ("エラー", "不正", "無効")), code


def test_every_sentence_on_the_environment_says_what_to_do() -> None:
    for code, words in ENVIRONMENT.items():
        assert remedy(words).endswith("ください。"), code


def test_a_reader_that_went_away_is_no_trouble(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "w") as pipe, monkeypatch.context() as patch:
        patch.setattr(sys, "stdout", pipe)
        assert cli.main(["--database", town.database, "plan", "show"]) == 0


def test_a_half_letter_from_the_command_line_is_answered_on_any_console(
    town: Town, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    monkeypatch.setattr(sys, "stdout", open(1, "w", encoding="utf-8", closefd=False))  # noqa: SIM115
    assert app.main(["--database", town.database, "department", "rename", "\udce3課", "x", "--json"]) == 1
    answer = json.loads(capfdbinary.readouterr().out)
    assert answer["error"]["place"] == "department"


def test_nothing_is_written_into_the_folder_one_stands_in(
    opened: Town, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = tmp_path / "here"
    here.mkdir()
    monkeypatch.chdir(here)
    opened.text("board")
    opened.text("department", "add", "総務課")
    assert run("plans").code == 0
    assert list(here.iterdir()) == []
