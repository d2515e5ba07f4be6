"""Running a contract kit as an author would, and what each of its tests said."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

__all__ = ["ran"]


def ran(*tests: str, report: Path) -> dict[str, str]:
    """The message of each test that did not pass, by its name; an empty one for a test that passed."""
    subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", f"--junit-xml={report}", *tests],
        check=False,
        capture_output=True,
        # Here a skip is what is looked for.
        env={name: value for name, value in os.environ.items() if name != "NOMINATE_NOTHING_SKIPS"},
    )
    return {
        f"{case.attrib['classname'].rpartition('.')[2]}::{case.attrib['name']}": "".join(
            f"{outcome.tag} {outcome.attrib.get('message', '')}" for outcome in case
        )
        for case in ET.parse(report).iter("testcase")  # noqa: S314 - our own report
    }
