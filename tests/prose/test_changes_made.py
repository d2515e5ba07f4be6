"""Changes and calls made for the purpose, each from as few facts as it needs."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import nominate
from nominate import NothingToExport, view
from nominate.documents import Document, to_markdown
from nominate.prose import Situation, Style, story

Told = Callable[..., Document]

NETWORK = {"id": "net", "name": "Vale Network", "article": "the"}
TRUST = {"id": "trust", "name": "Vale Trust", "member_of": ["net"]}
SHORTLISTED = {"outcome": "shortlisted", "announced": "2026-04-01"}
WON = {"outcome": "won", "announced": "2026-06-11"}


def entry(*decisions: dict[str, Any], name: str = "one", **fields: Any) -> dict[str, Any]:
    given = {"nominees": [{"organisation": "trust"}], "category": "calm", "title": f"Project {name}"}
    return {"id": name, "edition": "vale/2026", "decisions": list(decisions), **given, **fields}


@pytest.fixture
def told(tmp_path: Path) -> Told:
    def tell(
        *entries: dict[str, Any],
        as_of: str = "2026-06-20",
        dates: tuple[dict[str, Any], ...] = (),
        situation: Situation | None = None,
        names_unsuccessful: bool = False,
        **award: Any,
    ) -> Document:
        categories = [{"id": "calm", "name": "Calm Award"}, {"id": "kind", "name": "Kindness Award"}]
        edition = {"id": "2026", "dates": list(dates), "categories": categories, **award.pop("edition", {})}
        records = {
            "register": {"format": 1, "publisher": "net", "timezone": "Europe/London"},
            "organisations": [NETWORK, TRUST, {"id": "other", "name": "Hill Trust"}],
            "awards": [{"id": "vale", "name": "Vale Awards", "editions": [edition], **award}],
            "nominations": list(entries),
        }
        path = tmp_path / "register.json"
        path.write_text(json.dumps(records), "utf-8")
        shown = view(nominate.load(path), as_of=as_of, edition="vale/2026")
        style = Style.load("health")
        return story(shown, style=style, situation=situation, names_unsuccessful=names_unsuccessful)

    return tell


def later(outcome: str, day: str = "2026-06-15", **fields: Any) -> dict[str, Any]:
    return {"outcome": outcome, "announced": day, **fields}


@pytest.mark.parametrize(
    ("decisions", "title", "said"),
    [
        pytest.param(
            (later("placed", "2026-06-11", place=3), later("placed", corrects="placed", place=2)),
            "Correction: Vale Trust second place at Vale Awards",
            "It was announced on Thursday 11 June that the entry had come third. That was wrong",
            id="another place",
        ),
        pytest.param(
            (later("placed", "2026-06-11", label="bronze"), later("disqualified", of="placed")),
            "Correction: Vale Trust no longer among the places at Vale Awards",
            "that the entry, ‘Project one’, had been placed. The entry was disqualified on Monday 15 June.",
            id="a place without its number",
        ),
        pytest.param(
            (later("placed", "2026-06-11", place=2), later("revoked", of="placed")),
            "Correction: Vale Trust no longer in second place at Vale Awards",
            "had come second. The place was revoked on Monday 15 June.",
            id="a place revoked",
        ),
        pytest.param(
            (later("unsuccessful", "2026-06-11"), later("won", corrects="unsuccessful")),
            "Correction: Vale Trust won at Vale Awards",
            "What had been announced of the entry on Thursday 11 June was wrong, and was corrected on",
            id="it had won after all",
        ),
        pytest.param(
            (WON, later("won", corrects="won", citation="Calm itself.")),
            "Correction: Vale Trust won at Vale Awards",
            "What had been announced of the entry on Thursday 11 June was wrong",
            id="a detail of a win",
        ),
        pytest.param(
            (later("unsuccessful", "2026-06-11"), later("withdrawn", corrects="unsuccessful")),
            "Correction: Vale Trust’s result at Vale Awards",
            "had ended without an honour in the Calm Award category",
            id="another end",
        ),
        pytest.param(
            (later("commended", "2026-06-11"), later("unsuccessful", corrects="commended")),
            "Correction: Vale Trust was not commended at Vale Awards",
            "had been commended in the Calm Award category at the 2026 Vale Awards for ‘Project one’. That",
            id="an honour that was none",
        ),
        pytest.param(
            (later("commended", "2026-06-11"), later("declined", of="commended")),
            "Update: Vale Trust declines commendation at Vale Awards",
            "has declined the commendation in the Calm Award category at the 2026 Vale Awards.",
            id="an honour declined",
        ),
        pytest.param(
            (SHORTLISTED, later("ineligible", of="shortlisted")),
            "Correction: Vale Trust no longer shortlisted for Vale Awards",
            "The entry was found ineligible on Monday 15 June.",
            id="ineligible",
        ),
        pytest.param(
            (WON, later("disqualified"), later("reinstated", "2026-06-18")),
            "Update: Vale Trust’s win reinstated at Vale Awards",
            "The entry was disqualified on Monday 15 June and reinstated on Thursday 18 June.",
            id="reinstated without a pointer",
        ),
        pytest.param(
            (WON, later("withdrawn"), later("reinstated", "2026-06-18", of="withdrawn")),
            "Update: Vale Trust’s win reinstated at Vale Awards",
            "The entry was withdrawn on Monday 15 June and reinstated on Thursday 18 June.",
            id="reinstated of what took it away",
        ),
        pytest.param(
            (later("won", "2026-06-11T20:00"), later("revoked", "2026-06-11T22:30", of="won")),
            "Correction: Vale Trust no longer winner at Vale Awards",
            "announced at 8pm on Thursday 11 June that the entry, ‘Project one’, had won. The win was "
            "revoked at 10:30pm on Thursday 11 June.",
            id="on one evening, with its times",
        ),
    ],
)
def test_a_later_word_is_told_beside_the_earlier_one(
    told: Told, decisions: tuple[dict[str, Any], ...], title: str, said: str
) -> None:
    document = told(entry(*decisions))
    assert document.title == title
    assert said in to_markdown(document)


@pytest.mark.parametrize(
    "decisions",
    [
        pytest.param((WON, later("reinstated")), id="reinstated, and nothing had been taken away"),
        pytest.param((later("won", "2026-06"), later("revoked", of="won")), id="a month that may be later"),
        pytest.param((WON, {"outcome": "declined", "of": "won"}), id="declined, and not announced"),
        pytest.param(
            (WON, later("declined", of="won"), later("accepted", "2026-06-18", of="won")), id="accepted"
        ),
    ],
)
def test_what_did_not_surely_change_later_is_no_correction(
    told: Told, decisions: tuple[dict[str, Any], ...]
) -> None:
    assert told(entry(*decisions), as_of="2026-07-05").title.startswith(
        ("Vale Trust wins", "Win at", "Vale Trust declines")
    )


def test_who_won_instead_is_told_with_the_correction(told: Told) -> None:
    new = entry(SHORTLISTED, later("won"), name="two", nominees=[{"organisation": "other"}])
    said = to_markdown(told(entry(WON, later("revoked", of="won")), new))
    assert "Hill Trust has won the Calm Award with ‘Project two’." in said


def test_of_several_corrections_the_headline_names_nobody(told: Told) -> None:
    document = told(
        entry(WON, later("revoked", of="won")), entry(WON, later("declined", of="won"), name="two")
    )
    assert document.title == "Correction: results of the 2026 Vale Awards"
    assert "Two announced results have changed." in to_markdown(document)


@pytest.mark.parametrize(
    ("change", "title", "said"),
    [
        (
            later("revoked", of="won"),
            "Correction: Vale Awards result",
            "An entry is no longer the winner of the Calm Award at",
        ),
        (
            later("declined", of="won"),
            "Update: Vale Awards result",
            "An entry has declined the Calm Award at",
        ),
        (
            later("commended", corrects="won"),
            "Correction: Vale Awards result",
            "An entry was commended in the Calm Award category",
        ),
    ],
)
def test_an_entry_without_nominees_is_corrected_too(
    told: Told, change: dict[str, Any], title: str, said: str
) -> None:
    document = told(entry(WON, change, nominees=[]))
    assert document.title == title
    assert said in to_markdown(document)


def test_an_award_of_one_category_is_what_was_won_and_declined(told: Told) -> None:
    only = {"categories": [{"id": "calm", "name": "Vale Prize"}]}
    names = {"name": "Vale Prize", "edition": only}
    declined = told(entry(WON, later("declined", of="won")), **names)
    assert "has declined the 2026 Vale Prize. It was announced" in to_markdown(declined)
    revoked = told(entry(WON, later("revoked", of="won")), **names)
    assert "is no longer the winner of the 2026 Vale Prize." in to_markdown(revoked)
    wrong = told(entry(WON, later("unsuccessful", corrects="won")), **names)
    assert "had won the 2026 Vale Prize with ‘Project one’." in to_markdown(wrong)


def moved(what: str, **fields: Any) -> dict[str, Any]:
    return {"what": what, "when": "2026-05-20", "was": [{"when": "2026-05-06"}], **fields}


@pytest.mark.parametrize(
    ("date", "title", "said"),
    [
        pytest.param(
            moved("ceremony", was=[{"when": "2026-06-03"}]),
            "Vale Awards ceremony brought forward to 20 May",
            "The ceremony of the 2026 Vale Awards has been brought forward from Wednesday 3 June to",
            id="earlier",
        ),
        pytest.param(
            moved("ceremony", certainty="provisional"),
            "Vale Awards ceremony now expected on 20 May",
            "The ceremony of the 2026 Vale Awards is now expected on Wednesday 20 May. It had been planned",
            id="not yet sure",
        ),
        pytest.param(
            moved("ceremony", when="2026-05-06T20:00", was=[{"when": "2026-05-06T19:00"}]),
            "Vale Awards ceremony moved to 6 May",
            "The new date is 8pm on Wednesday 6 May, not 7pm on Wednesday 6 May.",
            id="an hour later",
        ),
        pytest.param(
            moved("interview", **{"for": {"category": "kind"}}),
            "Date of Vale Awards moved to 20 May",
            "The interviews in the Kindness Award category of the 2026 Vale Awards have been moved from "
            "Wednesday 6 May to Wednesday 20 May.",
            id="for one category",
        ),
        pytest.param(
            moved("interview", **{"for": {"nomination": "one"}}),
            "Date of Vale Awards moved to 20 May",
            "The interviews for ‘Project one’ of the 2026 Vale Awards have been moved",
            id="for one entry",
        ),
        pytest.param(
            moved("other", name="the summer walk", certainty="cancelled"),
            "Date of Vale Awards cancelled",
            "The summer walk of the 2026 Vale Awards has been cancelled. It had been planned for",
            id="something else",
        ),
        pytest.param(
            moved("public vote closes", certainty="cancelled", was=[]),
            "Date of Vale Awards cancelled",
            "The close of the public vote of the 2026 Vale Awards no longer applies. It had been set for",
            id="a deadline that is off",
        ),
        pytest.param(
            {"what": "ceremony", "certainty": "postponed"},
            "Vale Awards ceremony postponed",
            "The ceremony of the 2026 Vale Awards has been postponed. A new date has yet to be confirmed.\n",
            id="no day was ever known",
        ),
    ],
)
def test_a_moved_date_says_what_it_is_and_was(
    told: Told, date: dict[str, Any], title: str, said: str
) -> None:
    document = told(entry(SHORTLISTED), as_of="2026-04-02", dates=(date,), situation=Situation.MOVED_DATE)
    assert document.title == title
    assert said in to_markdown(document)


def test_a_date_that_became_more_exact_has_not_moved(told: Told) -> None:
    date = moved("ceremony", was=[{"when": "2026-05"}])
    with pytest.raises(NothingToExport, match="no date that lies ahead has moved"):
        told(entry(SHORTLISTED), as_of="2026-04-02", dates=(date,), situation=Situation.MOVED_DATE)


def test_a_change_of_which_nobody_noted_the_day_is_no_news_beside_a_list(told: Told) -> None:
    document = told(entry(SHORTLISTED), as_of="2026-04-02", dates=(moved("ceremony"),))
    assert document.title == "Vale Trust shortlisted for Vale Awards"


def test_several_moved_dates_are_counted(told: Told) -> None:
    dates = (moved("interview"), moved("judging", when="2026-05-12", was=[{"when": "2026-05-04"}]))
    document = told(entry(SHORTLISTED), as_of="2026-04-02", dates=dates, situation=Situation.MOVED_DATE)
    said = to_markdown(document)
    assert document.title == "New dates of Vale Awards"
    assert "Two dates of the 2026 Vale Awards have changed." in said
    assert "The judging has been moved from Monday 4 May to Tuesday 12 May." in said


def test_a_new_ceremony_goes_before_a_new_day_of_judging(told: Told) -> None:
    dates = (moved("judging", when="2026-05-12", was=[{"when": "2026-05-04"}]), moved("ceremony"))
    document = told(entry(SHORTLISTED), as_of="2026-04-02", dates=dates, situation=Situation.MOVED_DATE)
    assert document.title == "Vale Awards ceremony moved to 20 May"


def test_the_title_of_a_date_that_is_off_promises_no_new_one(told: Told) -> None:
    dates = (moved("interview", certainty="cancelled"), moved("judging"))
    document = told(entry(SHORTLISTED), as_of="2026-04-02", dates=dates, situation=Situation.MOVED_DATE)
    assert document.title == "Changes to dates of Vale Awards"


OPENS = {"what": "entries open", "when": "2026-01-12"}
CLOSES = {"what": "entry deadline", "when": "2026-02-20T17:00"}


@pytest.mark.parametrize(
    ("dates", "as_of", "said"),
    [
        pytest.param(
            (CLOSES,),
            "2026-02-02",
            "The deadline for entries to the 2026 Vale Awards is 5pm on Friday 20 February.",
            id="nobody said when entries open",
        ),
        pytest.param(
            (OPENS, CLOSES, {"what": "late deadline", "when": "2026-02-27"}),
            "2026-02-23",
            "The deadline for late entries to the 2026 Vale Awards is Friday 27 February.",
            id="late entries",
        ),
        pytest.param(
            (OPENS, {**CLOSES, "when": "2026-02"}),
            "2026-01-20",
            "The 2026 Vale Awards are open for entries. The deadline is in February.",
            id="the month alone",
        ),
        pytest.param(
            (OPENS, {**CLOSES, "certainty": "provisional"}),
            "2026-01-20",
            "The 2026 Vale Awards are open for entries. The deadline is expected at 5pm on Friday 20",
            id="a deadline that is not sure",
        ),
        pytest.param(
            ({**OPENS, "certainty": "estimated"}, CLOSES),
            "2026-01-02",
            "The 2026 Vale Awards are expected to open for entries on Monday 12 January. The deadline is",
            id="an opening that is not sure",
        ),
        pytest.param(
            (OPENS,),
            "2026-01-02",
            "The 2026 Vale Awards will open for entries on Monday 12 January.\n",
            id="no deadline yet",
        ),
        pytest.param(
            (OPENS, moved("entry deadline", when="2026-02-20", was=[{"when": "2026-02-06"}])),
            "2026-01-02",
            "The 2026 Vale Awards will open for entries on Monday 12 January.\n",
            id="not open, and extended already",
        ),
    ],
)
def test_a_call_is_as_sure_as_its_dates(
    told: Told, dates: tuple[dict[str, Any], ...], as_of: str, said: str
) -> None:
    assert said in to_markdown(told(as_of=as_of, dates=dates))


@pytest.mark.parametrize(
    "dates",
    [
        pytest.param(
            ({"what": "launch", "when": "2026-01-05", "certainty": "cancelled"}, CLOSES), id="no launch"
        ),
        pytest.param(({**CLOSES, "when": "2026-01-02"},), id="over"),
        pytest.param((OPENS,), id="open, and until when is not known"),
        pytest.param(({"what": "extended deadline", "when": "2026-02-20"},), id="more time for some"),
    ],
)
def test_there_is_no_call_where_entering_is_not_surely_possible(
    told: Told, dates: tuple[dict[str, Any], ...]
) -> None:
    with pytest.raises(NothingToExport):
        told(as_of="2026-01-20", dates=dates, situation=Situation.CALL_TO_ENTER)


def test_an_award_of_one_category_lists_none(told: Told) -> None:
    only = {"categories": [{"id": "calm", "name": "Vale Prize"}]}
    document = told(as_of="2026-02-02", dates=(OPENS, CLOSES), name="Vale Prize", edition=only)
    assert "categories" not in to_markdown(document)
    assert "The 2026 Vale Prize is open for entries until 5pm on Friday 20 February." in to_markdown(document)


def test_once_a_shortlist_is_known_nobody_is_called(told: Told) -> None:
    dates = (OPENS, {**CLOSES, "when": "2026-04-20"})
    assert told(entry(SHORTLISTED), as_of="2026-04-02", dates=dates).title.startswith(
        "Vale Trust shortlisted"
    )


def test_the_publisher_thanks_others_and_not_itself(told: Told) -> None:
    own = entry(SHORTLISTED, later("unsuccessful"), name="two", nominees=[{"organisation": "net"}])
    said = to_markdown(told(entry(WON), own, names_unsuccessful=True))
    assert "The Vale Network was also shortlisted in the Calm Award category for ‘Project two’." in said
    assert "thanks" not in said


def test_an_entry_of_nobody_is_told_by_its_title(told: Told) -> None:
    nobody = entry(later("unsuccessful"), name="two", nominees=[])
    said = to_markdown(told(entry(WON), nobody, names_unsuccessful=True))
    assert "‘Project two’ was also entered in the Calm Award category." in said
