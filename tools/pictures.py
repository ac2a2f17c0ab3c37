"""Takes the README's pictures anew, of every page on the sample city, in both languages."""

import tempfile
from pathlib import Path

from tools.command import PROJECT, sample_city
from tools.reading import Visit, reader
from tools.serving import serving

FOLDER = PROJECT / "docs" / "pictures"
SIZE = (1600, 900)
# As a reader meets them; the unit is the one that lags, because there is more to see.
PAGES = {"overview": "", "ranking": "", "unit": ""}


def main() -> None:
    """Write docs/pictures/<page>.<language>.png."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        home = Path(folder) / "home"
        sample_city(home)
        with (
            serving(PROJECT / "server.py", home, Path(folder) / "log.txt") as address,
            reader() as browser,
        ):
            for page, query in PAGES.items():
                for lang in ("zh", "en"):
                    visit = Visit(browser, lang=lang, size=SIZE)
                    shown = visit.open(f"{address}/{page}?lang={lang}{query}")
                    shown.wait_for_timeout(1000)  # fonts and charts have settled
                    shown.screenshot(path=FOLDER / f"{page}.{lang}.png")
                    visit.close()


if __name__ == "__main__":
    main()
