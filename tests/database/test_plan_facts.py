"""Facts of the five towns' texts, as short as they stand there: numbers, years, names, wordings."""

from collections import Counter
from functools import cache

import pytest

from dxdesk.domain.plan_parts import Schedule
from dxdesk.domain.plans import Node, Plan
from dxdesk.exchange.plan_pack import read_pack
from tests.plan_samples import shipped


@cache
def plan(town: str) -> Plan:
    return read_pack(shipped(town), f"{town}.json")


def unit(town: str, code: str) -> Node:
    return plan(town).unit(code)


def lines(town: str, code: str) -> list[tuple[str, Schedule | None]]:
    return [(each.name, each.schedule) for each in plan(town).activities(unit(town, code))]


def wordings(town: str, code: str) -> list[str | None]:
    return [schedule.wording if schedule else None for _, schedule in lines(town, code)]


def years(town: str, code: str) -> list[tuple[str, int | None, int | None]]:
    return [(each.kind, each.from_, each.to) for _, each in lines(town, code) if each]


def parent_codes(town: str) -> Counter[str | None]:
    of = plan(town)
    return Counter(of.by_id[node.parent].code for node in of.units if node.parent)


def owners(town: str, code: str) -> list[str]:
    return [each.name for each in unit(town, code).owners]


def values(town: str) -> set[tuple[str, str | None]]:
    return {(each.value, each.as_of) for each in plan(town).figures}


def term(town: str, name: str) -> str:
    return next(each.definition for each in plan(town).terms if each.term == name)


# --- 大河原町 ---------------------------------------------------------------------------------------------------

OGAWARA_NAMES = (
    *("行政手続のオンライン化", "キャッシュレス決済の導入", "手続ガイドラインの導入", "マイナンバーカードの普及促進"),
    *("情報発信の拡充", "自治体情報システムの標準化・共通化", "情報セキュリティ対策の徹底", "ペーパーレス化の推進"),
    *("電子決裁・電子文書管理", "AI・RPAの利活用促進", "デジタル・デバイド対策", "公共施設Wi-Fiの導入"),
    "産学官連携による地域活性化",
)


def test_ogawara_has_three_axes_of_five_five_and_three() -> None:
    assert [node.name for node in plan("ogawara").units] == list(OGAWARA_NAMES)
    assert parent_codes("ogawara") == {"住民": 5, "行政組織": 5, "地域": 3}
    assert [node.label for node in plan("ogawara").units] == [f"({number})" for number in range(1, 14)]


@pytest.mark.parametrize(
    ("code", "names"),
    [
        *((code, ["関係課"]) for code in ("1", "2", "6")),
        *((code, ["全庁"]) for code in ("3", "5", "8", "9", "10", "12")),
        ("4", ["町民生活課", "政策企画課"]),
        ("7", ["政策企画課"]),
        ("11", ["政策企画課"]),
        ("13", ["政策企画課", "商工観光課"]),
    ],
)
def test_ogawara_names_who_carries_each_item(code: str, names: list[str]) -> None:
    assert owners("ogawara", code) == names


def test_ogawara_moves_to_standard_systems_year_by_year() -> None:
    assert years("ogawara", "6") == [
        *[("year", 2023, 2023)] * 3,
        ("year", 2024, 2024),
        ("year", 2025, 2025),
    ]
    assert [name for name, _ in lines("ogawara", "6")] == [
        *("Fit&Gapの実施", "文字同定作業の実施", "移行計画の作成"),
        *("Fit&Gap結果分析及び運用方法の検討", "標準準拠システムへ移行完了"),
    ]


def test_ogawara_trains_for_the_home_page_every_other_year_from_2023() -> None:
    assert years("ogawara", "5") == [("start", 2023, None), ("alternate", 2023, None)]
    assert wordings("ogawara", "5") == [None, "隔年開催"]


def test_ogawara_writes_security_in_the_column_of_2024() -> None:
    assert years("ogawara", "7") == [("start", 2024, None), ("start", 2024, None)]


