"""The ranking page: nothing published, one unit, the full field, every view, both languages."""

from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.board.published import Row, milestone, publish, standing, unit
from tests.pages.desk import table

FULL: dict[str, list[Row]] = {
    "units": [
        unit("990101", "云溪县", "Yunxi", unit_group="县"),
        unit("990102", "东岭县", "Dongling", unit_group="县", key_county=True),
        unit("990103", "北原区", "Beiyuan", unit_group="区"),
    ],
    "standings": [
        standing("990101", 3, 10, "2023-03", rank=1),
        standing("990101", 5, 10, rank=1, light="green", **milestone(0.3, 4, 30, 0.5)),
        standing("990102", 1, 10, "2023-03", rank=2),
        standing("990102", 2, 10, rank=2, light="red", streak=2, **milestone(0.3, 4, 30, 0.2)),
        standing("990103", None, None),
        standing("city", 7, 20, units_missing=1, province=0.36, **milestone(0.3, 4, 30)),
    ],
}
ONE: dict[str, list[Row]] = {
    "units": [unit("990101", "云溪县", "Yunxi")],
    "standings": [standing("990101", 5, 10, rank=1), standing("city", 5, 10)],
}
VIEWS = ["standings", "ranks", "colours", "groups", "improvement", "schedule", "streaks"]


def show(monkeypatch: pytest.MonkeyPatch, home: Path, **query: str) -> AppTest:
    def page() -> None:
        from pages import ranking

        ranking.render()

    monkeypatch.setenv("BOARD_HOME", str(home))
    app = AppTest.from_function(page)
    for name, value in query.items():
        app.query_params[name] = value
    app.run(timeout=30)
    assert not app.exception
    return app


def texts(app: AppTest) -> str:
    said = "\n".join(element.value for element in (*app.markdown, *app.caption))
    return said.replace("\\", "")  # a name's Markdown is escaped


def test_without_a_publication_the_page_says_what_to_do(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    app = show(monkeypatch, tmp_path)
    assert [button.label for button in app.button] == ["去上报"]


def test_the_message_names_leader_and_laggard(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    app = show(monkeypatch, publish(tmp_path, **FULL), lang="zh")
    assert "云溪县以50.00%领先，东岭县落后节点10.00个百分点" in texts(app)
    assert "未报送，不参加排名：北原区。" in texts(app)
    assert "全市合计缺1个单位" in texts(app)


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("view", VIEWS)
def test_every_view_shows_one_unit_alone(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, view: str, lang: str
) -> None:
    app = show(monkeypatch, publish(tmp_path, **ONE), view=view, lang=lang)
    assert app.title


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("view", VIEWS)
def test_every_view_shows_the_full_field(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, view: str, lang: str
) -> None:
    app = show(monkeypatch, publish(tmp_path, **FULL), view=view, lang=lang, span="all")
    assert texts(app)
    if lang == "en":
        assert not any("\u4e00" <= letter <= "\u9fff" for letter in app.title[0].value[6:])


def test_a_month_nobody_reported_explains_itself(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    rows = [standing("990101", None, None), standing("city", None, None)]
    home = publish(tmp_path, units=FULL["units"], standings=rows)
    app = show(monkeypatch, home, lang="zh")
    assert "本月没有可以排名的单位" in texts(app)
    assert "请换一个月份，或先上报这个月的数据。" in texts(app)


@pytest.mark.parametrize(
    "query",
    [{"indicator": "nonsense"}, {"month": "1999-01"}, {"level": "nonsense"}, {"view": "nonsense"}],
)
def test_an_unknown_wish_in_the_address_falls_back(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, query: dict[str, str]
) -> None:
    app = show(monkeypatch, publish(tmp_path, **FULL), lang="zh", **query)
    assert "云溪县以50.00%领先" in texts(app)


def test_january_has_no_improvement_and_says_why(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    rows = [
        standing("990101", 9, 10, "2022-12", rank=1),
        standing("990101", 1, 10, "2023-01", rank=1),
        standing("city", 1, 10, "2023-01"),
    ]
    home = publish(tmp_path, units=FULL["units"], standings=rows)
    app = show(monkeypatch, home, lang="zh", view="improvement")
    assert "1月没有进步榜" in texts(app)


def test_the_way_to_the_next_milestone_is_a_row_a_unit_and_the_total(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    ahead: Row = {"next_milestone": 0.5, "next_due": date(2023, 6, 30)}
    rows = [
        standing("990101", 600_000, 1_000_000, rank=1, **ahead),
        standing("990102", 200_000, 1_000_000, rank=2, **ahead),
        standing("990103", None, None, **ahead),
        standing("city", 800_000, 2_000_000, units_missing=1, **ahead),
    ]
    home = publish(tmp_path, units=FULL["units"], standings=rows)
    app = show(monkeypatch, home, lang="zh", view="schedule")
    assert "6月30日须达到50%，全市还差20.00万元，按此进度，1个单位到期不能达到" in texts(app)
    late, there = table(app, "schedule_table")
    assert late == [
        "东岭县", "■ 到期不能达到", "20.00%", "50% · 6月30日", "30.00", "15.00", "3.44", "5.00",
        "约10月31日",
    ]  # fmt: skip
    assert there == [
        "云溪县", "● 已达到", "60.00%", "50% · 6月30日", "—", "—", "—", "15.00", "已达到",
    ]  # fmt: skip
    assert "未报送：北原区。" in texts(app)


def test_without_a_milestone_ahead_the_view_says_where_one_is_set(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    app = show(monkeypatch, publish(tmp_path, **FULL), lang="zh", view="schedule")
    assert "资金支出率：今年的节点都已到期" in texts(app)
    app = show(monkeypatch, publish(tmp_path, **ONE), lang="zh", view="schedule")
    assert "资金支出率没有设定节点" in texts(app)


def test_streaks_over_all_indicators_and_what_they_suggest(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    behind = milestone(0.3, 4, 30, 0.2) | {"light": "red"}
    rows = [
        standing("990101", 5, 10, rank=1, light="green", **milestone(0.3, 4, 30, 0.5)),
        standing("990102", 1, 10, "2023-02", rank=2, milestone=0.2),
        standing("990102", 2, 10, "2023-03", rank=2, milestone=0.3),
        standing("990102", 2, 10, rank=2, streak=3, **behind),
        standing("990102", 2, 10, rank=2, streak=2, indicator="start_rate", **behind),
    ]
    home = publish(tmp_path, units=FULL["units"], standings=rows)
    app = show(monkeypatch, home, lang="zh", view="streaks")
    assert "2023年4月全部指标：建议约谈1个单位（东岭县）" in texts(app)
    assert table(app, "streaks_matrix") == [["东岭县", "建议约谈", "■ 2个月", "■ 3个月"]]
    first, second = table(app, "streaks_table")
    assert first == [
        "东岭县", "资金支出率", "■ 3个月 自2023年2月", "节点（4月30日）≥30%", "20.00%", "−10.00",
        "第2位", "建议约谈",
    ]  # fmt: skip
    assert (second[1], second[-1]) == ("项目开工率", "建议发提醒单")
    assert "没有落后的指标：云溪县、北原区。" in texts(app)
