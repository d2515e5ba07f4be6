"""The titles that people give to columns, by what such a column most often becomes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from nominate.foreign.cells.tidying import folded
from nominate.foreign.finding.meanings import Meaning

__all__ = ["known_titles"]

# Each meaning with its titles; a line that is indented goes on with the one before.
_TITLES = """\
award: award, awards, award name, name of award, award title, award scheme, awards scheme, scheme, award
    programme, awards programme, awarding body award, competition, prize scheme, awards name
edition: year, award year, awards year, edition, year of award, cycle, season, award cycle
category: category, award category, category name, category entered, entry category, categories, class,
    subcategory, award type, prize category, category of award
title: title, entry title, entry, entry name, project title, project name, project, title of entry, title
    of project, name of project, name of entry, submission title, submission, nomination title,
    nomination, initiative, initiative name, work, book title, film, paper title, project entry title
summary: summary, description, synopsis, abstract, about, entry summary, project summary, project
    description, brief description, overview
organisation: organisation, organization, organisation name, organisations, org, trust, trust name, nhs
    trust, provider, institution, university, company, employer, lead organisation, lead trust, name of
    organisation, member organisation, member, entering organisation, submitting organisation, site,
    hospital, agency, client, school, practice, charity, lead institution, nominated organisation
partner: partner, partners, partner organisation, partner organisations, partnership, partner organisation
    s, other organisations, collaborators, collaborating organisations, in partnership with
person: person, people, persons, individual, nominated person, person nominated, nominee name, name of
    nominee, name of individual, author, authors, staff member, colleague, team member nominated
nominee: nominee, nominees, applicant, applicants, entrant, entrants, finalist, finalists, recipient,
    awardee, awardees, recipient name, nominated, who, name, name s
programme: programme, program, programme name, work programme, workstream, work stream, programme of work,
    programme area, our programme
status: status, stage, result, results, outcome, outcomes, entry status, award status, current status,
    progress, final outcome, final result, decision, state, award result, achievement
shortlisted if yes: shortlisted, finalist y n, shortlisted y n, shortlisted yes no, made shortlist, is
    shortlisted, on shortlist
highly commended if yes: highly commended, hc, highly commended y n
won if yes: won, winner, winners, won y n, winner y n, is winner, win
submitted if yes: submitted y n, entered, entered y n, entry submitted, is submitted
decided: decision date, date of decision, date decided, result date, date of result, outcome date
announced: announced, date announced, announcement date, announced on, public from, date made public,
    result announced
embargo: embargo, embargo until, embargoed until, embargo date, under embargo until
submitted: submitted, date submitted, submitted on, submission date, date of submission, date entered,
    date of entry, entry date, sent in
owner: owner, lead, entry owner, entry lead, project lead, lead contact, comms lead, responsible, lead
    person, assigned to, who is leading, account manager, comms owner, lead author
contributor: contributor, contributors, support, supported by, writer, written by, co author
fee: fee, entry fee, cost to enter, entry cost, cost of entry, fees, entry price, price, cost, cost fee
cost: table cost, ticket cost, tickets, travel, other costs, additional costs, attendance cost
link: link, url, web link, website, web page, webpage, hyperlink, link url, page, web address, web
award link: award link, award website, awards website, award url, link to award, awards link, award web
    page, awards page, link to awards, organiser website, award site
evidence: evidence, entry link, link to entry, link to submission, entry form, link to entry form,
    document, documents, file, files, submission link, supporting documents, folder, sharepoint
notes: notes, note, comment, comments, remarks, further information, additional information, other
    information, update, updates, actions
id: id, entry id, nomination id
launch: launch, launch date
entries open: entries open, opens, open, opening date, open date, opening, date opens, entry opens, call
    opens, applications open, nominations open
early bird: early bird, early bird deadline, earlybird
entry deadline: entry deadline, deadline, closing date, close date, closes, closing, entries close,
    deadline for entries, deadline date, submission deadline, due date, due, entry closes, date closes,
    application deadline, nomination deadline, nominations close, deadline for entry, award deadline
late deadline: late deadline, late entry deadline, extended deadline, final deadline, late entries
longlist announced: longlist announced, longlist, longlist date, date of longlist
shortlist notified: shortlist notified, finalists notified, shortlist notification
shortlist announced: shortlist announced, shortlist, shortlist date, shortlisting, finalists announced,
    shortlist announcement, date of shortlist, shortlisting date, shortlist published, shortlist released
interview: interview, interviews, interview date
presentation: presentation, presentation date, presentation day, presentations
site visit: site visit, site visits
public vote opens: public vote opens, voting opens
public vote closes: public vote closes, voting closes
judging: judging, judging date, judging day, judging dates
winners notified: winners notified, winners told
ceremony: ceremony, ceremony date, awards ceremony, award ceremony, awards night, event date, gala, awards
    dinner, date of ceremony, awards event, event, award date, awards date, date of event, dinner,
    ceremony event date, date of award, date of awards, awards ceremony date
results published: results published, results announced, winners announced, results date, winners
    announcement, results day, announcement of winners
"""


@cache
def known_titles() -> Mapping[str, Meaning]:
    """Each title, folded, with what a column under it becomes.

    >>> known_titles()["closing date"]
    <Meaning.ENTRY_DEADLINE: 'entry deadline'>
    """
    lines = re.sub(r"\n +", " ", _TITLES).splitlines()
    parted = (line.partition(": ") for line in lines)
    return MappingProxyType(
        {folded(title): Meaning(meaning) for meaning, _, titles in parted for title in titles.split(", ")}
    )
