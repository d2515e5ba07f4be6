"""How Sphinx builds these pages: MyST Markdown, the furo theme, and the docstrings of the doors."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

import nominate

if TYPE_CHECKING:
    from docutils.nodes import Element, TextElement
    from sphinx.addnodes import pending_xref
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

project = "nominate"
author = "the nominate contributors"
release = version = nominate.__version__
language = "en-GB"

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
exclude_patterns = ["_build", "examples", "generating"]
html_theme = "furo"
html_title = f"nominate {release}"
html_show_sphinx = False
# Nothing is fetched when a page is read: no fonts, no scripts from elsewhere.
html_copy_source = False

myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3
nitpicky = True
smartquotes_action = "qe"  # quotation marks and the ellipsis; two hyphens begin an option
# In our docstrings, what stands between two single ticks is code.
default_role = "code"

autodoc_member_order = "bysource"
autodoc_typehints = "signature"
autodoc_default_options = {"exclude-members": "__init__,__new__"}
napoleon_use_ivar = True
napoleon_numpy_docstring = False

DOORS = (
    "nominate",
    "nominate.errors",
    "nominate.documents",
    "nominate.prose",
    "nominate.sheets",
    "nominate.testing",
)


def setup(app: Sphinx) -> None:
    """Let annotations link to the doors: people never see the rooms in which the names are at home."""
    app.connect("missing-reference", _by_its_door)
    app.connect("autodoc-process-docstring", _whole_sentence, priority=1)


def _by_its_door(
    app: Sphinx, env: BuildEnvironment, node: pending_xref, content: TextElement
) -> Element | None:
    if node.get("refdomain") != "py" or not str(node.get("refdoc")).startswith("reference/python"):
        return None
    name = str(node["reftarget"]).rpartition(".")[2]
    for door in DOORS:
        if name in import_module(door).__all__:
            domain = env.get_domain("py")
            found = domain.resolve_xref(
                env, node["refdoc"], app.builder, "obj", f"{door}.{name}", node, content
            )
            if found is not None:
                return found
    # A name of Python's own, or of a library: shown, not linked, since no page is fetched to link to.
    return content


def _whole_sentence(
    _app: Sphinx, what: str, _name: str, _thing: object, _options: object, lines: list[str]
) -> None:
    # Napoleon takes what stands before a colon in the first line of a property's docstring for its type.
    if what in {"attribute", "data", "property"}:
        lines[:0] = ["..", ""]  # an empty comment, which shows nothing
