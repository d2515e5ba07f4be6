"""The file of posts: what stands around them, what a program gets, and what there is to warn of."""

from __future__ import annotations

import json
import re
from functools import cache
from importlib.resources import as_file, files
from pathlib import Path

import attrs
import pytest

import nominate
from nominate import (
    Approval,
    File,
    Image,
    NominateError,
    OptionError,
    Register,
    View,
    When,
    view,
)
from nominate.exporting.exporters import Exporters
from nominate.exporting.rendering import render_with_problems
from nominate.exporting.writing import Rendering
from nominate.prose import platforms
from nominate_social import SocialOptions, SocialPlatform, SocialStyle


@cache
def register(name: str) -> Register:
    with as_file(files("nominate") / "demo" / name) as folder:
        return nominate.load(folder)


def results() -> View:
    return view(register("aberdwr"), as_of="2026-06-19", edition="coastal-care/2026")


def written(of: View, **options: object) -> Rendering:
    return render_with_problems(of, "social", options=options)


def text(of: View, **options: object) -> str:
    return written(of, **options).content.decode()


def told(of: View, **options: object) -> list[dict[str, object]]:
    posts: list[dict[str, object]] = json.loads(text(of, form="json", **options))["posts"]
    return posts


def warned(rendering: Rendering, code: str) -> list[str]:
    return [str(problem) for problem in rendering.problems if problem.code == code]


def test_the_option_offers_the_platforms_that_there_are() -> None:
    assert [each.value for each in SocialPlatform] == [each.name for each in platforms()]


def test_the_option_offers_the_styles_that_there_are() -> None:
    from nominate.styles.stock import stock_styles  # noqa: PLC0415 - inside, for this comparison

    assert sorted(each.value for each in SocialStyle) == sorted(stock_styles())


@pytest.mark.parametrize("name", ["posts.social.txt", "posts.social.json"])
def test_the_suffix_chooses_the_posts(name: str) -> None:
    assert Exporters().for_path(Path(name)).name == "social"


def test_a_file_of_text_is_still_news() -> None:
    assert Exporters().for_path(Path("posts.txt")).name == "news"


def test_each_post_stands_between_rules_below_its_length() -> None:
    parts = re.findall(
        r"^(\w+): ([\d,]+) of ([\d,]+)\n-+\n(.*?)\n-+$", text(results()), re.DOTALL | re.MULTILINE
    )
    posts = told(results())
    assert [(name, body) for name, _, _, body in parts] == [
        (each.title, post["text"]) for each, post in zip(platforms(), posts, strict=True)
    ]
    assert [int(count.replace(",", "")) for _, count, _, _ in parts] == [post["count"] for post in posts]


def test_the_embargo_stands_above_the_posts_and_in_none() -> None:
    press = view(register("aberdwr"), as_of="2027-03-12", audience="press", edition="clear-voice/2027")
    assert text(press).startswith("Embargoed until 9:30pm on 11 March 2027\n")
    assert all("mbargo" not in str(post["text"]) for post in told(press))


def test_the_words_for_a_picture_stand_below_the_post() -> None:
    said = text(results(), platform="x")
    assert (
        "Image: pictures/falls-team.png (credit: Drawn for this demonstration)\nAlt text, 108 of 1,000: A d"
        in said
    )


def test_what_was_left_out_is_said() -> None:
    assert "\nLeft out to fit: prize, other results, impact, wishes" in text(results(), platform="x")


def test_sources_are_told_where_they_are_asked_for() -> None:
    rests_on = "\nRests on: camau-diogel-2026, mor-a-mynydd, aberdwr, coastal-care/2026"
    assert rests_on in text(results(), sources="yes")
    assert "Rests on" not in text(results())


def test_a_thread_says_which_of_its_posts_each_is() -> None:
    said = text(results(), platform="x", thread="yes")
    assert re.findall(r"^X, post (\d) of (\d): ", said, re.MULTILINE) == [
        (str(number), "5") for number in range(1, 6)
    ]


def test_a_program_gets_every_sentence_with_its_records() -> None:
    (post,) = told(results(), platform="mastodon")
    sentences = post["sentences"]
    assert isinstance(sentences, list)
    assert all(each["says"] and each["rests_on"] for each in sentences)
    assert post["platform"] == "mastodon"


def test_a_post_takes_the_house_style_that_is_asked_for() -> None:
    several = view(register("aberdwr"), as_of="2025-06-20", edition="coastal-care/2025")
    assert "have won four awards" in text(several, platform="x", style="health")
    assert "have won 4 awards" in text(several, platform="x", style="govuk")


def test_a_style_of_your_own_is_a_file() -> None:
    several = view(register("aberdwr"), as_of="2025-06-20", edition="coastal-care/2025")
    own = File(name="ours.yaml", content=b"{title: Ours, extends: govuk, numbers: {words_up_to: 9}}")
    said = render_with_problems(several, "social", options=SocialOptions(style=own)).content.decode()
    assert "have won four awards" in said


