"""The names that a new row may take from the view: of its editions, of their categories, of what happens."""

from __future__ import annotations

from nominate import DateKind, View

__all__ = ["offered"]

_ALL_ENTRIES = "all entries"
# A drop-down shows no more (Excel specifications and limits, support.microsoft.com, read 2026-11).
_MOST = 32_767


def offered(view: View, of: str, column: str) -> tuple[str, ...]:
    """The names for a column of a table, each once, in the order of the view.

    None for most columns, and where there are more than a drop-down can show.
    """
    names = _names(view, of, column)
    return names if len(names) <= _MOST else ()


def _names(view: View, of: str, column: str) -> tuple[str, ...]:
    match of, column:
        case (("nominations" | "dates"), "edition"):
            return _editions(view)
        case "nominations", "category":
            return _categories(view)
        case "dates", "what":
            return tuple(kind.value for kind in DateKind if kind is not DateKind.OTHER)
        case "dates", "for":
            return (_ALL_ENTRIES, *_categories(view))
    return ()


def _editions(view: View) -> tuple[str, ...]:
    editions = (edition for award in view.awards for edition in award.editions)
    return tuple(dict.fromkeys(edition.name or edition.id for edition in editions))


def _categories(view: View) -> tuple[str, ...]:
    editions = (edition for award in view.awards for edition in award.editions)
    return tuple(dict.fromkeys(each.name for edition in editions for each in edition.categories))
