"""From drafts to a merge: what is safe, what is in conflict, and what is asked, each with an id."""

from __future__ import annotations

from base64 import b32encode
from collections import Counter
from collections.abc import Iterable, Sequence
from hashlib import blake2b
from typing import TypeVar

import attrs

from nominate.importing.merging.comparing import Compared
from nominate.importing.merging.drafts import Draft, Drafts
from nominate.importing.merging.ground import Ground
from nominate.importing.merging.merge import Merge, Proposal, Question
from nominate.importing.merging.moving import Movement, is_many
from nominate.importing.merging.removing import GONE
from nominate.importing.merging.renaming import like_a_missing_column
from nominate.register.changes import Origin

__all__ = ["settled"]

Named = TypeVar("Named", Proposal, Question)

_SHORTEST, _LONGEST = 6, 32
_SAYS = {
    Movement.SORTED: "the cells of {title!r} were sorted without their rows",
    Movement.SHIFTED: "the cells of {title!r} were moved by a row, without their rows",
    Movement.MANY: "{count} of {height} cells of {title!r} were changed",
}
_HINTS = {
    Movement.SORTED: "if so, sort the whole table instead; a yes takes each cell as it stands",
    Movement.SHIFTED: "if so, undo it; a yes takes each cell as it stands",
    Movement.MANY: "look whether every one of them was meant",
}


@attrs.frozen(kw_only=True)
class _Moved:
    """A column, or the rows of a table, that changed as nobody edits them: what to ask, once for all."""

    says: str
    hint: str
    origin: Origin


def settled(drafts: Drafts, found: Sequence[Compared], ground: Ground) -> Merge:
    """The merge that the drafts come to."""
    moved = {key: each for one in found for key, each in _moved(one, ground).items()}
    gathered: dict[tuple[str, str], list[Proposal]] = {}
    changes, conflicts, questions = [], [], []
    for draft in drafts.drafts:
        proposal = draft.proposal
        key = next(((draft.table, title) for title in draft.columns if (draft.table, title) in moved), None)
        if draft.is_conflict:
            conflicts.append(proposal)
        elif key is not None:
            gathered.setdefault(key, []).append(proposal)
        elif draft.asks:
            questions.append(_question(draft))
        else:
            changes.append(proposal)
    for key, proposals in gathered.items():
        about = moved[key]
        questions.append(
            Question(says=about.says, hint=about.hint, origin=about.origin, proposals=tuple(proposals))
        )
    offered: list[Proposal | Question] = [*changes, *conflicts, *questions]
    names = _ids([each.key for each in offered])
    return Merge(
        file=ground.intake.file,
        changes=_named(changes, names),
        conflicts=_named(conflicts, names),
        questions=_named(questions, names),
        problems=(*ground.intake.problems, *drafts.problems),
    )


def _moved(found: Compared, ground: Ground) -> dict[tuple[str, str], _Moved]:
    table, sheet = found.sheet.of, found.sheet.name
    counts = Counter(edit.column.title for row in found.edited for edit in row.edits)
    origin = Origin(file=ground.intake.file, sheet=sheet)
    moved = {
        (table, title): _Moved(
            says=_SAYS[what].format(title=title, count=counts[title], height=found.height),
            hint=_HINTS[what],
            origin=origin,
        )
        for title, what in found.moved.items()
    }
    for column in found.sheet.columns:
        ours = "" if column.name or not column.title else like_a_missing_column(column.title, found.sheet)
        if ours:
            says = f"is the column {column.title!r} one of their own, or the column {ours!r}?"
            hint = f"if it is ours, call it {ours!r} again; a yes keeps its cells as extra"
            moved[table, column.title] = _Moved(says=says, hint=hint, origin=origin)
    gone, whole = len(found.gone), len(found.gone) + found.height
    if is_many(gone, whole):
        says = f"{gone} of {whole} rows are gone: shall they go from the register, too?"
        moved[table, GONE] = _Moved(says=says, hint="put them back to keep them", origin=origin)
    return moved


def _question(draft: Draft) -> Question:
    proposal = draft.proposal
    return Question(says=draft.asks, hint=draft.hint, origin=proposal.origin, proposals=(proposal,))


def _ids(keys: Sequence[str]) -> dict[str, str]:
    """A short id for each key: the beginning of its digest, as long as it takes to tell them apart."""
    digests = {
        key: b32encode(blake2b(key.encode(), digest_size=20).digest()).decode().lower() for key in keys
    }
    length = next(
        length
        for length in range(_SHORTEST, _LONGEST + 1)
        if len({digest[:length] for digest in digests.values()}) == len(digests)
    )
    return {key: digest[:length] for key, digest in digests.items()}


def _named(offered: Iterable[Named], names: dict[str, str]) -> tuple[Named, ...]:
    return tuple(attrs.evolve(each, id=names[each.key]) for each in offered)
