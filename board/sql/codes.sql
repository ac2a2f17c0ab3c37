-- One row per entry of one code list, in its order.
select code, name_zh, name_en
from codes
where list = $list
order by sort_order, code
