import ast
import subprocess
import sys
from pathlib import Path

import pytest

import main
from dxdesk import checkout

SOURCE = Path(main.__file__)


def test_main_can_be_read_by_an_old_python() -> None:
    tree = ast.parse(SOURCE.read_text(encoding="utf-8"), feature_version=(3, 8))
    assert tree.body


@pytest.mark.parametrize("version", [(2, 7), (3, 8), (3, 10), (3, 14)])
def test_a_python_it_does_not_run_on_is_answered_with_one_sentence(version: tuple[int, int]) -> None:
    sentence = main.python_refusal(version)
    assert sentence is not None
    assert f"{version[0]}.{version[1]}" in sentence
    assert sentence.count("。") == 1
    assert "\n" not in sentence


@pytest.mark.parametrize("version", [(3, 11), (3, 12), (3, 13)])
def test_a_python_it_runs_on_is_not_spoken_about(version: tuple[int, int]) -> None:
    assert main.python_refusal(version) is None


def test_a_refused_python_ends_with_the_code_for_the_environment(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(main, "AFTER_LAST_PYTHON", (3, 11))
    assert main.main(["plans"]) == 3
    assert "Python 3.11・3.12・3.13" in capsys.readouterr().err


@pytest.fixture
def modules_run(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, ...]]:
    """Record the tools that would be run; those named in a test's own way succeed."""
    run: list[tuple[str, ...]] = []

    def record(*command: str) -> int:
        run.append(command)
        return {"ruff": 0, "mypy": 1, "pytest": 2}[command[0]]

    monkeypatch.setattr(main, "run_module", record)
    return run


def test_tests_run_on_several_processes_and_get_their_arguments(modules_run: list[tuple[str, ...]]) -> None:
    assert main.run_tests(["-k", "board"]) == 2
    (command,) = modules_run
    assert command[:2] == ("pytest", "-n")
    assert 1 <= int(command[2]) <= 4
    assert command[3:] == ("--dist", "worksteal", "-k", "board")


def test_a_debugger_gets_the_tests_in_one_process(modules_run: list[tuple[str, ...]]) -> None:
    main.run_tests(["--pdb"])
    assert modules_run == [("pytest", "--pdb")]


def test_the_checks_go_on_after_one_that_fails_and_report_it(modules_run: list[tuple[str, ...]]) -> None:
    assert main.run_checks() == 1
    assert [command[0] for command in modules_run] == ["ruff", "ruff", "mypy", "pytest"]


def test_without_a_console_what_is_said_goes_nowhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    monkeypatch.setattr(main, "AFTER_LAST_PYTHON", (3, 11))
    assert main.main(["plans"]) == 3
    sys.stdout.close()
    sys.stderr.close()


@pytest.mark.parametrize(("started", "goes_on"), [("pythonw.exe", "pythonw.exe"), ("python.exe", "python.exe")])
def test_on_windows_a_start_without_a_console_goes_on_without_one(
    started: str, goes_on: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    called: list[list[str]] = []
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(sys, "executable", f"/Python/{started}")
    monkeypatch.setattr(checkout, "VENV_PYTHON", Path("/desk/.venv/Scripts/python.exe"))

    def call(command: list[str]) -> int:
        called.append(command)
        return 0

    monkeypatch.setattr(subprocess, "call", call)
    assert main.go_on_in_venv(["照会.dxd"]) == 0
    assert called == [[f"/desk/.venv/Scripts/{goes_on}", str(checkout.ROOT / "main.py"), "照会.dxd"]]
