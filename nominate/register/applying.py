"""From a register and some changes to the register that they make, or to every reason why not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import attrs

from nominate.errors import DataError, Problem, Severity, nearest, shown
from nominate.model.fields import key_of
from nominate.model.fitting import fits
from nominate.model.mapping import FrozenDict
from nominate.model.settings import Records
from nominate.register.changes import RECORDS, Change, Record, RecordKind
from nominate.register.checks import Finding, check

__all__ = ["applied"]

_SECTIONS = {
    RecordKind.NOMINATION: "nominations",
    RecordKind.ORGANISATION: "organisations",
    RecordKind.PERSON: "people",
    RecordKind.PROGRAMME: "programmes",
    RecordKind.AWARD: "awards",
}
_WITHIN = {RecordKind.AWARD: "editions", RecordKind.EDITION: "categories"}
_ABOVE = {RecordKind.EDITION: RecordKind.AWARD, RecordKind.CATEGORY: RecordKind.EDITION}

_Held = dict[RecordKind, dict[str, Any]]
"""Every record by its kind and name, in file order, without the records within it."""


def applied(records: Records, changes: Iterable[Change]) -> Records:
    """The records as the changes make them, one after the other; new records stand last.

    Raises:
        DataError: `problems` holds every reason why not: a record or field that is not there, a field that
            is no longer what the change was made from, a value that does not fit, and every fault that the
            records would have, each at the place that its change came from.
    """
    told = tuple(changes)
    held = _apart(records)
    problems = [problem for change in told for problem in _apply(change, held)]
    problems += _orphans(held, told)
    if not problems:
        made = _together(records, held)
        problems = list(_faults(made, told))
        if not problems:
            return made
    raise DataError(problems)


def _apart(records: Records) -> _Held:
    held: _Held = {
        kind: {each.id: each for each in getattr(records, section)} for kind, section in _SECTIONS.items()
    }
    editions = {f"{award.id}/{each.id}": each for award in records.awards for each in award.editions}
    held[RecordKind.CATEGORY] = {
        f"{name}/{each.id}": each for name, edition in editions.items() for each in edition.categories
    }
    held[RecordKind.EDITION] = {name: attrs.evolve(each, categories=()) for name, each in editions.items()}
    held[RecordKind.AWARD] = {
        name: attrs.evolve(each, editions=()) for name, each in held[RecordKind.AWARD].items()
    }
    return held


def _together(records: Records, held: _Held) -> Records:
    for kind in (RecordKind.CATEGORY, RecordKind.EDITION):
        above = _ABOVE[kind]
        within: dict[str, list[Any]] = {}
        for name, each in held[kind].items():
            within.setdefault(name.rpartition("/")[0], []).append(each)
        held[above] = {
            name: attrs.evolve(each, **{_WITHIN[above]: tuple(within.get(name, ()))})
            for name, each in held[above].items()
        }
    sections: dict[str, Any] = {section: tuple(held[kind].values()) for kind, section in _SECTIONS.items()}
    return attrs.evolve(records, **sections)


def _apply(change: Change, held: _Held) -> Iterator[Problem]:
    """Change what is held; gives the reasons why not, and then changes nothing."""
    known = held[change.kind]
    present = known.get(change.record)
    if not change.field:
        problems = list(_whole(change, present, held))
        if not problems and change.after is None:
            del known[change.record]
        elif not problems:
            known[change.record] = change.after
        yield from problems
        return
    if present is None:
        near = nearest(change.record, known)
        yield _refusal(
            change,
            "E701",
            f"no {change.kind.value} {shown(change.record)}",
            f"did you mean {near!r}?" if near else "add the record first",
        )
        return
    changed = _changed(present, change)
    if isinstance(changed, Problem):
        yield changed
    else:
        known[change.record] = changed


def _whole(change: Change, present: object, held: _Held) -> Iterator[Problem]:
    if change.before is None and present is not None:
        yield _refusal(change, "E702", "there is one already", "choose another id, or change its fields")
    elif change.before is not None and change.before != present:
        now = "is no longer there" if present is None else "has changed since"
        yield _refusal(change, "E703", f"it {now}", "look at it again, then decide")
    after = change.after
    if after is None:
        return
    above = _ABOVE.get(change.kind)
    if above is not None and change.record.rpartition("/")[0] not in held[above]:
        yield _refusal(
            change,
            "E701",
            f"no {above.value} {shown(change.record.rpartition('/')[0])}",
            "add that one first",
        )
    if not isinstance(after, RECORDS[change.kind]) or after.id != change.record.rpartition("/")[2]:
        yield _refusal(
            change,
            "E705",
            f"{shown(after)} is no {change.kind.value} of that id",
            "give the record as it is to be",
        )


def _changed(record: Record, change: Change) -> Record | Problem:
    """The record with one field changed, or why not."""
    key, _, entry = change.field.partition(".")
    fields = {key_of(each.name): each for each in attrs.fields(type(record))}
    own = _WITHIN.get(change.kind, "")
    if (
        key not in fields
        or key in {"id", own}
        or (entry and not isinstance(getattr(record, fields[key].name), FrozenDict))
    ):
        return _refusal(change, "E704", *_why_not(key, fields, own))
    field = fields[key]
    held = getattr(record, field.name)
    present, usual = (held.get(entry), None) if entry else (held, field.default)
    if _given(present, usual) != _given(change.before, usual):
        return _refusal(
            change,
            "E703",
            f"it is {shown(_given(present, usual))} now, and was {shown(change.before)} before this change",
            "choose which of the two is right",
        )
    after: Any = _given(change.after, usual)
    if entry:
        kept = {name: value for name, value in held.items() if name != entry}
        after = FrozenDict(kept if after is None else {**held, entry: after})
    elif after is None:
        if usual is attrs.NOTHING:
            return _refusal(change, "E705", f"a {change.kind.value} must have one", "give a value")
        after = usual
    if not fits(type(record), field.name, after):
        return _refusal(
            change, "E705", f"{shown(change.after)} does not fit", "give a value of the field's kind"
        )
    if key == "decisions" and after[: len(held)] != held:
        return _refusal(
            change,
            "E706",
            "a decision would be lost",
            "add a decision that corrects the other, and keep both",
        )
    return attrs.evolve(record, **{field.alias: after})


def _given(value: object, usual: object) -> object:
    """None where nothing is given: an empty value is not told apart from a missing one."""
    return None if value is None or value == usual else value


def _why_not(key: str, fields: Mapping[str, object], own: str) -> tuple[str, str]:
    if key == "id":
        return "an id stays as it is", "add a record with the new id, and take the old one away"
    if key and key == own:
        return f"the {own} are records of their own", f"change each of the {own} by its own name"
    near = nearest(key, fields)
    return f"no field {shown(key)}", f"did you mean {near!r}?" if near else f"choose from {', '.join(fields)}"


def _orphans(held: _Held, changes: Iterable[Change]) -> Iterator[Problem]:
    """Records whose award or edition was taken away, and not they."""
    for change in changes:
        if change.is_removal and change.kind in _WITHIN and change.record not in held[change.kind]:
            below = next(kind for kind, above in _ABOVE.items() if above is change.kind)
            left = [name for name in held[below] if name.rpartition("/")[0] == change.record]
            if left:
                yield _refusal(
                    change, "E707", f"it holds {', '.join(left)}", "take these away as well, or keep it"
                )


def _faults(made: Records, changes: tuple[Change, ...]) -> Iterator[Problem]:
    """What would be wrong with the records, told where the change to that record came from."""
    origins: dict[tuple[str, str], list[Change]] = {}
    for change in changes:
        origins.setdefault((change.kind.value, change.record), []).append(change)
    for finding in check(made):
        if finding.severity is Severity.ERROR:
            yield _told(finding, made, origins)


def _told(finding: Finding, made: Records, origins: Mapping[tuple[str, str], list[Change]]) -> Problem:
    fault = Problem(code=finding.code, message=finding.message, hint=finding.hint, path=finding.path)
    for kind, name, key in reversed(list(_ways(finding, made))):
        own = origins.get((kind, name), ())
        if own:
            nearest_one = next((each for each in own if each.field == key), own[-1])
            return nearest_one.origin.problem(fault)
    return fault


def _ways(finding: Finding, made: Records) -> Iterator[tuple[str, str, str]]:
    """The records on the way to a fault, the outermost first: kind, name, and the key below each."""
    section, *rest = finding.at
    kinds = {own: kind for kind, own in _SECTIONS.items()}
    kind = kinds.get(str(section))
    records: Any = getattr(made, str(section))
    name = ""
    while kind is not None and rest and isinstance(rest[0], int):
        record = records[rest[0]]
        name = f"{name}/{record.id}" if name else record.id
        key = str(rest[1]) if len(rest) > 1 else ""
        yield kind.value, name, key
        below = next((one for one, above in _ABOVE.items() if above is kind and _WITHIN[kind] == key), None)
        records, kind, rest = getattr(record, key, ()), below, rest[2:]


def _refusal(change: Change, code: str, message: str, hint: str) -> Problem:
    return change.origin.problem(Problem(code=code, message=message, hint=hint, path=str(change)))
