"""What a file is, before any database is asked."""

from __future__ import annotations

from pathlib import Path

import pytest

from dxdesk.domain.cycles import Cycle
from dxdesk.domain.errors import Problem
from dxdesk.exchange.package_text import Outer
from dxdesk.operations import arrivals, secretariats_files
from tests.builders import ZEIMU
from tests.post import Post


@pytest.mark.parametrize(("name", "code"), [("回答票.CSV", "package.csv"), ("回答票.xlsx", "receive.form")])
def test_a_table_at_a_department_is_told_where_it_belongs(tmp_path: Path, name: str, code: str) -> None:
    table = tmp_path / name
    table.write_bytes("取組,今の状況\n".encode("cp932"))
    with pytest.raises(Problem) as caught:
        secretariats_files.look_at(table)
    assert caught.value.code == code


def test_a_table_of_commas_is_told_how_it_becomes_a_form() -> None:
    with pytest.raises(Problem) as caught:
        arrivals.opened("回答票.CSV", "取組,今の状況\n".encode("cp932"))
    assert caught.value.code == "package.csv"


def test_a_package_is_one_under_the_name_of_a_table_too(post: Post, cycle: Cycle, tmp_path: Path) -> None:
    inquiry = post.inquiries(cycle, ZEIMU)[ZEIMU]
    table = tmp_path / "照会.csv"
    table.write_bytes(inquiry.content)
    assert isinstance(arrivals.opened(table.name, inquiry.content), Outer)
    assert secretariats_files.look_at(table).package is not None
