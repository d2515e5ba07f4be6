"""What the workbook says of itself as a whole: its title, its moment, its audience and what it leaves out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import tzinfo

import attrs

from nominate import Audience, Outcome, View, When, date_words

__all__ = ["Front", "front_of"]

_SENDING_BACK = (
    "Change cells, add rows at the end of a table, save the workbook, and send it to whoever keeps the "
    "register. They run: nominate import FILE REGISTER. It shows every change before anything is written."
)


@attrs.frozen(kw_only=True)
class Front:
    """The words on the first sheet, on the sheet About, on every printed page and in the file's properties.

    `status` says who may see it, and for the press until when it must be kept.
    """

    title: str
    as_of: str
    audience: str
    status: str
    left_out: str
    scope: str
    sending_back: str
    creator: str
    language: str
    revision: str

    @property
    def notes(self) -> tuple[str, ...]:
        """The lines under the title."""
        lines = (f"As of {self.as_of}. {self.status}.", self.left_out)
        return tuple(line for line in lines if line)


def front_of(view: View, title: str) -> Front:
    """The front of a view's workbook; an empty title is made from what the view holds."""
    publisher = view.publisher
    return Front(
        title=title or _title(view),
        as_of=date_words(view.as_of, zone=view.zone),
        audience=view.audience.value,
        status=_status(view),
        left_out=view.left_out,
        scope=_scope(view),
        sending_back=_SENDING_BACK,
        creator=publisher.name if publisher is not None else "nominate",
        language=view.settings.language,
        revision=view.revision,
    )


def _scope(view: View) -> str:
    """The filters of the view in words."""
    chosen = (
        f"{field.name.replace('_', ' ')} {' or '.join(_words(getattr(view.scope, field.name), view.zone))}"
        for field in attrs.fields(type(view.scope))
        if getattr(view.scope, field.name)
    )
    return "; ".join(chosen) or "everything that its audience may know"


def _words(values: Iterable[object], zone: tzinfo) -> Iterator[str]:
    for value in values:
        if isinstance(value, When):
            yield date_words(value, zone=zone)
        else:
            yield str(value.value if isinstance(value, Outcome) else value)


def _title(view: View) -> str:
    editions = [edition.name for _, edition in view.editions.values()]
    if len(editions) == 1:
        return f"{editions[0]}: our nominations"
    if len(view.awards) == 1:
        return f"{view.awards[0].name}: our nominations"
    publisher = view.publisher
    name = (publisher.short_name or publisher.name) if publisher is not None else ""
    return f"{name}: awards and nominations" if name else "Awards and nominations"


def _status(view: View) -> str:
    if view.audience is Audience.PRESS:
        return _embargo(view)
    return "Internal: not for publication" if view.audience is Audience.INTERNAL else "For everybody"


def _embargo(view: View) -> str:
    end = view.embargoed_until
    if end is None:
        return "For the press"
    own = end.astimezone(view.zone)
    when = When(own.year, own.month, own.day, own.hour, own.minute)
    return f"Embargoed until {date_words(when, zone=view.zone)}"
