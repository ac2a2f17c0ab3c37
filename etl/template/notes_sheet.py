"""The sheet of notes: how to send the file, and a table with a row for every column."""

from xlsxwriter.worksheet import Worksheet

from etl.bilingual import Lang
from etl.contract import Contract
from etl.template.fields import Field
from etl.template.looks import LINE, Looks, lines, on_paper
from etl.template.notes import note_row
from etl.template.words import words

HEADS = ("name", "required", "type", "unit", "allowed", "note", "rules", "example", "spellings")
WIDTHS = {
    "zh": (22, 10, 16, 10, 28, 42, 40, 22, 30),
    "en": (22, 11, 16, 14, 32, 42, 44, 22, 30),
}
CENTRED = ("required", "type", "unit")
SENTENCES = 6
SMALL_LINE = 14  # points, of the table's text; a tenth more of it stands in a column


def write_notes(
    sheet: Worksheet, looks: Looks, contract: Contract, fields: list[Field], lang: Lang
) -> None:
    """Write the whole sheet."""
    say, name, widths = words(lang), contract.name.of(lang), WIDTHS[lang]
    for at, width in enumerate(widths):
        sheet.set_column(at, at, width)
    sheet.set_row(0, 32)
    sheet.write_string(0, 0, say["notes_title"].format(name=name), looks.title)
    sentences = _sentences(contract, lang)
    for number, sentence in enumerate(sentences, start=1):
        text = f"{number}. {sentence}"
        sheet.merge_range(number, 0, number, len(widths) - 1, text, looks.sentence)
        sheet.set_row(number, LINE * lines(text, sum(widths) - 10) + 4)
    head = len(sentences) + 2
    for at, key in enumerate(HEADS):
        sheet.write_string(head, at, say[f"head_{key}"], looks.required)
    sheet.set_row(head, 24)
    plain, centred, strong = looks.entry(), looks.entry(centred=True), looks.entry(strong=True)
    formats = [strong if key == "name" else centred if key in CENTRED else plain for key in HEADS]
    for row, field in enumerate(fields, start=head + 1):
        texts = note_row(contract, field, lang)
        for at, text in enumerate(texts):
            sheet.write_string(row, at, text, formats[at])
        tallest = max(
            sum(lines(line, width * 11 // 10 - 1) for line in text.split("\n"))
            for text, width in zip(texts, widths, strict=True)
        )
        sheet.set_row(row, SMALL_LINE * tallest + 6)
    sheet.freeze_panes(head + 1, 1)
    sheet.hide_gridlines(2)
    on_paper(sheet, head)


def _sentences(contract: Contract, lang: Lang) -> list[str]:
    """How to send the file; a dataset may have a sentence of its own in a general one's place."""
    say, name = words(lang), contract.name.of(lang)
    keys = [f"send_{number}" for number in range(1, SENTENCES + 1)]
    return [say.get(f"{key}_{contract.dataset}", say[key]).format(name=name) for key in keys]
