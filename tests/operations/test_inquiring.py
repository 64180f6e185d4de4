"""照会: who is sent what, with which key, readable by whom."""

from __future__ import annotations

from dxdesk.desk import Desk
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.packages import NOT_SAID, Inquiry
from dxdesk.exchange.package import read_outer
from dxdesk.exchange.sealing import public_of
from dxdesk.operations import cycles as verbs
from dxdesk.operations import departments, inquiring, receiving
from dxdesk.operations.sending import PackageFile
from dxdesk.store.queries import board, packages, plans
from dxdesk.store.verification import verify
from tests.builders import AS_OF, DUE, FUKUSHI, KENSETSU, SOUMU, ZEIMU, accepted, problem, refused, uid
from tests.post import Post, asked_codes, hand_over, newest, receive, say


def body_of(made: PackageFile) -> Inquiry:
    return receiving.check_inquiry(receiving.read_from_secretariat(made.content))


def test_everybody_who_is_asked_is_sent_one_in_the_order_of_the_departments(desk: Desk, cycle: Cycle) -> None:
    made = desk.do(inquiring.inquire, cycle)
    assert [each.department for each in made] == [SOUMU, ZEIMU, FUKUSHI, KENSETSU]
    assert [each.name for each in made][1] == "第1回_税務課_照会.dxd"
    assert [each.package.stamp.department for each in made] == [uid(each.department) for each in made]


def test_the_members_of_a_group_are_asked_each_once_and_told_how_many_it_is_about(post: Post, cycle: Cycle) -> None:
    for made in post.inquiries(cycle).values():
        asked = asked_codes(post.liaison(made))
        assert len(set(asked)) == len(asked)
        assert made.package.stamp.head.count == str(len(asked))
        assert "検討-4" in asked  # 全課
    assert "重点-2" in asked_codes(post.opened[2])  # 福祉課 by its group


def test_only_those_named_are_sent_one(desk: Desk, cycle: Cycle) -> None:
    assert [each.department for each in desk.do(inquiring.inquire, cycle, [FUKUSHI, ZEIMU])] == [ZEIMU, FUKUSHI]


def test_each_has_a_key_of_its_own_and_those_sent_before_stay_good(post: Post, cycle: Cycle) -> None:
    first, second = post.inquiries(cycle), post.inquiries(cycle)
    sent = [public_of(body_of(each).reply_key) for each in (*first.values(), *second.values())]
    known = {each.public: each for each in post.desk.ask(packages.reply_keys_of, cycle.id)}
    assert set(sent) == set(known)
    assert len(set(sent)) == 8
    assert {each.private for each in known.values()} == {None}
    old = post.liaison(first[ZEIMU])
    say(old, "重点-1", "前の照会に答えた。")
    assert post.take_in(hand_over(old)).result == "taken"


def test_a_department_that_took_over_is_sent_what_the_one_before_was_asked(post: Post, cycle: Cycle) -> None:
    post.desk.do(departments.close_department, ZEIMU, on=DUE, successor=SOUMU)
    made = post.inquiries(cycle)
    assert list(made) == [SOUMU, FUKUSHI, KENSETSU]
    assert made[SOUMU].package.stamp.head.count == "5"
    refused(post.desk, "inquire.not_asked", inquiring.inquire, cycle, [ZEIMU])


def test_whoever_is_not_asked_is_sent_nothing(desk: Desk, cycle: Cycle) -> None:
    desk.do(departments.add_department, "環境課")
    found = refused(desk, "inquire.not_asked", inquiring.inquire, cycle, ["環境課", ZEIMU])
    assert found.values == {"department": "環境課"}


def test_a_closed_cycle_is_not_asked_about(desk: Desk, cycle: Cycle) -> None:
    desk.do(verbs.close_cycle, cycle)
    refused(desk, "cycle.closed", inquiring.inquire, cycle)


def test_a_passphrase_locks_the_file_and_its_head_is_bound_to_it(post: Post, cycle: Cycle) -> None:
    (made,) = post.desk.do(inquiring.inquire, cycle, [ZEIMU], passphrase="さくら")
    assert receiving.locked(made.content)
    assert problem(receiving.read_from_secretariat, made.content).code == "package.passphrase_needed"
    assert problem(receiving.read_from_secretariat, made.content, "うめ").code == "package.passphrase"
    assert receiving.read_from_secretariat(made.content, "さくら") == made.package
    moved = made.content.replace("税務課".encode(), "福祉課".encode(), 1)
    assert problem(receiving.read_from_secretariat, moved, "さくら").code == "package.passphrase"


