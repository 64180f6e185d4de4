"""議事 on paper: the numbers of its items, what was said under which label, and the frame of a result."""

from __future__ import annotations

import itertools
from dataclasses import replace

import pytest

from dxdesk.documents.minutes import compose_minutes
from dxdesk.documents.minutes_parts import EM
from dxdesk.domain.meetings import Decision, Opinion, Remark
from dxdesk.domain.minutes import Block
from tests.documents.reading import page_texts, squeezed, texts, word_boxes
from tests.documents.test_minutes import HOSTILE, confirmed, paper, text_of
from tests.meeting_samples import RECORD, draft

OPINIONS = (Opinion("o1", 1, 2, "u6", "繁忙期を避けて移されたい。"), Opinion("o2", 2, 2, "u6", HOSTILE))


def test_the_frame_of_a_result_holds_the_words_of_the_decision_unless_they_are_withheld() -> None:
    words = "原案のとおり決定した。移行を2段階に分け、窓口の4業務を先に行う。"
    assert words in text_of(paper())
    blocks = tuple(replace(block, public=block.kind != "decision") for block in draft())
    assert "移行を2段階に" not in text_of(paper(version=confirmed(blocks)))
    same = (Decision("k", 1, 2, "u6", "approved", "原案のとおり決定した。"),)
    assert text_of(paper(replace(RECORD, decisions=same))).count("原案のとおり決定した。") == 2


def test_the_frame_of_a_result_holds_every_decision_about_the_item_in_order() -> None:
    twice = (
        Decision("k1", 1, 2, "u6", "approved", "4業務を先に行う。"),
        Decision("k2", 2, 2, "u6", "continued", "費用は次回に協議する。"),
    )
    record = replace(RECORD, decisions=twice)
    whole = text_of(paper(record, version=confirmed(draft(record))))
    assert "継続協議とした。原案決定：4業務を先に行う。継続協議：費用は次回に協議する。" in whole
    blocks = tuple(replace(each, public=each.source != "k1") for each in draft(record))
    text = text_of(paper(record, version=confirmed(blocks)))
    assert "4業務を先に" not in text
    assert "継続協議：費用は次回に協議する。" in text


def test_an_answer_stands_on_the_page_of_its_question_and_with_the_result() -> None:
    asked = (
        Remark("q", 2, "税務課長", "question", "遅れを取り戻す見通しはあるか。"),
        Remark("a", 2, "事務局", "answer", "年度末までに追い付く予定である。"),
    )
    parted = set()
    for lines in range(8, 15):
        before = tuple(Remark(f"r{at}", 1, "総務課長", "opinion", f"意見{at}。") for at in range(lines))
        record = replace(RECORD, remarks=(*before, *asked), corrections=())
        pages = page_texts(compose_minutes(paper(record, version=confirmed(draft(record)))).pdf)
        (found,) = [at for at, page in enumerate(pages) if "見通しはあるか。" in page]
        assert "追い付く予定である。" in pages[found]
        parted.add(found)
    assert len(parted) > 1


def test_wishes_and_instructions_have_their_own_labels() -> None:
    remarks = (
        Remark("r1", 2, "総務課長", "question", "いつか。"),
        Remark("r2", 2, "税務課長", "opinion", "よい。"),
        Remark("r3", 2, "税務課長", "wish", "早めに。"),
        Remark("r4", 2, "渡邊　和夫", "instruction", "4月までに。"),
    )
    text = text_of(paper(replace(RECORD, remarks=remarks, corrections=())))
    assert (
        "イ質疑（総務課長）いつか。（税務課長）よい。ウ要望（税務課長）早めに。エ指示（委員長）4月までに。オ結果"
        in text
    )
    alone = text_of(paper(replace(RECORD, remarks=())))
    assert "イ修正（席上修正・総務課長）" in alone


def test_an_item_has_one_number_in_the_agenda_the_course_and_the_table() -> None:
    text = text_of(paper())
    assert "4協議（2）自治体" in text
    assert "（2）【協議】自治体" in text
    blocks = tuple(block for block in draft() if block.source != "i1")
    assert "（2）【協議】自治体" in text_of(paper(version=confirmed(blocks)))


def test_an_opinion_stands_under_the_result_and_in_the_gist_under_the_decision() -> None:
    record = replace(RECORD, opinions=OPINIONS)
    text = text_of(paper(record))
    assert "結果原案のとおり決定した。移行を2段階に分け、窓口の4業務を先に行う。" in text
    place = text.index("付帯意見繁忙期を避けて移されたい。")
    assert text.index("窓口の4業務を先に行う。") < place < text.index("手続ガイドラインの導入について", place)
    assert squeezed(HOSTILE) in text
    gist = text_of(paper(record, variant="gist"))
    assert "付帯意見：繁忙期を避けて移されたい。" in gist


@pytest.mark.parametrize("variant", ["full", "abstract", "gist", "public"])
def test_a_withheld_opinion_is_counted_and_nowhere_told(variant: str) -> None:
    record = replace(RECORD, opinions=OPINIONS[:1])
    blocks = tuple(replace(each, public=each.kind != "opinion" and each.public) for each in draft(record))
    found = paper(record, version=confirmed(blocks), variant=variant)
    assert "付帯意見1件" in text_of(found)
    assert "繁忙期" not in texts(compose_minutes(found).pdf)[0]


def test_the_decisions_name_their_kind_and_what_goes_to_the_council() -> None:
    decisions = (replace(RECORD.decisions[0], kind="重要施策の方向性", council=True), *RECORD.decisions[1:])
    text = text_of(paper(replace(RECORD, decisions=decisions)))
    assert "【重要施策の方向性】移行を2段階に分け" in text
    assert "庁議付議" in text
    assert "議題（2）は、庁議へ付議する。" in text


def test_two_papers_share_a_line_only_where_a_character_is_left_between_them() -> None:
    shared = set()
    for length, half in itertools.product(range(6, 14), ("", "1")):
        found = tuple(replace(each, text=f"資料{at}　{'雛' * length}{half}") for at, each in enumerate(handouts(), 1))
        others = tuple(each for each in draft() if each.kind != "handout")
        boxes = word_boxes(compose_minutes(paper(version=confirmed((*others, *found)))).pdf)
        names = [at for at, box in enumerate(boxes) if box[0] == "雛"]
        start = names[length] - len("資料2")
        first, second = boxes[start - 1], boxes[start]
        beside = abs(first[4] - second[4]) < 1
        shared.add(beside)
        assert not beside or second[1] - first[3] >= EM
    assert shared == {True, False}


def handouts() -> tuple[Block, ...]:
    return tuple(each for each in draft() if each.kind == "handout")[:2]
