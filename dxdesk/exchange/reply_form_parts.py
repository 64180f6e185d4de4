"""What can be told of a foreign spreadsheet before its values are read: its kind, its size, formulas, merged cells.

Runs only in the child process. Nothing is unpacked beyond the cap, and a cell far away from the others is refused here,
for a reader of values makes room for everything in between.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from posixpath import join, normpath
from typing import Final
from xml.parsers import expat

UNPACKED_BYTES: Final = 24 * 1024 * 1024
PARTS: Final = 500
ROWS: Final = 5_000
COLUMNS: Final = 250
CELLS: Final = 60_000
CHARACTERS: Final = 64 * 1024 * 1024
"""So many filled cells times the longest text of a file."""
MERGES: Final = 500

_ZIP: Final = b"PK\x03\x04"
OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OPEN_DOCUMENT: Final = "application/vnd.oasis.opendocument.spreadsheet"


class Refused(Exception):  # noqa: N818 - an answer, not a fault
    """Why a file is not read: the code of a sentence and its values."""

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code)
        self.code = code
        self.values = values


@dataclass
class Extent:
    """What the XML of a sheet says besides its values."""

    name: str
    filled: int = 0
    formulas: list[tuple[int, int]] = field(default_factory=list)
    broken: list[tuple[int, int]] = field(default_factory=list)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)

    def fill(self, row: int, column: int, cells: int = 1) -> None:
        """Note that something stands in so many cells up to this one; refuse one that is far away."""
        if row >= ROWS or column >= COLUMNS:
            raise Refused("reply_form.far_cell", sheet=self.name, cell=cell_name(row, column))
        self.filled += cells
        if self.filled > CELLS:
            raise Refused("reply_form.too_many_cells")

    def merge(self, top: int, left: int, bottom: int, right: int) -> None:
        """Note an area of cells merged over several rows."""
        if top < bottom:
            self.merged.append((top, left, bottom, right))
        if len(self.merged) > MERGES:
            raise Refused("reply_form.too_many_cells")


def cell_name(row: int, column: int) -> str:
    """C12 for a row and a column from 0."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return f"{letters}{row + 1}"


def cell_place(name: str) -> tuple[int, int]:
    """Row and column from 0 of C12. Raises Refused for anything else."""
    letters = name.rstrip("0123456789")
    digits = name[len(letters) :]
    if not (letters.isascii() and letters.isalpha() and 0 < len(letters) <= 3 and 0 < len(digits) <= 7):
        raise Refused("reply_form.damaged")
    column = 0
    for letter in letters.upper():
        column = column * 26 + ord(letter) - 64
    return int(digits) - 1, column - 1


_CELLS: Final = ("si", "c", "table-cell", "covered-table-cell")
Started = Callable[[str, dict[str, str]], None]
Ended = Callable[[str], None]


def parse(content: bytes, started: Started, ended: Ended | None = None) -> int:
    """Go through XML; names come without their prefix. The length of the longest text of a cell (a shared text has one
    element of its own). Raises Refused for what is no XML or declares a document type, where entities would be."""
    longest = length = 0

    def began(name: str, attributes: dict[str, str]) -> None:
        nonlocal length
        plain = name.rpartition(":")[2]
        if plain in _CELLS:
            length = 0
        started(plain, {key.rpartition(":")[2]: value for key, value in attributes.items()})

    def said(text: str) -> None:
        nonlocal longest, length
        length += len(text)
        longest = max(longest, length)

    def no_document_type(*_: object) -> None:
        raise Refused("reply_form.damaged")

    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = no_document_type
    parser.StartElementHandler = began
    parser.CharacterDataHandler = said
    if ended is not None:
        parser.EndElementHandler = lambda name: ended(name.rpartition(":")[2])
    try:
        parser.Parse(content, True)
    except (expat.ExpatError, ValueError, LookupError):  # LookupError: an encoding nobody knows
        raise Refused("reply_form.damaged") from None
    return longest


_UNREADABLE: Final = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, LookupError, RuntimeError)


