"""One style's data on top of another's: what the one says, and else what the other does."""

from __future__ import annotations

from collections.abc import Iterator

from nominate.files.text_data import Data
from nominate.styles.style import rules

__all__ = ["extended", "rules_said"]

_OF_ITS_OWN = ("name", "title", "about", "extends", "sources")


def extended(base: dict[str, Data], own: dict[str, Data]) -> dict[str, Data]:
    """The data of a whole style; a list or text takes the place of the other, and an empty one empties it.

    A source goes with its rule: where the style has its own rule, it has its own source or none.

    >>> base = {"numbers": {"percent": "{}%", "range": "{} to {}"}, "sources": {"numbers.range": "its news"}}
    >>> extended(base, {"numbers": {"range": "{}–{}"}})
    {'numbers': {'percent': '{}%', 'range': '{}–{}'}, 'sources': {}}
    """
    kept = {key: value for key, value in base.items() if key not in _OF_ITS_OWN}
    said = frozenset(rules_said(own))
    sources = {rule: source for rule, source in _map(base, "sources").items() if rule not in said}
    return {**_merged(kept, own), "sources": _merged(sources, own.get("sources", {}))}  # type: ignore[dict-item]


def rules_said(own: dict[str, Data]) -> Iterator[str]:
    """The names of the rules that a style's own data decides.

    >>> list(rules_said({"numbers": {"range": "{}–{}", "percent": None}, "well_known": []}))
    ['numbers.range', 'well_known']
    """
    for rule in rules():
        section, _, key = rule.partition(".")
        said = _map(own, section).get(key) if key else own.get(section)
        if said is not None:
            yield rule


def _map(data: dict[str, Data], key: str) -> dict[str, Data]:
    value = data.get(key)
    return value if isinstance(value, dict) else {}


def _merged(base: Data, own: Data) -> Data:
    """Map by map, key by key; what is not given is taken over."""
    if own is None:
        return base
    if not isinstance(base, dict) or not isinstance(own, dict):
        return own
    return base | {key: _merged(base.get(key), value) for key, value in own.items()}
