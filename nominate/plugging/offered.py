"""What plugins offer of one kind: stock ones first, strangers only when needed, broken ones told."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cached_property
from pathlib import Path
from typing import Generic, Protocol, TypeVar

import attrs

from nominate.errors import NominateError, PluginError, Problem, Severity, UsageError, nearest, shown
from nominate.plugging.faults import tidied, traceback_of
from nominate.plugging.plugins import BrokenPlugin, Plugin, file_plugin, installed_plugins, stock_plugins

__all__ = ["Offer", "OfferKind", "Offered", "suffix_among"]


class Offer(Protocol):
    """One thing that a plugin offers, as far as choosing it needs."""

    @property
    def name(self) -> str:
        """What people choose it by."""

    @property
    def plugin(self) -> Plugin | None:
        """The plugin that offers it; None for a script's own."""

    @property
    def suffixes(self) -> tuple[str, ...]:
        """The ends of the names of the files that it is for."""


OfferT = TypeVar("OfferT", bound=Offer)


@attrs.frozen(kw_only=True)
class OfferKind(Generic[OfferT]):
    """A kind of thing that plugins offer, in the words of messages, and how a plugin is asked for it.

    `noun` and `deed` as in "no exporter makes a file"; `here` asks a stock plugin in this process,
    `elsewhere` a stranger in one of its own, within seconds, and gives also what it printed; both raise
    `PluginError`.
    """

    noun: str
    deed: str
    not_found: type[NominateError]
    here: Callable[[Plugin], tuple[OfferT, ...]]
    elsewhere: Callable[[Plugin, float], tuple[tuple[OfferT, ...], str]]


