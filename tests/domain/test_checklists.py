"""Checklists that follow from a department's units or a unit's kind."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from dxdesk import paths
from dxdesk.domain.checklists import (
    CheckedUnit,
    CheckItem,
    Checklist,
    action_checklist,
    checked_unit,
    checklist_from,
    checklists_from,
    own_answer,
    spoken_code,
    submission_checklist,
)
from dxdesk.domain.merge import EMPTY, UnitView
from dxdesk.domain.replies import Answer, Author, Revision
from dxdesk.domain.settings import Settings
from dxdesk.wording.screen import NOTHING_MOVED
from tests.documents.sample_boards import PLANS, load_plan, scene

SETTINGS = Settings()


def shipped() -> dict[str, Checklist]:
    path = paths.data_root() / "database" / "reference" / "checklists.json"
    return checklists_from(json.loads(path.read_text(encoding="utf-8")))


def unit(**changes: object) -> CheckedUnit:
    """A unit that is on track, was so last time, and asked of one department."""
    card = scene("ogawara").board.cards[0]
    plain = replace(
        card,
        number="3",
        short_name="手続ガイドライン",
        status="ok",
        previous_status="ok",
        departments=("町民生活課",),
        assigned=1,
        discuss="none",
        agenda_number=None,
    )
    return CheckedUnit(replace(plain, **changes))  # type: ignore[arg-type]


def made(*units: CheckedUnit, department: str = "町民生活課") -> list[CheckItem]:
    return list(submission_checklist(shipped()["submission"], department, units, SETTINGS).items)


def own(*units: CheckedUnit) -> list[str]:
    """The texts that follow from units, without the common rows."""
    common = {item.text for item in shipped()["submission"].items}
    return [item.text for item in made(*units)[1:] if item.text not in common]


def test_the_shipped_forms_are_read_with_their_items() -> None:
    found = shipped()
    assert {each.form: each.mark for each in found.values()} == {
        "C1": "task", "C2": "check", "C3": "task", "C4": "check", "C5": "task", "C6": "task", "C7": "task",
    }  # fmt: skip
    assert [each.form for each in found.values() if each.keeper == "department"] == ["C2", "C3", "C4"]
    assert all(each.items for each in found.values())


def test_a_record_without_its_items_is_refused() -> None:
    with pytest.raises(KeyError):
        checklist_from({"id": "x", "form": "C1", "title": "点検表", "edition": "第1版", "mark": "task"})


def test_sections_keep_their_order_and_hold_neighbours_together() -> None:
    items = tuple(CheckItem(section, str(at), None) for at, section in enumerate("甲甲乙甲"))
    checklist = Checklist("x", "C9", "点検表", "第1版", "check", items)
    assert [(section, len(rows)) for section, rows in checklist.sections()] == [("甲", 2), ("乙", 1), ("甲", 1)]


def test_without_units_the_common_rows_stay_as_they_are() -> None:
    assert tuple(made()) == shipped()["submission"].items


def test_the_first_row_names_few_units_and_counts_many() -> None:
    assert made(unit(), unit(number="4"))[0].text == "照会された2取組（3番・4番）のすべてに回答した。"
    assert made(*[unit(number=str(at)) for at in range(1, 8)])[0].text == "照会された7取組のすべてに回答した。"


def test_a_late_unit_asks_for_reason_and_measures() -> None:
    assert own(unit(status="late")) == ["「遅れ」の理由と対応策を書いた。"]


@pytest.mark.parametrize("changes", [{"status": "warn"}, {"previous_status": "late"}, {"previous_status": "warn"}])
def test_a_unit_that_might_be_late_asks_in_case_it_is(changes: dict[str, object]) -> None:
    assert own(unit(**changes)) == ["「遅れ」「要注意」のときは、理由と対応策を書いた。"]


def test_the_towns_own_words_stand_in_the_rows() -> None:
    settings = Settings(status_words={**SETTINGS.status_words, "late": "C 遅延"})
    items = submission_checklist(shipped()["submission"], "町民生活課", [unit(status="late")], settings).items
    assert "「C 遅延」の理由と対応策を書いた。" in [item.text for item in items]


def test_one_other_department_is_named_and_several_are_not() -> None:
    two = unit(departments=("町民生活課", "政策企画課"), assigned=2)
    assert own(two) == ["政策企画課と回答の内容をそろえた。"]
    three = unit(departments=("町民生活課", "政策企画課", "商工観光課"), assigned=3)
    assert own(three) == ["関係する課の意見を聴いた。"]


def test_many_units_of_several_departments_share_one_row() -> None:
    units = [unit(number=str(at), departments=("町民生活課", "政策企画課"), assigned=2) for at in range(8)]
    texts = own(*units)
    assert texts.count("関係する課がある取組は、その意見を聴いた。") == 1
    assert "政策企画課と回答の内容をそろえた。" not in texts


def test_indicators_ask_for_day_and_source() -> None:
    one = replace(unit(), indicators=("オンライン申請件数",))
    assert own(one) == ["「オンライン申請件数」に時点と出典を付けた。"]
    assert own(replace(one, indicators=("申請件数", "満足度"))) == ["指標2件に時点と出典を付けた。"]
    assert own(replace(one, indicators=("長い名前の指標" * 8,))) == ["指標1件に時点と出典を付けた。"]


@pytest.mark.parametrize("changes", [{"discuss": "decide"}, {"agenda_number": 2}])
def test_what_is_to_be_discussed_asks_what_to_decide(changes: dict[str, object]) -> None:
    assert own(unit(**changes)) == ["「決めてほしいこと」を60字以内で書いた。"]


def test_a_unit_only_studied_asks_when_it_will_end() -> None:
    plan = load_plan("otaki")
    cards = {card.code: card for card in scene("otaki").board.cards}
    assert checked_unit(plan, cards["検討-1"]).study
    assert not checked_unit(plan, cards["重点-1"]).study
    assert "検討の結論をいつ出すか書いた。" in own(checked_unit(plan, cards["検討-1"]))


def test_the_form_follows_what_the_department_itself_said() -> None:
    found = scene("ogawara", departments=2)
    late = next(card for card in found.board.cards if card.status == "late")
    silent, plain = "「遅れ」の理由と対応策を書いた。", replace(late, previous_status=None, agenda_number=None)
    assert silent in own(checked_unit(found.plan, plain))
    assert silent not in own(checked_unit(found.plan, plain, Answer(status="ok")))
    assert silent in own(checked_unit(found.plan, replace(plain, status="ok"), Answer(status="late")))
    decide = Answer(status="ok", discuss="decide")
    assert "「決めてほしいこと」を60字以内で書いた。" in own(checked_unit(found.plan, plain, decide))


def revision(**changes: object) -> Revision:
    author = Author("liaison", "d1", "見本")
    plain = Revision("answer", "c", "u", "d1", (), Answer(status="ok"), author, "2025-01-20T01:00:00+00:00")
    return replace(plain, **changes)  # type: ignore[arg-type]


def test_the_newest_answer_of_a_department_is_its_own_whether_it_counts_yet_or_not() -> None:
    counted, newer = revision(), revision(answer=Answer(status="late"))
    slot = replace(EMPTY, state="submitted", heads=(newer,), counted=counted)
    view = UnitView("u", "ok", None, counted, {"d1": counted}, {"d1": slot}, EMPTY)
    assert own_answer(view, "d1") == newer.answer
    assert own_answer(view, "d2") is None
    two = replace(slot, heads=(newer, revision(answer=Answer(status="done"))))
    assert own_answer(replace(view, slots={"d1": two}), "d1") == counted.answer
    assert own_answer(replace(view, slots={}), "d1") == counted.answer
    withdrawn = replace(slot, heads=(revision(kind="withdraw", answer=None),), counted=None)
    assert own_answer(replace(view, answers={"d1": None}, slots={"d1": withdrawn}), "d1") is None


def test_units_from_which_nothing_follows_share_one_row() -> None:
    items = made(unit(status="late"), unit(number="4"), unit(number="5"))
    found = [item for item in items if item.section.startswith("そのほかの")]
    assert [(item.section, item.text) for item in found] == [("そのほかの\n2取組", "「次にすること」に時期を書いた。")]


def test_own_rows_stand_after_the_first_section_and_before_the_others() -> None:
    sections = list(dict.fromkeys(item.section for item in made(unit(status="late"))))
    assert sections == ["全体", "3番\n手続ガイドライン\n（前回 順調）", "書き方", "提出"]


@pytest.mark.parametrize("name", PLANS)
def test_no_row_is_longer_than_two_lines_of_its_column(name: str) -> None:
    found = scene(name, departments=3)
    units = [checked_unit(found.plan, card) for card in found.board.cards]
    assert all(len(item.text) <= 42 for item in made(*units, department="総務課"))


def test_actions_are_those_of_the_units_national_items() -> None:
    plan = load_plan("ogawara")
    found = action_checklist(shipped()["action"], plan, plan.unit("6"))
    assert [section for section, _ in found.sections()] == ["共通", "標準化"]
    assert found.subject == "6　標準化・共通化"
    many = load_plan("kahoku")
    assert action_checklist(shipped()["action"], many, many.units[4]).subject.startswith("行政-1　")


def test_a_unit_without_national_item_keeps_the_common_actions() -> None:
    plan = replace(load_plan("ogawara"), crosswalk=())
    found = action_checklist(shipped()["action"], plan, plan.unit("6"))
    assert [section for section, _ in found.sections()] == ["共通"]


def test_a_code_is_spoken_as_a_number_where_it_is_one() -> None:
    cards = {card.code: card for name in ("ogawara", "miharu", "kahoku") for card in scene(name).board.cards}
    assert spoken_code(cards["3"]) == "3番"
    assert spoken_code(cards["MEGO-1-1"]) == "1-1"
    assert spoken_code(cards["住民-1"]) == "住民-1"


def test_the_form_asks_for_the_word_that_the_screen_offers() -> None:
    texts = [item.text for each in shipped().values() for item in each.items]
    assert f"動きのない取組は「{NOTHING_MOVED}」と書いた。" in texts


def test_a_cycle_that_asks_about_the_next_year_has_a_row_for_it() -> None:
    base, units = shipped()["submission"], [unit(status="ok")]
    asked = submission_checklist(base, "町民生活課", units, SETTINGS, next_year=True).items
    assert [each.text for each in asked if "次年度" in each.text] == ["次年度の方向性と予算を確かめた。"]
    assert len(asked) == len(made(*units)) + 1
