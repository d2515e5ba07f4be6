"""What `.ci/run` runs, each also by hand: `nox -s lint`, `nox -s types`, …; `nox -l` lists them."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import nox

nox.options.sessions = ["lint", "types", "tests", "docs", "wheel"]
nox.options.error_on_missing_interpreters = False
nox.needs_version = ">=2024.3"

HERE = Path(__file__).parent
JUDGES = Path("tests", "judges", "node_modules")
CODE = ("nominate", "plugins", "tests", "docs", "noxfile.py")
# What the tests read beside the package: the pages, and the pages that the README leads to.
BESIDE_THE_SOURCE = (
    "tests", "docs", "schemas", "pyproject.toml",
    "README.md", "CHANGELOG.md", "CONTRIBUTING.md", "LICENSE", "SECURITY.md",
)  # fmt: skip
PYTHONS = ("3.11", "3.12", "3.13", "3.14")
# Room for every judge and reader that the tests ask; see tests/judges.
SUITE = ("-n", "auto", "--dist", "loadfile")


@nox.session
def lint(session: nox.Session) -> None:
    """The style of the code, and its form."""
    session.install(*_group("lint"))
    session.run("ruff", "check", *CODE)
    session.run("ruff", "format", "--check", *CODE)


@nox.session
def types(session: nox.Session) -> None:
    """Strict types over everything, tests included."""
    session.install("-e", ".[test,docs]", *_group("types"))
    session.run("mypy", *CODE)


@nox.session(python=PYTHONS)
def tests(session: nox.Session) -> None:
    """The suite against an ordinary installation, on each Python that is at hand."""
    session.install(".[test]")
    session.run("pytest", *SUITE, *session.posargs)


@nox.session
def oldest(session: nox.Session) -> None:
    """The suite with the oldest versions that the dependencies' lower bounds allow."""
    session.install("uv")
    session.run("uv", "pip", "install", "--python", str(session.virtualenv.location), "--resolution",
                "lowest-direct", ".[test]")  # fmt: skip
    session.run("pytest", *SUITE, *session.posargs)


@nox.session
def docs(session: nox.Session) -> None:
    """The pages, with every warning an error; generated pages must be current."""
    session.install(".[docs,test]")
    session.run("python", "docs/generate.py", "--check")
    session.run("sphinx-build", "-W", "-n", "-q", "-b", "html", "docs", "docs/_build/html")


@nox.session
def wheel(session: nox.Session) -> None:
    """The suite against the built wheel, with the source out of reach, and the coverage gate."""
    session.install("build")
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        session.run("python", "-m", "build", "--wheel", "--outdir", str(place / "dist"), silent=True)
        built = next((place / "dist").glob("*.whl"))
        for name in BESIDE_THE_SOURCE:
            _copy(HERE / name, place / name)
        # What npm installed stays where it is: it is large, and no source of ours.
        (place / JUDGES).symlink_to(HERE / JUDGES)
        session.install(f"{built}[test]")
        session.chdir(place)
        session.run("pytest", *SUITE, "--cov", "--cov-report=term", *session.posargs)
        session.chdir(HERE)


@nox.session
def benchmarks(session: nox.Session) -> None:
    """Time and memory beside the named peers, in one run."""
    session.install(".", *_group("benchmarks"))
    session.run("python", "tests/benchmarks/run.py", *session.posargs)


def _group(name: str) -> tuple[str, ...]:
    return nox.project.dependency_groups(nox.project.load_toml(HERE / "pyproject.toml"), name)


def _copy(source: Path, target: Path) -> None:
    if source.is_dir():
        shutil.copytree(
            source, target, ignore=shutil.ignore_patterns("__pycache__", "_build", "node_modules")
        )
    else:
        shutil.copy2(source, target)
