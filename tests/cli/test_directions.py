"""direction, and what answers say about the next year, at the command line."""

from __future__ import annotations

import pytest

from dxdesk.domain.settings import DIRECTION_PRESETS
from tests.cli.commands import CYCLE, Town


def test_the_words_are_listed_and_set_from_a_preset_or_ones_own(town: Town) -> None:
    assert town.value("direction", "list") == list(DIRECTION_PRESETS["標準"])
    assert town.value("direction", "set", "--preset", "短い")["directions"] == ["拡充", "継続", "縮小", "廃止"]
    assert town.text("direction", "list") == "拡充\n継続\n縮小\n廃止\n"
    town.text("direction", "set", "--words", "続ける", "やめる")
    assert town.value("direction", "list") == ["続ける", "やめる"]


@pytest.mark.parametrize(
    ("given", "place", "words"),
    [
        (("--preset", "長い"), "preset", "標準、短い、次期計画 のどれか"),
        (("--words", "続ける"), "directions", "2つから10まで"),
        (("--words", "続ける", "続ける"), "directions", "同じ語を2度"),
        (("--words", "続ける", "や" * 21), "directions", "20文字までに"),
    ],
)
def test_other_words_are_refused(given: tuple[str, ...], place: str, words: str, town: Town) -> None:
    refusal = town.refusal("direction", "set", *given)
    assert refusal["place"] == place
    assert words in refusal["message"]


def test_an_answer_at_the_end_of_the_year_says_where_it_goes_and_what_it_costs(town: Town) -> None:
    town.text(*CYCLE, "--kind", "結果")
    slot = ("--initiative", "7", "--department", "政策企画課")
    town.text("record", *slot, "--status", "ok", "--results", "監査を終えた。")
    refusal = town.refusal("hand-in", "--department", "政策企画課")
    assert "次年度の方向性を1つ選んでください。" in refusal["message"] + str(refusal)
    assert town.refusal("record", *slot, "--direction", "続行")["place"] == "direction"
    assert town.refusal("record", *slot, "--budget", "約百万")["place"] == "budget"
    town.text("record", *slot, "--direction", "拡充", "--budget", "１２５万円", "--budget-source", "国補助")
    other = ("--initiative", "11", "--department", "政策企画課", "--status", "ok", "--results", "講座を開いた。")
    town.text("record", *other, "--direction", "拡充", "--budget", "額は未定")
    town.text("hand-in", "--department", "政策企画課")
    town.text("accept", "--all")
    shown = town.value("direction", "show")
    assert (shown["year"], shown["total_thousand_yen"]) == (2025, "1250")
    said = next(each for each in shown["rows"] if each["code"] == "7")
    assert (said["direction"], said["budget"]) == (
        "拡充",
        {"requested": True, "thousand_yen": "1250", "source": "国補助"},
    )
    lines = town.text("direction", "show").splitlines()
    assert "7 情報セキュリティ対策の徹底　拡充　1,250千円（財源：国補助）" in lines
    assert lines[-1] == "合計（額が未定の1取組を含まない）　1,250千円"
