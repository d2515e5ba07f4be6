"""Two hundred trackers that nobody touched went through LibreOffice: nothing of them is a change."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from itertools import product
from pathlib import Path

import attrs
from hypothesis import HealthCheck, Phase, given, settings
from made_up.strategies import registers

import nominate
from nominate import (
    Audience,
    DateKind,
    File,
    FrozenDict,
    KeyDate,
    Merge,
    Money,
    Progress,
    Register,
    Task,
    View,
    When,
)

NOW = When(2026, 11, 23, 12, 0)
MOMENTS = (When(2020, 9, 1), When(2020, 11, 12, 19, 59), When(2026, 11, 23))
HOW_MANY = 200

# What each tracker in turn is asked for, and how exactly its dates are known.
PICTURE = Path(nominate.__file__).parent / "demo" / "aberdwr" / "pictures" / "falls-team.png"
BRAND = File(name="brand.yaml", content=b"{main: 005EB8, link: 003087, font: Arial}")
OPTIONS: tuple[dict[str, object], ...] = (
    {},
    {"columns": ("summary", "title", "outcome", "entry_deadline", "link")},
    {"brand": BRAND, "title": "=1+1 of Tŷ Gŵyr & “friends”"},
    {"columns": ("id",), "soon": 0},
    {"logo": File(name="team.png", content=PICTURE.read_bytes()), "logo_alt": "A team"},
)
DATES = ("2020", "2020-02", "2020-02~", "2020-02-28", "2020-02-28T23:59", "2020-02-01/2020-03-15")
LONG = 'Ŵyl fawr, <b>bold</b> & "quoted" 👩‍⚕️\n\n' * 700

Office = Callable[..., Path]


@attrs.frozen(kw_only=True)
class Sent:
    """A tracker's register, what was shown of it, and what was asked for."""

    register: Register
    view: View
    options: Mapping[str, object]


def _trackers(how_many: int) -> list[Sent]:
    """As many trackers, no two of which say the same to the same readers, and the same ones each time."""
    made: dict[tuple[str, Audience], tuple[Register, View]] = {}

    @settings(
        max_examples=how_many,
        derandomize=True,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(registers())
    def gather(drawn: Register) -> None:
        if not drawn.nominations or len(made) >= how_many:
            return
        register = _filled(drawn, len(made))
        for as_of, audience in product(MOMENTS, Audience):
            view = nominate.view(register, as_of=as_of, audience=audience)
            if view.entries:
                made.setdefault((view.revision, audience), (register, view))

    gather()
    return [
        Sent(register=register, view=view, options=OPTIONS[number % len(OPTIONS)])
        for number, (register, view) in enumerate([*made.values()][:how_many])
    ]


def _filled(register: Register, number: int) -> Register:
    """The register with what the strategy leaves out: uncertain dates, amounts, links, tasks, a long text."""
    date, other = (When.parse(DATES[place % len(DATES)]) for place in (number, number + 1))
    award, *_ = register.awards
    edition, *_ = award.editions
    deadline = KeyDate(what=DateKind.ENTRY_DEADLINE, when=date, venue="Neuadd Ŵyl")
    first, *others = register.nominations
    filled = attrs.evolve(
        first,
        submitted=attrs.evolve(other, end=None),
        owner="K. O’Neill",
        progress=Progress.SUBMITTED,
        url=f"https://example.org/{number}/a%20b?c=d&e=f",
        fee=Money(amount=Decimal("250.50"), currency="GBP"),
        tasks=(Task(what="Ask for a photograph", due=attrs.evolve(date, end=None)),),
        notes=LONG.strip() if number % 3 == 0 else first.notes,
        extra=FrozenDict({"Budget code": f"00{number}"}),
    )
    dated = attrs.evolve(edition, dates=(deadline, *edition.dates))
    return Register(
        records=attrs.evolve(
            register.records,
            awards=(attrs.evolve(award, editions=(dated,)),),
            nominations=(filled, *others),
        )
    )


def _back(path: Path, register: Register) -> Merge:
    return nominate.merge(nominate.take_in(path), register, known=NOW)


def test_no_change_is_seen_in_trackers_that_libreoffice_saved(tmp_path: Path, office: Office) -> None:
    sent = {f"{number}.xlsx": each for number, each in enumerate(_trackers(HOW_MANY))}
    assert len(sent) == HOW_MANY
    for name, each in sent.items():
        nominate.export(each.view, tmp_path / name, options=each.options)
    back = tmp_path / "back"
    files = [str(tmp_path / name) for name in sent]
    office("--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", str(back), *files)
    found = {name: _back(back / name, each.register) for name, each in sent.items()}
    assert {name: merge.to_json() for name, merge in found.items() if not merge.is_empty} == {}
    assert [str(problem) for merge in found.values() for problem in merge.problems] == []
