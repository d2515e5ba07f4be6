from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import nominate
from nominate.codes import CODES

ROOT = Path(__file__).parents[2]
REFERENCE = ROOT / "docs" / "reference"


def _generate(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, root / "docs" / "generate.py", *arguments],
        capture_output=True,
        text=True,
        check=False,
    )


def test_every_generated_page_and_schema_is_current() -> None:
    done = _generate(ROOT, "--check")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_a_stale_page_is_named_and_mended(tmp_path: Path) -> None:
    for name in ("docs", "schemas"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("_build", "__pycache__"))
    page = tmp_path / "docs" / "reference" / "problem-codes.md"
    page.write_text("stale", "utf-8")
    checked = _generate(tmp_path, "--check")
    assert checked.returncode == 1
    assert "problem-codes.md is stale" in checked.stdout
    assert _generate(tmp_path).returncode == 0
    assert page.read_text("utf-8") == (REFERENCE / "problem-codes.md").read_text("utf-8")


def test_a_generated_page_says_that_it_is_one() -> None:
    made = [
        path for path in REFERENCE.rglob("*.md") if path.name not in {"index.md", "glossary.md", "demo.md"}
    ]
    assert all(path.read_text("utf-8").startswith("<!-- Made from the code") for path in made)
    assert len(made) >= 14


def test_the_page_of_problem_codes_lists_every_code() -> None:
    text = (REFERENCE / "problem-codes.md").read_text("utf-8")
    assert re.findall(r"^\| `([EW]\d{3})` ", text, re.MULTILINE) == sorted(CODES, key=lambda code: code[1:])


def test_every_code_that_the_package_tells_is_declared() -> None:
    package = Path(nominate.__file__).parent
    told = {
        code
        for path in package.rglob("*.py")
        for code in re.findall(r'"([EW]\d{3})"', path.read_text("utf-8"))
    }
    assert told <= set(CODES)


def test_the_pages_of_python_document_every_public_name_once() -> None:
    pages = "".join(
        (REFERENCE / "python" / f"{name}.md").read_text("utf-8") for name in ("nominate", "errors")
    )
    documented = re.findall(r":: nominate\.(?:errors\.)?([A-Z_a-z]+)$", pages, re.MULTILINE)
    assert set(nominate.__all__) <= set(documented)
    assert len(documented) == len(set(documented))
