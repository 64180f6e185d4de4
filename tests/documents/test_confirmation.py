"""確認票: every unit of a department with what was written, room for seals, nothing private."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dxdesk.documents.confirmation import compose_confirmation
from dxdesk.documents.page import FRAME_T
from dxdesk.domain.letters import AskedUnit, Confirmation, WrittenUnit
from dxdesk.domain.replies import Answer
from dxdesk.domain.settings import Settings
from tests.documents.page_checks import check_golden, outside, overlapping, smallest
from tests.documents.reading import page_texts, picture, word_boxes
from tests.documents.sample_boards import ISSUES, MADE, MEMO, NEXT, RESULTS
from tests.documents.sample_letters import ABOUT, HEAD, TRADE

ANSWER = Answer(status="warn", stage="study", results=RESULTS, issues=ISSUES, next=NEXT)
ASKING = replace(ANSWER, status="late", issues=None, ask="順番を変えてよいか", private_memo=MEMO, to_secretariat=MEMO)
UNITS = (
    WrittenUnit(TRADE.units[0], ANSWER, unsent=True),
    WrittenUnit(TRADE.units[1], ASKING, confirmed="課長　山田 一（R7.1.28）"),
    WrittenUnit(TRADE.units[2], None, conflict=True),
    WrittenUnit(TRADE.units[3], None),
)


def printed(*units: WrittenUnit, name: str = "商工観光課") -> bytes:
    return compose_confirmation([Confirmation(name, units, "今野 春子")], HEAD, ABOUT, Settings(), made=MADE).pdf


def test_the_sheet_looks_as_it_was_agreed() -> None:
    pdf = printed(*UNITS)
    check_golden("confirmation", pdf)
    assert outside(pdf, FRAME_T) == []
    assert overlapping(pdf) == []
    assert smallest(pdf) >= 7.5


def test_seals_boxes_and_the_state_of_every_unit_are_there() -> None:
    (text,) = page_texts(printed(*UNITS))
    assert "決裁欄" in text
    assert "課長課長補佐係長担当" in text
    assert "回答2／4件" in text
    assert text.count("このとおり提出する") == 1
    assert "確認済み課長山田一（R7.1.28）" in text
    assert "くいちがいがあります。" in text
    assert "未回答回答がありません。" in text
    assert text.count("未回答") == 1
    assert "決めてほしいこと順番を変えてよいか" in text


def test_nothing_private_is_printed() -> None:
    assert MEMO not in "".join(page_texts(printed(*UNITS)))


def test_every_department_begins_on_a_new_page_under_its_own_name() -> None:
    both = [Confirmation("税務課", UNITS[:1]), Confirmation("商工観光課", UNITS)]
    first, second = page_texts(compose_confirmation(both, HEAD, ABOUT, Settings(), made=MADE).pdf)
    assert "税務課" in first
    assert "商工観光課" not in first
    assert "商工観光課" in second


@pytest.mark.parametrize("count", range(1, 14))
def test_the_place_to_sign_never_stands_alone(count: int) -> None:
    units = tuple(WrittenUnit(AskedUnit(str(at), "窓口の改善", "main"), ANSWER) for at in range(1, count + 1))
    pages = page_texts(printed(*units))
    assert "所属長確認" in pages[-1]
    assert "窓口の改善" in pages[-1]
    assert all("商工観光課" in page for page in pages)
    assert all("進捗状況確認票（続き）" in page for page in pages[1:])


def test_ten_units_are_set_closer_on_two_pages_and_a_few_as_wide_as_ever() -> None:
    units = tuple(WrittenUnit(AskedUnit(str(at), "窓口の改善", "main"), ANSWER) for at in range(1, 11))
    assert [page.count("窓口の改善") for page in page_texts(printed(*units))] == [5, 5]
    head = next(box for box in word_boxes(printed(*units[:2])) if box[2] > 65.0)
    close = next(box for box in word_boxes(printed(*units)) if box[2] > 65.0)
    assert head[2] - close[2] == pytest.approx(1.8, abs=0.1)


def test_no_hatch_stands_between_the_words_of_who_has_not_answered() -> None:
    pdf = printed(WrittenUnit(TRADE.units[3], None))
    boxes = word_boxes(pdf)
    at = "".join(box[0] for box in boxes).index("未回答回答がありません。")
    (_, _, top, left, below), (_, right, *_) = boxes[at + 2 : at + 4]
    dots = 100 / 25.4
    gap = picture(pdf).crop((int(left * dots) + 1, int(top * dots), int(right * dots), int(below * dots)))
    assert gap.getextrema() == (255, 255)


TEXTS = st.one_of(st.none(), st.text("あ漢字、。「」\nAB<b>&", min_size=1, max_size=800))


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(TEXTS, TEXTS, TEXTS), min_size=1, max_size=5))
def test_texts_of_any_length_stay_in_the_frame(texts: list[tuple[str | None, str | None, str | None]]) -> None:
    units = tuple(
        WrittenUnit(TRADE.units[0], replace(ANSWER, results=results, issues=issues, ask=ask))
        for results, issues, ask in texts
    )
    pdf = printed(*units, name="総務課" * 12)
    assert outside(pdf, FRAME_T) == []
    assert overlapping(pdf) == []


def test_a_text_longer_than_a_page_goes_on_on_the_next() -> None:
    pages = page_texts(printed(WrittenUnit(TRADE.units[0], replace(ANSWER, results="あいうえお\n" * 99 + "終わり"))))
    assert len(pages) > 1
    assert "終わり" in "".join(pages)
    assert all("キャッシュレス決済の導入" in page for page in pages)
