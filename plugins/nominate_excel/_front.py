"""What the workbook says of itself as a whole: its title, its moment, its audience and what it leaves out."""

from __future__ import annotations

import attrs

from nominate import Audience, View, When
from nominate_excel._dates import in_words

__all__ = ["Front", "front_of"]


@attrs.frozen(kw_only=True)
class Front:
    """The words on the first sheet, on every printed page and in the file's properties.

    `status` says who may see it, and for the press until when it must be kept.
    """

    title: str
    as_of: str
    audience: str
    status: str
    left_out: str
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
        as_of=in_words(view.as_of, view.zone),
        audience=view.audience.value,
        status=_status(view),
        left_out=view.left_out,
        creator=publisher.name if publisher is not None else "nominate",
        language=view.settings.language,
        revision=view.revision,
    )


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
    return f"Embargoed until {in_words(when, view.zone)}"
