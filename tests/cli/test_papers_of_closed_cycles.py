"""Papers of a closed cycle: the same for ever, but for what goes on after it."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from dxdesk.cli import papers
from dxdesk.desk import Desk
from dxdesk.domain.permissions import Actor
from dxdesk.operations.plans import change_settings
from dxdesk.store.database import open_database
from dxdesk.store.queries import plans
from tests.cli.commands import NEXT_CYCLE, Town
from tests.cli.conftest import BODY
from tests.cli.test_papers import OF_CLOSED, printed
from tests.plan_samples import PLANS


def everything(town: Town, folder: Path) -> dict[str, bytes]:
    """Every paper of the closed first cycle, each as its bytes."""
    file, found = folder / "x.pdf", dict[str, bytes]()
    for kind in OF_CLOSED:
        town.text("print", *kind.split(), "--out", str(file), "--cycle", "第1回")
        found[kind] = file.read_bytes()
    return found


def test_prints_of_a_closed_cycle_are_the_same_bytes_at_any_time(
    ended: Town, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ended.text("cycle", "close", "--reason", "期限が来た")
    first = everything(ended, tmp_path)
    monkeypatch.setattr(papers, "now", lambda: "2031-02-03T04:05:06+09:00")
    assert everything(ended, tmp_path) == first


def test_actions_of_a_closed_cycle_stand_as_on_the_day_of_print(
    ended: Town, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ended.text("cycle", "close", "--reason", "期限が来た")
    moment = datetime(2027, 5, 6, 7, 8, 9).astimezone()
    monkeypatch.setattr(papers, "now", moment.isoformat)
    text, _ = printed(ended, tmp_path, "actions")
    assert "令和9年5月6日（木）現在" in text
    assert "作成R9.5.607:08" in text.replace(" ", "")


def test_nobody_is_reminded_of_a_closed_cycle(ended: Town, tmp_path: Path) -> None:
    ended.text("cycle", "close", "--reason", "期限が来た")
    assert ended.refusal("print", "reminder", "--out", str(tmp_path / "x.pdf"))["place"] == "cycle"


def test_a_closed_cycle_prints_the_same_whatever_changes_afterwards(ended: Town, tmp_path: Path) -> None:
    ended.text("cycle", "close", "--reason", "期限が来た")
    before, board, missing = everything(ended, tmp_path), ended.value("board"), ended.value("missing")
    ended.text("department", "order", "商工観光課", "政策企画課", "町民生活課")
    ended.text("department", "add", "新設課")
    ended.text("department", "close", "町民生活課", "--on", "R7.3.31", "--successor", "政策企画課")
    ended.text("department", "group", "関係課", "--members", "政策企画課")
    ended.text("member", "remove", "見本花子", "--body", BODY)
    record = json.loads((PLANS / "ogawara.json").read_text(encoding="utf-8"))
    record["nodes"][1]["name"] = "新しい名前"
    (tmp_path / "next.json").write_text(json.dumps(record, ensure_ascii=False), encoding="utf-8")
    ended.text("plan", "import", str(tmp_path / "next.json"))
    with open_database(ended.database) as database:
        desk = Desk(database, Actor("secretariat"))
        settings = desk.ask(plans.settings)[1]
        words = {**settings.status_words, "ok": "良好"}
        desk.do(change_settings, replace(settings, status_words=words))
    ended.text(*NEXT_CYCLE)
    assert everything(ended, tmp_path) == before
    assert ended.value("board", "--cycle", "第1回") == board
    assert ended.value("missing", "--cycle", "第1回") == missing
    assert "良好 0" in ended.text("board")
