"""The register of a made-up network as outsiders know it, and the same with secrets of many sorts in it."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain
from pathlib import Path

REGISTER = Path(__file__).parents[1] / "promises" / "saltmarsh" / "register.yaml"
PICTURE = b"GIF89a" + bytes(20)
NOW = "2026-06-20T12:00"
LATER = "announced: 2026-07-30, embargo: {until: 2026-07-30T09:00}"
HIDDEN = "announced: 2026-06-19, embargo: {until: cleared}"
ANOTHER = """
organisations:
  - {id: secret-trust, name: A Secret Trust, abbreviation: AST, kind: nhs trust, member_of: saltmarsh}
programmes: [{id: secret-programme, name: A Secret Programme, lead: secret-trust}]
people: [{id: secret-person, name: Dr Secret}]
awards: [{id: secret-award, name: A Secret Award}]
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
    "another entry": {"style: health,": "style: health, complete_since: {secret-award: 2020},"},
}  # fmt: skip


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
