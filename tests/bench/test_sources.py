"""What other printers are given says what the sheet says, and no text in it is markup."""

from __future__ import annotations

import json
import re
from html import unescape

from bench.sheets import sheet_of
from bench.sources import html_of, typst_of
from regdesk.sheets.blocks import BulletList, Paragraph
from regdesk.sheets.plain import reading_order
from tests.sheets.examples import sheet_of as sheet_with
from tests.sheets.examples import table_of

HOSTILE = '<b>#x</b> "citat" \\ & $slut'


def test_html_has_every_text_of_the_blocks() -> None:
    sheet = sheet_of(2)
    text = unescape(re.sub("<[^>]+>", " ", html_of(sheet).partition("<body>")[2]))
    texts = [text for text in reading_order(sheet) if text != "•"]
    expected = " ".join(texts[texts.index(sheet.head.title) : -2]).split()
    assert text.split() == expected


def test_nothing_in_a_text_is_markup() -> None:
    sheet = sheet_with(Paragraph(text=HOSTILE), BulletList.of(HOSTILE), table_of((HOSTILE, "", "")))
    assert html_of(sheet).count("&lt;b&gt;#x&lt;/b&gt;") == 3
    assert typst_of(sheet).count(json.dumps(HOSTILE, ensure_ascii=False)) == 3
