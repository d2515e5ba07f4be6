"""What a batch has to make: each view with its file, and whether that file still says what it should."""

from __future__ import annotations

import json
from collections import Counter, deque
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import Path

import attrs

from nominate.batch.ledger import Ledger, Written
from nominate.batch.naming import distinct, folded
from nominate.batch.outcome import FileState
from nominate.batch.sheaves import Sheaf
from nominate.errors import Problem, Severity, UsageError, shown
from nominate.exporting.rendering import Order
from nominate.files.reading import name_of
from nominate.plugging.options import File
from nominate.plugging.plugins import stock_plugins
from nominate.viewing.beside import ClearedFiles
from nominate.viewing.view import View

__all__ = ["FIELDS", "Planned", "fields_of", "planned"]

FIELDS = ("id", "name", "audience", "as_of")
"""What the name of each file can be made of; for each edition also `award` and `edition`."""


@attrs.frozen(kw_only=True)
class Planned:
    """One file of a batch before it is made: the digest of all that it is made of, and what is to be done.

    `form` is the number of its form among those that are made of each view.

    >>> Planned(id="ruh", name="Royal United", path=Path("ruh.pdf"), form=0, source="5d41…").state.value
    'due'
    """

    id: str
    name: str
    path: Path
    form: int
    source: str
    state: FileState = FileState.DUE
    problems: tuple[Problem, ...] = ()


def fields_of(each: str) -> tuple[str, ...]:
    """The fields of the names of files, one for each of that.

    >>> fields_of("edition")
    ('id', 'name', 'audience', 'as_of', 'award', 'edition')
    """
    return (*FIELDS, "award", "edition") if each == "edition" else FIELDS


def planned(
    views: list[tuple[str, View]],
    sheaves: Sequence[Sheaf],
    *,
    each: str,
    earlier: Ledger | None,
    is_lasting: bool,
) -> Iterator[tuple[View, tuple[Planned, ...]]]:
    """Each view, in their order, with what is to be made of it: a file of each form.

    Names are looked at once for all; whether a file is current is found out when it is asked for, since that
    takes as long as to make a view, and others can work meanwhile.

    Args:
        views: by the ids of what they are for; none is kept once it was given
        sheaves: what is made of them, and what the files are called
        each: what there is one for each of
        earlier: what was made earlier; None to make all of it, whether it is current or not
        is_lasting: whether what was made earlier on the same day, and says the same, is current

    Raises:
        UsageError: two files would have one name, or one that is too long.
    """
    values = [_values(each, name, view) for name, view in views]
    ids = [name for name, _ in views]
    paths = [distinct([one.pattern.filled(own) for own in values], ids) for one in sheaves]
    _refuse_shared(paths)
    makers = [_Maker.of(form, one.order, earlier) for form, one in enumerate(sheaves)]
    waiting = deque(view for _, view in views)
    views.clear()
    return (
        (view, tuple(_planned(own, *pair, source) for pair in zip(own_paths, makers, strict=True)))
        for own, own_paths, view in zip(values, zip(*paths, strict=True), _emptied(waiting), strict=True)
        for source in (_source(view, is_lasting=is_lasting),)
    )


def _refuse_shared(paths: Sequence[Sequence[Path]]) -> None:
    """Two forms may not be of one name, though each has names of its own among its own files."""
    told = [path for own in paths for path in own]
    most, number = Counter(map(folded, told)).most_common(1)[0]
    if number > 1:
        raise UsageError(f"two forms would be called {shown(most)}; give each a name of its own")


@attrs.frozen(kw_only=True)
class _Maker:
    """What makes the files of one form, as text, and the ledger that tells which it has made earlier."""

    form: int
    told: str
    earlier: Ledger | None

    @classmethod
    def of(cls, form: int, order: Order, earlier: Ledger | None) -> _Maker:
        """The maker of one form, which takes nothing from earlier runs of an exporter that has no version."""
        # A script's own exporter has no version that would tell of another.
        known = earlier if order.exporter.plugin is not None else None
        return cls(form=form, told=_made_by(order), earlier=known)


def _emptied(waiting: deque[View]) -> Iterator[View]:
    while waiting:
        yield waiting.popleft()


def _planned(values: Mapping[str, str], path: Path, maker: _Maker, source: str) -> Planned:
    digest = sha256(f"{maker.told}{source}".encode()).hexdigest()
    state, problems = _state(path, digest, maker.earlier)
    return Planned(
        id=values["id"],
        name=values["name"],
        path=path,
        form=maker.form,
        source=digest,
        state=state,
        problems=problems,
    )


