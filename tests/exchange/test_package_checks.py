"""What a signer can make wrong: every slip is found, all of them at once, and told by its place in words."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from dxdesk.domain.packages import PackageKind
from dxdesk.domain.records import canonical
from dxdesk.wording.sentences import problem_words
from tests.builders import problem
from tests.exchange.package_samples import (
    CYCLE,
    SENDER,
    SETTINGS_CONTENT,
    STRANGER,
    digest_of,
    opened,
    record_of,
    signed,
    spoilt,
)

Spoil = Callable[[dict[str, Any]], object]


def put(path: str, value: object) -> Spoil:
    """Puts a value at a path: ``body.revisions.0.moment``."""

    def spoil(record: dict[str, Any]) -> None:
        *way, last = path.split(".")
        inner: Any = record
        for step in way:
            inner = inner[int(step)] if step.isdigit() else inner[step]
        if last.isdigit():
            inner[int(last)] = value
        else:
            inner[last] = value

    return spoil


ROW = "body.revisions.0"
STRANGE = "00000000-0000-4000-8000-000000000000"
WRONG: list[tuple[PackageKind, str, object, str]] = [
    ("return", "format", 0, "形式"),
    ("return", "format", True, "形式"),
    ("return", "format", "1", "形式"),
    ("return", "kind", "議案", "種類"),
    ("return", "database", "x", "町のデータベース"),
    ("return", "plan", "6F0C0000-0000-0000-0000-000000000000", "計画"),
    ("return", "cycle", None, "回"),
    ("return", "department", None, "課"),
    ("return", "number", "1", "番号"),
    ("return", "sequence", 0, "通番"),
    ("return", "sequence", -4, "通番"),
    ("reply", "sequence", 2**31, "通番"),
    ("return", "made", "2025-01-28", "作成"),
    ("return", "made", "2025-01-28T10:12:00", "作成"),
    ("return", "made", "0001-01-01T00:00:00+09:00", "作成"),
    ("return", "head", None, "見出し"),
    ("return", "head.town", 5, "見出しの町"),
    ("return", "body", None, "宿題の報告"),
    ("return", "body.late", 0, "期限後の印"),
    ("return", "body.revisions", {}, "回答"),
    ("return", "body.revisions", None, "回答"),
    ("return", "body.reviews", "x", "確認の記録"),
    ("return", f"{ROW}.format", 2, "1件目の回答の形式"),
    ("return", f"{ROW}.kind", "consolidate", "1件目の回答の種類"),
    ("return", f"{ROW}.kind", "accept", "1件目の回答の種類"),
    ("return", f"{ROW}.kind", ["answer"], "1件目の回答の種類"),
    ("return", f"{ROW}.cycle", "前の回", "1件目の回答"),
    ("return", f"{ROW}.unit", "4", "1件目の回答の取組"),
    ("return", f"{ROW}.department", None, "1件目の回答の課"),
    ("return", f"{ROW}.parents", ["x"], "1件目の回答の前の版"),
    ("return", f"{ROW}.parents", ["a" * 64] * 2, "1件目の回答の前の版"),
    ("return", f"{ROW}.parents", [f"{each:064x}" for each in range(65)], "1件目の回答の前の版"),
    ("return", f"{ROW}.sources", [], "1件目の回答の「sources」"),
    ("return", f"{ROW}.content", None, "1件目の回答"),
    ("return", f"{ROW}.content.status", "miss", "1件目の回答の今の状況"),
    ("return", f"{ROW}.content.status", None, "1件目の回答の今の状況"),
    ("return", f"{ROW}.content.results", 5, "1件目の回答の今回の実績"),
    ("return", f"{ROW}.content.results", "あ" * 4001, "1件目の回答の今回の実績"),
    ("return", f"{ROW}.content.results", "\n" * 100, "1件目の回答の今回の実績"),
    ("return", f"{ROW}.content.results", "a\0", "1件目の回答の今回の実績"),
    ("return", f"{ROW}.content.discuss", "maybe", "1件目の回答の会議での扱い"),
    ("return", f"{ROW}.content.done_lines", None, "1件目の回答の済んだ行"),
    ("return", f"{ROW}.content.indicators.0.value", 76, "1件目の回答の1件目の指標の値"),
    ("return", f"{ROW}.content.budget.requested", 1, "1件目の回答の予算の「requested」"),
    ("return", f"{ROW}.content.answered_for", "総務課", "1件目の回答の代わりに答えた課"),
    ("return", f"{ROW}.content.next_year", "x", "1件目の回答の「next_year」"),
    ("return", f"{ROW}.author.role", "町長", "1件目の回答の書いた人の役"),
    ("return", f"{ROW}.author.role", None, "1件目の回答の書いた人の役"),
    ("return", f"{ROW}.author.department", "総務課", "1件目の回答の書いた人の課"),
    ("return", f"{ROW}.moment", "きのう", "1件目の回答の日時"),
    ("return", f"{ROW}.moment", "9999-12-31T23:59:59-12:00", "1件目の回答の日時"),
    ("return", f"{ROW}.id", "x", "1件目の回答の「id」"),
    ("return", "body.revisions.0", [], "1件目の回答"),
    ("return", "body.revisions.2.content", {}, "3件目の回答の今の状況"),
    ("return", "body.reviews.0.kind", ["return"], "1件目の確認の記録の種類"),
    ("return", "body.reviews.0.content", None, "1件目の確認の記録"),
    ("return", "body.reviews.0.target", "x", "1件目の確認の記録の前の版"),
    ("return", "body.reviews.2.content", {"name": "x"}, "3件目の確認の記録"),
    ("return", "body.reviews.3.content.date", "1月28日", "4件目の確認の記録の日付"),
    ("return", "body.follow_ups.0.state", "やめた", "1件目の宿題の報告の状態"),
    ("return", "body.follow_ups.0.action", "6-3", "1件目の宿題の報告の宿題"),
    ("receipt", "body.package", "x", "回答ファイル"),
    ("receipt", "body.audit_head", "", "操作の記録"),
    ("receipt", "body.rows.1.unit", "4", "2件目の結果"),
    ("receipt", "body.cancelled", None, "「cancelled」"),
    ("plan", "body.plan.number", 0, "計画の番号"),
    ("plan", "body.plan.content", "{}", "計画"),
    ("plan", "body.plan.content", "[" * 100_000, "計画"),
    ("plan", "plan", "00000000-0000-0000-0000-000000000000", "計画"),
    ("inquiry", "body.sample", "no", "「sample」"),
    ("inquiry", "body.plans.0.content", '{"format":1}', "1件目の計画"),
    ("inquiry", "body.settings.0.content", "{}", "1件目の設定"),
    ("inquiry", "body.settings.0.content", "null", "1件目の設定"),
    ("inquiry", "body.settings.0.content", '{"stages":' + "[" * 100_000, "1件目の設定"),
    ("inquiry", "body.settings.0.number", 0, "1件目の設定の番号"),
    ("inquiry", "body.departments.0.id", "x", "1件目の課"),
    ("inquiry", "body.departments.1.name", " ", "2件目の課の名前"),
    ("inquiry", "body.departments.0.from", "R2.4.1", "1件目の課"),
    ("inquiry", "body.departments", [], "課"),
    ("inquiry", "body.cycles", [], "回"),
    ("inquiry", "body.cycles.1.id", "x", "2件目の回の「id」"),
    ("inquiry", "body.cycles.1.due", "2025-02-30", "2件目の回"),
    ("inquiry", "body.cycles.1.meeting", "0001-01-01", "2件目の回"),
    ("inquiry", "body.cycles.1.fiscal_year", 10**14, "2件目の回の年度"),
    ("inquiry", "body.cycles.1.plan_revision", "x", "2件目の回の計画の版"),
    ("inquiry", "body.cycles.1.settings_revision", "x", "2件目の回の設定の版"),
    ("inquiry", "body.cycles.0.units.0.unit", "x", "1件目の回の1件目の取組"),
    ("inquiry", "body.cycles.0.units.0.status", "x", "1件目の回の1件目の取組の今の状況"),
    ("inquiry", "body.cycles.0.answers.1.department", "x", "1件目の回の2件目の回答"),
    ("inquiry", "body.cycles.0.answers.1.answer.status", "x", "1件目の回の2件目の回答の今の状況"),
    ("inquiry", "body.slots.0.unit", "x", "1件目の回答票"),
    ("inquiry", "body.actions.0.day", "x", "1件目の宿題"),
    ("inquiry", "body.actions.0.number", 0, "1件目の宿題の番号"),
    ("inquiry", "body.town", "", "町"),
    ("inquiry", "body.cycles.1.name", "第2回\n別の行", "2件目の回の名前"),
    ("inquiry", "body.cycles.0.previous", CYCLE, "1件目の回の前の回"),
    ("inquiry", "body.cycles.1.previous", STRANGE, "2件目の回の前の回"),
    ("inquiry", "body.cycles.0.units.0.unit", STRANGE, "1件目の回の取組"),
    ("inquiry", "body.cycles.0.answers.0.unit", STRANGE, "1件目の回の回答"),
    ("inquiry", "body.cycles.0.answers.1.department", STRANGE, "1件目の回の回答"),
    ("inquiry", "body.departments.0.successor", STRANGE, "1件目の課の引き継いだ課"),
    ("inquiry", "body.slots.0.unit", STRANGE, "1件目の回答票"),
    ("inquiry", "body.slots.0.department", STRANGE, "1件目の回答票"),
    ("inquiry", "body.actions.0.unit", STRANGE, "1件目の宿題"),
    ("inquiry", "body.actions.0.departments", [STRANGE], "1件目の宿題"),
    ("inquiry", "body.actions.0.cycle", STRANGE, "1件目の宿題"),
    ("inquiry", "body.actions.0.body_name", "あ" * 201, "1件目の宿題の会議"),
    ("inquiry", "body.opening_key", "AAAA", "鍵"),
    ("inquiry", "body.opening_key", "あ", "鍵"),
    ("inquiry", "body.sender_key", SENDER.public[:-4], "鍵"),
    ("inquiry", "body.sender_key", STRANGER.public, "鍵"),
    ("inquiry", "body.reply_key", "", "鍵"),
    ("view", "body.reply_key", "x", "鍵"),
]


@pytest.mark.parametrize(("kind", "path", "value", "place"), WRONG, ids=lambda each: str(each)[:60])
def test_a_slip_is_told_by_its_place(kind: PackageKind, path: str, value: object, place: str) -> None:
    refusal = problem(opened, spoilt(kind, put(path, value)))
    assert refusal.code == "package.invalid"
    assert place in [each.place for each in refusal.problems]
    assert all(problem_words(each).endswith("ください。") for each in refusal.problems)


def test_all_slips_are_told_at_once() -> None:
    def spoil(record: dict[str, Any]) -> None:
        record["body"]["revisions"][0]["content"]["results"] = "\u202e"
        record["body"]["revisions"][1]["content"]["issues"] = 5
        record["body"]["revisions"][2]["moment"] = None
        record["body"]["late"] = "no"
        record["sequence"] = None

    told = [each.place for each in problem(opened, spoilt("return", spoil)).problems]
    assert sorted(told) == sorted(
        ["通番", "期限後の印", "1件目の回答の今回の実績", "2件目の回答の課題", "3件目の回答の日時"]
    )


def test_a_place_is_named_as_people_count() -> None:
    def spoil(record: dict[str, Any]) -> None:
        rows = record["body"]["revisions"]
        rows.append({**rows[0], "content": {**rows[0]["content"], "results": "あ\x07"}})

    (found,) = problem(opened, spoilt("return", spoil)).problems
    assert found.place == "4件目の回答の今回の実績"
    assert problem_words(found).startswith("2文字目に使えない文字（U+0007）があります。")


@pytest.mark.parametrize("kind", ["return", "reply", "receipt", "inquiry", "plan"])
def test_a_field_that_nobody_knows_comes_from_a_newer_program(kind: PackageKind) -> None:
    refusal = problem(opened, spoilt(kind, put("body.更新", 1)))
    assert [each.code for each in refusal.problems] == ["package.newer_field"]
    assert "新しい版" in problem_words(refusal.problems[0])


@pytest.mark.parametrize("path", ["database", "head.town", f"{ROW}.content.private_memo", f"{ROW}.target", "body.late"])
def test_no_key_may_be_missing(path: str) -> None:
    def spoil(record: dict[str, Any]) -> None:
        *way, last = path.split(".")
        inner: Any = record
        for step in way:
            inner = inner[int(step)] if step.isdigit() else inner[step]
        del inner[last]

    assert len(problem(opened, spoilt("return", spoil)).problems) == 1


def test_a_later_format_is_a_newer_program() -> None:
    refusal = problem(opened, spoilt("reply", put("format", 2)))
    assert refusal.code == "package.newer"
    assert "形式2" in problem_words(refusal)


def test_nothing_stands_twice() -> None:
    def doubled(name: str) -> Spoil:
        return lambda record: record["body"][name].append(record["body"][name][0])

    for kind, name, place in (
        ("return", "revisions", "回答"),
        ("return", "reviews", "確認の記録"),
        ("inquiry", "slots", "回答票"),
        ("inquiry", "actions", "宿題"),
        ("inquiry", "departments", "課"),
    ):
        assert place in [each.place for each in problem(opened, spoilt(kind, doubled(name))).problems]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('"format":1', '"format":1,"format":1'),
        ('"late":false', '"late":true,"late":false'),
        ('"body":{', '"body":{},"body":{'),
        ('"sequence":4', '"sequence":4.0'),
        ('"sequence":4', '"sequence":4e0'),
        ('"sequence":4', '"sequence":NaN'),
        ('"sequence":4', '"sequence":-Infinity'),
        ('"sequence":4', '"sequence":' + "4" * 5_000),
        ('"sequence":4', '"sequence": 4'),
        ('"late":false', '"late":false '),
        ("窓口を6回", "\\u7a93口を6回"),
        ("窓口を6回", "\\ud800"),
        ('"status":"ok"', '"status":"ok\\ud83d"'),
        ('"late":false', '"\\udfff":1,"late":false'),
        ("開いた。", "開いた。\\r\\n"),
        ("開いた。", "開いた。\\t"),
        ('"kind":"return"', '"kind":"\\u0072eturn"'),
        ('"late":false', '"late":' + "[" * 100_000),
        ('"late":false', '"late":' + '{"a":' * 50_000),
    ],
)
def test_what_is_signed_has_one_writing_only(before: str, after: str) -> None:
    text = canonical(record_of("return"))
    assert before in text
    refusal = problem(opened, signed("return", text.replace(before, after, 1).encode("utf-8")))
    assert refusal.code == "package.invalid"
    assert refusal.problems


def test_an_order_of_keys_or_ids_that_is_not_ours_is_refused() -> None:
    record = record_of("return")
    turned = dict(reversed(record.items()))
    text = canonical(turned)
    assert text == canonical(record)
    other = json.dumps(turned, ensure_ascii=False, separators=(",", ":"))
    assert problem(opened, signed("return", other.encode("utf-8"))).problems[0].place == "中身"
    parents = [f"{each:064x}" for each in (2, 1)]
    refusal = problem(opened, spoilt("return", put(f"{ROW}.parents", parents)))
    assert [each.place for each in refusal.problems] == ["中身"]


def with_settings(**changed: object) -> bytes:
    """A 照会 whose settings say something else too."""
    content = canonical({**json.loads(SETTINGS_CONTENT), **changed})

    def put_in(record: dict[str, Any]) -> None:
        record["body"]["settings"][0]["content"] = content
        for cycle in record["body"]["cycles"]:
            cycle["settings_revision"] = digest_of(content)

    return spoilt("inquiry", put_in)


@pytest.mark.parametrize(
    "days",
    [{"minutes_days": 30}, {"gist_days": None, "minutes_days": None}, {"directions": ["続ける", "やめる"]}],
    ids=str,
)
def test_settings_may_say_what_older_ones_do_not(days: dict[str, object]) -> None:
    assert opened(with_settings(**days))


@pytest.mark.parametrize(
    "wrong",
    [
        {"minutes_days": "30"},
        {"gist_days": 0},
        {"gist_days": [2]},
        {"hours": 1},
        {"directions": "拡充"},
        {"directions": ["拡充"]},
    ],
    ids=str,
)
def test_settings_with_other_days_or_words_are_told(wrong: dict[str, object]) -> None:
    assert "1件目の設定" in [each.place for each in problem(opened, with_settings(**wrong)).problems]
