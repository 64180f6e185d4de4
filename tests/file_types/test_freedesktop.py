"""The files of a Linux desktop: what stands in them, that they mean it, and that all of another's stays."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dxdesk.exchange import package_text
from dxdesk.file_types import freedesktop
from dxdesk.file_types.freedesktop import FILE_TYPE, PROGRAM, program_entry, quoted, standing, tie, untie, with_choice

COMMAND = ("/opt/Py thon/python3", "/home/佐藤/町の 計画/main.py")
ICON = b"<svg/>"
OTHERS = """# mine
[Added Associations]
application/x-dxdesk-package=other.desktop;

[Default Applications]
text/plain=gedit.desktop
image/png=viewer.desktop;other.desktop;

[Removed Associations]
text/html=gedit.desktop;
"""


@pytest.fixture
def shared() -> Path:
    return Path(os.environ["XDG_DATA_HOME"])


@pytest.fixture
def choices() -> Path:
    return Path(os.environ["XDG_CONFIG_HOME"]) / "mimeapps.list"


@pytest.fixture(autouse=True)
def _no_programs_of_the_system(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _name: None)


def written(shared: Path) -> set[str]:
    return {str(each.relative_to(shared)) for each in shared.rglob("*") if each.is_file()}


def test_what_was_tied_stands_until_it_is_undone(shared: Path, choices: Path) -> None:
    assert standing(COMMAND) == "free"
    tie(COMMAND, ICON)
    assert standing(COMMAND) == "ours"
    assert written(shared) == {
        "mime/packages/dxdesk.xml",
        "applications/dxdesk.desktop",
        "icons/hicolor/scalable/apps/dxdesk.svg",
        "icons/hicolor/scalable/mimetypes/application-x-dxdesk-package.svg",
    }
    untie()
    assert standing(COMMAND) == "free"
    assert written(shared) == set()
    assert not choices.exists()


def test_tying_twice_changes_nothing_and_undoing_nothing_is_no_trouble(choices: Path) -> None:
    untie()
    tie(COMMAND, ICON)
    before = choices.read_bytes()
    tie(COMMAND, ICON)
    assert choices.read_bytes() == before


def test_a_program_that_was_moved_is_no_longer_what_a_double_click_starts() -> None:
    tie(COMMAND, ICON)
    assert standing((*COMMAND[:1], "/elsewhere/main.py")) == "free"


def test_another_program_that_was_chosen_is_seen_and_comes_back(choices: Path) -> None:
    choices.parent.mkdir(parents=True)
    choices.write_text(f"[Default Applications]\n{FILE_TYPE}=other.desktop\n", encoding="utf-8")
    assert standing(COMMAND) == "others"
    tie(COMMAND, ICON)
    assert standing(COMMAND) == "ours"
    untie()
    assert standing(COMMAND) == "others"


def test_what_was_chosen_for_other_files_stays_as_it_is(choices: Path) -> None:
    choices.parent.mkdir(parents=True)
    choices.write_text(OTHERS, encoding="utf-8")
    tie(COMMAND, ICON)
    text = choices.read_text(encoding="utf-8")
    assert [line for line in text.splitlines() if line not in OTHERS.splitlines()] == [f"{FILE_TYPE}={PROGRAM};"]
    assert standing(COMMAND) == "ours"
    untie()
    assert choices.read_text(encoding="utf-8") == OTHERS


def test_a_list_that_lies_elsewhere_stays_there(choices: Path, tmp_path: Path) -> None:
    kept = tmp_path / "kept.list"
    kept.write_text(OTHERS, encoding="utf-8")
    choices.parent.mkdir(parents=True)
    choices.symlink_to(kept)
    tie(COMMAND, ICON)
    assert choices.is_symlink()
    assert PROGRAM in kept.read_text(encoding="utf-8")


lines = st.sampled_from(
    ["[Default Applications]", "[Added Associations]", "# 注", "", "text/plain=a.desktop", f"{FILE_TYPE}=b.desktop;"]
)


@given(st.lists(lines, max_size=8))
def test_whatever_a_list_holds_only_our_own_line_comes_and_goes(found: list[str]) -> None:
    text = "".join(f"{line}\n" for line in found)
    chosen = with_choice(text, ours=True)
    assert with_choice(chosen, ours=True) == chosen
    assert chosen.count(PROGRAM) == 1
    undone = with_choice(chosen, ours=False)
    assert PROGRAM not in undone
    ordinary = [line for line in found if line and FILE_TYPE not in line and not line.startswith("[Default")]
    assert [line for line in undone.splitlines() if line in ordinary] == ordinary


def unquoted(words: str) -> list[str]:
    """What a desktop runs for a key Exec: the string, then its quoted words, then its codes."""
    text = words.replace("\\\\", "\\")
    found = re.findall(r'"((?:\\.|[^"\\])*)"|(\S+)', text)
    return [re.sub(r"\\(.)", r"\1", inner).replace("%%", "%") or plain for inner, plain in found]


@given(st.text(st.sampled_from("ab 佐藤\"`$\\%'~;&()"), min_size=1, max_size=12))
def test_a_folder_of_any_name_is_found_again_in_the_entry(folder: str) -> None:
    entry = program_entry(("/usr/bin/python3", f"/{folder}/main.py"))
    (line,) = [each for each in entry.splitlines() if each.startswith("Exec=")]
    assert unquoted(line.removeprefix("Exec=")) == ["/usr/bin/python3", f"/{folder}/main.py", "%f"]
    assert not re.search(r'(?<!\\)"', quoted(folder)[1:-1])


def test_the_file_type_knows_our_files_by_name_and_by_their_first_words(shared: Path) -> None:
    tie(COMMAND, ICON)
    root = ElementTree.parse(shared / "mime" / "packages" / "dxdesk.xml").getroot()
    name = "{http://www.freedesktop.org/standards/shared-mime-info}"
    assert [each.get("type") for each in root.iter(f"{name}mime-type")] == [FILE_TYPE]
    assert [each.get("pattern") for each in root.iter(f"{name}glob")] == ["*.dxd"]
    (match,) = root.iter(f"{name}match")
    assert match.get("value") == f"{package_text._TITLE} "


def test_missing_programs_of_the_system_are_named() -> None:
    assert tie(COMMAND, ICON) == ("update-mime-database", "update-desktop-database")


def test_the_programs_of_the_system_are_told_where_the_files_lie(shared: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[list[str]] = []
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(subprocess, "run", lambda words, **_options: told.append(words))
    assert freedesktop.tie(COMMAND, ICON) == ()
    assert told == [
        ["/usr/bin/update-mime-database", str(shared / "mime")],
        ["/usr/bin/update-desktop-database", str(shared / "applications")],
    ]
