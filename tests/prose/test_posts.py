"""Posts: that they fit, that nothing in them is cut or invented, and what they leave out."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import as_file, files

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_up.strategies import registers

import nominate
from nominate import (
    Award,
    AwardCategory,
    Decision,
    Edition,
    Nomination,
    Nominee,
    NothingToExport,
    Organisation,
    Outcome,
    Records,
    Register,
    Settings,
    UsageError,
    View,
    When,
    view,
)
from nominate.documents import plain
from nominate.prose import Post, Situation, Style, platforms, posts
from nominate.prose.facts.editions import told_editions
from nominate.prose.house import house_style
from nominate.prose.posts.counting import measured
from nominate.prose.posts.drafting import Draft
from nominate.prose.posts.fitting import Trimmings, composed, fitted
from nominate.prose.posts.passages import set_out
from nominate.prose.posts.platforms import Detail, drops, platform
from nominate.prose.posts.posting import _thread
from nominate.prose.posts.threads import packed

TRUST = Organisation(id="o", name="A Trust")
AS_OF = st.sampled_from(["2020-10-01", "2020-11-13", "2021-06-01"])


@cache
def register(name: str) -> Register:
    with as_file(files("nominate") / "demo" / name) as folder:
        return nominate.load(folder)


def shown(name: str, as_of: str, edition: str = "", *, audience: str = "public") -> View:
    scope = {"edition": edition} if edition else {}
    return view(register(name), as_of=as_of, audience=audience, **scope)


def shortlist() -> View:
    return shown("west-of-england", "2020-10-01", "hsj-patient-safety/2020")


def win() -> View:
    return shown("west-of-england", "2017-10-12", "anticoagulation-achievement/2017")


def results() -> View:
    return shown("aberdwr", "2026-06-19", "coastal-care/2026")


def one(of: View, name: str, *, link: str | None = None, situation: Situation | None = None) -> Post:
    (post,) = posts(of, platforms=[name], link=link, situation=situation)
    return post


def small(organisation: Organisation, *, title: str = "A title") -> View:
    """One organisation on one shortlist."""
    edition = Edition(id="2020", categories=(AwardCategory(id="c", name="Team of the Year"),))
    entry = Nomination(
        id="n",
        edition="a/2020",
        category="c",
        title=title,
        nominees=(Nominee(organisation="o"),),
        decisions=(Decision(outcome=Outcome.SHORTLISTED, announced=When(2020, 9, 1)),),
    )
    records = Records(
        register=Settings(publisher="p"),
        organisations=(organisation, Organisation(id="p", name="Publisher")),
        awards=(Award(id="a", name="Example Awards", editions=(edition,)),),
        nominations=(entry,),
    )
    return view(Register(records=records), as_of="2020-09-02")


def unsaid(post: Post) -> str:
    """What of a post is none of its sentences, nor what stands below them."""
    rest = post.text
    for said in sorted((plain(each.content) for each in post.sentences), key=len, reverse=True):
        assert said in rest
        rest = rest.replace(said, "", 1)
    for part in (post.link, *post.hashtags, f"{post.number}/{post.total}"):
        rest = rest.replace(part, "", 1) if part else rest
    return rest


def has_news(of: Register, as_of: str) -> bool:
    return bool(told_editions(view(of, as_of=as_of)))


@settings(max_examples=40, deadline=None)
@given(registers(), AS_OF, st.booleans(), st.sampled_from(["health", "govuk", "press"]))
def test_a_post_fits_or_says_by_how_much_it_does_not(
    made: Register, as_of: str, thread: bool, style: str
) -> None:
    if not has_news(made, as_of):
        return
    for post in posts(view(made, as_of=as_of), thread=thread, style=Style.load(style)):
        assert post.measure == measured(post.text, post.platform)
        if post.measure.excess and post.number == 1:
            shortest = Draft(
                told_editions(view(made, as_of=as_of)), view(made, as_of=as_of), Style.load(style)
            ).kept(frozenset(drops()))
            assert post.text.startswith(shortest[0].text)
            assert not post.link
            assert not post.hashtags


@settings(max_examples=40, deadline=None)
@given(registers(), AS_OF)
def test_a_post_is_whole_sentences_and_nothing_else(made: Register, as_of: str) -> None:
    if not has_news(made, as_of):
        return
    for post in posts(view(made, as_of=as_of), platforms=["x", "linkedin"]):
        assert re.fullmatch(r"[\s•]*", unsaid(post)), unsaid(post)


@settings(max_examples=25, deadline=None)
@given(registers(), AS_OF, st.integers(min_value=60, max_value=400))
def test_a_thread_holds_every_word_and_cuts_none(made: Register, as_of: str, limit: int) -> None:
    if not has_news(made, as_of):
        return
    told = view(made, as_of=as_of)
    tight = attrs.evolve(platform("linkedin"), limit=limit)
    draft = Draft(told_editions(told), told, house_style(told))
    first = fitted(draft, Trimmings(), tight)
    rest = draft.rest(first.dropped)
    words = [word for passage in rest for word in passage.text.split()]
    followers = packed(rest, tight, ending="99/99")
    assert [word for _, text in followers for word in text.split()] == words
    for pieces, text in followers:
        assert measured(f"{text}\n\n99/99", tight).excess == 0 or len(pieces) == 1


@settings(max_examples=25, deadline=None)
@given(registers(), AS_OF, st.integers(min_value=40, max_value=400))
def test_what_is_left_out_has_no_room(made: Register, as_of: str, limit: int) -> None:
    if not has_news(made, as_of):
        return
    told = view(made, as_of=as_of)
    tight = attrs.evolve(platform("linkedin"), limit=limit)
    draft = Draft(told_editions(told), told, house_style(told))
    post = fitted(draft, Trimmings(), tight)
    for detail in post.dropped:
        fuller = composed(set_out(draft.kept(post.dropped - {detail})), Trimmings())
        assert measured(fuller, tight).excess


def test_what_goes_first_is_what_the_order_says() -> None:
    told = results()
    draft = Draft(told_editions(told), told, house_style(told))
    whole = fitted(draft, Trimmings(), platform("linkedin"))
    assert not whole.dropped
    lost: list[set[Detail]] = []
    for limit in range(whole.measure.count, 20, -20):
        tight = attrs.evolve(platform("linkedin"), limit=limit)
        lost.append(set(fitted(draft, Trimmings(), tight).dropped))
    assert lost[0] == set()
    assert lost[1] == {Detail.WISHES}
    assert lost[-1] == set(drops())


@pytest.mark.parametrize("name", ["x", "bluesky", "linkedin", "mastodon"])
def test_every_platform_gets_its_post(name: str) -> None:
    assert one(shortlist(), name).platform.name == name


def test_without_names_every_platform_is_written_for() -> None:
    assert [post.platform.name for post in posts(win())] == [each.name for each in platforms()]


def test_a_shortlisting_tells_who_how_many_and_where() -> None:
    assert one(shortlist(), "x").text == (
        "Our members Avon and Wiltshire Mental Health Partnership NHS Trust and Royal United Hospitals Bath "
        "NHS Foundation Trust have been nominated in five categories at the 2020 HSJ Patient Safety Awards."
        "\n\nhttps://awards.patientsafetycongress.co.uk/\n\n#HSJPatientSafetyAwards"
    )


def test_a_roomy_post_introduces_an_abbreviation_and_then_uses_it() -> None:
    said = one(shortlist(), "linkedin").text
    assert "Avon and Wiltshire Mental Health Partnership NHS Trust (AWP)" in said
    assert "• AWP: Mental Health Initiative of the Year" in said
    assert said.count("Avon and Wiltshire") == 1


def test_an_abbreviation_that_is_not_used_again_is_not_introduced() -> None:
    assert "(DWAC)" not in one(win(), "x").text
    assert "(DWAC)" in one(win(), "linkedin").text


def test_our_own_work_is_ours() -> None:
    assert one(win(), "x").text.startswith(
        "Our Don’t Wait to Anticoagulate project has won an Anticoagulation Achievement Award "
        "for its work on stroke prevention."
    )


def test_the_publisher_says_we_of_itself() -> None:
    made = small(TRUST)
    own = attrs.evolve(made.entries[0].nomination, nominees=(Nominee(organisation="p"),))
    records = Records(
        register=Settings(publisher="p"),
        organisations=(Organisation(id="p", name="Publisher"),),
        awards=(Award(id="a", name="Example Awards", editions=made.awards[0].editions),),
        nominations=(own,),
    )
    told = view(Register(records=records), as_of="2020-09-02")
    assert one(told, "x").text.startswith("We have been shortlisted in the Team of the Year category")
    assert "the best of luck" not in one(told, "linkedin").text


def test_a_figure_keeps_every_hedge_or_is_left_out() -> None:
    said = {post.platform.name: post.text for post in posts(win())}
    for text in said.values():
        assert ("27 strokes" in text) is ("potentially prevented 27 strokes" in text)
        assert ("£629,000" in text) is ("an estimated saving of over £629,000" in text)
    assert "27 strokes" in said["linkedin"]
    assert "27 strokes" not in said["x"]


def test_a_post_tells_what_it_left_out() -> None:
    assert one(shortlist(), "x").left_out == ("entries", "what comes next", "wishes")
    assert one(shortlist(), "linkedin").left_out == ()


def test_names_get_shorter_before_facts_of_more_weight_go() -> None:
    name = f"A {'very ' * 30}long Trust"
    trust = Organisation(id="o", name=name, short_name="Short Trust", abbreviation="ST")
    said = one(small(trust, title=f"A {'rather ' * 10}long title"), "x").text
    assert said.startswith("Short Trust has been shortlisted in the Team of the Year category")


def test_where_the_short_name_is_too_long_the_abbreviation_stands() -> None:
    name, short = f"A {'very ' * 50}long Trust", f"A {'quite ' * 45}long T"
    trust = Organisation(id="o", name=name, short_name=short, abbreviation="ST")
    assert one(small(trust), "x").text.startswith("ST has been shortlisted")


def test_what_cannot_be_shortened_is_whole_and_says_by_how_much_it_is_too_long() -> None:
    name = f"A {'very ' * 56}long Trust"
    post = one(small(Organisation(id="o", name=name)), "x")
    assert name in post.text
    assert post.measure.excess == post.measure.count - 280 > 0


def test_several_are_counted_where_their_names_have_no_room() -> None:
    told = shortlist()
    draft = Draft(told_editions(told), told, house_style(told))
    tight = attrs.evolve(platform("x"), limit=100)
    post = fitted(draft, Trimmings(), tight)
    assert (
        post.text
        == "Two of our members have been nominated in five categories at the 2020 HSJ Patient Safety Awards."
    )


def test_the_link_is_the_page_that_fits() -> None:
    assert one(results(), "x").link == "https://coastal-care.example.org/2026/winners"
    assert one(shortlist(), "x").link == "https://awards.patientsafetycongress.co.uk/"


def test_a_link_of_your_own_takes_its_place() -> None:
    post = one(results(), "x", link="https://example.org/news/our-win")
    assert post.link == "https://example.org/news/our-win"
    assert "https://example.org/news/our-win" in post.text
    assert "coastal-care.example.org" not in post.text


def test_no_link_is_made_where_none_is_wanted() -> None:
    assert "http" not in one(results(), "x", link="").text


def test_what_is_no_link_is_refused() -> None:
    with pytest.raises(UsageError, match=r"^'our news' is no link; give one that begins with https://$"):
        posts(results(), link="our news")


def test_hashtags_are_the_award_and_the_one_piece_of_work() -> None:
    assert one(results(), "linkedin").hashtags == ("#CoastalCareAwards", "#CamauDiogel")
    assert one(shortlist(), "linkedin").hashtags == ("#HSJPatientSafetyAwards",)


def test_a_picture_comes_with_its_words_and_their_length() -> None:
    (image,) = one(results(), "mastodon").images
    assert image.alt.startswith("A drawing of three people on a pier")
    assert (image.measure.count, image.measure.limit) == (len(image.alt), 1500)


def test_what_is_not_yet_public_is_in_no_post() -> None:
    before = shown("aberdwr", "2027-03-11T21:29", "clear-voice/2027")
    assert all("won" not in post.text for post in posts(before, thread=True))


def test_a_post_for_the_press_says_beside_it_until_when_it_is_embargoed() -> None:
    post = one(shown("aberdwr", "2027-03-12", "clear-voice/2027", audience="press"), "x")
    assert post.status.startswith("Embargoed until 9:30pm")
    assert "mbargo" not in post.text


def test_a_correction_is_never_told_in_part() -> None:
    told = shown("aberdwr", "2026-11-20", "digital-dawn/2026")
    assert one(told, "x").text.startswith(
        "Correction: Môr a Mynydd no longer winner at Digital Dawn Prizes.\n\n"
        "The win announced on Thursday 22 October was revoked on Friday 6 November."
    )
    assert "is no longer the winner of the Plain Data Prize" in one(told, "linkedin").text


def test_a_date_that_moved_is_told_with_what_it_was() -> None:
    said = one(shown("aberdwr", "2026-11-22", "coastal-care/2027"), "x").text
    assert said.startswith("The deadline for entries to the 2027 Coastal Care Awards has been extended from")
    assert "22 January 2027" in said


def test_a_category_without_an_award_is_told() -> None:
    post = one(shown("aberdwr", "2025-06-20", "coastal-care/2025"), "x", situation=Situation.NO_AWARD)
    assert post.text.startswith("No award was made in the Research into Practice Award category at the 2025")


def test_a_round_up_has_a_line_for_each_award() -> None:
    post = one(shown("west-of-england", "2020-10-01"), "linkedin")
    assert post.text.count("• ") == 2
    assert not post.link


def test_a_situation_that_the_facts_do_not_carry_is_refused() -> None:
    with pytest.raises(NothingToExport, match="no entry has won"):
        posts(shortlist(), situation=Situation.WIN)


def test_a_view_without_news_has_no_post() -> None:
    with pytest.raises(NothingToExport, match="nothing to"):
        posts(shown("west-of-england", "2016-01-01"))


def test_every_sentence_names_the_records_that_it_rests_on() -> None:
    told = results()
    known = {entry.id for entry in told.entries} | {each.id for each in told.organisations}
    known |= {each.id for each in told.programmes} | set(told.editions) | {each.id for each in told.awards}
    known |= {each.id for each in told.people}
    for post in posts(told, thread=True):
        assert post.sentences
        for sentence in post.sentences:
            assert sentence.sources
            assert set(sentence.sources) <= known
        assert set(post.sources) <= known


def test_a_thread_numbers_its_posts_within_the_limit() -> None:
    thread = posts(shortlist(), platforms=["x"], thread=True)
    assert [post.text.rsplit("\n\n", 1)[1] for post in thread] == [
        f"{number}/{len(thread)}" for number in range(1, len(thread) + 1)
    ]
    assert all(post.measure.count <= 280 for post in thread)


def test_a_thread_tells_what_one_post_has_no_room_for() -> None:
    told = shortlist()
    said = " ".join(post.text for post in posts(told, platforms=["x"], thread=True))
    assert all(entry.title in said and entry.category.name in said for entry in told.entries)
    assert "The winners will be announced" in said


def test_an_introduction_stands_above_its_first_line() -> None:
    for post in posts(results(), platforms=["x"], thread=True):
        assert ":\n\n" not in post.text


def test_a_long_thread_has_room_for_its_longer_numbers() -> None:
    told = shown("aberdwr", "2026-11-22", audience="internal")
    tight = attrs.evolve(platform("x"), limit=140)
    thread = _thread(Draft(told_editions(told), told, house_style(told)), Trimmings(), tight)
    assert len(thread) > 9
    assert all(post.measure.excess == 0 for post in thread)
    assert [(post.number, post.total) for post in thread] == [
        (number, len(thread)) for number in range(1, len(thread) + 1)
    ]


def test_who_is_only_counted_is_named_in_the_thread() -> None:
    told = shortlist()
    rest = Draft(told_editions(told), told, house_style(told)).rest(frozenset(drops()))
    said = " ".join(passage.text for passage in rest)
    assert "They are Avon and Wiltshire Mental Health Partnership NHS Trust" in said


def test_nobody_in_particular_wishes_nothing() -> None:
    records = attrs.evolve(register("west-of-england").records, register=Settings())
    told = view(Register(records=records), as_of="2020-10-01", edition="hsj-patient-safety/2020")
    assert "best of luck" not in one(told, "linkedin").text
    assert "our member" not in one(told, "linkedin").text.lower()


def test_a_thread_of_what_fits_is_one_post_without_a_number() -> None:
    (post,) = posts(shortlist(), platforms=["linkedin"], thread=True)
    assert (post.number, post.total) == (1, 1)
    assert "1/1" not in post.text


def test_only_the_first_of_a_thread_has_link_hashtags_and_pictures() -> None:
    first, *others = posts(results(), platforms=["x"], thread=True)
    assert first.link
    assert first.hashtags
    assert first.images
    assert not any(post.link or post.hashtags or post.images for post in others)


def test_a_sentence_that_is_too_long_for_a_post_is_parted_where_a_clause_ends() -> None:
    title = "one, " * 40 + "and the rest of it"
    made = small(Organisation(id="o", name=f"A {'very ' * 20}long Trust"), title=title)
    first, *others = posts(made, platforms=["x"], thread=True)
    assert others
    assert all(post.measure.excess == 0 for post in (first, *others))
    parts = [post.text.rsplit("\n\n", 1)[0] for post in others]
    assert f"The entry is ‘{title}’." in " ".join(parts)
    assert all(part.endswith((",", ".")) for part in parts)


def test_a_clause_that_is_too_long_for_a_post_is_parted_between_words() -> None:
    made = small(TRUST, title="word " * 58 + "end")
    others = posts(made, platforms=["x"], thread=True)[1:]
    assert len(others) == 2
    words = " ".join(post.text.rsplit("\n\n", 1)[0] for post in others)
    assert words == f"The entry is ‘{'word ' * 58}end’."


def test_a_word_that_is_too_long_for_a_post_stays_whole() -> None:
    word = "x" * 290
    others = posts(small(TRUST, title=word), platforms=["x"], thread=True)[1:]
    assert any(word in post.text and post.measure.excess for post in others)
