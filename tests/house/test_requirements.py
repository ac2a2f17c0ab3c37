"""requirements.in asks for what the board imports, no less and no more."""

import re
import sys
from importlib.metadata import packages_distributions

from tests.house.code import DOORS, PROJECT, ROOMS, imports, sources

# pyarrow reads and writes what DuckDB, pandas and Streamlit hand on; openpyxl is what tests open
# exported workbooks with.
WITHOUT_AN_IMPORT: set[str] = set()


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
    assert needed == asked_for() - WITHOUT_AN_IMPORT
