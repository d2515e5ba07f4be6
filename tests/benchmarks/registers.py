"""Registers of any size, the same for the same size: `python tests/benchmarks/registers.py FOLDER N …`.

A register called `.each` has an organisation for each nomination, so that a piece for each is many pieces;
`1000.briefings.json` has a thousand organisations with twenty entries each.
One nomination in two has won or lost, one in three an embargo, one in four a quote; texts are of the lengths
that real trackers have. The form is the long one (no short forms), so that a plain converter reads it too.
"""

from __future__ import annotations

import json
import random
import sys
from pathlib import Path
from typing import Any

import yaml

WORDS = (
    *(
        "improving",
        "patient",
        "safety",
        "on",
        "the",
        "ward",
        "deterioration",
        "sepsis",
        "maternal",
        "neonatal",
    ),
    *("digital", "pathway", "learning", "disability", "medicines", "discharge", "community", "emergency"),
    *(
        "laparotomy",
        "collaborative",
        "care",
        "home",
        "primary",
        "stroke",
        "prevention",
        "frailty",
        "respiratory",
    ),
    *("mental", "health", "crisis", "perinatal", "quality", "programme", "integration", "referral", "triage"),
)
PLACES = ("Bath", "Bristol", "Swindon", "Wiltshire", "Somerset", "Weston", "Cheltenham", "Stroud", "Frome")
KINDS = ("nhs trust", "charity", "university", "company", "integrated care board")
OUTCOMES = ("won", "unsuccessful", "highly commended", None, None, None)
YEARS = range(2015, 2025)
SEED = 20201112
BRIEFINGS = 1_000


def register(size: int, entries_of_one: int = 50) -> dict[str, Any]:
    """The whole register as plain data, with so many entries for each organisation."""
    chance = random.Random(SEED)  # noqa: S311 - test data, no secret
    organisations = [_organisation(number, chance) for number in range(max(3, size // entries_of_one))]
    awards = [_award(number, chance) for number in range(max(3, size // 500))]
    nominations = [_nomination(number, organisations, awards, chance) for number in range(size)]
    return {
        "register": {"publisher": "organisation-0"},
        "organisations": organisations,
        "awards": awards,
        "nominations": nominations,
    }


def _text(chance: random.Random, length: int) -> str:
    words: list[str] = []
    while sum(map(len, words)) + len(words) < length:
        words.append(chance.choice(WORDS))
    return " ".join(words)


def _organisation(number: int, chance: random.Random) -> dict[str, Any]:
    name = f"{PLACES[number % len(PLACES)]} {_text(chance, 10).title()} Trust {number}"
    return {
        "id": f"organisation-{number}",
        "name": name,
        "kind": KINDS[number % len(KINDS)],
        "member_of": [{"organisation": "organisation-0"}] if number else [],
        "url": f"https://organisation{number}.example.org/",
    }


def _award(number: int, chance: random.Random) -> dict[str, Any]:
    return {
        "id": f"award-{number}",
        "name": f"{_text(chance, 16).title()} Awards {number}",
        "url": f"https://awards{number}.example.org/",
        "editions": [_edition(year, chance) for year in YEARS],
    }


def _edition(year: int, chance: random.Random) -> dict[str, Any]:
    return {
        "id": str(year),
        "dates": [
            {"what": "entry deadline", "when": f"{year}-02-28T23:59"},
            {"what": "shortlist announced", "when": f"{year}-08"},
            {"what": "ceremony", "when": f"{year}-11-12T19:30", "mode": "in person"},
        ],
        "links": {"shortlist": f"https://awards.example.org/{year}/shortlist"},
        "categories": [
            {"id": f"category-{place}", "name": f"{_text(chance, 30).title()} of the Year {place}"}
            for place in range(5)
        ],
    }


def _nomination(
    number: int, organisations: list[dict[str, Any]], awards: list[dict[str, Any]], chance: random.Random
) -> dict[str, Any]:
    year = chance.choice(YEARS)
    # The first is the publisher, which the others belong to.
    nominees = chance.sample(organisations[1:], chance.choice((1, 1, 1, 2)))
    return {
        "id": f"nomination-{number}",
        "edition": f"{chance.choice(awards)['id']}/{year}",
        "category": f"category-{chance.randrange(5)}",
        "title": _text(chance, 36).capitalize(),
        "nominees": [
            {"organisation": each["id"], "role": "partner" if place else "lead"}
            for place, each in enumerate(nominees)
        ],
        "progress": "submitted",
        "owner": chance.choice(("K. Phillips", "V. Deogan", "A. O'Neill", "S. Patel")),
        "submitted": f"{year}-02-{chance.randint(1, 28):02}",
        "notes": _text(chance, 98).capitalize() + ".",
        "decisions": _decisions(number, year, chance),
        "quotes": _quotes(number, year, chance),
    }


def _decisions(number: int, year: int, chance: random.Random) -> list[dict[str, Any]]:
    source = {"url": f"https://awards.example.org/{year}/{number}"}
    decisions: list[dict[str, Any]] = [
        {"outcome": "shortlisted", "announced": f"{year}-08-{chance.randint(1, 28):02}", "source": source}
    ]
    outcome = chance.choice(OUTCOMES)
    if outcome is not None:
        embargo = {"embargo": {"until": f"{year}-11-12T20:00"}} if number % 3 == 0 else {}
        decisions.append(
            {"outcome": outcome, "announced": f"{year}-11-12", **embargo, "source": dict(source)}
        )
    return decisions


def _quotes(number: int, year: int, chance: random.Random) -> list[dict[str, Any]]:
    if number % 4:
        return []
    speaker = {"name": "Dr A. Example", "role": "Patient Safety Lead"}
    text = _text(chance, 120).capitalize() + "."
    return [{"speaker": speaker, "text": text, "said": f"{year}-08-28", "approved": {"by": "A. Example"}}]


def write(folder: Path, size: int) -> None:
    """Write `<size>.json`, `<size>.each.json` and `<size>.yaml`, where they are not there yet."""
    folder.mkdir(parents=True, exist_ok=True)
    for form, entries_of_one in (("json", 50), ("each.json", 1)):
        if not (folder / f"{size}.{form}").exists():
            text = json.dumps(register(size, entries_of_one), ensure_ascii=False, indent=1)
            (folder / f"{size}.{form}").write_text(text, "utf-8")
    if size == BRIEFINGS and not (folder / f"{size}.briefings.json").exists():
        text = json.dumps(register(16 * size, 16), ensure_ascii=False)
        (folder / f"{size}.briefings.json").write_text(text, "utf-8")
    # Hand-kept YAML ends long before this.
    if size <= 10_000 and not (folder / f"{size}.yaml").exists():
        text = yaml.dump(register(size), Dumper=yaml.CSafeDumper, sort_keys=False, allow_unicode=True)
        (folder / f"{size}.yaml").write_text(text, "utf-8")


if __name__ == "__main__":
    for number in sys.argv[2:]:
        write(Path(sys.argv[1]), int(number))
