"""How this command writes JSON: the same wherever it does."""

from __future__ import annotations

import json

__all__ = ["json_text"]


def json_text(data: object) -> str:
    r"""Plain data as indented JSON with its letters as they are, without a line feed at the end.

    >>> json_text(["Aberdŵr"])
    '[\n  "Aberdŵr"\n]'
    """
    return json.dumps(data, ensure_ascii=False, indent=2)
