from __future__ import annotations

from decimal import Decimal
from enum import Enum
from pathlib import Path

import attrs
import pytest
from hypothesis import given as law
from hypothesis import strategies as st

from nominate import File, NoOptions
from nominate.errors import OptionError, PluginError
from nominate.plugging.given import given, made, with_files_read
from nominate.plugging.options import OptionKind, described


class Paper(Enum):
    A4 = "A4"
    A5 = "A5"
    LETTER = "US letter"


@attrs.frozen(kw_only=True)
class Options:
    title: str = ""
    cover: bool = attrs.field(default=True, metadata={"help": "begin with a cover page"})
    limit: int = 10
    margin: Decimal = Decimal("2.50")
    paper: Paper = Paper.A4
    sections: tuple[str, ...] = ("results", "dates")
    papers: tuple[Paper, ...] = ()
    most: int | None = None
    logo: File | None = None
    stamp: File = attrs.field(default=File(name="stamp.svg", content=b""))
    class_: str = ""


@attrs.frozen(kw_only=True)
class Bounded:
    limit: int = attrs.field(default=10, validator=attrs.validators.le(20))


def asked(*pairs: tuple[str, str | File]) -> Options:
    return made(Options, pairs, whose="pages")


def refused(*pairs: tuple[str, str]) -> str:
    with pytest.raises(OptionError) as caught:
        asked(*pairs)
    return str(caught.value)


def test_what_is_not_asked_for_keeps_its_default() -> None:
    assert asked() == Options()


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("title", "Awards, 2020", "Awards, 2020"),
        ("cover", "no", False),
        ("cover", "Yes", True),
        ("cover", "false", False),
        ("limit", "-3", -3),
        ("margin", "1.25", Decimal("1.25")),
        ("paper", "US letter", Paper.LETTER),
        ("paper", "us LETTER", Paper.LETTER),
        ("most", "4", 4),
        ("most", "", None),
        ("class_", "first", "first"),
    ],
)
def test_a_text_becomes_the_value_of_the_option(name: str, text: str, value: object) -> None:
    assert getattr(asked((name, text)), name) == value


def test_a_hyphen_stands_for_an_underscore_and_a_trailing_one_is_left_out() -> None:
    @attrs.frozen(kw_only=True)
    class Paged:
        page_size: int = 1
        class_: str = ""

    found = made(Paged, (("page-size", "2"), ("class", "a")), whose="pages")
    assert found == Paged(page_size=2, class_="a")


def test_an_option_for_many_values_is_given_again_for_each() -> None:
    assert asked(("sections", "b"), ("sections", "a")).sections == ("b", "a")


def test_an_empty_value_clears_an_option_for_many() -> None:
    assert asked(("sections", "")).sections == ()


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("titel", "a", "no option 'titel' of 'pages'; did you mean 'title'? choose from title, cover, limit"),
        ("zzz", "a", "no option 'zzz' of 'pages'; choose from title"),
        ("paper", "A44", "'A44' is not one of its choices; did you mean 'A4'? choose from A4, A5, US letter"),
        ("cover", "maybe", "'maybe' is not one of its choices; choose from yes, no"),
        ("limit", "3.9", "'3.9' is not a whole number"),
        ("limit", "٣", "'٣' is not a whole number"),
        ("limit", "9" * 5000, "is not a whole number"),
        ("margin", "NaN", "'NaN' is not a number"),
        ("margin", "1e9", "'1e9' is not a number"),
        ("logo", "logo.png", "'logo.png' is not a file"),
    ],
)
def test_a_wrong_option_says_what_would_do(name: str, text: str, message: str) -> None:
    assert message in refused((name, text))


def test_an_option_for_one_value_may_not_be_given_twice() -> None:
    assert refused(("limit", "1"), ("limit", "2")) == "option 'limit' of 'pages' is given twice; give it once"


def test_all_faults_are_told_at_once() -> None:
    assert len(refused(("limit", "x"), ("titel", "a"), ("cover", "perhaps")).splitlines()) == 3


def test_an_exporter_without_options_says_so() -> None:
    with pytest.raises(OptionError, match="no option 'a': 'lines' takes no options"):
        made(NoOptions, (("a", "b"),), whose="lines")


def test_a_check_of_the_options_class_itself_is_told() -> None:
    with pytest.raises(OptionError, match="options of 'pages': 'limit' must be <= 20: 21"):
        made(Bounded, (("limit", "21"),), whose="pages")


