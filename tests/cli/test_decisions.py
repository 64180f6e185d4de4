"""決定 by commands: with 付帯意見 for the body above, its kind in the words of the plan, and 庁議付議."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.commands import CYCLE, Town
from tests.documents.reading import texts

FREE, OPINION = "庁内の進め方", "急いで進められたい。"
HOSTILE = "=1+1 <b>太字</b> {text} %s 𠮷野家の髙﨑"


def opened(folder: Path, plan: str, body: int) -> Town:
    """A town with a meeting of one of its bodies and a free item on the agenda."""
    town = Town(str(folder / "town.db"))
    town.text("new", "--plan", plan)
    town.text(*CYCLE)
    name = town.value("plan", "show")["bodies"][body]["name"]
    town.text("meeting", "hold", "--body", name, "--date", "R7.2.13")
    town.text("meeting", "agenda", "add", "--title", FREE, "--kind", "discuss")
    return town


def decide(town: Town, *more: str) -> tuple[str, ...]:
    number = str(len(town.value("meeting", "agenda", "list")))
    return ("meeting", "decide", "--item", number, "--result", "修正して承認", "--text", "進める。", *more)


def minutes(town: Town, folder: Path) -> str:
    town.text("meeting", "close")
    town.text("print", "minutes", "--out", str(folder / "minutes.pdf"))
    return "".join("".join(texts((folder / "minutes.pdf").read_bytes())).split())


def test_a_decision_goes_up_with_an_opinion_in_one_command(tmp_path: Path) -> None:
    town = opened(tmp_path, "miharu", 1)
    assert "と付帯意見を記しました" in town.text(*decide(town, "--opinion", OPINION))
    town.text("meeting", "opinion", "--item", "1", "--text", HOSTILE)
    assert town.value("meeting", "show")["items"][0]["opinions"] == [OPINION, HOSTILE]
    assert f"付帯意見：{OPINION}" in town.text("meeting", "show")
    whole = minutes(town, tmp_path)
    assert f"付帯意見{OPINION}" in whole
    assert "".join(HOSTILE.split()) in whole
    assert "DX推進本部への付議を要する事項はない。" in whole
    assert town.value("verify")["ok"]


@pytest.mark.parametrize(
    ("plan", "body", "more", "words"),
    [
        ("miharu", 1, ("--opinion", " "), "文字がありません"),
        ("miharu", 0, ("--opinion", OPINION), "上の会議体がありません"),
        ("ogawara", 0, ("--opinion", OPINION), "上の会議体がありません"),
        ("ogawara", 0, ("--kind", "推進方針"), "計画にありません。（なし）"),
        ("kaminokawa", 0, ("--kind", "予算"), "推進方針、重要施策の方向性、具体的な取組み のどれか"),
    ],
)
def test_a_refused_decision_leaves_nothing_behind(
    plan: str, body: int, more: tuple[str, ...], words: str, tmp_path: Path
) -> None:
    town = opened(tmp_path, plan, body)
    said = town.run(*decide(town, *more))
    assert said.code == 1
    assert words in said.err
    assert town.value("meeting", "show")["items"][0]["decisions"] == []


def test_an_opinion_alone_waits_for_its_decision(tmp_path: Path) -> None:
    town = opened(tmp_path, "miharu", 1)
    said = town.run("meeting", "opinion", "--item", "1", "--text", OPINION)
    assert said.code == 1
    assert "先に決定を記してください" in said.err


def test_the_readers_cannot_record_an_opinion(tmp_path: Path) -> None:
    town = opened(tmp_path, "miharu", 1)
    town.text(*decide(town))
    said = town.run("--as", "見るだけ", "meeting", "opinion", "--item", "1", "--text", OPINION)
    assert said.code == 1
    assert town.value("meeting", "show")["items"][0]["opinions"] == []


def test_the_kind_of_a_decision_and_what_goes_to_the_council_are_shown_and_printed(tmp_path: Path) -> None:
    town = opened(tmp_path, "kaminokawa", 0)
    town.text(*decide(town, "--kind", "重要施策の方向性", "--council"))
    item = town.value("meeting", "show")["items"][0]
    assert (item["kinds"], item["council"]) == (["重要施策の方向性"], True)
    assert "決定（修正して承認・重要施策の方向性・庁議付議）：進める。" in town.text("meeting", "show")
    whole = minutes(town, tmp_path)
    assert "【重要施策の方向性】進める。" in whole
    assert "修正決定庁議付議" in whole
    assert "議題（1）は、庁議へ付議する。" in whole


def test_that_nothing_goes_to_the_council_is_said_too(tmp_path: Path) -> None:
    town = opened(tmp_path, "ogawara", 0)
    town.text(*decide(town))
    assert town.value("meeting", "show")["items"][0]["council"] is False
    assert "庁議への付議を要する事項はない。" in minutes(town, tmp_path)
