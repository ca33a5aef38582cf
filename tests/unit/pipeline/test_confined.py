"""The process for templates of others: it gives what ours would give, ends what does not end, and starts anew."""

from __future__ import annotations

import os
import pickle
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from generator import messages
from generator.diagnostics import Diagnostic, Faulty, Location, Severity
from generator.pipeline import confined, produce
from generator.pipeline.confinement import answer
from generator.pipeline.errand import Errand, Reply, is_plain, packed, receive_errand, receive_reply, send
from generator.pipeline.job import Job, Status
from generator.pipeline.wanted import kinds_of
from generator.profile.regimes import regimes
from generator.render.context import build_context
from tests.documents import example, job
from tests.docx_files import p, write

CONTENT = "{{p outline | typeset }}"
POSIX = pytest.mark.skipif(os.name == "nt", reason="the system has no such limits")


@pytest.fixture(autouse=True)
def own_process() -> Iterator[None]:
    """None of these tests meets the process of another one."""
    confined.close()
    yield
    confined.close()


def of(folder: Path, *texts: str) -> Job:
    """A job whose whole chain is one file of these paragraphs."""
    file = write(folder / "mẫu.docx", "".join(p(text) for text in texts))
    return replace(job(regime="party-hd05"), chain=(("party/plan", file),))


def copied(folder: Path) -> Job:
    """A job whose templates are copies of the packaged ones."""
    wanted = job(regime="party-hd05")
    chain = [(name, folder / file.name) for name, file in wanted.chain]
    for (_name, copy), (_same, file) in zip(chain, wanted.chain, strict=True):
        shutil.copyfile(file, copy)
    return replace(wanted, chain=tuple(chain))


def running() -> subprocess.Popen[bytes]:
    return confined._OFFICE.process()


def faults(wanted: Job) -> list[str]:
    result = produce.produce(wanted)
    assert result.status is Status.FAULTY
    assert result.document == b""
    return [found.code for found in result.diagnostics]


def test_the_document_is_the_same_as_in_this_process(tmp_path: Path) -> None:
    assert produce.make(copied(tmp_path))[0] == produce.make(job(regime="party-hd05"))[0]


def test_one_process_does_all_the_work_of_a_run(tmp_path: Path) -> None:
    produce.make(copied(tmp_path))
    first = running().pid
    faults(of(tmp_path, CONTENT, "{{ subjec }}"))
    produce.make(copied(tmp_path))
    assert running().pid == first


def test_packaged_templates_need_no_process() -> None:
    produce.make(job(regime="party-hd05"))
    assert confined._OFFICE._process is None


def test_faults_and_warnings_come_back_whole(tmp_path: Path) -> None:
    wanted = of(tmp_path, CONTENT, "x", "{{ subjec }}")
    (found,) = produce.produce(wanted).diagnostics
    assert found.where == Location(wanted.chain[0][1], part="thân văn bản", paragraph=3, excerpt="{{ subjec }}")
    assert found.hint == "có phải là “subject”?"
    with pytest.raises(Faulty):
        produce.examine(wanted.chain, wanted.profile)


def test_the_process_speaks_the_chosen_language(tmp_path: Path) -> None:
    wanted = of(tmp_path, CONTENT, "{{ subjec }}")
    produce.produce(wanted)
    messages.speak("en")
    try:
        (found,) = produce.produce(wanted).diagnostics
    finally:
        messages.speak("vi")
    assert found.message != produce.produce(wanted).diagnostics[0].message


def test_relative_paths_are_meant_from_where_the_command_was_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    confined.start()
    monkeypatch.chdir(tmp_path)
    wanted = copied(tmp_path)
    near = tuple((name, Path(file.name)) for name, file in wanted.chain)
    assert produce.make(replace(wanted, chain=near))[0] == produce.make(wanted)[0]


def test_a_chain_that_prints_nothing_may_be_looked_at(tmp_path: Path) -> None:
    wanted = of(tmp_path, "x")
    assert produce.examine(wanted.chain, wanted.profile, prints_content=False) == ()
    assert faults(wanted) == ["template/prints-no-content"]