def test_with_numbers_only_no_name_can_be_read_without_the_passphrase(post: Post, cycle: Cycle) -> None:
    (made,) = post.desk.do(inquiring.inquire, cycle, [ZEIMU], passphrase="さくら", numbers_only=True)
    head = read_outer(made.content).head
    assert (head.town, head.plan, head.cycle, head.department) == (NOT_SAID,) * 4
    assert "税務課" not in made.content.decode()
    assert receiving.read_from_secretariat(made.content, "さくら").stamp.department == uid(ZEIMU)


def test_what_was_asked_with_numbers_only_is_answered_so(post: Post, cycle: Cycle) -> None:
    """A stick that is lost says of neither file whose it is."""
    (asked,) = post.desk.do(inquiring.inquire, cycle, (ZEIMU,), numbers_only=True)
    tax = post.liaison(asked)
    say(tax, "重点-1", "進めた。")
    made = hand_over(tax)
    head = made.content.decode().partition("\r\n\r\n")[0]
    assert not [each for each in (ZEIMU, cycle.name, post.desk.ask(plans.identity).town) if each in head]
    assert post.take_in(made).result == "taken"
    receive(tax, post.inquiries(cycle, ZEIMU)[ZEIMU])
    say(tax, "重点-1", "もっと進めた。")
    assert ZEIMU in hand_over(tax).content.decode().partition("\r\n\r\n")[0]


def test_a_database_that_only_looks_holds_every_cycle_as_it_counts(post: Post, cycle: Cycle) -> None:
    accepted(post.desk, cycle, "重点-1", ZEIMU, results="窓口を2つ増やした。")
    made = post.desk.do(inquiring.make_view)
    assert (made.package.stamp.kind, made.package.stamp.department, body_of(made).reply_key) == ("view", None, "")
    looking = post.liaison(made)
    assert looking.ask(packages.answering) == ()
    shown, own = looking.ask(board.board, newest(looking)), post.desk.ask(board.board, cycle)
    assert [(each.code, each.status) for each in shown.cards] == [(each.code, each.status) for each in own.cards]
    assert verify(looking.database).ok


def test_there_is_nothing_to_look_at_before_the_first_cycle(desk: Desk) -> None:
    refused(desk, "view.no_cycle", inquiring.make_view)


def test_what_somebody_else_was_asked_before_is_sent_to_its_heir_as_it_counted(post: Post, cycle: Cycle) -> None:
    accepted(post.desk, cycle, "重点-1", ZEIMU, results="窓口を2つ増やした。")
    post.desk.do(verbs.close_cycle, cycle)
    post.desk.do(departments.close_department, ZEIMU, on=AS_OF, successor=SOUMU)
    post.desk.do(verbs.open_cycle, "第2回", as_of=DUE, due=DUE, assigned={"重点-1": [SOUMU]})
    heir = post.liaison(post.inquiries(newest(post.desk), SOUMU)[SOUMU])
    unit = heir.ask(plans.plan).unit("重点-1").id
    before = heir.ask(board.previous_views, newest(heir))
    assert before is not None
    said = before[1][unit].answers[uid(ZEIMU)]
    assert said is not None
    assert said.answer is not None
    assert said.answer.results == "窓口を2つ増やした。"


def test_an_answer_not_accepted_is_no_answer_of_last_time(post: Post, cycle: Cycle) -> None:
    tax = post.liaison(post.inquiries(cycle, ZEIMU)[ZEIMU])
    say(tax, "重点-1", "まだ見てもらっていない。")
    post.take_in(hand_over(tax))
    post.desk.do(verbs.close_cycle, cycle, "待たない")
    post.desk.do(verbs.open_cycle, "第2回", as_of=DUE, due=DUE)
    (made,) = post.desk.do(inquiring.inquire, newest(post.desk), [FUKUSHI])
    assert "まだ見てもらっていない。" not in repr(made.package)
    assert receive(post.liaison(made), made).known
