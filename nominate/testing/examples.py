"""The views that every exporter is tried on: one real story, and registers made to be difficult."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache
from importlib.resources import as_file, files
from typing import Any

import nominate
from nominate import (
    Audience,
    Award,
    AwardCategory,
    Decision,
    Edition,
    FrozenDict,
    Nomination,
    Nominee,
    Organisation,
    Outcome,
    Progress,
    Records,
    Register,
    Settings,
    View,
    When,
    view,
)

__all__ = ["EXAMPLES", "HOSTILE", "example"]

HOSTILE = (
    "=1+1",
    '=HYPERLINK("http://example.org","x")',
    "+44 117 496 0000",
    "-2+3",
    "@SUM(A1:A9)",
    "#N/A",
    "#REF!",
    "TRUE or FALSE",
    "0117",
    "2020-10-01",
    "1e10",
    "_x0041_",
    "<b>bold</b>",
    "<script>alert(1)</script>",
    "</table></body>",
    '<img src="http://example.org/x.png">',
    "&amp; &lt; &#65;",
    "]]>",
    "[x](javascript:alert(1))",
    "![x](http://example.org/x.png)",
    "**stars** _underscores_ `ticks` ~~tildes~~",
    "# a number sign",
    "- a dash",
    "1. a number",
    "| a | bar |",
    "back\\slash \\n \\",
    "{title} {{ title }} {% raw %} ${title} %(title)s %d",
    "'single' and \"double\"; a, comma",
    "zero\u200bwidth, soft\u00adhyphen, no\u00a0break, \ufeffmark",
)
"""Titles that some format would take for something else than text."""

_WELSH = (
    "Gŵyl yr ŷd a'r ŵyn",
    "Tîm Iechyd Ysbyty Tŷ Gŵyr",
    "Ŵyn, Ŷd ac Ẁ Ẃ Ẅ Ỳ Ý Ÿ",
    "ẁ ẃ ẅ ỳ ý ÿ â ê î ô û ŵ ŷ ï",
)
_RARE = (
    "A café with e\u0301",
    "Łódź, İstanbul, Þingvellir",
    "Ελλάδα",
    "Київ",
    "日本語",
    "Care ☃ and 👩‍⚕️",
    "שלום",
)
_AS_OF = When(2021, 1, 1)
_SHORTLISTED = Decision(outcome=Outcome.SHORTLISTED, announced=When(2020, 8, 17))
_WON = Decision(outcome=Outcome.WON, announced=When(2020, 11, 12))
_EDITION = Edition(
    id="2020",
    categories=tuple(
        AwardCategory(id=f"category-{number}", name=f"Category {number}") for number in range(10)
    ),
)


def _demo() -> View:
    with as_file(files("nominate") / "demo" / "west-of-england") as folder:
        return view(nominate.load(folder), as_of="2020-10-01", edition="hsj-patient-safety/2020")


def _bare() -> View:
    """One nomination with nothing but what it must have."""
    return _of(["A title and nothing else"], nominees=())


def _welsh() -> View:
    return _of(_WELSH, organisation="Ymddiriedolaeth GIG Tŷ Gŵyr")


def _hostile() -> View:
    """Difficult text in every field, as the team itself sees it."""
    return _of(HOSTILE, organisation="=2+2 <i>Trust</i>", is_hostile=True)


def _rare() -> View:
    return _of(_RARE, organisation="Ospedale Niguarda – Ça va")


def _long() -> View:
    """Titles of 300 characters, the most that there may be, with and without a place to break."""
    words = "improving the safety of patients who are moved between wards at night and "
    return _of(
        [(words * 5)[:299] + ".", "Long" + "a" * 295 + "."], organisation="The " + "long " * 50 + "name"
    )


def _many() -> View:
    return _of([f"Nomination number {number:03}" for number in range(1, 401)])


def _twins() -> View:
    """Two nominations of one title, told apart by their categories."""
    return _of(["The same title", "The same title"])


_MAKERS: dict[str, Callable[[], View]] = {
    "demo": _demo,
    "bare": _bare,
    "welsh": _welsh,
    "hostile": _hostile,
    "rare": _rare,
    "long": _long,
    "many": _many,
    "twins": _twins,
}

EXAMPLES = tuple(_MAKERS)
"""The names of the example views."""


@lru_cache
def example(name: str) -> View:
    """The example view of that name; made once, and the same for everybody.

    >>> [entry.title for entry in example("bare").entries]
    ['A title and nothing else']
    """
    return _MAKERS[name]()


def _of(
    titles: Iterable[str],
    *,
    organisation: str = "Example Hospitals",
    nominees: tuple[Nominee, ...] = (Nominee(organisation="example-hospitals"),),
    is_hostile: bool = False,
) -> View:
    """A view of one edition with ten categories; a hostile one is internal, with every field filled."""
    nominations = tuple(
        Nomination(
            id=f"nomination-{number:03}",
            edition="example/2020",
            category=f"category-{number % 10}",
            title=title,
            nominees=nominees,
            decisions=(_SHORTLISTED, _WON) if number == 1 else (_SHORTLISTED,),
            **(_filled(title) if is_hostile else {}),
        )
        for number, title in enumerate(titles, start=1)
    )
    records = Records(
        register=Settings(publisher="example-hospitals"),
        organisations=(Organisation(id="example-hospitals", name=organisation),),
        awards=(Award(id="example", name="Example Awards", editions=(_EDITION,)),),
        nominations=nominations,
    )
    audience = Audience.INTERNAL if is_hostile else Audience.PUBLIC
    return view(Register(records=records), as_of=_AS_OF, audience=audience)


def _filled(text: str) -> dict[str, Any]:
    return {
        "summary": f"{text}\n\n{text}",
        "progress": Progress.SUBMITTED,
        "owner": text,
        "notes": f"{text}\n{text}",
        "extra": FrozenDict({"reference": text}),
    }
