from __future__ import annotations

import shutil
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

from generator import resources


def test_files_are_found_in_this_checkout_or_installation() -> None:
    assert resources.data("metrics", "times-new-roman.json").is_file()


def test_templates_stand_beside_the_data() -> None:
    assert resources.templates("party").parent.parent == resources.data().parent


def test_an_installed_package_carries_its_files_inside(tmp_path: Path) -> None:
    packaged = tmp_path / "generator" / "packaged"
    packaged.mkdir(parents=True)
    module = shutil.copy(resources.__file__, tmp_path / "generator" / "resources.py")
    spec = spec_from_file_location("installed_resources", module)
    assert spec is not None
    assert spec.loader is not None
    installed = module_from_spec(spec)
    spec.loader.exec_module(installed)
    assert installed.data("regimes") == packaged / "data" / "regimes"
