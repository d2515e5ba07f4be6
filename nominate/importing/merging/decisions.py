"""From an outcome in a sheet to a decision in the history, which grows and loses nothing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import attrs

from nominate.files.converter import structured
from nominate.files.faults import Fault
from nominate.importing.intake import IntakeValue
from nominate.importing.merging.fields import FieldReader, Note, chosen, text_of
from nominate.model.decision import Decision, Outcome
from nominate.model.embargo import CLEARED, DateKind, Embargo
from nominate.model.fields import Line
from nominate.model.nomination import Nomination, decision_ids
from nominate.model.outcomes import ENDINGS, LADDER, LISTS, QUALIFYING, TAKING
from nominate.model.source import Source
from nominate.model.when import When
from nominate.register.history import History

__all__ = ["Decided", "OutcomeCells", "decided"]

_DECLINED = " (declined)"
# The first two rungs come before a result; what is on a later one is a result, and has one outcome.
_ABOUT_ANOTHER = QUALIFYING | TAKING
_NEEDS_MORE = {
    Outcome.RECATEGORISED: "say in the register to which category",
    Outcome.PLACED: "record the place in the register, or write runner up",
}
_RECORD_IT = "record in the register a decision that corrects the other: both stay in the history"


@attrs.frozen(kw_only=True)
class Decided:
    """The decisions that a row adds to a history; `corrects` is the outcome that would be told as wrong."""

    added: tuple[Decision, ...]
    corrects: Outcome | None = None


@attrs.frozen(kw_only=True)
class OutcomeCells:
    """The cells about the outcome that were edited, and what stands beside every new decision.

    `cells` holds those of `outcome`, `announced`, `label` and `embargo` that were edited; `note` is told
    when a word is taken for another.
    """

    cells: Mapping[str, IntakeValue]
    source: Source
    known: When | None
    reader: FieldReader
    note: Note


def decided(nomination: Nomination | None, history: History | None, given: OutcomeCells) -> Decided:
    """What the edited cells of a row add to the history of a nomination; both None for one that is new.

    `history` is all that the register knows, with ids. A higher rung, or an end, goes on with the history.
    Anything else says that the last word was wrong, and corrects it. Raises `Fault` for what a sheet cannot
    say.

    >>> cells = {"outcome": "won", "announced": When(2020, 11, 12)}
    >>> reader, source = FieldReader(day_first=True), Source(file="tracker.xlsx")
    >>> given = OutcomeCells(cells=cells, source=source, known=None, reader=reader, note=print)
    >>> done = decided(None, None, given)
    >>> [(each.outcome.value, str(each.announced)) for each in done.added]
    [('won', '2020-11-12')]
    """
    last = _last(history)
    if "outcome" not in given.cells:
        return _put_right(last, given)
    outcome, is_declined = _outcome(given)
    if last is not None and outcome is last.outcome:
        return _answered(last, given, is_declined=is_declined)
    if outcome in _ABOUT_ANOTHER:
        return Decided(added=(_with_cells(_about(outcome, last, given), given),))
    wrong = None if last is None or _goes_on(last.outcome, outcome) else last
    made = _with_cells(_new(outcome, given, corrects=wrong.id if wrong is not None else None), given)
    added = [made]
    if is_declined:
        before = nomination.decisions if nomination is not None else ()
        *_, name = decision_ids((*before, made))
        added.append(attrs.evolve(_new(Outcome.DECLINED, given), of=name, announced=made.announced))
    return Decided(added=tuple(added), corrects=wrong.outcome if wrong is not None else None)


def _last(history: History | None) -> Decision | None:
    """The decision that says how the entry stands."""
    said = [each for each in history.decisions if each.outcome is history.outcome] if history else []
    return said[-1] if said else None


def _outcome(given: OutcomeCells) -> tuple[Outcome, bool]:
    """The outcome that a cell says, and whether the entrant declined it."""
    text = text_of(given.cells["outcome"])
    if not text:
        raise Fault("E721", "an outcome cannot be taken away here", _RECORD_IT)
    is_declined = text.casefold().endswith(_DECLINED)
    word = text[: -len(_DECLINED)] if is_declined else text
    outcome = chosen(Outcome, word, note=given.note)
    if outcome in _NEEDS_MORE:
        raise Fault("E728", f"{outcome.value!r} needs more than a sheet can say", _NEEDS_MORE[outcome])
    return outcome, is_declined


def _answered(last: Decision, given: OutcomeCells, *, is_declined: bool) -> Decided:
    """What the entrant said to an outcome that stays as it is."""
    answer = Outcome.DECLINED if is_declined else Outcome.ACCEPTED
    return Decided(added=(_with_cells(_about(answer, last, given), given),))


def _about(outcome: Outcome, last: Decision | None, given: OutcomeCells) -> Decision:
    if last is None:
        raise Fault("E728", f"there is no outcome yet that could be {outcome.value}", _RECORD_IT)
    return attrs.evolve(_new(outcome, given), of=last.id)


def _put_right(last: Decision | None, given: OutcomeCells) -> Decided:
    """The last word said once more, with another date, label or embargo: what was recorded was wrong."""
    if last is None:
        raise Fault("E728", "this is about an outcome, and there is none yet", "give the outcome as well")
    if "announced" in given.cells and not text_of(given.cells["announced"]):
        raise Fault("E721", "when it was announced cannot be taken away here", _RECORD_IT)
    again = attrs.evolve(last, id=None, corrects=last.id, source=given.source, known=given.known)
    # What only says more than before was not wrong.
    is_wrong = any(getattr(last, name) for name in given.cells if name != "outcome")
    return Decided(added=(_with_cells(again, given),), corrects=last.outcome if is_wrong else None)


def _new(outcome: Outcome, given: OutcomeCells, *, corrects: str | None = None) -> Decision:
    return Decision(outcome=outcome, corrects=corrects, source=given.source, known=given.known)


def _with_cells(decision: Decision, given: OutcomeCells) -> Decision:
    changes: dict[str, Any] = {}
    if "announced" in given.cells:
        changes["announced"] = given.reader.of_type(When, given.cells["announced"], note=given.note)
    if "label" in given.cells:
        changes["label"] = given.reader.of_type(Line, given.cells["label"], note=given.note) or ""
    if "embargo" in given.cells:
        changes["embargo"] = _embargo(given)
    return attrs.evolve(decision, **changes)


def _embargo(given: OutcomeCells) -> Embargo | None:
    value = given.cells["embargo"]
    text = text_of(value)
    if not text:
        return None
    words = {CLEARED, *(kind.value for kind in DateKind)}
    until = text.casefold() if text.casefold() in words else str(given.reader.when(value, note=given.note))
    return structured({"until": until}, Embargo)


def _goes_on(last: Outcome, new: Outcome) -> bool:
    """Whether the one may follow the other without saying that it was wrong."""
    if new in ENDINGS and new is not Outcome.UNSUCCESSFUL:
        return True
    if last not in LISTS:
        return False
    return new not in LADDER or LADDER.index(new) > LADDER.index(last)
