"""The sheets of a template: the one to fill in, the worked row, the notes, the lists."""

from xlsxwriter.utility import xl_col_to_name, xl_rowcol_to_cell
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from etl.bilingual import Lang
from etl.contract import Contract
from etl.template.checks import check, month_like
from etl.template.fields import Field
from etl.template.looks import (
    BLUE,
    FONT,
    LINE,
    PALER,
    Looks,
    column_width,
    heading_lines,
    lines,
    on_paper,
)
from etl.template.notes import header_note, meaning
from etl.template.notes_sheet import write_notes
from etl.template.words import month_words, words

MONTH = "B2"
MONEY_LINE = "F2"
MARKS, HEADER = 2, 3  # rows, from 0
FIRST = HEADER + 1
FORMATTED = 500  # rows that carry their format themselves; below them the columns do
CHECKED = 1_048_575  # the last row there is
NOTED = 20_000  # the last row whose looks tell what it lacks


class Sheets:
    """Writes the sheets of one template into a workbook."""

    def __init__(
        self, book: Workbook, contract: Contract, lang: Lang, made: list[Field], title: str
    ) -> None:
        self.book, self.contract, self.lang, self.fields = book, contract, lang, made
        self.title, self.name, self.say = title, contract.name.of(lang), words(lang)
        self.looks = Looks(book)
        self.widths = [
            max(column_width(field), 12 if at == 1 else 0) for at, field in enumerate(made)
        ]

    def to_fill_in(self, period: str | None) -> None:
        """The sheet that is sent back."""
        sheet = self.book.add_worksheet(self.name)
        self._above(sheet, self.title, period)
        self._header(sheet, noted=True)
        places = self._lists()
        for at, field in enumerate(self.fields):
            cell = self.looks.cell(field)
            sheet.set_column(at, at, self.widths[at], cell)
            for row in range(FIRST, FIRST + FORMATTED):
                sheet.write_blank(row, at, None, cell)
            first = xl_rowcol_to_cell(FIRST, at)
            options = check(field, self.say, first, places.get(field.choices, ""))
            if options:
                sheet.data_validation(FIRST, at, CHECKED, at, options)
        self._rows_begun(sheet)
        self._month(sheet)
        column = xl_col_to_name(len(self.fields) - 1)
        sheet.ignore_errors({"number_stored_as_text": f"A1:{column}{CHECKED + 1}"})
        sheet.freeze_panes(FIRST, 1)
        sheet.set_selection(MONTH if period is None else f"A{FIRST + 1}")
        on_paper(sheet, HEADER)
        sheet.set_tab_color(BLUE)
        sheet.activate()

    def worked_row(self, period: str) -> None:
        """The same header over one good row."""
        sheet = self.book.add_worksheet(self.say["example_sheet"])
        self._above(sheet, self.say["example_title"].format(name=self.name), period)
        self._header(sheet, noted=False)
        for at, field in enumerate(self.fields):
            sheet.set_column(at, at, self.widths[at])
            cell = self.looks.cell(field, edged=True)
            if field.example is None:
                sheet.write_blank(FIRST, at, None, cell)
            elif isinstance(field.example, str):
                sheet.write_string(FIRST, at, field.example, cell)
            else:
                sheet.write(FIRST, at, field.example, cell)
        tallest = max(
            lines(field.example, width - 2) if isinstance(field.example, str) else 1
            for field, width in zip(self.fields, self.widths, strict=True)
        )
        sheet.set_row(FIRST, LINE * tallest + 8)
        sheet.write_string(FIRST + 2, 0, self.say["example_line"], self.looks.label)
        sheet.freeze_panes(FIRST, 1)
        sheet.hide_gridlines(2)
        on_paper(sheet, HEADER)

    def notes(self) -> None:
        """How to send the file, and a table of its columns."""
        sheet = self.book.add_worksheet(self.say["notes_sheet"])
        write_notes(sheet, self.looks, self.contract, self.fields, self.lang)

    def lists(self) -> None:
        """The hidden sheet that the drop-downs read: in a cell's own settings a list may have no
        more than 255 characters, and no comma in a name."""
        sheet = self.book.add_worksheet(self.say["lists_sheet"])
        for at, choices in enumerate(self._choices()):
            sheet.set_column(at, at, 24)
            for row, choice in enumerate(choices):
                sheet.write_string(row, at, choice)
        sheet.hide()

    def _choices(self) -> list[tuple[str, ...]]:
        return list(dict.fromkeys(field.choices for field in self.fields if field.choices))

    def _lists(self) -> dict[tuple[str, ...], str]:
        """Where each list stands on the hidden sheet."""
        name = self.say["lists_sheet"]
        return {
            choices: f"'{name}'!${xl_col_to_name(at)}$1:${xl_col_to_name(at)}${len(choices)}"
            for at, choices in enumerate(self._choices())
        }

    def _above(self, sheet: Worksheet, title: str, period: str | None) -> None:
        """Title, month and unit of money; every cell of these rows, so that none has its column's
        format."""
        for row in (0, 1, MARKS):
            for at in range(len(self.fields)):
                sheet.write_blank(row, at, None, self.looks.label)
        sheet.set_row(0, 32)
        sheet.set_row(1, 22)
        sheet.write_string(0, 0, title, self.looks.title)
        sheet.write_string("A2", self.say["month_label"], self.looks.label_right)
        sheet.write_blank(MONTH, None, self.looks.month)
        if period:
            sheet.write_string(MONTH, month_words(period, self.lang), self.looks.month)
        if any(field.column.type == "money" for field in self.fields):
            sheet.write_string(MONEY_LINE, self.say["money_line"], self.looks.label)

    def _rows_begun(self, sheet: Worksheet) -> None:
        """Rows with something in them have edges, and what they lack and must have is coloured."""
        last = len(self.fields) - 1
        begun = f"COUNTA($A{FIRST + 1}:${xl_col_to_name(last)}{FIRST + 1})>0"
        for at, field in enumerate(self.fields):
            if field.required:
                lacks = f"=AND({begun},LEN({xl_rowcol_to_cell(FIRST, at)})=0)"
                wanted = {"type": "formula", "criteria": lacks, "format": self.looks.wanted}
                sheet.conditional_format(FIRST, at, NOTED, at, wanted)
        edged = {"type": "formula", "criteria": f"={begun}", "format": self.looks.begun}
        sheet.conditional_format(FIRST, 0, NOTED, last, edged)

    def _month(self, sheet: Worksheet) -> None:
        """The cell of the month: coloured and pointed at until it is filled in."""
        sheet.write_string("C2", self.say["month_hint"], self.looks.hint)
        blank, filled = "=LEN($B$2)=0", "=LEN($B$2)>0"
        wanted = {"type": "formula", "criteria": blank, "format": self.looks.wanted}
        sheet.conditional_format(MONTH, wanted)
        hidden = {"type": "formula", "criteria": filled, "format": self.looks.hidden}
        sheet.conditional_format("C2", hidden)
        note = meaning(self.contract.columns["period"], self.lang)
        sheet.data_validation(
            MONTH,
            {
                "validate": "custom",
                "value": month_like("$B$2"),
                "error_type": "warning",
                "error_title": self.say["doubt_title"],
                "error_message": self.say["month_doubt"],
                "input_title": self.say["month_title"],
                "input_message": f"{note}\n{self.say['month_prompt']}",
            },
        )

    def _header(self, sheet: Worksheet, *, noted: bool) -> None:
        """The headings, marked above where required: a mark in the heading itself would be part of
        the word that the loader looks for."""
        sheet.set_row(MARKS, 14)
        tallest = 1
        for at, field in enumerate(self.fields):
            looks = self.looks.required if field.required else self.looks.optional
            sheet.write_string(HEADER, at, field.heading, looks)
            if field.required:
                sheet.write_string(MARKS, at, self.say["required"], self.looks.mark)
            if noted:
                self._note(sheet, at, field)
            tallest = max(tallest, heading_lines(field, self.widths[at]))
        sheet.set_row(HEADER, LINE * tallest + 10)

    def _note(self, sheet: Worksheet, at: int, field: Field) -> None:
        text = header_note(self.contract, field, self.lang)
        tall = sum(lines(line, 42) for line in text.split("\n"))
        sheet.write_comment(
            HEADER,
            at,
            text,
            {
                "width": 300,
                "height": 17 * tall + 14,
                "color": PALER,
                "font_name": FONT["font_name"],
                "font_size": 9,
            },
        )