def open_parts(content: bytes) -> dict[str, bytes]:
    """The parts of a zip file that may be XML, unpacked within the cap. Raises Refused."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            entries = parts.infolist()
            if len(entries) > PARTS or sum(each.file_size for each in entries) > UNPACKED_BYTES:
                raise Refused("reply_form.unpacked")
            _check_entries(entries)
            found: dict[str, bytes] = {}
            room = UNPACKED_BYTES
            for each in entries:
                with parts.open(each) as part:  # what a directory says of a size need not be so
                    unpacked = part.read(room + 1)
                room -= len(unpacked)
                if room < 0:
                    raise Refused("reply_form.unpacked")
                found[each.filename] = unpacked
            return found
    except _UNREADABLE:
        raise Refused("reply_form.damaged") from None


def _check_entries(entries: list[zipfile.ZipInfo]) -> None:
    names = [each.filename for each in entries]
    lowered = [name.casefold() for name in names]
    if any(each.flag_bits & 1 for each in entries):
        raise Refused("reply_form.locked")
    if any(
        "vbaproject" in name or "/macrosheets/" in name or name.startswith(("basic/", "scripts/")) for name in lowered
    ):
        raise Refused("reply_form.macros")
    if len(set(lowered)) != len(lowered):
        raise Refused("reply_form.damaged")
    if "xl/workbook.bin" in lowered:
        raise Refused("reply_form.other_format")


def excel_extents(parts: dict[str, bytes]) -> list[Extent]:
    """What the sheets of an .xlsx hold besides values. Raises Refused, also for a far cell in a part no sheet names."""
    targets: dict[str, str] = {}
    sheets: list[tuple[str, str]] = []

    def relation(name: str, attributes: dict[str, str]) -> None:
        if name == "Relationship":
            target = attributes.get("Target", "")
            targets[attributes.get("Id", "")] = normpath(
                target.lstrip("/") if target[:1] == "/" else join("xl", target)
            )

    def sheet(name: str, attributes: dict[str, str]) -> None:
        if name == "sheet":
            sheets.append((attributes.get("name", ""), attributes.get("id", "")))

    parse(parts.get("xl/_rels/workbook.xml.rels", b"<none/>"), relation)
    parse(parts["xl/workbook.xml"], sheet)
    named = {targets.get(identity, ""): name for name, identity in sheets}
    found: dict[str, Extent] = {}
    longest = 0
    for path, part in parts.items():
        if path.endswith((".xml", ".rels")) or path in named:
            if b"macroEnabled" in part:
                raise Refused("reply_form.macros")
            found[path], length = _excel_extent(part, named.get(path, path))
            longest = max(longest, length)
    check_volume(found.values(), longest)
    return [found[path] for path in named if path in found]


def _excel_extent(part: bytes, name: str) -> tuple[Extent, int]:
    extent = Extent(name)
    row, column = -1, -1

    def started(element: str, attributes: dict[str, str]) -> None:
        nonlocal row, column
        if element == "row":
            row = int(attributes["r"]) - 1 if attributes.get("r", "").isdecimal() else row + 1
            column = -1
        elif element == "c":
            row, column = cell_place(attributes["r"]) if "r" in attributes else (row, column + 1)
            if attributes.get("t") == "e" and row >= 0:
                extent.fill(row, column)
                extent.broken.append((row, column))
        elif element in ("v", "is") and row >= 0:
            extent.fill(row, column)
        elif element == "f" and row >= 0:
            extent.fill(row, column)
            extent.formulas.append((row, column))
        elif element == "mergeCell":
            first, _, last = attributes.get("ref", "").partition(":")
            extent.merge(*cell_place(first), *cell_place(last or first))

    longest = parse(part, started)
    return extent, longest


def check_volume(sheets: Iterable[Extent], longest: int) -> None:
    """Refuse a file whose few texts stand in so many cells that reading them would fill the memory."""
    if sum(each.filled for each in sheets) * longest > CHARACTERS:
        raise Refused("reply_form.unpacked")


def open_document_extents(parts: dict[str, bytes]) -> list[Extent]:
    """What the sheets of an .ods hold besides values. Raises Refused."""
    if b"encryption-data" in parts.get("META-INF/manifest.xml", b""):
        raise Refused("reply_form.locked")
    found: list[Extent] = []
    state = {"row": 0, "rows": 1, "column": 0, "columns": 1, "last": -1, "filled": 0}

    def count(attributes: dict[str, str], name: str) -> int:
        return int(attributes[name]) if attributes.get(name, "").isdecimal() and len(attributes[name]) < 9 else 1

    def started(element: str, attributes: dict[str, str]) -> None:
        if element == "table":
            found.append(Extent(attributes.get("name", "")))
            state.update(row=0, rows=1, column=0, columns=1, last=-1, filled=0)
        elif not found:
            return
        elif element == "table-row":
            state.update(rows=count(attributes, "number-rows-repeated"), column=0, columns=1, last=-1, filled=0)
        elif element in ("table-cell", "covered-table-cell"):
            state["columns"] = count(attributes, "number-columns-repeated")
            _open_document_cell(found[-1], state, attributes)
        elif element == "p":
            state["last"] = state["column"] + state["columns"] - 1

    def ended(element: str) -> None:
        if element in ("table-cell", "covered-table-cell"):
            state["filled"] += state["columns"] if state["last"] >= state["column"] else 0
            state["column"] += state["columns"]
        elif element == "table-row" and found:
            if state["last"] >= 0:
                bottom = state["row"] + state["rows"] - 1
                found[-1].fill(bottom, state["last"], state["filled"] * state["rows"])
            state["row"] += state["rows"]

    check_volume(found, parse(parts["content.xml"], started, ended))
    return found


def _open_document_cell(extent: Extent, state: dict[str, int], attributes: dict[str, str]) -> None:
    row, column = state["row"], state["column"]
    if "value-type" in attributes or "formula" in attributes:
        state["last"] = column + state["columns"] - 1
    if "formula" in attributes:
        extent.formulas.append((row, column))
    spans = [attributes.get(f"number-{name}-spanned", "1") for name in ("rows", "columns")]
    if all(each.isdecimal() and len(each) < 8 for each in spans):
        extent.merge(row, column, row + int(spans[0]) - 1, column + int(spans[1]) - 1)


def extents(content: bytes) -> list[Extent]:
    """What can be told of a file before its values are read. Raises Refused."""
    if content.startswith(OLE):
        if "EncryptedPackage".encode("utf-16-le") in content:
            raise Refused("reply_form.locked")
        if "_VBA_PROJECT".encode("utf-16-le") in content:
            raise Refused("reply_form.macros")
        return []
    if not content.startswith(_ZIP):
        raise Refused("reply_form.not_a_workbook")
    parts = open_parts(content)
    if "xl/workbook.xml" in parts:
        return excel_extents(parts)
    if parts.get("mimetype", b"")[:100].decode("ascii", "replace").strip() == _OPEN_DOCUMENT and "content.xml" in parts:
        return open_document_extents(parts)
    raise Refused("reply_form.not_a_workbook")
