"""What pages share on screen: who reads (language, theme), pickers in the URL, cards, the guard."""

from ui.chips import chips
from ui.export import export_menu, export_menus, export_spot
from ui.free_text import free_text
from ui.guard import guarded
from ui.panel import panel
from ui.reader import home, palette, words
from ui.show import card, show

__all__ = [
    "card", "chips", "export_menu", "export_menus", "export_spot", "free_text", "guarded", "home",
    "palette", "panel", "show", "words",
]  # fmt: skip
