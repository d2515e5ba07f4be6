"""How a report looks in a browser and on paper: the colours that it is given, and one style sheet."""

from __future__ import annotations

import re

import attrs

from nominate.errors import UsageError, shown

__all__ = ["Colours", "ReportLook", "style_of"]

_COLOUR = re.compile("[0-9A-Fa-f]{6}")
_FONT = re.compile(r"[\w .-]*")


def _check_colour(_: object, attribute: attrs.Attribute[str], colour: str) -> None:
    if _COLOUR.fullmatch(colour) is None:
        raise UsageError(f"{attribute.name}: {shown(colour)} is not a colour of six hexadecimal digits")


def _check_font(_: object, attribute: attrs.Attribute[str], font: str) -> None:
    if _FONT.fullmatch(font) is None:
        raise UsageError(f"{attribute.name}: {shown(font)} is not the name of a font")


def _colour(default: str) -> str:
    return attrs.field(default=default, validator=_check_colour)


@attrs.frozen(kw_only=True)
class Colours:
    """Six hexadecimal digits each; whoever gives them has seen to their contrast.

    Attributes:
        paper: the ground of the page
        tint: the ground of key figures
        ink: text
        quiet: what matters less
        main: headings, bars of charts, key figures
        link: links
        line: lines between rows
        band: the ground of the title
        on_band: text on it

    >>> Colours().paper
    'FFFFFF'
    """

    paper: str = _colour("FFFFFF")
    tint: str = _colour("EDF1F4")
    ink: str = _colour("1A1A1A")
    quiet: str = _colour("505A5F")
    main: str = _colour("1F4E79")
    link: str = _colour("0B5394")
    line: str = _colour("D0D5DA")
    band: str = _colour("1F4E79")
    on_band: str = _colour("FFFFFF")


_NIGHT = Colours(
    paper="14181D",
    tint="14181D",
    ink="ECEFF1",
    quiet="B4BCC4",
    main="9CC3E6",
    link="9CC3E6",
    line="48525C",
)


@attrs.frozen(kw_only=True)
class ReportLook:
    """The colours by day and for readers who prefer a dark screen, and a font that many readers have.

    >>> ReportLook().dark.paper
    '14181D'
    """

    light: Colours = Colours()
    dark: Colours = _NIGHT
    font: str = attrs.field(default="", validator=_check_font)


def style_of(look: ReportLook) -> str:
    """The style sheet of a page in that look.

    >>> style_of(ReportLook()).splitlines()[0]
    ':root {'
    """
    family = f'"{look.font}", system-ui, sans-serif' if look.font else "system-ui, sans-serif"
    return (
        f":root {{\n  color-scheme: light dark;\n  --family: {family};\n{_variables(look.light)}}}\n"
        "@media screen and (prefers-color-scheme: dark) {\n"
        f":root {{\n{_variables(look.dark)}}}\n}}\n{_STYLE}"
    )


def _variables(colours: Colours) -> str:
    named = attrs.asdict(colours).items()
    return "".join(f"  --{name.replace('_', '-')}: #{colour};\n" for name, colour in named)


