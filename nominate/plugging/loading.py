"""Importing one plugin in this process and asking its hooks, with every way in which that may fail."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Iterable
from importlib.machinery import ModuleSpec, SourceFileLoader
from importlib.metadata import EntryPoint
from pathlib import Path
from types import FunctionType, ModuleType

import pluggy

from nominate.errors import PluginError, nearest, shown
from nominate.plugging import hookspecs
from nominate.plugging.faults import told
from nominate.plugging.hookspecs import GROUP, HOOK_PREFIX, PROJECT
from nominate.plugging.plugins import Plugin

__all__ = ["records"]


def records(plugin: Plugin, hook: str) -> tuple[object, ...]:
    """What the plugin gives for one hook, of whatever type; empty when it does not implement that hook.

    Raises `PluginError` when the plugin cannot be imported, has a hook that we do not know, or its hook
    raises.
    """
    manager = pluggy.PluginManager(PROJECT)
    manager.add_hookspecs(hookspecs)
    module = _imported(plugin)
    _refuse_unmarked(module)
    try:
        manager.register(module)
        manager.check_pending()
    except pluggy.PluginValidationError as error:
        raise PluginError(_unknown_hook(error, module)) from error
    if not manager.get_hookcallers(module):
        raise PluginError("it offers nothing: no function is marked with @nominate.hookimpl")
    return tuple(record for answer in _called(manager, hook) for record in _members(answer, hook))


def _imported(plugin: Plugin) -> object:
    try:
        return _from_file(Path(plugin.target)) if plugin.is_file else _entry_point(plugin).load()
    except (Exception, SystemExit) as error:
        raise PluginError(f"it cannot be imported: {told(error)}") from error


def _entry_point(plugin: Plugin) -> EntryPoint:
    return EntryPoint(name=plugin.name, value=plugin.target, group=GROUP)


def _from_file(path: Path) -> ModuleType:
    # Prefixed, so that a file called json.py hides no module of that name.
    name = f"nominate_plugin_{path.stem}"
    loader = SourceFileLoader(name, str(path))
    module = importlib.util.module_from_spec(ModuleSpec(name, loader, origin=str(path)))
    sys.modules[name] = module
    loader.exec_module(module)
    return module


def _refuse_unmarked(module: object) -> None:
    if not isinstance(module, ModuleType):
        return
    for name, member in vars(module).items():
        is_own = isinstance(member, FunctionType) and member.__module__ == module.__name__
        if is_own and name.startswith(HOOK_PREFIX) and not hasattr(member, f"{PROJECT}_impl"):
            raise PluginError(f"function {name!r} is not marked; put @nominate.hookimpl above it")


def _unknown_hook(error: pluggy.PluginValidationError, module: object) -> str:
    known = [name for name in vars(hookspecs) if name.startswith(HOOK_PREFIX)]
    marked = [name for name in dir(module) if hasattr(getattr(module, name, None), f"{PROJECT}_impl")]
    unknown = [name for name in marked if name not in known]
    if not unknown:
        return f"its hook does not fit: {error}"
    near = nearest(unknown[0], known)
    return f"no hook {shown(unknown[0])}; " + (
        f"did you mean {near!r}?" if near else f"choose from {', '.join(known)}"
    )


def _called(manager: pluggy.PluginManager, hook: str) -> list[object]:
    caller = getattr(manager.hook, hook)
    try:
        answers = caller()
    except (Exception, SystemExit) as error:
        raise PluginError(f"{hook} failed: {told(error)}") from error
    # pluggy leaves an answer out when it is None.
    return [None] if caller.get_hookimpls() and not answers else answers


def _members(answer: object, hook: str) -> Iterable[object]:
    if not isinstance(answer, Iterable) or isinstance(answer, str | bytes):
        raise PluginError(f"{hook} returned {shown(answer)}, not a list of records")
    try:
        return list(answer)
    except (Exception, SystemExit) as error:
        raise PluginError(f"{hook} failed: {told(error)}") from error
