"""Finding importers and reading with them: ours in this process, strangers' in one of their own."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import attrs
import pytest

from nominate import (
    File,
    Importer,
    ImporterFailed,
    ImporterNotFound,
    Importers,
    Incoming,
    Intake,
    IntakeBase,
    IntakeColumn,
    IntakeRow,
    IntakeSheet,
    OptionError,
    PluginError,
    Problem,
    UnreadableInput,
    UsageError,
    When,
    take_in,
)
from nominate.importing.telling import intake_from, intake_to

Install = Callable[..., Path]

CODE = """
import os, sys
from decimal import Decimal
import attrs
from nominate import (
    File, Importer, Intake, IntakeBase, IntakeColumn, IntakeRow, IntakeSheet, OptionError, Problem, When,
    hookimpl,
)

@attrs.frozen(kw_only=True)
class Options:
    deed: str = ""
    logo: File | None = None

def read(source, options):
    match options.deed:
        case "raise":
            raise LookupError("no header")
        case "refuse":
            raise OptionError("a bad mapping")
        case "exit":
            sys.exit(3)
        case "crash":
            os._exit(5)
        case "close":
            source.content.close()
        case "number":
            return 3
        case "print":
            print("hello")
        case "hang":
            import time
            time.sleep(600)
    title = source.content.read().decode()
    logo = options.logo.content.decode() if options.logo else ""
    values = ("ward", title, 3, Decimal("2.50"), When(2026, 11), True, None, logo, os.getpid())
    sheet = IntakeSheet(
        name="Awards",
        of="nominations",
        columns=tuple(IntakeColumn(title=f"C{place}", letter="A") for place in range(len(values))),
        rows=(IntakeRow(number=2, values=values),),
        base=IntakeBase(columns=("title",), rows={"ward": ("abcdefgh",)}),
    )
    return Intake(
        file=source.name,
        sheets=(sheet,),
        revision="r1",
        audience="public",
        as_of=When(2026, 11, 3),
        scope={"award": ["tide"]},
        problems=(Problem(code="E101", message="torn", sheet="Awards", cell="B2"),),
    )

@hookimpl
def nominate_importers():
    suffixes = [".chalk", ".box.chalk"]
    return [Importer(name="chalk", summary="Drawn", suffixes=suffixes, read=read, options=Options)]
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "wards.chalk"
    path.write_text("A better ward", "utf-8")
    return path


@pytest.fixture
def chalk(install: Install) -> Importers:
    install("nominate-chalk", version="2.5", code=CODE, name="chalk")
    return Importers()


def read_title(source: Incoming, _options: object) -> Intake:
    row = IntakeRow(number=1, values=(source.content.read().decode(),))
    sheet = IntakeSheet(columns=(IntakeColumn(title="Title"),), rows=(row,))
    return Intake(file=source.name, sheets=(sheet,))


def own(read: Callable[[Incoming, Any], Any] = read_title, **changes: Any) -> Importer[Any]:
    fields: dict[str, Any] = {
        "name": "own",
        "summary": "Mine",
        "suffixes": (".own",),
        "read": read,
        **changes,
    }
    return Importer(**fields)


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"name": "Own"}, "the name of an importer is 'Own', not lower-case words joined by hyphens"),
        ({"summary": " "}, "the summary of an importer is ' ', not one line of at most 100 characters"),
        ({"suffixes": ()}, "the suffixes of an importer is ()"),
        ({"suffixes": ".own"}, "the suffixes of an importer is '.own', not a list such as"),
        ({"suffixes": 3}, "the suffixes of an importer is 3"),
        ({"suffixes": ["own"]}, "the suffix of an importer is 'own', not a dot and lower-case letters"),
        ({"read": lambda source: source}, "the read of an importer is"),
        ({"read": 3}, "the read of an importer is 3, not a function of source and options"),
        ({"options": dict}, "options must be an attrs class"),
    ],
)
def test_an_importer_that_nobody_could_use_is_refused(changes: dict[str, Any], reason: str) -> None:
    with pytest.raises(PluginError) as caught:
        own(**changes)
    assert reason in str(caught.value)


def test_a_strangers_importer_is_found_by_the_end_of_a_name(chalk: Importers) -> None:
    found = chalk.for_path(Path("A.BOX.CHALK"))
    assert str(found.plugin) == "plugin 'chalk' (nominate-chalk 2.5)"
    assert found.importer is None
    assert [option.name for option in found.options] == ["deed", "logo"]
    assert "nominate_chalk" not in sys.modules


def test_a_file_that_nobody_reads_is_refused_with_what_there_is(chalk: Importers) -> None:
    with pytest.raises(
        ImporterNotFound, match=r"no importer reads a file called 'a\.zebra'; choose from .*\.chalk"
    ):
        chalk.for_path(Path("a.zebra"))
    with pytest.raises(ImporterNotFound, match="no importer 'chalc'; did you mean 'chalk'"):
        chalk.named("chalc")


