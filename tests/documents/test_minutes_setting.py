"""議事要旨 that would end on a nearly empty page is set otherwise."""

from __future__ import annotations

from dxdesk.documents.minutes import MinutesPaper, compose_minutes
from dxdesk.domain.minutes import Block
from tests.documents.reading import page_texts
from tests.documents.test_minutes import confirmed, paper
from tests.meeting_samples import draft


def abstract(lines: int, without: tuple[str, ...] = ()) -> MinutesPaper:
    """The 議事要旨 with so many lines under その他, of a meeting ``without`` blocks of some kinds."""
    blocks = tuple(block for block in draft() if block.kind not in without)
    other = Block("other-more", "other", None, "\n".join(f"{each}番目の行を書いておく。" for each in range(lines)))
    return paper(version=confirmed((*blocks, other)), variant="abstract")


def test_a_few_lines_that_would_stand_alone_on_the_last_page_find_room_on_the_one_before() -> None:
    assert len(page_texts(compose_minutes(abstract(26)).pdf)) == 2
    for lines in (27, 30):
        pages = page_texts(compose_minutes(abstract(lines)).pdf)
        assert len(pages) == 2
        assert f"{lines - 1}番目の行を書いておく。" in pages[-1]


def test_where_there_is_no_such_room_the_action_items_go_along_with_them() -> None:
    course = ("item", "reference", "explanation", "remark", "correction", "result", "opinion")
    first, last = page_texts(compose_minutes(abstract(13, course)).pdf)
    assert "指示事項（宿題）" not in first
    assert "指示事項（宿題）" in last
    assert "決定事項" in first
