"""What loading a plugin brings in, asked in a process that has loaded nothing else."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

__all__ = ["modules_imported"]


def modules_imported(_records: tuple[object, ...], arguments: Mapping[str, Any], _folder: Path) -> object:
    """Those of `arguments["modules"]` that the process holds once the plugin is loaded and its hook has run.

    >>> modules_imported((), {"modules": ["sys", "no_such_module"]}, Path())
    ['sys']
    """
    return [name for name in arguments["modules"] if name in sys.modules]
