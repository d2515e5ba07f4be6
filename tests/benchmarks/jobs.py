"""The jobs that are timed: ours and the peers', each a function that prepares and gives the work itself.

What is prepared (files read, views made, libraries imported) is not timed; the work is.
"""

from __future__ import annotations

import gc
import io
import json
from collections.abc import Callable, Iterable
from fractions import Fraction
from pathlib import Path
from typing import Annotated, Any, BinaryIO, get_args, get_origin

import nominate
from nominate import FrozenDict, Records, View, When

AS_OF = "2026-01-01"
PIECES = 200
_DEMO = Path(nominate.__file__).parent / "demo" / "aberdwr"

_SIX = ("id", "title", "category", "organisations", "outcome", "award")

Work = Callable[[], object]
JOBS: dict[str, Callable[[Path], Work]] = {}


def job(prepare: Callable[[Path], Work]) -> Callable[[Path], Work]:
    """Keep a job under its name, with hyphens."""
    JOBS[prepare.__name__.replace("_", "-")] = prepare
    return prepare


@job
def load_json(register: Path) -> Work:
    """JSON into checked records, positions and all faults included."""
    nominate.load(_first(register))
    return lambda: nominate.load(register)


@job
def load_json_cattrs(register: Path) -> Work:
    """The peer: the same records by `cattrs.preconf.json`, detailed validation, unknown keys refused."""
    from cattrs.preconf.json import make_converter  # noqa: PLC0415 - not part of the other jobs

    converter = make_converter(detailed_validation=True, forbid_extra_keys=True)
    converter.register_structure_hook(When, lambda text, _: When.parse(text))
    converter.register_structure_hook(Fraction, lambda text, _: Fraction(text))
    converter.register_structure_hook_func(
        lambda kind: kind == When | nominate.DateKind | str, lambda text, _: When.parse(text)
    )
    converter.register_structure_hook_func(_is_mapping, lambda value, _: FrozenDict(value))
    converter.loads(_first(register).read_text("utf-8"), Records)
    return lambda: converter.loads(register.read_text("utf-8"), Records)


@job
def load_yaml(register: Path) -> Work:
    """YAML into checked records."""
    nominate.load(_first(register))
    return lambda: nominate.load(register)


@job
def load_yaml_bare(register: Path) -> Work:
    """The peer: PyYAML's C loader, into plain values, nothing checked."""
    import yaml  # noqa: PLC0415 - not part of the other jobs

    return lambda: yaml.load(register.read_text("utf-8"), Loader=yaml.CSafeLoader)


@job
def view(register: Path) -> Work:
    """A public view with its table, totals and revision."""
    loaded = nominate.load(register)
    return lambda: _used(nominate.view(loaded, as_of=AS_OF))


@job
def excel(register: Path) -> Work:
    """Our tracker, every sheet and feature."""
    return _rendering(register, "excel")


@job
def excel_bare(register: Path) -> Work:
    """The peer: a bare openpyxl write-only loop over the same cells, with no feature at all."""
    return _bare_loop(register, None)


@job
def excel_fifteen(register: Path) -> Work:
    """Our tracker, every sheet and feature, with the columns that a printed page holds and some more.

    What the job `view` times already, its totals and its revision, is asked for before the clock runs.
    """
    shown = _view(register)
    _counted = (shown.totals, shown.revision)
    options = {"columns": _FIFTEEN}
    _warm("excel")
    gc.collect()
    return lambda: nominate.render(shown, "excel", options=options)


@job
def excel_fifteen_bare(register: Path) -> Work:
    """The peer: a bare openpyxl write-only loop over the cells of the same columns of the nominations."""
    return _bare_loop(register, _FIFTEEN)


@job
def excel_read(register: Path) -> Work:
    """Our tracker read back, checked: every value, link, error and digest of its five sheets of tables."""
    return _taking_in(register, ".xlsx")


@job
def excel_read_openpyxl(register: Path) -> Work:
    """The peer: every value of the same workbook by openpyxl in its read-only mode, and nothing else."""
    import openpyxl  # noqa: PLC0415 - not part of the other jobs

    tracker = _tracker(register, ".xlsx")

    def work() -> int:
        book = openpyxl.load_workbook(tracker, read_only=True, data_only=True)
        return sum(1 for sheet in book for row in sheet.iter_rows(values_only=True) for _ in row)

    return work


