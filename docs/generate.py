"""Write every page and schema that is made from the code; with `--check`, only say which are stale.

python docs/generate.py
python docs/generate.py --check
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from generating.command_line import command_line, exit_codes
from generating.exporters import exporters, stock
from generating.file_format import file_format
from generating.lists import columns, problem_codes, rules
from generating.platforms import social_platforms
from generating.python import DOORS, door, python
from generating.styles import styles
from generating.templates import template_facts
from nominate.files.schema import register_schema
from nominate.plugging.schemas import options_schema

ROOT = Path(__file__).parents[1]
PAGES = {
    "command-line.md": command_line,
    "exit-codes.md": exit_codes,
    "exporters.md": exporters,
    "file-format.md": file_format,
    "problem-codes.md": problem_codes,
    "counting-rules.md": rules,
    "table-columns.md": columns,
    "style-profiles.md": styles,
    "social-platforms.md": social_platforms,
    "template-facts.md": template_facts,
    "python/nominate.md": python,
}


def generated() -> dict[Path, str]:
    """The text of every generated file, by its path."""
    schemas = {"register.schema.json": register_schema()} | {
        f"options-{one.name}.schema.json": options_schema(one.options, exporter=one.name) for one in stock()
    }
    reference = ROOT / "docs" / "reference"
    pages = {reference / name: make() for name, make in PAGES.items()}
    doors = {reference / "python" / f"{page}.md": door(name) for page, name in DOORS.items()}
    return pages | doors | {ROOT / "schemas" / name: _json(schema) for name, schema in schemas.items()}


def main(arguments: list[str]) -> int:
    """Write the files, or with `--check` only compare them; gives the exit code."""
    stale = {path: text for path, text in generated().items() if _content(path) != text}
    if "--check" in arguments:
        for path in stale:
            print(f"{path.relative_to(ROOT)} is stale; run python docs/generate.py")
        return int(bool(stale))
    for path, text in stale.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8", newline="\n")
    return 0


def _json(schema: dict[str, object]) -> str:
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def _content(path: Path) -> str:
    return path.read_text("utf-8") if path.is_file() else ""


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
