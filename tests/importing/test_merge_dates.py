"""The promises of the sheet of dates: what moves there comes home, and what it was is kept."""

from __future__ import annotations

from pathlib import Path

import attrs
import pytest
from made_up.sent_trackers import NOW, Edit, edited, intake_of, merged, with_row, with_sheet

import nominate
from nominate import Change, Intake, IntakeSheet, Merge, Problem, RecordKind, Register, Source, When
from nominate.errors import DataError
from nominate.importing.intake import IntakeValue
from nominate.model.award import Certainty, KeyDate, Mode
from nominate.model.embargo import DateKind
from nominate.register.date_names import date_names
from nominate.storage.journal import journal_of

EDITION = "tide/2026"
DEADLINE = f"{EDITION}#entry-deadline"
CEREMONY = f"{EDITION}#ceremony"


def test_a_day_that_moved_keeps_the_one_before_in_was(register: Register, sent: Intake) -> None:
    date = after(register, merged(sent, register, ("dates", DEADLINE, "when", "6 March 2026")), DEADLINE)
    assert (date.when, date.known, date.announced) == (When(2026, 3, 6), NOW, NOW)
    assert [(str(was.when), was.reason) for was in date.was] == [("2026-02-28", "")]
    assert date.source is not None
    assert date.source.file == "tracker.xlsx"


def test_a_day_that_was_brought_forward_says_so(register: Register, sent: Intake) -> None:
    date = after(register, merged(sent, register, ("dates", DEADLINE, "when", When(2026, 2, 1))), DEADLINE)
    assert date.was[0].reason == "brought forward"


def test_a_date_that_is_no_longer_known_keeps_what_it_was(register: Register, sent: Intake) -> None:
    date = after(register, merged(sent, register, ("dates", CEREMONY, "when", "not known")), CEREMONY)
    assert (date.when, date.was[0].when) == (None, When(2026, 10))


def test_how_sure_where_and_in_which_way_come_home_together(register: Register, sent: Intake) -> None:
    merge = merged(
        sent,
        register,
        ("dates", CEREMONY, "certainty", "provisional"),
        ("dates", CEREMONY, "mode", "virtual"),
        ("dates", CEREMONY, "venue", "Town Hall"),
        ("dates", CEREMONY, "source", "https://tide.example.org/2026"),
    )
    (proposal,) = merge.changes
    assert proposal.column == "Certainty and Mode and Venue and Source"
    date = after(register, merge, CEREMONY)
    assert (date.certainty, date.mode, date.venue) == (Certainty.PROVISIONAL, Mode.VIRTUAL, "Town Hall")
    assert (date.source and date.source.url, date.was) == ("https://tide.example.org/2026", ())


def test_another_page_keeps_nothing_of_the_title_of_the_one_before(register: Register) -> None:
    old = Source(url="https://tide.example.org/2025", title="Dates of 2025", seen=When(2025, 1, 2))
    award = register.records.awards[0]
    edition = award.editions[0]
    dates = (edition.dates[0], attrs.evolve(edition.dates[1], source=old))
    editions = (attrs.evolve(edition, dates=dates), *award.editions[1:])
    records = attrs.evolve(register.records, awards=(attrs.evolve(award, editions=editions),))
    held = Register(records=records)
    sent = intake_of(nominate.view(held, as_of="2026-11-22", audience="internal"))
    page = "https://tide.example.org/2026"
    merge = merged(sent, held, ("dates", CEREMONY, "source", page))
    assert after(held, merge, CEREMONY).source == Source(url=page)


def test_two_dates_of_one_edition_can_be_accepted_apart(register: Register, sent: Intake) -> None:
    merge = merged(
        sent,
        register,
        ("dates", DEADLINE, "when", When(2026, 3, 6)),
        ("dates", CEREMONY, "when", When(2026, 11, 5)),
    )
    deadline, ceremony = merge.changes
    only = register.apply(merge.accepted(ceremony.id))
    assert [str(date.when) for date in only.editions[EDITION][1].dates] == ["2026-02-28", "2026-11-05"]
    both = register.apply(merge.accepted(deadline.id, ceremony.id))
    assert [str(date.when) for date in both.editions[EDITION][1].dates] == ["2026-03-06", "2026-11-05"]