# Body text of 18 pixels, lines of about 75 letters. A reader's own text size and colours win: every measure
# is relative, and in forced colours the bars take the reader's colour of text.
_STYLE = """\
* { box-sizing: border-box; }
html { scroll-behavior: auto; scroll-padding-top: 1rem; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1.125rem/1.6 var(--family);
  overflow-wrap: break-word; }
a { color: var(--link); text-decoration-thickness: 0.08em; text-underline-offset: 0.15em; }
a:hover { text-decoration-thickness: 0.16em; }
:focus-visible { outline: 0.2rem solid var(--link); outline-offset: 0.15rem; }
main:focus { outline: none; }
.skip { position: absolute; left: -100vw; padding: 0.75rem 1rem; background: var(--paper); }
.skip:focus { left: 1rem; top: 1rem; z-index: 1; }
header { --across: 44rem; }
.band, .logo { padding: 1rem max(1rem, (100% - var(--across)) / 2); }
.logo { margin: 0; background: #fff; }
.logo img { display: block; max-width: min(18rem, 100%); max-height: 5rem; }
.band { background: var(--band); color: var(--on-band); padding-top: 2.5rem; padding-bottom: 2.5rem; }
.band p { margin: 0; }
.band .status { font-weight: 600; margin-bottom: 0.75rem; }
.band h1 { margin: 0 0 0.75rem; font-size: clamp(1.75rem, 1.2rem + 2.6vw, 2.75rem); line-height: 1.15;
  text-wrap: balance; }
.sheet { max-width: 46rem; margin: 0 auto; padding: 0 1rem 4rem; }
h2, h3, h4, h5, h6 { line-height: 1.25; margin: 1.75em 0 0.5em; text-wrap: balance; }
h2 { font-size: 1.75rem; color: var(--main); margin-top: 2.25em; }
h3 { font-size: 1.3125rem; }
h4, h5, h6 { font-size: 1.125rem; }
main > :first-child, nav > :first-child { margin-top: 2rem; }
p, ul, ol { margin: 0 0 1rem; }
li + li { margin-top: 0.25rem; }
.standfirst { font-size: 1.3125rem; line-height: 1.5; }
nav h2 { font-size: 1.125rem; color: inherit; margin: 2rem 0 0.5rem; }
nav ul { list-style: none; padding: 0; font-size: 1rem; }
nav ul ul { padding-left: 1rem; margin: 0.25rem 0 0; }
nav { padding: 0 0.5rem; margin: 0 -0.5rem; }
nav a { display: inline-block; padding: 0.125rem 0; }
.figures { list-style: none; padding: 0; display: grid; gap: 1rem; margin: 1.5rem 0;
  grid-template-columns: repeat(auto-fill, minmax(min(100%, 9.5rem), 1fr)); }
.figures.long, .figures:has(> :nth-child(5):last-child), .figures:has(> :nth-child(6):last-child) {
  grid-template-columns: repeat(auto-fill, minmax(min(100%, 13.5rem), 1fr)); }
.figures li { margin: 0; padding: 0.75rem 1rem; background: var(--tint);
  border: 1px solid var(--line); border-top: 0.25rem solid var(--main); font-size: 1rem;
  line-height: 1.35; }
.figures strong { display: block; font-size: 2rem; line-height: 1.15; color: var(--main);
  font-variant-numeric: tabular-nums; }
figure { margin: 2rem 0; }
figcaption { color: var(--quiet); }
img { max-width: 100%; height: auto; }
.chart figcaption, caption { font-weight: 600; text-align: left; color: var(--ink); padding: 0 0 0.75rem; }
.chart svg { display: block; max-width: 100%; height: auto; overflow: visible; }
.chart .small { display: none; }
.chart text { font: 16px var(--family); fill: var(--ink); }
.chart .header { fill: var(--quiet); }
.chart .number { font-variant-numeric: tabular-nums; }
.chart .bar { fill: var(--main); }
.chart .axis { fill: var(--quiet); }
details { margin-top: 1rem; }
summary { cursor: pointer; color: var(--link); font-size: 1rem; }
details > * + * { margin-top: 0.75rem; }
blockquote { margin: 0; padding-left: 1.25rem; border-left: 0.25rem solid var(--main); }
blockquote p:last-child { margin-bottom: 0.5rem; }
blockquote + figcaption { padding-left: 1.5rem; }
hr { border: 0; border-top: 1px solid var(--line); margin: 2rem 0; }
.scrolls { overflow-x: auto; margin: 1.5rem 0; }
.scrolls table { min-width: var(--least); }
.scrolls caption { max-width: calc(100vw - 2rem); }
table { border-collapse: collapse; width: 100%; font-size: 1rem; line-height: 1.45; }
th, td { border-bottom: 1px solid var(--line); padding: 0.5rem 0.75rem 0.5rem 0; text-align: left;
  vertical-align: top; }
thead th { border-bottom: 2px solid var(--main); vertical-align: bottom; }
tbody th { font-weight: 600; }
:not(.scrolls) > table { overflow-wrap: anywhere; }
.number { text-align: right; font-variant-numeric: tabular-nums; }
@media screen and (min-width: 68em) {
  .sheet.with-contents { max-width: 68rem; display: grid; gap: 3rem;
    grid-template-columns: 15rem minmax(0, 1fr); }
  header.with-contents { --across: 66rem; }
  .with-contents nav { position: sticky; top: 0; align-self: start; max-height: 100vh; overflow-y: auto; }
}
@media screen and (max-width: 45em) {
  .chart .wide, nav ul ul { display: none; }
  .chart .small { display: block; }
  .figures.figures:not(.long) { gap: 0.5rem; grid-template-columns: repeat(auto-fill, minmax(8.5rem, 1fr)); }
  .figures li { padding: 0.5rem 0.625rem; }
  .figures strong { font-size: 1.625rem; }
  .band { padding-top: 1.75rem; padding-bottom: 1.75rem; }
  .standfirst { font-size: 1.1875rem; }
}
@media (forced-colors: active) {
  .chart text, .chart .header, .chart .bar, .chart .axis { fill: CanvasText; }
  .band { border-bottom: 0.25rem solid; }
}
@media print {
  @page { size: A4; margin: 18mm 18mm 20mm; }
  body { font-size: 12pt; line-height: 1.45; }
  .skip, nav, .chart details { display: none; }
  .sheet { max-width: none; padding: 0; }
  .band { padding: 0 0 6mm; background: none; color: inherit; border-bottom: 1mm solid var(--main); }
  .logo { padding: 0 0 6mm; }
  .band h1 { font-size: 24pt; }
  h2, h3, h4, h5, h6, figcaption, caption { break-after: avoid; }
  figure, tr, li, blockquote p { break-inside: avoid; }
  thead { display: table-header-group; }
  tbody tr:first-child { break-after: avoid; }
  .scrolls { overflow: visible; }
  .scrolls table { min-width: 0; overflow-wrap: anywhere; }
  table { font-size: 10pt; }
  main a[href^="http"]::after { content: " (" attr(href) ")"; font-size: 0.85em; word-break: break-all; }
}
"""
