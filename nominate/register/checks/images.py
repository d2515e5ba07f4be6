"""Pictures: what must be said of them before they may be shown."""

from __future__ import annotations

from collections.abc import Iterator

from nominate.errors import shown
from nominate.model.quote import Image
from nominate.register.checks.finding import Finding, Path
from nominate.register.checks.futures import future
from nominate.register.checks.index import Index
from nominate.register.checks.references import references

__all__ = ["image_findings"]


def image_findings(index: Index, at: Path, image: Image) -> Iterator[Finding]:
    """Faults in one picture."""
    if not image.alt:
        yield Finding(
            code="E510",
            at=at,
            message=f"the image {shown(image.file)} has no alt text",
            hint="write alt: and what it shows, for somebody who cannot see it",
        )
    if image.consent is None:
        yield Finding(
            code="W511",
            at=at,
            message=f"the image {shown(image.file)} is left out of everything public: nobody has consented",
            hint="write consent: {by: …, on: …} once they have",
        )
    else:
        yield from future(index, (*at, "consent", "on"), image.consent.on, "consented to")
    for place, pictured in enumerate(image.people):
        own = (*at, "people", place)
        yield from references(index, "organisation", [((*own, "organisation"), pictured.organisation)])
        yield from references(index, "person", [((*own, "person"), pictured.person)])
        if pictured.person is None and not pictured.name:
            yield Finding(
                code="E512",
                at=own,
                message="who is pictured is not said",
                hint="write person: and an id, or name: and the name",
            )
