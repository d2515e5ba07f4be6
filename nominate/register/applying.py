"""From a register and some changes to the register that they make, or to every reason why not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from nominate.errors import DataError, Problem, Severity, shown
from nominate.model.settings import Records
from nominate.register.apart import ABOVE, SECTIONS, WITHIN, Apart, put_together, taken_apart
from nominate.register.changes import RECORDS, Change, RecordKind
from nominate.register.checks import Finding, check
from nominate.register.checks.suggestions import Suggestions
from nominate.register.field_changes import KEEP_BOTH, changed, loses_a_decision

__all__ = ["applied"]

_BELOW = {above: kind for kind, above in ABOVE.items()}
_KINDS = {section: kind for kind, section in SECTIONS.items()}


def applied(records: Records, changes: Iterable[Change]) -> Records:
    """The records as the changes make them, one after the other; new records stand last.

    Raises:
        DataError: `problems` holds every reason why not: a record or field that is not there, a field that
            is no longer what the change was made from, a value that does not fit, and every fault that the
            records would have, each at the place that its change came from.
    """
    told = tuple(changes)
    held = taken_apart(records)
    suggestions = Suggestions(records, {})
    problems = [problem for change in told for problem in _apply(change, held, suggestions)]
    problems += _orphans(held, told)
    if not problems:
        made = put_together(records, held)
        problems = list(_faults(made, told))
        if not problems:
            return made
    raise DataError(problems)


def _apply(change: Change, held: Apart, suggestions: Suggestions) -> Iterator[Problem]:
    """Change what is held; gives the reasons why not, and then changes nothing."""
    known = held[change.kind]
    present = known.get(change.record)
    if not change.field:
        problems = tuple(_whole(change, present, held))
        if not problems and change.is_removal:
            del known[change.record]
        elif not problems:
            known[change.record] = change.after
        yield from problems
    elif present is None:
        near = suggestions.among(change.kind.value, change.record, known)
        message = f"no {change.kind.value} {shown(change.record)}"
        yield change.refusal("E701", message, f"did you mean {near!r}?" if near else "add the record first")
    else:
        made = changed(present, change)
        if isinstance(made, Problem):
            yield made
        else:
            known[change.record] = made


def _whole(change: Change, present: object, held: Apart) -> Iterator[Problem]:
    """Why a record cannot be added, replaced or taken away as a whole."""
    if change.before is None and present is not None:
        yield change.refusal("E702", "there is one already", "choose another id, or change its fields")
    elif change.before != present:
        now = "is no longer there" if present is None else "has changed since"
        yield change.refusal("E703", f"it {now}", "look at it again, then decide")
    if not change.is_removal:
        yield from _unfit(change, held)


def _unfit(change: Change, held: Apart) -> Iterator[Problem]:
    """Why a record cannot stand where it is to stand."""
    above, name, own = ABOVE.get(change.kind), change.record, WITHIN.get(change.kind, "")
    holder, _, own_id = name.rpartition("/")
    if above is not None and holder not in held[above]:
        yield change.refusal("E701", f"no {above.value} {shown(holder)}", f"add the {above.value} first")
    after: Any = change.after
    if type(after) is not RECORDS[change.kind] or after.id != (own_id if above else name):
        message = f"{shown(after)} is no {change.kind.value} of that id"
        yield change.refusal("E705", message, "give the record as it is to be")
    elif own and getattr(after, own):
        yield change.refusal(
            "E705", f"the {own} are records of their own", f"add each of the {own} by itself"
        )
    elif loses_a_decision(getattr(change.before, "decisions", None), getattr(after, "decisions", None)):
        yield change.refusal("E706", "a decision would be lost", KEEP_BOTH)


def _orphans(held: Apart, changes: Iterable[Change]) -> Iterator[Problem]:
    """Records whose award or edition was taken away, and not they."""
    left: dict[tuple[RecordKind, str], list[str]] = {}
    for below, above in ABOVE.items():
        for name in held[below]:
            left.setdefault((above, name.rpartition("/")[0]), []).append(name)
    for change in changes:
        names = left.get((change.kind, change.record), ())
        if change.is_removal and names and change.record not in held[change.kind]:
            message = f"it holds {', '.join(names)}"
            yield change.refusal("E707", message, "take these away as well, or keep it")


def _faults(made: Records, changes: tuple[Change, ...]) -> Iterator[Problem]:
    """What would be wrong with the records, told where the change to that record came from."""
    by_record: dict[tuple[RecordKind, str], list[Change]] = {}
    for change in changes:
        by_record.setdefault((change.kind, change.record), []).append(change)
    for finding in check(made):
        if finding.severity is Severity.ERROR:
            yield _told(finding, made, by_record)


def _told(
    finding: Finding, made: Records, by_record: Mapping[tuple[RecordKind, str], list[Change]]
) -> Problem:
    fault = Problem(code=finding.code, message=finding.message, hint=finding.hint, path=finding.path)
    for kind, name, key in reversed(tuple(_ways(finding, made))):
        own = by_record.get((kind, name), ())
        if own:
            nearest_one = next((each for each in own if each.field.partition(".")[0] == key), own[-1])
            return nearest_one.origin.problem(fault)
    return fault


def _ways(finding: Finding, made: Records) -> Iterator[tuple[RecordKind, str, str]]:
    """The records on the way to a fault, the outermost first: kind, name, and the key below each."""
    key, *rest = map(str, finding.at)
    kind, name = _KINDS.get(key), ""
    records: Any = getattr(made, key, ())
    while kind is not None and rest and rest[0]:
        place, key, *rest = *rest, ""
        record = records[int(place)]
        name = f"{name}/{record.id}" if name else record.id
        yield kind, name, key
        is_within = WITHIN.get(kind) == key
        records, kind = getattr(record, key, ()), _BELOW[kind] if is_within else None
