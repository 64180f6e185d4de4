"""A town's database in five states, made once by commands; every test works on a copy of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from dxdesk.cli import papers
from tests.builders import MOMENT
from tests.cli.commands import CYCLE, Town, new_town

BODY = "デジタル化推進員会議"


@pytest.fixture(scope="session")
def new_stage(tmp_path_factory: pytest.TempPathFactory) -> Town:
    return new_town(tmp_path_factory.mktemp("new"))


@pytest.fixture(scope="session")
def open_stage(new_stage: Town, tmp_path_factory: pytest.TempPathFactory) -> Town:
    town = new_stage.copied(tmp_path_factory.mktemp("open"))
    town.text(*CYCLE)
    return town


@pytest.fixture(scope="session")
def worked_stage(open_stage: Town, tmp_path_factory: pytest.TempPathFactory) -> Town:
    town = open_stage.copied(tmp_path_factory.mktemp("worked"))
    town.submit("7", "政策企画課", "--status", "ok", "--stage", "運用", "--results", "監査を終えた。",
                "--discuss", "decide", "--ask", "予算をどうするか", "--memo", "公表しない数")  # fmt: skip
    town.submit("4", "町民生活課", "--status", "warn", "--results", "窓口を増やした。", "--issues", "人手が足りない。")
    town.submit("4", "政策企画課", "--status", "ok", "--results", "周知した。")
    town.text("record", "--initiative", "11", "--status", "late", "--results", "契約が遅れた。")
    town.text("record", "--initiative", "13", "--department", "商工観光課", "--status", "ok", "--results", "開いた。")
    town.text("hand-in")
    town.text(
        "return", "--initiative", "13", "--department", "商工観光課", "--field", "results", "--reason", "何回か。"
    )
    town.text("record", "--initiative", "3", "--department", "町民生活課", "--status", "ok")
    return town


@pytest.fixture(scope="session")
def met_stage(worked_stage: Town, tmp_path_factory: pytest.TempPathFactory) -> Town:
    town = worked_stage.copied(tmp_path_factory.mktemp("met"))
    town.text("member", "add", "見本太郎", "--body", BODY, "--position", "chair", "--title", "副町長")
    town.text("member", "add", "見本花子", "--body", BODY, "--title", "課長")
    town.text(
        "meeting", "hold", "--body", BODY, "--date", "R7.2.13", "--from", "9:30", "--to", "11:00", "--place", "庁議室"
    )
    town.text("meeting", "agenda", "propose")
    return town


@pytest.fixture(scope="session")
def ended_stage(met_stage: Town, tmp_path_factory: pytest.TempPathFactory) -> Town:
    town = met_stage.copied(tmp_path_factory.mktemp("ended"))
    town.text("meeting", "close")
    return town


@pytest.fixture
def still(monkeypatch: pytest.MonkeyPatch) -> None:
    """The clock stands still while papers are made: two of them can be compared."""
    monkeypatch.setattr(papers, "now", lambda: MOMENT)


@pytest.fixture
def town(new_stage: Town, tmp_path: Path) -> Town:
    """大河原町 just after `new`."""
    return new_stage.copied(tmp_path)


@pytest.fixture
def opened(open_stage: Town, tmp_path: Path) -> Town:
    """With the open cycle 第1回."""
    return open_stage.copied(tmp_path)


@pytest.fixture
def worked(worked_stage: Town, tmp_path: Path) -> Town:
    """With answers: 7 and 4 (both departments) accepted, 11 submitted, 13 returned, 3 a draft without results."""
    return worked_stage.copied(tmp_path)


@pytest.fixture
def met(met_stage: Town, tmp_path: Path) -> Town:
    """With a meeting of two members that is open: four standing items, then 7 to be decided."""
    return met_stage.copied(tmp_path)


@pytest.fixture
def ended(ended_stage: Town, tmp_path: Path) -> Town:
    """With the meeting closed and its minutes drafted."""
    return ended_stage.copied(tmp_path)
