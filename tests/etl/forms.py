"""Tables written the many ways in which they arrive, drawn by hypothesis.

A table is rows of values; a form is how each value is written, which unit, encoding, separator and
layout it is sent in. Nothing here reads what the board writes or uses its readers."""

import csv
import io
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

import xlsxwriter
from hypothesis import strategies as st

PERIOD = date(2023, 4, 30)
COUNTIES = {"990101": ["甲县", "甲", "990101", "甲自治县"], "990102": ["乙县", "乙"]}
LEVELS = {"central": ["中央", "中央资金"], "provincial": ["省级"], "municipal": ["市级"]}
NOTHING = ["", "—", "/", "无", "-", "－", "--", " "]
UNITS = {"元": 1, "千元": 1_000, "万元": 10_000, "亿元": 100_000_000}
FULL_WIDTH = str.maketrans("0123456789.,-", "０１２３４５６７８９．，－")
EPOCH = date(1899, 12, 30)
# No digits long enough for a person's number, no word that makes a total of a row, no formula.
WORDS = st.text("甲乙丙文件发改农〔〕号年月abcXYZ 12,;\t'\"\n。、()%", min_size=1, max_size=12).map(
    str.strip
)


@dataclass(frozen=True)
class Fund:
    """A row of the fund ledger; money in cents of 元."""

    county: str
    level: str
    document: str
    issued_on: date | None
    allocated: int
    spent: int | None


@st.composite
def funds(draw):
    """Rows of a fund ledger, no two alike."""
    rows = []
    for at in range(draw(st.integers(1, 6))):
        allocated = draw(st.integers(1, 10**11))
        share = draw(st.none() | st.integers(0, 100))
        rows.append(
            Fund(
                county=draw(st.sampled_from(list(COUNTIES))),
                level=draw(st.sampled_from(list(LEVELS))),
                document=f"第{at}件" + draw(WORDS),
                issued_on=draw(st.none() | st.dates(date(2020, 1, 1), PERIOD)),
                allocated=allocated,
                spent=None if share is None else allocated * share // 100,
            )
        )
    return rows


@st.composite
def money_text(draw, cents: int | None, unit: str):
    """An amount as it may be typed in a column of a unit."""
    if cents is None:
        return draw(st.sampled_from(NOTHING))
    own = draw(st.sampled_from([unit, unit, unit, *UNITS]))
    number = f"{Decimal(cents) / 100 / UNITS[own]:f}"
    if "." in number:
        number = number.rstrip("0").rstrip(".")
    written = draw(st.sampled_from(["plain", "thousands", "full width", "apostrophe", "exponent"]))
    if written == "thousands":
        whole, dot, rest = number.partition(".")
        number = f"{int(whole):,}{dot}{rest}"
    elif written == "full width":
        number = number.translate(FULL_WIDTH)
    elif written == "apostrophe":
        number = f"'{number}"
    elif written == "exponent" and own == unit:
        number = f"{Decimal(number):E}"
    return (
        number
        + (own if own != unit or draw(st.booleans()) else "")
        + draw(st.sampled_from(["", " "]))
    )


@st.composite
def day_text(draw, day: date | None):
    """A day as it may be typed in a file of PERIOD."""
    if day is None:
        return draw(st.sampled_from([*NOTHING, "1900-01-00"]))
    year, month, of_month = day.year, day.month, day.day
    forms = [
        f"{day:%Y-%m-%d}", f"{year}/{month}/{of_month}", f"{year}.{month}.{of_month}",
        f"{day:%Y%m%d}", f"{year}年{month}月{of_month}日", str((day - EPOCH).days),
        f"{day:%Y-%m-%d} 00:00:00", f"{year}-{month}-{of_month}".translate(FULL_WIDTH),
    ]  # fmt: skip
    if of_month == monthrange(year, month)[1]:
        forms += [f"{year}年{month}月", f"{day:%Y%m}"]
    if year == PERIOD.year:
        forms.append(f"{month}月{of_month}日")
    return draw(st.sampled_from(forms))


