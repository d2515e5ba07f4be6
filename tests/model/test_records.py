from __future__ import annotations

import pickle
from typing import Annotated, get_args, get_origin, get_type_hints

import attrs
import pytest

import nominate
from nominate.files.meanings import meanings
from nominate.model.fields import Audience, audience_of

RECORDS = sorted(
    {getattr(nominate, name) for name in nominate.__all__ if attrs.has(getattr(nominate, name, object))},
    key=lambda record: record.__name__,
)
MODEL = [record for record in RECORDS if record.__module__.startswith("nominate.model.")]


@pytest.mark.parametrize("record", MODEL, ids=lambda record: record.__name__)
def test_every_record_is_frozen(record: type) -> None:
    bare: object = object.__new__(record)
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        setattr(bare, attrs.fields(record)[0].name, None)


@pytest.mark.parametrize("record", MODEL, ids=lambda record: record.__name__)
def test_every_field_of_several_is_a_tuple_and_every_mapping_is_settled(record: type) -> None:
    for name, hint in get_type_hints(record).items():
        bare = get_args(hint)[0] if get_origin(hint) is Annotated else hint
        assert get_origin(bare) not in {list, set, dict}, name


INTERNAL = {
    "Nomination": "progress owner contributors submitted fee costs tasks evidence notes extra",
    "Decision": "embargo known reason",
    "KeyDate": "embargo known notes",
    "CategoryResult": "embargo known reason",
    "Organisation": "aliases contact notes extra",
    "Person": "contact notes extra",
    "Quote": "approved",
    "Image": "consent",
    "Impact": "approved",
    "Source": "file seen",
}


@pytest.mark.parametrize("name", INTERNAL)
def test_what_is_internal_is_just_what_the_design_says(name: str) -> None:
    record = getattr(nominate, name)
    internal = {
        each.name for each in attrs.fields(record) if audience_of(record, each.name) is Audience.INTERNAL
    }
    assert internal == set(INTERNAL[name].split())


def test_a_mapping_of_a_record_cannot_be_changed() -> None:
    extra = nominate.FrozenDict(ods="RD1")
    with pytest.raises(TypeError, match="make a new one"):
        extra["ods"] = "RVN"
    assert pickle.loads(pickle.dumps(extra)) == extra  # noqa: S301 - our own bytes
    assert hash(extra) == hash(nominate.FrozenDict(ods="RD1"))


@pytest.mark.parametrize("record", MODEL, ids=lambda record: record.__name__)
def test_every_field_says_what_it_means(record: type) -> None:
    if record not in {nominate.When, nominate.FrozenDict}:
        assert list(meanings(record)) == [each.name for each in attrs.fields(record)]
