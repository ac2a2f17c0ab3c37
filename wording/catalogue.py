"""The gettext catalogues, read from their text form so that nothing has to be compiled."""

import gettext
from functools import cache
from importlib import resources
from io import BytesIO

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po


@cache
def catalogue(language: str) -> gettext.NullTranslations:
    """The translations into `language`; Chinese is the source text and translates to itself."""
    if language == "zh":
        return gettext.NullTranslations()
    file = resources.files("wording") / "locale" / language / "LC_MESSAGES" / "board.po"
    with file.open("rb") as text:
        compiled = BytesIO()
        write_mo(compiled, read_po(text, locale=language))
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)
