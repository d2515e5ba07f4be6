"""Every problem code, once, with its meaning: the documentation's table is made from here.

E is an error, W a warning.
1xx reading files; 2xx types and fields; 3xx ids and references; 4xx dates, decisions and embargoes;
5xx counts, quotes and images; 6xx plugins and what exporters wrote.
"""

from __future__ import annotations

__all__ = ["CODES"]

CODES: dict[str, str] = {
    "E101": "a file or folder cannot be opened or read",
    "E102": "a file is larger than is read",
    "E103": "a file is not UTF-8 text",
    "E104": "a character that cannot stand in a register",
    "E105": "not YAML",
    "E106": "not JSON",
    "E107": "a key stands twice in one map",
    "E108": "YAML that is not read: an anchor, alias, tag, merge or second document",
    "E109": "a file is nested too deep, or holds too many values",
    "E110": "a key that is not text",
    "W111": "YAML takes part of a text for a comment",
    "E112": "a folder holds no register file",
    "E113": "the settings stand in more than one file",
    "E201": "a key that the record does not have",
    "E202": "a key that the record must have is missing",
    "E203": "a value of the wrong shape: text, a list or a map is expected",
    "E204": "a word that is not one of the choices",
    "E205": "text that is blank or holds a character that it may not",
    "E206": "text that is too long",
    "E207": "an id that is not lower-case letters, digits and single hyphens",
    "E208": "a link that is not http, https or mailto",
    "E209": "text that is not a date",
    "E210": "text that is not a number of the expected kind",
    "E211": "a record whose parts contradict each other",
    "E601": "a plugin cannot be used",
    "E602": "the name of an exporter is taken by another plugin",
    "W603": "a plugin prints while it is listed",
    "W604": "an exporter of a plugin prints while it writes",
}
