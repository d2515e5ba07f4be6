"""A register as outsiders know it, and the same with all the secrets at once."""

from __future__ import annotations

import pytest
from made_up.saltmarsh import SECRETS, kept

from nominate import Register, load


@pytest.fixture(scope="session")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Register:
    return load(kept(tmp_path_factory.mktemp("plain") / "register"))


@pytest.fixture(scope="session")
def full(tmp_path_factory: pytest.TempPathFactory) -> Register:
    """All the secrets at once."""
    return load(kept(tmp_path_factory.mktemp("full") / "register", *SECRETS))