def test_several_importers_of_one_kind_of_file_are_named(install: Install) -> None:
    install("nominate-chalk", code=CODE, name="chalk")
    install("nominate-crayon", code=CODE.replace('name="chalk"', 'name="crayon"'), name="crayon")
    with pytest.raises(
        UsageError, match=r"several importers read a file called 'a\.chalk'; choose one of chalk, crayon"
    ):
        Importers().for_path(Path("a.chalk"))


def test_a_name_that_is_taken_is_told_and_the_first_keeps_it(install: Install) -> None:
    install("nominate-chalk", code=CODE, name="chalk")
    install("nominate-chalk-two", code=CODE, name="two")
    importers = Importers()
    assert [one.plugin.distribution for one in importers.every() if one.plugin and one.name == "chalk"] == [
        "nominate-chalk"
    ]
    assert [each.problem.code for each in importers.broken] == ["E602"]
    assert "the name 'chalk' of its importer is taken" in importers.broken[0].problem.message


@pytest.mark.parametrize(
    ("offer", "reason"),
    [
        ("return [3]", "nominate_importers returned 3, not a nominate.Importer"),
        ("return IMPORTERS * 2", "nominate_importers returned two importers called 'chalk'"),
        ("return 3", "nominate_importers returned 3, not a list of records"),
    ],
)
def test_a_plugin_that_offers_what_is_no_importer_is_told(install: Install, offer: str, reason: str) -> None:
    code = CODE.replace("    return [Importer(", "    IMPORTERS = [Importer(") + f"    {offer}\n"
    install("nominate-chalk", code=code, name="chalk")
    with pytest.raises(PluginError) as caught:
        Importers(is_strict=True).every()
    assert reason in str(caught.value)


def test_an_answer_that_makes_no_sense_is_told_as_a_broken_plugin(tmp_path: Path) -> None:
    meddler = tmp_path / "meddler.py"
    answer = '{"result": [{"name": "a"}]}'
    meddler.write_text(
        f"import os, pathlib\npathlib.Path('answer.json').write_text({answer!r})\nos._exit(0)\n"
    )
    with pytest.raises(PluginError, match="what it tells of its importers cannot be read"):
        Importers(files=[meddler]).named("meddler")


def test_a_stranger_reads_in_a_process_of_its_own(chalk: Importers, file: Path, tmp_path: Path) -> None:
    (tmp_path / "logo.txt").write_text("L")
    intake = take_in(file, importers=chalk, options={"logo": tmp_path / "logo.txt"})
    (sheet,) = intake.sheets
    *values, process = sheet.rows[0].values
    assert values == ["ward", "A better ward", 3, Decimal("2.50"), When(2026, 11), True, None, "L"]
    assert process != os.getpid()
    assert sheet.base is not None
    assert sheet.base.digest("ward", "title") == "abcdefgh"
    assert (intake.file, intake.revision, intake.audience, intake.as_of) == (
        "wards.chalk",
        "r1",
        "public",
        When(2026, 11, 3),
    )
    assert intake.scope == {"award": ("tide",)}
    assert [str(problem) for problem in intake.problems] == ["Awards!B2: torn"]


@pytest.mark.parametrize(
    ("deed", "reason"),
    [
        ("raise", "failed: LookupError: no header"),
        ("exit", "failed: SystemExit: 3"),
        ("crash", "it ended the process with exit code 5"),
        ("close", "failed: ValueError: "),
        ("number", "it returned 3, not a nominate.Intake"),
    ],
)
def test_a_stranger_that_fails_is_told_with_its_distribution_and_version(
    chalk: Importers, file: Path, deed: str, reason: str
) -> None:
    with pytest.raises(ImporterFailed) as caught:
        take_in(file, by="chalk", importers=chalk, options={"deed": deed})
    told = caught.value
    assert str(told).startswith(f"importer 'chalk' of plugin 'chalk' (nominate-chalk 2.5): {reason}")
    assert (told.importer, told.distribution, told.version) == ("chalk", "nominate-chalk", "2.5")


def test_a_stranger_that_hangs_while_it_reads_is_ended(install: Install, file: Path) -> None:
    install("nominate-chalk", code=CODE, name="chalk")
    with pytest.raises(ImporterFailed, match="it did not finish within 2 seconds"):
        take_in(file, importers=Importers(reading_seconds=2), options={"deed": "hang"})


def test_a_stranger_may_say_that_an_option_is_wrong(chalk: Importers, file: Path) -> None:
    with pytest.raises(OptionError, match="a bad mapping"):
        take_in(file, importers=chalk, options={"deed": "refuse"})
    with pytest.raises(OptionError, match="no option 'dede' of 'chalk'; did you mean 'deed'"):
        take_in(file, importers=chalk, options={"dede": "raise"})


