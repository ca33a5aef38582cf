"""Sound templates are not refused, whoever has written them, and print the same in their own process as in ours."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from generator import resources
from generator.diagnostics import Severity
from generator.pipeline import confined
from generator.pipeline.produce import examine, produce
from generator.profile.regimes import load_regime, regimes
from generator.render.context import build_context
from generator.render.engine import compile_chain, fill
from generator.templates.catalog import Catalog
from tests.documents import document, job
from tests.docx_files import saved_by_libreoffice, texts, write
from tests.hostile.good import GOOD

PACKAGED = Catalog.of().names()


@pytest.mark.unsound_document
@pytest.mark.parametrize("name", GOOD)
def test_what_word_adds_is_not_refused(tmp_path: Path, name: str) -> None:
    parts, told = GOOD[name]
    wanted = job(regime="party-hd05")
    wanted = replace(wanted, chain=(("party/plan", write(tmp_path / "mẫu.docx", dict(parts))),))
    result = produce(wanted)
    assert tuple(found.code for found in result.diagnostics) == told
    assert all(found.severity is Severity.ADVICE for found in result.diagnostics)
    assert "KẾ HOẠCH" in texts(result.document)
    here = compile_chain(wanted.chain, wanted.profile)
    assert fill(here, build_context(wanted.request, wanted.profile)) == result.document


@pytest.mark.parametrize("regime", regimes())
@pytest.mark.parametrize("name", PACKAGED)
def test_a_copy_of_a_packaged_template_is_as_good_as_the_template(tmp_path: Path, name: str, regime: str) -> None:
    profile = load_regime(regime)
    if name.partition("/")[0] != profile.side:
        return
    chain = []
    for one, file in Catalog.of().chain(name):
        chain.append((one, tmp_path / file.relative_to(resources.templates())))
        chain[-1][1].parent.mkdir(exist_ok=True)
        shutil.copyfile(file, chain[-1][1])
    assert examine(tuple(chain), profile, prints_content=False) == examine(
        tuple(Catalog.of().chain(name)), profile, prints_content=False
    )


def converted(file: Path, folder: Path, form: str) -> Path:
    """A document in another form, by LibreOffice. Writes: `folder`."""
    soffice = shutil.which("soffice")
    assert soffice is not None
    command = [soffice, f"-env:UserInstallation={(folder / '.office').as_uri()}", "--headless", "--norestore"]
    process = subprocess.Popen(
        [*command, "--convert-to", form, "--outdir", str(folder), str(file)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        process.wait(timeout=120)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        raise
    return folder / f"{file.stem}.{form.partition(':')[0]}"


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("by_odt", [False, True])
@pytest.mark.parametrize("regime", ["party-hd05", "state-nd30"])
def test_a_template_saved_by_libreoffice_prints_the_same(tmp_path: Path, regime: str, by_odt: bool) -> None:
    wanted = job(regime=regime)
    chain = []
    for name, file in wanted.chain:
        folder = tmp_path / name.replace("/", "-")
        folder.mkdir()
        if by_odt:
            odt = converted(file, folder, "odt")
            chain.append((name, converted(odt, folder, "docx:MS Word 2007 XML")))
        else:
            chain.append((name, saved_by_libreoffice(file, folder)))
    result = produce(replace(wanted, chain=tuple(chain)))
    assert [found for found in result.diagnostics if found.severity is Severity.ERROR] == []
    assert [text for text in texts(result.document) if text] == [
        text for text in texts(document(regime=regime)) if text
    ]


def teardown_module() -> None:
    confined.close()
