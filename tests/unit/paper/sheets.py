"""Tiny PDFs written by hand: what a content stream says, and nothing else."""

from __future__ import annotations

from pathlib import Path

MM = 72 / 25.4
A4 = (210 * MM, 297 * MM)


def pdf(folder: Path, *contents: str, size: tuple[float, float] = A4, box: str = "") -> Path:
    """A file with a page for each content stream; `F1` is Times."""
    count = len(contents)
    pages = " ".join(f"{3 + 2 * number} 0 R" for number in range(count))
    font = "<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding /WinAnsiEncoding >>"
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", f"<< /Type /Pages /Kids [{pages}] /Count {count} >>"]
    for number, content in enumerate(contents):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {size[0]:.4f} {size[1]:.4f}] {box}"
            f" /Resources << /Font << /F1 {font} >> >> /Contents {4 + 2 * number} 0 R >>"
        )
        objects.append(f"<< /Length {len(content)} >>\nstream\n{content}\nendstream")
    written = "%PDF-1.4\n"
    places = []
    for number, text in enumerate(objects, 1):
        places.append(len(written))
        written += f"{number} 0 obj\n{text}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    trailer = f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(written)}\n%%EOF\n"
    file = folder / "van-ban.pdf"
    file.write_bytes(f"{written}xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}{trailer}".encode("latin-1"))
    return file


def text(words: str, left: float, baseline: float, size: float = 14, height: float = 297) -> str:
    """Words at a place in millimetres from the top left corner."""
    return f"BT /F1 {size} Tf {left * MM:.4f} {(height - baseline) * MM:.4f} Td {words} Tj ET"


def line(left: float, top: float, right: float, bottom: float, weight: float = 0.75) -> str:
    """A line between two points in millimetres from the top left corner of an upright page."""
    ends = f"{left * MM:.4f} {(297 - top) * MM:.4f} m {right * MM:.4f} {(297 - bottom) * MM:.4f} l"
    return f"{weight} w {ends} S"


def rectangle(left: float, top: float, width: float, height: float, paint: str = "S") -> str:
    """A rectangle, in millimetres from the top left corner of an upright page."""
    return f"{left * MM:.4f} {(297 - top - height) * MM:.4f} {width * MM:.4f} {height * MM:.4f} re {paint}"
