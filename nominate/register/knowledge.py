"""What one audience knows of a whole register at one moment, for all that is selected from it."""

from __future__ import annotations

import attrs

from nominate.register.groups import day_of
from nominate.register.history import History, history
from nominate.register.register import Register
from nominate.register.standing import Clearance, dates_then_known

__all__ = ["Knowledge"]


class Knowledge:
    """A register as an audience knows it at a moment; each history and each year is worked out once."""

    def __init__(self, register: Register, clearance: Clearance) -> None:
        self.register: Register = register
        self.clearance: Clearance = clearance
        self._histories: dict[int, History | None] = {}
        self._years: dict[str, int | None] = {}

    def history(self, place: int) -> History | None:
        """The history of the nomination at a place in the file; None where nothing of it may be known.

        Raises:
            RecordNotFound: the register has no such edition.
        """
        if place not in self._histories:
            nomination = self.register.nominations[place]
            edition = self.register.edition(nomination.edition)
            self._histories[place] = history(nomination, edition, self.clearance)
        return self._histories[place]

    def year(self, name: str) -> int | None:
        """The calendar year of the edition written `award/edition`, None where no date of it may be known.

        Raises:
            RecordNotFound: there is none.
        """
        if name not in self._years:
            edition = self.register.edition(name)
            # A date that may not be known puts an edition in no year.
            day = day_of(attrs.evolve(edition, dates=dates_then_known(edition, self.clearance)))
            self._years[name] = None if day is None else day.year
        return self._years[name]
