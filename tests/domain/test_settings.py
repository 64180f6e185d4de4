"""What a town can set: stages, words, and how it is stored."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from dxdesk.domain.paper import Paper
from dxdesk.domain.records import canonical
from dxdesk.domain.settings import (
    DEFAULT_STAGES,
    DEFAULT_STATUS_WORDS,
    DIRECTION_PRESETS,
    Settings,
    Stage,
    check_settings,
    settings_from,
    settings_record,
)
from dxdesk.domain.statuses import STATUSES
from tests.builders import problem


def stages(count: int) -> tuple[Stage, ...]:
    return tuple(Stage(f"s{number}", f"段階{number}") for number in range(count))


def test_the_default_stages_run_from_not_yet_to_settled_and_have_fixed_keys() -> None:
    assert [word for _, word in DEFAULT_STAGES] == ["これから", "情報収集", "検討", "試行", "導入", "運用", "定着"]
    assert [key for key, _ in DEFAULT_STAGES] == [
        "start",
        "research",
        "study",
        "trial",
        "introduce",
        "operate",
        "settle",
    ]


def test_every_status_has_a_word_and_absence_has_three_different_ones() -> None:
    assert set(DEFAULT_STATUS_WORDS) == set(STATUSES)
    assert len(set(DEFAULT_STATUS_WORDS.values())) == len(STATUSES)
    words = Settings()
    assert [words.status_word(each) for each in ("miss", "none", "na")] == ["未回答", "未着手", "対象外"]


@pytest.mark.parametrize("typed", ["trial", "試行"])
def test_a_stage_is_named_by_key_or_word(typed: str) -> None:
    found = Settings()
    assert found.stage_key(typed) == "trial"
    assert (found.stage_index("trial"), found.stage_word("trial")) == (3, "試行")


def test_an_unknown_stage_is_refused_naming_the_scale() -> None:
    found = problem(Settings(stages=stages(2)).stage_key, "試行")
    assert (found.code, found.values) == ("stage.unknown", {"text": "試行", "choices": "段階0、段階1"})


@pytest.mark.parametrize("key", [None, "nothing"])
def test_no_stage_has_no_place_and_no_word(key: str | None) -> None:
    assert (Settings().stage_index(key), Settings().stage_word(key)) == (None, "")


@pytest.mark.parametrize("count", range(2, 9))
def test_two_to_eight_stages_hold(count: int) -> None:
    found = Settings(stages=stages(count))
    assert check_settings(found) is found


@pytest.mark.parametrize(
    "changed",
    [
        stages(1), stages(9), (), (Stage("a", "一"), Stage("a", "二")), (Stage("a", "同じ"), Stage("b", "同じ")),
    ],
)  # fmt: skip
def test_fewer_more_or_equal_stages_are_refused(changed: tuple[Stage, ...]) -> None:
    assert problem(check_settings, Settings(stages=changed)).code == "settings.stages"


@pytest.mark.parametrize("words", [{}, {"ok": "順調"}, {**DEFAULT_STATUS_WORDS, "more": "その他"}])
def test_a_status_without_a_word_is_refused(words: dict[str, str]) -> None:
    assert problem(check_settings, Settings(status_words=words)).code == "settings.status_words"


@pytest.mark.parametrize(
    "settings",
    [
        Settings(action_word=" "),
        Settings(status_words={**DEFAULT_STATUS_WORDS, "ok": "　"}),
        Settings(stages=(Stage("a", ""), Stage("b", "二"))),
    ],
)
def test_an_empty_word_is_refused(settings: Settings) -> None:
    assert problem(check_settings, settings).code == "settings.empty_word"


def test_settings_survive_being_written_and_read_also_with_their_number() -> None:
    paper = Paper(punctuation="，．", salutation="殿", binding=True, signers=("議長", "署名人"))
    found = replace(Settings(), stages=stages(3), quorum="half", proxy_counts=False, paper=paper)
    record = json.loads(canonical(settings_record(found)))
    assert settings_from(record) == found
    assert settings_from({**record, "revision": 3}) == found


def test_a_record_from_before_a_setting_was_added_reads_with_its_default() -> None:
    record = json.loads(canonical(settings_record(Settings(action_word="指示事項"))))
    del record["guide_characters"]
    assert settings_from(record) == Settings(action_word="指示事項")


def test_days_as_they_come_are_not_written_so_that_older_settings_stay_what_they_were() -> None:
    assert not {"gist_days", "minutes_days"} & set(settings_record(Settings()))
    changed = replace(Settings(), gist_days=None, minutes_days=30)
    assert {"gist_days": None, "minutes_days": 30}.items() <= settings_record(changed).items()
    assert settings_from(json.loads(canonical(settings_record(changed)))) == changed


@pytest.mark.parametrize("days", [0, -1, 367, True, "45", 4.5, [45]])
def test_days_that_are_no_number_of_days_are_refused(days: object) -> None:
    found = problem(check_settings, replace(Settings(), minutes_days=days))  # type: ignore[arg-type]
    assert found.code == "settings.days"


def test_words_of_the_direction_are_kept_once_a_town_has_its_own() -> None:
    assert "directions" not in settings_record(Settings())
    own = replace(Settings(), directions=DIRECTION_PRESETS["短い"])
    record = json.loads(canonical(settings_record(own)))
    assert record["directions"] == ["拡充", "継続", "縮小", "廃止"]
    assert settings_from(record) == own


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("続ける",), "settings.directions"),
        (("続ける", "続ける"), "settings.directions"),
        (tuple(map(str, range(11))), "settings.directions"),
        (("続ける", " "), "settings.empty_word"),
        (("続ける", "や" * 21), "text.too_long"),
    ],
)
def test_too_few_too_many_or_empty_words_of_the_direction_are_refused(words: tuple[str, ...], code: str) -> None:
    assert problem(check_settings, replace(Settings(), directions=words)).code == code
