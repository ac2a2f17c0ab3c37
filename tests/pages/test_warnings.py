"""The page of warnings: nothing published, nothing suspected, one unit, the full matrix, both
languages, filters in the address, and pages of rows."""

from datetime import datetime
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.board.published import Row, publish, standing, unit
from tests.pages.desk import chinese, markup, opened, said, table

A, B = "990101", "990102"
RULES: list[Row] = [
    {
        "rule": "slow_start", "sort_order": 1, "name_zh": "迟迟不开工", "name_en": "No start",
        "rule_zh": "资金下达超过30天未开工", "rule_en": "no start 30 days after the money",
        "says_zh": "下达{waited:days}未开工", "says_en": "not started for {waited:days}",
        "advice_zh": "限期开工", "advice_en": "set a day", "reads": ["projects"],
    },
    {
        "rule": "no_measure", "sort_order": 2, "name_zh": "未落实措施", "name_en": "No measure",
        "says_zh": "没有措施（{persons:persons}）", "says_en": "no measure ({persons:persons})",
        "severity": "medium", "reads": ["households"],
    },
]  # fmt: skip


def project(number: int, since: str = "2023-04", **more: object) -> Row:
    return {
        "rule": "slow_start", "unit_code": A, "subject": f"P{number:03d}",
        "title": f"水渠{number:02d}", "township": "永安镇",
        "status": "new" if since == "2023-04" else "continuing",
        "since": since, "figures": '{"waited": 31}', "upload_id": "000007", "source_row": number,
    } | more  # fmt: skip


HOUSEHOLD: Row = {
    "rule": "no_measure", "unit_code": B, "subject": "H1", "title": "H1",
    "figures": '{"persons": 3}', "upload_id": "000007", "source_row": 9,
}  # fmt: skip
FULL: list[Row] = [
    project(1),
    project(2, "2023-01", unit_code=B),
    project(3, "2023-03", status="cleared", last_seen="2023-03"),
    HOUSEHOLD,
]
UNITS = [unit(A, "云溪县", "Yunxi"), unit(B, "东岭县", "Dongling")]


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("BOARD_HOME", str(tmp_path))
    return tmp_path


def published(home: Path, warnings: list[Row], units: list[Row] | None = None) -> Path:
    return publish(
        home,
        units=units or UNITS,
        warning_rules=RULES,
        warnings=warnings,
        standings=[standing(A, 1, 2), standing(A, 1, 2, "2023-03")],
        coverage=[
            {"dataset": name, "period": "2023-04", "unit_code": code}
            for name, code in (("projects", A), ("projects", B), ("households", B))
        ],
        uploads=[{
            "upload_id": "000007", "dataset": "projects", "period": "2023-04",
            "file_name": "项目.csv", "sha256": "", "accepted_by": "云溪县乡村振兴局",
            "accepted_at": datetime(2023, 5, 9), "rows_read": 1, "rows_kept": 1, "warnings": 0,
            "replaces": [],
        }],
    )  # fmt: skip


def _script() -> None:
    from pages import warnings

    warnings.render()


def rows(app: AppTest) -> list[list[str]]:
    return table(app, "warning_rows")


def test_nothing_published_says_what_to_do_next(home: Path) -> None:
    app = opened(_script, lang="zh")
    assert app.title[0].value == "还没有可看的数据"


def test_nothing_suspected_is_good_news_and_said(home: Path) -> None:
    published(home, [])
    app = opened(_script, lang="zh")
    text = said(app)
    assert "2023年4月没有发现疑似问题" in text
    assert "没有发现：迟迟不开工、未落实措施。" in text
    assert "全部单位：没有疑似的问题" in text
    assert markup(app, "warning_matrix") == ""


def test_a_city_of_one_unit(home: Path) -> None:
    published(home, [project(1)], units=[UNITS[0]])
    app = opened(_script, lang="zh")
    assert "2023年4月疑似问题1条，新增1条，消失0条；云溪县最多，1条" in said(app)
    assert table(app, "warning_matrix") == [["■ 迟迟不开工", "1", "1", "", "1"]]