@job
def importing(register: Path) -> Work:
    """Our import of an edited tracker up to its diff: read, merged with a register edited since, and told."""
    from nominate.cli.differences import difference_lines  # noqa: PLC0415 - not part of the other jobs

    tracker = _edited_tracker(register)
    loaded = nominate.load(register)
    since = loaded.apply([_retitled(each) for each in loaded.nominations[::_MINE]])
    nominate.take_in(_tracker(_first(register), ".xlsx"))
    gc.collect()

    def work() -> int:
        found = nominate.merge(nominate.take_in(tracker), since, known=When.parse(AS_OF))
        if not (found.changes and found.conflicts):
            raise ValueError("the edited tracker has nothing to tell")
        return sum(len(line) for line in difference_lines(found))

    return work


@job
def importing_read(register: Path) -> Work:
    """The part of it that every import has: the same tracker read."""
    tracker = _edited_tracker(register)
    nominate.take_in(_tracker(_first(register), ".xlsx"))
    gc.collect()
    return lambda: nominate.take_in(tracker)


@job
def pdf(register: Path) -> Work:
    """Our summary, every section."""
    return _rendering(register, "pdf")


@job
def pdf_table(register: Path) -> Work:
    """Our table of six wrapped columns, tagged and in an embedded font, the header on each page."""
    from datetime import UTC, datetime  # noqa: PLC0415 - not part of the other jobs

    from nominate.documents import Document, Table  # noqa: PLC0415
    from nominate_pdf._document import write_document  # noqa: PLC0415
    from nominate_pdf._theme import Theme  # noqa: PLC0415

    def write(view: View, _options: object, out: BinaryIO) -> Iterable[nominate.Problem]:
        rows = [[str(cell) for cell in row] for row in view.table(_SIX)]
        table = Table(caption="Nominations", header=_SIX, rows=rows)
        made = datetime(2026, 1, 1, tzinfo=UTC)
        return write_document(Document(title="Nominations", blocks=[table]), out, made=made, theme=Theme())

    exporter = nominate.Exporter(
        name="table", summary="A table", suffix=".pdf", media_type="application/pdf", write=write
    )
    shown = _view(register)
    _warm(exporter)
    return lambda: nominate.render(shown, exporter)


@job
def pdf_platypus(register: Path) -> Work:
    """The peer: one untagged Platypus table of Paragraphs of the same cells, the header on each page."""
    from xml.sax.saxutils import escape  # noqa: PLC0415 - not part of the other jobs

    from reportlab.lib.pagesizes import A4, landscape  # noqa: PLC0415
    from reportlab.lib.styles import getSampleStyleSheet  # noqa: PLC0415
    from reportlab.platypus import Paragraph, SimpleDocTemplate, Table  # noqa: PLC0415

    shown = _view(register)

    def work() -> bytes:
        style = getSampleStyleSheet()["BodyText"]
        rows = [[Paragraph(escape(str(cell)), style) for cell in row] for row in shown.table(_SIX)]
        out = io.BytesIO()
        document = SimpleDocTemplate(out, pagesize=landscape(A4), leftMargin=32, rightMargin=32)
        document.build([Table(rows, colWidths=(80, 160, 160, 170, 70, 138), repeatRows=1)])
        return out.getvalue()

    return work


@job
def news(register: Path) -> Work:
    """Our news: a piece for each of many organisations, as HTML."""
    pieces = list(_pieces(register))
    # What is loaded once, the house style among it, is loaded before the clock runs.
    nominate.render(pieces[0], "news", options={"form": "html"})
    gc.collect()
    return lambda: [nominate.render(each, "news", options={"form": "html"}) for each in pieces]


@job
def news_whole(register: Path) -> Work:
    """Our news: one piece that tells of the whole register."""
    return _rendering(register, "news")


@job
def news_jinja2(register: Path) -> Work:
    """The peer: an autoescaped jinja2 template that prints the same facts, rendered once for each piece."""
    printed = _printer()
    pieces = list(_pieces(register))
    printed(pieces[0])
    gc.collect()
    return lambda: [printed(each) for each in pieces]


