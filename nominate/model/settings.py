"""What a register says about itself, and the shape of the whole file."""

from __future__ import annotations

import attrs

from nominate.model.award import Award
from nominate.model.fields import Line, Public, Slug
from nominate.model.mapping import FrozenDict
from nominate.model.nomination import Nomination
from nominate.model.organisation import Kind, Organisation
from nominate.model.person import Person
from nominate.model.programme import Programme

__all__ = ["Records", "Settings"]


@attrs.frozen(kw_only=True)
class Settings:
    """Whose register it is and how it speaks; `format` is the version of the file format, 1 today.

    Attributes:
        format: the version of the file format: 1
        publisher: the id of the organisation in whose voice the news speaks
        style: the house style: health, govuk, press, or a file of your own beside the register
        timezone: the zone of every time that names none
        language: the language, as a tag such as en-GB
        complete_since: for an award's id, the first year from which every result of our members is held:
            only then may a text say first ever

    >>> Settings(publisher="weahsn").timezone
    'Europe/London'
    """

    format: Public[int] = 1
    publisher: Public[Slug | None] = None
    style: Public[Line] = "health"
    timezone: Public[Line] = "Europe/London"
    language: Public[Line] = "en-GB"
    complete_since: Public[FrozenDict[str, int]] = FrozenDict()


@attrs.frozen(kw_only=True)
class Records:
    """Every record of a register in the order of its files: the shape of the file itself.

    Attributes:
        register: what the register says about itself
        kinds: how your own kinds of organisation are said
        organisations: trusts, networks, charities, companies, teams
        people: who is nominated, quoted, pictured or responsible
        programmes: the work that is recognised
        awards: the awards, each with its editions and categories
        nominations: the entries

    >>> Records().settings.style
    'health'
    """

    register: Public[Settings] = Settings()
    kinds: Public[tuple[Kind, ...]] = ()
    organisations: Public[tuple[Organisation, ...]] = ()
    people: Public[tuple[Person, ...]] = ()
    programmes: Public[tuple[Programme, ...]] = ()
    awards: Public[tuple[Award, ...]] = ()
    nominations: Public[tuple[Nomination, ...]] = ()

    @property
    def settings(self) -> Settings:
        """What the register says about itself; the file calls it `register`."""
        return self.register
