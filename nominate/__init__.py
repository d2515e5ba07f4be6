"""Track awards and nominations in one register, and tell the story.

    import nominate

    register = nominate.load("awards/")
    view = nominate.view(register, as_of="2020-10-01", edition="hsj-patient-safety/2020")
    nominate.export(view, "tracker.xlsx")
    print(nominate.render(view, "news").decode())

A name is imported when it is first used: the command starts at once, a script pays only for what it needs.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # type checkers read these lines; at run time `__getattr__` does the same, name by name
    from nominate.batch.each import export_each as export_each
    from nominate.batch.outcome import Batch as Batch
    from nominate.batch.outcome import BatchFile as BatchFile
    from nominate.batch.outcome import FileState as FileState
    from nominate.branding.brand import Brand as Brand
    from nominate.branding.logos import Logo as Logo
    from nominate.branding.logos import read_logo as read_logo
    from nominate.branding.reading import read_brand as read_brand
    from nominate.errors import DataError as DataError
    from nominate.errors import ExporterFailed as ExporterFailed
    from nominate.errors import ExporterNotFound as ExporterNotFound
    from nominate.errors import ImporterFailed as ImporterFailed
    from nominate.errors import ImporterNotFound as ImporterNotFound
    from nominate.errors import NominateError as NominateError
    from nominate.errors import NothingToExport as NothingToExport
    from nominate.errors import OptionError as OptionError
    from nominate.errors import OutputError as OutputError
    from nominate.errors import PluginError as PluginError
    from nominate.errors import Problem as Problem
    from nominate.errors import RecordNotFound as RecordNotFound
    from nominate.errors import Severity as Severity
    from nominate.errors import UnreadableInput as UnreadableInput
    from nominate.errors import UsageError as UsageError
    from nominate.exporting.exporter import Exporter as Exporter
    from nominate.exporting.exporter import Form as Form
    from nominate.exporting.exporters import Exporters as Exporters
    from nominate.exporting.output import Output as Output
    from nominate.exporting.rendering import Exported as Exported
    from nominate.exporting.rendering import export as export
    from nominate.exporting.rendering import render as render
    from nominate.exporting.summary_options import SummaryOptions as SummaryOptions
    from nominate.exporting.summary_options import SummaryStyle as SummaryStyle
    from nominate.importing.grids import intake_sheet as intake_sheet
    from nominate.importing.headers import Header as Header
    from nominate.importing.headers import header_of as header_of
    from nominate.importing.importer import Importer as Importer
    from nominate.importing.importer import Incoming as Incoming
    from nominate.importing.importers import Importers as Importers
    from nominate.importing.intake import Intake as Intake
    from nominate.importing.intake import IntakeBase as IntakeBase
    from nominate.importing.intake import IntakeColumn as IntakeColumn
    from nominate.importing.intake import IntakeRow as IntakeRow
    from nominate.importing.intake import IntakeSheet as IntakeSheet
    from nominate.importing.merging.merge import Merge as Merge
    from nominate.importing.merging.merge import Proposal as Proposal
    from nominate.importing.merging.merge import Question as Question
    from nominate.importing.merging.merging import merge as merge
    from nominate.importing.taking_in import take_in as take_in
    from nominate.model.award import Award as Award
    from nominate.model.award import AwardCategory as AwardCategory
    from nominate.model.award import CategoryResult as CategoryResult
    from nominate.model.award import CategoryResultKind as CategoryResultKind
    from nominate.model.award import Certainty as Certainty
    from nominate.model.award import EarlierDate as EarlierDate
    from nominate.model.award import Edition as Edition
    from nominate.model.award import KeyDate as KeyDate
    from nominate.model.award import Mode as Mode
    from nominate.model.award import Prize as Prize
    from nominate.model.award import Target as Target
    from nominate.model.award import Weekday as Weekday
    from nominate.model.date_words import date_words as date_words
    from nominate.model.date_words import now_words as now_words
    from nominate.model.decision import Decision as Decision
    from nominate.model.decision import Outcome as Outcome
    from nominate.model.embargo import DateKind as DateKind
    from nominate.model.embargo import Embargo as Embargo
    from nominate.model.fields import Audience as Audience
    from nominate.model.mapping import FrozenDict as FrozenDict
    from nominate.model.money import Money as Money
    from nominate.model.nomination import Cost as Cost
    from nominate.model.nomination import Nomination as Nomination
    from nominate.model.nomination import Nominee as Nominee
    from nominate.model.nomination import Progress as Progress
    from nominate.model.nomination import Task as Task
    from nominate.model.organisation import FormerName as FormerName
    from nominate.model.organisation import Kind as Kind
    from nominate.model.organisation import Membership as Membership
    from nominate.model.organisation import Organisation as Organisation
    from nominate.model.organisation import Succession as Succession
    from nominate.model.organisation import SuccessionKind as SuccessionKind
    from nominate.model.person import Person as Person
    from nominate.model.person import Role as Role
    from nominate.model.programme import Adoption as Adoption
    from nominate.model.programme import GlossaryTerm as GlossaryTerm
    from nominate.model.programme import Impact as Impact
    from nominate.model.programme import Partner as Partner
    from nominate.model.programme import Programme as Programme
    from nominate.model.quote import Image as Image
    from nominate.model.quote import Pictured as Pictured
    from nominate.model.quote import Quote as Quote
    from nominate.model.quote import Speaker as Speaker
    from nominate.model.settings import Records as Records
    from nominate.model.settings import Settings as Settings
    from nominate.model.source import Approval as Approval
    from nominate.model.source import Source as Source
    from nominate.model.when import When as When
    from nominate.plugging.hookspecs import hookimpl as hookimpl
    from nominate.plugging.options import File as File
    from nominate.plugging.options import NoOptions as NoOptions
    from nominate.register.changes import Change as Change
    from nominate.register.changes import Origin as Origin
    from nominate.register.changes import RecordKind as RecordKind
    from nominate.register.counting import RULES as RULES
    from nominate.register.counting import Rule as Rule
    from nominate.register.history import History as History
    from nominate.register.register import Register as Register
    from nominate.register.scope import Scope as Scope
    from nominate.storage.editing import Edited as Edited
    from nominate.storage.editing import edit as edit
    from nominate.storage.loading import Examination as Examination
    from nominate.storage.loading import examine as examine
    from nominate.storage.loading import load as load
    from nominate.storage.saving import save as save
    from nominate.viewing.build import view as view
    from nominate.viewing.build import views as views
    from nominate.viewing.cell_digests import cell_digest as cell_digest
    from nominate.viewing.cell_digests import cell_digests as cell_digests
    from nominate.viewing.entry import Credit as Credit
    from nominate.viewing.entry import Entry as Entry
    from nominate.viewing.entry import Event as Event
    from nominate.viewing.entry import Statement as Statement
    from nominate.viewing.summary_kind import SummaryKind as SummaryKind
    from nominate.viewing.tables.column import Column as Column
    from nominate.viewing.tables.column import ColumnKind as ColumnKind
    from nominate.viewing.view import View as View

__version__ = "0.1.0"

# Names by the module where they live, a space between.
_ROOMS = {
    "nominate.batch.each": "export_each",
    "nominate.batch.outcome": "Batch BatchFile FileState",
    "nominate.branding.brand": "Brand",
    "nominate.branding.logos": "Logo read_logo",
    "nominate.branding.reading": "read_brand",
    "nominate.errors": (
        "DataError ExporterFailed ExporterNotFound ImporterFailed ImporterNotFound NominateError "
        "NothingToExport OptionError OutputError PluginError Problem RecordNotFound Severity "
        "UnreadableInput UsageError"
    ),
    "nominate.exporting.exporter": "Exporter Form",
    "nominate.exporting.exporters": "Exporters",
    "nominate.exporting.output": "Output",
    "nominate.exporting.rendering": "Exported export render",
    "nominate.exporting.summary_options": "SummaryOptions SummaryStyle",
    "nominate.importing.grids": "intake_sheet",
    "nominate.importing.headers": "Header header_of",
    "nominate.importing.importer": "Importer Incoming",
    "nominate.importing.importers": "Importers",
    "nominate.importing.intake": "Intake IntakeBase IntakeColumn IntakeRow IntakeSheet",
    "nominate.importing.merging.merge": "Merge Proposal Question",
    "nominate.importing.merging.merging": "merge",
    "nominate.importing.taking_in": "take_in",
    "nominate.model.award": (
        "Award AwardCategory CategoryResult CategoryResultKind Certainty EarlierDate Edition KeyDate "
        "Mode Prize Target Weekday"
    ),
    "nominate.model.date_words": "date_words now_words",
    "nominate.model.decision": "Decision Outcome",
    "nominate.model.embargo": "DateKind Embargo",
    "nominate.model.fields": "Audience",
    "nominate.model.mapping": "FrozenDict",
    "nominate.model.money": "Money",
    "nominate.model.nomination": "Cost Nomination Nominee Progress Task",
    "nominate.model.organisation": "FormerName Kind Membership Organisation Succession SuccessionKind",
    "nominate.model.person": "Person Role",
    "nominate.model.programme": "Adoption GlossaryTerm Impact Partner Programme",
    "nominate.model.quote": "Image Pictured Quote Speaker",
    "nominate.model.settings": "Records Settings",
    "nominate.model.source": "Approval Source",
    "nominate.model.when": "When",
    "nominate.plugging.hookspecs": "hookimpl",
    "nominate.plugging.options": "File NoOptions",
    "nominate.register.changes": "Change Origin RecordKind",
    "nominate.register.counting": "RULES Rule",
    "nominate.register.history": "History",
    "nominate.register.register": "Register",
    "nominate.register.scope": "Scope",
    "nominate.storage.editing": "Edited edit",
    "nominate.storage.loading": "Examination examine load",
    "nominate.storage.saving": "save",
    "nominate.viewing.build": "view views",
    "nominate.viewing.cell_digests": "cell_digest cell_digests",
    "nominate.viewing.entry": "Credit Entry Event Statement",
    "nominate.viewing.summary_kind": "SummaryKind",
    "nominate.viewing.tables.column": "Column ColumnKind",
    "nominate.viewing.view": "View",
}
_HOMES = {name: room for room, names in _ROOMS.items() for name in names.split()}

__all__ = [
    "RULES",
    "Adoption",
    "Approval",
    "Audience",
    "Award",
    "AwardCategory",
    "Batch",
    "BatchFile",
    "Brand",
    "CategoryResult",
    "CategoryResultKind",
    "Certainty",
    "Change",
    "Column",
    "ColumnKind",
    "Cost",
    "Credit",
    "DataError",
    "DateKind",
    "Decision",
    "EarlierDate",
    "Edited",
    "Edition",
    "Embargo",
    "Entry",
    "Event",
    "Examination",
    "Exported",
    "Exporter",
    "ExporterFailed",
    "ExporterNotFound",
    "Exporters",
    "File",
    "FileState",
    "Form",
    "FormerName",
    "FrozenDict",
    "GlossaryTerm",
    "Header",
    "History",
    "Image",
    "Impact",
    "Importer",
    "ImporterFailed",
    "ImporterNotFound",
    "Importers",
    "Incoming",
    "Intake",
    "IntakeBase",
    "IntakeColumn",
    "IntakeRow",
    "IntakeSheet",
    "KeyDate",
    "Kind",
    "Logo",
    "Membership",
    "Merge",
    "Mode",
    "Money",
    "NoOptions",
    "NominateError",
    "Nomination",
    "Nominee",
    "NothingToExport",
    "OptionError",
    "Organisation",
    "Origin",
    "Outcome",
    "Output",
    "OutputError",
    "Partner",
    "Person",
    "Pictured",
    "PluginError",
    "Prize",
    "Problem",
    "Programme",
    "Progress",
    "Proposal",
    "Question",
    "Quote",
    "RecordKind",
    "RecordNotFound",
    "Records",
    "Register",
    "Role",
    "Rule",
    "Scope",
    "Settings",
    "Severity",
    "Source",
    "Speaker",
    "Statement",
    "Succession",
    "SuccessionKind",
    "SummaryKind",
    "SummaryOptions",
    "SummaryStyle",
    "Target",
    "Task",
    "UnreadableInput",
    "UsageError",
    "View",
    "Weekday",
    "When",
    "cell_digest",
    "cell_digests",
    "date_words",
    "edit",
    "examine",
    "export",
    "export_each",
    "header_of",
    "hookimpl",
    "intake_sheet",
    "load",
    "merge",
    "now_words",
    "read_brand",
    "read_logo",
    "render",
    "save",
    "take_in",
    "view",
    "views",
]


if not TYPE_CHECKING:  # a type checker that saw it would take every misspelt name for a public one

    def __getattr__(name: str) -> object:
        if name not in _HOMES:
            raise AttributeError(f"module 'nominate' has no attribute {name!r}")
        found: object = getattr(import_module(_HOMES[name]), name)
        # The next use finds it without asking here; a room of the same name gives way to what it is for.
        globals()[name] = found
        return found


def __dir__() -> list[str]:
    return [*__all__, "__version__"]
