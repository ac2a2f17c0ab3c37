-- One row per indicator, in the order of lists.
select
    indicator as code,
    headline,
    name_zh,
    name_en,
    definition_zh,
    definition_en,
    numerator,
    denominator,
    quantity,
    better,
    levels,
    basis_zh,
    basis_en,
    caution_zh,
    caution_en
from indicators
order by sort_order, indicator
