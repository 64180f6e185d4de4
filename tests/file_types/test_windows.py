"""The registry of Windows, played by a dictionary: what is written there, and that it is all taken back."""

from __future__ import annotations

from pathlib import Path

import pytest

from dxdesk.file_types.windows import PROGRAM, standing, tie, untie

COMMAND = (r"C:\Program Files\Python\pythonw.exe", r"D:\佐藤\町の 計画\main.py")
ICON = Path("dxdesk.ico")
CLASSES = r"HKEY_CURRENT_USER\Software\Classes"
CHOSEN = r"HKEY_CURRENT_USER\Software\Microsoft\Windows\CurrentVersion\Explorer\FileExts\.dxd\UserChoice"


class Played:
    """A registry: texts by key and name."""

    def __init__(self) -> None:
        self.values: dict[tuple[str, str], str] = {}
        self.announced = 0

    def read(self, key: str, name: str = "") -> str | None:
        return self.values.get((key, name))

    def write(self, key: str, text: str, name: str = "") -> None:
        self.values[key, name] = text

    def remove_value(self, key: str, name: str = "") -> None:
        self.values.pop((key, name), None)

    def remove_key(self, key: str) -> None:
        self.values = {each: text for each, text in self.values.items() if not f"{each[0]}\\".startswith(f"{key}\\")}

    def announce(self) -> None:
        self.announced += 1


@pytest.fixture
def registry() -> Played:
    return Played()


def test_what_was_tied_stands_until_it_is_undone_without_a_trace(registry: Played) -> None:
    assert standing(registry, COMMAND) == "free"
    tie(registry, COMMAND, ICON)
    assert standing(registry, COMMAND) == "ours"
    untie(registry)
    assert standing(registry, COMMAND) == "free"
    assert registry.values == {}
    assert registry.announced == 2


def test_a_double_click_starts_the_program_with_the_file_whatever_folders_are_called(registry: Played) -> None:
    tie(registry, COMMAND, ICON)
    assert registry.read(rf"{CLASSES}\.dxd") == PROGRAM
    assert registry.read(rf"{CLASSES}\{PROGRAM}\shell\open\command") == (
        r'"C:\Program Files\Python\pythonw.exe" "D:\佐藤\町の 計画\main.py" "%1"'
    )
    assert registry.read(rf"{CLASSES}\{PROGRAM}\DefaultIcon") == "dxdesk.ico"
    assert registry.read(rf"{CLASSES}\{PROGRAM}") == "dxdeskのファイル"


def test_nothing_is_written_but_what_belongs_to_the_person(registry: Played) -> None:
    tie(registry, COMMAND, ICON)
    own = (rf"{CLASSES}\.dxd", rf"{CLASSES}\{PROGRAM}")
    assert all(key.startswith(own) for key, _ in registry.values)


def test_a_program_that_was_moved_is_no_longer_what_a_double_click_starts(registry: Played) -> None:
    tie(registry, COMMAND, ICON)
    assert standing(registry, (*COMMAND[:1], r"E:\main.py")) == "free"


def test_a_file_type_of_another_program_is_seen_and_given_back(registry: Played) -> None:
    registry.write(rf"{CLASSES}\.dxd", "Other.File")
    assert standing(registry, COMMAND) == "others"
    tie(registry, COMMAND, ICON)
    tie(registry, COMMAND, ICON)
    assert standing(registry, COMMAND) == "ours"
    untie(registry)
    assert registry.values == {(rf"{CLASSES}\.dxd", ""): "Other.File"}


def test_a_file_type_that_everybody_on_the_pc_has_is_seen(registry: Played) -> None:
    registry.write(r"HKEY_CLASSES_ROOT\.dxd", "Other.File")
    assert standing(registry, COMMAND) == "others"


def test_what_a_person_chose_in_windows_goes_before_all(registry: Played) -> None:
    registry.write(CHOSEN, "Other.File", "ProgId")
    tie(registry, COMMAND, ICON)
    assert standing(registry, COMMAND) == "others"
    registry.write(CHOSEN, PROGRAM, "ProgId")
    assert standing(registry, COMMAND) == "ours"


def test_what_another_program_took_over_later_stays_with_it(registry: Played) -> None:
    tie(registry, COMMAND, ICON)
    registry.write(rf"{CLASSES}\.dxd", "Other.File")
    untie(registry)
    assert registry.values == {(rf"{CLASSES}\.dxd", ""): "Other.File"}
