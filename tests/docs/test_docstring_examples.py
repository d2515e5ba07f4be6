"""Every `>>>` of a docstring is run, wherever it stands in the package or a stock plugin."""

from __future__ import annotations

import doctest
import pkgutil
from collections.abc import Iterator
from importlib import import_module

import pytest

import nominate

PACKAGES = (
    "nominate",
    "nominate_excel",
    "nominate_html",
    "nominate_news",
    "nominate_pdf",
    "nominate_social",
    "nominate_tables",
)
# Starts the command when it is imported.
NOT_IMPORTED = {"nominate.__main__"}


def _modules() -> Iterator[str]:
    for package in map(import_module, PACKAGES):
        yield package.__name__
        for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            if found.name not in NOT_IMPORTED:
                yield found.name


@pytest.mark.parametrize("name", list(_modules()))
def test_the_examples_of_a_module_do_what_they_say(name: str) -> None:
    told: list[str] = []
    runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS)
    for test in doctest.DocTestFinder(exclude_empty=True).find(import_module(name), name):
        runner.run(test, out=told.append)
    assert not runner.failures, "".join(told)


def test_every_public_function_and_class_is_documented_with_what_it_is() -> None:
    offered = {name: getattr(nominate, name) for name in nominate.__all__}
    bare = [name for name, value in offered.items() if callable(value) and not value.__doc__]
    assert not bare