def test_the_link_is_left_out_where_none_is_wanted() -> None:
    assert "http" not in text(results(), link="no")


def test_your_own_page_is_linked_where_it_is_given() -> None:
    assert "\nhttps://example.org/our-news\n" in text(results(), address="https://example.org/our-news")


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ({"address": "our-news"}, "address is 'our-news'; give a link that begins with https://"),
        ({"address": "https://"}, "address is 'https://'; give a link"),
        (
            {"address": "https://our news"},
            "address is 'https://our news'; give a link that begins with https://, without",
        ),
        (
            {"address": "https://example.org/", "link": "no"},
            "an address is given, and no link is wanted; leave one of the two out",
        ),
    ],
    ids=["no link", "no site", "a space", "two wishes"],
)
def test_options_that_make_no_sense_are_refused(options: dict[str, str], expected: str) -> None:
    with pytest.raises(OptionError, match=re.escape(expected)):
        written(results(), **options)


def test_a_post_that_is_too_long_is_warned_of_and_whole() -> None:
    long = f"The {'very ' * 55}long Trust"
    organisations = tuple(
        attrs.evolve(each, name=long, short_name="", abbreviation="", introduce_as="")
        if each.id == "ruh"
        else each
        for each in register("west-of-england").records.organisations
    )
    records = attrs.evolve(register("west-of-england").records, organisations=organisations)
    made = Register(records=records)
    of = view(made, as_of="2020-10-01", edition="hsj-patient-safety/2020", organisation="ruh")
    rendering = written(of, platform="x")
    (warning,) = warned(rendering, "W620")
    assert re.search(r"X needs \d+ of 280 weighted characters, \d+ too many, and nothing is left", warning)
    assert f"Our member {long} has been nominated" in rendering.content.decode()
    assert re.search(r"^X: \d+ of 280, \d+ too many$", rendering.content.decode(), re.MULTILINE)


def test_alt_text_that_is_too_long_is_warned_of_and_whole() -> None:
    alt = "A drawing of the sea. " * 60
    image = Image(file="sea.png", alt=alt.strip(), consent=Approval(by="Somebody", on=When(2026, 1, 5)))
    nominations = tuple(
        attrs.evolve(each, images=(image,)) if each.id == "camau-diogel-2026" else each
        for each in register("aberdwr").records.nominations
    )
    made = Register(records=attrs.evolve(register("aberdwr").records, nominations=nominations))
    of = view(made, as_of="2026-06-19", edition="coastal-care/2026")
    rendering = written(of, platform="x")
    (warning,) = warned(rendering, "W621")
    assert "the alt text of 'sea.png' is 319 characters longer than X takes" in warning
    assert alt.strip() in rendering.content.decode()
    assert not warned(written(of, platform="linkedin"), "W621")


def test_an_entry_of_which_no_post_tells_is_warned_of() -> None:
    (warning,) = warned(written(results()), "W622")
    assert warning == "warning: no post tells of tomos-hedd-2026"


def test_a_title_that_would_call_somebody_is_warned_of_and_whole() -> None:
    title = "With @team and #1 at a@b.org, see https://example.org/#top"
    nominations = tuple(
        attrs.evolve(each, title=title) if each.id == "camau-diogel-2026" else each
        for each in register("aberdwr").records.nominations
    )
    made = Register(records=attrs.evolve(register("aberdwr").records, nominations=nominations))
    rendering = written(view(made, as_of="2026-06-19", edition="coastal-care/2026"))
    (warning,) = warned(rendering, "W623")
    assert "platforms take '@team', '#1' for a mention or a hashtag" in warning
    assert title in rendering.content.decode()
    assert not warned(written(results()), "W623")


@pytest.mark.parametrize("form", ["text", "json"])
@pytest.mark.parametrize("hidden", ["\r\n", "\u2028", "\x00", "\x1b[31m", "\ud800", "\ufdd0"])
def test_a_character_that_cannot_be_seen_is_in_no_post(hidden: str, form: str) -> None:
    # No file of a register may hold one; records that a script makes may.
    nominations = tuple(
        attrs.evolve(
            each,
            title=f"Safe{hidden}Hands",
            images=tuple(
                attrs.evolve(image, alt=f"A{hidden}cup", credit=f"A{hidden}B") for image in each.images
            ),
        )
        for each in register("aberdwr").records.nominations
    )
    made = Register(records=attrs.evolve(register("aberdwr").records, nominations=nominations))
    of = view(made, as_of="2026-06-19", edition="coastal-care/2026")
    told_ = text(of, form=form, thread="yes")
    assert hidden not in told_
    assert re.search("Safe[ \ufffd]", told_)


def test_a_warning_names_ten_entries_at_most() -> None:
    everything = view(register("aberdwr"), as_of="2026-11-22", audience="internal")
    (warning,) = warned(written(everything, platform="x"), "W622")
    assert re.search(r" and \d+ more$", warning)


def test_a_view_without_news_makes_no_file() -> None:
    with pytest.raises(NominateError, match="nothing to"):
        written(view(register("west-of-england"), as_of="2016-01-01"))
