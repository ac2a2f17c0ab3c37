"""Numbers that are a person's; a text with one in it is not kept."""

import re
from unicodedata import normalize

# As finely as etl/personal.py, which is out of reach here; a test holds that nothing it finds in a
# cell is missed in a text.
_GAP = r"[ \u2010-\u2015-]?"  # a blank, or any hyphen or dash
_IDENTITY = rf"\d{{6}}{_GAP}\d{{4}}{_GAP}\d{{4}}{_GAP}\d{{3}}[\dXx]"
# In fours only as cards begin: four years in a row are no card.
_CARD = rf"\d{{15,20}}|[3-6]\d{{3}}(?:{_GAP}\d{{4}}){{3}}(?:{_GAP}\d{{1,4}})?"
_MOBILE = (
    rf"(?:86{_GAP})?1[3-9]\d"
    rf"(?:{_GAP}\d{{4}}{_GAP}\d{{4}}|\.\d{{4}}\.\d{{4}}|\d\d{_GAP}\d{{6}})"
)
_SHORTENED = r"\d\.\d{8,}[eE]\+1\d"  # by a spreadsheet
_NUMBER = re.compile(rf"(?<![\d.])(?:{_IDENTITY}|{_CARD}|{_MOBILE}|{_SHORTENED})(?!\d)")


def is_personal(said: str) -> bool:
    """Whether a text holds digits that could be an identity number, a bank card or a mobile
    telephone, full-width ones and those with gaps, too."""
    return bool(_NUMBER.search(normalize("NFKC", said)))
