"""The real LibreOffice: what it makes is right, what it must not do it does not, and what stops it is survived."""

from __future__ import annotations

import contextlib
import http.server
import os
import signal
import subprocess
import tempfile
import threading
import time
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader

from generator.errors import GeneratorError
from generator.publish import office as office_module
from generator.publish import process
from generator.publish.conversion import PdfOptions
from generator.publish.office import find_office, make
from generator.publish.pdf import convert, convert_beside
from tests import office
from tests.documents import document
from tests.docx_files import docx, field, p, picture, run, zipped
from tests.pictures import png
from tests.unit.publish.conftest import left_over

VIETNAMESE = "ắ ằ ẳ ẵ ặ ấ ầ ẩ ẫ ậ ế ề ể ễ ệ ố ồ ổ ỗ ộ ớ ờ ở ỡ ợ ứ ừ ử ữ ự ỳ ỷ ỹ ỵ Đ đ"
TIMES = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/>'


@pytest.fixture(scope="module", autouse=True)
def _libreoffice() -> None:
    """Skipped where it is not installed, except where everything must be there."""
    if (reason := office.missing()) and os.environ.get("CI") == "true":
        pytest.fail(reason)
    elif reason:
        pytest.skip(reason)


def written(file: Path, *body: str, **parts: object) -> Path:
    file.write_bytes(zipped(docx(*body, **parts)))  # type: ignore[arg-type]
    return file


def codes(made: object) -> list[str]:
    return [found.code for found in made.findings]  # type: ignore[attr-defined]


def test_odd_names_and_a_bad_file_in_the_middle(tmp_path: Path) -> None:
    names = (
        "a b.docx",
        unicodedata.normalize("NFD", "kế hoạch số 5.docx"),
        '"a"\n.docx',
        "x" * 200 + ".docx",
        "-o.docx",
    )
    files = [written(tmp_path / name, p(run(VIETNAMESE, TIMES))) for name in names]
    bad = tmp_path / "bad.docx"
    bad.write_text("<html><body>a</body></html>", encoding="utf-8")
    made = convert_beside([*files[:2], bad, *files[2:]])
    assert [codes(each) for each in made] == [[], [], ["file/html"], [], [], []]
    assert [each.pdf is not None for each in made] == [True, True, False, True, True, True]


def test_a_document_without_typefaces_is_set_in_times_new_roman(tmp_path: Path) -> None:
    (made,) = convert_beside([written(tmp_path / "a.docx", p(VIETNAMESE))])
    assert codes(made) == []


def test_our_own_document_as_an_archive_in_one_typeface(tmp_path: Path) -> None:
    (tmp_path / "plan.docx").write_bytes(document("plan"))
    (made,) = convert([tmp_path / "plan.docx"], tmp_path, options=PdfOptions(archival=True))
    assert (codes(made), made.office) == ([], find_office().version)
    listed = subprocess.run(["pdffonts", str(made.pdf)], capture_output=True, encoding="utf-8", check=True).stdout
    faces = {line.split()[0].partition("+")[2].partition("-")[0] for line in listed.splitlines()[2:]}
    assert faces in ({"Tinos"}, {"TimesNewRomanPSMT", "TimesNewRomanPS"}, {"TimesNewRomanPSMT"})


class _Listener(http.server.BaseHTTPRequestHandler):
    """Counts every request, of whatever method."""

    def handle_one_request(self) -> None:
        self.raw_requestline = self.rfile.readline(1000)
        self.server.hits.append(self.raw_requestline)  # type: ignore[attr-defined]
        self.close_connection = True


@pytest.fixture
def listener() -> Iterator[http.server.ThreadingHTTPServer]:
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), _Listener)
    server.hits = []  # type: ignore[attr-defined]
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


def hostile(folder: Path, address: str) -> None:
    """Writes: documents that would fetch something, as LibreOffice would get them if nobody looked before."""
    folder.mkdir(parents=True)
    secret = folder.parent / "secret.png"
    secret.write_bytes(png(40, 40))
    links = {
        "picture-web": (
            picture("rId9").replace("r:embed", "r:link"),
            {"rId9": ("image", f"{address}/a.png", "External")},
        ),
        "picture-file": (
            picture("rId9").replace("r:embed", "r:link"),
            {"rId9": ("image", secret.as_uri(), "External")},
        ),
        "template": ("", {"rId9": ("attachedTemplate", f"{address}/mau.dotm", "External")}),
        "merge": ("", {"rId9": ("mailMergeSource", f"{address}/a.csv", "External")}),
        "object": ("", {"rId9": ("oleObject", f"{address}/a.ods", "External")}),
        "document": ('<w:subDoc r:id="rId9"/>', {"rId9": ("subDocument", f"{address}/a.docx", "External")}),
        "chunk": ('<w:altChunk r:id="rId9"/>', {"rId9": ("aFChunk", f"{address}/a.html", "External")}),
        "field-picture": (field(f' INCLUDEPICTURE "{address}/b.png" \\d '), {}),
        "field-text": (field(f' INCLUDETEXT "{address}/b.docx" '), {}),
        "field-dde": (field(f' DDEAUTO soffice "{address}/b.ods" "A1" '), {}),
    }
    for name, (inside, made) in links.items():
        body = inside if name in ("chunk", "document") else f"<w:p>{run(name)}{inside}</w:p>"
        written(folder / f"{name}.docx", p(name), body, links=made)
    (folder / "web.docx").write_text(f'<html><body>a<img src="{address}/c.png"></body></html>', encoding="utf-8")


