from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone
from io import BytesIO
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dxdesk.exchange.workbooks import CELL_LIMIT, table_workbook

MOMENT = datetime(2025, 2, 13, 1, 15, tzinfo=UTC)
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def part(content: bytes, name: str) -> ElementTree.Element:
    with ZipFile(BytesIO(content)) as parts:
        return ElementTree.fromstring(parts.read(name))


def unescaped(text: str) -> str:
    """What a spreadsheet shows for text in which characters stand as _xHHHH_."""
    return re.sub(r"_x([0-9A-Fa-f]{4})_", lambda found: chr(int(found.group(1), 16)), text)


def cells(content: bytes, sheet: int = 1) -> list[list[str]]:
    """The rows of a sheet as a spreadsheet shows them. Every cell with something in it must be a text."""
    shared = [
        unescaped("".join(each.text or "" for each in entry.iter(f"{MAIN}t")))
        for entry in part(content, "xl/sharedStrings.xml").iter(f"{MAIN}si")
    ]
    found = []
    for row in part(content, f"xl/worksheets/sheet{sheet}.xml").iter(f"{MAIN}row"):
        line = []
        for cell in row.iter(f"{MAIN}c"):
            assert cell.find(f"{MAIN}f") is None
            value = cell.find(f"{MAIN}v")
            assert value is None or cell.get("t") == "s"
            line.append(shared[int(value.text or "")] if value is not None else "")
        found.append(line)
    return found


def made(*rows: list[str], title: str = "題", notes: tuple[str, ...] = ()) -> bytes:
    heads = [f"列{number}" for number in range(len(rows[0]) if rows else 2)]
    return table_workbook(title, heads, rows, notes, MOMENT)


def test_the_head_stands_above_the_rows_as_they_were_given() -> None:
    content = table_workbook("題", ["番号", "取組"], [["1", "書かない窓口"], ["2", ""]], [], MOMENT)
    assert cells(content) == [["番号", "取組"], ["1", "書かない窓口"], ["2", ""]]


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+81",
        "-5",
        "@SUM(A1)",
        "{=A1}",
        '=HYPERLINK("http://x.example","押す")',
        "http://x.example/",
        "mailto:a@x.example",
        "internal:'一覧'!A1",
        "001",
        "1e5",
        "2025-02-13",
        "<b>太字</b>",
        "_x0041_",
        "=cmd|' /C calc'!A0",
        "\t=1",
        "𠮷野",
        "1行目\n2行目",
        " 前後の空き ",
    ],
)
def test_what_looks_like_a_formula_a_link_or_a_number_stays_the_text_it_is(text: str) -> None:
    content = made([text, "b"])
    assert cells(content)[1] == [text, "b"]
    with ZipFile(BytesIO(content)) as parts:
        assert not any("hyperlink" in parts.read(name).decode(errors="replace") for name in parts.namelist())


LINES = st.text(st.characters(exclude_categories=("Cs", "Cc", "Cn")), max_size=40)


@given(st.lists(st.lists(LINES, min_size=3, max_size=3), max_size=6))
def test_any_text_that_a_plan_can_hold_comes_back_unchanged(rows: list[list[str]]) -> None:
    assert cells(made(*rows) if rows else made(["", "", ""]))[1:] == (rows or [["", "", ""]])


def test_the_same_table_gives_the_same_bytes_wherever_the_moment_was_told() -> None:
    tokyo = MOMENT.astimezone(timezone(timedelta(hours=9)))
    arguments = ("題", ["a"], [["b"]], ["注"])
    assert table_workbook(*arguments, MOMENT) == table_workbook(*arguments, tokyo)
    core = part(table_workbook(*arguments, tokyo), "docProps/core.xml")
    assert [each.text for each in core if each.tag.endswith("created")] == ["2025-02-13T01:15:00Z"]


def test_the_head_stays_in_sight_can_be_filtered_by_and_repeats_on_paper() -> None:
    content = made(["a", "b"], ["c", "d"])
    sheet = part(content, "xl/worksheets/sheet1.xml")
    pane = next(sheet.iter(f"{MAIN}pane"))
    assert (pane.get("ySplit"), pane.get("state")) == ("1", "frozen")
    assert next(sheet.iter(f"{MAIN}autoFilter")).get("ref") == "A1:B3"
    names = {each.get("name"): each.text for each in part(content, "xl/workbook.xml").iter(f"{MAIN}definedName")}
    assert names["_xlnm.Print_Titles"] == "一覧!$1:$1"


def test_a_narrow_table_is_printed_on_a4_and_a_wide_one_on_a3_both_lying() -> None:
    narrow = next(part(made(["a", "b"]), "xl/worksheets/sheet1.xml").iter(f"{MAIN}pageSetup"))
    wide = next(part(made(["長い文" * 20] * 6), "xl/worksheets/sheet1.xml").iter(f"{MAIN}pageSetup"))
    assert [(each.get("paperSize"), each.get("orientation")) for each in (narrow, wide)] == [
        ("9", "landscape"),
        ("8", "landscape"),
    ]


def test_many_wide_columns_are_narrowed_until_a3_can_be_read() -> None:
    content = made(["長い文" * 20] * 9 + ["1"])
    columns = part(content, "xl/worksheets/sheet1.xml").iter(f"{MAIN}col")
    widths = [
        float(each.get("width", ""))
        for each in columns
        for _ in range(int(each.get("min", "")), int(each.get("max", "")) + 1)
    ]
    assert len(widths) == 10
    assert 240 < sum(widths) < 275
    assert widths[-1] < 8


def test_a_row_is_as_high_as_its_longest_text() -> None:
    rows = list(
        part(made(["長い文" * 20, "1"], ["一行", "1"], ["長" * 9000, ""]), "xl/worksheets/sheet1.xml").iter(
            f"{MAIN}row"
        )
    )
    assert [each.get("ht") for each in rows] == [None, "42.75", None, "405"]


def test_the_title_stands_above_every_sheet_and_is_no_command_of_the_header() -> None:
    header = next(part(made(["a"], title="A&D&P 令和6年度"), "xl/worksheets/sheet1.xml").iter(f"{MAIN}oddHeader"))
    assert header.text == "&C&BA&&D&&P 令和6年度"


def test_notes_get_a_sheet_of_their_own_and_none_no_sheet() -> None:
    assert cells(made(["a"], notes=("=1", "凡例の文")), 2) == [["=1"], ["凡例の文"]]
    with ZipFile(BytesIO(made(["a"]))) as parts:
        assert "xl/worksheets/sheet2.xml" not in parts.namelist()


def test_a_table_without_rows_still_has_its_head() -> None:
    assert cells(table_workbook("題", ["番号"], [], [], MOMENT)) == [["番号"]]


def test_a_row_of_another_length_is_refused() -> None:
    with pytest.raises(ValueError, match="not as long"):
        table_workbook("題", ["a", "b"], [["c"]], [], MOMENT)


def test_a_text_that_a_cell_cannot_hold_is_refused_and_never_cut() -> None:
    longest = "𠮷" * (CELL_LIMIT // 2)
    assert cells(made([longest]))[1] == [longest]
    with pytest.raises(ValueError, match="longer than a cell"):
        made([longest + "𠮷"])
