"""The file of posts, in either form, and what there is to warn of: a post or alt text that is too long."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from nominate import Problem, Severity, View
from nominate.errors import shown
from nominate.prose import Post, Style, posts
from nominate_social import SocialForm, SocialOptions
from nominate_social._json import as_json
from nominate_social._text import as_text, named

__all__ = ["write_posts"]

# A message that nobody reads to its end tells nothing.
_MOST_NAMED = 10
# An address has these marks within it, and no space before them.
_MARKED = re.compile(r"(?<![\w/.:?&=#@-])[@#]\w+")
_FORMS = {SocialForm.TEXT: as_text, SocialForm.JSON: as_json}


def write_posts(view: View, options: SocialOptions, out: BinaryIO) -> Iterable[Problem]:
    """Write the file; gives a warning for each post that is too long, and for what no post names."""
    made = posts(
        view,
        style=Style.asked(options.style),
        platforms=[each.value for each in options.platform],
        thread=options.thread,
        link=(options.address or None) if options.link else "",
    )
    out.write(_FORMS[options.form](made, options).encode("utf-8"))
    return (*_too_long(made), *_unseen(made), *_taken_for_links(made), *_unnamed(view, made))


def _too_long(made: Iterable[Post]) -> Iterator[Problem]:
    for post in made:
        length = post.measure
        if length.excess:
            yield Problem(
                code="W620",
                message=f"{named(post)} needs {length.count:,} of {length.limit:,} {length.unit}, "
                f"{length.excess:,} too many, and nothing is left that could be left out",
                hint="give what it names a short name or an abbreviation, or shorten it by hand",
                severity=Severity.WARNING,
            )


def _unseen(made: Iterable[Post]) -> Iterator[Problem]:
    for post in made:
        for image in post.images:
            if image.measure.excess:
                yield Problem(
                    code="W621",
                    message=f"the alt text of {shown(image.file)} is {image.measure.excess:,} characters "
                    f"longer than {post.platform.title} takes",
                    hint="shorten it in the register",
                    severity=Severity.WARNING,
                )


def _taken_for_links(made: Iterable[Post]) -> Iterator[Problem]:
    """Words of the register's own, such as a title, that would call somebody or join a topic."""
    found = {word: None for post in made for word in _MARKED.findall(post.text) if word not in post.hashtags}
    if found:
        yield Problem(
            code="W623",
            message=f"platforms take {', '.join(map(shown, found))} for a mention or a hashtag",
            hint="the posts have these words as the register does; change them by hand if that is not meant",
            severity=Severity.WARNING,
        )


def _unnamed(view: View, made: Iterable[Post]) -> Iterator[Problem]:
    rests_on = {name for post in made for name in post.sources}
    missing = [entry.id for entry in view.entries if entry.id not in rests_on]
    if missing:
        few, more = missing[:_MOST_NAMED], len(missing) - _MOST_NAMED
        rest = f" and {more:,} more" if more > 0 else ""
        yield Problem(
            code="W622",
            message=f"no post tells of {', '.join(few)}{rest}",
            severity=Severity.WARNING,
        )
