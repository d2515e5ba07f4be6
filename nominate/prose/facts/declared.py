"""The totals that an organiser gives of its own awards, kept apart from whatever we can count."""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from nominate.model.award import AwardCategory
from nominate.prose.facts.editions import EditionFacts
from nominate.prose.facts.roles import InRole

__all__ = ["Declared", "declared", "only_category"]


@attrs.frozen(kw_only=True)
class Declared:
    """Totals under the organiser's words and in its order, as in entries: 163.

    They are of the whole edition, or of the one `category`. `by` is who said it: the organisers, else the
    hosts; None where the register names neither.

    >>> Declared(totals={"entries": 163}).totals["entries"]
    163
    """

    totals: Mapping[str, int]
    by: InRole | None = None
    category: AwardCategory | None = None
    sources: tuple[str, ...] = ()


def declared(facts: EditionFacts, roles: tuple[InRole, ...]) -> tuple[Declared, ...]:
    """What the organiser says of the edition, then of the category, where all leading entries are in one.

    `roles` are those of `hosting`.
    """
    category = only_category(facts)
    given = [
        (totals, own)
        for totals, own in (
            (facts.edition.declared, None),
            (category.declared if category is not None else {}, category),
        )
        if totals
    ]
    if not given:
        return ()
    by = next((each for name in ("organiser", "host") for each in roles if each.role == name), None)
    ids = (facts.id, *(by.sources if by is not None else ()))
    return tuple(Declared(totals=totals, by=by, category=own, sources=ids) for totals, own in given)


def only_category(facts: EditionFacts) -> AwardCategory | None:
    """The category that all leading entries are in; None where they are in several, or there are none."""
    main = facts.main
    is_one = len(main) == 1 or len({entry.category_id for entry in main}) == 1
    return main[0].category if is_one else None
