"""Files that are no reply forms, or were made to do harm: a sentence with file, reason and remedy, and nothing else."""

from __future__ import annotations

import io
import os
import re
import struct
import subprocess
import sys
import zipfile
from collections.abc import Callable

import pytest

from dxdesk.domain.errors import Problem
from dxdesk.exchange import foreign_workbook, reply_form_child
from dxdesk.exchange.foreign_workbook import read_workbook
from dxdesk.exchange.reply_form_child import FILE_BYTES
from dxdesk.exchange.reply_form_reading import read_form
from dxdesk.wording.sentences import problem_words, remedy
from tests.exchange.form_parts import (
    BOOK,
    FORM,
    FORM_PARTS,
    SHEET,
    STRINGS,
    compound,
    open_document,
    packed,
    with_sheet,
)

FILE = "回答票.xlsx"
CELL = '<table:table-cell office:value-type="string"><text:p>x</text:p></table:table-cell>'


def far(reference: str, inside: str = "<v>1</v>") -> bytes:
    return with_sheet(
        "</sheetData>", f'<row r="{reference[-7:].lstrip("XFD")}"><c r="{reference}">{inside}</c></row></sheetData>'
    )


def repeated(rows: int, columns: int, *, filled: bool = True) -> bytes:
    value = ' office:value-type="string"><text:p>x</text:p>' if filled else ">"
    cell = f'<table:table-cell table:number-columns-repeated="{columns}"{value}</table:table-cell>'
    return open_document(f'<table:table-row table:number-rows-repeated="{rows}">{cell}</table:table-row>')


def zip_bomb() -> bytes:
    return packed({**FORM_PARTS, SHEET: b" " * (64 * 1024 * 1024)})


def lying_bomb() -> bytes:
    """A part that is larger than its entry says."""
    content = bytearray(packed({**FORM_PARTS, "xl/media/image.png": b"\0" * (30 * 1024 * 1024)}))
    size = struct.pack("<I", 30 * 1024 * 1024)
    at = content.find(size)
    while at >= 0:
        content[at : at + 4] = struct.pack("<I", 1024)
        at = content.find(size)
    return bytes(content)


def entities() -> bytes:
    levels = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    head = f'<?xml version="1.0"?><!DOCTYPE sst [<!ENTITY e0 "x">{levels}]>'
    strings = FORM_PARTS[STRINGS].split(b"?>", 1)[1].replace(b"<t>", b"<t>&e9;", 1)
    return packed({**FORM_PARTS, STRINGS: head.encode() + strings})


def external_entity() -> bytes:
    head = b'<?xml version="1.0"?><!DOCTYPE worksheet [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    return packed({**FORM_PARTS, SHEET: head + FORM_PARTS[SHEET].split(b"?>", 1)[1]})


def many_parts() -> bytes:
    return packed({**FORM_PARTS, **{f"xl/media/{number}": b"" for number in range(600)}})


