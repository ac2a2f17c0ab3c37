-- One row per unit that reports, in the order of lists.
select
    unit_code as code,
    name,
    short_name,
    name_en,
    unit_group as "group",
    key_county,
    ranked,
    rural_population,
    tile_row,
    tile_column
from units
order by sort_order, unit_code
