"""Every fault in what a register's records mean, each with a stable code.

Each module looks at one subject: `ids`, `references`, `dates` and so on. None of them reads a file.
"""

from __future__ import annotations

from nominate.register.checks.check import check
from nominate.register.checks.finding import Finding, Path
from nominate.register.checks.index import KnownIds

__all__ = ["Finding", "KnownIds", "Path", "check"]
