"""Every mistake in a template is told with its line; nothing outside the facts can be reached, or grow."""

from __future__ import annotations

import time

import pytest

from nominate import DataError, Problem, View
from nominate.codes import CODES
from nominate.errors import UnreadableInput
from nominate.prose import templated


def fault(view: View, template: bytes | str) -> Problem:
    with pytest.raises(DataError) as error:
        templated(view, template, name="piece.md.j2")
    (problem,) = error.value.problems
    assert problem.file == "piece.md.j2"
    assert problem.code in CODES
    return problem


@pytest.mark.parametrize(
    ("line", "said"),
    [
        pytest.param("{{ headline", "unexpected end of template", id="a bracket left open"),
        pytest.param("{% for x in editions %}", "unexpected end of template", id="a loop left open"),
        pytest.param("{% esle %}", "encountered unknown tag 'esle'", id="a misspelt tag"),
        pytest.param("{{ headline | }}", "expected token 'name'", id="a filter left out"),
        pytest.param("{{ 1 +* 2 }}", "unexpected '*'", id="signs that do not fit"),
        pytest.param(f"{{{{ {'(' * 150}1{')' * 150} }}}}", "parts within parts", id="brackets without end"),
        pytest.param(
            "{% for x in editions %}" * 30 + "{% endfor %}" * 30, "parts within parts", id="loops without end"
        ),
        pytest.param(
            f"{{{{ {'9' * 9999} }}}}", "cannot be read: exceeds the limit", id="a number without end"
        ),
    ],
)
def test_what_is_no_template_is_told_with_its_line(small_view: View, line: str, said: str) -> None:
    problem = fault(small_view, f"# Title\n\n{line}")
    assert (problem.code, problem.message[: len(said)]) == ("E630", said)
    assert "line" not in problem.message
    assert not problem.message.endswith(".")
    assert problem.line in {3, 0}


@pytest.mark.parametrize(
    ("line", "hint"),
    [
        pytest.param("{% for x in editions %}", "close {% for %} with {% endfor %}", id="a loop left open"),
        pytest.param(
            "{% if quotes %}{% endfor %}", "close {% if %} with {% endif %}", id="a tag that closes another"
        ),
        pytest.param("{% esle %}", "did you mean {% else %}?", id="a misspelt tag"),
        pytest.param("{% endif %}", "no tag that is open needs it", id="nothing to close"),
        pytest.param("{{ headline }", "a fact stands between {{ and }}, alone", id="a bracket too few"),
        pytest.param(
            "{{ “a” }}", 'write straight quotation marks, as in "entry"', id="marks of a word processor"
        ),
        pytest.param(
            "{{ 'a }}", "a text ends with the quotation mark with which it begins", id="a mark too few"
        ),
        pytest.param("{% if audience = 'press' %}{% endif %}", "two facts are compared with ==", id="one ="),
        pytest.param("{% if %}{% endif %}", "a tag stands between {% and %}", id="nothing asked"),
        pytest.param("{{ £ }}", "", id="a sign that says nothing"),
    ],
)
def test_what_is_no_template_is_told_with_what_would_do(small_view: View, line: str, hint: str) -> None:
    problem = fault(small_view, f"# Title\n\n{line}")
    assert (problem.code, problem.hint[: len(hint) or None]) == ("E630", hint)
    assert "Jinja" not in problem.message