def test_the_matrix_counts_by_rule_and_unit_and_says_what_was_not_sent(home: Path) -> None:
    published(home, FULL)
    app = opened(_script, lang="zh")
    assert "2023年4月疑似问题3条，新增2条，消失1条；东岭县最多，2条" in said(app)
    assert table(app, "warning_matrix") == [
        ["■ 迟迟不开工", "2", "1", "1", "1", "1"],
        ["▲ 未落实措施", "1", "1", "", "—", "1"],
    ]
    html = markup(app, "warning_matrix")
    assert 'data-go="?unit=990102&amp;rule=no_measure&amp;status=&amp;rows="' in html
    assert 'data-go="?unit=&amp;rule=slow_start&amp;status=&amp;rows="' in html


def test_rows_say_what_who_since_when_and_where_from(home: Path) -> None:
    published(home, FULL)
    first, second, third = rows(opened(_script, lang="zh"))
    source = "项目.csv 第2行 · 云溪县乡村振兴局"
    assert first == [
        "■ 严重", "东岭", "迟迟不开工 下达31天未开工", "水渠02 P002", "永安镇",
        "已持续4个月 自2023年1月", source,
    ]  # fmt: skip
    assert second[1:6] == ["云溪", "迟迟不开工 下达31天未开工", "水渠01 P001", "永安镇", "本月新增"]
    assert third[:5] == ["▲ 一般", "东岭", "未落实措施 没有措施（3人）", "H1", "—"]


def test_a_unit_and_a_rule_narrow_the_rows_and_the_rule_is_said(home: Path) -> None:
    published(home, FULL)
    app = opened(_script, lang="zh", unit=B, rule="slow_start")
    assert [row[1] for row in rows(app)] == ["下达31天未开工"]  # neither unit nor rule again
    text = said(app)
    assert "东岭县 · 迟迟不开工：疑似1条，最久的已持续4个月" in text
    assert "判断规则：资金下达超过30天未开工 · 怎么核实：限期开工" in text
    assert {button.label for button in app.button} >= {"东岭县", "迟迟不开工"}


def test_a_chip_takes_its_filter_away(home: Path) -> None:
    published(home, FULL)
    app = opened(_script, lang="zh", unit=B, rule="slow_start")
    app.button(key="chip_unit").click().run()
    assert "unit" not in app.query_params
    assert len(rows(app)) == 2


def test_what_is_gone_is_a_group_of_its_own(home: Path) -> None:
    published(home, FULL)
    app = opened(_script, lang="zh", status="cleared")
    assert [row[-2] for row in rows(app)] == ["本月消失 曾持续1个月"]
    assert "全部单位：比上月消失1条" in said(app)


def test_an_address_that_makes_no_sense_shows_everything(home: Path) -> None:
    published(home, FULL)
    app = opened(_script, lang="zh", rule="nonsense", status="nonsense", rows="-3")
    assert len(rows(app)) == 3
    assert [each.value for each in app.info] == [
        "网址中的规则“nonsense”没有数据，已改用默认的。",
    ]
    assert "rule" not in app.query_params


def test_many_rows_come_in_pages_with_their_number(home: Path) -> None:
    published(home, [project(number) for number in range(1, 61)])
    app = opened(_script, lang="zh", rows="3")
    assert [row[3] for row in rows(app)] == [f"水渠{n} P0{n}" for n in range(51, 61)]
    assert "共60条，第3页，共3页" in said(app)
    app.button(key="turn_上一页").click().run()
    assert len(rows(app)) == 25
    assert "共60条，第2页，共3页" in said(app)
    assert len(rows(opened(_script, lang="zh", rows="99"))) == 10  # the last there is


def test_the_whole_page_in_english_has_no_chinese_of_its_own(home: Path) -> None:
    published(home, FULL)
    app = opened(_script, lang="en")
    assert "Apr 2023: 3 suspected problems, 2 new, 1 gone; most in Dongling: 2" in said(app)
    assert rows(app)[0][2] == "No start not started for 31 days"
    sent = ("水渠", "永安镇", "项目", "云溪县乡村振兴局")
    assert chinese(app, *sent) == set()
    html = markup(app, "warning_rows")
    assert all(f'<span lang="zh">{text}' in html for text in sent)
