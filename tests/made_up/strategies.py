"""Registers, records and texts that Hypothesis makes up, for the tests of every room."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

import attrs
from hypothesis import strategies as st

from nominate.model.award import Award, AwardCategory, Edition, KeyDate
from nominate.model.decision import Decision, Outcome
from nominate.model.embargo import CLEARED, DateKind, Embargo
from nominate.model.fields import TextRule
from nominate.model.mapping import FrozenDict
from nominate.model.nomination import Nomination, Nominee
from nominate.model.organisation import Membership, Organisation
from nominate.model.person import Person
from nominate.model.programme import Partner, Programme
from nominate.model.settings import Records, Settings
from nominate.model.when import When
from nominate.register.register import Register

# What YAML, spreadsheets, HTML and careless writers trip over.
AWKWARD = (
    "no",
    "~",
    "null",
    "2020",
    "0117",
    "1e3",
    "21:30",
    "2020-11-03",
    "=1+1",
    "@team",
    "#1",
    "100% safe #1",
    "Sepsis: a project",
    "We are proud, and glad",
    "- a list",
    "? a question",
    "'quoted'",
    '"quoted"',
    "it's",
    "{a: b}",
    "[a, b]",
    "a: b, c: d",
    "<b>",
    "a \\ b",
    "*best*",
    "& more",
    "!important",
    "%",
    "`x`",
    "|",
    ">",
    "---",
    "...",
    "<<",
    "ends with:",
    "who:?",
    "Ŵyl Ŷ Gwanwyn",
    "Don’t Wait – ‘to’ “Anticoagulate”…",
    "👩‍⚕️ 👍🏽",
    "مستشفى",
    "e\u0301\u00a0x",
    "a\ufeffb",
)


def texts(rule: TextRule | None = None) -> st.SearchStrategy[str]:
    """Text that a field takes: nothing hidden, no space around it, several lines only where they may be."""
    rule = rule or TextRule(length=300)
    if rule.is_slug:
        return st.from_regex(r"[a-z0-9]{1,8}([-._][a-z0-9]{1,8}){0,3}", fullmatch=True)
    if rule.is_link:
        return st.from_regex(
            r"https?://[a-z0-9.-]{1,20}(/[a-zA-Z0-9%#?=&,:;()\[\]{}'-]{0,20})?", fullmatch=True
        )
    characters = st.characters(exclude_categories=["Cc", "Cs", "Cn", "Zl", "Zp", "Cf"])
    lines = st.one_of(
        st.sampled_from(AWKWARD), st.text(characters, min_size=1, max_size=30).filter(_is_visible)
    )
    if not rule.has_lines:
        return lines.map(str.strip)
    gaps = st.sampled_from(["\n", "\n\n", "\n  ", " \n", "\n# "])
    pairs = st.lists(st.tuples(lines, gaps), min_size=1, max_size=4)
    return pairs.map(lambda each: "".join(line + gap for line, gap in each).strip(" \n#")).filter(_is_visible)


def _is_visible(text: str) -> bool:
    return any(character.isascii() and character.isalnum() for character in text) and text == text.strip()


def whens() -> st.SearchStrategy[When]:
    """Dates of every precision, and intervals."""
    days = st.datetimes(min_value=_day(1990), max_value=_day(2090))
    forms = st.sampled_from(["%Y", "%Y-%m", "%Y-%m-%d", "%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%MZ", "%Y-%m~"])
    singles = st.builds(lambda day, form: When.parse(day.strftime(form)), days, forms)
    intervals = st.builds(
        lambda day, length: When.parse(f"{day:%Y-%m-%d}/{day.replace(year=day.year + length):%Y-%m-28}"),
        days.filter(lambda day: day.day < 28),
        st.integers(min_value=0, max_value=3),
    )
    return st.one_of(singles, intervals)


def _day(year: int) -> Any:
    from datetime import datetime  # noqa: PLC0415 - only here

    return datetime(year, 1, 1)  # noqa: DTZ001 - Hypothesis wants bounds without a zone


def records_of(record: type[Any], **given: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Records of a class with every field that it has, whatever they mean together."""
    kinds = get_type_hints(record, include_extras=True)
    fields = {}
    for field in attrs.fields(record):
        made = given.get(field.name, values_of(kinds[field.name]))
        fields[field.name] = (
            made if field.default is attrs.NOTHING else st.one_of(st.just(field.default), made)
        )
    return st.builds(record, **fields)


