"""The table of DESIGN section 4, held against every import of the package and its plugins."""

from __future__ import annotations

import ast
import importlib.util
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import nominate

PACKAGE = Path(nominate.__file__).parent
EXAMPLES = Path(__file__).parents[1] / "docs" / "examples"
PLUGINS = (
    "nominate_excel",
    "nominate_html",
    "nominate_news",
    "nominate_pdf",
    "nominate_social",
    "nominate_tables",
)
DOORS = {
    "nominate",
    "nominate.errors",
    "nominate.documents",
    "nominate.prose",
    "nominate.sheets",
    "nominate.testing",
}

# What each room may import; with it, what that may import in turn.
ROOMS: dict[str, set[str]] = {
    "errors": set(),
    "codes": set(),
    "model": {"errors"},
    "files": {"errors", "model"},
    "register": {"model"},
    "sheets": {"files"},
    "styles": {"files"},
    "branding": {"files"},
    "storage": {"register", "files", "styles"},
    "viewing": {"register", "files"},
    "documents": {"errors"},
    "prose": {"viewing", "documents", "files", "styles"},
    "plugging": {"errors", "files"},
    "exporting": {"viewing", "plugging", "files"},
    "batch": {"exporting", "storage"},
    "importing": {"viewing", "plugging", "files", "sheets"},
    "foreign": {"sheets", "importing"},
    # The kit's examples are made through the door, as its users would make theirs.
    "testing": {"exporting", "importing", "prose", "nominate"},
    "cli": {"storage", "exporting", "batch", "importing", "foreign", "prose", "codes", "demo", "nominate"},
    "demo": set(),
    "nominate": {"storage", "exporting", "batch", "importing", "viewing", "plugging", "branding"},
    "__main__": {"cli"},
}

# Only `nominate/cli/` may ask what moment it is, what the environment says, or for chance.
CHANCE_AND_CLOCK = {
    "datetime.now",
    "datetime.today",
    "datetime.utcnow",
    "date.today",
    "time.time",
    "time.time_ns",
    "time.localtime",
    "time.gmtime",
    "time.strftime",
    "os.environ",
    "os.environb",
    "os.getenv",
    "os.urandom",
    "locale.getlocale",
}
MODULES_OF_CHANCE = {"random", "secrets", "uuid", "locale"}
NETWORK = {"socket", "ssl", "http", "ftplib", "smtplib", "requests", "httpx", "urllib3", "aiohttp"}


def _room(path: Path) -> str:
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    return "nominate" if parts == ("__init__",) else parts[0]


