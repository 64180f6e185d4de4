"""変更通知: the departments are told what was changed in the plan."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from dxdesk.documents.change_notice import ChangeNotice, compose_change_notice
from dxdesk.documents.letter import letter_frame
from dxdesk.domain.plan_changes import PlanChange
from dxdesk.domain.settings import Settings
from tests.documents.page_checks import check_golden, outside, overlapping, smallest
from tests.documents.reading import page_texts, word_boxes
from tests.documents.sample_letters import HEAD
from tests.documents.sample_towns import OTHER

CHANGES = (
    PlanChange("2", "キャッシュレス決済の導入", "name", "キャッシュレス決済", "キャッシュレス決済の導入"),
    PlanChange("2", "キャッシュレス決済の導入", "content", "導入を検討する。", "窓口に導入し、検証する。"),
    PlanChange("6", "自治体情報システムの標準化・共通化", "owners", "町民生活課", "町民生活課・総務課"),
    PlanChange("6", "自治体情報システムの標準化・共通化", "schedule", "", "令和8年度まで"),
    PlanChange("14", "生成AIの活用", "added", "", "生成AIの活用"),
    PlanChange("9", "テレワークの推進", "removed", "テレワークの推進", ""),
)


def notice(settings: Settings, changes: tuple[PlanChange, ...] = CHANGES) -> ChangeNotice:
    return ChangeNotice(HEAD, 1, 2, None, "令和7年3月改訂", changes, settings, date(2025, 3, 25))


@pytest.mark.parametrize(("name", "settings"), [("", Settings()), ("_other_town", Settings(paper=OTHER))])
def test_the_notice_looks_as_it_was_agreed(name: str, settings: Settings) -> None:
    pdf = compose_change_notice(notice(settings)).pdf
    check_golden(f"change_notice{name}", pdf)
    assert outside(pdf, letter_frame(settings)) == []
    assert overlapping(pdf) == []
    assert smallest(pdf) >= 7.5
    assert compose_change_notice(notice(settings)).pdf == pdf


def test_a_name_is_broken_between_its_phrases() -> None:
    boxes = word_boxes(compose_change_notice(notice(Settings())).pdf, 1)
    words = "キャッシュレス決済"
    name = [each for each in boxes if 38 < each[1] < 76]
    found = [at for at in range(len(name)) if "".join(each[0] for each in name[at : at + len(words)]) == words]
    assert found
    assert all(abs(name[at][4] - name[at + len(words) - 1][4]) < 1.0 for at in found)


def test_what_is_new_and_what_is_gone_say_so_on_the_other_side() -> None:
    letter, annex = page_texts(compose_change_notice(notice(Settings())).pdf)
    assert "第1版から第2版（令和7年3月改訂）へ" in letter
    assert "4取組、6件（別紙1のとおり）" in letter
    assert "追加（新設）生成AIの活用" in annex
    assert "廃止テレワークの推進（削る）" in annex
    assert "期間変更（なし）令和8年度まで" in annex


@pytest.mark.parametrize("count", [1, 40])
def test_many_long_changes_go_on_over_pages_with_their_heads(count: int) -> None:
    long = "情報を整理して、関係する課と調整する。" * 12
    changes = tuple(
        replace(CHANGES[1], number=str(at), name=f"取組{at}", before=long, after=long[:-20]) for at in range(count)
    )
    pdf = compose_change_notice(notice(Settings(), changes)).pdf
    _, *annex = page_texts(pdf)
    assert all("番号取組種類変更前変更後" in page for page in annex)
    assert overlapping(pdf) == []
    assert outside(pdf, letter_frame(Settings())) == []
