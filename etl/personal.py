"""What is a person's: columns that are never stored, and numbers that are never shown."""

import re
from typing import Any
from unicodedata import normalize

import pyarrow.compute as pc

from etl.spelling import squeezed

_HEADER = re.compile(
    r"姓名|户主(?!编)|身份证|证件|电话|手机|联系方式|联系人|银行|账号|卡号|社保卡|一卡通|出生"
    r"|责任人|负责人|填报人|填表人|制表人|审核人|复核人|报送人|监护人|成员(?!数)|帮扶干部|经办人|签名|微信|邮箱|住址|门牌"
    r"|^name$|householder|phone|mobile|identity|id_?card|bank|account"
)
_MOBILE = (
    r"(?:\+?86[- ]?)?"
    r"(?:[1１][3-9３-９]\d(?:[- ]?\d{4}){2}|1[3-9]\d\.\d{4}\.\d{4}|1[3-9]\d{3}[- ]\d{6})"
)
# Digits as long as an identity number, a bank card or a mobile telephone, and numbers that a
# spreadsheet shortened from such.
_NUMBER = re.compile(
    rf"(?<![\d.])(\d{{6}}[ -]?\d{{8}}[ -]?\d{{3}}[\dXxＸｘ]|\d{{15,20}}|{_MOBILE}"
    r"|\d\.\d{8,}[eE]\+1\d)(?!\d)"
)
# Digits enough, for RE2: what a text with them is, is for the others here to say.
_DIGITS, _FEWEST = "[0-9０-９][0-9０-９XxＸｘ .eE+-]{10}", 11
_IDENTITY = re.compile(  # 18 characters with a possible birth date
    r"(?<!\d)([1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3})([\dX])(?=\d{0,2}(?!\d))"
)
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)  # GB 11643
_TELEPHONE = re.compile(rf"(?<!\d){_MOBILE}(?!\d)")


def is_personal_header(header: str) -> bool:
    """Whether a column so headed holds names, identity numbers, telephones and the like."""
    return bool(_HEADER.search(squeezed(header)))


def may_be_personal(texts: Any) -> Any:
    """Where (pa.UInt64Array) among many texts (pa.StringArray) there are digits enough to be a
    person's."""
    long = pc.indices_nonzero(pc.greater_equal(pc.binary_length(texts), _FEWEST))
    return long.filter(pc.match_substring_regex(texts.take(long), _DIGITS))


def is_personal(text: str) -> bool:
    """Whether a text holds digits that could be a person's."""
    return bool(_NUMBER.search(text))


def masked(text: str) -> str:
    """Text in which digits that could be a person's are stars."""
    return _NUMBER.sub(lambda found: found[0][:3] + "*" * (len(found[0]) - 3), text)


def is_identity_number(text: str) -> bool:
    """Whether 18 characters in a text have the check character of an identity number."""
    return any(
        "10X98765432"[sum(int(d) * w for d, w in zip(body, _WEIGHTS, strict=True)) % 11] == check
        for body, check in _IDENTITY.findall(squeezed(text).replace("-", "").upper())
    )


def holds_telephone(text: str) -> bool:
    """Whether a text holds a mobile telephone number."""
    return bool(_TELEPHONE.search(normalize("NFKC", text)))
