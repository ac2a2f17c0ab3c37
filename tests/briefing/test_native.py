"""Charts that office programs draw themselves, as their XML says."""

import pytest
from lxml import etree
from pptx.oxml.ns import qn

from briefing.chart import Chart, Form, Series
from briefing.native import chart_parts
from wording import Words


@pytest.mark.parametrize("form", ["bars", "stacked"])
def test_bars_run_down_from_the_first_each_with_its_name_over_their_axis(form: Form) -> None:
    chart = Chart(
        form, ("云溪县", "东岭县"), (Series("严重", (1, 2)), Series("一般", (3, 4))), "count"
    )
    content, _ = chart_parts(chart, Words("zh"), font="SimSun", size=12, workbook="rId1")
    drawn = etree.fromstring(content)
    [names], [values] = drawn.iter(qn("c:catAx")), drawn.iter(qn("c:valAx"))
    assert names.find(f"{qn('c:scaling')}/{qn('c:orientation')}").get("val") == "maxMin"
    assert names.find(qn("c:tickLblSkip")).get("val") == "1"
    # The schema wants it before what says that names have one level.
    assert [each.tag for each in names][-2:] == [qn("c:tickLblSkip"), qn("c:noMultiLvlLbl")]
    assert values.find(qn("c:crosses")).get("val") == "max"
