from __future__ import annotations

import pytest

from nominate import Award, AwardCategory, Edition, Nomination, Organisation, Records
from nominate.register.checks.check import check


def _told(text: str) -> list[str]:
    records = Records(organisations=(Organisation(id="a", name=text),))
    return [finding.message for finding in check(records) if finding.code == "W304"]


@pytest.mark.parametrize(
    ("sign", "named"),
    [
        ("\u200b", "U+200B (zero width space)"),
        ("\u00ad", "U+00AD (soft hyphen)"),
        ("\u2060", "U+2060 (word joiner)"),
        ("\ufeff", "U+FEFF (zero width no-break space)"),
        ("\U000e0001", "U+E0001 (language tag)"),
    ],
)
def test_a_sign_that_nobody_sees_is_told_with_its_number(sign: str, named: str) -> None:
    (told,) = _told(f"Tŷ{sign} Gŵyr")
    assert told.endswith(f" holds {named}, which nobody sees")


@pytest.mark.parametrize(
    "text",
    [
        "Tŷ Gŵyr",
        "a\u00a0b",
        "\U0001f469\u200d\u2695\ufe0f",
        "\u05e2\u200f",
        "\U0001f3f4\U000e0067\U000e0062\U000e0077\U000e006c\U000e0073\U000e007f",
    ],
    ids=["Welsh", "a space that does not break", "a joined emoji", "Hebrew", "the flag of Wales"],
)
def test_what_scripts_and_emoji_need_is_no_fault(text: str) -> None:
    assert _told(text) == []


def test_names_and_titles_of_every_kind_are_looked_at() -> None:
    category = AwardCategory(id="team", name="Team\u200b")
    edition = Edition(id="2020", categories=(category,))
    records = Records(
        awards=(Award(id="hsj", name="HSJ\u200b Awards", editions=(edition,)),),
        nominations=(Nomination(id="n", edition="hsj/2020", category="team", title="Home\u200b"),),
    )
    assert [finding.path for finding in check(records) if finding.code == "W304"] == [
        "awards[0].name",
        "awards[0].editions[0].categories[0].name",
        "nominations[0].title",
    ]
