"""Every example of the documentation is done as a reader would do it, page by page, from top to bottom.

A page begins in an empty folder that holds the demonstration's two registers. Its blocks are, by language:

- `python`: run, all of a page in one namespace; `>>>` examples are compared with what they give.
- `console`: each `$ nominate …` is run; what is shown below it is compared, with `...` for what is left out.
- `sh`: not run, but each `nominate …` must be a command line that nominate understands.

A comment before a block says more: `<!-- file: awards/us.yaml -->` writes the block to that file,
`<!-- whole register -->` wants it to load without a fault, `<!-- not run: why -->` leaves it alone.
"""

from __future__ import annotations

import doctest
import io
import os
import re
import shlex
import shutil
import subprocess
import sys
import types
from collections.abc import Iterator
from pathlib import Path

import attrs
import click
import pytest

import nominate
from nominate.cli.application import COMMANDS, application

ROOT = Path(__file__).parents[2]
DEMO = Path(nominate.__file__).parent / "demo"
PAGES = [
    ROOT / "README.md",
    *sorted(
        path
        for path in (ROOT / "docs").rglob("*.md")
        if not {"_build", "examples", "generating"} & set(path.relative_to(ROOT).parts)
    ),
]
_BLOCK = re.compile(r"^( *)(?:<!-- ([^>]+) -->\n+ *)?```(\w+)\n(.*?)^ *```$", re.MULTILINE | re.DOTALL)


@attrs.frozen(kw_only=True)
class Block:
    """A fenced block of a page: its language, what the comment before it says, its text and its line."""

    language: str
    note: str
    text: str
    line: int


def _blocks(path: Path) -> Iterator[Block]:
    text = path.read_text("utf-8")
    for found in _BLOCK.finditer(text):
        indent, note, language, content = found.groups()
        lines = [line.removeprefix(indent) for line in content.splitlines(keepends=True)]
        number = text.count("\n", 0, found.start()) + 1
        yield Block(language=language, note=note or "", text="".join(lines), line=number)


def _id(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def _is_run(block: Block) -> bool:
    return not block.note.startswith("not run")


def _pages_with_examples() -> list[Path]:
    return [page for page in PAGES if any(each.language in {"python", "console"} for each in _blocks(page))]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder that holds the demonstration's registers, as after `nominate demo`."""
    for name in ("west-of-england", "aberdwr"):
        shutil.copytree(DEMO / name, tmp_path / name)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    "page",
    [path for path in PAGES if any(each.language in {"python", "console"} for each in _blocks(path))],
    ids=_id,
)
def test_the_examples_of_a_page_do_what_the_page_says(page: Path, folder: Path) -> None:
    module = types.ModuleType("__main__")
    for block in filter(_is_run, _blocks(page)):
        if block.note.startswith("file: "):
            target = folder / block.note.removeprefix("file: ").strip()
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(block.text, "utf-8")
        elif block.language == "python":
            _run_python(block, vars(module), f"{_id(page)}:{block.line}")
        elif block.language == "console":
            _run_console(block, folder)


def _run_python(block: Block, names: dict[str, object], place: str) -> None:
    if ">>>" not in block.text:
        exec(compile(block.text, place, "exec"), names)  # noqa: S102 - the documentation's own example
        return
    test = doctest.DocTestParser().get_doctest(block.text, names, place, None, 0)
    told = io.StringIO()
    runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE)
    runner.run(test, out=told.write, clear_globs=False)
    names |= test.globs
    assert not runner.failures, told.getvalue()


def _run_console(block: Block, folder: Path) -> None:
    for typed, shown in _commands(block):
        command, _, target = typed.partition(" | ")[0].partition(" > ")
        arguments = shlex.split(command, comments=True)
        if arguments[0] != "nominate":
            continue
        done = _ran(arguments, folder)
        if target:
            (folder / target.strip()).write_text(done.stdout, "utf-8")
        if shown:
            is_so = re.fullmatch(_pattern(shown), _trimmed(done.stdout))
            assert is_so, f"line {block.line}: {typed}\n--- shown\n{shown}\n--- said\n{done.stdout}"
        else:
            assert done.returncode == 0, f"line {block.line}: {typed}\n{done.stdout}"


def _ran(arguments: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", *arguments],
        cwd=folder,
        env={**os.environ, "NO_COLOR": "1", "COLUMNS": "100", "PYTHONIOENCODING": "utf-8"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )


def _commands(block: Block) -> Iterator[tuple[str, str]]:
    for part in re.split(r"^\$ ", block.text, flags=re.MULTILINE)[1:]:
        typed, _, shown = part.partition("\n")
        while typed.endswith("\\"):
            more, _, shown = shown.partition("\n")
            typed = typed[:-1] + more.strip()
        yield typed, _trimmed(shown)


def _trimmed(text: str) -> str:
    return "".join(f"{line.rstrip()}\n" for line in text.strip().splitlines())


def _pattern(shown: str) -> str:
    """`...` stands for any text of a line; alone on a line, for any number of lines."""
    lines = (re.escape(line).replace(re.escape("..."), ".*?") for line in shown.splitlines())
    return "".join(r"(?:.*\n)*?" if line == ".*?" else rf"{line}\n" for line in lines)


def _typed_lines() -> list[tuple[str, str]]:
    """Each command line of `nominate` in the pages, with where it stands."""
    found = []
    for page in PAGES:
        for block in _blocks(page):
            if block.language not in {"sh", "console"} or not _is_run(block):
                continue
            joined = block.text.replace("\\\n", " ")
            for line in joined.splitlines():
                typed = line.removeprefix("$ ").strip()
                if re.match(r"(\S*/)?nominate ", typed):
                    found.append((f"{_id(page)}:{block.line}", typed))
    return found


@pytest.mark.parametrize(("place", "typed"), _typed_lines())
def test_each_command_line_of_the_pages_is_one_that_nominate_understands(place: str, typed: str) -> None:
    arguments = shlex.split(re.split(r" [>|] ", typed, maxsplit=1)[0], comments=True)[1:]
    if arguments[0].startswith("-"):
        assert arguments[0] in {"--help", "--version"}, place
        return
    name, *rest = arguments
    assert name in COMMANDS, f"{place}: no command {name!r}"
    context = click.Context(application, info_name="nominate")
    command = application.get_command(context, name)
    assert command is not None
    if "--help" not in rest:
        command.make_context(name, rest, parent=context)


def _whole_registers() -> list[tuple[str, str]]:
    return [
        (f"{_id(page)}:{block.line}", block.text)
        for page in PAGES
        for block in _blocks(page)
        if block.note == "whole register"
    ]


@pytest.mark.parametrize(("place", "text"), _whole_registers())
def test_each_whole_register_of_the_pages_loads(place: str, text: str) -> None:
    found = nominate.examine(io.BytesIO(text.encode()))
    assert not found.errors, place


def test_the_pages_do_show_examples() -> None:
    languages = [block.language for page in PAGES for block in _blocks(page) if _is_run(block)]
    assert languages.count("python") > 5
    assert languages.count("console") > 10
