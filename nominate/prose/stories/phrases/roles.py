"""How those who take part are named: by role, and several of a role by their kinds."""

from __future__ import annotations

from collections.abc import Iterable

from nominate.prose.facts.roles import InRole
from nominate.prose.stories.desk import Desk
from nominate.prose.words import Name, agreed, counted, listed, pluralised

__all__ = ["are_in_roles", "as_roles", "by_kind"]


def by_kind(held: InRole, desk: Desk) -> str:
    """Names; where there are several, how many of each kind, with the names in brackets."""
    said: list[str] = []
    for of_kind in held.kinds:
        names = [desk.mention(Name.of(each)) for each in of_kind.organisations]
        kind = of_kind.kind
        if len(names) == 1 or kind is None:
            said += names
        else:
            said.append(f"{counted(len(names), kind.one, desk.style, many=kind.many)} ({listed(names)})")
    # What stands in brackets needs no semicolon around it.
    *most, last = said
    has_brackets = bool(most) and any(each.endswith(")") for each in said)
    return f"{', '.join(most)} and {last}" if has_brackets else listed(said)


def as_roles(roles: Iterable[InRole], desk: Desk) -> str:
    """Names with what each is, as in Bath Trust as partner and Frome Trust as funder."""
    return listed(f"{by_kind(held, desk)} as {_role(held)}" for held in roles)


def are_in_roles(roles: Iterable[InRole], desk: Desk, *, is_past: bool) -> str:
    """Names that are what each is, as in Bath Trust is partner."""
    be = "was" if is_past else "is"
    return listed(
        f"{by_kind(held, desk)} {agreed(be, is_plural=len(held.organisations) > 1)} {_role(held)}"
        for held in roles
    )


def _role(held: InRole) -> str:
    return held.role if len(held.organisations) == 1 else pluralised(held.role)