def test_a_date_that_both_sides_moved_is_a_conflict_that_tells_what_it_was(
    register: Register, sent: Intake
) -> None:
    theirs = ("dates", DEADLINE, "when", When(2026, 3, 6))
    moved = register.apply(merged(sent, register, theirs).accepted("safe"))
    (conflict,) = merged(sent, moved, ("dates", DEADLINE, "when", When(2026, 3, 9))).conflicts
    assert (conflict.mine, conflict.theirs, conflict.base) == (
        "6 March 2026",
        "9 March 2026",
        "28 February 2026",
    )


@pytest.mark.parametrize(
    ("column", "first", "second"),
    [("venue", "Town Hall", "Guildhall"), ("source", "A letter", "A call")],
    ids=["venue", "source"],
)
def test_the_journal_tells_what_a_date_was_made_from(
    register: Register, column: str, first: str, second: str
) -> None:
    held = register.apply(
        merged(
            intake_of(nominate.view(register, as_of="2026-11-22", audience="internal")),
            register,
            ("dates", CEREMONY, column, first),
        ).accepted("safe")
    )
    sent = intake_of(nominate.view(held, as_of=NOW, audience="internal"))
    journal = merged(sent, held, ("dates", CEREMONY, column, second)).accepted("safe")
    edits = edited(sent, ("dates", CEREMONY, column, "Elsewhere"))
    (conflict,) = nominate.merge(edits, held.apply(journal), known=NOW, journal=journal).conflicts
    assert (conflict.mine, conflict.base) == (second, first)


def test_a_new_row_adds_a_date_to_its_edition(register: Register, sent: Intake) -> None:
    merge = added(
        sent,
        register,
        edition="2026 Tide Awards",
        what="judging",
        when="May 2026",
        certainty="estimated",
        source="A letter",
        **{"for": "Team of the Year"},
    )
    date = after(register, merge, f"{EDITION}#judging-for-team")
    assert (date.what, date.when, date.certainty) == (DateKind.JUDGING, When(2026, 5), Certainty.ESTIMATED)
    assert (date.for_ and date.for_.category, date.source and date.source.title) == ("team", "A letter")


def test_a_date_of_a_name_of_its_own_can_be_for_one_entry(register: Register, sent: Intake) -> None:
    cells = {"edition": EDITION, "what": "Photo call", "for": "The night bell"}
    date = after(register, added(sent, register, **cells), f"{EDITION}#other-photo-call-for-bell")
    assert (date.name, date.for_ and date.for_.nomination) == ("Photo call", "bell")


def test_a_date_of_a_new_edition_comes_home_with_it(register: Register, sent: Intake) -> None:
    both = with_row(sent, "awards", award="Tide Awards", name="2028 Tide Awards", record="edition")
    merge = added(both, register, edition="2028 Tide Awards", what="ceremony", when="2028")
    assert after(register, merge, "tide/2028#ceremony").when == When(2028)


@pytest.mark.parametrize(
    ("cells", "message"),
    [
        ({"what": "ceremony"}, "a new date needs more than this row says"),
        ({"edition": "tide/2026", "what": "judging", "for": "Nobody"}, "no category of tide/2026 'Nobody'"),
        ({"edition": "tide/2026", "what": "judging", "when": "soon"}, "'soon' is not a date"),
    ],
    ids=["no edition", "for nobody", "no date"],
)
def test_a_new_date_that_cannot_be_one_is_told(
    register: Register, sent: Intake, cells: dict[str, str], message: str
) -> None:
    merge = added(sent, register, **cells)
    assert merge.is_empty
    assert [problem.message for problem in merge.problems] == [message]


def test_a_new_row_for_a_date_that_is_there_adds_nothing(register: Register, sent: Intake) -> None:
    merge = added(sent, register, edition=EDITION, what="ceremony", when="October 2026")
    assert merge.is_empty
    assert [problem.code for problem in merge.problems] == ["W738"]


def test_a_row_that_is_gone_is_asked_about_and_takes_one_date_away(register: Register, sent: Intake) -> None:
    def shorter(sheet: IntakeSheet) -> IntakeSheet:
        return attrs.evolve(sheet, rows=tuple(row for row in sheet.rows if DEADLINE not in row.values))

    merge = nominate.merge(with_sheet(sent, "dates", shorter), register, known=NOW)
    (question,) = merge.questions
    assert question.says == f"the row of date {DEADLINE!r} is gone: shall it go from the register, too?"
    assert merge.accepted("safe") == ()
    less = register.apply(merge.accepted(question.id))
    assert [date.what for date in less.editions[EDITION][1].dates] == [DateKind.CEREMONY]