def values_of(kind: Any) -> st.SearchStrategy[Any]:
    """What a field that is declared so may hold, whatever it means."""
    origin, arguments = get_origin(kind), get_args(kind)
    if origin is Annotated:
        rules = [note for note in arguments[1:] if isinstance(note, TextRule)]
        made = texts(rules[0]) if rules else values_of(arguments[0])
    elif kind == When | DateKind | str:
        made = st.one_of(whens(), st.sampled_from(DateKind), st.just(CLEARED))
    elif origin in {Union, UnionType}:
        made = values_of(next(each for each in arguments if each is not NoneType))
    elif origin is tuple:
        made = st.lists(values_of(arguments[0]), max_size=2).map(tuple)
    elif origin is FrozenDict:
        made = st.dictionaries(texts(), values_of(arguments[1]), max_size=2).map(FrozenDict)
    elif isinstance(kind, type) and issubclass(kind, Enum):
        made = st.sampled_from(kind)
    else:
        made = _SCALARS[kind]() if kind in _SCALARS else st.deferred(lambda: records_of(kind))
    return made


_SCALARS: dict[Any, Callable[[], st.SearchStrategy[Any]]] = {
    str: texts,
    bool: st.booleans,
    int: lambda: st.integers(min_value=-999_999_999, max_value=999_999_999),
    Decimal: lambda: st.decimals(min_value=-(10**9), max_value=10**9, places=2, allow_nan=False),
    Fraction: lambda: st.fractions(min_value=0, max_value=1, max_denominator=99),
    When: whens,
}


def _line() -> st.SearchStrategy[str]:
    return texts(TextRule(length=300))


def _paragraphs() -> st.SearchStrategy[str]:
    return st.one_of(st.just(""), texts(TextRule(length=20_000, has_lines=True)))


@st.composite
def registers(draw: st.DrawFn) -> Register:
    """Small registers without a fault: a network, its members, two people, an award, and what was decided."""
    members = [f"member-{number}" for number in range(draw(st.integers(min_value=1, max_value=3)))]
    organisations = [
        Organisation(id="network", name=draw(_line()), notes=draw(_paragraphs())),
        *(
            Organisation(
                id=name,
                name=f"{name} {draw(_line())}",
                short_name=draw(st.one_of(st.just(""), _line())),
                member_of=(
                    Membership(organisation="network", since=draw(st.none() | st.just(When(2001, 5)))),
                ),
                extra=FrozenDict(draw(st.dictionaries(_line(), _line(), max_size=2))),
            )
            for name in members
        ),
    ]
    people = [Person(id=f"person-{number}", name=f"{number} {draw(_line())}") for number in range(2)]
    programme = Programme(
        id="programme",
        name=draw(_line()),
        lead="network",
        partners=(Partner(organisation=members[0], role="partner"),),
    )
    nominations = tuple(draw(_nomination(number, members)) for number in range(draw(st.integers(0, 4))))
    return Register(
        records=Records(
            register=Settings(publisher="network"),
            organisations=tuple(organisations),
            people=tuple(people),
            programmes=(programme,),
            awards=(_award(draw(_line())),),
            nominations=nominations,
        )
    )


def _award(name: str) -> Award:
    categories = (
        AwardCategory(id="team", name="Team of the Year"),
        AwardCategory(id="idea", name=f"Idea: {name}"),
    )
    ceremony = KeyDate(what=DateKind.CEREMONY, when=When(2020, 11, 12))
    edition = Edition(id="2020", dates=(ceremony,), categories=categories)
    return Award(id="award", name=name, editions=(edition,))


@st.composite
def _nomination(draw: st.DrawFn, number: int, members: list[str]) -> Nomination:
    won = Decision(
        outcome=Outcome.WON,
        announced=When(2020, 11, 12),
        embargo=draw(
            st.sampled_from(
                [None, Embargo(until=When(2020, 11, 12, 20, 0)), Embargo(until=DateKind.CEREMONY)]
            )
        ),
        citation=draw(_paragraphs()),
    )
    shortlisted = Decision(
        outcome=Outcome.SHORTLISTED, announced=When(2020, 8, 17), label=draw(st.just("") | _line())
    )
    return Nomination(
        id=f"nomination-{number}",
        edition="award/2020",
        category=draw(st.sampled_from(["team", "idea"])),
        title=f"{number} {draw(_line())}",
        nominees=(Nominee(organisation=draw(st.sampled_from(members)), role=draw(st.just("") | _line())),),
        programme=draw(st.sampled_from([None, "programme"])),
        notes=draw(_paragraphs()),
        decisions=draw(st.sampled_from([(), (shortlisted,), (shortlisted, won)])),
    )
