"""What a view holds of the files beside a register: what its audience may see, and no way to the rest."""

from __future__ import annotations

import pickle
from collections.abc import Iterator, Mapping

import attrs
import pytest

from nominate import (
    Approval,
    Award,
    AwardCategory,
    Decision,
    Edition,
    Image,
    Nomination,
    Nominee,
    Organisation,
    Outcome,
    Records,
    Register,
    Settings,
    View,
    When,
    view,
)

TOLD = "team.png"
FILES = {
    TOLD: b"a picture that everybody may see",
    "unagreed.png": b"a picture without consent",
    "winner.png": b"a picture that gives the win away",
    "unnamed.png": b"a file that no record names",
    "house-style.yaml": b"extends: health",
}


def image(file: str, **more: object) -> Image:
    return attrs.evolve(
        Image(file=file, alt="Four people", consent=Approval(by="all four")),
        **more,  # type: ignore[arg-type]  # the fields of an image, whichever they are
    )


RECORDS = Records(
    register=Settings(style="house-style.yaml"),
    organisations=(Organisation(id="marram", name="Marram Trust"),),
    awards=(
        Award(
            id="tide",
            name="Tide Awards",
            editions=(Edition(id="2020", categories=(AwardCategory(id="team", name="Team"),)),),
        ),
    ),
    nominations=(
        Nomination(
            id="a",
            edition="tide/2020",
            category="team",
            title="A quieter ward",
            nominees=(Nominee(organisation="marram"),),
            decisions=(
                Decision(outcome=Outcome.SHORTLISTED, announced=When(2020, 8, 1)),
                Decision(outcome=Outcome.WON, announced=When(2020, 11, 1)),
            ),
            images=(image(TOLD), image("unagreed.png", consent=None), image("winner.png", of="won")),
        ),
    ),
)


def seen(
    files: Mapping[str, bytes] = FILES, /, *, as_of: str = "2020-10-01", audience: str = "public"
) -> View:
    return view(Register(records=RECORDS, files=files), as_of=as_of, audience=audience)


@pytest.mark.parametrize(
    ("asked", "names"),
    [
        ({}, {TOLD, "house-style.yaml"}),
        ({"as_of": "2020-12-01"}, {TOLD, "winner.png", "house-style.yaml"}),
        ({"as_of": "2020-12-01", "audience": "internal"}, {*FILES} - {"unnamed.png"}),
        ({"as_of": "2020-07-01"}, {"house-style.yaml"}),
    ],
)
def test_a_view_holds_the_files_of_what_its_audience_may_know(asked: dict[str, str], names: set[str]) -> None:
    files = seen(**asked).files
    assert {*files} == names
    assert len(files) == len(names)
    assert {name: seen(**asked).file(name) for name in FILES} == {
        name: content if name in names else None for name, content in FILES.items()
    }


def test_a_copy_for_another_process_holds_the_bytes_and_nothing_that_is_not_for_it() -> None:
    packed = pickle.dumps(seen())
    copy: View = pickle.loads(packed)  # noqa: S301 - our own bytes
    assert copy.file(TOLD) == FILES[TOLD]
    assert dict(copy.files) == dict(seen().files)
    assert copy.revision == seen().revision
    for secret in ("unagreed.png", "winner.png", "unnamed.png"):
        assert FILES[secret] not in packed
        assert secret.encode() not in packed


def test_a_file_is_read_once_for_a_view_and_only_when_it_is_wanted() -> None:
    class Watched(Mapping[str, bytes]):
        def __init__(self) -> None:
            self.read: list[str] = []

        def __getitem__(self, name: str) -> bytes:
            self.read.append(name)
            return FILES[name]

        def __contains__(self, name: object) -> bool:
            return name in FILES

        def __iter__(self) -> Iterator[str]:
            return iter(FILES)

        def __len__(self) -> int:
            return len(FILES)

    watched = Watched()
    shown = seen(watched)
    assert TOLD in shown.files
    assert watched.read == []
    assert shown.file(TOLD) == shown.file(TOLD) == FILES[TOLD]
    assert watched.read == [TOLD]


def test_the_revision_follows_the_house_style_but_not_a_picture() -> None:
    usual = seen().revision
    assert seen(FILES | {"house-style.yaml": b"extends: press"}).revision != usual
    assert seen(FILES | {TOLD: b"a better picture"}).revision == usual
    assert seen({}).revision != usual


def test_views_are_equal_wherever_their_files_lie() -> None:
    assert seen() == seen({})
