"""The command `nominate`: the one room that reads the clock, the environment and the terminal.

Starting it imports click and nothing else: each command's module is imported when the command is run.
"""

from __future__ import annotations

from nominate.cli.application import application

__all__ = ["main"]


def main() -> None:
    """Run the command line of this process and end it with an exit code; see `nominate.cli.endings`."""
    application.main(prog_name="nominate")
