"""What a file was read as, by what that is known, and how a person says otherwise."""

import streamlit as st

from charts.markup import tag
from charts.table import Column, Row, soft, strong, table
from etl.contract import contracts
from etl.personal import masked
from etl.recognised import Recognised
from etl.spelling import MONEY_UNITS
from pages.upload.tray import Handed, say
from ui import panel
from wording import Words
from wording.numbers import plain

UNITS = 6  # named one by one before they are counted
ASKS = {
    "dataset": {"two_datasets", "unknown_dataset"},
    "period": {"no_period", "two_periods", "period_said"},
    "sheet": {"two_sheets", "no_sheet"},
    "unit": {"unit_said"},
}


def reading_table(handed: Handed, t: Words) -> None:
    """Dataset, month, unit of money, sheet, units, rows, unused columns; each with its reason."""
    recognised = handed.found.recognised
    assert recognised
    rows = [
        (t("数据表"), contracts()[recognised.contract.dataset].name.of(t.language),
         t("{of}个表头中认出{matched}个", of=sum(map(bool, recognised.headers)),
           matched=len(recognised.matched))),
        _month(handed, t),
        _money(recognised, t),
        _sheet(handed, t),
        _units(handed, t),
        _rows(handed, t),
        (t("未用的列"), t.join(recognised.ignored), ""),
        (t("个人信息列"), t.join(recognised.headers[at] for at in recognised.personal),
         t("已忽略，不保存、不显示")),
    ]  # fmt: skip
    columns = [
        Column(t("读作"), align="left"),
        Column("", align="left"),
        Column(t("依据"), align="left"),
    ]
    shown = [Row((soft(name), tag("div", strong(value), class_="wrap"), soft(reason)))
             for name, value, reason in rows if value]  # fmt: skip
    panel(table(columns, shown, alt=t("文件读作什么")), key=f"reading_{handed.key}")


def _month(handed: Handed, t: Words) -> tuple[str, str, str]:
    month = handed.found.month
    if month is None:
        return t("报告期"), "", ""
    reasons = {
        "column": t("报告期列"),
        "title": t("标题“{words}”", words=month.words),
        "name": t("文件名"),
        "said": t("您的选择"),
    }
    return t("报告期"), t.month(month.period), reasons[month.where]


def _money(recognised: Recognised, t: Words) -> tuple[str, str, str]:
    names = {scale: unit for unit, scale in MONEY_UNITS.items()}
    units = dict.fromkeys(names[scale] for scale in recognised.scales.values())
    reasons = {
        "header": t("表头"),
        "title": t("标题"),
        "said": t("您的选择"),
        "default": t("文件没有写，按万元"),
    }
    found = dict.fromkeys(reasons[where] for where in recognised.scale_from.values())
    return t("金额单位"), t.join(units), t.join(found)


def _sheet(handed: Handed, t: Words) -> tuple[str, str, str]:
    recognised = handed.found.recognised
    assert recognised
    where = t("表头在第{n}行", n=recognised.header_row)
    if recognised.sheet.name is None:
        return t("编码"), recognised.sheet.encoding or "", where
    others = [masked(name) for name in handed.found.sheets if name != recognised.sheet.name]
    if others:
        where = t("{where}；没有读的工作表：{names}", where=where, names=t.join(others))
    return t("工作表"), masked(recognised.sheet.name), where


def _units(handed: Handed, t: Words) -> tuple[str, str, str]:
    units = [unit for unit in handed.desk.reference.units if unit.code in handed.found.units]
    names = t.join(t.of(unit.short_name, unit.name_en) for unit in units[:UNITS])
    if len(units) > UNITS:
        names = t("{names}等", names=names)
    return t("县区"), names, t.n("{n}个单位", len(units)) if units else ""


def _rows(handed: Handed, t: Words) -> tuple[str, str, str]:
    found = handed.found
    if found.rows_kept == found.rows_read:
        return t("行数"), f"{found.rows_read:,}", ""
    return t("行数"), f"{found.rows_read:,}", t("保留{n}行", n=f"{found.rows_kept:,}")


def sums_table(handed: Handed, t: Words) -> None:
    """What each column of figures adds up to, in its own unit, to be compared with one's own."""
    found = handed.found
    assert found.recognised
    names = {scale: unit for unit, scale in MONEY_UNITS.items()}
    rows = []
    for slot, total in found.sums.items():
        if total is not None:
            unit = names.get(found.recognised.scales.get(slot, 0), "")
            header = found.recognised.header_of(slot)
            said = "" if unit in header else unit
            rows.append(Row((header, strong(plain(total)), soft(said))))
    columns = [Column(t("列"), align="left"), Column(t("合计")), Column("", align="left")]
    if rows:
        panel(table(columns, rows, alt=t("各列合计")), key=f"sums_{handed.key}")


def asks(handed: Handed) -> bool:
    """Whether all that blocks a file is a question that a picker answers."""
    codes = {each.code for each in handed.problems if each.severity == "error"}
    return codes <= set().union(*ASKS.values()) and not handed.unread


def corrections(handed: Handed, t: Words, *, asked: bool) -> None:
    """Pickers for what the file leaves open, or (not `asked`) for what else was read of it."""
    codes = {each.code for each in handed.problems}
    for name, asking in ASKS.items():
        if bool(codes & asking) == asked:
            _picker(handed, name, t)


def _picker(handed: Handed, name: str, t: Words) -> None:
    options = {
        "dataset": {code: each.name.of(t.language) for code, each in contracts().items()},
        "period": {month: t.month(month) for month in _months(handed)},
        "sheet": {sheet: masked(sheet) for sheet in handed.found.sheets},
        "unit": {unit: unit for unit in MONEY_UNITS},
    }[name]
    labels = {
        "dataset": t("是哪一种表"),
        "period": t("是哪个月"),
        "sheet": t("读哪张工作表"),
        "unit": t("金额的单位"),
    }
    if len(options) < 2:
        return
    key = f"say_{name}_{handed.key}"

    def keep() -> None:
        say(handed.key, **{name: st.session_state[key]})

    st.selectbox(
        labels[name],
        list(options),
        index=None,
        format_func=lambda code: options.get(code, code),
        placeholder=t("由文件决定"),
        key=key,
        on_change=keep,
        width=220,
    )


def _months(handed: Handed) -> list[str]:
    """The months that may be meant, the file's own among them."""
    own = {handed.found.period} if handed.found.period else set()
    return sorted({*handed.desk.months, *own}, reverse=True)
