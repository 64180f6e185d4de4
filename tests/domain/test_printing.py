from __future__ import annotations

import pytest

from dxdesk.domain.errors import Problem
from dxdesk.domain.permissions import ACTOR_ROLES, Actor, ActorRole
from dxdesk.domain.printing import CHOICES, PRINT_KINDS, PRINTS, PrintKind, Wanted, allowed_print

FORMS: tuple[PrintKind, ...] = ("actions", "submission", "action", "handwriting", "security", "confirmation")


def code_of(actor: Actor, wanted: Wanted) -> str:
    with pytest.raises(Problem) as refusal:
        allowed_print(actor, wanted)
    return refusal.value.code


def test_every_role_has_its_prints_and_every_document_its_choices() -> None:
    assert set(PRINTS) == set(ACTOR_ROLES)
    assert set(CHOICES) == set(PRINT_KINDS)


@pytest.mark.parametrize("role", ACTOR_ROLES)
@pytest.mark.parametrize("kind", PRINT_KINDS)
def test_a_role_prints_what_the_table_says_and_nothing_else(role: ActorRole, kind: PrintKind) -> None:
    actor, wanted = Actor(role, ("d1",)), Wanted(kind, department="d1")
    if kind in PRINTS[role]:
        assert allowed_print(actor, wanted) == wanted
    else:
        assert code_of(actor, wanted) == "permission.role"


def test_who_only_looks_gets_neither_names_of_speakers_nor_forms() -> None:
    assert PRINTS["reader"].isdisjoint({"minutes", "gist", "preparation", *FORMS})


@pytest.mark.parametrize("role", ["liaison", "head"])
@pytest.mark.parametrize("kind", FORMS)
def test_a_department_prints_its_own_forms_only(role: ActorRole, kind: PrintKind) -> None:
    actor = Actor(role, ("d1",))
    assert code_of(actor, Wanted(kind, department="d2")) == "permission.department"
    assert allowed_print(actor, Wanted(kind)).department == "d1"


@pytest.mark.parametrize("kind", ["inquiry", "reminder", "missing"])
def test_the_letters_are_those_of_the_secretariat(kind: PrintKind) -> None:
    assert [role for role in ACTOR_ROLES if kind in PRINTS[role]] == ["secretariat"]


def test_the_form_of_the_day_is_for_the_secretariat_and_the_chair() -> None:
    assert [role for role in ACTOR_ROLES if "day" in PRINTS[role]] == ["secretariat", "chair"]


def test_somebody_of_two_departments_has_to_say_which_forms() -> None:
    actor = Actor("liaison", ("d1", "d2"))
    assert code_of(actor, Wanted("handwriting")) == "permission.department"
    assert allowed_print(actor, Wanted("handwriting", department="d2")).department == "d2"


def test_the_secretariat_prints_the_forms_of_all_at_once() -> None:
    assert allowed_print(Actor("secretariat"), Wanted("submission")).department is None


def test_what_counts_is_printed_for_every_department_by_everybody() -> None:
    assert allowed_print(Actor("liaison", ("d1",)), Wanted("sheet", department="d2")).department == "d2"
