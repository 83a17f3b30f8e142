"""One way to make a PDF, in a process of its own: `python -m bench.printer NAME SOURCE`.

It draws once for every line that it reads and answers with the seconds that it took; in the end it says how many MiB it
held at most. `SOURCE` is a number of goals for what draws blocks, and a file for what reads one.
"""

from __future__ import annotations

import gc
import sys
import time
from collections.abc import Callable
from itertools import count
from pathlib import Path

Draw = Callable[[], object]


def _regdesk(source: str) -> Draw:
    from bench.sheets import sheet_of
    from regdesk.sheets.pdf.writer import make_pdf

    sheet = sheet_of(int(source))
    return lambda: make_pdf(sheet)


def _reportlab(source: str) -> Draw:
    from bench.plain_pdf import PlainPdf
    from bench.sheets import sheet_of

    sheet, plain = sheet_of(int(source)), PlainPdf()
    return lambda: plain.draw(sheet)


def _reportlab_words(source: str) -> Draw:
    from bench.plain_pdf import PlainPdf
    from bench.sheets import sheet_of

    sheet, plain = sheet_of(int(source)), PlainPdf(plainest=True)
    return lambda: plain.draw(sheet)


def _weasyprint(source: str) -> Draw:
    import weasyprint  # type: ignore[import-not-found]

    return lambda: weasyprint.HTML(source).write_pdf(pdf_variant="pdf/ua-1")


def _typst(source: str) -> Draw:
    """It remembers what it has laid out, so each run is of another size, by a hair."""
    import typst  # type: ignore[import-not-found]

    fonts, markup, sizes = str(Path("resources/fonts").resolve()), Path(source).read_text(encoding="utf-8"), count()

    def draw() -> None:
        anew = markup.replace("size: 10pt", f"size: {10 + next(sizes) / 10_000}pt").encode()
        typst.compile(anew, font_paths=[fonts], ignore_system_fonts=True, pdf_standards=["ua-1"])

    return draw


PRINTERS: dict[str, Callable[[str], Draw]] = {
    "regdesk": _regdesk,
    "reportlab": _reportlab,
    "reportlab without symbols and colours": _reportlab_words,
    "weasyprint": _weasyprint,
    "typst": _typst,
}


def main(name: str, source: str) -> None:
    """Draw for each line, until there are no more."""
    draw = PRINTERS[name](source)
    for _line in sys.stdin:
        gc.collect()
        start = time.perf_counter()
        draw()
        print(time.perf_counter() - start, flush=True)
    print(_peak_mib(), flush=True)


def _peak_mib() -> float:
    """Only Unix tells."""
    if sys.platform == "win32":
        return float("nan")
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main(*sys.argv[1:])