@job
def template(register: Path) -> Work:
    """A user's template, as HTML: the piece that it words, for each of many organisations."""
    options = {"form": "html", "template": nominate.File(name="t.md.j2", content=_USERS_TEMPLATE.encode())}
    pieces = list(_pieces(register))
    nominate.render(pieces[0], "news", options=options)
    gc.collect()
    return lambda: [nominate.render(each, "news", options=options) for each in pieces]


@job
def template_printed(register: Path) -> Work:
    """A user's template in our sandbox: its facts, found and printed, before it is read as a piece."""
    from nominate.prose.templates.compiling import compiled  # noqa: PLC0415 - not part of the other jobs
    from nominate.prose.templates.session import Session  # noqa: PLC0415

    made = compiled(_USERS_TEMPLATE)
    pieces = list(_pieces(register))

    def printed(shown: View) -> str:
        top, desk = _facts_of(shown)
        return made.rendered(top, Session(desk))

    printed(pieces[0])
    gc.collect()
    return lambda: [printed(each) for each in pieces]


@job
def template_jinja2(register: Path) -> Work:
    """The peer: the same template and the same facts in jinja2 itself, without a sandbox, and autoescaped."""
    import jinja2  # noqa: PLC0415 - not part of the other jobs

    bare = jinja2.Environment(autoescape=True, undefined=jinja2.ChainableUndefined)
    made = bare.from_string(_USERS_TEMPLATE)
    pieces = list(_pieces(register))

    def printed(shown: View) -> str:
        top, _ = _facts_of(shown)
        return made.render(counts=top.counts, editions=top.editions, publisher=top.publisher)

    printed(pieces[0])
    gc.collect()
    return lambda: [printed(each) for each in pieces]


def _facts_of(shown: View) -> tuple[Any, Any]:
    from nominate.prose.stories.composing import chosen, composed  # noqa: PLC0415 - not part of the other jobs
    from nominate.prose.stories.desk import Desk  # noqa: PLC0415
    from nominate.prose.templates.tree.piece import PieceTold  # noqa: PLC0415
    from nominate.prose.templates.tree.told import Teller  # noqa: PLC0415
    from nominate.styles.style import Style  # noqa: PLC0415

    style = Style.load("health")
    facts_ = chosen(shown, situation=None, names_unsuccessful=False)
    desk = Desk(shown, style)
    return PieceTold(facts_, Teller(desk, compose=lambda: composed(facts_, shown, style))), desk


@job
def news_each(register: Path) -> Work:
    """Our news: the views and the pieces, as HTML, for as many organisations as there are."""
    loaded = _warmed(register, lambda shown: nominate.render(shown, "news", options={"form": "html"}))
    return lambda: sum(
        len(nominate.render(shown, "news", options={"form": "html"})) for _, shown in _each(loaded)
    )


@job
def news_each_jinja2(register: Path) -> Work:
    """The peer: the same views, and the same template as before."""
    printed = _printer()
    loaded = _warmed(register, printed)
    return lambda: sum(len(printed(shown)) for _, shown in _each(loaded))


