from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dxdesk.domain.cycles import Cycle
from dxdesk.domain.file_names import FileKind, file_name
from dxdesk.domain.plan_parts import Department

CYCLE = Cycle(
    "7470c577-3391-4c80-bae2-426ffc1843b4",
    "令和6年度 第2回",
    2024,
    "interim",
    date(2024, 12, 31),
    date(2025, 1, 31),
    None,
    None,
    "plan",
    "settings",
)
LIVES = Department("81cac3c3-9d32-4edb-9c7b-e713c3d0f277", "町民生活課", order=3)


@pytest.mark.parametrize(
    ("kind", "japanese", "ascii_name"),
    [
        ("inquiry", "令和6年度第2回_町民生活課_照会.dxd", "R6-2_03-81ca_inquiry.dxd"),
        ("reply", "令和6年度第2回_町民生活課_回答.dxd", "R6-2_03-81ca_reply.dxd"),
        ("receipt", "令和6年度第2回_町民生活課_受領票.dxd", "R6-2_03-81ca_receipt.dxd"),
        ("form", "令和6年度第2回_町民生活課_回答票.xlsx", "R6-2_03-81ca_form.xlsx"),
        ("letter", "令和6年度第2回_町民生活課_照会文.pdf", "R6-2_03-81ca_letter.pdf"),
    ],
)
def test_a_file_is_named_after_cycle_department_and_kind(kind: FileKind, japanese: str, ascii_name: str) -> None:
    assert file_name(kind, CYCLE, LIVES) == japanese
    assert file_name(kind, CYCLE, LIVES, in_ascii=True) == ascii_name


def test_what_is_for_everybody_names_no_department() -> None:
    assert file_name("view", CYCLE) == "令和6年度第2回_閲覧.dxd"
    assert file_name("view", CYCLE, in_ascii=True) == "R6-2_view.dxd"
    assert file_name("plan", None, town="見本町") == "見本町_計画.dxd"
    assert file_name("plan", None, town="見本町", in_ascii=True) == "plan.dxd"


def test_what_no_system_takes_in_a_name_is_left_out() -> None:
    found = file_name("reply", replace(CYCLE, name="第1/2回"), Department("d", "a:b*c"))
    assert found == "第12回_abc_回答.dxd"


def test_a_cycle_without_a_number_is_told_from_others_all_the_same() -> None:
    assert file_name("reply", replace(CYCLE, name="年度末"), LIVES, in_ascii=True) == "R6-7470_03-81ca_reply.dxd"
    assert file_name("reply", replace(CYCLE, name="第１２回"), LIVES, in_ascii=True) == "R6-12_03-81ca_reply.dxd"


def test_departments_of_the_same_place_in_the_order_have_files_of_their_own() -> None:
    other = replace(LIVES, id="88d3208d-8278-454a-b7e2-250c8ec8224e")
    assert file_name("reply", CYCLE, LIVES, in_ascii=True) != file_name("reply", CYCLE, other, in_ascii=True)


@given(name=st.text(max_size=40), cycle=st.text(max_size=40), in_ascii=st.booleans())
def test_whatever_it_is_named_after_it_is_one_name_that_any_system_takes(name: str, cycle: str, in_ascii: bool) -> None:
    found = file_name("reply", replace(CYCLE, name=cycle), replace(LIVES, name=name), in_ascii=in_ascii)
    assert PureWindowsPath(found).name == found
    assert found.isascii() or not in_ascii
