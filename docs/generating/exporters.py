"""The reference of the stock exporters: what each makes, and what it may be asked for."""

from __future__ import annotations

from generating.markdown import code, opening, page, table
from nominate import Exporters
from nominate.exporting.listing import ListedExporter
from nominate.plugging.options import Option

__all__ = ["exporters", "stock"]


def stock() -> tuple[ListedExporter, ...]:
    """The exporters of this distribution, by name; those of others that are installed here are left out."""
    return tuple(one for one in Exporters().every() if one.plugin is not None and one.plugin.is_stock)


def exporters() -> str:
    """The whole page."""
    return page(opening("exporters"), *map(_section, stock()))


def _section(one: ListedExporter) -> str:
    forms = [(code(one.suffix), code(one.media_type), "")]
    forms += [
        (
            code(suffix),
            code(form.media_type),
            ", ".join(code(f"{key}={value}") for key, value in form.options.items()),
        )
        for suffix, form in one.forms.items()
    ]
    options = table(("option", "takes", "default", "meaning"), map(_row, one.options)) if one.options else ""
    parts = [
        f"## {one.name}",
        f"{one.summary}.",
        table(("suffix", "media type", "means the options"), forms),
        options or "It has no options.",
        f"A JSON Schema of the options is in `schemas/options-{one.name}.schema.json`."
        if one.options
        else "",
    ]
    return "\n\n".join(part for part in parts if part)


def _row(option: Option) -> tuple[str, str, str, str]:
    takes = ", ".join(code(each) if each in option.choices else each for each in option.takes)
    several = f"{takes}; may be repeated" if option.is_repeatable else takes
    return code(option.name), several, ", ".join(map(code, option.default)), _sentence(option.help)


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}." if text else ""
