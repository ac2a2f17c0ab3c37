"""HTML from plain values: the one place where text from a file is escaped."""

from html import escape


class Markup(str):
    """HTML that is already safe to put into a page."""

    __slots__ = ()


def tag(name: str, *children: str | None, **attributes: object) -> Markup:
    """An element; children that are not Markup are escaped, None ones left out.

    `class_` and `data_go` lose and gain what Python cannot write: class, data-go. An attribute
    that is None or False is left out, True stands alone.
    """
    written = "".join(_attribute(key, value) for key, value in attributes.items())
    return Markup(f"<{name}{written}>{join(*children)}</{name}>")


def join(*children: str | None) -> Markup:
    """Several pieces one after the other, escaped unless they are Markup."""
    return Markup("".join(_safe(child) for child in children if child is not None))


def link(*children: str | None, to: str, **attributes: object) -> Markup:
    """A link inside the board: opened in the same session, and an address of its own."""
    return tag("a", *children, href=to, data_go=to, **attributes)


def _safe(child: str) -> str:
    return child if isinstance(child, Markup) else escape(child)


def _attribute(key: str, value: object) -> str:
    name = key.rstrip("_").replace("_", "-")
    if value is None or value is False:
        return ""
    return f" {name}" if value is True else f' {name}="{escape(str(value))}"'