@pytest.mark.parametrize(
    ("line", "said"),
    [
        pytest.param("{{ haedline }}", "no fact 'haedline'; did you mean 'headline'?", id="at the top"),
        pytest.param("{% if haedline is defined %}a{% endif %}", "no fact 'haedline'", id="only asked for"),
        pytest.param(
            "{{ edition.ceremny }}", "an edition has no 'ceremny'; did you mean 'ceremony'?", id="of a fact"
        ),
        pytest.param("{{ edition['ceremny'] }}", "an edition has no 'ceremny'", id="in brackets"),
        pytest.param("{{ entry }}", "no fact 'entry'", id="outside its loop"),
        pytest.param("{{ qqq }}", "no fact 'qqq'; choose from publisher, audience, as_of", id="nothing near"),
        pytest.param(
            "{{ edition.ordinal }}", "'ordinal' of this edition is not known; put what needs it", id="unknown"
        ),
        pytest.param(
            "{{ publisher.name }}", "'publisher' of this piece is not known", id="unknown at the top"
        ),
        pytest.param(
            "{{ edition.ceremony.venue }}", "'ceremony' of this edition is not known", id="of the unknown"
        ),
        pytest.param(
            "{% if edition.ordinal %}a{% endif %}",
            "'ordinal' of this edition is not known",
            id="as a question",
        ),
        pytest.param(
            "{{ edition.ordinal|ranked }}", "'ordinal' of this edition is not known", id="with a filter"
        ),
        pytest.param(
            "{{ 'has'|agreed(edition.ordinal) }}", "'ordinal' of this edition", id="given to a filter"
        ),
        pytest.param("{% for x in edition.about %}{% endfor %}", "'about' of this edition", id="in a loop"),
        pytest.param("{{ edition.ordinal() }}", "'ordinal' of this edition", id="called"),
        pytest.param(
            "{{ edition.ordinal|sort }}", "'ordinal' of this edition", id="with a filter of jinja2's"
        ),
        pytest.param("{{ edition.ordinal + 1 }}", "'ordinal' of this edition", id="in a sum"),
        pytest.param(
            "{{ edition.links.winners }}", "'winners' is not among them: there is nothing", id="of several"
        ),
        pytest.param(
            "{{ edition.counts.nomination }}",
            "'nomination' is not among them: did you mean 'nominations'?",
            id="near",
        ),
        pytest.param("{{ editions[1].name }}", "there is no number 1 of 1", id="beyond the last"),
        pytest.param(
            "{{ editions|length|default }}{{ quotes|first }}", "no first item", id="the first of none"
        ),
    ],
)
def test_a_fact_that_is_missing_is_told_with_its_line(small_view: View, line: str, said: str) -> None:
    problem = fault(small_view, f"# Title\n\nText\n\n{line}\n")
    assert problem.code == "E631"
    told = f"{problem.message}; {problem.hint}"
    assert told.startswith(said)
    assert problem.line == 5


