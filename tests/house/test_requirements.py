"""requirements.in asks for what the board imports, no less and no more."""

import re
import sys
from importlib.metadata import packages_distributions

from tests.house.code import DOORS, PROJECT, ROOMS, imports, sources

# Asked for though nothing of ours imports them: Streamlit imports them when a table or one of
# Plotly's charts, which we describe as plain dicts, is put on a page.
FOR_STREAMLIT = {"pandas", "plotly"}


def asked_for() -> set[str]:
    lines = (PROJECT / "requirements.in").read_text("utf-8").splitlines()
    names = [re.match(r"[\w.-]+", line) for line in lines]
    return {name.group().lower() for name in names if name}


def test_what_is_imported_is_asked_for_and_what_is_asked_for_is_imported() -> None:
    modules = {
        module.split(".")[0]
        for room in (*DOORS, *ROOMS)
        for file in sources(room)
        for _, module in imports(file)
    }
    foreign = modules - set(sys.stdlib_module_names) - {*ROOMS, *DOORS}
    providers = packages_distributions()
    needed = {providers[module][0].lower() for module in foreign}
    assert needed - FOR_STREAMLIT == asked_for() - FOR_STREAMLIT
