"""What a template must have: the styles and placeholders that the documents are written with."""

from wording import Words

# Of the files, without the language: notice.docx is in Chinese, notice.en.docx in English.
NOTICE, SLIP = "notice", "slip"

# Paragraph styles; a bureau may give them any look.
TITLE, ADDRESSEE, BODY = "通报标题", "通报主送", "通报正文"
HEADING_1, HEADING_2 = "通报一级标题", "通报二级标题"
ISSUER, DATE = "通报落款", "通报日期"
ANNEX_LIST, ANNEX, ANNEX_TITLE = "通报附件说明", "通报附件", "通报附件标题"
CAPTION, HEAD, CELL, FIGURE, NOTE = "通报表题", "通报表头", "通报表格", "通报图", "通报注"
# The style of tables, for their rules and margins.
TABLE = "通报表"

NOTICE_STYLES = (
    *(TITLE, ADDRESSEE, BODY, HEADING_1, HEADING_2, ISSUER, DATE),
    *(ANNEX_LIST, ANNEX, ANNEX_TITLE, CAPTION, HEAD, CELL, FIGURE, NOTE, TABLE),
)
SLIP_STYLES = (TITLE, ADDRESSEE, BODY, HEADING_1, ISSUER, DATE, HEAD, CELL, NOTE, TABLE)

# Texts may stand anywhere in a line; blocks are paragraphs of their own, written in their place.
TEXTS = ("标题", "主送", "落款", "日期", "月份")
NOTICE_BLOCKS = ("正文", "附件说明", "附件", "出处")
SLIP_BLOCKS = ("正文", "出处")
# The rest a bureau may leave out, or write itself.
NEEDED = ("标题", "正文", "附件", "出处")


def file_of(name: str, t: Words) -> str:
    """The name of a template's file in a language."""
    return t.of(f"{name}.docx", f"{name}.en.docx")
