"""The definitions page's cards as documents: what an indicator means, what the file holds."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from board.definition_sentences import (
    columns_of,
    due,
    headers_of,
    level_name,
    lights_in_words,
    province_in_words,
    reading,
)
from board.definitions import Definition, Part
from board.dictionary import Relation, in_words, short_type
from board.names import code_name
from board.store import Board, Indicator
from briefing.export import Export
from briefing.grid import Column, Grid, Value, grid
from briefing.provenance import provenance
from wording import Words


@dataclass(frozen=True)
class Book:
    """The published definitions, in the reader's language; they are of no month."""

    board: Board
    t: Words

    def export(
        self,
        name: str,
        title: str,
        sentence: str,
        grid: Grid,
        made: datetime,
        indicator: Indicator | None = None,
    ) -> Export:
        """A card as a file holds it. `made` is local time."""
        signed = provenance(self.board, None, self.t, made=made, indicator=indicator)
        return Export(name, title, sentence, grid, signed)


def indicators(book: Book, title: str, made: datetime) -> Export:
    """Every indicator with its formula, definition and caution."""
    t = book.t
    columns = [Column(t("指标")), Column(t("公式")), Column(t("定义")), Column(t("注意"))]
    rows = [
        (each.label(t), each.basis(t), each.definition(t), each.caution(t))
        for each in book.board.indicators.values()
    ]
    return book.export(t("全部指标"), title, "", grid(columns, rows), made)


def formula(book: Book, title: str, found: Definition, made: datetime) -> Export:
    """Both parts of one indicator: how each is counted, and from which columns of which files."""
    t, indicator = book.t, found.indicator
    columns = [
        Column(t("部分")),
        Column(t("计量项")),
        Column(t("怎样计数")),
        Column(t("台账")),
        Column(t("台账的列")),
        Column(t("台账的表头可写"), detail=True),
        Column(t("月报的列")),
        Column(t("月报的表头可写"), detail=True),
    ]
    rows = [
        _part(t("分子"), found.numerator, book),
        _part(t("分母"), found.denominator, book),
    ]
    name = t("{indicator}口径", indicator=indicator.label(t))
    said = " · ".join([indicator.definition(t), reading(indicator, book.board, t)])
    return book.export(name, title, said, grid(columns, rows), made, indicator)


def _part(name: str, part: Part, book: Book) -> tuple[Value, ...]:
    t, dataset = book.t, part.measure.dataset
    ledger: tuple[Value, ...] = (None, None, None)
    if dataset != "reports":
        of = code_name(book.board, "dataset", dataset, t)
        ledger = (of, *_columns(part, dataset, t))
    return (
        name,
        part.measure.label(t),
        part.measure.counted(t),
        *ledger,
        *_columns(part, "reports", t),
    )


def _columns(part: Part, dataset: str, t: Words) -> tuple[Value, Value]:
    """The columns of one dataset, and what files may head them; nothing where there are none."""
    return columns_of(part, dataset, t) or None, headers_of(part, dataset) or None


def options(book: Book, title: str, found: Definition, made: datetime) -> Export:
    """Every value of the settings that change an indicator, the formula it makes, and which ones
    are in force."""
    t, indicator = book.t, found.indicator
    columns = [Column(t("设置")), Column(t("值")), Column(t("公式")), Column(t("状态"))]
    rows = [
        (each.setting, each.value, each.basis(t), t("现用") if each.in_force else None)
        for each in found.options
    ]
    name = t("{indicator}的设置", indicator=indicator.label(t))
    said = t("在 reference/settings.toml 里改，再发布")
    return book.export(name, title, said, grid(columns, rows), made, indicator)


def milestones(book: Book, title: str, found: Definition, made: datetime) -> Export:
    """What is to be reached by when, at which level and by whom, and which document says so."""
    t, board, indicator = book.t, book.board, found.indicator
    columns = [
        Column(t("到期")),
        Column(t("至少"), "percent"),
        Column(t("资金级次")),
        Column(t("单位")),
        Column(t("依据文件")),
    ]
    rows = [
        (
            due(each, t),
            each.at_least,
            level_name(each.fund_level or "all", board, t),
            board.units[each.unit_code].label(t) if each.unit_code in board.units else t("各单位"),
            each.source,
        )
        for each in found.milestones
    ]
    name = t("{indicator}的序时节点", indicator=indicator.label(t))
    said = " · ".join([lights_in_words(board, t), province_in_words(found.benchmarks, board, t)])
    return book.export(name, title, said, grid(columns, rows), made, indicator)


def relations(book: Book, title: str, found: Sequence[Relation], made: datetime) -> Export:
    """The tables and views of the published file that the reader sees listed."""
    t = book.t
    columns = [
        Column(t("表或视图")),
        Column(t("种类")),
        Column(t("行数"), "count"),
        Column(t("含义")),
    ]
    rows = [
        (each.name, t("表") if each.kind == "table" else t("视图"), each.row_count, each.says(t))
        for each in found
    ]
    return book.export(t("数据字典"), title, "", grid(columns, rows), made)


def relation_columns(book: Book, relation: Relation, made: datetime) -> Export:
    """The columns of one table or view."""
    t = book.t
    heads = [Column(t("列")), Column(t("类型")), Column(t("含义"))]
    rows = [(each.code, short_type(each), in_words(each.comment, t)) for each in relation.columns]
    name = t("数据字典 {table}", table=relation.name)
    return book.export(name, relation.name, relation.says(t), grid(heads, rows), made)
