"""What loading a plugin brings in, asked in a process that has loaded nothing else."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

from nominate.errors import PluginError

__all__ = ["modules_imported"]


def modules_imported(_records: tuple[object, ...], arguments: Mapping[str, object], _folder: Path) -> object:
    """Those of `arguments["modules"]` that the process holds once the plugin is loaded and its hook has run.

    >>> modules_imported((), {"modules": ["sys", "no_such_module"]}, Path())
    ['sys']
    """
    match arguments:
        case {"modules": list(modules)}:
            return [name for name in modules if name in sys.modules]
    raise PluginError(f"modules to look for are missing among {sorted(arguments)}")
