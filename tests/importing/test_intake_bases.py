"""What a file was made from, as tuples of digests and as the lines of text that a file holds."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nominate import IntakeBase

_DIGESTS = st.text("abcdefghijklmnopqrstuvwxyz234567", max_size=8)


@given(st.data())
def test_a_base_of_lines_is_that_of_their_digests(data: st.DataObject) -> None:
    width = data.draw(st.integers(0, 5))
    columns = tuple(f"column-{number}" for number in range(width))
    own = st.tuples(*[_DIGESTS] * width)
    rows = data.draw(st.dictionaries(st.text(max_size=4), own, max_size=4))
    base = IntakeBase(columns=columns, rows=rows)
    lines = {record: " ".join(digests) for record, digests in rows.items()}
    told = IntakeBase.from_lines(columns=columns, lines=lines)
    assert told == base
    assert hash(told) == hash(IntakeBase.from_lines(columns=columns, lines=lines))
    assert [told.digest(record, name) for record in rows for name in columns] == [
        digest for digests in rows.values() for digest in digests
    ]


@pytest.mark.parametrize(("width", "line"), [(0, "a"), (1, "a b"), (2, "a"), (2, "a b c")])
def test_a_line_of_other_than_one_digest_for_each_column_is_refused(width: int, line: str) -> None:
    with pytest.raises(ValueError, match="'ward'"):
        IntakeBase.from_lines(columns=["title", "owner"][:width], lines={"ward": line})