def _state(path: Path, digest: str, earlier: Ledger | None) -> tuple[FileState, tuple[Problem, ...]]:
    written = earlier.written(path) if earlier is not None else ()
    if not written or not path.is_file():
        return FileState.DUE, ()
    found = _held(path, written)
    if found is None and earlier is not None:
        # Another batch may have made it since ours began.
        written = earlier.written(path, is_afresh=True) or written
        found = _held(path, written)
    is_same = (found or written[-1]).source == digest
    if found is not None:
        return FileState.CURRENT if is_same else FileState.DUE, ()
    return FileState.CURRENT if is_same else FileState.KEPT, (_changed(path, is_same=is_same),)


def _held(path: Path, written: Sequence[Written]) -> Written | None:
    """What was made that the file holds."""
    return next((each for each in reversed(written) if each.is_in(path)), None)


def _changed(path: Path, *, is_same: bool) -> Problem:
    why = "while what it was made of has not" if is_same else "though it no longer tells what is so"
    return Problem(
        code="W651",
        severity=Severity.WARNING,
        file=name_of(path),
        message=f"changed by hand since it was made, {why}: left as it is",
        hint="to make it again, delete it, or add --again",
    )


def _values(each: str, name: str, view: View) -> dict[str, str]:
    values = {
        "id": name,
        "name": _name(each, name, view),
        "audience": view.audience.value,
        "as_of": f"{view.moment.astimezone(view.zone):%Y-%m-%d}",
    }
    if each == "edition":
        values["award"], _, values["edition"] = name.partition("/")
    return values


def _name(each: str, name: str, view: View) -> str:
    """What the audience knows it as; its id, where that is all that is known."""
    match each:
        case "organisation":
            found: Sequence[object] = [view.organisation(name)]
        case "award":
            found = view.awards
        case "edition":
            found = [edition for _, edition in view.editions.values()]
        case "programme":
            found = [own for own in view.programmes if own.id == name]
        case _:
            editions = (edition for _, edition in view.editions.values())
            found = [own for edition in editions for own in edition.categories if own.id == name]
    # The latest edition says what a category is called today.
    told = str(getattr(found[-1], "name", "")) if found else ""
    return told or (_edition_name(view) if each == "edition" else name)


def _edition_name(view: View) -> str:
    return next((f"{edition.id} {award.name}" for award, edition in view.editions.values()), "")


def _made_by(order: Order) -> str:
    """What makes the files, as text: another version, form or option makes others."""
    one = order.exporter
    plugin = one.plugin
    own = Path(plugin.target) if plugin is not None and plugin.is_file else None
    told = {
        "nominate": next((stock.version for stock in stock_plugins()), ""),
        "exporter": one.name,
        "distribution": [plugin.distribution, plugin.version, plugin.name] if plugin is not None else [],
        "plugin": sha256(own.read_bytes()).hexdigest() if own is not None else "",
        "media_type": order.media_type,
        "options": sorted(
            [name, f"{value.name} {sha256(value.content).hexdigest()}" if isinstance(value, File) else value]
            for name, value in order.pairs
        ),
    }
    return json.dumps(told, sort_keys=True)


def _source(view: View, *, is_lasting: bool) -> str:
    """What a file is made from, as text: what the view holds, its pictures, and the moment."""
    pictures = [(name, _digest(view.files, name)) for name in sorted(view.files)]
    told = [view.revision, pictures, str(view.embargoed_until), list(_moment(view, is_lasting=is_lasting))]
    return json.dumps(told)


def _digest(files: Mapping[str, bytes], name: str) -> str:
    return files.digest(name) if isinstance(files, ClearedFiles) else sha256(files[name]).hexdigest()


def _moment(view: View, *, is_lasting: bool) -> Iterator[str]:
    """The moment; where the day will do, what lies behind and ahead of it is part of what is told."""
    if not is_lasting:
        yield str(view.as_of)
        return
    yield f"{view.moment.astimezone(view.zone):%Y-%m-%d}"
    ends = [view.embargoed_until, *(entry.history.embargoed_until for entry in view.entries)]
    yield str(sum(end is not None and end <= view.moment for end in ends))
    dates = [event.date.when for event in view.events if event.date.when is not None]
    yield str(sum(when.first_moment(view.zone) <= view.moment for when in dates))
    yield str(sum(when.end_moment(view.zone) <= view.moment for when in dates))
