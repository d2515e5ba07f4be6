"""A cell that an importer could not read is told, and never taken for an edit."""

from __future__ import annotations

import attrs
import pytest
from made_up.sent_trackers import edited, merged

from nominate import Intake, Problem, Register, Severity


@pytest.mark.parametrize(
    ("severity", "changes"), [(Severity.ERROR, 0), (Severity.WARNING, 1)], ids=["an error", "a warning"]
)
def test_a_cell_that_shows_an_error_changes_nothing(
    register: Register, sent: Intake, severity: Severity, changes: int
) -> None:
    changed = merged(edited(sent, ("nominations", "lamp", "owner", "#N/A")), register)
    (origin,) = (each.origin for each in changed.changes)
    problem = Problem(
        code="E123", message="shows #N/A", sheet=origin.sheet, cell=origin.cell, severity=severity
    )
    found = merged(
        attrs.evolve(sent, problems=(problem,)), register, ("nominations", "lamp", "owner", "#N/A")
    )
    assert len(found.changes) == changes
    assert problem in found.problems