@dataclass(frozen=True)
class Sent:
    """A file to send: its name, its bytes, and what the person has to say about it."""

    name: str
    content: bytes
    said: tuple[str, ...] = ()


@st.composite
def sheets(draw, rows: list[Fund]):
    """The rows as a sheet of texts: title lines, header, blank lines and columns, total, notes."""
    unit = draw(st.sampled_from(list(UNITS)))
    in_header = draw(st.booleans()) or unit != "万元"
    in_title = not in_header and draw(st.booleans())
    money_unit = (
        draw(st.sampled_from([f"（{unit}）", f"({unit})", f"\n({unit})"])) if in_header else ""
    )
    columns = {
        draw(st.sampled_from(["县区", "县(市、区)", "单位"])): [
            draw(st.sampled_from(COUNTIES[row.county])) for row in rows
        ],
        draw(st.sampled_from(["资金级次", "级次"])): [
            draw(st.sampled_from(LEVELS[row.level])) for row in rows
        ],
        draw(st.sampled_from(["文号", "指标文号"])): [row.document for row in rows],
        "下达日期": [draw(day_text(row.issued_on)) for row in rows],
        f"下达资金{money_unit}": [draw(money_text(row.allocated, unit)) for row in rows],
        f"支出资金{money_unit}": [draw(money_text(row.spent, unit)) for row in rows],
    }
    header = draw(st.permutations(list(columns)))
    for _ in range(draw(st.integers(0, 2))):
        header.insert(draw(st.integers(0, len(header))), "")
    title = ["截至2023年4月30日"] + (["单位：万元"] if in_title else [])
    above = [[line] for line in draw(st.permutations(title))]
    above += [[]] * draw(st.integers(0, 3))
    body = [[columns[name][at] if name else "" for name in header] for at in range(len(rows))]
    if draw(st.booleans()):
        body.insert(draw(st.integers(0, len(body))), [])
    notes = [["注：以上为累计数"]] if draw(st.booleans()) else []
    return [*above, header, *body, *notes]


@st.composite
def files(draw, rows: list[Fund]):
    """The rows as a file in any of the encodings and separators, or a workbook."""
    sheet = draw(sheets(rows))
    if draw(st.booleans()):
        return Sent("资金.xlsx", workbook(sheet))
    encoding = draw(st.sampled_from(["utf-8", "utf-8-sig", "gb18030", "utf-16"]))
    width = max(map(len, sheet))
    if draw(st.booleans()):  # as a spreadsheet saves it: every line as long as the longest
        sheet = [row + [""] * (width - len(row)) for row in sheet]
    separator = draw(st.sampled_from(",;\t"))
    return Sent("资金.csv", as_text(sheet, separator).encode(encoding))


def as_text(sheet: list[list[str]], separator: str = ",") -> str:
    """A sheet as text, cells quoted where they must be."""
    text = io.StringIO()
    csv.writer(text, delimiter=separator).writerows(sheet)
    return text.getvalue()


def workbook(sheet: list[list[str]]) -> bytes:
    """A sheet as a workbook, cells that are plain numbers or days of it as such."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"default_date_format": "yyyy-mm-dd"}) as book:
        page = book.add_worksheet("资金")
        for at, row in enumerate(sheet):
            for column, text in enumerate(row):
                _write(page, at, column, text)
    return file.getvalue()


def _write(page, row: int, column: int, text: str) -> None:
    if (
        text.isascii()
        and text.replace(".", "", 1).isdigit()
        and Decimal(str(float(text))) == Decimal(text)
    ):
        page.write_number(row, column, float(text))
        return
    try:
        page.write_datetime(row, column, datetime.strptime(text, "%Y-%m-%d"))
    except ValueError:
        page.write_string(row, column, text)
