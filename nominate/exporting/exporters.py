"""Which exporters there are: stock ones first, strangers only when they are needed, broken ones told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache, cached_property
from pathlib import Path

from nominate.errors import (
    ExporterNotFound,
    PluginError,
    Problem,
    Severity,
    UsageError,
    nearest,
    shown,
)
from nominate.exporting.listing import ListedExporter, exporters_among, listed
from nominate.exporting.tasks import HOOK, listed_by_stranger
from nominate.plugging.faults import tidied, traceback_of
from nominate.plugging.loading import records
from nominate.plugging.plugins import BrokenPlugin, Plugin, file_plugin, installed_plugins, stock_plugins

__all__ = ["Exporters"]

Offers = tuple[ListedExporter, ...]


class Exporters:
    """The exporters at hand, looked for as late as possible; what was found once is kept.

    Stock plugins run here, strangers in processes of their own: those of other distributions, and `files`,
    which are plugins of one file. With `is_strict`, the first plugin that breaks the contract raises
    `PluginError`; otherwise it is kept in `broken`, and the others go on. `listing_seconds` and
    `writing_seconds` are how long a stranger may take to say what it offers, and to write one export.

    >>> Exporters().named("excel").suffix
    '.xlsx'
    """

    def __init__(
        self,
        *,
        files: Iterable[Path] = (),
        is_strict: bool = False,
        listing_seconds: float = 60,
        writing_seconds: float = 900,
    ) -> None:
        self._files = tuple(file_plugin(Path(file)) for file in files)
        self._is_strict = is_strict
        self._listing_seconds = listing_seconds
        self.writing_seconds = writing_seconds
        self._offers: dict[Plugin, Offers] = {}
        self._broken: list[BrokenPlugin] = []

    @property
    def broken(self) -> tuple[BrokenPlugin, ...]:
        """The plugins that broke the contract, among those that were looked at so far."""
        return tuple(sorted(self._broken, key=lambda broken: broken.plugin))

    def every(self) -> Offers:
        """All exporters, by name; asks every plugin."""
        return tuple(sorted((*self._near, *self._far), key=lambda one: one.name))

    def named(self, name: str) -> ListedExporter:
        """The exporter of that name; a stock one is found without looking at any other plugin.

        Raises `ExporterNotFound`, or `PluginError` when the plugin that should have it is broken.
        """
        found = next(
            (one for offers in self._by_likelihood(name) for one in offers if one.name == name), None
        )
        if found:
            return found
        self._refuse_broken(name)
        known = [one.name for one in self.every()]
        near = nearest(name, known)
        guess = f"did you mean {near!r}? " if near else ""
        raise ExporterNotFound(f"no exporter {shown(name)}; {guess}{self._choices(known)}")

    def for_path(self, path: Path) -> ListedExporter:
        """The one exporter that makes such files; a stranger's only when no stock one does.

        Raises `ExporterNotFound` when there is none, and `UsageError` when there are several.
        """
        found = _making(path, self._near) or _making(path, self._far)
        if not found:
            self._refuse_broken("")
            known = sorted({suffix for one in self.every() for suffix in one.suffixes})
            raise ExporterNotFound(
                f"no exporter makes a file called {shown(path.name)}; {self._choices(known)}"
            )
        if len(found) > 1:
            names = ", ".join(sorted(one.name for one in found))
            raise UsageError(
                f"several exporters make a file called {shown(path.name)}; choose one of {names}"
            )
        return found[0]

    def near_for_path(self, path: Path) -> Offers:
        """The exporters that make such files, among those that need no stranger to be asked."""
        return _making(path, self._near)

    @cached_property
    def _near(self) -> Offers:
        return self._claimed((*stock_plugins(), *self._files), before=())

    @cached_property
    def _strangers(self) -> tuple[Plugin, ...]:
        return installed_plugins()

    @cached_property
    def _far(self) -> Offers:
        return self._claimed(self._strangers, before=self._near)

    def _by_likelihood(self, name: str) -> Iterator[Offers]:
        # A plugin file that somebody names is always looked at: they want to know what is wrong with it.
        if not self._files:
            yield self._offered(plugin for plugin in stock_plugins() if plugin.name == name)
        yield self._near
        yield self._offered(plugin for plugin in self._strangers if plugin.name == name)
        yield self._far

    def _claimed(self, plugins: Iterable[Plugin], *, before: Offers) -> Offers:
        offers = sorted(self._offered(plugins), key=_claim)
        taken = {one.name: one for one in before}
        for one in offers:
            owner = taken.setdefault(one.name, one)
            if owner is not one and one.plugin:
                reason = f"the name {one.name!r} of its exporter is taken by {owner.plugin}"
                self._record(_broken(one.plugin, "E602", reason, hint="give it another name"))
        return tuple(one for one in offers if taken[one.name] is one)

    def _offered(self, plugins: Iterable[Plugin]) -> Offers:
        asked = tuple(plugins)
        unknown = [plugin for plugin in asked if plugin not in self._offers]
        strangers = [plugin for plugin in unknown if not plugin.is_stock]
        own = {plugin: self._answer(plugin) for plugin in unknown if plugin.is_stock}
        for plugin, (offers, broken) in {**own, **self._answers(strangers)}.items():
            self._offers[plugin] = offers
            if broken:
                self._record(broken)
        return tuple(one for plugin in asked for one in self._offers[plugin])

    def _answers(self, strangers: Sequence[Plugin]) -> dict[Plugin, tuple[Offers, BrokenPlugin | None]]:
        if not strangers:
            return {}
        # Each stranger's process takes a fifth of a second or more, mostly waiting.
        with ThreadPoolExecutor(max_workers=4) as threads:
            return dict(zip(strangers, threads.map(self._answer, strangers), strict=True))

    def _answer(self, plugin: Plugin) -> tuple[Offers, BrokenPlugin | None]:
        try:
            if plugin.is_stock:
                return _stock_offers(plugin), None
            offers, printed = listed_by_stranger(plugin, time_limit=self._listing_seconds)
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
        choices = f"choose from {', '.join(known)}" if known else "no exporter is installed"
        return f"{choices} (broken: {', '.join(broken)})" if broken else choices


# What our own distribution offers does not change while we run: asking it anew for each piece of news would
# take longer than writing the piece.
@cache
def _stock_offers(plugin: Plugin) -> Offers:
    return tuple(listed(exporter, plugin) for exporter in exporters_among(records(plugin, HOOK)))


def _claim(one: ListedExporter) -> tuple[bool, bool, str]:
    # A name belongs to a stock exporter, else to one called like its plugin, else to the first by name.
    plugin = one.plugin
    return (not (plugin and plugin.is_stock), not (plugin and plugin.name == one.name), str(plugin))


def _making(path: Path, offers: Offers) -> Offers:
    fitting = {one: len(one.suffix_of(path.name)) for one in offers}
    longest = max(fitting.values(), default=0)
    return tuple(one for one, length in fitting.items() if length == longest) if longest else ()


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
