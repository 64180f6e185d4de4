from __future__ import annotations

from dxdesk.domain.cycles import Cycle
from dxdesk.operations import giving_forms, inquiring, reviews
from dxdesk.operations.correspondence import correspondence
from dxdesk.operations.giving_replies import reply_name
from dxdesk.operations.replies import find_place
from tests.builders import MOMENT, SOUMU, ZEIMU, uid
from tests.operations.test_reply_forms import ASKS
from tests.post import Post, hand_over, newest, receive, say


def test_what_was_asked_under_a_name_in_ascii_is_answered_received_and_returned_so(post: Post, cycle: Cycle) -> None:
    (asked,) = post.desk.do(inquiring.inquire, cycle, (ZEIMU,), in_ascii=True)
    assert asked.name == f"R6-1_02-{uid(ZEIMU)[:4]}_inquiry.dxd"
    tax = post.liaison(asked)
    say(tax, "重点-1", "進めた。")
    made = hand_over(tax)
    assert made.name == asked.name.replace("inquiry", "reply") == tax.ask(reply_name, newest(tax), uid(ZEIMU))
    assert post.receipt(made, post.take_in(made)).name == asked.name.replace("inquiry", "receipt")
    post.desk.do(
        lambda change: reviews.return_reply(change, find_place(change, cycle, "重点-1", ZEIMU), ["results"], "件数は。")
    )
    assert post.returned(cycle, ZEIMU).name == asked.name.replace("inquiry", "return")
    form = post.desk.do(giving_forms.give_form, cycle, ZEIMU, ASKS)
    assert form.name == asked.name.replace("inquiry.dxd", "form.xlsx")


def test_a_later_inquiry_says_how_files_are_named_from_then_on(post: Post, cycle: Cycle) -> None:
    (asked,) = post.desk.do(inquiring.inquire, cycle, (ZEIMU,), in_ascii=True)
    tax = post.liaison(asked)
    receive(tax, post.inquiries(cycle, ZEIMU)[ZEIMU])
    assert tax.ask(reply_name, newest(tax), uid(ZEIMU)) == "第1回_税務課_回答.dxd"


def test_an_inquiry_that_was_renamed_on_the_way_is_answered_like_the_name_it_came_under(
    post: Post, cycle: Cycle
) -> None:
    made = post.inquiries(cycle, ZEIMU)[ZEIMU]
    tax = post.liaison(type(made)("R6-1.dxd", made.content, made.package, made.department))
    assert tax.ask(reply_name, newest(tax), uid(ZEIMU)).isascii()


def test_a_letter_names_the_reply_as_it_will_be_called(post: Post, cycle: Cycle) -> None:
    (asked,) = post.desk.do(inquiring.inquire, cycle, (ZEIMU,), in_ascii=True)
    found = post.desk.ask(correspondence, cycle, MOMENT).departments
    assert found[uid(ZEIMU)].reply_file == asked.name.replace("inquiry", "reply")
    assert found[uid(SOUMU)].reply_file == f"第1回_{SOUMU}_回答.dxd"


def test_a_file_to_look_at_is_named_in_ascii_where_that_is_wanted(post: Post, cycle: Cycle) -> None:
    assert post.desk.do(inquiring.make_view).name == "第1回_閲覧.dxd"
    assert post.desk.do(inquiring.make_view, in_ascii=True).name == "R6-1_view.dxd"
    assert cycle.open