def fetched(folder: Path, listener: http.server.ThreadingHTTPServer) -> tuple[int, int]:
    """How many requests were made, and how many pictures got into the PDFs."""
    hostile(folder / "in", f"http://127.0.0.1:{listener.server_port}")
    make(find_office(), folder, archival=False, seconds=120)
    made = list((folder / "out").iterdir())
    assert len(made) >= 9  # the web page is not read at all
    pictures = 0
    for pdf in made:
        with PdfReader(pdf) as reader:
            pictures += sum(len(page.images) for page in reader.pages)
    return len(listener.hits), pictures  # type: ignore[attr-defined]


def test_the_settings_alone_keep_libreoffice_from_fetching(
    tmp_path: Path, listener: http.server.ThreadingHTTPServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(office_module, "apart", tuple)
    assert fetched(tmp_path / "run", listener) == (0, 0)


def test_without_settings_it_would_fetch(
    tmp_path: Path, listener: http.server.ThreadingHTTPServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(office_module, "apart", tuple)
    monkeypatch.setattr(office_module, "seed", lambda profile: None)
    hits, pictures = fetched(tmp_path / "run", listener)
    assert (hits > 0, pictures > 0) == (True, True)


def test_apart_from_the_network_there_is_nothing_to_call(
    tmp_path: Path, listener: http.server.ThreadingHTTPServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    if "--net" not in process.apart():
        pytest.skip("no namespaces of networks here")
    monkeypatch.setattr(office_module, "seed", lambda profile: None)
    assert fetched(tmp_path / "run", listener)[0] == 0


# What stops it


@pytest.mark.slow
def test_libreoffice_killed_in_the_middle(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    files = [written(tmp_path / f"{number}.docx", *map(p, [VIETNAMESE] * 300)) for number in range(8)]
    killed: list[int] = []

    def kill() -> None:
        for _try in range(2000):
            if list(tmp_path.glob("vanthu-pdf-*/out/0002.pdf")):
                for pid in map(int, (each.name for each in Path("/proc").glob("[0-9]*"))):
                    with contextlib.suppress(OSError):
                        command = Path(f"/proc/{pid}/cmdline").read_bytes()
                        if b"soffice.bin" in command and os.fsencode(tmp_path) in command:
                            os.kill(pid, signal.SIGKILL)
                            killed.append(pid)
                return
            time.sleep(0.01)

    killer = threading.Thread(target=kill)
    killer.start()
    made = convert(files, tmp_path / "out")
    killer.join()
    assert killed
    assert [codes(each) for each in made] == [[]] * 8
    assert not left_over(tmp_path)


@pytest.mark.slow
def test_a_document_that_takes_for_ever(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    endless = written(tmp_path / "endless.docx", "<w:p/>" * 400_000)
    files = [written(tmp_path / "a.docx", p("Một")), endless, written(tmp_path / "b.docx", p("Hai"))]
    made = convert(files, tmp_path / "out", options=PdfOptions(seconds=12))
    assert [codes(each) for each in made] == [[], ["pdf/timeout"], []]
    assert not left_over(tmp_path)


@pytest.mark.slow
def test_several_at_a_time(tmp_path: Path) -> None:
    files = [written(tmp_path / f"{number}.docx", p(f"Văn bản số {number}")) for number in range(8)]
    assert [codes(each) for each in convert(files, tmp_path / "out", jobs=4)] == [[]] * 8


@pytest.fixture
def small_disk(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Path]:
    """A disk of so many kilobytes; needs the rights to mount one."""
    disk = tmp_path / "disk"
    disk.mkdir()
    size = f"size={request.param}k"
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", size, "none", str(disk)], capture_output=True, check=False)
    if mounted.returncode:
        pytest.skip("may not mount a small disk")
    yield disk
    subprocess.run(["umount", "-l", str(disk)], check=True)


@pytest.mark.slow
@pytest.mark.parametrize("small_disk", [4, 40, 100, 200, 400, 600, 800], indirect=True)
def test_no_room_for_temporary_files(small_disk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(small_disk))
    files = [written(tmp_path / f"{number}.docx", p(f"Văn bản số {number}")) for number in range(3)]
    try:
        made = convert(files, tmp_path / "out")
    except GeneratorError:
        made = ()
    assert all((each.pdf is None) == bool(codes(each)) for each in made)
    for pdf in (tmp_path / "out").glob("*"):
        assert pdf.suffix == ".pdf"
        with PdfReader(pdf, strict=True) as reader:
            assert "Văn bản số" in reader.pages[0].extract_text()
    assert not list(small_disk.iterdir())


@pytest.mark.slow
@pytest.mark.parametrize("small_disk", [4, 8], indirect=True)
def test_no_room_for_the_pdf(small_disk: Path, tmp_path: Path) -> None:
    old = small_disk / "1.pdf"
    old.write_bytes(b"old")
    (made,) = convert([written(tmp_path / "1.docx", p(run(VIETNAMESE, TIMES)))], small_disk)
    assert codes(made) == ["pdf/not-written", "pdf/old-file"]
    assert [(file.name, file.read_bytes()) for file in small_disk.iterdir()] == [("1.pdf", b"old")]
