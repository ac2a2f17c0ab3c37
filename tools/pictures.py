"""Takes the README's pictures anew, of every page on the sample city, in both languages."""

import io
import tempfile
from pathlib import Path

from PIL import Image

from tools.command import PROJECT, sample_city
from tools.reading import Visit, reader
from tools.serving import serving

FOLDER = PROJECT / "docs" / "pictures"
SIZE = (1920, 1080)
PAGES = (
    "overview",
    "present",
    "ranking",
    "unit",
    "funds",
    "projects",
    "monitoring",
    "warnings",
    "briefing",
    "reporting",
)


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
            for page in PAGES:
                for lang in ("zh", "en"):
                    visit = Visit(browser, lang=lang, size=SIZE)
                    shown = visit.open(f"{address}/{page}?lang={lang}")
                    save(shown.screenshot(), FOLDER / f"{page}.{lang}.png")
                    visit.close()


def save(screenshot: bytes, file: Path) -> None:
    """Write a screenshot with 256 colours: a third of the size, and nobody sees it."""
    picture = Image.open(io.BytesIO(screenshot)).convert("RGB")
    picture.quantize(256, dither=Image.Dither.NONE).save(file, optimize=True)


if __name__ == "__main__":
    main()
