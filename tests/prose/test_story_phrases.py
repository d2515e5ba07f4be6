"""No number stands in a phrase of ours: each one comes from a fact, through the words of the style."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import nominate.prose

ROOM = Path(nominate.prose.__file__).parent
# `words` is where numbers become words.
FILES = [path for path in sorted(ROOM.rglob("*.py")) if "words" not in path.relative_to(ROOM).parts]

# The name of an encoding; and what the summary says only where a count is two.
ALLOWED = {"utf-8", "both"}

NUMBER = re.compile(
    r"\d|\b(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty|fifty"
    r"|sixty|seventy|eighty|ninety|hundred|thousand|million|billion|once|twice|thrice|both|half|halves|quarters?"
    r"|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|dozen|pair|couple|double|single)s?\b",
    re.IGNORECASE,
)


def _docstrings(tree: ast.AST) -> set[int]:
    bodies = (
        node.body for node in ast.walk(tree) if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
    )
    first = (body[0] for body in bodies if body)
    return {id(node.value) for node in first if isinstance(node, ast.Expr)}


def _patterns(tree: ast.AST) -> set[int]:
    """What is given to `re`, which finds text and says none."""
    calls = (node for node in ast.walk(tree) if isinstance(node, ast.Call))
    own = (
        call
        for call in calls
        if isinstance(call.func, ast.Attribute) and ast.unparse(call.func.value) == "re"
    )
    return {id(part) for call in own for part in ast.walk(call) if isinstance(part, ast.Constant)}


def _phrases(path: Path) -> Iterator[tuple[int, str]]:
    tree = ast.parse(path.read_text("utf-8"))
    skipped = _docstrings(tree) | _patterns(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            skipped.add(id(node.value))  # a docstring of an attribute
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in skipped:
            yield node.lineno, node.value


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOM).as_posix())
def test_no_phrase_holds_a_number(path: Path) -> None:
    found = [(line, said) for line, said in _phrases(path) if NUMBER.search(said) and said not in ALLOWED]
    assert not found


def test_the_guard_finds_a_number() -> None:
    assert NUMBER.search("both won")
    assert NUMBER.search("the 3 winners")
    assert not NUMBER.search("everyone attended the phone-in")
