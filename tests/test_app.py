import io
import os
import sys
from pathlib import Path
from types import ModuleType

import pytest

import dxdesk
import dxdesk.ui
from dxdesk import app

DISPLAY_VARIABLES = ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY")


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, object]]:
    """Record what the desk and the commands are called with, instead of running them."""
    made: list[tuple[str, object]] = []

    def stand_in(package: ModuleType, name: str, function: str) -> None:
        module = ModuleType(f"{package.__name__}.{name}")

        def record(argument: object, *_doors: object) -> int:
            made.append((name, argument))
            return 0

        setattr(module, function, record)
        monkeypatch.setitem(sys.modules, module.__name__, module)
        monkeypatch.setattr(package, name, module, raising=False)

    stand_in(dxdesk.ui, "application", "run")
    stand_in(dxdesk, "cli", "main")
    return made


@pytest.fixture
def no_display(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    for name in DISPLAY_VARIABLES:
        monkeypatch.delenv(name, raising=False)


def test_no_arguments_open_the_desk_on_the_default_database(calls: list[tuple[str, object]]) -> None:
    assert app.main([]) == 0
    assert calls == [("application", None)]


@pytest.mark.parametrize(
    "arguments",
    [["town.db"], ["回答.dxd"], ["postgresql+psycopg://desk@localhost/town"], ["--database", "town.db"]],
    ids=lambda arguments: arguments[-1],
)
def test_one_file_or_address_opens_the_desk_on_it(arguments: list[str], calls: list[tuple[str, object]]) -> None:
    app.main(arguments)
    assert calls == [("application", arguments[-1])]


def test_an_existing_file_without_a_suffix_opens_the_desk_on_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, calls: list[tuple[str, object]]
) -> None:
    (tmp_path / "town").touch()
    monkeypatch.chdir(tmp_path)
    app.main(["town"])
    assert calls == [("application", "town")]


@pytest.mark.parametrize(
    "arguments",
    [["plans"], ["--json", "plans"], ["plan", "show", "--database", "town.db"], ["--help"], ["nonsense"]],
    ids=" ".join,
)
def test_everything_else_is_a_command(arguments: list[str], calls: list[tuple[str, object]]) -> None:
    app.main(arguments)
    assert calls == [("cli", arguments)]


def test_without_a_display_one_sentence_is_said_and_the_demonstration_made(
    no_display: None, calls: list[tuple[str, object]], capsys: pytest.CaptureFixture[str]
) -> None:
    app.main([])
    assert calls == [("cli", ["demo", "--out", "out"])]
    assert capsys.readouterr().err == "画面が見つからないので、見本を out フォルダにつくります。\n"


def test_without_a_display_commands_say_nothing_about_it(
    no_display: None, calls: list[tuple[str, object]], capsys: pytest.CaptureFixture[str]
) -> None:
    app.main(["plans"])
    assert calls == [("cli", ["plans"])]
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("name", DISPLAY_VARIABLES)
def test_a_display_or_a_chosen_platform_is_enough_for_a_window(
    name: str, no_display: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not app.has_display()
    monkeypatch.setenv(name, "offscreen")
    assert app.has_display()


def test_only_linux_doubts_that_there_is_a_display(no_display: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    assert app.has_display()


@pytest.mark.parametrize(
    ("platform", "arguments", "needed"),
    [
        ("xcb", [], "window"),
        ("wayland;xcb", ["town.db"], "window"),
        ("offscreen", [], "drawing"),
        ("xcb", ["draw", "board"], "drawing"),
        ("xcb", ["--json", "demo", "--out", "out"], "drawing"),
        ("xcb", ["plans"], None),
        ("xcb", ["print", "list"], None),
    ],
)
def test_the_libraries_looked_for_are_those_the_command_needs(
    platform: str, arguments: list[str], needed: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", platform)
    assert app.screen_needed(arguments) == needed


def test_the_desk_without_a_display_needs_no_window_libraries(no_display: None) -> None:
    assert app.screen_needed([]) == "drawing"


def test_pictures_are_drawn_without_a_display(no_display: None, calls: list[tuple[str, object]]) -> None:
    app.main(["draw", "board"])
    assert os.environ["QT_QPA_PLATFORM"] == "offscreen"


def test_a_console_that_is_not_utf8_does_not_stop_a_command(
    monkeypatch: pytest.MonkeyPatch, calls: list[tuple[str, object]]
) -> None:
    console = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    monkeypatch.setattr(sys, "stdout", console)
    app.main(["plans"])
    print("三春町", flush=True)
    assert console.buffer.getvalue() == b"\\u4e09\\u6625\\u753a\n"