def test_a_file_for_an_option_that_takes_none_is_refused() -> None:
    with pytest.raises(OptionError, match="is not a text"):
        asked(("title", File(name="a.txt", content=b"")))


def test_the_host_reads_the_files_that_options_name(tmp_path: Path) -> None:
    (tmp_path / "logo.png").write_bytes(b"a picture")
    pairs = with_files_read(
        (("logo", str(tmp_path / "logo.png")), ("title", "a")), described(Options), whose="pages"
    )
    assert asked(*pairs).logo == File(name="logo.png", content=b"a picture")


def test_a_file_that_is_absent_is_told_with_its_path(tmp_path: Path) -> None:
    with pytest.raises(OptionError, match=r"^option 'logo' of 'pages': .*absent\.png: no such file"):
        with_files_read((("logo", str(tmp_path / "absent.png")),), described(Options), whose="pages")


def test_an_empty_path_means_no_file() -> None:
    assert asked(*with_files_read((("logo", ""),), described(Options), whose="pages")).logo is None


def test_options_come_as_a_record_a_mapping_or_pairs() -> None:
    pairs = given(Options(limit=3))
    assert asked(*pairs) == asked(*given({"limit": 3})) == asked(*given([("limit", "3")])) == Options(limit=3)


def test_a_path_in_a_mapping_is_spelled_out(tmp_path: Path) -> None:
    assert given({"logo": tmp_path}) == (("logo", str(tmp_path)),)


@pytest.mark.parametrize("options", ["limit=3", 3, ["limit"], [("limit",)], [(1, "a")]])
def test_options_in_any_other_form_are_refused(options: object) -> None:
    with pytest.raises(OptionError, match=r"options come as|an option is a name and a value"):
        given(options)


words = st.text(st.characters(exclude_categories=["Cs"]))
records = st.builds(
    Options,
    title=words,
    cover=st.booleans(),
    limit=st.integers(-(10**30), 10**30),
    margin=st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**9), max_value=10**9, places=4),
    paper=st.sampled_from(Paper),
    sections=st.tuples() | st.lists(words.filter(bool), min_size=1).map(tuple),
    papers=st.lists(st.sampled_from(Paper)).map(tuple),
    most=st.none() | st.integers(0, 9),
    logo=st.none() | st.builds(File, name=words.filter(bool), content=st.binary()),
)


@law(records)
def test_a_record_spelled_out_and_read_again_is_the_same_record(record: Options) -> None:
    assert made(Options, given(record), whose="pages") == record


def test_an_option_is_described_by_its_field() -> None:
    found = {option.name: option for option in described(Options)}
    assert found["cover"].help == "begin with a cover page"
    assert found["paper"].choices == ("A4", "A5", "US letter")
    assert found["margin"].default == ("2.50",)
    assert found["sections"].is_repeatable
    assert found["logo"].kind is OptionKind.FILE
    assert found["class"].kind is OptionKind.TEXT
    assert found["stamp"].default == ("stamp.svg",)


@attrs.define
class Changeable:
    limit: int = 1


@attrs.frozen(kw_only=True)
class Undefaulted:
    limit: int


@attrs.frozen(kw_only=True)
class Unspellable:
    limits: dict[str, int] = attrs.field(factory=dict)


@attrs.frozen(kw_only=True)
class Either:
    limit: int | str | None = None


class Numbered(Enum):
    ONE = 1


@attrs.frozen(kw_only=True)
class NumberedChoice:
    number: Numbered = Numbered.ONE


@attrs.frozen(kw_only=True)
class Unreadable:
    limit: Nowhere = 1  # type: ignore[name-defined]  # noqa: F821 - the name that cannot be found is the test


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (Changeable, "Changeable must be frozen"),
        (Undefaulted, "option 'limit' of Undefaulted needs a default"),
        (Unspellable, "option 'limits' has a type that nobody could spell"),
        (Either, "option 'limit' has a type that nobody could spell"),
        (NumberedChoice, "option 'number' has a type that nobody could spell"),
        (Unreadable, "the types of Unreadable cannot be read: name 'Nowhere' is not defined"),
        (dict, "options must be an attrs class"),
        (NoOptions(), "options must be an attrs class"),
    ],
)
def test_an_options_class_that_nobody_could_use_is_refused(options: type, message: str) -> None:
    with pytest.raises(PluginError, match=message):
        described(options)
