"""All warnings asked for as a table that a spreadsheet opens."""

from board.warning_rows import every
from board.warning_sentences import severity_word, status_word
from board.warning_words import WarningWords
from briefing.files.csv import csv_text
from pages.warnings.asked import Asked


def export(asked: Asked) -> bytes:
    """One line a warning, with its sentence, its rule and advice, and where it was sent."""
    t, words = asked.t, WarningWords(asked.board, asked.t)
    heads = [
        t("报告期"), t("状态"), t("程度"), t("单位"), t("规则"), t("疑似问题"), t("项目或户"),
        t("编号"), t("乡镇"), t("自哪个月"), t("持续月数"), t("文件"), t("原表行"),
        t("报送人"), t("怎么核实"),
    ]  # fmt: skip
    lines = (
        (
            asked.period,
            status_word(each.status, t),
            severity_word(asked.rules[each.rule].severity, t),
            asked.board.units[each.unit_code].label(t),
            asked.rules[each.rule].label(t),
            words.sentence(asked.rules[each.rule], each.figures),
            each.title or "",
            each.subject if each.title else "",
            each.township or "",
            each.since,
            str(each.lasted),
            each.file_name or "",
            str(each.source_row or ""),
            each.accepted_by or "",
            asked.rules[each.rule].advice(t),
        )
        for each in every(asked.board, asked.which)
    )
    return csv_text(heads, lines)