class Offered(Generic[OfferT]):
    """What there is of one kind, looked for as late as possible; what was found once is kept.

    Stock plugins run here, strangers in processes of their own: those of other distributions, and `files`,
    which are plugins of one file. With `is_strict`, the first plugin that breaks the contract raises
    `PluginError`; otherwise it is kept in `broken`, and the others go on. `listing_seconds` is how long a
    stranger may take to say what it offers.
    """

    def __init__(
        self, kind: OfferKind[OfferT], *, files: Iterable[Path], is_strict: bool, listing_seconds: float
    ) -> None:
        self._kind = kind
        self._files = tuple(file_plugin(Path(file)) for file in files)
        self._is_strict = is_strict
        self._listing_seconds = listing_seconds
        self._offers: dict[Plugin, tuple[OfferT, ...]] = {}
        self._broken: list[BrokenPlugin] = []

    @property
    def broken(self) -> tuple[BrokenPlugin, ...]:
        """The plugins that broke the contract, among those that were looked at so far."""
        return tuple(sorted(self._broken, key=lambda broken: broken.plugin))

    def every(self) -> tuple[OfferT, ...]:
        """All that there are, by name; asks every plugin."""
        return tuple(sorted((*self._near, *self._far), key=lambda one: one.name))

    def named(self, name: str) -> OfferT:
        """The one of that name; a stock one is found without looking at any other plugin.

        Raises `ExporterNotFound` or `ImporterNotFound`, or `PluginError` when the plugin that should have it
        is broken.
        """
        found = next(
            (one for offers in self._by_likelihood(name) for one in offers if one.name == name), None
        )
        if found is not None:
            return found
        self._refuse_broken(name)
        known = [one.name for one in self.every()]
        near = nearest(name, known)
        guess = f"did you mean {near!r}? " if near else ""
        raise self._kind.not_found(f"no {self._kind.noun} {shown(name)}; {guess}{self._choices(known)}")

    def for_path(self, path: Path) -> OfferT:
        """The one that is for such files; a stranger's only when no stock one is.

        Raises `ExporterNotFound` or `ImporterNotFound` when there is none, and `UsageError` when there are
        several.
        """
        found = _fitting(path, self._near) or _fitting(path, self._far)
        noun, deed, name = self._kind.noun, self._kind.deed, shown(path.name)
        if not found:
            self._refuse_broken("")
            known = sorted({suffix for one in self.every() for suffix in one.suffixes})
            raise self._kind.not_found(f"no {noun} {deed}s a file called {name}; {self._choices(known)}")
        if len(found) > 1:
            names = ", ".join(sorted(one.name for one in found))
            raise UsageError(f"several {noun}s {deed} a file called {name}; choose one of {names}")
        return found[0]

    def near_for_path(self, path: Path) -> tuple[OfferT, ...]:
        """Those that are for such files, among those that need no stranger to be asked."""
        return _fitting(path, self._near)

    @cached_property
    def _near(self) -> tuple[OfferT, ...]:
        return self._claimed((*stock_plugins(), *self._files), before=())

    @cached_property
    def _strangers(self) -> tuple[Plugin, ...]:
        return installed_plugins()

    @cached_property
    def _far(self) -> tuple[OfferT, ...]:
        return self._claimed(self._strangers, before=self._near)

    def _by_likelihood(self, name: str) -> Iterator[tuple[OfferT, ...]]:
        # A plugin file that somebody names is always looked at: they want to know what is wrong with it.
        if not self._files:
            yield self._offered(plugin for plugin in stock_plugins() if plugin.name == name)
        yield self._near
        yield self._offered(plugin for plugin in self._strangers if plugin.name == name)
        yield self._far

    def _claimed(self, plugins: Iterable[Plugin], *, before: tuple[OfferT, ...]) -> tuple[OfferT, ...]:
        offers = sorted(self._offered(plugins), key=_claim)
        taken = {one.name: one for one in before}
        for one in offers:
            owner = taken.setdefault(one.name, one)
            if owner is not one and one.plugin:
                reason = f"the name {one.name!r} of its {self._kind.noun} is taken by {owner.plugin}"
                self._record(_broken(one.plugin, "E602", reason, hint="give it another name"))
        return tuple(one for one in offers if taken[one.name] is one)

    def _offered(self, plugins: Iterable[Plugin]) -> tuple[OfferT, ...]:
        asked = tuple(plugins)
        unknown = [plugin for plugin in asked if plugin not in self._offers]
        strangers = [plugin for plugin in unknown if not plugin.is_stock]
        own = {plugin: self._answer(plugin) for plugin in unknown if plugin.is_stock}
        for plugin, (offers, broken) in {**own, **self._answers(strangers)}.items():
            self._offers[plugin] = offers
            if broken:
                self._record(broken)
        return tuple(one for plugin in asked for one in self._offers[plugin])

    def _answers(
        self, strangers: Sequence[Plugin]
    ) -> dict[Plugin, tuple[tuple[OfferT, ...], BrokenPlugin | None]]:
        if not strangers:
            return {}
        # Each stranger's process takes a fifth of a second or more, mostly waiting.
        with ThreadPoolExecutor(max_workers=4) as threads:
            return dict(zip(strangers, threads.map(self._answer, strangers), strict=True))

    def _answer(self, plugin: Plugin) -> tuple[tuple[OfferT, ...], BrokenPlugin | None]:
        try:
            if plugin.is_stock:
                return self._kind.here(plugin), None
            offers, printed = self._kind.elsewhere(plugin, self._listing_seconds)
        except PluginError as error:
            return (), _broken(
                plugin, "E601", str(error), details=error.details or traceback_of(error.__cause__)
            )
        if printed:
            reason = f"it prints while it is listed: {tidied(printed)}"
            return offers, _broken(plugin, "W603", reason, hint="remove the print", severity=Severity.WARNING)
        return offers, None

    def _record(self, broken: BrokenPlugin) -> None:
        if self._is_strict:
            raise broken.error
        self._broken.append(broken)

    def _refuse_broken(self, name: str) -> None:
        for broken in self.broken:
            if broken.problem.severity is Severity.ERROR and (
                broken.plugin.is_file or broken.plugin.name == name
            ):
                raise broken.error

    def _choices(self, known: Iterable[str]) -> str:
        broken = [str(one.plugin) for one in self.broken if one.problem.severity is Severity.ERROR]
        choices = f"choose from {', '.join(known)}" if known else f"no {self._kind.noun} is installed"
        return f"{choices} (broken: {', '.join(broken)})" if broken else choices


def suffix_among(suffixes: Iterable[str], name: str) -> str:
    """The longest of the suffixes in which a file's name ends; empty where it ends in none.

    A name that is nothing but a suffix, as `.md`, ends in none.

    >>> suffix_among([".md", ".news.md"], "Piece.NEWS.md"), suffix_among([".md"], ".md")
    ('.news.md', '')
    """
    folded = name.lower()
    fitting = (suffix for suffix in suffixes if folded.endswith(suffix) and folded != suffix)
    return max(fitting, key=len, default="")


def _claim(one: Offer) -> tuple[bool, bool, str]:
    # A name belongs to a stock plugin's, else to one called like its plugin, else to the first by name.
    plugin = one.plugin
    return (not (plugin and plugin.is_stock), not (plugin and plugin.name == one.name), str(plugin))


def _fitting(path: Path, offers: tuple[OfferT, ...]) -> tuple[OfferT, ...]:
    fitting = [(one, len(suffix_among(one.suffixes, path.name))) for one in offers]
    longest = max((length for _, length in fitting), default=0)
    return tuple(one for one, length in fitting if length == longest) if longest else ()


def _broken(
    plugin: Plugin,
    code: str,
    reason: str,
    *,
    hint: str = "",
    severity: Severity = Severity.ERROR,
    details: str = "",
) -> BrokenPlugin:
    problem = Problem(code=code, message=reason, hint=hint, severity=severity)
    return BrokenPlugin(plugin=plugin, problem=problem, details=details)
