"""Every option of every exporter: a fact that an audience may not know yet changes no byte and no message."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from itertools import chain
from pathlib import Path

import pytest
from click.testing import CliRunner

import nominate
from nominate import Audience, Exporters, File, NominateError, Register, View, load, view, views
from nominate.cli.application import application
from nominate.exporting.listing import ListedExporter
from nominate.exporting.rendering import render_with_problems
from nominate.plugging.options import Option, OptionKind
from nominate.prose import story

REGISTER = Path(__file__).with_name("saltmarsh") / "register.yaml"
PICTURE = b"GIF89a" + bytes(20)
NOW = "2026-06-20T12:00"
LATER = "announced: 2026-07-30, embargo: {until: 2026-07-30T09:00}"
HIDDEN = "announced: 2026-06-19, embargo: {until: cleared}"
ANOTHER = """
organisations:
  - {id: secret-trust, name: A Secret Trust, abbreviation: AST, kind: nhs trust, member_of: saltmarsh}
programmes: [{id: secret-programme, name: A Secret Programme, lead: secret-trust}]
people: [{id: secret-person, name: Dr Secret}]
nominations:
  - id: secret-entry
    edition: tideline/2026
    category: winter
    title: A secret title
    nominees: [{organisation: secret-trust, role: lead}, {person: secret-person, role: coach}]
    programme: secret-programme
    decisions:
      - {outcome: shortlisted, announced: 2026-04-16, embargo: {until: cleared}}
      - {outcome: won, announced: 2026-06-30}
  - id: secret-second-entry
    edition: tideline/2025
    category: winter
    title: A second secret title
    nominees: heron
    decisions: {outcome: won, announced: 2026-07-30}
"""
# What stands where in the register: beside a remark in angle brackets, or in the place of a text.
SECRETS: Mapping[str, Mapping[str, str]] = {
    "a win under embargo": {"# <after a shortlisting>": f"- {{outcome: won, {LATER}, citation: A secret.}}"},
    "a loss to be announced": {
        "# <after a shortlisting>": "- {outcome: unsuccessful, announced: 2026-07-30}"
    },
    "a loss that nobody announced": {
        "# <after a shortlisting>": "- {outcome: unsuccessful, known: 2026-06-18}"
    },
    "a disqualification": {
        "# <after a shortlisting>": f"- {{outcome: disqualified, of: shortlisted, {HIDDEN}}}"
    },
    "words about a hidden win": {
        "# <after a shortlisting>": f"- {{outcome: won, {LATER}}}",
        "# <about a decision>": "quotes: [{speaker: wren, text: Secret joy., of: won, approved: {by: A}}]",
    },
    "a picture of a hidden win": {
        "# <after a shortlisting>": f"- {{outcome: won, {LATER}}}",
        "# <about a decision>": "images: [{file: secret.gif, alt: A secret cup, of: won, consent: {by: A}}]",
    },
    "a correction": {"# <after a win>": f"- {{outcome: highly commended, corrects: won, {LATER}}}"},
    "a revocation": {"# <after a win>": "- {outcome: revoked, of: won, known: 2026-06-19}"},
    "a refusal": {"# <after a win>": f"- {{outcome: declined, of: won, {HIDDEN}}}"},
    "a quote without approval": {"# <a quote>": "- {speaker: wren, text: A secret word.}"},
    "a quote to be approved": {
        "# <a quote>": "- {speaker: wren, text: A secret word., approved: {by: A, on: 2026-08-01}}"
    },
    "a picture without consent": {
        "# <an image>": "- {file: secret.gif, alt: A secret, people: [{person: wren}]}"
    },
    "a picture to be agreed to": {
        "# <an image>": "- {file: secret.gif, alt: A secret, consent: {by: A, on: 2026-08-01}}"
    },
    "a picture that is not there": {"# <an image>": "- {file: nowhere.gif, alt: A secret}"},
    "a logo without consent": {
        "# <of the publisher>": "logo: {file: secret.gif, url: https://secret.example/a.gif, alt: A secret}"
    },
    "a date": {"# <a date>": "- {what: feedback, when: 2026-07-01, announced: 2026-07-30}"},
    "a ceremony to come": {"# <a date to come>": f"- {{what: ceremony, when: 2027-06-17, {LATER}}}"},
    "a category without an award": {"# <a result>": f"result: {{is: no award, {LATER}}}"},
    "a figure without a source": {"# <an impact>": "- {verb: saved, value: 77, unit: secrets}"},
    "a new name": {
        "name: Heron Island Hospital": "name: A Secret Trust",
        "# <of a member>": "former_names: [{until: 2026-08-31, name: Heron Island Hospital, "
        "abbreviation: HIHT}]",
    },
    "the end of a membership": {"# <of a member>": "succeeded_by: [{organisation: reed, on: 2026-09-01}]"},
    "a new role": {"# <a role>": "- {title: Secret Director, organisation: saltmarsh, since: 2026-09}"},
    "what is for the team": {
        "# <for the team>": "notes: A secret\n    owner: Dr Secret\n    extra: {a: secret}"
    },
    "another entry": {},
}  # fmt: skip
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
}
"""What is asked for where an option takes more than the words that it lists."""
BESIDE: Mapping[str, dict[str, str | File]] = {"logo": {"logo_alt": "A cup"}, "logo_alt": {"logo": LOGO}}
"""What an option is not asked for without."""


def kept(folder: Path, *secrets: str) -> Path:
    """The register with those secrets; beside it lies a picture that nothing else names."""
    text = REGISTER.read_text("utf-8")
    for place, secret in chain.from_iterable(SECRETS[each].items() for each in secrets):
        assert place in text
        # A remark stays, for what else may stand there.
        indent = text[: text.index(place)].rpartition("\n")[2]
        text = text.replace(place, f"{secret}\n{indent}{place}" if place.startswith("#") else secret)
    folder.mkdir()
    (folder / "register.yaml").write_text(text, "utf-8")
    (folder / "cup.gif").write_bytes(PICTURE)
    if secrets:
        (folder / "secret.gif").write_bytes(PICTURE + b"secret")
    if "another entry" in secrets:
        (folder / "zz-another.yaml").write_text(ANOTHER, "utf-8")
    return folder


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Register:
    return load(kept(tmp_path_factory.mktemp("plain") / "register"))


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Register:
    """All the secrets at once."""
    return load(kept(tmp_path_factory.mktemp("full") / "register", *SECRETS))


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