def twice() -> bytes:
    target = io.BytesIO(FORM)
    with zipfile.ZipFile(target, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr(SHEET, FORM_PARTS[SHEET])
    return target.getvalue()


def locked_zip() -> bytes:
    content = bytearray(FORM)
    at = content.find(b"PK\x01\x02")
    while at >= 0:
        content[at + 8] |= 1
        at = content.find(b"PK\x01\x02", at + 1)
    return bytes(content)


def many_cells() -> bytes:
    rows = "".join(
        f'<row r="{row}">' + "".join("<c><v>1</v></c>" for _ in range(100)) + "</row>" for row in range(100, 800)
    )
    return with_sheet("</sheetData>", f"{rows}</sheetData>")


def many_merges() -> bytes:
    areas = "".join(f'<mergeCell ref="A{row}:A{row + 1}"/>' for row in range(100, 2000, 2))
    return with_sheet("</sheetData>", f"</sheetData><mergeCells>{areas}</mergeCells>")


def hidden_sheet_elsewhere() -> bytes:
    """A far cell in a sheet whose part has an unusual name and place."""
    rels = FORM_PARTS["xl/_rels/workbook.xml.rels"].replace(b"worksheets/sheet2.xml", b"/other/place.bin")
    far_away = FORM_PARTS["xl/worksheets/sheet2.xml"].replace(b'r="A1"', b'r="XFD1048576"')
    return packed({**FORM_PARTS, "xl/_rels/workbook.xml.rels": rels, "other/place.bin": far_away})


def macro_type() -> bytes:
    types = FORM_PARTS["[Content_Types].xml"].replace(
        b"openxmlformats-officedocument.spreadsheetml.sheet.main", b"ms-excel.sheet.macroEnabled.main"
    )
    return packed({**FORM_PARTS, "[Content_Types].xml": types})


def one_long_text_everywhere() -> bytes:
    rows = "".join(f'<row r="{row}">' + '<c t="s"><v>0</v></c>' * 100 + "</row>" for row in range(100, 600))
    strings = FORM_PARTS[STRINGS].replace(b"<t>", b"<t>" + b"x" * 32_000, 1)
    sheet = FORM_PARTS[SHEET].replace(b"</sheetData>", f"{rows}</sheetData>".encode())
    return packed({**FORM_PARTS, STRINGS: strings, SHEET: sheet})


def one_long_text_repeated() -> bytes:
    cell = f'<table:table-cell table:number-columns-repeated="200"><text:p>{"x" * 32_000}</text:p></table:table-cell>'
    return open_document(f'<table:table-row table:number-rows-repeated="200">{cell}</table:table-row>')


def counts() -> bytes:
    return packed({**FORM_PARTS, STRINGS: re.sub(rb'ount="\d+"', b'ount="4294967295"', FORM_PARTS[STRINGS])})


HOSTILE: dict[str, tuple[Callable[[], bytes] | bytes, tuple[str, ...]]] = {
    "nothing": (b"", ("not_a_workbook",)),
    "a text": ("番号,取組\r\n1,窓口\r\n".encode("cp932"), ("not_a_workbook",)),
    "a program": (b"MZ" + os.urandom(2000), ("not_a_workbook",)),
    "a pdf": (b"%PDF-1.7\n", ("not_a_workbook",)),
    "a page": (b"<html><table><tr><td>1</td></tr></table></html>", ("not_a_workbook",)),
    "another zip": (packed({"a.txt": b"x"}), ("not_a_workbook",)),
    "a document": (packed({"word/document.xml": b"<w/>", "[Content_Types].xml": b"<t/>"}), ("not_a_workbook",)),
    "a binary workbook": (packed({"xl/workbook.bin": b"x"}), ("other_format",)),
    "4 MiB and more": (b"PK\x03\x04" + b"\0" * FILE_BYTES, ("too_big",)),
    "half a file": (FORM[: len(FORM) // 2], ("damaged",)),
    "only a head": (b"PK\x03\x04", ("damaged",)),
    "macros": (packed({**FORM_PARTS, "xl/vbaProject.bin": b"x"}), ("macros",)),
    "old macro sheets": (packed({**FORM_PARTS, "xl/macrosheets/sheet1.xml": b"<x/>"}), ("macros",)),
    "the type of a workbook with macros": (macro_type, ("macros",)),
    "macros in an ods": (packed({"mimetype": b"x", "Basic/Standard/Module1.xml": b"<x/>"}), ("macros",)),
    "macros in an xls": (compound("Workbook", "_VBA_PROJECT_CUR"), ("macros",)),
    "a password": (compound("EncryptedPackage"), ("locked",)),
    "a password of a zip": (locked_zip, ("locked",)),
    "a password of an ods": (open_document("", "<manifest><encryption-data/></manifest>"), ("locked",)),
    "an xls of nothing": (compound("Workbook"), ("damaged",)),
    "a bomb": (zip_bomb, ("unpacked",)),
    "a bomb that lies about its size": (lying_bomb, ("unpacked", "damaged")),
    "600 parts": (many_parts, ("unpacked",)),
    "entities": (entities, ("damaged",)),
    "a file of this computer": (external_entity, ("damaged",)),
    "a part twice": (twice, ("damaged",)),
    "a cell at the end of the world": (far("XFD1048576"), ("far_cell",)),
    "a formula at the end of the world": (far("XFD1048576", "<f>1</f>"), ("far_cell",)),
    "a text at the end of the world": (far("A1048576", "<is><t>x</t></is>"), ("far_cell",)),
    "a far cell in a hidden sheet": (hidden_sheet_elsewhere, ("far_cell",)),
    "no such cell": (far("ZZZZ99999999"), ("damaged",)),
    "an ods of a billion cells": (repeated(1_048_576, 16_384), ("far_cell",)),
    "an ods of a million columns": (repeated(1, 1_000_000), ("far_cell",)),
    "an empty ods of a billion cells": (repeated(1_048_576, 16_384, filled=False), ("not_a_form",)),
    "a cell below an empty million": (
        open_document(
            f'<table:table-row table:number-rows-repeated="1048575"><table:table-cell/></table:table-row>'
            f"<table:table-row>{CELL}</table:table-row>"
        ),
        ("far_cell",),
    ),
    "70,000 cells": (many_cells, ("too_many_cells",)),
    "a long text in 50,000 cells": (one_long_text_everywhere, ("unpacked",)),
    "a long text in 40,000 cells of an ods": (one_long_text_repeated, ("unpacked",)),
    "an ods of a million cells": (repeated(4_000, 240), ("too_many_cells",)),
    "counts beyond counting": (counts, ("stopped", "")),
    "a thousand merged areas": (many_merges, ("too_many_cells",)),
    "a sheet that is no XML": (packed({**FORM_PARTS, SHEET: b"<worksheet><sheetData>"}), ("damaged",)),
    "a book that is no XML": (packed({**FORM_PARTS, BOOK: b"\xff\xfe"}), ("damaged",)),
    "a book without its sheet": (packed({k: v for k, v in FORM_PARTS.items() if k != SHEET}), ("damaged",)),
    "a book nested deep": (packed({**FORM_PARTS, SHEET: b"<a>" * 300_000}), ("damaged",)),
    "a text that is not there": (with_sheet('t="s"><v>0<', 't="s"><v>999999999<'), ("damaged", "not_a_form", "")),
    "a row number beyond counting": (with_sheet('<row r="10"', '<row r="99999999999999999999"'), ("damaged", "")),
}


def refusal(content: bytes) -> Problem | None:
    try:
        read_form(content, FILE)
    except Problem as problem:
        return problem
    return None


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused_in_one_sentence(name: str) -> None:
    made, codes = HOSTILE[name]
    problem = refusal(made if isinstance(made, bytes) else made())
    assert (problem.code.removeprefix("reply_form.") if problem else "") in codes
    if problem:
        words = problem_words(problem)
        assert FILE in words
        assert remedy(words).endswith("ください。")


def test_a_far_cell_is_named_with_its_sheet() -> None:
    with pytest.raises(Problem) as caught:
        read_form(far("XFD1048576"), FILE)
    assert "町民生活課シートでは、離れたところ（XFD1048576）" in problem_words(caught.value)


@pytest.mark.parametrize(
    "program",
    [
        "import os; os.abort()",
        "import sys; sys.exit(1)",
        "print('[1]')",
        "print('{\"sheets\": [{}]}')",
        "print('{\"refused\": 1}')",
        "print('x')",
        "print('[' * 100000)",
    ],
)
def test_a_child_that_dies_or_talks_nonsense_is_told_of(program: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(foreign_workbook, "child_command", lambda: [sys.executable, "-c", program])
    with pytest.raises(Problem) as caught:
        read_workbook(FORM, FILE)
    assert caught.value.code == "reply_form.stopped"


def test_a_child_that_hangs_is_given_up_and_told_of(monkeypatch: pytest.MonkeyPatch) -> None:
    hangs = [sys.executable, "-c", "import time; time.sleep(600)"]
    monkeypatch.setattr(foreign_workbook, "child_command", lambda: hangs)
    with pytest.raises(Problem) as caught:
        read_workbook(FORM, FILE, seconds=1.0)
    assert (caught.value.code, caught.value.values["limit"]) == ("reply_form.too_slow", 1)


@pytest.mark.skipif(sys.platform == "win32", reason="this system has no caps for a process")
def test_the_memory_of_the_child_is_capped() -> None:
    program = "from dxdesk.exchange import reply_form_child as child; child.set_limits(); bytearray(child.MEMORY_BYTES)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=False)
    assert b"MemoryError" in done.stderr


def test_the_child_stops_reading_where_a_form_ends() -> None:
    done = subprocess.run(
        foreign_workbook.child_command(), input=b"\0" * (FILE_BYTES + 1), capture_output=True, check=True
    )
    assert b"reply_form.too_big" in done.stdout
    assert reply_form_child.SECONDS < foreign_workbook.SECONDS