@pytest.mark.parametrize(
    ("line", "said"),
    [
        pytest.param("{% include 'a' %}", "{% include %} is not read; a template is one file", id="include"),
        pytest.param("{% import 'a' as b %}", "{% import %} is not read", id="import"),
        pytest.param("{% from 'a' import b %}", "{% from %} is not read", id="from"),
        pytest.param("{% extends 'a' %}", "{% extends %} is not read", id="extends"),
        pytest.param("{% block a %}{% endblock %}", "{% block %} has no meaning", id="block"),
        pytest.param(
            "{% macro m() %}{% endmacro %}{% call m() %}{% endcall %}", "{% call %} is not read", id="call"
        ),
        pytest.param("{% filter upper %}a{% endfilter %}", "{% filter %} is not read", id="filter block"),
        pytest.param(
            "{% autoescape false %}a{% endautoescape %}", "{% autoescape %} is not read", id="autoescape"
        ),
        pytest.param("{% raw %}a{% endraw %}", "{% raw %} is not read", id="raw"),
        pytest.param(
            "{% for x in editions recursive %}{% endfor %}", "a loop cannot be recursive", id="recursive"
        ),
        pytest.param("{{ headline|safe }}", "no filter 'safe'; choose from agreed, all_of", id="safe"),
        pytest.param(
            "{{ headline|titeld }}", "no filter 'titeld'; did you mean 'titled'?", id="a misspelt filter"
        ),
        pytest.param(
            "{{ editions|map('attr', '_record')|list|length }}",
            "cannot be done: no filter named 'attr'",
            id="a filter by name",
        ),
        pytest.param("{{ headline is callable }}", "no test 'callable'; choose from", id="a test"),
        pytest.param(
            "{{ headline.upper() }}",
            "a text has no 'upper'; what can be done with it are filters",
            id="a method",
        ),
        pytest.param("{{ headline.__class__ }}", "a text has no '__class__'", id="the class of a text"),
        pytest.param("{{ headline['__class__'] }}", "a text has no '__class__'", id="the class in brackets"),
        pytest.param("{{ ''.format }}", "a text has no 'format'", id="format"),
        pytest.param("{{ editions.append(1) }}", "several facts has no 'append'", id="a change"),
        pytest.param(
            "{{ range.__globals__ }}", "something that is no fact has no '__globals__'", id="of a function"
        ),
        pytest.param("{{ (as_of).year }}", "a date has no 'year'; what can be done", id="of a date"),
        pytest.param("{{ editions[headline] }}", "several facts has no 'Royal", id="an odd place"),
        pytest.param(
            "{{ editions[editions] }}", "several facts has nothing by several facts", id="a list as a place"
        ),
        pytest.param(
            "{{ edition.name() }}", "a name is no function; write it without round brackets", id="a call"
        ),
        pytest.param(
            "{{ edition }}", "an edition cannot be printed; print one of its facts: id, name", id="a record"
        ),
        pytest.param(
            "{{ edition.name.is_plural }}", "yes or no cannot be printed; ask for it with {% if", id="a yes"
        ),
        pytest.param(
            "{{ editions }}", "several facts cannot be printed at once; go through them", id="several"
        ),
        pytest.param(
            "{{ edition.counts }}", "several facts by their names cannot be printed", id="a mapping"
        ),
        pytest.param(
            "{{ range }}", "something that is no fact cannot be printed; print a text", id="a function"
        ),
        pytest.param(
            "{% for x in 'abc' %}{% endfor %}",
            "a loop goes through several facts, not a text",
            id="a loop over a text",
        ),
        pytest.param(
            "{% for x in 3 %}{% endfor %}",
            "a loop goes through several facts, not a number",
            id="a loop over a number",
        ),
        pytest.param("{{ 'a' + 1 }}", "cannot be done: ", id="a text and a number"),
        pytest.param("{{ '%s' % 1 }}", "% has no meaning for a text and a number", id="a pattern"),
        pytest.param("{{ 1 / 0 }}", "cannot be done: division by zero", id="a division by nought"),
        pytest.param("{{ 1|counted }}", "cannot be done: counted() missing", id="a filter without its words"),
        pytest.param("{{ 'x'|numbered }}", "|numbered takes a number, not a text", id="a number of a text"),
        pytest.param("{{ 1|ranged('x') }}", "|ranged takes a number, not a text", id="half a range"),
        pytest.param("{{ 1.5|ranked }}", "|ranked takes a whole number, not 1.5", id="a broken number"),
        pytest.param("{{ [1]() }}", "several facts is no function", id="a list called"),
        pytest.param("{{ editions['x'] }}", "several facts has no 'x'", id="one of several by a name"),
        pytest.param(
            "{{ (1 / 4)|ranked }}", "|ranked takes a whole number, not 0.25", id="the rank of a part"
        ),
        pytest.param("{{ 'x'|dated }}", "|dated takes a date, not a text", id="a date of a text"),
        pytest.param("{{ 1|valued }}", "|valued takes a sum of money, not a number", id="money of a number"),
        pytest.param("{{ 'x'|introduced }}", "|introduced takes a name, not a text", id="a name of a text"),
        pytest.param("{{ 'x'|listed }}", "|listed takes several facts, not a text", id="a list of a text"),
        pytest.param("{{ 'has'|agreed('x') }}", "|agreed takes a name, not a text", id="a verb of a text"),
        pytest.param(
            "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
            "macros that call each other without end",
            id="a macro of itself",
        ),
    ],
)
def test_what_a_template_may_not_is_told_with_its_line(small_view: View, line: str, said: str) -> None:
    problem = fault(small_view, f"# Title\n\nText\n\n{line}\n")
    told = f"{problem.message}; {problem.hint}"
    assert (problem.code, told[: len(said)], problem.line) == ("E632", said, 5)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        pytest.param(
            "{% for a in range(9999) %}{% for b in range(9999) %}{% endfor %}{% endfor %}",
            "the template goes through more than 2,000,000 rounds",
            id="loops within loops",
        ),
        pytest.param(
            "{% macro m(n) %}{% if n %}{{ m(n - 1) }}{{ m(n - 1) }}{% endif %}{% endmacro %}{{ m(60) }}",
            "the template goes through more than",
            id="macros that call themselves twice",
        ),
        pytest.param(
            "{% for a in range(9999) %}{{ range(9999)|map('string')|length }}{% endfor %}",
            "cannot be done",
            id="a filter that is not there",
        ),
        pytest.param(
            "{% for a in range(9999) %}{{ range(9999)|sort|length }}{% endfor %}",
            "the template goes through more than",
            id="filters over much",
        ),
        pytest.param(
            "{{ range(10001)|length }}", "the template makes one range of more than 10,000", id="a range"
        ),
        pytest.param(
            "{{ 'a' * 10001 }}", "the template makes one text or list of more than", id="a text many times"
        ),
        pytest.param(
            "{{ 10001 * [1] }}", "the template makes one text or list of more than", id="a list many times"
        ),
        pytest.param("{{ 10 ** 10 ** 10 }}", "10 ** 10 is more than", id="a power"),
        pytest.param(
            "{% set n = namespace(x=10) %}{% for i in range(99) %}{% set n.x = n.x * n.x %}{% endfor %}",
            "the template makes a number of more than 30 digits",
            id="a product of products",
        ),
        pytest.param(
            "{% set n = namespace(x='ab') %}{% for i in range(99) %}{% set n.x = n.x ~ n.x %}{% endfor %}",
            "the template makes one text of more than 1,000,000",
            id="a text that doubles",
        ),
        pytest.param(
            "{% set n = namespace(x='ab') %}{% for i in range(99) %}{% set n.x = n.x + n.x %}{% endfor %}",
            "the template makes one text of more than 1,000,000",
            id="a sum that doubles",
        ),
        pytest.param(
            "{% set n = namespace(x='ab') %}"
            "{% for i in range(99) %}{% set n.x = n.x|replace('a', 'aab') %}{% endfor %}"
            "{% for i in range(99) %}{% set n.x = n.x|replace('b', 'aaaaaaaaaaaaaab') %}{% endfor %}"
            "{% for i in range(99) %}{% set n.x = n.x|replace('a', 'aa') %}{% endfor %}",
            "the template makes one text of more than",
            id="a replacement that doubles",
        ),
        pytest.param("{{ range(9999)|join('a' * 9999) }}", "the template makes one text", id="a wide join"),
        pytest.param(
            "{% for i in range(9999) %}{{ 'a' * 9999 }}{% endfor %}",
            "the template makes more than 10,000,000 characters",
            id="facts printed without end",
        ),
        pytest.param(
            f"{{% for i in range(9999) %}}{'a' * 9999}{{% endfor %}}",
            "the template makes one piece of more than 10,000,000",
            id="words printed without end",
        ),
        pytest.param(
            f"{{% set x %}}{{% for i in range(9999) %}}{'a' * 9999}{{% endfor %}}{{% endset %}}",
            "the template makes one text of more than",
            id="words kept without end",
        ),
    ],
)
def test_a_template_cannot_run_or_grow_without_end(small_view: View, line: str, said: str) -> None:
    started = time.process_time()
    problem = fault(small_view, f"# Title\n\n{line}\n")
    assert time.process_time() - started < 10
    assert problem.message.startswith(said)
    assert problem.code == ("E633" if "cannot be done" not in said else "E632")