# The facts of ours and no other: whether it is free, the years, totals over all, each entry with its credits
# and membership, what was said, the ceremony, the links, and where each outcome was read.
_TEMPLATE = """\
<article lang="{{ view.settings.language }}"><p>{% if view.audience.value == "internal" %}Internal
{% elif view.embargoed_until %}Embargoed until {{ view.embargoed_until }}{% else %}For immediate release
{% endif %}</p>
<h1>{{ view.scope.organisation|join }}: {{ won|length }} wins, {{ listed|length }} shortlisted</h1>
<p>{{ view.entries|map(attribute="decision.announced.year")|unique|join(", ") }}</p>
<p>News of {{ view.editions|length }} awards: {% for name, pair in view.editions.items() %}{{ pair[1].name }}
{% endfor %}</p>
<p>{{ leads|unique|list|length }} organisations of {{ view.publisher.name }}: {{ won|length }} wins,
{{ honoured|length }} honours, {{ listed|length }} shortlisted</p>
{% for name, pair in view.editions.items() %}<h2>{{ pair[1].name }}</h2>
{% set own = view.entries|selectattr("edition_id", "equalto", name)|list %}
<p>{{ view.publisher.name }}: {{ own|length }} nominations
in {{ own|map(attribute="category_id")|unique|list|length }} categories of the {{ pair[1].name }}.</p>
<ul>{% for entry in own %}
<li>{{ entry.category.name }} ({{ entry.title }}): {{ entry.outcome.value }},
{% for credit in entry.nominees %}{{ credit.name }} {{ credit.role }}
{% if credit.organisation.member_of %}member of {{ view.publisher.name }}{% endif %}
{% endfor %}{{ entry.decision.announced }}</li>{% endfor %}</ul>
{% for entry in own %}{% for quote in entry.statements %}
<blockquote>{% for paragraph in quote.paragraphs %}<p>{{ paragraph }}</p>{% endfor %}
<footer>{{ quote.name }}, {{ quote.role }}</footer></blockquote>{% endfor %}{% endfor %}
{% for date in pair[1].dates if date.what.value == "ceremony" %}<p>Ceremony: {{ date.when }}</p>{% endfor %}
<p><a href="{{ pair[1].links.shortlist }}">The full shortlist of the {{ pair[1].name }}</a></p>{% endfor %}
<p>ENDS</p><h2>Notes</h2><ol>{% for entry in view.entries %}<li>{{ entry.outcome.value }}:
<a href="{{ entry.decision.source.url }}">{{ entry.decision.source.url }}</a></li>{% endfor %}
<li><a href="{{ view.publisher.url }}">{{ view.publisher.name }}</a></li></ol></article>
"""

# The same facts as a user would print them.
_USERS_TEMPLATE = """\
# {{ counts.wins }} wins, {{ counts.nominations }} entries

**News of {{ editions|length }} awards: {% for edition in editions %}{{ edition.name.full }} {% endfor %}**

{{ counts.organisations }} organisations of {{ publisher.name.full }}: {{ counts.wins }} wins

{% for edition in editions %}
## {{ edition.name.full }}

{{ publisher.name.full }}: {{ edition.counts.nominations }} nominations
in {{ edition.counts.categories }} categories of the {{ edition.name.full }}.

{% for entry in edition.entries %}
- {{ entry.category.name }} ({{ entry.title }}): {{ entry.outcome }},
  {% for each in entry.nominees %}{{ each.name.full }} {{ each.role|default("") }}
  {% if each.relation|default("") == "member" %}member of {{ publisher.name.full }}{% endif %} {% endfor %}
  {{ entry.announced }}
{% endfor %}

{% for entry in edition.entries %}
{% for quote in entry.quotes %}

{% for paragraph in quote.paragraphs %}
> {{ paragraph }}
>
{% endfor %}
> — {{ quote.name }}, {{ quote.role|default("") }}
{% endfor %}
{% endfor %}

{% if edition.ceremony is defined %}Ceremony: {{ edition.ceremony.when }}{% endif %}


[The full shortlist of the {{ edition.name.full }}]({{ edition.links.shortlist }})

{% endfor %}
## Notes

{% for edition in editions %}
{% for entry in edition.entries %}
1. {{ entry.outcome }}: [{{ entry.source.url }}]({{ entry.source.url }})
{% endfor %}
{% endfor %}
1. [{{ publisher.name.full }}]({{ publisher.url }})
"""


def _is_mapping(kind: object) -> bool:
    bare = get_args(kind)[0] if get_origin(kind) is Annotated else kind
    return get_origin(bare) is FrozenDict


# As many columns as in the measurements that the target comes from: five hold dates, and one links.
_FIFTEEN = (
    *("id", "title", "organisations", "edition", "category", "progress", "outcome", "entry_deadline"),
    *("shortlist_announced", "ceremony", "owner", "notes", "announced", "submitted", "award_link"),
)

# One nomination of so many has another title in the register, and one in the tracker, so that some have it in
# both. More than a tenth would be asked about as a slip.
_MINE, _THEIRS = 50, 20

# A story names no entry that ended without an honour, so there is none of those alone.
_TOLD = ("shortlisted", "highly commended", "won")


def _first(register: Path) -> Path:
    """The smallest register of the same form, so that what is loaded once is loaded before the clock runs."""
    return register.with_name(f"1000{register.suffix}")