def test_ogawara_meets_about_twice_a_year_on_four_standing_items() -> None:
    (body,) = plan("ogawara").bodies
    assert body.name == "デジタル化推進員会議"
    assert body.rhythm is not None
    assert (body.rhythm.per_year, body.rhythm.wording) == (2, "年2回程度")
    assert len(body.standing_items) == 4


def test_ogawara_counts_65_percent_31_procedures_and_20_tasks() -> None:
    assert values("ogawara") == {("65%程度", None), ("31手続", None), ("20業務", None)}


def test_ogawara_shows_six_themes_as_of_march_2023() -> None:
    assert {each.as_of for each in plan("ogawara").history} == {"令和5年3月"}
    assert {each.title: each.detail for each in plan("ogawara").history}["AI・RPAの利用促進"] == "勉強会の開催"


def test_ogawara_lost_which_items_are_marked() -> None:
    (mark,) = plan("ogawara").marks
    assert (mark.key, mark.label, mark.known) == ("priority", "重", False)
    assert not any(node.marks for node in plan("ogawara").nodes)


def test_ogawara_works_by_pdca_and_ooda_and_looks_at_all_again_at_the_end_of_2025() -> None:
    assert [each.key for each in plan("ogawara").method] == ["pdca", "ooda", "review"]
    assert "令和7年度末" in plan("ogawara").method[2].wording


def test_ogawara_has_eight_footnotes() -> None:
    names = ["AI", "ロボティクス", "RPA", "Sustainable", "Well-being", "QRコード", "Fit&Gap", "サテライトオフィス勤務"]
    assert [each.term for each in plan("ogawara").terms] == names
    assert "デンソーウェーブ" in term("ogawara", "QRコード")


# --- 大多喜町 ---------------------------------------------------------------------------------------------------


def test_otaki_has_eight_items_to_do_and_three_to_study() -> None:
    assert parent_codes("otaki") == {"重点": 8, "検討": 3}
    studied = [node.code for node in plan("otaki").units if plan("otaki").marked(node, "study")]
    assert studied == ["検討-1", "検討-2", "検討-3"]
    assert [node.label for node in plan("otaki").units] == [str(n) for n in (*range(1, 9), *range(1, 4))]


def test_otaki_has_one_line_that_hangs_on_the_plan_itself() -> None:
    (line,) = [node for node in plan("otaki").of_role("activity") if node.parent is None]
    assert "大多喜町情報化推進委員会" in line.name
    assert line.schedule is not None
    assert (line.schedule.kind, line.schedule.from_, line.schedule.wording) == ("anytime", 2023, "令和5年度～随時実施")


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("重点-1", ["随時継続的に実施", "令和5年度～実施", "令和5年度～実施", "令和6年度～実施"]),
        ("重点-2", ["毎年"]),
        ("重点-3", ["毎年", "随時"]),
        ("重点-4", ["毎年"]),
        ("重点-5", ["随時実施", "令和6年度～実施", "令和6年度～実施"]),
        ("重点-6", ["随時", "関係課・ベンダと協議を行った上で令和7年度末までに移行"]),
        ("重点-7", ["随時"]),
        ("重点-8", ["随時"]),
        ("検討-1", []),
        ("検討-2", []),
        ("検討-3", []),
    ],
)
def test_otaki_says_when_in_its_own_words(code: str, expected: list[str]) -> None:
    assert wordings("otaki", code) == expected


def test_otaki_moves_its_systems_by_the_end_of_2025_on_a_condition() -> None:
    schedule = lines("otaki", "重点-6")[1][1]
    assert schedule is not None
    assert (schedule.kind, schedule.to) == ("conditional", 2025)
    assert schedule.condition == "関係課・ベンダと協議を行った上で"
    whole = unit("otaki", "重点-6").schedule
    assert whole is not None
    assert (whole.kind, whole.to, whole.wording) == ("deadline", 2025, "令和7年度までに")


def test_otaki_has_one_line_of_three_steps() -> None:
    stepped = [node for node in plan("otaki").nodes if node.steps]
    assert [len(node.steps) for node in stepped] == [3]


