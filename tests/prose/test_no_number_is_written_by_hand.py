"""No digit and no number word stands in a phrase of ours: every number that is told comes from a fact.

A phrase is any text in the code that could be told: a constant, or the fixed part of an f-string. No phrases
are what says something to a programme or to whoever runs it: documentation, format specifications, patterns,
problem codes, and the words of errors. What else holds a number stands in `NO_PHRASES` with its reason.
In `templates/` every word that is told is its user's; ours there name things and faults.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

import nominate
import nominate_news
import nominate_social

PACKAGE = Path(nominate.__file__).parent
PLUGINS = tuple(Path(str(module.__file__)).parent for module in (nominate_news, nominate_social))
TELLING = (
    *(PACKAGE / "prose" / room for room in ("facts", "posts", "stories", "summarising", "words")),
    *PLUGINS,
)
# Here numbers become words, so the words stand here, and nowhere else.
HOMES = {"words/numbers.py"}

NUMBER = re.compile(
    r"\d|\b(?:zero|nought|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|"
    r"twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|[mb]illions?|"
    r"first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|"
    r"once|twice|thrice|single|double|triple|half|halves|pair|couple|dozens?|either|neither)\b",
    re.IGNORECASE,
)
BOTH = re.compile(r"\bboth\b", re.IGNORECASE)
CODE = re.compile(r"[EW]\d{3}")
# Words that are told hold none of these.
PATTERN = re.compile(r"\(\?[:!<=]|\\p\{")

NO_PHRASES = {
    (
        "posts/platforms.py",
        "UTF-16 code units",
    ): "the unit in which a platform counts, by the name in its data",
    ("posts/platforms.py", "utf-8"): "an encoding",
    ("posts/counting.py", "utf-8"): "an encoding",
    ("posts/counting.py", "utf-16-le"): "an encoding",
    ("words/grammar.py", "half"): "a noun with an irregular plural",
    ("words/grammar.py", "halves"): "its plural",
    ("words/money.py", "0"): "the last digit of an amount with pence",
    ("nominate_news/__init__.py", "message/rfc822"): "a media type",
    (
        "nominate_social/__init__.py",
        "tell what one post has no room for in further, numbered posts",
    ): "what an option is for",
    ("nominate_social/_file.py", "utf-8"): "an encoding",
}


def name_of(path: Path) -> str:
    return "/".join(path.parts[-2:])


def files() -> Iterator[Path]:
    for folder in TELLING:
        yield from sorted(folder.rglob("*.py"))


class Phrases(ast.NodeVisitor):
    """Collects the phrases of a module with their lines, and whether each is said of exactly two."""

    def __init__(self) -> None:
        self.found: list[tuple[int, str, bool]] = []
        self._is_of_two = False

    def visit_Expr(self, node: ast.Expr) -> None:
        if not isinstance(node.value, ast.Constant):
            self.generic_visit(node)

    def visit_FormattedValue(self, node: ast.FormattedValue) -> None:
        self.visit(node.value)

    def visit_Raise(self, node: ast.Raise) -> None:
        """What an error says is told to whoever runs the programme, never in a piece."""

    def visit_Assign(self, node: ast.Assign) -> None:
        """Neither the hint of an error nor the names that a module offers are told."""
        names = {target.id for target in node.targets if isinstance(target, ast.Name)}
        if not names & {"hint", "__all__"}:
            self.generic_visit(node)

    def visit_Call(self, node: ast.Call) -> None:
        said = [*node.args, *(keyword.value for keyword in node.keywords)]
        tells_a_problem = any(
            isinstance(each, ast.Constant) and CODE.fullmatch(str(each.value)) for each in said
        )
        makes_a_pattern = isinstance(node.func, ast.Attribute) and (
            isinstance(node.func.value, ast.Name) and node.func.value.id in {"re", "regex"}
        )
        if not tells_a_problem and not makes_a_pattern:
            self.generic_visit(node)

    def visit_IfExp(self, node: ast.IfExp) -> None:
        self.visit(node.test)
        before, self._is_of_two = self._is_of_two, self._is_of_two or _asks_for_two(node.test)
        self.visit(node.body)
        self._is_of_two = before
        self.visit(node.orelse)

    def visit_Constant(self, node: ast.Constant) -> None:
        if isinstance(node.value, str):
            self.found.append((node.lineno, node.value, self._is_of_two))


def _asks_for_two(test: ast.expr) -> bool:
    return (
        isinstance(test, ast.Compare)
        and [type(each) for each in test.ops] == [ast.Eq]
        and isinstance(test.comparators[0], ast.Constant)
        and test.comparators[0].value == len(("this", "that"))
    )


def phrases(code: str) -> list[tuple[int, str, bool]]:
    seen = Phrases()
    seen.visit(ast.parse(code))
    return seen.found


def numbers_in(code: str, name: str = "") -> list[str]:
    """Every number that stands in a phrase of the code."""
    return [
        f"{name}:{line}: {text!r}"
        for line, text, is_of_two in phrases(code)
        if (name, text) not in NO_PHRASES
        and (NUMBER.search(text) or (BOTH.search(text) and not is_of_two))
        and not CODE.fullmatch(text)
        and not PATTERN.search(text)
    ]


@pytest.mark.parametrize("path", [each for each in files() if name_of(each) not in HOMES], ids=name_of)
def test_no_number_stands_in_a_phrase(path: Path) -> None:
    assert numbers_in(path.read_text("utf-8"), name_of(path)) == []


def test_every_text_that_is_no_phrase_is_still_there() -> None:
    there = {(name_of(path), text) for path in files() for _, text, _ in phrases(path.read_text("utf-8"))}
    assert set(NO_PHRASES) <= there


def test_no_template_of_ours_ships() -> None:
    held = [each for each in (PACKAGE / "prose" / "templates").rglob("*") if each.is_file()]
    assert held
    assert {each.suffix for each in held} <= {".py", ".pyc"}


def test_the_home_of_number_words_is_where_they_are() -> None:
    for home in HOMES:
        assert numbers_in((PACKAGE / "prose" / home).read_text("utf-8"), home)


def test_the_guard_reads_what_is_told() -> None:
    told = {text for path in files() for _, text, _ in phrases(path.read_text("utf-8"))}
    assert {"Notes to editors", "For immediate release", "shortlisted"} <= told
    assert len(told) > 500


@pytest.mark.parametrize(
    "code",
    [
        'said = "won two awards"',
        'said = f"won {number} of 5 awards"',
        'said = f"the {name} won twice"',
        'said = sentence("a third award", "for the year")',
        'return "both" if number == 3 else ""',
        'said = f"both {names}"',
        'return "all" if number == 2 else "both"',
        'WORDS = {"prize": "one of the prizes"}',
        'said = "Won 3 awards".format()',
    ],
)
def test_the_guard_finds_a_number_in_a_phrase(code: str) -> None:
    assert numbers_in(f"def told():\n    {code}")


@pytest.mark.parametrize(
    "code",
    [
        '"""At most two are told."""',
        'said = f"{number:>10} awards"',
        'return f"both {names}" if len(names) == 2 else ""',
        'raise ValueError("takes at most 4")',
        'yield Problem(code="W608", message="not one is told")',
        '_YEARS = re.compile(r"[0-9]{4}")',
        'said = f"{counted(3, noun)} won"',
        'said = "someone won the twofold threefold prize"',
    ],
)
def test_the_guard_lets_through_what_is_no_number_in_a_phrase(code: str) -> None:
    assert not numbers_in(f"def told():\n    {code}")


@pytest.mark.parametrize("path", sorted((PACKAGE / "prose" / "stories").rglob("[a-z]*.py")), ids=name_of)
def test_a_number_that_is_put_into_each_phrase_of_a_story_is_found(path: Path) -> None:
    code = path.read_text("utf-8")
    told = [text for _, text, _ in phrases(code) if " " in text and not PATTERN.search(text)]
    spoilt = _Spoiling(frozenset(told)).visit(ast.parse(code))
    assert len(numbers_in(ast.unparse(spoilt))) == len(told)


class _Spoiling(ast.NodeTransformer):
    """Puts a number behind each of some texts."""

    def __init__(self, told: frozenset[str]) -> None:
        self._told = told

    def visit_Constant(self, node: ast.Constant) -> ast.Constant:
        return ast.Constant(f"{node.value} two ") if node.value in self._told else node


# Numbers are rules or limits there; only texts could be told.
PHRASES_AS_DATA = (*(PACKAGE / "styles").rglob("*.yaml"), *(PACKAGE / "prose").rglob("*.yaml"))
# What is said of the data itself, and two scales that always stand behind a number.
ABOUT_THE_DATA = {"about", "sources", "rules", "source", "light"}
SCALES = {"{} million", "{} billion", "{}m", "{}bn", "UTF-16 code units"}


def texts(data: object) -> Iterator[str]:
    match data:
        case dict():
            for key, value in data.items():
                if key not in ABOUT_THE_DATA:
                    yield from texts(value)
        case list():
            for value in data:
                yield from texts(value)
        case str():
            yield data


@pytest.mark.parametrize("path", PHRASES_AS_DATA, ids=name_of)
def test_no_number_stands_in_a_phrase_that_is_data(path: Path) -> None:
    told = [text for text in texts(yaml.safe_load(path.read_text("utf-8"))) if text not in SCALES]
    assert told
    assert [text for text in told if NUMBER.search(text) or BOTH.search(text)] == []
