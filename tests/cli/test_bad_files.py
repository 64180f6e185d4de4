"""A batch in which everything is the matter, by command: the one good file of it is taken in."""

from __future__ import annotations

import json
from pathlib import Path

from dxdesk.opening import open_desk
from dxdesk.operations.handing_over import hand_over
from dxdesk.store.queries import finding
from tests.bad_files import reasons, write_bad_files
from tests.cli.commands import Town

DEPARTMENT = "町民生活課"


def test_every_bad_file_says_why_and_the_good_one_among_them_is_taken_in(opened: Town, tmp_path: Path) -> None:
    (asked,) = opened.value("inquire", "--out", str(tmp_path), "--department", DEPARTMENT)["files"]
    department = Town(str(tmp_path / "課.db"))
    department.text("answer", asked["file"])
    department.text("record", "--initiative", "4", "--status", "ok", "--results", "進めた。")
    good = Path(department.value("hand-in", "--out", str(tmp_path / "よい回答.dxd"))["files"][0]["file"])
    desk = open_desk(department.database)
    cycle = desk.ask(finding.cycle)
    bad = write_bad_files(tmp_path / "届いたもの", desk, desk.do(hand_over, cycle, DEPARTMENT))
    desk.close()
    before = opened.value("verify")["audit_head"]
    looked = opened.run("take-in", *map(str, bad), "--json")
    refused = json.loads(looked.out)["files"]
    assert looked.code == 1
    assert opened.value("verify")["audit_head"] == before
    told = {Path(each["file"]).name: each for each in refused}
    expected = reasons(bad)
    assert {each["result"] for each in refused} == {"refused"}
    lines = {name: each["reason"] + "".join(one["message"] for one in each["problems"]) for name, each in told.items()}
    assert {name: words in lines[name] for name, words in expected.items()} == dict.fromkeys(expected, True)
    said = opened.run("take-in", *map(str, (*bad[:20], good, *bad[20:])))
    assert said.code == 1
    assert f"{good.name}：取り込みました" in said.out
