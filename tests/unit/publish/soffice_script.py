"""A LibreOffice that goes wrong on request; a script of its own, which imports nothing but the standard library.

It makes real small PDFs, or whatever a document asks for by a word in its text, `[[hang]]`; `breaks.txt` beside it
names a fault of the program, whatever it is given. Installed by `fake_office`.
"""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
import zipfile

VERSION = "24.8.1.2"
FOLDER = os.path.dirname(os.path.abspath(__file__))


def pdf(lines, font="BAAAAA+Tinos", carried=True, pages=1, metadata=""):
    """A PDF of lines of text: a font of two-byte codes, with a table that says which letters they are."""
    letters = sorted(set("".join(lines)))
    code = {letter: f"{number + 1:04X}" for number, letter in enumerate(letters)}
    table = "begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
    for start in range(0, len(letters), 100):
        some = letters[start : start + 100]
        rows = [f"<{code[letter]}> <{letter.encode('utf-16-be').hex()}>" for letter in some]
        table += f"{len(some)} beginbfchar\n" + "\n".join(rows) + "\nendbfchar\n"
    table += "endcmap"
    drawn = ["BT /F1 12 Tf 50 800 Td 14 TL"]
    drawn += [f"<{''.join(code[letter] for letter in line)}> Tj T*" for line in lines]
    carry = " /FontFile2 8 0 R" if carried else ""
    kids = " ".join("9 0 R" for _number in range(pages))
    xmp = f"<pdfaid:part>{metadata}</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>"
    bodies = {
        1: "<< /Type /Catalog /Pages 2 0 R /Metadata 10 0 R >>",
        2: f"<< /Type /Pages /Kids [{kids}] /Count {pages} >>",
        3: f"<< /Type /Font /Subtype /Type0 /BaseFont /{font} /Encoding /Identity-H"
        " /DescendantFonts [4 0 R] /ToUnicode 5 0 R >>",
        4: f"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /{font} /FontDescriptor 6 0 R /DW 500"
        " /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>",
        5: stream(table),
        6: f"<< /Type /FontDescriptor /FontName /{font} /Flags 4{carry} >>",
        7: stream("\n".join([*drawn, "ET"])),
        8: stream("a typeface"),
        9: "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 7 0 R"
        " /Resources << /Font << /F1 3 0 R >> >> >>",
        10: stream(xmp),
    }
    data, places = b"%PDF-1.6\n", []
    for number, body in bodies.items():
        places.append(len(data))
        data += f"{number} 0 obj\n{body}\nendobj\n".encode()
    rows = "".join(f"{place:010} 00000 n \n" for place in places)
    data += (
        f"xref\n0 {len(places) + 1}\n0000000000 65535 f \n{rows}"
        f"trailer\n<< /Size {len(places) + 1} /Root 1 0 R >>\nstartxref\n{len(data)}\n%%EOF\n"
    ).encode()
    return data


def stream(text):
    return f"<< /Length {len(text.encode())} >>\nstream\n{text}\nendstream"


def count(name):
    """How often this has been asked before."""
    file = os.path.join(FOLDER, name)
    with open(file, "a") as counter:
        counter.write("x")
    return os.path.getsize(file) - 1


def child(apart):
    wait = "import time; time.sleep(600)"
    subprocess.Popen([sys.executable, "-IS", "-c", wait, FOLDER], start_new_session=apart)


def hang():
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    time.sleep(600)


def convert(source, out, archival):
    with zipfile.ZipFile(source) as archive:
        xml = archive.read("word/document.xml").decode()
    lines = ["".join(re.findall(r"<w:t[^>]*>([^<]*)", each)) for each in xml.split("</w:p>")]
    found = re.search(r"\[\[([\w-]+)\]\]", xml)
    fault = _breaks() or (found[1] if found else "")
    lines = [line for line in lines if line]
    whole = pdf(lines, metadata="2" if archival and fault != "not-archival" else "1")
    if fault == "hang":
        hang()
    elif fault == "hang-half-written":
        with open(out, "wb") as half:
            half.write(whole[: len(whole) // 2])
        hang()
    elif fault in ("crash", "killed") or (fault == "crash-once" and count("crashes") < 1):
        os.kill(os.getpid(), signal.SIGKILL if fault == "killed" else signal.SIGSEGV)
    elif fault == "exit":
        os._exit(77)
    elif fault in ("orphan", "daemon"):
        child(apart=fault == "daemon")
    elif fault == "noise":
        sys.stderr.write("ồn ào\n" * 300_000)
    if fault in ("nothing", "crash-after") or (fault == "nothing-once" and count("nothings") < 1):
        return
    data = {
        "empty": b"",
        "half": whole[: len(whole) // 2],
        "half-with-end": whole[: len(whole) // 2] + b"\n%%EOF\n",
        "no-end": whole.replace(b"%%EOF", b""),
        "garbage": b"\0garbage" * 1000,
        "html": b"<html><body>404</body></html>",
        "bad-table": whole.replace(b"startxref\n", b"startxref\n9"),
        "no-pages": pdf(lines, pages=0),
        "other-document": pdf(["Một văn bản khác hẳn", "của một cơ quan khác"]),
        "other-number": pdf([line.replace("Số 05", "Số 06") for line in lines]),
        "lost-end": pdf(lines[:-1]),
        "blank": pdf([" "]),
        "plain-letters": pdf([line.encode("ascii", "ignore").decode() or "x" for line in lines]),
        "liberation": pdf(lines, font="BAAAAA+LiberationSerif"),
        "dejavu": pdf(lines, font="CAAAAA+DejaVuSerif-Bold"),
        "not-carried": pdf(lines, carried=False),
    }.get(fault, whole)
    name = out if fault != "other-name" else os.path.join(os.path.dirname(out), "khac.pdf")
    if fault == "folder":
        os.mkdir(out)
    else:
        with open(name, "wb") as target:
            target.write(data)


def _breaks():
    with open(os.path.join(FOLDER, "breaks.txt")) as file:
        return file.read()


def main():
    if "--version" in sys.argv:
        print(f"LibreOffice {VERSION} abc")
        return
    out = sys.argv[sys.argv.index("--outdir") + 1]
    archival = "SelectPdfVersion" in sys.argv[sys.argv.index("--convert-to") + 1]
    with open(os.path.join(FOLDER, "asked.txt"), "a") as asked:
        asked.write(repr((sys.argv[1:], dict(os.environ))) + "\n")
    for source in sys.argv[sys.argv.index("--outdir") + 2 :]:
        name = os.path.splitext(os.path.basename(source))[0]
        convert(source, os.path.join(out, f"{name}.pdf"), archival)


if __name__ == "__main__":
    # Like the real one: a wrapper that waits for the program itself, and is no witness of how that came to its end.
    inner = os.fork()
    if inner:
        os.waitpid(inner, 0)
    else:
        main()
