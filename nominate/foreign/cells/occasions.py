"""Awards and years in the words of a banner, the name of a sheet, or a cell that holds both."""

from __future__ import annotations

import re

import attrs

from nominate.foreign.cells.tidying import folded

__all__ = ["Occasion", "award_in", "edition_id", "occasion_in"]

# 2020, 2019/20, 2019-2020, 2019-20
_YEARS = re.compile(r"(?<!\d)((?:19|20)\d\d)(?:\s?[/–-]\s?((?:19|20)?\d\d)(?!\d))?(?!\d)")
_AWARD = re.compile(r"\b(awards?|prizes?|medals?|honours|gongs|accolades?|competition)\b", re.IGNORECASE)
# Such words name the sheet, not an award.
_NO_NAME = re.compile(
    r"\b(tracker|tracking|log|register|list|spreadsheet|sheet\s?\d*|plan|planner|calendar|master|data|archive|"
    r"archived|current|old|new|copy|final|version|draft|v\d+|summary|overview|updated|export|table|results|"
    r"report|all|our|nominations?|entries|submissions?|applications?|record|records)\b",
    re.IGNORECASE,
)
_SMALL = frozenset(["awards", "award", "and", "of", "for", "the", "in", "to", "by", "external"])


@attrs.frozen(kw_only=True)
class Occasion:
    """An award and one running of it, as far as some words tell them; empty where they do not.

    >>> occasion_in("HSJ Patient Safety Awards 2020")
    Occasion(award='HSJ Patient Safety Awards', edition='2020')
    """

    award: str = ""
    edition: str = ""

    @property
    def is_award(self) -> bool:
        """Whether the name itself says that it is one."""
        return _AWARD.search(self.award) is not None


def occasion_in(text: str) -> Occasion:
    """The award and the edition that some words name; what only names a sheet is no award.

    >>> occasion_in("2019/20 Building Better Healthcare Awards")
    Occasion(award='Building Better Healthcare Awards', edition='2019-20')
    >>> occasion_in("Awards tracker 2020"), occasion_in("Sheet1").award
    (Occasion(award='', edition='2020'), '')
    """
    name, edition = _parted(text)
    own_words = _NO_NAME.sub(" ", folded(name)).split()
    is_named = not set(own_words) <= _SMALL and not _NO_NAME.search(name)
    return Occasion(award=name if is_named else "", edition=edition)


def award_in(text: str) -> Occasion:
    """The award and the edition that a cell of a column of awards names: whatever stands there is a name.

    >>> award_in("Report of the Year 2020"), award_in("2020").award
    (Occasion(award='Report of the Year', edition='2020'), '2020')
    """
    name, edition = _parted(text)
    return Occasion(award=name or text, edition=edition)


def edition_id(text: str) -> str:
    """The id of an edition that is called by its years.

    >>> edition_id("2019/20"), edition_id("2019 - 2020"), edition_id("2020")
    ('2019-20', '2019-20', '2020')
    """
    found = _YEARS.search(text)
    if found is None:
        return ""
    return f"{found[1]}-{found[2][-2:]}" if found[2] else found[1]


def _parted(text: str) -> tuple[str, str]:
    found = _YEARS.search(text)
    if found is None:
        return " ".join(text.split()).strip(" -–:,;|'’"), ""
    rest = re.sub(r"\(\s*\)", " ", f"{text[: found.start()]} {text[found.end() :]}")
    return " ".join(rest.split()).strip(" -–:,;|'’"), edition_id(found[0])
