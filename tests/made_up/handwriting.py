"""Registers as people write them by hand: each in a way of their own, with comments everywhere."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from itertools import count
from random import Random
from typing import Any

import attrs

from nominate import Register
from nominate.files.plain import Plain, plain
from nominate.files.yaml_scalars import double_quoted, needs_escapes, scalar_text, single_quoted, typed_text
from nominate.files.yaml_writing import is_block_text

__all__ = ["Hand", "json_of", "written"]


def written(register: Register, hand: Hand) -> dict[str, str]:
    """The text of each file, by its name: the settings and a share of every section in each."""
    data: Any = plain(register.records)
    shares: list[dict[str, Any]] = [{} for _ in range(hand.chance.randint(1, hand.most_files))]
    for section, records in data.items():
        if section == "register":
            shares[0][section] = records
            continue
        ends = sorted(hand.chance.randint(0, len(records)) for _ in shares[1:])
        for share, start, end in zip(shares, [0, *ends], [*ends, len(records)], strict=True):
            if records[start:end]:
                share[section] = records[start:end]
    return {f"{number}.yaml": hand.file(share) for number, share in enumerate(shares)}


def json_of(register: Register, indent: int | str | None) -> str:
    """The text of one JSON file with that indentation."""
    return json.dumps(plain(register.records), ensure_ascii=False, indent=indent, default=str)


@attrs.define
class Hand:
    """One person's way of writing YAML, in which every choice is that of a moment."""

    chance: Random
    most_files: int = 3
    comments: Any = attrs.field(factory=lambda: count(1))

    def file(self, data: Mapping[str, Plain]) -> str:
        lines = self._comments("", 2)
        if self._often(0.2):
            lines.append("---")
        lines += self._map(data, "")
        if not data:
            lines += ["# nothing yet"]
        return "\n".join(lines) + self.chance.choice(["\n", "", "\n\n# the end\n"])

    def _often(self, share: float) -> bool:
        return self.chance.random() < share

    def _comments(self, indent: str, most: int) -> list[str]:
        wanted = self.chance.randint(0, most) if self._often(0.25) else 0
        lines = [f"{indent}# comment {next(self.comments)}" for _ in range(wanted)]
        return ["", *lines] if self._often(0.1) else lines

    def _tail(self) -> str:
        return f"{' ' * self.chance.randint(1, 3)}# tail {next(self.comments)}" if self._often(0.15) else ""

    def _map(self, data: Mapping[str, Plain], indent: str) -> list[str]:
        entries = list(data.items())
        if self._often(0.2):
            self.chance.shuffle(entries)
        lines: list[str] = []
        for number, (key, value) in enumerate(entries):
            # The first key may stand behind a dash, where no comment can come before it.
            lines += self._comments(indent, 2) if number else []
            lines += self._entry(key, value, indent)
        return lines

    def _entry(self, key: str, value: Plain, indent: str) -> list[str]:
        head = f"{indent}{self._text(key, is_within=False) if self._often(0.1) else scalar_text(key)}:"
        inner = indent + " " * self.chance.randint(1, 4)
        if isinstance(value, list) and len(value) == 1 and indent and self._often(0.3):
            value = value[0]
        if isinstance(value, dict | list) and value and (not indent or self._often(0.6)):
            if isinstance(value, dict):
                return [f"{head}{self._tail()}", *self._comments(inner, 1), *self._map(value, inner)]
            dash = self.chance.choice([indent, inner])
            return [f"{head}{self._tail()}", *self._comments(dash, 1), *self._list(value, dash)]
        return self._inline(head, value, inner)

    def _inline(self, head: str, value: Plain, inner: str) -> list[str]:
        if isinstance(value, str) and is_block_text(value) and self._often(0.8):
            sign = self.chance.choice(["|", "|-", "|+"])
            return [
                f"{head} {sign}{self._tail()}",
                *(f"{inner}{line}" if line else "" for line in value.split("\n")),
            ]
        return [f"{head}{' ' * self.chance.randint(1, 2)}{self._flow(value)}{self._tail()}"]

    def _list(self, items: Sequence[Plain], dash: str) -> list[str]:
        lines: list[str] = []
        is_parted = self._often(0.3)
        for number, item in enumerate(items):
            lines += [""] if number and is_parted else []
            lines += self._comments(dash, 1)
            if isinstance(item, dict) and item and self._often(0.7):
                gap = " " * self.chance.randint(1, 3)
                first, *rest = self._map(item, f"{dash} {gap}")
                if self._often(0.1):
                    lines += [f"{dash}-{self._tail()}", first, *rest]
                else:
                    lines += [f"{dash}-{gap}{first[len(dash) + 1 + len(gap) :]}", *rest]
            else:
                lines += self._inline(f"{dash}-", item, f"{dash}  ")
        return lines

    def _flow(self, value: Plain, *, is_within: bool = False) -> str:
        if isinstance(value, dict):
            entries = [
                f"{scalar_text(key, is_within=True)}: {self._flow(each, is_within=True)}"
                for key, each in value.items()
            ]
            return self._bracketed("{}", entries)
        if isinstance(value, list):
            return self._bracketed("[]", [self._flow(each, is_within=True) for each in value])
        return self._text(value, is_within=is_within) if isinstance(value, str) else typed_text(value)

    def _bracketed(self, brackets: str, parts: list[str]) -> str:
        comma = self.chance.choice([", ", ",", " , ", ",  "])
        space = self.chance.choice(["", " "])
        end = "," if parts and self._often(0.1) else ""
        return f"{brackets[0]}{space}{comma.join(parts)}{end}{space}{brackets[1]}"

    def _text(self, text: str, *, is_within: bool) -> str:
        if self._often(0.15) and not needs_escapes(text):
            return single_quoted(text)
        return double_quoted(text) if self._often(0.15) else scalar_text(text, is_within=is_within)
