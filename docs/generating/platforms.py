"""The reference of social platforms: what each takes, how it counts, what goes first, and who says so."""

from __future__ import annotations

from generating.markdown import code, opening, page, table
from nominate.prose import Platform, platforms
from nominate.prose.posts.platforms import drops

__all__ = ["social_platforms"]


def social_platforms() -> str:
    """The whole page: the limits side by side, the order in which facts go, then the sources."""
    limits = [_limits(each) for each in platforms()]
    header = ("platform", "most", "counted in", "a link counts", "alt text", "pictures", "hashtags")
    order = "\n".join(f"{number}. {detail.value}" for number, detail in enumerate(drops(), start=1))
    rules = [
        (each.title, rule.says, f"<{rule.source}>", str(rule.read))
        for each in platforms()
        for rule in each.rules
    ]
    return page(
        opening("social-platforms"),
        "## What each takes",
        table(header, limits),
        opening("social-drops"),
        order,
        "## Where the rules stand",
        table(("platform", "rule", "source", "read"), rules),
    )


def _limits(each: Platform) -> tuple[str, ...]:
    most = f"{each.limit:,}" + (f", and {each.byte_limit:,} bytes" if each.byte_limit else "")
    link = str(each.link) if each.link else "as typed"
    unit = each.unit.value
    return (code(each.name), most, unit, link, f"{each.alt_limit:,}", str(each.images), str(each.hashtags))