def test_otaki_cites_twelve_numbered_terms_and_five_ideas() -> None:
    assert [each.number for each in plan("otaki").terms] == [f"※{number}" for number in range(1, 13)]
    assert len(plan("otaki").philosophies) == 5
    cited = str([each.text for each in plan("otaki").texts]) + str(plan("otaki").nodes)
    assert all(f"【※{number}】" in cited for number in range(1, 13))


def test_otaki_is_led_by_the_vice_mayor_as_cio_and_ciso() -> None:
    chair = plan("otaki").roles[0]
    assert (chair.name, chair.holder, chair.titles) == ("委員長", "副町長", ("CIO", "CISO"))
    committee, team = plan("otaki").bodies
    assert (committee.name, committee.secretariat) == ("大多喜町情報化推進委員会", "総務課")
    assert team.reports_to == committee.id


def test_otaki_and_kaminokawa_count_tasks_differently() -> None:
    assert values("otaki") == {("20業務", "令和4年1月4日")}
    assert values("kaminokawa") == {("17業務", None)}


# --- 上三川町 ---------------------------------------------------------------------------------------------------


def test_kaminokawa_has_three_policies_of_three_four_and_one() -> None:
    assert parent_codes("kaminokawa") == {"1": 3, "2": 4, "3": 1}
    axes = plan("kaminokawa").of_role("axis")
    assert [(node.label, node.name) for node in axes] == [
        ("(1)", "町民サービスの利便性向上"),
        ("(2)", "行政の業務効率化"),
        ("(3)", "セキュリティの確保"),
    ]
    assert unit("kaminokawa", "2-4").name == "デジタル原則に基づく条例等の点検、見直し"
    assert [node.label for node in plan("kaminokawa").units] == [None] * 8


def test_kaminokawa_has_a_committee_of_three_kinds_of_decision() -> None:
    assert plan("kaminokawa").bodies[0].decision_kinds == ("推進方針", "重要施策の方向性", "具体的な取組み")
    assert [each.key for each in plan("kaminokawa").method] == ["ooda", "review"]
    chief, member = plan("kaminokawa").roles
    assert (chief.holder, chief.titles) == ("副町長", ("CIO",))
    assert (member.name, member.per, len(member.duties)) == ("DX推進協力員", "所属", 2)


def test_kaminokawa_goes_three_steps() -> None:
    (scheme,) = plan("kaminokawa").schemes
    assert [each.value for each in scheme.values] == ["デジタイゼーション", "デジタライゼーション", "DX"]
    contact = next(each.text for each in plan("kaminokawa").texts if each.heading == "連絡先")
    assert "0285-56-9188" in contact


# --- 三春町 -----------------------------------------------------------------------------------------------------


def test_miharu_has_two_fields_nine_mego_and_25_items() -> None:
    of = plan("miharu")
    assert [(node.code, len(of.children[node.id])) for node in of.of_role("group")] == [("行政", 3), ("まち", 6)]
    assert [node.code for node in of.of_role("axis")] == [f"MEGO-{number}" for number in range(1, 10)]
    tens = Counter(of.path(node)[0].code for node in of.units)
    assert tens == {"行政": 10, "まち": 15}


def test_miharu_tags_mego_4_to_9_with_24_fields() -> None:
    tags = {node.code: [tag.value for tag in node.tags] for node in plan("miharu").nodes if node.tags}
    sizes = {code: len(found) for code, found in tags.items()}
    assert sizes == {"MEGO-4": 2, "MEGO-5": 5, "MEGO-6": 5, "MEGO-7": 4, "MEGO-8": 5, "MEGO-9": 3}
    assert len({tag for found in tags.values() for tag in found}) == 24
    assert tags["MEGO-7"] == ["健康づくり", "地域医療", "高齢者福祉", "障がい者福祉"]


def test_miharu_has_headquarters_above_its_committee() -> None:
    headquarters, committee = plan("miharu").bodies
    assert (headquarters.name, committee.name) == ("DX推進本部", "DX推進委員会")
    assert committee.reports_to == headquarters.id
    assert committee.secretariat == "総務課文書情報グループ"
    assert [each.key for each in plan("miharu").method][:2] == ["pdca", "ooda"]
    assert next(each.holder for each in plan("miharu").roles if each.name == "推進本部長") == "副町長"


