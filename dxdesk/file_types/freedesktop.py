"""Linux: a file type, a program and the choice of it, in the files that desktops read (shared-mime-info, desktop entry
and mime-apps of freedesktop.org), in the folders of the person."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Final

import platformdirs

from dxdesk.store.output_files import write_file

if TYPE_CHECKING:
    from dxdesk.file_types import Standing

FILE_TYPE: Final = "application/x-dxdesk-package"
PROGRAM: Final = "dxdesk.desktop"
_DEFAULTS: Final = "[Default Applications]"
_PATIENCE: Final = 30
"""Seconds that a program of the system may take to read the new files."""

_TYPE_FILE: Final = f"""<?xml version="1.0" encoding="UTF-8"?>
<mime-info xmlns="http://www.freedesktop.org/standards/shared-mime-info">
  <mime-type type="{FILE_TYPE}">
    <comment>dxdesk package</comment>
    <comment xml:lang="ja">dxdeskのファイル</comment>
    <magic priority="60">
      <match type="string" offset="0" value="dxdesk-package "/>
    </magic>
    <glob pattern="*.dxd"/>
  </mime-type>
</mime-info>
"""


def _shared() -> Path:
    return platformdirs.user_data_path()


def _type_file() -> Path:
    return _shared() / "mime" / "packages" / "dxdesk.xml"


def _program_file() -> Path:
    return _shared() / "applications" / PROGRAM


def _choices() -> Path:
    return platformdirs.user_config_path() / "mimeapps.list"


def _icons() -> tuple[Path, ...]:
    icons = _shared() / "icons" / "hicolor" / "scalable"
    return icons / "apps" / "dxdesk.svg", icons / "mimetypes" / f"{FILE_TYPE.replace('/', '-')}.svg"


def program_entry(command: tuple[str, ...]) -> str:
    """The desktop entry of the program."""
    words = " ".join(map(quoted, command))
    return f"""[Desktop Entry]
Type=Application
Version=1.0
Name=dxdesk
GenericName=DX plan desk
GenericName[ja]=町のDX計画の点検
Exec={words} %f
Icon=dxdesk
Terminal=false
MimeType={FILE_TYPE};
Categories=Office;
"""


def quoted(word: str) -> str:
    """A word of the key Exec: quoted, then written as every string of a desktop entry is."""
    inner = re.sub(r'(["`$\\])', r"\\\1", word).replace("%", "%%")
    return f'"{inner}"'.replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t")


def with_choice(text: str, *, ours: bool) -> str:
    """The text of a mimeapps.list in which this program comes first for our files, or not at all; all else stays."""
    kept, chosen, section = [], [""], ""
    for line in text.splitlines():
        section = line.strip() if line.startswith("[") else section
        if section == _DEFAULTS and line.partition("=")[0].strip() == FILE_TYPE:
            chosen = line.partition("=")[2].split(";")
        else:
            kept.append(line)
    others = [each.strip() for each in chosen if each.strip() not in ("", PROGRAM)]
    programs = [PROGRAM, *others] if ours else others
    if programs:
        if _DEFAULTS not in map(str.strip, kept):
            kept += ["", _DEFAULTS] if kept else [_DEFAULTS]
        place = next(number for number, line in enumerate(kept) if line.strip() == _DEFAULTS)
        kept.insert(place + 1, f"{FILE_TYPE}={';'.join(programs)};")
    while kept and kept[-1] in ("", _DEFAULTS):
        kept.pop()
    return "".join(f"{line}\n" for line in kept)


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8", errors="surrogateescape") if path.is_file() else ""


def _chosen() -> str:
    """The program that was chosen for our files, empty for none."""
    section = _read(_choices()).partition(_DEFAULTS)[2].partition("\n[")[0]
    found = re.search(rf"^{re.escape(FILE_TYPE)}\s*=\s*([^;\n]+)", section, re.MULTILINE)
    return found[1].strip() if found else ""


def standing(command: tuple[str, ...]) -> Standing:
    """What a double click starts. Raises OSError."""
    chosen = _chosen()
    if chosen not in ("", PROGRAM):
        return "others"
    ours = chosen and _read(_program_file()) == program_entry(command) and _read(_type_file()) == _TYPE_FILE
    return "ours" if ours else "free"


def tie(command: tuple[str, ...], icon: bytes) -> tuple[str, ...]:
    """Write the files. Returns the programs of the system that are missing. Raises OSError and StoreUnavailable."""
    contents = {_type_file(): _TYPE_FILE.encode(), _program_file(): program_entry(command).encode()}
    contents |= dict.fromkeys(_icons(), icon)
    for path, content in contents.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        write_file(path, content)
    _choose(ours=True)
    return _tell()


def untie() -> tuple[str, ...]:
    """Take the files away again. Returns the programs of the system that are missing. Raises OSError and
    StoreUnavailable."""
    _choose(ours=False)
    for path in (_program_file(), _type_file(), *_icons()):
        path.unlink(missing_ok=True)
    return _tell()


def _choose(*, ours: bool) -> None:
    path = _choices().resolve()  # some people keep it elsewhere, behind a link
    before = _read(path)
    text = with_choice(before, ours=ours)
    if not text:
        path.unlink(missing_ok=True)
    elif text != before:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_file(path, text.encode(errors="surrogateescape"))


def _tell() -> tuple[str, ...]:
    """Have the system read what was written anew."""
    missing = []
    for program, folder in (("update-mime-database", "mime"), ("update-desktop-database", "applications")):
        found = shutil.which(program)
        if found is None:
            missing.append(program)
        elif (_shared() / folder).is_dir():
            subprocess.run(  # noqa: S603 (a program of the system, by its whole path)
                [found, str(_shared() / folder)], capture_output=True, check=False, timeout=_PATIENCE
            )
    return tuple(missing)
