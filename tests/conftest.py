"""What several rooms' tests need: a small view, a stranger's distribution, the outside judges."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Generator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from judges.pdf import EveryPdf, every_pdf_kept

from nominate import (
    Award,
    AwardCategory,
    Decision,
    Edition,
    Nomination,
    Nominee,
    Organisation,
    Outcome,
    Records,
    Register,
    View,
    When,
    view,
)

Install = Callable[..., Path]
Judge = Callable[[str], str]

# A law holds or not, however slow the machine is; where `CI` is set, the examples are the same each time.
settings.register_profile(
    "untimed", deadline=None, derandomize="CI" in os.environ, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("untimed")

JUDGES = Path(__file__).parent / "judges" / "node_modules"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Where every judge must be there (`NOMINATE_NOTHING_SKIPS`, set by `.ci/run`), a skip is a failure."""
    report = yield
    if report.skipped and not hasattr(report, "wasxfail") and os.environ.get("NOMINATE_NOTHING_SKIPS"):
        report.outcome = "failed"
        report.longrepr = f"skipped where nothing may skip: {report.longrepr}"
    return report


@pytest.fixture(scope="session")
def judge() -> Judge:
    """The path of an outside judge by its command, or a skip that says how to get it."""

    def find(command: str) -> str:
        found = shutil.which(command, path=f"{JUDGES / '.bin'}{os.pathsep}{os.environ.get('PATH', '')}")
        return found or pytest.skip(f"{command} is not installed; .ci/judges installs every judge")

    return find


@pytest.fixture(scope="session")
def every_pdf() -> Generator[EveryPdf]:
    with every_pdf_kept() as kept:
        yield kept


@pytest.fixture(autouse=True)
def _every_pdf_passes(every_pdf: EveryPdf) -> Generator[None]:
    """Whatever a test makes a PDF for, the file is one that everybody can read (PDF/UA-1)."""
    yield
    assert every_pdf.faults() == []


@pytest.fixture
def small_view() -> View:
    """Two public entries of one organisation in one category."""
    shortlisted = Decision(outcome=Outcome.SHORTLISTED, announced=When(2020, 8, 17))
    edition = Edition(id="2020", categories=(AwardCategory(id="team", name="Team of the Year"),))
    records = Records(
        organisations=(Organisation(id="ruh", name="Royal United Hospitals Bath"),),
        awards=(Award(id="hsj", name="HSJ Awards", editions=(edition,)),),
        nominations=tuple(
            Nomination(
                id=name,
                edition="hsj/2020",
                category="team",
                title=title,
                nominees=(Nominee(organisation="ruh"),),
                decisions=(shortlisted,),
            )
            for name, title in [("skip", "The SKIP team"), ("wards", "Tŷ Gŵyr wards")]
        ),
    )
    return view(Register(records=records), as_of="2020-10-01")


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Install:
    """Put a distribution of one module on the path, as installing a wheel would; gives its folder."""

    def put(distribution: str, *, code: str, version: str = "1.0", name: str = "") -> Path:
        module = distribution.replace("-", "_")
        place = tmp_path / distribution
        about = place / f"{module}-{version}.dist-info"
        about.mkdir(parents=True)
        (place / f"{module}.py").write_text(code, "utf-8")
        (about / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {distribution}\nVersion: {version}\n")
        (about / "entry_points.txt").write_text(f"[nominate]\n{name or distribution} = {module}\n")
        monkeypatch.syspath_prepend(place)
        return place

    return put
