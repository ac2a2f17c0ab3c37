"""HTML is safe whatever a file holds."""

from hypothesis import given
from hypothesis import strategies as st

from charts.markup import join, link, tag


def test_text_is_escaped_and_markup_is_not() -> None:
    assert tag("p", "<b>石坪&县</b>", tag("b", "!")) == (
        "<p>&lt;b&gt;石坪&amp;县&lt;/b&gt;<b>!</b></p>"
    )


def test_attributes() -> None:
    assert tag("a", class_="row", hidden=True, title='"', id=None, draggable=False) == (
        '<a class="row" hidden title="&quot;"></a>'
    )


def test_a_link_is_an_address_and_a_wish() -> None:
    assert link("云溪县", to="unit?unit=1&month=2023-04") == (
        '<a href="unit?unit=1&amp;month=2023-04" data-go="unit?unit=1&amp;month=2023-04">云溪县</a>'
    )


def test_nothing_is_left_out_silently() -> None:
    assert join("a", None, "b") == "ab"


@given(st.text())
def test_no_text_becomes_a_tag(text: str) -> None:
    assert "<" not in join(text)
    assert tag("i", title=text).count('"') == 2
