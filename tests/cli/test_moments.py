from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from nominate.cli.moments import moment_for, now, present
from nominate.errors import UsageError
from nominate.model.fields import Audience
from nominate.model.when import When

LONDON = ZoneInfo("Europe/London")


def test_now_is_the_present_minute() -> None:
    assert abs(now(UTC).first_moment(UTC) - datetime.now(UTC)) < timedelta(minutes=1, seconds=5)


def test_now_is_told_in_the_zone_of_the_register() -> None:
    tokyo = ZoneInfo("Asia/Tokyo")
    assert abs(now(tokyo).first_moment(tokyo) - datetime.now(UTC)) < timedelta(minutes=1, seconds=5)


def test_the_hour_that_comes_twice_in_autumn_is_told_apart() -> None:
    first = datetime(2026, 10, 25, 1, 30, tzinfo=LONDON)
    assert present(first) == When(2026, 10, 25, 1, 30)
    assert present(first.replace(fold=1)) == When(2026, 10, 25, 1, 30, offset=0)


def test_without_a_moment_it_is_now() -> None:
    assert moment_for(Audience.PUBLIC, None, LONDON) in {now(LONDON), now(LONDON)}


def test_the_public_gets_no_moment_that_is_still_to_come() -> None:
    tomorrow = present(datetime.now(LONDON) + timedelta(days=1))
    with pytest.raises(UsageError, match="later than now"):
        moment_for(Audience.PUBLIC, tomorrow, LONDON)


@pytest.mark.parametrize("audience", [Audience.PRESS, Audience.INTERNAL])
def test_others_may_ask_for_a_moment_that_is_still_to_come(audience: Audience) -> None:
    assert moment_for(audience, When(2999), LONDON) == When(2999)


def test_a_month_that_has_begun_means_its_first_moment() -> None:
    today = datetime.now(LONDON)
    month = When(today.year, today.month)
    assert moment_for(Audience.PUBLIC, month, LONDON) == month
