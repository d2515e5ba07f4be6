"""The doors to views: one view, or one for each organisation, award, edition, category or programme."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from nominate.errors import UsageError, nearest, shown
from nominate.files.pausing import collector_paused
from nominate.model.fields import Audience
from nominate.model.when import When
from nominate.register.register import Register
from nominate.register.scope import scope
from nominate.register.selection import Selection
from nominate.register.standing import Clearance
from nominate.viewing.view import View
from nominate.viewing.viewpoint import Viewpoint

__all__ = ["EACH", "view", "views"]

EACH = ("organisation", "award", "edition", "category", "programme")
"""What there may be one view for each of."""


def view(
    register: Register, *, as_of: When | str, audience: Audience | str = Audience.PUBLIC, **filters: object
) -> View:
    """What an audience may know of a register at a moment.

    Args:
        register: the whole register; nothing of it that the audience may not know is in the view.
        as_of: the moment; a day, month or year means its first moment, in the register's time zone.
        audience: `public`, `press` or `internal`.
        filters: what to select: `award`, `edition` (written `award/edition`), `category`, `organisation`,
            `programme`, `outcome`, `year`, `member_of`, `announced` (a period, as in `2026-10`, in which
            something was surely announced that the audience may know); each one value or several.

    Raises:
        UsageError: a filter, an audience or a moment that does not exist.
        RecordNotFound: a filter names a record that the register does not hold.

    >>> from nominate.model.settings import Records
    >>> view(Register(records=Records()), as_of="2020-10-01").entries
    ()
    """
    viewpoint = Viewpoint(register, _clearance(register, as_of, audience))
    chosen = viewpoint.selection(scope(filters))
    with collector_paused():
        return viewpoint.view(chosen)


def views(
    register: Register,
    *,
    each: str = "organisation",
    as_of: When | str,
    audience: Audience | str = Audience.PUBLIC,
    **filters: object,
) -> Iterator[tuple[str, View]]:
    """A view for each organisation, or for each of something else, by its id, in file order.

    Each is made when it is asked for, and is the one that `view` makes when the filters name that id alone;
    all together cost one pass over the register. What the audience may know no edition or nomination of is
    passed over, so that the ids tell nothing either.

    Args:
        register: as for `view`, as are `as_of`, `audience` and `filters`.
        each: `organisation`, `award`, `edition` (by ids such as `award/edition`), `category` or `programme`.

    Raises:
        UsageError: as for `view`, or there can be no view for each of that.
        RecordNotFound: as for `view`.

    >>> from nominate.model.settings import Records
    >>> list(views(Register(records=Records()), each="award", as_of="2020-10-01"))
    []
    """
    if each not in EACH:
        near = nearest(each, EACH)
        cure = f"did you mean {near!r}? " if near else ""
        raise UsageError(f"no views for each {each!r}; {cure}choose from {', '.join(EACH)}")
    viewpoint = Viewpoint(register, _clearance(register, as_of, audience))
    return _views(viewpoint, viewpoint.selection(scope(filters)), each)


def _views(viewpoint: Viewpoint, chosen: Selection, each: str) -> Iterator[tuple[str, View]]:
    for name in _names(chosen, each):
        with collector_paused():
            one = viewpoint.view(chosen.narrowed(each, name))
        if one.awards:
            yield name, one


def _names(chosen: Selection, each: str) -> Iterable[str]:
    """The ids that there may be a view for."""
    asked: tuple[str, ...] = getattr(chosen.scope, each)
    register = chosen.register
    if asked:
        return dict.fromkeys(asked)
    match each:
        case "organisation":
            entered = register.entered
            return [own.id for own in register.organisations if own.id in entered]
        case "edition":
            return register.editions
        case "category":
            return register.lines_of_categories
        case "award":
            return dict.fromkeys(award.id for award in register.awards)
    return dict.fromkeys(programme.id for programme in register.programmes)


def _clearance(register: Register, as_of: When | str, audience: Audience | str) -> Clearance:
    return Clearance(audience=_audience(audience), as_of=_moment(as_of), zone=register.zone)


def _audience(audience: Audience | str) -> Audience:
    if isinstance(audience, Audience):
        return audience
    choices = [each.value for each in Audience]
    if audience not in choices:
        near = nearest(audience, choices)
        cure = f"did you mean {near!r}? " if near else ""
        raise UsageError(f"{audience!r} is not an audience; {cure}choose from {', '.join(choices)}")
    return Audience(audience)


def _moment(as_of: When | str) -> When:
    if isinstance(as_of, When):
        return as_of
    if not isinstance(as_of, str):
        raise UsageError(f"as_of is {shown(as_of)}; give a When, or text such as '2020-10-01'")
    try:
        return When.parse(as_of)
    except ValueError as error:
        raise UsageError(f"as of {error}") from None
