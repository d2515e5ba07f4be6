"""Figures that are seen at a glance: `KeyFigures`, and a `Chart` with the table that says the same."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from nominate.documents.tree.inlines import Content, Strong
from nominate.documents.tree.tables import Table
from nominate.errors import UsageError, shown

__all__ = ["Bar", "Chart", "KeyFigure", "KeyFigures"]


def _check_said(owner: object, attribute: attrs.Attribute[str], text: str) -> None:
    if not text.strip():
        raise UsageError(f"a {type(owner).__name__} needs {attribute.name}, so that everybody can read it")


@attrs.frozen(kw_only=True)
class KeyFigure:
    """One figure, as it is printed, and what it counts; the two read as one phrase.

    Raises `UsageError` when one of them is missing.

    >>> KeyFigure(value="13", label="nominations").value
    '13'
    """

    value: str = attrs.field(validator=_check_said)
    label: str = attrs.field(validator=_check_said)
    sources: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class KeyFigures:
    """A few figures side by side, the most important first.

    >>> len(KeyFigures(figures=[KeyFigure(value="13", label="nominations")]).figures)
    1
    """

    figures: tuple[KeyFigure, ...] = attrs.field(converter=tuple[KeyFigure, ...])
    sources: tuple[str, ...] = ()

    @property
    def phrases(self) -> tuple[Content, ...]:
        """Each figure as a few words, for a form that lists them.

        >>> KeyFigures(figures=[KeyFigure(value="13", label="nominations")]).phrases
        ((Strong(text='13'), ' nominations'),)
        """
        return tuple((Strong(text=each.value), f" {each.label}") for each in self.figures)


@attrs.frozen(kw_only=True)
class Bar:
    """One bar of a chart: its name and how many it stands for.

    Raises `UsageError` without a name, or for a number below nought.

    >>> Bar(label="Shortlisted", value=8).value
    8
    """

    label: str = attrs.field(validator=_check_said)
    value: int
    sources: tuple[str, ...] = ()

    def __attrs_post_init__(self) -> None:
        if self.value < 0:
            raise UsageError(f"bar {shown(self.label)} stands for {self.value}; give a number from 0 up")


@attrs.frozen(kw_only=True)
class Chart:
    """Bars from nought, each with its number beside it.

    `caption` says what is shown, and `alt` what it comes to, for those who cannot see it. `label_header` and
    `value_header` name the two columns of `table`, which says the same. With `over_time` the bars are months
    or years in order, which a form may draw as columns from left to right.
    Raises `UsageError` when words are missing, or when there is no bar.

    >>> Chart(
    ...     caption="Outcomes", alt="One of two won.", label_header="Outcome", value_header="Nominations",
    ...     bars=[Bar(label="Won", value=1), Bar(label="Shortlisted", value=1)],
    ... ).table.rows
    ((('Won',), ('1',)), (('Shortlisted',), ('1',)))
    """

    caption: str = attrs.field(validator=_check_said)
    alt: str = attrs.field(validator=_check_said)
    label_header: str = attrs.field(validator=_check_said)
    value_header: str = attrs.field(validator=_check_said)
    bars: tuple[Bar, ...] = attrs.field(converter=tuple[Bar, ...])
    over_time: bool = False
    sources: tuple[str, ...] = ()

    def __attrs_post_init__(self) -> None:
        if not self.bars:
            raise UsageError(f"chart {shown(self.caption)} has no bar; leave it out where there is none")

    @property
    def table(self) -> Table:
        """The same figures in rows."""
        return Table(
            caption=self.caption,
            header=(self.label_header, self.value_header),
            rows=_rows(self.bars),
            has_row_headers=True,
            number_columns=(1,),
            sources=self.sources,
            row_sources=tuple(bar.sources for bar in self.bars),
        )

    @property
    def description(self) -> str:
        """What the chart comes to, then each of its figures: all of it, for those who cannot see it.

        >>> Chart(
        ...     caption="Outcomes", alt="One won.", label_header="Outcome", value_header="Nominations",
        ...     bars=[Bar(label="Won", value=1), Bar(label="Shortlisted", value=0)],
        ... ).description
        'One won. Won: 1; Shortlisted: 0.'
        """
        return f"{self.alt} {'; '.join(f'{name}: {number}' for name, number in _rows(self.bars))}."


def _rows(bars: Iterable[Bar]) -> list[tuple[str, str]]:
    return [(bar.label, f"{bar.value:,}") for bar in bars]
