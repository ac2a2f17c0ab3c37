"""The dialog behind a number: a rate of a unit, of the city, of who reported nothing."""

from streamlit.testing.v1 import AppTest

from tests.pages.desk import FUNDS, Desk, markup, opened, said


def ranking() -> None:
    from pages.ranking import render

    render()


FILE = FUNDS + "云溪县,中央,一,100,60\n云溪县,省级,一,100,0\n东岭县,中央,一,50,50\n"


def test_a_units_rate_shows_the_rows_that_count(desk: Desk) -> None:
    desk.send("资金_202304.csv", FILE)
    shown = said(opened(ranking, behind="spend_rate~990101"))
    assert "60.00万元 ÷ 200.00万元 = 30.00%" in shown
    assert "1行，合计60.00万元" in shown
    assert "资金_202304.csv · 云溪县乡村振兴局" in shown


def test_the_whole_has_every_row(desk: Desk) -> None:
    desk.send("资金_202304.csv", FILE)
    assert "2行，合计200.00万元" in said(
        opened(ranking, behind="spend_rate~990101", part="denominator")
    )


def test_the_citys_rate_shows_its_units_and_who_reported_nothing(desk: Desk) -> None:
    desk.send("资金_202304.csv", FUNDS + "云溪县,中央,一,100,60\n")
    shown = said(opened(ranking, behind="spend_rate"))
    assert "全市" in shown
    assert "未报送" in shown


def test_nothing_counts_where_nothing_is_spent(desk: Desk) -> None:
    desk.send("资金_202304.csv", FUNDS + "云溪县,中央,一,100,0\n")
    assert "这个数是0" in said(opened(ranking, behind="spend_rate~990101"))


def test_a_measure_by_itself(desk: Desk) -> None:
    desk.send("资金_202304.csv", FILE)
    assert "2行，合计200.00万元" in said(opened(ranking, behind="allocated~990101"))
    assert "250.00" in said(opened(ranking, behind="allocated"))
    assert "未报送" in said(opened(ranking, behind="invested~990101"))


def test_an_address_of_nothing_is_taken_away(desk: Desk) -> None:
    desk.send("资金_202304.csv", FILE)
    for address in ("nothing", "projects_started~city~all~days_to_start~x"):
        page: AppTest = opened(ranking, behind=address)
        assert "behind" not in page.query_params


def test_the_next_page_of_one_part_is_not_that_of_the_other(desk: Desk) -> None:
    lines = "".join(f"云溪县,中央,批次{number},1,0\n" for number in range(40))
    desk.send("资金_202304.csv", FUNDS + lines + "云溪县,中央,一,60,60\n")
    page = opened(ranking, behind="spend_rate~990101", part="denominator")
    assert "41行，合计100.00万元" in said(page)
    page = next(each for each in page.button if each.key == "turn_下一页").click().run()
    assert page.query_params["row"] == "allocated~990101~all.30"
    assert "批次35" in said(page)
    page.query_params["part"] = "numerator"
    assert "1行，合计60.00万元" in said(page.run())


MANY = FUNDS + "".join(f"云溪县,中央,批次{number},1,1\n" for number in range(40))
OTHER = "东岭县,中央,一,50,20\n东岭县,中央,退回,-0.3,-0.3\n"


def test_a_page_of_one_units_rows_is_not_asked_of_another(desk: Desk) -> None:
    desk.send("资金_202304.csv", MANY + OTHER)
    page = opened(ranking, behind="spend_rate~990101")
    page = next(each for each in page.button if each.key == "turn_下一页").click().run()
    assert "批次35" in said(page)
    page = next(each for each in page.button if each.label == "看全市").click().run()
    assert "row" not in page.query_params
    assert "behind=spend_rate~990102~all&amp;part=&amp;row=" in markup(page, "behind_units")
    # Passed on as it stood, or typed.
    for place in (
        "spent.30",
        "spent~990101~all.30",
        "spent~990102~all.9999",
        f"spent~990102~all.{'9' * 30}",
    ):
        shown = said(opened(ranking, behind="spend_rate~990102", row=place))
        assert "2行，合计19.70万元" in shown
        assert "这个数是0" not in shown


def test_what_was_closed_is_not_opened_by_a_click_that_came_at_once(desk: Desk) -> None:
    """Its address is that of before; a link opens the same anew."""
    desk.send("资金_202304.csv", FILE)
    page = opened(ranking, behind="spend_rate~990101")
    assert "= 30.00%" in said(page)
    page.session_state["taken_back"] = {"behind": "spend_rate~990101"}
    page.run()
    assert "= 30.00%" not in said(page)
    assert "behind" not in page.query_params
    page.session_state["taken_back"] = {}
    page.query_params["behind"] = "spend_rate~990101"
    assert "= 30.00%" in said(page.run())
