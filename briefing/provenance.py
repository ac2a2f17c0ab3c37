"""Where the figures of a document come from: month, level, formula, and the published version."""

from dataclasses import dataclass
from datetime import datetime

from board.definition_sentences import level_name
from board.store import Board, Indicator
from wording import Words

Line = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Provenance:
    """What every exported file says of itself, as label and value: what its figures are `of`,
    `remarks` on the data (a sample, a past moment), and when it was `made`."""

    of: tuple[Line, ...]
    remarks: tuple[Line, ...]
    made: Line

    @property
    def lines(self) -> tuple[Line, ...]:
        """All of it, in the order it is printed."""
        return (*self.of, *self.remarks, self.made)

    def in_one(self, t: Words) -> str:
        """The same in one line, for a foot."""
        return " · ".join(
            t("{label}：{value}", label=label, value=text) for label, text in self.lines
        )


def provenance(
    board: Board,
    period: str | None,
    t: Words,
    *,
    made: datetime,
    indicator: Indicator | None = None,
    level: str | None = None,
    filters: tuple[tuple[str, str], ...] = (),
) -> Provenance:
    """Month, level, filters, definition and formula in force, version, and when the file was made.

    `period` is None where nothing is of a month, `level` a code, None where figures are of no
    level; `filters` are label and value of what the reader narrowed. `made` is local time.
    """
    lines = [(t("报告期"), t.month(period))] if period else []
    if level is not None:
        lines.append((t("资金级次"), level_name(level, board, t)))
    lines.extend(filters)
    if indicator is not None:
        lines.append((t("指标"), indicator.label(t)))
        lines.append((t("定义"), indicator.definition(t)))
        lines.append((t("分子与分母"), indicator.basis(t)))
        if caution := indicator.caution(t):
            lines.append((t("注意"), caution))
    lines.append((t("数据版本"), board.name))
    return Provenance(tuple(lines), _remarks(board, t), (t("导出时间"), f"{made:%Y-%m-%d %H:%M}"))


def _remarks(board: Board, t: Words) -> tuple[Line, ...]:
    said, city = [], board.publication.city(t)
    if board.publication.is_sample:
        said.append(t("示例数据：虚构的{city}，不是任何真实地方。", city=city))
    if board.publication.as_of:
        day = t.date(board.publication.as_of)
        said.append(t("这是{day}时的数据，不是最新数据。", day=day))
    return tuple((t("数据"), each) for each in said)