# What does not end, and what dies


@POSIX
@pytest.mark.slow
def test_what_runs_too_long_is_told_with_its_place(tmp_path: Path) -> None:
    # Fewer rounds than may be, each of them a hundred thousand letters' work.
    work = "{{ '' if ('ế' * 9999) | upper | lower | upper == 'y' else '' }}"
    loop = "{% for i in range(9999) %}{% for j in range(90) %}" + work + "{% endfor %}{% endfor %}"
    (found,) = produce.produce(of(tmp_path, CONTENT, loop)).diagnostics
    assert (found.message, found.where.paragraph) == ("không điền được mẫu: mẫu chạy quá lâu", 2)


def test_what_gives_no_answer_is_ended_and_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    wanted = copied(tmp_path)
    produce.make(wanted)
    process = running()
    with monkeypatch.context() as patch:
        patch.setattr(confined, "SECONDS", 0.05)
        patch.setattr(confined, "send", lambda *_given: None)
        assert faults(wanted) == ["template/too-slow"]
    assert process.poll() is not None
    assert produce.produce(wanted).status is Status.MADE


def test_what_dies_at_work_is_told_and_the_next_job_is_done(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    wanted = copied(tmp_path)
    produce.make(wanted)
    process = running()
    with monkeypatch.context() as patch:
        patch.setattr(confined, "send", lambda *_given: process.kill())
        (found,) = produce.produce(wanted).diagnostics
    assert (found.code, found.where.file) == ("template/crashed", wanted.chain[0][1])
    assert found.hint
    assert process.poll() is not None
    assert produce.produce(wanted).status is Status.MADE


def test_what_died_between_two_jobs_is_not_noticed(tmp_path: Path) -> None:
    wanted = copied(tmp_path)
    before = produce.make(wanted)[0]
    process = running()
    process.kill()
    process.wait()
    assert produce.make(wanted)[0] == before


@POSIX
def test_what_needs_too_much_memory_is_told_and_the_process_is_left(tmp_path: Path) -> None:
    texts = "".join(f"{{% set t{n} = t | upper %}}" for n in range(80))
    wanted = of(tmp_path, CONTENT, "{% set t = range(500) | join('\U0001f600' * 9999) %}" + texts)
    (found,) = produce.produce(wanted).diagnostics
    assert found.where.file == wanted.chain[0][1]
    assert produce.produce(copied(tmp_path)).status is Status.MADE


def test_the_end_of_the_run_is_the_end_of_the_process(tmp_path: Path) -> None:
    produce.make(copied(tmp_path))
    process = running()
    confined.close()
    assert process.poll() == 0


def test_the_process_ends_when_nobody_is_left_to_answer() -> None:
    process = confined._started()
    assert process.stdin is not None
    assert process.stdout is not None
    with process.stdout:
        assert receive_reply(process.stdout) == Reply()
        process.stdin.close()
        assert process.wait(60) == 0


def test_a_program_that_just_stops_leaves_nothing(tmp_path: Path) -> None:
    run = "from generator.pipeline import confined; confined.start(); print(confined._OFFICE.process().pid)"
    done = subprocess.run([sys.executable, "-c", run], capture_output=True, text=True, check=True, timeout=60)
    assert not Path(f"/proc/{done.stdout.strip()}").exists()


@POSIX
def test_the_process_may_write_no_file_and_start_no_other(tmp_path: Path) -> None:
    """The limits of the system, asked of the running process."""
    confined.start()
    confined._OFFICE.answer(_errand(tmp_path))
    if not Path("/proc/self/limits").exists():
        pytest.skip("the system does not show limits")
    lines = Path(f"/proc/{running().pid}/limits").read_text(encoding="ascii").splitlines()
    limits = {line[:26].strip(): line[26:].split()[0] for line in lines}
    wanted = {"file size": 0, "core file size": 0, "processes": 0, "open files": 64, "address space": 2**30}
    assert {name: int(limits[f"Max {name}"]) for name in wanted} == wanted
    assert int(limits["Max cpu time"]) <= 30


@POSIX
def test_the_process_holds_no_files_and_no_secrets(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if not Path("/proc/self/fd").exists():
        pytest.skip("the system does not show open files")
    monkeypatch.setenv("A_SECRET", "x")
    with (tmp_path / "open").open("w") as held:
        os.set_inheritable(held.fileno(), True)
        confined.start()
        confined._OFFICE.answer(_errand(tmp_path))
        process = Path(f"/proc/{running().pid}")
        assert str(tmp_path / "open") not in [os.readlink(each) for each in (process / "fd").iterdir()]
    assert b"A_SECRET" not in (process / "environ").read_bytes()


# What crosses


def _errand(folder: Path) -> Errand:
    wanted = of(folder, "x")
    return Errand(wanted.chain, packed(wanted.profile), None, prints_content=False, folder=folder)


@pytest.mark.parametrize("regime", regimes())
@pytest.mark.parametrize("kind", list(kinds_of(example()[1])))
def test_a_context_is_plain(kind: Any, regime: str) -> None:
    wanted = job(kind, regime=regime)
    assert is_plain(build_context(wanted.request, wanted.profile))


@pytest.mark.parametrize("value", ["x", 1, 1.5, True, None, [], {}, {"a": [{"b": "c"}, 1]}])
def test_plain_values(value: object) -> None:
    assert is_plain(value)


@pytest.mark.parametrize(
    "value", [Path("a"), Severity.ERROR, {1: "a"}, ("a",), {"a": [object()]}, b"x", {"a": print}, {Severity.ERROR: 1}]
)
def test_values_that_are_not_plain(value: object) -> None:
    assert not is_plain(value)


def test_what_is_not_plain_is_not_sent(tmp_path: Path) -> None:
    wanted = of(tmp_path, CONTENT)
    with pytest.raises(TypeError):
        confined.fill(wanted.chain, wanted.profile, {"a": Path()})


def test_an_errand_and_a_reply_cross_whole(tmp_path: Path) -> None:
    errand = _errand(tmp_path)
    found = Diagnostic("a/b", "x", Location(tmp_path, part="y", paragraph=3), Severity.ADVICE, hint="z")
    reply = Reply(b"x", (found,), (found,))
    with (tmp_path / "frames").open("w+b") as stream:
        send(stream, errand)
        send(stream, reply)
        stream.seek(0)
        assert receive_errand(stream) == errand
        assert receive_reply(stream) == reply
        assert receive_reply(stream) is None


class _Trap:
    def __reduce__(self) -> tuple[Any, ...]:
        return os.mkdir, ("canary",)


@pytest.mark.parametrize("sent", [_Trap(), Reply(failure=_Trap()), {"a": 1}, print])  # type: ignore[arg-type]
def test_a_reply_that_is_none_is_not_believed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, sent: object) -> None:
    monkeypatch.chdir(tmp_path)
    with (tmp_path / "frames").open("w+b") as stream:
        send(stream, sent)
        stream.seek(0)
        assert receive_reply(stream) is None
    assert not (tmp_path / "canary").exists()


@pytest.mark.parametrize("data", [b"", b"\0" * 7, b"\xff" * 8, b"\0" * 7 + b"\5ab", b"\0" * 7 + b"\2xy"])
def test_half_a_reply_is_none(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "frames").write_bytes(data)
    with (tmp_path / "frames").open("rb") as stream:
        assert receive_reply(stream) is None


def test_our_own_fault_is_told_as_ours(tmp_path: Path) -> None:
    reply = answer(replace(_errand(tmp_path), packed=pickle.dumps("no profile")))
    assert "AssertionError" in reply.failure


def test_our_own_fault_is_raised_here(tmp_path: Path) -> None:
    errand = replace(_errand(tmp_path), packed=pickle.dumps("no profile"))
    with pytest.raises(RuntimeError, match="AssertionError"):
        confined._ask(errand)
