"""Every option of every exporter: a fact that an audience may not know yet changes no byte and no message."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path

import pytest
from click.testing import CliRunner
from made_up.saltmarsh import NOW, SECRETS, kept

import nominate
from nominate import Audience, Exporters, File, NominateError, Register, View, load, view, views
from nominate.cli.application import application
from nominate.exporting.listing import ListedExporter
from nominate.exporting.rendering import render_with_problems
from nominate.plugging.options import Option, OptionKind
from nominate.prose import story

SCOPES: tuple[dict[str, str], ...] = (
    {},
    {"edition": "tideline/2026"},
    {"edition": "tideline/2027"},
    {"organisation": "heron"},
    {"outcome": "won"},
    {"programme": "dry-feet"},
    {"year": "2026"},
    {"announced": "2026"},
    {"announced": "2026-04/2026-06"},
)
STYLE = File(name="ours.yaml", content=b"extends: govuk\nwell_known: [NHS]\n")
TEMPLATE = File(
    name="all.md.j2",
    content=b"""# {{ headline }}

{{ situation }} {{ audience }} {{ standfirst }} {{ short_headlines|join(" ") }}
{{ counts.nominations }} {{ counts.wins }} {{ quotes|length }} {{ images|length }} {{ notes|join(" ") }}

{% for edition in editions %}
{{ edition.dates|length }} {{ edition.entries|map(attribute="title")|join(" ") }}
{% endfor %}
""",
)
LOGO = File(
    name="logo.png",
    content=(
        Path(nominate.__file__).parent / "demo" / "aberdwr" / "pictures" / "falls-team.png"
    ).read_bytes(),
)
FONT = File(
    name="ours.ttf", content=files("ttf_opensans").joinpath("ttf", "OpenSans-Regular.ttf").read_bytes()
)
VALUES: Mapping[str, tuple[str | File, ...]] = {
    "style": (STYLE,),
    "template": (TEMPLATE,),
    "title": ("A title",),
    "columns": ("title",),
    "soon": ("3",),
    "address": ("https://saltmarsh.example.org/news",),
    "brand": (File(name="brand.yaml", content=b"main: 005EB8"),),
    "logo": (LOGO,),
    "logo_alt": ("A cup",),
    "font": (FONT,),
    "font_bold": (FONT,),
    "font_italic": (FONT,),
    "fallback_fonts": (FONT,),
}
"""What is asked for where an option takes more than the words that it lists."""
BESIDE: Mapping[str, dict[str, str | File]] = {
    "logo": {"logo_alt": "A cup"},
    "logo_alt": {"logo": LOGO},
    "font_bold": {"font": FONT},
    "font_italic": {"font": FONT},
}
"""What an option is not asked for without."""


@cache
def stock() -> tuple[ListedExporter, ...]:
    return tuple(one for one in Exporters().every() if one.plugin is not None and one.plugin.is_stock)


def asked(option: Option) -> Iterator[tuple[str, str | File]]:
    """The option with each value that it lists, and with those that stand above."""
    words = ("yes", "no") if option.kind is OptionKind.YES_OR_NO else option.choices
    for value in (*words, *VALUES.get(option.name, ())):
        yield option.name, value


def cases() -> Iterator[tuple[str, dict[str, str | File]]]:
    """Every value of every option, in every form of every stock exporter."""
    for one in stock():
        for form in ({}, *(each.options for each in one.forms.values())):
            yield one.name, {**form}
            for option in one.options:
                beside = BESIDE.get(option.name, {})
                yield from ((one.name, {**form, **beside, **dict([pair])}) for pair in asked(option))


def told(shown: View, exporter: str, options: Mapping[str, str | File]) -> object:
    """All that somebody gets to see: the bytes and the warnings, or why there is nothing."""
    try:
        made = render_with_problems(shown, exporter, options=options)
    except NominateError as error:
        return type(error), str(error)
    return made.content, tuple(map(str, made.problems))


def ids(case: tuple[str, Mapping[str, str | File]]) -> str:
    name, options = case
    said = (f"{key}={value.name if isinstance(value, File) else value}" for key, value in options.items())
    return " ".join((name, *said))


def test_every_option_is_asked_for() -> None:
    """A new option that takes more than words needs a value above, so that it is tried here too."""
    assert [each.name for one in stock() for each in one.options if not any(asked(each))] == []


@pytest.mark.parametrize("audience", ["public", "press"])
@pytest.mark.parametrize("case", list(cases()), ids=ids)
def test_secrets_change_no_byte_and_no_warning(
    plain: Register, full: Register, case: tuple[str, dict[str, str | File]], audience: str
) -> None:
    for scope in ({}, {"edition": "tideline/2026"}):
        shown = (view(each, as_of=NOW, audience=audience, **scope) for each in (plain, full))
        one, other = (told(each, *case) for each in shown)
        assert one == other


@pytest.mark.parametrize("secret", SECRETS)
def test_each_secret_alone_is_in_no_view(plain: Register, tmp_path: Path, secret: str) -> None:
    holding = load(kept(tmp_path / "register", secret))
    for audience in (Audience.PUBLIC, Audience.PRESS):
        for scope in SCOPES:
            one, other = (view(each, as_of=NOW, audience=audience, **scope) for each in (plain, holding))
            assert one == other
            assert one.revision == other.revision
            assert {**one.files}.keys() == {**other.files}.keys()
            assert story(one) == story(other)


@pytest.mark.parametrize("audience", ["public", "press"])
@pytest.mark.parametrize("period", ["2026-06-19", "2026-07", "2026-07/2026-09"])
def test_nothing_is_in_a_period_of_which_all_is_secret(full: Register, audience: str, period: str) -> None:
    assert view(full, as_of=NOW, announced=period, audience="internal").entries
    shown = view(full, as_of=NOW, announced=period, audience=audience)
    assert (shown.entries, shown.awards) == ((), ())


@pytest.mark.parametrize("secret", SECRETS)
def test_each_secret_is_known_to_the_team_or_later(plain: Register, tmp_path: Path, secret: str) -> None:
    """Else the tests above would prove nothing."""
    holding = load(kept(tmp_path / "register", secret))
    team, later = (
        [view(each, as_of=moment, audience=audience) for each in (plain, holding)]
        for moment, audience in ((NOW, Audience.INTERNAL), ("2027-12-01", Audience.PUBLIC))
    )
    assert team[0] != team[1] or later[0] != later[1]


@pytest.mark.parametrize("audience", ["public", "press"])
@pytest.mark.parametrize("each", ["organisation", "award", "edition", "category", "programme"])
def test_there_is_no_view_for_what_is_secret(
    plain: Register, full: Register, each: str, audience: str
) -> None:
    one, other = (dict(views(of, each=each, as_of=NOW, audience=audience)) for of in (plain, full))
    assert one == other
    assert list(one) == list(other)


@pytest.mark.parametrize("name", ["out.md", "out.eml", "out.html", "out.social.txt"])
@pytest.mark.parametrize("audience", ["public", "press"])
def test_no_message_of_the_command_tells_a_secret(tmp_path: Path, name: str, audience: str) -> None:
    said = []
    for secrets in ((), ("a loss that nobody announced", "a picture that is not there", "another entry")):
        folder = kept(tmp_path / f"register-{len(secrets)}", *secrets)
        target = tmp_path / name
        line = ["export", str(folder), "-o", str(target), "--audience", audience, "--as-of", NOW]
        ran = CliRunner().invoke(application, line)
        said.append((ran.exit_code, ran.output, target.read_bytes()))
    assert said[0] == said[1]