@pytest.mark.parametrize(
    ("content", "code", "line"),
    [
        pytest.param(b"a\n\xff", "E103", 2, id="no text"),
        pytest.param(b"PK\x03\x04\xff", "E103", 0, id="a Word document"),
        pytest.param(b"a" * 200_001, "E102", 0, id="too long"),
        pytest.param("a\n\n\ufdd0".encode(), "E104", 3, id="a character of ours"),
    ],
)
def test_a_file_that_is_no_text_is_told_as_that(
    small_view: View, content: bytes, code: str, line: int
) -> None:
    with pytest.raises(UnreadableInput):
        templated(small_view, content)
    problem = fault(small_view, content)
    assert (problem.code, problem.line) == (code, line)


def test_a_template_of_another_encoding_or_with_other_line_ends_is_read(small_view: View) -> None:
    text = "# Tŵr\r\n\r\n- a\r\n- b\r\n"
    plain = templated(small_view, text.replace("\r\n", "\n"))
    assert templated(small_view, text.encode("utf-16")) == plain
    assert templated(small_view, text.encode("utf-8-sig")) == plain
    assert templated(small_view, text) == plain


def test_a_fault_in_one_rendering_leaves_the_next_as_it_would_be(small_view: View) -> None:
    sound = "# Title\n\n{% for edition in editions %}{{ edition.name|introduced }}{% endfor %}"
    before = templated(small_view, sound)
    fault(small_view, sound + "\n\n{{ edition.ordinal }}")
    assert templated(small_view, sound) == before