def _warm(exporter: str | nominate.Exporter[Any]) -> None:
    """Load all that is loaded once, the fonts among it, by a register of other texts.

    An exporter remembers how it set a text; by the same texts a small register would be timed as a second
    file of its kind, and a large one as a first.
    """
    nominate.render(nominate.view(nominate.load(_DEMO), as_of=AS_OF), exporter)


def _view(register: Path) -> View:
    gc.collect()
    return nominate.view(nominate.load(register), as_of=AS_OF, audience="internal")


def _tracker(register: Path, suffix: str) -> Path:
    """The tracker of a register, written once beside it."""
    tracker = register.with_suffix(suffix)
    if not tracker.exists():
        nominate.export(_view(register), tracker)
    gc.collect()
    return tracker


def _retitled(nomination: nominate.Nomination) -> nominate.Change:
    return nominate.Change(
        kind=nominate.RecordKind.NOMINATION,
        record=nomination.id,
        field="title",
        before=nomination.title,
        after=f"{nomination.title}, once more",
    )


def _edited_tracker(register: Path) -> Path:
    """The tracker of a register with titles that somebody changed by openpyxl, written once beside it."""
    import openpyxl  # noqa: PLC0415 - not part of the other jobs

    edited = register.with_suffix(".edited.xlsx")
    if not edited.exists():
        book = openpyxl.load_workbook(_tracker(register, ".xlsx"))
        sheet = book["Nominations"]
        place = [cell.value for cell in sheet[1]].index("Title") + 1
        for row in range(2, sheet.max_row + 1, _THEIRS):
            sheet.cell(row, place).value = f"A title that somebody changed, {row}"
        book.save(edited)
    return edited


def _bare_loop(register: Path, columns: tuple[str, ...] | None) -> Work:
    import openpyxl  # noqa: PLC0415 - not part of the other jobs

    shown = _view(register)

    def work() -> bytes:
        book = openpyxl.Workbook(write_only=True)
        sheet = book.create_sheet("Nominations")
        for row in shown.table(columns):
            sheet.append([_plain(cell) for cell in row])
        out = io.BytesIO()
        book.save(out)
        return out.getvalue()

    return work


def _taking_in(register: Path, suffix: str) -> Work:
    tracker = _tracker(register, suffix)
    nominate.take_in(_tracker(_first(register), suffix))
    return lambda: nominate.take_in(tracker)


def _rendering(register: Path, exporter: str) -> Work:
    shown = _view(register)
    _warm(exporter)
    return lambda: nominate.render(shown, exporter)


def _pieces(register: Path) -> Iterable[View]:
    chosen = [each.id for each in nominate.load(register).organisations[1 : PIECES + 1]]
    return (piece for _, piece in _each(nominate.load(register), organisation=chosen, year=2020))


def _each(loaded: nominate.Register, **filters: Any) -> Iterable[tuple[str, View]]:
    return nominate.views(loaded, as_of=AS_OF, outcome=_TOLD, **filters)


def _warmed(register: Path, use: Callable[[View], object]) -> nominate.Register:
    """A register, after one small piece has loaded all that is loaded once."""
    use(next(iter(_pieces(_first(register)))))
    loaded = nominate.load(register)
    gc.collect()
    return loaded


def _printer() -> Callable[[View], str]:
    import jinja2  # noqa: PLC0415 - not part of the other jobs

    template = jinja2.Environment(autoescape=True).from_string(_TEMPLATE)

    def printed(shown: View) -> str:
        by_outcome: dict[str, list[nominate.Entry]] = {name: [] for name in _TOLD}
        for entry in shown.entries:
            by_outcome[entry.outcome.value if entry.outcome else ""].append(entry)
        listed, honoured, won = by_outcome.values()
        leads = [name for entry in shown.entries for name in entry.leads]
        return template.render(view=shown, listed=listed, honoured=honoured, won=won, leads=leads)

    return printed


def _used(shown: View) -> int:
    return sum(1 for _ in shown.table()) + len(shown.totals) + len(shown.revision)


def _plain(cell: object) -> object:
    return cell if isinstance(cell, str | int) else str(cell)


def facts(register: Path) -> dict[str, Any]:
    """What is in a generated register, for the heading of the results."""
    read = json.loads(register.read_text("utf-8"))
    return {name: len(read[name]) for name in ("organisations", "awards", "nominations")}