@pytest.mark.parametrize("column", ["what", "was", "for", "edition"])
def test_what_makes_a_date_the_one_that_it_is_cannot_be_changed(
    register: Register, sent: Intake, column: str
) -> None:
    (problem,) = merged(sent, register, ("dates", DEADLINE, column, "another")).problems
    assert (problem.code, problem.hint) == ("E720", "change it in the register")


def test_a_date_that_was_typed_over_beside_an_entry_is_sent_to_the_dates(
    register: Register, sent: Intake
) -> None:
    (problem,) = merged(sent, register, ("nominations", "lamp", "ceremony", "2026-12")).problems
    assert problem.hint == "change it in the row that it has among the dates"


def test_a_column_of_their_own_beside_the_dates_is_told(register: Register, sent: Intake) -> None:
    def wider(sheet: IntakeSheet) -> IntakeSheet:
        own = nominate.IntakeColumn(title="Room", letter="Z")
        rows = tuple(attrs.evolve(row, values=(*row.values, "12")) for row in sheet.rows)
        return attrs.evolve(sheet, columns=(*sheet.columns, own), rows=rows)

    merge = nominate.merge(with_sheet(sent, "dates", wider), register, known=NOW)
    assert merge.is_empty
    assert [problem.message for problem in merge.problems] == [
        "'Room' cannot be changed in a sheet; 2 of its cells were"
    ]


def test_a_public_tracker_cannot_move_one_of_two_dates_that_are_called_the_same(
    register: Register, sent: Intake
) -> None:
    more = added(sent, register, edition=EDITION, what="ceremony", when="2026-12")
    two = register.apply(more.accepted("safe"))
    edit: Edit = ("dates", CEREMONY, "when", When(2026, 10, 9))
    public = intake_of(nominate.view(two, as_of=NOW, audience="public"))
    assert [problem.code for problem in merged(public, two, edit).problems] == ["E720"]
    own = intake_of(nominate.view(two, as_of=NOW, audience="internal"))
    assert after(two, merged(own, two, edit), CEREMONY).when == When(2026, 10, 9)


def test_one_date_of_an_edition_is_changed_in_its_place_in_the_file(tmp_path: Path) -> None:
    file = tmp_path / "register.yaml"
    file.write_text(
        "register: {publisher: own}\n"
        "organisations: [{id: own, name: Own}]\n"
        "awards:\n"
        "- id: tide\n"
        "  name: Tide Awards\n"
        "  editions:\n"
        "  - id: 2026\n"
        "    dates:\n"
        "    # as their page says\n"
        "    - {what: entry deadline, when: 2026-02-28}   # noon?\n"
        "    - {what: ceremony, when: 2026-10}\n"
    )
    held = nominate.load(file).editions[EDITION][1].dates[0]
    late = attrs.evolve(held, venue="Town Hall")
    change = Change(
        kind=RecordKind.EDITION, record=EDITION, field="dates.entry-deadline", before=held, after=late
    )
    nominate.edit(file, [change])
    lines = file.read_text().splitlines()
    assert lines[8:] == [
        "    # as their page says",
        "    - {what: entry deadline, when: 2026-02-28, venue: Town Hall}   # noon?",
        "    - {what: ceremony, when: 2026-10}",
    ]
    assert journal_of(file).entries[0].change == change


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("dates.judging", KeyDate(what=DateKind.CEREMONY), "it would not be called 'judging'"),
        ("dates.judging", "May", "'May' does not fit"),
        ("dates.", KeyDate(what=DateKind.JUDGING), "no field 'dates.'"),
    ],
    ids=["another name", "no date", "no name"],
)
def test_what_is_no_date_of_that_name_is_refused(
    register: Register, field: str, value: object, said: str
) -> None:
    change = Change(kind=RecordKind.EDITION, record=EDITION, field=field, after=value)
    with pytest.raises(DataError) as caught:
        register.apply([change])
    problem: Problem = caught.value.problems[0]
    assert problem.message == said


def added(sent: Intake, register: Register, **cells: IntakeValue) -> Merge:
    return nominate.merge(with_row(sent, "dates", **cells), register, known=NOW)


def after(register: Register, merge: Merge, row: str) -> KeyDate:
    """A date once all that is safe is taken."""
    assert not merge.problems
    own = register.apply(merge.accepted("safe"))
    edition, _, name = row.partition("#")
    dates = own.editions[edition][1].dates
    return dict(zip(date_names(dates), dates, strict=True))[name]