def _modules(path: Path) -> Iterator[str]:
    """Every module that a file imports, anywhere in it."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}:{node.lineno} imports relatively"
            yield node.module or ""
            # `from nominate.prose import words` may mean a module, too.
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def _rooms_asked(path: Path) -> set[str]:
    known = {module for module in _modules(path) if module.split(".")[0] == "nominate"}
    names = {module.partition(".")[2].partition(".")[0] for module in known}
    return {name if name in ROOMS else "nominate" for name in names} - {_room(path)}


def _reachable(room: str) -> set[str]:
    direct = ROOMS[room]
    return direct.union(*(_reachable(each) for each in direct if each != "nominate")) if direct else set()


def _own_files() -> list[Path]:
    return [path for path in sorted(PACKAGE.rglob("*.py")) if "__pycache__" not in path.parts]


def _files_but_the_command_line() -> list[Path]:
    return [path for path in _own_files() if _room(path) != "cli"]


def _plugin_files(*names: str) -> list[Path]:
    specs = (importlib.util.find_spec(name) for name in names)
    folders = [Path(spec.origin).parent for spec in specs if spec is not None and spec.origin is not None]
    return [path for folder in folders for path in sorted(folder.rglob("*.py"))]


@cache
def _inner_rooms() -> dict[str, dict[str, set[str]]]:
    """For each package: what stands in it, folder or module, and what of the same package that asks for."""
    files = {_module(path): path for path in [*_own_files(), *_plugin_files(*PLUGINS)]}
    packages: dict[str, dict[str, set[str]]] = {}
    for module, path in files.items():
        for asked in _modules(path):
            package, here, there = _parting(module, asked)
            if asked in files and here and there:
                packages.setdefault(package, {}).setdefault(here, set()).add(there)
    return packages


def _module(path: Path) -> str:
    # A plugin stands beside the package once it is installed, and in a folder of its own before.
    above = next(folder for folder in path.parents if not (folder / "__init__.py").exists())
    return ".".join(path.relative_to(above).with_suffix("").parts).removesuffix(".__init__")


def _parting(one: str, other: str) -> tuple[str, str, str]:
    """The package that two modules share, and what of it each of them stands in."""
    ours, theirs = one.split("."), other.split(".")
    shared = next((n for n, (a, b) in enumerate(zip(ours, theirs, strict=False)) if a != b), len(ours))
    return ".".join(ours[:shared]), "".join(ours[shared : shared + 1]), "".join(theirs[shared : shared + 1])


def _rooms_within(package: str) -> set[str]:
    """The rooms of a package; of no package, all packages that there are."""
    if not package:
        return {PACKAGE.name, *PLUGINS}
    spec = importlib.util.find_spec(package)
    folders = spec.submodule_search_locations if spec is not None else None
    return {each.name for folder in folders or () for each in Path(folder).glob("*/")}


def _circle(asks: dict[str, set[str]]) -> set[str]:
    """What is left when everything that asks for nothing that is left has gone, from below and from above."""
    left = set(asks)
    while True:
        asked = {each for name in left for each in asks[name] & left}
        kept = {name for name in left if asks[name] & left} & asked
        if kept == left:
            return left
        left = kept


def _id(path: Path) -> str:
    return path.relative_to(PACKAGE.parent).as_posix() if path.is_relative_to(PACKAGE) else path.name


def test_every_room_is_in_the_table() -> None:
    assert {_room(path) for path in _own_files()} <= set(ROOMS)


def test_the_table_has_no_circle() -> None:
    done: list[str] = []
    left = dict(ROOMS)
    while left:
        free = [room for room, asks in left.items() if not asks & set(left)]
        assert free, f"these rooms need each other: {sorted(left)}"
        done += free
        left = {room: asks for room, asks in left.items() if room not in free}
    assert set(done) == set(ROOMS)


@pytest.mark.parametrize("package", sorted(_inner_rooms()))
def test_no_two_rooms_within_a_room_need_each_other(package: str) -> None:
    assert not _circle(_inner_rooms()[package]) & _rooms_within(package)


@pytest.mark.parametrize("path", _own_files(), ids=_id)
def test_a_module_imports_only_what_is_below_its_room(path: Path) -> None:
    assert _rooms_asked(path) <= _reachable(_room(path))


@pytest.mark.parametrize("path", [*_plugin_files(*PLUGINS), *sorted(EXAMPLES.rglob("*.py"))], ids=_id)
def test_a_plugin_comes_in_by_the_doors_alone(path: Path) -> None:
    asked = [
        node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.ImportFrom)
    ]
    ours = {node.module or "" for node in asked if (node.module or "").split(".")[0] == "nominate"}
    assert ours <= DOORS


@pytest.mark.parametrize("name", PLUGINS)
def test_every_stock_plugin_is_looked_at(name: str) -> None:
    assert _plugin_files(name)


@pytest.mark.parametrize("path", [*_files_but_the_command_line(), *_plugin_files(*PLUGINS)], ids=_id)
def test_only_the_command_line_asks_for_the_clock_the_environment_or_chance(path: Path) -> None:
    used = {
        f"{node.value.id}.{node.attr}"
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name)
    }
    assert not used & CHANCE_AND_CLOCK
    modules = set(_modules(path))
    assert not {module.split(".")[0] for module in modules} & MODULES_OF_CHANCE
    assert not modules & CHANCE_AND_CLOCK


@pytest.mark.parametrize("path", [*_own_files(), *_plugin_files(*PLUGINS)], ids=_id)
def test_nothing_here_can_speak_to_a_network(path: Path) -> None:
    modules = set(_modules(path))
    assert not {module.split(".")[0] for module in modules} & NETWORK
    assert not any(module.startswith("urllib.request") for module in modules)


def test_the_page_on_the_architecture_draws_the_same_rooms() -> None:
    page = (EXAMPLES.parent / "explanation" / "architecture.md").read_text("utf-8")
    drawn = {
        name.removesuffix(".py") for name in re.findall(r"^\| `nominate/([a-z.]+)/?` ", page, re.MULTILINE)
    }
    assert drawn == set(ROOMS) - {"nominate", "__main__", "demo"}
