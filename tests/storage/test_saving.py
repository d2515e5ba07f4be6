"""What is saved can be loaded again, equal, and is what a careful person would have written."""

from __future__ import annotations

import json
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from made_up.strategies import registers

import nominate
from nominate.errors import DataError, OutputError, UnreadableInput, UsageError
from nominate.model.person import Person
from nominate.model.settings import Records
from nominate.register.register import Register
from nominate.storage.loading import load
from nominate.storage.saving import save, saved_text

DEMO = Path(nominate.__file__).parent / "demo"


def people(*names: str) -> Register:
    return Register(
        records=Records(people=tuple(Person(id=f"p{n}", name=name) for n, name in enumerate(names)))
    )


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(registers())
def test_load_save_load_gives_an_equal_register(register: Register) -> None:
    with TemporaryDirectory() as folder:
        for name in ("a.yaml", "a.json"):
            path = Path(folder, name)
            save(register, path)
            loaded = load(path)
            assert loaded == register
            before = path.read_bytes()
            save(loaded, path)
            assert path.read_bytes() == before


@pytest.mark.parametrize("demo", [folder.name for folder in sorted(DEMO.iterdir()) if folder.is_dir()])
@pytest.mark.parametrize("suffix", [".yaml", ".yml", ".json"])
def test_the_demo_registers_survive_a_save(demo: str, suffix: str, tmp_path: Path) -> None:
    register = load(DEMO / demo)
    save(register, tmp_path / f"saved{suffix}")
    assert load(tmp_path / f"saved{suffix}") == register


def test_json_keeps_its_keys_in_the_model_s_order(tmp_path: Path) -> None:
    save(people("Ŵ"), tmp_path / "a.json")
    text = (tmp_path / "a.json").read_text(encoding="utf-8")
    assert json.loads(text) == {"register": {"format": 1}, "people": [{"id": "p0", "name": "Ŵ"}]}
    assert "Ŵ" in text


def test_other_readers_read_what_we_save(tmp_path: Path) -> None:
    save(people("No", "0117", "Sepsis: a project"), tmp_path / "a.yaml")
    names = [
        one["name"] for one in yaml.safe_load((tmp_path / "a.yaml").read_text(encoding="utf-8"))["people"]
    ]
    assert names == ["No", "0117", "Sepsis: a project"]


def test_another_suffix_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"a\.txt: a register is saved as \.yaml, \.yml or \.json"):
        save(people("Ann"), tmp_path / "a.txt")


def test_a_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").mkdir()
    with pytest.raises(OutputError, match="this is a folder; name a file in it"):
        save(people("Ann"), tmp_path / "a.yaml")


@pytest.mark.parametrize("suffix", [".yaml", ".json"])
@pytest.mark.parametrize("name", ["a\x00b", "a\ud800", "\u202eabc", "x" * 301, "  "])
def test_what_could_not_be_loaded_is_not_saved_and_the_old_file_stays(
    name: str, suffix: str, tmp_path: Path
) -> None:
    path = tmp_path / f"a{suffix}"
    save(people("Ann"), path)
    before = path.read_bytes()
    with pytest.raises((DataError, UnreadableInput)):
        save(people(name), path)
    assert path.read_bytes() == before


def test_equal_registers_give_the_same_text() -> None:
    assert saved_text(people("Ann")) == saved_text(people("Ann"))
