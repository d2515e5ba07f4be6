"""Making a file for each of many, as a command: the bar, what is told at the end, and the exit code."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import wraps
from pathlib import Path
from typing import TypeVar, cast

import attrs
import click

from nominate.batch.each import Progress, export_each
from nominate.batch.outcome import Batch, BatchFile, FileState
from nominate.batch.planning import fields_of
from nominate.cli import environment
from nominate.cli.endings import Ending
from nominate.cli.json_text import json_text
from nominate.cli.progress import progress_bar
from nominate.cli.talk import counted, say, size_text, tell_problems
from nominate.errors import Problem, UsageError
from nominate.exporting.exporters import Exporters
from nominate.exporting.output import Output
from nominate.files.reading import name_of
from nominate.model.fields import Audience
from nominate.model.when import When
from nominate.plugging.faults import problem_to
from nominate.register.register import Register
from nominate.viewing.build import EACH
from nominate.viewing.view import LEFT_OUT

__all__ = ["Asked", "Several", "made_each", "several"]

F = TypeVar("F", bound=Callable[..., int | None])

_STREAM = Path("-")
_MOST_NAMED = 12
_READERS = {
    Audience.PUBLIC: f"public. {LEFT_OUT}",
    Audience.PRESS: f"press: each file says until when it is embargoed. {LEFT_OUT}",
    Audience.INTERNAL: "team itself: do not pass it on",
}
# In the order in which they are told.
_SAID = {
    FileState.CURRENT: "current",
    FileState.KEPT: "left, as changed by hand",
    FileState.SKIPPED: "skipped",
    FileState.FAILED: "failed",
}
# How the reason begins where an audience may know nothing; more than that need not be said of many files.
_NOTHING = "nothing to "


@attrs.frozen(kw_only=True)
class Several:
    """That a file is wanted for each of something, and how they are made.

    >>> Several(each="award", jobs=1, is_again=False, is_dry=True).each
    'award'
    """

    each: str
    jobs: int
    is_again: bool
    is_dry: bool


@attrs.frozen(kw_only=True)
class Asked:
    """What somebody asked for: which files, of what register, for whom.

    `is_present` says that nobody named the moment `as_of`: it is now.

    >>> [field.name for field in attrs.fields(Asked)][:2]
    ['outputs', 'path']
    """

    outputs: tuple[Output, ...]
    path: Path
    exporters: Exporters
    audience: Audience
    as_of: When
    is_present: bool
    filters: Mapping[str, object]


def several(function: F) -> F:
    """`--each` and what goes with it; the command gets `several`, None for one file of all."""

    @wraps(function)
    def chosen(
        *args: object, each: str | None, jobs: int | None, again: bool, dry_run: bool, **given: object
    ) -> int | None:
        if each is None and (jobs is not None or again or dry_run):
            raise UsageError("--jobs, --again and --dry-run go with --each")
        files = cast("tuple[Path, ...]", given["files"])
        if each is None and (fields := [field for file in files for field in _fields(str(file))]):
            raise UsageError(
                f"{fields[0]} in a name goes with --each; say of what, as in --each organisation"
            )
        if each is not None and _STREAM in files:
            raise UsageError('--each makes several files; name them, as in -o "briefings/{id}.pdf"')
        asked = each and Several(each=each, jobs=jobs or 1, is_again=again, is_dry=dry_run)
        return function(*args, several=asked or None, **given)

    for option in reversed(_OPTIONS):
        chosen = option(chosen)
    return cast("F", chosen)


def _fields(name: str) -> list[str]:
    """The fields in a name, of those that a batch fills."""
    return [written for field in fields_of("edition") if (written := f"{{{field}}}") in name]


_OPTIONS = (
    click.option(
        "--each",
        type=click.Choice(EACH),
        help="Make a file for each of these instead of one of all; FILE names them with {id} or {name}.",
    ),
    click.option(
        "--jobs",
        type=click.IntRange(min=1),
        metavar="N",
        help="With --each: work in so many processes.  [default: 1]",
    ),
    click.option("--again", is_flag=True, help="With --each: make also what is current or changed by hand."),
    click.option("--dry-run", is_flag=True, help="With --each: show what would be made, and write nothing."),
)


def made_each(register: Register, asked: Asked, wanted: Several, *, form: str) -> Ending:
    """Make the files, tell of them, and give the exit code.

    A failure counts for more than a decision that is left to somebody, and that for more than nothing to say.
    """
    try:
        with progress_bar("looking at what there is", f"making {_named_files(asked)}") as progress:
            batch = _made(register, asked, wanted, progress)
    except KeyboardInterrupt:
        say("every file that was made is whole; give the same command again to go on")
        raise
    if form == "json":
        click.echo(json_text(_data(batch, asked, wanted)))
    else:
        _tell(batch, asked, is_dry=wanted.is_dry)
    return _ending(batch)


def _made(register: Register, asked: Asked, wanted: Several, progress: Progress | None) -> Batch:
    return export_each(
        register,
        asked.outputs,
        each=wanted.each,
        as_of=asked.as_of,
        audience=asked.audience,
        to=None,
        options=None,
        exporters=asked.exporters,
        beside=None if asked.path == _STREAM else asked.path,
        jobs=wanted.jobs,
        executor=None,
        is_again=wanted.is_again,
        is_lasting=asked.is_present,
        is_dry=wanted.is_dry,
        progress=progress,
        **asked.filters,
    )


def _named_files(asked: Asked) -> str:
    return " and ".join(Path(output.path).name for output in asked.outputs)


def _ending(batch: Batch) -> Ending:
    if batch.failed:
        return Ending.FAILED
    if batch.kept:
        return Ending.PROBLEMS
    return Ending.NOTHING if len(batch.skipped) == len(batch.files) else Ending.FINE


def _tell(batch: Batch, asked: Asked, *, is_dry: bool) -> None:
    tell_problems(batch.problems)
    tell_problems(_problems(batch.files))
    _tell_failures(batch.failed)
    _tell_skipped(batch.skipped)
    if is_dry:
        for file in batch.files:
            click.echo(f"{file.state.value:8}{file.path}")
        say("nothing was written: this was a dry run")
    else:
        say("; ".join(_sums(batch)))
        if asked.path == _STREAM:
            say(
                "nothing remembers that for a register from the standard input; the next time makes all again"
            )
    say(f"as of {asked.as_of}, for the {_READERS[asked.audience]}")


def _tell_skipped(files: tuple[BatchFile, ...]) -> None:
    """Each reason once; that there is nothing needs no other."""
    for reason, some in _by(lambda file: "" if file.reason.startswith(_NOTHING) else file.reason, files):
        say(f"skipped {_named(some)}: {reason}" if reason else f"nothing to say of {_named(some)}")


def _tell_failures(files: tuple[BatchFile, ...]) -> None:
    """Each reason once, however many files it stands in the way of."""
    for reason, (first, *others) in _by(_reason, files):
        if others:
            whose = f"; for {_named((first, *others))}"
            click.echo(f"{click.style(f'{len(others) + 1:,} files', fg='red')}: {reason}{whose}", err=True)
        else:
            click.echo(f"{click.style(first.id, fg='red')}: {first.reason}", err=True)
        if environment.is_debugging() and first.details:
            click.echo(first.details, err=True)


def _reason(file: BatchFile) -> str:
    """Why a file failed, without its name, so that many may have the same."""
    return file.reason.removeprefix(f"{name_of(file.path)}: ")


def _by(
    reason_of: Callable[[BatchFile], str], files: Iterable[BatchFile]
) -> Iterable[tuple[str, tuple[BatchFile, ...]]]:
    """Each reason with all its files, in the order in which it came up first."""
    reasons: dict[str, list[BatchFile]] = {}
    for file in files:
        reasons.setdefault(reason_of(file), []).append(file)
    return ((reason, tuple(some)) for reason, some in reasons.items())


def _problems(files: Iterable[BatchFile]) -> Iterator[Problem]:
    for file in files:
        if file.state is not FileState.FAILED:
            for problem in file.problems:
                yield problem if problem.file else attrs.evolve(problem, file=str(file.path))


def _named(files: tuple[BatchFile, ...]) -> str:
    ids = tuple(dict.fromkeys(file.id for file in files))
    shown = ", ".join(ids[:_MOST_NAMED])
    left = len(ids) - _MOST_NAMED
    return f"{shown} and {counted(left, 'other')} (--json lists all)" if left > 0 else shown


def _sums(batch: Batch) -> Iterator[str]:
    size = sum(file.size for file in batch.made)
    makers = " and ".join(dict.fromkeys(file.exporter for file in batch.files))
    told = f" ({makers}, {size_text(size)})" if batch.made else ""
    yield f"made {counted(len(batch.made), 'file')}{told}"
    for state, said in _SAID.items():
        number = len(batch.being(state))
        if number:
            yield f"{number:,} {said}"


def _data(batch: Batch, asked: Asked, wanted: Several) -> dict[str, object]:
    return {
        "each": wanted.each,
        "audience": asked.audience.value,
        "as_of": str(asked.as_of),
        "counts": {state.value: len(batch.being(state)) for state in FileState},
        "files": [_file(file) for file in batch.files],
        "problems": [problem_to(problem) for problem in batch.problems],
    }


def _file(file: BatchFile) -> dict[str, object]:
    return {
        "id": file.id,
        "name": file.name,
        "path": str(file.path),
        "state": file.state.value,
        "exporter": file.exporter,
        "media_type": file.media_type,
        "size": file.size,
        "reason": file.reason,
        "problems": [problem_to(problem) for problem in file.problems],
    }
