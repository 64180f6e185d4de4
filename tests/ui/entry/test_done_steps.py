"""これからの流れ where answers travel as a file: nothing beyond 提出 is a step to be taken while items are left."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from dxdesk.desk import Desk
from dxdesk.operations.replies import find_place
from dxdesk.operations.reviews import return_reply
from dxdesk.ui.entry.done_steps import first_entries, steps
from dxdesk.ui.entry.giving_words import heading_words
from dxdesk.ui.entry.page import EntryPage
from dxdesk.wording.take_in import moment_words
from tests.post import Post, hand_over, receive, say
from tests.ui.entry import towns


def shown(desk: Desk) -> dict[str, tuple[str, str]]:
    """The state and the words of every step."""
    return {each.name: (each.state, each.text) for each in steps(first_entries(desk, towns.newest(desk)))}


def test_a_part_that_was_received_leads_back_to_what_is_left_to_write(post: Post, own: Desk) -> None:
    say(own, "2", "進めました。")
    assert shown(own)["事務局へ渡す"][0] == "now"
    made = hand_over(own)
    assert shown(own)["事務局へ渡す"] == ("later", "一部を渡しました（受領待ち）")
    receive(own, post.receipt(made, post.take_in(made)))
    found = shown(own)
    assert found["提出"] == ("now", "提出 1／3")
    assert found["事務局へ渡す"] == ("later", f"一部を渡しました {moment_words(towns.MOMENT)}")
    assert {found[each][0] for each in ("受領", "会議")} == {"later"}


def test_with_everything_received_the_meeting_is_next(post: Post, own: Desk) -> None:
    for code in ("2", "4", "8"):
        say(own, code, "進めました。")
    made = hand_over(own)
    assert [shown(own)[each][0] for each in ("提出", "事務局へ渡す", "受領", "会議")] == [
        "done",
        "done",
        "now",
        "later",
    ]
    receive(own, post.receipt(made, post.take_in(made)))
    assert [shown(own)[each][0] for each in ("提出", "事務局へ渡す", "受領", "会議")] == ["done", "done", "done", "now"]


def test_what_came_back_is_named_and_leads_to_itself(post: Post, own: Desk, qtbot: QtBot) -> None:
    for code in ("2", "4", "8"):
        say(own, code, "進めました。")
    made = hand_over(own)
    post.take_in(made)
    cycle = towns.newest(post.desk)
    post.desk.do(
        lambda change: return_reply(change, find_place(change, cycle, "4", towns.OWN), ["results"], "いつですか。")
    )
    receive(own, post.returned(cycle, towns.OWN))
    assert shown(own)["提出"] == ("now", "提出 2／3")
    assert shown(own)["事務局へ渡す"] == ("later", "渡しました（受領待ち）")
    entries = first_entries(own, towns.newest(own))
    assert heading_words(entries) == ("差戻しが1件あります。", "直して提出し、もう一度渡してください。")
    page = EntryPage(own, towns.newest(own))
    qtbot.addWidget(page)
    page.show_giving()
    assert page.foot.primary.text() == "差戻しを直す"
    page.foot.primary.click()
    assert page.writing.form is not None
    assert (page.writing.form.unit.code, page.writing.form.state) == ("4", "returned")
