"""The page of sending as a person uses it: files dropped, questions answered, confirmed."""

from streamlit.testing.v1 import AppTest

from tests.pages.desk import opened, ran

# Files of April for 云溪县, whose figures the tests work out by hand.
HEADER = "县区,级次,批次,下达资金,支出资金\n"
GOOD = HEADER + "云溪县,中央,一,30,12\n云溪县,省级,二,10,6\n"  # 40 allocated, 18 spent
WARNED = HEADER + "云溪县,中央,一,30,12\n云溪县,中央,二,-5,\n"  # one line takes money back
WRONG = HEADER + "云溪县,中央,一,十,4\n云溪县,中央,二,约8,4\n南山县,中央,一,5,4\n"
SENDER = "云溪县乡村振兴局"


def page(**query: str) -> AppTest:
    """The page before anything is dropped."""
    return opened(_script, **query)


def _script() -> None:
    from pages import upload

    upload.render()


def dropped(app: AppTest, *files: tuple[str, str | bytes]) -> AppTest:
    """The page once these files (name, content) lie in the tray."""
    given = [
        (name, content.encode() if isinstance(content, str) else content, "")
        for name, content in files
    ]
    return ran(app.file_uploader[0].set_value(given).run())


def signed(app: AppTest, who: str = SENDER) -> AppTest:
    """The page once the sender is given."""
    return ran(app.text_input(key="who_sends").set_value(who).run())


def confirmed(app: AppTest) -> AppTest:
    """The page once the button is pressed and the files are through."""
    return ran(app.button(key="confirm_button").click().run())


def badges(app: AppTest) -> list[str]:
    """The verdict on each file, in their order: sign and words."""
    marks = [each.value for each in app.markdown if "-badge[" in each.value]
    return [mark.partition("[")[2].removesuffix("]") for mark in marks]


def box(app: AppTest, label: str) -> object:
    """The value of the selectbox with this label."""
    [found] = [each for each in app.selectbox if each.label == label]
    return found.value
