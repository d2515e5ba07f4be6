"""Every problem code, once, with its meaning: the documentation's table is made from here.

E is an error, W a warning.
1xx reading files; 2xx types and fields; 3xx ids and references; 4xx dates, decisions and embargoes;
5xx counts, quotes and images; 6xx plugins and what exporters wrote.
"""

from __future__ import annotations

__all__ = ["CODES"]

CODES: dict[str, str] = {}
