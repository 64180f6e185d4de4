"""Who may do what: the policy as it is promised, and how it is applied."""

from __future__ import annotations

import itertools
from typing import get_args

import pytest

from dxdesk.domain.errors import Problem
from dxdesk.domain.permissions import ACTOR_ROLES, OPEN, OWN, POLICY, Action, Actor, ActorRole, check_allowed
from tests.builders import attempt, problem

PROMISED: dict[ActorRole, set[Action]] = {
    "liaison": {"draft", "submit", "withdraw", "hand_over", "report", "follow_up", "read", "print"},
    "head": {"confirm", "report", "follow_up", "read", "print"},
    "secretariat": set(get_args(Action)),
    "chair": {"project", "record", "read", "print"},
    "reader": {"read", "print"},
}


def test_the_policy_is_the_one_that_is_promised() -> None:
    assert POLICY == PROMISED
    assert ACTOR_ROLES == {
        "liaison": "担当", "head": "課長", "secretariat": "事務局", "chair": "委員長", "reader": "見るだけ",
    }  # fmt: skip


def test_departments_write_in_their_own_name_and_answers_only_while_the_cycle_is_open() -> None:
    assert {"draft", "submit", "withdraw", "hand_over", "confirm", "report", "follow_up"} == OWN
    assert (OWN - {"report", "follow_up"}) | {"review", "consolidate"} == OPEN


@pytest.mark.parametrize("role", get_args(ActorRole))
@pytest.mark.parametrize("action", get_args(Action))
def test_the_policy_decides_by_role_then_department_then_cycle(role: ActorRole, action: Action) -> None:
    actor = Actor(role, ("own",), "鈴木")
    for department, open_cycle in itertools.product(("own", "other", None), (True, False)):
        found = attempt(check_allowed, actor, action, department=department, open_cycle=open_cycle)
        code = found.code if isinstance(found, Problem) else None
        if action not in PROMISED[role]:
            assert code == "permission.role"
        elif action in OWN and role != "secretariat" and department != "own":
            assert code == "permission.department"
        elif action in OPEN and not open_cycle:
            assert code == "cycle.closed"
        else:
            assert code is None


@pytest.mark.parametrize(("role", "word"), list(ACTOR_ROLES.items()))
def test_a_refusal_names_the_role_in_the_field_s_word(role: ActorRole, word: str) -> None:
    refused = set(get_args(Action)) - PROMISED[role]
    for action in refused:
        found = problem(check_allowed, Actor(role), action)
        who = "・".join(ACTOR_ROLES[each] for each in ACTOR_ROLES if action in PROMISED[each])
        assert (found.values, found.kind) == ({"role": word, "who": who}, "rule")
    assert bool(refused) == (role != "secretariat")


def test_someone_of_several_departments_may_act_for_each() -> None:
    actor = Actor("liaison", ("a", "b"))
    assert attempt(check_allowed, actor, "draft", department="a") is None
    assert attempt(check_allowed, actor, "draft", department="b") is None
    assert problem(check_allowed, actor, "draft", department="c").code == "permission.department"
