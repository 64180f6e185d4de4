"""Commands on the words of 次年度の方向性, which a town chooses."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import asdict, replace

from dxdesk.cli.context import Context, Reply, done
from dxdesk.cli.options import Commands
from dxdesk.domain.errors import Problem
from dxdesk.domain.next_year import amount_words
from dxdesk.domain.settings import DIRECTION_PRESETS
from dxdesk.operations.change import Change, Outcome
from dxdesk.operations.plans import change_settings
from dxdesk.operations.printing_directions import directions
from dxdesk.store.queries import plans
from dxdesk.wording.directions import THOUSAND_YEN, budget_words, direction_said, total_words
from dxdesk.wording.settings import DIRECTIONS_SET

_PRESETS = "・".join(f"{name}（{'、'.join(words)}）" for name, words in DIRECTION_PRESETS.items())


def add_commands(commands: Commands[argparse.ArgumentParser], shared: argparse.ArgumentParser) -> None:
    """direction."""
    parser = commands.add_parser("direction", help="次年度の方向性の語", parents=[shared])
    verbs = parser.add_subparsers(metavar="操作", required=True)
    verbs.add_parser("list", help="選べる語の一覧", parents=[shared]).set_defaults(run=direction_list)
    each = verbs.add_parser("set", help="選べる語を決める（次の回から）", parents=[shared])
    given = each.add_mutually_exclusive_group(required=True)
    given.add_argument("--words", nargs="+", metavar="語", help="町の語（2つから10まで、1つ20文字まで）")
    given.add_argument("--preset", metavar="組", help=f"用意された組：{_PRESETS}")
    each.set_defaults(run=direction_set)
    verbs.add_parser("show", help="回の方向性と予算要求", parents=[shared]).set_defaults(run=direction_show)


def direction_list(context: Context, _chosen: argparse.Namespace) -> Reply:
    """The words that hold today."""
    words = context.desk.ask(plans.settings)[1].directions
    return Reply(list(words), "\n".join(words))


def direction_set(context: Context, chosen: argparse.Namespace) -> Reply:
    """Other words from the next cycle on."""
    words = chosen.words or preset_words(chosen.preset)
    outcome = context.desk.do(_set, words)
    return done(outcome, f"{DIRECTIONS_SET}{'・'.join(words)}", {"directions": list(words)})


def direction_show(context: Context, _chosen: argparse.Namespace) -> Reply:
    """What the units of a cycle say about the next year, as 方向性・予算要求一覧 has it."""
    found = context.desk.ask(directions, context.cycle(only_open=False))
    rows = [
        {
            "code": row.card.code,
            "name": row.card.name,
            "direction": row.direction,
            "budget": asdict(row.budget) if row.budget else None,
        }
        for row in found.rows
    ]
    lines = [
        f"{row.card.code} {row.card.name}　{direction_said(row, found.settings)}　{budget_words(row.budget)}".rstrip(
            "　"
        )
        for row in found.rows
    ]
    total = f"{found.total:f}"
    lines.append(f"{total_words(found.left_out)}　{amount_words(total)}{THOUSAND_YEN}")
    return Reply({"year": found.next_year, "total_thousand_yen": total, "rows": rows}, "\n".join(lines))


def preset_words(name: str) -> Sequence[str]:
    """The words of a preset. Raises Problem listing the presets."""
    if name not in DIRECTION_PRESETS:
        values = {"text": name, "choices": "、".join(DIRECTION_PRESETS)}
        raise Problem("settings.direction_preset", "preset", values)
    return DIRECTION_PRESETS[name]


def _set(change: Change, words: Sequence[str]) -> Outcome:
    settings = plans.settings(change.connection)[1]
    return change_settings(change, replace(settings, directions=tuple(each.strip() for each in words)))
