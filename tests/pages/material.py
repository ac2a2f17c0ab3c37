"""The page of material as tests use it: opened, a section rewritten, its files issued."""

from streamlit.testing.v1 import AppTest

from tests.pages.desk import markup, opened, ran

APRIL = "云溪县,中央,一,10,3\n东岭县,中央,一,10,5\n"
WHO = "市巩固衔接办"


def briefing_page() -> None:
    from pages import briefing

    briefing.render()


def page(**query: str) -> AppTest:
    return opened(briefing_page, **{"lang": "zh", **query})


def rewrite(app: AppTest, old: str, new: str) -> AppTest:
    """Replace something in the section that stands open."""
    [area] = app.text_area
    assert old in str(area.value)
    return ran(area.input(str(area.value).replace(old, new)).run())


def at(app: AppTest, **query: str) -> AppTest:
    """The same session at another address."""
    app.query_params.clear()
    for name, value in {"lang": "zh", **query}.items():
        app.query_params[name] = value
    return ran(app.run())


def press(app: AppTest, label: str) -> AppTest:
    [button] = [each for each in app.button if each.label == label]
    assert not button.disabled
    return ran(button.click().run())


def issue(app: AppTest) -> AppTest:
    app.text_input(key="briefing_who").input(WHO)
    return press(ran(app.run()), "生成并留存")


def sheet(app: AppTest) -> str:
    return markup(app, "sheet")
