import argparse

import pytest

from dxdesk.cli.options import Parser, common, in_japanese


@pytest.mark.parametrize(
    ("message", "words"),
    [
        ("the following arguments are required: --by, --on", "--by, --on を指定してください。"),
        ("one of the arguments --a --b is required", "--a --b のどれかを指定してください。"),
        ("unrecognized arguments: x y", "「x y」は使えません。"),
        ("argument --as: expected one argument", "--as のあとに値を書いてください。"),
        ("argument --b: not allowed with argument --a", "--b と --a は一緒に使えません。"),
        ("argument --item: invalid int value: 'x'", "--item には数を書いてください（'x'）。"),
        (
            "argument A: invalid choice: 'x' (choose from 'one', 'two')",
            "A「x」はありません。使えるのは one、two です。",
        ),
        ("argument A: invalid choice: 'x' (choose from one, two)", "A「x」はありません。使えるのは one、two です。"),
        ("argument A: invalid choice: 'a\nb' (choose from one)", "A「a\nb」はありません。使えるのは one です。"),
    ],
)
def test_a_message_of_the_parser_is_said_in_japanese(message: str, words: str) -> None:
    assert in_japanese(message) == words


def test_of_a_long_list_only_the_nearest_are_offered() -> None:
    known = "', '".join(("open", "list", "assign", "close", "reopen", "show", "draft"))
    message = f"argument 操作: invalid choice: 'opn' (choose from '{known}')"
    assert in_japanese(message) == "操作「opn」はありません。近いものは open、reopen です。"


def test_an_option_that_is_not_given_leaves_no_trace() -> None:
    assert common().parse_args([]) == argparse.Namespace()


def test_options_may_be_left_to_a_command() -> None:
    left = Parser(parents=[common("--as", "--name", "--department")])
    left.add_argument("--as", dest="presence")
    left.add_argument("--name", dest="attendee")
    left.add_argument("--department", dest="departments", action="append")
    given = left.parse_args(["--as", "present", "--name", "x", "--department", "a", "--department", "b"])
    assert (given.presence, given.attendee, given.departments) == ("present", "x", ["a", "b"])