def test_miharu_takes_the_item_on_eltax_from_the_version_that_has_it() -> None:
    rows = [row for row in plan("miharu").crosswalk if row.item == "N3"]
    assert [(row.node, row.version, row.confirmed) for row in rows] == [(unit("miharu", "MEGO-1-2").id, "2.3", False)]


# --- 河北町 -----------------------------------------------------------------------------------------------------


def test_kahoku_has_three_eyes_nine_fields_and_44_lines() -> None:
    of = plan("kahoku")
    assert parent_codes("kahoku") == {"住民": 4, "行政": 6, "地域": 4}
    fields = of.of_role("field")
    assert {of.by_id[node.parent or ""].code for node in fields} == {"地域-2"}
    assert len(fields) == 9
    in_fields = sum(len(of.children[node.id]) for node in fields)
    assert (in_fields, len(of.of_role("activity")) - in_fields) == (13, 31)


def test_kahoku_gives_every_item_a_direction_and_all_but_one_a_department() -> None:
    units = plan("kahoku").units
    assert sum(any(each.kind == "direction" for each in node.narrative) for node in units) == 14
    assert [node.code for node in units if not node.owners] == ["地域-2"]


@pytest.mark.parametrize(
    ("code", "names"),
    [
        *((code, ["全課"]) for code in ("住民-1", "行政-1", "行政-2", "行政-6", "地域-3")),
        ("住民-2", ["税務町民課", "健康福祉課", "会計課", "上下水道課"]),
        ("住民-3", ["税務町民課", "全課"]),
        ("住民-4", ["企画財政課", "全課"]),
        ("行政-3", ["総務課", "企画財政課"]),
        ("行政-4", ["企画財政課", "標準化・共通化対象システム所管課"]),
        ("行政-5", ["総務課", "企画財政課"]),
        ("地域-1", ["企画財政課"]),
        ("地域-4", ["企画財政課", "全課"]),
    ],
)
def test_kahoku_names_who_carries_each_item(code: str, names: list[str]) -> None:
    assert owners("kahoku", code) == names


def test_kahoku_tells_19_things_done_in_three_buckets_13_of_them_in_detail() -> None:
    history = plan("kahoku").history
    assert Counter(each.bucket for each in history) == {"令和3年度以前": 5, "令和4年度": 5, "令和5年度": 9}
    assert sum(each.detail is not None for each in history) == 13


def test_kahoku_sorts_13_issues_into_three_places() -> None:
    groups = Counter(each.group for each in plan("kahoku").issues)
    assert groups == {"バックヤード": 6, "フロントヤード": 4, "河北町全体": 3}


def test_kahoku_gives_12_duties_to_8_roles() -> None:
    assert [(each.name, len(each.duties)) for each in plan("kahoku").roles] == [
        *(("町長", 1), ("副町長・教育長", 2), ("各課局長", 1), ("職員等", 2), ("研修所管係", 1)),
        *(("DX推進所管係", 2), ("DX推進チーム", 2), ("IT推進本部", 1)),
    ]


def test_kahoku_counts_its_procedures_tasks_and_answers() -> None:
    survey = "令和5年6月1日（木）～6月14日（水）"
    assert values("kahoku") >= {
        *(("415手続き", "令和4年度"), ("5業務", "令和5年度")),
        *(("152名", survey), ("109名", survey), ("71.7%", survey)),
    }


def test_kahoku_lost_its_goals_steps_and_kinds_of_people() -> None:
    assert {each.key: each.known for each in plan("kahoku").schemes} == {
        "sdgs": False,
        "stages": False,
        "talent": False,
    }
    assert not any(node.tags for node in plan("kahoku").nodes)


def test_kahoku_has_48_terms_in_six_tables() -> None:
    tables = Counter((each.source or "")[-6:] for each in plan("kahoku").terms)
    assert list(tables.values()) == [8, 9, 9, 7, 8, 7]
    assert [each.term for each in plan("kahoku").terms][-1] == "ローコード・ノーコードツール"
    assert "17のゴール" in term("kahoku", "SDGs")
    assert "169" in term("kahoku", "SDGs")