def test_what_a_stranger_prints_is_warned_of_and_never_reaches_our_output(
    chalk: Importers, file: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    intake = take_in(file, importers=chalk, options={"deed": "print"})
    assert str(intake.problems[-1]) == "warning: importer 'chalk' printed: hello"
    assert capfd.readouterr() == ("", "")


def test_an_importer_that_its_plugin_no_longer_offers_has_failed(chalk: Importers, file: Path) -> None:
    one = chalk.named("chalk")
    with pytest.raises(ImporterFailed, match="its plugin does not offer it any more"):
        take_in(file, by=attrs.evolve(one, name="gone"), importers=chalk)
    with pytest.raises(ImporterFailed, match="it belongs to no plugin"):
        take_in(file, by=attrs.evolve(one, plugin=None), importers=chalk)


def test_a_script_reads_with_an_importer_of_its_own(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("A title")
    assert take_in(path, by=own()).sheets[0].rows[0].values == ("A title",)


@attrs.frozen(kw_only=True)
class Options:
    depth: int = 1
    logo: File | None = None


def test_a_script_gives_options_as_a_record_a_mapping_or_pairs(tmp_path: Path) -> None:
    def read(source: Incoming, options: Options) -> Intake:
        return Intake(file=source.name, revision=str(options.depth))

    path = tmp_path / "a.own"
    path.write_text("")
    mine = own(read, options=Options)
    for options in (Options(depth=3), {"depth": 3}, [("depth", "3")]):
        assert take_in(path, by=mine, options=options).revision == "3"
    with pytest.raises(OptionError, match="options of 'own' are Options, not File"):
        take_in(path, by=mine, options=File(name="a", content=b""))


def test_a_file_that_is_not_there_and_an_importer_that_is_none_are_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput, match="no such file or folder"):
        take_in(tmp_path / "a.own", by=own())
    with pytest.raises(UsageError, match="an importer is a name or a record, not 3"):
        take_in(tmp_path / "a.own", by=3)  # type: ignore[arg-type]  # what is tried


def test_a_file_that_was_closed_is_told(tmp_path: Path) -> None:
    def read(source: Incoming, _options: object) -> Intake:
        source.content.close()
        return Intake(file=source.name)

    (tmp_path / "a.own").write_text("")
    with pytest.raises(ImporterFailed, match="importer 'own': closed the file that it was given"):
        take_in(tmp_path / "a.own", by=own(read))


SHEET = IntakeSheet(columns=(IntakeColumn(title="Title"),), rows=(IntakeRow(number=1, values=("a",)),))


@pytest.mark.parametrize(
    ("intake", "reason"),
    [
        (Intake(file=3), "'file' of Intake is 3"),  # type: ignore[arg-type]  # what is tried
        (Intake(file="a", sheets=[SHEET]), "'sheets' of Intake is"),  # type: ignore[arg-type]  # what is tried
        (Intake(file="a", scope={"award": (3,)}), "the scope of the intake holds 'award': (3,), not texts"),  # type: ignore[dict-item]  # what is tried
        (Intake(file="a", problems=(3,)), "'problems' of Intake is (3,), not a tuple of Problem records"),  # type: ignore[arg-type]  # what is tried
        (
            Intake(file="a", problems=(Problem(code="E1", message="no", line="3"),)),  # type: ignore[arg-type]  # what is tried
            "'line' of a problem is '3'",
        ),
        (Intake(file="a", sheets=(attrs.evolve(SHEET, name=3),)), "'name' of IntakeSheet is 3"),  # type: ignore[arg-type]  # what is tried
        (
            Intake(file="a", sheets=(attrs.evolve(SHEET, columns=()),)),
            "row 1 of sheet '' has 1 values, and its sheet 0",
        ),
        (
            Intake(file="a", sheets=(attrs.evolve(SHEET, rows=(IntakeRow(number=1, values=(1.5,)),)),)),  # type: ignore[arg-type]  # what is tried
            "row 1 of sheet '' holds 1.5, not text, a whole number, a Decimal",
        ),
        (
            Intake(
                file="a", sheets=(attrs.evolve(SHEET, base=IntakeBase(columns=("title",), rows={"a": ()})),)
            ),
            "the base of 'a' is no digest for each of 1 columns",
        ),
    ],
)
def test_an_intake_of_wrong_parts_is_refused_with_the_part(
    tmp_path: Path, intake: Intake, reason: str
) -> None:
    (tmp_path / "a.own").write_text("")
    with pytest.raises(ImporterFailed) as caught:
        take_in(tmp_path / "a.own", by=own(lambda source, options: intake))  # noqa: ARG005 - its two parameters
    assert reason in str(caught.value)


@pytest.mark.parametrize(
    "told",
    [
        3,
        {},
        {
            "file": "a",
            "sheets": [],
            "revision": "",
            "audience": "",
            "as_of": "soon",
            "scope": {},
            "problems": [],
        },
        {**intake_to(Intake(file="a", sheets=(SHEET,))), "sheets": [{"name": "a"}]},
    ],
)
def test_what_is_no_intake_is_not_taken_for_one(told: object) -> None:
    with pytest.raises(PluginError, match="what it gave is no intake"):
        intake_from(told)


@pytest.mark.parametrize("value", [1.5, {"when": "soon"}, {"number": "many"}, {"what": "x"}, [1]])
def test_a_cell_that_holds_something_else_makes_no_intake(value: object) -> None:
    told: Any = intake_to(Intake(file="a", sheets=(SHEET,)))
    told["sheets"][0]["rows"][0][1] = value
    with pytest.raises(PluginError, match="no intake"):
        intake_from(told)
